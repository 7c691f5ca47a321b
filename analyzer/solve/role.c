/*
 * Calls, loads and stores that have a role: where signals, features, predictions and store keys enter the value flow.
 */
#include "solve/engine.h"

/* Arrays filled as a whole are one feature when they are longer. */
enum { MAX_ELEMENTS = 64 };

/* ---- names ---- */

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

static Str template_field(Str template, Str record, Str field)
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

static FlowId named_node(Run *r, FlowKind kind, NodeKind node_kind, Str name, RoleId role, uint32_t instr, uint64_t key)
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
	Str name = str_empty(spec->name) ? str_format("%s.%s", str_text(r->f->name), str_text(fallback))
		: template_expand(r, spec->name, "", r->inst->func, NONE, NULL, (Str){0});
	FlowId node = named_node(r, FLOW_SIGNAL, NODE_SIGNAL, name, role, NONE, key);
	return node;
}

/* ---- fields ---- */

/* The FIELD an address goes through, its constant index behind it (-1: none, -2: not constant). */
static const Instr *field_of(Run *r, ValueId address, int64_t *index, Str *index_text)
{
	const Instr *in = &r->f->instrs.items[address];

	*index = -1;
	while (in->op == OP_CAST || in->op == OP_ELEM) {
		if (in->op == OP_ELEM) {
			Range num = flow(r->e, interp_value(r, in->b))->value.num;
			*index = range_is_const(num) ? num.lo : -2;
			*index_text = in->text;
		}
		in = &r->f->instrs.items[in->a];
	}
	return in->op == OP_FIELD ? in : NULL;
}

static Str field_name(Engine *e, const Instr *field)
{
	const Type *record = &e->program->types.items[field->b];
	return e->program->fields.items[record->first_field + (uint32_t)field->imm].name;
}

FlowId role_field_load(Run *r, ValueId address, FlowId loaded, uint32_t instr)
{
	Engine *e = r->e;
	int64_t index;
	Str index_text;
	const Instr *field = field_of(r, address, &index, &index_text);
	const Instr *in = &r->f->instrs.items[instr];

	if (field) {
		RoleId role = map_get_or(&e->roles->fields, map_key(field->b, (uint32_t)field->imm), NONE);
		if (role != NONE) {
			Str name = template_field(e->roles->roles.items[role].name, e->program->types.items[field->b].name, field_name(e, field));
			FlowId node = named_node(r, FLOW_SIGNAL, NODE_SIGNAL, name, role, instr, 1);
			flow(e, node)->value = flow(e, loaded)->value;
			flow(e, node)->type = in->type;
			return node;
		}
	}
	const Instr *base = &r->f->instrs.items[address];
	while (base->op == OP_CAST || base->op == OP_ELEM || base->op == OP_FIELD)
		base = &r->f->instrs.items[base->a];
	RoleId role = base->op == OP_ADDR_GLOBAL ? map_get_or(&e->roles->globals, (uint32_t)base->imm, NONE) : NONE;
	if (role != NONE) {
		Str name = template_expand(r, e->roles->roles.items[role].name, str_text(e->program->globals.items[base->imm].name),
		                           r->inst->func, instr, NULL, (Str){0});
		FlowId node = named_node(r, FLOW_SIGNAL, NODE_SIGNAL, name, role, instr, 2);
		flow(e, node)->type = in->type;
		return node;
	}
	if (in->is_volatile) {
		Str object;
		int64_t first, last;
		uint32_t n;
		const Pointee *t = pts_targets(flow(e, interp_value(r, address))->value.pts, &n);
		Str name = n == 1 ? name_location(e, t->obj, t->off, type_bits(e->program, in->type), &object, &first, &last) : str_intern("volatile");
		FlowId node = named_node(r, FLOW_SIGNAL, NODE_SIGNAL, n == 1 ? object : name, NONE, instr, 3);
		flow_dep(e, node, loaded, DEP_DATA);
		flow(e, node)->type = in->type;
		return node;
	}
	return loaded;
}

