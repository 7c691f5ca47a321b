/*
 * Arithmetic on constants while the code is lowered, so that features[BASE + 2] and features[sizeof x / 8] have an
 * index and `if (0)` has no body. Only what C defines for the target: the types carry their widths.
 */
#include "front/lower.h"

static int64_t wrap(const Lower *l, TypeId type, int64_t number)
{
	int64_t bits = type_size(l, type);
	uint64_t mask;

	if (bits <= 0 || bits >= 64)
		return number;
	mask = (UINT64_C(1) << bits) - 1;
	if (type_at(l, type)->is_signed && ((uint64_t)number >> (bits - 1) & 1))
		return (int64_t)((uint64_t)number | ~mask);
	return (int64_t)((uint64_t)number & mask);
}

bool value_is_int(const Lower *l, ValueId v, int64_t *number)
{
	const Instr *instr = instr_at(l, v);

	if (instr->op != OP_CONST_INT)
		return false;
	*number = instr->imm;
	return true;
}

static bool value_is_float(const Lower *l, ValueId v, double *number)
{
	const Instr *instr = instr_at(l, v);

	if (instr->op != OP_CONST_FLOAT)
		return false;
	memcpy(number, &instr->imm, sizeof *number);
	return true;
}

static bool compute_signed(BinOp op, int64_t x, int64_t y, int64_t *result)
{
	uint64_t a = (uint64_t)x, b = (uint64_t)y;

	switch (op) {
	case BIN_ADD: *result = (int64_t)(a + b); return true;
	case BIN_SUB: *result = (int64_t)(a - b); return true;
	case BIN_MUL: *result = (int64_t)(a * b); return true;
	case BIN_DIV: case BIN_REM:
		if (y == 0 || (x == INT64_MIN && y == -1))
			return false;
		*result = op == BIN_DIV ? x / y : x % y;
		return true;
	case BIN_SHL: case BIN_SHR:
		if (y < 0 || y > 63)
			return false;
		*result = op == BIN_SHL ? (int64_t)(a << y) : x >> y;
		return true;
	case BIN_AND: *result = x & y; return true;
	case BIN_OR: *result = x | y; return true;
	case BIN_XOR: *result = x ^ y; return true;
	case BIN_EQ: *result = x == y; return true;
	case BIN_NE: *result = x != y; return true;
	case BIN_LT: *result = x < y; return true;
	case BIN_LE: *result = x <= y; return true;
	case BIN_GT: *result = x > y; return true;
	case BIN_GE: *result = x >= y; return true;
	case BIN_COUNT: break;
	}
	return false;
}

/* The operators that differ for unsigned operands of 64 bits; narrower ones are never negative here. */
static bool compute_unsigned(BinOp op, uint64_t x, uint64_t y, int64_t *result)
{
	if ((op == BIN_DIV || op == BIN_REM) && y == 0)
		return false;
	if (op == BIN_DIV)
		*result = (int64_t)(x / y);
	else if (op == BIN_REM)
		*result = (int64_t)(x % y);
	else if (op == BIN_SHR && y < 64)
		*result = (int64_t)(x >> y);
	else if (op == BIN_LT)
		*result = x < y;
	else if (op == BIN_LE)
		*result = x <= y;
	else if (op == BIN_GT)
		*result = x > y;
	else if (op == BIN_GE)
		*result = x >= y;
	else
		return compute_signed(op, (int64_t)x, (int64_t)y, result);
	return true;
}

static ValueId fold_float(Lower *l, BinOp op, TypeId type, double x, double y)
{
	if (type_at(l, type)->kind != TY_FLOAT)
		return NONE;
	switch (op) {
	case BIN_ADD: return emit_float(l, type, x + y);
	case BIN_SUB: return emit_float(l, type, x - y);
	case BIN_MUL: return emit_float(l, type, x * y);
	case BIN_DIV: return y != 0 ? emit_float(l, type, x / y) : NONE;
	case BIN_REM: case BIN_SHL: case BIN_SHR: case BIN_AND: case BIN_OR: case BIN_XOR: case BIN_EQ: case BIN_NE:
	case BIN_LT: case BIN_LE: case BIN_GT: case BIN_GE: case BIN_COUNT:
		break;
	}
	return NONE;
}

