/*
 * Expressions as memory: the address an expression designates. Members of anonymous records are addressed from the
 * outermost named record, as ir.h lists them; an expression that is no object (a structure that a call returns)
 * gets a temporary one.
 */
#include "front/lower.h"

Lvalue lvalue_at(Lower *l, ValueId addr, TypeId type)
{
	return (Lvalue){ .addr = addr, .type = type_unqualified(l, type), .is_volatile = type_at(l, type)->is_volatile };
}

Lvalue lvalue_temporary(Lower *l, TypeId type)
{
	LocalId local = local_new(l, (Str){ 0 }, type_unqualified(l, type));

	return lvalue_at(l, emit_local(l, local), type_unqualified(l, type));
}

/* The address of an array as that of its first element: the same value, by another type. */
static ValueId decay(Lower *l, Lvalue from)
{
	TypeId type = type_pointer_to(l, type_at(l, from.type)->elem);
	Instr *instr = instr_at(l, from.addr);
	bool is_fresh = from.addr + 1 == l->builder->f.instrs.len;

	if (!is_fresh || (instr->op != OP_ADDR_LOCAL && instr->op != OP_ADDR_GLOBAL && instr->op != OP_FIELD
			&& instr->op != OP_ELEM))
		return emit_cast(l, type, from.addr);
	instr->type = type;
	return from.addr;
}

ValueId load(Lower *l, Lvalue from)
{
	const Type *type = type_at(l, from.type);
	ValueId v;

	if (type->kind == TY_ARRAY)
		return decay(l, from);
	if (type->kind == TY_FUNCTION)
		return from.addr;
	v = emit(l, OP_LOAD, from.type, from.addr, NONE, from.width);
	instr_at(l, v)->is_volatile = from.is_volatile;
	return v;
}

void store(Lower *l, Lvalue to, ValueId v)
{
	ValueId s;

	v = emit_cast(l, to.type, v);
	s = emit(l, OP_STORE, value_type(l, v), to.addr, v, to.width);
	instr_at(l, s)->is_volatile = to.is_volatile;
}

static bool member_designates(Lower *l, CXCursor expr)
{
	Kids kids = kids_open(l, expr);
	CXCursor base = kids.count ? kid(l, kids, 0) : clang_getNullCursor();
	bool is;

	kids_close(l, kids);
	if (kids.count == 0)
		return false;
	is = !cursor_type_is_record(clang_getCursorType(base));
	return is || designates_object(l, base);
}

static bool is_broken_member(Lower *l, CXCursor expr)
{
	Kids kids = kids_open(l, expr);
	bool is = kids.count == 1 && expr_is_broken(expr) && clang_isExpression(kid(l, kids, 0).kind)
		&& kid(l, kids, 0).kind != CXCursor_DeclRefExpr;

	if (kids.count == 1 && expr_is_broken(expr) && kid(l, kids, 0).kind == CXCursor_DeclRefExpr)
		is = clang_getCursorReferenced(kid(l, kids, 0)).kind != CXCursor_FunctionDecl;
	kids_close(l, kids);
	return is;
}

bool designates_object(Lower *l, CXCursor expr)
{
	CXCursor inner = peel(l, expr), referenced;

	switch ((int)inner.kind) {
	case CXCursor_DeclRefExpr:
		referenced = clang_getCursorReferenced(inner);
		return referenced.kind == CXCursor_VarDecl || referenced.kind == CXCursor_ParmDecl;
	case CXCursor_MemberRefExpr:
		return member_designates(l, inner);
	case CXCursor_ArraySubscriptExpr:
	case CXCursor_CompoundLiteralExpr:
	case CXCursor_StringLiteral:
		return true;
	case CXCursor_UnaryOperator:
		return clang_getCursorUnaryOperatorKind(inner) == CXUnaryOperator_Deref;
	case CXCursor_UnexposedExpr:
		return is_broken_member(l, inner);
	default:
		return false;
	}
}

static Lvalue lvalue_variable(Lower *l, CXCursor expr)
{
	CXCursor decl = clang_getCursorReferenced(expr);
	LocalId local;
	GlobalId global;
	Lvalue result;

	if (decl.kind == CXCursor_FunctionDecl) {
		FuncId function = function_of(l, decl);

		return lvalue_at(l, emit_function(l, function), l->module->functions.items[function].type);
	}
	for (Builder *b = l->builder; b; b = b->outer) {
		if (!map_get(&b->locals, decl_key(decl), &local))
			continue;
		if (b != l->builder) /* the initialiser of a static local names a local, as in sizeof */
			return lvalue_temporary(l, type_parameter(l, clang_getCursorType(decl)));
		result = lvalue_at(l, emit_local(l, local), b->f.locals.items[local].type);
		result.is_volatile = b->f.locals.items[local].is_volatile;
		return result;
	}
	if (decl.kind != CXCursor_VarDecl) {
		emit_unresolved(l, "reference to \"%s\" outside its scope", str_text(cursor_name(expr)));
		return lvalue_temporary(l, type_parameter(l, clang_getCursorType(expr)));
	}
	global = global_of(l, decl);
	result = lvalue_at(l, emit_global(l, global), l->module->globals.items[global].type);
	result.is_volatile = l->module->globals.items[global].is_volatile;
	return result;
}