/* The role that MAP gives to a member around offset OFF of an object, the outermost one. */
static RoleId member_role(Engine *e, ObjId obj, Range off, const Map *map)
{
	const Module *program = e->program;
	const Object *o = &e->objects.items[obj];
	TypeId type = o->type;
	int64_t at = off.lo;

	if (!map->len || type == NONE || at < 0 || (o->kind == OBJ_FORMAL && !type_is_record(program, type)))
		return NONE;
	for (int depth = 0; depth < 32; depth++) {
		const Type *t = &program->types.items[type];
		if (t->kind == TY_ARRAY || (depth == 0 && t->bits > 0 && at >= t->bits && type_is_record(program, type))) {
			TypeId elem = t->kind == TY_ARRAY ? t->elem : type;
			int64_t bits = type_bits(program, elem);
			if (bits <= 0)
				return NONE;
			at %= bits;
			type = elem;
			continue;
		}
		if (t->kind != TY_STRUCT && t->kind != TY_UNION)
			return NONE;
		TypeId inner = NONE;
		for (uint32_t i = 0; i < t->nfields && inner == NONE; i++) {
			const Field *field = &program->fields.items[t->first_field + i];
			int64_t bits = type_bits(program, field->type);
			if (at < field->bit_offset || at >= field->bit_offset + bits || off.hi - off.lo + at > field->bit_offset + bits)
				continue;
			RoleId role = map_get_or(map, map_key(type, i), NONE);
			if (role != NONE)
				return role;
			inner = field->type;
			at -= field->bit_offset;
		}
		if (inner == NONE)
			return NONE;
		type = inner;
	}
	return NONE;
}

FlowId role_member_signal(Run *r, ObjId obj, Range off, int64_t size, TypeId type)
{
	Engine *e = r->e;
	RoleId role = member_role(e, obj, off, &e->roles->fields);
	Str object;
	int64_t first, last;

	if (role == NONE)
		return 0;
	name_location(e, obj, off, size, &object, &first, &last);
	const char *dot = strchr(str_text(object), '.');
	Str record = dot ? str_intern_n(str_text(object), (size_t)(dot - str_text(object))) : object;
	Str name = template_field(e->roles->roles.items[role].name, record, str_intern(dot ? dot + 1 : ""));
	FlowId node = named_node(r, FLOW_SIGNAL, NODE_SIGNAL, name, role, NONE, hash_u64(obj, (uint64_t)off.lo));
	flow(e, node)->type = type;
	return node;
}

static void mark(Run *r, FlowId node, Thing thing, uint32_t model, bool declared)
{
	uint32_t m = feature_mark(r->e, node, thing, model, declared);
	vec_push(&r->inst->marks, m);
}

void role_field_store(Run *r, ValueId address, FlowId stored)
{
	Engine *e = r->e;
	int64_t index;
	Str index_text = {0};
	const Instr *in = &r->f->instrs.items[address];

	if (in->op == OP_ADDR_LOCAL) {
		RoleId role = map_get_or(&e->roles->feature_locals, map_key(r->inst->func, (uint32_t)in->imm), NONE);
		if (role == NONE)
			return;
		Str name = str_format("%s.%s", str_text(r->f->name), str_text(r->f->locals.items[in->imm].name));
		name = template_expand(r, e->roles->roles.items[role].name, str_text(name), r->inst->func, NONE, NULL, (Str){0});
		mark(r, stored, (Thing){ .kind = NODE_FEATURE, .name = name, .label = name, .role = role, .object = name, .first = -1, .last = -1 }, NONE, true);
		return;
	}
	const Instr *field = field_of(r, address, &index, &index_text);
	if (!field)
		return;
	RoleId role = map_get_or(&e->roles->feature_fields, map_key(field->b, (uint32_t)field->imm), NONE);
	if (role == NONE)
		return;
	Str object = template_field(e->roles->roles.items[role].name, e->program->types.items[field->b].name, field_name(e, field));
	Str name = object, label = object;
	if (index >= 0) {
		name = str_format("%s[%lld]", str_text(object), (long long)index);
		label = str_empty(index_text) ? name : str_format("%s[%s]", str_text(object), str_text(index_text));
	} else if (index == -2) {
		name = label = str_format("%s[*]", str_text(object));
	}
	mark(r, stored, (Thing){ .kind = NODE_FEATURE, .name = name, .label = label, .role = role, .object = object, .first = index < 0 ? -1 : index, .last = index < 0 ? -1 : index }, NONE, true);
}

/* "f.x[FEAT_AGE]" when the store wrote its index with a name. */
static Str label_of(Run *r, FlowId node, Str object, Str name)
{
	const Flow *v = flow(r->e, node);

	if (v->kind != FLOW_STORE || v->instr == NONE || v->inst != r->inst->id || r->inst->func == NONE)
		return name;
	const Function *f = &r->e->program->functions.items[r->inst->func];
	const Instr *in = &f->instrs.items[v->instr];
	const Instr *address = in->op == OP_STORE ? &f->instrs.items[in->a] : NULL;
	if (!address || address->op != OP_ELEM || str_empty(address->text))
		return name;
	return str_format("%s[%s]", str_text(object), str_text(address->text));
}

