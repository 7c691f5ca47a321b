/*
 * Model calls: which memory and values are the model's inputs, here or above in the callers, and what is prediction
 * afterwards.
 */
#include "solve/cells.h"
#include "solve/role.h"

/* Arrays filled as a whole are one feature when they are longer. */
enum { MAX_ELEMENTS = 64 };
/* So many pointers, one behind the other, are followed from what is handed to a model. */
enum { MAX_BEHIND = 4 };
/* So many ways to one place are told apart. */
enum { MAX_WAYS = 4 };
/* So many cells and pointers to them are gone through in what a model is given, and so many features taken from behind
   pointers, the nearest first. */
enum { MAX_INPUT_WORK = 500000, MAX_FEATURES_BEHIND = 256 };

/* Bits from the beginning of one of the records that IN is about to bit AT of the object; -1: it is about none there. */
static int64_t place_in_record(Engine *e, const Input *in, int64_t at)
{
	int64_t bits = in->record == NONE ? 0 : type_bits(e->program, in->record);

	if (bits <= 0 || at < in->off.lo)
		return -1;
	at += in->phase - in->off.lo;
	return record_is_open(e->program, in->record) ? at : at % bits;
}

/* Is FIELD a member of the records that IN is about, or of one in them, with bit AT of the object? */
static bool is_member(Engine *e, const Input *in, Str field, int64_t at)
{
	int64_t off = place_in_record(e, in, at);

	return off >= 0 && is_in_member(e->program, in->record, field, off);
}

/* Is what is called NAME and begins at bit AT in the members that IN is about? */
static bool has_field(Engine *e, const Input *in, Str name, int64_t at)
{
	const char *dot = str_empty(name) ? NULL : strrchr(str_text(name), '.');

	return str_empty(in->field) || (dot && str_is(in->field, dot + 1)) || is_member(e, in, in->field, at);
}

/* May the model read the member with bit AT of the object? Not when its code is there and names no such member. */
static bool is_read(Engine *e, const Input *in, int64_t at)
{
	int64_t off = str_empty(in->field) ? place_in_record(e, in, at) : -1;

	return off < 0 || mods_reads(e, e->models.items[in->model].func, in->record, off);
}

/* The value itself may be shared by others, unless it was made for this place ALONE: else the feature is a node of its own
   on top of it. */
static FlowId feature_node(Run *r, FlowId node, const Input *in, uint64_t key, bool alone)
{
	FlowKind kind = (FlowKind)flow(r->e, node)->kind;

	if (alone && !in->chosen && (kind == FLOW_STORE || kind == FLOW_OUT || kind == FLOW_PHI || kind == FLOW_WEAK))
		return node;
	FlowId own = flow_keyed(r, FLOW_STORE, flow(r->e, node)->inst == r->inst->id ? flow(r->e, node)->instr : NONE,
	                        hash_u64(hash_u64(hash_u64(node, key), in->model), in->chosen));
	flow_dep(r->e, own, node, DEP_DATA);
	flow_dep(r->e, own, in->chosen, DEP_INDEX);
	flow(r->e, own)->type = flow(r->e, node)->type;
	return own;
}

/* Is there more behind what the model is given than can be gone through, or than anyone would look at? Then that is noted. */
static bool is_too_much(Run *r, const Input *in)
{
	if (r->e->input_work <= MAX_INPUT_WORK && r->e->features_behind <= MAX_FEATURES_BEHIND)
		return false;
	const ModelCall *model = &r->e->models.items[in->model];
	FuncId func = r->e->instances.items[model->inst]->func;
	const Gap *last = r->inst->gaps.len ? vec_last(&r->inst->gaps) : NULL;
	Str what = str_intern("what a model is given pointers to is not looked at to the end: it is too much");
	if (!last || last->what.i != what.i)
		vec_push(&r->inst->gaps, (Gap){ r->e->program->functions.items[func].instrs.items[model->instr].place, func, what, model->name, false });
	return true;
}

/* Does T lie in what IN is about? */
static bool is_part(const Input *in, Pointee t)
{
	return t.obj == in->obj && (in->size < 0 || range_overlaps(t.off, 1, in->off, in->size));
}

/* A pointer among what is handed to a model, here NODE at bit AT, is no feature, what it leads to is: that is for later.
   False: it leads to no data. */
