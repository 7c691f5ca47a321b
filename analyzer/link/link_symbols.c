/*
 * External names. Every symbol of the pool gets a target: itself, or the definition that it stands for, or the first
 * declaration when there is none. Then what has another target goes, and the rest is numbered anew.
 */
#include "link/linker.h"

enum { DROPPED = NONE };

typedef enum { UNDEFINED, FROM_STUB, OVERRIDABLE /* weak, as the linker says */, WEAK /* inline, tentative */, STRONG } Strength;

typedef struct {
	uint32_t id, next;     /* next: 1 + the next of the same name, or 0 */
	UnitId unit;
	Strength strength;
} Symbol;

typedef struct {
	uint32_t first, last;  /* 1 + index of symbols of one name, in order */
	uint32_t strongest;    /* Strength */
	uint32_t count;        /* symbols as strong as that */
	bool asked;            /* a unit had to choose between several */
} Name;

typedef struct {
	Module *pool;
	bool of_functions;
	Map by_name;           /* Str.i → index in names */
	VEC(Name) names;
	VEC(Symbol) symbols;
	uint32_t *targets;     /* by id in the pool */
} Symbols;

static Strength function_strength(const Function *function)
{
	if (!function->defined)
		return UNDEFINED;
	if (function->is_stub)
		return FROM_STUB;
	return function_has(function, ATTRIBUTE_WEAK) ? OVERRIDABLE : function->is_inline ? WEAK : STRONG;
}

static Strength global_strength(const Global *global)
{
	if (global->unit == NONE && (global->defined || global->is_tentative))
		return FROM_STUB;
	return global->is_tentative ? WEAK : global->defined ? STRONG : UNDEFINED;
}

static void add_symbol(Symbols *symbols, Str text, uint32_t id, UnitId unit, Strength strength)
{
	uint32_t index = map_get_or(&symbols->by_name, text.i, NONE);

	vec_push(&symbols->symbols, (Symbol){ id, 0, unit, strength });
	if (index == NONE) {
		map_put(&symbols->by_name, text.i, symbols->names.len);
		vec_push(&symbols->names, (Name){ symbols->symbols.len, symbols->symbols.len, strength, 1, false });
		return;
	}
	Name *name = &symbols->names.items[index];
	symbols->symbols.items[name->last - 1].next = symbols->symbols.len;
	name->last = symbols->symbols.len;
	if (strength > name->strongest) {
		name->strongest = strength;
		name->count = 0;
	}
	name->count += strength == name->strongest;
}

/* Directories that two file names begin with in common. */
static uint32_t common_directories(const char *a, const char *b)
{
	uint32_t count = 0;

	for (; *a && *a == *b; a++, b++)
		count += *a == '/';
	return count;
}

/* The nearest to UNIT among the strongest symbols of NAME. */
static uint32_t nearest(const Symbols *symbols, const Name *name, UnitId unit)
{
	const Unit *units = symbols->pool->units.items;
	uint32_t best = NONE, best_distance = 0;

	for (uint32_t s = name->first; s; s = symbols->symbols.items[s - 1].next) {
		const Symbol *symbol = &symbols->symbols.items[s - 1];
		if (symbol->strength != name->strongest)
			continue;
		if (unit == NONE || symbol->unit == NONE || symbol->unit == unit)
			return symbol->id;
		uint32_t distance = 2 * common_directories(str_text(units[unit].name), str_text(units[symbol->unit].name)) +
			str_equal(units[unit].variant, units[symbol->unit].variant);
		if (best == NONE || distance > best_distance) {
			best = symbol->id;
			best_distance = distance;
		}
	}
	return best;
}

/* A symbol of the program that is defined stands for itself; tentative definitions only when nothing is stronger, and
   then all for the first. The same for declarations that nothing defines, and for stubs. */
static void choose_target(Symbols *symbols, Name *name, const Symbol *symbol)
{
	bool own = symbol->strength == STRONG || (symbol->strength == WEAK && symbols->of_functions);
	bool plural = name->strongest == STRONG || (name->strongest >= OVERRIDABLE && symbols->of_functions);

	if (own) {
		symbols->targets[symbol->id] = symbol->id;
		return;
	}
	symbols->targets[symbol->id] = nearest(symbols, name, plural ? symbol->unit : NONE);
	if (plural && name->strongest == STRONG && name->count > 1)
		name->asked = true;
}

