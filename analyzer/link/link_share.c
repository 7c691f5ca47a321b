/*
 * Headers repeat their static functions and constants in every unit. A function of a header is shared when nothing that
 * it refers to is a unit's own: not a static variable that can change, not a static function of the main file. What
 * fails this makes its users fail, which a worklist carries back along the references.
 */
#include "link/linker.h"

#include "model/facts.h"

typedef struct { uint32_t user, next; } Use; /* lists of users; next: 1 + the next one, or 0 */

typedef struct {
	Merge *merge;
	const Module *unit;
	uint8_t *candidate;  /* functions, then globals */
	uint32_t *users;     /* of each: 1 + its first Use, or 0 */
	VEC(Use) uses;
	VEC(uint32_t) failed;
} Share;

static bool is_header(const Module *unit, UnitId owner, Place place)
{
	return place.file != NONE && owner != NONE &&
		!str_equal(unit->files.items[place.file].name, unit->units.items[owner].name);
}

static uint64_t global_key(const Module *unit, const Global *global)
{
	uint64_t init = global->init == NONE ? 0 : unit->functions.items[global->init].hash;
	uint64_t key = hash_u64(hash_u64(global->name.i, init), unit->types.items[global->type].name.i);

	if (global->place.file == NONE || (global->init != NONE && !init))
		return 0;
	key = hash_u64(key, unit->files.items[global->place.file].name.i);
	return hash_u64(key, map_key(global->place.line, global->place.column)) | 1;
}

static uint32_t global_node(const Share *share, GlobalId global)
{
	return share->unit->functions.len + global;
}

static void fail_node(Share *share, uint32_t node)
{
	if (share->candidate[node]) {
		share->candidate[node] = 0;
		vec_push(&share->failed, node);
	}
}

/* USER is shared only if what it uses is; NODE is a symbol of the unit's own. */
static void add_use(Share *share, uint32_t user, uint32_t node)
{
	if (!share->candidate[node]) {
		fail_node(share, user);
		return;
	}
	vec_push(&share->uses, (Use){ user, share->users[node] });
	share->users[node] = share->uses.len;
}

static void use_function(Share *share, uint32_t user, FuncId function)
{
	if (share->merge->functions[function] == NONE &&
	    share->unit->functions.items[function].linkage != LINK_EXTERNAL)
		add_use(share, user, function);
}

static void use_global(Share *share, uint32_t user, GlobalId global)
{
	if (share->merge->globals[global] == NONE && share->unit->globals.items[global].linkage != LINK_EXTERNAL)
		add_use(share, user, global_node(share, global));
}

static void collect_uses(Share *share)
{
	const Module *unit = share->unit;

	for (FuncId f = 0; f < unit->functions.len; f++) {
		const Function *function = &unit->functions.items[f];
		for (uint32_t i = 0; i < function->instrs.len && share->candidate[f]; i++) {
			const Instr *instr = &function->instrs.items[i];
			if (instr->op == OP_ADDR_FUNC)
				use_function(share, f, (FuncId)instr->imm);
			else if (instr->op == OP_ADDR_GLOBAL)
				use_global(share, f, (GlobalId)instr->imm);
		}
	}
	for (GlobalId g = 0; g < unit->globals.len; g++) {
		const Global *global = &unit->globals.items[g];
		if (share->candidate[global_node(share, g)] && global->init != NONE)
			use_function(share, global_node(share, g), global->init);
		if (share->candidate[global_node(share, g)] && global->owner != NONE)
			use_function(share, global_node(share, g), global->owner);
	}
	while (share->failed.len) {
		uint32_t node = vec_pop(&share->failed);
		for (uint32_t use = share->users[node]; use; use = share->uses.items[use - 1].next)
			fail_node(share, share->uses.items[use - 1].user);
	}
}

static bool may_share_function(const Module *unit, const Function *function)
{
	return function->defined && function->hash && (function->linkage == LINK_INTERNAL || function->is_inline) &&
		is_header(unit, function->unit, function->place);
}

static bool may_share_global(const Module *unit, const Global *global)
{
	return global->linkage != LINK_EXTERNAL && global->is_const && is_header(unit, global->unit, global->place) &&
		global_key(unit, global);
}