static RoleId feature_role(Engine *e, ObjId obj, Range off)
{
	RoleId role = e->objects.items[obj].feature;
	return role == NONE ? member_role(e, obj, off, &e->roles->feature_fields) : role;
}

FlowId role_feature_value(Run *r, ObjId obj, Range off, FlowId node, uint32_t instr)
{
	const Flow *v = flow(r->e, node);

	if ((v->kind != FLOW_SIGNAL && v->kind != FLOW_PREDICTION && v->kind != FLOW_GET) || feature_role(r->e, obj, off) == NONE)
		return node;
	FlowId own = flow_keyed(r, FLOW_STORE, instr, hash_u64(hash_u64(node, obj), (uint64_t)off.lo));
	flow_dep(r->e, own, node, DEP_DATA);
	flow(r->e, own)->value = flow(r->e, node)->value;
	flow(r->e, own)->type = flow(r->e, node)->type;
	return own;
}

void role_object_store(Run *r, ObjId obj, Range off, int64_t size, FlowId node)
{
	Engine *e = r->e;
	RoleId role = feature_role(e, obj, off);
	Str object;
	int64_t first, last;

	if (role == NONE || flow(e, node)->kind == FLOW_CONST)
		return;
	Str name = name_location(e, obj, off, size, &object, &first, &last);
	mark(r, node, (Thing){ .kind = NODE_FEATURE, .name = name, .label = label_of(r, node, object, name), .role = role, .object = object, .first = first, .last = last }, NONE, true);
}

/* ---- models ---- */

static bool has_field(Str name, Str field)
{
	const char *dot = strrchr(str_text(name), '.');
	return str_empty(field) || (dot && str_is(field, dot + 1));
}

/* The value itself may be shared by others: the feature is a node of its own on top of it. */
static FlowId feature_node(Run *r, FlowId node, const Input *in, uint64_t key)
{
	FlowKind kind = (FlowKind)flow(r->e, node)->kind;

	if (kind == FLOW_STORE || kind == FLOW_OUT || kind == FLOW_PHI || kind == FLOW_WEAK)
		return node;
	FlowId own = flow_keyed(r, FLOW_STORE, flow(r->e, node)->inst == r->inst->id ? flow(r->e, node)->instr : NONE,
	                        hash_u64(hash_u64(node, key), in->model));
	flow_dep(r->e, own, node, DEP_DATA);
	flow(r->e, own)->type = flow(r->e, node)->type;
	return own;
}

static void take_cell(Run *r, const Input *in, Range off, int64_t size, FlowId node)
{
	Engine *e = r->e;
	Str object;
	int64_t first, last;

	if (flow(e, node)->kind == FLOW_CONST)
		return;
	Str name = name_location(e, in->obj, off, size, &object, &first, &last);
	if (!has_field(name, in->field))
		return;
	Str label = label_of(r, node, object, name);
	FlowId own = feature_node(r, node, in, (uint64_t)off.lo);
	uint32_t before = r->inst->marks.len;
	mark(r, own, (Thing){ .kind = NODE_FEATURE, .name = name, .label = label, .role = NONE, .object = object, .first = first, .last = last }, in->model, false);
	for (uint32_t i = before; i < r->inst->marks.len; i++)
		e->feature_marks.items[r->inst->marks.items[i]].obj = in->obj;
}

/* An element that cells of several elements lie over: all that it may hold. */
static void take_element(Run *r, State *state, const Input *in, Range off)
{
	FlowIds nodes = {0};
	bool entry;

	memory_collect(state, in->obj, off, in->element, &nodes, &entry);
	if (nodes.len)
		take_cell(r, in, off, in->element, read_location(r, state, in->obj, off, in->element, NONE,
			NONE, false));
	vec_release(&nodes);
}

