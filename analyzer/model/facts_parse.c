/*
 * Reading facts: one pass over the buffer, line by line, with no copies but of strings that hold escapes. Nothing is
 * allocated ahead of the text that fills it.
 */
#include "model/facts_read.h"

#include "model/facts_ops.h"

#include <stddef.h>

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
		return facts_read_unsigned(parser);
	parser->at++;
	return NONE;
}

static UnitId usual_unit(const Parser *parser)
{
	return parser->module->units.len ? 0 : NONE;
}

static void parse_root(Parser *parser)
{
	parser->module->root = facts_read_string(parser);
}

static void parse_unit(Parser *parser)
{
	Unit unit = { .name = facts_read_string(parser) };
	Key key;

	while (facts_next_key(parser, &key, NULL)) {
		if (facts_key_is(&key, "variant", true))
			unit.variant = facts_read_string(parser);
		else if (facts_key_is(&key, "message", true))
			unit.message = facts_read_string(parser);
		else if (facts_key_is(&key, "status", true))
			unit.status = (UnitStatus)facts_read_choice(parser, status_word, UNIT_STATUSES, "status of a unit");
		else
			facts_unknown_key(parser, &key);
	}
	vec_push(&parser->module->units, unit);
}

static void parse_file(Parser *parser)
{
	File file = { .name = facts_read_string(parser) };
	Key key;

	while (facts_next_key(parser, &key, NULL)) {
		if (facts_key_is(&key, "system", false))
			file.is_system = true;
		else
			facts_unknown_key(parser, &key);
	}
	vec_push(&parser->module->files, file);
}