static bool take_behind(Run *r, const Input *in, int64_t at, FlowId node)
{
	Engine *e = r->e;
	FlowId chosen = input_chosen(r, in->chosen, node, flow(e, node)->instr);
	Str field = !str_empty(in->field) && is_member(e, in, in->field, at) ? (Str){0} : in->field;
	TypeId to = pointee(e, flow(e, node)->type);
	int64_t bits = to == NONE ? 0 : type_bits(e->program, to);
	bool record = type_is_record(e->program, to), found = false;
	uint32_t n;
	PtsId pts = is_pointer_to_data(e->program, flow(e, node)->type) ? flow(e, node)->value.pts : 0; /* NODE can get another on the way */

	pts_targets(pts, &n);
	run_work(r, 1 + n);
	if (n && !is_read(e, in, at))
		return true;
	for (uint32_t i = 0; i < n && !is_too_much(r, in); i++) {
		Pointee t = pts_targets(pts, &n)[i];
		e->input_work++;
		ObjKind kind = e->objects.items[t.obj].kind;
		if (t.obj == OBJ_UNKNOWN || kind == OBJ_FUNCTION)
			continue;
		found = true;
		if (in->flat || in->depth >= MAX_BEHIND || is_part(in, t) || kind == OBJ_STRING)
			continue;
		Input behind = { .model = in->model, .input = in->input, .obj = t.obj, .off = t.off,
			.size = in->count > 0 && bits > 0 ? in->count * bits : -1, .element = record || bits <= 0 ? 0 : bits,
			.record = record ? to : NONE, .field = field, .depth = in->depth + 1, .chosen = chosen };
		vec_push(&e->inputs_behind, (BehindInput){ behind, to });
	}
	return found;
}

static void take_cell(Run *r, const Input *in, Range off, int64_t size, FlowId node, bool alone)
{
	Engine *e = r->e;
	Str object;
	int64_t first, last;

	if (in->depth && !is_read(e, in, off.lo))
		return;
	e->models.items[in->model].given |= has_field(e, in, (Str){0}, off.lo);
	if (take_behind(r, in, off.lo, node) || (flow(e, node)->kind == FLOW_CONST && !chosen_by_something(e, in->chosen)))
		return;
	Str name = name_location(e, in->obj, off, size, &object, &first, &last);
	if (!has_field(e, in, name, off.lo))
		return;
	e->models.items[in->model].given = true;
	e->features_behind += in->depth > 0;
	if (is_too_much(r, in))
		return;
	Str label = feature_label(r, node, object, name);
	FlowId own = feature_node(r, node, in, (uint64_t)off.lo, alone);
	uint32_t before = r->inst->marks.len;
	mark_feature(r, own, (Thing){ .kind = NODE_FEATURE, .name = name, .label = label, .role = NONE, .object = object, .first = first, .last = last }, in->model, false);
	for (uint32_t i = before; i < r->inst->marks.len; i++)
		e->feature_marks.items[r->inst->marks.items[i]].obj = in->obj;
}

/* An element that cells of several elements lie over: all that it may hold. */
static void take_element(Run *r, State *state, const Input *in, Range off)
{
	FlowIds nodes = {0};
	bool entry;

	memory_collect(r->e, state, in->obj, off, in->element, 0, &nodes, &entry);
	if (nodes.len) {
		const Cell *cell = cell_exact(state_cells(state, in->obj), off, in->element);
		FlowId exact = cell ? cell->node : 0, node = read_location(r, state, in->obj, off, in->element, NONE, NONE, NOT_RELEVANT);
		take_cell(r, in, off, in->element, node, node == exact);
	}
	vec_release(&nodes);
}

/* The cells of OBJ as they are now: the state may change while they are gone through. */
static Cells cells_now(const State *state, ObjId obj)
{
	const Cells *cells = state_cells(state, obj);
	Cells copy = {0};

	if (cells)
		vec_append(&copy.cells, &cells->cells);
	return copy;
}

static void take_cells(Run *r, State *state, const Input *in, int64_t size)
{
	Engine *e = r->e;
	Cells copy = cells_now(state, in->obj);
	Bitset elements = {0};
	bool by_element = in->element > 0 && range_is_const(in->off);

	for (uint32_t i = 0; i < copy.cells.len && !is_too_much(r, in); i++) {
		Cell c = copy.cells.items[i];
		e->input_work++;
		if (!range_overlaps(c.off, c.size, in->off, size))
			continue;
		int64_t lo = c.off.lo < in->off.lo ? in->off.lo : c.off.lo;
		int64_t end = offset_end(c.off, c.size) > in->off.lo + size ? in->off.lo + size : offset_end(c.off, c.size);
		int64_t first = by_element ? (lo - in->off.lo) / in->element : 0;
		int64_t last = by_element ? (end - in->off.lo + in->element - 1) / in->element - 1 : 0;
		bool several = by_element && flow(e, c.node)->kind != FLOW_CONST && last - first < MAX_ELEMENTS &&
			(!range_is_const(c.off) || c.size > in->element);
		bool shared = false;
		for (uint32_t k = 0; k < copy.cells.len && by_element && !several; k++)
			shared |= k != i && range_overlaps(c.off, c.size, copy.cells.items[k].off, copy.cells.items[k].size);
		if (!several && !(shared && last - first < MAX_ELEMENTS)) {
			take_cell(r, in, c.off, c.size, c.node, true);
			continue;
		}
		for (int64_t k = first; k <= last; k++)
			if (bitset_add(&elements, (uint32_t)k))
				take_element(r, state, in, range_const(in->off.lo + k * in->element));
	}
	vec_release(&copy.cells);
	bitset_release(&elements);
}

