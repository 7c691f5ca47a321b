/*
 * A record that one unit only declares (`struct encoder;`) is the one that another unit defines under that name, when
 * there is exactly one: C's rule for compatible types of different units (ISO C11 6.2.7p1). Where several programs
 * define different records of the name, it stays opaque.
 */
#include "link/linker.h"

static bool is_record(const Type *type)
{
	return (type->kind == TY_STRUCT || type->kind == TY_UNION) && !str_empty(type->name);
}

static uint32_t record_key(const Type *type)
{
	return type->name.i * 2 + (type->kind == TY_UNION);
}

/* Record's name → its only definition, or NONE for several. */
static void find_definitions(const Module *pool, Map *definitions)
{
	for (TypeId i = 0; i < pool->types.len; i++) {
		const Type *type = &pool->types.items[i];
		uint32_t other;
		if (!is_record(type) || type->bits < 0)
			continue;
		map_put(definitions, record_key(type), map_get(definitions, record_key(type), &other) ? NONE : i);
	}
}

static void replace(TypeId *type, const TypeId *becomes)
{
	if (*type != NONE)
		*type = becomes[*type];
}

static void replace_in_function(Function *function, const TypeId *becomes)
{
	replace(&function->type, becomes);
	for (uint32_t i = 0; i < function->locals.len; i++)
		replace(&function->locals.items[i].type, becomes);
	for (uint32_t i = 0; i < function->instrs.len; i++)
		replace(&function->instrs.items[i].type, becomes);
}

void records_resolve(Module *pool)
{
	Map definitions = {0};
	TypeId *becomes = mem_alloc(pool->types.len * sizeof *becomes);
	bool any = false;

	find_definitions(pool, &definitions);
	for (TypeId i = 0; i < pool->types.len; i++) {
		const Type *type = &pool->types.items[i];
		TypeId definition = is_record(type) && type->bits < 0 ? map_get_or(&definitions, record_key(type), NONE) : NONE;
		becomes[i] = definition == NONE ? i : definition;
		any |= definition != NONE;
	}
	for (TypeId i = 0; any && i < pool->types.len; i++)
		replace(&pool->types.items[i].elem, becomes);
	for (uint32_t i = 0; any && i < pool->fields.len; i++)
		replace(&pool->fields.items[i].type, becomes);
	for (uint32_t i = 0; any && i < pool->globals.len; i++)
		replace(&pool->globals.items[i].type, becomes);
	for (uint32_t i = 0; any && i < pool->functions.len; i++)
		replace_in_function(&pool->functions.items[i], becomes);
	free(becomes);
	map_release(&definitions);
}