static void choose_targets(Symbols *symbols, uint32_t count)
{
	for (uint32_t n = 0; n < symbols->names.len; n++) {
		Name *name = &symbols->names.items[n];
		for (uint32_t s = name->first; s; s = symbols->symbols.items[s - 1].next)
			choose_target(symbols, name, &symbols->symbols.items[s - 1]);
	}
	for (uint32_t i = 0; i < count; i++)
		if (symbols->targets[i] == NONE)
			symbols->targets[i] = i;
}

static Str joined_annotations(Str known, Str more)
{
	if (str_empty(more) || strstr(str_text(known), str_text(more)))
		return known;
	return str_empty(known) ? more : str_format("%s\n%s", str_text(known), str_text(more));
}

static uint32_t named_params(const Function *function)
{
	uint32_t count = function->nparams;

	for (uint32_t i = 0; i < function->nparams; i++)
		count += !str_empty(function->locals.items[i].name);
	return count;
}

static void enrich_function(Function *function, Function *declaration)
{
	function->annotation = joined_annotations(function->annotation, declaration->annotation);
	function->is_noreturn |= declaration->is_noreturn;
	if (!function->defined && named_params(declaration) > named_params(function)) {
		Function swapped = *function;
		function->locals = declaration->locals;
		function->nparams = declaration->nparams;
		function->type = declaration->type;
		declaration->locals = swapped.locals;
		declaration->nparams = swapped.nparams;
	}
	for (uint32_t i = 0; i < function->nparams && i < declaration->nparams; i++)
		function->locals.items[i].annotation = joined_annotations(function->locals.items[i].annotation,
			declaration->locals.items[i].annotation);
}

static void enrich_global(const Module *pool, Global *global, const Global *declaration)
{
	global->annotation = joined_annotations(global->annotation, declaration->annotation);
	if (type_bits(pool, global->type) < 0 && type_bits(pool, declaration->type) >= 0)
		global->type = declaration->type;
}

static void print_unit(const Symbols *symbols, const Symbol *symbol, Text *out)
{
	if (symbol->unit == NONE) {
		text_put(out, "a unit without a name");
		return;
	}
	const Unit *unit = &symbols->pool->units.items[symbol->unit];
	text_put(out, str_text(unit->name));
	if (!str_empty(unit->variant))
		text_printf(out, " (%s)", str_text(unit->variant));
}

static void note_name(const Symbols *symbols, const Name *name, Diags *diags)
{
	const Symbol *first = NULL;
	uint32_t listed = 0;
	Text places = {0};

	for (uint32_t s = name->first; s && listed < 2; s = symbols->symbols.items[s - 1].next) {
		const Symbol *symbol = &symbols->symbols.items[s - 1];
		if (symbol->strength != STRONG)
			continue;
		first = first ? first : symbol;
		if (listed++)
			text_put(&places, name->count > 2 ? ", " : " and ");
		print_unit(symbols, symbol, &places);
	}
	if (name->count > 2)
		text_printf(&places, " and %u more", name->count - 2);
	const Module *pool = symbols->pool;
	Str text = symbols->of_functions ? pool->functions.items[first->id].name : pool->globals.items[first->id].name;
	Place place = symbols->of_functions ? pool->functions.items[first->id].place : pool->globals.items[first->id].place;
	Str file = place.file == NONE ? (Str){0} : pool->files.items[place.file].name;
	diag_add(diags, DIAG_NOTE, file, place.line, place.column, "\"%s\" is defined in %s; each user of it gets the nearest",
		str_text(text), text_data(&places));
	text_release(&places);
}

static void note_names(const Symbols *symbols, Diags *diags)
{
	for (uint32_t n = 0; n < symbols->names.len; n++)
		if (symbols->names.items[n].asked)
			note_name(symbols, &symbols->names.items[n], diags);
}

static void drop_initialisers(const Symbols *functions, const Symbols *globals)
{
	const Module *pool = globals->pool;

	for (uint32_t i = 0; i < pool->globals.len; i++)
		if (globals->targets[i] != i && pool->globals.items[i].init != NONE)
			functions->targets[pool->globals.items[i].init] = DROPPED;
}

