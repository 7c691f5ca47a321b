/*
 * Operators: arithmetic, assignments, increments. Pointer arithmetic becomes ELEM, so that p + 3, p[3] and the third
 * p++ are the same element.
 */
#include "front/lower.h"

static bool bin_op_of(enum CXBinaryOperatorKind kind, BinOp *op)
{
	switch (kind) {
	case CXBinaryOperator_Mul: case CXBinaryOperator_MulAssign: *op = BIN_MUL; return true;
	case CXBinaryOperator_Div: case CXBinaryOperator_DivAssign: *op = BIN_DIV; return true;
	case CXBinaryOperator_Rem: case CXBinaryOperator_RemAssign: *op = BIN_REM; return true;
	case CXBinaryOperator_Add: case CXBinaryOperator_AddAssign: *op = BIN_ADD; return true;
	case CXBinaryOperator_Sub: case CXBinaryOperator_SubAssign: *op = BIN_SUB; return true;
	case CXBinaryOperator_Shl: case CXBinaryOperator_ShlAssign: *op = BIN_SHL; return true;
	case CXBinaryOperator_Shr: case CXBinaryOperator_ShrAssign: *op = BIN_SHR; return true;
	case CXBinaryOperator_And: case CXBinaryOperator_AndAssign: *op = BIN_AND; return true;
	case CXBinaryOperator_Xor: case CXBinaryOperator_XorAssign: *op = BIN_XOR; return true;
	case CXBinaryOperator_Or: case CXBinaryOperator_OrAssign: *op = BIN_OR; return true;
	case CXBinaryOperator_LT: *op = BIN_LT; return true;
	case CXBinaryOperator_GT: *op = BIN_GT; return true;
	case CXBinaryOperator_LE: *op = BIN_LE; return true;
	case CXBinaryOperator_GE: *op = BIN_GE; return true;
	case CXBinaryOperator_EQ: *op = BIN_EQ; return true;
	case CXBinaryOperator_NE: *op = BIN_NE; return true;
	case CXBinaryOperator_Invalid: case CXBinaryOperator_PtrMemD: case CXBinaryOperator_PtrMemI:
	case CXBinaryOperator_Cmp: case CXBinaryOperator_LAnd: case CXBinaryOperator_LOr: case CXBinaryOperator_Assign:
	case CXBinaryOperator_Comma:
		break;
	}
	return false;
}

static bool is_pointer(const Lower *l, ValueId v)
{
	TypeId type = value_type(l, v);

	return type != NONE && type_at(l, type)->kind == TY_POINTER;
}

static ValueId pointer_add(Lower *l, ValueId pointer, ValueId index, bool is_sub, Str label)
{
	TypeId type = value_type(l, pointer), elem = type_unqualified(l, type_at(l, type)->elem), index_type;
	ValueId v;

	index_type = type_promoted(l, value_type(l, index));
	if (is_sub)
		index = emit_un(l, UN_NEG, type_size(l, index_type) < 64 ? index_type : l->type_size, index);
	v = emit_elem(l, pointer, index, elem, label);
	instr_at(l, v)->type = type;
	return v;
}

ValueId value_add(Lower *l, ValueId a, ValueId b, TypeId type, bool is_sub, Str label)
{
	if (is_pointer(l, a) && !is_pointer(l, b))
		return pointer_add(l, a, b, is_sub, label);
	if (is_pointer(l, b) && !is_pointer(l, a) && !is_sub)
		return pointer_add(l, b, a, false, label);
	return emit_bin(l, is_sub ? BIN_SUB : BIN_ADD, type, a, b);
}

static ValueId value_assign(Lower *l, CXCursor left, CXCursor right, bool is_used, CXCursor expr)
{
	TypeId type = expr_type(l, left);
	Lvalue to;
	ValueId v;

	if ((type_at(l, type)->kind == TY_STRUCT || type_at(l, type)->kind == TY_UNION)) {
		to = lvalue(l, left);
		place_set(l, expr);
		store_expr(l, to, right);
		return is_used ? load(l, to) : NONE;
	}
	v = value(l, right);
	to = lvalue(l, left);
	v = emit_cast(l, to.type, v);
	place_set(l, expr);
	store(l, to, v);
	return v;
}

static Str index_label(Lower *l, CXCursor left, CXCursor right, ValueId a, ValueId b)
{
	int64_t known;

	if (is_pointer(l, a) && value_is_int(l, b, &known))
		return label_of(l, right);
	if (is_pointer(l, b) && value_is_int(l, a, &known))
		return label_of(l, left);
	return (Str){ 0 };
}

static ValueId value_arithmetic(Lower *l, CXCursor expr, CXCursor left, CXCursor right)
{
	enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(expr);
	TypeId type;
	ValueId a, b;
	BinOp op;

	a = value(l, left);
	b = value(l, right);
	type = type_parameter(l, clang_getCursorType(expr));
	if (!bin_op_of(kind, &op)) {
		ValueId both[2] = { a, b };

		emit_unresolved(l, "operator \"%s\"", str_text(cursor_name(expr)));
		return value_mix(l, both, 2, type);
	}
	if (op == BIN_ADD || op == BIN_SUB)
		return value_add(l, a, b, type, op == BIN_SUB, index_label(l, left, right, a, b));
	return emit_bin(l, op, type, a, b);
}

