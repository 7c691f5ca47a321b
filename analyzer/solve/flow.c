/*
 * The value-flow graph: nodes with their dependences, abstract objects, named things, feature marks.
 */
#include "solve/engine.h"

enum { MANY_DEPS = 12, MAX_STORES = 8, MAX_JOINED = 32 };

Flow *flow(Engine *e, FlowId id)
{
	return &e->flows.items[id];
}

FlowId flow_new(Engine *e, FlowKind kind, InstId inst, uint32_t instr)
{
	pages_reserve(&e->flows, e->flows.len + 2);
	if (!e->flows.len)
		e->flows.len = 1;
	Flow *node = &e->flows.items[e->flows.len++];
	node->kind = (uint8_t)kind;
	node->inst = inst;
	node->instr = instr;
	node->value = value_top();
	node->type = NONE;
	return e->flows.len - 1;
}

const Instance *flow_callee(const Engine *e, const Flow *v)
{
	return v->kind == FLOW_OUT ? e->instances.items[e->calls.items[e->out_links.items[v->aux].call].callee] : NULL;
}

const Out *flow_out(Engine *e, const Flow *v)
{
	const Instance *callee = flow_callee(e, v);
	uint32_t out = callee ? e->out_links.items[v->aux].out : 0;

	return callee && out < callee->outs.len ? &callee->outs.items[out] : NULL;
}

bool add_once(FlowIds *ids, FlowId id)
{
	for (uint32_t i = 0; i < ids->len; i++)
		if (ids->items[i] == id)
			return false;
	vec_push(ids, id);
	return true;
}

void flow_clear(Engine *e, FlowId to)
{
	e->flows.items[to].ndeps = 0;
	e->flows.items[to].real = e->flows.items[to].assumed = false;
}

static uint64_t node_key(const Run *r, FlowKind kind, uint32_t instr, uint64_t key)
{
	return hash_u64(hash_u64(hash_u64(key, instr), r->ctx), kind);
}

FlowId flow_find(Run *r, FlowKind kind, uint32_t instr, uint64_t key)
{
	return map_get_or(&r->inst->nodes, node_key(r, kind, instr, key), 0);
}

bool flow_is_assumed(Engine *e, FlowId node)
{
	return flow(e, node)->kind == FLOW_EXTERNAL || flow(e, node)->assumed;
}

FlowId flow_keyed(Run *r, FlowKind kind, uint32_t instr, uint64_t key)
{
	uint64_t hash = node_key(r, kind, instr, key);
	uint32_t found = map_get_or(&r->inst->nodes, hash, 0);

	if (found) {
		flow_clear(r->e, found);
		return found;
	}
	FlowId node = flow_new(r->e, kind, r->inst->id, r->inline_at != NONE ? r->inline_at : instr);
	map_put(&r->inst->nodes, hash, node);
	return node;
}

static void grow_deps(Engine *e, Flow *node, uint32_t cap)
{
	uint32_t start = e->deps.len;

	pages_reserve(&e->deps, start + cap);
	if (node->ndeps)
		memcpy(e->deps.items + start, e->deps.items + node->first_dep, node->ndeps * sizeof(Dep));
	e->deps.len += cap;
	node->first_dep = start;
	node->dep_cap = cap;
}

void flow_reserve(Engine *e, FlowId to, uint32_t count)
{
	if (flow(e, to)->dep_cap < count)
		grow_deps(e, flow(e, to), count);
}

void flow_deps(Engine *e, FlowId to, const FlowId *from, uint32_t count)
{
	Flow *node = flow(e, to);

	flow_reserve(e, to, node->ndeps + count);
	for (uint32_t i = 0; i < count; i++)
		if (from[i] != to && (flow(e, from[i])->kind != FLOW_CONST || flow(e, from[i])->marked))
			e->deps.items[node->first_dep + node->ndeps++] = (Dep){ from[i], DEP_DATA, false, false, false };
}

/* The dependence of TO on FROM, or NULL. Nodes with many are searched through an index of the last such node. */
static Dep *find_dep(Engine *e, FlowId to, FlowId from)
{
	const Flow *node = flow(e, to);
	Dep *deps = e->deps.items + node->first_dep;

	if (node->ndeps < MANY_DEPS) {
		for (uint32_t i = 0; i < node->ndeps; i++)
			if (deps[i].from == from)
				return &deps[i];
		return NULL;
	}
	while (e->dep_index.places.len < e->flows.len)
		vec_push(&e->dep_index.places, 0);
	if (e->dep_index.to != to || e->dep_index.count != node->ndeps) {
		e->dep_index.to = to;
		e->dep_index.count = node->ndeps;
		e->dep_index.stamp++;
		for (uint32_t i = 0; i < node->ndeps; i++)
			e->dep_index.places.items[deps[i].from] = map_key(e->dep_index.stamp, i);
	}
	uint64_t place = e->dep_index.places.items[from];
	return place >> 32 == e->dep_index.stamp ? &deps[(uint32_t)place] : NULL;
}

