/*
 * Code that exists only for a feature that no model reads: functions on the way into it, and on the way into nothing
 * that counts (a model, a store, an output, memory that only code outside could read, a condition of code that stays).
 */
#include "solve/cells.h"
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

/* Nodes that were looked at, by Visit.inside. */
typedef struct { Bitset nodes[2]; } Visited;

static void visited_release(Visited *visited)
{
	bitset_release(&visited->nodes[0]);
	bitset_release(&visited->nodes[1]);
}

static bool was_visited(const Visited *visited, Visit visit)
{
	return bitset_has(&visited->nodes[false], visit.node) || (visit.inside && bitset_has(&visited->nodes[true], visit.node));
}

/* The functions that the values of STARTS pass through on the way there, but for what is behind nodes in KNOWN. */
static void functions_behind(Engine *e, const FlowIds *starts, const Visited *known, Visited *seen, Bitset *functions)
{
	Visits work = {0};

	for (uint32_t i = 0; i < starts->len; i++)
		vec_push(&work, (Visit){ starts->items[i], false });
	while (work.len) {
		Visit visit = vec_pop(&work);
		if (!visit.node || (known && was_visited(known, visit)) || !bitset_add(&seen->nodes[visit.inside], visit.node))
			continue;
		const Instance *inst = e->instances.items[flow(e, visit.node)->inst];
		if (inst && inst->func != NONE)
			bitset_add(functions, inst->func);
		push_sources(e, visit, &work);
	}
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
	return node->kind == NODE_FEATURE && node->use != USE_READ_BY_MODEL && node->use != USE_NOT_COMPUTED && node->use != USE_OUTPUT &&
		node->use != USE_WITHIN_MODEL;
}

/* What is there for something that counts. */
typedef struct { Bitset functions; Visited visited; } Needed;

/* Is NODE an assignment to an unused feature, here or where calls left it? */
static bool is_of_unused(Engine *e, FlowId node)
{
	const Out *out;

	while (!flow(e, node)->marked && (out = flow_out(e, flow(e, node))))
		node = out->node;
	for (uint32_t m = map_get_or(&e->features, node, NONE); m != NONE; m = e->feature_marks.items[m].next) {
		NodeId feature = find_marked_feature(e, &e->feature_marks.items[m]);
		if (feature != NONE && is_unused(&e->graph->nodes.items[feature]))
			return true;
	}
	return false;
}

/* Adds what is in LEFT and not USED. */
static void add_unused(Engine *e, const State *left, const Bitset *used, FlowIds *starts)
{
	for (uint32_t i = 0; i < left->mem.len; i++) {
		const Cells *cells = left->mem.items[i].cells;
		for (uint32_t k = 0; k < cells->cells.len; k++) {
			FlowId node = cells->cells.items[k].node;
			if (!bitset_has(used, node) && !is_of_unused(e, node))
				vec_push(starts, node);
		}
	}
}

/* What entry points leave in memory and nothing in the program reads may be read outside of it. */
static void add_left(Engine *e, FlowIds *starts)
{
	Bitset used = {0};

	for (FlowId node = 1; node < e->flows.len; node++)
		for (uint32_t i = 0; i < flow(e, node)->ndeps; i++)
			bitset_add(&used, e->deps.items[flow(e, node)->first_dep + i].from);
	for (uint32_t i = 0; i < e->processes.len; i++)
		add_unused(e, e->processes.items[i].left, &used, starts);
	bitset_release(&used);
}

/* Everything that counts but conditions. Entry points stay whatever they compute. */
static void find_needed(Engine *e, Needed *needed)
{
	FlowIds starts = {0};

	add_left(e, &starts);

	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		if (!inst->live)
			continue;
		bool root = is_root(e, inst);
		if (root && inst->func != NONE)
			bitset_add(&needed->functions, inst->func);
		for (uint32_t i = 0; i < inst->sinks.len; i++)
			if (flow(e, inst->sinks.items[i])->kind != FLOW_BRANCH)
				vec_push(&starts, inst->sinks.items[i]);
		for (uint32_t i = 0; i < inst->puts.len; i++)
			vec_push(&starts, inst->puts.items[i].node);
		for (uint32_t i = 0; i < inst->marks.len; i++) {
			const struct FeatureMark *mark = &e->feature_marks.items[inst->marks.items[i]];
			NodeId feature = find_marked_feature(e, mark);
			if (mark->model != NONE || (feature != NONE && !is_unused(&e->graph->nodes.items[feature])))
				vec_push(&starts, mark->node);
		}
		for (uint32_t i = 0; root && i < inst->outs.len; i++)
			if (inst->outs.items[i].obj == NONE)
				vec_push(&starts, inst->outs.items[i].node);
	}
	functions_behind(e, &starts, NULL, &needed->visited, &needed->functions);
	vec_release(&starts);
}

