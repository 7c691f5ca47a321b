/*
 * One instruction: addresses, arithmetic, loads, stores, variable arguments, assembly.
 */
#include "solve/interp.h"

static const int64_t FARTHEST = (int64_t)1 << 40; /* no index of an element: the end is not known */

FlowId interp_value(Run *r, ValueId v)
{
	return v == NONE || !r->values[v] ? undefined_node(r->e) : r->values[v];
}

static FlowId constant(Run *r, uint32_t i, Value value)
{
	FlowId node = flow_keyed(r, FLOW_CONST, i, 0);

	flow(r->e, node)->value = value;
	flow(r->e, node)->type = r->f->instrs.items[i].type;
	return node;
}

/* The same in every iteration. */
static FlowId literal(Run *r, uint32_t i, Value value)
{
	CtxId ctx = r->ctx;

	if (r->inline_at == NONE)
		r->ctx = 0;
	FlowId node = constant(r, i, value);
	r->ctx = ctx;
	return node;
}

bool eval_is_constant(Run *r, FlowId node)
{
	return flow(r->e, node)->kind == FLOW_CONST && !flow(r->e, node)->marked;
}

static FlowId operation(Run *r, uint32_t i, Value value, FlowId a, FlowId b)
{
	if (eval_is_constant(r, a) && (!b || eval_is_constant(r, b)))
		return constant(r, i, value);
	FlowId node = flow_keyed(r, FLOW_OP, i, 0);
	flow_dep(r->e, node, a, DEP_DATA);
	flow_dep(r->e, node, b, DEP_DATA);
	flow(r->e, node)->value = value;
	flow(r->e, node)->type = r->f->instrs.items[i].type;
	return node;
}

const Type *eval_type(const Run *r, TypeId type)
{
	return type == NONE ? NULL : &r->e->program->types.items[type];
}

static bool is_array_of(Run *r, TypeId type, int64_t step)
{
	const Type *t = eval_type(r, type);
	return t && t->kind == TY_ARRAY && t->count > 1 && type_bits(r->e->program, t->elem) == step;
}

/* The array with elements STEP bits apart that BASE is the address of, by the types in the program; NULL: none is known. */
static const Type *indexed_array(Run *r, const Instr *base, int64_t step)
{
	const Module *program = r->e->program;
	const Type *pointer = eval_type(r, base->type);
	TypeId declared[] = { NONE, base->type, pointer && pointer->kind == TY_POINTER ? pointer->elem : NONE };

	if (base->op == OP_FIELD)
		declared[0] = program->fields.items[eval_type(r, base->b)->first_field + (uint32_t)base->imm].type;
	else if (base->op == OP_ADDR_LOCAL)
		declared[0] = r->f->locals.items[base->imm].type;
	else if (base->op == OP_ADDR_GLOBAL)
		declared[0] = program->globals.items[base->imm].type;
	for (size_t i = 0; i < sizeof declared / sizeof *declared; i++)
		if (is_array_of(r, declared[i], step))
			return eval_type(r, declared[i]);
	return NULL;
}

/* How many elements STEP bits apart has the row of a matrix that BASE is the address of; 0: it is none. */
static int64_t row_count(Run *r, const Instr *base, int64_t step)
{
	int64_t row = row_written(r->e, base);

	return row && type_bits(r->e->program, pointee(r->e, base->type)) == step ? row / step : 0;
}

/* An index into an array of known length stays inside it. What is known to lead out of a row goes over all rows. */
static Range index_range(Run *r, const Instr *in, Range index)
{
	const Instr *base = &r->f->instrs.items[in->a];
	const Type *array = range_is_const(index) ? NULL : indexed_array(r, base, in->imm);
	int64_t count = array ? array->count : range_is_const(index) ? 0 : row_count(r, base, in->imm);

	if (!count || (!array && index.hi >= count && index.hi < MANY_ELEMENTS))
		return index;
	if (index.lo < 0)
		index.lo = range_first(index, 0);
	if (index.hi >= count)
		index.hi = count - 1;
	return index.hi <= index.lo ? range_const(index.lo) : range_strided(index.lo, index.hi, index.stride);
}

/* An unknown index still keeps members of different elements apart: it needs ends to be counted from, far on both sides of
   the first element. */
