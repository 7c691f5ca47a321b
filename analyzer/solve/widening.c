/*
 * Where numbers that grow in loops stop (widening with thresholds: Blanchet et al., "A Static Analyzer for Large
 * Safety-Critical Software", PLDI 2003, section 7.1.2): constants that something is compared with, masks and divisors of
 * remainders. Any other constant would only be one more stop on the way. What one variable is compared with stops it and
 * those that are computed from it; the counter of an inner loop does not stop that of the outer one. All memory counts as one
 * variable.
 */
#include "solve/engine.h"

typedef struct { uint32_t from, to; } Feed; /* slots */

typedef struct {
	const Function *f;
	Cfg *cfg;
	VEC(Feed) feeds;
	Map known; /* slot → index in Cfg.stopped */
} Finder;

/* Stands for all memory among the slots. */
static uint32_t memory_of(const Finder *find)
{
	return find->cfg->nslots;
}

/* Adds to SLOTS those that V is computed from. */
static void add_slots_of(const Finder *find, ValueId v, Bitset *seen, Bitset *slots)
{
	const Instr *in = &find->f->instrs.items[v], *address = in->op == OP_LOAD ? &find->f->instrs.items[in->a] : NULL;
	uint32_t slot = address && address->op == OP_ADDR_LOCAL ? find->cfg->slot[address->imm] : NONE;

	if (!bitset_add(seen, v))
		return;
	if (in->op == OP_BIN || in->op == OP_UN || in->op == OP_CAST)
		add_slots_of(find, in->a, seen, slots);
	else if (in->op != OP_CONST_INT)
		bitset_add(slots, slot == NONE ? memory_of(find) : slot);
	if (in->op == OP_BIN)
		add_slots_of(find, in->b, seen, slots);
	for (uint32_t i = 0; in->op == OP_CALL && i < in->nargs; i++)
		add_slots_of(find, find->f->args.items[in->first_arg + i], seen, slots);
}

static void find_feeds(Finder *find)
{
	const Function *f = find->f;

	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i], *address = in->op == OP_STORE ? &f->instrs.items[in->a] : NULL;
		uint32_t to = address && address->op == OP_ADDR_LOCAL ? find->cfg->slot[address->imm] : NONE;
		Bitset seen = {0}, slots = {0};
		if (to == NONE)
			continue;
		add_slots_of(find, in->b, &seen, &slots);
		for (uint32_t slot = 0; slot <= memory_of(find); slot++)
			if (slot != to && bitset_has(&slots, slot))
				vec_push(&find->feeds, (Feed){ slot, to });
		bitset_release(&seen);
		bitset_release(&slots);
	}
}

/* What V, which is held against a constant, stops: in Cfg.stopped. */
static uint32_t stopped_by(Finder *find, ValueId v)
{
	Bitset seen = {0}, slots = {0};
	uint32_t one = NONE, known;

	add_slots_of(find, v, &seen, &slots);
	bitset_release(&seen);
	for (uint32_t slot = 0; slot <= memory_of(find) && bitset_count(&slots) == 1 && one == NONE; slot++)
		one = bitset_has(&slots, slot) ? slot : NONE;
	if (one != NONE && map_get(&find->known, one, &known)) {
		bitset_release(&slots);
		return known;
	}
	for (bool grew = true; grew;) {
		grew = false;
		for (uint32_t i = 0; i < find->feeds.len; i++)
			grew |= bitset_has(&slots, find->feeds.items[i].from) && bitset_add(&slots, find->feeds.items[i].to);
	}
	if (one != NONE)
		map_put(&find->known, one, find->cfg->stopped.len);
	vec_push(&find->cfg->stopped, slots);
	return find->cfg->stopped.len - 1;
}

static void add_threshold(Finder *find, BlockId block, uint32_t stops, int64_t at)
{
	vec_push(&find->cfg->thresholds, (LoopThreshold){ at, block, stops });
}

/* A number that is compared with C may come to a stop at C, or one past it when the comparison lets C go on; when it is compared
   for equality, on either side of it. */