static bool type_flag(Parser *parser, Type *type, const Key *key)
{
	if (facts_key_is(key, "signed", false))
		return type->is_signed = true;
	if (facts_key_is(key, "const", false))
		return type->is_const = true;
	if (facts_key_is(key, "volatile", false))
		return type->is_volatile = true;
	if (facts_key_is(key, "count", true)) {
		type->count = facts_read_signed(parser);
		return true;
	}
	if (facts_key_is(key, "alias", true)) {
		type->alias = facts_read_string(parser);
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
	type.kind = (TypeKind)facts_read_choice(parser, kind_word, TYPE_KINDS, "kind of type");
	type.name = facts_read_string(parser);
	type.bits = facts_read_signed(parser);
	skip_spaces(parser);
	if (peek(parser) == '"')
		type.elem = facts_read_ref(parser, SPACE_TYPE, offsetof(Type, elem));
	while (facts_next_key(parser, &key, NULL)) {
		if (type_flag(parser, &type, &key))
			continue;
		if (key.has_value) {
			facts_unknown_key(parser, &key);
			break;
		}
		parser->at = key.text;
		type.elem = facts_read_ref(parser, SPACE_TYPE, offsetof(Type, elem));
	}
	vec_push(&parser->module->types, type);
}

static void parse_member(Parser *parser)
{
	Module *module = parser->module;
	Field field = { .bit_width = -1 };
	Key key;

	if (!module->types.len) {
		facts_fail(parser, parser->at, "a member without a record before it");
		return;
	}
	parser->container = IN_MEMBER;
	parser->element = module->fields.len;
	field.name = facts_read_string(parser);
	field.type = facts_read_ref(parser, SPACE_TYPE, offsetof(Field, type));
	field.bit_offset = facts_read_signed(parser);
	while (facts_next_key(parser, &key, NULL)) {
		if (facts_key_is(&key, "width", true))
			field.bit_width = (int32_t)(facts_read_unsigned(parser) & INT32_MAX);
		else if (facts_key_is(&key, "note", true))
			field.annotation = facts_read_string(parser);
		else
			facts_unknown_key(parser, &key);
	}
	vec_push(&module->fields, field);
	vec_last(&module->types)->nfields++;
}

static bool global_flag(Global *global, const Key *key)
{
	if (facts_key_is(key, "defined", false))
		return global->defined = true;
	if (facts_key_is(key, "tentative", false))
		return global->is_tentative = true;
	if (facts_key_is(key, "const", false))
		return global->is_const = true;
	if (facts_key_is(key, "volatile", false))
		return global->is_volatile = true;
	return false;
}

static void parse_global(Parser *parser)
{
	Global global = { .owner = NONE, .init = NONE, .unit = usual_unit(parser), .place = parser->previous };
	Key key;

	parser->container = IN_GLOBAL;
	parser->element = parser->module->globals.len;
	global.name = facts_read_string(parser);
	global.linkage = (Linkage)facts_read_choice(parser, linkage_word, LINKAGES, "linkage");
	global.type = facts_read_ref(parser, SPACE_TYPE, offsetof(Global, type));
	while (facts_next_key(parser, &key, &global.place)) {
		if (global_flag(&global, &key))
			continue;
		if (facts_key_is(&key, "unit", true))
			global.unit = read_unit_id(parser);
		else if (facts_key_is(&key, "owner", true))
			global.owner = facts_read_ref(parser, SPACE_FUNCTION, offsetof(Global, owner));
		else if (facts_key_is(&key, "init", true))
			global.init = facts_read_ref(parser, SPACE_FUNCTION, offsetof(Global, init));
		else if (facts_key_is(&key, "note", true))
			global.annotation = facts_read_string(parser);
		else
			facts_unknown_key(parser, &key);
	}
	vec_push(&parser->module->globals, global);
}

static bool function_flag(Function *function, const Key *key)
{
	if (facts_key_is(key, "inline", false))
		return function->is_inline = true;
	if (facts_key_is(key, "variadic", false))
		return function->is_variadic = true;
	if (facts_key_is(key, "noreturn", false))
		return function->is_noreturn = true;
	if (facts_key_is(key, "init", false))
		return function->is_init = true;
	if (facts_key_is(key, "stub", false))
		return function->is_stub = true;
	if (facts_key_is(key, "incomplete", false))
		return function->is_incomplete = true;
	return false;
}

#define COPY_EXACT(to, from) \
	do { \
		(to)->cap = (to)->len = (from)->len; \
		(to)->items = (from)->len ? mem_alloc((from)->len * sizeof *(from)->items) : NULL; \
		if ((from)->len) \
			memcpy((to)->items, (from)->items, (from)->len * sizeof *(from)->items); \
	} while (0)

/* The function that was being read goes to the module, in vectors no larger than they need to be. */
static void body_finish(Parser *parser)
{
	const Function *body = &parser->body;

	if (!parser->in_function)
		return;
	vec_push(&parser->module->functions, *body);
	Function *function = vec_last(&parser->module->functions);
	COPY_EXACT(&function->locals, &body->locals);
	COPY_EXACT(&function->blocks, &body->blocks);
	COPY_EXACT(&function->instrs, &body->instrs);
	COPY_EXACT(&function->args, &body->args);
	COPY_EXACT(&function->cases, &body->cases);
	parser->in_function = false;
}

static void body_start(Parser *parser)
{
	Function empty = { .locals = parser->body.locals, .blocks = parser->body.blocks, .instrs = parser->body.instrs,
		.args = parser->body.args, .cases = parser->body.cases };

	vec_clear(&empty.locals);
	vec_clear(&empty.blocks);
	vec_clear(&empty.instrs);
	vec_clear(&empty.args);
	vec_clear(&empty.cases);
	parser->body = empty;
	parser->in_function = true;
}

/* Moves before the next function, for a body that is known already. */
static void skip_body(Parser *parser)
{
	static const char next[] = "\nfunction ";
	const char *found = memmem(parser->at, (size_t)(parser->end - parser->at), next, sizeof next - 1);

	parser->at = found ? found : parser->end;
}

static void parse_function(Parser *parser)
{
	Function *function = &parser->body;
	Key key;

	body_finish(parser);
	body_start(parser);
	parser->container = IN_FUNCTION;
	parser->element = facts_current_function(parser);
	function->unit = usual_unit(parser);
	function->place = parser->previous;
	function->name = facts_read_string(parser);
	function->linkage = (Linkage)facts_read_choice(parser, linkage_word, LINKAGES, "linkage");
	function->type = facts_read_ref(parser, SPACE_TYPE, offsetof(Function, type));
	while (facts_next_key(parser, &key, &function->place)) {
		if (function_flag(function, &key))
			continue;
		if (facts_key_is(&key, "unit", true))
			function->unit = read_unit_id(parser);
		else if (facts_key_is(&key, "end", true))
			function->end_line = facts_read_unsigned(parser);
		else if (facts_key_is(&key, "hash", true))
			function->hash = facts_read_hex(parser);
		else if (facts_key_is(&key, "note", true))
			function->annotation = facts_read_string(parser);
		else
			facts_unknown_key(parser, &key);
	}
	if (parser->known && map_get(parser->known, function_key(parser->module, function), NULL))
		skip_body(parser);
}

static void parse_variable(Parser *parser, const char *start, bool is_param)
{
	Function *function = &parser->body;
	Local local = { .place = parser->previous };
	Key key;

	if (!parser->in_function) {
		facts_fail(parser, start, "a local or parameter outside of a function");
		return;
	}
	if (is_param && function->nparams != function->locals.len) {
		facts_fail(parser, start, "a parameter after a local");
		return;
	}
	parser->container = IN_LOCAL;
	parser->element = function->locals.len;
	local.name = facts_read_string(parser);
	local.type = facts_read_ref(parser, SPACE_TYPE, offsetof(Local, type));
	while (facts_next_key(parser, &key, &local.place)) {
		if (facts_key_is(&key, "temporary", false))
			local.is_temporary = true;
		else if (facts_key_is(&key, "volatile", false))
			local.is_volatile = true;
		else if (facts_key_is(&key, "note", true))
			local.annotation = facts_read_string(parser);
		else
			facts_unknown_key(parser, &key);
	}
	vec_push(&function->locals, local);
	function->nparams += is_param;
}

static void parse_label(Parser *parser)
{
	Function *function = &parser->body;
	size_t length = facts_word_length(parser);

	if (!parser->in_function) {
		facts_fail(parser, parser->at, "a block outside of a function");
		return;
	}
	if (facts_number_follows(parser, 'b')) {
		const char *start = parser->at++;
		uint64_t number = facts_read_digits(parser, NONE - 2);
		if (number != function->blocks.len) {
			facts_fail(parser, start, "this is block b%u", function->blocks.len);
			return;
		}
	} else {
		Str name = str_intern_n(parser->at, length);
		facts_declare(parser, SPACE_BLOCK, facts_current_function(parser), name, function->blocks.len);
		parser->at += length;
	}
	parser->at++;
	function->defined = true;
	vec_push(&function->blocks, (Block){ function->instrs.len, 0 });
}

static void read_list(Parser *parser, Instr *instr, Space space)
{
	Function *function = &parser->body;

	skip_spaces(parser);
	if (peek(parser) != '(') {
		facts_fail(parser, parser->at, "expected a list in parentheses");
		return;
	}
	parser->at++;
	parser->container = IN_ARG;
	instr->first_arg = function->args.len;
	for (skip_spaces(parser); peek(parser) != ')' && !parser->failed; skip_spaces(parser)) {
		parser->element = function->args.len;
		vec_push(&function->args, facts_read_ref(parser, space, 0));
	}
	parser->at += !parser->failed;
	instr->nargs = function->args.len - instr->first_arg;
	parser->container = IN_INSTR;
	parser->element = function->instrs.len;
}

static void read_cases(Parser *parser, Instr *instr)
{
	Function *function = &parser->body;

	parser->container = IN_CASE;
	instr->first_arg = function->cases.len;
	for (skip_spaces(parser); is_digit(peek(parser)) || peek(parser) == '-'; skip_spaces(parser)) {
		Case one = { .low = facts_read_signed(parser) };
		one.high = one.low;
		if (peek(parser) == '.' && parser->end - parser->at > 2 && parser->at[1] == '.') {
			parser->at += 2;
			one.high = facts_read_signed(parser);
		}
		if (peek(parser) != ':') {
			facts_fail(parser, parser->at, "expected ':' and a block");
			return;
		}
		parser->at++;
		parser->element = function->cases.len;
		one.target = facts_read_ref(parser, SPACE_BLOCK, offsetof(Case, target));
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
			instr->type = facts_read_ref(parser, SPACE_TYPE, offsetof(Instr, type));
		break;
	case 'a': instr->a = facts_read_ref(parser, SPACE_VALUE, offsetof(Instr, a)); break;
	case 'b': instr->b = facts_read_ref(parser, SPACE_VALUE, offsetof(Instr, b)); break;
	case 'o':
		skip_spaces(parser);
		if (peek(parser) == '%')
			instr->a = facts_read_ref(parser, SPACE_VALUE, offsetof(Instr, a));
		break;
	case 'B': instr->b = facts_read_ref(parser, SPACE_BLOCK, offsetof(Instr, b)); break;
	case 'C': instr->c = facts_read_ref(parser, SPACE_BLOCK, offsetof(Instr, c)); break;
	case 'R': instr->b = facts_read_ref(parser, SPACE_TYPE, offsetof(Instr, b)); break;
	case 'L': instr->imm = facts_read_ref(parser, SPACE_LOCAL, offsetof(Instr, imm)); break;
	case 'G': instr->imm = facts_read_ref(parser, SPACE_GLOBAL, offsetof(Instr, imm)); break;
	case 'F': instr->imm = facts_read_ref(parser, SPACE_FUNCTION, offsetof(Instr, imm)); break;
	case 'M': instr->imm = facts_read_ref(parser, SPACE_MEMBER, offsetof(Instr, imm)); break;
	case 'i': instr->imm = facts_read_signed(parser); break;
	case 'd': instr->imm = facts_read_double(parser); break;
	case 'w':
		skip_spaces(parser);
		if (parser->end - parser->at > 6 && !memcmp(parser->at, "width=", 6)) {
			parser->at += 6;
			instr->imm = facts_read_signed(parser);
		}
		break;
	case 'x': instr->text = facts_read_string(parser); break;
	case 'A': read_list(parser, instr, SPACE_VALUE); break;
	case 'J': read_list(parser, instr, SPACE_BLOCK); break;
	case 'S': read_cases(parser, instr); break;
	default: BUG("operand '%c'", operand);
	}
}

static void read_tail(Parser *parser, Instr *instr)
{
	while (!parser->failed && !facts_at_line_end(parser)) {
		if (peek(parser) == '@') {
			facts_read_place(parser, &instr->place);
		} else if (facts_word_length(parser) == 8 && !memcmp(parser->at, "volatile", 8)) {
			parser->at += 8;
			instr->is_volatile = true;
		} else if (str_empty(instr->text)) {
			instr->text = facts_read_string(parser);
		} else {
			facts_fail(parser, parser->at, "unexpected '%c' after the text of the instruction", peek(parser));
		}
	}
}

/* "%12 =" or "%name =" before an operation. */
static void read_result(Parser *parser)
{
	Function *function = &parser->body;
	const char *start = parser->at;

	if (facts_number_follows(parser, '%')) {
		parser->at++;
		if (facts_read_digits(parser, NONE - 2) != function->instrs.len) {
			facts_fail(parser, start, "this is value %%%u: instructions without a result count too", function->instrs.len);
			return;
		}
	} else {
		parser->at++;
		if (!is_letter(peek(parser))) {
			facts_fail(parser, start, "expected a value like %%7");
			return;
		}
		facts_declare(parser, SPACE_VALUE, facts_current_function(parser), facts_read_string(parser), function->instrs.len);
	}
	skip_spaces(parser);
	if (peek(parser) != '=') {
		facts_fail(parser, parser->at, "expected '='");
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
	size_t length = facts_word_length(parser);
	uint32_t code = map_get_or(&parser->words, word_hash(parser->at, length), NONE);

	if (parser->failed)
		return false;
	if (code == NONE)
		return facts_fail(parser, parser->at, "unknown operation or entry \"%.*s\"", (int)(length > 40 ? 40 : length),
			parser->at);
	instr->op = (uint8_t)(code >> 8);
	instr->sub = (uint8_t)code;
	parser->at += length;
	return true;
}

static void parse_instr(Parser *parser)
{
	Function *function = &parser->body;
	Instr instr = { .type = NONE, .place = parser->previous, .a = NONE, .b = NONE, .c = NONE };
	const char *start = parser->at;

	if (!function->blocks.len) {
		if (peek(parser) == '%' || map_get(&parser->words, word_hash(parser->at, facts_word_length(parser)), NULL))
			facts_fail(parser, start, "an instruction outside of a block");
		else
			facts_fail(parser, start, "unknown entry");
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
		facts_fail(parser, start, "%s has no result", op_text(instr.op));
		return;
	}
	for (const char *operand = op_operands(instr.op); *operand && !parser->failed; operand++)
		read_operand(parser, &instr, *operand);
	read_tail(parser, &instr);
	vec_push(&function->instrs, instr);
	vec_last(&function->blocks)->count++;
}

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
	if (facts_at_line_end(parser)) {
		facts_skip_line(parser);
		return;
	}
	size_t length = facts_word_length(parser);
	if (length && parser->at + length < parser->end && parser->at[length] == ':')
		parse_label(parser);
	else if (peek(parser) == '%' || !parse_entry(parser, length))
		parse_instr(parser);
	if (!parser->failed)
		facts_end_line(parser);
}

static void parse_version(Parser *parser)
{
	static const char magic[] = "featdep-facts ";
	size_t length = sizeof magic - 1;

	if ((size_t)(parser->end - parser->at) < length || memcmp(parser->at, magic, length)) {
		facts_fail(parser, parser->at, "not a facts file: the first line is not \"featdep-facts %d\"", FACTS_VERSION);
		return;
	}
	parser->at += length;
	const char *start = parser->at;
	uint32_t version = facts_read_unsigned(parser);
	if (!parser->failed && version != FACTS_VERSION)
		facts_fail(parser, start, "facts of version %u; this program reads version %d: extract them again", version,
			FACTS_VERSION);
	if (!parser->failed)
		facts_end_line(parser);
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

	for (parser.at = parser.start; parser.at < parser.end; facts_skip_line(&parser)) {
		if (facts_at_line_end(&parser))
			continue;
		size_t length = facts_word_length(&parser);
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
		facts_fail(parser, find_line(parser, where), "%s", text_data(&problem));
	text_release(&problem);
}

static void parser_release(Parser *parser)
{
	for (uint32_t i = 0; i < SPACES; i++)
		map_release(&parser->names[i]);
	function_release(&parser->body);
	map_release(&parser->words);
	vec_release(&parser->fixups);
	text_release(&parser->scratch);
}

uint64_t function_key(const Module *module, const Function *function)
{
	if (!function->hash || function->place.file >= module->files.len)
		return 0;
	uint64_t key = hash_u64(function->name.i, function->hash);
	return hash_u64(key, map_key(module->files.items[function->place.file].name.i, function->place.line)) | 1;
}

bool facts_parse_new(const char *text, size_t length, Str file, const Map *known, Module *module, Diags *diags)
{
	Parser parser = {
		.start = text, .at = text, .end = text + length, .file = file, .diags = diags, .module = module,
		.known = known, .previous = { NONE, 0, 0 },
	};

	if (length > UINT32_MAX)
		facts_fail(&parser, text, "facts of %zu bytes are too large", length);
	else
		parse_version(&parser);
	learn_words(&parser);
	while (parser.at < parser.end)
		parse_line(&parser);
	body_finish(&parser);
	facts_resolve(&parser);
	check(&parser);
	parser_release(&parser);
	if (parser.failed)
		module_release(module);
	return !parser.failed;
}

bool facts_parse(const char *text, size_t length, Str file, Module *module, Diags *diags)
{
	return facts_parse_new(text, length, file, NULL, module, diags);
}
