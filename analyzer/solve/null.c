/*
 * Whether a pointer may be NULL. Most functions hand pointers on and never look: what each call says of that would make an
 * instance of its own for each set of answers. So a pointer from the caller may be NULL until a condition looks at it; only
 * then the caller is asked, and the caller looks, in the same way, at what leads to the pointer there.
 */
#include "solve/interp.h"

enum { MAX_BEHIND = 6, MANY_WAYS = 16 };

/* Without ASK, what a caller would have to be asked for is taken to be no NULL. */
static bool never_null(Run *r, FlowId node, bool ask, int depth);

/* All that come together in V. */
static bool none_null(Run *r, FlowId node, bool ask, int depth)
{
	Engine *e = r->e;
	bool some = false, all = flow(e, node)->ndeps <= MANY_WAYS;

	for (uint32_t i = 0; i < flow(e, node)->ndeps && all; i++) {
		Dep d = e->deps.items[flow(e, node)->first_dep + i];
		if (d.condition || d.kind != DEP_DATA || d.from == node)
			continue;
		some = true;
		all = never_null(r, d.from, ask, depth);
	}
	return some && all;
}

/* What a call leaves that is one of its own inputs: the same in the caller; 0: it is none. */
static FlowId handed_through(Engine *e, const Flow *v)
{
	OutLink link = e->out_links.items[v->aux];
	const Call *call = &e->calls.items[link.call];
	const Instance *callee = e->instances.items[call->callee];

	if (callee->running || callee->recursive || call->borrowed || link.out >= callee->outs.len)
		return 0;
	const Flow *left = flow(e, flow_behind_stores(e, callee->outs.items[link.out].node));
	bool own = left->kind == FLOW_FORMAL && left->inst == callee->id;
	return own && left->aux < call->ins.len ? call->ins.items[left->aux] : 0;
}

/* The pointer that the address NODE is made of, without moving it: a member's record; 0: it is something else. */
static FlowId base_of(Run *r, const Flow *v)
{
	bool own = v->inst == r->inst->id && r->f && v->instr < r->f->instrs.len && v->ndeps;
	Op op = own ? (Op)r->f->instrs.items[v->instr].op : OP_COUNT;

	return op == OP_FIELD || op == OP_CAST ? r->e->deps.items[v->first_dep].from : 0;
}

static bool never_null(Run *r, FlowId node, bool ask, int depth)
{
	Engine *e = r->e;
	node = flow_behind_stores(e, node);
	const Flow *v = flow(e, node);
	FlowId other = 0;

	if (!v->value.pts || v->value.num.lo > 0 || depth == 0)
		return v->value.num.lo > 0;
	if (v->kind == FLOW_FORMAL)
		return v->inst == r->inst->id && r->caller && !r->inst->generic && (!ask || formal_never_null(r, node));
	if (v->kind == FLOW_PHI || v->kind == FLOW_MERGE)
		return none_null(r, node, ask, depth - 1);
	if (v->kind == FLOW_OUT)
		other = handed_through(e, v);
	else if (v->kind == FLOW_OP)
		other = base_of(r, v);
	return other && never_null(r, other, ask, depth - 1);
}

Range null_range(Run *r, FlowId node)
{
	Range num = flow(r->e, node)->value.num;
	bool maybe = flow(r->e, node)->value.pts && num.lo <= 0;

	/* What would not tell if all that is asked for were no NULL is not asked. */
	return maybe && never_null(r, node, false, MAX_BEHIND) && never_null(r, node, true, MAX_BEHIND) ? range_nonnull() : num;
}
