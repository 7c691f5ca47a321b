/*
 * For the tests of front/: lowers a snippet of C and prints functions in a short notation that is easy to read:
 *   x = y;        STORE of the LOAD of y          copy(a, b), zero(a), data(a)
 *   a.f, a[2]     FIELD, ELEM (a[AGE:2] with its label); (*p) an address that was loaded
 *   r1 = f(x);    CALL; its result is r1 below
 *   if x b1 b2;   BRANCH                           switch x {1:b2 3-5:b3 else b4};
 * Operators are written as in op.def and ir.h: (x add y), int(x) is a CAST.
 */
#ifndef FEATDEP_TESTS_FRONT_TEXT_H
#define FEATDEP_TESTS_FRONT_TEXT_H

#include "front/front.h"
#include "model/facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct {
	const char *name, *source, *function, *expected;
} TextCase;

typedef struct {
	char folder[64];
	Module module;
	FrontDeps deps;
	Diags diags;
	bool result;
} Lowered;

typedef struct {
	const Module *module;
	const Function *f;
	Text *out;
} Printer;

static void print_value(Printer *p, ValueId v);

static const char *local_text(const Function *f, int64_t i)
{
	Str name = f->locals.items[i].name;

	return str_empty(name) ? str_text(str_format("t%lld", (long long)i)) : str_text(name);
}

static void print_address(Printer *p, ValueId v)
{
	const Instr *instr = &p->f->instrs.items[v];

	switch ((int)instr->op) {
	case OP_ADDR_LOCAL:
		text_put(p->out, local_text(p->f, instr->imm));
		break;
	case OP_ADDR_GLOBAL:
		text_put(p->out, str_text(p->module->globals.items[instr->imm].name));
		break;
	case OP_ADDR_FUNC:
		text_put(p->out, str_text(p->module->functions.items[instr->imm].name));
		break;
	case OP_FIELD:
		print_address(p, instr->a);
		text_printf(p->out, ".%s", str_text(p->module->fields.items[p->module->types.items[instr->b].first_field
			+ instr->imm].name));
		break;
	case OP_ELEM:
		print_address(p, instr->a);
		text_put(p->out, "[");
		if (!str_empty(instr->text))
			text_printf(p->out, "%s:", str_text(instr->text));
		print_value(p, instr->b);
		text_put(p->out, "]");
		break;
	default:
		text_put(p->out, "(*");
		print_value(p, v);
		text_put(p->out, ")");
	}
}

static void print_list(Printer *p, const Instr *instr)
{
	text_put(p->out, "(");
	for (uint32_t i = 0; i < instr->nargs; i++) {
		text_put(p->out, i ? ", " : "");
		print_value(p, p->f->args.items[instr->first_arg + i]);
	}
	text_put(p->out, ")");
}

static void print_value(Printer *p, ValueId v)
{
	const Instr *instr = &p->f->instrs.items[v];
	double number;

	switch ((int)instr->op) {
	case OP_CONST_INT:
		if (str_empty(instr->text))
			text_printf(p->out, "%lld", (long long)instr->imm);
		else
			text_put(p->out, str_text(instr->text));
		break;
	case OP_CONST_FLOAT:
		memcpy(&number, &instr->imm, sizeof number);
		text_printf(p->out, "%gf", number);
		break;
	case OP_CONST_STR:
		text_printf(p->out, "\"%s\"", str_text(instr->text));
		break;
	case OP_UNDEF:
		text_put(p->out, "undef");
		break;
	case OP_LOAD:
		text_put(p->out, instr->is_volatile ? "volatile " : "");
		print_address(p, instr->a);
		if (instr->imm)
			text_printf(p->out, "{%d}", (int)instr->imm);
		break;
	case OP_UN:
		text_printf(p->out, "(%s ", un_text((UnOp)instr->sub));
		print_value(p, instr->a);
		text_put(p->out, ")");
		break;
	case OP_BIN:
		text_put(p->out, "(");
		print_value(p, instr->a);
		text_printf(p->out, " %s ", bin_text((BinOp)instr->sub));
		print_value(p, instr->b);
		text_put(p->out, ")");
		break;
	case OP_CAST:
		text_printf(p->out, "%s(", str_text(p->module->types.items[instr->type].name));
		print_value(p, instr->a);
		text_put(p->out, ")");
		break;
	case OP_CALL: case OP_VA_ARG:
		text_printf(p->out, "r%u", v);
		break;
	default:
		text_put(p->out, "&");
		print_address(p, v);
	}
}

static void print_jump(Printer *p, const Instr *instr)
{
	if (instr->op == OP_JUMP) {
		text_printf(p->out, "goto b%u;", instr->b);
	} else if (instr->op == OP_BRANCH) {
		text_put(p->out, "if ");
		print_value(p, instr->a);
		text_printf(p->out, " b%u b%u;", instr->b, instr->c);
	} else if (instr->op == OP_SWITCH) {
		text_put(p->out, "switch ");
		print_value(p, instr->a);
		text_put(p->out, " {");
		for (uint32_t i = 0; i < instr->nargs; i++) {
			const Case *item = &p->f->cases.items[instr->first_arg + i];

			text_printf(p->out, "%lld", (long long)item->low);
			if (item->high != item->low)
				text_printf(p->out, "-%lld", (long long)item->high);
			text_printf(p->out, ":b%u ", item->target);
		}
		text_printf(p->out, "else b%u};", instr->c);
	} else if (instr->op == OP_IJUMP) {
		text_put(p->out, "goto ");
		print_value(p, instr->a);
		text_put(p->out, " of");
		for (uint32_t i = 0; i < instr->nargs; i++)
			text_printf(p->out, " b%u", p->f->args.items[instr->first_arg + i]);
		text_put(p->out, ";");
	} else if (instr->op == OP_RETURN) {
		text_put(p->out, "return");
		if (instr->a != NONE) {
			text_put(p->out, " ");
			print_value(p, instr->a);
		}
		text_put(p->out, ";");
	} else {
		text_put(p->out, "unreachable;");
	}
}

