/*
 * Calls that read a signal, put into a store or get from it, emit a feature, watch a prediction, give memory, or fit a
 * model.
 */
#include "solve/interp.h"
#include "solve/role.h"

enum { MAX_DEPTH = 3 }; /* so many pointers, one behind the other, are followed in what is handed over */

/* Adds what argument ARG of CALL, a number or a text, is to CHOOSERS when it is not known. */
static void add_chooser(Run *r, State *state, const Call *call, int32_t arg, uint32_t instr, FlowIds *choosers)
{
	if (arg < 0 || (uint32_t)arg >= call->args.len)
		return;
	FlowId node = call->args.items[arg];
	const Value *value = &flow(r->e, node)->value;
	if (range_is_const(value->num) || !str_empty(describe_constant(r, node)))
		return;
	vec_push(choosers, node);
	uint32_t n;
	const Pointee *t = pts_targets(value->pts, &n);
	if (n)
		vec_push(choosers, memory_contents(r, state, node, n == 1 && t->obj != OBJ_UNKNOWN ? memory_leaf(r->e, *t) : -1, instr, "chosen by"));
}

/* NODE, when CHOOSERS decide which it is; releases them. */
static FlowId chosen_by(Run *r, FlowId node, FlowIds *choosers, uint32_t instr)
{
	FlowId chosen = choosers->len ? flow_derived(r, FLOW_OP, instr, hash_u64(node, 0xC05), node) : node;

	for (uint32_t i = 0; i < choosers->len; i++)
		flow_dep(r->e, chosen, choosers->items[i], DEP_INDEX);
	vec_release(choosers);
	return chosen;
}

/* The arguments that NAME, a template, speaks of. */
static void add_named_choosers(Run *r, State *state, Str name, const Call *call, uint32_t instr, FlowIds *choosers)
{
	const char *at = str_empty(name) ? "" : str_text(name);

	while ((at = strstr(at, "{arg"))) {
		at += 4;
		add_chooser(r, state, call, (int32_t)strtol(at, NULL, 10), instr, choosers);
	}
}

/* What the manifest calls what CALL gives or is given. */
static Str name_of_call(Run *r, const Role *role, FuncId func, const Call *call, uint32_t instr)
{
	const Function *f = &r->e->program->functions.items[func];
	FlowIds args = {0};

	vec_append(&args, &call->args);
	Str name = template_expand(r, role->name, "{callee}", func, instr, &args, (Str){0});
	vec_release(&args);
	if (!role->several || role->value.arg < 0)
		return name;
	Str param = (uint32_t)role->value.arg < f->nparams ? f->locals.items[role->value.arg].name : (Str){0};
	return str_empty(param) ? str_format("%s.%d", str_text(name), (int)role->value.arg) : str_format("%s.%s", str_text(name), str_text(param));
}

FlowId signal_call(Run *r, State *state, FuncId func, RoleId role_id, const Call *call, uint32_t instr)
{
	Engine *e = r->e;
	const Role *role = &e->roles->roles.items[role_id];
	Str name = name_of_call(r, role, func, call, instr);
	FlowId node = named_node(r, FLOW_SIGNAL, NODE_SIGNAL, name, role_id, instr, role_id);
	TypeId type = e->program->types.items[e->program->functions.items[func].type].elem;
	flow(e, node)->type = type;
	FlowIds choosers = {0};
	add_named_choosers(r, state, role->name, call, instr, &choosers);
	node = chosen_by(r, node, &choosers, instr);
	if (role->value.arg == POS_RETURN)
		return returned_value(r, state, type, node, true, name, instr);
	for (uint32_t a = 0; a < call->args.len; a++) {
		if ((int32_t)a != role->value.arg)
			continue;
		int64_t count = position_count(r, &role->value, call), element = element_bits(e, func, a, call->args.items[a]);
		if (element <= 0 && role->from_pack)
			element = 8; /* behind void * packs count bytes */
		int64_t extent = count > 0 && element > 0 ? 0 : argument_extent(r, instr, a);
		int64_t bits = count > 0 && element > 0 ? count * element : extent > 8 ? extent : -1; /* of bytes, nobody knows how many */
		int32_t counter = role->value.count_arg;
		bool counted = counter >= 0 && (uint32_t)counter < call->args.len;
		if (count > 0 || !counted)
			argument_receive(r, state, func, a, call, bits, node, instr);
		/* So many that nobody knows, or of nobody knows what. */
		if (counted && (count <= 0 || element <= 0))
			memory_set(r, state, call->args.items[a], range_top(), call->args.items[counter], element, node, instr);
	}
	return node;
}

