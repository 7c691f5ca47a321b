/*
 * Of the stubs only what the program needs: definitions for names that it refers to and does not define, stubs of
 * fields of records that it has, and what these refer to in turn.
 */
#include "link/linker.h"

typedef struct { uint32_t module, id; } StubId;

typedef struct {
	Linker *linker;
	Merge *merges;            /* one a stub unit */
	Map defined[2];           /* external names that the program defines: functions, globals */
	Map offered[2];           /* the same for the stubs → index in offers */
	VEC(StubId) offers;
	VEC(StubId) pending;      /* functions kept with their bodies, whose references were not followed yet */
} Stubs;

enum { FUNCTIONS, GLOBALS };

static Module *stub_module(const Stubs *stubs, uint32_t module)
{
	return &stubs->linker->stubs.items[module];
}

static void need_function(Stubs *stubs, StubId id);

/* The definition that a stub unit offers for NAME, or { NONE, NONE }. */
static StubId find_offer(const Stubs *stubs, int kind, Str name)
{
	uint32_t index = map_get_or(&stubs->offered[kind], name.i, NONE);

	return index == NONE ? (StubId){ NONE, NONE } : stubs->offers.items[index];
}

static void need_global(Stubs *stubs, StubId id)
{
	const Global *global = &stub_module(stubs, id.module)->globals.items[id.id];
	uint8_t *keep = &stubs->merges[id.module].keep_globals[id.id];

	if (*keep)
		return;
	*keep = KEEP;
	if (global->init != NONE)
		need_function(stubs, (StubId){ id.module, global->init });
	if (global->owner != NONE)
		need_function(stubs, (StubId){ id.module, global->owner });
	if (!global->defined && !global->is_tentative && global->linkage == LINK_EXTERNAL &&
	    !map_get(&stubs->defined[GLOBALS], global->name.i, NULL)) {
		StubId offer = find_offer(stubs, GLOBALS, global->name);
		if (offer.module != NONE)
			need_global(stubs, offer);
	}
}

static void need_function(Stubs *stubs, StubId id)
{
	const Function *function = &stub_module(stubs, id.module)->functions.items[id.id];
	uint8_t *keep = &stubs->merges[id.module].keep_functions[id.id];
	bool beaten = function->linkage == LINK_EXTERNAL && map_get(&stubs->defined[FUNCTIONS], function->name.i, NULL);

	if (*keep)
		return;
	*keep = beaten || !function->defined ? KEEP_DECLARATION : KEEP;
	if (*keep == KEEP) {
		vec_push(&stubs->pending, id);
	} else if (!beaten && function->linkage == LINK_EXTERNAL) {
		StubId offer = find_offer(stubs, FUNCTIONS, function->name);
		if (offer.module != NONE)
			need_function(stubs, offer);
	}
}

static void follow_pending(Stubs *stubs)
{
	while (stubs->pending.len) {
		StubId id = vec_pop(&stubs->pending);
		const Function *function = &stub_module(stubs, id.module)->functions.items[id.id];
		for (uint32_t i = 0; i < function->instrs.len; i++) {
			const Instr *instr = &function->instrs.items[i];
			if (instr->op == OP_ADDR_FUNC)
				need_function(stubs, (StubId){ id.module, (uint32_t)instr->imm });
			else if (instr->op == OP_ADDR_GLOBAL)
				need_global(stubs, (StubId){ id.module, (uint32_t)instr->imm });
		}
	}
}

static void offer(Stubs *stubs, int kind, Str name, uint32_t module, uint32_t id)
{
	if (map_get(&stubs->offered[kind], name.i, NULL))
		return;
	map_put(&stubs->offered[kind], name.i, stubs->offers.len);
	vec_push(&stubs->offers, (StubId){ module, id });
}

static void index_offers(Stubs *stubs)
{
	for (uint32_t m = 0; m < stubs->linker->stubs.len; m++) {
		const Module *module = stub_module(stubs, m);
		for (uint32_t i = 0; i < module->functions.len; i++)
			if (module->functions.items[i].defined && module->functions.items[i].linkage == LINK_EXTERNAL)
				offer(stubs, FUNCTIONS, module->functions.items[i].name, m, i);
		for (uint32_t i = 0; i < module->globals.len; i++) {
			const Global *global = &module->globals.items[i];
			if (global->linkage == LINK_EXTERNAL && (global->defined || global->is_tentative))
				offer(stubs, GLOBALS, global->name, m, i);
		}
	}
}

static void index_program(Stubs *stubs)
{
	const Module *pool = &stubs->linker->pool;

	for (uint32_t i = 0; i < pool->functions.len; i++)
		if (pool->functions.items[i].defined && pool->functions.items[i].linkage == LINK_EXTERNAL)
			map_put(&stubs->defined[FUNCTIONS], pool->functions.items[i].name.i, i);
	for (uint32_t i = 0; i < pool->globals.len; i++) {
		const Global *global = &pool->globals.items[i];
		if (global->linkage == LINK_EXTERNAL && (global->defined || global->is_tentative))
			map_put(&stubs->defined[GLOBALS], global->name.i, i);
	}
}

