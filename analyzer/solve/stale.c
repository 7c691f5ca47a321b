/*
 * Memory that outlives an invocation, is assigned only on some paths, and is read by a feature on all of them. Where a
 * feature reads a value of an earlier invocation, the join that made that value tells: one of its sides is the value
 * from before, the other an assignment. What is made of its own old value is a history, and what only state decides
 * is filled once: both are left alone.
 */
#include "solve/facts.h"

enum { MAX_VISITS = 300, MAX_OPERANDS = 6 /* of conditions that are compared, one inside the other */ };

typedef struct {
	FlowId join;       /* the outermost one */
	ObjId obj;         /* NONE: a variable of a loop */
	Range off;
	FlowId loop;       /* of a variable of a loop: its value at the head */
	bool old;          /* the value from before arrives */
	FlowIds assigned, conditions;
} Mix;

static bool is_old(Engine *e, const Mix *mix, FlowId node)
{
	const Flow *v = flow(e, node);

	if (mix->loop && node == mix->loop)
		return true;
	if (v->kind != FLOW_FORMAL || mix->obj == NONE)
		return false;
	const FormalIn *in = &e->instances.items[v->inst]->formal_ins.items[v->aux];
	return in->obj == mix->obj && range_equal(in->off, mix->off);
}

/* Splits a join into the value from before, assignments and conditions. */
static void mix_collect(Engine *e, Mix *mix)
{
	FlowIds work = {0};
	Map seen = {0};

	vec_push(&work, mix->join);
	while (work.len && seen.len < MAX_VISITS) {
		FlowId node = vec_pop(&work);
		const Flow *v = flow(e, node);
		if (!map_put(&seen, node, 1))
			continue;
		if (is_old(e, mix, node)) {
			mix->old = true;
		} else if (v->kind == FLOW_PHI && v->inst == flow(e, mix->join)->inst) {
			for (uint32_t i = 0; i < v->ndeps; i++) {
				const Dep *d = &e->deps.items[v->first_dep + i];
				if (d->condition || d->kind == DEP_CONTROL)
					vec_push(&mix->conditions, d->from);
				else
					vec_push(&work, d->from);
			}
		} else if (v->kind == FLOW_STORE) {
			vec_push(&mix->assigned, node);
		}
	}
	vec_release(&work);
	map_release(&seen);
}

/* What NODE rests on: its own old value, or anything of this invocation. */
static void inspect(Engine *e, const Mix *mix, FlowId start, bool *own, bool *fresh)
{
	FlowIds work = {0};
	Map seen = {0};

	vec_push(&work, start);
	while (work.len && seen.len < MAX_VISITS) {
		FlowId node = vec_pop(&work);
		const Flow *v = flow(e, node);
		if (!node || !map_put(&seen, node, 1))
			continue;
		*own |= is_old(e, mix, node) || node == mix->join;
		*fresh |= v->kind == FLOW_SIGNAL || v->kind == FLOW_ENTRY || v->kind == FLOW_EXTERNAL || v->kind == FLOW_PREDICTION ||
			v->kind == FLOW_GET;
		if (v->kind == FLOW_FORMAL) {
			const FormalIn *in = &e->instances.items[v->inst]->formal_ins.items[v->aux];
			*fresh |= in->obj == NONE;
		}
		if (v->kind == FLOW_SIGNAL)
			continue;
		for (uint32_t i = 0; i < v->ndeps; i++)
			vec_push(&work, e->deps.items[v->first_dep + i].from);
	}
	vec_release(&work);
	map_release(&seen);
}

/* The variable or member that a store writes, as people call it. */
static Str memory_name(Engine *e, FlowId store)
{
	const Instr *in = fact_instr(e, store);
	const Function *f = fact_function(e, store);
	const Instr *address = in && in->op == OP_STORE ? &f->instrs.items[in->a] : NULL;

	while (address && (address->op == OP_ELEM || address->op == OP_CAST))
		address = &f->instrs.items[address->a];
	if (!address)
		return (Str){0};
	if (address->op == OP_ADDR_LOCAL)
		return f->locals.items[address->imm].name;
	if (address->op == OP_ADDR_GLOBAL)
		return e->program->globals.items[address->imm].name;
	if (address->op != OP_FIELD)
		return (Str){0};
	const Type *record = &e->program->types.items[address->b];
	Str field = e->program->fields.items[record->first_field + (uint32_t)address->imm].name;
	return str_format("%s.%s", str_text(record->name), str_text(field));
}

