/* Roles as text: what was said, where, and what in the program it fell on. */
#include "bind/bind.h"
#include "bind/syntax.h"

static const char *const kind_names[] = {
	[ROLE_SIGNAL] = "signal", [ROLE_FEATURE] = "feature", [ROLE_EMIT] = "emit", [ROLE_MODEL] = "model",
	[ROLE_PUT] = "put", [ROLE_GET] = "get", [ROLE_CONSUMER] = "consumer", [ROLE_MONITOR] = "monitor",
	[ROLE_ALLOCATOR] = "allocator", [ROLE_ENTRY] = "entry", [ROLE_TRAIN] = "train",
};

static void print_text(Text *out, const char *key, Str value)
{
	if (!str_empty(value)) {
		text_printf(out, " %s=", key);
		text_json(out, str_text(value));
	}
}

static void print_position(Text *out, const char *key, const Position *position)
{
	if (position->arg != POS_NONE) {
		text_printf(out, " %s=", key);
		position_print(position, out);
	}
}

static void print_positions(Text *out, const char *key, const Position *positions, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		text_printf(out, i ? "," : " %s=", key);
		position_print(&positions[i], out);
	}
}

static void print_role(const Role *role, Text *out)
{
	static const char *const target_names[] = {
		[TARGET_FUNCTION] = "function", [TARGET_PARAMETER] = "parameter", [TARGET_FIELD] = "field",
		[TARGET_GLOBAL] = "global", [TARGET_VARIABLE] = "variable",
	};

	text_printf(out, "%s %s ", kind_names[role->kind], target_names[role->target.kind]);
	target_print(&role->target, out);
	if (role->target.requires_arg >= 0)
		text_printf(out, " requires=%d:%s", role->target.requires_arg, str_text(role->target.requires_type));
	print_position(out, "value", &role->value);
	print_position(out, "key", &role->key);
	print_position(out, "identity", &role->identity);
	print_positions(out, "inputs", role->inputs.items, role->inputs.len);
	print_positions(out, "outputs", role->outputs.items, role->outputs.len);
	print_positions(out, "labels", role->labels.items, role->labels.len);
	print_positions(out, "weights", role->weights.items, role->weights.len);
	print_positions(out, "states", role->states.items, role->states.len);
	print_text(out, "name", role->name);
	print_text(out, "store", role->store);
	print_text(out, "of", role->of);
	print_text(out, "owner", role->owner);
	print_text(out, "module", role->module);
	print_text(out, "access", role->access);
	print_text(out, "version", role->version);
	text_printf(out, "%s%s%s%s%s%s%s%s%s", role->zeroed ? " zeroed" : "", role->unstable ? " unstable" : "", role->label ? " label" : "",
		role->deprecated ? " deprecated" : "", role->collapse ? " collapse" : "",
		role->has_state ? " state" : "", role->compiled_in ? " compiled-in" : "", role->from_pack ? " pack" : "",
		role->from_annotation ? " annotation" : "");
	text_printf(out, " at %s:%u:%u matches %u", str_text(role->file), role->line, role->column, role->matches);
	print_text(out, "nearest", role->nearest);
	text_char(out, '\n');
}