static void take_cells(Run *r, State *state, const Input *in, int64_t size)
{
	Engine *e = r->e;
	const Cells *cells = state_cells(state, in->obj);
	Cells copy = {0};
	Bitset elements = {0};
	bool by_element = in->element > 0 && range_is_const(in->off);

	if (cells)
		vec_append(&copy.cells, &cells->cells);
	for (uint32_t i = 0; i < copy.cells.len; i++) {
		Cell c = copy.cells.items[i];
		if (!range_overlaps(c.off, c.size, in->off, size))
			continue;
		int64_t lo = c.off.lo < in->off.lo ? in->off.lo : c.off.lo;
		int64_t end = c.off.hi == POS_INF || c.off.hi + c.size > in->off.lo + size ? in->off.lo + size : c.off.hi + c.size;
		int64_t first = by_element ? (lo - in->off.lo) / in->element : 0;
		int64_t last = by_element ? (end - in->off.lo + in->element - 1) / in->element - 1 : 0;
		bool several = by_element && flow(e, c.node)->kind != FLOW_CONST && last - first < MAX_ELEMENTS &&
			(!range_is_const(c.off) || c.size > in->element);
		bool shared = false;
		for (uint32_t k = 0; k < copy.cells.len && by_element && !several; k++)
			shared |= k != i && range_overlaps(c.off, c.size, copy.cells.items[k].off, copy.cells.items[k].size);
		if (!several && !(shared && last - first < MAX_ELEMENTS)) {
			take_cell(r, in, c.off, c.size, c.node);
			continue;
		}
		for (int64_t k = first; k <= last; k++)
			if (bitset_add(&elements, (uint32_t)k))
				take_element(r, state, in, range_const(in->off.lo + k * in->element));
	}
	vec_release(&copy.cells);
	bitset_release(&elements);
}

static void input_take(Run *r, State *state, Input in)
{
	Engine *e = r->e;

	if (in.obj == NONE) {
		if (flow(e, in.node)->kind == FLOW_FORMAL && !r->world) {
			vec_push(&r->inst->inputs, in);
			return;
		}
		FlowId own = feature_node(r, in.node, &in, in.param.i);
		mark(r, own, (Thing){ .kind = NODE_FEATURE, .name = in.param, .label = in.param, .role = NONE, .object = in.param, .first = -1, .last = -1 }, in.model, false);
		return;
	}
	int64_t rest = object_bits(e, in.obj);
	int64_t size = in.size >= 0 ? in.size : rest > 0 && range_is_const(in.off) ? rest - in.off.lo : REST;
	take_cells(r, state, &in, size);
	const Object *o = &e->objects.items[in.obj];
	if (o->kind != OBJ_FORMAL && o->kind != OBJ_ENTRY && o->kind != OBJ_GLOBAL)
		return;
	/* What this function did not write was written by a caller: element by element, so that nothing overwritten counts. */
	int64_t step = in.element > 0 && in.size > 0 && in.size / in.element <= 1024 && range_is_const(in.off) ? in.element : size;
	for (int64_t at = 0; at < size; at += step) {
		FlowIds nodes = {0};
		bool entry;
		memory_collect(state, in.obj, range_add(in.off, range_const(at)), step, &nodes, &entry);
		vec_release(&nodes);
		if (!entry)
			continue;
		if (o->kind == OBJ_FORMAL) {
			Input above = in;
			above.off = range_add(in.off, range_const(at));
			above.size = in.size < 0 ? -1 : step;
			vec_push(&r->inst->inputs, above);
		} else if (o->kind == OBJ_ENTRY) {
			FlowId node = world_entry(r, in.obj, in.off, in.element > 0 ? in.element : 32, NONE);
			take_cell(r, &in, in.size < 0 ? in.off : range_add(in.off, range_const(at)), in.size < 0 ? REST : step, node);
			break;
		}
		o = &e->objects.items[in.obj];
	}
}

void role_model_inputs_above(Run *r, State *state, uint32_t call_id, Instance *callee)
{
	Engine *e = r->e;

	for (uint32_t i = 0; i < callee->inputs.len; i++) {
		Input in = callee->inputs.items[i];
		if (in.obj == NONE) {
			uint32_t formal = flow(e, in.node)->aux;
			in.node = formal < e->calls.items[call_id].ins.len ? e->calls.items[call_id].ins.items[formal] : 0;
			if (in.node)
				input_take(r, state, in);
			continue;
		}
		uint32_t index = e->objects.items[in.obj].index;
		if (index >= e->calls.items[call_id].bound.len)
			continue;
		uint32_t n = e->calls.items[call_id].bound.items[index].targets.len;
		for (uint32_t k = 0; k < n; k++) {
			Pointee t = e->calls.items[call_id].bound.items[index].targets.items[k];
			Input above = in;
			above.obj = t.obj;
			above.off = range_add(t.off, in.off);
			if (t.obj != OBJ_UNKNOWN)
				input_take(r, state, above);
		}
	}
}

