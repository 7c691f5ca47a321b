/*
 * Facts as text, line by line in the order of the tables. Nothing here formats with printf: a program's facts are
 * hundreds of megabytes and printing them is part of every extraction.
 */
#include "model/facts.h"

#include "model/facts_ops.h"

#include <stdio.h>

typedef struct {
	const Module *module;
	Text *out;
	Place previous; /* a place equal to it is left out */
} Printer;

static void put_unsigned(Text *out, uint64_t number)
{
	char digits[20];
	size_t first = sizeof digits;

	do {
		digits[--first] = (char)('0' + number % 10);
		number /= 10;
	} while (number);
	text_put_n(out, digits + first, sizeof digits - first);
}

static void put_signed(Text *out, int64_t number)
{
	if (number < 0)
		text_char(out, '-');
	put_unsigned(out, number < 0 ? 0 - (uint64_t)number : (uint64_t)number);
}

static void put_hex(Text *out, uint64_t number)
{
	text_put_n(out, "0x", 2);
	for (int shift = 60; shift >= 0; shift -= 4)
		text_char(out, "0123456789abcdef"[number >> shift & 15]);
}

/* SIGIL and the number, or "-" for NONE. */
static void put_id(Text *out, char sigil, uint32_t id)
{
	if (id == NONE) {
		text_put_n(out, " -", 2);
		return;
	}
	char start[2] = { ' ', sigil };
	text_put_n(out, start, sigil ? 2 : 1);
	put_unsigned(out, id);
}

static bool is_bare(const char *text, size_t length)
{
	if (!length || !((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z') || text[0] == '_' ||
	    text[0] == '/'))
		return false;
	for (size_t i = 1; i < length; i++) {
		char c = text[i];
		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '/' ||
		    c == '.' || c == '-' || c == '+'))
			return false;
	}
	return true;
}

static void put_quoted(Text *out, const char *text, size_t length)
{
	text_char(out, '"');
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)text[i];
		if (c == '"' || c == '\\') {
			text_char(out, '\\');
			text_char(out, (char)c);
		} else if (c == '\n') {
			text_put_n(out, "\\n", 2);
		} else if (c == '\t') {
			text_put_n(out, "\\t", 2);
		} else if (c < 0x20 || c == 0x7f) {
			text_printf(out, "\\x%02x", c);
		} else {
			text_char(out, (char)c);
		}
	}
	text_char(out, '"');
}

static void put_string(Text *out, Str string)
{
	const char *text = str_text(string);
	size_t length = str_length(string);

	if (is_bare(text, length))
		text_put_n(out, text, length);
	else
		put_quoted(out, text, length);
}

static void put_attribute(Text *out, const char *key, Str value)
{
	if (str_empty(value))
		return;
	text_put(out, key);
	put_string(out, value);
}

static void put_flag(Text *out, bool flag, const char *word)
{
	if (flag)
		text_put(out, word);
}

enum { FORGOTTEN = NONE - 1 }; /* file of a previous place that no place equals */

static void put_place(Printer *printer, Place place)
{
	Text *out = printer->out;
	Place previous = printer->previous;

	if (place.file == previous.file && place.line == previous.line && place.column == previous.column)
		return;
	text_put_n(out, " @", 2);
	if (place.file != previous.file) {
		if (place.file == NONE)
			text_char(out, '-');
		else
			put_unsigned(out, place.file);
		text_char(out, ':');
	}
	if (place.file != previous.file || place.line != previous.line) {
		put_unsigned(out, place.line);
		text_char(out, ':');
	}
	put_unsigned(out, place.column);
	printer->previous = place;
}

static void put_unit(Printer *printer, UnitId unit)
{
	UnitId usual = printer->module->units.len ? 0 : NONE;

	if (unit == usual)
		return;
	text_put(printer->out, " unit=");
	if (unit == NONE)
		text_char(printer->out, '-');
	else
		put_unsigned(printer->out, unit);
}

/* Fifteen digits when they give the same bits back, else seventeen; what is not a number as its bits. */
static void put_double(Text *out, int64_t bits)
{
	double value, back;
	char digits[40];

	memcpy(&value, &bits, sizeof value);
	if (value - value != 0) {
		put_hex(out, (uint64_t)bits);
		return;
	}
	snprintf(digits, sizeof digits, "%.15g", value);
	back = strtod(digits, NULL);
	if (memcmp(&back, &value, sizeof value))
		snprintf(digits, sizeof digits, "%.17g", value);
	text_put(out, digits);
}

