/*
 * Calls that are not followed: of functions without definition, and of those that are given up. What comes out depends on all
 * that the function can see, and may be in all that it can write: in what its arguments point to, and in what lies behind.
 */
#include "solve/engine.h"

/* What a function that is not followed leaves in variables is made of what it is given in so many places. */
enum { MANY_CALLS = 8 };

void gap_note(Run *r, uint32_t instr, const char *what, Str subject)
{
	vec_push(&r->inst->gaps, (Gap){ r->f->instrs.items[instr].place, r->inst->func, str_intern(what), subject, false });
}

void gap_no_target(Run *r, uint32_t instr, const char *access, Str subject)
{
	gap_note(r, instr, str_text(str_format(steps_used_up(r->e, 0) ? "%s through a pointer: no steps were left to find its targets"
		: "%s through a pointer with no known target", access)), subject);
}

/* The record that FUNC takes its untyped parameter for; NONE: no one record. */
static TypeId param_record(Engine *e, FuncId func, uint32_t param)
{
	const Function *f = &e->program->functions.items[func];
	TypeId record = NONE;

	for (uint32_t i = 0; f->defined && param < f->nparams && i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		const Instr *load = in->op == OP_CAST ? &f->instrs.items[in->a] : NULL;
		TypeId to = load ? pointed_record(e->program, in->type) : NONE;
		bool of_param = load && load->op == OP_LOAD && f->instrs.items[load->a].op == OP_ADDR_LOCAL &&
			f->instrs.items[load->a].imm == (int64_t)param;
		if (!of_param || to == NONE)
			continue;
		if (record != NONE && record != to)
			return NONE;
		record = to;
	}
	return record;
}

/* The type that FUNC declares its parameter ARG with; OTHERWISE: it says none. */
static TypeId declared_type(Engine *e, FuncId func, uint32_t arg, TypeId otherwise)
{
	const Function *f = func == NONE ? NULL : &e->program->functions.items[func];

	return f && arg < f->nparams ? f->locals.items[arg].type : otherwise;
}

TypeId argument_type(Engine *e, FuncId func, uint32_t arg, FlowId node)
{
	return declared_type(e, func, arg, flow(e, node)->type);
}

/* Is it the number of something? */
static bool is_count(const Module *program, const Local *param)
{
	static const char *const words[] = { "len", "count", "cnt", "num", "size", "sz", "nb", "elem", "item", "row", "col", "sample",
		"frame", "point", "width", "height", "dim", "total", "capacity" };
	const Type *t = param->type == NONE ? NULL : &program->types.items[param->type];
	const char *name = str_text(param->name);

	if (!t || t->kind != TY_INT)
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcasestr(name, words[i]))
			return true;
	return !*name || *name == 'n' || *name == 'N' || !strcmp(name, "m");
}

static bool takes_count(const Module *program, const Function *f)
{
	for (uint32_t i = 0; i < f->nparams; i++)
		if (is_count(program, &f->locals.items[i]))
			return true;
	return false;
}

/* Is V, as it is written, an array and not a pointer? */
static bool is_array(const Run *r, ValueId v)
{
	const Module *program = r->e->program;
	const Instr *in = instr_behind_casts(r->f, v);
	TypeId type = NONE;

	if (in->op == OP_ADDR_LOCAL)
		type = r->f->locals.items[in->imm].type;
	else if (in->op == OP_ADDR_GLOBAL)
		type = program->globals.items[in->imm].type;
	else if (in->op == OP_FIELD)
		type = program->fields.items[program->types.items[in->b].first_field + (uint32_t)in->imm].type;
	return type != NONE && program->types.items[type].kind == TY_ARRAY;
}

/* Does FUNC, which is not followed, take argument ARG for the first of several? */
static bool takes_array(Run *r, FuncId func, uint32_t arg, uint32_t instr)
{
	const Instr *call = &r->f->instrs.items[instr];
	bool written = r->inline_at == NONE && arg < call->nargs;

	return (written && is_array(r, r->f->args.items[call->first_arg + arg])) ||
		(func != NONE && takes_count(r->e->program, &r->e->program->functions.items[func]));
}

