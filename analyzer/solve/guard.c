/*
 * Guards of a model: the conditions that say whether it is evaluated at all, which are no dependencies of its values. They
 * are the branches of its function that its call is control dependent on, and those that these are.
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

typedef struct { BlockId block, branch; } Control; /* BLOCK is control dependent on BRANCH */
typedef VEC(Control) Controls;

/* All branches that decide whether BLOCK is reached, each once. */
static void find_controls(const Cfg *cfg, BlockId block, Controls *controls)
{
	Blocks work = {0};
	Bitset branches = {0};

	vec_push(&work, block);
	while (work.len) {
		BlockId b = vec_pop(&work);
		for (uint32_t i = 0; i < cfg->control[b].len; i++) {
			BlockId branch = cfg->control[b].items[i];
			if (!bitset_add(&branches, branch))
				continue;
			vec_push(&work, branch);
			vec_push(controls, (Control){ b, branch });
		}
	}
	vec_release(&work);
	bitset_release(&branches);
}

void add_guards(Engine *e, const ModelCall *m, Node *node)
{
	FuncId func = e->instances.items[m->inst]->func;
	const Function *f = &e->program->functions.items[func];
	const Cfg *cfg = e->cfgs[func];
	Controls controls = {0};

	if (m->instr != NONE)
		find_controls(cfg, function_block_at(f, m->instr), &controls);
	for (uint32_t i = 0; i < controls.len; i++) {
		Control c = controls.items[i];
		if (cfg_loop_contains(cfg, c.branch, c.block) || !add_other_exits(e, m, c.branch, c.block, node))
			add_guard(e, m, c.branch, node);
	}
	vec_release(&controls);
}

/* The conditions under which INSTR of INST runs at all, here and in its callers. */
static void add_conditions(Engine *e, InstId id, uint32_t instr, Map *seen, FlowIds *conditions)
{
	const Instance *inst = e->instances.items[id];
	const Function *f = &e->program->functions.items[inst->func];
	Controls controls = {0};
	Bitset branches = {0}; /* by the last instruction of their blocks */

	if (!map_put(seen, map_key(id, instr), 1))
		return;
	find_controls(e->cfgs[inst->func], function_block_at(f, instr), &controls);
	for (uint32_t i = 0; i < controls.len; i++) {
		const Block *branch = &f->blocks.items[controls.items[i].branch];
		bitset_add(&branches, branch->first + branch->count - 1);
	}
	for (uint32_t i = 0; i < inst->sinks.len; i++) {
		const Flow *v = flow(e, inst->sinks.items[i]);
		if (v->kind == FLOW_BRANCH && v->instr != NONE && bitset_has(&branches, v->instr))
			vec_push(conditions, inst->sinks.items[i]);
	}
	for (uint32_t i = 0; i < inst->callers.len; i++) {
		const Call *call = &e->calls.items[inst->callers.items[i]];
		if (call->caller > 1 && call->instr != NONE && e->instances.items[call->caller]->live)
			add_conditions(e, call->caller, call->instr, seen, conditions);
	}
	vec_release(&controls);
	bitset_release(&branches);
}

void find_guarding(Engine *e)
{
	FlowIds conditions = {0};
	Bitset behind = {0};
	Map seen = {0};

	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->models.len; i++) {
			const ModelCall *m = &e->models.items[inst->models.items[i]];
			if (m->instr != NONE && e->instances.items[m->inst]->live)
				add_conditions(e, m->inst, m->instr, &seen, &conditions);
		}
	}
	find_features_behind(e, &conditions, &behind);
	for (NodeId n = 0; n < e->graph->nodes.len; n++) {
		Node *node = &e->graph->nodes.items[n];
		if (bitset_has(&behind, n) && (node->use == USE_NEVER_READ || node->use == USE_LOG_ONLY))
			node->use = USE_GUARD;
	}
	vec_release(&conditions);
	bitset_release(&behind);
	map_release(&seen);
}
