/*
 * Declared features: which stores assign one, here or in a callee, and which only clear or copy it.
 */
#include "solve/role.h"

/* So many nodes are looked at to find where a value was assigned; so many records that are written at once. */
enum { MANY_PASSED = 64, MANY_RECORDS = 64 };

void mark_feature(Run *r, FlowId node, Thing thing, uint32_t model, bool declared)
{
	uint32_t m = feature_mark(r->e, node, thing, model, declared);
	vec_push(&r->inst->marks, m);
}

/* The name of a declared feature variable; empty: LOCAL is none. */
static Str local_feature(Run *r, LocalId local, RoleId *role)
{
	Engine *e = r->e;

	*role = map_get_or(&e->roles->feature_locals, map_key(r->inst->func, local), NONE);
	if (*role == NONE)
		return (Str){0};
	return template_expand(r, e->roles->roles.items[*role].name, str_text(local_label(r->f, local)), r->inst->func, NONE, NULL, (Str){0});
}

/* A declared variable or member that is a pointer: the feature is what it leads to, memory that is called like it from now
   on. False: POINTER is none, or leads elsewhere. */
static bool feature_behind(Run *r, FlowId pointer, RoleId role, Str name)
{
	Engine *e = r->e;
	uint32_t n;
	const Pointee *t = pts_targets(flow(e, pointer)->value.pts, &n);
	bool found = false;

	for (uint32_t i = 0; i < n; i++) {
		Object *o = &e->objects.items[t[i].obj];
		if (o->kind != OBJ_HEAP || !range_equal(t[i].off, range_const(0)))
			continue;
		if (o->feature == NONE) {
			o->feature = role;
			o->text = name;
		}
		found |= o->feature == role;
	}
	return found;
}

void role_field_store(Run *r, ValueId address, FlowId stored)
{
	Engine *e = r->e;
	int64_t index;
	Str index_text = {0};
	const Instr *in = &r->f->instrs.items[address];

	if (in->op == OP_ADDR_LOCAL) {
		RoleId role;
		Str name = local_feature(r, (LocalId)in->imm, &role);
		if (str_empty(name) || feature_behind(r, stored, role, name))
			return;
		mark_feature(r, stored, (Thing){ .kind = NODE_FEATURE, .name = name, .label = name, .role = role, .object = name, .first = -1, .last = -1 }, NONE, true);
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
	if (index == -1 && feature_behind(r, stored, role, object))
		return;
	if (index >= 0) {
		name = str_format("%s[%lld]", str_text(object), (long long)index);
		label = str_empty(index_text) ? name : str_format("%s[%s]", str_text(object), str_text(index_text));
	} else if (index == -2) {
		name = label = str_format("%s[*]", str_text(object));
	}
	mark_feature(r, stored, (Thing){ .kind = NODE_FEATURE, .name = name, .label = label, .role = role, .object = object, .first = index < 0 ? -1 : index, .last = index < 0 ? -1 : index }, NONE, true);
}

/* "f.x[FEAT_AGE]" when the store wrote its index with a name. */
Str feature_label(Run *r, FlowId node, Str object, Str name)
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
	return role == NONE ? member_role(e, obj, off, 1, &e->roles->feature_fields).role : role;
}

FlowId role_feature_value(Run *r, ObjId obj, Range off, FlowId node, uint32_t instr)
{
	const Flow *v = flow(r->e, node);

	if ((v->kind != FLOW_SIGNAL && v->kind != FLOW_PREDICTION && v->kind != FLOW_GET) || feature_role(r->e, obj, off) == NONE)
		return node;
	return flow_derived(r, FLOW_STORE, instr, hash_u64(hash_u64(node, obj), (uint64_t)off.lo), node);
}

/* NAME, which says where MEMBER is, as what the manifest calls it: the same in all objects. */
static Str member_name(Engine *e, const Member *member, Str name)
{
	const char *field = str_text(member->field->name), *rest = NULL;
	size_t length = strlen(field);

	for (const char *at = strchr(str_text(name), '.'); at; at = strchr(at + 1, '.'))
		if (!strncmp(at + 1, field, length) && (!at[1 + length] || at[1 + length] == '['))
			rest = at + 1 + length;
	if (!rest)
		return name;
	Str declared = template_field(e->roles->roles.items[member->role].name, e->program->types.items[member->record].name, member->field->name);
	return str_format("%s%s", str_text(declared), rest);
}

/* The declared feature that is at a place; role NONE and no name: there is none. */
static Thing feature_in(Run *r, ObjId obj, Range off, int64_t size)
{
	Engine *e = r->e;
	Thing feature = { .kind = NODE_FEATURE, .role = e->objects.items[obj].feature, .first = -1, .last = -1 };
	Member member = feature.role == NONE ? member_role(e, obj, off, size, &e->roles->feature_fields) : (Member){ NONE, NONE, NULL };

	if (feature.role == NONE && member.role == NONE)
		return feature;
	feature.name = name_location(e, obj, off, size, &feature.object, &feature.first, &feature.last);
	if (member.role != NONE) {
		feature.role = member.role;
		feature.name = member_name(e, &member, feature.name);
		feature.object = member_name(e, &member, feature.object);
	}
	return feature;
}

