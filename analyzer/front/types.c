/*
 * The type table. A type is entered once for its canonical form; pointers and arrays are rebuilt from their parts,
 * so that a pointer made here (address of a local) and one that the code names are the same entry. Sizes are asked
 * of libclang, except of builtin function types, where it crashes.
 */
#include "front/lower.h"

enum { QUAL_CONST = 1, QUAL_VOLATILE = 2 };
enum { BROKEN_MEMBER_BITS = 1 << 24 };

static TypeId type_add(Lower *l, Type type)
{
	vec_push(&l->module->types, type);
	vec_push(&l->unqualified, l->module->types.len - 1);
	return l->module->types.len - 1;
}

/* Enters TYPE, or finds the equal one. Records are not shared by shape. */
TypeId type_entered(Lower *l, Type type)
{
	uint64_t key = hash_u64(0, map_key((uint32_t)type.kind, type.name.i));
	uint32_t id;

	key = hash_u64(key, map_key(type.elem, (uint32_t)(type.is_const | type.is_volatile << 1 | type.is_signed << 2)));
	key = hash_u64(key, (uint64_t)type.count);
	key = hash_u64(key, (uint64_t)type.bits);
	if (map_get(&l->type_by_shape, key, &id))
		return id;
	id = type_add(l, type);
	map_put(&l->type_by_shape, key, id);
	return id;
}

TypeId type_scalar(Lower *l, TypeKind kind, const char *name, int64_t bits, bool is_signed)
{
	return type_entered(l, (Type){ .kind = kind, .name = str_intern(name), .bits = bits, .elem = NONE, .count = -1,
		.is_signed = is_signed });
}

static Str type_spelled(const Lower *l, TypeId id)
{
	const Type *type = type_at(l, id);

	return str_format("%s%s%s", type->is_const && type->kind != TY_ARRAY ? "const " : "",
		type->is_volatile && type->kind != TY_ARRAY ? "volatile " : "", str_text(type->name));
}

TypeId type_pointer_to(Lower *l, TypeId elem)
{
	Str target = type_spelled(l, elem);
	size_t length = str_length(target);
	bool is_tight = length && str_text(target)[length - 1] == '*';

	return type_entered(l, (Type){ .kind = TY_POINTER, .name = str_format(is_tight ? "%s*" : "%s *", str_text(target)),
		.bits = type_at(l, l->type_size)->bits, .elem = elem, .count = -1 });
}

static TypeId type_array_of(Lower *l, TypeId elem, int64_t count)
{
	int64_t bits = type_size(l, elem);
	Str target = type_spelled(l, elem);
	Str name = count < 0 ? str_format("%s[]", str_text(target))
		: str_format("%s[%lld]", str_text(target), (long long)count);

	return type_entered(l, (Type){ .kind = TY_ARRAY, .name = name, .bits = bits < 0 || count < 0 ? -1 : bits * count,
		.elem = elem, .count = count, .is_const = type_at(l, elem)->is_const,
		.is_volatile = type_at(l, elem)->is_volatile });
}

int64_t type_size(const Lower *l, TypeId id)
{
	return id == NONE ? -1 : type_at(l, id)->bits;
}

static int64_t size_of(CXType canonical)
{
	long long size;

	if (canonical.kind == CXType_Unexposed || canonical.kind == CXType_Invalid || canonical.kind == CXType_Dependent
			|| canonical.kind == CXType_FunctionProto || canonical.kind == CXType_FunctionNoProto)
		return -1;
	size = clang_Type_getSizeOf(canonical);
	return size < 0 || size > INT64_MAX / 8 ? -1 : (int64_t)size * 8;
}

/* --- records --- */

static bool name_is_missing(const char *name)
{
	return !*name || strstr(name, "(unnamed") || strstr(name, "(anonymous");
}

static Str record_name(Lower *l, CXCursor decl)
{
	Str name = cursor_name(decl);

	if (!name_is_missing(str_text(name)))
		return name;
	return str_empty(l->hint) ? str_intern("anonymous") : l->hint;
}

static enum CXVisitorResult field_collect(CXCursor field, CXClientData data)
{
	Lower *l = data;

	if (!clang_Cursor_isBitField(field) || !str_empty(cursor_name(field)))
		vec_push(&l->field_cursors, field);
	return CXVisit_Continue;
}

static enum CXChildVisitResult broken_field_collect(CXCursor field, CXCursor parent, CXClientData data)
{
	(void)parent;
	if (field.kind == CXCursor_FieldDecl)
		field_collect(field, data);
	return CXChildVisit_Continue;
}

