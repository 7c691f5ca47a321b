/*
 * Handlers: functions that are kept in members of records (tables of operations). Where the value of such a pointer is
 * not known, because nobody saw the record being filled, it is one of those that the program stores in this member of
 * any record (field-based points-to analysis: Heintze and Tardieu, PLDI 2001).
 */
#include "solve/engine.h"

enum { MAX_HANDLERS = 16 }; /* more are a registry: each would be as likely as any other */

void handlers_find(Engine *e)
{
	for (FuncId id = 0; id < e->program->functions.len; id++) {
		const Function *f = &e->program->functions.items[id];
		for (ValueId i = 0; i < f->instrs.len; i++) {
			const Instr *in = &f->instrs.items[i];
			const Instr *value = in->op == OP_STORE ? instr_behind_casts(f, in->b) : NULL;
			const Instr *member = in->op == OP_STORE ? instr_behind_casts(f, in->a) : NULL;
			if (!value || value->op != OP_ADDR_FUNC || member->op != OP_FIELD)
				continue;
			uint64_t key = map_key(member->b, (uint32_t)member->imm);
			vec_push(&e->handlers, (Handler){ (FuncId)value->imm, map_get_or(&e->handlers_of, key, NONE) });
			map_put(&e->handlers_of, key, e->handlers.len - 1);
		}
	}
}

PtsId handlers_targets(Engine *e, const Instr *member)
{
	Pointees targets = {0};

	for (uint32_t i = map_get_or(&e->handlers_of, map_key(member->b, (uint32_t)member->imm), NONE); i != NONE;
	     i = e->handlers.items[i].next)
		vec_push(&targets, (Pointee){ object_of_function(e, e->handlers.items[i].func), range_const(0) });
	PtsId set = pts_of(targets.items, targets.len);
	uint32_t count;
	pts_targets(set, &count);
	vec_release(&targets);
	return count > MAX_HANDLERS ? 0 : set;
}

bool handlers_any(const Engine *e, const Instr *member, bool (*holds)(const Engine *, FuncId))
{
	for (uint32_t i = map_get_or(&e->handlers_of, map_key(member->b, (uint32_t)member->imm), NONE); i != NONE;
	     i = e->handlers.items[i].next)
		if (holds(e, e->handlers.items[i].func))
			return true;
	return false;
}