static void print_action(Printer *p, ValueId v)
{
	const Instr *instr = &p->f->instrs.items[v];

	switch ((int)instr->op) {
	case OP_STORE:
		text_put(p->out, instr->is_volatile ? "volatile " : "");
		print_address(p, instr->a);
		if (instr->imm)
			text_printf(p->out, "{%d}", (int)instr->imm);
		text_put(p->out, " = ");
		print_value(p, instr->b);
		break;
	case OP_COPY: case OP_VA_COPY:
		text_put(p->out, instr->op == OP_COPY ? "copy(" : "vacopy(");
		print_address(p, instr->a);
		text_put(p->out, ", ");
		print_address(p, instr->b);
		if (instr->op == OP_COPY)
			text_printf(p->out, ", %lld", (long long)instr->imm);
		text_put(p->out, ")");
		break;
	case OP_ZERO: case OP_DATA: case OP_VA_START:
		text_printf(p->out, "%s(", op_text((Op)instr->op));
		print_address(p, instr->a);
		text_put(p->out, ")");
		break;
	case OP_CALL:
		if (instr->type != NONE)
			text_printf(p->out, "r%u = ", v);
		print_address(p, instr->a);
		print_list(p, instr);
		break;
	case OP_VA_ARG:
		text_printf(p->out, "r%u = vaarg(", v);
		print_address(p, instr->a);
		text_put(p->out, ")");
		break;
	case OP_ASM:
		text_put(p->out, "asm");
		print_list(p, instr);
		break;
	case OP_UNRESOLVED:
		text_printf(p->out, "unresolved");
		break;
	case OP_LOAD:
		if (!instr->is_volatile)
			return;
		text_put(p->out, "read ");
		print_address(p, instr->a);
		break;
	default:
		return;
	}
	text_put(p->out, "; ");
}

static void function_print(const Module *module, const Function *f, Text *out)
{
	Printer p = { module, f, out };

	for (uint32_t i = 0; i < f->blocks.len; i++) {
		const Block *block = &f->blocks.items[i];

		if (i)
			text_printf(out, " b%u: ", i);
		for (uint32_t k = block->first; k + 1 < block->first + block->count; k++)
			print_action(&p, k);
		print_jump(&p, &f->instrs.items[block->first + block->count - 1]);
	}
}

static const Function *function_find(const Module *module, const char *name)
{
	for (uint32_t i = 0; i < module->functions.len; i++)
		if (str_is(module->functions.items[i].name, name))
			return &module->functions.items[i];
	return NULL;
}

static inline const Global *global_find(const Module *module, const char *name)
{
	for (uint32_t i = 0; i < module->globals.len; i++)
		if (str_is(module->globals.items[i].name, name))
			return &module->globals.items[i];
	return NULL;
}

static inline const Type *type_find(const Module *module, const char *name)
{
	for (uint32_t i = 0; i < module->types.len; i++)
		if (str_is(module->types.items[i].name, name))
			return &module->types.items[i];
	return NULL;
}

/* Writes SOURCE to unit.c of a new folder and extracts it. */
static Lowered lower_with(const char *source, const char *const *args, size_t nargs)
{
	Lowered l = { .folder = "/tmp/featdep-front-XXXXXX" };
	FrontRequest request = { .file = "unit.c", .args = args, .nargs = nargs };
	Text problem = { 0 };

	assert_non_null(mkdtemp(l.folder));
	assert_true(file_write(str_text(str_format("%s/unit.c", l.folder)), source, strlen(source)));
	request.directory = request.root = l.folder;
	l.result = front_extract(&request, &l.module, &l.deps, &l.diags);
	if (!module_check(&l.module, &problem))
		fail_msg("%s", text_data(&problem));
	text_release(&problem);
	return l;
}

static void lowered_release(Lowered *l)
{
	module_release(&l->module);
	front_deps_release(&l->deps);
	diags_release(&l->diags);
	unlink(str_text(str_format("%s/unit.c", l->folder)));
	rmdir(l->folder);
}

static const Function *function_expect(const Module *module, const char *name)
{
	const Function *f = function_find(module, name);

	if (!f)
		fail_msg("no function \"%s\"", name);
	return f;
}

static inline void cases_run(const TextCase *cases, size_t count)
{
	uint32_t failures = 0;

	for (size_t i = 0; i < count; i++) {
		Lowered l = lower_with(cases[i].source, NULL, 0);
		Text text = { 0 };

		function_print(&l.module, function_expect(&l.module, cases[i].function), &text);
		if (strcmp(text_data(&text), cases[i].expected) != 0) {
			print_error("%s\n   got: %s\nwanted: %s\n", cases[i].name, text_data(&text), cases[i].expected);
			failures++;
		}
		text_release(&text);
		lowered_release(&l);
	}
	assert_int_equal(failures, 0);
}

#endif
