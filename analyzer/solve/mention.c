/*
 * What functions name: other functions, globals and members of records. Which functions reach something by names alone
 * is asked of the whole program several times; the answer walks from callees to callers and looks at each name once.
 */
#include "solve/engine.h"

static bool is_name(const Instr *in)
{
	return in->op == OP_ADDR_FUNC || in->op == OP_ADDR_GLOBAL || in->op == OP_FIELD;
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

void mentions_find(Mentions *m, const Module *program)
{
	for (FuncId id = 0; id < program->functions.len; id++) {
		const Function *f = &program->functions.items[id];
		for (ValueId i = 0; i < f->instrs.len; i++)
			if (is_name(&f->instrs.items[i]))
				vec_push(&m->names, (Mention){ id, &f->instrs.items[i] });
	}
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
