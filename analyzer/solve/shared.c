/*
 * Memory that threads share. A thread, a signal handler or a callback is analysed where it is made, but it goes on and sees what
 * its maker, or another thread, writes later:
 *
 *     struct queue *q = calloc(1, sizeof *q);
 *     pthread_create(&worker, NULL, serve, q);
 *     push(q, read_sensor());                     // serve() takes it out
 *
 * What an instance writes while threads run is noted, in no order. Calls that make a thread find the memory with that on top of
 * it; when more is noted than they had, the instance is run once more.
 */
#include "solve/cells.h"

enum { MAX_SHARED_ROUNDS = 6, SHARED = 0x5A4ED /* in keys of values that lie on top */ };

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

State *shared_seen(Run *r, State *state)
{
	Instance *inst = r->inst;

	if (inst->shared_index.len < inst->shared_used)
		inst->shared_used = inst->shared_index.len;
	if (!inst->shared.len)
		return state;
	State *seen = state_copy(state);
	CtxId ctx = r->ctx;
	seen->threads = false;
	r->ctx = (CtxId)hash_u64(ctx, SHARED);
	for (uint32_t i = 0; i < inst->shared.len; i++) {
		Def d = inst->shared.items[i];
		memory_write(r, seen, d.obj, d.off, d.size, d.node, false);
	}
	r->ctx = ctx;
	return seen;
}

bool shared_grew(Instance *inst)
{
	return inst->shared_index.len > inst->shared_used && inst->shared_rounds++ < MAX_SHARED_ROUNDS;
}
