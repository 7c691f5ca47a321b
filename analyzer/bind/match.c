/*
 * A target is matched through the sorted names of its kind. Which names exist is decided here: a stub or a function of
 * a system header is not the user's, so an entry of a pack may speak about it; the initialisers of globals and the
 * temporaries of the front end have no names a person could write.
 */
#include "bind/match.h"

#include "base/text.h"

#include <fnmatch.h>

#define FIELD_STUB "featdep:field-stub:"

bool file_matches(const Module *program, FileId file, Str pattern)
{
	if (file >= program->files.len)
		return false;
	const char *name = str_text(program->files.items[file].name), *glob = str_text(pattern);
	if (!fnmatch(glob, name, 0))
		return true;
	for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/'))
		if (!fnmatch(glob, slash + 1, 0))
			return true;
	return false;
}

static bool in_file(const Matcher *matcher, const Target *target, Place place)
{
	return str_empty(target->file) || file_matches(matcher->program, place.file, target->file);
}

/* A stub for calls through a field is also known by "Record.field". */
static void add_field_stubs(Names *names, Str annotation, FuncId id)
{
	for (const char *line = str_text(annotation); line && *line; line = strchr(line, '\n')) {
		line += *line == '\n';
		size_t length = strcspn(line, "\n"), prefix = strlen(FIELD_STUB);
		if (length > prefix && !strncmp(line, FIELD_STUB, prefix))
			names_add(names, str_intern_n(line + prefix, length - prefix), id, 0);
	}
}

static Names *functions_of(Matcher *matcher)
{
	const Module *program = matcher->program;

	if (matcher->has_functions)
		return &matcher->functions;
	matcher->has_functions = true;
	for (FuncId id = 0; id < program->functions.len; id++) {
		const Function *function = &program->functions.items[id];
		if (function->is_init)
			continue;
		names_add(&matcher->functions, function->name, id, 0);
		add_field_stubs(&matcher->functions, function->annotation, id);
	}
	names_sort(&matcher->functions);
	return &matcher->functions;
}

static bool is_record(const Type *type)
{
	return type->kind == TY_STRUCT || type->kind == TY_UNION;
}

static Names *records_of(Matcher *matcher)
{
	const Module *program = matcher->program;

	if (matcher->has_records)
		return &matcher->records;
	matcher->has_records = true;
	for (TypeId id = 0; id < program->types.len; id++) {
		const Type *type = &program->types.items[id];
		if (!is_record(type))
			continue;
		names_add(&matcher->records, type->name, id, 0);
		if (!str_equal(type->alias, type->name))
			names_add(&matcher->records, type->alias, id, 1);
	}
	names_sort(&matcher->records);
	return &matcher->records;
}

static Names *globals_of(Matcher *matcher)
{
	const Module *program = matcher->program;

	if (matcher->has_globals)
		return &matcher->globals;
	matcher->has_globals = true;
	for (GlobalId id = 0; id < program->globals.len; id++)
		names_add(&matcher->globals, program->globals.items[id].name, id, NONE);
	names_sort(&matcher->globals);
	return &matcher->globals;
}

/* Globals (sub NONE) and locals of the user's functions. */
static Names *variables_of(Matcher *matcher)
{
	const Module *program = matcher->program;

	if (matcher->has_variables)
		return &matcher->variables;
	matcher->has_variables = true;
	for (GlobalId id = 0; id < program->globals.len; id++)
		names_add(&matcher->variables, program->globals.items[id].name, id, NONE);
	for (FuncId id = 0; id < program->functions.len; id++) {
		const Function *function = &program->functions.items[id];
		if (!function->defined || function->is_stub || function->is_init)
			continue;
		for (LocalId local = 0; local < function->locals.len; local++)
			if (!function->locals.items[local].is_temporary)
				names_add(&matcher->variables, function->locals.items[local].name, id, local);
	}
	names_sort(&matcher->variables);
	return &matcher->variables;
}

static bool is_users(const Module *program, const Function *function)
{
	FileId file = function->place.file;
	bool is_system = file < program->files.len && program->files.items[file].is_system;

	return function->defined && !function->is_stub && !is_system;
}

/* Parameter TARGET.requires_arg is the required record or points to it. */
static bool has_required(const Module *program, const Function *function, const Target *target)
{
	if (target->requires_arg < 0)
		return true;
	if ((uint32_t)target->requires_arg >= function->nparams || function->nparams > function->locals.len)
		return false;
	TypeId type = function->locals.items[target->requires_arg].type;
	while (type < program->types.len && (program->types.items[type].kind == TY_POINTER ||
		program->types.items[type].kind == TY_ARRAY))
		type = program->types.items[type].elem;
	return type < program->types.len && type_is_named(&program->types.items[type], str_text(target->requires_type));
}