RawFields record_fields(Lower *l, CXType record)
{
	CXType canonical = clang_getUnqualifiedType(clang_getCanonicalType(record));
	uint64_t key = (uint64_t)(uintptr_t)canonical.data[0];
	RawFields fields = { .first = l->field_cursors.len };
	uint32_t id;

	if (map_get(&l->raw_field_of, key, &id))
		return l->raw_fields.items[id];
	clang_Type_visitFields(canonical, field_collect, l);
	if (l->field_cursors.len == fields.first) /* an invalid record */
		clang_visitChildren(clang_getTypeDeclaration(canonical), broken_field_collect, l);
	fields.count = l->field_cursors.len - fields.first;
	map_put(&l->raw_field_of, key, l->raw_fields.len);
	vec_push(&l->raw_fields, fields);
	return fields;
}

CXCursor record_field(const Lower *l, RawFields fields, uint32_t i)
{
	return l->field_cursors.items[fields.first + i];
}

bool cursor_type_is_record(CXType type)
{
	return clang_getCanonicalType(type).kind == CXType_Record;
}

bool field_is_anonymous_record(CXCursor field)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(field));

	return type.kind == CXType_Record && clang_Cursor_isAnonymousRecordDecl(clang_getTypeDeclaration(type));
}

typedef VEC(Field) FieldList;
typedef VEC(CXCursor) CursorList;

/* The layout of a record with errors in it is not known; this one at least keeps its members apart. */
static int64_t offset_in_broken(Lower *l, CXCursor field, TypeId type, int64_t *next)
{
	int64_t bits = type_size(l, type), offset = *next;

	if (clang_isInvalidDeclaration(field) || bits < 0)
		bits = BROKEN_MEMBER_BITS;
	if (clang_getCursorSemanticParent(field).kind != CXCursor_UnionDecl)
		*next += (bits + 63) / 64 * 64;
	return offset;
}

static void fields_gather(Lower *l, CXType record, int64_t base, Str outer, FieldList *out, CursorList *cursors)
{
	RawFields raw = record_fields(l, record);
	int64_t next = 0;

	for (uint32_t i = 0; i < raw.count; i++) {
		CXCursor field = record_field(l, raw, i);
		CXType type = clang_getCursorType(field);
		int64_t offset = clang_Cursor_getOffsetOfField(field);
		Field entry = { .bit_width = -1 };

		if (field_is_anonymous_record(field)) {
			fields_gather(l, type, base + (offset < 0 ? next : offset), outer, out, cursors);
			continue;
		}
		entry.name = cursor_name(field);
		l->hint = str_format("%s.%s", str_text(outer), str_text(entry.name));
		entry.type = type_of(l, type);
		if (field_lost_its_bound(l, field))
			entry.type = type_array_of(l, entry.type, -1);
		entry.bit_offset = base + (offset < 0 ? offset_in_broken(l, field, entry.type, &next) : offset);
		if (clang_Cursor_isBitField(field))
			entry.bit_width = clang_getFieldDeclBitWidth(field);
		entry.annotation = annotations_of(l, field);
		vec_push(out, entry);
		vec_push(cursors, field);
	}
}

static int64_t fields_extent(const Lower *l, const FieldList *fields)
{
	int64_t end = -1;

	for (uint32_t i = 0; i < fields->len; i++) {
		int64_t bits = type_size(l, fields->items[i].type);

		bits = fields->items[i].bit_offset + (bits < 0 ? BROKEN_MEMBER_BITS : bits);
		end = bits > end ? bits : end;
	}
	return end;
}

static uint64_t field_key(TypeId record, CXCursor field)
{
	return hash_u64(hash_u64(0, decl_key(field)), record);
}

static void record_complete(Lower *l, TypeId id, CXType type)
{
	Str saved = l->hint;
	FieldList fields = { 0 };
	CursorList cursors = { 0 };
	Type *record;

	fields_gather(l, type, 0, type_at(l, id)->name, &fields, &cursors);
	for (uint32_t i = 0; i < cursors.len; i++)
		map_put(&l->field_of, field_key(id, cursors.items[i]), i);
	record = type_at(l, id);
	record->first_field = l->module->fields.len;
	record->nfields = fields.len;
	if (record->bits < 0)
		record->bits = fields_extent(l, &fields);
	vec_append(&l->module->fields, &fields);
	vec_release(&fields);
	vec_release(&cursors);
	l->hint = saved;
}

static TypeId type_record(Lower *l, CXType canonical)
{
	CXCursor decl = clang_getTypeDeclaration(canonical);
	Type type = { .kind = decl.kind == CXCursor_UnionDecl ? TY_UNION : TY_STRUCT, .elem = NONE, .count = -1 };
	uint32_t alias;
	TypeId id;

	type.name = record_name(l, decl);
	if (map_get(&l->alias_of, (uint64_t)(uintptr_t)canonical.data[0], &alias) && alias != type.name.i)
		type.alias = (Str){ alias };
	type.bits = size_of(canonical);
	id = type_add(l, type);
	map_put(&l->type_of, (uint64_t)(uintptr_t)canonical.data[0], id);
	record_complete(l, id, canonical);
	return id;
}

