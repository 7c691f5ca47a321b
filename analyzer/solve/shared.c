/*
 * Memory that is written from two sides: by an instance, and by threads that run beside it (thread.c). Each side's writes are
 * noted, in no order. What the instance writes while threads run lies on top of what calls of them find; when more is noted
 * than they had, the instance is run once more. What threads write is found wherever the instance reads while they run,
 * whatever it has written there itself. A value that is gone at the end of a function, but was there for a while, leaves it
 * as an out that only these notes take.
 */
#include "solve/cells.h"
#include "solve/interp.h"

enum { MAX_SHARED_ROUNDS = 30, MANY_JOINED = 64, SHARED = 0x5A4ED, PASSING = 0x9A55, FOUND = 0xF03D /* in keys of values that lie on top, that were there for a while, that are found beside */ };

/* NODE where what runs beside finds it: that it is there depends on what decides whether BLOCK, where it is written, is reached. */
static FlowId as_found_beside(Run *r, FlowId node, BlockId block)
{
	Engine *e = r->e;

	if (!r->cfg || block >= r->cfg->nblocks || !r->cfg->control[block].len)
		return node;
	FlowId found = flow_keyed(r, FLOW_MERGE, NONE, hash_u64(hash_u64(node, block), FOUND));
	flow_dep(e, found, node, DEP_DATA);
	flow(e, found)->value = flow(e, node)->value;
	flow(e, found)->type = flow(e, node)->type;
	depend_on_control(r, found, block);
	return found;
}

void shared_note(Run *r, ObjId obj, Range off, int64_t size, FlowId node)
{
	Instance *inst = r->inst;
	const Flow *v = flow(r->e, node);
	uint64_t key = hash_u64(cell_key(obj, off, size), node);

	if (!r->f || r->f->is_stub)
		return;
	bool first = map_put(&inst->shared_index, key, 1);
	bool more = map_put(&inst->shared_index, hash_u64(key, v->value.pts), 1); /* other targets by now are more, too */
	FlowId found = first || more ? as_found_beside(r, node, r->block) : 0;
	if (first)
		vec_push(&inst->shared, (Def){ found, obj, off, size, r->block });
}

void beside_note(Run *r, ObjId obj, Range off, int64_t size, FlowId node)
{
	if (map_put(&r->inst->beside_index, hash_u64(cell_key(obj, off, size), node), 1))
		vec_push(&r->inst->beside, (Def){ as_found_beside(r, node, r->block), obj, off, size, r->block });
}

static bool meets(const Def *d, ObjId obj, Range off, int64_t size)
{
	return d->obj == obj && range_overlaps(d->off, d->size, off, size);
}

bool beside_writes(const Instance *inst, ObjId obj, Range off, int64_t size)
{
	bool found = false;

	for (uint32_t i = 0; i < inst->beside.len && !found; i++)
		found = meets(&inst->beside.items[i], obj, off, size);
	return found;
}

void beside_collect(const Run *r, ObjId obj, Range off, int64_t size, FlowIds *nodes)
{
	for (uint32_t i = 0; i < r->inst->beside.len; i++) {
		const Def *d = &r->inst->beside.items[i];
		bool known = !meets(d, obj, off, size);
		for (uint32_t k = 0; k < nodes->len && !known; k++)
			known = nodes->items[k] == d->node;
		if (!known)
			vec_push(nodes, d->node);
	}
}

/* Writes what may be there at INSTR: other values lie below it elsewhere. */
static void write_all(Run *r, State *state, const Def *defs, uint32_t count, uint32_t instr)
{
	CtxId ctx = r->ctx;

	r->ctx = (CtxId)hash_u64(hash_u64(ctx, instr), SHARED);
	for (uint32_t i = 0; i < count; i++)
		memory_write(r, state, defs[i].obj, defs[i].off, defs[i].size, defs[i].node, false);
	r->ctx = ctx;
}