static Range with_ends(Range index)
{
	bool below = index.lo < -FARTHEST, above = index.hi > FARTHEST;
	int64_t step = index.stride > 0 ? index.stride : 1;

	if (range_is_const(index) && (below || above)) /* in no array */
		return range_const(below ? -MANY_ELEMENTS : MANY_ELEMENTS);
	if (step > MANY_ELEMENTS)
		index.stride = step = 1;
	/* Without an end, the steps are counted from the first element on. */
	if (below && above)
		index.hi = range_anchor(index) % step;
	if (below)
		index.lo = index.hi - ((index.hi > 0 ? index.hi : 0) + MANY_ELEMENTS + step - 1) / step * step;
	if (above)
		index.hi = index.lo + ((index.lo < 0 ? -index.lo : 0) + MANY_ELEMENTS + step - 1) / step * step;
	return index;
}

/* `(char *)record + n`: steps over all of the record, though its first member may be an array of bytes. */
static bool counts_bytes(Run *r, const Instr *elem)
{
	return elem->imm == 8 && pointed_record(r->e->program, instr_behind_casts(r->f, elem->a)->type) != NONE;
}

/* STEP: bits between the elements; 0: of no array. */
static PtsId pts_index(Engine *e, PtsId pts, Range by, int64_t step)
{
	Pointees moved = {0};
	uint32_t n;

	pts_targets(pts, &n);
	for (uint32_t k = 0; k < n; k++)
		vec_push(&moved, region_shift(e, pts_targets(pts, &n)[k], by, step));
	PtsId result = pts_of(moved.items, moved.len);
	vec_release(&moved);
	return result;
}

static FlowId eval_address(Run *r, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];

	ObjId obj;

	if (in->op == OP_ADDR_GLOBAL)
		return literal(r, i, (Value){ range_nonnull(), global_address(r, (GlobalId)in->imm) });
	if (in->op == OP_ADDR_LOCAL && r->cfg->slot[in->imm] != NONE)
		return undefined_node(r->e);
	if (in->op == OP_ADDR_LOCAL)
		obj = local_object(r, (LocalId)in->imm);
	else if (in->op == OP_ADDR_FUNC)
		obj = object_of_function(r->e, (FuncId)in->imm);
	else
		obj = object_keyed(r->e, hash_u64(in->text.i, 0x57), (Object){ .kind = OBJ_STRING, .text = in->text,
			.type = NONE, .func = NONE, .instr = NONE, .feature = NONE });
	/* A weak function that nobody defines has no address. */
	const Function *f = in->op == OP_ADDR_FUNC ? &r->e->program->functions.items[in->imm] : NULL;
	bool maybe_null = f && !f->defined && function_has(f, ATTRIBUTE_WEAK);
	return literal(r, i, (Value){ maybe_null ? range_top() : range_nonnull(), pts_single(obj, range_const(0)) });
}

/* Elements between two pointers into one object. */
static Range pointer_distance(Run *r, const Instr *in, FlowId a, FlowId b)
{
	uint32_t n, m;
	const Pointee *x = pts_targets(flow(r->e, a)->value.pts, &n), *y = pts_targets(flow(r->e, b)->value.pts, &m);
	const Type *pointer = eval_type(r, r->f->instrs.items[in->a].type);
	int64_t step = pointer && pointer->kind == TY_POINTER && pointer->elem != NONE ? type_bits(r->e->program, pointer->elem) : 8;

	if (a == b || forward_same_address(r, in->a, in->b))
		return range_const(0);
	bool one = n == 1 && m == 1 && x->obj == y->obj && x->obj != OBJ_UNKNOWN && !r->e->objects.items[x->obj].weak;
	if (!one || !range_is_const(x->off) || !range_is_const(y->off) || step <= 0)
		return range_top();
	return range_const((x->off.lo - y->off.lo) / step);
}

