/*
 * Values of expressions: the switch over the kinds, casts, and expressions that are only executed. libclang shows
 * implicit conversions as unexposed wrappers without their kind; the types on both sides tell it.
 */
#include "front/lower.h"

TypeId expr_type(Lower *l, CXCursor expr)
{
	return type_value(l, clang_getCursorType(expr));
}

ValueId value_as(Lower *l, CXCursor expr, TypeId type)
{
	return emit_cast(l, type, value(l, expr));
}

static ValueId value_of_kid(Lower *l, CXCursor expr, uint32_t i)
{
	Kids kids = kids_open(l, expr);
	CXCursor inner = kids.count ? kid(l, kids, i == NONE ? kids.count - 1 : i) : expr;

	kids_close(l, kids);
	if (kids.count == 0) {
		emit_unresolved(l, "expression with its operands lost");
		return emit_undef(l, expr_type(l, expr), "operands lost");
	}
	return value(l, inner);
}

static ValueId value_reference(Lower *l, CXCursor expr)
{
	CXCursor decl = clang_getCursorReferenced(expr);
	Enumerator constant;

	if (decl.kind == CXCursor_EnumConstantDecl) {
		constant = enumerator_of(l, decl);
		if (constant.is_guessed)
			return emit_undef(l, expr_type(l, expr), str_text(constant.name));
		return emit_int(l, expr_type(l, expr), constant.value, constant.name);
	}
	if (decl.kind == CXCursor_VarDecl || decl.kind == CXCursor_ParmDecl || decl.kind == CXCursor_FunctionDecl)
		return load(l, lvalue(l, expr));
	emit_unresolved(l, "reference to unknown \"%s\"", str_text(cursor_name(expr)));
	return emit_undef(l, expr_type(l, expr), "unknown name");
}

static ValueId value_constant(Lower *l, CXCursor expr, const char *why)
{
	int64_t number;

	if (constant_of(expr, &number))
		return emit_int(l, expr_type(l, expr), number, (Str){ 0 });
	return emit_undef(l, expr_type(l, expr), why);
}

static ValueId value_cast(Lower *l, CXCursor expr)
{
	CXType type = clang_getCursorType(expr);
	TypeId to = type_value(l, type);
	Kids kids = kids_open(l, expr);
	CXCursor inner = kids.count ? kid(l, kids, kids.count - 1) : expr;
	Lvalue whole;

	kids_close(l, kids);
	if (kids.count == 0 || !clang_isExpression(inner.kind)) {
		emit_unresolved(l, "cast with its operand lost");
		return emit_undef(l, to, "operand lost");
	}
	if (type_at(l, to)->kind == TY_VOID) {
		effect(l, inner);
		return emit_undef(l, to, "");
	}
	if (type_at(l, to)->kind == TY_UNION && !cursor_type_is_record(clang_getCursorType(inner))) { /* GNU */
		whole = lvalue_temporary(l, to);
		emit(l, OP_ZERO, NONE, whole.addr, NONE, type_size(l, to));
		store(l, lvalue_at(l, whole.addr, expr_type(l, inner)), value(l, inner));
		return load(l, whole);
	}
	return value_as(l, inner, to);
}

static ValueId value_list(Lower *l, CXCursor expr)
{
	CXType type = clang_getCursorType(expr);
	Lvalue whole = lvalue_temporary(l, type_value(l, type));

	initialise(l, whole, type, expr);
	return load(l, whole);
}

static ValueId value_label_address(Lower *l, CXCursor expr)
{
	Kids kids = kids_open(l, expr);
	CXCursor label = kids.count ? clang_getCursorReferenced(kid(l, kids, 0)) : expr;
	Builder *b = l->builder;
	uint32_t block;

	kids_close(l, kids);
	while (b->f.is_init && b->outer)
		b = b->outer;
	if (kids.count && label.kind == CXCursor_LabelStmt) {
		if (!map_get(&b->labels, decl_key(label), &block)) {
			Builder *inner = l->builder;

			l->builder = b;
			block = block_new(l);
			l->builder = inner;
			map_put(&b->labels, decl_key(label), block);
		}
		vec_push(&b->taken_labels, block);
	}
	return emit_undef(l, expr_type(l, expr), "address of a label");
}

/* The last statement of a statement expression is its value, also behind labels and attributes. */
static CXCursor behind_labels(Lower *l, CXCursor stmt)
{
	while (stmt.kind == CXCursor_LabelStmt || stmt.kind == CXCursor_UnexposedStmt) {
		Kids kids = kids_open(l, stmt);
		CXCursor inner = kids.count ? kid(l, kids, kids.count - 1) : stmt;

		kids_close(l, kids);
		if (kids.count == 0 || !cursor_is_statement(inner))
			return stmt;
		if (stmt.kind == CXCursor_LabelStmt)
			label_start(l, stmt);
		stmt = inner;
	}
	return stmt;
}

