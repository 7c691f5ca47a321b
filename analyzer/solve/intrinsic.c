/*
 * The vocabulary of stub files (include/featdep/stub.h), built on the operations on blocks of memory.
 */
#include "solve/interp.h"

static FlowId mixed(Run *r, const FlowIds *args, uint32_t first, uint32_t instr, uint64_t key)
{
	FlowId node = flow_keyed(r, FLOW_OP, instr, key);

	PtsId pts = 0;
	for (uint32_t i = first; i < args->len; i++) {
		flow_dep(r->e, node, args->items[i], DEP_DATA);
		pts = pts_join(pts, pts_shift(flow(r->e, args->items[i])->value.pts, range_top()));
	}
	flow(r->e, node)->value = (Value){ range_top(), pts };
	return node;
}

/* Is all that POINTER leads to elements of numbers? */
static bool leads_to_numbers(Engine *e, FlowId pointer)
{
	uint32_t n;
	const Pointee *t = pts_targets(flow(e, pointer)->value.pts, &n);
	bool numbers = true;

	for (uint32_t i = 0; i < n && numbers; i++)
		numbers = type_is_number(e->program, type_element(e->program, e->objects.items[t[i].obj].type));
	return numbers;
}

static Range bits_of(Run *r, FlowId bytes)
{
	Range num = flow(r->e, bytes)->value.num;

	if (range_is_const(num) && num.lo == -1)
		return range_top();
	return range_scale(num, 8);
}

/* BYTES, when nobody knows how many; 0: their number, or to the end. */
static FlowId length_of(Run *r, FlowId bytes)
{
	return range_is_const(flow(r->e, bytes)->value.num) ? 0 : bytes;
}

/* Values of the variadic arguments and contents of what they point to. */
static FlowId varargs_content(Run *r, State *state, FlowId list, uint32_t instr, FlowId write)
{
	Engine *e = r->e;
	FlowId all = flow_keyed(r, FLOW_MERGE, instr, 0x7A);
	uint32_t n, m;
	/* The list is a pointer to where the arguments start, or to a va_list that holds that pointer. */
	PtsId lists = flow(e, list)->value.pts, starts = 0;

	pts_targets(lists, &n);
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = pts_targets(lists, &n)[i];
		FlowId inner = read_location(r, state, t.obj, t.off, 64, e->pointer_type, instr, NOT_RELEVANT);
		bool holds = e->objects.items[t.obj].kind != OBJ_VARARGS && flow(e, inner)->value.pts;
		starts = pts_join(starts, holds ? flow(e, inner)->value.pts : pts_single(t.obj, t.off));
	}
	pts_targets(starts, &n);
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = pts_targets(starts, &n)[i];
		for (int64_t k = 0; k < 24; k++) {
			FlowIds found = {0};
			bool entry;
			Range off = offset_add(t.off, range_const(k * 64));
			memory_collect(r->e, state, t.obj, off, 64, 0, &found, &entry);
			bool any = found.len || (entry && e->objects.items[t.obj].kind == OBJ_FORMAL && k < 12);
			vec_release(&found);
			if (!any)
				continue;
			FlowId arg = read_location(r, state, t.obj, off, 64, e->pointer_type, instr, NOT_RELEVANT);
			pts_targets(flow(e, arg)->value.pts, &m);
			if (m && write) {
				memory_may_set(r, state, arg, range_top(), write, instr);
				continue;
			}
			flow_dep(e, all, arg, DEP_DATA);
			if (m)
				flow_dep(e, all, memory_contents(r, state, arg, -1, instr, "vararg"), DEP_DATA);
			flow(e, all)->value.pts = pts_join(flow(e, all)->value.pts, flow(e, arg)->value.pts);
		}
	}
	return all;
}

