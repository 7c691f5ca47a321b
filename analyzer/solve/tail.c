/*
 * What a loop does on its way out: the statements before a break, a goto or a return are no part of the natural loop,
 * but of the iteration that leaves it.
 */
#include "solve/engine.h"

enum { MAX_TAIL = 8 };

/* Does B end an iteration: is it the head itself, or does it lead back to it? What is left by its condition is the loop as
   a whole. */
static bool ends_iteration(const Cfg *cfg, BlockId head, BlockId b)
{
	bool ends = b == head;

	for (uint32_t i = 0; i < cfg->succs[b].len; i++)
		ends |= cfg->succs[b].items[i] == head;
	return ends;
}

/* Does every way to B come out of an iteration of the loop HEAD? */
static bool only_from_loop(const Cfg *cfg, BlockId head, BlockId b)
{
	for (uint32_t i = 0; i < cfg->preds[b].len; i++)
		if (!cfg_loop_contains(cfg, head, cfg->preds[b].items[i]) || ends_iteration(cfg, head, cfg->preds[b].items[i]))
			return false;
	return true;
}

static bool contains(const Blocks *blocks, BlockId b)
{
	for (uint32_t i = 0; i < blocks->len; i++)
		if (blocks->items[i] == b)
			return true;
	return false;
}

static bool only_from(const Cfg *cfg, const Blocks *blocks, BlockId b)
{
	for (uint32_t i = 0; i < cfg->preds[b].len; i++)
		if (!contains(blocks, cfg->preds[b].items[i]))
			return false;
	return true;
}

/* Is B part of what the loop around HEAD runs in one iteration? */
static bool in_parent(const Cfg *cfg, BlockId head, BlockId b)
{
	BlockId parent = cfg->loop_parent[head];

	return parent == NONE || cfg_loop_contains(cfg, parent, b) || contains(&cfg->tail[parent], b);
}

/* Does the block do more than to compute values: write memory, or call what might? */
static bool does_something(const Function *f, const Cfg *cfg, BlockId b)
{
	for (uint32_t i = 0; i < f->blocks.items[b].count; i++) {
		const Instr *in = &f->instrs.items[f->blocks.items[b].first + i];
		const Instr *address = in->op == OP_STORE ? &f->instrs.items[in->a] : NULL;
		if (in->op == OP_CALL || in->op == OP_COPY || in->op == OP_ZERO ||
		    (address && (address->op != OP_ADDR_LOCAL || cfg->slot[address->imm] == NONE)))
			return true;
	}
	return false;
}

/* FIRST and what it dominates, when that is little and without loops. */
static void add_way_out(const Function *f, Cfg *cfg, BlockId head, BlockId first)
{
	Blocks way = {0};
	bool fits = true, does = false;

	vec_push(&way, first);
	for (uint32_t at = 0; at < way.len && fits; at++) {
		BlockId b = way.items[at];
		fits = way.len <= MAX_TAIL && !cfg->wto.items[cfg->order[b]].is_loop && in_parent(cfg, head, b);
		does |= does_something(f, cfg, b);
		for (uint32_t i = 0; i < cfg->succs[b].len; i++) {
			BlockId to = cfg->succs[b].items[i];
			if (!contains(&way, to) && only_from(cfg, &way, to))
				vec_push(&way, to);
		}
	}
	if (fits && does)
		vec_append(&cfg->tail[head], &way);
	vec_release(&way);
}

static void find_tail(const Function *f, Cfg *cfg, uint32_t at)
{
	BlockId head = cfg->wto.items[at].head;
	Bitset seen = {0};

	for (uint32_t k = at; k <= at + cfg->wto.items[at].count; k++) {
		BlockId b = cfg->wto.items[k].head;
		for (uint32_t i = 0; i < cfg->succs[b].len; i++) {
			BlockId to = cfg->succs[b].items[i];
			if (!cfg_loop_contains(cfg, head, to) && bitset_add(&seen, to) && only_from_loop(cfg, head, to))
				add_way_out(f, cfg, head, to);
		}
	}
	bitset_release(&seen);
}

void tail_find(const Function *f, Cfg *cfg)
{
	cfg->tail = mem_calloc(cfg->nblocks + 1, sizeof *cfg->tail);
	/* Loops come before those inside them. */
	for (uint32_t at = 0; at < cfg->wto.len; at++)
		if (cfg->wto.items[at].is_loop)
			find_tail(f, cfg, at);
}
