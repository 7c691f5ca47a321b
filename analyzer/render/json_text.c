/* One value a line and a tab for each level: such files are kept, and differences between two runs should read well. */
#include "render/json_text.h"

#include <inttypes.h>

static void start(JsonText *json, const char *key)
{
	if (!json->first)
		text_char(json->out, ',');
	if (json->depth)
		text_char(json->out, '\n');
	for (uint32_t i = 0; i < json->depth; i++)
		text_char(json->out, '\t');
	if (key) {
		text_json(json->out, key);
		text_put(json->out, ": ");
	}
	json->first = false;
}

void json_open(JsonText *json, const char *key, char bracket)
{
	if (!json->depth)
		json->first = true;
	start(json, key);
	text_char(json->out, bracket);
	json->depth++;
	json->first = true;
}

void json_close(JsonText *json, char bracket)
{
	bool empty = json->first;

	json->depth--;
	json->first = true;
	if (!empty) {
		text_char(json->out, '\n');
		for (uint32_t i = 0; i < json->depth; i++)
			text_char(json->out, '\t');
	}
	text_char(json->out, bracket);
	json->first = false;
	if (!json->depth)
		text_char(json->out, '\n');
}

void json_text(JsonText *json, const char *key, const char *text)
{
	start(json, key);
	text_json(json->out, text);
}

void json_str(JsonText *json, const char *key, Str text)
{
	json_text(json, key, str_text(text));
}

void json_str_unless_empty(JsonText *json, const char *key, Str text)
{
	if (!str_empty(text))
		json_str(json, key, text);
}

void json_number(JsonText *json, const char *key, int64_t number)
{
	start(json, key);
	text_printf(json->out, "%" PRId64, number);
}

void json_bool(JsonText *json, const char *key, bool flag)
{
	start(json, key);
	text_put(json->out, flag ? "true" : "false");
}

void json_message(JsonText *json, const char *key, const char *text)
{
	json_open(json, key, '{');
	json_text(json, "text", text);
	json_close(json, '}');
}
