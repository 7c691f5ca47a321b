/*
 * What parse errors leave behind. A missing generated header makes record types invalid, and every mention of such a
 * member an expression without a type, in which libclang shows only the base. The name of the member still stands in
 * the source, so the access is rebuilt from it; a member of a wholly unknown type is some part of the object.
 */
#include "front/lower.h"

#include <ctype.h>

bool expr_is_broken(CXCursor expr)
{
	return clang_getCanonicalType(clang_getCursorType(expr)).kind == CXType_Dependent;
}

/* The identifier that ends EXPR, after the "." or "->" that follows BASE. */
static Str member_written(Lower *l, CXCursor expr, CXCursor base)
{
	CXSourceRange outer = clang_getCursorExtent(expr), inner = clang_getCursorExtent(base);
	unsigned from, to;
	CXFile file, other;
	size_t left, length = 0;
	const char *text = source_at(l, clang_getRangeEnd(inner), &left), *end;

	clang_getFileLocation(clang_getRangeEnd(inner), &file, NULL, NULL, &from);
	clang_getFileLocation(clang_getRangeEnd(outer), &other, NULL, NULL, &to);
	if (!text || !clang_File_isEqual(file, other) || to <= from || to - from > left)
		return (Str){ 0 };
	end = text + (to - from);
	while (text < end && (isspace((unsigned char)*text) || *text == ')'))
		text++;
	if (end - text > 2 && text[0] == '-' && text[1] == '>')
		text += 2;
	else if (end - text > 1 && *text == '.')
		text++;
	else
		return (Str){ 0 };
	while (text < end && isspace((unsigned char)*text))
		text++;
	while (text + length < end && (isalnum((unsigned char)text[length]) || text[length] == '_'))
		length++;
	return text + length == end ? str_intern_n(text, length) : (Str){ 0 };
}

static uint32_t field_named(const Lower *l, TypeId record, Str name)
{
	const Type *type = type_at(l, record);

	if (type->kind != TY_STRUCT && type->kind != TY_UNION)
		return NONE;
	for (uint32_t i = 0; i < type->nfields; i++)
		if (str_equal(l->module->fields.items[type->first_field + i].name, name))
			return i;
	return NONE;
}

/* The address of the object that BASE designates or points to, and its type. */
static Lvalue object_of(Lower *l, CXCursor base)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(base));
	ValueId pointer;

	if (type.kind == CXType_Record || (type.kind == CXType_Dependent && designates_object(l, base)))
		return lvalue(l, base);
	pointer = value(l, base);
	if (type_at(l, value_type(l, pointer))->kind == TY_POINTER)
		return lvalue_at(l, pointer, type_at(l, value_type(l, pointer))->elem);
	return lvalue_at(l, pointer, l->type_unknown);
}

/* A part of what POINTER points to: constant when that is. */
static TypeId part_type(Lower *l, ValueId pointer)
{
	TypeId object = type_at(l, value_type(l, pointer))->elem;
	Type type = *type_at(l, l->type_unknown);

	type.is_const = object != NONE && type_at(l, object)->is_const;
	return type.is_const ? type_entered(l, type) : l->type_unknown;
}

Lvalue lvalue_broken(Lower *l, CXCursor expr, CXCursor base)
{
	Str name = member_written(l, expr, base);
	Lvalue object = object_of(l, base);
	uint32_t index = str_empty(name) ? NONE : field_named(l, object.type, name);
	const Field *field;
	ValueId part;

	place_set(l, expr);
	if (type_at(l, object.type)->kind == TY_POINTER && index == NONE && !str_empty(name)) { /* x.pointer->name */
		object = lvalue_at(l, load(l, object), type_at(l, object.type)->elem);
		index = field_named(l, object.type, name);
	}
	if (index != NONE) {
		field = &l->module->fields.items[type_at(l, object.type)->first_field + index];
		return lvalue_at(l, emit_field(l, object.addr, object.type, index), field->type);
	}
	if (!l->builder->f.is_incomplete) /* else the parse error is there already */
		emit_unresolved(l, "member \"%s\" of an unknown record", str_text(name));
	part = emit_elem(l, object.addr, emit_undef(l, l->type_size, "unknown member"), part_type(l, object.addr), (Str){ 0 });
	return lvalue_at(l, part, l->type_unknown);
}

/* An array whose bound is an unknown name is declared as its element: the bracket tells. */
bool field_lost_its_bound(Lower *l, CXCursor field)
{
	size_t left, at = 0;
	const char *text;

	if (!clang_isInvalidDeclaration(field))
		return false;
	text = source_at(l, clang_getCursorLocation(field), &left);
	if (!text)
		return false;
	while (at < left && (isalnum((unsigned char)text[at]) || text[at] == '_'))
		at++;
	while (at < left && isspace((unsigned char)text[at]))
		at++;
	return at < left && text[at] == '[';
}
