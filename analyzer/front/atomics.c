/*
 * Atomic operations as ordinary loads and stores of what they point to. libclang does not name the __atomic_ and
 * C11 ones and shows their operands as pointer, order, value; the name is read from the source (also that of the
 * stdatomic.h macro), and when there is none, any operation that is not void counts as load and store.
 */
#include "front/lower.h"

typedef enum { ATOMIC_LOAD, ATOMIC_STORE, ATOMIC_EXCHANGE, ATOMIC_COMPARE, ATOMIC_UPDATE } AtomicKind;

typedef struct {
	AtomicKind kind;
	BinOp op;
	bool gives_new;
} Atomic;

static BinOp update_op(const char *name)
{
	static const struct { const char *word; BinOp op; } ops[] = {
		{ "add", BIN_ADD }, { "sub", BIN_SUB }, { "nand", BIN_AND }, { "and", BIN_AND }, { "xor", BIN_XOR },
		{ "or", BIN_OR },
	};
	const char *at = strstr(name, "fetch_");

	for (size_t i = 0; i < sizeof ops / sizeof *ops; i++)
		if (strstr(at && !strstr(name, "_fetch") ? at + 6 : name, ops[i].word))
			return ops[i].op;
	return BIN_XOR;
}

static Atomic atomic_named(const char *name, bool is_void)
{
	Atomic atomic = { .kind = is_void ? ATOMIC_STORE : ATOMIC_UPDATE, .op = BIN_XOR };

	if (strstr(name, "compare") || strstr(name, "cas"))
		atomic.kind = ATOMIC_COMPARE;
	else if (strstr(name, "fetch"))
		atomic.op = update_op(name);
	else if (strstr(name, "exchange") || strstr(name, "test_and_set") || strstr(name, "swap"))
		atomic.kind = ATOMIC_EXCHANGE;
	else if (strstr(name, "load"))
		atomic.kind = ATOMIC_LOAD;
	else if (strstr(name, "store") || strstr(name, "init") || strstr(name, "clear") || strstr(name, "release"))
		atomic.kind = ATOMIC_STORE;
	atomic.gives_new = strstr(name, "_and_fetch") || strstr(name, "_fetch_") == NULL;
	if (strstr(name, "fetch_and_") || strstr(name, "fetch_add") || strstr(name, "fetch_sub") || strstr(name, "fetch_or")
			|| strstr(name, "fetch_xor"))
		atomic.gives_new = false;
	return atomic;
}

/* The value that an operand gives: itself, or what it points to in the forms that pass everything by address. */
static ValueId operand_value(Lower *l, CXCursor expr, TypeId type)
{
	ValueId v = value(l, expr);
	const Type *given = type_at(l, value_type(l, v));

	if (given->kind == TY_POINTER && type_at(l, type)->kind != TY_POINTER && type_at(l, type)->kind != TY_INT
			&& cursor_type_is_record(clang_getPointeeType(clang_getCanonicalType(clang_getCursorType(expr)))))
		return load(l, lvalue_at(l, v, type));
	return v;
}

static bool is_pointer_to(const Lower *l, ValueId v, TypeId type)
{
	const Type *given = type_at(l, value_type(l, v));

	return given->kind == TY_POINTER && type_converts_silently(l, given->elem, type);
}

static ValueId atomic_compare(Lower *l, Lvalue object, ValueId expected, ValueId desired, TypeId type, bool gives_old)
{
	bool by_address = is_pointer_to(l, expected, object.type);
	ValueId old = load(l, object), wanted, is_equal;
	BlockId same = block_new(l), differs = block_new(l), end = block_new(l);

	wanted = by_address ? load(l, lvalue_at(l, expected, object.type)) : expected;
	if (is_pointer_to(l, desired, object.type))
		desired = load(l, lvalue_at(l, desired, object.type));
	is_equal = emit_bin(l, BIN_EQ, l->type_int, old, wanted);
	emit_branch(l, is_equal, same, differs);
	block_start(l, same);
	store(l, object, desired);
	emit_jump(l, end);
	block_start(l, differs);
	if (by_address)
		store(l, lvalue_at(l, expected, object.type), old);
	block_start(l, end);
	return gives_old ? old : emit_cast(l, type, is_equal);
}

static ValueId atomic_update(Lower *l, Atomic atomic, Lvalue object, ValueId operand)
{
	ValueId old = load(l, object), next;

	if (atomic.op == BIN_ADD || atomic.op == BIN_SUB)
		next = value_add(l, old, operand, object.type, atomic.op == BIN_SUB, (Str){ 0 });
	else
		next = emit_bin(l, atomic.op, object.type, old, operand);
	store(l, object, next);
	return atomic.gives_new ? next : old;
}