/* The callers have what IN reads, or a part of it; once, however many calls of this function read it. */
static void input_of_callers(Run *r, Input in)
{
	Instance *inst = r->inst;
	const uint64_t parts[] = { in.model, in.input, offset_hash(in.obj, in.off), (uint64_t)in.size, (uint64_t)in.element, in.field.i, in.node, in.param.i,
		in.record, in.flat, in.depth, (uint64_t)in.count, (uint64_t)in.phase, in.chosen };
	uint64_t key = hash_bytes(0, parts, sizeof parts);
	uint32_t known = map_get_or(&inst->input_index, key, NONE);

	/* The list may have been cut back since. */
	if (known < inst->inputs.len && inst->inputs.items[known].key == key)
		return;
	in.key = key;
	vec_push(&inst->inputs, in);
	map_put(&inst->input_index, key, inst->inputs.len - 1);
}

/* The callers have what this function did not write for certain of SIZE bits. */
static void rest_of_callers(Run *r, const State *state, Input in, int64_t size)
{
	Cells copy = cells_now(state, in.obj);
	int64_t start = in.off.lo, end = in.off.lo + size;
	int64_t bits = in.record == NONE || record_is_open(r->e->program, in.record) ? 0 : type_bits(r->e->program, in.record);
	bool open = in.size < 0;

	for (uint32_t i = 0; i <= copy.cells.len && start < end; i++) {
		const Cell *c = i < copy.cells.len ? &copy.cells.items[i] : NULL;
		if (c && (!c->must || !range_is_const(c->off) || c->off.lo + c->size <= start))
			continue;
		int64_t until = c && c->off.lo < end ? c->off.lo : end;
		Input gap = in;
		gap.off = range_const(start);
		gap.size = open && until == end ? -1 : until - start;
		gap.phase = in.phase + start - in.off.lo;
		gap.phase = bits > 0 ? gap.phase % bits : gap.phase;
		if (until > start)
			input_of_callers(r, gap);
		start = c && c->off.lo + c->size > start ? c->off.lo + c->size : end;
	}
	vec_release(&copy.cells);
}

typedef struct { Run *r; const Input *in; int64_t size; } EntryMembers;

/* A member of a record that comes from outside as it is, if the model may read it. */
static void take_entry_member(void *context, Range off, int64_t size, TypeId type)
{
	const EntryMembers *m = context;

	if (range_overlaps(off, size, m->in->off, m->size) && is_read(m->r->e, m->in, off.lo))
		take_cell(m->r, m->in, off, size, world_entry(m->r, m->in->obj, off, size, type), true);
}

/* IN, of SIZE bits, is one record that comes from outside as it is, for a model whose code says which members it reads. */
static bool take_entry_record(Run *r, const Input *in, int64_t size)
{
	Engine *e = r->e;
	const Function *f = &e->program->functions.items[e->models.items[in->model].func];
	int64_t bits = in->record == NONE ? 0 : type_bits(e->program, in->record);
	TypeId held = e->objects.items[in->obj].type;
	bool known = type_is_record(e->program, held) && bits > 0 && str_equal(e->program->types.items[held].name, e->program->types.items[in->record].name);
	bool one = known && in->size >= 0 && in->phase + size <= bits && range_is_const(in->off) && !record_is_open(e->program, in->record);
	EntryMembers members = { r, in, size };

	if (!one || !f->defined || f->is_stub || e->objects.items[in->obj].signals)
		return false;
	type_leaves(e->program, in->record, range_const(in->off.lo - in->phase), take_entry_member, &members);
	return true;
}

