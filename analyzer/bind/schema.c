/*
 * The generic half of the manifest reader. libyaml composes the whole document first, so every node has the place it
 * started at; the tables of the sections then drive the walk. The depth of the walk is that of the tables and its
 * length is bounded by a budget, so neither nested nor cyclic aliases can make it long.
 */
#include "bind/schema.h"

#include <errno.h>
#include <stdio.h>

void schema_error(Reader *reader, yaml_mark_t mark, const char *format, ...)
{
	Text message = {0};
	va_list args;

	va_start(args, format);
	text_vprintf(&message, format, args);
	va_end(args);
	diag_add(reader->diags, DIAG_ERROR, reader->file, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1, "%s",
		text_data(&message));
	text_release(&message);
}

yaml_node_t *schema_node(Reader *reader, int index)
{
	yaml_node_t *node = yaml_document_get_node(reader->document, index);

	if (!node)
		BUG("no node %d in a document", index);
	return node;
}

bool schema_spend(Reader *reader, yaml_mark_t mark, uint32_t cost)
{
	if (!reader->budget)
		return false;
	reader->budget -= cost < reader->budget ? cost : reader->budget;
	if (!reader->budget)
		schema_error(reader, mark, "too many entries, or aliases that stand for too many; the rest is ignored");
	return reader->budget > 0;
}

static bool is_null(const yaml_node_t *node)
{
	const char *text = (const char *)node->data.scalar.value;

	return node->type == YAML_SCALAR_NODE && node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
		(!*text || !strcmp(text, "~") || !strcmp(text, "null"));
}

const char *schema_scalar(const yaml_node_t *node)
{
	if (node->type != YAML_SCALAR_NODE || is_null(node))
		return NULL;
	return (const char *)node->data.scalar.value;
}

Str schema_describe(const yaml_node_t *node)
{
	if (node->type == YAML_SEQUENCE_NODE)
		return str_intern("a list");
	if (node->type == YAML_MAPPING_NODE)
		return str_intern("a map");
	if (node->type != YAML_SCALAR_NODE || is_null(node))
		return str_intern("nothing");
	const char *text = (const char *)node->data.scalar.value;
	size_t length = strlen(text), shown = length;
	if (length > 60)
		for (shown = 60; shown && ((unsigned char)text[shown] & 0xc0) == 0x80;)
			shown--;
	return str_format("\"%.*s%s\"", (int)shown, text, shown < length ? "…" : "");
}

/* The text of VALUE, which KEY needs; complains otherwise. */
static const char *text_of(Reader *reader, const Key *key, const yaml_node_t *value, const char *expected)
{
	const char *text = schema_scalar(value);

	if (!text || !*text) {
		schema_error(reader, value->start_mark, "\"%s\" must be %s, not %s", key->name, expected,
			text ? "empty" : str_text(schema_describe(value)));
		return NULL;
	}
	if (strlen(text) != value->data.scalar.length) {
		schema_error(reader, value->start_mark, "\"%s\" contains a NUL character", key->name);
		return NULL;
	}
	return text;
}

bool key_text(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	const char *text = text_of(reader, key, value, "text");

	if (text)
		*(Str *)out = str_intern(text);
	return text != NULL;
}

static bool add_text(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	StrVec *texts = out;
	Str text;

	if (!key_text(reader, key, value, &text))
		return false;
	vec_push(texts, text);
	return true;
}

bool key_texts(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	return schema_each(reader, key, value, out, add_text);
}

bool key_template(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	Template *template = out;

	template->mark = value->start_mark;
	return key_text(reader, key, value, &template->text);
}

bool key_bool(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	const char *text = text_of(reader, key, value, "true or false");

	if (!text)
		return false;
	if (strcmp(text, "true") && strcmp(text, "false")) {
		schema_error(reader, value->start_mark, "\"%s\" must be true or false, not %s", key->name,
			str_text(schema_describe(value)));
		return false;
	}
	*(bool *)out = !strcmp(text, "true");
	return true;
}

bool key_number(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	const char *text = schema_scalar(value);
	char *end = NULL;
	long long number = 0;

	errno = 0;
	if (text && *text >= '0' && *text <= '9')
		number = strtoll(text, &end, 10);
	if (!end || *end || errno || number < key->detail || (size_t)(end - text) != value->data.scalar.length) {
		schema_error(reader, value->start_mark, "\"%s\" must be a number from %d, not %s", key->name, key->detail,
			str_text(schema_describe(value)));
		return false;
	}
	*(int64_t *)out = number;
	return true;
}

bool key_word(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	const char *text = schema_scalar(value);
	Text words = {0};
	size_t count = 0;

	for (; key->words[count]; count++) {
		if (text && !strcmp(text, key->words[count])) {
			*(Str *)out = str_intern(text);
			text_release(&words);
			return true;
		}
		text_printf(&words, "%s%s", count ? ", " : "", key->words[count]);
	}
	const char *near = text ? nearest_name(text, key->words, count) : NULL;
	schema_error(reader, value->start_mark, "\"%s\" must be one of %s, not %s%s%s%s", key->name, text_data(&words),
		str_text(schema_describe(value)), near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
	text_release(&words);
	return false;
}

bool date_is(const char *text)
{
	static const char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	const char *form = "dddd-dd-dd";

	if (strlen(text) != strlen(form))
		return false;
	for (size_t i = 0; form[i]; i++)
		if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
			return false;
	int year = atoi(text), month = atoi(text + 5), day = atoi(text + 8);
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] + (month == 2 && leap);
}

