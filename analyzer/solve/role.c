/*
 * Calls that have a role, and the names of what they bring in.
 */
#include "solve/role.h"


static void put_argument(Run *r, Text *out, const char *digits, const FlowIds *args)
{
	unsigned long n = strtoul(digits, NULL, 10);
	Str text = args && n < args->len ? describe(r, args->items[n]) : (Str){0};

	text_put(out, str_empty(text) ? "*" : str_text(text));
}

Str template_expand(Run *r, Str template, const char *fallback, FuncId callee, uint32_t instr, const FlowIds *args, Str identity)
{
	const char *at = str_empty(template) ? fallback : str_text(template);
	const Module *program = r->e->program;
	Place place = r->f && instr != NONE ? r->f->instrs.items[instr].place : (Place){ NONE, 0, 0 };
	Text out = {0};

	while (*at) {
		const char *end = *at == '{' ? strchr(at, '}') : NULL;
		if (!end) {
			text_char(&out, *at++);
			continue;
		}
		size_t n = (size_t)(end - at - 1);
		const char *key = at + 1;
		if (n == 6 && !strncmp(key, "callee", n))
			text_put(&out, str_text(name_function(r->e, callee)));
		else if (n == 8 && !strncmp(key, "function", n))
			text_put(&out, str_text(name_function(r->e, r->inst->func)));
		else if (n == 4 && !strncmp(key, "file", n))
			text_put(&out, place.file == NONE ? "" : str_text(program->files.items[place.file].name));
		else if (n == 4 && !strncmp(key, "line", n))
			text_printf(&out, "%u", place.line);
		else if (n == 8 && !strncmp(key, "identity", n))
			text_put(&out, str_empty(identity) ? str_text(name_function(r->e, callee)) : str_text(identity));
		else if (n > 3 && !strncmp(key, "arg", 3))
			put_argument(r, &out, key + 3, args);
		at = end + 1;
	}
	Str name = str_intern(text_data(&out));
	text_release(&out);
	return name;
}

Str template_field(Str template, Str record, Str field)
{
	if (str_empty(template))
		return str_format("%s.%s", str_text(record), str_text(field));
	Text out = {0};
	for (const char *at = str_text(template); *at;) {
		if (!strncmp(at, "{record}", 8)) {
			text_put(&out, str_text(record));
			at += 8;
		} else if (!strncmp(at, "{field}", 7)) {
			text_put(&out, str_text(field));
			at += 7;
		} else {
			text_char(&out, *at++);
		}
	}
	Str name = str_intern(text_data(&out));
	text_release(&out);
	return name;
}

FlowId named_node(Run *r, FlowKind kind, NodeKind node_kind, Str name, RoleId role, uint32_t instr, uint64_t key)
{
	FlowId node = flow_keyed(r, kind, instr, hash_u64(name.i, key));

	flow(r->e, node)->aux = thing_new(r->e, (Thing){ .kind = node_kind, .name = name, .label = name, .role = role, .first = -1, .last = -1 });
	flow(r->e, node)->value = value_top();
	return node;
}

/* The parameter that ROLE makes a signal: of FUNC, or of the first function that has one and handed it on to FUNC. Of none: the
   role is of a variable. */
static uint64_t declared_parameter(const Engine *e, RoleId role, FuncId func)
{
	const Map *params = &e->roles->params;
	uint64_t found = map_key(func, NONE);
	bool own = false, some = false;

	for (uint32_t i = 0; i < params->cap; i++) {
		const MapSlot *slot = &params->slots[i];
		if (!slot->used || slot->value != role)
			continue;
		bool mine = slot->key >> 32 == func;
		if (!some || mine > own || (mine == own && slot->key < found))
			found = slot->key;
		own |= mine;
		some = true;
	}
	return found;
}

static Str declared_variable(const Engine *e, RoleId role)
{
	const Map *globals = &e->roles->globals;
	uint64_t found = NONE;

	for (uint32_t i = 0; i < globals->cap; i++)
		if (globals->slots[i].used && globals->slots[i].value == role && globals->slots[i].key < found)
			found = globals->slots[i].key;
	return found == NONE ? str_intern("?") : e->program->globals.items[found].name;
}

FlowId role_param_signal(Run *r, RoleId role, uint64_t key)
{
	const Role *spec = &r->e->roles->roles.items[role];
	uint64_t param = declared_parameter(r->e, role, r->inst->func);
	FuncId func = (FuncId)(param >> 32);
	const Function *f = func == NONE ? NULL : &r->e->program->functions.items[func];
	LocalId local = (LocalId)param;
	Str name = f && local < f->nparams ? str_format("%s.%s", str_text(function_label(f)), str_text(f->locals.items[local].name))
		: declared_variable(r->e, role);
	if (!str_empty(spec->name))
		name = template_expand(r, spec->name, "", func, NONE, NULL, (Str){0});

	return named_node(r, FLOW_SIGNAL, NODE_SIGNAL, name, role, NONE, key);
}

void object_add_signal(Engine *e, ObjId obj, RoleId role)
{
	uint32_t last = 0;

	for (uint32_t i = e->objects.items[obj].signals; i; i = e->pointed_signals.items[i].next) {
		if (e->pointed_signals.items[i].role == role)
			return;
		last = i;
	}
	vec_push(&e->pointed_signals, (PointedSignal){ role, 0 });
	*(last ? &e->pointed_signals.items[last].next : &e->objects.items[obj].signals) = e->pointed_signals.len - 1;
}

