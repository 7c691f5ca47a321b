/*
 * Interpreting one function instance: blocks in weak topological order, loops with a small constant number of
 * iterations unrolled, the others run to a fixpoint with widening.
 */
#include "solve/engine.h"

enum { MAX_UNROLL = 72, MAX_UNROLLED_STEPS = 12000, MAX_ITERATIONS = 40, MAX_INSTANCE_STEPS = 400000, MANY_ELEMENTS = 1 << 24 };

static void set_edge(Run *r, BlockId from, BlockId to, State *state)
{
	for (uint32_t i = 0; i < r->cfg->succs[from].len; i++)
		if (r->cfg->succs[from].items[i] == to) {
			State **slot = &r->edges[r->edge_base[from] + i];
			state_free(*slot);
			*slot = state;
			return;
		}
	state_free(state);
}

static State **edge_of(Run *r, BlockId from, BlockId to)
{
	for (uint32_t i = 0; i < r->cfg->succs[from].len; i++)
		if (r->cfg->succs[from].items[i] == to)
			return &r->edges[r->edge_base[from] + i];
	return NULL;
}

static void clear_edges(Run *r, BlockId from)
{
	for (uint32_t i = 0; i < r->cfg->succs[from].len; i++) {
		state_free(r->edges[r->edge_base[from] + i]);
		r->edges[r->edge_base[from] + i] = NULL;
	}
}

FlowId interp_value(Run *r, ValueId v)
{
	return v == NONE || !r->values[v] ? undefined_node(r->e) : r->values[v];
}

/* ---- plain instructions ---- */

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

static bool is_constant(Run *r, FlowId node)
{
	return flow(r->e, node)->kind == FLOW_CONST && !flow(r->e, node)->marked;
}

static FlowId operation(Run *r, uint32_t i, Value value, FlowId a, FlowId b)
{
	if (is_constant(r, a) && (!b || is_constant(r, b)))
		return constant(r, i, value);
	FlowId node = flow_keyed(r, FLOW_OP, i, 0);
	flow_dep(r->e, node, a, DEP_DATA);
	flow_dep(r->e, node, b, DEP_DATA);
	flow(r->e, node)->value = value;
	flow(r->e, node)->type = r->f->instrs.items[i].type;
	return node;
}

static const Type *type_of(Run *r, TypeId type)
{
	return type == NONE ? NULL : &r->e->program->types.items[type];
}

/* An index into an array of known length stays inside it. */
static Range index_range(Run *r, const Instr *in, Range index)
{
	const Instr *base = &r->f->instrs.items[in->a];
	const Type *array = type_of(r, base->type);

	if (range_is_const(index))
		return index;
	if (array && array->kind == TY_POINTER)
		array = type_of(r, array->elem);
	if ((!array || array->kind != TY_ARRAY) && base->op == OP_FIELD) {
		const Type *record = type_of(r, base->b);
		array = type_of(r, r->e->program->fields.items[record->first_field + (uint32_t)base->imm].type);
	}
	if (!array || array->kind != TY_ARRAY || array->count <= 1 || type_bits(r->e->program, array->elem) != in->imm)
		return index;
	if (index.lo < 0)
		index.lo = 0;
	if (index.hi >= array->count)
		index.hi = array->count - 1;
	if (index.hi <= index.lo)
		return range_const(index.lo);
	if (!index.stride)
		index.stride = 1;
	return index;
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
		obj = object_keyed(r->e, hash_u64((uint64_t)in->imm, 0xFC), (Object){ .kind = OBJ_FUNCTION,
			.index = (uint32_t)in->imm, .type = NONE, .func = NONE, .instr = NONE, .feature = NONE });
	else
		obj = object_keyed(r->e, hash_u64(in->text.i, 0x57), (Object){ .kind = OBJ_STRING, .text = in->text,
			.type = NONE, .func = NONE, .instr = NONE, .feature = NONE });
	return literal(r, i, (Value){ range_nonnull(), pts_single(obj, range_const(0)) });
}

/* How two pointers into one object compare. */
static Range compare_pointers(Run *r, BinOp op, PtsId a, PtsId b)
{
	uint32_t n, m;
	const Pointee *x = pts_targets(a, &n), *y = pts_targets(b, &m);
	bool known = n == 1 && m == 1 && x->obj == y->obj && x->obj != OBJ_UNKNOWN && !r->e->objects.items[x->obj].weak &&
		range_is_const(x->off) && range_is_const(y->off);

	return known ? range_binary(op, x->off, y->off, 0, true) : (Range){ 0, 1, 1 };
}

static FlowId eval_binary(Run *r, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];
	FlowId a = interp_value(r, in->a), b = interp_value(r, in->b);
	Value x = flow(r->e, a)->value, y = flow(r->e, b)->value;
	const Type *t = type_of(r, in->type);
	Value value = { range_top(), 0 };

	if (!t || t->kind != TY_FLOAT)
		value.num = range_binary((BinOp)in->sub, x.num, y.num, t ? t->bits : 0, t && t->is_signed);
	if (in->sub == BIN_MUL && t && t->kind == TY_INT && range_is_const(value.num) && value.num.lo == 0)
		return constant(r, i, value);
	bool both = x.pts && y.pts;
	if (both && in->sub >= BIN_EQ && !range_is_const(value.num))
		value.num = compare_pointers(r, (BinOp)in->sub, x.pts, y.pts);
	if ((x.pts || y.pts) && !both && in->sub < BIN_EQ) {
		Range by = x.pts ? y.num : x.num;
		if (in->sub == BIN_SUB)
			by = range_neg(by);
		value.pts = pts_shift(x.pts ? x.pts : y.pts, in->sub == BIN_ADD || in->sub == BIN_SUB ? range_scale(by, 8) : range_top());
	}
	return operation(r, i, value, a, b);
}