static void index_dep(Engine *e, FlowId to, FlowId from, uint32_t at)
{
	if (e->dep_index.to != to || e->dep_index.count != at || at < MANY_DEPS)
		return;
	e->dep_index.places.items[from] = map_key(e->dep_index.stamp, at);
	e->dep_index.count = at + 1;
}

void flow_dep_full(Engine *e, FlowId to, Dep dep)
{
	if (!dep.from || !to || dep.from == to)
		return;
	Dep *old = find_dep(e, to, dep.from);
	if (old) {
		if (dep.kind > old->kind) {
			old->kind = dep.kind;
			old->condition = dep.condition;
		}
		old->state = old->state && dep.state;
		old->computed = old->computed && dep.computed;
		return;
	}
	Flow *node = flow(e, to);
	if (node->ndeps == node->dep_cap)
		grow_deps(e, node, node->dep_cap ? node->dep_cap * 2 : 4);
	index_dep(e, to, dep.from, node->ndeps);
	e->deps.items[node->first_dep + node->ndeps++] = dep;
}

void flow_dep(Engine *e, FlowId to, FlowId from, DepKind kind)
{
	if (from && flow(e, from)->kind == FLOW_CONST && !flow(e, from)->marked)
		return;
	flow_dep_full(e, to, (Dep){ from, (uint8_t)kind, false, false, false });
}

FlowId flow_derived(Run *r, FlowKind kind, uint32_t instr, uint64_t key, FlowId from)
{
	FlowId node = flow_keyed(r, kind, instr, key);

	flow_dep(r->e, node, from, DEP_DATA);
	flow(r->e, node)->value = flow(r->e, from)->value;
	flow(r->e, node)->type = flow(r->e, from)->type;
	return node;
}

ObjId object_new(Engine *e, Object object)
{
	if (!e->objects.len)
		vec_push(&e->objects, (Object){ .type = NONE, .weak = true, .feature = NONE, .func = NONE, .instr = NONE });
	vec_push(&e->objects, object);
	return e->objects.len - 1;
}

ObjId object_keyed(Engine *e, uint64_t key, Object object)
{
	uint32_t found;

	if (map_get(&e->object_index, key, &found))
		return found;
	ObjId id = object_new(e, object);
	map_put(&e->object_index, key, id);
	return id;
}

ObjId object_of_function(Engine *e, FuncId func)
{
	return object_keyed(e, hash_u64(func, 0xFC), (Object){ .kind = OBJ_FUNCTION, .index = func, .type = NONE, .func = NONE,
		.instr = NONE, .feature = NONE });
}

uint32_t thing_new(Engine *e, Thing thing)
{
	vec_push(&e->things, thing);
	return e->things.len - 1;
}

uint32_t feature_mark(Engine *e, FlowId node, Thing thing, uint32_t model, bool declared)
{
	uint32_t first = map_get_or(&e->features, node, NONE);

	for (uint32_t i = first; i != NONE; i = e->feature_marks.items[i].next) {
		struct FeatureMark *mark = &e->feature_marks.items[i];
		if (mark->model == model && str_equal(e->things.items[mark->thing].name, thing.name)) {
			mark->declared = mark->declared || declared;
			return i;
		}
	}
	struct FeatureMark *mark = vec_add(&e->feature_marks);
	mark->thing = thing_new(e, thing);
	mark->model = model;
	mark->declared = declared;
	mark->node = node;
	mark->next = first;
	mark->obj = NONE;
	map_put(&e->features, node, e->feature_marks.len - 1);
	flow(e, node)->marked = true;
	return e->feature_marks.len - 1;
}

FlowId flow_behind_stores(Engine *e, FlowId node)
{
	for (int depth = 0; depth < MAX_STORES; depth++) {
		const Flow *v = flow(e, node);
		const Dep *d = &e->deps.items[v->first_dep];
		if (v->kind != FLOW_STORE || v->ndeps != 1 || d->kind != DEP_DATA || d->state)
			break;
		node = d->from;
	}
	return node;
}

FlowId flow_as_assigned(Engine *e, FlowId node)
{
	FlowIds work = {0};
	FlowId only = 0;
	bool one = node != 0;

	if (node)
		vec_push(&work, node);
	for (uint32_t i = 0; i < work.len && one; i++) {
		const Flow *v = flow(e, work.items[i]);
		/* A phi leaves out constants. */
		bool passes = v->kind == FLOW_ASSUME || (v->kind == FLOW_STORE && v->ndeps) || (v->kind == FLOW_PHI && v->aux);
		if (!passes) {
			one = !only || only == work.items[i];
			only = work.items[i];
		}
		for (uint32_t k = 0; k < v->ndeps && passes; k++) {
			const Dep *d = &e->deps.items[v->first_dep + k];
			bool known = d->kind != DEP_DATA || d->condition;
			for (uint32_t j = 0; j < work.len && !known; j++)
				known = work.items[j] == d->from;
			if (!known)
				vec_push(&work, d->from);
		}
		one = one && work.len <= MAX_JOINED;
	}
	vec_release(&work);
	return one && only ? only : node;
}
