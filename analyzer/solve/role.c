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

FlowId role_param_signal(Run *r, uint32_t param, RoleId role, uint64_t key)
{
	const Role *spec = &r->e->roles->roles.items[role];
	Str fallback = {0};

	(void)param;
	for (uint32_t p = 0; p < r->f->nparams; p++)
		if (map_get_or(&r->e->roles->params, map_key(r->inst->func, p), NONE) == role)
			fallback = r->f->locals.items[p].name;
	Str name = str_empty(spec->name) ? str_format("%s.%s", str_text(function_label(r->f)), str_text(fallback))
		: template_expand(r, spec->name, "", r->inst->func, NONE, NULL, (Str){0});
	FlowId node = named_node(r, FLOW_SIGNAL, NODE_SIGNAL, name, role, NONE, key);
	return node;
}

bool role_call(Run *r, State *state, FuncId func, Call *call, uint32_t instr, FlowId *result)
{
	const Roles *roles = r->e->roles;
	uint32_t lo = 0, hi = roles->functions.len;
	bool done = false;

	while (lo < hi) {
		uint32_t mid = (lo + hi) / 2;
		if (roles->functions.items[mid].function < func)
			lo = mid + 1;
		else
			hi = mid;
	}
	*result = undefined_node(r->e);
	for (; lo < roles->functions.len && roles->functions.items[lo].function == func; lo++) {
		RoleId role = roles->functions.items[lo].role;
		RoleKind kind = roles->roles.items[role].kind;
		if (kind == ROLE_SIGNAL) {
			*result = signal_call(r, state, func, role, call, instr);
			done = true;
		} else if (kind == ROLE_MODEL) {
			*result = model_call(r, state, func, role, call, instr);
			done = true;
		} else if (kind == ROLE_PUT || kind == ROLE_EMIT) {
			put_call(r, state, role, call, instr);
			done = true;
		} else if (kind == ROLE_GET) {
			*result = get_call(r, state, func, role, call, instr);
			done = true;
		} else if (kind == ROLE_MONITOR) {
			monitor_call(r, state, role, call, instr);
			done |= !r->e->program->functions.items[func].defined;
		} else if (kind == ROLE_ALLOCATOR) {
			*result = allocator_call(r, state, role, call, instr);
			done = true;
		} else if (kind == ROLE_TRAIN) {
			train_call(r, state, func, role, call, instr);
			done |= !r->e->program->functions.items[func].defined;
		}
	}
	return done;
}