static void input_take(Run *r, State *state, Input in)
{
	Engine *e = r->e;

	if (in.obj == NONE) {
		if (flow(e, in.node)->kind == FLOW_FORMAL && !r->world) {
			input_of_callers(r, in);
			return;
		}
		FlowId own = feature_node(r, in.node, &in, in.param.i, false);
		e->models.items[in.model].given = true;
		mark_feature(r, own, (Thing){ .kind = NODE_FEATURE, .name = in.param, .label = in.param, .role = NONE, .object = in.param, .first = -1, .last = -1 }, in.model, false);
		return;
	}
	int64_t rest = object_bits(e, in.obj);
	int64_t size = in.size >= 0 ? in.size : rest > 0 && range_is_const(in.off) ? rest - in.off.lo : REST;
	take_cells(r, constant_object(e, in.obj) ? e->initial : state, &in, size);
	const Object *o = &e->objects.items[in.obj];
	if (o->kind != OBJ_FORMAL && o->kind != OBJ_ENTRY)
		return;
	/* What this function did not write was written by a caller: element by element, so that nothing overwritten counts. */
	int64_t step = in.element > 0 && in.size > 0 && in.size / in.element <= 1024 && range_is_const(in.off) ? in.element : size;
	for (int64_t at = 0; at < size; at += step) {
		FlowIds nodes = {0};
		bool entry;
		memory_collect(r->e, state, in.obj, offset_add(in.off, range_const(at)), step, 0, &nodes, &entry);
		vec_release(&nodes);
		if (!entry)
			continue;
		if (o->kind == OBJ_FORMAL && o->signals) {
			FlowId node = object_signal(r, in.obj);
			take_cell(r, &in, offset_add(in.off, range_const(at)), in.size < 0 ? REST : step, node, true);
		} else if (o->kind == OBJ_FORMAL && step == size && range_is_const(in.off)) {
			rest_of_callers(r, state, in, size);
		} else if (o->kind == OBJ_FORMAL) {
			Input above = in;
			above.off = offset_add(in.off, range_const(at));
			above.size = in.size < 0 ? -1 : step;
			input_of_callers(r, above);
		} else if (o->kind == OBJ_ENTRY && take_entry_record(r, &in, size)) {
			break;
		} else if (o->kind == OBJ_ENTRY) {
			FlowId node = world_entry(r, in.obj, in.off, in.element > 0 ? in.element : 32, NONE);
			take_cell(r, &in, in.size < 0 ? in.off : offset_add(in.off, range_const(at)), in.size < 0 ? REST : step, node, true);
			break;
		}
		o = &e->objects.items[in.obj];
	}
}

typedef struct {
	Run *r;
	State *state;
	const Input *in;
} Members;

/* What the pointers among the members lead to, here, where this function may have written it: for its callers it is done. */
static void take_member(void *context, Range off, int64_t size, TypeId type)
{
	const Members *m = context;
	Engine *e = m->r->e;

	if (!is_pointer_to_data(e->program, type) || (m->in->count > 0 && !str_empty(m->in->field) && !is_member(e, m->in, m->in->field, off.lo)))
		return;
	take_behind(m->r, m->in, off.lo, read_location(m->r, m->state, m->in->obj, off, size, type, NONE, NOT_RELEVANT));
}

/* How many elements of HELD there are in IN; 0: nobody knows. */
static int64_t elements_in(Engine *e, const Input *in, TypeId held)
{
	TypeId type = e->objects.items[in->obj].type;
	bool array = type != NONE && e->program->types.items[type].kind == TY_ARRAY;
	int64_t bits = type_bits(e->program, held), all = array ? type_bits(e->program, type) : object_bits(e, in->obj);
	int64_t size = in->size >= 0 ? in->size : all > 0 && range_is_const(in->off) ? all - in->off.lo : 0;

	if (record_is_open(e->program, held))
		return 1;
	return bits > 0 && size > 0 ? (size + bits - 1) / bits : 0;
}

/* Is IN, elements of HELD, still to be taken? A place that many ways through records lead to is taken once for all but the
   first: what chooses any of those chooses it. */
static bool is_new_input(Run *r, Input *in, TypeId held)
{
	Engine *e = r->e;
	const uint64_t parts[] = { in->model, in->input, offset_hash(in->obj, in->off), held, in->field.i, (uint64_t)in->count, in->depth };
	uint64_t place = hash_bytes(0, parts, sizeof parts);
	uint32_t ways = map_get_or(&e->inputs_taken, place, 0);

	if (in->chosen && ways >= MAX_WAYS) {
		FlowId any = flow_keyed(r, FLOW_CHOICE, NONE, place);
		flow_dep(e, any, in->chosen, DEP_DATA);
		in->chosen = any;
	}
	if (!map_put(&e->inputs_taken, hash_u64(place, hash_u64(in->chosen, 1)), 1))
		return false;
	map_put(&e->inputs_taken, place, ways + 1);
	return true;
}

/* IN, elements of HELD, and what the pointers in it lead to. */
static void take_input(Run *r, State *found, Input in, TypeId held)
{
	Engine *e = r->e;
	bool points = type_is_record(e->program, held) || is_pointer_to_data(e->program, held);
	int64_t count = points ? elements_in(e, &in, held) : 0, bits = points ? type_bits(e->program, held) : 0;

	if (!is_new_input(r, &in, held))
		return;
	State *state = state_declared(r, found, in.obj, in.off, held, count);
	Members members = { r, state, &in };
	/* How many the last member of an open record has, its type does not say. */
	in.flat = count > 0 && count <= MAX_ELEMENTS && !record_is_open(e->program, held);
	input_take(r, state, in);
	in.flat = false;
	for (int64_t k = 0; points && k < (count > 0 && count <= MAX_ELEMENTS ? count : 1) && !r->inst->given_up; k++)
		type_leaves(e->program, held, offset_add(in.off, range_const(k * bits)), take_member, &members);
	if (state != found)
		state_free(state);
}

