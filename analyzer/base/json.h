/*
 * Reading JSON (RFC 8259) into a flat tree: one small record a value, texts stay where they are in the document.
 * Strict: UTF-8 is checked, an object has each key once, numbers without fraction fit 64 bits, a key is shorter than 64
 * KB and nothing nested deeper than JSON_DEPTH.
 */
#ifndef FEATDEP_BASE_JSON_H
#define FEATDEP_BASE_JSON_H

#include "base/intern.h"
#include "base/text.h"
#include "base/vec.h"

enum { JSON_DEPTH = 500 };

typedef enum {
	JSON_ABSENT, JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_INTEGER, JSON_REAL, JSON_STRING, JSON_LIST, JSON_OBJECT
} JsonKind;

/* A value by its number; 0 is the whole document. */
typedef uint32_t JsonId;
#define JSON_NONE UINT32_MAX

typedef struct {
	uint32_t key;             /* of a member of an object */
	uint32_t at, size;        /* text of a string or number; of a list or object, where it begins and the id behind it */
	uint16_t key_length;
	uint8_t kind;
	bool key_copied : 1, copied : 1; /* the text has escapes: it is in `copies` without them */
} JsonValue;

typedef struct {
	const char *text;         /* belongs to the caller */
	Text copies;
	VEC(JsonValue) values;
} Json;

typedef struct {
	uint32_t line, column;    /* from 1 */
	const char *problem;
} JsonError;

/* Reads TEXT, which has to live as long as the zeroed JSON. False with ERROR, and JSON is then released. */
bool json_read(const char *text, size_t length, Json *json, JsonError *error);
/* The same, but strings may hold any bytes: names of files are bytes. */
bool json_read_bytes(const char *text, size_t length, Json *json, JsonError *error);
void json_release(Json *json);

/* What VALUE is; JSON_ABSENT for JSON_NONE. */
JsonKind json_kind(const Json *json, JsonId value);
/* The member KEY; JSON_NONE when OBJECT has none or is no object. */
JsonId json_get(const Json *json, JsonId object, const char *key);
/* The first value in a list or object, and the one after CHILD; JSON_NONE: there is none. */
JsonId json_first(const Json *json, JsonId parent);
JsonId json_next(const Json *json, JsonId parent, JsonId child);
/* The text of a string, not NUL-terminated, and its length. */
const char *json_string(const Json *json, JsonId value, size_t *length);
/* The same, interned; empty when VALUE is no string. */
Str json_interned(const Json *json, JsonId value);
int64_t json_integer(const Json *json, JsonId value);
/* The line on which a list or object begins. */
uint32_t json_line(const Json *json, JsonId value);

#define json_each(json, parent, child) \
	for (JsonId child = json_first((json), (parent)); child != JSON_NONE; child = json_next((json), (parent), child))

#endif
