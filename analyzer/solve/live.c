/*
 * Which slots are read again before they are assigned: the others need no phi where ways meet (pruned SSA; Choi, Cytron &
 * Ferrante, "Automatic Construction of Sparse Data Flow Evaluation Graphs", POPL 1991).
 */
#include "solve/engine.h"

/* The slot that IN loads or stores; NONE: none. */
static uint32_t slot_of_access(const Function *f, const Cfg *cfg, const Instr *in)
{
	if ((in->op != OP_LOAD && in->op != OP_STORE) || f->instrs.items[in->a].op != OP_ADDR_LOCAL)
		return NONE;
	return cfg->slot[f->instrs.items[in->a].imm];
}

/* Backwards through block B, from what is live at its end; true when more is live at its start than was known. */
static bool live_through(const Function *f, Cfg *cfg, BlockId b, Bitset *live)
{
	const Block *block = &f->blocks.items[b];

	bitset_clear(live);
	for (uint32_t s = 0; s < cfg->succs[b].len; s++)
		bitset_union(live, &cfg->live[cfg->succs[b].items[s]]);
	for (uint32_t i = block->first + block->count; i-- > block->first;) {
		const Instr *in = &f->instrs.items[i];
		uint32_t slot = slot_of_access(f, cfg, in);
		if (slot != NONE && in->op == OP_LOAD)
			bitset_add(live, slot);
		else if (slot != NONE)
			bitset_remove(live, slot);
	}
	return bitset_union(&cfg->live[b], live);
}

void live_find(const Function *f, Cfg *cfg)
{
	Bitset live = {0};

	cfg->live = mem_calloc(cfg->nblocks + 1, sizeof *cfg->live);
	for (bool changed = true; changed;) {
		changed = false;
		for (BlockId b = cfg->nblocks; b-- > 0;)
			changed |= live_through(f, cfg, b, &live);
	}
	bitset_release(&live);
}

void live_always(Cfg *cfg, uint32_t slot)
{
	for (BlockId b = 0; b < cfg->nblocks; b++)
		bitset_add(&cfg->live[b], slot);
}

bool live_in(const Cfg *cfg, BlockId b, uint32_t slot)
{
	return bitset_has(&cfg->live[b], slot);
}
