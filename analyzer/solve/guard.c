/*
 * Guards of a model: the conditions that say whether it is evaluated at all, which are no dependencies of its values. They
 * are the branches that its call is control dependent on.
 */
#include "solve/engine.h"

static void add_guard(Engine *e, const ModelCall *m, BlockId b, Node *node)
{
	FuncId func = e->instances.items[m->inst]->func;
	const Function *f = &e->program->functions.items[func];
	const Block *branch = &f->blocks.items[b];
	const Instr *last = &f->instrs.items[branch->first + branch->count - 1];

	if (last->a != NONE && f->instrs.items[last->a].op != OP_CONST_INT)
		graph_add_site(&node->guards, place_site(e, last->place, func));
}

static bool leads_to(const Cfg *cfg, BlockId from, BlockId to)
{
	VEC(BlockId) work = {0};
	Bitset seen = {0};

	vec_push(&work, from);
	while (work.len && !bitset_has(&seen, to)) {
		BlockId b = vec_pop(&work);
		if (!bitset_add(&seen, b))
			continue;
		for (uint32_t i = 0; i < cfg->succs[b].len; i++)
			vec_push(&work, cfg->succs[b].items[i]);
	}
	bool found = bitset_has(&seen, to);
	vec_release(&work);
	bitset_release(&seen);
	return found;
}

/* What comes behind a loop runs unless the function is left in it: that is what a person would name. */
static bool add_other_exits(Engine *e, const ModelCall *m, BlockId head, BlockId behind, Node *node)
{
	const Cfg *cfg = e->cfgs[e->instances.items[m->inst]->func];
	bool any = false;

	if (cfg->loop[head] != head)
		return false;
	for (BlockId b = 0; b < cfg->nblocks; b++) {
		bool leaves = false;
		for (uint32_t i = 0; b != head && cfg_loop_contains(cfg, head, b) && i < cfg->succs[b].len; i++)
			leaves |= !cfg_loop_contains(cfg, head, cfg->succs[b].items[i]) && !leads_to(cfg, cfg->succs[b].items[i], behind);
		if (leaves)
			add_guard(e, m, b, node);
		any |= leaves;
	}
	return any;
}

void add_guards(Engine *e, const ModelCall *m, Node *node)
{
	FuncId func = e->instances.items[m->inst]->func;
	const Function *f = &e->program->functions.items[func];
	const Cfg *cfg = e->cfgs[func];

	if (m->instr == NONE)
		return;
	BlockId b = function_block_at(f, m->instr);
	for (uint32_t i = 0; i < cfg->control[b].len; i++) {
		BlockId branch = cfg->control[b].items[i];
		if (cfg_loop_contains(cfg, branch, b) || !add_other_exits(e, m, branch, b, node))
			add_guard(e, m, branch, node);
	}
}
