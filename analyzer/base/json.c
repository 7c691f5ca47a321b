/*
 * One pass over the text. A value's record is written when the value begins; that of a list or object gets its end when
 * it ends, so that the values in it are those up to there and what lies between is skipped in one step.
 */
#include "base/json.h"

#include <string.h>

enum { FEW_KEYS = 32, TEXT_OF_VALUE = 24 /* bytes, about */ };

typedef struct {
	const char *start, *at, *end;
	const char *problem; /* NULL: none; else AT is where */
	Json *json;
	uint32_t depth;
	bool any_bytes;
} Parser;

static bool fails(Parser *parser, const char *problem)
{
	if (!parser->problem)
		parser->problem = problem;
	return false;
}

static char peek(const Parser *parser)
{
	return parser->at < parser->end ? *parser->at : '\0';
}

static void skip_blanks(Parser *parser)
{
	for (; parser->at < parser->end; parser->at++)
		if (*parser->at != ' ' && *parser->at != '\n' && *parser->at != '\r' && *parser->at != '\t')
			break;
}

static bool take(Parser *parser, char c)
{
	skip_blanks(parser);
	if (parser->at == parser->end || *parser->at != c)
		return false;
	parser->at++;
	return true;
}

static int hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool parse_code(Parser *parser, uint32_t *code)
{
	*code = 0;
	for (int i = 0; i < 4; i++) {
		int digit = hex_digit(peek(parser));
		if (digit < 0)
			return fails(parser, "\\u needs four hexadecimal digits");
		*code = *code << 4 | (uint32_t)digit;
		parser->at++;
	}
	return true;
}

static void put_utf8(Text *out, uint32_t code)
{
	if (code < 0x80) {
		text_char(out, (char)code);
		return;
	}
	if (code < 0x800) {
		text_char(out, (char)(0xc0 | code >> 6));
	} else {
		if (code < 0x10000) {
			text_char(out, (char)(0xe0 | code >> 12));
		} else {
			text_char(out, (char)(0xf0 | code >> 18));
			text_char(out, (char)(0x80 | (code >> 12 & 0x3f)));
		}
		text_char(out, (char)(0x80 | (code >> 6 & 0x3f)));
	}
	text_char(out, (char)(0x80 | (code & 0x3f)));
}

static bool parse_unicode(Parser *parser)
{
	uint32_t code, low;

	if (!parse_code(parser, &code))
		return false;
	if (!code)
		return fails(parser, "\\u0000 is not taken");
	if (code >= 0xdc00 && code <= 0xdfff)
		return fails(parser, "half of a pair of surrogates");
	if (code >= 0xd800 && code <= 0xdbff) {
		if (parser->end - parser->at < 2 || parser->at[0] != '\\' || parser->at[1] != 'u')
			return fails(parser, "half of a pair of surrogates");
		parser->at += 2;
		if (!parse_code(parser, &low))
			return false;
		if (low < 0xdc00 || low > 0xdfff)
			return fails(parser, "half of a pair of surrogates");
		code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
	}
	put_utf8(&parser->json->copies, code);
	return true;
}