uint32_t field_index(Lower *l, TypeId record, CXCursor field)
{
	return map_get_or(&l->field_of, field_key(record, field), NONE);
}

/* --- any type --- */

static TypeId type_arithmetic(Lower *l, CXType canonical)
{
	Str name = cxstring_take(clang_getTypeSpelling(canonical));
	int64_t bits = size_of(canonical);

	switch ((int)canonical.kind) {
	case CXType_Void:
		return type_scalar(l, TY_VOID, "void", -1, false);
	case CXType_Enum: {
		CXType base = clang_getCanonicalType(clang_getEnumDeclIntegerType(clang_getTypeDeclaration(canonical)));
		bool is_signed = base.kind == CXType_Int || base.kind == CXType_Long || base.kind == CXType_LongLong
			|| base.kind == CXType_Short || base.kind == CXType_SChar || base.kind == CXType_Char_S;

		if (name_is_missing(str_text(name)))
			return type_of(l, base);
		return type_scalar(l, TY_INT, str_text(name), bits, is_signed);
	}
	case CXType_Bool: case CXType_Char_U: case CXType_UChar: case CXType_Char16: case CXType_Char32:
	case CXType_UShort: case CXType_UInt: case CXType_ULong: case CXType_ULongLong: case CXType_UInt128:
		return type_scalar(l, TY_INT, str_text(name), bits, false);
	case CXType_Char_S: case CXType_SChar: case CXType_WChar: case CXType_Short: case CXType_Int: case CXType_Long:
	case CXType_LongLong: case CXType_Int128:
		return type_scalar(l, TY_INT, str_text(name), bits, true);
	case CXType_Float: case CXType_Double: case CXType_LongDouble: case CXType_Float128: case CXType_Half:
	case CXType_Float16: case CXType_BFloat16: case CXType_Ibm128:
		return type_scalar(l, TY_FLOAT, str_text(name), bits, true);
	default:
		return type_scalar(l, TY_OTHER, str_text(name), bits, false);
	}
}

static TypeId type_function(Lower *l, TypeId result)
{
	return type_entered(l, (Type){ .kind = TY_FUNCTION, .name = str_format("%s ()", str_text(type_spelled(l, result))),
		.bits = -1, .elem = result, .count = -1 });
}

/* The types of builtin functions, and _BitInt. */
static TypeId type_unexposed(Lower *l, CXType canonical)
{
	Str name = cxstring_take(clang_getTypeSpelling(canonical));
	const char *bits = strstr(str_text(name), "_BitInt(");

	if (!bits)
		return type_function(l, l->type_int);
	return type_scalar(l, TY_INT, str_text(name), (atoi(bits + strlen("_BitInt(")) + 7) / 8 * 8,
		strncmp(str_text(name), "unsigned", 8) != 0);
}

static TypeId type_unqualified_of(Lower *l, CXType canonical)
{
	switch ((int)canonical.kind) {
	case CXType_Record:
		return type_record(l, canonical);
	case CXType_Pointer: case CXType_BlockPointer:
		return type_pointer_to(l, type_of(l, clang_getPointeeType(canonical)));
	case CXType_ConstantArray:
		return type_array_of(l, type_of(l, clang_getArrayElementType(canonical)), clang_getArraySize(canonical));
	case CXType_IncompleteArray: case CXType_VariableArray:
		return type_array_of(l, type_of(l, clang_getArrayElementType(canonical)), -1);
	case CXType_FunctionProto: case CXType_FunctionNoProto:
		return type_function(l, type_value(l, clang_getResultType(canonical)));
	case CXType_Unexposed:
		return type_unexposed(l, canonical);
	case CXType_Atomic:
		return type_of(l, clang_Type_getValueType(canonical));
	default:
		return type_arithmetic(l, canonical);
	}
}

/* The canonical form of an array has the qualifiers of its elements on the array. */
static TypeId type_qualified(Lower *l, TypeId base, unsigned qualifiers)
{
	uint64_t key = map_key(base, qualifiers);
	Type type = *type_at(l, base);
	TypeId id;

	if (qualifiers == 0)
		return base;
	if (type.kind == TY_ARRAY)
		return type_array_of(l, type_qualified(l, type.elem, qualifiers), type.count);
	if (map_get(&l->qualified_of, key, &id))
		return id;
	type.is_const |= (qualifiers & QUAL_CONST) != 0;
	type.is_volatile |= (qualifiers & QUAL_VOLATILE) != 0;
	id = type.kind == TY_STRUCT || type.kind == TY_UNION ? type_add(l, type) : type_entered(l, type);
	l->unqualified.items[id] = l->unqualified.items[base];
	map_put(&l->qualified_of, key, id);
	return id;
}