static int64_t element_bits(Engine *e, FuncId func, uint32_t arg, FlowId node)
{
	const Function *f = &e->program->functions.items[func];
	TypeId type = arg < f->nparams ? f->locals.items[arg].type : flow(e, node)->type;
	const Type *t = type == NONE ? NULL : &e->program->types.items[type];

	return t && t->kind == TY_POINTER && t->elem != NONE ? type_bits(e->program, t->elem) : -1;
}

static int64_t position_count(Run *r, const Position *p, const Call *call)
{
	if (p->count > 0)
		return p->count;
	if (p->count_arg >= 0 && (uint32_t)p->count_arg < call->args.len) {
		Range num = flow(r->e, call->args.items[p->count_arg])->value.num;
		if (range_is_const(num) && num.lo > 0)
			return num.lo;
	}
	return -1;
}

/* An array member handed over whole ends where the member ends. */
static int64_t member_extent(Run *r, uint32_t instr, uint32_t arg)
{
	if (instr == NONE || !r->f || r->inline_at != NONE)
		return -1;
	const Instr *in = &r->f->instrs.items[r->f->args.items[r->f->instrs.items[instr].first_arg + arg]];
	while (in->op == OP_CAST)
		in = &r->f->instrs.items[in->a];
	return in->op == OP_FIELD ? argument_extent(r, instr, arg) : -1;
}

static void model_input(Run *r, State *state, uint32_t model, FuncId func, const Position *p, uint32_t index, const Call *call, uint32_t instr)
{
	Engine *e = r->e;

	if (p->arg < 0 || (uint32_t)p->arg >= call->args.len)
		return;
	FlowId arg = call->args.items[p->arg];
	uint32_t n;
	PtsId pts = flow(e, arg)->value.pts;
	pts_targets(pts, &n);
	const Function *f = &e->program->functions.items[func];
	TypeId type = (uint32_t)p->arg < f->nparams ? f->locals.items[p->arg].type : flow(e, arg)->type;
	bool record = type_is_record(e->program, type);
	if (!n && !record) {
		Str param = (uint32_t)p->arg < f->nparams ? f->locals.items[p->arg].name : (Str){0};
		if (!str_empty(p->label))
			param = p->label;
		if (str_empty(param))
			param = str_format("arg%d", p->arg);
		Str name = str_format("%s.%s", str_text(e->models.items[model].name), str_text(param));
		bool pointer = type != NONE && e->program->types.items[type].kind == TY_POINTER;
		if (!pointer)
			input_take(r, state, (Input){ .model = model, .input = index, .obj = NONE, .node = arg, .param = name });
		return;
	}
	int64_t element = record ? type_bits(e->program, type) : element_bits(e, func, (uint32_t)p->arg, arg);
	int64_t count = position_count(r, p, call);
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = pts_targets(pts, &n)[i];
		if (t.obj == OBJ_UNKNOWN)
			continue;
		/* Of a record or one member, only itself; of an array, what the count says or all the rest. */
		int64_t size = count > 0 && element > 0 ? count * element : -1;
		const Type *pointed = record || type == NONE ? NULL : &e->program->types.items[type];
		bool to_record = pointed && pointed->kind == TY_POINTER && type_is_record(e->program, pointed->elem);
		if (size < 0 && (record || (to_record && str_empty(p->field))))
			size = element;
		if (size < 0)
			size = member_extent(r, instr, (uint32_t)p->arg);
		input_take(r, state, (Input){ .model = model, .input = index, .obj = t.obj, .off = t.off, .size = size,
			.element = to_record || record ? 0 : element, .field = p->field });
	}
}

int64_t argument_extent(Run *r, uint32_t instr, uint32_t arg)
{
	if (instr == NONE || !r->f || r->inline_at != NONE)
		return -1;
	const Instr *in = &r->f->instrs.items[r->f->args.items[r->f->instrs.items[instr].first_arg + arg]];
	const Type *t = in->type == NONE ? NULL : &r->e->program->types.items[in->type];

	if (t && t->kind == TY_POINTER && type_is_record(r->e->program, t->elem) && in->op != OP_ELEM &&
	    type_bits(r->e->program, t->elem) > 0)
		return type_bits(r->e->program, t->elem);
	while (in->op == OP_CAST)
		in = &r->f->instrs.items[in->a];
	if (in->op == OP_FIELD) {
		const Type *record = &r->e->program->types.items[in->b];
		const Field *field = &r->e->program->fields.items[record->first_field + (uint32_t)in->imm];
		int64_t bits = type_bits(r->e->program, field->type);
		/* Of a type whose definition is missing: up to the next member. */
		for (uint32_t i = (uint32_t)in->imm + 1; bits <= 0 && i < record->nfields; i++)
			if (field[i - (uint32_t)in->imm].bit_offset > field->bit_offset)
				return field[i - (uint32_t)in->imm].bit_offset - field->bit_offset;
		return bits;
	}
	if (in->op == OP_ELEM)
		return in->imm;
	return -1;
}

