/*
 * Threads, signal handlers and callbacks are analysed where they are made, but they go on and see what their maker, or another
 * of them, writes later:
 *
 *     struct queue *q = calloc(1, sizeof *q);
 *     pthread_create(&worker, NULL, serve, q);
 *     push(q, read_sensor());                     // serve() takes it out
 *
 * So a thread that a callee has made is called once more in the caller, and in its callers, with what they write on top
 * (shared.c). A thread runs until one waits for its end; it is told from others by where its name is kept.
 */
#include "solve/cells.h"
#include "solve/interp.h"

enum { MANY_THREADS = 8, MANY_HANDLES = 30, THREAD = 0x7EAD /* in keys */ };

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
		PtsId pts = loaded ? flow(r->e, r->values[named->a])->value.pts : 0;
		Handle h = handle_at(pts);
		uint32_t n;
		if (h.obj == OBJ_UNKNOWN)
			state->threads = 0;
		else
			thread_end(r->inst, state, h);
		if (h.obj != OBJ_UNKNOWN && h.off < 0)
			vec_push(&r->ended_each, (EndedEach){ r->block, *pts_targets(pts, &n) });
		beside_write(r, state, instr);
	}
	for (uint32_t i = 0; i < callee->ended.len; i++) {
		Handle h = handle_above(r, call_id, callee, callee->ended.items[i]);
		if (h.obj == OBJ_UNKNOWN)
			continue;
		thread_end(r->inst, state, h);
		beside_write(r, state, instr);
	}
}

static bool is_among(Handle h, Pointee all)
{
	return h.obj == all.obj && (h.off < 0 || range_overlaps(range_const(h.off), 1, all.off, 1));
}

/* A loop that waits for the end of one thread of an array in each iteration waits for all of them: it runs as often as they were
   made, be that never. */
void threads_leave_loop(Run *r, uint32_t at)
{
	BlockId head = r->cfg->wto.items[at].head, b;
	uint32_t over = 0;

	for (uint32_t k = 0; k < r->ended_each.len; k++) {
		const EndedEach *ended = &r->ended_each.items[k];
		bool each = cfg_loop_contains(r->cfg, head, ended->block) && loop_always_runs(r, at, ended->block);
		for (uint32_t i = 0; i < r->inst->handles.len && each; i++)
			if (is_among(r->inst->handles.items[i], ended->of))
				over |= 1u << i;
	}
	if (!over)
		return;
	for each_block(r, at, b)
		for (uint32_t i = 0; i < r->cfg->succs[b].len; i++) {
			State *out = r->edges[r->edge_base[b] + i];
			if (out && !cfg_loop_contains(r->cfg, head, r->cfg->succs[b].items[i]))
				out->threads &= ~over;
		}
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
