/*
 * Pointers that lead to one of several places: f(ready ? a : b), f(&table[i]). What decides which decides what the callee finds
 * and what its caller has behind the call. A callee knows the place by one formal object, however its caller came by the
 * pointer, so that one instance serves calls that choose and calls that do not; the call depends on what chooses.
 */
#include "solve/interp.h"

/* The pointer NODE, which the callee got as input IN, if it leads to one of several places, for each formal that stands for them. */
static void selectors_add(Engine *e, const Instance *callee, const FormalIn *in, FlowId node, Selectors *selectors)
{
	uint32_t n;
	PtsId taken = flow(e, in->node)->value.pts;

	if (!node || !taken || flow(e, node)->kind == FLOW_CONST)
		return;
	Value passed = flow(e, node)->value;
	bool is_null = !passed.pts && range_is_const(passed.num);
	if (is_null || pointer_exact(e, node))
		return;
	const Pointee *t = pts_targets(taken, &n);
	for (uint32_t i = 0; i < n; i++)
		if (e->objects.items[t[i].obj].kind == OBJ_FORMAL && e->objects.items[t[i].obj].inst == callee->id)
			vec_push(selectors, (Selector){ t[i].obj, node });
}

bool is_selected(const Selectors *selectors, ObjId formal)
{
	for (uint32_t i = 0; i < selectors->len; i++)
		if (selectors->items[i].formal == formal)
			return true;
	return false;
}

void depend_on_selectors(Engine *e, FlowId node, const Selectors *selectors, ObjId formal)
{
	for (uint32_t i = 0; i < selectors->len; i++)
		if (selectors->items[i].formal == formal)
			flow_dep(e, node, selectors->items[i].pointer, DEP_INDEX);
}

FlowId selected_input(Run *r, uint32_t call_id, const Instance *callee, const FormalIn *in, FlowId node, Selectors *selectors)
{
	Engine *e = r->e;

	if (in->obj != NONE && is_selected(selectors, in->obj)) {
		FlowId found = node ? node : undefined_node(e); /* what an unknown pointer leads to */
		node = flow_derived(r, FLOW_MERGE, e->calls.items[call_id].instr, hash_u64(hash_u64(in->key, callee->id), 0x5E1), found);
		depend_on_selectors(e, node, selectors, in->obj);
	}
	selectors_add(e, callee, in, node, selectors);
	return node;
}

/* What decides in the callers what OBJ is; 0: nothing, or OBJ is none of theirs. */
static FlowId selector_of(Run *r, ObjId obj)
{
	const Object *o = &r->e->objects.items[obj];

	return o->kind == OBJ_FORMAL && o->inst == r->inst->id ? formal_selector(r, obj) : 0;
}

FlowId selector_above(Run *r, uint32_t call_id, const Instance *callee, const FormalIn *in, const Selectors *selectors)
{
	Engine *e = r->e;
	const Call *call = &e->calls.items[call_id];
	uint32_t index = e->objects.items[in->obj].index;

	if (is_selected(selectors, in->obj)) {
		FlowId node = flow_keyed(r, FLOW_MERGE, call->instr, hash_u64(hash_u64(in->key, callee->id), 0x5E2));
		depend_on_selectors(e, node, selectors, in->obj);
		return node;
	}
	const Pointees *targets = index < call->bound.len ? &call->bound.items[index].targets : NULL;
	return targets && targets->len == 1 ? selector_of(r, targets->items[0].obj) : 0;
}

FlowId place_selector(Run *r, FlowId pointer)
{
	PtsId pts = flow(r->e, pointer)->value.pts;
	uint32_t n;
	const Pointee *t = pts_targets(pts, &n);

	return pointer_exact(r->e, pointer) ? selector_of(r, t->obj) : pointer;
}
