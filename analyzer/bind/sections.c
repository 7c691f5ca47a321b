/*
 * What a manifest can say: one table a section, one line a key. The struct of a section is a draft that holds what
 * the keys said; its finish function checks what no single key can know (which keys exclude each other, which
 * placeholders a name may have) and turns the draft into roles.
 */
#include "bind/sections.h"

#include "bind/syntax.h"

enum { MANIFEST_VERSION = 1, RANGE_MAX = 256, ROLE_COST = 8 };

typedef VEC(Target) TargetVec;
typedef VEC(Position) PositionVec;

typedef struct {
	int64_t arg;
	Str type;
} Requirement;

/* An entry about something in the program. */
typedef struct {
	Role role;
	Template name;
	TargetVec targets;
	const char *target_key; /* the key that gave the targets */
	PositionVec values, inputs, outputs, labels, weights, states;
	const char *input_key, *output_key;
	Requirement requires;
	yaml_mark_t mark;
} RoleDraft;

typedef struct {
	RoleDraft place;
	Position emit_name;
	RoleDraft emit;
	bool has_emit;
} FeatureDraft;

typedef VEC(RoleDraft) RoleDraftVec;

typedef struct {
	Template name;
	RoleDraftVec puts, gets;
} StoreDraft;

typedef struct {
	ModuleRule rule;
	StrVec paths;
} ModuleDraft;

static const char *const access_words[] = { "private", "public", NULL };
static const char *const level_words[] = { "off", "note", "warning", "error", NULL };

static void place_set(const Reader *reader, const yaml_node_t *node, Str *file, uint32_t *line, uint32_t *column)
{
	*file = reader->file;
	*line = (uint32_t)node->start_mark.line + 1;
	*column = (uint32_t)node->start_mark.column + 1;
}

/* Positions */

static bool key_argument(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	const char *text = schema_scalar(value);
	Position position;

	if (!text || !position_parse(text, &position, NULL) || !str_empty(position.field)) {
		schema_error(reader, value->start_mark, "\"%s\" must be return or an argument number from 0 to 999, not %s",
			key->name, str_text(schema_describe(value)));
		return false;
	}
	*(int32_t *)out = position.arg;
	return true;
}

static const Key count_keys[] = {
	{ "arg", key_argument, .offset = offsetof(Position, count_arg), .required = true },
	{ 0 }
};
static const Section section_count = { .name = "count", .called = "count", .keys = count_keys };

static bool key_count(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	Position *position = out;

	if (value->type == YAML_MAPPING_NODE) {
		if (!section_read(reader, &section_count, value, position))
			return false;
		if (position->count_arg != POS_RETURN)
			return true;
		schema_error(reader, value->start_mark, "\"%s\" cannot be the result of the call", key->name);
		return false;
	}
	return key_number(reader, key, value, &position->count);
}

static const Key position_keys[] = {
	{ "arg", key_argument, .offset = offsetof(Position, arg), .required = true },
	{ "count", key_count, .detail = 1 },
	{ "field", key_text, .offset = offsetof(Position, field) },
	{ "label", key_text, .offset = offsetof(Position, label) },
	{ 0 }
};
static const Section section_position = { .name = "position", .called = "a position", .keys = position_keys };

static bool add_position(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	PositionVec *positions = out;
	Position position = position_none();
	int32_t last = 0;

	if (value->type == YAML_MAPPING_NODE) {
		if (!section_read(reader, key->section, value, &position))
			return false;
		vec_push(positions, position);
		return true;
	}
	const char *text = schema_scalar(value);
	if (!text || !position_parse(text, &position, &last) || last - position.arg >= RANGE_MAX) {
		schema_error(reader, value->start_mark, "\"%s\" must be return, an argument number, \"1.field\", \"1..3\" or "
			"{ arg: 1, count: …, field: …, label: … }, not %s", key->name, str_text(schema_describe(value)));
		return false;
	}
	for (; position.arg <= last && schema_spend(reader, value->start_mark, 1); position.arg++)
		vec_push(positions, position);
	return true;
}

/* PositionVec */
static bool key_positions(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	return schema_each(reader, key, value, out, add_position);
}

/* Position */
static bool key_position(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	PositionVec positions = {0};
	bool ok = add_position(reader, key, value, &positions);

	if (ok && positions.len != 1) {
		schema_error(reader, value->start_mark, "\"%s\" must be one position, not %s", key->name,
			str_text(schema_describe(value)));
		ok = false;
	}
	if (ok)
		*(Position *)out = positions.items[0];
	vec_release(&positions);
	return ok;
}

