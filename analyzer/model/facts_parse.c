/*
 * Reading facts: one pass over the buffer, line by line, with no copies but of strings that hold escapes. Nothing is
 * allocated ahead of the text that fills it. People may write names where the printer writes numbers; such a name is
 * left as a fixup and resolved when all tables are complete. The first mistake is reported and ends the reading.
 */
#include "model/facts.h"

#include "base/map.h"
#include "model/facts_ops.h"

#include <stdarg.h>
#include <stddef.h>

typedef enum {
	SPACE_TYPE, SPACE_GLOBAL, SPACE_FUNCTION, SPACE_MEMBER, SPACE_LOCAL, SPACE_VALUE, SPACE_BLOCK, SPACES
} Space;

typedef enum { IN_TYPE, IN_MEMBER, IN_GLOBAL, IN_FUNCTION, IN_LOCAL, IN_INSTR, IN_ARG, IN_CASE } Container;

/* The id at OFFSET of an element is that of NAME in a space. */
typedef struct {
	Space space;
	Container container;
	uint32_t function, element, offset;
	Str name;
	const char *at;
} Fixup;

typedef struct {
	const char *start, *at, *end;
	Str file;
	Diags *diags;
	bool failed;
	Module *module;
	Function *function; /* being read, or NULL */
	Place previous;
	Container container; /* what is being read, for fixups */
	uint32_t element;
	Map words;           /* hash of the word of an operation → op << 8 | sub */
	VEC(Fixup) fixups;
	Map names[SPACES];   /* map_key(scope, name) → id */
	Text scratch;
} Parser;

enum { AMBIGUOUS = 0xfffffffe };

/* Reports at AT, once, and moves to the end of the text. Always false. */
__attribute__((format(printf, 3, 4)))
static bool fail(Parser *parser, const char *at, const char *format, ...)
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

static char peek(const Parser *parser)
{
	return parser->at < parser->end ? *parser->at : '\n';
}

static void skip_spaces(Parser *parser)
{
	while (parser->at < parser->end &&
	    (*parser->at == ' ' || *parser->at == '\t' || *parser->at == '\r' || *parser->at == ','))
		parser->at++;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '/';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
	return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '+';
}

/* Whether the line has nothing more on it but a comment. */
static bool at_line_end(Parser *parser)
{
	skip_spaces(parser);
	return peek(parser) == '\n' || peek(parser) == '#';
}

static void skip_line(Parser *parser)
{
	const char *newline = parser->at < parser->end ?
		memchr(parser->at, '\n', (size_t)(parser->end - parser->at)) : NULL;

	parser->at = newline ? newline + 1 : parser->end;
}

static bool end_line(Parser *parser)
{
	if (!at_line_end(parser))
		return fail(parser, parser->at, "unexpected '%c' after the end of the entry", peek(parser));
	skip_line(parser);
	return true;
}

/* --- numbers and strings */

static uint64_t read_digits(Parser *parser, uint64_t limit)
{
	const char *start = parser->at;
	uint64_t number = 0;

	while (is_digit(peek(parser))) {
		uint64_t digit = (uint64_t)(*parser->at++ - '0');
		if (number > (limit - digit) / 10) {
			fail(parser, start, "number too large");
			return 0;
		}
		number = number * 10 + digit;
	}
	if (parser->at == start)
		fail(parser, start, "expected a number");
	return number;
}

static uint32_t read_unsigned(Parser *parser)
{
	skip_spaces(parser);
	return (uint32_t)read_digits(parser, NONE - 2);
}

static int64_t read_signed(Parser *parser)
{
	skip_spaces(parser);
	bool negative = peek(parser) == '-';
	parser->at += negative;
	uint64_t number = read_digits(parser, (uint64_t)INT64_MAX + negative);
	return (int64_t)(negative ? 0 - number : number);
}