TypeId type_of(Lower *l, CXType type)
{
	uint64_t key = (uint64_t)(uintptr_t)type.data[0];
	CXType canonical;
	unsigned qualifiers;
	TypeId id;

	if (type.kind == CXType_Invalid || type.kind == CXType_Dependent || !key)
		return l->type_unknown;
	if (map_get(&l->type_of, key, &id))
		return id;
	canonical = clang_getCanonicalType(type);
	if (canonical.data[0] != type.data[0]) {
		id = type_of(l, canonical);
	} else {
		qualifiers = (clang_isConstQualifiedType(canonical) ? QUAL_CONST : 0)
			| (clang_isVolatileQualifiedType(canonical) ? QUAL_VOLATILE : 0);
		id = qualifiers ? type_of(l, clang_getUnqualifiedType(canonical)) : type_unqualified_of(l, canonical);
		id = type_qualified(l, id, qualifiers);
	}
	map_put(&l->type_of, key, id);
	return id;
}

TypeId type_unqualified(Lower *l, TypeId type)
{
	return type == NONE ? NONE : l->unqualified.items[type];
}

TypeId type_value(Lower *l, CXType type)
{
	return type_unqualified(l, type_of(l, type));
}

TypeId type_parameter(Lower *l, CXType type)
{
	TypeId id = type_value(l, type);
	const Type *entry = type_at(l, id);

	if (entry->kind == TY_ARRAY)
		return type_pointer_to(l, entry->elem);
	return entry->kind == TY_FUNCTION ? type_pointer_to(l, id) : id;
}

TypeId type_promoted(Lower *l, TypeId a)
{
	const Type *type = type_at(l, a);

	return type->kind == TY_INT && type->bits < 32 ? l->type_int : a;
}

TypeId type_common(Lower *l, TypeId a, TypeId b)
{
	const Type *x, *y;

	a = type_promoted(l, a);
	b = type_promoted(l, b);
	x = type_at(l, a);
	y = type_at(l, b);
	if (x->kind == TY_OTHER || y->kind == TY_OTHER)
		return x->kind == TY_OTHER ? a : b;
	if ((x->kind == TY_FLOAT) != (y->kind == TY_FLOAT))
		return x->kind == TY_FLOAT ? a : b;
	if (x->bits != y->bits)
		return x->bits > y->bits ? a : b;
	return x->is_signed ? b : a;
}

static bool type_is_alike(const Lower *l, TypeId a, TypeId b)
{
	const Type *x, *y;

	a = l->unqualified.items[a];
	b = l->unqualified.items[b];
	if (a == b)
		return true;
	x = type_at(l, a);
	y = type_at(l, b);
	if (x->kind != y->kind)
		return false;
	if (x->kind == TY_POINTER)
		return type_is_alike(l, x->elem, y->elem);
	if (x->kind == TY_ARRAY)
		return type_is_alike(l, x->elem, y->elem);
	return false;
}

/* True for conversions that leave the value as it is: loads, changes of qualifiers. */
bool type_converts_silently(const Lower *l, TypeId from, TypeId to)
{
	return from == to || type_is_alike(l, from, to);
}

bool type_is_va_list(Lower *l, CXType type)
{
	uint64_t key = (uint64_t)(uintptr_t)type.data[0];
	uint32_t is;
	CXType canonical;
	const char *text;

	if (type.kind != CXType_ConstantArray && type.kind != CXType_Pointer && type.kind != CXType_Record
			&& type.kind != CXType_Typedef && type.kind != CXType_Elaborated)
		return false;
	if (map_get(&l->va_list_of, key, &is))
		return is;
	canonical = clang_getCanonicalType(type);
	text = str_text(cxstring_take(clang_getTypeSpelling(canonical)));
	is = strstr(text, "__va_list") != NULL;
	if (!is && canonical.kind == CXType_Pointer && type.kind != CXType_Pointer) {
		text = str_text(cxstring_take(clang_getTypeSpelling(type)));
		is = strstr(text, "va_list") != NULL;
	}
	map_put(&l->va_list_of, key, is);
	return is;
}

/* A qualified copy of a record may have been made while the record itself was still being entered. */
void types_complete(Lower *l)
{
	for (uint32_t i = 0; i < l->module->types.len; i++) {
		const Type *base = type_at(l, l->unqualified.items[i]);
		Type *type = type_at(l, i);

		if (base != type && (type->kind == TY_STRUCT || type->kind == TY_UNION)) {
			type->first_field = base->first_field;
			type->nfields = base->nfields;
			type->bits = base->bits;
		}
	}
}