ValueId fold_bin(Lower *l, BinOp op, TypeId type, ValueId a, ValueId b)
{
	int64_t x, y, result;
	double u, v;
	bool is_folded;

	if (value_is_float(l, a, &u) && value_is_float(l, b, &v))
		return fold_float(l, op, type, u, v);
	if (!value_is_int(l, a, &x) || !value_is_int(l, b, &y) || type_at(l, type)->kind != TY_INT
			|| type_at(l, value_type(l, a))->kind != TY_INT)
		return NONE;
	is_folded = type_at(l, value_type(l, a))->is_signed ? compute_signed(op, x, y, &result)
		: compute_unsigned(op, (uint64_t)x, (uint64_t)y, &result);
	return is_folded ? emit_int(l, type, wrap(l, type, result), (Str){ 0 }) : NONE;
}

ValueId fold_un(Lower *l, UnOp op, TypeId type, ValueId a)
{
	int64_t x;
	double u;

	if (value_is_float(l, a, &u))
		return op == UN_NEG ? emit_float(l, type, -u) : NONE;
	if (!value_is_int(l, a, &x) || type_at(l, type)->kind != TY_INT)
		return NONE;
	switch (op) {
	case UN_NEG: return emit_int(l, type, wrap(l, type, (int64_t)(0 - (uint64_t)x)), (Str){ 0 });
	case UN_NOT: return emit_int(l, type, wrap(l, type, ~x), (Str){ 0 });
	case UN_LNOT: return emit_int(l, type, !x, (Str){ 0 });
	case UN_OTHER: case UN_COUNT: break;
	}
	return NONE;
}

/* &((struct node *)0)->link as a number. */
static bool place_from_null(Lower *l, ValueId v, int64_t *bytes)
{
	const Instr *instr = instr_at(l, v);
	int64_t index;

	if (instr->op == OP_FIELD && place_from_null(l, instr->a, bytes)) {
		const Field *field = &l->module->fields.items[type_at(l, instr->b)->first_field + (uint32_t)instr->imm];
		*bytes += field->bit_offset / 8;
		return true;
	}
	if (instr->op == OP_ELEM && value_is_int(l, instr->b, &index) && place_from_null(l, instr->a, bytes)) {
		*bytes += index * (instr->imm / 8);
		return true;
	}
	return value_is_int(l, v, bytes);
}

ValueId fold_cast(Lower *l, TypeId type, ValueId a)
{
	TypeKind to = type_at(l, type)->kind;
	Str text = instr_at(l, a)->text;
	int64_t x;
	double u;

	if (value_is_int(l, a, &x)) {
		bool is_unsigned = !type_at(l, value_type(l, a))->is_signed;

		if (to == TY_INT && str_is(type_at(l, type)->name, "_Bool"))
			return emit_int(l, type, x != 0, text);
		if (to == TY_INT)
			return emit_int(l, type, wrap(l, type, x), text);
		if (to == TY_POINTER)
			return emit_int(l, type, x, text);
		if (to == TY_FLOAT)
			return emit_float(l, type, is_unsigned ? (double)(uint64_t)x : (double)x);
	} else if (value_is_float(l, a, &u)) {
		if (to == TY_FLOAT)
			return emit_float(l, type, type_size(l, type) == 32 ? (double)(float)u : u);
		if (to == TY_INT && str_is(type_at(l, type)->name, "_Bool"))
			return emit_int(l, type, u != 0, (Str){ 0 });
		if (to == TY_INT && u > -9e18 && u < 9e18)
			return emit_int(l, type, wrap(l, type, (int64_t)u), (Str){ 0 });
	} else if (to == TY_INT && place_from_null(l, a, &x)) {
		return emit_int(l, type, wrap(l, type, x), text);
	}
	return NONE;
}
