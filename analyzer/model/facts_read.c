/*
 * Tokens of the facts language straight from the buffer, and the names that people write instead of numbers: they are
 * left as fixups and resolved when all tables are complete. The first mistake is reported and ends the reading.
 */
#include "model/facts_read.h"

#include <stdarg.h>
#include <stddef.h>

enum { AMBIGUOUS = 0xfffffffe };

bool facts_fail(Parser *parser, const char *at, const char *format, ...)
{
	uint32_t line = 1;
	const char *first = parser->start;
	Text message = {0};
	va_list args;

	if (parser->failed)
		return false;
	for (const char *c = parser->start; c < at; c++) {
		if (*c == '\n') {
			line++;
			first = c + 1;
		}
	}
	va_start(args, format);
	text_vprintf(&message, format, args);
	va_end(args);
	diag_add(parser->diags, DIAG_ERROR, parser->file, line, (uint32_t)(at - first) + 1, "%s", text_data(&message));
	text_release(&message);
	parser->failed = true;
	parser->at = parser->end;
	return false;
}

bool facts_at_line_end(Parser *parser)
{
	skip_spaces(parser);
	return peek(parser) == '\n' || peek(parser) == '#';
}

void facts_skip_line(Parser *parser)
{
	const char *newline = parser->at < parser->end ?
		memchr(parser->at, '\n', (size_t)(parser->end - parser->at)) : NULL;

	parser->at = newline ? newline + 1 : parser->end;
}

bool facts_end_line(Parser *parser)
{
	if (!facts_at_line_end(parser))
		return facts_fail(parser, parser->at, "unexpected '%c' after the end of the entry", peek(parser));
	facts_skip_line(parser);
	return true;
}

uint64_t facts_read_digits(Parser *parser, uint64_t limit)
{
	const char *start = parser->at;
	uint64_t number = 0;

	while (is_digit(peek(parser))) {
		uint64_t digit = (uint64_t)(*parser->at++ - '0');
		if (number > (limit - digit) / 10) {
			facts_fail(parser, start, "number too large");
			return 0;
		}
		number = number * 10 + digit;
	}
	if (parser->at == start)
		facts_fail(parser, start, "expected a number");
	return number;
}

uint32_t facts_read_unsigned(Parser *parser)
{
	skip_spaces(parser);
	return (uint32_t)facts_read_digits(parser, NONE - 2);
}

int64_t facts_read_signed(Parser *parser)
{
	skip_spaces(parser);
	bool negative = peek(parser) == '-';
	parser->at += negative;
	uint64_t number = facts_read_digits(parser, (uint64_t)INT64_MAX + negative);
	return (int64_t)(negative ? 0 - number : number);
}

