/*
 * Functions that walk a structure by calling themselves and do nothing but free it: nobody sees anything of what they do, and
 * to follow them through all that is freed costs more than to follow those that build it.
 */
#include "solve/engine.h"

static bool is_local(const Function *f, ValueId place)
{
	const Instr *in = &f->instrs.items[place];

	while (in->op == OP_CAST || in->op == OP_ELEM || in->op == OP_FIELD)
		in = &f->instrs.items[in->a];
	return in->op == OP_ADDR_LOCAL;
}

/* Does F, but for what it calls, only read, and write its own variables? Adds what it calls to WORK. */
static bool only_reads(const Module *program, FuncId id, FuncIds *work)
{
	const Function *f = &program->functions.items[id];

	if (!f->defined || f->is_stub)
		return str_is(f->name, "free");
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		bool writes = in->op == OP_STORE || in->op == OP_COPY || in->op == OP_ZERO || in->op == OP_DATA;
		bool other = in->op == OP_ASM || in->op == OP_VA_START || in->op == OP_VA_ARG || in->op == OP_VA_COPY;
		if (other || (writes && !is_local(f, in->a)) || (in->op == OP_CALL && f->instrs.items[in->a].op != OP_ADDR_FUNC))
			return false;
		if (in->op == OP_ADDR_FUNC)
			vec_push(work, (FuncId)in->imm);
	}
	return true;
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
	bool releases = true, again = false;
	TypeId result = program->types.items[program->functions.items[func].type].elem;

	vec_push(&work, func);
	for (uint32_t at = 0; at < work.len && releases; at++) {
		again |= at && work.items[at] == func;
		if (bitset_add(&seen, work.items[at]))
			releases = !has_role(roles, work.items[at]) && only_reads(program, work.items[at], &work);
	}
	bitset_release(&seen);
	vec_release(&work);
	return releases && again && (result == NONE || program->types.items[result].kind == TY_VOID);
}

bool releases_only(Engine *e, FuncId func)
{
	uint32_t known;

	if (map_get(&e->releases, func, &known))
		return known;
	bool releases = e->program->functions.items[func].defined && find_releases(e->program, e->roles, func);
	map_put(&e->releases, func, releases);
	return releases;
}