ValueId value_binary(Lower *l, CXCursor expr, bool is_used)
{
	Kids kids = kids_open(l, expr);
	CXCursor left = kids.count == 2 ? kid(l, kids, 0) : expr, right = kids.count == 2 ? kid(l, kids, 1) : expr;

	kids_close(l, kids);
	if (kids.count != 2) {
		emit_unresolved(l, "operator with an operand lost");
		return emit_undef(l, expr_type(l, expr), "operand lost");
	}
	switch ((int)clang_getCursorBinaryOperatorKind(expr)) {
	case CXBinaryOperator_Assign:
		return value_assign(l, left, right, is_used, expr);
	case CXBinaryOperator_Comma:
		effect(l, left);
		if (is_used)
			return value(l, right);
		effect(l, right);
		return NONE;
	case CXBinaryOperator_LAnd:
	case CXBinaryOperator_LOr:
		if (is_used)
			return value_logic(l, expr);
		BlockId yes = block_new(l), no = block_new(l);

		branch(l, expr, yes, no);
		block_start(l, yes);
		block_start(l, no);
		return NONE;
	default:
		if (is_used)
			return value_arithmetic(l, expr, left, right);
		effect(l, left);
		effect(l, right);
		return NONE;
	}
}

/* Left and right converted to their common type, combined, and back to the type of the left side. */
static ValueId combine(Lower *l, BinOp op, ValueId old, ValueId operand, TypeId to, Str label)
{
	TypeId common;

	if (is_pointer(l, old))
		return value_add(l, old, operand, to, op == BIN_SUB, label);
	if (type_at(l, to)->kind != TY_INT && type_at(l, to)->kind != TY_FLOAT)
		return emit_bin(l, op, to, old, operand);
	if (op == BIN_SHL || op == BIN_SHR)
		common = type_promoted(l, value_type(l, old));
	else
		common = type_common(l, value_type(l, old), value_type(l, operand));
	old = emit_cast(l, common, old);
	if (op != BIN_SHL && op != BIN_SHR)
		operand = emit_cast(l, common, operand);
	return emit_cast(l, to, emit_bin(l, op, common, old, operand));
}

ValueId value_compound_assign(Lower *l, CXCursor expr)
{
	Kids kids = kids_open(l, expr);
	CXCursor left = kids.count == 2 ? kid(l, kids, 0) : expr, right = kids.count == 2 ? kid(l, kids, 1) : expr;
	ValueId operand, result;
	int64_t known;
	Lvalue to;
	BinOp op;

	kids_close(l, kids);
	if (kids.count != 2 || !bin_op_of(clang_getCursorBinaryOperatorKind(expr), &op)) {
		emit_unresolved(l, "assignment with an operand lost");
		return emit_undef(l, expr_type(l, expr), "operand lost");
	}
	operand = value(l, right);
	to = lvalue(l, left);
	place_set(l, expr);
	result = combine(l, op, load(l, to), operand, to.type,
		value_is_int(l, operand, &known) ? label_of(l, right) : (Str){ 0 });
	store(l, to, result);
	return result;
}

static ValueId value_step(Lower *l, CXCursor inner, bool is_increment, bool is_prefix)
{
	Lvalue to = lvalue(l, inner);
	ValueId old = load(l, to), one, next;

	if (type_at(l, to.type)->kind == TY_FLOAT)
		one = emit_float(l, to.type, 1);
	else
		one = emit_int(l, l->type_int, 1, (Str){ 0 });
	next = combine(l, is_increment ? BIN_ADD : BIN_SUB, old, one, to.type, (Str){ 0 });
	store(l, to, next);
	return is_prefix ? next : old;
}

static ValueId value_complex_part(Lower *l, CXCursor expr, CXCursor inner, int part)
{
	if (designates_object(l, inner))
		return load(l, lvalue_part(l, expr, part));
	return emit_un(l, UN_OTHER, expr_type(l, expr), value(l, inner));
}

ValueId value_unary(Lower *l, CXCursor expr, bool is_used)
{
	Kids kids = kids_open(l, expr);
	CXCursor inner = kids.count ? kid(l, kids, 0) : expr;
	TypeId type = expr_type(l, expr);

	kids_close(l, kids);
	if (kids.count != 1) {
		emit_unresolved(l, "operator with its operand lost");
		return emit_undef(l, type, "operand lost");
	}
	switch (clang_getCursorUnaryOperatorKind(expr)) {
	case CXUnaryOperator_PostInc: return value_step(l, inner, true, false);
	case CXUnaryOperator_PostDec: return value_step(l, inner, false, false);
	case CXUnaryOperator_PreInc: return value_step(l, inner, true, true);
	case CXUnaryOperator_PreDec: return value_step(l, inner, false, true);
	case CXUnaryOperator_AddrOf:
		return emit_cast(l, type, address_of(l, inner));
	case CXUnaryOperator_Deref:
		if (!is_used) {
			bool is_volatile = clang_isVolatileQualifiedType(clang_getCanonicalType(clang_getCursorType(expr)));

			return is_volatile ? load(l, lvalue(l, expr)) : value(l, inner);
		}
		return load(l, lvalue(l, expr));
	case CXUnaryOperator_Plus: return value_as(l, inner, type);
	case CXUnaryOperator_Minus: return emit_un(l, UN_NEG, type, value(l, inner));
	case CXUnaryOperator_Not: return emit_un(l, UN_NOT, type, value(l, inner));
	case CXUnaryOperator_LNot: return emit_un(l, UN_LNOT, type, value(l, inner));
	case CXUnaryOperator_Real: return value_complex_part(l, expr, inner, 0);
	case CXUnaryOperator_Imag: return value_complex_part(l, expr, inner, 1);
	case CXUnaryOperator_Extension: return value(l, inner);
	case CXUnaryOperator_Invalid: case CXUnaryOperator_Coawait: break;
	}
	emit_unresolved(l, "unknown unary operator");
	return value(l, inner);
}