static bool parse_escape(Parser *parser)
{
	static const char names[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
	char c = peek(parser);
	const char *found = c ? strchr(names, c) : NULL;

	if (c == 'u') {
		parser->at++;
		return parse_unicode(parser);
	}
	if (!found)
		return fails(parser, "unknown escape");
	parser->at++;
	text_char(&parser->json->copies, meanings[found - names]);
	return true;
}

/* Up to the next quote or backslash. */
static bool skip_plain(Parser *parser)
{
	while (parser->at < parser->end) {
		unsigned char c = (unsigned char)*parser->at;
		if (c == '"' || c == '\\')
			return true;
		if (c < 0x20)
			return fails(parser, "control character in a string");
		size_t length = c < 0x80 ? 1 : utf8_length(parser->at, (size_t)(parser->end - parser->at));
		if (!length && !parser->any_bytes)
			return fails(parser, "not UTF-8");
		parser->at += length ? length : 1;
	}
	return fails(parser, "the string does not end");
}

/* Behind the opening quote. */
static bool parse_string(Parser *parser, uint32_t *at, uint32_t *length, bool *copied)
{
	Text *copies = &parser->json->copies;
	const char *first = parser->at;
	size_t begin = copies->len;

	*copied = false;
	while (skip_plain(parser)) {
		if (*parser->at == '\\' || *copied)
			text_put_n(copies, first, (size_t)(parser->at - first));
		if (*parser->at == '"') {
			*at = *copied ? (uint32_t)begin : (uint32_t)(first - parser->start);
			*length = *copied ? (uint32_t)(copies->len - begin) : (uint32_t)(parser->at - first);
			parser->at++;
			return true;
		}
		*copied = true;
		parser->at++;
		if (!parse_escape(parser))
			return false;
		first = parser->at;
	}
	return false;
}

static bool parse_digits(Parser *parser)
{
	const char *first = parser->at;

	while (peek(parser) >= '0' && peek(parser) <= '9')
		parser->at++;
	return parser->at > first || fails(parser, "a digit is missing");
}

static bool fits(const char *digits, size_t length, bool negative)
{
	const char *most = negative ? "9223372036854775808" : "9223372036854775807";
	size_t longest = strlen(most);

	return length < longest || (length == longest && memcmp(digits, most, length) <= 0);
}

static bool parse_number(Parser *parser, JsonId id)
{
	const char *first = parser->at;

	parser->at += *first == '-';
	const char *digits = parser->at;
	if (!parse_digits(parser))
		return false;
	if (*digits == '0' && parser->at > digits + 1)
		return fails(parser, "a number starts with 0");
	JsonKind kind = fits(digits, (size_t)(parser->at - digits), *first == '-') ? JSON_INTEGER : JSON_ABSENT;
	if (peek(parser) == '.') {
		kind = JSON_REAL;
		parser->at++;
		if (!parse_digits(parser))
			return false;
	}
	if (peek(parser) == 'e' || peek(parser) == 'E') {
		kind = JSON_REAL;
		parser->at++;
		parser->at += peek(parser) == '+' || peek(parser) == '-';
		if (!parse_digits(parser))
			return false;
	}
	if (kind == JSON_ABSENT)
		return fails(parser, "the number is too large");
	JsonValue *value = &parser->json->values.items[id];
	value->kind = (uint8_t)kind;
	value->at = (uint32_t)(first - parser->start);
	value->size = (uint32_t)(parser->at - first);
	return true;
}

static bool parse_word(Parser *parser, JsonId id, const char *word, JsonKind kind)
{
	size_t length = strlen(word);

	if ((size_t)(parser->end - parser->at) < length || memcmp(parser->at, word, length) != 0)
		return fails(parser, "a value is missing");
	parser->at += length;
	parser->json->values.items[id].kind = (uint8_t)kind;
	return true;
}

static JsonId value_add(Parser *parser)
{
	vec_push(&parser->json->values, (JsonValue){0});
	return parser->json->values.len - 1;
}

static bool parse_value(Parser *parser, JsonId id);

static bool parse_list(Parser *parser, JsonId id)
{
	parser->json->values.items[id].kind = JSON_LIST;
	if (!take(parser, ']')) {
		do
			if (!parse_value(parser, value_add(parser)))
				return false;
		while (take(parser, ','));
		if (!take(parser, ']'))
			return fails(parser, "\",\" or \"]\" is missing");
	}
	parser->json->values.items[id].size = parser->json->values.len;
	return true;
}

static const char *key_of(const Json *json, const JsonValue *value)
{
	return (value->key_copied ? json->copies.data : json->text) + value->key;
}

static bool has_key(const Json *json, JsonId member, const char *key, size_t length)
{
	const JsonValue *value = &json->values.items[member];

	if (value->key_length != length)
		return false;
	const char *own = key_of(json, value);
	return !length || (*own == *key && !memcmp(own, key, length));
}

/* qsort has no context. */
static const Json *sorted;

static int key_order(const void *a, const void *b)
{
	const JsonValue *x = &sorted->values.items[*(const JsonId *)a], *y = &sorted->values.items[*(const JsonId *)b];

	if (x->key_length != y->key_length)
		return x->key_length < y->key_length ? -1 : 1;
	return memcmp(key_of(sorted, x), key_of(sorted, y), x->key_length);
}

/* Without sorting. */
static bool few_keys_differ(const Json *json, JsonId object)
{
	json_each(json, object, one) {
		const JsonValue *value = &json->values.items[one];
		const char *key = key_of(json, value);
		for (JsonId other = json_next(json, object, one); other != JSON_NONE; other = json_next(json, object, other))
			if (has_key(json, other, key, value->key_length))
				return false;
	}
	return true;
}

static bool keys_differ(const Json *json, JsonId object)
{
	VEC(JsonId) keys = {0};
	bool differ = true;
	uint32_t count = 0;

	sorted = json;
	json_each(json, object, one)
		count++;
	if (count <= FEW_KEYS)
		return few_keys_differ(json, object);
	json_each(json, object, member)
		vec_push(&keys, member);
	vec_sort(&keys, key_order);
	for (uint32_t i = 1; i < keys.len && differ; i++)
		differ = key_order(&keys.items[i - 1], &keys.items[i]) != 0;
	vec_release(&keys);
	return differ;
}

static bool parse_member(Parser *parser)
{
	JsonId id = value_add(parser);
	uint32_t at, length;
	bool copied;

	if (!take(parser, '"'))
		return fails(parser, "a key in quotes is missing");
	if (!parse_string(parser, &at, &length, &copied))
		return false;
	if (length > UINT16_MAX)
		return fails(parser, "the key is too long");
	JsonValue *value = &parser->json->values.items[id];
	value->key = at;
	value->key_length = (uint16_t)length;
	value->key_copied = copied;
	return take(parser, ':') ? parse_value(parser, id) : fails(parser, "\":\" is missing");
}

static bool parse_object(Parser *parser, JsonId id)
{
	parser->json->values.items[id].kind = JSON_OBJECT;
	if (!take(parser, '}')) {
		do
			if (!parse_member(parser))
				return false;
		while (take(parser, ','));
		if (!take(parser, '}'))
			return fails(parser, "\",\" or \"}\" is missing");
	}
	parser->json->values.items[id].size = parser->json->values.len;
	return keys_differ(parser->json, id) || fails(parser, "an object has a key twice");
}

static bool parse_text(Parser *parser, JsonId id)
{
	uint32_t at, length;
	bool copied;

	if (!parse_string(parser, &at, &length, &copied))
		return false;
	JsonValue *value = &parser->json->values.items[id];
	value->kind = JSON_STRING;
	value->at = at;
	value->size = length;
	value->copied = copied;
	return true;
}

static bool parse_nested(Parser *parser, JsonId id, bool (*parse)(Parser *, JsonId))
{
	parser->json->values.items[id].at = (uint32_t)(parser->at - parser->start);
	parser->at++;
	if (++parser->depth > JSON_DEPTH)
		return fails(parser, "nested too deeply");
	bool done = parse(parser, id);
	parser->depth--;
	return done;
}

static bool parse_value(Parser *parser, JsonId id)
{
	skip_blanks(parser);
	switch (peek(parser)) {
	case '"':
		parser->at++;
		return parse_text(parser, id);
	case '[': return parse_nested(parser, id, parse_list);
	case '{': return parse_nested(parser, id, parse_object);
	case 't': return parse_word(parser, id, "true", JSON_TRUE);
	case 'f': return parse_word(parser, id, "false", JSON_FALSE);
	case 'n': return parse_word(parser, id, "null", JSON_NULL);
	case '-': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
		return parse_number(parser, id);
	}
	return fails(parser, parser->at == parser->end ? "the text ends too early" : "a value is missing");
}

static void place_of(const Parser *parser, JsonError *error)
{
	error->line = error->column = 1;
	for (const char *c = parser->start; c < parser->at; c++) {
		error->column = *c == '\n' ? 1 : error->column + 1;
		error->line += *c == '\n';
	}
	error->problem = parser->problem;
}

static bool read_text(const char *text, size_t length, bool any_bytes, Json *json, JsonError *error)
{
	Parser parser = { .start = text, .at = text, .end = text + length, .json = json, .any_bytes = any_bytes };
	bool done = false;

	json->text = text;
	vec_reserve(&json->values, (uint32_t)(length / TEXT_OF_VALUE) + 8);
	if (length >= UINT32_MAX)
		fails(&parser, "the text is larger than 4 GB");
	else
		done = parse_value(&parser, value_add(&parser));
	if (done)
		skip_blanks(&parser);
	if (done && parser.at < parser.end)
		done = fails(&parser, "something stands behind the end");
	if (!done) {
		place_of(&parser, error);
		json_release(json);
	}
	return done;
}

bool json_read(const char *text, size_t length, Json *json, JsonError *error)
{
	return read_text(text, length, false, json, error);
}

bool json_read_bytes(const char *text, size_t length, Json *json, JsonError *error)
{
	return read_text(text, length, true, json, error);
}

void json_release(Json *json)
{
	text_release(&json->copies);
	vec_release(&json->values);
	*json = (Json){0};
}

JsonKind json_kind(const Json *json, JsonId value)
{
	return value == JSON_NONE ? JSON_ABSENT : (JsonKind)json->values.items[value].kind;
}

static bool has_children(const Json *json, JsonId value)
{
	return json_kind(json, value) == JSON_LIST || json_kind(json, value) == JSON_OBJECT;
}

JsonId json_first(const Json *json, JsonId parent)
{
	return has_children(json, parent) && json->values.items[parent].size > parent + 1 ? parent + 1 : JSON_NONE;
}

JsonId json_next(const Json *json, JsonId parent, JsonId child)
{
	JsonId next = has_children(json, child) ? json->values.items[child].size : child + 1;

	return next < json->values.items[parent].size ? next : JSON_NONE;
}

JsonId json_get(const Json *json, JsonId object, const char *key)
{
	size_t length = strlen(key);

	if (json_kind(json, object) != JSON_OBJECT)
		return JSON_NONE;
	json_each(json, object, member)
		if (has_key(json, member, key, length))
			return member;
	return JSON_NONE;
}

const char *json_string(const Json *json, JsonId value, size_t *length)
{
	const JsonValue *string = &json->values.items[value];

	*length = string->size;
	return (string->copied ? json->copies.data : json->text) + string->at;
}

Str json_interned(const Json *json, JsonId value)
{
	size_t length;

	if (json_kind(json, value) != JSON_STRING)
		return (Str){0};
	const char *text = json_string(json, value, &length);
	return str_intern_n(text, length);
}

int64_t json_integer(const Json *json, JsonId value)
{
	const char *text = json->text + json->values.items[value].at;
	bool negative = *text == '-';
	int64_t number = 0;

	/* Downwards for a negative number: there is one more of them. */
	for (uint32_t i = negative; i < json->values.items[value].size; i++)
		number = number * 10 + (negative ? '0' - text[i] : text[i] - '0');
	return number;
}

uint32_t json_line(const Json *json, JsonId value)
{
	uint32_t line = 1;

	for (uint32_t i = 0; i < json->values.items[value].at; i++)
		line += json->text[i] == '\n';
	return line;
}
