/*
 * Conditions: `&&`, `||`, `!` and `?:` are control flow. In a condition they jump straight to the two targets; as a
 * value, both arms store into a temporary.
 */
#include "front/lower.h"

static bool is_expect(Lower *l, CXCursor expr)
{
	CXCursor callee = clang_getCursorReferenced(expr);

	(void)l;
	if (expr.kind != CXCursor_CallExpr || callee.kind != CXCursor_FunctionDecl)
		return false;
	return strncmp(str_text(cursor_name(callee)), "__builtin_expect", 16) == 0;
}

static bool is_jumping(Lower *l, CXCursor expr)
{
	enum CXBinaryOperatorKind kind;

	if (expr.kind == CXCursor_UnaryOperator)
		return clang_getCursorUnaryOperatorKind(expr) == CXUnaryOperator_LNot;
	if (expr.kind != CXCursor_BinaryOperator)
		return is_expect(l, expr);
	kind = clang_getCursorBinaryOperatorKind(expr);
	return kind == CXBinaryOperator_LAnd || kind == CXBinaryOperator_LOr;
}

/* The 0 or 1 that lies below implicit conversions and __builtin_expect, else EXPR itself. */
static CXCursor condition_of(Lower *l, CXCursor expr)
{
	CXCursor found = peel(l, expr), inner = found;

	for (;;) {
		bool is_call = is_expect(l, inner);
		uint32_t at = is_call ? 1 : 0;
		Kids kids;

		if (!is_call && inner.kind != CXCursor_UnexposedExpr)
			return found;
		kids = kids_open(l, inner);
		if (is_call ? kids.count > 1 : kids.count == 1)
			inner = peel(l, kid(l, kids, at));
		else
			inner = clang_getNullCursor();
		kids_close(l, kids);
		if (is_call || is_jumping(l, inner))
			found = inner;
	}
}

static Truth branch_logic(Lower *l, CXCursor left, CXCursor right, bool is_and, BlockId yes, BlockId no)
{
	BlockId next = block_new(l);
	Truth first = is_and ? branch(l, left, next, no) : branch(l, left, yes, next), second;

	block_start(l, next);
	second = branch(l, right, yes, no);
	if (first == (is_and ? ALWAYS_FALSE : ALWAYS_TRUE))
		return first;
	return first == (is_and ? ALWAYS_TRUE : ALWAYS_FALSE) ? second : EITHER;
}

static Truth branch_conditional(Lower *l, Kids kids, BlockId yes, BlockId no)
{
	BlockId first = block_new(l), second = block_new(l);
	Truth truth, arms[2];

	truth = branch(l, kid(l, kids, 0), first, second);
	block_start(l, first);
	arms[0] = branch(l, kid(l, kids, 1), yes, no);
	block_start(l, second);
	arms[1] = branch(l, kid(l, kids, 2), yes, no);
	return truth == EITHER ? EITHER : arms[truth == ALWAYS_TRUE ? 0 : 1];
}

static Truth branch_value(Lower *l, CXCursor condition, CXCursor inner, BlockId yes, BlockId no)
{
	ValueId v = value(l, inner);
	int64_t known;

	place_set(l, condition);
	emit_branch(l, v, yes, no);
	if (!value_is_int(l, v, &known))
		return EITHER;
	return known ? ALWAYS_TRUE : ALWAYS_FALSE;
}

Truth branch(Lower *l, CXCursor condition, BlockId yes, BlockId no)
{
	CXCursor inner = condition_of(l, condition);
	Kids kids = kids_open(l, inner);
	enum CXBinaryOperatorKind kind = CXBinaryOperator_Invalid;
	Truth truth;

	if (inner.kind == CXCursor_BinaryOperator && kids.count == 2)
		kind = clang_getCursorBinaryOperatorKind(inner);
	if (kind == CXBinaryOperator_LAnd || kind == CXBinaryOperator_LOr) {
		truth = branch_logic(l, kid(l, kids, 0), kid(l, kids, 1), kind == CXBinaryOperator_LAnd, yes, no);
	} else if (kind == CXBinaryOperator_Comma) {
		effect(l, kid(l, kids, 0));
		truth = branch(l, kid(l, kids, 1), yes, no);
	} else if (inner.kind == CXCursor_UnaryOperator && kids.count == 1
			&& clang_getCursorUnaryOperatorKind(inner) == CXUnaryOperator_LNot) {
		truth = branch(l, kid(l, kids, 0), no, yes);
		truth = truth == EITHER ? EITHER : truth == ALWAYS_TRUE ? ALWAYS_FALSE : ALWAYS_TRUE;
	} else if (inner.kind == CXCursor_ConditionalOperator && kids.count == 3) {
		truth = branch_conditional(l, kids, yes, no);
	} else {
		truth = branch_value(l, condition, inner, yes, no);
	}
	kids_close(l, kids);
	return truth;
}

static void arm(Lower *l, CXCursor expr, LocalId result)
{
	TypeId type;

	if (result == NONE) {
		effect(l, expr);
		return;
	}
	type = l->builder->f.locals.items[result].type;
	store_expr(l, lvalue_at(l, emit_local(l, result), type), expr);
}

ValueId value_conditional(Lower *l, CXCursor condition, CXCursor yes, CXCursor no, CXCursor expr, bool is_used)
{
	TypeId type = type_parameter(l, clang_getCursorType(expr));
	BlockId first = block_new(l), second = block_new(l), end;
	bool has_value = is_used && type_at(l, type)->kind != TY_VOID;
	Place place = l->place;
	LocalId result;
	Truth truth = branch(l, condition, first, second);

	if (truth != EITHER && has_value) {
		block_start(l, truth == ALWAYS_TRUE ? first : second);
		return value_as(l, truth == ALWAYS_TRUE ? yes : no, type);
	}
	end = block_new(l);
	result = has_value ? local_new(l, (Str){ 0 }, type) : NONE;
	block_start(l, first);
	arm(l, yes, result);
	if (block_is_open(l))
		emit_jump(l, end);
	block_start(l, second);
	arm(l, no, result);
	block_start(l, end);
	l->place = place;
	if (!has_value)
		return emit_undef(l, type, "");
	return load(l, lvalue_at(l, emit_local(l, result), type));
}

ValueId value_logic(Lower *l, CXCursor expr)
{
	TypeId type = expr_type(l, expr);
	BlockId yes, no, end;
	LocalId result;
	Kids kids;
	ValueId v;

	if (expr.kind == CXCursor_ConditionalOperator) {
		kids = kids_open(l, expr);
		if (kids.count == 3) {
			v = value_conditional(l, kid(l, kids, 0), kid(l, kids, 1), kid(l, kids, 2), expr, true);
		} else {
			emit_unresolved(l, "conditional with a part lost");
			v = emit_undef(l, type, "part lost");
		}
		kids_close(l, kids);
		return v;
	}
	yes = block_new(l);
	no = block_new(l);
	end = block_new(l);
	result = local_new(l, (Str){ 0 }, type);
	branch(l, expr, yes, no);
	block_start(l, yes);
	store(l, lvalue_at(l, emit_local(l, result), type), emit_int(l, type, 1, (Str){ 0 }));
	emit_jump(l, end);
	block_start(l, no);
	store(l, lvalue_at(l, emit_local(l, result), type), emit_int(l, type, 0, (Str){ 0 }));
	block_start(l, end);
	return load(l, lvalue_at(l, emit_local(l, result), type));
}