/* How two pointers into one object compare. One that may be NULL, or a number, need not be where it can point to. */
static Range compare_pointers(Run *r, BinOp op, FlowId a, FlowId b)
{
	uint32_t n, m;
	Value p = flow(r->e, a)->value, q = flow(r->e, b)->value;
	const Pointee *x = pts_targets(p.pts, &n), *y = pts_targets(q.pts, &m);
	bool known = n == 1 && m == 1 && x->obj == y->obj && x->obj != OBJ_UNKNOWN && !r->e->objects.items[x->obj].weak &&
		range_is_const(x->off) && range_is_const(y->off);

	if (known && (op == BIN_EQ || op == BIN_NE)) {
		int there = (p.num.lo >= 0) + (q.num.lo >= 0);
		bool same = flow_behind_stores(r->e, a) == flow_behind_stores(r->e, b);
		known = range_equal(x->off, y->off) ? same || there == 2 : there > 0;
	}
	return known ? range_binary(op, x->off, y->off, 0, true) : range_strided(0, 1, 1);
}

bool eval_is_unsigned(const Run *r, const Instr *in, int64_t *bits)
{
	const Type *a = eval_type(r, r->f->instrs.items[in->a].type), *b = eval_type(r, r->f->instrs.items[in->b].type);

	*bits = 0;
	if (!a || !b || a->kind != TY_INT || b->kind != TY_INT)
		return false;
	*bits = a->bits > b->bits ? a->bits : b->bits;
	return *bits >= 32 && ((a->bits == *bits && !a->is_signed) || (b->bits == *bits && !b->is_signed));
}

static FlowId eval_binary(Run *r, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];
	FlowId a = interp_value(r, in->a), b = interp_value(r, in->b);
	Value x = flow(r->e, a)->value, y = flow(r->e, b)->value;
	const Type *t = eval_type(r, in->type);
	Value value = { range_top(), 0 };

	int64_t bits;
	bool compares = in->sub >= BIN_EQ, is_unsigned = eval_is_unsigned(r, in, &bits);
	if (compares && x.pts && !y.pts && range_is_const(y.num))
		x.num = null_range(r, a);
	if (compares && y.pts && !x.pts && range_is_const(x.num))
		y.num = null_range(r, b);
	if (!t || t->kind != TY_FLOAT)
		value.num = range_binary((BinOp)in->sub, x.num, y.num, compares ? bits : t ? t->bits : 0, compares ? !is_unsigned : !t || t->is_signed);
	if (compares && !x.pts && !y.pts && !range_is_const(value.num)) {
		Range known = real_compared(r, i);
		value.num = range_is_const(known) ? known : value.num;
	}
	if (in->sub == BIN_MUL && t && t->kind == TY_INT && range_is_const(value.num) && value.num.lo == 0)
		return constant(r, i, value);
	bool both = x.pts && y.pts;
	if (both && in->sub == BIN_SUB)
		value.num = pointer_distance(r, in, a, b);
	if (both && in->sub >= BIN_EQ && !range_is_const(value.num))
		value.num = compare_pointers(r, (BinOp)in->sub, a, b);
	if ((x.pts || y.pts) && !both && in->sub < BIN_EQ) {
		Range by = x.pts ? y.num : x.num;
		if (in->sub == BIN_SUB)
			by = range_neg(by);
		value.pts = pts_shift(x.pts ? x.pts : y.pts, in->sub == BIN_ADD || in->sub == BIN_SUB ? range_scale(by, 8) : range_top());
	}
	return operation(r, i, value, a, b);
}

/* A pointer that is used as one to a record, with the same value. */
static FlowId as_record(Run *r, uint32_t i, FlowId pointer, TypeId record)
{
	Value value = flow(r->e, pointer)->value;
	PtsId views = view_pointer(r, value.pts, record);

	return views == value.pts ? pointer : operation(r, i, (Value){ value.num, views }, pointer, 0);
}

/* What becomes of A in _Bool: 1 for all that is not zero (C11 6.3.1.2). */
static FlowId as_bool(Run *r, uint32_t i, FlowId a)
{
	Value value = { null_range(r, a), flow(r->e, a)->value.pts };
	bool not_zero = value.num.lo > 0 || value.num.hi < 0;
	double number;

	if (!value.pts && value.num.lo >= 0 && value.num.hi <= 1)
		return a;
	if (!value.pts && flow(r->e, a)->real && real_get(r->e, a, &number))
		value.num = range_const(number != 0);
	else
		value.num = not_zero ? range_const(1) : range_strided(0, 1, 1);
	return operation(r, i, (Value){ value.num, 0 }, a, 0);
}