typedef struct {
	Run *r;
	State *state;
	ObjId obj;
	Str field;         /* the member that is meant; empty: all of them */
	TypeId record;
	int64_t start;     /* of the record in the object */
	uint32_t depth, instr;
	FlowIds *found;
} Contents;

static void add_contents(Run *r, State *state, FlowId pointer, Str field, uint32_t depth, uint32_t instr, FlowIds *found);

/* What a pointer among the members leads to belongs to what is handed over. */
static void add_behind(void *context, Range off, int64_t size, TypeId type)
{
	const Contents *c = context;
	bool meant = str_empty(c->field) || is_in_member(c->r->e->program, c->record, c->field, off.lo - c->start);

	if (meant && is_pointer_to_data(c->r->e->program, type))
		add_contents(c->r, c->state, read_location(c->r, c->state, c->obj, off, size, type, c->instr, NOT_RELEVANT),
		             (Str){0}, c->depth + 1, c->instr, c->found);
}

/* Adds what POINTER leads to, or just the member FIELD of it, and what lies behind. */
static void add_contents(Run *r, State *state, FlowId pointer, Str field, uint32_t depth, uint32_t instr, FlowIds *found)
{
	Engine *e = r->e;
	TypeId held = is_pointer_to_data(e->program, flow(e, pointer)->type) ? pointee(e, flow(e, pointer)->type) : NONE;
	int64_t at;
	const Field *member = type_is_record(e->program, held) ? record_member(e->program, held, field, &at) : NULL;
	PtsId pts = flow(e, pointer)->value.pts; /* POINTER can get another on the way */
	uint32_t n;

	if (!member)
		vec_push(found, memory_contents(r, state, pointer, -1, instr, depth ? "behind" : "value"));
	pts_targets(pts, &n);
	for (uint32_t i = 0; i < n && depth < MAX_DEPTH && (type_is_record(e->program, held) || is_pointer_to_data(e->program, held)); i++) {
		Pointee t = pts_targets(pts, &n)[i];
		if (t.obj == OBJ_UNKNOWN || !range_is_const(t.off))
			continue;
		Contents contents = { r, state, t.obj, member ? field : (Str){0}, held, t.off.lo, depth, instr, found };
		type_leaves(e->program, held, t.off, add_behind, &contents);
		if (member && !is_pointer_to_data(e->program, member->type))
			vec_push(found, read_location(r, state, t.obj, offset_add(t.off, range_const(at)), type_bits(e->program, member->type), NONE, instr, NOT_RELEVANT));
	}
}

static FlowId position_value(Run *r, State *state, FuncId func, const Position *p, const Call *call, uint32_t instr)
{
	Engine *e = r->e;
	FlowIds found = {0};

	if (p->arg < 0 || (uint32_t)p->arg >= call->args.len)
		return undefined_node(e);
	FlowId arg = call->args.items[p->arg];
	if (!flow(e, arg)->value.pts)
		return arg;
	FlowId typed = flow_derived(r, FLOW_OP, instr, hash_u64((uint64_t)p->arg, 0xA45), arg);
	flow(e, typed)->type = argument_type(e, func, (uint32_t)p->arg, arg);
	add_contents(r, state, typed, p->field, 0, instr, &found);
	FlowId all = found.len == 1 ? found.items[0] : flow_keyed(r, FLOW_MERGE, instr, hash_u64(hash_u64((uint64_t)p->arg, p->field.i), 0xA47));
	for (uint32_t i = 0; found.len != 1 && i < found.len; i++)
		flow_dep(e, all, found.items[i], DEP_DATA);
	vec_release(&found);
	return all;
}

/* The key that argument P of CALL is, or the few that it may be; "*": nobody knows. The caller releases them. */
static Strs position_keys(Run *r, const Position *p, const Call *call)
{
	bool given = p->arg >= 0 && (uint32_t)p->arg < call->args.len;
	Str text = given ? describe_constant(r, call->args.items[p->arg]) : (Str){0};
	Strs keys = {0};

	if (!str_empty(text))
		vec_push(&keys, text);
	else if (given)
		literals_of(r, call->args.items[p->arg], &keys);
	if (!keys.len)
		vec_push(&keys, str_intern("*"));
	return keys;
}