/* Maps what is shared already and finds what may be. */
static void find_candidates(Share *share)
{
	Merge *merge = share->merge;
	const Module *unit = share->unit;

	for (FuncId f = 0; f < unit->functions.len; f++) {
		const Function *function = &unit->functions.items[f];
		uint64_t key = function_key(unit, function);
		if (key)
			merge->functions[f] = map_get_or(&merge->linker->shared, key, NONE);
		share->candidate[f] = merge->functions[f] == NONE && may_share_function(unit, function);
	}
	for (GlobalId g = 0; g < unit->globals.len; g++) {
		const Global *global = &unit->globals.items[g];
		if (!may_share_global(unit, global))
			continue;
		merge->globals[g] = map_get_or(&merge->linker->shared_globals, global_key(unit, global), NONE);
		share->candidate[global_node(share, g)] = merge->globals[g] == NONE;
	}
}

static bool is_users(const Module *unit, Place place)
{
	return place.file != NONE && !unit->files.items[place.file].is_system;
}

static void keep_function(Merge *merge, FuncId function)
{
	if (merge->functions[function] == NONE)
		merge->keep_functions[function] = KEEP;
}

/* True for the first declaration of a name in the program, when it is in the user's files. */
static bool is_news(Merge *merge, uint32_t kind, Linkage linkage, Str name, Place place)
{
	return linkage == LINK_EXTERNAL && is_users(merge->unit, place) &&
		map_put(&merge->linker->declared, map_key(kind, name.i), 1);
}

/* Definitions, and declarations in the user's files. Static locals go with their function, initialisers with theirs. */
static void keep_definitions(Merge *merge)
{
	const Module *unit = merge->unit;

	for (FuncId f = 0; f < unit->functions.len; f++) {
		const Function *function = &unit->functions.items[f];
		if (!function->is_init &&
		    (function->defined || is_news(merge, 0, function->linkage, function->name, function->place)))
			keep_function(merge, f);
	}
	for (GlobalId g = 0; g < unit->globals.len; g++) {
		const Global *global = &unit->globals.items[g];
		bool orphan = global->owner != NONE && merge->functions[global->owner] != NONE;
		if (merge->globals[g] == NONE && !orphan && (global->defined || global->is_tentative ||
		    is_news(merge, 1, global->linkage, global->name, global->place)))
			merge->keep_globals[g] = KEEP;
	}
}

static void keep_references_of(Merge *merge, const Function *function)
{
	for (uint32_t i = 0; i < function->instrs.len; i++) {
		const Instr *instr = &function->instrs.items[i];
		if (instr->op == OP_ADDR_FUNC)
			keep_function(merge, (FuncId)instr->imm);
		else if (instr->op == OP_ADDR_GLOBAL && merge->globals[instr->imm] == NONE)
			merge->keep_globals[instr->imm] = KEEP;
	}
}

/* Functions kept for their references, globals, and initialisers bring others; each is looked at once. */
static void keep_references(Merge *merge)
{
	const Module *unit = merge->unit;
	uint8_t *functions_done = mem_calloc(unit->functions.len, 1), *globals_done = mem_calloc(unit->globals.len, 1);
	bool grown = true;

	while (grown) {
		grown = false;
		for (FuncId f = 0; f < unit->functions.len; f++) {
			if (merge->keep_functions[f] && !functions_done[f]) {
				keep_references_of(merge, &unit->functions.items[f]);
				functions_done[f] = 1;
				grown = true;
			}
		}
		for (GlobalId g = 0; g < unit->globals.len; g++) {
			const Global *global = &unit->globals.items[g];
			if (!merge->keep_globals[g] || globals_done[g])
				continue;
			globals_done[g] = 1;
			grown = true;
			if (global->init != NONE)
				keep_function(merge, global->init);
			if (global->owner != NONE)
				keep_function(merge, global->owner);
		}
	}
	free(functions_done);
	free(globals_done);
}

void share_unit(Merge *merge)
{
	const Module *unit = merge->unit;
	uint32_t nodes = unit->functions.len + unit->globals.len;
	Share share = { .merge = merge, .unit = unit };

	share.candidate = mem_calloc(nodes, 1);
	share.users = mem_calloc(nodes, sizeof *share.users);
	find_candidates(&share);
	collect_uses(&share);
	for (FuncId f = 0; f < unit->functions.len; f++)
		if (share.candidate[f])
			merge->function_keys[f] = function_key(unit, &unit->functions.items[f]);
	for (GlobalId g = 0; g < unit->globals.len; g++)
		if (share.candidate[global_node(&share, g)])
			merge->global_keys[g] = global_key(unit, &unit->globals.items[g]);
	keep_definitions(merge);
	keep_references(merge);
	free(share.candidate);
	free(share.users);
	vec_release(&share.uses);
	vec_release(&share.failed);
}
