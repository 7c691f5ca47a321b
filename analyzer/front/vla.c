/*
 * Sizes of variable length arrays. A bound is evaluated once, where the object or the typedef is declared, and kept in
 * a nameless local; sizeof reads that. libclang lists the bounds as children of the declaration, among other things.
 */
#include "front/lower.h"

/* Bytes of what the arrays and pointers in TYPE lead to when one of the arrays has a variable length, else -1. */
static int64_t variable_element(Lower *l, CXType type)
{
	bool is_variable = false;

	for (type = clang_getCanonicalType(type);; type = clang_getCanonicalType(type)) {
		switch ((int)type.kind) {
		case CXType_Pointer:
			type = clang_getPointeeType(type);
			break;
		case CXType_VariableArray: case CXType_ConstantArray: case CXType_IncompleteArray:
			is_variable |= type.kind == CXType_VariableArray;
			type = clang_getElementType(type);
			break;
		default:
			return is_variable ? type_size(l, type_of(l, type)) / 8 : -1;
		}
	}
}

static ValueId times(Lower *l, ValueId a, ValueId b)
{
	if (b == NONE)
		return a;
	b = emit_cast(l, l->type_size, b);
	return a == NONE ? b : emit_bin(l, BIN_MUL, l->type_size, a, b);
}

static ValueId load_size(Lower *l, LocalId local)
{
	return load(l, lvalue_at(l, emit_local(l, local), l->type_size));
}

/* A nameless local with SIZE in it. */
static LocalId keep_size(Lower *l, ValueId size)
{
	LocalId local = local_new(l, (Str){ 0 }, l->type_size);

	store(l, lvalue_at(l, emit_local(l, local), l->type_size), size);
	return local;
}

static ValueId kept_size(Lower *l, CXCursor decl)
{
	LocalId local;

	return map_get(&l->builder->sizes, decl_key(decl), &local) ? load_size(l, local) : NONE;
}

/* The size of the object that EXPR designates: exact when it is named, else of a part of what is. */
static ValueId size_of_object(Lower *l, CXCursor expr)
{
	CXCursor inner = peel(l, expr);
	ValueId size = NONE;
	Kids kids;

	if (inner.kind == CXCursor_DeclRefExpr)
		return kept_size(l, clang_getCursorReferenced(inner));
	kids = kids_open(l, inner);
	if (kids.count && clang_isExpression(kid(l, kids, 0).kind))
		size = size_of_object(l, kid(l, kids, 0));
	kids_close(l, kids);
	return size == NONE ? NONE : emit_un(l, UN_OTHER, l->type_size, size);
}

/* The bound ITEM, which is evaluated once: it is kept. */
static ValueId bound_kept(Lower *l, CXCursor item)
{
	LocalId local;

	if (!map_get(&l->builder->sizes, decl_key(item), &local)) {
		local = keep_size(l, emit_cast(l, l->type_size, value(l, item)));
		map_put(&l->builder->sizes, decl_key(item), local);
	}
	return load_size(l, local);
}

/* The bound ITEM, as it was kept or evaluated now. */
static ValueId bound_value(Lower *l, CXCursor item, bool declared)
{
	LocalId local;

	return declared && map_get(&l->builder->sizes, decl_key(item), &local) ? load_size(l, local) : value(l, item);
}

static bool is_bound(Lower *l, CXCursor item, CXCursor init)
{
	return !clang_equalCursors(item, init) && clang_isExpression(item.kind) && type_at(l, expr_type(l, item))->kind == TY_INT;
}

/* The product of the bounds among the children of CURSOR and of the sizes of the types and objects that they name.
   ELEMENT: the bytes that the bounds count, 0 when unknown. DECLARED: CURSOR declares something. */
