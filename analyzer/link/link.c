/*
 * The order of linking: each unit goes into the pool at once, where declarations stay apart by unit; stubs wait until
 * all units are known; then external names find their definitions.
 */
#include "link/linker.h"

Linker *linker_new(void)
{
	return mem_calloc(1, sizeof(Linker));
}

const Map *linker_known(const Linker *linker)
{
	return &linker->shared;
}

static bool is_stub_unit(const Module *unit)
{
	bool found = false;

	for (uint32_t i = 0; i < unit->functions.len; i++) {
		const Function *function = &unit->functions.items[i];
		if (function->defined && !function->is_init && !function->is_stub)
			return false;
		found |= function->is_stub;
	}
	return found;
}

static uint64_t hash_body(uint64_t hash, const Function *function)
{
	for (uint32_t i = 0; i < function->instrs.len; i++) {
		const Instr *instr = &function->instrs.items[i];
		hash = hash_u64(hash_u64(hash, map_key(instr->op, instr->sub)), map_key(instr->type, instr->text.i));
		hash = hash_u64(hash_u64(hash, map_key(instr->a, instr->b)), map_key(instr->c, instr->nargs));
		hash = hash_u64(hash, (uint64_t)instr->imm);
	}
	for (uint32_t i = 0; i < function->args.len; i++)
		hash = hash_u64(hash, function->args.items[i]);
	for (uint32_t i = 0; i < function->cases.len; i++)
		hash = hash_u64(hash, (uint64_t)function->cases.items[i].low ^ function->cases.items[i].target);
	return hash;
}

/* Of a body only its own hash when it has one: it may have been left unread. */
static uint64_t hash_function(uint64_t hash, const Function *function)
{
	hash = hash_u64(hash, map_key(function->name.i, function->place.line));
	hash = hash_u64(hash, map_key(function->annotation.i, function->type));
	return function->hash ? hash_u64(hash, function->hash) : hash_body(hash, function);
}

static uint64_t hash_type(uint64_t hash, const Module *unit, const Type *type)
{
	hash = hash_u64(hash_u64(hash, map_key(type->name.i, (uint32_t)type->kind)), (uint64_t)type->bits);
	hash = hash_u64(hash, (uint64_t)type->count ^ (uint64_t)type->elem << 32);
	for (uint32_t i = 0; i < type->nfields; i++) {
		const Field *field = &unit->fields.items[type->first_field + i];
		hash = hash_u64(hash_u64(hash, map_key(field->name.i, field->type)), (uint64_t)field->bit_offset);
	}
	return hash;
}

/* All facts of a unit but its variant. */
static uint64_t hash_unit(const Module *unit)
{
	const Unit *only = &unit->units.items[0];
	uint64_t hash = hash_u64(map_key(only->name.i, only->message.i), (uint64_t)only->status);

	for (uint32_t i = 0; i < unit->files.len; i++)
		hash = hash_u64(hash, unit->files.items[i].name.i);
	for (uint32_t i = 0; i < unit->types.len; i++)
		hash = hash_type(hash, unit, &unit->types.items[i]);
	for (uint32_t i = 0; i < unit->globals.len; i++) {
		const Global *global = &unit->globals.items[i];
		hash = hash_u64(hash_u64(hash, map_key(global->name.i, global->type)), map_key(global->init, global->place.line));
	}
	for (uint32_t i = 0; i < unit->functions.len; i++)
		hash = hash_function(hash, &unit->functions.items[i]);
	return hash;
}

void linker_add(Linker *linker, Module *unit)
{
	Merge merge;

	if (is_stub_unit(unit)) {
		vec_push(&linker->stubs, *unit);
		*unit = (Module){0};
		return;
	}
	if (unit->units.len == 1 && !map_put(&linker->contents, hash_unit(unit), 1)) {
		linker->dropped++;
		module_release(unit);
		return;
	}
	merge_init(&merge, linker, unit);
	share_unit(&merge);
	merge_run(&merge);
	merge_release(&merge);
}

static void linker_free(Linker *linker)
{
	vec_release(&linker->stubs);
	map_release(&linker->files);
	map_release(&linker->types);
	map_release(&linker->shared);
	map_release(&linker->shared_globals);
	map_release(&linker->declared);
	map_release(&linker->contents);
	free(linker);
}

void linker_finish(Linker *linker, Module *program, Diags *diags)
{
	stubs_add(linker);
	records_resolve(&linker->pool);
	symbols_resolve(linker, diags);
	labels_give(&linker->pool);
	if (linker->dropped)
		diag_add(diags, DIAG_NOTE, (Str){0}, 0, 0, "%u %s built again with equal facts, analysed once", linker->dropped,
			linker->dropped == 1 ? "unit is" : "units are");
	*program = linker->pool;
	linker_free(linker);
}

#define COPY_TABLE(to, from, table) \
	do { \
		memset(&(to)->table, 0, sizeof (to)->table); \
		vec_append(&(to)->table, &(from)->table); \
	} while (0)

static Module module_copy(const Module *from)
{
	Module copy = { .root = from->root };

	COPY_TABLE(&copy, from, units);
	COPY_TABLE(&copy, from, files);
	COPY_TABLE(&copy, from, types);
	COPY_TABLE(&copy, from, fields);
	COPY_TABLE(&copy, from, globals);
	COPY_TABLE(&copy, from, functions);
	for (uint32_t i = 0; i < copy.functions.len; i++) {
		Function *function = &copy.functions.items[i];
		const Function *original = &from->functions.items[i];
		COPY_TABLE(function, original, locals);
		COPY_TABLE(function, original, blocks);
		COPY_TABLE(function, original, instrs);
		COPY_TABLE(function, original, args);
		COPY_TABLE(function, original, cases);
	}
	return copy;
}

void link_modules(const Module *const *units, size_t count, Module *program, Diags *diags)
{
	Linker *linker = linker_new();

	for (size_t i = 0; i < count; i++) {
		Module copy = module_copy(units[i]);
		linker_add(linker, &copy);
	}
	linker_finish(linker, program, diags);
}