/* The nearest base below EXPR that is not itself an anonymous member. */
static CXCursor member_base(Lower *l, CXCursor expr)
{
	for (;;) {
		Kids kids = kids_open(l, expr);
		CXCursor base = kids.count ? kid(l, kids, 0) : clang_getNullCursor();
		CXCursor field;

		kids_close(l, kids);
		if (base.kind != CXCursor_MemberRefExpr)
			return base;
		field = clang_getCursorReferenced(base);
		if (field.kind != CXCursor_FieldDecl || !field_is_anonymous_record(field))
			return base;
		expr = base;
	}
}

static Lvalue lvalue_lost(Lower *l, CXCursor expr, CXCursor base)
{
	if (!clang_Cursor_isNull(base))
		return lvalue_broken(l, expr, base);
	emit_unresolved(l, "member \"%s\" of an unknown record", str_text(cursor_name(expr)));
	return lvalue_temporary(l, expr_type(l, expr));
}

static Lvalue lvalue_member(Lower *l, CXCursor expr)
{
	CXCursor field = clang_getCursorReferenced(expr), base = member_base(l, expr);
	Lvalue result, outer = { 0 };
	TypeId record;
	CXType type;
	uint32_t index;

	if (clang_Cursor_isNull(base) || field.kind != CXCursor_FieldDecl)
		return lvalue_lost(l, expr, base);
	if (cursor_type_is_record(clang_getCursorType(base))) {
		outer = lvalue(l, base);
		record = outer.type;
	} else {
		outer.addr = value(l, base);
		record = value_type(l, outer.addr);
		if (record == NONE || type_at(l, record)->kind != TY_POINTER)
			return lvalue_lost(l, expr, base);
		record = type_unqualified(l, type_at(l, record)->elem);
	}
	index = field_index(l, record, field);
	if (index == NONE) {
		if (field_is_anonymous_record(field)) /* the anonymous member as a whole, named by an initialiser only */
			return lvalue_at(l, outer.addr, type_of(l, clang_getCursorType(field)));
		return lvalue_lost(l, expr, clang_getNullCursor());
	}
	place_set(l, expr);
	type = clang_getCanonicalType(clang_getCursorType(expr));
	result = lvalue_at(l, emit_field(l, outer.addr, record, index), type_of(l, clang_getCursorType(field)));
	result.is_volatile = outer.is_volatile || clang_isVolatileQualifiedType(type);
	result.width = clang_Cursor_isBitField(field) ? clang_getFieldDeclBitWidth(field) : 0;
	return result;
}

/* The name of the const global that an index is read from. */
static Str constant_name(const Lower *l, ValueId index)
{
	const Instr *instr = instr_at(l, index);

	while (instr->op == OP_CAST)
		instr = instr_at(l, instr->a);
	if (instr->op != OP_LOAD)
		return (Str){ 0 };
	instr = instr_at(l, instr->a);
	if (instr->op != OP_ADDR_GLOBAL || !l->module->globals.items[instr->imm].is_const)
		return (Str){ 0 };
	return l->module->globals.items[instr->imm].name;
}

static Lvalue lvalue_subscript(Lower *l, CXCursor expr)
{
	Kids kids = kids_open(l, expr);
	CXCursor base = kids.count == 2 ? kid(l, kids, 0) : expr, index = kids.count == 2 ? kid(l, kids, 1) : expr;
	CXType type;
	ValueId pointer, i;
	TypeId elem;
	int64_t known;
	Str label = { 0 };

	kids_close(l, kids);
	if (kids.count != 2) {
		emit_unresolved(l, "subscript with a part lost");
		return lvalue_temporary(l, expr_type(l, expr));
	}
	type = clang_getCanonicalType(clang_getCursorType(base));
	if (type.kind >= CXType_Bool && type.kind <= CXType_Int128) { /* 2[v] */
		CXCursor swap = base;

		base = index;
		index = swap;
		type = clang_getCanonicalType(clang_getCursorType(base));
	}
	pointer = type.kind == CXType_Vector || type.kind == CXType_ExtVector ? lvalue(l, base).addr : value(l, base);
	i = value(l, index);
	elem = type_of(l, clang_getCursorType(expr));
	if (elem == l->type_unknown && type_at(l, value_type(l, pointer))->kind == TY_POINTER)
		elem = type_at(l, value_type(l, pointer))->elem;
	place_set(l, expr);
	if (value_is_int(l, i, &known)) {
		label = label_of(l, index);
		instr_at(l, i)->text = label;
	} else {
		label = constant_name(l, i);
	}
	return lvalue_at(l, emit_elem(l, pointer, i, type_unqualified(l, elem), label), elem);
}