static int hex_digit(char c)
{
	return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static uint64_t read_hex(Parser *parser)
{
	const char *start;
	uint64_t number = 0;

	skip_spaces(parser);
	start = parser->at;
	if (parser->end - start < 3 || start[0] != '0' || start[1] != 'x') {
		fail(parser, start, "expected a hexadecimal number");
		return 0;
	}
	for (parser->at += 2; hex_digit(peek(parser)) >= 0; parser->at++)
		number = number << 4 | (uint64_t)hex_digit(*parser->at);
	if (parser->at == start + 2 || parser->at > start + 18)
		fail(parser, start, "expected 1 to 16 hexadecimal digits");
	return number;
}

static int64_t read_double(Parser *parser)
{
	char digits[64];
	char *end;
	double value;
	int64_t bits;

	skip_spaces(parser);
	if (parser->end - parser->at > 2 && parser->at[0] == '0' && parser->at[1] == 'x')
		return (int64_t)read_hex(parser);
	size_t length = 0;
	for (const char *c = parser->at; c < parser->end && length < sizeof digits - 1 && is_word(*c); c++)
		digits[length++] = *c;
	digits[length] = '\0';
	if (!length || !(is_digit(digits[digits[0] == '-']))) {
		fail(parser, parser->at, "expected a floating-point number");
		return 0;
	}
	value = strtod(digits, &end);
	if (*end)
		fail(parser, parser->at, "malformed floating-point number");
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
		fail(parser, parser->at - 1, "unknown escape in a string");
	}
}