/* PTS, to one of RECORD, and those behind it in the same array. */
static PtsId all_behind(Engine *e, PtsId pts, TypeId record)
{
	int64_t bits = type_bits(e->program, record);
	Pointees all = {0};
	uint32_t n;

	pts_targets(pts, &n);
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = pts_targets(pts, &n)[i];
		Array array = t.off.lo >= 0 && bits > 0 ? array_at(e, t.obj, t.off.lo, bits) : (Array){ 0, -1, NONE };
		ObjKind kind = e->objects.items[t.obj].kind;
		bool open = kind == OBJ_HEAP || kind == OBJ_ENTRY || kind == OBJ_FORMAL;
		if (range_is_const(t.off) && array.end > t.off.lo + bits)
			t.off = range_strided(t.off.lo, array.end - bits, bits);
		else if (range_is_const(t.off) && array.end < 0 && open && bits > 0 && e->objects.items[t.obj].type == record)
			t.off = range_strided(t.off.lo, POS_INF, bits);
		vec_push(&all, t);
	}
	PtsId result = pts_of(all.items, all.len);
	vec_release(&all);
	return result;
}

/* Arguments of a call whose callee is not followed, as pointers to what the callee takes them for. */
static FlowId argument_view(Run *r, FuncId func, uint32_t arg, FlowId value, uint32_t instr)
{
	TypeId record = func == NONE ? NONE : param_record(r->e, func, arg);
	PtsId pts = flow(r->e, value)->value.pts;
	PtsId views = record == NONE ? pts : view_pointer(r, pts, record);
	TypeId declared = pointed_record(r->e->program, argument_type(r->e, func, arg, value));

	if (declared != NONE && takes_array(r, func, arg, instr))
		views = all_behind(r->e, views, declared);

	if (views == pts)
		return value;
	FlowId node = flow_keyed(r, FLOW_OP, instr, hash_u64(arg, 0xA46));
	flow_dep(r->e, node, value, DEP_DATA);
	flow(r->e, node)->value = (Value){ flow(r->e, value)->value.num, views };
	return node;
}

/* Bits behind argument ARG that FUNC, which is not followed, may touch; -1: to the end. */
static int64_t argument_bits(Run *r, FuncId func, uint32_t arg, uint32_t instr)
{
	const Module *program = r->e->program;
	TypeId type = declared_type(r->e, func, arg, NONE);
	bool one = type == NONE || pointed_record(program, type) != NONE || !takes_count(program, &program->functions.items[func]);

	return one ? argument_extent(r, instr, arg) : -1;
}

FlowId record_of(Run *r, State *state, TypeId type, FlowId node, uint32_t instr)
{
	ObjId record;
	FlowId result = result_record(r, type, instr, &record);

	memory_receive(r, state, result, type, range_const(type_bits(r->e->program, type)), node, instr);
	return result;
}

/* NODE depends on the arguments and on what they point to. */
static void read_arguments(Run *r, State *state, const Call *call, const FlowIds *views, FuncId func, FlowId node, uint32_t instr)
{
	Engine *e = r->e;

	for (uint32_t i = 0; i < call->args.len; i++) {
		FlowId arg = views->items[i];
		if (!flow(e, arg)->value.pts) {
			flow_dep(e, node, arg, DEP_DATA);
			continue;
		}
		flow_dep(e, node, memory_contents(r, state, arg, argument_bits(r, func, i, instr), instr, "argument"), DEP_DATA);
	}
}