static FlowId eval_cast(Run *r, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];
	FlowId a = interp_value(r, in->a);
	Value value = flow(r->e, a)->value;
	const Type *to = eval_type(r, in->type);
	const Type *from = eval_type(r, flow(r->e, a)->type);

	if (to && to->kind == TY_INT && str_is(to->name, "_Bool"))
		return as_bool(r, i, a);
	if (value.pts && pointed_record(r->e->program, in->type) != NONE)
		return as_record(r, i, a, to->elem);
	if (value.pts || !to || (to->kind != TY_INT && to->kind != TY_FLOAT))
		return a;
	if (to->kind == TY_FLOAT && !eval_is_constant(r, a))
		return a;
	if (to->kind == TY_FLOAT || (from && from->kind == TY_FLOAT)) {
		Range whole = to->kind == TY_INT ? range_convert(real_whole(r->e, a), to->bits, to->is_signed) : range_top();
		double number;
		bool known = to->kind == TY_FLOAT && real_get(r->e, a, &number);
		FlowId node = operation(r, i, (Value){ whole, 0 }, a, 0);
		if (known)
			real_set(r->e, node, number);
		return node;
	}
	Range fitted = range_convert(value.num, to->bits, to->is_signed);
	if (range_equal(fitted, value.num) || (range_is_top(value.num) && to->bits >= 64))
		return a;
	return operation(r, i, (Value){ fitted, 0 }, a, 0);
}

static FlowId eval_unary(Run *r, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];
	FlowId a = interp_value(r, in->a);
	Value x = flow(r->e, a)->value;
	Value value = value_top();
	const Type *t = eval_type(r, in->type);

	if (in->sub == UN_LNOT)
		value.num = range_binary(BIN_EQ, null_range(r, a), range_const(0), 32, true);
	else if (in->sub == UN_NEG && t && t->kind == TY_INT)
		value.num = range_binary(BIN_SUB, range_const(0), x.num, t->bits, t->is_signed);
	else if (in->sub == UN_NOT && t && range_is_const(x.num))
		value.num = range_convert(range_const(~x.num.lo), t->bits, t->is_signed);
	return operation(r, i, value, a, 0);
}

static bool is_record(Run *r, TypeId type)
{
	return type_is_record(r->e->program, type);
}

static bool is_pointer(Run *r, TypeId type)
{
	const Type *t = eval_type(r, type);

	return t && t->kind == TY_POINTER;
}

/* NULL leads to nothing that is done, nor do pointers that would be loaded from there. */
static bool is_null(const Flow *pointer)
{
	return !pointer->value.pts && range_is_const(pointer->value.num) && !pointer->value.num.lo;
}

/* Where ADDRESS leads to is not known. A constant is a register of a device, and what NULL is part of is not there. */
static bool leads_nowhere(Run *r, ValueId address)
{
	const Flow *p = flow(r->e, interp_value(r, address));

	if (p->value.pts || range_is_const(p->value.num) || p->kind == FLOW_CONST)
		return false;
	const Instr *in = &r->f->instrs.items[address];
	for (; in->op == OP_FIELD || in->op == OP_ELEM || in->op == OP_CAST; in = &r->f->instrs.items[in->a])
		if (is_null(flow(r->e, interp_value(r, in->a))))
			return false;
	return true;
}