static FlowId eval_cast(Run *r, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];
	FlowId a = interp_value(r, in->a);
	Value value = flow(r->e, a)->value;
	const Type *to = type_of(r, in->type);
	const Type *from = type_of(r, flow(r->e, a)->type);

	if (value.pts || !to || (to->kind != TY_INT && to->kind != TY_FLOAT))
		return a;
	if (to->kind == TY_FLOAT || (from && from->kind == TY_FLOAT))
		return is_constant(r, a) ? constant(r, i, (Value){ range_top(), 0 }) : to->kind == TY_FLOAT ? a : operation(r, i, value_top(), a, 0);
	Range fitted = range_binary(BIN_ADD, value.num, range_const(0), to->bits, to->is_signed);
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

	if (in->sub == UN_LNOT)
		value.num = range_binary(BIN_EQ, x.num, range_const(0), 32, true);
	else if (in->sub == UN_NEG && type_of(r, in->type) && type_of(r, in->type)->kind == TY_INT)
		value.num = range_neg(x.num);
	else if (in->sub == UN_NOT && range_is_const(x.num))
		value.num = range_const(~x.num.lo);
	return operation(r, i, value, a, 0);
}

static void gap(Run *r, uint32_t i, const char *what, Str subject)
{
	vec_push(&r->inst->gaps, (Gap){ r->f->instrs.items[i].place, r->inst->func, str_intern(what), subject });
}

static bool is_record(Run *r, TypeId type)
{
	return type_is_record(r->e->program, type);
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
		return node;
	}
	int64_t size = in->imm ? in->imm : type_bits(r->e->program, in->type);
	FlowIds nodes = {0};
	for (uint32_t k = 0; k < n; k++) {
		Pointee t = pts_targets(pts, &n)[k];
		Range off = object_clamp(r->e, t.obj, t.off, size);
		FlowId node = read_location(r, state, t.obj, off, size, in->type, i, r->cfg->relevant[i]);
		vec_push(&nodes, node);
	}
	if (!n && !range_is_const(flow(r->e, p)->value.num) && flow(r->e, p)->kind != FLOW_CONST)
		gap(r, i, "load through a pointer with no known target", (Str){0});
	bool exact = is_constant(r, p) || pts_exact(r->e, pts);
	FlowId node = nodes.len == 1 && exact ? nodes.items[0] : 0;
	if (!node) {
		node = flow_keyed(r, FLOW_LOAD, i, 0);
		Value all = value_top();
		for (uint32_t k = 0; k < nodes.len; k++) {
			Value v = flow(r->e, nodes.items[k])->value;
			all = k ? (Value){ range_join(all.num, v.num), pts_join(all.pts, v.pts) } : v;
			flow_dep(r->e, node, nodes.items[k], DEP_DATA);
		}
		if (!exact)
			flow_dep(r->e, node, p, DEP_INDEX);
		flow(r->e, node)->value = all;
		flow(r->e, node)->type = in->type;
		if (nodes.len == 1 && !flow(r->e, node)->ndeps)
			node = nodes.items[0];
	}
	vec_release(&nodes);
	return role_field_load(r, in->a, node, i);
}

/* A site in a loop that runs to a fixpoint may write a different object each time. */
static bool may_be_strong(Run *r, ObjId obj)
{
	return obj != OBJ_UNKNOWN && !r->e->objects.items[obj].weak;
}

/* A heap object is called like the first variable that points to it. */
static void name_heap(Run *r, const Instr *address, FlowId value)
{
	uint32_t n;
	const Pointee *t = pts_targets(flow(r->e, value)->value.pts, &n);
	Object *o = n == 1 ? &r->e->objects.items[t->obj] : NULL;

	if (!o || o->kind != OBJ_HEAP || !str_empty(o->text) || r->f->is_stub)
		return;
	if (address->op == OP_ADDR_LOCAL && !str_empty(r->f->locals.items[address->imm].name))
		o->text = str_format("%s.%s", str_text(name_function(r->e, r->inst->func)), str_text(r->f->locals.items[address->imm].name));
	else if (address->op == OP_ADDR_GLOBAL)
		o->text = r->e->program->globals.items[address->imm].name;
	const Type *type = o->type == NONE ? type_of(r, flow(r->e, value)->type) : NULL;
	if (address->op == OP_ADDR_LOCAL && o->type == NONE)
		type = type_of(r, r->f->locals.items[address->imm].type);
	if (type && type->kind == TY_POINTER && type->elem != NONE && type_bits(r->e->program, type->elem) > 8)
		o->type = type->elem;
}

static void eval_store(Run *r, State *state, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];
	const Instr *address = &r->f->instrs.items[in->a];
	FlowId value = interp_value(r, in->b);

	name_heap(r, address, value);
	if (address->op == OP_ADDR_LOCAL && r->cfg->slot[address->imm] != NONE) {
		FlowId *slot = &state->slots[r->cfg->slot[address->imm]];
		RoleId role = map_get_or(&r->e->roles->feature_locals, map_key(r->inst->func, (uint32_t)address->imm), NONE);
		if (role == NONE && (is_constant(r, value) || str_empty(r->f->locals.items[address->imm].name))) {
			*slot = value;
			return;
		}
		FlowId node = flow_keyed(r, FLOW_STORE, i, 0);
		flow_dep(r->e, node, value, DEP_DATA);
		flow(r->e, node)->value = flow(r->e, value)->value;
		flow(r->e, node)->type = in->type;
		*slot = node;
		role_field_store(r, in->a, node);
		return;
	}
	FlowId p = interp_value(r, in->a);
	if (is_record(r, in->type)) {
		memory_copy(r, state, p, value, range_const(type_bits(r->e->program, in->type)), in->type, i);
		return;
	}
	FlowId node = flow_keyed(r, FLOW_STORE, i, 0);
	flow_dep(r->e, node, value, DEP_DATA);
	if (!pts_exact(r->e, flow(r->e, p)->value.pts))
		flow_dep(r->e, node, p, DEP_INDEX);
	flow(r->e, node)->value = flow(r->e, value)->value;
	flow(r->e, node)->type = in->type;
	int64_t size = in->imm ? in->imm : type_bits(r->e->program, in->type);
	uint32_t n;
	PtsId pts = flow(r->e, p)->value.pts;
	pts_targets(pts, &n);
	for (uint32_t k = 0; k < n; k++) {
		Pointee t = pts_targets(pts, &n)[k];
		if (t.obj == OBJ_UNKNOWN || r->e->objects.items[t.obj].kind == OBJ_STRING)
			continue;
		Range off = object_clamp(r->e, t.obj, t.off, size);
		memory_write(r, state, t.obj, off, size, node, n == 1 && range_is_const(off) && may_be_strong(r, t.obj));
		vec_push(&r->inst->defs, (Def){ node, t.obj, off, size });
		role_object_store(r, t.obj, off, size, node);
	}
	if (!n && flow(r->e, p)->kind != FLOW_CONST)
		gap(r, i, "store through a pointer with no known target", (Str){0});
	role_field_store(r, in->a, node);
}