/* Reads to *POSITIONS under one of two names. */
static bool read_either(Reader *reader, const Key *key, yaml_node_t *value, PositionVec *positions, const char **given)
{
	if (*given) {
		schema_error(reader, value->start_mark, "both \"%s\" and \"%s\", which mean the same", *given, key->name);
		return false;
	}
	*given = key->name;
	return key_positions(reader, key, value, positions);
}

/* RoleDraft */
static bool key_inputs(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	RoleDraft *draft = out;

	return read_either(reader, key, value, &draft->inputs, &draft->input_key);
}

/* RoleDraft */
static bool key_outputs(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	RoleDraft *draft = out;

	return read_either(reader, key, value, &draft->outputs, &draft->output_key);
}

/* Targets */

static bool add_target(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	RoleDraft *draft = out;
	const char *expected;
	Target target;
	Str text;

	if (!key_text(reader, key, value, &text))
		return false;
	if (!target_parse((TargetKind)key->detail, str_text(text), &target, &expected)) {
		schema_error(reader, value->start_mark, "\"%s\" must be %s, not %s", key->name, expected,
			str_text(schema_describe(value)));
		return false;
	}
	vec_push(&draft->targets, target);
	return true;
}

/* RoleDraft: a target or a list of them. */
static bool key_target(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	RoleDraft *draft = out;

	if (draft->target_key) {
		schema_error(reader, value->start_mark, "both \"%s\" and \"%s\", expected one of them", draft->target_key,
			key->name);
		return false;
	}
	draft->target_key = key->name;
	return schema_each(reader, key, value, draft, add_target);
}

static const Key requirement_keys[] = {
	{ "arg", key_number, .offset = offsetof(Requirement, arg), .required = true },
	{ "type", key_text, .offset = offsetof(Requirement, type), .required = true },
	{ 0 }
};
static const Section section_requirement = { .name = "requires", .called = "requires", .keys = requirement_keys };

/* bool */
static bool key_compiled_in(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	if (reader->pack)
		return key_bool(reader, key, value, out);
	schema_error(reader, value->start_mark, "\"%s\" is for packs: a manifest's entries hold for the program's own "
		"functions anyway", key->name);
	return false;
}

static void role_init(Reader *reader, const yaml_node_t *node, RoleDraft *draft)
{
	draft->mark = node->start_mark;
	draft->role.value = draft->role.key = draft->role.identity = position_none();
	place_set(reader, node, &draft->role.file, &draft->role.line, &draft->role.column);
	draft->role.from_pack = reader->pack;
}

static void role_start(Reader *reader, const yaml_node_t *node, void *entry)
{
	role_init(reader, node, entry);
}

static void role_release(RoleDraft *draft)
{
	vec_release(&draft->targets);
	vec_release(&draft->values);
	vec_release(&draft->inputs);
	vec_release(&draft->outputs);
	vec_release(&draft->labels);
	vec_release(&draft->weights);
	vec_release(&draft->states);
}

static Str entry_text(const RoleDraft *draft, const Target *target)
{
	Text text = {0};

	text_printf(&text, "%s: ", draft->target_key);
	target_print(target, &text);
	Str result = str_intern(text_data(&text));
	text_release(&text);
	return result;
}

static bool name_check(Reader *reader, const Template *name, RoleKind kind, TargetKind target)
{
	Text problem = {0};
	bool ok = template_check(str_text(name->text), kind, target, &problem);

	if (!ok)
		schema_error(reader, name->mark, "name \"%s\": %s", str_text(name->text), text_data(&problem));
	text_release(&problem);
	return ok;
}

/* One role for each target and value of DRAFT; nothing for a name that cannot be expanded. */
static void role_add(Reader *reader, RoleKind kind, const RoleDraft *draft)
{
	bool empty = str_empty(draft->name.text);
	uint32_t cost = ROLE_COST + draft->inputs.len + draft->outputs.len + draft->labels.len + draft->weights.len +
		draft->states.len;

	if (!draft->targets.len || (!empty && !name_check(reader, &draft->name, kind, draft->targets.items[0].kind)))
		return;
	for (uint32_t t = 0; t < draft->targets.len; t++)
		for (uint32_t v = 0; v < (draft->values.len ? draft->values.len : 1); v++) {
			if (!schema_spend(reader, draft->mark, cost))
				return;
			Role *role = vec_add(&reader->roles->roles);
			*role = draft->role;
			role->kind = kind;
			role->target = draft->targets.items[t];
			if (!str_empty(draft->requires.type)) {
				role->target.requires_arg = (int32_t)draft->requires.arg;
				role->target.requires_type = draft->requires.type;
			}
			role->name = draft->name.text;
			role->several = draft->values.len > 1 && empty && !role->from_pack;
			if (draft->values.len)
				role->value = draft->values.items[v];
			vec_append(&role->inputs, &draft->inputs);
			vec_append(&role->outputs, &draft->outputs);
			vec_append(&role->labels, &draft->labels);
			vec_append(&role->weights, &draft->weights);
			vec_append(&role->states, &draft->states);
			role->entry = entry_text(draft, &role->target);
		}
}