/* Begins with another thing that a model is given. */
static void inputs_begin(Engine *e)
{
	map_clear(&e->inputs_taken);
	e->input_work = e->features_behind = 0;
}

/* What pointers lead to in what the model is given, and pointers there. */
static void take_behind_all(Run *r, State *state)
{
	Engine *e = r->e;

	for (uint32_t i = 0; i < e->inputs_behind.len && !r->inst->given_up; i++)
		take_input(r, state, e->inputs_behind.items[i].in, e->inputs_behind.items[i].held);
	vec_clear(&e->inputs_behind);
}

/* What chooses the memory of IN, of a callee, when the caller chooses what the callee has a pointer to. */
static FlowId chosen_here(Run *r, FlowId before, ObjId formal, const Selectors *selectors, uint32_t instr)
{
	for (uint32_t i = 0; i < selectors->len; i++)
		if (selectors->items[i].formal == formal)
			before = input_chosen(r, before, selectors->items[i].pointer, instr);
	return before;
}

/* What the marks of the world from FIRST on stand for is what a call passed that is not followed. */
static void mark_assumed(Run *r, uint32_t first)
{
	for (uint32_t i = first; i < r->inst->marks.len; i++) {
		Flow *v = flow(r->e, r->e->feature_marks.items[r->inst->marks.items[i]].node);
		v->assumed |= v->kind == FLOW_STORE && v->inst == r->inst->id;
	}
}

void role_model_inputs_above(Run *r, State *found, uint32_t call_id, Instance *callee, const Selectors *selectors)
{
	Engine *e = r->e;
	uint32_t marks = r->inst->marks.len;
	State *state = callee->inputs.len ? beside_found(r, found, e->calls.items[call_id].instr) : found;

	inputs_begin(e);
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
		in.chosen = chosen_here(r, chosen_above(r, call_id, callee, in.chosen), in.obj, selectors, e->calls.items[call_id].instr);
		for (uint32_t k = 0; k < n; k++) {
			Pointee t = e->calls.items[call_id].bound.items[index].targets.items[k];
			Input above = in;
			above.obj = t.obj;
			above.off = offset_add(t.off, in.off);
			if (t.obj != OBJ_UNKNOWN)
				input_take(r, state, above);
		}
	}
	take_behind_all(r, state);
	if (r->world && bitset_has(&e->cut_off, callee->func))
		mark_assumed(r, marks);
	if (state != found)
		state_free(state);
}

/* What argument ARG of FUNC, which is NODE, points to; NONE: unknown. */
static TypeId argument_holds(Engine *e, FuncId func, uint32_t arg, FlowId node)
{
	TypeId type = argument_type(e, func, arg, node);

	return is_pointer_to_data(e->program, type) ? e->program->types.items[type].elem : NONE;
}

void argument_receive(Run *r, State *state, FuncId func, uint32_t arg, const Call *call, int64_t bits, FlowId node, uint32_t instr)
{
	FlowId pointer = call->args.items[arg];

	if (!pointer_exact(r->e, pointer)) {
		node = flow_derived(r, FLOW_STORE, instr, hash_u64(node, 0xC06), node);
		flow_dep(r->e, node, pointer, DEP_INDEX);
	}
	memory_receive(r, state, pointer, argument_holds(r->e, func, arg, pointer), bits > 0 ? range_const(bits) : range_top(), node, instr);
}

int64_t element_bits(Engine *e, FuncId func, uint32_t arg, FlowId node)
{
	TypeId held = argument_holds(e, func, arg, node);

	return held == NONE ? -1 : type_bits(e->program, held);
}

int64_t position_count(Run *r, const Position *p, const Call *call)
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
	const Instr *in = instr_behind_casts(r->f, r->f->args.items[r->f->instrs.items[instr].first_arg + arg]);
	return in->op == OP_FIELD ? argument_extent(r, instr, arg) : -1;
}

/* Does T lie in memory that the model keeps for itself? */
static bool is_own_state(Run *r, const Role *role, const Call *call, uint32_t instr, Pointee t)
{
	Engine *e = r->e;

	for (uint32_t i = 0; i < role->states.len; i++) {
		int32_t arg = role->states.items[i].arg;
		uint32_t n;
		const Pointee *own = pts_targets(arg >= 0 && (uint32_t)arg < call->args.len ? flow(e, call->args.items[arg])->value.pts : 0, &n);
		int64_t extent = n ? argument_extent(r, instr, (uint32_t)arg) : 0;
		for (uint32_t k = 0; k < n; k++)
			if (own[k].obj == t.obj && range_overlaps(own[k].off, extent > 0 ? extent : 1, t.off, 1))
				return true;
	}
	return false;
}

