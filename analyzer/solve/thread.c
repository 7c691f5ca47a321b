/*
 * Threads, signal handlers and callbacks are analysed where they are made, but they go on and see what their maker, or another
 * of them, writes later:
 *
 *     struct queue *q = calloc(1, sizeof *q);
 *     pthread_create(&worker, NULL, serve, q);
 *     push(q, read_sensor());                     // serve() takes it out
 *
 * So a thread that a callee has made is called once more in the caller, and in its callers. What an instance writes while
 * threads run is noted, in no order; those calls find the memory with that on top of it. When more is noted than they had, the
 * instance is run once more.
 */
#include "solve/cells.h"

enum { MAX_SHARED_ROUNDS = 6, MANY_THREADS = 8, MANY_HANDLES = 30, MANY_JOINED = 64, THREAD = 0x7EAD, SHARED = 0x5A4ED /* in keys of values that lie on top */ };

void shared_note(Run *r, ObjId obj, Range off, int64_t size, FlowId node)
{
	Instance *inst = r->inst;
	const Flow *v = flow(r->e, node);
	uint64_t key = hash_u64(cell_key(obj, off, size), node);

	if (!r->f || r->f->is_stub)
		return;
	if (map_put(&inst->shared_index, key, 1))
		vec_push(&inst->shared, (Def){ node, obj, off, size });
	map_put(&inst->shared_index, hash_u64(key, v->value.pts), 1); /* other targets by now are more, too */
}

