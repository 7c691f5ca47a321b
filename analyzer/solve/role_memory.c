/*
 * Fields and variables that are declared: loads that read a signal, and which role a place in memory has.
 */
#include "solve/role.h"

enum { MAX_DECLARED = 64 }; /* records, one behind the other, whose declared members are looked for one by one */

const Instr *field_of(Run *r, ValueId address, int64_t *index, Str *index_text)
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

Str field_name(Engine *e, const Instr *field)
{
	const Type *record = &e->program->types.items[field->b];
	return e->program->fields.items[record->first_field + (uint32_t)field->imm].name;
}

/* LOADED, or when it is no known function: the one that stands for what the pointer at ADDRESS calls when that has a
   role, or those that other records have there. */
static FlowId declared_function(Run *r, ValueId address, FlowId loaded, uint32_t instr)
{
	const Instr *place = &r->f->instrs.items[address];
	const Value *value = &flow(r->e, loaded)->value;
	uint32_t n;

	if (!r->e->roles->pointer_functions.len && !r->e->handlers.len)
		return loaded;
	while (place->op == OP_CAST || place->op == OP_ELEM)
		place = &r->f->instrs.items[place->a];
	FuncId func = roles_pointer_function(r->e->roles, place);
	bool null = range_is_const(value->num) && !value->num.lo && !value->pts;
	PtsId functions = func != NONE ? pts_single(object_of_function(r->e, func), range_const(0))
		: place->op == OP_FIELD && !null && !r->f->is_stub ? handlers_targets(r->e, place) : 0;
	if (!functions)
		return loaded;
	const Pointee *t = pts_targets(flow(r->e, loaded)->value.pts, &n);
	for (uint32_t i = 0; i < n; i++)
		if (r->e->objects.items[t[i].obj].kind == OBJ_FUNCTION)
			return loaded;
	FlowId node = flow_keyed(r, FLOW_LOAD, instr, 0xFC);
	flow_dep(r->e, node, loaded, DEP_DATA);
	flow(r->e, node)->value = (Value){ value->num.lo > 0 ? range_nonnull() : range_allocated(), functions }; /* or none was set */
	flow(r->e, node)->type = flow(r->e, loaded)->type;
	return node;
}

static Str global_signal_name(Run *r, RoleId role, uint32_t global)
{
	return template_expand(r, r->e->roles->roles.items[role].name, str_text(r->e->program->globals.items[global].name),
	                       r->inst->func, NONE, NULL, (Str){0});
}

/* LOADED, a declared pointer of TYPE: the signal is what it leads to outside, be it that the program never sets it. */
static FlowId pointer_to_signal(Run *r, FlowId loaded, TypeId type, RoleId role, uint32_t global, uint32_t instr)
{
	Engine *e = r->e;
	uint32_t n;
	const Pointee *t = pts_targets(flow(e, loaded)->value.pts, &n);

	for (uint32_t i = 0; i < n; i++)
		if (e->objects.items[t[i].obj].kind == OBJ_FORMAL || e->objects.items[t[i].obj].kind == OBJ_ENTRY)
			object_add_signal(e, t[i].obj, role);
	if (n)
		return loaded;
	ObjId obj = object_keyed(e, hash_u64(global, 0x516E), (Object){ .kind = OBJ_ENTRY, .type = e->program->types.items[type].elem,
		.text = e->program->globals.items[global].name, .func = NONE, .instr = NONE, .feature = NONE });
	object_add_signal(e, obj, role);
	FlowId pointer = flow_keyed(r, FLOW_LOAD, instr, 0x516E);
	flow(e, pointer)->value = (Value){ range_nonnull(), pts_single(obj, range_const(0)) };
	flow(e, pointer)->type = type;
	return pointer;
}

/* The declared signal NODE as it is read at ADDRESS: of several elements, its index decides which. */
static FlowId element_of(Run *r, FlowId node, ValueId address, uint32_t instr)
{
	FlowId place = place_selector(r, interp_value(r, address));

	if (!place)
		return node;
	FlowId element = flow_derived(r, FLOW_LOAD, instr, 0xE1E, node);
	flow_dep(r->e, element, place, DEP_INDEX);
	return element;
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
			return element_of(r, node, address, instr);
		}
	}
	const Instr *base = &r->f->instrs.items[address];
	while (base->op == OP_CAST || base->op == OP_ELEM || base->op == OP_FIELD)
		base = &r->f->instrs.items[base->a];
	RoleId role = base->op == OP_ADDR_GLOBAL ? map_get_or(&e->roles->globals, (uint32_t)base->imm, NONE) : NONE;
	if (role != NONE && is_pointer_to_data(e->program, in->type))
		return pointer_to_signal(r, loaded, in->type, role, (uint32_t)base->imm, instr);
	if (role != NONE) {
		FlowId node = named_node(r, FLOW_SIGNAL, NODE_SIGNAL, global_signal_name(r, role, (uint32_t)base->imm), role, instr, 2);
		flow(e, node)->type = in->type;
		return element_of(r, node, address, instr);
	}
	/* Others may put another number there; a pointer leads to what the program put there. */
	if (in->is_volatile && !flow(e, loaded)->value.pts && flow(e, loaded)->kind != FLOW_SIGNAL) {
		int64_t first, last;
		uint32_t n;
		const Pointee *t = pts_targets(flow(e, interp_value(r, address))->value.pts, &n);
		const Object *outer = n == 1 ? &e->objects.items[name_outermost(e, *t).obj] : NULL;
		role = outer && outer->kind == OBJ_GLOBAL ? map_get_or(&e->roles->globals, outer->index, NONE) : NONE;
		Str name = str_intern("volatile");
		if (role != NONE)
			name = global_signal_name(r, role, outer->index);
		else if (outer)
			name_location(e, t->obj, t->off, type_bits(e->program, in->type), &name, &first, &last);
		FlowId node = named_node(r, FLOW_SIGNAL, NODE_SIGNAL, name, role, instr, 3);
		flow_dep(e, node, loaded, DEP_DATA);
		flow(e, node)->type = in->type;
		return node;
	}
	return declared_function(r, address, loaded, instr);
}