static void add_compared(Finder *find, BlockId block, uint32_t stops, BinOp op, bool constant_first, int64_t c)
{
	bool equal = op == BIN_EQ || op == BIN_NE;
	bool after = equal || op == (constant_first ? BIN_GE : BIN_LE) || op == (constant_first ? BIN_LT : BIN_GT);
	bool before = equal || op == (constant_first ? BIN_GT : BIN_LT) || op == (constant_first ? BIN_LE : BIN_GE);

	add_threshold(find, block, stops, c);
	if (after && c < INT64_MAX)
		add_threshold(find, block, stops, c + 1);
	if (before && c > INT64_MIN)
		add_threshold(find, block, stops, c - 1);
}

static void find_in_instr(Finder *find, BlockId block, const Instr *in)
{
	const Function *f = find->f;
	const ValueId operands[] = { in->a, in->b };

	/* while (n--) */
	if (in->op == OP_BRANCH && cfg_ends_loop(find->cfg, block) && instr_behind_casts(f, in->a)->op == OP_LOAD)
		add_threshold(find, block, stopped_by(find, in->a), 0);
	for (int k = 0; in->op == OP_BIN && k < 2; k++) {
		const Instr *constant = instr_behind_casts(f, operands[k]);
		if (constant->op != OP_CONST_INT)
			continue;
		if (in->sub >= BIN_EQ && in->sub <= BIN_GE)
			add_compared(find, block, stopped_by(find, operands[1 - k]), (BinOp)in->sub, k == 0, constant->imm);
		else if (in->sub == BIN_AND)
			add_threshold(find, block, stopped_by(find, operands[1 - k]), constant->imm);
		else if (in->sub == BIN_REM && constant->imm > 0)
			add_threshold(find, block, stopped_by(find, operands[1 - k]), constant->imm - 1);
	}
	uint32_t chosen = in->op == OP_SWITCH && in->nargs ? stopped_by(find, in->a) : NONE;
	for (uint32_t k = 0; in->op == OP_SWITCH && k < in->nargs; k++) {
		add_threshold(find, block, chosen, f->cases.items[in->first_arg + k].low);
		add_threshold(find, block, chosen, f->cases.items[in->first_arg + k].high);
	}
}

static int threshold_order(const void *a, const void *b)
{
	const LoopThreshold *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->block < y->block ? -1 : x->block > y->block;
}

void thresholds_find(const Function *f, Cfg *cfg)
{
	Finder find = { .f = f, .cfg = cfg };

	find_feeds(&find);
	for (BlockId b = 0; b < f->blocks.len; b++)
		for (uint32_t i = 0; i < f->blocks.items[b].count && cfg->loop[b] != NONE; i++)
			find_in_instr(&find, b, &f->instrs.items[f->blocks.items[b].first + i]);
	vec_sort(&cfg->thresholds, threshold_order);
	vec_release(&find.feeds);
	map_release(&find.known);
}

void thresholds_release(Cfg *cfg)
{
	for (uint32_t i = 0; i < cfg->stopped.len; i++)
		bitset_release(&cfg->stopped.items[i]);
	vec_release(&cfg->stopped);
	vec_release(&cfg->thresholds);
}

static bool stops(const Cfg *cfg, LoopThreshold t, BlockId block, uint32_t slot)
{
	bool meant = slot == NONE || bitset_has(&cfg->stopped.items[t.stops], slot);

	return meant && cfg_loop_contains(cfg, cfg->loop[block], t.block);
}

int64_t threshold_above(const Cfg *cfg, BlockId block, uint32_t slot, int64_t hi)
{
	for (uint32_t i = 0; i < cfg->thresholds.len; i++)
		if (cfg->thresholds.items[i].at >= hi && stops(cfg, cfg->thresholds.items[i], block, slot))
			return cfg->thresholds.items[i].at;
	return POS_INF;
}

int64_t threshold_below(const Cfg *cfg, BlockId block, uint32_t slot, int64_t lo)
{
	for (uint32_t i = cfg->thresholds.len; i-- > 0;)
		if (cfg->thresholds.items[i].at <= lo && stops(cfg, cfg->thresholds.items[i], block, slot))
			return cfg->thresholds.items[i].at;
	return NEG_INF;
}