static FlowId eval_load(Run *r, State *state, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];
	const Instr *address = &r->f->instrs.items[in->a];

	if (address->op == OP_ADDR_LOCAL && r->cfg->slot[address->imm] != NONE) {
		FlowId node = state->slots[r->cfg->slot[address->imm]];
		return node ? node : undefined_node(r->e);
	}
	FlowId p = interp_value(r, in->a);
	PtsId pts = flow(r->e, p)->value.pts;
	uint32_t n;
	pts_targets(pts, &n);
	if (is_record(r, in->type)) {
		/* A record value is the memory it was loaded from. */
		FlowId node = flow_keyed(r, FLOW_LOAD, i, 1);
		flow(r->e, node)->value = (Value){ range_top(), pts };
		flow(r->e, node)->type = in->type;
		if (!pointer_exact(r->e, p))
			flow_dep(r->e, node, p, DEP_INDEX);
		return node;
	}
	int64_t size = in->imm ? in->imm : type_bits(r->e->program, in->type);
	bool exact = eval_is_constant(r, p) || pointer_exact(r->e, p);
	FlowId stored = exact ? 0 : forward_find(r, state, in->a, size);
	if (stored)
		return role_field_load(r, in->a, stored, i);
	FlowIds nodes = {0};
	ObjId within = OBJ_NONE;
	/* In the first iteration it is one place. */
	bool counted = n == 1 && (!exact || state->written.len || r->e->objects.items[pts_targets(pts, &n)->obj].kind == OBJ_FORMAL);
	uint32_t prefix = counted ? prefix_of_place(r, in->a, size, &within) : 0;
	bool waited = state->waited;
	state->waited |= in->is_volatile;
	for (uint32_t k = 0; k < n; k++) {
		Pointee t = pts_targets(pts, &n)[k];
		Range off = object_clamp(r->e, t.obj, t.off, size);
		r->prefix = t.obj == within ? prefix : 0;
		FlowId node = read_location(r, state, t.obj, off, size, in->type, i, r->cfg->relevant[i]);
		r->prefix = 0;
		vec_push(&nodes, node);
	}
	state->waited = waited;
	if (leads_nowhere(r, in->a))
		gap_no_target(r, i, "load", (Str){0});
	/* A signal comes from outside whatever pointer leads to it: what the caller passes says where. */
	FlowId selector = nodes.len == 1 && exact && flow_is_source(flow(r->e, nodes.items[0])) ? place_selector(r, p) : 0;
	FlowId node = nodes.len == 1 && exact && !selector ? nodes.items[0] : 0;
	if (!node) {
		node = flow_keyed(r, FLOW_LOAD, i, 0);
		Value all = is_null(flow(r->e, p)) && is_pointer(r, in->type) ? value_const(0) : value_top();
		for (uint32_t k = 0; k < nodes.len; k++) {
			Value v = flow(r->e, nodes.items[k])->value;
			all = k ? value_join(all, v) : v;
			flow_dep(r->e, node, nodes.items[k], DEP_DATA);
		}
		flow_dep(r->e, node, exact ? selector : p, DEP_INDEX);
		flow(r->e, node)->value = all;
		flow(r->e, node)->type = in->type;
		if (nodes.len == 1 && !flow(r->e, node)->ndeps)
			node = nodes.items[0];
	}
	vec_release(&nodes);
	return role_field_load(r, in->a, node, i);
}

/* A site in a loop that runs to a fixpoint may write a different object each time. */
bool eval_strong(Run *r, ObjId obj)
{
	return obj != OBJ_UNKNOWN && !r->e->objects.items[obj].weak;
}

/* What the pointer at ADDRESS is called, or an array of them; empty: it has no name. */
static Str pointer_label(const Run *r, const Instr *address)
{
	bool element = false;
	Str label = {0};

	while (address->op == OP_ELEM || (element && (address->op == OP_LOAD || address->op == OP_CAST))) {
		element = true;
		address = &r->f->instrs.items[address->a];
	}
	if (address->op == OP_ADDR_LOCAL && !str_empty(r->f->locals.items[address->imm].name))
		label = local_label(r->f, (uint32_t)address->imm);
	else if (address->op == OP_ADDR_GLOBAL)
		label = global_label(r->e->program, (GlobalId)address->imm);
	else if (address->op == OP_FIELD)
		label = name_member(r->e->program, address);
	return element && !str_empty(label) ? str_format("%s[*]", str_text(label)) : label;
}

/* A heap object is called like the first variable or member that points to it, and holds what the first pointer with a type says. An
   untyped local, as in functions that allocate for others, gives its name only while nothing else does. */
static void name_heap(Run *r, const Instr *store, FlowId value)
{
	const Instr *address = &r->f->instrs.items[store->a];
	uint32_t n;
	const Pointee *t = pts_targets(flow(r->e, value)->value.pts, &n);
	Object *o = n == 1 ? &r->e->objects.items[t->obj] : NULL;

	if (!o || o->kind != OBJ_HEAP || (!str_empty(o->text) && !o->named_loosely) || r->f->is_stub)
		return;
	const Type *type = eval_type(r, store->type);
	int64_t bits = type && type->kind == TY_POINTER && type->elem != NONE ? type_bits(r->e->program, type->elem) : 0;
	bool loosely = address->op == OP_ADDR_LOCAL && bits <= 0;
	Str label = loosely && !str_empty(o->text) ? (Str){0} : pointer_label(r, address);
	if (!str_empty(label)) {
		o->text = label;
		o->named_loosely = loosely;
	}
	if (o->type == NONE && bits > 8)
		o->type = type->elem;
}