/* Complains about a key that makes sense for functions only. */
static bool function_only(Reader *reader, const RoleDraft *draft, bool given, const char *key)
{
	if (!given || draft->targets.items[0].kind == TARGET_FUNCTION)
		return true;
	schema_error(reader, draft->mark, "\"%s\" belongs to \"function\", not to \"%s\"", key, draft->target_key);
	return false;
}

static bool has_target(Reader *reader, const RoleDraft *draft, const char *called, const char *keys)
{
	if (draft->targets.len)
		return true;
	schema_error(reader, draft->mark, "%s needs one of the keys %s", called, keys);
	return false;
}

static void signal_finish(Reader *reader, const yaml_node_t *node, void *entry, bool ok)
{
	RoleDraft *draft = entry;

	(void)node;
	if (ok && has_target(reader, draft, "an entry of signals", "function, parameter, field, global") &&
		function_only(reader, draft, draft->values.len, "value") &&
		function_only(reader, draft, !str_empty(draft->requires.type), "requires")) {
		if (draft->targets.items[0].kind == TARGET_FUNCTION)
			draft->role.value.arg = POS_RETURN;
		role_add(reader, ROLE_SIGNAL, draft);
	}
	role_release(draft);
}

static const Key signal_keys[] = {
	{ "compiled_in", key_compiled_in, .offset = offsetof(RoleDraft, role.compiled_in) },
	{ "deprecated", key_bool, .offset = offsetof(RoleDraft, role.deprecated) },
	{ "field", key_target, .detail = TARGET_FIELD },
	{ "function", key_target, .detail = TARGET_FUNCTION },
	{ "global", key_target, .detail = TARGET_GLOBAL },
	{ "label", key_bool, .offset = offsetof(RoleDraft, role.label) },
	{ "name", key_template, .offset = offsetof(RoleDraft, name) },
	{ "owner", key_text, .offset = offsetof(RoleDraft, role.owner) },
	{ "parameter", key_target, .detail = TARGET_PARAMETER },
	{ "requires", key_section, .offset = offsetof(RoleDraft, requires), .section = &section_requirement },
	{ "unstable", key_bool, .offset = offsetof(RoleDraft, role.unstable) },
	{ "value", key_positions, .offset = offsetof(RoleDraft, values), .section = &section_position },
	{ "version", key_text, .offset = offsetof(RoleDraft, role.version) },
	{ 0 }
};
static const Section section_signals = {
	"signals", "an entry of signals", signal_keys, sizeof(RoleDraft), role_start, signal_finish,
};

/* Features */

static const Key emit_keys[] = {
	{ "function", key_target, .offset = offsetof(FeatureDraft, emit), .required = true, .detail = TARGET_FUNCTION },
	{ "name", key_position, .offset = offsetof(FeatureDraft, emit.role.key), .section = &section_position },
	{ "requires", key_section, .offset = offsetof(FeatureDraft, emit.requires), .section = &section_requirement },
	{ "value", key_positions, .offset = offsetof(FeatureDraft, emit.values), .required = true,
		.section = &section_position },
	{ 0 }
};
static const Section section_emit = { .name = "emit", .called = "emit", .keys = emit_keys };

/* FeatureDraft */
static bool key_emit(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	FeatureDraft *draft = out;

	draft->has_emit = true;
	return section_read(reader, key->section, value, draft);
}

static void feature_start(Reader *reader, const yaml_node_t *node, void *entry)
{
	FeatureDraft *draft = entry;

	role_init(reader, node, &draft->place);
	role_init(reader, node, &draft->emit);
}

static bool emit_check(Reader *reader, FeatureDraft *draft)
{
	if (draft->place.targets.len) {
		schema_error(reader, draft->place.mark, "both \"emit\" and \"%s\", expected one of them",
			draft->place.target_key);
		return false;
	}
	draft->emit.name = draft->place.name;
	draft->emit.role.deprecated = draft->place.role.deprecated;
	if (draft->emit.role.key.arg != POS_NONE || !str_empty(draft->emit.name.text))
		return true;
	schema_error(reader, draft->place.mark, "emit needs the key \"name\" (which argument names the feature), "
		"or the entry a \"name\"");
	return false;
}

static void feature_finish(Reader *reader, const yaml_node_t *node, void *entry, bool ok)
{
	FeatureDraft *draft = entry;

	(void)node;
	if (ok && draft->has_emit) {
		if (emit_check(reader, draft))
			role_add(reader, ROLE_EMIT, &draft->emit);
	} else if (ok && has_target(reader, &draft->place, "an entry of features", "field, variable, emit")) {
		role_add(reader, ROLE_FEATURE, &draft->place);
	}
	role_release(&draft->place);
	role_release(&draft->emit);
}

