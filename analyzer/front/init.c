/*
 * Initialisers, by the walk of C11 6.7.9: libclang gives the list as it is written, so nested objects without braces,
 * designators, ranges and the implicit zeros are worked out here. The whole object becomes zero first unless
 * everything in it is written; large numeric tables are one DATA.
 */
#include "front/lower.h"

/* So many values of a table are written one by one. Whole numbers are places in other tables and sizes: more of them count. */
enum { TABLE_LIMIT = 64, WHOLE_TABLE_LIMIT = 256, RANGE_LIMIT = 1024 };

typedef struct {
	Lvalue at;
	CXType type;  /* canonical */
	TypeId outer; /* the record whose fields are named from at.addr; differs from TYPE for anonymous members */
} Slot;

typedef struct {
	Kids kids;
	uint32_t at;
	CXCursor instead; /* of the current item: the value after designators; else null */
	uint64_t written; /* scalars */
} List;

/* What is left of the designators of one item: kids from AT up to the last, which is the value. */
typedef struct {
	Kids kids;
	uint32_t at;
	CXCursor item;
	int64_t reached; /* members before this one may have a value already */
} Path;

static void init_members(Lower *l, Slot slot, List *list, bool is_braced, const Path *path);

static bool is_array(CXType type)
{
	return cxtype_is_array(type) || type.kind == CXType_Vector || type.kind == CXType_ExtVector || type.kind == CXType_Complex;
}

static bool is_aggregate(CXType type)
{
	return is_array(type) || type.kind == CXType_Record;
}

static CXType element_of(CXType array)
{
	return clang_getCanonicalType(clang_getElementType(array));
}

static int64_t array_count(CXType array)
{
	int64_t count = clang_getNumElements(array);

	if (array.kind == CXType_Complex)
		return 2;
	return count < 0 ? INT64_MAX : count;
}

/* Scalars in an object; saturates, and is never reached for a union. */
static uint64_t leaves(const Lower *l, TypeId id)
{
	const Type *type = type_at(l, id);
	uint64_t sum = 0;

	switch (type->kind) {
	case TY_ARRAY:
		sum = leaves(l, type->elem);
		return type->count < 0 || sum > UINT32_MAX ? UINT64_MAX : sum * (uint64_t)type->count;
	case TY_STRUCT:
		for (uint32_t i = 0; i < type->nfields && sum < UINT32_MAX; i++) {
			uint64_t part = leaves(l, l->module->fields.items[type->first_field + i].type);

			sum = part > UINT32_MAX ? part : sum + part;
		}
		return sum;
	case TY_UNION:
		return UINT64_MAX;
	case TY_VOID: case TY_INT: case TY_FLOAT: case TY_POINTER: case TY_FUNCTION: case TY_OTHER:
		break;
	}
	return 1;
}

enum { HOLDS_FRACTIONS = 1, HOLDS_OTHERS = 2 };

/* What the object holds besides whole numbers. */
static unsigned holds(const Lower *l, TypeId id)
{
	const Type *type = type_at(l, id);
	unsigned all = 0;

	if (type->kind == TY_ARRAY)
		return holds(l, type->elem);
	if (type->kind != TY_STRUCT)
		return type->kind == TY_INT ? 0 : type->kind == TY_FLOAT ? HOLDS_FRACTIONS : HOLDS_OTHERS;
	for (uint32_t i = 0; i < type->nfields; i++)
		all |= holds(l, l->module->fields.items[type->first_field + i].type);
	return all;
}

typedef struct {
	uint32_t count, limit;
	bool is_constant;
} Census;

static enum CXChildVisitResult census_take(CXCursor cursor, CXCursor parent, CXClientData data)
{
	Census *census = data;

	(void)parent;
	if (cursor.kind == CXCursor_InitListExpr || cursor.kind == CXCursor_UnexposedExpr
			|| cursor.kind == CXCursor_UnaryOperator || cursor.kind == CXCursor_ParenExpr) {
		clang_visitChildren(cursor, census_take, census);
	} else {
		census->count++;
		census->is_constant &= cursor.kind == CXCursor_IntegerLiteral || cursor.kind == CXCursor_FloatingLiteral
			|| cursor.kind == CXCursor_CharacterLiteral || cursor.kind == CXCursor_StringLiteral;
	}
	return census->count > census->limit && !census->is_constant ? CXChildVisit_Break : CXChildVisit_Continue;
}

static enum CXChildVisitResult census_limit(CXCursor cursor, CXCursor parent, CXClientData data)
{
	Census *census = data;

	census_take(cursor, parent, data);
	return census->count > census->limit ? CXChildVisit_Break : CXChildVisit_Continue;
}