static ObjId varargs_object(Run *r)
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
			memory_write(r, state, t.obj, t.off, size, node, n == 1 && range_is_const(t.off) && may_be_strong(r, t.obj));
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
		FlowId node = read_location(r, state, t.obj, t.off, size, type, i, true);
		if (!result) {
			result = node;
			continue;
		}
		FlowId both = flow_keyed(r, FLOW_MERGE, i, hash_u64(k, 31));
		flow_dep(r->e, both, result, DEP_DATA);
		flow_dep(r->e, both, node, DEP_DATA);
		Value x = flow(r->e, result)->value, y = flow(r->e, node)->value;
		flow(r->e, both)->value = (Value){ range_join(x.num, y.num), pts_join(x.pts, y.pts) };
		result = both;
	}
	return result ? result : undefined_node(r->e);
}

static FlowId eval_varargs(Run *r, State *state, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];
	FlowId list = interp_value(r, in->a);

	if (in->op == OP_VA_START) {
		FlowId start = constant(r, i, (Value){ range_top(), pts_single(varargs_object(r), range_const((int64_t)r->f->nparams * 64)) });
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
	write_pointer(r, state, list, next, 64);
	return value;
}

static void eval_asm(Run *r, State *state, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];
	FlowId all = flow_keyed(r, FLOW_OP, i, 0);

	gap(r, i, "inline assembly", (Str){0});
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

	if (is_constant(r, a) || !pts_exact(r->e, flow(r->e, a)->value.pts))
		return a;
	FlowId place = flow_keyed(r, FLOW_CONST, v, 21);
	flow(r->e, place)->value = flow(r->e, a)->value;
	flow(r->e, place)->type = flow(r->e, a)->type;
	return place;
}

static void eval(Run *r, State *state, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];
	FlowId node = 0;

	r->before = state;
	r->e->steps++;
	if (++r->inst->steps > MAX_INSTANCE_STEPS)
		r->inst->given_up = true;
	switch ((Op)in->op) {
	case OP_CONST_INT: node = literal(r, i, value_const(in->imm)); break;
	case OP_CONST_FLOAT: node = literal(r, i, value_top()); break;
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
		Range index = index_range(r, in, flow(r->e, b)->value.num);
		/* An unknown index still keeps members of different elements apart: it needs ends to be counted from. */
		int64_t many = index.stride > 0 && index.stride < MANY_ELEMENTS ? MANY_ELEMENTS / index.stride * index.stride : MANY_ELEMENTS;
		if (index.lo == NEG_INF)
			index.lo = -many;
		if (index.hi == POS_INF)
			index.hi = index.lo + 2 * many;
		Range by = range_scale(index, in->imm);
		Range num = flow(r->e, a)->value.num.lo > 0 ? range_nonnull() : range_top();
		node = operation(r, i, (Value){ num, pts_shift(flow(r->e, a)->value.pts, by) }, a, b);
		break;
	}
	case OP_LOAD: node = eval_load(r, state, i); break;
	case OP_STORE: eval_store(r, state, i); break;
	case OP_COPY:
		memory_copy(r, state, interp_value(r, in->a), interp_value(r, in->b), range_const(in->imm), in->type, i);
		break;
	case OP_ZERO: case OP_DATA: {
		FlowId zero = constant(r, i, in->op == OP_ZERO ? value_const(0) : value_top());
		memory_fill(r, state, interp_value(r, in->a), range_const(in->imm), zero, true, i);
		break;
	}
	case OP_UN: node = eval_unary(r, i); break;
	case OP_BIN: node = eval_binary(r, i); break;
	case OP_CAST: node = eval_cast(r, i); break;
	case OP_CALL: node = call_eval(r, state, i); break;
	case OP_VA_START: case OP_VA_ARG: case OP_VA_COPY: node = eval_varargs(r, state, i); break;
	case OP_ASM: eval_asm(r, state, i); break;
	case OP_UNRESOLVED: gap(r, i, "not analysed", in->text); break;
	case OP_JUMP: case OP_BRANCH: case OP_SWITCH: case OP_IJUMP: case OP_RETURN: case OP_UNREACHABLE: case OP_COUNT:
		BUG("terminator inside a block");
	}
	r->values[i] = node;
}

/* ---- terminators ---- */

static void use_condition(Run *r, BlockId b, uint32_t i, FlowId cond)
{
	bool known = false;

	if (is_constant(r, cond))
		return;
	for (uint32_t k = 0; k < r->conds[b].len && !known; k++)
		known = r->conds[b].items[k] == cond;
	if (!known)
		vec_push(&r->conds[b], cond);
	FlowId use = flow_keyed(r, FLOW_BRANCH, i, 0);
	flow_dep(r->e, use, cond, DEP_DATA);
	vec_push(&r->inst->sinks, use);
}

static BinOp negated(BinOp op)
{
	static const BinOp not[] = { [BIN_EQ] = BIN_NE, [BIN_NE] = BIN_EQ, [BIN_LT] = BIN_GE, [BIN_LE] = BIN_GT,
		[BIN_GT] = BIN_LE, [BIN_GE] = BIN_LT };
	return not[op];
}

static BinOp swapped(BinOp op)
{
	return op == BIN_LT ? BIN_GT : op == BIN_LE ? BIN_GE : op == BIN_GT ? BIN_LT : op == BIN_GE ? BIN_LE : op;
}

static Range narrowed(Range a, BinOp op, Range b)
{
	if (op == BIN_LT && b.hi != POS_INF && b.hi - 1 < a.hi)
		a.hi = b.hi - 1;
	if (op == BIN_LE && b.hi < a.hi)
		a.hi = b.hi;
	if (op == BIN_GT && b.lo != NEG_INF && b.lo + 1 > a.lo)
		a.lo = b.lo + 1;
	if (op == BIN_GE && b.lo > a.lo)
		a.lo = b.lo;
	if (op == BIN_EQ && range_is_const(b))
		return b;
	if (op == BIN_NE && range_is_const(b) && b.lo == a.lo && a.lo != a.hi)
		a.lo = a.lo + (a.stride ? a.stride : 1);
	if (op == BIN_NE && range_is_const(b) && b.lo == a.hi && a.lo != a.hi)
		a.hi = a.hi - (a.stride ? a.stride : 1);
	if (a.lo >= a.hi)
		return range_const(a.lo);
	return a;
}

