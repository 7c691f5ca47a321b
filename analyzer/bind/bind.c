/*
 * Roles meet the program in order of precedence (packs, manifest, annotations; in each, the order written), and a
 * later one takes the place of an earlier one about the same thing. Two signals of one function are about different
 * things when their positions differ; two consumers, when their models do.
 */
#include "bind/bind.h"

#include "bind/match.h"

typedef struct {
	Roles *roles;
	Matcher matcher;
	Map slots; /* hash of function, kind and what tells roles apart → index in Roles.functions */
	Map pointer_slots; /* the same for a pointer and Roles.pointers */
} Binder;

static void clear_matches(Roles *roles)
{
	vec_clear(&roles->functions);
	vec_clear(&roles->pointers);
	map_clear(&roles->pointer_functions);
	map_clear(&roles->params);
	map_clear(&roles->fields);
	map_clear(&roles->feature_fields);
	map_clear(&roles->globals);
	map_clear(&roles->feature_globals);
	map_clear(&roles->feature_locals);
}

/* What two roles of one kind of one function must share for the later to win. */
static uint64_t slot_of(const Role *role)
{
	switch (role->kind) {
	case ROLE_SIGNAL: case ROLE_EMIT: case ROLE_PUT: case ROLE_GET: case ROLE_MONITOR:
		return map_key((uint32_t)role->value.arg, role->value.field.i);
	case ROLE_CONSUMER: case ROLE_TRAIN:
		return role->of.i;
	case ROLE_MODEL: case ROLE_FEATURE: case ROLE_ALLOCATOR: case ROLE_ENTRY:
		return 0;
	}
	return 0;
}

static void bind_function(Binder *binder, FuncId function, RoleId id)
{
	const Role *role = &binder->roles->roles.items[id];
	uint64_t slot = hash_u64(hash_u64(0, map_key(function, role->kind)), slot_of(role));
	uint32_t place = map_get_or(&binder->slots, slot, NONE);

	if (place != NONE) {
		binder->roles->functions.items[place].role = id;
		return;
	}
	map_put(&binder->slots, slot, binder->roles->functions.len);
	vec_push(&binder->roles->functions, (FunctionRole){ function, id });
}

static void bind_pointer(Binder *binder, const Match *match, RoleId id)
{
	Roles *roles = binder->roles;
	const Role *role = &roles->roles.items[id];
	PointerRole pointer = { match->id, match->kind == TARGET_GLOBAL ? NONE : match->sub, id };
	uint64_t slot = hash_u64(hash_u64(hash_u64(role->kind, map_key(pointer.id, pointer.sub)), slot_of(role)), 0);
	uint32_t place = map_get_or(&binder->pointer_slots, slot, NONE);

	if (place != NONE) {
		roles->pointers.items[place].role = id;
		return;
	}
	map_put(&binder->pointer_slots, slot, roles->pointers.len);
	vec_push(&roles->pointers, pointer);
}

static void bind_match(Binder *binder, const Match *match, RoleId id)
{
	Roles *roles = binder->roles;
	bool feature = roles->roles.items[id].kind == ROLE_FEATURE;

	if (roles->roles.items[id].target.kind == TARGET_FUNCTION && match->kind != TARGET_FUNCTION) {
		bind_pointer(binder, match, id);
		return;
	}
	switch (match->kind) {
	case TARGET_FUNCTION:
		bind_function(binder, match->id, id);
		break;
	case TARGET_PARAMETER:
		map_put(&roles->params, map_key(match->id, match->sub), id);
		break;
	case TARGET_FIELD:
		map_put(feature ? &roles->feature_fields : &roles->fields, map_key(match->id, match->sub), id);
		break;
	case TARGET_GLOBAL:
		map_put(feature ? &roles->feature_globals : &roles->globals, match->id, id);
		break;
	case TARGET_VARIABLE:
		map_put(&roles->feature_locals, map_key(match->id, match->sub), id);
		break;
	}
}

static int layer_of(const Role *role)
{
	return role->from_annotation ? 2 : role->from_pack ? 0 : 1;
}