/* Is NODE what call CALL_ID left, or that and what was there before? */
static bool left_by_call(Engine *e, FlowId node, uint32_t call_id)
{
	const Flow *v = flow(e, node);

	if (v->kind == FLOW_OUT)
		return e->out_links.items[v->aux].call == call_id;
	for (uint32_t i = 0; v->kind == FLOW_WEAK && i < v->ndeps; i++)
		if (left_by_call(e, e->deps.items[v->first_dep + i].from, call_id))
			return true;
	return false;
}

/* What call CALL_ID left at T, the model's own memory, has no source outside of it. */
static void forget_cells(Run *r, State *state, const Role *role, const Call *call, uint32_t call_id, uint32_t instr, Pointee t)
{
	Engine *e = r->e;
	Cells copy = cells_now(state, t.obj);

	for (uint32_t c = 0; c < copy.cells.len; c++) {
		Cell cell = copy.cells.items[c];
		if (!left_by_call(e, cell.node, call_id) || !is_own_state(r, role, call, instr, (Pointee){ t.obj, cell.off }))
			continue;
		FlowId own = flow_keyed(r, FLOW_CONST, instr, hash_u64(hash_u64(t.obj, (uint64_t)cell.off.lo), 0x57A7E));
		flow(e, own)->value = (Value){ range_top(), flow(e, cell.node)->value.pts };
		flow(e, own)->type = flow(e, cell.node)->type;
		memory_replace(state, t.obj, cell.node, own);
	}
	vec_release(&copy.cells);
}

/* An array of numbers is the model's own as a whole, whether its body is known or not. */
static void forget_state(Run *r, State *state, FuncId func, const Role *role, const Call *call, uint32_t call_id, uint32_t instr)
{
	Engine *e = r->e;

	for (uint32_t i = 0; i < role->states.len; i++) {
		int32_t arg = role->states.items[i].arg;
		uint32_t n;
		PtsId pts = arg >= 0 && (uint32_t)arg < call->args.len ? flow(e, call->args.items[arg])->value.pts : 0;
		pts_targets(pts, &n);
		int64_t extent = n ? argument_extent(r, instr, (uint32_t)arg) : 0;
		int64_t element = n ? element_bits(e, func, (uint32_t)arg, call->args.items[arg]) : 0;
		if (element > 0 && element <= 64 && extent > 0) {
			FlowId own = flow_keyed(r, FLOW_CONST, instr, hash_u64(i, 0x57A7E));
			flow(e, own)->value = value_top();
			memory_fill(r, state, call->args.items[arg], range_const(extent), own, true, instr);
			continue;
		}
		for (uint32_t k = 0; k < n && call_id != NONE; k++)
			forget_cells(r, state, role, call, call_id, instr, pts_targets(pts, &n)[k]);
	}
}

/* The bits up to element COUNT of the last member of RECORD, which is open, when that is FIELD; -1: all that there is. */
static int64_t open_extent(const Module *program, TypeId record, Str field, int64_t count)
{
	const Type *t = &program->types.items[record];
	const Field *last = &program->fields.items[t->first_field + t->nfields - 1];
	int64_t element = type_bits(program, program->types.items[last->type].elem);

	return str_equal(last->name, field) && count > 0 && element > 0 ? last->bit_offset + count * element : -1;
}

