/*
 * What functions name: other functions, globals and members of records; a record as a whole, where it is assigned or its
 * address is taken for another one. Which functions reach something by names alone is asked of the whole program several
 * times; the answer walks from callees to callers and looks at each name once.
 */
#include "solve/engine.h"

/* The record that IN names a member of, or all of; NONE: it names none. */
static TypeId named_record(const Module *program, const Function *f, const Instr *in)
{
	if (in->op == OP_FIELD)
		return in->b;
	if (in->op == OP_LOAD || in->op == OP_STORE)
		return type_is_record(program, in->type) ? in->type : NONE;
	if (in->op == OP_COPY)
		return pointed_record(program, f->instrs.items[in->a].type);
	TypeId from = in->op == OP_CAST ? pointed_record(program, f->instrs.items[in->a].type) : NONE;
	TypeId to = from == NONE ? NONE : pointed_record(program, in->type);
	bool same = to != NONE && program->types.items[to].name.i == program->types.items[from].name.i;
	return same ? NONE : from;
}

/* Lists by function of who names it: first the counts, then their sums, then the entries. */
static void find_namers(Mentions *m, uint32_t functions)
{
	m->namers_from = mem_calloc(functions + 2, sizeof *m->namers_from);
	for (uint32_t i = 0; i < m->names.len; i++)
		if (m->names.items[i].instr->op == OP_ADDR_FUNC)
			m->namers_from[m->names.items[i].instr->imm + 2]++;
	for (uint32_t f = 2; f < functions + 2; f++)
		m->namers_from[f] += m->namers_from[f - 1];
	m->namers = mem_calloc(m->namers_from[functions + 1] + 1, sizeof *m->namers);
	for (uint32_t i = 0; i < m->names.len; i++)
		if (m->names.items[i].instr->op == OP_ADDR_FUNC)
			m->namers[m->namers_from[m->names.items[i].instr->imm + 1]++] = m->names.items[i].func;
}

/* The functions that an initialiser stores in members of records: whoever calls them names the member. */
static void find_stored_in_members(const Function *init, Bitset *stored)
{
	for (ValueId i = 0; i < init->instrs.len; i++) {
		const Instr *in = &init->instrs.items[i];
		if (in->op == OP_STORE && instr_behind_casts(init, in->a)->op == OP_FIELD)
			for (ValueId v = in->b; v != NONE; v = init->instrs.items[v].op == OP_CAST ? init->instrs.items[v].a : NONE)
				bitset_add(stored, v);
	}
}

/* What an initialiser names leads to nothing through the members that it fills: they are called by name. */
static void mentions_of(Mentions *m, const Module *program, FuncId id, Bitset *stored)
{
	const Function *f = &program->functions.items[id];

	bitset_clear(stored);
	if (f->is_init)
		find_stored_in_members(f, stored);
	for (ValueId i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		TypeId record = named_record(program, f, in);
		bool fills = f->is_init && (record != NONE || (in->op == OP_ADDR_FUNC && bitset_has(stored, i)));
		if ((in->op == OP_ADDR_FUNC || in->op == OP_ADDR_GLOBAL || record != NONE) && !fills)
			vec_push(&m->names, (Mention){ id, in, record });
	}
}

void mentions_find(Mentions *m, const Module *program)
{
	Bitset stored = {0};

	for (FuncId id = 0; id < program->functions.len; id++)
		mentions_of(m, program, id, &stored);
	bitset_release(&stored);
	find_namers(m, program->functions.len);
}

void mentions_spread(const Mentions *m, bool *funcs, uint32_t count)
{
	VEC(FuncId) work = {0};

	for (FuncId id = 0; id < count; id++)
		if (funcs[id])
			vec_push(&work, id);
	while (work.len) {
		FuncId id = vec_pop(&work);
		for (uint32_t i = m->namers_from[id]; i < m->namers_from[id + 1]; i++)
			if (!funcs[m->namers[i]]) {
				funcs[m->namers[i]] = true;
				vec_push(&work, m->namers[i]);
			}
	}
	vec_release(&work);
}

void mentions_release(Mentions *m)
{
	vec_release(&m->names);
	vec_release(&m->indirect);
	free(m->namers);
	free(m->namers_from);
}
