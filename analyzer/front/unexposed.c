/*
 * UnexposedExpr: what libclang has no kind for. One child is an implicit conversion or a va_arg; several children are
 * GNU `?:`, offsetof, atomic operations, __builtin_choose_expr and vector operations, told apart by their shape.
 */
#include "front/lower.h"

static ValueId value_converted(Lower *l, CXCursor expr, CXCursor inner)
{
	CXType type = clang_getCursorType(expr);
	TypeId to = type_value(l, type);
	Lvalue object;
	ValueId v;

	if (type_at(l, to)->kind == TY_ARRAY) /* load of an array parameter, or __func__ */
		return value(l, inner);
	if (type_at(l, to)->kind == TY_VOID) {
		effect(l, inner);
		return emit_undef(l, to, "");
	}
	if (type_at(l, to)->kind == TY_STRUCT || type_at(l, to)->kind == TY_UNION) {
		object = lvalue(l, inner);
		return load(l, object);
	}
	v = value(l, inner);
	return emit_cast(l, to, v);
}

static ValueId value_va_arg(Lower *l, CXCursor expr, CXCursor list)
{
	ValueId address = va_list_address(l, list);

	return emit(l, OP_VA_ARG, expr_type(l, expr), address, NONE, 0);
}

ValueId value_mix(Lower *l, const ValueId *values, uint32_t count, TypeId type)
{
	ValueId v;

	if (count == 0)
		return emit_undef(l, type, "");
	v = emit(l, OP_UN, type, values[0], NONE, 0);
	instr_at(l, v)->sub = UN_OTHER;
	for (uint32_t i = 1; i < count; i++) {
		v = emit(l, OP_BIN, type, v, values[i], 0);
		instr_at(l, v)->sub = BIN_XOR;
	}
	return v;
}

static ValueId value_of_all(Lower *l, CXCursor expr, Kids kids)
{
	VEC(ValueId) values = { 0 };
	int64_t number;
	ValueId v;

	if (constant_of(expr, &number))
		return emit_int(l, expr_type(l, expr), number, (Str){ 0 });
	for (uint32_t i = 0; i < kids.count; i++)
		if (clang_isExpression(kid(l, kids, i).kind))
			vec_push(&values, value(l, kid(l, kids, i)));
	v = value_mix(l, values.items, values.len, expr_type(l, expr));
	vec_release(&values);
	return v;
}

/* The common expression stands three times; it is evaluated once. */
static ValueId value_elvis(Lower *l, CXCursor expr, Kids kids)
{
	TypeId type = type_parameter(l, clang_getCursorType(expr));
	BlockId no = block_new(l), yes = block_new(l), end = block_new(l);
	LocalId result = local_new(l, (Str){ 0 }, type);
	ValueId common = value(l, kid(l, kids, 0));

	if (type_at(l, type)->kind == TY_VOID) {
		emit_unresolved(l, "conditional without a value");
		return emit_undef(l, type, "");
	}
	emit_branch(l, common, yes, no);
	block_start(l, yes);
	store(l, lvalue_at(l, emit_local(l, result), type), common);
	emit_jump(l, end);
	block_start(l, no);
	store_expr(l, lvalue_at(l, emit_local(l, result), type), kid(l, kids, kids.count - 1));
	block_start(l, end);
	return load(l, lvalue_at(l, emit_local(l, result), type));
}

/* Any of the expressions from FIRST on: which one is not known. */
static ValueId value_one_of(Lower *l, Kids kids, uint32_t first, TypeId type)
{
	LocalId result = local_new(l, (Str){ 0 }, type);
	BlockId end = block_new(l);

	for (uint32_t i = first; i < kids.count; i++) {
		BlockId here = block_new(l), next = i + 1 < kids.count ? block_new(l) : end;

		if (next != end)
			emit_branch(l, emit_undef(l, l->type_int, "selection"), here, next);
		else
			emit_jump(l, here);
		block_start(l, here);
		store(l, lvalue_at(l, emit_local(l, result), type), value(l, kid(l, kids, i)));
		emit_jump(l, end);
		if (next != end)
			block_start(l, next);
	}
	block_start(l, end);
	return load(l, lvalue_at(l, emit_local(l, result), type));
}

static bool has_member_reference(const Lower *l, Kids kids)
{
	for (uint32_t i = 0; i < kids.count; i++)
		if (kid(l, kids, i).kind == CXCursor_MemberRef)
			return true;
	return false;
}

static ValueId value_offsetof(Lower *l, CXCursor expr, Kids kids)
{
	int64_t number;

	if (constant_of(expr, &number))
		return emit_int(l, expr_type(l, expr), number, (Str){ 0 });
	return value_of_all(l, expr, kids);
}

static bool is_va_arg(Lower *l, CXCursor expr, CXCursor last)
{
	return clang_isExpression(last.kind) && type_is_va_list(l, clang_getCursorType(last))
		&& !type_is_va_list(l, clang_getCursorType(expr));
}