static const Key feature_keys[] = {
	{ "deprecated", key_bool, .offset = offsetof(FeatureDraft, place.role.deprecated) },
	{ "emit", key_emit, .section = &section_emit },
	{ "field", key_target, .offset = offsetof(FeatureDraft, place), .detail = TARGET_FIELD },
	{ "name", key_template, .offset = offsetof(FeatureDraft, place.name) },
	{ "variable", key_target, .offset = offsetof(FeatureDraft, place), .detail = TARGET_VARIABLE },
	{ 0 }
};
static const Section section_features = {
	"features", "an entry of features", feature_keys, sizeof(FeatureDraft), feature_start, feature_finish,
};

/* Models */

/* RoleDraft: true or false, or the arguments that point to the state. */
static bool key_state(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	RoleDraft *draft = out;
	const char *text = schema_scalar(value);

	if (text && (!strcmp(text, "true") || !strcmp(text, "false")))
		return key_bool(reader, key, value, &draft->role.has_state);
	if (!key_positions(reader, key, value, &draft->states))
		return false;
	for (uint32_t i = 0; i < draft->states.len; i++)
		if (draft->states.items[i].arg == POS_RETURN) {
			schema_error(reader, value->start_mark, "\"%s\" cannot be the result of the call", key->name);
			return false;
		}
	draft->role.has_state = true;
	return true;
}

static void model_finish(Reader *reader, const yaml_node_t *node, void *entry, bool ok)
{
	RoleDraft *draft = entry;

	(void)node;
	if (ok && !draft->inputs.len) {
		schema_error(reader, draft->mark, "an entry of models needs the key \"input\": the argument with the features");
		ok = false;
	}
	if (ok) {
		if (!draft->outputs.len) {
			Position result = position_none();
			result.arg = POS_RETURN;
			vec_push(&draft->outputs, result);
		}
		role_add(reader, ROLE_MODEL, draft);
	}
	role_release(draft);
}

static const Key model_keys[] = {
	{ "access", key_word, .offset = offsetof(RoleDraft, role.access), .words = access_words },
	{ "collapse", key_bool, .offset = offsetof(RoleDraft, role.collapse) },
	{ "compiled_in", key_compiled_in, .offset = offsetof(RoleDraft, role.compiled_in) },
	{ "function", key_target, .required = true, .detail = TARGET_FUNCTION },
	{ "identity", key_position, .offset = offsetof(RoleDraft, role.identity), .section = &section_position },
	{ "input", key_inputs, .section = &section_position },
	{ "inputs", key_inputs, .section = &section_position },
	{ "module", key_text, .offset = offsetof(RoleDraft, role.module) },
	{ "name", key_template, .offset = offsetof(RoleDraft, name) },
	{ "output", key_outputs, .section = &section_position },
	{ "outputs", key_outputs, .section = &section_position },
	{ "owner", key_text, .offset = offsetof(RoleDraft, role.owner) },
	{ "requires", key_section, .offset = offsetof(RoleDraft, requires), .section = &section_requirement },
	{ "state", key_state, .section = &section_position },
	{ 0 }
};
static const Section section_models = {
	"models", "an entry of models", model_keys, sizeof(RoleDraft), role_start, model_finish,
};

/* Stores */

static const Key put_keys[] = {
	{ "function", key_target, .required = true, .detail = TARGET_FUNCTION },
	{ "key", key_position, .offset = offsetof(RoleDraft, role.key), .required = true, .section = &section_position },
	{ "requires", key_section, .offset = offsetof(RoleDraft, requires), .section = &section_requirement },
	{ "value", key_positions, .offset = offsetof(RoleDraft, values), .required = true, .section = &section_position },
	{ 0 }
};
static const Section section_put = { .name = "put", .called = "put", .keys = put_keys };

static const Key get_keys[] = {
	{ "function", key_target, .required = true, .detail = TARGET_FUNCTION },
	{ "key", key_position, .offset = offsetof(RoleDraft, role.key), .required = true, .section = &section_position },
	{ "requires", key_section, .offset = offsetof(RoleDraft, requires), .section = &section_requirement },
	{ "value", key_positions, .offset = offsetof(RoleDraft, values), .section = &section_position },
	{ 0 }
};
static const Section section_get = { .name = "get", .called = "get", .keys = get_keys };

static bool add_access(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	RoleDraftVec *drafts = out;
	RoleDraft *draft = vec_add(drafts);

	role_init(reader, value, draft);
	draft->role.value.arg = POS_RETURN;
	return section_read(reader, key->section, value, draft);
}