/* On one side of a comparison with a number, the compared local is known better. */
static void assume(Run *r, State *state, uint32_t branch, ValueId cond, bool taken)
{
	const Instr *c = &r->f->instrs.items[cond];

	while (c->op == OP_UN && c->sub == UN_LNOT) {
		taken = !taken;
		c = &r->f->instrs.items[c->a];
	}
	if (c->op != OP_BIN || c->sub < BIN_EQ)
		return;
	for (int side = 0; side < 2; side++) {
		ValueId mine = side ? c->b : c->a, other = side ? c->a : c->b;
		BinOp op = side ? swapped((BinOp)c->sub) : (BinOp)c->sub;
		const Instr *load = &r->f->instrs.items[mine];
		while (load->op == OP_CAST)
			load = &r->f->instrs.items[load->a];
		if (load->op != OP_LOAD || r->f->instrs.items[load->a].op != OP_ADDR_LOCAL)
			continue;
		uint32_t slot = r->cfg->slot[r->f->instrs.items[load->a].imm];
		const Type *t = type_of(r, load->type);
		FlowId old = slot == NONE ? 0 : state->slots[slot];
		if (!old || !t || t->kind != TY_INT || r->values[load - r->f->instrs.items] != old)
			continue;
		Range before = flow(r->e, old)->value.num;
		Range after = narrowed(before, taken ? op : negated(op), flow(r->e, interp_value(r, other))->value.num);
		if (range_equal(before, after) || after.lo > after.hi)
			continue;
		FlowId node = flow_keyed(r, FLOW_ASSUME, branch, hash_u64(slot, (uint64_t)taken));
		flow_dep(r->e, node, old, DEP_DATA);
		flow(r->e, node)->value = (Value){ after, 0 };
		flow(r->e, node)->type = flow(r->e, old)->type;
		state->slots[slot] = node;
	}
}

static void do_return(Run *r, State *state, const Instr *in)
{
	vec_push(&r->exits, state);
	vec_push(&r->results, in->a == NONE ? 0 : interp_value(r, in->a));
	vec_push(&r->exit_blocks, r->block);
}

static void do_switch(Run *r, State *state, BlockId b, uint32_t i, const Instr *in)
{
	FlowId v = interp_value(r, in->a);
	Range num = flow(r->e, v)->value.num;
	bool default_possible = true;

	use_condition(r, b, i, v);
	for (uint32_t k = 0; k < in->nargs; k++) {
		const Case *c = &r->f->cases.items[in->first_arg + k];
		bool inside = range_is_const(num) && num.lo >= c->low && num.lo <= c->high;
		bool possible = range_is_const(num) ? inside : num.lo <= c->high && num.hi >= c->low;
		if (inside)
			default_possible = false;
		State **edge = edge_of(r, b, c->target);
		if (possible && edge && !*edge)
			set_edge(r, b, c->target, state_copy(state));
	}
	State **edge = edge_of(r, b, in->c);
	if (default_possible && edge && !*edge)
		set_edge(r, b, in->c, state_copy(state));
	state_free(state);
}

static void terminate(Run *r, State *state, BlockId b, uint32_t i)
{
	const Instr *in = &r->f->instrs.items[i];

	clear_edges(r, b);
	if (in->op == OP_JUMP) {
		set_edge(r, b, in->b, state);
	} else if (in->op == OP_BRANCH) {
		FlowId cond = interp_value(r, in->a);
		Value v = flow(r->e, cond)->value;
		int known = range_is_const(v.num) ? v.num.lo != 0 : v.num.lo > 0 || v.num.hi < 0 ? 1 : -1;
		if (known < 0 && in->b != in->c)
			use_condition(r, b, i, cond);
		if (known != 1) {
			State *other = state_copy(state);
			assume(r, other, i, in->a, false);
			set_edge(r, b, in->c, other);
		}
		if (known != 0 && (in->b != in->c || known == 1)) {
			assume(r, state, i, in->a, true);
			set_edge(r, b, in->b, state);
		} else {
			state_free(state);
		}
	} else if (in->op == OP_SWITCH) {
		do_switch(r, state, b, i, in);
	} else if (in->op == OP_IJUMP) {
		use_condition(r, b, i, interp_value(r, in->a));
		for (uint32_t k = 0; k < in->nargs; k++)
			set_edge(r, b, r->f->args.items[in->first_arg + k], state_copy(state));
		state_free(state);
	} else if (in->op == OP_RETURN) {
		do_return(r, state, in);
	} else {
		state_free(state);
	}
}

/* Takes over STATE. */
static void run_block(Run *r, BlockId b, State *state)
{
	const Block *block = &r->f->blocks.items[b];

	r->block = b;
	for (uint32_t i = block->first; i + 1 < block->first + block->count; i++) {
		eval(r, state, i);
		if (r->inst->restart || r->inst->given_up || r->stopped) {
			r->stopped = false;
			clear_edges(r, b);
			state_free(state);
			return;
		}
	}
	terminate(r, state, b, block->first + block->count - 1);
}

/* The state at the entry of B from the predecessors accepted by INSIDE (-1: all; else in or outside the loop HEAD). */
static State *incoming(Run *r, BlockId b, int inside, BlockId head)
{
	VEC(State *) states = {0};

	for (uint32_t i = 0; i < r->cfg->preds[b].len; i++) {
		BlockId p = r->cfg->preds[b].items[i];
		State **edge = edge_of(r, p, b);
		if (!edge || !*edge || (inside >= 0 && cfg_loop_contains(r->cfg, head, p) != (inside == 1)))
			continue;
		vec_push(&states, *edge);
	}
	r->block = b;
	State *result = states.len ? states_join(r, states.items, states.len, b, 0) : NULL;
	vec_release(&states);
	return result;
}

/* ---- loops ---- */

typedef struct { uint32_t calls, inputs, defs, sinks, gaps, puts, models, marks, exits; } Mark;

