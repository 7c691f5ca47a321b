/*
 * Whether a pointer may be NULL. Most functions hand pointers on and never look: what each call says of that would make an
 * instance of its own for each set of answers. So a pointer from the caller may be NULL until a condition looks at it; only
 * then the caller is asked, and the caller looks, in the same way, at what leads to the pointer there.
 */
#include "solve/interp.h"

enum { MAX_BEHIND = 6, MAX_LOOKED_AT = 64 };

/* One look at a pointer. Without ASK, what a caller would have to be asked for is taken to be no NULL; LEFT: nodes to go. */
typedef struct { Run *r; bool ask; uint32_t left; } Look;

static bool never_null(Look *look, FlowId node, int depth);

/* All that come together in NODE. */
static bool none_null(Look *look, FlowId node, int depth)
{
	Engine *e = look->r->e;
	bool some = false, all = true;

	for (uint32_t i = 0; i < flow(e, node)->ndeps && all; i++) {
		Dep d = e->deps.items[flow(e, node)->first_dep + i];
		if (d.condition || d.kind != DEP_DATA || d.from == node)
			continue;
		some = true;
		all = never_null(look, d.from, depth);
	}
	return some && all;
}

/* The pointer that the address V is made of: a member's record, or what was moved. Of what is no NULL neither is. 0: it is
   something else. */
static FlowId base_of(Engine *e, const Flow *v)
{
	FuncId func = v->kind == FLOW_OP ? e->instances.items[v->inst]->func : NONE;
	const Function *f = func == NONE ? NULL : &e->program->functions.items[func];
	Op op = f && v->instr < f->instrs.len && v->ndeps ? (Op)f->instrs.items[v->instr].op : OP_COUNT;
	Dep first = v->ndeps ? e->deps.items[v->first_dep] : (Dep){0};
	bool address = (op == OP_FIELD || op == OP_CAST || op == OP_ELEM) && first.kind == DEP_DATA && flow(e, first.from)->value.pts;

	return address ? first.from : 0;
}

static FlowId handed_through(Engine *e, const Flow *v, int depth);

/* What NODE of CALLEE is in the caller, where CALL passes an input that it is, or is made of; NODE when it is known by itself to be
   no NULL; 0: neither. */
static FlowId passed_for(Engine *e, const Call *call, const Instance *callee, FlowId node, int depth)
{
	node = flow_behind_stores(e, node);
	const Flow *v = flow(e, node);

	if (v->value.num.lo > 0 || depth == 0 || v->inst != callee->id)
		return v->value.num.lo > 0 ? node : 0;
	if (v->kind == FLOW_FORMAL)
		return v->aux < call->ins.len ? call->ins.items[v->aux] : 0;
	FlowId from = v->kind == FLOW_OUT ? handed_through(e, v, depth - 1) : base_of(e, v);
	return from ? passed_for(e, call, callee, from, depth - 1) : 0;
}

/* What a call leaves in V that it was given, or made of that; 0: something else. */
static FlowId handed_through(Engine *e, const Flow *v, int depth)
{
	const Call *call = &e->calls.items[e->out_links.items[v->aux].call];
	const Instance *callee = flow_callee(e, v);
	const Out *out = flow_out(e, v);

	return callee->running || callee->recursive || call->borrowed || !out ? 0 : passed_for(e, call, callee, out->node, depth);
}

static bool never_null(Look *look, FlowId node, int depth)
{
	Run *r = look->r;
	Engine *e = r->e;
	node = flow_behind_stores(e, node);
	const Flow *v = flow(e, node);
	FlowId other = 0;

	if (!v->value.pts || v->value.num.lo > 0 || depth == 0 || look->left == 0)
		return v->value.num.lo > 0;
	look->left--;
	if (v->kind == FLOW_FORMAL)
		return v->inst == r->inst->id && r->caller && !r->inst->generic && (!look->ask || formal_never_null(r, node));
	if (v->kind == FLOW_PHI && v->aux) /* else a constant comes in, too, of which there is no more than that */
		return none_null(look, node, depth - 1);
	if (v->kind == FLOW_OUT)
		other = handed_through(e, v, MAX_BEHIND);
	else if (v->kind == FLOW_OP && v->inst == r->inst->id)
		other = base_of(e, v);
	return other && never_null(look, other, depth - 1);
}

Range null_range(Run *r, FlowId node)
{
	Range num = flow(r->e, node)->value.num;
	Look look = { r, false, MAX_LOOKED_AT }, asking = { r, true, MAX_LOOKED_AT };

	/* What would not tell if all that is asked for were no NULL is not asked. */
	bool never = flow(r->e, node)->value.pts && num.lo <= 0 && never_null(&look, node, MAX_BEHIND) && never_null(&asking, node, MAX_BEHIND);
	return never ? range_nonnull() : num;
}