static void add_stale(Engine *e, NodeId feature, FlowId store, FlowId condition, Site read)
{
	Node *node = &e->graph->nodes.items[feature];
	StaleRead one = { flow_site(e, store), flow_site(e, condition), read, memory_name(e, store) };

	if (str_empty(one.memory) || str_empty(one.assigned.file) || str_empty(one.condition.file))
		return;
	for (uint32_t i = 0; i < node->stale.len; i++)
		if (str_equal(node->stale.items[i].memory, one.memory))
			return;
	vec_push(&node->stale, one);
}

/* Are X and Y computed in the same way from the same variables? */
static bool same_expression(const Function *f, ValueId x, ValueId y, int depth)
{
	const Instr *a = &f->instrs.items[x], *b = &f->instrs.items[y];

	if (x == y)
		return true;
	if (depth == 0 || a->op != b->op || a->sub != b->sub || a->imm != b->imm || a->type != b->type || a->op == OP_CALL)
		return false;
	if (a->op == OP_CONST_INT || a->op == OP_CONST_FLOAT || a->op == OP_ADDR_LOCAL || a->op == OP_ADDR_GLOBAL)
		return true;
	bool first = a->op == OP_LOAD || a->op == OP_UN || a->op == OP_CAST || a->op == OP_FIELD;
	bool both = a->op == OP_BIN || a->op == OP_ELEM;
	return (first || both) && same_expression(f, a->a, b->a, depth - 1) && (!both || same_expression(f, a->b, b->b, depth - 1));
}

/* Which of the two ways from C leads to B, while the other does not? -1: none, or C has no two. */
static int way_to(const Cfg *cfg, BlockId c, BlockId b)
{
	for (uint32_t i = 0; i < 2 && cfg->succs[c].len == 2; i++) {
		BlockId to = cfg->succs[c].items[i];
		if (cfg->preds[to].len == 1 && cfg_dominates(cfg, to, b))
			return (int)i;
	}
	return -1;
}

/* What the block ends with decides by. */
static ValueId condition_of(const Function *f, BlockId b)
{
	return f->instrs.items[f->blocks.items[b].first + f->blocks.items[b].count - 1].a;
}

/* The next block above B that every way to it goes through; NONE: there is none. */
static BlockId above(const Cfg *cfg, BlockId b)
{
	return cfg->idom[b] == b ? NONE : cfg->idom[b];
}

/* Is READ, of the function that makes the ASSIGNED value, under the same condition as that? */
static bool read_under_same(Engine *e, FlowId assigned, FlowId read)
{
	const Function *f = fact_function(e, assigned);
	const Flow *a = flow(e, assigned), *b = flow(e, read);

	if (!f || f != fact_function(e, read) || a->instr == NONE || b->instr == NONE)
		return false;
	const Cfg *cfg = cfg_of(e, e->instances.items[a->inst]->func);
	BlockId at = function_block_at(f, a->instr), to = function_block_at(f, b->instr);
	for (BlockId c = above(cfg, at); c != NONE; c = above(cfg, c)) {
		int way = way_to(cfg, c, at);
		for (BlockId d = way < 0 ? NONE : above(cfg, to); d != NONE; d = above(cfg, d))
			if (way_to(cfg, d, to) == way && same_expression(f, condition_of(f, c), condition_of(f, d), MAX_OPERANDS))
				return true;
	}
	return false;
}

/* Where a value is read: the way from a feature back to it ends with item AT. */
typedef struct { const Search *search; uint32_t at; } Reading;

/* Does the value go through something on its way to the feature that happens only under the condition of ASSIGNED? */
static bool guarded_alike(Engine *e, FlowId assigned, const Reading *reading)
{
	for (uint32_t i = reading->at; i != NONE; i = reading->search->items[i].parent)
		if (flow(e, reading->search->items[i].node)->kind != FLOW_PHI && read_under_same(e, assigned, reading->search->items[i].node))
			return true;
	return false;
}

/* The feature's own node, which the way starts from. */
static FlowId start_of(const Reading *reading)
{
	uint32_t index = reading->at;

	while (reading->search->items[index].parent != NONE)
		index = reading->search->items[index].parent;
	return reading->search->items[index].node;
}

/* The first place on that way where something is made of the value; else where the feature is. */
static FlowId reader_of(Engine *e, const Reading *reading)
{
	for (uint32_t i = reading->at; i != NONE; i = reading->search->items[i].parent) {
		FlowKind kind = flow(e, reading->search->items[i].node)->kind;
		if (kind == FLOW_OP || kind == FLOW_LOAD || kind == FLOW_STORE)
			return reading->search->items[i].node;
	}
	return start_of(reading);
}