/* What lies behind VIEW, which FUNC takes for bytes, is what lies behind the records that it points to. */
static void fill_behind_bytes(Run *r, State *state, FuncId func, FlowId view, FlowId node, uint32_t instr)
{
	Engine *e = r->e;
	VEC(TypeId) done = {0};
	PtsId pts = flow(e, view)->value.pts; /* VIEW can get another on the way */
	uint32_t n;

	pts_targets(pts, &n);
	for (uint32_t i = 0; i < n && !r->inst->given_up; i++) {
		Pointee t = pts_targets(pts, &n)[i];
		TypeId type = e->objects.items[t.obj].type;
		int64_t bits = type_is_record(e->program, type) ? type_bits(e->program, type) : 0;
		bool known = bits <= 0 || t.off.lo % bits != 0;
		for (uint32_t k = 0; k < done.len; k++)
			known |= done.items[k] == type;
		if (known)
			continue;
		vec_push(&done, type);
		mods_fill_behind(r, state, func, view, type, node, instr);
	}
	vec_release(&done);
}

/* NODE may be in all that FUNC may write through argument ARG, which it takes for the pointer VIEW. */
static void write_argument(Run *r, State *state, FuncId func, uint32_t arg, FlowId view, FlowId node, uint32_t instr)
{
	Engine *e = r->e;
	const Function *f = func == NONE ? NULL : &e->program->functions.items[func];
	TypeId type = argument_type(e, func, arg, view);
	const Type *t = type == NONE ? NULL : &e->program->types.items[type];
	bool pointer = t && t->kind == TY_POINTER && t->elem != NONE;
	bool constant = (pointer && e->program->types.items[t->elem].is_const) || type_is_record(e->program, type);

	if (!flow(e, view)->value.pts)
		return;
	TypeId typed = pointed_record(e->program, type);
	TypeId record = typed == NONE && f ? param_record(e, func, arg) : typed;
	if (f && type_is_record(e->program, type))
		mods_fill_behind(r, state, func, view, type, node, instr);
	bool bytes = pointer && record == NONE && (e->program->types.items[t->elem].kind == TY_VOID || type_bits(e->program, t->elem) == 8);
	if (f && bytes)
		fill_behind_bytes(r, state, func, view, node, instr);
	else if (f && pointer)
		mods_fill_behind(r, state, func, view, record == NONE ? t->elem : record, node, instr);
	if (constant || (f && f->defined && record != NONE && mods_fill(r, state, func, view, record, node, instr)))
		return;
	int64_t bits = argument_bits(r, func, arg, instr);
	memory_fill(r, state, view, bits > 0 ? range_const(bits) : range_top(), node, false, instr);
}

/* Memory that the call at INSTR gives: what it holds at first is CONTENT. */
static ObjId given_memory(Run *r, State *state, TypeId type, FlowId content, uint32_t instr, bool deeper)
{
	ObjId obj = object_keyed(r->e, hash_u64(hash_u64(hash_u64(r->inst->id, instr), r->ctx), deeper ? 0xE81 : 0xE80), (Object){
		.kind = OBJ_HEAP, .inst = r->inst->id, .type = type, .func = r->inst->func, .instr = instr, .feature = NONE,
		.weak = deeper || r->in_fixpoint });

	memory_write(r, state, obj, range_const(0), REST, content, true);
	return obj;
}

enum { MAX_RECEIVED = 3 }; /* so many pointers, one behind the other, are followed in what is received */

ObjId memory_given(Run *r, State *state, TypeId type, FlowId content, uint32_t instr)
{
	return given_memory(r, state, type, content, instr, true);
}

/* A pointer to data in what is received: where it is, what it leads to now. */
typedef struct { ObjId obj; Range off; TypeId type; FlowId before; } PointerMember;
typedef struct {
	Run *r;
	State *state;
	ObjId obj;
	uint32_t instr;
	VEC(PointerMember) list;
} PointerMembers;

static void note_pointer(void *context, Range off, int64_t size, TypeId type)
{
	PointerMembers *m = context;

	if (is_pointer_to_data(m->r->e->program, type))
		vec_push(&m->list, (PointerMember){ m->obj, off, type, read_location(m->r, m->state, m->obj, off, size, type, m->instr, NOT_RELEVANT) });
}