static Mark mark(const Run *r)
{
	const Instance *n = r->inst;
	return (Mark){ n->calls.len, n->inputs.len, n->defs.len, n->sinks.len, n->gaps.len, n->puts.len, n->models.len,
		n->marks.len, r->exits.len };
}

static void cut_back(Run *r, Mark m)
{
	Instance *n = r->inst;

	n->calls.len = m.calls;
	n->inputs.len = m.inputs;
	n->defs.len = m.defs;
	n->sinks.len = m.sinks;
	n->gaps.len = m.gaps;
	n->puts.len = m.puts;
	n->models.len = m.models;
	n->marks.len = m.marks;
	while (r->exits.len > m.exits) {
		state_free(vec_pop(&r->exits));
		r->results.len--;
		r->exit_blocks.len--;
	}
}

static void run_items(Run *r, uint32_t first, uint32_t end);

/* Calls VISIT for each block of the loop whose item is AT. */
#define each_block(r, at, b) \
	(uint32_t k_ = (at), end_ = (at) + (r)->cfg->wto.items[at].count; k_ <= end_ && ((b) = (r)->cfg->wto.items[k_].head, true); k_++)

static void loop_clear(Run *r, uint32_t at)
{
	BlockId b;
	for each_block(r, at, b)
		clear_edges(r, b);
}

static bool loop_invokes(Run *r, uint32_t at)
{
	BlockId b;
	for each_block(r, at, b) {
		const Block *block = &r->f->blocks.items[b];
		for (uint32_t i = block->first; i < block->first + block->count; i++) {
			const Instr *in = &r->f->instrs.items[i];
			if (in->op != OP_CALL)
				continue;
			const Instr *callee = &r->f->instrs.items[in->a];
			if (callee->op == OP_ADDR_FUNC && r->e->invokes[callee->imm])
				return true;
		}
	}
	return false;
}

static bool has_side_entry(Run *r, uint32_t at)
{
	BlockId head = r->cfg->wto.items[at].head, b;
	for each_block(r, at, b)
		for (uint32_t i = 0; b != head && i < r->cfg->preds[b].len; i++)
			if (r->cfg->order[r->cfg->preds[b].items[i]] != NONE && !cfg_loop_contains(r->cfg, head, r->cfg->preds[b].items[i]))
				return true;
	return false;
}

/* Did a branch that can leave the loop have a constant condition? *DISTANCE: how far its operands are apart. */
static bool constant_exit(Run *r, uint32_t at, int64_t *distance)
{
	BlockId head = r->cfg->wto.items[at].head, b;
	bool found = false;

	for each_block(r, at, b) {
		const Block *block = &r->f->blocks.items[b];
		const Instr *last = &r->f->instrs.items[block->first + block->count - 1];
		if (last->op != OP_BRANCH || (cfg_loop_contains(r->cfg, head, last->b) && cfg_loop_contains(r->cfg, head, last->c)))
			continue;
		FlowId cond = interp_value(r, last->a);
		if (!range_is_const(flow(r->e, cond)->value.num))
			continue;
		found = true;
		const Instr *c = &r->f->instrs.items[last->a];
		if (c->op == OP_BIN && c->sub >= BIN_EQ) {
			Range x = flow(r->e, interp_value(r, c->a))->value.num, y = flow(r->e, interp_value(r, c->b))->value.num;
			if (range_is_const(x) && range_is_const(y)) {
				int64_t d = x.lo > y.lo ? x.lo - y.lo : y.lo - x.lo;
				*distance = d;
			}
		}
	}
	return found;
}

static CtxId iteration_ctx(Run *r, CtxId base, BlockId head, uint32_t k)
{
	uint64_t key = hash_u64(hash_u64(base, head), k);
	uint32_t found;

	if (map_get(&r->e->contexts, key, &found))
		return found;
	map_put(&r->e->contexts, key, ++r->e->next_ctx);
	return r->e->next_ctx;
}

typedef struct { BlockId from, to; State *state; } ExitEdge;
typedef VEC(ExitEdge) ExitEdges;

/* Adds the states that leave the loop in this iteration to those of the earlier ones. */
static void collect_exits(Run *r, uint32_t at, ExitEdges *exits)
{
	BlockId head = r->cfg->wto.items[at].head, b;

	for each_block(r, at, b)
		for (uint32_t i = 0; i < r->cfg->succs[b].len; i++) {
			BlockId to = r->cfg->succs[b].items[i];
			State **edge = &r->edges[r->edge_base[b] + i];
			if (!*edge || cfg_loop_contains(r->cfg, head, to))
				continue;
			ExitEdge *known = NULL;
			for (uint32_t k = 0; k < exits->len; k++)
				if (exits->items[k].from == b && exits->items[k].to == to)
					known = &exits->items[k];
			if (!known) {
				vec_push(exits, (ExitEdge){ b, to, *edge });
			} else {
				State *both[2] = { known->state, *edge };
				r->block = head;
				State *joined = states_join(r, both, 2, head, hash_u64(b, to));
				state_free(known->state);
				state_free(*edge);
				known->state = joined;
			}
			*edge = NULL;
		}
}

static const Instr *behind_casts(Run *r, ValueId v)
{
	const Instr *in = &r->f->instrs.items[v];

	while (in->op == OP_CAST)
		in = &r->f->instrs.items[in->a];
	return in;
}

/* The slot that counts the iterations of the loop from FIRST in steps of one up to LIMIT (exclusive), or NONE: the only
   way out is the comparison in the head, and the counter is only changed by one addition in every iteration. */