void beside_note(Run *r, ObjId obj, Range off, int64_t size, FlowId node)
{
	if (map_put(&r->inst->beside_index, hash_u64(cell_key(obj, off, size), node), 1))
		vec_push(&r->inst->beside, (Def){ node, obj, off, size });
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

static void add_passing(Run *r, const State *end, const Def *d, Map *seen)
{
	Instance *inst = r->inst;
	ObjKind kind = r->e->objects.items[d->obj].kind;
	const Cells *cells = state_cells(end, d->obj);
	const Cell *last = cells && kind != OBJ_LOCAL ? cell_exact(cells, d->off, d->size) : NULL;

	if (!last || !last->must || !range_is_const(d->off) || joined_from(r->e, last->node, d->node) ||
	    !map_put(seen, hash_u64(cell_key(d->obj, d->off, d->size), d->node), 1))
		return;
	vec_push(&inst->outs, (Out){ .obj = d->obj, .off = d->off, .size = d->size, .node = d->node, .passing = true });
}

void passing_collect(Run *r, const State *end)
{
	Map seen = {0};

	for (uint32_t i = 0; i < r->inst->defs.len && !r->f->is_stub; i++)
		add_passing(r, end, &r->inst->defs.items[i], &seen);
	for (uint32_t i = 0; i < r->inst->passing.len; i++)
		add_passing(r, end, &r->inst->passing.items[i], &seen);
	map_release(&seen);
}

void passing_note(Run *r, State *state, ObjId obj, Range off, int64_t size, FlowId node)
{
	if (state->threads)
		shared_note(r, obj, off, size, node);
	if (r->by_thread)
		beside_note(r, obj, off, size, node);
	if (r->world)
		memory_write(r, state, obj, off, size, node, false);
	else
		vec_push(&r->inst->passing, (Def){ node, obj, off, size });
}

/* The one place that PTS leads to; OBJ_UNKNOWN: it is not one. */
static Handle handle_at(PtsId pts)
{
	uint32_t n;
	const Pointee *t = pts_targets(pts, &n);

	return n == 1 ? (Handle){ t->obj, range_is_const(t->off) ? t->off.lo : -1 } : (Handle){ OBJ_UNKNOWN, -1 };
}

static Handle handle_above(Run *r, uint32_t call_id, Instance *callee, Handle h)
{
	Range off = h.off < 0 ? range_top() : range_const(h.off);

	return handle_at(call_translate(r, call_id, callee, pts_single(h.obj, off)));
}

static bool same_handle(Handle a, Handle b)
{
	return a.obj == b.obj && (a.off == b.off || a.off < 0 || b.off < 0);
}

static uint32_t handle_bit(const Run *r, Instance *inst, Handle h)
{
	ObjKind kind = r->e->objects.items[h.obj].kind;

	if (h.obj == OBJ_UNKNOWN || kind == OBJ_FUNCTION || (kind == OBJ_LOCAL && r->e->objects.items[h.obj].inst != inst->id))
		return OTHER_THREADS;
	for (uint32_t i = 0; i < inst->handles.len; i++)
		if (inst->handles.items[i].obj == h.obj && inst->handles.items[i].off == h.off)
			return 1u << i;
	if (inst->handles.len == MANY_HANDLES)
		return OTHER_THREADS;
	vec_push(&inst->handles, h);
	return 1u << (inst->handles.len - 1);
}

void threads_start(Run *r, State *state, uint32_t call_id, Instance *callee)
{
	const Call *call = &r->e->calls.items[call_id];
	bool stub = r->e->program->functions.items[callee->func].is_stub;

	if (stub && callee->starts)
		state->threads |= handle_bit(r, r->inst, call->args.len ? handle_at(flow(r->e, call->args.items[0])->value.pts) : (Handle){ OBJ_UNKNOWN, -1 });
	else
		state->threads |= callee->starts & OTHER_THREADS;
	for (uint32_t i = 0; i < callee->handles.len && !stub; i++)
		if (callee->starts >> i & 1)
			state->threads |= handle_bit(r, r->inst, handle_above(r, call_id, callee, callee->handles.items[i]));
}

/* The thread that H names has ended; it was made here, or by a caller. */
static void thread_end(Instance *inst, State *state, Handle h)
{
	bool known = false;

	for (uint32_t i = 0; i < inst->handles.len; i++)
		if (same_handle(inst->handles.items[i], h)) {
			state->threads &= ~(1u << i);
			known = true;
		}
	for (uint32_t i = 0; i < inst->ended.len && !known; i++)
		known = inst->ended.items[i].obj == h.obj && inst->ended.items[i].off == h.off;
	if (!known)
		vec_push(&inst->ended, h);
}

void threads_end(Run *r, State *state, uint32_t call_id, Instance *callee, uint32_t instr)
{
	const Function *f = r->f;

	if (r->e->program->functions.items[callee->func].is_stub && callee->joins) {
		const Instr *call = &f->instrs.items[instr], *named = call->op == OP_CALL && call->nargs ? instr_behind_casts(f, f->args.items[call->first_arg]) : NULL;
		bool loaded = named && named->op == OP_LOAD && r->values[named->a];
		Handle h = loaded ? handle_at(flow(r->e, r->values[named->a])->value.pts) : (Handle){ OBJ_UNKNOWN, -1 };
		if (h.obj == OBJ_UNKNOWN)
			state->threads = 0;
		else
			thread_end(r->inst, state, h);
		write_all(r, state, r->inst->beside.items, r->inst->beside.len, instr);
	}
	for (uint32_t i = 0; i < callee->ended.len; i++) {
		Handle h = handle_above(r, call_id, callee, callee->ended.items[i]);
		if (h.obj == OBJ_UNKNOWN)
			continue;
		thread_end(r->inst, state, h);
		write_all(r, state, r->inst->beside.items, r->inst->beside.len, instr);
	}
}

static void shared_use(Instance *inst)
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

void thread_made(Run *r, FuncId func, const FlowIds *args)
{
	for (uint32_t i = 0; i < r->inst->threads.len; i++) {
		const Thread *known = &r->inst->threads.items[i];
		if (known->func == func && known->args.len == args->len &&
		    !memcmp(known->args.items, args->items, args->len * sizeof *args->items))
			return;
	}
	Thread made = { .func = func };
	vec_append(&made.args, args);
	vec_push(&r->inst->threads, made);
}

void threads_clear(Instance *inst)
{
	for (uint32_t i = 0; i < inst->threads.len; i++)
		vec_release(&inst->threads.items[i].args);
	vec_clear(&inst->threads);
}

/* The argument NODE of CALLEE's in the caller. */
static FlowId argument_above(Run *r, uint32_t call_id, Instance *callee, FlowId node, uint32_t index, uint32_t instr)
{
	Engine *e = r->e;
	const Flow *v = flow(e, node);

	if (v->kind == FLOW_FORMAL && v->inst == callee->id && v->aux < e->calls.items[call_id].ins.len)
		return e->calls.items[call_id].ins.items[v->aux];
	FlowId above = flow_keyed(r, FLOW_OP, instr, hash_u64(index, THREAD));
	flow(e, above)->type = flow(e, node)->type;
	flow(e, above)->value = (Value){ flow(e, node)->value.num, call_translate(r, call_id, callee, flow(e, node)->value.pts) };
	return above;
}

void call_beside(Run *r, State *state, FuncId func, Call *call, uint32_t instr)
{
	State *called = state_copy(state);
	bool returns = true;

	r->beside = true;
	call_function(r, called, func, call, instr, &returns);
	r->beside = false;
	if (returns && !r->inst->given_up) {
		State *both[2] = { state, called };
		r->no_control = true;
		State *joined = states_join(r, both, 2, r->block, hash_u64(hash_u64(instr, func), 0xCBB));
		r->no_control = false;
		state_replace(state, joined);
	}
	state_free(called);
}

void threads_go_on(Run *r, State *state, uint32_t call_id, Instance *callee, uint32_t instr)
{
	CtxId ctx = r->ctx;

	shared_use(r->inst);
	for (uint32_t i = 0; i < callee->threads.len && i < MANY_THREADS && !r->inst->given_up; i++) {
		FuncId func = callee->threads.items[i].func;
		Call call = { .caller = r->inst->id, .instr = instr };
		r->ctx = call.ctx = (CtxId)hash_u64(hash_u64(ctx, i), THREAD);
		for (uint32_t k = 0; k < callee->threads.items[i].args.len; k++)
			vec_push(&call.args, argument_above(r, call_id, callee, callee->threads.items[i].args.items[k], k, instr));
		if (r->inst->shared.len)
			call_beside(r, state, func, &call, instr);
		else
			thread_made(r, func, &call.args);
		vec_release(&call.args);
	}
	r->ctx = ctx;
}