/* RoleDraftVec: one map or a list of them. */
static bool key_accesses(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	return schema_each(reader, key, value, out, add_access);
}

/* What the names of all functions of a store begin with ("kv" of kv_put and kv_get), or the first function. */
static Str store_name(const StoreDraft *store)
{
	const RoleDraft *first = store->puts.len ? &store->puts.items[0] : &store->gets.items[0];
	const char *name = str_text(first->targets.items[0].function);
	size_t length = strlen(name);

	for (uint32_t i = 0; i < store->puts.len + store->gets.len; i++) {
		const RoleDraft *draft = i < store->puts.len ? &store->puts.items[i] : &store->gets.items[i - store->puts.len];
		const char *other = str_text(draft->targets.items[0].function);
		size_t same = 0;
		while (same < length && name[same] == other[same])
			same++;
		length = same;
	}
	while (length && strchr("_.:*", name[length - 1]))
		length--;
	return length ? str_intern_n(name, length) : str_intern(name);
}

static void accesses_add(Reader *reader, RoleKind kind, RoleDraftVec *drafts, Str store)
{
	for (uint32_t i = 0; i < drafts->len; i++) {
		drafts->items[i].role.store = store;
		role_add(reader, kind, &drafts->items[i]);
	}
}

static void accesses_release(RoleDraftVec *drafts)
{
	for (uint32_t i = 0; i < drafts->len; i++)
		role_release(&drafts->items[i]);
	vec_release(drafts);
}

static void store_finish(Reader *reader, const yaml_node_t *node, void *entry, bool ok)
{
	StoreDraft *draft = entry;

	if (ok && !draft->puts.len && !draft->gets.len) {
		schema_error(reader, node->start_mark, "an entry of stores needs one of the keys put, get");
		ok = false;
	}
	if (ok && !str_empty(draft->name.text))
		ok = name_check(reader, &draft->name, ROLE_PUT, TARGET_FUNCTION);
	if (ok) {
		Str name = str_empty(draft->name.text) ? store_name(draft) : draft->name.text;
		accesses_add(reader, ROLE_PUT, &draft->puts, name);
		accesses_add(reader, ROLE_GET, &draft->gets, name);
	}
	accesses_release(&draft->puts);
	accesses_release(&draft->gets);
}

static const Key store_keys[] = {
	{ "get", key_accesses, .offset = offsetof(StoreDraft, gets), .section = &section_get },
	{ "name", key_template, .offset = offsetof(StoreDraft, name) },
	{ "put", key_accesses, .offset = offsetof(StoreDraft, puts), .section = &section_put },
	{ 0 }
};
static const Section section_stores = {
	"stores", "an entry of stores", store_keys, sizeof(StoreDraft), NULL, store_finish,
};

/* Consumers and monitors */

static void consumer_finish(Reader *reader, const yaml_node_t *node, void *entry, bool ok)
{
	RoleDraft *draft = entry;

	(void)node;
	if (ok)
		role_add(reader, ROLE_CONSUMER, draft);
	role_release(draft);
}

static const Key consumer_keys[] = {
	{ "function", key_target, .required = true, .detail = TARGET_FUNCTION },
	{ "of", key_text, .offset = offsetof(RoleDraft, role.of), .required = true },
	{ "owner", key_text, .offset = offsetof(RoleDraft, role.owner) },
	{ 0 }
};
static const Section section_consumers = {
	"consumers", "an entry of consumers", consumer_keys, sizeof(RoleDraft), role_start, consumer_finish,
};

static void monitor_finish(Reader *reader, const yaml_node_t *node, void *entry, bool ok)
{
	RoleDraft *draft = entry;

	(void)node;
	if (ok)
		role_add(reader, ROLE_MONITOR, draft);
	role_release(draft);
}

static const Key monitor_keys[] = {
	{ "function", key_target, .required = true, .detail = TARGET_FUNCTION },
	{ "name", key_template, .offset = offsetof(RoleDraft, name) },
	{ "requires", key_section, .offset = offsetof(RoleDraft, requires), .section = &section_requirement },
	{ "value", key_positions, .offset = offsetof(RoleDraft, values), .required = true, .section = &section_position },
	{ 0 }
};
static const Section section_monitors = {
	"monitors", "an entry of monitors", monitor_keys, sizeof(RoleDraft), role_start, monitor_finish,
};

/* Allocators */

static void allocator_finish(Reader *reader, const yaml_node_t *node, void *entry, bool ok)
{
	RoleDraft *draft = entry;

	(void)node;
	if (draft->role.value.arg == POS_NONE)
		draft->role.value.arg = POS_RETURN;
	if (ok)
		role_add(reader, ROLE_ALLOCATOR, draft);
	role_release(draft);
}