/* FILE is one of the library's own; a pattern of names says nothing of folders. */
static bool is_source(const Module *program, FileId file, Str pattern)
{
	const char *name = file < program->files.len ? str_text(program->files.items[file].name) : "";
	const char *slash = strrchr(name, '/');

	if (strchr(str_text(pattern), '/'))
		return file_matches(program, file, pattern);
	return !fnmatch(str_text(pattern), slash ? slash + 1 : name, 0);
}

/* FUNCTION is defined in the source of the library that the pack of ROLE is about. */
static bool is_librarys(const Matcher *matcher, const Role *role, const Function *function)
{
	for (uint32_t i = 0; i < matcher->roles->sources.len; i++) {
		const PackSource *source = &matcher->roles->sources.items[i];
		if (str_equal(source->pack, role->file) && is_source(matcher->program, function->place.file, source->path))
			return true;
	}
	return false;
}

/* Can the signal of ROLE, of a library, come from FUNCTION? One that is only called like it has other parameters. */
static bool can_give(const Module *program, const Role *role, const Function *function)
{
	TypeId result = function->type < program->types.len ? program->types.items[function->type].elem : NONE;
	int32_t arg = role->value.arg;

	if (role->kind != ROLE_SIGNAL || !function->nparams || function->nparams > function->locals.len)
		return true;
	if (arg == POS_RETURN)
		return result == NONE || program->types.items[result].kind != TY_VOID;
	if (arg < 0 || (uint32_t)arg >= function->nparams)
		return arg < 0 || function->is_variadic;
	TypeId type = function->locals.items[arg].type;
	return type == NONE || (program->types.items[type].kind != TY_INT && program->types.items[type].kind != TY_FLOAT);
}

static bool function_fits(Matcher *matcher, const Role *role, FuncId id)
{
	const Function *function = &matcher->program->functions.items[id];

	if (!in_file(matcher, &role->target, function->place) ||
		!has_required(matcher->program, function, &role->target))
		return false;
	if (!role->from_pack || role->target.kind != TARGET_FUNCTION)
		return true;
	if (!can_give(matcher->program, role, function))
		return false;
	bool users = is_users(matcher->program, function), librarys = users && is_librarys(matcher, role, function);
	if (users && !librarys && !role->compiled_in && function->linkage == LINK_EXTERNAL)
		vec_push(&matcher->beaten, (Beaten){ id, role->file });
	return role->compiled_in ? librarys : librarys || !users;
}

static bool is_function_pointer(const Module *program, TypeId type)
{
	while (type < program->types.len && program->types.items[type].kind == TY_ARRAY)
		type = program->types.items[type].elem;
	if (type >= program->types.len || program->types.items[type].kind != TY_POINTER)
		return false;
	TypeId to = program->types.items[type].elem;
	return to < program->types.len && program->types.items[to].kind == TY_FUNCTION;
}

/* What an ADDR_GLOBAL or FIELD, or an element of it, at VALUE is the address of. */
static bool pointer_place(const Function *function, ValueId value, Stored *stored)
{
	const Instr *instr = &function->instrs.items[value];

	while (instr->op == OP_ELEM || instr->op == OP_CAST)
		instr = &function->instrs.items[instr->a];
	if (instr->op == OP_ADDR_GLOBAL) {
		stored->id = (uint32_t)instr->imm;
		stored->sub = NONE;
	} else if (instr->op == OP_FIELD) {
		stored->id = instr->b;
		stored->sub = (uint32_t)instr->imm;
	}
	return instr->op == OP_ADDR_GLOBAL || instr->op == OP_FIELD;
}

static void add_stored(Matcher *matcher, const Function *function)
{
	for (uint32_t i = 0; i < function->instrs.len; i++) {
		const Instr *instr = &function->instrs.items[i];
		if (instr->op != OP_STORE)
			continue;
		const Instr *value = &function->instrs.items[instr->b];
		Stored stored;
		while (value->op == OP_CAST)
			value = &function->instrs.items[value->a];
		if (value->op != OP_ADDR_FUNC || !pointer_place(function, instr->a, &stored))
			continue;
		stored.function = (FuncId)value->imm;
		vec_push(&matcher->stored, stored);
	}
}

static int compare_stored(const void *a, const void *b)
{
	const Stored *x = a, *y = b;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	if (x->sub != y->sub)
		return x->sub < y->sub ? -1 : 1;
	return x->function < y->function ? -1 : x->function > y->function;
}

