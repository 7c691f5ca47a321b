/*
 * Models that no entry point leads to are entered from near them: from the callers of their callers, as far as names lead.
 */
#include "solve/engine.h"

/* Adds to TOPS the functions from which FUNC is entered, with not more behind each than can be followed in STEPS. */
static void climb(Engine *e, const Mentions *names, FuncId func, uint64_t steps, Bitset *seen, FuncIds *tops)
{
	bool higher = false;

	for (uint32_t i = names->namers_from[func]; i < names->namers_from[func + 1]; i++) {
		FuncId by = names->namers[i];
		bool known = bitset_has(seen, by);
		if (!known && (!runs_alone(&e->program->functions.items[by]) || bitset_has(&e->hopeless, by) ||
		               closure_exceeds(e->program, by, steps)))
			continue;
		higher = true;
		if (bitset_add(seen, by))
			climb(e, names, by, steps, seen, tops);
	}
	if (!higher)
		vec_push(tops, func);
}

void nearest_find(Engine *e, const Mentions *names, const FuncIds *funcs, uint64_t steps, FuncIds *tops)
{
	Bitset seen = {0};

	for (uint32_t i = 0; i < funcs->len; i++)
		if (bitset_add(&seen, funcs->items[i]))
			climb(e, names, funcs->items[i], steps / funcs->len, &seen, tops);
	bitset_release(&seen);
}