Lvalue lvalue_part(Lower *l, CXCursor expr, int part)
{
	Kids kids = kids_open(l, expr);
	CXCursor inner = kid(l, kids, 0);
	TypeId type = expr_type(l, expr);
	Lvalue whole;

	kids_close(l, kids);
	whole = lvalue(l, inner);
	return lvalue_at(l, emit_elem(l, whole.addr, emit_int(l, l->type_int, part, (Str){ 0 }), type, (Str){ 0 }), type);
}

static Lvalue lvalue_unary(Lower *l, CXCursor expr)
{
	Kids kids;
	CXCursor inner;
	CXType type = clang_getCursorType(expr);
	Lvalue result;

	switch ((int)clang_getCursorUnaryOperatorKind(expr)) {
	case CXUnaryOperator_Deref:
		kids = kids_open(l, expr);
		inner = kid(l, kids, 0);
		kids_close(l, kids);
		result = lvalue_at(l, value(l, inner), type_of(l, type));
		place_set(l, expr);
		return result;
	case CXUnaryOperator_Real:
		return lvalue_part(l, expr, 0);
	case CXUnaryOperator_Imag:
		return lvalue_part(l, expr, 1);
	default:
		result = lvalue_temporary(l, expr_type(l, expr));
		store(l, result, value(l, expr));
		return result;
	}
}

static Lvalue lvalue_literal(Lower *l, CXCursor expr)
{
	CXType type = clang_getCursorType(expr);
	Kids kids = kids_open(l, expr);
	CXCursor init = kids.count ? kid(l, kids, kids.count - 1) : expr;
	TypeId id = type_of(l, type);
	Lvalue result;

	kids_close(l, kids);
	if (l->builder->f.is_init)
		result = lvalue_at(l, emit_global(l, global_literal(l, id)), id);
	else
		result = lvalue_temporary(l, id);
	initialise(l, result, type, init);
	return result;
}

static Lvalue lvalue_materialised(Lower *l, CXCursor expr)
{
	TypeId type = expr_type(l, expr);
	Lvalue result;

	if (type_at(l, type)->kind == TY_VOID || type_at(l, type)->kind == TY_FUNCTION)
		return lvalue_at(l, value(l, expr), type);
	result = lvalue_temporary(l, type);
	store_expr(l, result, expr);
	return result;
}

Lvalue lvalue(Lower *l, CXCursor expr)
{
	CXCursor selected;

	expr = peel(l, expr);
	switch ((int)expr.kind) {
	case CXCursor_DeclRefExpr:
		place_set(l, expr);
		return lvalue_variable(l, expr);
	case CXCursor_MemberRefExpr:
		return lvalue_member(l, expr);
	case CXCursor_ArraySubscriptExpr:
		return lvalue_subscript(l, expr);
	case CXCursor_UnaryOperator:
		return lvalue_unary(l, expr);
	case CXCursor_CompoundLiteralExpr:
		return lvalue_literal(l, expr);
	case CXCursor_StringLiteral:
		return lvalue_at(l, literal_string(l, expr), type_of(l, clang_getCursorType(expr)));
	case CXCursor_GenericSelectionExpr:
		value_generic(l, expr, &selected);
		if (!clang_Cursor_isNull(selected))
			return lvalue(l, selected);
		return lvalue_materialised(l, expr);
	case CXCursor_UnexposedExpr:
		if (expr_is_broken(expr)) {
			Kids kids = kids_open(l, expr);
			CXCursor base = kids.count == 1 ? kid(l, kids, 0) : clang_getNullCursor();

			kids_close(l, kids);
			if (!clang_Cursor_isNull(base) && clang_isExpression(base.kind))
				return lvalue_broken(l, expr, base);
		}
		return lvalue_materialised(l, expr);
	default:
		return lvalue_materialised(l, expr);
	}
}

ValueId address_of(Lower *l, CXCursor expr)
{
	return lvalue(l, expr).addr;
}

ValueId va_list_address(Lower *l, CXCursor expr)
{
	CXCursor inner = peel(l, expr);
	Lvalue list;
	const Type *type;
	TypeId pointee;

	if (inner.kind == CXCursor_UnexposedExpr) { /* decay of the array type that va_list is */
		Kids kids = kids_open(l, inner);

		if (kids.count == 1)
			inner = kid(l, kids, 0);
		kids_close(l, kids);
	}
	if (!designates_object(l, inner))
		return value(l, expr);
	list = lvalue(l, inner);
	type = type_at(l, list.type);
	if (type->kind != TY_POINTER)
		return list.addr;
	pointee = type->elem;
	return type_at(l, pointee)->kind == TY_STRUCT ? load(l, list) : list.addr;
}