static void put_list(Text *out, const uint32_t *ids, uint32_t count, char sigil)
{
	text_put_n(out, " (", 2);
	for (uint32_t i = 0; i < count; i++) {
		if (i)
			text_char(out, ' ');
		text_char(out, sigil);
		put_unsigned(out, ids[i]);
	}
	text_char(out, ')');
}

static void put_cases(Text *out, const Case *cases, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		text_char(out, ' ');
		put_signed(out, cases[i].low);
		if (cases[i].high != cases[i].low) {
			text_put_n(out, "..", 2);
			put_signed(out, cases[i].high);
		}
		text_put_n(out, ":b", 2);
		put_unsigned(out, cases[i].target);
	}
}

static void put_operand(Text *out, const Function *function, const Instr *instr, char operand)
{
	switch (operand) {
	case 'T': put_id(out, 't', instr->type); break;
	case 'a': put_id(out, '%', instr->a); break;
	case 'b': put_id(out, '%', instr->b); break;
	case 'o':
		if (instr->a != NONE)
			put_id(out, '%', instr->a);
		break;
	case 'B': put_id(out, 'b', instr->b); break;
	case 'C': put_id(out, 'b', instr->c); break;
	case 'R': put_id(out, 't', instr->b); break;
	case 'i': case 'L': case 'G': case 'F': case 'M':
		text_char(out, ' ');
		put_signed(out, instr->imm);
		break;
	case 'd':
		text_char(out, ' ');
		put_double(out, instr->imm);
		break;
	case 'w':
		if (instr->imm) {
			text_put(out, " width=");
			put_signed(out, instr->imm);
		}
		break;
	case 'x':
		text_char(out, ' ');
		put_quoted(out, str_text(instr->text), str_length(instr->text));
		break;
	case 'A': put_list(out, function->args.items + instr->first_arg, instr->nargs, '%'); break;
	case 'J': put_list(out, function->args.items + instr->first_arg, instr->nargs, 'b'); break;
	case 'S': put_cases(out, function->cases.items + instr->first_arg, instr->nargs); break;
	default: BUG("operand '%c'", operand);
	}
}

static void put_instr(Printer *printer, const Function *function, uint32_t index)
{
	const Instr *instr = &function->instrs.items[index];
	const char *operands = op_operands(instr->op);
	Text *out = printer->out;

	if (op_has_result(instr->op)) {
		put_id(out, '%', index);
		text_put_n(out, " =", 2);
	}
	text_char(out, ' ');
	text_put(out, op_word(instr->op, instr->sub));
	for (const char *operand = operands; *operand; operand++)
		put_operand(out, function, instr, *operand);
	if (!str_empty(instr->text) && instr->op != OP_CONST_STR) {
		text_char(out, ' ');
		if (str_is(instr->text, "volatile"))
			text_put(out, "\"volatile\"");
		else
			put_string(out, instr->text);
	}
	put_flag(out, instr->is_volatile, " volatile");
	put_place(printer, instr->place);
	text_char(out, '\n');
}

static void put_units(Printer *printer)
{
	Text *out = printer->out;

	for (uint32_t i = 0; i < printer->module->units.len; i++) {
		const Unit *unit = &printer->module->units.items[i];
		text_put(out, "unit ");
		put_string(out, unit->name);
		put_attribute(out, " variant=", unit->variant);
		if (unit->status != UNIT_PARSED) {
			text_put(out, " status=");
			text_put(out, unit_status_text(unit->status));
		}
		put_attribute(out, " message=", unit->message);
		text_char(out, '\n');
	}
}

static void put_files(Printer *printer)
{
	for (uint32_t i = 0; i < printer->module->files.len; i++) {
		text_put(printer->out, "file ");
		put_string(printer->out, printer->module->files.items[i].name);
		put_flag(printer->out, printer->module->files.items[i].is_system, " system");
		text_char(printer->out, '\n');
	}
}

static void put_member(Text *out, const Field *field)
{
	text_put(out, " member ");
	put_string(out, field->name);
	put_id(out, 't', field->type);
	text_char(out, ' ');
	put_signed(out, field->bit_offset);
	if (field->bit_width >= 0) {
		text_put(out, " width=");
		put_signed(out, field->bit_width);
	}
	put_attribute(out, " note=", field->annotation);
	text_char(out, '\n');
}