static Str read_quoted(Parser *parser)
{
	const char *open = parser->at++;
	const char *piece = parser->at;

	text_clear(&parser->scratch);
	while (peek(parser) != '"') {
		if (peek(parser) == '\n') {
			fail(parser, open, "the string has no closing quote on its line");
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

static size_t word_length(const Parser *parser)
{
	const char *c = parser->at;

	while (c < parser->end && is_word(*c))
		c++;
	return (size_t)(c - parser->at);
}

/* A bare word or a string in quotes. */
static Str read_string(Parser *parser)
{
	skip_spaces(parser);
	if (peek(parser) == '"')
		return read_quoted(parser);
	if (!is_letter(peek(parser))) {
		fail(parser, parser->at, "expected a name or a string in quotes");
		return (Str){0};
	}
	size_t length = word_length(parser);
	Str word = str_intern_n(parser->at, length);
	parser->at += length;
	return word;
}

/* --- references */

static const char *space_text(Space space)
{
	static const char *const texts[SPACES] = {
		[SPACE_TYPE] = "type", [SPACE_GLOBAL] = "global", [SPACE_FUNCTION] = "function", [SPACE_MEMBER] = "member",
		[SPACE_LOCAL] = "local", [SPACE_VALUE] = "value", [SPACE_BLOCK] = "block",
	};

	return texts[space];
}

static uint32_t current_function(const Parser *parser)
{
	return parser->module->functions.len - 1;
}

/* Whether a number follows after SIGIL (0: none) and nothing else in the same word. */
static bool number_follows(const Parser *parser, char sigil)
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

/* An id in SPACE: its number, "-" for none, or a name that will be put at OFFSET of the element being read. */
static uint32_t read_ref(Parser *parser, Space space, size_t offset)
{
	static const char sigils[SPACES] = { [SPACE_TYPE] = 't', [SPACE_VALUE] = '%', [SPACE_BLOCK] = 'b' };
	char sigil = sigils[space];

	skip_spaces(parser);
	const char *start = parser->at;
	if (number_follows(parser, sigil)) {
		parser->at += sigil != 0;
		return (uint32_t)read_digits(parser, NONE - 2);
	}
	if (peek(parser) == '-' && word_length(parser) == 1) {
		parser->at++;
		return NONE;
	}
	if (space == SPACE_VALUE && peek(parser) != '%') {
		fail(parser, start, "expected a value like %%7");
		return NONE;
	}
	parser->at += space == SPACE_VALUE;
	if (peek(parser) != '"' && !is_letter(peek(parser))) {
		fail(parser, start, "expected a %s: its number or its name", space_text(space));
		return NONE;
	}
	Str name = read_string(parser);
	vec_push(&parser->fixups, (Fixup){
		space, parser->container, current_function(parser), parser->element, (uint32_t)offset, name, start });
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

static void declare(Parser *parser, Space space, uint32_t scope, Str name, uint32_t id)
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
		declare(parser, SPACE_TYPE, 0, type->name, i);
		for (uint32_t m = 0; m < type->nfields; m++)
			declare(parser, SPACE_MEMBER, i, module->fields.items[type->first_field + m].name, m);
	}
	for (uint32_t i = 0; i < module->globals.len; i++)
		declare(parser, SPACE_GLOBAL, 0, module->globals.items[i].name, i);
	for (uint32_t i = 0; i < module->functions.len; i++) {
		const Function *function = &module->functions.items[i];
		declare(parser, SPACE_FUNCTION, 0, function->name, i);
		for (uint32_t l = 0; l < function->locals.len; l++)
			declare(parser, SPACE_LOCAL, i, function->locals.items[l].name, l);
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

static void resolve(Parser *parser)
{
	if (parser->fixups.len && !parser->failed)
		declare_tables(parser);
	for (uint32_t i = 0; i < parser->fixups.len && !parser->failed; i++) {
		const Fixup *fixup = &parser->fixups.items[i];
		char *element = fixup_element(parser, fixup);
		uint64_t key = map_key(fixup_scope(fixup, element), fixup->name.i);
		uint32_t id = map_get_or(&parser->names[fixup->space], key, NONE);
		if (id == NONE)
			fail(parser, fixup->at, "there is no %s \"%s\"", space_text(fixup->space), str_text(fixup->name));
		else if (id == AMBIGUOUS)
			fail(parser, fixup->at, "there are several %ss \"%s\": write the number of one",
				space_text(fixup->space), str_text(fixup->name));
		else if (is_imm(fixup))
			*(int64_t *)(void *)(element + fixup->offset) = id;
		else
			*(uint32_t *)(void *)(element + fixup->offset) = id;
	}
}

/* --- attributes and places */

typedef struct {
	const char *text;
	size_t length;
	bool has_value; /* '=' follows and was read */
} Key;

static bool key_is(const Key *key, const char *text, bool has_value)
{
	return key->has_value == has_value && strlen(text) == key->length && !memcmp(text, key->text, key->length);
}

static bool read_place(Parser *parser, Place *place)
{
	uint32_t parts[3];
	uint32_t count = 0;

	parser->at++;
	do {
		if (count == 3)
			return fail(parser, parser->at, "a place has at most three parts");
		if (count == 0 && peek(parser) == '-') {
			parser->at++;
			parts[count++] = NONE;
		} else {
			parts[count++] = (uint32_t)read_digits(parser, NONE - 1);
		}
	} while (peek(parser) == ':' && parser->at++);
	if (count < 3 && parts[0] == NONE)
		return fail(parser, parser->at, "expected @-:LINE:COLUMN");
	if (count == 3)
		parser->previous.file = parts[0];
	if (count >= 2)
		parser->previous.line = parts[count - 2];
	parser->previous.column = parts[count - 1];
	*place = parser->previous;
	return !parser->failed;
}

/* The next attribute of the line; false at its end. A place may stand among them. */
static bool next_key(Parser *parser, Key *key, Place *place)
{
	while (!parser->failed && !at_line_end(parser)) {
		if (peek(parser) == '@' && place) {
			read_place(parser, place);
			continue;
		}
		*key = (Key){ parser->at, word_length(parser), false };
		if (!key->length) {
			fail(parser, parser->at, "expected an attribute, found '%c'", peek(parser));
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

static void unknown_key(Parser *parser, const Key *key)
{
	fail(parser, key->text, "unknown attribute \"%.*s%s\"", (int)(key->length > 40 ? 40 : key->length), key->text,
		key->has_value ? "=" : "");
}

/* The index of the word that follows in a list of COUNT words. */
static uint32_t read_choice(Parser *parser, const char *(*text)(uint32_t), uint32_t count, const char *what)
{
	skip_spaces(parser);
	size_t length = word_length(parser);
	for (uint32_t i = 0; i < count; i++) {
		if (strlen(text(i)) == length && !memcmp(text(i), parser->at, length)) {
			parser->at += length;
			return i;
		}
	}
	fail(parser, parser->at, "expected a %s", what);
	return 0;
}

static const char *kind_word(uint32_t i)
{
	return type_kind_text((TypeKind)i);
}

static const char *linkage_word(uint32_t i)
{
	return linkage_text((Linkage)i);
}

static const char *status_word(uint32_t i)
{
	return unit_status_text((UnitStatus)i);
}

static UnitId read_unit_id(Parser *parser)
{
	if (peek(parser) != '-')
		return read_unsigned(parser);
	parser->at++;
	return NONE;
}

static UnitId usual_unit(const Parser *parser)
{
	return parser->module->units.len ? 0 : NONE;
}

/* --- tables */

static void parse_root(Parser *parser)
{
	parser->module->root = read_string(parser);
}

static void parse_unit(Parser *parser)
{
	Unit unit = { .name = read_string(parser) };
	Key key;

	while (next_key(parser, &key, NULL)) {
		if (key_is(&key, "variant", true))
			unit.variant = read_string(parser);
		else if (key_is(&key, "message", true))
			unit.message = read_string(parser);
		else if (key_is(&key, "status", true))
			unit.status = (UnitStatus)read_choice(parser, status_word, UNIT_STATUSES, "status of a unit");
		else
			unknown_key(parser, &key);
	}
	vec_push(&parser->module->units, unit);
}

static void parse_file(Parser *parser)
{
	File file = { .name = read_string(parser) };
	Key key;

	while (next_key(parser, &key, NULL)) {
		if (key_is(&key, "system", false))
			file.is_system = true;
		else
			unknown_key(parser, &key);
	}
	vec_push(&parser->module->files, file);
}

static bool type_flag(Parser *parser, Type *type, const Key *key)
{
	if (key_is(key, "signed", false))
		return type->is_signed = true;
	if (key_is(key, "const", false))
		return type->is_const = true;
	if (key_is(key, "volatile", false))
		return type->is_volatile = true;
	if (key_is(key, "count", true)) {
		type->count = read_signed(parser);
		return true;
	}
	if (key_is(key, "alias", true)) {
		type->alias = read_string(parser);
		return true;
	}
	return false;
}

static void parse_type(Parser *parser)
{
	Type type = { .elem = NONE, .count = -1, .first_field = parser->module->fields.len };
	Key key;

	parser->container = IN_TYPE;
	parser->element = parser->module->types.len;
	type.kind = (TypeKind)read_choice(parser, kind_word, TYPE_KINDS, "kind of type");
	type.name = read_string(parser);
	type.bits = read_signed(parser);
	skip_spaces(parser);
	if (peek(parser) == '"')
		type.elem = read_ref(parser, SPACE_TYPE, offsetof(Type, elem));
	while (next_key(parser, &key, NULL)) {
		if (type_flag(parser, &type, &key))
			continue;
		if (key.has_value) {
			unknown_key(parser, &key);
			break;
		}
		parser->at = key.text;
		type.elem = read_ref(parser, SPACE_TYPE, offsetof(Type, elem));
	}
	vec_push(&parser->module->types, type);
}

static void parse_member(Parser *parser)
{
	Module *module = parser->module;
	Field field = { .bit_width = -1 };
	Key key;

	if (!module->types.len) {
		fail(parser, parser->at, "a member without a record before it");
		return;
	}
	parser->container = IN_MEMBER;
	parser->element = module->fields.len;
	field.name = read_string(parser);
	field.type = read_ref(parser, SPACE_TYPE, offsetof(Field, type));
	field.bit_offset = read_signed(parser);
	while (next_key(parser, &key, NULL)) {
		if (key_is(&key, "width", true))
			field.bit_width = (int32_t)(read_unsigned(parser) & INT32_MAX);
		else if (key_is(&key, "note", true))
			field.annotation = read_string(parser);
		else
			unknown_key(parser, &key);
	}
	vec_push(&module->fields, field);
	vec_last(&module->types)->nfields++;
}

static bool global_flag(Global *global, const Key *key)
{
	if (key_is(key, "defined", false))
		return global->defined = true;
	if (key_is(key, "tentative", false))
		return global->is_tentative = true;
	if (key_is(key, "const", false))
		return global->is_const = true;
	if (key_is(key, "volatile", false))
		return global->is_volatile = true;
	return false;
}

static void parse_global(Parser *parser)
{
	Global global = { .owner = NONE, .init = NONE, .unit = usual_unit(parser), .place = parser->previous };
	Key key;

	parser->container = IN_GLOBAL;
	parser->element = parser->module->globals.len;
	global.name = read_string(parser);
	global.linkage = (Linkage)read_choice(parser, linkage_word, LINKAGES, "linkage");
	global.type = read_ref(parser, SPACE_TYPE, offsetof(Global, type));
	while (next_key(parser, &key, &global.place)) {
		if (global_flag(&global, &key))
			continue;
		if (key_is(&key, "unit", true))
			global.unit = read_unit_id(parser);
		else if (key_is(&key, "owner", true))
			global.owner = read_ref(parser, SPACE_FUNCTION, offsetof(Global, owner));
		else if (key_is(&key, "init", true))
			global.init = read_ref(parser, SPACE_FUNCTION, offsetof(Global, init));
		else if (key_is(&key, "note", true))
			global.annotation = read_string(parser);
		else
			unknown_key(parser, &key);
	}
	vec_push(&parser->module->globals, global);
}

static bool function_flag(Function *function, const Key *key)
{
	if (key_is(key, "inline", false))
		return function->is_inline = true;
	if (key_is(key, "variadic", false))
		return function->is_variadic = true;
	if (key_is(key, "noreturn", false))
		return function->is_noreturn = true;
	if (key_is(key, "init", false))
		return function->is_init = true;
	if (key_is(key, "stub", false))
		return function->is_stub = true;
	if (key_is(key, "incomplete", false))
		return function->is_incomplete = true;
	return false;
}

static void parse_function(Parser *parser)
{
	Function *function = vec_add(&parser->module->functions);
	Key key;

	parser->function = function;
	parser->container = IN_FUNCTION;
	parser->element = current_function(parser);
	function->unit = usual_unit(parser);
	function->place = parser->previous;
	function->name = read_string(parser);
	function->linkage = (Linkage)read_choice(parser, linkage_word, LINKAGES, "linkage");
	function->type = read_ref(parser, SPACE_TYPE, offsetof(Function, type));
	while (next_key(parser, &key, &function->place)) {
		if (function_flag(function, &key))
			continue;
		if (key_is(&key, "unit", true))
			function->unit = read_unit_id(parser);
		else if (key_is(&key, "end", true))
			function->end_line = read_unsigned(parser);
		else if (key_is(&key, "hash", true))
			function->hash = read_hex(parser);
		else if (key_is(&key, "note", true))
			function->annotation = read_string(parser);
		else
			unknown_key(parser, &key);
	}
}

static void parse_variable(Parser *parser, const char *start, bool is_param)
{
	Function *function = parser->function;
	Local local = { .place = parser->previous };
	Key key;

	if (!function) {
		fail(parser, start, "a local or parameter outside of a function");
		return;
	}
	if (is_param && function->nparams != function->locals.len) {
		fail(parser, start, "a parameter after a local");
		return;
	}
	parser->container = IN_LOCAL;
	parser->element = function->locals.len;
	local.name = read_string(parser);
	local.type = read_ref(parser, SPACE_TYPE, offsetof(Local, type));
	while (next_key(parser, &key, &local.place)) {
		if (key_is(&key, "temporary", false))
			local.is_temporary = true;
		else if (key_is(&key, "volatile", false))
			local.is_volatile = true;
		else if (key_is(&key, "note", true))
			local.annotation = read_string(parser);
		else
			unknown_key(parser, &key);
	}
	vec_push(&function->locals, local);
	function->nparams += is_param;
}

/* --- instructions */

static void parse_label(Parser *parser)
{
	Function *function = parser->function;
	size_t length = word_length(parser);

	if (!function) {
		fail(parser, parser->at, "a block outside of a function");
		return;
	}
	if (number_follows(parser, 'b')) {
		const char *start = parser->at++;
		uint64_t number = read_digits(parser, NONE - 2);
		if (number != function->blocks.len) {
			fail(parser, start, "this is block b%u", function->blocks.len);
			return;
		}
	} else {
		Str name = str_intern_n(parser->at, length);
		declare(parser, SPACE_BLOCK, current_function(parser), name, function->blocks.len);
		parser->at += length;
	}
	parser->at++;
	function->defined = true;
	vec_push(&function->blocks, (Block){ function->instrs.len, 0 });
}

static void read_list(Parser *parser, Instr *instr, Space space)
{
	Function *function = parser->function;

	skip_spaces(parser);
	if (peek(parser) != '(') {
		fail(parser, parser->at, "expected a list in parentheses");
		return;
	}
	parser->at++;
	parser->container = IN_ARG;
	instr->first_arg = function->args.len;
	for (skip_spaces(parser); peek(parser) != ')' && !parser->failed; skip_spaces(parser)) {
		parser->element = function->args.len;
		vec_push(&function->args, read_ref(parser, space, 0));
	}
	parser->at += !parser->failed;
	instr->nargs = function->args.len - instr->first_arg;
	parser->container = IN_INSTR;
	parser->element = function->instrs.len;
}

static void read_cases(Parser *parser, Instr *instr)
{
	Function *function = parser->function;

	parser->container = IN_CASE;
	instr->first_arg = function->cases.len;
	for (skip_spaces(parser); is_digit(peek(parser)) || peek(parser) == '-'; skip_spaces(parser)) {
		Case one = { .low = read_signed(parser) };
		one.high = one.low;
		if (peek(parser) == '.' && parser->end - parser->at > 2 && parser->at[1] == '.') {
			parser->at += 2;
			one.high = read_signed(parser);
		}
		if (peek(parser) != ':') {
			fail(parser, parser->at, "expected ':' and a block");
			return;
		}
		parser->at++;
		parser->element = function->cases.len;
		one.target = read_ref(parser, SPACE_BLOCK, offsetof(Case, target));
		vec_push(&function->cases, one);
	}
	instr->nargs = function->cases.len - instr->first_arg;
	parser->container = IN_INSTR;
	parser->element = function->instrs.len;
}

/* For people: the type of the address of a local, global or function may be left out. */
static bool type_omitted(const Parser *parser, Op op)
{
	const char *at = parser->at;

	if (op != OP_ADDR_LOCAL && op != OP_ADDR_GLOBAL && op != OP_ADDR_FUNC)
		return false;
	while (at < parser->end && (*at == ' ' || *at == '\t'))
		at++;
	if (at < parser->end && *at == '"')
		return false;
	while (at < parser->end && is_word(*at))
		at++;
	while (at < parser->end && (*at == ' ' || *at == '\t' || *at == '\r'))
		at++;
	return at >= parser->end || *at == '\n' || *at == '@' || *at == '#';
}

static void read_operand(Parser *parser, Instr *instr, char operand)
{
	switch (operand) {
	case 'T':
		if (!type_omitted(parser, instr->op))
			instr->type = read_ref(parser, SPACE_TYPE, offsetof(Instr, type));
		break;
	case 'a': instr->a = read_ref(parser, SPACE_VALUE, offsetof(Instr, a)); break;
	case 'b': instr->b = read_ref(parser, SPACE_VALUE, offsetof(Instr, b)); break;
	case 'o':
		skip_spaces(parser);
		if (peek(parser) == '%')
			instr->a = read_ref(parser, SPACE_VALUE, offsetof(Instr, a));
		break;
	case 'B': instr->b = read_ref(parser, SPACE_BLOCK, offsetof(Instr, b)); break;
	case 'C': instr->c = read_ref(parser, SPACE_BLOCK, offsetof(Instr, c)); break;
	case 'R': instr->b = read_ref(parser, SPACE_TYPE, offsetof(Instr, b)); break;
	case 'L': instr->imm = read_ref(parser, SPACE_LOCAL, offsetof(Instr, imm)); break;
	case 'G': instr->imm = read_ref(parser, SPACE_GLOBAL, offsetof(Instr, imm)); break;
	case 'F': instr->imm = read_ref(parser, SPACE_FUNCTION, offsetof(Instr, imm)); break;
	case 'M': instr->imm = read_ref(parser, SPACE_MEMBER, offsetof(Instr, imm)); break;
	case 'i': instr->imm = read_signed(parser); break;
	case 'd': instr->imm = read_double(parser); break;
	case 'w':
		skip_spaces(parser);
		if (parser->end - parser->at > 6 && !memcmp(parser->at, "width=", 6)) {
			parser->at += 6;
			instr->imm = read_signed(parser);
		}
		break;
	case 'x': instr->text = read_string(parser); break;
	case 'A': read_list(parser, instr, SPACE_VALUE); break;
	case 'J': read_list(parser, instr, SPACE_BLOCK); break;
	case 'S': read_cases(parser, instr); break;
	default: BUG("operand '%c'", operand);
	}
}

static void read_tail(Parser *parser, Instr *instr)
{
	while (!parser->failed && !at_line_end(parser)) {
		if (peek(parser) == '@') {
			read_place(parser, &instr->place);
		} else if (word_length(parser) == 8 && !memcmp(parser->at, "volatile", 8)) {
			parser->at += 8;
			instr->is_volatile = true;
		} else if (str_empty(instr->text)) {
			instr->text = read_string(parser);
		} else {
			fail(parser, parser->at, "unexpected '%c' after the text of the instruction", peek(parser));
		}
	}
}

/* "%12 =" or "%name =" before an operation. */
static void read_result(Parser *parser)
{
	Function *function = parser->function;
	const char *start = parser->at;

	if (number_follows(parser, '%')) {
		parser->at++;
		if (read_digits(parser, NONE - 2) != function->instrs.len) {
			fail(parser, start, "this is value %%%u: instructions without a result count too", function->instrs.len);
			return;
		}
	} else {
		parser->at++;
		if (!is_letter(peek(parser))) {
			fail(parser, start, "expected a value like %%7");
			return;
		}
		declare(parser, SPACE_VALUE, current_function(parser), read_string(parser), function->instrs.len);
	}
	skip_spaces(parser);
	if (peek(parser) != '=') {
		fail(parser, parser->at, "expected '='");
		return;
	}
	parser->at++;
	skip_spaces(parser);
}

static uint64_t word_hash(const char *word, size_t length)
{
	return hash_bytes(0, word, length);
}

static bool read_op(Parser *parser, Instr *instr)
{
	size_t length = word_length(parser);
	uint32_t code = map_get_or(&parser->words, word_hash(parser->at, length), NONE);

	if (parser->failed)
		return false;
	if (code == NONE)
		return fail(parser, parser->at, "unknown operation or entry \"%.*s\"", (int)(length > 40 ? 40 : length), parser->at);
	instr->op = (uint8_t)(code >> 8);
	instr->sub = (uint8_t)code;
	parser->at += length;
	return true;
}

static void parse_instr(Parser *parser)
{
	Function *function = parser->function;
	Instr instr = { .type = NONE, .place = parser->previous, .a = NONE, .b = NONE, .c = NONE };
	const char *start = parser->at;

	if (!function || !function->blocks.len) {
		if (peek(parser) == '%' || map_get(&parser->words, word_hash(parser->at, word_length(parser)), NULL))
			fail(parser, start, "an instruction outside of a block");
		else
			fail(parser, start, "unknown entry");
		return;
	}
	parser->container = IN_INSTR;
	parser->element = function->instrs.len;
	bool has_result = peek(parser) == '%';
	if (has_result)
		read_result(parser);
	if (!read_op(parser, &instr))
		return;
	if (has_result && !op_has_result(instr.op)) {
		fail(parser, start, "%s has no result", op_text(instr.op));
		return;
	}
	for (const char *operand = op_operands(instr.op); *operand && !parser->failed; operand++)
		read_operand(parser, &instr, *operand);
	read_tail(parser, &instr);
	vec_push(&function->instrs, instr);
	vec_last(&function->blocks)->count++;
}

/* --- lines */

static bool starts_with(const Parser *parser, const char *word, size_t length)
{
	return strlen(word) == length && !memcmp(parser->at, word, length);
}

/* True when the line is an entry of a table, which then is read. */
static bool parse_entry(Parser *parser, size_t length)
{
	static const struct { const char *word; void (*parse)(Parser *); } entries[] = {
		{ "member", parse_member }, { "type", parse_type }, { "function", parse_function },
		{ "global", parse_global }, { "file", parse_file }, { "unit", parse_unit }, { "root", parse_root },
	};
	const char *start = parser->at;

	if (starts_with(parser, "local", length) || starts_with(parser, "param", length)) {
		parser->at += length;
		parse_variable(parser, start, *start == 'p');
		return true;
	}
	for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
		if (starts_with(parser, entries[i].word, length)) {
			parser->at += length;
			entries[i].parse(parser);
			return true;
		}
	}
	return false;
}

static void parse_line(Parser *parser)
{
	if (at_line_end(parser)) {
		skip_line(parser);
		return;
	}
	size_t length = word_length(parser);
	if (length && parser->at + length < parser->end && parser->at[length] == ':')
		parse_label(parser);
	else if (peek(parser) == '%' || !parse_entry(parser, length))
		parse_instr(parser);
	if (!parser->failed)
		end_line(parser);
}

static void parse_version(Parser *parser)
{
	static const char magic[] = "featdep-facts ";
	size_t length = sizeof magic - 1;

	if ((size_t)(parser->end - parser->at) < length || memcmp(parser->at, magic, length)) {
		fail(parser, parser->at, "not a facts file: the first line is not \"featdep-facts %d\"", FACTS_VERSION);
		return;
	}
	parser->at += length;
	const char *start = parser->at;
	uint32_t version = read_unsigned(parser);
	if (!parser->failed && version != FACTS_VERSION)
		fail(parser, start, "facts of version %u; this program reads version %d: extract them again", version,
			FACTS_VERSION);
	if (!parser->failed)
		end_line(parser);
}

static void learn_words(Parser *parser)
{
	for (uint32_t op = 0; op < OP_COUNT; op++) {
		uint32_t subs = op == OP_BIN ? BIN_COUNT : op == OP_UN ? UN_COUNT : 1;
		for (uint32_t sub = 0; sub < subs; sub++) {
			const char *word = op_word((Op)op, (uint8_t)sub);
			map_put(&parser->words, word_hash(word, strlen(word)), op << 8 | sub);
		}
	}
}

/* The start of the INDEX-th line that begins with WORD, or of the INSTR-th instruction after it. */
static const char *find_line(const Parser *start, CheckPlace where)
{
	Parser parser = *start;
	uint32_t seen = 0;
	bool inside = false;

	for (parser.at = parser.start; parser.at < parser.end; skip_line(&parser)) {
		if (at_line_end(&parser))
			continue;
		size_t length = word_length(&parser);
		if (inside) {
			bool is_local = starts_with(&parser, "local", length) || starts_with(&parser, "param", length);
			bool is_label = length && parser.at + length < parser.end && parser.at[length] == ':';
			if (!is_local && !is_label && where.instr-- == 0)
				return parser.at;
		} else if (starts_with(&parser, where.word, length) && seen++ == where.index) {
			if (where.instr == NONE)
				return parser.at;
			inside = true;
		}
	}
	return parser.start;
}

static void check(Parser *parser)
{
	CheckPlace where;
	Text problem = {0};

	if (!parser->failed && !module_check_at(parser->module, &problem, &where))
		fail(parser, find_line(parser, where), "%s", text_data(&problem));
	text_release(&problem);
}

static void parser_release(Parser *parser)
{
	for (uint32_t i = 0; i < SPACES; i++)
		map_release(&parser->names[i]);
	map_release(&parser->words);
	vec_release(&parser->fixups);
	text_release(&parser->scratch);
}

bool facts_parse(const char *text, size_t length, Str file, Module *module, Diags *diags)
{
	Parser parser = {
		.start = text, .at = text, .end = text + length, .file = file, .diags = diags, .module = module,
		.previous = { NONE, 0, 0 },
	};

	if (length > UINT32_MAX)
		fail(&parser, text, "facts of %zu bytes are too large", length);
	else
		parse_version(&parser);
	learn_words(&parser);
	while (parser.at < parser.end)
		parse_line(&parser);
	resolve(&parser);
	check(&parser);
	parser_release(&parser);
	if (parser.failed)
		module_release(module);
	return !parser.failed;
}