static uint32_t counter_of(Run *r, uint32_t at, const State *entry, int64_t *first, int64_t *limit)
{
	BlockId head = r->cfg->wto.items[at].head, b;
	const Block *block = &r->f->blocks.items[head];
	const Instr *branch = &r->f->instrs.items[block->first + block->count - 1];

	if (branch->op != OP_BRANCH || cfg_loop_contains(r->cfg, head, branch->c))
		return NONE;
	const Instr *cond = &r->f->instrs.items[branch->a];
	if (cond->op != OP_BIN || (cond->sub != BIN_LT && cond->sub != BIN_LE && cond->sub != BIN_NE))
		return NONE;
	const Instr *load = behind_casts(r, cond->a);
	if (load->op != OP_LOAD || r->f->instrs.items[load->a].op != OP_ADDR_LOCAL)
		return NONE;
	LocalId local = (LocalId)r->f->instrs.items[load->a].imm;
	uint32_t slot = r->cfg->slot[local];
	Range end = flow(r->e, interp_value(r, cond->b))->value.num;
	if (slot == NONE || !entry->slots[slot] || !range_is_const(end))
		return NONE;
	Range begin = flow(r->e, entry->slots[slot])->value.num;
	if (!range_is_const(begin))
		return NONE;
	uint32_t writes = 0;
	for each_block(r, at, b) {
		for (uint32_t i = 0; b != head && i < r->cfg->succs[b].len; i++)
			if (!cfg_loop_contains(r->cfg, head, r->cfg->succs[b].items[i]))
				return NONE;
		const Block *body = &r->f->blocks.items[b];
		for (uint32_t i = body->first; i < body->first + body->count; i++) {
			const Instr *in = &r->f->instrs.items[i];
			if (in->op == OP_RETURN)
				return NONE;
			if (in->op != OP_STORE || r->f->instrs.items[in->a].op != OP_ADDR_LOCAL || r->f->instrs.items[in->a].imm != local)
				continue;
			const Instr *sum = behind_casts(r, in->b);
			bool plus_one = sum->op == OP_BIN && sum->sub == BIN_ADD && r->f->instrs.items[sum->b].op == OP_CONST_INT &&
				r->f->instrs.items[sum->b].imm == 1;
			if (!plus_one || r->cfg->loop[b] != head)
				return NONE;
			writes++;
		}
	}
	*first = begin.lo;
	*limit = cond->sub == BIN_LE ? end.lo + 1 : end.lo;
	return writes == 1 && *limit > *first ? slot : NONE;
}

/* A library function that only computes with numbers. */
static bool is_pure(Run *r, FuncId id)
{
	const Function *f = &r->e->program->functions.items[id];

	for (uint32_t p = 0; p < f->nparams; p++) {
		const Type *t = type_of(r, f->locals.items[p].type);
		if (!t || (t->kind != TY_INT && t->kind != TY_FLOAT))
			return false;
	}
	return f->is_stub && !f->is_variadic;
}

/* The counter of a loop further inside: starts at a constant, and goes on by a constant there. */
static bool counts_inside(Run *r, BlockId head, BlockId b, const Instr *store)
{
	const Instr *value = behind_casts(r, store->b);

	if (value->op == OP_CONST_INT)
		return true;
	if (value->op != OP_BIN || value->sub != BIN_ADD || r->cfg->loop[b] == head)
		return false;
	const Instr *load = behind_casts(r, value->a);
	return r->f->instrs.items[value->b].op == OP_CONST_INT && load->op == OP_LOAD &&
		r->f->instrs.items[load->a].op == OP_ADDR_LOCAL && r->f->instrs.items[load->a].imm == r->f->instrs.items[store->a].imm;
}

enum { FEW_ITERATIONS = 16 };

/* Does the instruction do something that one iteration after the other tells more of than all at once: write memory,
   call what might, or move a pointer or a number (but the loop's own COUNTER) that a later index or branch depends on? */
static bool profits(Run *r, BlockId head, BlockId b, const Instr *in, uint32_t counter, int64_t count)
{
	if (in->op == OP_CALL) {
		const Instr *callee = &r->f->instrs.items[in->a];
		return callee->op != OP_ADDR_FUNC || !is_pure(r, (FuncId)callee->imm);
	}
	if (in->op != OP_STORE)
		return in->op == OP_COPY || in->op == OP_ZERO || in->op == OP_DATA || in->op == OP_ASM || in->op == OP_VA_START ||
			in->op == OP_VA_ARG || in->op == OP_VA_COPY;
	const Instr *address = &r->f->instrs.items[in->a];
	uint32_t slot = address->op == OP_ADDR_LOCAL ? r->cfg->slot[address->imm] : NONE;
	if (slot == NONE)
		return true;
	const Type *t = type_of(r, in->type);
	if (t && t->kind == TY_POINTER)
		return count <= FEW_ITERATIONS;
	return slot != counter && r->cfg->slot_relevant[slot] && !counts_inside(r, head, b, in);
}

/* Reading loops and sums find the same whether their iterations are told apart or not. */
static bool worth_unrolling(Run *r, uint32_t at, const State *entry)
{
	BlockId head = r->cfg->wto.items[at].head, b;
	int64_t first, limit;
	uint32_t counter = counter_of(r, at, entry, &first, &limit);

	if (counter == NONE)
		return true;
	for each_block(r, at, b) {
		const Block *block = &r->f->blocks.items[b];
		for (uint32_t i = block->first; i < block->first + block->count; i++)
			if (profits(r, head, b, &r->f->instrs.items[i], counter, limit - first))
				return true;
	}
	return false;
}

static bool unroll(Run *r, uint32_t at, const State *entry)
{
	BlockId head = r->cfg->wto.items[at].head, b;
	CtxId base = r->ctx;
	Mark start = mark(r);
	uint64_t steps = r->e->steps;
	ExitEdges exits = {0};
	VEC(uint32_t) conds = {0};
	int64_t distance[2] = { -1, -1 };
	bool done = false;

	for each_block(r, at, b)
		vec_push(&conds, r->conds[b].len);
	State *state = state_copy(entry);
	for (uint32_t k = 0; state && k <= MAX_UNROLL; k++) {
		r->ctx = iteration_ctx(r, base, head, k);
		loop_clear(r, at);
		run_block(r, head, state);
		state = NULL;
		run_items(r, at + 1, at + 1 + r->cfg->wto.items[at].count);
		if (r->inst->restart || r->inst->given_up)
			break;
		int64_t far = -1;
		bool constant_condition = constant_exit(r, at, &far);
		distance[0] = distance[1];
		distance[1] = far;
		collect_exits(r, at, &exits);
		State *back = incoming(r, head, 1, head);
		done = !back;
		bool too_far = k >= 1 && distance[0] > 0 && far >= 0 &&
			(distance[0] <= far || far / (distance[0] - far) > MAX_UNROLL - (int64_t)k);
		if (back && (!constant_condition || too_far || r->e->steps - steps > MAX_UNROLLED_STEPS))
			state_free(back);
		else
			state = back;
	}
	state_free(state);
	loop_clear(r, at);
	r->ctx = base;
	for (uint32_t k = 0; k < exits.len; k++) {
		if (done)
			set_edge(r, exits.items[k].from, exits.items[k].to, exits.items[k].state);
		else
			state_free(exits.items[k].state);
	}
	if (!done) {
		uint32_t k = 0;
		cut_back(r, start);
		for each_block(r, at, b)
			r->conds[b].len = conds.items[k++];
	}
	vec_release(&exits);
	vec_release(&conds);
	return done;
}