static void add_pointer_fields(Matcher *matcher, TypeId record, Str name)
{
	const Module *program = matcher->program;
	const Type *type = &program->types.items[record];

	for (uint32_t i = 0; i < type->nfields && !str_empty(name); i++) {
		const Field *field = &program->fields.items[type->first_field + i];
		if (is_function_pointer(program, field->type))
			names_add(&matcher->pointers, str_format("%s.%s", str_text(name), str_text(field->name)), record, i);
	}
}

/* Function pointers: globals as NAME (sub NONE), fields as RECORD.NAME. */
static Names *pointers_of(Matcher *matcher)
{
	const Module *program = matcher->program;

	if (matcher->has_pointers)
		return &matcher->pointers;
	matcher->has_pointers = true;
	for (GlobalId id = 0; id < program->globals.len; id++)
		if (is_function_pointer(program, program->globals.items[id].type))
			names_add(&matcher->pointers, program->globals.items[id].name, id, NONE);
	for (TypeId id = 0; id < program->types.len; id++) {
		const Type *type = &program->types.items[id];
		if (!is_record(type))
			continue;
		add_pointer_fields(matcher, id, type->name);
		if (!str_equal(type->alias, type->name))
			add_pointer_fields(matcher, id, type->alias);
	}
	names_sort(&matcher->pointers);
	for (FuncId id = 0; id < program->functions.len; id++)
		add_stored(matcher, &program->functions.items[id]);
	vec_sort(&matcher->stored, compare_stored);
	return &matcher->pointers;
}

static void push_once(MatchVec *found, Match match)
{
	for (uint32_t i = 0; i < found->len; i++)
		if (found->items[i].kind == match.kind && found->items[i].id == match.id && found->items[i].sub == match.sub)
			return;
	vec_push(found, match);
}