/* VALUE was stored through P as NODE. Where it went may depend on what P was computed from, the value does not. */
static void remember_store(Run *r, State *state, uint32_t i, FlowId p, FlowId value, FlowId node)
{
	const Instr *in = &r->f->instrs.items[i];
	PtsId pts = flow(r->e, p)->value.pts;
	uint32_t n;
	const Pointee *t = pts_targets(pts, &n);

	if (!n || t->obj == OBJ_UNKNOWN || eval_is_constant(r, p) || pts_exact(r->e, pts))
		return;
	FlowId stored = node;
	if (!flow(r->e, node)->marked) {
		stored = flow_keyed(r, FLOW_STORE, i, 99);
		flow_dep(r->e, stored, value, DEP_DATA);
		flow(r->e, stored)->value = flow(r->e, value)->value;
		flow(r->e, stored)->type = in->type;
	}
	forward_remember(r, state, in->a, pts, in->imm ? in->imm : type_bits(r->e->program, in->type), stored);
}

void eval_escape(Run *r, FlowId value, Str where, uint32_t instr)
{
	FlowId node = flow_keyed(r, FLOW_ESCAPE, instr, 0xE5C);

	flow_dep(r->e, node, value, DEP_DATA);
	flow(r->e, node)->aux = thing_new(r->e, (Thing){ .kind = NODE_CONSUMER, .where = where, .role = NONE });
	vec_push(&r->inst->sinks, node);
}

static void eval_store(Run *r, State *state, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];
	const Instr *address = &r->f->instrs.items[in->a];
	FlowId value = interp_value(r, in->b);

	name_heap(r, in, value);
	if (address->op == OP_ADDR_LOCAL && r->cfg->slot[address->imm] != NONE) {
		FlowId *slot = &state->slots[r->cfg->slot[address->imm]];
		RoleId role = map_get_or(&r->e->roles->feature_locals, map_key(r->inst->func, (uint32_t)address->imm), NONE);
		if (role == NONE && (eval_is_constant(r, value) || str_empty(r->f->locals.items[address->imm].name))) {
			*slot = value;
			return;
		}
		FlowId node = flow_keyed(r, FLOW_STORE, i, 0);
		flow_dep(r->e, node, value, DEP_DATA);
		flow(r->e, node)->value = flow(r->e, value)->value;
		flow(r->e, node)->type = in->type;
		real_copy(r->e, node, value);
		*slot = node;
		role_field_store(r, in->a, node);
		return;
	}
	FlowId p = interp_value(r, in->a);
	if (is_record(r, in->type)) {
		memory_copy(r, state, p, value, range_const(type_bits(r->e->program, in->type)), 0, in->type, i);
		return;
	}
	FlowId node = flow_keyed(r, FLOW_STORE, i, 0);
	flow_dep(r->e, node, value, DEP_DATA);
	if (!pointer_exact(r->e, p))
		flow_dep(r->e, node, p, DEP_INDEX);
	flow(r->e, node)->value = flow(r->e, value)->value;
	flow(r->e, node)->type = in->type;
	real_copy(r->e, node, value);
	int64_t size = in->imm ? in->imm : type_bits(r->e->program, in->type);
	const Type *type = eval_type(r, in->type);
	if (type && type->kind == TY_INT && size < type->bits) /* a bit-field */
		flow(r->e, node)->value.num = range_convert(flow(r->e, node)->value.num, size, type->is_signed);
	uint32_t n;
	PtsId pts = flow(r->e, p)->value.pts;
	pts_targets(pts, &n);
	Filling one = filling_begin_one(r, state, in->a, size);
	for (uint32_t k = 0; k < n; k++) {
		Pointee t = pts_targets(pts, &n)[k];
		if (t.obj == OBJ_UNKNOWN || r->e->objects.items[t.obj].kind == OBJ_STRING)
			continue;
		Range off = object_clamp(r->e, t.obj, t.off, size);
		bool sure = n == 1 && range_is_const(off) && eval_strong(r, t.obj);
		memory_write(r, state, t.obj, off, size, node, sure);
		vec_push(&r->inst->defs, (Def){ node, t.obj, off, size, r->block });
		role_object_store(r, state, t.obj, off, size, node, sure);
	}
	filling_end(r, state, &one, i);
	if (leads_nowhere(r, in->a))
		gap_no_target(r, i, "store", (Str){0});
	/* A register of a device. */
	if (!n && in->is_volatile && !eval_is_constant(r, value))
		eval_escape(r, node, str_intern("register"), i);
	role_field_store(r, in->a, node);
	remember_store(r, state, i, p, value, node);
}

