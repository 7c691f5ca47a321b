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

static bool branch_binary(Lower *l, CXCursor condition, CXCursor left, CXCursor right, BlockId yes, BlockId no)
{
	enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(condition);
	BlockId next;

	if (kind == CXBinaryOperator_Comma) {
		effect(l, left);
		branch(l, right, yes, no);
		return true;
	}
	if (kind != CXBinaryOperator_LAnd && kind != CXBinaryOperator_LOr)
		return false;
	next = block_new(l);
	if (kind == CXBinaryOperator_LAnd)
		branch(l, left, next, no);
	else
		branch(l, left, yes, next);
	block_start(l, next);
	branch(l, right, yes, no);
	return true;
}

static bool branch_conditional(Lower *l, Kids kids, BlockId yes, BlockId no)
{
	BlockId first = block_new(l), second = block_new(l);

	branch(l, kid(l, kids, 0), first, second);
	block_start(l, first);
	branch(l, kid(l, kids, 1), yes, no);
	block_start(l, second);
	branch(l, kid(l, kids, 2), yes, no);
	return true;
}

void branch(Lower *l, CXCursor condition, BlockId yes, BlockId no)
{
	CXCursor inner = condition_of(l, condition);
	Kids kids = { 0 };
	bool is_done = false;

	kids = kids_open(l, inner);
	if (inner.kind == CXCursor_BinaryOperator && kids.count == 2) {
		is_done = branch_binary(l, inner, kid(l, kids, 0), kid(l, kids, 1), yes, no);
	} else if (inner.kind == CXCursor_UnaryOperator && kids.count == 1
			&& clang_getCursorUnaryOperatorKind(inner) == CXUnaryOperator_LNot) {
		branch(l, kid(l, kids, 0), no, yes);
		is_done = true;
	} else if (inner.kind == CXCursor_ConditionalOperator && kids.count == 3) {
		is_done = branch_conditional(l, kids, yes, no);
	}
	kids_close(l, kids);
	if (!is_done) {
		ValueId v = value(l, inner);

		place_set(l, condition);
		emit_branch(l, v, yes, no);
	}
}

ValueId value_conditional(Lower *l, CXCursor condition, CXCursor yes, CXCursor no, CXCursor expr, bool is_used)
{
	TypeId type = type_parameter(l, clang_getCursorType(expr));
	BlockId first = block_new(l), second = block_new(l), end = block_new(l);
	bool has_value = is_used && type_at(l, type)->kind != TY_VOID;
	Place place = l->place;
	LocalId result = NONE;

	if (has_value)
		result = local_new(l, (Str){ 0 }, type);
	branch(l, condition, first, second);
	for (int arm = 0; arm < 2; arm++) {
		block_start(l, arm == 0 ? first : second);
		if (has_value) {
			Lvalue to = lvalue_at(l, emit_local(l, result), type);

			store_expr(l, to, arm == 0 ? yes : no);
		} else {
			effect(l, arm == 0 ? yes : no);
		}
		if (arm == 0)
			emit_jump(l, end);
	}
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
