/* Moving a unit's symbols into the pool: bodies are not copied but rewritten in place with the pool's ids. */
#include "link/linker.h"

static uint32_t *no_ids(uint32_t count)
{
	uint32_t *ids = mem_alloc(count * sizeof *ids);

	memset(ids, 0xff, count * sizeof *ids);
	return ids;
}

void merge_init(Merge *merge, Linker *linker, Module *unit)
{
	*merge = (Merge){
		.linker = linker, .unit = unit,
		.keep_functions = mem_calloc(unit->functions.len, 1), .keep_globals = mem_calloc(unit->globals.len, 1),
		.functions = no_ids(unit->functions.len), .globals = no_ids(unit->globals.len),
		.types = no_ids(unit->types.len), .files = no_ids(unit->files.len),
		.function_keys = mem_calloc(unit->functions.len, sizeof(uint64_t)),
		.global_keys = mem_calloc(unit->globals.len, sizeof(uint64_t)),
	};
}

void merge_release(Merge *merge)
{
	free(merge->keep_functions);
	free(merge->keep_globals);
	free(merge->functions);
	free(merge->globals);
	free(merge->types);
	free(merge->files);
	free(merge->function_keys);
	free(merge->global_keys);
}

static FileId merge_file(Merge *merge, FileId file)
{
	Linker *linker = merge->linker;

	if (file == NONE)
		return NONE;
	if (merge->files[file] == NONE) {
		const File *source = &merge->unit->files.items[file];
		uint32_t found = map_get_or(&linker->files, source->name.i, NONE);
		if (found == NONE) {
			found = linker->pool.files.len;
			vec_push(&linker->pool.files, *source);
			map_put(&linker->files, source->name.i, found);
		}
		merge->files[file] = found;
	}
	return merge->files[file];
}

static void need_type(uint8_t *needed, TypeId type)
{
	if (type != NONE)
		needed[type] = 1;
}

static void need_types(const Merge *merge, uint8_t *needed)
{
	const Module *unit = merge->unit;

	for (uint32_t i = 0; i < unit->globals.len; i++)
		if (merge->keep_globals[i])
			need_type(needed, unit->globals.items[i].type);
	for (uint32_t f = 0; f < unit->functions.len; f++) {
		const Function *function = &unit->functions.items[f];
		if (!merge->keep_functions[f])
			continue;
		need_type(needed, function->type);
		for (uint32_t i = 0; i < function->locals.len; i++)
			need_type(needed, function->locals.items[i].type);
		for (uint32_t i = 0; i < function->instrs.len; i++) {
			const Instr *instr = &function->instrs.items[i];
			need_type(needed, instr->type);
			if (instr->op == OP_FIELD)
				need_type(needed, instr->b);
		}
	}
}

static void drop_body(Function *function)
{
	function->locals.len = function->nparams;
	vec_release(&function->blocks);
	vec_release(&function->instrs);
	vec_release(&function->args);
	vec_release(&function->cases);
	function->defined = false;
}

static TypeId merged_type(const Merge *merge, TypeId type)
{
	return type == NONE ? NONE : merge->types[type];
}

static UnitId merged_unit(const Merge *merge, UnitId unit, UnitId first)
{
	return merge->is_stub || unit == NONE ? NONE : first + unit;
}

static void rewrite_instr(Merge *merge, Instr *instr)
{
	instr->type = merged_type(merge, instr->type);
	instr->place.file = merge_file(merge, instr->place.file);
	if (instr->op == OP_FIELD)
		instr->b = merged_type(merge, instr->b);
	else if (instr->op == OP_ADDR_GLOBAL)
		instr->imm = merge->globals[instr->imm];
	else if (instr->op == OP_ADDR_FUNC)
		instr->imm = merge->functions[instr->imm];
}

static void rewrite_function(Merge *merge, Function *function, UnitId first_unit)
{
	function->type = merged_type(merge, function->type);
	function->place.file = merge_file(merge, function->place.file);
	function->unit = merged_unit(merge, function->unit, first_unit);
	for (uint32_t i = 0; i < function->locals.len; i++) {
		function->locals.items[i].type = merged_type(merge, function->locals.items[i].type);
		function->locals.items[i].place.file = merge_file(merge, function->locals.items[i].place.file);
	}
	for (uint32_t i = 0; i < function->instrs.len; i++)
		rewrite_instr(merge, &function->instrs.items[i]);
}

static void rewrite_global(Merge *merge, Global *global, UnitId first_unit)
{
	global->type = merged_type(merge, global->type);
	global->place.file = merge_file(merge, global->place.file);
	global->unit = merged_unit(merge, global->unit, first_unit);
	if (global->owner != NONE)
		global->owner = merge->functions[global->owner];
	if (global->init != NONE)
		global->init = merge->functions[global->init];
}

static void number_symbols(Merge *merge)
{
	Linker *linker = merge->linker;
	uint32_t function = linker->pool.functions.len, global = linker->pool.globals.len;

	for (uint32_t i = 0; i < merge->unit->functions.len; i++) {
		if (!merge->keep_functions[i])
			continue;
		merge->functions[i] = function++;
		if (merge->function_keys[i])
			map_put(&linker->shared, merge->function_keys[i], merge->functions[i]);
	}
	for (uint32_t i = 0; i < merge->unit->globals.len; i++) {
		if (!merge->keep_globals[i])
			continue;
		merge->globals[i] = global++;
		if (merge->global_keys[i])
			map_put(&linker->shared_globals, merge->global_keys[i], merge->globals[i]);
	}
}

static void move_functions(Merge *merge, UnitId first_unit)
{
	Module *unit = merge->unit;

	for (uint32_t i = 0; i < unit->functions.len; i++) {
		Function *function = &unit->functions.items[i];
		if (!merge->keep_functions[i])
			continue;
		rewrite_function(merge, function, first_unit);
		vec_push(&merge->linker->pool.functions, *function);
		*function = (Function){0};
	}
}

void merge_run(Merge *merge)
{
	Module *pool = &merge->linker->pool;
	Module *unit = merge->unit;
	UnitId first_unit = pool->units.len;
	uint8_t *needed = mem_calloc(unit->types.len, 1);

	if (!merge->is_stub)
		vec_append(&pool->units, &unit->units);
	if (str_empty(pool->root) && !merge->is_stub)
		pool->root = unit->root;
	for (uint32_t i = 0; i < unit->functions.len; i++)
		if (merge->keep_functions[i] == KEEP_DECLARATION)
			drop_body(&unit->functions.items[i]);
	need_types(merge, needed);
	types_merge(merge, needed);
	number_symbols(merge);
	move_functions(merge, first_unit);
	for (uint32_t i = 0; i < unit->globals.len; i++) {
		if (merge->keep_globals[i]) {
			rewrite_global(merge, &unit->globals.items[i], first_unit);
			vec_push(&pool->globals, unit->globals.items[i]);
		}
	}
	free(needed);
	module_release(unit);
}
