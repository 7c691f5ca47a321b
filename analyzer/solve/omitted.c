/*
 * Entry points that are not followed, because too much hangs on them or no steps are left: what they may have written is
 * unknown to those that find it. By the text of the program (mods.c), and only where others have looked: of few, each under
 * its name; of more, what they left is one unknown. What it was made of is left out: it would connect everything.
 */
#include "solve/engine.h"

enum { MANY = 3 };

/* NONE: of more than are named. */
static FlowId unknown_of(Engine *e, FuncId func)
{
	FlowId node = flow_keyed(e->world, FLOW_EXTERNAL, NONE, func);

	flow(e, node)->aux = func;
	return node;
}

static void leave(Engine *e, State *state, const FuncIds *funcs, FuncId named)
{
	const struct Mods *mods = mods_of_all(e, funcs);
	FlowId node = unknown_of(e, named);
	uint32_t known = e->objects.len;

	for (ObjId obj = 1; obj < known; obj++) {
		const Object *o = &e->objects.items[obj];
		bool variable = o->kind == OBJ_GLOBAL && !constant_global(e, o->index);
		if (variable || o->kind == OBJ_ENTRY || (o->kind == OBJ_HEAP && state_cells(state, obj)))
			mods_fill_object(e->world, state, mods, obj, node);
	}
}

void omitted_leave(Engine *e, State *state, const FuncIds *omitted)
{
	uint32_t alone = omitted->len <= MANY ? omitted->len : 0;

	for (uint32_t i = 0; i < alone; i++) {
		FuncIds one = { &omitted->items[i], 1, 1 };
		leave(e, state, &one, omitted->items[i]);
	}
	if (omitted->len > alone)
		leave(e, state, omitted, NONE);
}