/* Everything that the model's own body wrote through this pointer is prediction. */
static bool output_from_body(Run *r, State *state, uint32_t call_id, FlowId arg, FlowId node)
{
	Engine *e = r->e;
	uint32_t n;
	PtsId pts = flow(e, arg)->value.pts;
	bool found = false;

	pts_targets(pts, &n);
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = pts_targets(pts, &n)[i];
		const Cells *cells = state_cells(state, t.obj);
		Cells copy = {0};
		if (cells)
			vec_append(&copy.cells, &cells->cells);
		for (uint32_t k = 0; k < copy.cells.len; k++) {
			Cell c = copy.cells.items[k];
			const Flow *v = flow(e, c.node);
			if (v->kind != FLOW_OUT || e->out_links.items[v->aux].call != call_id || c.off.lo < t.off.lo)
				continue;
			found = true;
			memory_replace(state, t.obj, c.node, node);
		}
		vec_release(&copy.cells);
	}
	return found;
}

static FlowId prediction_node(Run *r, uint32_t model, FuncId func, const Position *p, uint32_t outputs, uint32_t instr)
{
	Engine *e = r->e;
	const Function *f = &e->program->functions.items[func];
	Str name = e->models.items[model].name;
	Str part = p->label;

	if (str_empty(part) && p->arg == POS_RETURN)
		part = str_intern("return");
	if (str_empty(part) && (uint32_t)p->arg < f->nparams)
		part = f->locals.items[p->arg].name;
	if (outputs > 1)
		name = str_format("%s.%s", str_text(name), str_empty(part) ? "output" : str_text(part));
	FlowId node = named_node(r, FLOW_PREDICTION, NODE_PREDICTION, name, e->models.items[model].role, instr, (uint64_t)(p->arg + 10));
	vec_push(&e->models.items[model].predictions, node);
	return node;
}

static FlowId model_output(Run *r, State *state, uint32_t model, FuncId func, const Position *p, uint32_t outputs,
                           const Call *call, uint32_t call_id, uint32_t instr)
{
	Engine *e = r->e;
	FlowId node = prediction_node(r, model, func, p, outputs, instr);

	if (p->arg == POS_RETURN) {
		TypeId type = e->program->types.items[e->program->functions.items[func].type].elem;
		flow(e, node)->type = type;
		if (type == NONE || e->program->types.items[type].kind != TY_POINTER)
			return node;
		/* A returned array: memory of its own that holds the prediction. */
		ObjId obj = object_keyed(e, hash_u64(hash_u64(hash_u64(r->inst->id, instr), r->ctx), 0x0A7), (Object){ .kind = OBJ_HEAP,
			.inst = r->inst->id, .type = e->program->types.items[type].elem, .func = NONE, .instr = NONE, .feature = NONE,
			.text = e->models.items[model].name });
		memory_write(r, state, obj, range_const(0), REST, node, true);
		FlowId pointer = flow_keyed(r, FLOW_CONST, instr, 12);
		flow(e, pointer)->value = (Value){ range_top(), pts_single(obj, range_const(0)) };
		flow(e, pointer)->type = type;
		return pointer;
	}
	if (p->arg < 0 || (uint32_t)p->arg >= call->args.len)
		return 0;
	FlowId arg = call->args.items[p->arg];
	if (call_id != NONE && output_from_body(r, state, call_id, arg, node))
		return 0;
	int64_t element = element_bits(e, func, (uint32_t)p->arg, arg), count = position_count(r, p, call);
	int64_t bits = count > 0 && element > 0 ? count * element : argument_extent(r, instr, (uint32_t)p->arg);
	memory_fill(r, state, arg, bits > 0 ? range_const(bits) : range_top(), node, true, instr);
	return 0;
}