static bool in_every_iteration(Run *r, uint32_t at, BlockId b)
{
	BlockId head = r->cfg->wto.items[at].head;

	if (r->cfg->loop[b] != head)
		return false;
	for (uint32_t i = 0; i < r->cfg->preds[head].len; i++) {
		BlockId p = r->cfg->preds[head].items[i];
		if (r->cfg->order[p] != NONE && cfg_loop_contains(r->cfg, head, p) && !cfg_dominates(r->cfg, b, p))
			return false;
	}
	return true;
}

/* After `for (i = 0; i < N; i++) a[i] = …` nothing old is left in a[0 … N). */
static void kill_filled_arrays(Run *r, uint32_t at, const State *entry)
{
	BlockId head = r->cfg->wto.items[at].head, b;
	int64_t first, limit;
	uint32_t counter = counter_of(r, at, entry, &first, &limit);

	if (counter == NONE)
		return;
	for each_block(r, at, b) {
		if (!in_every_iteration(r, at, b))
			continue;
		const Block *block = &r->f->blocks.items[b];
		for (uint32_t i = block->first; i < block->first + block->count; i++) {
			const Instr *in = &r->f->instrs.items[i];
			const Instr *elem = in->op == OP_STORE ? &r->f->instrs.items[in->a] : NULL;
			if (!elem || elem->op != OP_ELEM || !r->values[elem->a])
				continue;
			const Instr *index = behind_casts(r, elem->b);
			if (index->op != OP_LOAD || r->f->instrs.items[index->a].op != OP_ADDR_LOCAL ||
			    r->cfg->slot[r->f->instrs.items[index->a].imm] != counter)
				continue;
			uint32_t n;
			const Pointee *base = pts_targets(flow(r->e, r->values[elem->a])->value.pts, &n);
			FlowId stored = flow_find(r, FLOW_STORE, i, 0);
			if (n != 1 || !range_is_const(base->off) || !stored || !may_be_strong(r, base->obj))
				continue;
			Range off = { base->off.lo + first * elem->imm, base->off.lo + (limit - 1) * elem->imm, first == limit - 1 ? 0 : elem->imm };
			int64_t size = in->imm ? in->imm : type_bits(r->e->program, in->type);
			ObjId obj = base->obj;
			off = object_clamp(r->e, obj, off, size);
			for (uint32_t k = 0; k < r->cfg->succs[head].len; k++) {
				State *out = r->edges[r->edge_base[head] + k];
				if (out && !cfg_loop_contains(r->cfg, head, r->cfg->succs[head].items[k]))
					memory_write(r, out, obj, off, size, stored, true);
			}
		}
	}
}

/* Behind the loop a value of the last invocation is no state: the same joins, without saying so. */
static FlowId leave_loop(Run *r, FlowId node, uint32_t at_instr)
{
	Engine *e = r->e;
	bool state = false;

	if (!node || flow(e, node)->kind != FLOW_PHI)
		return node;
	for (uint32_t i = 0; i < flow(e, node)->ndeps; i++)
		state |= e->deps.items[flow(e, node)->first_dep + i].state;
	if (!state || flow(e, node)->instr != at_instr)
		return node;
	FlowId left = flow_keyed(r, FLOW_PHI, at_instr, hash_u64(node, 0x1EAF));
	for (uint32_t i = 0; i < flow(e, node)->ndeps; i++) {
		Dep d = e->deps.items[flow(e, node)->first_dep + i];
		d.state = false;
		flow_dep_full(e, left, d);
	}
	flow(e, left)->value = flow(e, node)->value;
	flow(e, left)->type = flow(e, node)->type;
	return left;
}

static void leave_invocations(Run *r, uint32_t at)
{
	BlockId head = r->cfg->wto.items[at].head, b;
	uint32_t at_instr = r->f->blocks.items[head].first;

	for each_block(r, at, b)
		for (uint32_t i = 0; i < r->cfg->succs[b].len; i++) {
			State *out = r->edges[r->edge_base[b] + i];
			if (!out || cfg_loop_contains(r->cfg, head, r->cfg->succs[b].items[i]))
				continue;
			for (uint32_t s = 0; s < out->nslots; s++)
				out->slots[s] = leave_loop(r, out->slots[s], at_instr);
			for (uint32_t m = 0; m < out->mem.len; m++)
				for (uint32_t c = 0; c < out->mem.items[m].cells->cells.len; c++) {
					FlowId node = out->mem.items[m].cells->cells.items[c].node;
					FlowId left = leave_loop(r, node, at_instr);
					if (left != node)
						memory_replace(out, out->mem.items[m].obj, node, left);
				}
		}
}

static void fixpoint(Run *r, uint32_t at, State *entry, bool invokes)
{
	BlockId head = r->cfg->wto.items[at].head, b;
	Mark start = mark(r);
	VEC(uint32_t) conds = {0};
	State *before = NULL;
	bool widen = r->widen;
	uint32_t iteration = r->iteration;

	for each_block(r, at, b)
		vec_push(&conds, r->conds[b].len);
	loop_clear(r, at);
	r->fixpoint_depth++;
	for (uint32_t k = 0; k < MAX_ITERATIONS; k++) {
		r->widen = k >= 2;
		r->iteration = k;
		State *state;
		State *back = k ? incoming(r, head, 1, head) : NULL;
		r->changed = false;
		if (back) {
			State *both[2] = { entry, back };
			r->block = head;
			/* Whether there is another invocation is a guard of it. */
			r->state_from = invokes ? 1 : 0;
			r->no_control = invokes;
			state = states_join(r, both, 2, head, 1);
			r->no_control = false;
			r->state_from = 0;
			state_free(back);
		} else {
			state = state_copy(entry);
		}
		if (before && !r->changed && states_equal(before, state)) {
			state_free(state);
			break;
		}
		state_free(before);
		before = state_copy(state);
		cut_back(r, start);
		uint32_t c = 0;
		for each_block(r, at, b)
			r->conds[b].len = k < 3 ? conds.items[c++] : r->conds[b].len;
		loop_clear(r, at);
		run_block(r, head, state);
		run_items(r, at + 1, at + 1 + r->cfg->wto.items[at].count);
		if (r->inst->restart || r->inst->given_up)
			break;
	}
	r->fixpoint_depth--;
	r->widen = widen;
	r->iteration = iteration;
	state_free(before);
	vec_release(&conds);
	kill_filled_arrays(r, at, entry);
	if (invokes)
		leave_invocations(r, at);
}