static void put_type(Printer *printer, const Type *type)
{
	Text *out = printer->out;

	text_put(out, "type ");
	text_put(out, type_kind_text(type->kind));
	text_char(out, ' ');
	put_string(out, type->name);
	text_char(out, ' ');
	put_signed(out, type->bits);
	if (type->elem != NONE)
		put_id(out, 't', type->elem);
	if (type->count != -1) {
		text_put(out, " count=");
		put_signed(out, type->count);
	}
	put_attribute(out, " alias=", type->alias);
	put_flag(out, type->is_signed, " signed");
	put_flag(out, type->is_const, " const");
	put_flag(out, type->is_volatile, " volatile");
	text_char(out, '\n');
	for (uint32_t i = 0; i < type->nfields; i++)
		put_member(out, &printer->module->fields.items[type->first_field + i]);
}

static void put_global(Printer *printer, const Global *global)
{
	Text *out = printer->out;

	text_put(out, "global ");
	put_string(out, global->name);
	text_char(out, ' ');
	text_put(out, linkage_text(global->linkage));
	put_id(out, 't', global->type);
	put_unit(printer, global->unit);
	if (global->owner != NONE) {
		text_put(out, " owner=");
		put_unsigned(out, global->owner);
	}
	if (global->init != NONE) {
		text_put(out, " init=");
		put_unsigned(out, global->init);
	}
	put_attribute(out, " note=", global->annotation);
	put_flag(out, global->defined, " defined");
	put_flag(out, global->is_tentative, " tentative");
	put_flag(out, global->is_const, " const");
	put_flag(out, global->is_volatile, " volatile");
	put_place(printer, global->place);
	text_char(out, '\n');
}

static void put_local(Printer *printer, const Local *local, bool is_param)
{
	Text *out = printer->out;

	text_put(out, is_param ? " param " : " local ");
	put_string(out, local->name);
	put_id(out, 't', local->type);
	put_attribute(out, " note=", local->annotation);
	put_flag(out, local->is_temporary, " temporary");
	put_flag(out, local->is_volatile, " volatile");
	put_place(printer, local->place);
	text_char(out, '\n');
}

static void put_function_head(Printer *printer, const Function *function)
{
	Text *out = printer->out;

	text_put(out, "function ");
	put_string(out, function->name);
	text_char(out, ' ');
	text_put(out, linkage_text(function->linkage));
	put_id(out, 't', function->type);
	put_unit(printer, function->unit);
	if (function->end_line) {
		text_put(out, " end=");
		put_unsigned(out, function->end_line);
	}
	if (function->hash) {
		text_put(out, " hash=");
		put_hex(out, function->hash);
	}
	put_attribute(out, " note=", function->annotation);
	put_flag(out, function->is_inline, " inline");
	put_flag(out, function->is_variadic, " variadic");
	put_flag(out, function->is_noreturn, " noreturn");
	put_flag(out, function->is_init, " init");
	put_flag(out, function->is_stub, " stub");
	put_flag(out, function->is_incomplete, " incomplete");
	printer->previous.file = FORGOTTEN;
	put_place(printer, function->place);
	text_char(out, '\n');
}

static void put_function(Printer *printer, const Function *function)
{
	put_function_head(printer, function);
	for (uint32_t i = 0; i < function->locals.len; i++)
		put_local(printer, &function->locals.items[i], i < function->nparams);
	for (uint32_t b = 0; b < function->blocks.len; b++) {
		const Block *block = &function->blocks.items[b];
		text_char(printer->out, 'b');
		put_unsigned(printer->out, b);
		text_put_n(printer->out, ":\n", 2);
		for (uint32_t i = 0; i < block->count; i++)
			put_instr(printer, function, block->first + i);
	}
}

void facts_print(const Module *module, Text *out)
{
	Printer printer = { module, out, { NONE, 0, 0 } };

	text_put(out, "featdep-facts ");
	put_unsigned(out, FACTS_VERSION);
	text_char(out, '\n');
	if (!str_empty(module->root)) {
		text_put(out, "root ");
		put_string(out, module->root);
		text_char(out, '\n');
	}
	put_units(&printer);
	put_files(&printer);
	for (uint32_t i = 0; i < module->types.len; i++)
		put_type(&printer, &module->types.items[i]);
	for (uint32_t i = 0; i < module->globals.len; i++)
		put_global(&printer, &module->globals.items[i]);
	for (uint32_t i = 0; i < module->functions.len; i++)
		put_function(&printer, &module->functions.items[i]);
}