static void model_identity(Run *r, uint32_t model, const Role *role, const Call *call)
{
	Engine *e = r->e;

	if (role->identity.arg < 0 || (uint32_t)role->identity.arg >= call->args.len)
		return;
	FlowId arg = call->args.items[role->identity.arg];
	uint32_t n;
	PtsId pts = flow(e, arg)->value.pts;
	pts_targets(pts, &n);
	if (n <= 1) {
		Str text = describe(r, arg);
		if (!str_empty(text))
			vec_push(&e->models.items[model].variants, text);
		return;
	}
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = pts_targets(pts, &n)[i];
		FlowId one = flow_new(e, FLOW_UNDEF, r->inst->id, NONE);
		flow(e, one)->value.pts = pts_single(t.obj, t.off);
		Str text = describe(r, one);
		if (!str_empty(text))
			vec_push(&e->models.items[model].variants, text);
	}
}

static FlowId model_call(Run *r, State *state, FuncId func, RoleId role_id, const Call *call, uint32_t instr)
{
	Engine *e = r->e;
	const Role *role = &e->roles->roles.items[role_id];
	FlowIds args = {0};
	FlowId result = 0;
	bool reached;
	uint32_t call_id = NONE;

	vec_append(&args, &call->args);
	ModelCall *m = vec_add(&e->models);
	uint32_t model = e->models.len - 1;
	*m = (ModelCall){ .role = role_id, .inst = r->inst->id, .instr = instr };
	model_identity(r, model, role, call);
	Str identity = e->models.items[model].variants.len == 1 ? e->models.items[model].variants.items[0] : (Str){0};
	e->models.items[model].name = template_expand(r, role->name, str_empty(identity) ? "{callee}" : "{identity}", func, instr, &args, identity);
	vec_push(&r->inst->models, model);
	for (uint32_t i = 0; i < role->inputs.len; i++)
		model_input(r, state, model, func, &role->inputs.items[i], i, call, instr);
	FlowId body = 0;
	if (e->program->functions.items[func].defined)
		body = call_body(r, state, func, call, instr, &reached, &call_id);
	bool returns = false;
	for (uint32_t i = 0; i < role->outputs.len; i++) {
		FlowId one = model_output(r, state, model, func, &role->outputs.items[i], role->outputs.len, call, call_id, instr);
		returns |= role->outputs.items[i].arg == POS_RETURN;
		result = one ? one : result;
	}
	vec_release(&args);
	return result ? result : returns ? undefined_node(e) : body ? body : undefined_node(e);
}

/* ---- signals, stores ---- */

static FlowId signal_call(Run *r, State *state, FuncId func, RoleId role_id, const Call *call, uint32_t instr)
{
	Engine *e = r->e;
	const Role *role = &e->roles->roles.items[role_id];
	FlowIds args = {0};

	vec_append(&args, &call->args);
	Str name = template_expand(r, role->name, "{callee}", func, instr, &args, (Str){0});
	vec_release(&args);
	FlowId node = named_node(r, FLOW_SIGNAL, NODE_SIGNAL, name, role_id, instr, role_id);
	TypeId type = e->program->types.items[e->program->functions.items[func].type].elem;
	flow(e, node)->type = type;
	if (role->value.arg == POS_RETURN) {
		if (type == NONE || e->program->types.items[type].kind != TY_POINTER)
			return node;
		ObjId obj = object_keyed(e, hash_u64(hash_u64(hash_u64(r->inst->id, instr), r->ctx), 0x516), (Object){ .kind = OBJ_HEAP,
			.inst = r->inst->id, .type = e->program->types.items[type].elem, .func = NONE, .instr = NONE, .feature = NONE,
			.text = name });
		memory_write(r, state, obj, range_const(0), REST, node, true);
		FlowId pointer = flow_keyed(r, FLOW_OP, instr, 13);
		flow_dep(e, pointer, node, DEP_DATA);
		flow(e, pointer)->value = (Value){ range_top(), pts_single(obj, range_const(0)) };
		flow(e, pointer)->type = type;
		return pointer;
	}
	for (uint32_t a = 0; a < call->args.len; a++) {
		if ((int32_t)a != role->value.arg)
			continue;
		int64_t count = position_count(r, &role->value, call), element = element_bits(e, func, a, call->args.items[a]);
		int64_t bits = count > 0 && element > 0 ? count * element : argument_extent(r, instr, a);
		memory_fill(r, state, call->args.items[a], bits > 8 ? range_const(bits) : range_top(), node, true, instr);
	}
	return node;
}

static FlowId position_value(Run *r, State *state, const Position *p, const Call *call, uint32_t instr)
{
	if (p->arg < 0 || (uint32_t)p->arg >= call->args.len)
		return undefined_node(r->e);
	FlowId arg = call->args.items[p->arg];
	return flow(r->e, arg)->value.pts ? memory_contents(r, state, arg, -1, instr, "value") : arg;
}