static bool leads_anywhere(Engine *e, FlowId pointer)
{
	uint32_t n;
	const Pointee *t = pts_targets(flow(e, pointer)->value.pts, &n);

	for (uint32_t i = 0; i < n; i++)
		if (t[i].obj != OBJ_UNKNOWN)
			return true;
	return false;
}

static void receive_behind(Run *r, State *state, FlowId pointer, TypeId held, FlowId node, uint32_t instr, uint32_t depth);

/* A pointer among what is received leads on to received memory: to what it led to before, or to memory of its own. SURE: its
   place is known. */
static void receive_pointer(Run *r, State *state, const PointerMember *m, FlowId node, uint32_t instr, uint32_t depth, bool sure)
{
	Engine *e = r->e;
	TypeId to = e->program->types.items[m->type].elem;
	FlowId now = flow_keyed(r, FLOW_OP, instr, hash_u64(offset_hash(m->obj, m->off), 0xE85));

	flow_dep(e, now, node, DEP_DATA);
	flow(e, now)->type = m->type;
	flow(e, now)->value = (Value){ range_top(), flow(e, m->before)->value.pts };
	if (!leads_anywhere(e, m->before)) {
		FlowId inner = flow_keyed(r, FLOW_OP, instr, 0xE86);
		flow_dep(e, inner, node, DEP_DATA);
		ObjId behind = given_memory(r, state, type_is_record(e->program, to) ? to : NONE, inner, instr, true);
		if (str_empty(e->objects.items[behind].text)) /* called like what leads there */
			e->objects.items[behind].text = e->objects.items[m->obj].text;
		if (type_is_record(e->program, to) || is_pointer_to_data(e->program, to)) /* another member may lead to plain numbers: all is in one memory */
			flow(e, inner)->value.pts = pts_single(behind, range_top());
		flow(e, now)->value.pts = pts_single(behind, range_const(0));
	} else if (to == NONE || !e->program->types.items[to].is_const) {
		receive_behind(r, state, m->before, to, node, instr, depth + 1);
	}
	memory_write(r, state, m->obj, m->off, type_bits(e->program, m->type), now, sure);
}

/* From T on, the elements of HELD in BITS, or, where that is not known, to the end of the array that T points into. */
static Range elements_from(Engine *e, Pointee t, TypeId held, Range bits)
{
	int64_t size = type_bits(e->program, held), end = -1;

	if (size <= 0 || !range_is_const(t.off) || t.off.lo < 0)
		return t.off;
	if (range_is_const(bits))
		end = t.off.lo + bits.lo / size * size;
	else
		end = array_at(e, t.obj, t.off.lo, size).end;
	return end > t.off.lo + size ? range_strided(t.off.lo, end - size, size) : t.off;
}

static PointerMembers pointers_among(Run *r, State *state, FlowId pointer, TypeId held, Range bits, uint32_t instr)
{
	PointerMembers members = { .r = r, .state = state, .instr = instr };
	uint32_t n;

	pts_targets(flow(r->e, pointer)->value.pts, &n);
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = pts_targets(flow(r->e, pointer)->value.pts, &n)[i];
		members.obj = t.obj;
		if (t.obj != OBJ_UNKNOWN)
			type_leaves(r->e->program, held, elements_from(r->e, t, held, bits), note_pointer, &members);
	}
	return members;
}

/* NODE may be in what POINTER, to elements of HELD, leads to, and behind the pointers in that. */
static void receive_behind(Run *r, State *state, FlowId pointer, TypeId held, FlowId node, uint32_t instr, uint32_t depth)
{
	PointerMembers members = { .r = r };

	if (depth < MAX_RECEIVED)
		members = pointers_among(r, state, pointer, held, range_top(), instr);
	memory_fill_held(r, state, pointer, held, range_top(), node, false, instr);
	for (uint32_t i = 0; i < members.list.len && !r->inst->given_up; i++)
		receive_pointer(r, state, &members.list.items[i], node, instr, depth, false);
	vec_release(&members.list);
}