static const Key allocator_keys[] = {
	{ "function", key_target, .required = true, .detail = TARGET_FUNCTION },
	{ "requires", key_section, .offset = offsetof(RoleDraft, requires), .section = &section_requirement },
	{ "value", key_position, .offset = offsetof(RoleDraft, role.value), .section = &section_position },
	{ "zeroed", key_bool, .offset = offsetof(RoleDraft, role.zeroed) },
	{ 0 }
};
static const Section section_allocators = {
	"allocators", "an entry of allocators", allocator_keys, sizeof(RoleDraft), role_start, allocator_finish,
};

/* Entries */

static void entry_finish(Reader *reader, const yaml_node_t *node, void *entry, bool ok)
{
	RoleDraft *draft = entry;

	(void)node;
	if (ok)
		role_add(reader, ROLE_ENTRY, draft);
	role_release(draft);
}

static const Key entry_keys[] = {
	{ "function", key_target, .required = true, .detail = TARGET_FUNCTION },
	{ 0 }
};
static const Section section_entries = {
	"entries", "an entry of entries", entry_keys, sizeof(RoleDraft), role_start, entry_finish,
};

/* Training */

static void training_finish(Reader *reader, const yaml_node_t *node, void *entry, bool ok)
{
	RoleDraft *draft = entry;

	(void)node;
	if (ok && !draft->inputs.len && !draft->labels.len && !draft->weights.len) {
		schema_error(reader, draft->mark, "an entry of training needs one of the keys features, label, weight");
		ok = false;
	}
	if (ok)
		role_add(reader, ROLE_TRAIN, draft);
	role_release(draft);
}

static const Key training_keys[] = {
	{ "features", key_positions, .offset = offsetof(RoleDraft, inputs), .section = &section_position },
	{ "function", key_target, .required = true, .detail = TARGET_FUNCTION },
	{ "identity", key_position, .offset = offsetof(RoleDraft, role.identity), .section = &section_position },
	{ "label", key_positions, .offset = offsetof(RoleDraft, labels), .section = &section_position },
	{ "of", key_text, .offset = offsetof(RoleDraft, role.of) },
	{ "owner", key_text, .offset = offsetof(RoleDraft, role.owner) },
	{ "requires", key_section, .offset = offsetof(RoleDraft, requires), .section = &section_requirement },
	{ "weight", key_positions, .offset = offsetof(RoleDraft, weights), .section = &section_position },
	{ 0 }
};
static const Section section_training = {
	"training", "an entry of training", training_keys, sizeof(RoleDraft), role_start, training_finish,
};

/* The organisation around the code */

static void ensemble_finish(Reader *reader, const yaml_node_t *node, void *entry, bool ok)
{
	Ensemble *ensemble = entry;

	place_set(reader, node, &ensemble->file, &ensemble->line, &ensemble->column);
	if (ok)
		vec_push(&reader->roles->ensembles, *ensemble);
	else
		vec_release(&ensemble->models);
}

static const Key ensemble_keys[] = {
	{ "models", key_texts, .offset = offsetof(Ensemble, models), .required = true },
	{ "name", key_text, .offset = offsetof(Ensemble, name), .required = true },
	{ 0 }
};
static const Section section_ensembles = {
	"ensembles", "an entry of ensembles", ensemble_keys, sizeof(Ensemble), NULL, ensemble_finish,
};

static void module_finish(Reader *reader, const yaml_node_t *node, void *entry, bool ok)
{
	ModuleDraft *draft = entry;

	place_set(reader, node, &draft->rule.file, &draft->rule.line, &draft->rule.column);
	for (uint32_t i = 0; ok && i < draft->paths.len; i++) {
		draft->rule.path = draft->paths.items[i];
		vec_push(&reader->roles->modules, draft->rule);
	}
	vec_release(&draft->paths);
}

static const Key module_keys[] = {
	{ "name", key_text, .offset = offsetof(ModuleDraft, rule.name), .required = true },
	{ "owner", key_text, .offset = offsetof(ModuleDraft, rule.owner) },
	{ "path", key_texts, .offset = offsetof(ModuleDraft, paths), .required = true },
	{ 0 }
};
static const Section section_modules = {
	"modules", "an entry of modules", module_keys, sizeof(ModuleDraft), NULL, module_finish,
};

static void world_finish(Reader *reader, const yaml_node_t *node, void *entry, bool ok)
{
	WorldEdge *edge = entry;

	place_set(reader, node, &edge->file, &edge->line, &edge->column);
	if (ok)
		vec_push(&reader->roles->world, *edge);
}