static int compare_keys(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Calls PRINT for the keys of MAP whose value is ID, in order. */
static void print_matches(const Map *map, RoleId id, const Module *program, Text *out,
	void (*print)(const Module *program, uint64_t key, Text *out))
{
	VEC(uint64_t) keys = {0};

	for (uint32_t i = 0; i < map->cap; i++)
		if (map->slots[i].used && map->slots[i].value == id)
			vec_push(&keys, map->slots[i].key);
	vec_sort(&keys, compare_keys);
	for (uint32_t i = 0; i < keys.len; i++) {
		text_put(out, "\t");
		print(program, keys.items[i], out);
		text_put(out, "\n");
	}
	vec_release(&keys);
}

static void print_function(const Module *program, FuncId id, Text *out)
{
	const Function *function = &program->functions.items[id];

	text_put(out, str_text(function->name));
	if (function->place.file < program->files.len)
		text_printf(out, " (%s:%u)", str_text(program->files.items[function->place.file].name), function->place.line);
	else if (!function->defined)
		text_put(out, " (external)");
}

static void print_local(const Module *program, uint64_t key, Text *out)
{
	const Function *function = &program->functions.items[key >> 32];
	uint32_t i = (uint32_t)key;
	const char *name = i < function->locals.len ? str_text(function->locals.items[i].name) : "";

	if (*name)
		text_printf(out, "%s.%s", str_text(function->name), name);
	else
		text_printf(out, "%s.%u", str_text(function->name), i);
}

static void print_field(const Module *program, uint64_t key, Text *out)
{
	const Type *type = &program->types.items[key >> 32];
	const Field *field = &program->fields.items[type->first_field + (uint32_t)key];

	text_printf(out, "%s.%s", str_text(type->name), str_text(field->name));
}

static void print_global(const Module *program, uint64_t key, Text *out)
{
	text_put(out, str_text(program->globals.items[key].name));
}

static void print_pointer(const Module *program, const PointerRole *pointer, Text *out)
{
	text_put(out, "\tthrough ");
	if (pointer->sub == NONE)
		print_global(program, pointer->id, out);
	else
		print_field(program, map_key(pointer->id, pointer->sub), out);
	text_put(out, "\n");
}

static void print_role_matches(const Roles *roles, RoleId id, const Module *program, Text *out)
{
	for (uint32_t i = 0; i < roles->functions.len; i++)
		if (roles->functions.items[i].role == id) {
			text_put(out, "\t");
			print_function(program, roles->functions.items[i].function, out);
			text_put(out, "\n");
		}
	for (uint32_t i = 0; i < roles->pointers.len; i++)
		if (roles->pointers.items[i].role == id)
			print_pointer(program, &roles->pointers.items[i], out);
	print_matches(&roles->params, id, program, out, print_local);
	print_matches(&roles->fields, id, program, out, print_field);
	print_matches(&roles->feature_fields, id, program, out, print_field);
	print_matches(&roles->globals, id, program, out, print_global);
	print_matches(&roles->feature_globals, id, program, out, print_global);
	print_matches(&roles->feature_locals, id, program, out, print_local);
}

static void print_settings(const Roles *roles, Text *out)
{
	for (uint32_t i = 0; i < roles->modules.len; i++) {
		const ModuleRule *rule = &roles->modules.items[i];
		text_printf(out, "module %s path=%s", str_text(rule->name), str_text(rule->path));
		print_text(out, "owner", rule->owner);
		text_printf(out, " matches %u\n", rule->matches);
	}
	for (uint32_t i = 0; i < roles->ensembles.len; i++) {
		text_printf(out, "ensemble %s:", str_text(roles->ensembles.items[i].name));
		for (uint32_t m = 0; m < roles->ensembles.items[i].models.len; m++)
			text_printf(out, " %s", str_text(roles->ensembles.items[i].models.items[m]));
		text_put(out, "\n");
	}
	for (uint32_t i = 0; i < roles->world.len; i++)
		text_printf(out, "world %s -> %s\n", str_text(roles->world.items[i].from), str_text(roles->world.items[i].to));
	for (uint32_t i = 0; i < roles->settings.len; i++) {
		text_printf(out, "rule %s", str_text(roles->settings.items[i].rule));
		print_text(out, "level", roles->settings.items[i].level);
		if (roles->settings.items[i].models >= 0)
			text_printf(out, " models=%lld", (long long)roles->settings.items[i].models);
		text_put(out, "\n");
	}
	for (uint32_t i = 0; i < roles->suppressions.len; i++) {
		const Suppression *suppression = &roles->suppressions.items[i];
		text_printf(out, "suppress %s %s", str_text(suppression->rule), suppression->in_source
			? str_text(str_format("at %s:%u", str_text(suppression->file), suppression->line))
			: str_text(suppression->subject));
		print_text(out, "reason", suppression->reason);
		print_text(out, "until", suppression->until);
		text_put(out, "\n");
	}
}

void roles_print(const Roles *roles, const Module *program, Text *out)
{
	if (!str_empty(roles->project))
		text_printf(out, "project %s\n", str_text(roles->project));
	for (RoleId id = 0; id < roles->roles.len; id++) {
		print_role(&roles->roles.items[id], out);
		if (program)
			print_role_matches(roles, id, program, out);
	}
	print_settings(roles, out);
}
