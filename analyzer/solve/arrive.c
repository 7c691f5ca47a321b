/*
 * Which assignments to a declared feature a model sees. `f[0] = a; use(f[0]); f[0] = b; predict(f);`: the first value
 * is no value of the feature for the model, only an intermediate one of whatever USE makes of it. From each model
 * input the search goes back through what only moves values; an assignment to the same feature that it meets arrives,
 * the others of this feature lose their mark, so that paths go through them.
 */
#include "solve/engine.h"

typedef struct {
	Engine *e;
	Map declared;  /* Str.i of the name of a feature that is declared and assigned somewhere → 1 */
	Map arrived;   /* index of a mark → 1 */
	Map features;  /* Str.i of the name of a feature with an assignment that arrives → 1 */
} Arrivals;

static bool moves(const Flow *v)
{
	switch ((FlowKind)v->kind) {
	case FLOW_LOAD: case FLOW_STORE: case FLOW_PHI: case FLOW_WEAK: case FLOW_MERGE: case FLOW_ASSUME: case FLOW_FORMAL: case FLOW_OUT:
	case FLOW_VIA:
		return true;
	case FLOW_NONE: case FLOW_CONST: case FLOW_UNDEF: case FLOW_OP: case FLOW_ENTRY: case FLOW_EXTERNAL: case FLOW_SIGNAL:
	case FLOW_PREDICTION: case FLOW_GET: case FLOW_BRANCH: case FLOW_ESCAPE: case FLOW_CHOICE:
		return false;
	}
	return false;
}

/* Is NODE assigned to the feature NAME? Notes that this assignment arrives. */
static bool arrive(Arrivals *a, FlowId node, Str name)
{
	bool any = false;

	for (uint32_t m = map_get_or(&a->e->features, node, NONE); m != NONE; m = a->e->feature_marks.items[m].next) {
		const struct FeatureMark *mark = &a->e->feature_marks.items[m];
		if (mark->model != NONE || !str_equal(a->e->things.items[mark->thing].name, name))
			continue;
		map_put(&a->arrived, m, 1);
		map_put(&a->features, name.i, 1);
		any = true;
	}
	return any;
}

static void search_from(Arrivals *a, FlowId start, Str name)
{
	Engine *e = a->e;
	FlowIds work = {0};

	stamps_clear(&e->visited);
	vec_push(&work, start);
	while (work.len) {
		FlowId node = vec_pop(&work);
		if (!stamps_add(&e->visited, node) || arrive(a, node, name) || !moves(flow(e, node)))
			continue;
		flow_sources(e, node, &work);
	}
	vec_release(&work);
}

void keep_arriving(Engine *e, const Bitset *useful)
{
	Arrivals a = { .e = e };

	for (uint32_t m = 0; m < e->feature_marks.len; m++)
		if (e->feature_marks.items[m].model == NONE)
			map_put(&a.declared, e->things.items[e->feature_marks.items[m].thing].name.i, 1);
	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->marks.len; i++) {
			const struct FeatureMark *mark = &e->feature_marks.items[inst->marks.items[i]];
			if (mark->model != NONE && map_get(&a.declared, e->things.items[mark->thing].name.i, NULL))
				search_from(&a, mark->node, e->things.items[mark->thing].name);
		}
	}
	for (InstId id = 1; id < e->instances.len; id++) {
		Instance *inst = e->instances.items[id];
		uint32_t kept = 0;
		for (uint32_t i = 0; i < inst->marks.len; i++) {
			uint32_t m = inst->marks.items[i];
			const struct FeatureMark *mark = &e->feature_marks.items[m];
			bool intermediate = mark->model == NONE && bitset_has(useful, mark->node) && !map_get(&a.arrived, m, NULL) &&
				map_get(&a.features, e->things.items[mark->thing].name.i, NULL);
			if (!intermediate)
				inst->marks.items[kept++] = m;
		}
		inst->marks.len = kept;
	}
	map_release(&a.declared);
	map_release(&a.arrived);
	map_release(&a.features);
}