static void run_loop(Run *r, uint32_t at, State *entry)
{
	bool invokes = loop_invokes(r, at);

	if (!invokes && !has_side_entry(r, at) && worth_unrolling(r, at, entry) && unroll(r, at, entry)) {
		state_free(entry);
		return;
	}
	if (!r->inst->restart && !r->inst->given_up)
		fixpoint(r, at, entry, invokes);
	state_free(entry);
}

static void run_items(Run *r, uint32_t first, uint32_t end)
{
	for (uint32_t at = first; at < end; at += 1 + r->cfg->wto.items[at].count) {
		WtoItem item = r->cfg->wto.items[at];
		if (r->inst->restart || r->inst->given_up)
			return;
		State *state = incoming(r, item.head, item.is_loop ? 0 : -1, item.head);
		if (!state) {
			/* Reached only from inside an irreducible loop, or not at all. */
			if (item.is_loop)
				loop_clear(r, at);
			else
				clear_edges(r, item.head);
		} else if (item.is_loop) {
			run_loop(r, at, state);
		} else {
			run_block(r, item.head, state);
		}
	}
}

/* ---- the whole function ---- */

static State *entry_state(Run *r)
{
	State *state = state_new(r->cfg->nslots);

	r->before = state;
	for (uint32_t p = 0; p < r->f->nparams; p++) {
		TypeId type = r->f->locals.items[p].type;
		FlowId in = formal_param(r, p);
		if (r->cfg->slot[p] != NONE) {
			state->slots[r->cfg->slot[p]] = in;
			continue;
		}
		ObjId obj = local_object(r, p);
		if (is_record(r, type)) {
			FlowId to = flow_new(r->e, FLOW_CONST, r->inst->id, NONE);
			flow(r->e, to)->value.pts = pts_single(obj, range_const(0));
			memory_copy(r, state, to, in, range_const(type_bits(r->e->program, type)), type, 0);
		} else {
			memory_write(r, state, obj, range_const(0), type_bits(r->e->program, type), in, true);
		}
	}
	for (uint32_t p = r->f->nparams; r->f->is_variadic && r->call && p < r->call->args.len; p++) {
		FlowId arg = r->call->args.items[p];
		memory_write(r, state, varargs_object(r), range_const((int64_t)p * 64), 64,
		             formal_vararg(r, p, flow(r->e, arg)->type), true);
	}
	return state;
}

void interp_run(Run *r)
{
	uint32_t nedges = 0;

	r->edge_base = mem_alloc((r->cfg->nblocks + 1) * sizeof *r->edge_base);
	for (BlockId b = 0; b < r->cfg->nblocks; b++) {
		r->edge_base[b] = nedges;
		nedges += r->cfg->succs[b].len;
	}
	r->edges = mem_calloc(nedges + 1, sizeof(State *));
	r->values = mem_calloc(r->f->instrs.len + 1, sizeof *r->values);
	r->conds = mem_calloc(r->cfg->nblocks + 1, sizeof *r->conds);
	State *state = entry_state(r);
	if (r->cfg->wto.items[0].is_loop)
		run_loop(r, 0, state);
	else
		run_block(r, 0, state);
	run_items(r, 1 + r->cfg->wto.items[0].count, r->cfg->wto.len);
	for (uint32_t i = 0; i < nedges; i++)
		state_free(r->edges[i]);
	free(r->edges);
	free(r->edge_base);
}

static bool can_inline(Run *r, const Function *f, const Cfg *cfg, const Call *call)
{
	if (!f->is_stub || f->blocks.len != 1 || f->is_variadic || call->args.len < f->nparams)
		return false;
	for (LocalId l = 0; l < f->locals.len; l++)
		if (cfg->slot[l] == NONE)
			return false;
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		const Instr *callee = in->op == OP_CALL ? &f->instrs.items[in->a] : NULL;
		if (callee && (callee->op != OP_ADDR_FUNC ||
		               strncmp(str_text(r->e->program->functions.items[callee->imm].name), "__featdep_", 10)))
			return false;
	}
	return true;
}

bool interp_inline(Run *r, State *state, FuncId func, const Call *call, uint32_t instr, FlowId *result)
{
	const Function *f = &r->e->program->functions.items[func];
	Cfg *cfg = f->is_stub && f->blocks.len == 1 ? cfg_of(r->e, func) : NULL;

	if (!cfg || r->inline_at != NONE || !can_inline(r, f, cfg, call))
		return false;
	Run body = *r;
	body.f = f;
	body.cfg = cfg;
	body.inline_at = instr;
	body.ctx = iteration_ctx(r, r->ctx, instr + 0x40000000u, func);
	body.values = mem_calloc(f->instrs.len + 1, sizeof *body.values);
	FlowId *slots = state->slots;
	uint32_t nslots = state->nslots;
	state->slots = mem_calloc(cfg->nslots + 1, sizeof *state->slots);
	state->nslots = cfg->nslots;
	for (uint32_t p = 0; p < f->nparams; p++)
		state->slots[cfg->slot[p]] = call->args.items[p];
	uint32_t last = f->instrs.len - 1;
	for (uint32_t i = 0; i < last; i++)
		eval(&body, state, i);
	*result = f->instrs.items[last].op == OP_RETURN && f->instrs.items[last].a != NONE ? interp_value(&body, f->instrs.items[last].a) : 0;
	free(state->slots);
	state->slots = slots;
	state->nslots = nslots;
	free(body.values);
	r->before = state;
	return true;
}