/* A signal for one more of the parameters or variables that the entry ID speaks of: without a name for all, each has its own. */
static RoleId another_signal(Binder *binder, RoleId id, const Match *match)
{
	Role copy = binder->roles->roles.items[id];
	bool each = copy.kind == ROLE_SIGNAL && str_empty(copy.name) && copy.target.kind == match->kind &&
		(match->kind == TARGET_PARAMETER || match->kind == TARGET_GLOBAL);

	if (!each)
		return id;
	copy.matches = 1;
	vec_push(&binder->roles->roles, copy);
	return binder->roles->roles.len - 1;
}

static void bind_layer(Binder *binder, int layer)
{
	MatchVec found = {0};
	uint32_t written = binder->roles->roles.len;

	for (RoleId id = 0; id < written; id++) {
		if (layer_of(&binder->roles->roles.items[id]) != layer)
			continue;
		vec_clear(&found);
		matcher_find(&binder->matcher, &binder->roles->roles.items[id], &found);
		uint32_t own = 0;
		for (uint32_t i = 0; i < found.len; i++) {
			RoleId one = i ? another_signal(binder, id, &found.items[i]) : id;
			bind_match(binder, &found.items[i], one);
			own += one == id;
		}
		Role *role = &binder->roles->roles.items[id];
		role->matches = own;
		role->nearest = found.len || role->from_pack ? (Str){0} : matcher_nearest(&binder->matcher, role);
	}
	vec_release(&found);
}

static int compare_function_roles(const void *a, const void *b)
{
	const FunctionRole *x = a, *y = b;

	if (x->function != y->function)
		return x->function < y->function ? -1 : 1;
	return x->role < y->role ? -1 : x->role > y->role;
}

static int compare_pointer_roles(const void *a, const void *b)
{
	const PointerRole *x = a, *y = b;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	if (x->sub != y->sub)
		return x->sub < y->sub ? -1 : 1;
	return x->role < y->role ? -1 : x->role > y->role;
}

static bool has_role(const Roles *roles, FuncId function)
{
	for (uint32_t i = 0; i < roles->functions.len; i++)
		if (roles->functions.items[i].function == function)
			return true;
	return false;
}

/* "genann" of ".../packs/genann.yml". */
static Str pack_name(Str file)
{
	const char *path = str_text(file), *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;

	return str_intern_n(name, strcspn(name, "."));
}

/* One note for each pack and file. */
static void note_beaten(const Binder *binder, Diags *diags)
{
	const Module *program = binder->matcher.program;
	Map seen = {0};

	for (uint32_t i = 0; i < binder->matcher.beaten.len; i++) {
		const Beaten *beaten = &binder->matcher.beaten.items[i];
		const Function *function = &program->functions.items[beaten->function];
		Place place = function->place;
		if (has_role(binder->roles, beaten->function) || place.file >= program->files.len ||
			!map_put(&seen, map_key(beaten->pack.i, place.file), i))
			continue;
		diag_add(diags, DIAG_NOTE, program->files.items[place.file].name, place.line, place.column,
			"the program defines \"%s\" itself: the pack \"%s\" says nothing about it; if it is the library's, "
			"give it a role in featdep.yml", str_text(function->name), str_text(pack_name(beaten->pack)));
	}
	map_release(&seen);
}

static void match_modules(Roles *roles, const Module *program)
{
	for (uint32_t i = 0; i < roles->modules.len; i++) {
		ModuleRule *rule = &roles->modules.items[i];
		rule->matches = 0;
		for (FileId file = 0; file < program->files.len; file++)
			rule->matches += file_matches(program, file, rule->path);
	}
}

void bind_roles(Roles *roles, const Module *program, Diags *diags)
{
	Binder binder = { .roles = roles, .matcher = { .program = program, .roles = roles } };

	clear_matches(roles);
	for (int layer = 0; layer <= 2; layer++)
		bind_layer(&binder, layer);
	vec_sort(&roles->functions, compare_function_roles);
	vec_sort(&roles->pointers, compare_pointer_roles);
	note_beaten(&binder, diags);
	match_modules(roles, program);
	matcher_release(&binder.matcher);
	map_release(&binder.slots);
	map_release(&binder.pointer_slots);
}