static ValueId size_from_kids(Lower *l, CXCursor cursor, CXCursor init, int64_t element, bool declared)
{
	Kids kids = kids_open(l, cursor);
	ValueId count = NONE, whole = NONE;

	for (uint32_t i = 0; i < kids.count; i++) {
		CXCursor item = kid(l, kids, i);

		if (clang_equalCursors(item, init) || (i && clang_equalCursors(item, kid(l, kids, i - 1))))
			continue;
		if (item.kind == CXCursor_TypeRef)
			whole = times(l, whole, kept_size(l, clang_getCursorReferenced(item)));
		else if (is_bound(l, item, init))
			count = times(l, count, bound_value(l, item, declared));
		else if (clang_isExpression(item.kind))
			whole = times(l, whole, size_of_object(l, item));
	}
	kids_close(l, kids);
	if (count != NONE && whole == NONE)
		return element > 0 ? times(l, count, emit_int(l, l->type_size, element, (Str){ 0 }))
			: emit_un(l, UN_OTHER, l->type_size, count);
	return times(l, count, whole);
}

enum { MAX_DIMENSIONS = 8 };

/* The dimensions of the array that TYPE is or points to, the innermost first: lengths, or -1. */
static uint32_t dimensions_of(CXType type, int64_t lengths[MAX_DIMENSIONS])
{
	int64_t outer[MAX_DIMENSIONS];
	uint32_t count = 0;

	type = clang_getCanonicalType(type);
	if (type.kind == CXType_Pointer)
		type = clang_getCanonicalType(clang_getPointeeType(type));
	while (count < MAX_DIMENSIONS && cxtype_is_array(type)) {
		outer[count++] = type.kind == CXType_ConstantArray ? clang_getArraySize(type) : -1;
		type = clang_getCanonicalType(clang_getArrayElementType(type));
	}
	for (uint32_t i = 0; i < count; i++)
		lengths[i] = outer[count - 1 - i];
	return count;
}

/* Keeps how long the rows of OBJECT are. Its bounds are listed from the innermost on; the length of a typedef is not. */
static void keep_rows(Lower *l, CXCursor decl, CXType type, CXCursor init, LocalId object)
{
	int64_t lengths[MAX_DIMENSIONS];
	bool is_array = clang_getCanonicalType(type).kind != CXType_Pointer;
	uint32_t count = dimensions_of(type, lengths) - is_array, at = 0, depth = 0; /* of an array: without the outermost */
	Kids kids = kids_open(l, decl);
	ValueId length = NONE;

	for (uint32_t i = 0; i < kids.count && at < count; i++) {
		CXCursor item = kid(l, kids, i);
		int64_t number;
		if ((i && clang_equalCursors(item, kid(l, kids, i - 1))) || !is_bound(l, item, init))
			continue;
		if (lengths[at] >= 0 && (!constant_of(item, &number) || number != lengths[at]))
			break;
		bool known = lengths[at++] >= 0;
		if (known && !depth)
			continue;
		length = times(l, length, bound_kept(l, item));
		map_put(&l->builder->rows, map_key(object, ++depth), keep_size(l, length));
	}
	kids_close(l, kids);
}

ValueId vla_row(Lower *l, ValueId base, uint32_t depth)
{
	const Instr *in = instr_at(l, base);
	LocalId row;

	while (in->op == OP_ELEM || in->op == OP_LOAD || in->op == OP_CAST)
		in = instr_at(l, in->a);
	if (in->op != OP_ADDR_LOCAL || !map_get(&l->builder->rows, map_key((LocalId)in->imm, depth), &row))
		return NONE;
	return load_size(l, row);
}

void vla_declare(Lower *l, CXCursor decl, CXType type, CXCursor init, LocalId object)
{
	int64_t element = variable_element(l, type);
	ValueId size;

	if (element < 0)
		return;
	if (object != NONE)
		keep_rows(l, decl, type, init, object);
	size = size_from_kids(l, decl, init, element, true);
	if (size == NONE)
		return;
	map_put(&l->builder->sizes, decl_key(decl), keep_size(l, size));
}

ValueId value_sizeof(Lower *l, CXCursor expr)
{
	TypeId type = expr_type(l, expr);
	ValueId size;
	int64_t number;

	if (constant_of(expr, &number))
		return emit_int(l, type, number, (Str){ 0 });
	size = size_from_kids(l, expr, clang_getNullCursor(), 0, false);
	if (size != NONE)
		return emit_cast(l, type, size);
	if (!l->builder->f.is_incomplete)
		emit_unresolved(l, "size of a variable length array");
	return emit_undef(l, type, "size of a variable length array");
}