ObjId eval_varargs_object(Run *r)
{
	return object_keyed(r->e, hash_u64(r->inst->id, 0x7A46), (Object){ .kind = OBJ_VARARGS, .inst = r->inst->id,
		.type = NONE, .func = NONE, .instr = NONE, .feature = NONE });
}

static void write_pointer(Run *r, State *state, FlowId p, FlowId node, int64_t size)
{
	uint32_t n;
	PtsId pts = flow(r->e, p)->value.pts;
	pts_targets(pts, &n);
	for (uint32_t k = 0; k < n; k++) {
		Pointee t = pts_targets(pts, &n)[k];
		if (t.obj != OBJ_UNKNOWN)
			memory_write(r, state, t.obj, t.off, size, node, n == 1 && range_is_const(t.off) && eval_strong(r, t.obj));
	}
}

static FlowId read_pointer(Run *r, State *state, FlowId p, int64_t size, TypeId type, uint32_t i)
{
	FlowId result = 0;
	uint32_t n;
	PtsId pts = flow(r->e, p)->value.pts;
	pts_targets(pts, &n);
	for (uint32_t k = 0; k < n; k++) {
		Pointee t = pts_targets(pts, &n)[k];
		FlowId node = read_location(r, state, t.obj, t.off, size, type, i, RELEVANT_NUMBER);
		if (!result) {
			result = node;
			continue;
		}
		FlowId both = flow_keyed(r, FLOW_MERGE, i, hash_u64(k, 31));
		flow_dep(r->e, both, result, DEP_DATA);
		flow_dep(r->e, both, node, DEP_DATA);
		Value x = flow(r->e, result)->value, y = flow(r->e, node)->value;
		flow(r->e, both)->value = value_join(x, y);
		result = both;
	}
	return result ? result : undefined_node(r->e);
}

static FlowId eval_varargs(Run *r, State *state, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];
	FlowId list = interp_value(r, in->a);

	if (in->op == OP_VA_START) {
		FlowId start = constant(r, i, (Value){ range_top(), pts_single(eval_varargs_object(r), range_const((int64_t)r->f->nparams * 64)) });
		flow(r->e, start)->type = r->e->pointer_type;
		write_pointer(r, state, list, start, 64);
		return 0;
	}
	if (in->op == OP_VA_COPY) {
		write_pointer(r, state, list, read_pointer(r, state, interp_value(r, in->b), 64, r->e->pointer_type, i), 64);
		return 0;
	}
	FlowId at = read_pointer(r, state, list, 64, r->e->pointer_type, i);
	FlowId value = read_pointer(r, state, at, 64, in->type, i);
	FlowId next = flow_keyed(r, FLOW_CONST, i, 5);
	flow(r->e, next)->value = (Value){ range_top(), pts_shift(flow(r->e, at)->value.pts, range_const(64)) };
	flow(r->e, next)->type = r->e->pointer_type;
	write_pointer(r, state, list, next, 64);
	return value;
}

static void eval_asm(Run *r, State *state, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];
	FlowId all = flow_keyed(r, FLOW_OP, i, 0);

	gap_note(r, i, "inline assembly", (Str){0});
	for (uint32_t k = 0; k < in->nargs; k++) {
		FlowId arg = interp_value(r, r->f->args.items[in->first_arg + k]);
		if (flow(r->e, arg)->value.pts)
			flow_dep(r->e, all, memory_contents(r, state, arg, -1, i, "asm"), DEP_DATA);
		else
			flow_dep(r->e, all, arg, DEP_DATA);
	}
	for (uint32_t k = 0; k < in->nargs; k++) {
		FlowId arg = interp_value(r, r->f->args.items[in->first_arg + k]);
		if (flow(r->e, arg)->value.pts)
			memory_fill(r, state, arg, range_top(), all, false, i);
	}
}

