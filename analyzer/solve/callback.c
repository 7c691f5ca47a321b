/*
 * Functions of the program that are handed to a function without source: it may call them, once or often, with what else
 * it is given, and with memory and numbers of its own.
 */
#include "solve/engine.h"

enum { MANY_CALLBACKS = 8 };

typedef struct { FuncIds funcs; PtsId data; } Given;

/* Adds what VALUE points to: functions with a body, and data. */
static void add_given(Run *r, const Value *value, Given *given)
{
	Pointees data = {0};
	uint32_t n;
	const Pointee *t = pts_targets(value->pts, &n);

	for (uint32_t i = 0; i < n; i++) {
		const Object *o = &r->e->objects.items[t[i].obj];
		const Function *f = o->kind == OBJ_FUNCTION ? &r->e->program->functions.items[o->index] : NULL;
		bool known = !f || !f->defined || f->is_stub;
		for (uint32_t k = 0; k < given->funcs.len; k++)
			known |= given->funcs.items[k] == o->index;
		if (!known)
			vec_push(&given->funcs, o->index);
		else if (o->kind != OBJ_FUNCTION && t[i].obj != OBJ_UNKNOWN)
			vec_push(&data, t[i]);
	}
	given->data = pts_join(given->data, pts_of(data.items, data.len));
	vec_release(&data);
}

/* Those of PTS that a parameter for elements of HELD can point to. */
static PtsId fitting(Engine *e, PtsId pts, TypeId held)
{
	Pointees fit = {0};
	uint32_t n;
	const Pointee *t = pts_targets(pts, &n);

	for (uint32_t i = 0; i < n; i++) {
		TypeId type = e->objects.items[t[i].obj].type;
		bool other = type_is_record(e->program, held) && type_is_record(e->program, type) &&
			!str_equal(name_type(e->program, held), name_type(e->program, type));
		if (!other)
			vec_push(&fit, t[i]);
	}
	PtsId result = pts_of(fit.items, fit.len);
	vec_release(&fit);
	return result;
}

/* What parameter P of the callback FUNC is given: what the caller was, or what comes from outside, NODE. */
static FlowId callback_argument(Run *r, State *state, FuncId func, uint32_t p, PtsId data, FlowId node, uint32_t instr)
{
	Engine *e = r->e;
	TypeId type = e->program->functions.items[func].locals.items[p].type;
	FlowId value = flow_keyed(r, FLOW_OP, instr, hash_u64(map_key(func, p), 0xCBA));

	flow_dep(e, value, node, DEP_DATA);
	flow(e, value)->type = type;
	flow(e, value)->value = value_top();
	if (!is_pointer_to_data(e->program, type))
		return value;
	TypeId held = e->program->types.items[type].elem;
	ObjId own = memory_given(r, state, type_is_record(e->program, held) ? held : NONE, node, instr);
	flow(e, value)->value = (Value){ range_nonnull(), pts_join(fitting(e, data, held), pts_single(own, range_const(0))) };
	return value;
}

/* FUNC may be called, or not. */
static void maybe_call(Run *r, State *state, FuncId func, PtsId data, FlowId node, uint32_t instr)
{
	const Function *f = &r->e->program->functions.items[func];
	Call call = { .caller = r->inst->id, .instr = instr, .ctx = r->ctx };

	for (uint32_t p = 0; p < f->nparams; p++)
		vec_push(&call.args, callback_argument(r, state, func, p, data, node, instr));
	call_beside(r, state, func, &call, instr);
	vec_release(&call.args);
}

void callbacks_call(Run *r, State *state, const FlowIds *arguments, FlowId node, uint32_t instr)
{
	Given given = {0};

	for (uint32_t i = 0; i < arguments->len; i++) {
		const Value *value = &flow(r->e, arguments->items[i])->value;
		add_given(r, value, &given);
		if (value->pts)
			add_given(r, &flow(r->e, memory_contents(r, state, arguments->items[i], -1, instr, "callback"))->value, &given);
	}
	/* One may see what another one left. */
	uint32_t rounds = given.funcs.len > 1 ? 2 : 1;
	for (uint32_t k = 0; k < rounds && given.funcs.len <= MANY_CALLBACKS; k++)
		for (uint32_t i = 0; i < given.funcs.len && !r->inst->given_up && !r->inst->restart; i++) {
			bitset_add(&r->e->handed, given.funcs.items[i]);
			maybe_call(r, state, given.funcs.items[i], given.data, node, instr);
		}
	state->threads |= given.funcs.len ? OTHER_THREADS : 0;
	vec_release(&given.funcs);
}
