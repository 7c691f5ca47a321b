/*
 * Models that are declared to collapse: the layers of one network are one model. What one layer hands to the next in
 * the same invocation is inside the model, so the mark of that input goes: it is no feature, and its layer no cascade.
 */
#include "solve/engine.h"

static bool collapses(Engine *e, const ModelCall *model)
{
	return model->role != NONE && e->roles->roles.items[model->role].collapse;
}

/* Is all data that NODE depends on what the model of this name predicted in this invocation? */
static bool is_internal(Engine *e, FlowId node, Str name, const Map *made)
{
	Search search = {0};
	bool own = false, other = false;

	search_back(e, &node, 1, DEP_CONTROL, &search);
	for (uint32_t i = 0; i < search.len && !other; i++) {
		const Found *f = &search.items[i];
		if (f->node == node || f->kind != DEP_DATA || !flow_is_origin(flow(e, f->node)))
			continue;
		bool mine = !f->state && map_get_or(made, f->node, NONE) == name.i;
		own |= mine;
		other |= !mine;
	}
	vec_release(&search);
	return own && !other;
}

/* Drops the marks of one instance that are internal; true when there were any. */
static bool drop_internal(Engine *e, Instance *inst, const Map *made)
{
	uint32_t kept = 0, before = inst->marks.len;

	for (uint32_t i = 0; i < inst->marks.len; i++) {
		const struct FeatureMark *mark = &e->feature_marks.items[inst->marks.items[i]];
		const ModelCall *model = mark->model == NONE ? NULL : &e->models.items[mark->model];
		if (!model || !collapses(e, model) || !is_internal(e, mark->node, model->name, made))
			inst->marks.items[kept++] = inst->marks.items[i];
	}
	inst->marks.len = kept;
	return kept < before;
}

void collapse_models(Engine *e)
{
	Map made = {0};
	bool any = false, changed = true;

	for (uint32_t i = 0; i < e->models.len; i++) {
		const ModelCall *model = &e->models.items[i];
		for (uint32_t k = 0; collapses(e, model) && k < model->predictions.len; k++)
			map_put(&made, model->predictions.items[k], model->name.i);
		any |= collapses(e, model);
	}
	/* A layer may add its own input to what it gets: with the mark of that gone, the next one can go. */
	while (any && changed) {
		changed = false;
		for (InstId id = 1; id < e->instances.len; id++)
			if (e->instances.items[id]->live)
				changed |= drop_internal(e, e->instances.items[id], &made);
		marks_renew(e);
	}
	map_release(&made);
}