/* Turns targets into ids of the program; a target stands for itself. */
static void number_targets(uint32_t *targets, uint32_t count)
{
	uint32_t *numbers = mem_alloc(count * sizeof *numbers);
	uint32_t next = 0;

	for (uint32_t i = 0; i < count; i++)
		numbers[i] = targets[i] == i ? next++ : NONE;
	for (uint32_t i = 0; i < count; i++)
		targets[i] = targets[i] == DROPPED ? NONE : numbers[targets[i]];
	free(numbers);
}

static void keep_targets(Symbols *functions, Symbols *globals)
{
	Module *pool = functions->pool;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < pool->functions.len; i++) {
		Function *function = &pool->functions.items[i];
		uint32_t target = functions->targets[i];
		if (target == i)
			continue;
		if (target != DROPPED)
			enrich_function(&pool->functions.items[target], function);
		function_release(function);
	}
	for (uint32_t i = 0; i < pool->functions.len; i++)
		if (functions->targets[i] == i)
			pool->functions.items[kept++] = pool->functions.items[i];
	uint32_t kept_globals = 0;
	for (uint32_t i = 0; i < pool->globals.len; i++)
		if (globals->targets[i] != i)
			enrich_global(pool, &pool->globals.items[globals->targets[i]], &pool->globals.items[i]);
	for (uint32_t i = 0; i < pool->globals.len; i++)
		if (globals->targets[i] == i)
			pool->globals.items[kept_globals++] = pool->globals.items[i];
	number_targets(functions->targets, pool->functions.len);
	number_targets(globals->targets, pool->globals.len);
	pool->functions.len = kept;
	pool->globals.len = kept_globals;
}

static uint32_t renumbered(const uint32_t *targets, uint32_t id)
{
	return id == NONE ? NONE : targets[id];
}

static void renumber(const Symbols *functions, const Symbols *globals)
{
	Module *pool = functions->pool;

	for (uint32_t i = 0; i < pool->globals.len; i++) {
		Global *global = &pool->globals.items[i];
		global->owner = renumbered(functions->targets, global->owner);
		global->init = renumbered(functions->targets, global->init);
	}
	for (uint32_t f = 0; f < pool->functions.len; f++) {
		const Function *function = &pool->functions.items[f];
		for (uint32_t i = 0; i < function->instrs.len; i++) {
			Instr *instr = &function->instrs.items[i];
			if (instr->op == OP_ADDR_FUNC)
				instr->imm = functions->targets[instr->imm];
			else if (instr->op == OP_ADDR_GLOBAL)
				instr->imm = globals->targets[instr->imm];
		}
	}
}

static void symbols_release(Symbols *symbols)
{
	map_release(&symbols->by_name);
	vec_release(&symbols->names);
	vec_release(&symbols->symbols);
	free(symbols->targets);
}

static uint32_t *unset_targets(uint32_t count)
{
	uint32_t *targets = mem_alloc(count * sizeof *targets);

	memset(targets, 0xff, count * sizeof *targets);
	return targets;
}

void symbols_resolve(Linker *linker, Diags *diags)
{
	Module *pool = &linker->pool;
	Symbols functions = { .pool = pool, .of_functions = true, .targets = unset_targets(pool->functions.len) };
	Symbols globals = { .pool = pool, .targets = unset_targets(pool->globals.len) };

	for (uint32_t i = 0; i < pool->functions.len; i++) {
		const Function *function = &pool->functions.items[i];
		if (function->linkage == LINK_EXTERNAL)
			add_symbol(&functions, function->name, i, function->unit, function_strength(function));
	}
	for (uint32_t i = 0; i < pool->globals.len; i++) {
		const Global *global = &pool->globals.items[i];
		if (global->linkage == LINK_EXTERNAL)
			add_symbol(&globals, global->name, i, global->unit, global_strength(global));
	}
	choose_targets(&functions, pool->functions.len);
	choose_targets(&globals, pool->globals.len);
	note_names(&functions, diags);
	note_names(&globals, diags);
	drop_initialisers(&functions, &globals);
	keep_targets(&functions, &globals);
	renumber(&functions, &globals);
	symbols_release(&functions);
	symbols_release(&globals);
}