/* Is PART one of the values that NODE is joined from? Too many are taken for yes. */
static bool joined_from(Engine *e, FlowId node, FlowId part)
{
	FlowIds work = {0};
	bool found = false;

	vec_push(&work, node);
	for (uint32_t i = 0; i < work.len && !found; i++) {
		const Flow *v = flow(e, work.items[i]);
		bool joins = v->kind == FLOW_PHI || v->kind == FLOW_WEAK || v->kind == FLOW_MERGE || v->kind == FLOW_ASSUME;
		found = work.items[i] == part || work.len > MANY_JOINED;
		for (uint32_t k = 0; k < v->ndeps && joins && !found; k++) {
			FlowId from = e->deps.items[v->first_dep + k].from;
			bool known = false;
			for (uint32_t j = 0; j < work.len && !known; j++)
				known = work.items[j] == from;
			if (!known)
				vec_push(&work, from);
		}
	}
	vec_release(&work);
	return found;
}

/* The out for what was for a while at the place of D, with D in it. PLACES: where there is one, by place. */
static void pass(Run *r, const Def *d, Map *places)
{
	Engine *e = r->e;
	Instance *inst = r->inst;
	FlowId node = as_found_beside(r, d->node, d->block);
	uint64_t place = cell_key(d->obj, d->off, d->size);
	uint32_t at;

	if (!map_get(places, place, &at)) {
		map_put(places, place, inst->outs.len);
		vec_push(&inst->outs, (Out){ .obj = d->obj, .off = d->off, .size = d->size, .node = node, .passing = true });
		return;
	}
	FlowId first = inst->outs.items[at].node, all = flow_find(r, FLOW_MERGE, NONE, place ^ PASSING);
	if (first == node)
		return;
	if (first != all) {
		all = inst->outs.items[at].node = flow_keyed(r, FLOW_MERGE, NONE, place ^ PASSING);
		flow_dep(e, all, first, DEP_DATA);
		flow(e, all)->value = flow(e, first)->value;
		flow(e, all)->type = flow(e, first)->type;
	}
	flow_dep(e, all, node, DEP_DATA);
	flow(e, all)->value = value_join(flow(e, all)->value, flow(e, node)->value);
}

static void add_passing(Run *r, const State *end, const Def *d, Map *places)
{
	ObjKind kind = r->e->objects.items[d->obj].kind;
	const Cells *cells = state_cells(end, d->obj);
	const Cell *last = cells && kind != OBJ_LOCAL ? cell_exact(cells, d->off, d->size) : NULL;

	if (last && last->must && range_is_const(d->off) && !joined_from(r->e, last->node, d->node))
		pass(r, d, places);
}

void passing_collect(Run *r, const State *end)
{
	Map places = {0};

	for (uint32_t i = 0; i < r->inst->defs.len && !r->f->is_stub; i++)
		add_passing(r, end, &r->inst->defs.items[i], &places);
	for (uint32_t i = 0; i < r->inst->passing.len; i++)
		add_passing(r, end, &r->inst->passing.items[i], &places);
	map_release(&places);
}

void passing_note(Run *r, State *state, ObjId obj, Range off, int64_t size, FlowId node)
{
	if (state->threads)
		shared_note(r, obj, off, size, node);
	if (r->by_thread)
		beside_note(r, obj, off, size, node);
	if (!r->world)
		vec_push(&r->inst->passing, (Def){ node, obj, off, size, r->block });
	else if (!r->e->enters_one)
		memory_write(r, state, obj, off, size, node, false);
}

void shared_use(Instance *inst)
{
	if (inst->shared_index.len < inst->shared_used)
		inst->shared_used = inst->shared_index.len;
}

State *shared_seen(Run *r, State *state, uint32_t instr)
{
	Instance *inst = r->inst;

	shared_use(inst);
	State *seen = state_copy(state);
	seen->threads = 0;
	write_all(r, seen, inst->shared.items, inst->shared.len, instr);
	return seen;
}

bool shared_grew(Instance *inst)
{
	return inst->shared_index.len > inst->shared_used && inst->shared_rounds++ < MAX_SHARED_ROUNDS;
}

void beside_write(Run *r, State *state, uint32_t instr)
{
	write_all(r, state, r->inst->beside.items, r->inst->beside.len, instr);
}

State *beside_found(Run *r, State *state, uint32_t instr)
{
	if (!state->threads || !r->inst->beside.len)
		return state;
	State *found = state_copy(state);
	beside_write(r, found, instr);
	return found;
}
