/*
 * Which functions lead to others: by naming them, or through a pointer that is declared, a table, a member that keeps them or
 * that a stub stands for.
 */
#include "solve/engine.h"

/* Does IN lead to one of FUNCS through a pointer that is declared, a table that holds it, a member that it is kept in or
   that a stub stands for? */
static bool leads_to(Engine *e, const Instr *in, const bool *funcs)
{
	FuncId declared = roles_pointer_function(e->roles, in);
	if (declared != NONE && funcs[declared])
		return true;
	if (in->op == OP_ADDR_GLOBAL) {
		FuncId init = e->program->globals.items[in->imm].init;
		return init != NONE && funcs[init];
	}
	if (in->op == OP_FIELD && handlers_any(e, in, funcs))
		return true;
	if (in->op != OP_FIELD || !map_get(&e->stub_records, e->program->types.items[in->b].name.i, NULL))
		return false;
	uint32_t stub;
	return map_get(&e->field_stubs, name_member(e->program, in).i, &stub) && funcs[stub];
}

/* Could IN lead to functions in such a way at all? Of most names that can be said once. */
static bool may_lead(Engine *e, const Instr *in)
{
	if (in->op == OP_ADDR_GLOBAL && e->program->globals.items[in->imm].init != NONE)
		return true;
	return roles_pointer_function(e->roles, in) != NONE || (in->op == OP_FIELD && (handlers_any(e, in, NULL) ||
		map_get(&e->stub_records, e->program->types.items[in->b].name.i, NULL)));
}

void leading_prepare(Engine *e, Mentions *names)
{
	for (uint32_t i = 0; i < names->names.len; i++)
		if (may_lead(e, names->names.items[i].instr))
			vec_push(&names->indirect, names->names.items[i]);
}

void leading_add(Engine *e, const Mentions *names, bool *funcs)
{
	for (bool changed = true; changed;) {
		changed = false;
		mentions_spread(names, funcs, e->program->functions.len);
		for (uint32_t i = 0; i < names->indirect.len; i++) {
			Mention name = names->indirect.items[i];
			if (!funcs[name.func] && leads_to(e, name.instr, funcs))
				funcs[name.func] = changed = true;
		}
	}
}