static const Key world_keys[] = {
	{ "from", key_text, .offset = offsetof(WorldEdge, from), .required = true },
	{ "to", key_text, .offset = offsetof(WorldEdge, to), .required = true },
	{ 0 }
};
static const Section section_world = {
	"world", "an entry of world", world_keys, sizeof(WorldEdge), NULL, world_finish,
};

static void suppress_finish(Reader *reader, const yaml_node_t *node, void *entry, bool ok)
{
	Suppression *suppression = entry;

	place_set(reader, node, &suppression->file, &suppression->line, &suppression->column);
	if (ok)
		vec_push(&reader->roles->suppressions, *suppression);
}

static const Key suppress_keys[] = {
	{ "reason", key_text, .offset = offsetof(Suppression, reason), .required = true },
	{ "rule", key_text, .offset = offsetof(Suppression, rule), .required = true },
	{ "subject", key_text, .offset = offsetof(Suppression, subject), .required = true },
	{ "until", key_date, .offset = offsetof(Suppression, until) },
	{ 0 }
};
static const Section section_suppress = {
	"suppress", "an entry of suppress", suppress_keys, sizeof(Suppression), NULL, suppress_finish,
};

static const char *const dependency_words[] = { "data", "index", "control", NULL };

static void assert_start(Reader *reader, const yaml_node_t *node, void *entry)
{
	Assertion *assertion = entry;

	place_set(reader, node, &assertion->file, &assertion->line, &assertion->column);
	assertion->exactly = assertion->at_least = assertion->at_most = -1;
}

/* Says what is wrong with an entry that each key alone is right in, or NULL. */
static const char *assert_problem(const Assertion *a)
{
	bool is_way = !str_empty(a->path) || !str_empty(a->no_path), is_count = !str_empty(a->count);
	bool has_bound = a->exactly >= 0 || a->at_least >= 0 || a->at_most >= 0, is_readers = !str_empty(a->consumers);

	if ((!str_empty(a->path) + !str_empty(a->no_path) + is_count + is_readers) != 1)
		return "needs one of the keys path, no-path, count, consumers";
	if (is_way != !str_empty(a->to))
		return is_way ? "needs the key to: where the way leads" : "has no way that the key to could be the end of";
	if (is_count != has_bound)
		return is_count ? "needs one of the keys exactly, at-least, at-most" : "has no count for exactly, at-least, at-most";
	if (a->within.len && !is_readers)
		return "has no consumers for the key within";
	if ((a->kinds.len && !is_way) || (!str_empty(a->of) && !is_count))
		return "has a key that belongs to another kind of assertion";
	return NULL;
}

static void assert_finish(Reader *reader, const yaml_node_t *node, void *entry, bool ok)
{
	Assertion *assertion = entry;
	const char *problem = ok ? assert_problem(assertion) : NULL;

	if (problem)
		schema_error(reader, node->start_mark, "an entry of assert %s", problem);
	if (ok && !problem) {
		vec_push(&reader->roles->assertions, *assertion);
		return;
	}
	vec_release(&assertion->kinds);
	vec_release(&assertion->within);
}

static bool read_dependency(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	VEC(Str) *kinds = out;
	Key word = { .name = key->name, .words = dependency_words };
	Str kind = {0};

	if (!key_word(reader, &word, value, &kind))
		return false;
	vec_push(kinds, kind);
	return true;
}

/* VEC(Str): one or a list of data, index, control */
static bool key_dependencies(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	return schema_each(reader, key, value, out, read_dependency);
}

static const Key assert_keys[] = {
	{ "at-least", key_number, .offset = offsetof(Assertion, at_least) },
	{ "at-most", key_number, .offset = offsetof(Assertion, at_most) },
	{ "because", key_text, .offset = offsetof(Assertion, because) },
	{ "consumers", key_text, .offset = offsetof(Assertion, consumers) },
	{ "count", key_text, .offset = offsetof(Assertion, count) },
	{ "exactly", key_number, .offset = offsetof(Assertion, exactly) },
	{ "kinds", key_dependencies, .offset = offsetof(Assertion, kinds) },
	{ "no-path", key_text, .offset = offsetof(Assertion, no_path) },
	{ "of", key_text, .offset = offsetof(Assertion, of) },
	{ "path", key_text, .offset = offsetof(Assertion, path) },
	{ "to", key_text, .offset = offsetof(Assertion, to) },
	{ "within", key_texts, .offset = offsetof(Assertion, within) },
	{ 0 }
};
static const Section section_assert = {
	"assert", "an entry of assert", assert_keys, sizeof(Assertion), assert_start, assert_finish,
};

