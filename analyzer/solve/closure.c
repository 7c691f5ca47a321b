/*
 * How much hangs on an entry point. Where the code it leads to has more instructions than there are steps, its analysis
 * can only be cut short, and what was found until then is worth nothing.
 */
#include "solve/engine.h"

/* With fewer steps for each instruction behind an entry point, real code is hardly ever followed to its end. */
enum { STEPS_OF_INSTR = 16 };

FuncId code_named(const Module *program, const Instr *in)
{
	if (in->op == OP_ADDR_FUNC)
		return (FuncId)in->imm;
	return in->op == OP_ADDR_GLOBAL ? program->globals.items[in->imm].init : NONE;
}

static bool program_exceeds(const Module *program, uint64_t limit)
{
	uint64_t size = 0;

	for (FuncId id = 0; id < program->functions.len; id++)
		size += program->functions.items[id].instrs.len;
	return size > limit;
}

bool closure_leads_on(const Module *program, FuncId func, FuncId back, uint64_t limit)
{
	Bitset seen = {0};
	FuncIds work = {0};
	uint64_t size = 0;

	bitset_add(&seen, func);
	vec_push(&work, func);
	while (work.len && size <= limit && !(back != NONE && bitset_has(&seen, back))) {
		const Function *f = &program->functions.items[vec_pop(&work)];
		size += f->instrs.len;
		for (uint32_t i = 0; i < f->instrs.len; i++) {
			FuncId to = code_named(program, &f->instrs.items[i]);
			if (to != NONE && bitset_add(&seen, to))
				vec_push(&work, to);
		}
	}
	bool found = size > limit || (back != NONE && bitset_has(&seen, back));
	bitset_release(&seen);
	vec_release(&work);
	return found;
}

bool closure_exceeds(const Module *program, FuncId func, uint64_t steps)
{
	uint64_t limit = steps / STEPS_OF_INSTR;

	return program_exceeds(program, limit) && closure_leads_on(program, func, NONE, limit);
}