bool holds_declared(Engine *e, TypeId type)
{
	const Type *t = &e->program->types.items[type];
	uint32_t found;

	if (t->kind == TY_ARRAY)
		return t->elem != NONE && holds_declared(e, t->elem);
	if (t->kind != TY_STRUCT && t->kind != TY_UNION)
		return false;
	if (map_get(&e->declared_types, type, &found))
		return found;
	bool holds = false;
	for (uint32_t i = 0; i < t->nfields && !holds; i++) {
		uint64_t member = map_key(type, i);
		TypeId inner = e->program->fields.items[t->first_field + i].type;
		holds = map_get(&e->roles->fields, member, NULL) || map_get(&e->roles->feature_fields, member, NULL) ||
			(inner != NONE && holds_declared(e, inner));
	}
	map_put(&e->declared_types, type, holds);
	return holds;
}

Member member_role(Engine *e, ObjId obj, Range off, int64_t size, const Map *map)
{
	const Module *program = e->program;
	const Object *o = &e->objects.items[obj];
	TypeId type = o->type;
	int64_t at = off.lo;

	if (!map->len || type == NONE || at < 0 || !holds_declared(e, type))
		return (Member){ NONE, NONE, NULL };
	int64_t reach = clamp_add(offset_last(off) - at, size);
	for (int depth = 0; depth < 32; depth++) {
		const Type *t = &program->types.items[type];
		if (t->kind == TY_ARRAY || (depth == 0 && t->bits > 0 && at >= t->bits && type_is_record(program, type))) {
			TypeId elem = t->kind == TY_ARRAY ? t->elem : type;
			int64_t bits = type_bits(program, elem);
			if (bits <= 0)
				return (Member){ NONE, NONE, NULL };
			at %= bits;
			if (off.stride && off.stride % bits == 0)
				reach = off.span + size;
			type = elem;
			continue;
		}
		if (t->kind != TY_STRUCT && t->kind != TY_UNION)
			return (Member){ NONE, NONE, NULL };
		TypeId inner = NONE;
		for (uint32_t i = 0; i < t->nfields && inner == NONE; i++) {
			const Field *field = &program->fields.items[t->first_field + i];
			int64_t bits = type_bits(program, field->type);
			if (at < field->bit_offset || at >= field->bit_offset + bits || reach + at > field->bit_offset + bits)
				continue;
			RoleId role = map_get_or(map, map_key(type, i), NONE);
			if (role != NONE)
				return (Member){ role, type, field };
			inner = field->type;
			at -= field->bit_offset;
		}
		if (inner == NONE)
			return (Member){ NONE, NONE, NULL };
		type = inner;
	}
	return (Member){ NONE, NONE, NULL };
}

FlowId role_memory_signal(Run *r, ObjId obj, Range off, int64_t size, TypeId type)
{
	Engine *e = r->e;
	const Object *o = &e->objects.items[obj];
	RoleId global = o->kind == OBJ_GLOBAL ? map_get_or(&e->roles->globals, o->index, NONE) : NONE;
	Member member = member_role(e, obj, off, size, &e->roles->fields);

	if (global != NONE) {
		FlowId node = named_node(r, FLOW_SIGNAL, NODE_SIGNAL, global_signal_name(r, global, o->index), global, NONE, offset_hash(obj, off));
		flow(e, node)->type = type;
		return node;
	}
	if (member.role == NONE)
		return 0;
	Str name = template_field(e->roles->roles.items[member.role].name, e->program->types.items[member.record].name, member.field->name);
	FlowId node = named_node(r, FLOW_SIGNAL, NODE_SIGNAL, name, member.role, NONE, hash_u64(obj, (uint64_t)off.lo));
	flow(e, node)->type = type;
	return node;
}

typedef struct { Run *r; State *state; ObjId obj; } Declared;

static void put_declared(void *context, Range off, int64_t size, TypeId type)
{
	const Declared *d = context;
	FlowId node = role_memory_signal(d->r, d->obj, off, size, type);

	if (node)
		memory_write(d->r, d->state, d->obj, off, size, node, range_is_const(off));
}

State *state_declared(Run *r, State *state, ObjId obj, Range off, TypeId held, int64_t count)
{
	if (!r->e->roles->fields.len || !type_is_record(r->e->program, held) || !holds_declared(r->e, held))
		return state;
	Declared declared = { r, state_copy(state), obj };
	int64_t bits = type_bits(r->e->program, held), elements = count > 0 && count <= MAX_DECLARED ? count : 1;
	for (int64_t k = 0; k < elements && bits > 0; k++)
		type_leaves(r->e->program, held, offset_add(off, range_const(k * bits)), put_declared, &declared);
	return declared.state;
}