static ValueId value_statement(Lower *l, CXCursor expr, bool is_used)
{
	TypeId type = expr_type(l, expr);
	Kids outer = kids_open(l, expr), kids;
	CXCursor body = outer.count ? kid(l, outer, 0) : expr, last;
	ValueId result = NONE;

	kids_close(l, outer);
	if (outer.count == 0)
		return emit_undef(l, type, "empty statement expression");
	kids = kids_open(l, body);
	for (uint32_t i = 0; i < kids.count; i++) {
		last = kid(l, kids, i);
		if (i + 1 == kids.count)
			last = behind_labels(l, last);
		if (i + 1 < kids.count || !clang_isExpression(last.kind) || type_at(l, type)->kind == TY_VOID || !is_used)
			statement(l, last);
		else
			result = value(l, last);
	}
	kids_close(l, kids);
	return result != NONE ? result : emit_undef(l, type, "");
}

static ValueId value_unknown(Lower *l, CXCursor expr)
{
	CXString kind = clang_getCursorKindSpelling(expr.kind);

	emit_unresolved(l, "expression of kind \"%s\"", clang_getCString(kind));
	clang_disposeString(kind);
	return emit_undef(l, expr_type(l, expr), "unknown kind of expression");
}

ValueId value(Lower *l, CXCursor expr)
{
	switch ((int)expr.kind) {
	case CXCursor_UnexposedExpr:
		return value_unexposed(l, expr);
	case CXCursor_ParenExpr:
		return value_of_kid(l, expr, 0);
	case CXCursor_DeclRefExpr:
		return value_reference(l, expr);
	case CXCursor_MemberRefExpr:
	case CXCursor_ArraySubscriptExpr:
	case CXCursor_CompoundLiteralExpr:
	case CXCursor_StringLiteral:
		return load(l, lvalue(l, expr));
	case CXCursor_UnaryOperator:
		return value_unary(l, expr, true);
	case CXCursor_BinaryOperator:
		return value_binary(l, expr, true);
	case CXCursor_CompoundAssignOperator:
		return value_compound_assign(l, expr);
	case CXCursor_ConditionalOperator:
		return value_logic(l, expr);
	case CXCursor_CStyleCastExpr:
		return value_cast(l, expr);
	case CXCursor_CallExpr:
		return value_call(l, expr);
	case CXCursor_IntegerLiteral:
		return literal_int(l, expr);
	case CXCursor_FloatingLiteral:
		return literal_float(l, expr);
	case CXCursor_CharacterLiteral:
	case CXCursor_CXXBoolLiteralExpr:
		return value_constant(l, expr, "character");
	case CXCursor_UnaryExpr: /* sizeof, alignof: the operand is not evaluated */
		return value_sizeof(l, expr);
	case CXCursor_GNUNullExpr:
	case CXCursor_CXXNullPtrLiteralExpr:
		return emit_int(l, expr_type(l, expr), 0, (Str){ 0 });
	case CXCursor_ImaginaryLiteral:
		return emit_undef(l, expr_type(l, expr), "");
	case CXCursor_InitListExpr:
		return value_list(l, expr);
	case CXCursor_AddrLabelExpr:
		return value_label_address(l, expr);
	case CXCursor_StmtExpr:
		return value_statement(l, expr, true);
	case CXCursor_GenericSelectionExpr:
		return value_generic(l, expr, NULL);
	default:
		return value_unknown(l, expr);
	}
}

/* An object that is only named is not read; a volatile one is. */
static void effect_object(Lower *l, CXCursor expr)
{
	bool is_volatile = clang_isVolatileQualifiedType(clang_getCanonicalType(clang_getCursorType(expr)));
	Lvalue object = lvalue(l, expr);

	if (is_volatile || object.is_volatile)
		load(l, object);
}

void effect(Lower *l, CXCursor expr)
{
	Kids kids;
	CXCursor inner;

	expr = peel(l, expr);
	switch ((int)expr.kind) {
	case CXCursor_DeclRefExpr:
		inner = clang_getCursorReferenced(expr);
		if (inner.kind == CXCursor_VarDecl || inner.kind == CXCursor_ParmDecl)
			effect_object(l, expr);
		break;
	case CXCursor_MemberRefExpr:
	case CXCursor_ArraySubscriptExpr:
		effect_object(l, expr);
		break;
	case CXCursor_UnaryOperator:
		value_unary(l, expr, false);
		break;
	case CXCursor_BinaryOperator:
		value_binary(l, expr, false);
		break;
	case CXCursor_ConditionalOperator:
		kids = kids_open(l, expr);
		if (kids.count == 3)
			value_conditional(l, kid(l, kids, 0), kid(l, kids, 1), kid(l, kids, 2), expr, false);
		kids_close(l, kids);
		break;
	case CXCursor_CStyleCastExpr:
		kids = kids_open(l, expr);
		if (kids.count && clang_isExpression(kid(l, kids, kids.count - 1).kind))
			effect(l, kid(l, kids, kids.count - 1));
		kids_close(l, kids);
		break;
	case CXCursor_StmtExpr:
		value_statement(l, expr, false);
		break;
	default:
		value(l, expr);
		break;
	}
}

void store_expr(Lower *l, Lvalue to, CXCursor expr)
{
	const Type *type = type_at(l, to.type);

	if ((type->kind == TY_STRUCT || type->kind == TY_UNION) && designates_object(l, expr)) {
		Lvalue from = lvalue(l, expr);

		if (from.type == to.type && type_size(l, to.type) >= 0) {
			emit(l, OP_COPY, NONE, to.addr, from.addr, type_size(l, to.type));
			return;
		}
		store(l, to, load(l, from));
		return;
	}
	store(l, to, value(l, expr));
}
