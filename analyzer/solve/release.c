/*
 * Functions that walk a structure by calling themselves and do nothing but free it and forget the pointers to what is freed:
 * nobody sees anything of what they do, and to follow them through all that is freed costs more than to follow those that
 * build it.
 */
#include "solve/engine.h"

static bool is_null(const Module *program, const Function *f, ValueId v)
{
	const Instr *in = instr_behind_casts(f, v), *typed = &f->instrs.items[v];
	bool pointer = typed->type != NONE && program->types.items[typed->type].kind == TY_POINTER;

	return pointer && in->op == OP_CONST_INT && in->imm == 0;
}

/* Is nothing but NULL ever in the variable of F that is at PLACE? */
static bool holds_null(const Module *program, const Function *f, ValueId place)
{
	const Instr *at = instr_behind_casts(f, place);
	bool some = false, all = at->op == OP_ADDR_LOCAL;

	for (uint32_t i = 0; i < f->instrs.len && all; i++) {
		const Instr *in = &f->instrs.items[i];
		if (!instr_writes(in) || instr_behind_casts(f, in->a)->op != OP_ADDR_LOCAL || instr_behind_casts(f, in->a)->imm != at->imm)
			continue;
		some = true;
		all = in->op == OP_ZERO || (in->op == OP_STORE && is_null(program, f, in->b));
	}
	return some && all;
}

/* Does CALL copy to a variable of F itself, or NULL to wherever it is? */
static bool copies_nothing(const Module *program, const Function *f, const Instr *call)
{
	const Instr *callee = &f->instrs.items[call->a];

	if (callee->op != OP_ADDR_FUNC || !str_is(program->functions.items[callee->imm].name, "memcpy") || call->nargs < 2)
		return false;
	ValueId to = f->args.items[call->first_arg], from = f->args.items[call->first_arg + 1];
	return instr_in_local(f, to) || holds_null(program, f, from);
}

/* Does F, but for what it calls, only read, and write its own variables or NULL? Adds what it calls to WORK. */
static bool only_reads(const Module *program, FuncId id, FuncIds *work)
{
	const Function *f = &program->functions.items[id];

	if (!f->defined || f->is_stub)
		return str_is(f->name, "free");
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		bool forgets = in->op == OP_STORE && is_null(program, f, in->b);
		bool other = in->op == OP_ASM || in->op == OP_VA_START || in->op == OP_VA_ARG || in->op == OP_VA_COPY;
		if (other || (instr_writes(in) && !forgets && !instr_in_local(f, in->a)) || (in->op == OP_CALL && f->instrs.items[in->a].op != OP_ADDR_FUNC))
			return false;
		if (in->op == OP_CALL && !copies_nothing(program, f, in))
			vec_push(work, (FuncId)f->instrs.items[in->a].imm);
	}
	return true;
}

/* Does F return nothing, or the same number always? That goes to *NUMBER. */
static bool returns_one(const Module *program, const Function *f, Range *number)
{
	TypeId result = program->types.items[f->type].elem;
	bool one = true, some = false;

	*number = range_top();
	if (result == NONE || program->types.items[result].kind == TY_VOID)
		return true;
	for (uint32_t i = 0; i < f->instrs.len && one; i++) {
		const Instr *in = &f->instrs.items[i];
		if (in->op != OP_RETURN || in->a == NONE)
			continue;
		const Instr *value = instr_behind_casts(f, in->a);
		one = value->op == OP_CONST_INT && (!some || range_equal(*number, range_const(value->imm)));
		*number = range_const(value->imm);
		some = true;
	}
	return one && some;
}

static bool has_role(const Roles *roles, FuncId func)
{
	bool found = false;

	for (uint32_t i = 0; i < roles->functions.len && !found; i++)
		found = roles->functions.items[i].function == func;
	return found;
}

static bool find_releases(const Module *program, const Roles *roles, FuncId func)
{
	FuncIds work = {0};
	Bitset seen = {0};
	bool releases = true, again = false, frees = false;

	vec_push(&work, func);
	for (uint32_t at = 0; at < work.len && releases; at++) {
		again |= at && work.items[at] == func;
		frees |= str_is(program->functions.items[work.items[at]].name, "free");
		if (bitset_add(&seen, work.items[at]))
			releases = !has_role(roles, work.items[at]) && only_reads(program, work.items[at], &work);
	}
	bitset_release(&seen);
	vec_release(&work);
	return releases && again && frees;
}

bool releases_only(Engine *e, FuncId func, Range *result)
{
	const Function *f = &e->program->functions.items[func];
	uint32_t known;

	if (!map_get(&e->releases, func, &known)) {
		known = f->defined && returns_one(e->program, f, result) && find_releases(e->program, e->roles, func);
		map_put(&e->releases, func, known);
	}
	return known && returns_one(e->program, f, result);
}
