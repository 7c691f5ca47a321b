/*
 * Which memory a model is given may be chosen: predict(ready ? a : b), predict(table[i]). What decides that decides what its
 * input is, in the function that hands it over and in the callers whose memory it is.
 */
#include "solve/role.h"

FlowId input_chosen(Run *r, FlowId before, FlowId pointer, uint32_t instr)
{
	Engine *e = r->e;

	if (pointer_exact(e, pointer) || flow(e, pointer)->kind == FLOW_CONST)
		return before;
	FlowId node = flow_keyed(r, FLOW_CHOICE, instr, hash_u64(hash_u64(before, pointer), 0xC405E));
	flow_dep(e, node, pointer, DEP_INDEX);
	flow_dep(e, node, before, DEP_DATA);
	return node;
}

bool chosen_by_something(Engine *e, FlowId chosen)
{
	FlowIds work = {0};
	bool found = false;

	stamps_clear(&e->visited);
	vec_push(&work, chosen);
	while (work.len && chosen && !found) {
		FlowId at = vec_pop(&work);
		const Flow *v = flow(e, at);
		if (!stamps_add(&e->visited, at))
			continue;
		found = v->kind == FLOW_FORMAL || flow_is_source(v);
		for (uint32_t i = 0; i < v->ndeps; i++)
			vec_push(&work, e->deps.items[v->first_dep + i].from);
	}
	vec_release(&work);
	return found;
}

FlowId chosen_of(Engine *e, FlowId node)
{
	const Flow *v = flow(e, node);

	for (uint32_t i = 0; i < v->ndeps; i++) {
		FlowId from = e->deps.items[v->first_dep + i].from;
		const Out *out = flow_out(e, flow(e, from));
		if (flow(e, from)->kind == FLOW_CHOICE || (out && out->chooses))
			return from;
	}
	return 0;
}

void chosen_collect(Instance *inst)
{
	for (uint32_t i = 0; i < inst->inputs.len; i++) {
		const Input *in = &inst->inputs.items[i];
		bool known = !in->chosen;
		for (uint32_t k = inst->outs.len; k-- > 0 && !known && inst->outs.items[k].chooses;)
			known = inst->outs.items[k].node == in->chosen;
		if (!known)
			vec_push(&inst->outs, (Out){ .obj = in->obj, .off = in->off, .size = in->size, .node = in->chosen, .chooses = true });
	}
}

FlowId chosen_above(Run *r, uint32_t call_id, Instance *callee, FlowId chosen)
{
	for (uint32_t i = callee->outs.len; chosen && i-- > 0 && callee->outs.items[i].chooses;)
		if (callee->outs.items[i].node == chosen)
			return call_out(r, call_id, callee, i);
	return 0;
}