void memory_receive(Run *r, State *state, FlowId pointer, TypeId held, Range bits, FlowId node, uint32_t instr)
{
	PointerMembers members = pointers_among(r, state, pointer, held, bits, instr);
	uint32_t n;

	pts_targets(flow(r->e, pointer)->value.pts, &n);
	memory_fill_held(r, state, pointer, held, bits, node, true, instr);
	for (uint32_t i = 0; i < members.list.len && !r->inst->given_up; i++)
		receive_pointer(r, state, &members.list.items[i], node, instr, 0, n == 1 && range_is_const(members.list.items[i].off));
	vec_release(&members.list);
}

/* What a pointer that FUNC returns leads to: memory of its own, and behind the pointers in that, more of it; and somewhere
   in what it can only have from the library's own records among its arguments. NODE is the result of the call. */
static FlowId returned_pointer(Run *r, State *state, FuncId func, const FlowIds *views, TypeId type, FlowId node, uint32_t instr)
{
	Engine *e = r->e;
	TypeId elem = e->program->types.items[type].elem;
	FlowId content = flow_keyed(r, FLOW_OP, instr, 0xE82), inner = flow_keyed(r, FLOW_OP, instr, 0xE83), pointer = flow_keyed(r, FLOW_OP, instr, 0xE84);
	ObjId behind = given_memory(r, state, NONE, inner, instr, true), obj = given_memory(r, state, elem, content, instr, false);
	PtsId all = pts_single(obj, range_const(0)), further = pts_single(behind, range_top());

	flow_dep(e, content, node, DEP_DATA);
	flow_dep(e, inner, node, DEP_DATA);
	flow_dep(e, pointer, node, DEP_DATA);
	for (uint32_t i = 0; i < views->len; i++) {
		TypeId record = pointed_record(e->program, declared_type(e, func, i, NONE));
		uint32_t n;
		if (record == NONE || type_bits(e->program, record) > 0)
			continue;
		Pointees anywhere = {0};
		const Pointee *t = pts_targets(flow(e, views->items[i])->value.pts, &n);
		for (uint32_t k = 0; k < n; k++)
			vec_push(&anywhere, (Pointee){ t[k].obj, range_top() });
		all = pts_join(all, pts_of(anywhere.items, anywhere.len));
		vec_release(&anywhere);
	}
	flow(e, content)->value = flow(e, inner)->value = (Value){ range_top(), further };
	flow(e, pointer)->value = (Value){ range_top(), all };
	flow(e, pointer)->type = type;
	return pointer;
}

/* The arguments of CALL as what FUNC takes them for; the caller releases them. */
static FlowIds argument_views(Run *r, FuncId func, const Call *call, uint32_t instr)
{
	FlowIds views = {0};

	for (uint32_t i = 0; i < call->args.len; i++)
		vec_push(&views, argument_view(r, func, i, call->args.items[i], instr));
	return views;
}

/* What FUNC makes of all that it is given. */
static FlowId external_node(Run *r, State *state, FuncId func, const Call *call, const FlowIds *views, uint32_t instr)
{
	FlowId node = flow_keyed(r, FLOW_EXTERNAL, instr, func);

	flow(r->e, node)->aux = func;
	read_arguments(r, state, call, views, func, node, instr);
	vec_push(&r->inst->sinks, node); /* a use, also when nothing comes back */
	return node;
}

/* What FUNC, which is not followed, leaves in variables: NODE. Where it is called in many places, what it makes that of is left out:
   it would connect all of them. */
static FlowId left_in_variables(Run *r, FuncId func, FlowId node, uint32_t instr)
{
	if (r->e->called_in[func] <= MANY_CALLS)
		return node;
	FlowId left = flow_keyed(r, FLOW_EXTERNAL, instr, hash_u64(func, 0x1EF7));
	flow(r->e, left)->aux = func;
	return left;
}

