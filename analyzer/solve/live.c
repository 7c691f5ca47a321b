/*
 * Which slots are read again before they are assigned: the others need no phi where ways meet (pruned SSA; Choi, Cytron &
 * Ferrante, "Automatic Construction of Sparse Data Flow Evaluation Graphs", POPL 1991).
 */
#include "solve/engine.h"

static uint64_t *live_at(const Cfg *cfg, BlockId b)
{
	return cfg->live + (size_t)b * cfg->live_words;
}

/* The slot that IN loads or stores; NONE: none. */
static uint32_t slot_of_access(const Function *f, const Cfg *cfg, const Instr *in)
{
	if ((in->op != OP_LOAD && in->op != OP_STORE) || f->instrs.items[in->a].op != OP_ADDR_LOCAL)
		return NONE;
	return cfg->slot[f->instrs.items[in->a].imm];
}

/* Backwards through block B, from what is live at its end; true when more is live at its start than was known. */
static bool live_through(const Function *f, Cfg *cfg, BlockId b, uint64_t *live)
{
	const Block *block = &f->blocks.items[b];
	uint64_t *start = live_at(cfg, b);
	bool grown = false;

	memset(live, 0, cfg->live_words * sizeof *live);
	for (uint32_t s = 0; s < cfg->succs[b].len; s++)
		for (uint32_t w = 0; w < cfg->live_words; w++)
			live[w] |= live_at(cfg, cfg->succs[b].items[s])[w];
	for (uint32_t i = block->first + block->count; i-- > block->first;) {
		const Instr *in = &f->instrs.items[i];
		uint32_t slot = slot_of_access(f, cfg, in);
		if (slot == NONE)
			continue;
		uint64_t bit = (uint64_t)1 << slot % 64;
		live[slot / 64] = in->op == OP_LOAD ? live[slot / 64] | bit : live[slot / 64] & ~bit;
	}
	for (uint32_t w = 0; w < cfg->live_words; w++) {
		grown |= (live[w] & ~start[w]) != 0;
		start[w] |= live[w];
	}
	return grown;
}

void live_find(const Function *f, Cfg *cfg)
{
	cfg->live_words = (cfg->nslots + 63) / 64;
	cfg->live = mem_calloc((size_t)(cfg->nblocks + 1) * cfg->live_words + 1, sizeof *cfg->live);
	uint64_t *live = mem_alloc((cfg->live_words + 1) * sizeof *live);
	for (bool changed = true; changed;) {
		changed = false;
		for (BlockId b = cfg->nblocks; b-- > 0;)
			changed |= live_through(f, cfg, b, live);
	}
	free(live);
}

void live_always(Cfg *cfg, uint32_t slot)
{
	for (BlockId b = 0; b < cfg->nblocks; b++)
		live_at(cfg, b)[slot / 64] |= (uint64_t)1 << slot % 64;
}

bool live_in(const Cfg *cfg, BlockId b, uint32_t slot)
{
	return live_at(cfg, b)[slot / 64] >> slot % 64 & 1;
}