bool key_date(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	const char *text = text_of(reader, key, value, "a date YYYY-MM-DD");

	if (!text)
		return false;
	if (!date_is(text)) {
		schema_error(reader, value->start_mark, "\"%s\" must be a date YYYY-MM-DD, not %s", key->name,
			str_text(schema_describe(value)));
		return false;
	}
	*(Str *)out = str_intern(text);
	return true;
}

bool key_section(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	return section_read(reader, key->section, value, out);
}

bool schema_each(Reader *reader, const Key *key, yaml_node_t *node, void *out,
	bool (*read)(Reader *reader, const Key *key, yaml_node_t *value, void *out))
{
	bool ok = true;

	if (node->type != YAML_SEQUENCE_NODE)
		return read(reader, key, node, out);
	const yaml_node_item_t *first = node->data.sequence.items.start, *end = node->data.sequence.items.top;
	if (first == end) {
		schema_error(reader, node->start_mark, "\"%s\" is an empty list", key->name);
		return false;
	}
	for (const yaml_node_item_t *item = first; item < end && schema_spend(reader, node->start_mark, 1); item++)
		ok &= read(reader, key, schema_node(reader, *item), out);
	return ok;
}

bool key_list(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	union { max_align_t align; char bytes[SECTION_MAX]; } entry;
	const Section *section = key->section;

	(void)out;
	if (is_null(value))
		return true;
	if (value->type != YAML_SEQUENCE_NODE) {
		schema_error(reader, value->start_mark, "\"%s\" must be a list of entries (each begins with \"- \"), not %s",
			key->name, str_text(schema_describe(value)));
		return false;
	}
	if (section->size > SECTION_MAX)
		BUG("section %s needs %zu bytes", section->name, section->size);
	const yaml_node_item_t *end = value->data.sequence.items.top;
	for (const yaml_node_item_t *item = value->data.sequence.items.start; item < end; item++) {
		yaml_node_t *node = schema_node(reader, *item);
		if (!schema_spend(reader, node->start_mark, 1))
			return false;
		memset(&entry, 0, sizeof entry);
		if (section->start)
			section->start(reader, node, &entry);
		bool ok = section_read(reader, section, node, &entry);
		section->finish(reader, node, &entry, ok);
	}
	return true;
}

static void unknown_key(Reader *reader, const Section *section, const yaml_node_t *node)
{
	const char *names[64];
	Text known = {0};
	size_t count = 0;

	for (const Key *key = section->keys; key->name && count < 64; key++) {
		text_printf(&known, "%s%s", count ? ", " : "", key->name);
		names[count++] = key->name;
	}
	const char *near = nearest_name((const char *)node->data.scalar.value, names, count);
	schema_error(reader, node->start_mark, "unknown key %s in %s, expected one of %s%s%s%s",
		str_text(schema_describe(node)), section->called, text_data(&known),
		near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
	text_release(&known);
}

/* The key that NODE names, or NULL after a complaint. SEEN: the place of each key so far. */
static const Key *find_key(Reader *reader, const Section *section, const yaml_node_t *node, const yaml_node_t **seen)
{
	const char *name = schema_scalar(node);

	if (!name || strlen(name) != node->data.scalar.length) {
		schema_error(reader, node->start_mark, "a key of %s must be a plain name, not %s", section->called,
			str_text(schema_describe(node)));
		return NULL;
	}
	for (size_t i = 0; section->keys[i].name; i++) {
		if (strcmp(section->keys[i].name, name))
			continue;
		if (seen[i]) {
			schema_error(reader, node->start_mark, "duplicate key \"%s\" in %s, given before at line %zu", name,
				section->called, seen[i]->start_mark.line + 1);
			return NULL;
		}
		seen[i] = node;
		return &section->keys[i];
	}
	unknown_key(reader, section, node);
	return NULL;
}

bool section_read(Reader *reader, const Section *section, yaml_node_t *node, void *out)
{
	const yaml_node_t *seen[64] = {0};
	bool ok = true;

	if (node->type != YAML_MAPPING_NODE) {
		schema_error(reader, node->start_mark, "%s must be a map (key: value), not %s", section->called,
			str_text(schema_describe(node)));
		return false;
	}
	for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++) {
		const yaml_node_t *name = schema_node(reader, pair->key);
		if (!schema_spend(reader, name->start_mark, 1))
			return false;
		const Key *key = find_key(reader, section, name, seen);
		if (key)
			ok &= key->read(reader, key, schema_node(reader, pair->value), (char *)out + key->offset);
	}
	for (size_t i = 0; section->keys[i].name; i++)
		if (section->keys[i].required && !seen[i]) {
			schema_error(reader, node->start_mark, "%s needs the key \"%s\"", section->called, section->keys[i].name);
			ok = false;
		}
	return ok;
}