static const Key rule_keys[] = {
	{ "level", key_word, .offset = offsetof(RuleSetting, level), .words = level_words },
	{ "files", key_number, .offset = offsetof(RuleSetting, files), .detail = 1 },
	{ "functions", key_number, .offset = offsetof(RuleSetting, functions), .detail = 1 },
	{ "models", key_number, .offset = offsetof(RuleSetting, models), .detail = 1 },
	{ "modules", key_number, .offset = offsetof(RuleSetting, modules), .detail = 1 },
	{ "sources", key_number, .offset = offsetof(RuleSetting, sources), .detail = 1 },
	{ "steps", key_number, .offset = offsetof(RuleSetting, steps), .detail = 1 },
	{ "stores", key_number, .offset = offsetof(RuleSetting, stores), .detail = 1 },
	{ 0 }
};
static const Section section_rule = { .name = "rules", .called = "the settings of a rule", .keys = rule_keys };

/* One rule's settings: a map, or only its level. */
static void read_rule(Reader *reader, const Key *key, const yaml_node_t *name, yaml_node_t *value)
{
	RuleSetting setting = { .models = -1 };
	const Key *level = &rule_keys[0];

	setting.rule = str_intern(schema_scalar(name));
	place_set(reader, name, &setting.file, &setting.line, &setting.column);
	bool ok = value->type == YAML_SCALAR_NODE ? level->read(reader, level, value, &setting.level) :
		section_read(reader, key->section, value, &setting);
	if (ok)
		vec_push(&reader->roles->settings, setting);
}

/* nothing: a map from rule to settings */
static bool key_rules(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	Map seen = {0}; /* name → line */

	(void)out;
	if (value->type != YAML_MAPPING_NODE) {
		schema_error(reader, value->start_mark, "\"rules\" must be a map from a rule to its settings, not %s",
			str_text(schema_describe(value)));
		return false;
	}
	for (const yaml_node_pair_t *pair = value->data.mapping.pairs.start; pair < value->data.mapping.pairs.top; pair++) {
		const yaml_node_t *name = schema_node(reader, pair->key);
		if (!schema_spend(reader, name->start_mark, 1))
			break;
		if (!schema_scalar(name)) {
			schema_error(reader, name->start_mark, "the name of a rule must be text, not %s",
				str_text(schema_describe(name)));
			continue;
		}
		uint32_t line = (uint32_t)name->start_mark.line + 1;
		uint64_t id = str_intern(schema_scalar(name)).i;
		uint32_t before = map_get_or(&seen, id, line);
		if (map_put(&seen, id, before))
			read_rule(reader, key, name, schema_node(reader, pair->value));
		else
			schema_error(reader, name->start_mark, "duplicate rule \"%s\", given before at line %u",
				schema_scalar(name), before);
	}
	map_release(&seen);
	return true;
}

/* nothing: globs on file names */
static bool key_sources(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	StrVec paths = {0};
	bool ok = key_texts(reader, key, value, &paths);

	(void)out;
	if (ok && !reader->pack) {
		schema_error(reader, value->start_mark, "\"%s\" is for packs: a manifest's entries hold for the program's own "
			"functions anyway", key->name);
		ok = false;
	}
	for (uint32_t i = 0; ok && i < paths.len; i++)
		vec_push(&reader->roles->sources, (PackSource){ reader->file, paths.items[i] });
	vec_release(&paths);
	return ok;
}

static bool key_version(Reader *reader, const Key *key, yaml_node_t *value, void *out)
{
	const char *text = schema_scalar(value);

	if (text && !strcmp(text, "1")) {
		*(int64_t *)out = MANIFEST_VERSION;
		return true;
	}
	schema_error(reader, value->start_mark, "\"%s\" must be %d, the only version there is, not %s", key->name,
		MANIFEST_VERSION, str_text(schema_describe(value)));
	return false;
}

static const Key manifest_keys[] = {
	{ "version", key_version, .offset = offsetof(ManifestHead, version), .required = true },
	{ "project", key_text, .offset = offsetof(ManifestHead, project) },
	{ "signals", key_list, .section = &section_signals },
	{ "features", key_list, .section = &section_features },
	{ "models", key_list, .section = &section_models },
	{ "stores", key_list, .section = &section_stores },
	{ "consumers", key_list, .section = &section_consumers },
	{ "monitors", key_list, .section = &section_monitors },
	{ "training", key_list, .section = &section_training },
	{ "allocators", key_list, .section = &section_allocators },
	{ "entries", key_list, .section = &section_entries },
	{ "ensembles", key_list, .section = &section_ensembles },
	{ "modules", key_list, .section = &section_modules },
	{ "world", key_list, .section = &section_world },
	{ "rules", key_rules, .section = &section_rule },
	{ "suppress", key_list, .section = &section_suppress },
	{ "assert", key_list, .section = &section_assert },
	{ "sources", key_sources, .detail = 0 },
	{ 0 }
};
const Section section_manifest = { .name = "manifest", .called = "a manifest", .keys = manifest_keys };
