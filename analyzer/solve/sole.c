/*
 * Code that exists only for a feature that no model reads: functions on the way into it, and on the way into nothing
 * that counts (a model, a store, an output, a condition of code that stays).
 */
#include "solve/facts.h"

enum { MAX_FEATURES = 200 };

typedef struct {
	FlowId node;
	bool inside; /* in a function that the search went down into: its callers are not asked */
} Visit;

typedef VEC(Visit) Visits;

static void push_sources(Engine *e, Visit visit, Visits *work)
{
	const Flow *v = flow(e, visit.node);

	for (uint32_t i = 0; i < v->ndeps; i++)
		vec_push(work, (Visit){ e->deps.items[v->first_dep + i].from, visit.inside });
	if (v->kind == FLOW_OUT) {
		const Out *out = flow_out(e, v);
		if (out)
			vec_push(work, (Visit){ out->node, true });
	} else if (v->kind == FLOW_FORMAL && !visit.inside) {
		const Instance *inst = e->instances.items[v->inst];
		for (uint32_t i = 0; i < inst->callers.len; i++) {
			const Call *call = &e->calls.items[inst->callers.items[i]];
			if (v->aux < call->ins.len)
				vec_push(work, (Visit){ call->ins.items[v->aux], false });
		}
	}
}

/* The functions that the values of STARTS pass through on the way there. */
static void functions_behind(Engine *e, const FlowIds *starts, Bitset *functions)
{
	Bitset seen[2] = {0};
	Visits work = {0};

	for (uint32_t i = 0; i < starts->len; i++)
		vec_push(&work, (Visit){ starts->items[i], false });
	while (work.len) {
		Visit visit = vec_pop(&work);
		if (!visit.node || !bitset_add(&seen[visit.inside], visit.node))
			continue;
		const Instance *inst = e->instances.items[flow(e, visit.node)->inst];
		if (inst && inst->func != NONE)
			bitset_add(functions, inst->func);
		push_sources(e, visit, &work);
	}
	bitset_release(&seen[0]);
	bitset_release(&seen[1]);
	vec_release(&work);
}

static bool is_root(Engine *e, const Instance *inst)
{
	for (uint32_t i = 0; i < inst->callers.len; i++)
		if (e->calls.items[inst->callers.items[i]].caller == 1)
			return true;
	return false;
}

static bool is_unused(const Node *node)
{
	return node->kind == NODE_FEATURE && node->use != USE_READ_BY_MODEL && node->use != USE_NOT_COMPUTED;
}

/* Everything that counts but conditions. Entry points stay whatever they compute. */
static void find_needed(Engine *e, Bitset *needed)
{
	FlowIds starts = {0};

	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		if (!inst->live)
			continue;
		bool root = is_root(e, inst);
		if (root && inst->func != NONE)
			bitset_add(needed, inst->func);
		for (uint32_t i = 0; i < inst->sinks.len; i++)
			if (flow(e, inst->sinks.items[i])->kind != FLOW_BRANCH)
				vec_push(&starts, inst->sinks.items[i]);
		for (uint32_t i = 0; i < inst->puts.len; i++)
			vec_push(&starts, inst->puts.items[i].node);
		for (uint32_t i = 0; i < inst->marks.len; i++) {
			const struct FeatureMark *mark = &e->feature_marks.items[inst->marks.items[i]];
			NodeId feature = fact_feature(e, mark);
			if (mark->model != NONE || (feature != NONE && !is_unused(&e->graph->nodes.items[feature])))
				vec_push(&starts, mark->node);
		}
		for (uint32_t i = 0; root && i < inst->outs.len; i++)
			if (inst->outs.items[i].obj == NONE)
				vec_push(&starts, inst->outs.items[i].node);
	}
	functions_behind(e, &starts, needed);
	vec_release(&starts);
}

static bool has_site(const Node *node, Site site)
{
	for (uint32_t i = 0; i < node->sites.len; i++)
		if (str_equal(node->sites.items[i].file, site.file) && node->sites.items[i].line == site.line)
			return true;
	return false;
}

/* What is assigned to the feature. */
static void find_starts(Engine *e, NodeId feature, FlowIds *starts)
{
	const Node *node = &e->graph->nodes.items[feature];

	for (InstId id = 2; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->marks.len; i++)
			if (fact_feature(e, &e->feature_marks.items[inst->marks.items[i]]) == feature)
				vec_push(starts, e->feature_marks.items[inst->marks.items[i]].node);
		for (uint32_t i = 0; inst->live && i < inst->defs.len; i++)
			if (has_site(node, flow_site(e, inst->defs.items[i].node)))
				vec_push(starts, inst->defs.items[i].node);
	}
}

/* What conditions outside of ALONE rest on stays. */
static void keep_conditions(Engine *e, const Bitset *alone, Bitset *needed)
{
	FlowIds starts = {0};

	for (InstId id = 2; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && !bitset_has(alone, inst->func) && i < inst->sinks.len; i++)
			if (flow(e, inst->sinks.items[i])->kind == FLOW_BRANCH)
				vec_push(&starts, inst->sinks.items[i]);
	}
	functions_behind(e, &starts, needed);
	vec_release(&starts);
}

static void add_sole(Engine *e, Node *node, FuncId id)
{
	const Function *f = &e->program->functions.items[id];
	uint32_t lines = f->end_line >= f->place.line ? f->end_line - f->place.line + 1 : 1;

	if (!f->is_stub && !f->is_init && f->defined && !str_is(f->name, "main"))
		vec_push(&node->sole, (SoleFunction){ place_site(e, f->place, id), lines });
}

static void find_alone(Engine *e, NodeId feature, const Bitset *needed)
{
	FlowIds starts = {0};
	Bitset behind = {0}, alone = {0}, kept = {0};
	uint32_t count = e->program->functions.len;

	find_starts(e, feature, &starts);
	functions_behind(e, &starts, &behind);
	for (FuncId f = 0; f < count; f++)
		if (bitset_has(&behind, f) && !bitset_has(needed, f))
			bitset_add(&alone, f);
	if (bitset_count(&alone))
		keep_conditions(e, &alone, &kept);
	for (FuncId f = 0; f < count; f++)
		if (bitset_has(&alone, f) && !bitset_has(&kept, f))
			add_sole(e, &e->graph->nodes.items[feature], f);
	vec_release(&starts);
	bitset_release(&behind);
	bitset_release(&alone);
	bitset_release(&kept);
}

void find_sole(Engine *e)
{
	Bitset needed = {0};
	uint32_t done = 0;

	for (NodeId n = 0; n < e->graph->nodes.len; n++) {
		if (!is_unused(&e->graph->nodes.items[n]) || done >= MAX_FEATURES)
			continue;
		if (!done++)
			find_needed(e, &needed);
		find_alone(e, n, &needed);
	}
	bitset_release(&needed);
}