/* Is AT the feature WHOLE, or some of its elements? */
static bool covers(const Thing *whole, const Thing *at)
{
	bool inside = whole->first >= 0 && at->first >= whole->first && at->last <= whole->last;

	return str_equal(whole->name, at->name) || (inside && str_equal(whole->object, at->object));
}

/* The mark of NODE that is an assignment to the declared feature AT, or NONE. */
static uint32_t assignment_at(Engine *e, FlowId node, const Thing *at)
{
	for (uint32_t m = map_get_or(&e->features, node, NONE); m != NONE; m = e->feature_marks.items[m].next) {
		const struct FeatureMark *mark = &e->feature_marks.items[m];
		if (mark->model == NONE && mark->declared && covers(&e->things.items[mark->thing], at))
			return m;
	}
	return NONE;
}

/* Is V one or several values as they were? */
static bool hands_on(const Flow *v)
{
	return v->kind == FLOW_OUT || v->kind == FLOW_VIA || v->kind == FLOW_LOAD || v->kind == FLOW_MERGE || v->kind == FLOW_PHI ||
		v->kind == FLOW_WEAK || v->kind == FLOW_ASSUME;
}

/* Is NODE what this function was called with in another object, or in this one, at the feature AT? */
static bool is_formal_at(Run *r, FlowId node, const Thing *at)
{
	const Flow *v = flow(r->e, node);
	const FormalIn *in = v->kind == FLOW_FORMAL && v->inst == r->inst->id ? &r->inst->formal_ins.items[v->aux] : NULL;

	if (!in || in->obj == NONE)
		return false;
	Thing there = feature_in(r, in->obj, in->off, in->size);
	return there.role != NONE && covers(&there, at);
}

/* Does NODE pass on what was assigned to AT, as it is, and nothing else but constants? */
static bool passes_on(Run *r, FlowId node, const Thing *at)
{
	Engine *e = r->e;
	FlowIds work = {0};
	Bitset seen = {0};
	bool found = false, only = true;

	vec_push(&work, node);
	for (uint32_t k = 0; k < work.len && only; k++) {
		const Flow *v = flow(e, work.items[k]);
		if ((k && assignment_at(e, work.items[k], at) != NONE) || is_formal_at(r, work.items[k], at)) {
			found = true;
			continue;
		}
		only = k < MANY_PASSED && (v->kind == FLOW_CONST || v->kind == FLOW_STORE || hands_on(v));
		for (uint32_t i = 0; i < v->ndeps && only; i++) {
			Dep d = e->deps.items[v->first_dep + i];
			bool value = d.kind == DEP_DATA && !d.condition;
			only = !(value && d.computed);
			if (value && bitset_add(&seen, d.from))
				vec_push(&work, d.from);
		}
	}
	vec_release(&work);
	bitset_release(&seen);
	return found && only;
}

static bool has_data(Engine *e, const Flow *v)
{
	for (uint32_t i = 0; i < v->ndeps; i++)
		if (e->deps.items[v->first_dep + i].kind == DEP_DATA && !e->deps.items[v->first_dep + i].condition)
			return true;
	return false;
}

bool role_is_constant(Engine *e, FlowId node)
{
	FlowIds work = {0};
	Map seen = {0};
	bool constant = true;

	vec_push(&work, node);
	for (uint32_t k = 0; k < work.len && constant; k++) {
		const Flow *v = flow(e, work.items[k]);
		bool below = false;
		/* Without sources: what the callee had is a constant, unless it assigned one. */
		for (const Out *out; v->kind == FLOW_OUT && !has_data(e, v) && (out = flow_out(e, v)); below = true)
			v = flow(e, out->node);
		constant = k < MANY_PASSED && (v->kind == FLOW_CONST || hands_on(v) || (below && v->kind == FLOW_FORMAL));
		for (uint32_t i = 0; constant && !below && i < v->ndeps; i++) {
			Dep d = e->deps.items[v->first_dep + i];
			if (d.kind == DEP_DATA && !d.condition && map_put(&seen, d.from, 1))
				vec_push(&work, d.from);
		}
	}
	vec_release(&work);
	map_release(&seen);
	return constant;
}

/* False: no declared feature is there. */
static bool mark_place(Run *r, ObjId obj, Range off, int64_t size, FlowId node)
{
	Thing feature = feature_in(r, obj, off, size);

	if (feature.role == NONE)
		return false;
	if (!passes_on(r, node, &feature) && !feature_behind(r, node, feature.role, feature.name)) {
		feature.label = feature_label(r, node, feature.object, feature.name);
		mark_feature(r, node, feature, NONE, true);
	}
	return true;
}