static bool is_table(Lower *l, Slot slot, CXCursor list)
{
	unsigned held = holds(l, slot.at.type);
	Census census = { 0, held & HOLDS_FRACTIONS ? TABLE_LIMIT : WHOLE_TABLE_LIMIT, true };
	bool is_static = l->builder->f.is_init;

	if (leaves(l, slot.at.type) <= census.limit || type_size(l, slot.at.type) < 0 || held & HOLDS_OTHERS)
		return false;
	clang_visitChildren(list, is_static ? census_limit : census_take, &census);
	return census.count > census.limit && (is_static || census.is_constant);
}

static Slot slot_of_element(Lower *l, Slot slot, int64_t i, Str label)
{
	CXType elem = element_of(slot.type);
	TypeId type = type_of(l, elem);
	ValueId index = emit_int(l, l->type_size, i, (Str){ 0 });
	Slot part = { .type = elem, .outer = type_unqualified(l, type) };

	part.at = lvalue_at(l, emit_elem(l, slot.at.addr, index, type_unqualified(l, type), label), type);
	part.at.is_volatile |= slot.at.is_volatile;
	return part;
}

static Slot slot_of_field(Lower *l, Slot slot, CXCursor field)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(field));
	Slot part = { .type = type, .at = slot.at, .outer = slot.outer };
	uint32_t index;

	if (field_is_anonymous_record(field)) {
		l->hint = str_format("%s.anonymous", str_text(type_at(l, slot.outer)->name));
		part.at.type = type_value(l, type);
		return part;
	}
	index = field_index(l, slot.outer, field);
	part.outer = type_value(l, type);
	if (index == NONE) {
		emit_unresolved(l, "initialiser of unknown member \"%s\"", str_text(cursor_name(field)));
		part.at = lvalue_temporary(l, part.outer);
		return part;
	}
	part.at = lvalue_at(l, emit_field(l, slot.at.addr, slot.outer, index), type_of(l, type));
	part.at.is_volatile |= slot.at.is_volatile;
	part.at.width = clang_Cursor_isBitField(field) ? clang_getFieldDeclBitWidth(field) : 0;
	return part;
}

static CXCursor list_item(const Lower *l, const List *list)
{
	return clang_Cursor_isNull(list->instead) ? kid(l, list->kids, list->at) : list->instead;
}

static void list_next(List *list)
{
	list->at++;
	list->instead = clang_getNullCursor();
}

static bool is_designated(CXCursor item)
{
	return item.kind == CXCursor_UnexposedExpr && clang_getCursorType(item).kind == CXType_Void;
}

/* --- one object --- */

static uint64_t init_string(Lower *l, Slot slot, CXCursor literal)
{
	TypeId source = expr_type(l, literal);
	int64_t given = type_size(l, source), room = type_size(l, slot.at.type);
	ValueId text = literal_string(l, literal);

	if (room < 0 || given < room)
		room = given;
	emit(l, OP_COPY, NONE, slot.at.addr, text, room < 0 ? 0 : room);
	return given >= type_size(l, slot.at.type) ? leaves(l, slot.at.type) : 0;
}

static bool is_string_for(Lower *l, Slot slot, CXCursor init, CXCursor *literal)
{
	CXCursor inner = peel(l, init);
	const Type *type = type_at(l, slot.at.type);

	if (type->kind != TY_ARRAY || type_at(l, type->elem)->kind != TY_INT)
		return false;
	*literal = inner;
	if (inner.kind == CXCursor_StringLiteral)
		return true;
	if (inner.kind == CXCursor_UnexposedExpr) { /* __func__ */
		Kids kids = kids_open(l, inner);
		bool is = kids.count == 1 && kid(l, kids, 0).kind == CXCursor_StringLiteral;

		if (is)
			*literal = kid(l, kids, 0);
		kids_close(l, kids);
		return is;
	}
	return false;
}

static uint64_t init_braced(Lower *l, Slot slot, CXCursor braced)
{
	List list = { .kids = kids_open(l, braced), .instead = clang_getNullCursor() };
	CXCursor literal;

	if (is_aggregate(slot.type)) {
		if (list.kids.count == 1 && is_string_for(l, slot, kid(l, list.kids, 0), &literal))
			list.written = init_string(l, slot, literal);
		else
			init_members(l, slot, &list, true, NULL);
	} else if (list.kids.count) {
		store_expr(l, slot.at, kid(l, list.kids, 0));
		list.written = 1;
	} else {
		store(l, slot.at, emit_int(l, l->type_int, 0, (Str){ 0 }));
		list.written = 1;
	}
	kids_close(l, list.kids);
	return list.written;
}

/* Is ITEM a value of the whole record, vector or complex number? */
static bool is_whole_object(Lower *l, Slot slot, CXCursor item)
{
	if (slot.type.kind == CXType_ConstantArray || slot.type.kind == CXType_IncompleteArray)
		return false;
	return expr_type(l, item) == type_value(l, slot.type);
}