FlowId object_signal(Run *r, ObjId obj)
{
	Engine *e = r->e;
	PointedSignal first = e->pointed_signals.items[e->objects.items[obj].signals];

	if (!first.next)
		return role_param_signal(r, first.role, obj);
	FlowId all = flow_keyed(r, FLOW_MERGE, NONE, hash_u64(obj, 0x516A));
	for (uint32_t i = e->objects.items[obj].signals; i; i = e->pointed_signals.items[i].next) {
		RoleId role = e->pointed_signals.items[i].role;
		flow_dep(e, all, role_param_signal(r, role, hash_u64(obj, role)), DEP_DATA);
	}
	flow(e, all)->value = value_top();
	return all;
}

FlowId returned_value(Run *r, State *state, TypeId type, FlowId node, bool chosen, Str name, uint32_t instr)
{
	Engine *e = r->e;

	if (type_is_record(e->program, type))
		return record_of(r, state, type, node, instr);
	if (!is_pointer_to_data(e->program, type))
		return node;
	TypeId held = e->program->types.items[type].elem;
	ObjId obj = object_keyed(e, hash_u64(hash_u64(hash_u64(r->inst->id, instr), r->ctx), 0x516), (Object){ .kind = OBJ_HEAP,
		.inst = r->inst->id, .type = held, .func = NONE, .instr = NONE, .feature = NONE, .text = name });
	FlowId pointer = flow_keyed(r, chosen ? FLOW_OP : FLOW_CONST, instr, 13);
	if (chosen)
		flow_dep(e, pointer, node, DEP_DATA);
	flow(e, pointer)->value = (Value){ range_top(), pts_single(obj, range_const(0)) };
	flow(e, pointer)->type = type;
	memory_receive(r, state, pointer, held, range_const(REST), node, instr); /* one or many: nothing else is in there */
	return pointer;
}

void role_positions(const Position *positions, uint32_t count, Bitset *set)
{
	for (uint32_t i = 0; i < count; i++)
		if (positions[i].arg >= 0)
			bitset_add(set, (uint32_t)positions[i].arg);
}

void role_arguments(const Role *role, Bitset *set)
{
	role_positions(&role->value, 1, set);
	role_positions(&role->key, 1, set);
	role_positions(&role->identity, 1, set);
	role_positions(role->inputs.items, role->inputs.len, set);
	role_positions(role->outputs.items, role->outputs.len, set);
	role_positions(role->states.items, role->states.len, set);
}

/* What FUNC, whose roles begin at FIRST, does besides what they say when it is a signal or emits: with source, all that its body
   does, without, what it may write through arguments that they do not name. A pack says all, and so does a store: what its
   functions do is the store. The bodies of models run anyway. */
static void role_besides(Run *r, State *state, FuncId func, uint32_t first, const Call *call, uint32_t instr)
{
	const Roles *roles = r->e->roles;
	const Function *f = &r->e->program->functions.items[func];
	bool signal = false, emits = false, reached;
	Bitset named = {0};
	uint32_t call_id;

	for (uint32_t i = first; i < roles->functions.len && roles->functions.items[i].function == func; i++) {
		const Role *role = &roles->roles.items[roles->functions.items[i].role];
		signal |= !role->from_pack && role->kind == ROLE_SIGNAL;
		emits |= !role->from_pack && role->kind == ROLE_EMIT;
		role_arguments(role, &named);
	}
	if (signal && f->defined && !f->is_stub)
		call_body(r, state, func, call, instr, &reached, &call_id);
	else if ((signal || emits) && !f->defined)
		call_write_unnamed(r, state, func, call, &named, 0, instr);
	bitset_release(&named);
}

bool role_call(Run *r, State *state, FuncId func, Call *call, uint32_t instr, FlowId *result)
{
	const Roles *roles = r->e->roles;
	const Function *f = &r->e->program->functions.items[func];
	uint32_t first = roles_first(roles, func);
	bool done = false, returned = false;

	*result = undefined_node(r->e);
	role_besides(r, state, func, first, call, instr);
	for (uint32_t i = first; i < roles->functions.len && roles->functions.items[i].function == func; i++) {
		RoleId role = roles->functions.items[i].role;
		RoleKind kind = roles->roles.items[role].kind;
		if (kind == ROLE_SIGNAL) {
			FlowId node = signal_call(r, state, func, role, call, instr);
			if (!returned)
				*result = node;
			returned |= roles->roles.items[role].value.arg == POS_RETURN;
			done = true;
		} else if (kind == ROLE_MODEL) {
			*result = model_call(r, state, func, role, call, instr);
			done = true;
		} else if (kind == ROLE_PUT || kind == ROLE_EMIT) {
			put_call(r, state, func, role, call, instr);
			done |= kind == ROLE_PUT || !f->defined || f->is_stub || roles->roles.items[role].from_pack;
		} else if (kind == ROLE_GET) {
			*result = get_call(r, state, func, role, call, instr);
			done = true;
		} else if (kind == ROLE_MONITOR) {
			monitor_call(r, state, func, role, call, instr);
			done |= !f->defined;
		} else if (kind == ROLE_ALLOCATOR) {
			*result = allocator_call(r, state, role, call, instr);
			done = true;
		} else if (kind == ROLE_TRAIN) {
			train_call(r, state, func, role, call, instr);
			done |= !f->defined;
		}
	}
	return done;
}