FlowId call_unknown(Run *r, State *state, FuncId func, const Call *call, uint32_t instr)
{
	Engine *e = r->e;
	const Function *f = func == NONE ? NULL : &e->program->functions.items[func];
	TypeId result = f ? e->program->types.items[f->type].elem : NONE;
	FlowIds views = argument_views(r, func, call, instr);
	FlowId node = external_node(r, state, func, call, &views, instr);

	flow(e, node)->type = result;
	for (uint32_t i = 0; i < call->args.len && !r->inst->given_up; i++)
		write_argument(r, state, func, i, views.items[i], node, instr);
	if (f && f->defined)
		mods_fill_globals(r, state, func, left_in_variables(r, func, node, instr), node, instr);
	else if (f)
		callbacks_call(r, state, &views, node, instr);
	if (type_is_record(e->program, result))
		node = record_of(r, state, result, node, instr);
	else if (is_pointer_to_data(e->program, result) && !r->inst->given_up)
		node = returned_pointer(r, state, func, &views, result, node, instr);
	vec_release(&views);
	return node;
}

/* Does CALLEE leave something in an object that VIEW, of the caller, points into? */
static bool leaves_in(Engine *e, uint32_t call_id, const Instance *callee, FlowId view)
{
	const Call *call = &e->calls.items[call_id];
	uint32_t n;
	const Pointee *t = pts_targets(flow(e, view)->value.pts, &n);

	for (uint32_t i = 0; i < callee->outs.len; i++) {
		ObjId obj = callee->outs.items[i].obj;
		const Object *o = obj == NONE ? NULL : &e->objects.items[obj];
		bool bound = o && !callee->outs.items[i].chooses && o->kind == OBJ_FORMAL && o->inst == callee->id && o->index < call->bound.len;
		for (uint32_t k = 0; bound && k < call->bound.items[o->index].targets.len; k++)
			for (uint32_t m = 0; m < n; m++)
				if (call->bound.items[o->index].targets.items[k].obj == t[m].obj)
					return true;
	}
	return false;
}

/* NODE, or 0: what FUNC makes of all that it is given, may be in what its arguments lead to, but for those in the set LEFT. */
static void write_arguments(Run *r, State *state, FuncId func, const Call *call, const FlowIds *views, const Bitset *left, FlowId node, uint32_t instr)
{
	for (uint32_t i = 0; i < views->len && !r->inst->given_up; i++) {
		FlowId view = views->items[i];
		if (bitset_has(left, i) || !flow(r->e, view)->value.pts)
			continue;
		if (!node)
			node = external_node(r, state, func, call, views, instr);
		write_argument(r, state, func, i, view, node, instr);
	}
}

void call_write_besides(Run *r, State *state, FuncId func, const Call *call, uint32_t call_id, FlowId node, uint32_t instr)
{
	const Instance *callee = r->e->instances.items[r->e->calls.items[call_id].callee];
	FlowIds views = argument_views(r, func, call, instr);
	Bitset left = {0};

	for (uint32_t i = 0; i < views.len; i++)
		if (leaves_in(r->e, call_id, callee, views.items[i]))
			bitset_add(&left, i);
	write_arguments(r, state, func, call, &views, &left, node, instr);
	bitset_release(&left);
	vec_release(&views);
}

void call_write_unnamed(Run *r, State *state, FuncId func, const Call *call, const Bitset *named, FlowId node, uint32_t instr)
{
	Engine *e = r->e;
	FlowIds views = argument_views(r, func, call, instr);
	Bitset left = {0};

	for (uint32_t i = 0; i < views.len; i++) {
		TypeId type = argument_type(e, func, i, views.items[i]);
		TypeId held = is_pointer_to_data(e->program, type) ? e->program->types.items[type].elem : NONE;
		if (bitset_has(named, i) || held == NONE || e->program->types.items[held].is_const)
			bitset_add(&left, i);
	}
	write_arguments(r, state, func, call, &views, &left, node, instr);
	bitset_release(&left);
	vec_release(&views);
}