static Str position_key(Run *r, const Position *p, const Call *call)
{
	Str text = p->arg >= 0 && (uint32_t)p->arg < call->args.len ? describe_constant(r, call->args.items[p->arg]) : (Str){0};
	return str_empty(text) ? str_intern("*") : text;
}

static Str store_key_name(const Role *role, Str key)
{
	return str_format("%s[%s]", str_text(role->store), str_text(key));
}

static void put_call(Run *r, State *state, RoleId role_id, const Call *call, uint32_t instr)
{
	const Role *role = &r->e->roles->roles.items[role_id];
	Str key = position_key(r, &role->key, call);
	FlowId node = flow_keyed(r, FLOW_STORE, instr, role_id + 100);

	flow_dep(r->e, node, position_value(r, state, &role->value, call, instr), DEP_DATA);
	Str store = role->kind == ROLE_PUT ? store_key_name(role, key) : (Str){0};
	if (role->kind == ROLE_EMIT)
		mark(r, node, (Thing){ .kind = NODE_FEATURE, .name = key, .label = key, .role = role_id, .object = key, .first = -1, .last = -1 }, NONE, true);
	vec_push(&r->inst->puts, (Put){ node, role_id, key, store, instr });
}

static FlowId get_call(Run *r, State *state, RoleId role_id, const Call *call, uint32_t instr)
{
	Engine *e = r->e;
	const Role *role = &e->roles->roles.items[role_id];
	Str name = store_key_name(role, position_key(r, &role->key, call));
	FlowId node = named_node(r, FLOW_GET, NODE_STORE, name, role_id, instr, role_id);

	if (role->value.arg >= 0 && (uint32_t)role->value.arg < call->args.len) {
		int64_t bits = argument_extent(r, instr, (uint32_t)role->value.arg);
		memory_fill(r, state, call->args.items[role->value.arg], bits > 0 ? range_const(bits) : range_top(), node, true, instr);
	}
	return node;
}

static void monitor_call(Run *r, State *state, RoleId role_id, const Call *call, uint32_t instr)
{
	FlowId node = flow_keyed(r, FLOW_ESCAPE, instr, role_id + 200);

	flow_dep(r->e, node, position_value(r, state, &r->e->roles->roles.items[role_id].value, call, instr), DEP_DATA);
	flow(r->e, node)->aux = thing_new(r->e, (Thing){ .kind = NODE_CONSUMER, .where = str_intern("monitor"), .role = role_id });
	vec_push(&r->inst->sinks, node);
}

/* What a model is fitted to leaves the program: it comes back in its next predictions. */
static void train_call(Run *r, State *state, FuncId func, RoleId role_id, const Call *call, uint32_t instr)
{
	Engine *e = r->e;
	const Role *role = &e->roles->roles.items[role_id];
	Str of = role->of;
	const char *name = str_empty(of) ? str_text(name_function(e, func)) : str_text(of);
	Str model = role->identity.arg >= 0 ? position_key(r, &role->identity, call) : (Str){0};

	if (!strncmp(name, "model:", 6))
		name += 6;
	if (!str_empty(model) && !str_is(model, "*"))
		name = str_text(model);
	Str where = str_format("training of %s", name);
	for (int part = 0; part < 3; part++) {
		const Position *positions = part == 0 ? role->inputs.items : part == 1 ? role->labels.items : role->weights.items;
		uint32_t count = part == 0 ? role->inputs.len : part == 1 ? role->labels.len : role->weights.len;
		for (uint32_t i = 0; i < count; i++) {
			FlowId node = flow_keyed(r, FLOW_ESCAPE, instr, hash_u64(role_id + 300, (uint64_t)part << 32 | i));
			flow_dep(e, node, position_value(r, state, &positions[i], call, instr), DEP_DATA);
			flow(e, node)->aux = thing_new(e, (Thing){ .kind = NODE_CONSUMER, .where = where, .role = role_id, .is_label = part == 1 });
			vec_push(&r->inst->sinks, node);
		}
	}
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
			*result = get_call(r, state, role, call, instr);
			done = true;
		} else if (kind == ROLE_MONITOR) {
			monitor_call(r, state, role, call, instr);
			done |= !r->e->program->functions.items[func].defined;
		} else if (kind == ROLE_TRAIN) {
			train_call(r, state, func, role, call, instr);
			done |= !r->e->program->functions.items[func].defined;
		}
	}
	return done;
}