/* Takes as many items from the list as the object needs. */
static void init_slot(Lower *l, Slot slot, List *list)
{
	CXCursor item = list_item(l, list), literal;

	place_set(l, item);
	if (item.kind == CXCursor_InitListExpr) {
		list_next(list);
		if (is_aggregate(slot.type) && is_table(l, slot, item)) {
			emit(l, OP_DATA, NONE, slot.at.addr, NONE, type_size(l, slot.at.type));
			list->written += leaves(l, slot.at.type);
			return;
		}
		list->written += init_braced(l, slot, item);
	} else if (is_string_for(l, slot, item, &literal)) {
		list_next(list);
		list->written += init_string(l, slot, literal);
	} else if (!is_aggregate(slot.type) || is_whole_object(l, slot, item)) {
		list_next(list);
		store_expr(l, slot.at, item);
		list->written += leaves(l, slot.at.type);
	} else {
		init_members(l, slot, list, false, NULL);
	}
}

/* --- the members of one object --- */

/* Is there "..." between two indexes of a designator? They look the same as [1][2] otherwise. */
static bool is_range(Lower *l, CXCursor low, CXCursor high)
{
	size_t left;
	const char *text = source_at(l, clang_getRangeEnd(clang_getCursorExtent(low)), &left);
	unsigned from, to;

	clang_getFileLocation(clang_getRangeEnd(clang_getCursorExtent(low)), NULL, NULL, NULL, &from);
	clang_getFileLocation(clang_getRangeStart(clang_getCursorExtent(high)), NULL, NULL, NULL, &to);
	if (!text || to <= from || to - from > left)
		return false;
	return memmem(text, to - from, "...", 3) != NULL;
}

/* PART is member AT of its object. A list for a member that has a value already replaces all of it. */
static void init_designated(Lower *l, Slot part, int64_t at, List *list, const Path *path, uint32_t next)
{
	CXCursor last = kid(l, path->kids, path->kids.count - 1);
	int64_t bits = type_size(l, part.at.type);

	if (next + 1 < path->kids.count) {
		Path rest = { path->kids, next, path->item, at < path->reached ? INT64_MAX : 0 };

		init_members(l, part, list, false, &rest);
		return;
	}
	if (at < path->reached && last.kind == CXCursor_InitListExpr && is_aggregate(part.type) && bits > 0)
		emit(l, OP_ZERO, NONE, part.at.addr, NONE, bits);
	list->instead = last;
	init_slot(l, part, list);
}

static void init_many(Lower *l, Slot slot, List *list, const Path *path, uint32_t next, int64_t low, int64_t high)
{
	List saved = *list;
	CXCursor last = kid(l, path->kids, path->kids.count - 1);
	TypeId elem = type_value(l, element_of(slot.type));

	if (high - low >= RANGE_LIMIT && next + 1 == path->kids.count && !is_aggregate(element_of(slot.type))) {
		ValueId index = emit_undef(l, l->type_size, "any index of a range");
		ValueId addr = emit_elem(l, slot.at.addr, index, elem, (Str){ 0 });

		store_expr(l, lvalue_at(l, addr, elem), last);
		list_next(list);
		return;
	}
	if (high - low >= RANGE_LIMIT) {
		emit_unresolved(l, "initialiser of a range of %lld elements", (long long)(high - low + 1));
		high = low;
	}
	for (int64_t i = low; i <= high; i++) {
		uint64_t written = list->written;

		*list = saved;
		list->written = written;
		init_designated(l, slot_of_element(l, slot, i, (Str){ 0 }), i, list, path, next);
	}
}

/* Initialises what the path leads to and returns the index of the member that follows it. */
static int64_t init_array_path(Lower *l, Slot slot, List *list, const Path *path)
{
	CXCursor index = kid(l, path->kids, path->at);
	uint32_t next = path->at + 1;
	int64_t low, high;

	if (!constant_of(index, &low)) {
		emit_unresolved(l, "designator without a constant index");
		list_next(list);
		return INT64_MAX;
	}
	if (next + 1 < path->kids.count && kid(l, path->kids, next).kind != CXCursor_MemberRef
			&& (!is_array(element_of(slot.type)) || is_range(l, index, kid(l, path->kids, next)))
			&& constant_of(kid(l, path->kids, next), &high)) {
		init_many(l, slot, list, path, next + 1, low, high);
		return high + 1;
	}
	init_designated(l, slot_of_element(l, slot, low, label_of(l, index)), low, list, path, next);
	return low + 1;
}

static bool field_holds(Lower *l, CXCursor outer, CXCursor field)
{
	RawFields fields;

	if (clang_equalCursors(outer, field))
		return true;
	if (!field_is_anonymous_record(outer))
		return false;
	fields = record_fields(l, clang_getCursorType(outer));
	for (uint32_t i = 0; i < fields.count; i++)
		if (field_holds(l, record_field(l, fields, i), field))
			return true;
	return false;
}