/* A number with a fraction, a record, or anything else that fits a register: numbers may stand for handles and addresses. */
typedef enum { PASSED_NOTHING, PASSED_FLOAT, PASSED_RECORD, PASSED_WORD } Passed;

static Passed passed_as(const Module *module, TypeId type)
{
	TypeKind kind = type == NONE ? TY_OTHER : (TypeKind)module->types.items[type].kind;

	if (kind == TY_VOID)
		return PASSED_NOTHING;
	if (kind == TY_FLOAT)
		return PASSED_FLOAT;
	return kind == TY_STRUCT || kind == TY_UNION ? PASSED_RECORD : PASSED_WORD;
}

/* Can the program's declaration mean the function of the library? A function of its own may have such a name, too, where
   there is no C library. */
static bool same_prototype(const Module *pool, const Function *mine, const Module *library, const Function *stub)
{
	TypeId returns = pool->types.items[mine->type].elem, returned = library->types.items[stub->type].elem;

	if (!mine->nparams && !mine->is_variadic)
		return true; /* perhaps declared without parameters, or not at all */
	if (mine->nparams != stub->nparams || mine->is_variadic != stub->is_variadic)
		return false;
	if (passed_as(pool, returns) != passed_as(library, returned))
		return false;
	for (uint32_t i = 0; i < mine->nparams; i++)
		if (passed_as(pool, mine->locals.items[i].type) != passed_as(library, stub->locals.items[i].type))
			return false;
	return true;
}

static void need_named(Stubs *stubs)
{
	const Module *pool = &stubs->linker->pool;

	for (uint32_t i = 0; i < pool->functions.len; i++) {
		const Function *function = &pool->functions.items[i];
		StubId found = find_offer(stubs, FUNCTIONS, function->name);
		if (!function->defined && function->linkage == LINK_EXTERNAL && found.module != NONE &&
		    !map_get(&stubs->defined[FUNCTIONS], function->name.i, NULL) &&
		    same_prototype(pool, function, stub_module(stubs, found.module), &stub_module(stubs, found.module)->functions.items[found.id]))
			need_function(stubs, found);
	}
	for (uint32_t i = 0; i < pool->globals.len; i++) {
		const Global *global = &pool->globals.items[i];
		StubId found = find_offer(stubs, GLOBALS, global->name);
		if (global->linkage == LINK_EXTERNAL && found.module != NONE &&
		    !map_get(&stubs->defined[GLOBALS], global->name.i, NULL))
			need_global(stubs, found);
	}
}

/* Whether a line of ANNOTATION is a stub for a field of one of RECORDS (Str.i of names). */
static bool is_field_stub(const char *annotation, const Map *records)
{
	static const char prefix[] = "featdep:field-stub:";
	size_t length = sizeof prefix - 1;

	for (const char *line = annotation; *line; line += strcspn(line, "\n"), line += *line == '\n') {
		if (strncmp(line, prefix, length))
			continue;
		const char *record = line + length;
		if (map_get(records, str_intern_n(record, strcspn(record, ".\n")).i, NULL))
			return true;
	}
	return false;
}

static void need_field_stubs(Stubs *stubs)
{
	const Module *pool = &stubs->linker->pool;
	Map records = {0};

	for (uint32_t i = 0; i < pool->types.len; i++) {
		const Type *type = &pool->types.items[i];
		if (type->kind != TY_STRUCT && type->kind != TY_UNION)
			continue;
		map_put(&records, type->name.i, i);
		map_put(&records, type->alias.i, i);
	}
	for (uint32_t m = 0; m < stubs->linker->stubs.len; m++) {
		const Module *module = stub_module(stubs, m);
		for (uint32_t i = 0; i < module->functions.len; i++)
			if (is_field_stub(str_text(module->functions.items[i].annotation), &records))
				need_function(stubs, (StubId){ m, i });
	}
	map_release(&records);
}

void stubs_add(Linker *linker)
{
	Stubs stubs = { .linker = linker };

	stubs.merges = mem_calloc(linker->stubs.len, sizeof *stubs.merges);
	for (uint32_t m = 0; m < linker->stubs.len; m++) {
		merge_init(&stubs.merges[m], linker, &linker->stubs.items[m]);
		stubs.merges[m].is_stub = true;
	}
	index_offers(&stubs);
	index_program(&stubs);
	need_named(&stubs);
	need_field_stubs(&stubs);
	follow_pending(&stubs);
	for (uint32_t m = 0; m < linker->stubs.len; m++) {
		merge_run(&stubs.merges[m]);
		merge_release(&stubs.merges[m]);
	}
	free(stubs.merges);
	for (int kind = 0; kind < 2; kind++) {
		map_release(&stubs.defined[kind]);
		map_release(&stubs.offered[kind]);
	}
	vec_release(&stubs.offers);
	vec_release(&stubs.pending);
}