static Str store_key_name(const Role *role, Str key)
{
	return str_format("%s[%s]", str_text(role->store), str_text(key));
}

/* Is what ROLE says that CALL emits, or puts, what the function that makes the call was given for the same? Then that is done. */
static bool is_handed_on(Run *r, const Role *role, const Call *call)
{
	const Roles *roles = r->e->roles;
	bool given = role->value.arg >= 0 && (uint32_t)role->value.arg < call->args.len && r->inst->func != NONE;
	const Flow *v = given ? flow(r->e, flow_as_assigned(r->e, call->args.items[role->value.arg])) : NULL;
	const FormalIn *in = v && v->kind == FLOW_FORMAL && v->inst == r->inst->id ? &r->inst->formal_ins.items[v->aux] : NULL;
	bool found = false;

	for (uint32_t i = roles_first(roles, r->inst->func); in && in->obj == NONE && i < roles->functions.len && !found &&
	     roles->functions.items[i].function == r->inst->func; i++) {
		const Role *outer = &roles->roles.items[roles->functions.items[i].role];
		found = outer->kind == role->kind && outer->value.arg == (int32_t)in->param;
	}
	return found;
}

/* What FUNC does with NODE, which ROLE emits in CALL, it does with the feature. */
static void pass_emitted(Run *r, FuncId func, const Role *role, Call *call, FlowId node)
{
	Engine *e = r->e;
	const Function *f = &e->program->functions.items[func];
	int32_t arg = role->value.arg;

	if (role->from_pack || !f->defined || f->is_stub || arg < 0 || (uint32_t)arg >= call->args.len)
		return;
	FlowId value = call->args.items[arg];
	if (is_pointer_argument(e, value) || type_is_record(e->program, flow(e, value)->type))
		return;
	flow(e, node)->value = flow(e, value)->value;
	flow(e, node)->type = flow(e, value)->type;
	real_copy(e, node, value);
	call->args.items[arg] = node;
}

void put_call(Run *r, State *state, FuncId func, RoleId role_id, Call *call, uint32_t instr)
{
	const Role *role = &r->e->roles->roles.items[role_id];
	if (is_handed_on(r, role, call))
		return;
	Strs keys = position_keys(r, &role->key, call);
	FlowId node = flow_keyed(r, FLOW_STORE, instr, role_id + 100);

	FlowIds choosers = {0};
	add_chooser(r, state, call, role->key.arg, instr, &choosers);
	if (role->kind == ROLE_EMIT)
		add_named_choosers(r, state, role->name, call, instr, &choosers);
	flow_dep(r->e, node, chosen_by(r, position_value(r, state, func, &role->value, call, instr), &choosers, instr), DEP_DATA);
	if (r->inline_at == NONE)
		depend_on_control(r, node, r->block);
	if (role->kind == ROLE_EMIT && !str_empty(role->name)) {
		keys.items[0] = name_of_call(r, role, func, call, instr);
		keys.len = 1;
	}
	for (uint32_t i = 0; i < keys.len; i++) {
		Str key = keys.items[i], store = role->kind == ROLE_PUT ? store_key_name(role, key) : (Str){0};
		if (role->kind == ROLE_EMIT)
			mark_feature(r, node, (Thing){ .kind = NODE_FEATURE, .name = key, .label = key, .role = role_id, .object = key, .first = -1, .last = -1 }, NONE, true);
		vec_push(&r->inst->puts, (Put){ node, role_id, key, store, instr });
	}
	vec_release(&keys);
	if (role->kind == ROLE_EMIT)
		pass_emitted(r, func, role, call, node);
}

/* What is in the store under KEYS. */
static FlowId got_value(Run *r, RoleId role_id, const Strs *keys, uint32_t instr)
{
	const Role *role = &r->e->roles->roles.items[role_id];
	FlowId got = 0, all = keys->len > 1 ? flow_keyed(r, FLOW_MERGE, instr, hash_u64(role_id, 0x6E7)) : 0;

	for (uint32_t i = 0; i < keys->len; i++) {
		got = named_node(r, FLOW_GET, NODE_STORE, store_key_name(role, keys->items[i]), role_id, instr, i ? hash_u64(role_id, keys->items[i].i) : role_id);
		if (all)
			flow_dep(r->e, all, got, DEP_DATA);
	}
	if (all)
		flow(r->e, all)->value = value_top();
	return all ? all : got;
}