typedef struct { FlowId node; uint32_t next; /* NONE: no more */ } Placed;

/* All assignments: by the line they are on, and those that are marked by the feature. */
typedef struct {
	VEC(Placed) defs;
	Map by_line, by_feature; /* (Str.i of the file, line), NodeId → the last of defs */
} Places;

static void places_add(Places *places, Map *index, uint64_t key, FlowId node)
{
	uint32_t next = map_get_or(index, key, NONE);

	map_put(index, key, places->defs.len);
	vec_push(&places->defs, (Placed){ node, next });
}

static void find_places(Engine *e, Places *places)
{
	for (InstId id = 2; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->marks.len; i++) {
			const struct FeatureMark *mark = &e->feature_marks.items[inst->marks.items[i]];
			places_add(places, &places->by_feature, find_marked_feature(e, mark), mark->node);
		}
		for (uint32_t i = 0; inst->live && i < inst->defs.len; i++) {
			Site site = flow_site(e, inst->defs.items[i].node);
			places_add(places, &places->by_line, map_key(site.file.i, site.line), inst->defs.items[i].node);
		}
	}
}

static void places_release(Places *places)
{
	vec_release(&places->defs);
	map_release(&places->by_line);
	map_release(&places->by_feature);
}

static void add_starts(const Places *places, const Map *index, uint64_t key, FlowIds *starts)
{
	for (uint32_t i = map_get_or(index, key, NONE); i != NONE; i = places->defs.items[i].next)
		vec_push(starts, places->defs.items[i].node);
}

/* What is assigned to the feature. */
static void find_starts(Engine *e, NodeId feature, const Places *places, FlowIds *starts)
{
	const Node *node = &e->graph->nodes.items[feature];

	add_starts(places, &places->by_feature, feature, starts);
	for (uint32_t i = 0; i < node->sites.len; i++)
		add_starts(places, &places->by_line, map_key(node->sites.items[i].file.i, node->sites.items[i].line), starts);
}

/* What conditions outside of ALONE rest on stays. */
static void keep_conditions(Engine *e, const Bitset *alone, const Needed *needed, Bitset *kept)
{
	FlowIds starts = {0};
	Visited seen = {0};

	for (InstId id = 2; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && !bitset_has(alone, inst->func) && i < inst->sinks.len; i++)
			if (flow(e, inst->sinks.items[i])->kind == FLOW_BRANCH)
				vec_push(&starts, inst->sinks.items[i]);
	}
	functions_behind(e, &starts, &needed->visited, &seen, kept);
	visited_release(&seen);
	vec_release(&starts);
}

static void add_sole(Engine *e, Node *node, FuncId id)
{
	const Function *f = &e->program->functions.items[id];
	uint32_t lines = f->end_line >= f->place.line ? f->end_line - f->place.line + 1 : 1;

	if (!f->is_stub && !f->is_init && f->defined && !function_is_main(f))
		vec_push(&node->sole, (SoleFunction){ place_site(e, f->place, id), lines });
}

static void find_alone(Engine *e, NodeId feature, const Places *places, const Needed *needed)
{
	FlowIds starts = {0};
	Visited seen = {0};
	Bitset behind = {0}, alone = {0}, kept = {0};
	uint32_t count = e->program->functions.len;

	find_starts(e, feature, places, &starts);
	functions_behind(e, &starts, &needed->visited, &seen, &behind);
	for (FuncId f = 0; f < count; f++)
		if (bitset_has(&behind, f) && !bitset_has(&needed->functions, f))
			bitset_add(&alone, f);
	if (bitset_count(&alone))
		keep_conditions(e, &alone, needed, &kept);
	for (FuncId f = 0; f < count; f++)
		if (bitset_has(&alone, f) && !bitset_has(&kept, f))
			add_sole(e, &e->graph->nodes.items[feature], f);
	vec_release(&starts);
	visited_release(&seen);
	bitset_release(&behind);
	bitset_release(&alone);
	bitset_release(&kept);
}

void find_sole(Engine *e)
{
	Needed needed = {0};
	Places places = {0};
	uint32_t done = 0;

	for (NodeId n = 0; n < e->graph->nodes.len; n++) {
		if (!is_unused(&e->graph->nodes.items[n]) || done >= MAX_FEATURES)
			continue;
		if (!done++) {
			find_needed(e, &needed);
			find_places(e, &places);
		}
		find_alone(e, n, &places, &needed);
	}
	places_release(&places);
	bitset_release(&needed.functions);
	visited_release(&needed.visited);
}
