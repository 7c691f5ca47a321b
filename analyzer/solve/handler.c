/*
 * Handlers: functions that are kept in members of records (tables of operations). Where the value of such a pointer is
 * not known, because nobody saw the record being filled, it is one of those that the program stores in this member of
 * any record (field-based points-to analysis: Heintze and Tardieu, PLDI 2001).
 */
#include "solve/engine.h"

enum {
	MAX_HANDLERS = 16,  /* more are a registry: each would be as likely as any other */
	MAX_BEHIND = 2000   /* instructions that are worth following for a guess */
};

/* Units may see one record as different types: its name and its size tell. */
static uint64_t member_key(const Engine *e, const Instr *member)
{
	Str name = e->program->types.items[member->b].name;
	uint64_t record = str_empty(name) ? member->b : hash_u64(map_key(name.i, (uint32_t)type_bits(e->program, member->b)), 0x4A);

	return hash_u64(record, (uint32_t)member->imm);
}

void handlers_find(Engine *e)
{
	for (FuncId id = 0; id < e->program->functions.len; id++) {
		const Function *f = &e->program->functions.items[id];
		for (ValueId i = 0; i < f->instrs.len; i++) {
			const Instr *in = &f->instrs.items[i];
			const Instr *value = in->op == OP_STORE ? instr_behind_casts(f, in->b) : NULL;
			const Instr *member = in->op == OP_STORE ? instr_behind_casts(f, in->a) : NULL;
			if (!value || member->op != OP_FIELD)
				continue;
			uint64_t key = member_key(e, member);
			if (value->op != OP_ADDR_FUNC) {
				bool pointer = e->program->types.items[in->type].kind == TY_POINTER;
				if (pointer && (value->op != OP_CONST_INT || value->imm != 0))
					map_put(&e->handlers_not_all, key, 1);
				continue;
			}
			vec_push(&e->handlers, (Handler){ (FuncId)value->imm, member->b, map_get_or(&e->handlers_of, key, NONE) });
			map_put(&e->handlers_of, key, e->handlers.len - 1);
		}
	}
}

/* Is there not much code behind FUNC? */
static bool is_small(const Engine *e, FuncId func)
{
	VEC(FuncId) work = {0};
	Bitset seen = {0};
	uint64_t size = 0;

	vec_push(&work, func);
	bitset_add(&seen, func);
	while (work.len && size <= MAX_BEHIND) {
		const Function *f = &e->program->functions.items[vec_pop(&work)];
		size += f->is_stub ? 0 : f->instrs.len;
		for (ValueId i = 0; i < f->instrs.len && !f->is_stub; i++)
			if (f->instrs.items[i].op == OP_ADDR_FUNC && bitset_add(&seen, (FuncId)f->instrs.items[i].imm))
				vec_push(&work, (FuncId)f->instrs.items[i].imm);
	}
	vec_release(&work);
	bitset_release(&seen);
	return size <= MAX_BEHIND;
}

/* Code that leads to no model or store is followed only when it costs little: in a large program most tables of
   operations have nothing to do with features, and guesses about all of them use up the steps for what has. */
static bool is_worth_it(const Engine *e, FuncId func)
{
	return e->invokes[func] || is_small(e, func);
}

/* Only of the very type of the record: with all that units see under its name, large programs reach far too much. */
PtsId handlers_targets(Engine *e, const Instr *member)
{
	uint64_t key = map_key(member->b, (uint32_t)member->imm);
	uint32_t last = map_get_or(&e->handlers_of, member_key(e, member), NONE), known;
	Pointees targets = {0};
	uint32_t count;
	bool worth = true;

	if (last == NONE || map_get(&e->handler_sets, key, &known))
		return last == NONE ? 0 : known;
	for (uint32_t i = last; i != NONE && worth; i = e->handlers.items[i].next) {
		if (e->handlers.items[i].record != member->b)
			continue;
		vec_push(&targets, (Pointee){ object_of_function(e, e->handlers.items[i].func), range_const(0) });
		worth = is_worth_it(e, e->handlers.items[i].func);
	}
	PtsId set = pts_of(targets.items, targets.len);
	pts_targets(set, &count);
	set = worth && count <= MAX_HANDLERS ? set : 0;
	map_put(&e->handler_sets, key, set);
	vec_release(&targets);
	return set;
}

bool handlers_any(const Engine *e, const Instr *member, const bool *funcs)
{
	for (uint32_t i = map_get_or(&e->handlers_of, member_key(e, member), NONE); i != NONE;
	     i = e->handlers.items[i].next)
		if (!funcs || funcs[e->handlers.items[i].func])
			return true;
	return false;
}

bool handlers_all(const Engine *e, const Instr *place, FuncIds *out)
{
	uint64_t key = place->op == OP_FIELD ? member_key(e, place) : 0;
	uint32_t last = map_get_or(&e->handlers_of, key, NONE);

	if (place->op != OP_FIELD || last == NONE || map_get(&e->handlers_not_all, key, NULL))
		return false;
	for (uint32_t i = last; i != NONE; i = e->handlers.items[i].next)
		vec_push(out, e->handlers.items[i].func);
	return true;
}

bool handlers_same_member(const Engine *e, const Instr *a, const Instr *b)
{
	return member_key(e, a) == member_key(e, b);
}