/* The SIZE bits (-1: nobody knows how many) from anywhere in an array of ELEMENT bits each do not lead out of it. */
static void within_array(Engine *e, Pointee *t, int64_t element, int64_t *size)
{
	Array array = t->off.lo >= 0 ? array_at(e, t->obj, t->off.lo, element) : (Array){ 0, -1, NONE };

	if (t->off.span || t->off.hi >= array.end) /* in none, or in one of each of many records */
		return;
	if (*size < 0) {
		*size = array.end - t->off.lo;
		t->off = range_const(t->off.lo);
	} else if (t->off.hi > array.end - *size && array.end - *size >= t->off.lo) {
		t->off = range_between(t->off, t->off.lo, array.end - *size);
	}
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
	TypeId type = argument_type(e, func, (uint32_t)p->arg, arg);
	bool record = type_is_record(e->program, type);
	TypeKind kind = type == NONE ? TY_OTHER : (TypeKind)e->program->types.items[type].kind;
	/* A number is an input itself, also where it could have been made of an address. */
	if (kind == TY_INT || kind == TY_FLOAT || (!n && !record)) {
		Str param = (uint32_t)p->arg < f->nparams ? f->locals.items[p->arg].name : (Str){0};
		if (!str_empty(p->label))
			param = p->label;
		if (str_empty(param))
			param = str_format("arg%d", p->arg);
		Str name = str_format("%s.%s", str_text(e->models.items[model].name), str_text(param));
		if (kind != TY_POINTER)
			input_take(r, state, (Input){ .model = model, .input = index, .obj = NONE, .node = arg, .param = name });
		return;
	}
	int64_t element = record ? type_bits(e->program, type) : element_bits(e, func, (uint32_t)p->arg, arg);
	int64_t count = position_count(r, p, call);
	inputs_begin(e);
	TypeId held = record ? type : pointed_record(e->program, type);
	int64_t at;
	const Field *member = record_member(e->program, held, p->field, &at);
	bool behind = member && is_pointer_to_data(e->program, member->type);
	FlowId chosen = input_chosen(r, 0, arg, instr);
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = pts_targets(pts, &n)[i];
		if (t.obj == OBJ_UNKNOWN || is_own_state(r, &e->roles->roles.items[e->models.items[model].role], call, instr, t))
			continue;
		/* Of a record or one member, only itself; of an array, what the count says or all the rest. */
		bool open = record_is_open(e->program, held);
		int64_t size = count > 0 && element > 0 && !behind && !open ? count * element : -1;
		bool one = size < 0 && (record || (held != NONE && (str_empty(p->field) || behind)));
		if (open)
			size = open_extent(e->program, held, p->field, count);
		else if (one)
			size = element;
		if (size < 0 && !open)
			size = member_extent(r, instr, (uint32_t)p->arg);
		if (held == NONE && element > 0 && !range_is_const(t.off))
			within_array(e, &t, element, &size);
		take_input(r, state, (Input){ .model = model, .input = index, .obj = t.obj, .off = t.off, .size = size,
			.element = held != NONE ? 0 : element, .record = held, .field = p->field, .count = behind ? count : 0, .chosen = chosen },
			record ? type : argument_holds(e, func, (uint32_t)p->arg, arg));
	}
	take_behind_all(r, state);
}