FlowId heap_new(Run *r, State *state, uint32_t instr)
{
	ObjId obj = object_keyed(r->e, hash_u64(hash_u64(hash_u64(r->inst->id, instr), r->ctx), 0xA110C), (Object){
		.kind = OBJ_HEAP, .inst = r->inst->id, .type = NONE, .func = NONE, .instr = NONE, .feature = NONE });
	FlowId pointer = flow_keyed(r, FLOW_CONST, instr, 1);

	recent_heap(r, state, obj, instr);
	flow(r->e, pointer)->value = (Value){ range_obtained(), pts_single(obj, range_const(0)) };
	return pointer;
}

bool intrinsic_eval(Run *r, State *state, uint32_t instr, Str name, const FlowIds *args, FlowId *result)
{
	Engine *e = r->e;
	const char *what = str_text(name) + strlen("__featdep_");
	FlowId a = args->len > 0 ? args->items[0] : undefined_node(e);
	FlowId b = args->len > 1 ? args->items[1] : undefined_node(e);
	FlowId c = args->len > 2 ? args->items[2] : undefined_node(e);

	*result = 0;
	if (!strcmp(what, "alloc")) {
		*result = heap_new(r, state, instr);
	} else if (!strcmp(what, "copy")) {
		memory_copy(r, state, a, b, bits_of(r, c), length_of(r, c), NONE, instr);
	} else if (!strcmp(what, "move")) {
		/* Records are told apart by what their type says, however many there are. */
		bool known = range_is_const(flow(e, c)->value.num) && flow(e, c)->value.num.lo > 0 && leads_to_numbers(e, b);
		memory_copy(r, state, a, b, known ? bits_of(r, c) : range_top(), 0, NONE, instr);
	} else if (!strcmp(what, "fill")) {
		FlowId node = flow_keyed(r, flow(e, b)->kind == FLOW_CONST ? FLOW_CONST : FLOW_STORE, instr, 2);
		flow_dep(e, node, b, DEP_DATA);
		Range byte = flow(e, b)->value.num;
		flow(e, node)->value = (Value){ range_is_const(byte) && byte.lo == 0 ? byte : range_top(), flow(e, b)->value.pts };
		memory_set(r, state, a, bits_of(r, c), length_of(r, c), 8, node, instr);
	} else if (!strcmp(what, "mix") || !strcmp(what, "mixf")) {
		*result = mixed(r, args, 0, instr, 3);
	} else if (!strcmp(what, "read")) {
		*result = memory_contents(r, state, a, fixed_bits(bits_of(r, b)), instr, "read");
		if (length_of(r, b))
			flow_dep(e, *result, b, DEP_INDEX);
	} else if (!strcmp(what, "may_write")) {
		FlowId node = flow_keyed(r, FLOW_STORE, instr, 4);
		flow_dep(e, node, b, DEP_DATA);
		flow(e, node)->value.pts = flow(e, b)->value.pts;
		memory_fill(r, state, a, bits_of(r, c), node, false, instr);
	} else if (!strcmp(what, "unknown")) {
		/* Not one of the two constants, and nothing decides it. */
		*result = flow_keyed(r, FLOW_CONST, instr, 5);
		flow(e, *result)->value.num = range_strided(0, 1, 1);
	} else if (!strcmp(what, "concurrent")) {
		state->threads = OTHER_THREADS;
	} else if (!strcmp(what, "joined")) {
		r->inst->joins = true;
	} else if (!strcmp(what, "waited")) {
		state->waited = true;
	} else if (!strcmp(what, "varargs")) {
		*result = varargs_content(r, state, a, instr, 0);
	} else if (!strcmp(what, "varargs_write")) {
		FlowId node = flow_keyed(r, FLOW_STORE, instr, 6);
		flow_dep(e, node, b, DEP_DATA);
		varargs_content(r, state, a, instr, node);
	} else if (!strcmp(what, "escape")) {
		eval_escape(r, b, describe(r, a), instr);
	} else if (!strcmp(what, "escape_memory")) {
		eval_escape(r, memory_contents(r, state, b, fixed_bits(bits_of(r, c)), instr, "escape"), describe(r, a), instr);
	} else {
		return false;
	}
	return true;
}