/* A pointer to one known place: what chose it (NULL or not, mostly) does not matter for what is found there. */
static FlowId address_base(Run *r, ValueId v)
{
	FlowId a = interp_value(r, v);

	if (eval_is_constant(r, a) || !pointer_exact(r->e, a))
		return a;
	FlowId place = flow_keyed(r, FLOW_CONST, v, 21);
	flow(r->e, place)->value = flow(r->e, a)->value;
	flow(r->e, place)->type = flow(r->e, a)->type;
	return place;
}

/* The record that COPY copies, by what its ends point to; NONE: not known. */
static TypeId copied_type(Run *r, const Instr *copy)
{
	ValueId ends[2] = { copy->b, copy->a };
	TypeId record = NONE;

	for (int k = 0; k < 2 && record == NONE; k++)
		record = pointed_record(r->e->program, r->f->instrs.items[ends[k]].type);
	return record != NONE && type_bits(r->e->program, record) == copy->imm ? record : NONE;
}

void eval(Run *r, State *state, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];
	FlowId node = 0;

	r->before = state;
	run_work(r, 1);
	switch ((Op)in->op) {
	case OP_CONST_INT: node = literal(r, i, value_const(in->imm)); break;
	case OP_CONST_FLOAT:
		node = literal(r, i, value_top());
		real_set_bits(r->e, node, range_const(in->imm));
		break;
	case OP_UNDEF: node = undefined_node(r->e); break;
	case OP_CONST_STR: case OP_ADDR_LOCAL: case OP_ADDR_GLOBAL: case OP_ADDR_FUNC: node = eval_address(r, i); break;
	case OP_FIELD: {
		FlowId a = address_base(r, in->a);
		const Type *record = &r->e->program->types.items[in->b];
		int64_t offset = r->e->program->fields.items[record->first_field + (uint32_t)in->imm].bit_offset;
		node = operation(r, i, (Value){ flow(r->e, a)->value.num, pts_shift(flow(r->e, a)->value.pts, range_const(offset)) }, a, 0);
		break;
	}
	case OP_ELEM: {
		FlowId a = address_base(r, in->a), b = interp_value(r, in->b);
		Range by = range_scale(with_ends(index_range(r, in, flow(r->e, b)->value.num)), in->imm);
		/* What is no pointer cannot be moved. */
		bool moves = !range_equal(flow(r->e, b)->value.num, range_const(0)), surely = moves && range_is_const(by);
		Range num = flow(r->e, a)->value.num;
		num = num.lo > 0 || surely ? range_nonnull() : moves ? range_allocated() : num;
		int64_t step = counts_bytes(r, in) ? 0 : in->imm;
		node = operation(r, i, (Value){ num, pts_index(r->e, flow(r->e, a)->value.pts, by, step) }, a, b);
		break;
	}
	case OP_LOAD: node = eval_load(r, state, i); break;
	case OP_STORE: eval_store(r, state, i); break;
	case OP_COPY:
		if (!printed_copy(r, state, interp_value(r, in->a), interp_value(r, in->b), in->imm, i))
			memory_copy(r, state, interp_value(r, in->a), interp_value(r, in->b), range_const(in->imm), 0, copied_type(r, in), i);
		break;
	case OP_ZERO: case OP_DATA: {
		FlowId zero = constant(r, i, in->op == OP_ZERO ? value_const(0) : value_top());
		memory_fill(r, state, interp_value(r, in->a), range_const(in->imm), zero, true, i);
		break;
	}
	case OP_UN: case OP_BIN:
		node = in->op == OP_UN ? eval_unary(r, i) : eval_binary(r, i);
		real_compute(r, i, node);
		break;
	case OP_CAST: node = eval_cast(r, i); break;
	case OP_CALL: node = call_eval(r, state, i); break;
	case OP_VA_START: case OP_VA_ARG: case OP_VA_COPY: node = eval_varargs(r, state, i); break;
	case OP_ASM: eval_asm(r, state, i); break;
	case OP_UNRESOLVED: gap_note(r, i, "not analysed", in->text); break;
	case OP_JUMP: case OP_BRANCH: case OP_SWITCH: case OP_IJUMP: case OP_RETURN: case OP_UNREACHABLE: case OP_COUNT:
		BUG("terminator inside a block");
	}
	r->values[i] = node;
}
