/*
 * Types are merged by structure. A record's key is its name and layout, with the types of its members known only by
 * name and shape, so that records that refer to each other need no special case; every other type's key holds the
 * pool's id of what it is made of. Two records of one name and different layout therefore stay apart, and so do the
 * pointers to them.
 */
#include "link/linker.h"

enum { MAX_DEPTH = 32, MAX_NAMELESS = 4 };

typedef struct {
	Merge *merge;
	const Module *unit;
	uint64_t *shapes;     /* 0: not computed */
	uint8_t *needed;
	VEC(TypeId) records;  /* new in the pool, by id in the unit */
} TypeMerge;

static bool is_record(const Type *type)
{
	return type->kind == TY_STRUCT || type->kind == TY_UNION;
}

static uint64_t hash_head(const Type *type)
{
	uint64_t flags = (uint64_t)type->kind << 3 | (uint64_t)type->is_signed << 2 | (uint64_t)type->is_const << 1 |
		(uint64_t)type->is_volatile;

	return hash_u64(hash_u64(hash_u64(flags, type->name.i), (uint64_t)type->bits), (uint64_t)type->count);
}

/* Name and shape, not following named records. */
static uint64_t shape_of(TypeMerge *types, TypeId id, uint32_t depth, uint32_t nameless)
{
	const Type *type = &types->unit->types.items[id];
	uint64_t hash = hash_head(type);

	if (types->shapes[id])
		return types->shapes[id];
	if (depth > MAX_DEPTH)
		return hash;
	if (type->elem != NONE)
		hash = hash_u64(hash, shape_of(types, type->elem, depth + 1, nameless));
	if (is_record(type) && str_empty(type->name) && nameless < MAX_NAMELESS) {
		for (uint32_t i = 0; i < type->nfields; i++) {
			const Field *field = &types->unit->fields.items[type->first_field + i];
			hash = hash_u64(hash_u64(hash, field->name.i), shape_of(types, field->type, depth + 1, nameless + 1));
		}
	}
	if (!nameless)
		types->shapes[id] = hash;
	return hash;
}

static uint64_t record_key(TypeMerge *types, const Type *type)
{
	uint64_t key = hash_u64(hash_head(type), type->nfields);

	for (uint32_t i = 0; i < type->nfields; i++) {
		const Field *field = &types->unit->fields.items[type->first_field + i];
		key = hash_u64(hash_u64(key, field->name.i), (uint64_t)field->bit_offset);
		key = hash_u64(hash_u64(key, (uint32_t)field->bit_width), shape_of(types, field->type, 0, 0));
	}
	return key;
}

/* Marks all that the marked types are made of. */
static void need_parts(const Module *unit, uint8_t *needed)
{
	VEC(TypeId) pending = {0};

	for (TypeId i = 0; i < unit->types.len; i++)
		if (needed[i])
			vec_push(&pending, i);
	while (pending.len) {
		const Type *type = &unit->types.items[vec_pop(&pending)];
		if (type->elem != NONE && !needed[type->elem]) {
			needed[type->elem] = 1;
			vec_push(&pending, type->elem);
		}
		for (uint32_t i = 0; i < type->nfields; i++) {
			TypeId part = unit->fields.items[type->first_field + i].type;
			if (!needed[part]) {
				needed[part] = 1;
				vec_push(&pending, part);
			}
		}
	}
	vec_release(&pending);
}

/* What one unit knows of a record and another does not: its typedef name, annotations of members. */
static void enrich_record(Module *pool, TypeId id, const Module *unit, const Type *type)
{
	Type *known = &pool->types.items[id];

	if (str_empty(known->alias))
		known->alias = type->alias;
	for (uint32_t i = 0; i < type->nfields && i < known->nfields; i++) {
		Field *field = &pool->fields.items[known->first_field + i];
		if (str_empty(field->annotation))
			field->annotation = unit->fields.items[type->first_field + i].annotation;
	}
}

static void merge_record(TypeMerge *types, TypeId id)
{
	Linker *linker = types->merge->linker;
	const Type *type = &types->unit->types.items[id];
	uint64_t key = record_key(types, type);
	uint32_t found = map_get_or(&linker->types, key, NONE);

	if (found == NONE) {
		found = linker->pool.types.len;
		vec_push(&linker->pool.types, *type);
		vec_last(&linker->pool.types)->nfields = 0;
		map_put(&linker->types, key, found);
		vec_push(&types->records, id);
	} else {
		enrich_record(&linker->pool, found, types->unit, type);
	}
	types->merge->types[id] = found;
}

static void merge_plain(TypeMerge *types, TypeId id)
{
	Linker *linker = types->merge->linker;
	Type type = types->unit->types.items[id];

	if (type.elem != NONE)
		type.elem = types->merge->types[type.elem];
	type.first_field = type.nfields = 0;
	uint64_t key = hash_u64(hash_head(&type), type.elem);
	uint32_t found = map_get_or(&linker->types, key, NONE);
	if (found == NONE) {
		found = linker->pool.types.len;
		vec_push(&linker->pool.types, type);
		map_put(&linker->types, key, found);
	}
	types->merge->types[id] = found;
}

/* What ID is made of comes before it. */
static void merge_chain(TypeMerge *types, TypeId id)
{
	VEC(TypeId) chain = {0};

	for (; id != NONE && types->merge->types[id] == NONE; id = types->unit->types.items[id].elem)
		vec_push(&chain, id);
	while (chain.len)
		merge_plain(types, vec_pop(&chain));
	vec_release(&chain);
}

static void add_members(TypeMerge *types)
{
	Module *pool = &types->merge->linker->pool;

	for (uint32_t r = 0; r < types->records.len; r++) {
		const Type *type = &types->unit->types.items[types->records.items[r]];
		Type *record = &pool->types.items[types->merge->types[types->records.items[r]]];
		record->first_field = pool->fields.len;
		record->nfields = type->nfields;
		for (uint32_t i = 0; i < type->nfields; i++) {
			Field field = types->unit->fields.items[type->first_field + i];
			field.type = types->merge->types[field.type];
			vec_push(&pool->fields, field);
		}
	}
}

void types_merge(Merge *merge, uint8_t *needed)
{
	TypeMerge types = { .merge = merge, .unit = merge->unit, .needed = needed };
	uint32_t count = merge->unit->types.len;

	types.shapes = mem_calloc(count, sizeof *types.shapes);
	need_parts(merge->unit, needed);
	for (TypeId i = 0; i < count; i++)
		if (needed[i] && is_record(&merge->unit->types.items[i]))
			merge_record(&types, i);
	for (TypeId i = 0; i < count; i++)
		if (needed[i])
			merge_chain(&types, i);
	add_members(&types);
	vec_release(&types.records);
	free(types.shapes);
}