int64_t argument_extent(Run *r, uint32_t instr, uint32_t arg)
{
	if (instr == NONE || !r->f || r->inline_at != NONE)
		return -1;
	ValueId value = r->f->args.items[r->f->instrs.items[instr].first_arg + arg];
	const Instr *in = &r->f->instrs.items[value];
	TypeId pointed = pointed_record(r->e->program, in->type);

	const Instr *written = instr_behind_casts(r->f, value);
	TypeId whole = written->op == OP_ADDR_LOCAL ? r->f->locals.items[written->imm].type
		: written->op == OP_ADDR_GLOBAL ? r->e->program->globals.items[written->imm].type : NONE;
	if (pointed != NONE && whole != NONE && r->e->program->types.items[whole].kind == TY_ARRAY)
		return type_bits(r->e->program, whole);
	if (pointed != NONE && in->op != OP_ELEM && type_bits(r->e->program, pointed) > 0)
		return type_bits(r->e->program, pointed);
	in = written;
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

/* NODE with PREDICTION in the place of what call CALL_ID left. */
static FlowId predicted(Run *r, FlowId node, uint32_t call_id, FlowId prediction)
{
	Engine *e = r->e;
	Flow v = *flow(e, node);

	if (!left_by_call(e, node, call_id))
		return node;
	if (v.kind == FLOW_OUT)
		return prediction;
	FlowId all = 0;
	for (uint32_t i = 0; i < v.ndeps; i++) {
		FlowId one = predicted(r, e->deps.items[v.first_dep + i].from, call_id, prediction);
		all = !all || all == one ? one : weak_value(r, hash_u64(hash_u64(all, one), 0x9D1C), all, one);
	}
	return all;
}

/* Everything that the model's own body wrote through this pointer is prediction. */
static bool output_from_body(Run *r, State *state, uint32_t call_id, FlowId arg, FlowId node)
{
	uint32_t n;
	PtsId pts = flow(r->e, arg)->value.pts;
	bool found = false;

	pts_targets(pts, &n);
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = pts_targets(pts, &n)[i];
		Cells copy = cells_now(state, t.obj);
		for (uint32_t k = 0; k < copy.cells.len; k++) {
			Cell c = copy.cells.items[k];
			FlowId by = c.off.lo < t.off.lo ? c.node : predicted(r, c.node, call_id, node);
			if (by == c.node)
				continue;
			found = true;
			memory_replace(state, t.obj, c.node, by);
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
		return returned_value(r, state, type, node, false, e->models.items[model].name, instr);
	}
	if (p->arg < 0 || (uint32_t)p->arg >= call->args.len)
		return 0;
	FlowId arg = call->args.items[p->arg];
	if (call_id != NONE && output_from_body(r, state, call_id, arg, node))
		return 0;
	int64_t element = element_bits(e, func, (uint32_t)p->arg, arg), count = position_count(r, p, call);
	int64_t bits = count > 0 && element > 0 ? count * element : argument_extent(r, instr, (uint32_t)p->arg);
	argument_receive(r, state, func, (uint32_t)p->arg, call, bits, node, instr);
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
		/* A handle that is null so far says nothing. */
		bool null = !n && is_pointer_argument(e, arg) && range_is_const(flow(e, arg)->value.num);
		Str text = null ? (Str){0} : describe(r, arg);
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

/* The call of a model at INSTR: the same one in each pass through a loop. */
static uint32_t model_at(Run *r, FuncId func, RoleId role, uint32_t instr)
{
	Engine *e = r->e;
	const uint32_t parts[] = { r->inst->id, r->ctx, r->inline_at, instr, func, role };
	uint64_t key = hash_bytes(0, parts, sizeof parts);
	uint32_t known = map_get_or(&e->model_index, key, NONE);

	if (known != NONE) {
		vec_clear(&e->models.items[known].variants);
		vec_clear(&e->models.items[known].predictions);
		return known;
	}
	*(ModelCall *)vec_add(&e->models) = (ModelCall){ .role = role, .inst = r->inst->id, .instr = instr, .func = func };
	map_put(&e->model_index, key, e->models.len - 1);
	return e->models.len - 1;
}

/* The body of a model is not followed, or as another call's, CALL_ID: what it may write is as good as predicted. That is what the
   result is, too, if it is none of the outputs. */
static FlowId body_assumed(Run *r, State *state, uint32_t model, FuncId func, const Role *role, const Call *call, uint32_t call_id, uint32_t instr)
{
	Engine *e = r->e;
	const ModelCall *m = &e->models.items[model];
	Str name = m->name;
	TypeId result = e->program->types.items[e->program->functions.items[func].type].elem;
	FlowId node = flow_keyed(r, FLOW_OP, instr, 0xB0D1);
	Bitset outputs = {0};

	for (uint32_t i = 0; i < m->predictions.len; i++)
		flow_dep(e, node, m->predictions.items[i], DEP_DATA);
	flow(e, node)->value = value_top();
	flow(e, node)->assumed = true;
	if (call_id != NONE) {
		call_write_besides(r, state, func, call, call_id, node, instr);
		return 0;
	}
	role_positions(role->outputs.items, role->outputs.len, &outputs);
	call_write_unnamed(r, state, func, call, &outputs, node, instr);
	mods_fill_globals(r, state, func, node, 0, instr);
	bitset_release(&outputs);
	flow(e, node)->type = result;
	return returned_value(r, state, result, node, false, name, instr);
}

FlowId model_call(Run *r, State *state, FuncId func, RoleId role_id, const Call *call, uint32_t instr)
{
	Engine *e = r->e;
	const Role *role = &e->roles->roles.items[role_id];
	FlowIds args = {0};
	FlowId result = 0;
	bool reached;
	uint32_t call_id = NONE;

	vec_append(&args, &call->args);
	uint32_t model = model_at(r, func, role_id, instr);
	model_identity(r, model, role, call);
	Str identity = e->models.items[model].variants.len == 1 ? e->models.items[model].variants.items[0] : (Str){0};
	e->models.items[model].name = template_expand(r, role->name, str_empty(identity) ? "{callee}" : "{identity}", func, instr, &args, identity);
	vec_push(&r->inst->models, model);
	State *found = beside_found(r, state, instr);
	for (uint32_t i = 0; i < role->inputs.len; i++)
		model_input(r, found, model, func, &role->inputs.items[i], i, call, instr);
	if (found != state)
		state_free(found);
	FlowId body = 0;
	bool defined = e->program->functions.items[func].defined;
	bool followed = defined && call_follow(r, state, func, call, instr, &body, &reached, &call_id);
	forget_state(r, state, func, role, call, call_id, instr);
	bool returns = false;
	for (uint32_t i = 0; i < role->outputs.len; i++) {
		FlowId one = model_output(r, state, model, func, &role->outputs.items[i], role->outputs.len, call, call_id, instr);
		returns |= role->outputs.items[i].arg == POS_RETURN;
		result = one ? one : result;
	}
	if (defined && (!followed || e->calls.items[call_id].borrowed)) {
		FlowId assumed = body_assumed(r, state, model, func, role, call, call_id, instr);
		body = followed ? body : assumed;
	}
	if (!role->from_pack && !defined && e->models.items[model].predictions.len) {
		Bitset named = {0};
		role_arguments(role, &named);
		call_write_unnamed(r, state, func, call, &named, e->models.items[model].predictions.items[0], instr);
		bitset_release(&named);
	}
	vec_release(&args);
	return result ? result : returns ? undefined_node(e) : body ? body : undefined_node(e);
}