typedef struct { Run *r; State *state; ObjId obj; FlowId node; int64_t from, until; bool sure; } Covered;

/* The declared members of RECORD, which begins at BASE, that C covers: each has a value of its own. */
static void mark_members(const Covered *c, TypeId record, int64_t base)
{
	const Module *program = c->r->e->program;
	const Type *t = &program->types.items[record];

	for (uint32_t i = 0; i < t->nfields; i++) {
		const Field *field = &program->fields.items[t->first_field + i];
		int64_t at = base + field->bit_offset, bits = type_bits(program, field->type);
		if (at < c->from || at + bits > c->until)
			continue;
		if (map_get(&c->r->e->roles->feature_fields, map_key(record, i), NULL)) {
			const Flow *whole = flow(c->r->e, c->node);
			FlowId own = flow_keyed(c->r, FLOW_STORE, whole->inst == c->r->inst->id ? whole->instr : NONE, hash_u64(hash_u64(c->node, c->obj), (uint64_t)at));
			flow_dep(c->r->e, own, c->node, DEP_DATA);
			flow(c->r->e, own)->type = field->type;
			if (mark_place(c->r, c->obj, range_const(at), bits, own))
				memory_write(c->r, c->state, c->obj, range_const(at), bits, own, c->sure);
		} else if (type_is_record(program, field->type))
			mark_members(c, field->type, at);
	}
}

void role_object_store(Run *r, State *state, ObjId obj, Range off, int64_t size, FlowId node, bool sure)
{
	const Module *program = r->e->program;

	TypeId record = type_element(program, r->e->objects.items[obj].type);
	bool known = range_is_const(off) && off.lo >= 0;
	int64_t bits = known && type_is_record(program, record) && holds_declared(r->e, record) ? type_bits(program, record) : 0;

	if (bits <= 0 && feature_in(r, obj, off, size).role == NONE)
		return;
	if (role_is_constant(r->e, node) || mark_place(r, obj, off, size, node) || bits <= 0)
		return;
	Covered covered = { r, state, obj, node, off.lo, clamp_add(off.lo, size), sure };
	int64_t base = off.lo / bits * bits;
	for (int k = 0; k < MANY_RECORDS && base < covered.until; k++, base += bits)
		mark_members(&covered, record, base);
}

static Thing feature_at(Run *r, const Location *at)
{
	Thing feature = { .kind = NODE_FEATURE, .role = NONE, .first = -1, .last = -1 };

	if (at->obj != NONE)
		return feature_in(r, at->obj, at->off, at->size);
	for (LocalId local = 0; local < r->f->locals.len && str_empty(feature.name); local++)
		if (r->cfg->slot[local] == at->slot)
			feature.name = local_feature(r, local, &feature.role);
	return feature;
}

/* The mark of an assignment to AT that arrives as one of the sources of OUT, as it is; or NONE. */
static uint32_t assignment_below(Engine *e, const Instance *callee, const Out *out, const Thing *at)
{
	uint32_t mark = NONE;

	for (const Sources *s = out_sources(callee, out); s && mark == NONE; s = sources_core(callee, s))
		for (uint32_t i = 0; i < s->origins.len && mark == NONE; i++) {
			Reach origin = s->origins.items[i];
			if (origin.kind == DEP_DATA && !origin.computed && flow(e, origin.source)->marked)
				mark = assignment_at(e, origin.source, at);
		}
	return mark;
}

static bool any_marked(Engine *e, const Instance *callee, const Out *out)
{
	bool any = false;

	for (const Sources *s = out_sources(callee, out); s && !any; s = sources_core(callee, s))
		for (uint32_t i = 0; i < s->origins.len && !any; i++)
			any = flow(e, s->origins.items[i].source)->marked;
	return any;
}

uint32_t role_assigned_feature(Run *r, const FlowId *values, uint32_t count, const Location *at)
{
	Engine *e = r->e;
	Thing feature = { .name = {0} };

	for (uint32_t i = 0; i < count; i++) {
		const Out *out = values[i] ? flow_out(e, flow(e, values[i])) : NULL;
		const Instance *callee = out ? flow_callee(e, flow(e, values[i])) : NULL;
		if (!values[i] || !(flow(e, values[i])->marked || (out && any_marked(e, callee, out))))
			continue;
		if (str_empty(feature.name))
			feature = feature_at(r, at);
		if (str_empty(feature.name))
			return NONE;
		uint32_t mark = assignment_at(e, values[i], &feature);
		if (mark == NONE && out)
			mark = assignment_below(e, callee, out, &feature);
		if (mark != NONE)
			return mark;
	}
	return NONE;
}