/* The entry points that INST runs in. */
static void find_entries(Engine *e, InstId inst, Bitset *entries)
{
	FlowIds work = {0};
	Map seen = {0};

	vec_push(&work, inst);
	while (work.len) {
		InstId at = vec_pop(&work);
		if (!map_put(&seen, at, 1))
			continue;
		for (uint32_t i = 0; i < e->instances.items[at]->callers.len; i++) {
			InstId caller = e->calls.items[e->instances.items[at]->callers.items[i]].caller;
			if (caller == 1)
				bitset_add(entries, e->instances.items[at]->func);
			else
				vec_push(&work, caller);
		}
	}
	vec_release(&work);
	map_release(&seen);
}

/* Does one entry point both assign the value and read it? What another sets is no state of an iteration: a setting. */
static bool in_one_iteration(Engine *e, FlowId assigned, FlowId read)
{
	Bitset first = {0}, second = {0};
	bool one = false;

	find_entries(e, flow(e, assigned)->inst, &first);
	find_entries(e, flow(e, read)->inst, &second);
	for (FuncId id = 0; id < e->program->functions.len && !one; id++)
		one = bitset_has(&first, id) && bitset_has(&second, id);
	bitset_release(&first);
	bitset_release(&second);
	return one;
}

static void judge(Engine *e, NodeId feature, Mix *mix, const Reading *reading)
{
	bool own = false, fresh = false, value_fresh = false;

	mix_collect(e, mix);
	for (uint32_t i = 0; i < mix->assigned.len; i++)
		inspect(e, mix, mix->assigned.items[i], &own, &value_fresh);
	for (uint32_t i = 0; i < mix->conditions.len; i++)
		inspect(e, mix, mix->conditions.items[i], &own, &fresh);
	bool maybe = mix->old && !own && fresh && value_fresh && mix->assigned.len && mix->conditions.len;
	if (maybe && in_one_iteration(e, mix->assigned.items[0], start_of(reading)) && !guarded_alike(e, mix->assigned.items[0], reading))
		add_stale(e, feature, mix->assigned.items[0], mix->conditions.items[0], flow_site(e, reader_of(e, reading)));
	vec_release(&mix->assigned);
	vec_release(&mix->conditions);
}

/* The join behind an out of a function, through functions that only hand it on. */
static bool find_join(Engine *e, FlowId node, Mix *mix)
{
	const Out *out;

	for (int depth = 0; depth < 12 && (out = flow_out(e, flow(e, node))); depth++) {
		mix->obj = out->obj;
		mix->off = out->off;
		node = out->node;
	}
	mix->join = node;
	return flow(e, node)->kind == FLOW_PHI && mix->obj != NONE;
}

/* NODE depends on a later invocation's view of what DEP brings. */
static void check_dep(Engine *e, NodeId feature, FlowId node, const Dep *d, const Reading *reading)
{
	Mix mix = { .obj = NONE };

	if (flow(e, node)->kind == FLOW_OUT) {
		if (find_join(e, node, &mix))
			judge(e, feature, &mix, reading);
	} else if (flow(e, node)->kind == FLOW_PHI && flow(e, d->from)->kind == FLOW_PHI &&
	           flow(e, d->from)->inst == flow(e, node)->inst) {
		mix.join = d->from;
		mix.loop = node;
		judge(e, feature, &mix, reading);
	}
}

static void check_feature(Engine *e, const Assigned *assigned)
{
	Search search = {0};

	search_back(e, assigned->starts.items, assigned->starts.len, DEP_DATA, &search);
	for (uint32_t i = 0; i < search.len; i++) {
		FlowId node = search.items[i].node;
		const Flow *v = flow(e, node);
		for (uint32_t k = 0; k < v->ndeps; k++)
			if (e->deps.items[v->first_dep + k].state && e->deps.items[v->first_dep + k].kind == DEP_DATA)
				check_dep(e, assigned->feature, node, &e->deps.items[v->first_dep + k], &(Reading){ &search, i });
	}
	vec_release(&search);
}

void find_stale(Engine *e)
{
	Assignments all = {0};

	for (InstId id = 2; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->marks.len; i++) {
			const struct FeatureMark *mark = &e->feature_marks.items[inst->marks.items[i]];
			NodeId feature = find_marked_feature(e, mark);
			if (feature != NONE)
				assignments_add(&all, feature, mark->node);
		}
	}
	for (uint32_t i = 0; i < all.items.len; i++)
		check_feature(e, &all.items.items[i]);
	assignments_release(&all);
}
