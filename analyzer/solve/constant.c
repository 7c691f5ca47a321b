/*
 * Constant globals: what their initialisers say holds in every instance. Nothing is asked of callers, and tables do not
 * become objects of everyone who calls somebody that reads them.
 */
#include "solve/engine.h"

/* In Engine.constants: what is known of a global. Those that lead back to themselves while they are looked at are none. */
enum { NO_CONSTANT = 1, CONSTANT };

static bool points_to_constants(Engine *e, FlowId node)
{
	uint32_t n;
	PtsId pts = flow(e, node)->value.pts;

	pts_targets(pts, &n);
	for (uint32_t i = 0; i < n; i++) {
		const Object *o = &e->objects.items[pts_targets(pts, &n)[i].obj];
		bool fixed = o->kind == OBJ_STRING || o->kind == OBJ_FUNCTION ||
			(o->kind == OBJ_GLOBAL && constant_global(e, o->index));
		if (!fixed)
			return false;
	}
	return true;
}

bool constant_global(Engine *e, GlobalId global)
{
	const Global *g = &e->program->globals.items[global];
	uint32_t known;

	if (map_get(&e->constants, global, &known))
		return known == CONSTANT;
	bool constant = g->is_const && g->defined && !g->is_volatile && !map_get(&e->roles->globals, global, NULL) &&
		!map_get(&e->roles->feature_globals, global, NULL);
	map_put(&e->constants, global, NO_CONSTANT);
	if (!constant)
		return false;
	const Cells *cells = state_cells(e->initial, world_global(e, global));
	for (uint32_t i = 0; cells && i < cells->cells.len && constant; i++)
		constant = points_to_constants(e, cells->cells.items[i].node);
	map_put(&e->constants, global, constant ? CONSTANT : NO_CONSTANT);
	return constant;
}

bool constant_object(Engine *e, ObjId obj)
{
	const Object *o = &e->objects.items[obj];
	return o->kind == OBJ_GLOBAL && map_get_or(&e->constants, o->index, NO_CONSTANT) == CONSTANT;
}

/* Is NODE, or a value it has to do with, a declared feature? */
static bool has_mark(Engine *e, FlowId node)
{
	if (flow(e, node)->marked)
		return true;
	for (uint32_t i = 0; i < flow(e, node)->ndeps; i++)
		if (has_mark(e, e->deps.items[flow(e, node)->first_dep + i].from))
			return true;
	return false;
}

FlowId constant_read(Engine *e, ObjId obj, Range off, int64_t size, TypeId type)
{
	uint64_t key = hash_u64(hash_u64(offset_hash(obj, off), (uint64_t)size), type);
	uint32_t known;

	if (map_get(&e->constant_reads, key, &known))
		return known;
	FlowId read = read_location(e->world, e->initial, obj, off, size, type, NONE, NOT_RELEVANT), node = read;
	if (!has_mark(e, read)) {
		/* No constant of the reader's own: which element it is may depend on something. */
		node = flow_new(e, FLOW_LOAD, 1, NONE);
		flow_dep(e, node, read, DEP_DATA);
		flow(e, node)->value = flow(e, read)->value;
		flow(e, node)->type = type;
	}
	map_put(&e->constant_reads, key, node);
	return node;
}
