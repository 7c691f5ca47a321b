/*
 * Memory that is allocated in a loop. What earlier iterations got from the same allocation has the same name; where nothing leads
 * to that any more, the name stands for one object, the one that is made now (recency: Balakrishnan and Reps, "Recency-Abstraction
 * for Heap-Allocated Storage", SAS 2006, without a second name for the older ones: while they can be reached, all are one).
 */
#include "solve/engine.h"

static bool leads_to(Engine *e, FlowId node, ObjId obj)
{
	uint32_t n;
	const Pointee *t = pts_targets(node ? flow(e, node)->value.pts : 0, &n);
	bool leads = false;

	for (uint32_t i = 0; i < n && !leads; i++)
		leads = t[i].obj == obj || e->objects.items[t[i].obj].base == obj;
	return leads;
}

static bool memory_leads_to(Run *r, const State *state, ObjId obj)
{
	bool leads = false;

	for (uint32_t i = 0; i < state->mem.len && !leads; i++) {
		const Cells *cells = state->mem.items[i].cells;
		run_work(r, cells->cells.len / 16);
		/* Of the object itself, what leads to it goes with it. */
		for (uint32_t k = 0; k < cells->cells.len && !leads && state->mem.items[i].obj != obj; k++)
			leads = leads_to(r->e, cells->cells.items[k].node, obj) || leads_to(r->e, cells->cells.items[k].fresh, obj);
	}
	return leads;
}

/* Does a variable of R, or a value that the statement before instruction INSTR has computed, lead to OBJ? */
static bool values_lead_to(const Run *r, const FlowId *slots, uint32_t nslots, uint32_t instr, ObjId obj)
{
	bool leads = false;

	for (uint32_t i = 0; i < nslots && !leads; i++)
		leads = leads_to(r->e, slots[i], obj);
	for (uint32_t i = r->f->blocks.items[r->block].first; i < instr && !leads; i++)
		leads = leads_to(r->e, r->values[i], obj);
	return leads;
}

static bool is_reached(Run *r, const State *state, ObjId obj, uint32_t instr)
{
	if (memory_leads_to(r, state, obj))
		return true;
	if (r->within)
		return values_lead_to(r->within, r->outer_slots, r->within->cfg->nslots, r->inline_at, obj);
	return values_lead_to(r, state->slots, state->nslots, instr, obj);
}

void recent_heap(Run *r, State *state, ObjId obj, uint32_t instr)
{
	Object *o = &r->e->objects.items[obj];

	if (!r->in_fixpoint || o->weak)
		return;
	if (r->e->concurrent || is_reached(r, state, obj, instr))
		o->weak = true;
	else
		state_forget(state, obj);
}