static int hex_digit(char c)
{
	return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

uint64_t facts_read_hex(Parser *parser)
{
	const char *start;
	uint64_t number = 0;

	skip_spaces(parser);
	start = parser->at;
	if (parser->end - start < 3 || start[0] != '0' || start[1] != 'x') {
		facts_fail(parser, start, "expected a hexadecimal number");
		return 0;
	}
	for (parser->at += 2; hex_digit(peek(parser)) >= 0; parser->at++)
		number = number << 4 | (uint64_t)hex_digit(*parser->at);
	if (parser->at == start + 2 || parser->at > start + 18)
		facts_fail(parser, start, "expected 1 to 16 hexadecimal digits");
	return number;
}

int64_t facts_read_double(Parser *parser)
{
	char digits[64];
	char *end;
	double value;
	int64_t bits;

	skip_spaces(parser);
	if (parser->end - parser->at > 2 && parser->at[0] == '0' && parser->at[1] == 'x')
		return (int64_t)facts_read_hex(parser);
	size_t length = 0;
	for (const char *c = parser->at; c < parser->end && length < sizeof digits - 1 && is_word(*c); c++)
		digits[length++] = *c;
	digits[length] = '\0';
	if (!length || !(is_digit(digits[digits[0] == '-']))) {
		facts_fail(parser, parser->at, "expected a floating-point number");
		return 0;
	}
	value = strtod(digits, &end);
	if (*end)
		facts_fail(parser, parser->at, "malformed floating-point number");
	else
		parser->at += length;
	memcpy(&bits, &value, sizeof bits);
	return bits;
}

static void read_escape(Parser *parser)
{
	char c = peek(parser);

	parser->at++;
	if (c == 'n') {
		text_char(&parser->scratch, '\n');
	} else if (c == 't') {
		text_char(&parser->scratch, '\t');
	} else if (c == '"' || c == '\\') {
		text_char(&parser->scratch, c);
	} else if (c == 'x' && parser->end - parser->at >= 2 && hex_digit(parser->at[0]) >= 0 &&
	    hex_digit(parser->at[1]) >= 0) {
		text_char(&parser->scratch, (char)(hex_digit(parser->at[0]) << 4 | hex_digit(parser->at[1])));
		parser->at += 2;
	} else {
		facts_fail(parser, parser->at - 1, "unknown escape in a string");
	}
}

static Str read_quoted(Parser *parser)
{
	const char *open = parser->at++;
	const char *piece = parser->at;

	text_clear(&parser->scratch);
	while (peek(parser) != '"') {
		if (peek(parser) == '\n') {
			facts_fail(parser, open, "the string has no closing quote on its line");
			return (Str){0};
		}
		if (*parser->at++ != '\\')
			continue;
		text_put_n(&parser->scratch, piece, (size_t)(parser->at - 1 - piece));
		read_escape(parser);
		piece = parser->at;
	}
	size_t length = (size_t)(parser->at - piece);
	parser->at++;
	if (!parser->scratch.len)
		return str_intern_n(piece, length);
	text_put_n(&parser->scratch, piece, length);
	return str_intern_n(parser->scratch.data, parser->scratch.len);
}

size_t facts_word_length(const Parser *parser)
{
	const char *c = parser->at;

	while (c < parser->end && is_word(*c))
		c++;
	return (size_t)(c - parser->at);
}

Str facts_read_string(Parser *parser)
{
	skip_spaces(parser);
	if (peek(parser) == '"')
		return read_quoted(parser);
	if (!is_letter(peek(parser))) {
		facts_fail(parser, parser->at, "expected a name or a string in quotes");
		return (Str){0};
	}
	size_t length = facts_word_length(parser);
	Str word = str_intern_n(parser->at, length);
	parser->at += length;
	return word;
}

static const char *space_text(Space space)
{
	static const char *const texts[SPACES] = {
		[SPACE_TYPE] = "type", [SPACE_GLOBAL] = "global", [SPACE_FUNCTION] = "function", [SPACE_MEMBER] = "member",
		[SPACE_LOCAL] = "local", [SPACE_VALUE] = "value", [SPACE_BLOCK] = "block",
	};

	return texts[space];
}

uint32_t facts_current_function(const Parser *parser)
{
	return parser->module->functions.len;
}

bool facts_number_follows(const Parser *parser, char sigil)
{
	const char *c = parser->at;

	if (sigil && (c == parser->end || *c++ != sigil))
		return false;
	if (c >= parser->end || !is_digit(*c))
		return false;
	while (c < parser->end && is_digit(*c))
		c++;
	return c == parser->end || !is_word(*c);
}

uint32_t facts_read_ref(Parser *parser, Space space, size_t offset)
{
	static const char sigils[SPACES] = { [SPACE_TYPE] = 't', [SPACE_VALUE] = '%', [SPACE_BLOCK] = 'b' };
	char sigil = sigils[space];

	skip_spaces(parser);
	const char *start = parser->at;
	if (facts_number_follows(parser, sigil)) {
		parser->at += sigil != 0;
		return (uint32_t)facts_read_digits(parser, NONE - 2);
	}
	if (peek(parser) == '-' && facts_word_length(parser) == 1) {
		parser->at++;
		return NONE;
	}
	if (space == SPACE_VALUE && peek(parser) != '%') {
		facts_fail(parser, start, "expected a value like %%7");
		return NONE;
	}
	parser->at += space == SPACE_VALUE;
	if (peek(parser) != '"' && !is_letter(peek(parser))) {
		facts_fail(parser, start, "expected a %s: its number or its name", space_text(space));
		return NONE;
	}
	Str name = facts_read_string(parser);
	vec_push(&parser->fixups, (Fixup){
		space, parser->container, facts_current_function(parser), parser->element, (uint32_t)offset, name, start });
	return NONE;
}

static void *fixup_element(Parser *parser, const Fixup *fixup)
{
	Module *module = parser->module;

	switch (fixup->container) {
	case IN_TYPE: return &module->types.items[fixup->element];
	case IN_MEMBER: return &module->fields.items[fixup->element];
	case IN_GLOBAL: return &module->globals.items[fixup->element];
	case IN_FUNCTION: return &module->functions.items[fixup->element];
	case IN_LOCAL: return &module->functions.items[fixup->function].locals.items[fixup->element];
	case IN_INSTR: return &module->functions.items[fixup->function].instrs.items[fixup->element];
	case IN_ARG: return &module->functions.items[fixup->function].args.items[fixup->element];
	case IN_CASE: return &module->functions.items[fixup->function].cases.items[fixup->element];
	}
	BUG("container %d", (int)fixup->container);
}

void facts_declare(Parser *parser, Space space, uint32_t scope, Str name, uint32_t id)
{
	uint64_t key = map_key(scope, name.i);

	if (!str_empty(name) && !map_put(&parser->names[space], key, id))
		map_put(&parser->names[space], key, AMBIGUOUS);
}

/* Values and blocks were declared while they were read; the other names are those of the tables. */
static void declare_tables(Parser *parser)
{
	const Module *module = parser->module;

	for (uint32_t i = 0; i < module->types.len; i++) {
		const Type *type = &module->types.items[i];
		facts_declare(parser, SPACE_TYPE, 0, type->name, i);
		for (uint32_t m = 0; m < type->nfields; m++)
			facts_declare(parser, SPACE_MEMBER, i, module->fields.items[type->first_field + m].name, m);
	}
	for (uint32_t i = 0; i < module->globals.len; i++)
		facts_declare(parser, SPACE_GLOBAL, 0, module->globals.items[i].name, i);
	for (uint32_t i = 0; i < module->functions.len; i++) {
		const Function *function = &module->functions.items[i];
		facts_declare(parser, SPACE_FUNCTION, 0, function->name, i);
		for (uint32_t l = 0; l < function->locals.len; l++)
			facts_declare(parser, SPACE_LOCAL, i, function->locals.items[l].name, l);
	}
}

static uint32_t fixup_scope(const Fixup *fixup, const void *element)
{
	switch (fixup->space) {
	case SPACE_MEMBER: return ((const Instr *)element)->b;
	case SPACE_LOCAL: case SPACE_VALUE: case SPACE_BLOCK: return fixup->function;
	case SPACE_TYPE: case SPACE_GLOBAL: case SPACE_FUNCTION: case SPACES: return 0;
	}
	return 0;
}

static bool is_imm(const Fixup *fixup)
{
	return fixup->container == IN_INSTR && fixup->offset == offsetof(Instr, imm);
}

void facts_resolve(Parser *parser)
{
	if (parser->fixups.len && !parser->failed)
		declare_tables(parser);
	for (uint32_t i = 0; i < parser->fixups.len && !parser->failed; i++) {
		const Fixup *fixup = &parser->fixups.items[i];
		char *element = fixup_element(parser, fixup);
		uint64_t key = map_key(fixup_scope(fixup, element), fixup->name.i);
		uint32_t id = map_get_or(&parser->names[fixup->space], key, NONE);
		if (id == NONE)
			facts_fail(parser, fixup->at, "there is no %s \"%s\"", space_text(fixup->space), str_text(fixup->name));
		else if (id == AMBIGUOUS)
			facts_fail(parser, fixup->at, "there are several %ss \"%s\": write the number of one",
				space_text(fixup->space), str_text(fixup->name));
		else if (is_imm(fixup))
			*(int64_t *)(void *)(element + fixup->offset) = id;
		else
			*(uint32_t *)(void *)(element + fixup->offset) = id;
	}
}

bool facts_key_is(const Key *key, const char *text, bool has_value)
{
	return key->has_value == has_value && strlen(text) == key->length && !memcmp(text, key->text, key->length);
}

bool facts_read_place(Parser *parser, Place *place)
{
	uint32_t parts[3];
	uint32_t count = 0;

	parser->at++;
	do {
		if (count == 3)
			return facts_fail(parser, parser->at, "a place has at most three parts");
		if (count == 0 && peek(parser) == '-') {
			parser->at++;
			parts[count++] = NONE;
		} else {
			parts[count++] = (uint32_t)facts_read_digits(parser, NONE - 1);
		}
	} while (peek(parser) == ':' && parser->at++);
	if (count < 3 && parts[0] == NONE)
		return facts_fail(parser, parser->at, "expected @-:LINE:COLUMN");
	if (count == 3)
		parser->previous.file = parts[0];
	if (count >= 2)
		parser->previous.line = parts[count - 2];
	parser->previous.column = parts[count - 1];
	*place = parser->previous;
	return !parser->failed;
}

bool facts_next_key(Parser *parser, Key *key, Place *place)
{
	while (!parser->failed && !facts_at_line_end(parser)) {
		if (peek(parser) == '@' && place) {
			facts_read_place(parser, place);
			continue;
		}
		*key = (Key){ parser->at, facts_word_length(parser), false };
		if (!key->length) {
			facts_fail(parser, parser->at, "expected an attribute, found '%c'", peek(parser));
			return false;
		}
		parser->at += key->length;
		if (peek(parser) == '=') {
			parser->at++;
			key->has_value = true;
		}
		return true;
	}
	return false;
}

void facts_unknown_key(Parser *parser, const Key *key)
{
	facts_fail(parser, key->text, "unknown attribute \"%.*s%s\"", (int)(key->length > 40 ? 40 : key->length), key->text,
		key->has_value ? "=" : "");
}

uint32_t facts_read_choice(Parser *parser, const char *(*text)(uint32_t), uint32_t count, const char *what)
{
	skip_spaces(parser);
	size_t length = facts_word_length(parser);
	for (uint32_t i = 0; i < count; i++) {
		if (strlen(text(i)) == length && !memcmp(text(i), parser->at, length)) {
			parser->at += length;
			return i;
		}
	}
	facts_fail(parser, parser->at, "expected a %s", what);
	return 0;
}