FlowId get_call(Run *r, State *state, FuncId func, RoleId role_id, const Call *call, uint32_t instr)
{
	Engine *e = r->e;
	const Role *role = &e->roles->roles.items[role_id];
	Strs keys = position_keys(r, &role->key, call);
	Str name = store_key_name(role, keys.len > 1 ? str_intern("*") : keys.items[0]);
	FlowIds choosers = {0};

	add_chooser(r, state, call, role->key.arg, instr, &choosers);
	FlowId node = chosen_by(r, got_value(r, role_id, &keys, instr), &choosers, instr);
	vec_release(&keys);
	uint32_t arg = (uint32_t)role->value.arg;
	if (role->value.arg >= 0 && arg < call->args.len)
		argument_receive(r, state, func, arg, call, argument_extent(r, instr, arg), node, instr);
	if (role->value.arg != POS_RETURN)
		return node;
	return returned_value(r, state, e->program->types.items[e->program->functions.items[func].type].elem, node, true, name, instr);
}

FlowId allocator_call(Run *r, State *state, RoleId role_id, const Call *call, uint32_t instr)
{
	const Role *role = &r->e->roles->roles.items[role_id];
	FlowId pointer = heap_new(r, state, instr);

	flow(r->e, pointer)->value.num = range_allocated();

	if (role->zeroed) {
		FlowId zero = flow_keyed(r, FLOW_CONST, instr, 15);
		uint32_t n;
		flow(r->e, zero)->value = value_const(0);
		memory_write(r, state, pts_targets(flow(r->e, pointer)->value.pts, &n)->obj, range_const(0), REST, zero, true);
	}
	if (role->value.arg == POS_RETURN)
		return pointer;
	if (role->value.arg >= 0 && (uint32_t)role->value.arg < call->args.len)
		memory_fill(r, state, call->args.items[role->value.arg], range_const(64), pointer, true, instr);
	return undefined_node(r->e);
}

void monitor_call(Run *r, State *state, FuncId func, RoleId role_id, const Call *call, uint32_t instr)
{
	FlowId node = flow_keyed(r, FLOW_ESCAPE, instr, role_id + 200);

	flow_dep(r->e, node, position_value(r, state, func, &r->e->roles->roles.items[role_id].value, call, instr), DEP_DATA);
	flow(r->e, node)->aux = thing_new(r->e, (Thing){ .kind = NODE_CONSUMER, .where = str_intern("monitor"), .role = role_id });
	vec_push(&r->inst->sinks, node);
}

/* What a model is fitted to leaves the program: it comes back in its next predictions. */
void train_call(Run *r, State *state, FuncId func, RoleId role_id, const Call *call, uint32_t instr)
{
	Engine *e = r->e;
	const Role *role = &e->roles->roles.items[role_id];
	Str of = role->of;
	const char *name = str_empty(of) ? str_text(name_function(e, func)) : str_text(of);
	bool one = role->identity.arg >= 0 && (uint32_t)role->identity.arg < call->args.len;
	Str model = one ? describe_constant(r, call->args.items[role->identity.arg]) : (Str){0};

	if (!strncmp(name, "model:", 6))
		name += 6;
	if (!str_empty(model))
		name = str_text(model);
	Str where = str_format("training of %s", name);
	for (int part = 0; part < 3; part++) {
		const Position *positions = part == 0 ? role->inputs.items : part == 1 ? role->labels.items : role->weights.items;
		uint32_t count = part == 0 ? role->inputs.len : part == 1 ? role->labels.len : role->weights.len;
		for (uint32_t i = 0; i < count; i++) {
			FlowId node = flow_keyed(r, FLOW_ESCAPE, instr, hash_u64(role_id + 300, (uint64_t)part << 32 | i));
			flow_dep(e, node, position_value(r, state, func, &positions[i], call, instr), DEP_DATA);
			flow(e, node)->aux = thing_new(e, (Thing){ .kind = NODE_CONSUMER, .where = where, .role = role_id, .is_label = part == 1 });
			vec_push(&r->inst->sinks, node);
		}
	}
}