static ValueId value_chosen(Lower *l, CXCursor expr, Kids kids)
{
	int64_t condition;

	if (!constant_of(kid(l, kids, 0), &condition))
		return value_one_of(l, kids, 1, expr_type(l, expr));
	return value(l, kid(l, kids, condition ? 1 : 2));
}

static ValueId value_compound(Lower *l, CXCursor expr, Kids kids)
{
	CXCursor first = kid(l, kids, 0), last = kid(l, kids, kids.count - 1);
	CXType type;

	if (has_member_reference(l, kids))
		return value_offsetof(l, expr, kids);
	if (is_va_arg(l, expr, last))
		return value_va_arg(l, expr, last);
	if (kids.count == 4 && clang_equalCursors(first, kid(l, kids, 1)))
		return value_elvis(l, expr, kids);
	if (!clang_isExpression(first.kind))
		return value_of_all(l, expr, kids);
	type = clang_getCanonicalType(clang_getCursorType(first));
	if (type.kind == CXType_Pointer || type.kind == CXType_ConstantArray)
		return value_atomic(l, expr, kids);
	if (kids.count == 3 && type.kind >= CXType_Bool && type.kind <= CXType_Int128)
		return value_chosen(l, expr, kids);
	return value_of_all(l, expr, kids);
}

static ValueId value_broken(Lower *l, CXCursor expr, Kids kids)
{
	if (designates_object(l, expr))
		return load(l, lvalue(l, expr));
	if (!l->builder->f.is_incomplete)
		emit_unresolved(l, "expression with an error in it");
	return value_of_all(l, expr, kids);
}

/* __builtin_types_compatible_p shows the operands of typeof in it, which are not evaluated. */
static bool is_type_comparison(CXCursor expr, CXCursor first, int64_t *number)
{
	CXType type = clang_getCursorType(expr);

	return first.kind == CXCursor_ParenExpr && type.kind == CXType_Int
		&& clang_getCursorType(first).kind != CXType_Int && constant_of(expr, number);
}

ValueId value_unexposed(Lower *l, CXCursor expr)
{
	Kids kids = kids_open(l, expr);
	CXCursor first = kids.count ? kid(l, kids, 0) : expr;
	ValueId v;
	int64_t number;

	if (is_type_comparison(expr, first, &number)) {
		v = emit_int(l, expr_type(l, expr), number, (Str){ 0 });
	} else if (kids.count == 0) {
		if (constant_of(expr, &number))
			v = emit_int(l, expr_type(l, expr), number, (Str){ 0 });
		else
			v = emit_undef(l, expr_type(l, expr), "");
	} else if (expr_is_broken(expr)) {
		v = value_broken(l, expr, kids);
	} else if (kids.count > 1) {
		v = value_compound(l, expr, kids);
	} else if (is_va_arg(l, expr, first)) {
		v = value_va_arg(l, expr, first);
	} else if (!clang_isExpression(first.kind)) {
		v = value_of_all(l, expr, kids);
	} else {
		v = value_converted(l, expr, first);
	}
	kids_close(l, kids);
	return v;
}

/* The selected association, when clang's print of the types tells it, else those with the type of the whole. */
static Kids generic_arms(Lower *l, CXCursor expr, Kids kids)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(expr));
	Kids arms = { .first = l->kids.len };
	uint32_t selected = kids.count ? print_selected(l, expr, kid(l, kids, 0)) : NONE, seen = 0;

	for (uint32_t i = 1; i < kids.count; i++) {
		CXCursor arm = kid(l, kids, i);

		if (!clang_isExpression(arm.kind))
			continue;
		seen++;
		if (selected != NONE ? seen == selected
				: clang_equalTypes(clang_getCanonicalType(clang_getCursorType(arm)), type))
			vec_push(&l->kids, arm);
	}
	arms.count = l->kids.len - arms.first;
	return arms;
}

/* With SELECTED, only finds the one; with several the cursor is null and the value is any of them. */
ValueId value_generic(Lower *l, CXCursor expr, CXCursor *selected)
{
	Kids kids = kids_open(l, expr), arms = generic_arms(l, expr, kids);
	TypeId id = type_parameter(l, clang_getCursorType(expr));
	int64_t number;
	ValueId v = NONE;

	if (selected)
		*selected = arms.count == 1 ? kid(l, arms, 0) : clang_getNullCursor();
	else if (arms.count == 1)
		v = value(l, kid(l, arms, 0));
	else if (constant_of(expr, &number))
		v = emit_int(l, id, number, (Str){ 0 });
	else if (arms.count > 1)
		v = value_one_of(l, arms, 0, id);
	if (!selected && v == NONE) {
		emit_unresolved(l, "generic selection");
		v = emit_undef(l, id, "generic selection");
	}
	kids_close(l, arms);
	kids_close(l, kids);
	return v;
}