/* VALUES are the operands besides pointer and orders. Results by address go to the last of them. */
static ValueId atomic_perform(Lower *l, Atomic atomic, Lvalue object, const ValueId *values, uint32_t count,
	TypeId type)
{
	bool is_void = type_at(l, type)->kind == TY_VOID;
	ValueId v, old;

	switch (atomic.kind) {
	case ATOMIC_LOAD:
		v = load(l, object);
		if (!is_void || count == 0)
			return v;
		store(l, lvalue_at(l, values[0], object.type), v);
		return v;
	case ATOMIC_STORE:
		v = count ? values[0] : emit_int(l, l->type_int, 0, (Str){ 0 });
		if (is_pointer_to(l, v, object.type))
			v = load(l, lvalue_at(l, v, object.type));
		store(l, object, v);
		return v;
	case ATOMIC_EXCHANGE:
		old = load(l, object);
		v = count ? values[0] : emit_int(l, l->type_int, 1, (Str){ 0 });
		if (count > 1 && is_void)
			v = load(l, lvalue_at(l, v, object.type));
		store(l, object, v);
		if (count > 1 && is_void)
			store(l, lvalue_at(l, values[1], object.type), old);
		return old;
	case ATOMIC_COMPARE:
		if (count < 2)
			break;
		return atomic_compare(l, object, values[0], values[1], type,
			!is_void && type_converts_silently(l, type, object.type) && type_size(l, type) > 8);
	case ATOMIC_UPDATE:
		if (count)
			return atomic_update(l, atomic, object, values[0]);
		break;
	}
	return load(l, object);
}

static bool atomic_object(Lower *l, CXCursor expr, Lvalue *object)
{
	ValueId pointer = value(l, expr);
	const Type *type = type_at(l, value_type(l, pointer));

	if (type->kind != TY_POINTER || type_at(l, type->elem)->kind == TY_VOID)
		return false;
	*object = lvalue_at(l, pointer, type->elem);
	object->is_volatile = false;
	return true;
}

static ValueId atomic_result(Lower *l, CXCursor expr, ValueId v)
{
	TypeId type = expr_type(l, expr);

	return type_at(l, type)->kind == TY_VOID ? emit_undef(l, type, "") : emit_cast(l, type, v);
}

ValueId value_atomic(Lower *l, CXCursor expr, Kids kids)
{
	TypeId type = expr_type(l, expr);
	Str name = identifier_at(l, clang_getCursorLocation(expr));
	Atomic atomic = atomic_named(str_text(name), type_at(l, type)->kind == TY_VOID);
	bool is_init = kids.count == 2 && strstr(str_text(name), "init");
	uint32_t first = is_init ? 1 : 2;
	ValueId values[3], v;
	uint32_t count = 0;
	Lvalue object;

	place_set(l, expr);
	if (!atomic_object(l, kid(l, kids, 0), &object)) {
		emit_unresolved(l, "atomic operation");
		return emit_undef(l, type, "atomic operation");
	}
	if (str_empty(name) && kids.count == 2 && type_at(l, type)->kind != TY_VOID)
		atomic.kind = ATOMIC_LOAD;
	for (uint32_t i = first; i < kids.count && count < 3; i++) {
		if (atomic.kind == ATOMIC_COMPARE && i == 3) /* pointer, order, expected, order of failure, desired, weak */
			continue;
		values[count++] = operand_value(l, kid(l, kids, i), object.type);
	}
	v = atomic_perform(l, atomic, object, values, count, type);
	return atomic_result(l, expr, v);
}

ValueId value_sync(Lower *l, Str name, CXCursor expr, Kids kids)
{
	Atomic atomic = atomic_named(str_text(name), false);
	ValueId values[2], v;
	uint32_t count = 0;
	Lvalue object;

	if (kids.count < 2 || !atomic_object(l, kid(l, kids, 1), &object)) {
		emit_unresolved(l, "atomic operation");
		return emit_undef(l, expr_type(l, expr), "atomic operation");
	}
	for (uint32_t i = 2; i < kids.count && count < 2; i++)
		values[count++] = value(l, kid(l, kids, i));
	v = atomic_perform(l, atomic, object, values, count, expr_type(l, expr));
	if (atomic.kind == ATOMIC_COMPARE && strstr(str_text(name), "val_"))
		v = load(l, object);
	return atomic_result(l, expr, v);
}