/* The functions stored in the pointer NAME. */
static void find_stored(Matcher *matcher, const Target *target, const Name *name, MatchVec *found)
{
	Stored key = { name->id, name->sub, 0 };
	uint32_t low = 0, high = matcher->stored.len;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (compare_stored(&matcher->stored.items[middle], &key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < matcher->stored.len; low++) {
		const Stored *stored = &matcher->stored.items[low];
		if (stored->id != key.id || stored->sub != key.sub)
			break;
		if (has_required(matcher->program, &matcher->program->functions.items[stored->function], target))
			push_once(found, (Match){ TARGET_FUNCTION, stored->function, 0 });
	}
}

static void find_pointers(Matcher *matcher, const Role *role, MatchVec *found)
{
	const Module *program = matcher->program;
	const Names *names = pointers_of(matcher);
	const char *pattern = str_text(role->target.function);
	NameRange range = names_range(names, pattern);

	for (uint32_t i = range.first; i < range.end; i++) {
		const Name *name = &names->items.items[i];
		bool global = name->sub == NONE;
		if (!name_matches(pattern, name->name) || (!global && !strchr(pattern, '.')))
			continue;
		if (global ? !in_file(matcher, &role->target, program->globals.items[name->id].place) :
			!str_empty(role->target.file))
			continue;
		push_once(found, (Match){ global ? TARGET_GLOBAL : TARGET_FIELD, name->id, global ? 0 : name->sub });
		find_stored(matcher, &role->target, name, found);
	}
}

/* NAME is PATTERN and the instruction set that this version of it is for, as run-time dispatchers name them. */
static bool is_version(const char *pattern, const char *name)
{
	static const char *const sets[] = {
		"c", "mmx", "sse", "sse2", "sse3", "ssse3", "sse4_1", "sse4_2", "avx", "avx2", "avx512", "neon", "neon_dotprod",
		"neon_i8mm", "sve", "sve2", "arm_crc32", "vsx", "msa", "dspr2", "lsx", "lasx", "rvv",
	};
	size_t length = strlen(pattern);

	if (strncmp(name, pattern, length) || name[length] != '_')
		return false;
	for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
		if (!strcmp(name + length + 1, sets[i]))
			return true;
	return false;
}

/* The versions of a function for which there is only a macro of that name. */
static void find_versions(Matcher *matcher, const Role *role, MatchVec *found)
{
	const Names *names = functions_of(matcher);
	const char *pattern = str_text(role->target.function);
	NameRange range = names_range(names, str_text(str_format("%s_*", pattern)));

	for (uint32_t i = range.first; i < range.end; i++) {
		const Name *name = &names->items.items[i];
		if (is_version(pattern, str_text(name->name)) && function_fits(matcher, role, name->id))
			push_once(found, (Match){ TARGET_FUNCTION, name->id, 0 });
	}
}

/* Parameter I of FUNCTION has the name or number PATTERN. */
static bool parameter_fits(const Function *function, uint32_t i, const char *pattern)
{
	if (*pattern >= '0' && *pattern <= '9')
		return strtoul(pattern, NULL, 10) == i;
	return i < function->locals.len && name_matches(pattern, function->locals.items[i].name);
}

static void find_functions(Matcher *matcher, const Role *role, MatchVec *found)
{
	const Target *target = &role->target;
	const Names *names = functions_of(matcher);
	const char *pattern = str_text(target->function);
	NameRange range = names_range(names, pattern);

	for (uint32_t i = range.first; i < range.end; i++) {
		FuncId id = names->items.items[i].id;
		if (!name_matches(pattern, names->items.items[i].name) || !function_fits(matcher, role, id))
			continue;
		if (target->kind == TARGET_FUNCTION) {
			vec_push(found, (Match){ TARGET_FUNCTION, id, 0 });
			continue;
		}
		const Function *function = &matcher->program->functions.items[id];
		for (uint32_t p = 0; p < function->nparams; p++)
			if (parameter_fits(function, p, str_text(target->name)))
				vec_push(found, (Match){ TARGET_PARAMETER, id, p });
	}
	if (target->kind != TARGET_FUNCTION || role->from_pack)
		return;
	find_pointers(matcher, role, found);
	if (!found->len)
		find_versions(matcher, role, found);
}

static void find_fields(Matcher *matcher, const Role *role, MatchVec *found)
{
	const Module *program = matcher->program;
	const Names *names = records_of(matcher);
	const char *pattern = str_text(role->target.record);
	NameRange range = names_range(names, pattern);

	for (uint32_t i = range.first; i < range.end; i++) {
		const Name *name = &names->items.items[i];
		const Type *type = &program->types.items[name->id];
		if (!name_matches(pattern, name->name) || (name->sub && name_matches(pattern, type->name)))
			continue;
		for (uint32_t f = 0; f < type->nfields; f++)
			if (name_matches(str_text(role->target.name), program->fields.items[type->first_field + f].name))
				vec_push(found, (Match){ TARGET_FIELD, name->id, f });
	}
}

static void find_globals(Matcher *matcher, const Role *role, MatchVec *found)
{
	const Names *names = globals_of(matcher);
	const char *pattern = str_text(role->target.name);
	NameRange range = names_range(names, pattern);

	for (uint32_t i = range.first; i < range.end; i++) {
		GlobalId id = names->items.items[i].id;
		const Global *global = &matcher->program->globals.items[id];
		if (name_matches(pattern, global->name) && in_file(matcher, &role->target, global->place) &&
			!(role->from_pack && global->defined))
			vec_push(found, (Match){ TARGET_GLOBAL, id, 0 });
	}
}

/* The variable NAME is inside a function that TARGET names, or TARGET names none. A parameter has to be asked for. */
static bool scope_fits(const Module *program, const Target *target, const Name *name)
{
	bool any = str_empty(target->function);
	FuncId owner = name->sub == NONE ? program->globals.items[name->id].owner : name->id;

	if (any)
		return name->sub == NONE || name->sub >= program->functions.items[owner].nparams;
	return owner < program->functions.len &&
		name_matches(str_text(target->function), program->functions.items[owner].name);
}

static void find_variables(Matcher *matcher, const Role *role, MatchVec *found)
{
	const Module *program = matcher->program;
	const Names *names = variables_of(matcher);
	const char *pattern = str_text(role->target.name);
	NameRange range = names_range(names, pattern);

	for (uint32_t i = range.first; i < range.end; i++) {
		const Name *name = &names->items.items[i];
		bool global = name->sub == NONE;
		Place place = global ? program->globals.items[name->id].place : program->functions.items[name->id].place;
		if (name_matches(pattern, name->name) && scope_fits(program, &role->target, name) &&
			in_file(matcher, &role->target, place))
			vec_push(found, (Match){ global ? TARGET_GLOBAL : TARGET_VARIABLE, name->id, global ? 0 : name->sub });
	}
}

void matcher_find(Matcher *matcher, const Role *role, MatchVec *found)
{
	const Target *target = &role->target;

	if (target->id != NONE) {
		vec_push(found, (Match){ target->kind, target->id, target->sub == NONE ? 0 : target->sub });
		return;
	}
	switch (target->kind) {
	case TARGET_FUNCTION:
	case TARGET_PARAMETER:
		find_functions(matcher, role, found);
		break;
	case TARGET_FIELD:
		find_fields(matcher, role, found);
		break;
	case TARGET_GLOBAL:
		find_globals(matcher, role, found);
		break;
	case TARGET_VARIABLE:
		find_variables(matcher, role, found);
		break;
	}
}

/* The nearest parameter of the functions that PARAMETER's function names; when there are none, the nearest function. */
static Str nearest_parameter(Matcher *matcher, const Role *role)
{
	const Names *functions = functions_of(matcher);
	const char *pattern = str_text(role->target.function);
	NameRange range = names_range(functions, pattern);
	Names parameters = {0};
	bool known = false;

	for (uint32_t i = range.first; i < range.end; i++) {
		if (!name_matches(pattern, functions->items.items[i].name))
			continue;
		const Function *function = &matcher->program->functions.items[functions->items.items[i].id];
		known = true;
		for (uint32_t p = 0; p < function->nparams && p < function->locals.len; p++)
			names_add(&parameters, function->locals.items[p].name, p, 0);
	}
	names_sort(&parameters);
	Str near = known ? names_nearest(&parameters, str_text(role->target.name)) :
		names_nearest(functions_of(matcher), pattern);
	names_release(&parameters);
	if (str_empty(near))
		return near;
	return str_format("%s(%s)", known ? pattern : str_text(near), known ? str_text(near) : str_text(role->target.name));
}

static Str nearest_field(Matcher *matcher, const Role *role)
{
	const Module *program = matcher->program;
	Names *records = records_of(matcher);
	const char *pattern = str_text(role->target.record);
	NameRange range = names_range(records, pattern);
	Names fields = {0};
	bool known = false;

	for (uint32_t i = range.first; i < range.end; i++) {
		if (!name_matches(pattern, records->items.items[i].name))
			continue;
		const Type *type = &program->types.items[records->items.items[i].id];
		known = true;
		for (uint32_t f = 0; f < type->nfields; f++)
			names_add(&fields, program->fields.items[type->first_field + f].name, f, 0);
	}
	names_sort(&fields);
	Str near = known ? names_nearest(&fields, str_text(role->target.name)) : names_nearest(records, pattern);
	names_release(&fields);
	if (str_empty(near))
		return near;
	return str_format("%s.%s", known ? pattern : str_text(near), known ? str_text(near) : str_text(role->target.name));
}

/* RECORD.NAME when NAME is a field through which functions are called. */
static Str nearest_pointer_field(Matcher *matcher, const char *name)
{
	const Names *names = pointers_of(matcher);

	for (uint32_t i = 0; i < names->items.len; i++) {
		const char *dot = strrchr(str_text(names->items.items[i].name), '.');
		if (dot && !strcmp(dot + 1, name))
			return names->items.items[i].name;
	}
	return (Str){0};
}

/* The nearest function; when there is one of that name but in another file, that file's. */
static Str nearest_function(Matcher *matcher, const Role *role)
{
	Names *names = functions_of(matcher);
	const char *pattern = str_text(role->target.function);
	NameRange range = names_range(names, pattern);

	for (uint32_t i = range.first; i < range.end; i++) {
		const Name *name = &names->items.items[i];
		FileId file = matcher->program->functions.items[name->id].place.file;
		if (!name_matches(pattern, name->name))
			continue;
		if (str_empty(role->target.file) || file >= matcher->program->files.len)
			return (Str){0};
		return str_format("%s:%s", str_text(matcher->program->files.items[file].name), str_text(name->name));
	}
	if (strchr(pattern, '.'))
		return names_nearest(pointers_of(matcher), pattern);
	Str field = nearest_pointer_field(matcher, pattern);
	return str_empty(field) ? names_nearest(names, pattern) : field;
}

Str matcher_nearest(Matcher *matcher, const Role *role)
{
	switch (role->target.kind) {
	case TARGET_FUNCTION:
		return nearest_function(matcher, role);
	case TARGET_PARAMETER:
		return nearest_parameter(matcher, role);
	case TARGET_FIELD:
		return nearest_field(matcher, role);
	case TARGET_GLOBAL:
		return names_nearest(globals_of(matcher), str_text(role->target.name));
	case TARGET_VARIABLE:
		return names_nearest(variables_of(matcher), str_text(role->target.name));
	}
	return (Str){0};
}

void matcher_release(Matcher *matcher)
{
	names_release(&matcher->functions);
	names_release(&matcher->records);
	names_release(&matcher->globals);
	names_release(&matcher->variables);
	names_release(&matcher->pointers);
	vec_release(&matcher->stored);
	vec_release(&matcher->beaten);
}