static int64_t init_record_path(Lower *l, Slot slot, List *list, const Path *path)
{
	CXCursor field = clang_getCursorReferenced(kid(l, path->kids, path->at));
	RawFields fields = record_fields(l, slot.type);

	for (uint32_t i = 0; i < fields.count; i++) {
		CXCursor member = record_field(l, fields, i);
		bool is_it = clang_equalCursors(member, field);

		if (!field_holds(l, member, field))
			continue;
		init_designated(l, slot_of_field(l, slot, member), i, list, path, path->at + is_it);
		return (int64_t)i + 1;
	}
	emit_unresolved(l, "initialiser of unknown member \"%s\"", str_text(cursor_name(field)));
	list_next(list);
	return INT64_MAX;
}

static int64_t init_path(Lower *l, Slot slot, List *list, const Path *path)
{
	bool is_member = kid(l, path->kids, path->at).kind == CXCursor_MemberRef;

	if (is_array(slot.type) && !is_member)
		return init_array_path(l, slot, list, path);
	if (slot.type.kind == CXType_Record && is_member)
		return init_record_path(l, slot, list, path);
	emit_unresolved(l, "designator that does not fit its object");
	list_next(list);
	return INT64_MAX;
}

static int64_t member_count(Lower *l, Slot slot)
{
	if (is_array(slot.type))
		return array_count(slot.type);
	return record_fields(l, slot.type).count;
}

static void init_members(Lower *l, Slot slot, List *list, bool is_braced, const Path *path)
{
	bool is_union = slot.type.kind == CXType_Record
		&& clang_getTypeDeclaration(slot.type).kind == CXCursor_UnionDecl;
	int64_t i = 0, count = member_count(l, slot), reached = 0;

	if (path)
		i = is_union ? (init_path(l, slot, list, path), count) : init_path(l, slot, list, path);
	while (list->at < list->kids.count && (is_braced || i < count)) {
		CXCursor item = list_item(l, list);

		reached = i > reached ? i : reached;
		if (clang_Cursor_isNull(list->instead) && is_designated(item)) {
			Path own = { .item = item, .reached = is_union && list->at ? INT64_MAX : reached };

			if (!is_braced)
				return;
			own.kids = kids_open(l, item);
			if (own.kids.count < 2) {
				emit_unresolved(l, "designator with its value lost");
				list_next(list);
			} else {
				place_set(l, item);
				i = init_path(l, slot, list, &own);
			}
			kids_close(l, own.kids);
			if (is_union)
				i = count;
			continue;
		}
		if (i >= count) { /* excess elements are an error or a warning of the compiler */
			list_next(list);
			continue;
		}
		if (is_array(slot.type))
			init_slot(l, slot_of_element(l, slot, i, (Str){ 0 }), list);
		else
			init_slot(l, slot_of_field(l, slot, record_field(l, record_fields(l, slot.type), (uint32_t)i)), list);
		i = is_union ? count : i + 1;
	}
}

static void init_aggregate(Lower *l, Slot slot, CXCursor list)
{
	int64_t bits = type_size(l, slot.at.type);
	ValueId zero = NONE;

	if (is_table(l, slot, list)) {
		emit(l, OP_DATA, NONE, slot.at.addr, NONE, bits);
		return;
	}
	if (bits > 0)
		zero = emit(l, OP_ZERO, NONE, slot.at.addr, NONE, bits);
	if (init_braced(l, slot, list) == leaves(l, slot.at.type) && zero != NONE)
		instr_at(l, zero)->op = OP_UNDEF; /* dropped: nobody uses its value */
}

void initialise(Lower *l, Lvalue to, CXType type, CXCursor init)
{
	Slot slot = { .at = to, .type = clang_getCanonicalType(type), .outer = to.type };
	CXCursor inner = peel(l, init), literal;

	if (inner.kind == CXCursor_InitListExpr) {
		if (is_aggregate(slot.type))
			init_aggregate(l, slot, inner);
		else
			init_braced(l, slot, inner);
	} else if (is_string_for(l, slot, init, &literal)) {
		if (type_size(l, expr_type(l, literal)) < type_size(l, to.type))
			emit(l, OP_ZERO, NONE, to.addr, NONE, type_size(l, to.type));
		init_string(l, slot, literal);
	} else if (type_at(l, to.type)->kind == TY_ARRAY) { /* GNU: an array from a compound literal */
		Lvalue from = lvalue(l, inner);

		emit(l, OP_COPY, NONE, to.addr, from.addr, type_size(l, to.type) < 0 ? 0 : type_size(l, to.type));
	} else {
		store_expr(l, to, init);
	}
}
