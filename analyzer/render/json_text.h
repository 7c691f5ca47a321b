/* Writing JSON: indented, commas by themselves, keys in the order of the calls. */
#ifndef FEATDEP_RENDER_JSON_TEXT_H
#define FEATDEP_RENDER_JSON_TEXT_H

#include "base/intern.h"
#include "base/text.h"

typedef struct {
	Text *out;
	uint32_t depth;
	bool first; /* nothing yet in the object or list being written */
} JsonText;

/* KEY is NULL for elements of lists and for the document itself. BRACKET is '{' or '['; closing takes '}' or ']'. */
void json_open(JsonText *json, const char *key, char bracket);
void json_close(JsonText *json, char bracket);
void json_text(JsonText *json, const char *key, const char *text);
void json_str(JsonText *json, const char *key, Str text);
/* Nothing when TEXT is empty. */
void json_str_unless_empty(JsonText *json, const char *key, Str text);
void json_number(JsonText *json, const char *key, int64_t number);
void json_bool(JsonText *json, const char *key, bool flag);
/* {"text": TEXT} as SARIF wants its messages. */
void json_message(JsonText *json, const char *key, const char *text);

#endif
