/*
 * Reading memory, and what an instance asks of its caller: what an incoming pointer points to, which constant an
 * incoming number is. Each question and its answer is recorded; the list is the key under which the instance is
 * found again by later calls.
 */
#include "solve/engine.h"

bool type_is_record(const Module *program, TypeId type)
{
	if (type == NONE)
		return false;
	TypeKind kind = program->types.items[type].kind;
	return kind == TY_STRUCT || kind == TY_UNION;
}

TypeId pointed_record(const Module *program, TypeId type)
{
	const Type *t = type == NONE ? NULL : &program->types.items[type];
	return t && t->kind == TY_POINTER && type_is_record(program, t->elem) ? t->elem : NONE;
}

bool record_is_open(const Module *program, TypeId record)
{
	const Type *t = type_is_record(program, record) ? &program->types.items[record] : NULL;
	TypeId last = t && t->nfields ? program->fields.items[t->first_field + t->nfields - 1].type : NONE;

	return last != NONE && program->types.items[last].kind == TY_ARRAY && program->types.items[last].bits <= 0;
}

const Field *record_member(const Module *program, TypeId record, Str name, int64_t *at)
{
	const Type *t = type_is_record(program, record) ? &program->types.items[record] : NULL;
	const Field *found = NULL;

	for (uint32_t i = 0; t && i < t->nfields && !found; i++) {
		const Field *field = &program->fields.items[t->first_field + i];
		int64_t inner = 0;
		found = str_empty(field->name) ? record_member(program, field->type, name, &inner) : str_equal(field->name, name) ? field : NULL;
		*at = field->bit_offset + inner;
	}
	return found;
}

bool is_in_member(const Module *program, TypeId type, Str name, int64_t off)
{
	while (type != NONE && program->types.items[type].kind == TY_ARRAY) {
		type = program->types.items[type].elem;
		int64_t bits = type_bits(program, type);
		off = bits > 0 ? off % bits : off;
	}
	const Type *t = type_is_record(program, type) ? &program->types.items[type] : NULL;
	for (uint32_t i = 0; t && i < t->nfields; i++) {
		const Field *field = &program->fields.items[t->first_field + i];
		bool open = i + 1 == t->nfields && record_is_open(program, type);
		bool around = off >= field->bit_offset && (open || off < field->bit_offset + type_bits(program, field->type));
		if (around && (str_equal(field->name, name) || is_in_member(program, field->type, name, off - field->bit_offset)))
			return true;
	}
	return false;
}

const Field *field_around(const Module *program, TypeId record, int64_t off)
{
	const Type *t = type_is_record(program, record) ? &program->types.items[record] : NULL;

	for (uint32_t i = 0; t && i < t->nfields; i++) {
		const Field *field = &program->fields.items[t->first_field + i];
		bool open = i + 1 == t->nfields && record_is_open(program, record);
		if (off >= field->bit_offset && (open || off < field->bit_offset + type_bits(program, field->type)))
			return field;
	}
	return NULL;
}

bool is_pointer_to_data(const Module *program, TypeId type)
{
	const Type *t = type == NONE ? NULL : &program->types.items[type];
	return t && t->kind == TY_POINTER && (t->elem == NONE || program->types.items[t->elem].kind != TY_FUNCTION);
}

void type_leaves(const Module *program, TypeId type, Range base, LeafVisit visit, void *context)
{
	const Type *t = type == NONE ? NULL : &program->types.items[type];

	if (!t)
		return;
	if (t->kind == TY_STRUCT || t->kind == TY_UNION) {
		for (uint32_t i = 0; i < t->nfields; i++) {
			const Field *field = &program->fields.items[t->first_field + i];
			Range off = offset_add(base, range_const(field->bit_offset));
			if (field->bit_width >= 0)
				visit(context, off, field->bit_width, field->type);
			else if (!str_empty(field->name) || !type_is_record(program, field->type))
				type_leaves(program, field->type, off, visit, context);
		}
	} else if (t->kind == TY_ARRAY) {
		int64_t element = type_bits(program, t->elem);
		if (element <= 0 || t->count <= 0)
			return;
		if (t->count > 64) {
			Range all = range_strided(0, (t->count - 1) * element, element);
			type_leaves(program, t->elem, offset_add(base, all), visit, context);
		} else {
			for (int64_t i = 0; i < t->count; i++)
				type_leaves(program, t->elem, offset_add(base, range_const(i * element)), visit, context);
		}
	} else if (t->bits > 0) {
		visit(context, base, t->bits, type);
	}
}

FlowId undefined_node(Engine *e)
{
	static const uint64_t key = 0x756e646566;
	uint32_t found;

	if (map_get(&e->instances.items[1]->nodes, key, &found))
		return found;
	FlowId node = flow_new(e, FLOW_CONST, 1, NONE);
	map_put(&e->instances.items[1]->nodes, key, node);
	return node;
}

static bool is_pointer(Engine *e, TypeId type)
{
	return type != NONE && e->program->types.items[type].kind == TY_POINTER;
}

/* A record passed by value is bound like the memory it is copied from. */
static bool is_memory(Engine *e, TypeId type)
{
	return is_pointer(e, type) || type_is_record(e->program, type);
}

TypeId pointee(Engine *e, TypeId type)
{
	return type_is_record(e->program, type) ? type : is_pointer(e, type) ? e->program->types.items[type].elem : NONE;
}

static const char EXACT[] = "exact";

/* Of so many values nothing is known as a number; so many objects of its callers a function can tell apart, and so many of
   one type among those that are not known. */
enum { MANY = 8, MAX_FORMALS = 1500, MAX_UNKNOWN = 8, BESIDE = 0xBE51DE, SELECTOR = 0x5E1EC7 /* in keys */ };
/* So many objects of one record, and of another type, a function tells apart. */
enum { MANY_RECORDS = 64, MANY_OTHERS = 32 };
/* So many formals are looked through without an index; so many places of one object does a recursion tell apart. */
enum { FEW_BOUND = 24, FEW_ELEMENTS = 16, MAX_PLACES = 2048, MAX_BELOW = 8 /* of these */ };
static const int64_t NO_BEGIN = -((int64_t)1 << 56); /* in bits: as far below as makes no difference */
/* So many nodes are looked at from a pointer back to where it was read. */
enum { MAX_CHOSEN = 6 };

/* ---- answers, computed on the caller's side ---- */

static FlowId caller_param(Call *call, uint32_t param)
{
	return param < call->args.len ? call->args.items[param] : 0;
}

/* The bits that IN asks for at T. A text that a library function reads to its end does not go beyond the array it is in. */
static int64_t text_ends(Engine *e, const Instance *callee, const FormalIn *in, Pointee t)
{
	TypeId held = e->objects.items[in->obj].type;
	bool text = in->size >= UNBOUNDED && range_is_const(t.off) && held != NONE && e->program->types.items[held].kind == TY_INT &&
		type_bits(e->program, held) == 8 && e->program->functions.items[callee->func].is_stub;
	int64_t bits = text ? extent_of_text(e, t) : -1;

	return bits > 0 ? bits : in->size;
}

static FlowId formal_beside(Run *r, ObjId obj, Range off, int64_t size, TypeId type);

/* What runs beside CALLER may have written to what IN is in it, one of the COUNT places AT. */
static FlowId caller_beside(Run *caller, State *state, const Call *call, const FormalIn *in, const Pointee *at, uint32_t count)
{
	Engine *e = caller->e;
	FlowIds nodes = {0};

	for (uint32_t i = 0; i < count; i++) {
		Range off = object_clamp(e, at[i].obj, region_shift(e, at[i], in->off, region_step(e, (Pointee){ in->obj, in->off })).off, in->size);
		const Object *o = &e->objects.items[at[i].obj];
		if (caller->world)
			vec_push(&nodes, read_location(caller, state, at[i].obj, off, in->size, in->type, call->instr, NOT_RELEVANT));
		else if (o->kind == OBJ_FORMAL && o->inst == caller->inst->id)
			vec_push(&nodes, formal_beside(caller, at[i].obj, off, in->size, in->type));
		beside_collect(caller, at[i].obj, off, in->size, &nodes);
	}
	FlowId result = nodes.len ? flow_keyed(caller, FLOW_MERGE, call->instr, hash_u64(hash_u64(offset_hash(in->obj, in->off), (uint64_t)in->size), BESIDE)) : 0;
	for (uint32_t i = 0; i < nodes.len; i++)
		flow_dep(e, result, nodes.items[i], DEP_DATA);
	if (result) {
		flow(e, result)->value = value_top();
		flow(e, result)->type = in->type;
	}
	vec_release(&nodes);
	return result ? result : undefined_node(e);
}

/* What a number is for that ASKS is a question for, and which question to ask of one that is for RELEVANT. */
static uint8_t relevance_of(AskKind asks)
{
	if (asks == ASK_REAL)
		return RELEVANT_WHOLE;
	if (asks == ASK_INDEX)
		return RELEVANT_NUMBER | RELEVANT_INDEX;
	return asks == ASK_ADDRESS || asks == ASK_KEPT ? RELEVANT_ADDRESS : RELEVANT_NUMBER;
}

static AskKind question_of(uint8_t relevant)
{
	if ((relevant & RELEVANT_ADDRESS) == RELEVANT_ADDRESS)
		return ASK_ADDRESS;
	if (relevant & RELEVANT_KEPT)
		return ASK_KEPT;
	return relevant & RELEVANT_INDEX ? ASK_INDEX : ASK_NUMBER;
}

FlowId caller_value(Run *caller, State *state, Call *call, Instance *callee, const FormalIn *in, AskKind asks)
{
	Engine *e = caller->e;

	if (in->obj == NONE)
		return caller_param(call, in->param);
	uint32_t index = e->objects.items[in->obj].index;
	if (index >= call->bound.len)
		return 0;
	FlowIds nodes = {0};
	uint32_t n = call->bound.items[index].targets.len;
	if (in->beside)
		return caller_beside(caller, state, call, in, call->bound.items[index].targets.items, n);
	uint8_t relevant = relevance_of(asks);
	run_work(caller, n <= MANY ? n / 4 : n);
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = call->bound.items[index].targets.items[i];
		Range by = bound_offset(&call->bound.items[index], in->off);
		Range off = object_clamp(e, t.obj, region_shift(e, t, by, region_step(e, (Pointee){ in->obj, by })).off, in->size);
		uint32_t prefix = in->prefix ? prefix_above(caller, state, call, callee, in->prefix, t) : 0, before = caller->prefix;
		caller->prefix = prefix;
		FlowId node = read_location(caller, state, t.obj, off, text_ends(e, callee, in, (Pointee){ t.obj, off }), in->type, call->instr, relevant);
		caller->prefix = before;
		if (node)
			vec_push(&nodes, node);
	}
	FlowId result = nodes.len == 1 ? nodes.items[0] : 0;
	if (nodes.len > 1) {
		result = flow_keyed(caller, FLOW_MERGE, call->instr, hash_u64(hash_u64(offset_hash(in->obj, in->off), (uint64_t)in->size), callee->id));
		ValueSum all = {0};
		for (uint32_t i = 0; i < nodes.len; i++) {
			value_sum_add(&all, flow(e, nodes.items[i])->value);
			flow_dep(e, result, nodes.items[i], DEP_DATA);
		}
		flow(e, result)->value = value_sum_end(&all);
		flow(e, result)->type = in->type;
	}
	vec_release(&nodes);
	return result;
}

static ObjId formal_new(Engine *e, Instance *callee, TypeId type)
{
	uint32_t index = callee->formals.len;
	ObjId obj = object_keyed(e, hash_u64(hash_u64(callee->id, index), 0xF0), (Object){
		.kind = OBJ_FORMAL, .inst = callee->id, .index = index, .type = type, .func = NONE, .instr = NONE, .feature = NONE });

	e->objects.items[obj].weak = bitset_has(&callee->weak_formals, index);
	e->objects.items[obj].signals = 0;
	e->objects.items[obj].whole = false;
	if (e->objects.items[obj].type == NONE)
		e->objects.items[obj].type = type;
	vec_push(&callee->formals, obj);
	return obj;
}

static void weaken(Engine *e, Instance *callee, uint32_t index, bool replay, bool *fail)
{
	if (bitset_has(&callee->weak_formals, index))
		return;
	if (replay) {
		*fail = true;
		return;
	}
	bitset_add(&callee->weak_formals, index);
	e->objects.items[callee->formals.items[index]].weak = true;
	callee->restart |= bitset_has(&callee->accessed, index);
}

/* What a pointer to TYPE at T stays in: a record, or the array that it points into. False: it may run off. */
static bool stays_in(Engine *e, Pointee t, TypeId type, Range *at, int64_t *size)
{
	bool record = type_is_record(e->program, type);

	if (record && range_is_const(t.off)) {
		*at = t.off;
		*size = type_bits(e->program, type);
		return *size > 0;
	}
	*at = region_member(e, t, type, size);
	return !record && *size > type_bits(e->program, type);
}

/* Can what formal number FORMAL stands for, A of the caller, and a pointer B, which would be number NEXT, never meet, each
   staying in the member it points into? Where both offsets are known, only an index runs off: one of them must point into
   an array. The other may be a record, unless the callee goes from there to its owner (container_of), but not the end of
   that array. */
static bool apart(Engine *e, Instance *callee, uint32_t formal, Pointee a, TypeId type_a, uint32_t next, Pointee b, TypeId type_b)
{
	bool known = range_is_const(a.off) && range_is_const(b.off);
	bool record_a = known && type_is_record(e->program, type_a), record_b = known && type_is_record(e->program, type_b);
	int64_t size_x, size_y;
	Range x, y;
	bool stays_x = stays_in(e, a, type_a, &x, &size_x), stays_y = stays_in(e, b, type_b, &y, &size_y);
	bool ends = known && ((stays_x && !stays_y && b.off.lo == x.lo + size_x) || (stays_y && !stays_x && a.off.lo == y.lo + size_y));
	bool stay = record_a || record_b ? stays_x && stays_y && record_a != record_b : !known || stays_x || stays_y;

	if (ends || !stay || range_overlaps(x, size_x, y, size_y))
		return false;
	if (!record_a && !record_b)
		return true;
	if (bitset_has(&callee->leaves_formals, formal) || bitset_has(&callee->leaves_formals, next))
		return false;
	bitset_add(&callee->parted_formals, formal);
	bitset_add(&callee->parted_formals, next);
	return true;
}

void formal_accessed(Run *r, ObjId obj, Range off, int64_t size)
{
	const Object *o = &r->e->objects.items[obj];
	Instance *inst = r->inst;

	if (o->kind != OBJ_FORMAL || o->inst != inst->id)
		return;
	bitset_add(&inst->accessed, o->index);
	if (!type_is_record(r->e->program, o->type))
		return;
	int64_t bits = type_bits(r->e->program, o->type);
	bool inside = off.lo >= 0 && offset_end(off, size) <= bits;
	if (inside || bitset_has(&inst->leaves_formals, o->index))
		return;
	bitset_add(&inst->leaves_formals, o->index);
	inst->restart |= bitset_has(&inst->parted_formals, o->index);
}

Range bound_offset(const Bound *bound, Range by)
{
	if (bound->row <= 0 || by.span || by.stride <= 0 || by.lo < 0 || by.lo >= bound->row || by.hi < NO_KNOWN_END)
		return by;
	return range_strided(by.lo, by.lo + (bound->row - 1 - by.lo) / by.stride * by.stride, by.stride);
}

void bound_index_release(Call *call)
{
	map_release(&call->index.last);
	vec_release(&call->index.links);
	call->index.formals = 0;
}

void bound_clear(Call *call)
{
	for (uint32_t i = 0; i < call->bound.len; i++)
		vec_release(&call->bound.items[i].targets);
	vec_clear(&call->bound);
	bound_index_release(call);
}

uint64_t bound_places(const Call *call)
{
	uint64_t count = 0;

	for (uint32_t i = 0; i < call->bound.len; i++)
		count += call->bound.items[i].targets.len;
	return count;
}

/* FORMAL stands for something in OBJ. */
static void bound_link(BoundIndex *index, uint32_t formal, ObjId obj)
{
	uint32_t last = map_get_or(&index->last, obj, NONE), link = index->links.len;

	if (last != NONE && index->links.items[last].formal == formal)
		return;
	vec_push(&index->links, (BoundLink){ formal, last == NONE ? link : index->links.items[last].next });
	if (last != NONE)
		index->links.items[last].next = link;
	map_put(&index->last, obj, link);
}

/* Puts all formals that are bound into the index. */
static void bound_index(Call *call)
{
	BoundIndex *index = &call->index;

	for (; index->formals < call->bound.len; index->formals++) {
		const Pointees *targets = &call->bound.items[index->formals].targets;
		for (uint32_t k = 0; k < targets->len; k++)
			bound_link(index, index->formals, targets->items[k].obj);
	}
}

/* FORMAL, which is bound already, stands for TARGETS, too. */
static void bound_more(Call *call, uint32_t formal, const Pointees *targets)
{
	vec_append(&call->bound.items[formal].targets, targets);
	call->bound.items[formal].row = 0;
	for (uint32_t k = 0; k < targets->len && formal < call->index.formals; k++)
		bound_link(&call->index, formal, targets->items[k].obj);
}

/* Are A and B, rows of SIZE_A and SIZE_B bits (0: none), two rows? */
static bool rows_apart(Pointee a, int64_t size_a, Pointee b, int64_t size_b)
{
	return size_a > 0 && size_b > 0 && range_is_const(a.off) && range_is_const(b.off) && !range_overlaps(a.off, size_a, b.off, size_b);
}

/* May formal number FORMAL stand for what TYPE at T of the caller, a ROW (0: none), is part of? */
static bool stands_for(Engine *e, const Call *call, Instance *callee, uint32_t formal, Pointee t, TypeId type, int64_t row)
{
	TypeId known = formal < callee->formals.len ? e->objects.items[callee->formals.items[formal]].type : NONE;
	const Bound *bound = &call->bound.items[formal];
	const Pointees *targets = &bound->targets;

	for (uint32_t k = 0; k < targets->len; k++)
		if (targets->items[k].obj == t.obj && !rows_apart(targets->items[k], bound->row, t, row) &&
		    !apart(e, callee, formal, targets->items[k], known, call->bound.len, t, type))
			return true;
	return false;
}

/* Goes through the formals that may stand for parts of one object of the caller: all of few, else by the index. */
typedef struct { uint32_t next, last; } FormalScan;

static FormalScan formals_scan(Call *call, ObjId obj)
{
	if (call->bound.len <= FEW_BOUND)
		return (FormalScan){ 0, NONE };
	bound_index(call);
	uint32_t last = map_get_or(&call->index.last, obj, NONE);
	return (FormalScan){ last == NONE ? NONE : call->index.links.items[last].next, last };
}

/* The next one; NONE: there are no more. */
static uint32_t formals_next(const Call *call, FormalScan *scan)
{
	uint32_t at = scan->next;

	if (at == NONE || (scan->last == NONE && at >= call->bound.len))
		return NONE;
	if (scan->last == NONE) {
		scan->next++;
		return at;
	}
	BoundLink link = call->index.links.items[at];
	scan->next = at == scan->last ? NONE : link.next;
	return link.formal;
}

/* The one of TARGETS that is in OBJ; NULL: there are several. */
static const Pointee *only_target(const Pointees *targets, ObjId obj)
{
	const Pointee *only = NULL;

	for (uint32_t i = 0; i < targets->len; i++) {
		if (targets->items[i].obj != obj)
			continue;
		if (only)
			return NULL;
		only = &targets->items[i];
	}
	return only;
}

/* Where target T of the caller, a TYPE, is, counted from what formal number FORMAL of the callee stands for. */
static Range offset_from(Engine *e, const Call *call, Instance *callee, uint32_t formal, Pointee t, TypeId type, bool only, bool replay, bool *fail)
{
	const Pointees *bound = &call->bound.items[formal].targets;
	const Pointee *from = only_target(bound, t.obj);

	if (bound->len != 1 || !range_is_const(from->off))
		weaken(e, callee, formal, replay, fail);
	if (!from)
		return range_top();
	if (range_is_const(from->off))
		return offset_add(t.off, range_neg(from->off));
	if (only && bound->len == 1 && range_equal(from->off, t.off))
		return range_const(0);
	/* Of an array of records that both are in, some before or behind. */
	bool records = type_is_record(e->program, type) && type == e->objects.items[callee->formals.items[formal]].type;
	return records && !from->off.span ? offset_add(t.off, range_neg(from->off)) : range_top();
}

/* Of what is not known, one object a record type, and not many of another: lists of unknown length stay finite. NONE: another
   one can be made. */
static uint32_t unknown_formal(Engine *e, const Call *call, const Instance *callee, TypeId type)
{
	uint32_t found = 0, last = NONE;

	for (uint32_t i = 0; i < call->bound.len && i < callee->formals.len; i++)
		if (!call->bound.items[i].targets.len && e->objects.items[callee->formals.items[i]].type == type) {
			last = i;
			found++;
		}
	return found >= (type_is_record(e->program, type) ? 1 : MAX_UNKNOWN) ? last : NONE;
}

/* Is it a static variable, or what stands for one? */
static bool is_variable(const Object *o)
{
	return o->kind == OBJ_GLOBAL || (o->kind == OBJ_FORMAL && o->whole);
}

/* Where a function reaches very many objects of TYPE (records of all kinds through untyped memory), one more, TARGETS, is as good
   as the last: which formal stands for it, too. NONE: it can have one of its own, as each variable has: the program has so many. */
static uint32_t shared_formal(Engine *e, const Call *call, const Instance *callee, const Pointees *targets, TypeId type)
{
	uint32_t found = 0, last = NONE, many = type_is_record(e->program, type) ? MANY_RECORDS : MANY_OTHERS;
	bool variables = true;

	for (uint32_t i = 0; i < targets->len; i++)
		variables &= is_variable(&e->objects.items[targets->items[i].obj]);
	for (uint32_t i = 0; !variables && call->bound.len >= many && i < call->bound.len && i < callee->formals.len; i++) {
		const Object *o = &e->objects.items[callee->formals.items[i]];
		if (o->type == type && !is_variable(o)) {
			last = i;
			found++;
		}
	}
	return found >= many ? last : NONE;
}

/* PTS is the address of a variable of TYPE. */
static void formal_mark_whole(Engine *e, const Instance *callee, PtsId pts, TypeId type)
{
	uint32_t n;
	const Pointee *t = pts_targets(pts, &n);
	Object *o = n == 1 ? &e->objects.items[t->obj] : NULL;

	if (o && o->kind == OBJ_FORMAL && o->inst == callee->id && o->type == type && range_equal(t->off, range_const(0)))
		o->whole = true;
}

/* Functions that memory of several types holds beside records are nothing that a pointer to a record leads to. */
bool can_point_to(Engine *e, TypeId type, ObjKind kind)
{
	return kind != OBJ_FUNCTION || !type_is_record(e->program, type);
}

int64_t row_written(Engine *e, const Instr *in)
{
	TypeId element = in->op == OP_ELEM ? pointee(e, in->type) : NONE;
	int64_t bits = element == NONE ? 0 : type_bits(e->program, element);

	return bits > 0 && in->imm > bits && in->imm % bits == 0 ? in->imm : 0;
}

/* Bits of the row of a matrix that argument ARG of the call at INSTR is written as; 0: of none, or of more than one. */
static int64_t row_passed(const Run *r, uint32_t instr, uint32_t arg)
{
	const Instr *in = r->f && r->inline_at == NONE && instr != NONE ? &r->f->instrs.items[instr] : NULL;

	if (!in || in->op != OP_CALL || arg >= in->nargs)
		return 0;
	const Instr *passed = instr_behind_casts(r->f, r->f->args.items[in->first_arg + arg]);
	int64_t row = row_written(r->e, passed);
	TypeId element = row ? pointee(r->e, passed->type) : NONE;

	/* What is known to be more than there is in a row is about more than one. */
	for (uint32_t i = 0; row && i < in->nargs; i++) {
		FlowId other = r->values[r->f->args.items[in->first_arg + i]];
		Range number = other ? flow(r->e, other)->value.num : range_top();
		if (range_is_const(number) && number.lo > row / type_bits(r->e->program, element))
			row = 0;
	}
	return row;
}

/* Translates what a pointer means in the caller, be it to a ROW of so many bits (0: to none), into the callee's objects, making
   formal objects as needed. */
static PtsId bind_pointer(Run *caller, Call *call, Instance *callee, Value value, TypeId type, int64_t row, bool replay, bool *fail)
{
	Engine *e = caller->e;
	uint32_t count;
	const Pointee *t = pts_targets(value.pts, &count);
	Pointees result = {0}, rest = {0};

	run_work(caller, count / 4);
	if (!count && range_is_const(value.num))
		return 0;
	uint32_t fitting = 0;
	for (uint32_t i = 0; i < count; i++) {
		ObjKind kind = e->objects.items[t[i].obj].kind;
		if (!can_point_to(e, type, kind))
			continue;
		fitting++;
		if (t[i].obj == OBJ_UNKNOWN || kind == OBJ_FUNCTION) {
			vec_push(&result, t[i]);
			continue;
		}
		bool found = false;
		FormalScan scan = formals_scan(call, t[i].obj);
		for (uint32_t formal; (formal = formals_next(call, &scan)) != NONE;) {
			if (!stands_for(e, call, callee, formal, t[i], type, row))
				continue;
			found = true;
			Bound *shared = &call->bound.items[formal];
			if (row != shared->row || shared->targets.len > 1 || !range_equal(shared->targets.items[0].off, t[i].off))
				shared->row = 0;
			if (formal >= callee->formals.len) {
				*fail = true;
				continue;
			}
			/* Another pointer to what stands for many objects need not be to the same one. A global is one. */
			if (kind != OBJ_GLOBAL && e->objects.items[t[i].obj].weak)
				weaken(e, callee, formal, replay, fail);
			vec_push(&result, (Pointee){ callee->formals.items[formal], offset_from(e, call, callee, formal, t[i], type, fitting == 1, replay, fail) });
		}
		if (!found && call->bound.len >= MAX_FORMALS)
			vec_push(&result, (Pointee){ OBJ_UNKNOWN, range_top() });
		else if (!found)
			vec_push(&rest, t[i]);
	}
	if (!fitting && call->bound.len >= MAX_FORMALS)
		vec_push(&result, (Pointee){ OBJ_UNKNOWN, range_top() });
	else if (rest.len || !fitting) {
		uint32_t index = call->bound.len;
		uint32_t same = fitting ? shared_formal(e, call, callee, &rest, type) : unknown_formal(e, call, callee, type);
		if (same != NONE) {
			weaken(e, callee, same, replay, fail);
			bound_more(call, same, &rest);
			vec_push(&result, (Pointee){ callee->formals.items[same], range_const(0) });
		} else if (replay && index >= callee->formals.len) {
			*fail = true;
		} else {
			/* Other pointers to a record that one leads out of are counted from its beginning. */
			bool record = rest.len == 1 && view_to_come(e, rest.items[0], type);
			Range off = record ? rest.items[0].off : range_const(0);
			if (record)
				rest.items[0].off = range_const(0);
			if (index >= callee->formals.len)
				formal_new(e, callee, record ? type_element(e->program, e->objects.items[rest.items[0].obj].type) : type);
			Bound *bound = vec_add(&call->bound);
			vec_append(&bound->targets, &rest);
			bound->row = record ? 0 : row;
			vec_push(&result, (Pointee){ callee->formals.items[index], off });
		}
	}
	PtsId pts = pts_of(result.items, result.len);
	vec_release(&result);
	vec_release(&rest);
	return pts;
}

bool pts_exact(Engine *e, PtsId pts)
{
	uint32_t n;
	const Pointee *t = pts_targets(pts, &n);

	if (n != 1 || !range_is_const(t->off) || t->obj == OBJ_UNKNOWN || e->objects.items[t->obj].base)
		return false;
	return e->objects.items[t->obj].kind != OBJ_FORMAL || e->objects.items[t->obj].exact;
}

/* Was what NODE is read from a place that an index chose? */
static bool is_chosen(Engine *e, FlowId node, int depth)
{
	const Flow *v = flow(e, node);
	bool reads = v->kind == FLOW_LOAD || v->kind == FLOW_OP || v->kind == FLOW_STORE || v->kind == FLOW_ASSUME, chosen = false;

	for (uint32_t i = 0; i < v->ndeps && reads && depth && !chosen; i++) {
		Dep d = e->deps.items[v->first_dep + i];
		chosen = !d.condition && (d.kind == DEP_INDEX || (d.kind == DEP_DATA && is_chosen(e, d.from, depth - 1)));
	}
	return chosen;
}

bool pointer_exact(Engine *e, FlowId pointer)
{
	PtsId pts = flow(e, pointer)->value.pts;
	uint32_t n;

	if (!pts_exact(e, pts))
		return false;
	const Object *o = &e->objects.items[pts_targets(pts, &n)->obj];
	return !(o->kind == OBJ_HEAP && o->weak && is_chosen(e, pointer, MAX_CHOSEN));
}

PtsId caller_view(Run *caller, const Call *call, const Query *q)
{
	Engine *e = caller->e;
	uint32_t index = e->objects.items[q->obj].index;
	PtsIds views = {0};

	for (uint32_t i = 0; index < call->bound.len && i < call->bound.items[index].targets.len; i++) {
		Pointee t = call->bound.items[index].targets.items[i];
		vec_push(&views, view_pointer(caller, pts_single(t.obj, offset_add(t.off, q->off)), q->type));
	}
	PtsId all = pts_join_all(&views);
	vec_release(&views);
	return all;
}

/* What an instance may rely on about a pointer: which declared feature it points to; EXACT: that it is one known place. */
static Str binding_text(Engine *e, PtsId pts, bool exact)
{
	uint32_t n;
	const Pointee *t = pts_targets(pts, &n);
	Str text = str_intern(exact ? EXACT : "");

	if (n != 1 || e->objects.items[t->obj].feature == NONE)
		return text;
	Pointee outer = name_outermost(e, *t);
	return str_format("%s feature %u %lld %lld", str_text(text), outer.obj, (long long)outer.off.lo, (long long)outer.off.hi);
}

static bool binding_is_exact(Str text)
{
	return !strncmp(str_text(text), EXACT, sizeof EXACT - 1);
}

/* Does Q, which is answered, make out of what the caller has in one place one formal of its own? Then it makes no difference in
   the callee whether the caller chooses what that is: the call depends on it (select.c). Else the callee chooses, an element
   of an array or one of two pointers to one formal. KNOWN: formals that were bound before. */
static bool stands_alone(const Engine *e, const Query *q, uint32_t known)
{
	uint32_t n;
	const Pointee *t = pts_targets(q->pts, &n);
	bool alone = range_is_const(q->off);

	for (uint32_t i = 0; i < n; i++)
		alone &= e->objects.items[t[i].obj].kind != OBJ_FORMAL || e->objects.items[t[i].obj].index >= known;
	return alone;
}

/* Is what the caller passes for Q, PASSED, and what was bound of it before, one known place each? */
static bool is_one_place(Engine *e, const Call *call, const Query *q, PtsId passed)
{
	uint32_t n;
	const Pointee *t = pts_targets(q->pts, &n);
	bool one = pts_exact(e, passed);

	for (uint32_t i = 0; i < n && one; i++) {
		const Object *o = &e->objects.items[t[i].obj];
		const Pointees *targets = o->kind == OBJ_FORMAL && o->index < call->bound.len ? &call->bound.items[o->index].targets : NULL;
		one = !targets || (targets->len == 1 && range_is_const(targets->items[0].off));
	}
	return one;
}

/* What is known of the binding of Q to PASSED; KNOWN: formals that were bound before. */
static Str binding_of(Engine *e, const Call *call, const Instance *callee, const Query *q, PtsId passed, uint32_t known)
{
	if (map_get(&callee->not_exact, query_key(q), NULL))
		return (Str){0};
	return binding_text(e, passed, !stands_alone(e, q, known) && is_one_place(e, call, q, passed));
}

uint64_t query_key(const Query *q)
{
	return hash_u64(hash_u64(offset_hash(q->obj, q->off), q->index), (uint64_t)q->size);
}

FormalIn query_input(const Query *q)
{
	return (FormalIn){ .obj = q->obj, .param = q->index, .off = q->off, .size = q->size, .type = q->type };
}

uint64_t question_key(const Query *q)
{
	return hash_u64(query_key(q), map_key(q->kind, q->type));
}

/* Did a call back pass something else for Q than the first call? */
static bool is_uncertain(const Instance *callee, const Query *q)
{
	return callee->uncertain.len && map_get(&callee->uncertain, question_key(q), NULL);
}

bool query_is_certain(const Instance *callee, const Query *q)
{
	return !callee->generic && !is_uncertain(callee, q);
}

/* Are these few numbers? More than what an index of two bytes can be say little, and each range makes an instance. */
static bool is_narrow(Range num)
{
	return num.lo > NEG_INF && num.hi < POS_INF && num.hi - num.lo < 1 << 16;
}

/* NUM in the steps of an instance that serves many calls: small numbers as they are, others from one power of two to the next. */
static Range rounded(Range num, bool index)
{
	if (num.lo < 0 || (range_is_const(num) && num.lo < FEW_ELEMENTS) || !is_narrow(num))
		return num;
	int64_t lo = num.lo < FEW_ELEMENTS ? 0 : FEW_ELEMENTS, hi = FEW_ELEMENTS;
	while (lo && 2 * lo <= num.lo)
		lo *= 2;
	while (hi <= num.hi)
		hi *= 2;
	return index ? range_strided(lo, hi - 1, 1) : range_top();
}

int64_t few_bound(Run *caller, const Call *call, const Query *q)
{
	uint32_t index = caller->e->objects.items[q->obj].index;
	const Bound *bound = index < call->bound.len ? &call->bound.items[index] : NULL;
	int64_t most = 0;

	for (uint32_t i = 0; bound && i < bound->targets.len; i++) {
		Pointee t = bound->targets.items[i];
		int64_t few = few_elements(caller, (Pointee){ t.obj, offset_add(t.off, bound_offset(bound, q->off)) }, q->size);
		if (!few)
			return 0;
		most = few > most ? few : most;
	}
	return most;
}

static void answer(Run *caller, State *state, Call *call, Instance *callee, Query *q, bool replay, bool *fail)
{
	Engine *e = caller->e;
	FormalIn in = query_input(q);
	bool certain = query_is_certain(callee, q);

	switch (q->kind) {
	case ASK_POINTS: {
		FlowId node = caller_value(caller, state, call, callee, &in, q->kind);
		Value v = node ? flow(e, node)->value : value_top();
		const Type *t = node && flow(e, node)->type != NONE ? &e->program->types.items[flow(e, node)->type] : NULL;
		bool number = !v.pts && t && (t->kind == TY_INT || t->kind == TY_FLOAT);
		TypeId pointed = pointee(e, q->type);
		PtsId also;
		if (recursion_also(callee, q, &also))
			v = (Value){ range_top(), pts_join(v.pts, also) };
		bool lost = pointed == NONE || type_bits(e->program, pointed) <= 0;
		if (lost && node && flow(e, node)->type != NONE && pointee(e, flow(e, node)->type) != NONE)
			pointed = pointee(e, flow(e, node)->type);
		uint32_t known = call->bound.len;
		q->pts = number ? 0 : recursion_moved(e, callee, q, bind_pointer(caller, call, callee, v, pointed, q->obj == NONE ? row_passed(caller, call->instr, q->index) : 0, replay, fail));
		q->text = binding_of(e, call, callee, q, v.pts, known);
		q->untyped = lost && v.pts ? pointed : NONE;
		/* Whether it may be NULL is asked when it tells (null.c); whether it may be a number, too, makes no instance of its own. */
		q->num = !v.pts || !certain ? range_top() : range_allocated();
		/* A number in the place of a pointer, null first of all. */
		if (!q->pts && range_is_const(v.num) && (certain || (v.num.lo == 0 && !is_uncertain(callee, q))))
			q->num = v.num;
		break;
	}
	case ASK_NULL: {
		FlowId node = caller_value(caller, state, call, callee, &in, ASK_POINTS);
		bool never = node && certain && null_range(caller, node).lo > 0;
		q->num = never ? range_nonnull() : range_allocated();
		break;
	}
	case ASK_ELEMENTS: {
		int64_t few = certain ? few_bound(caller, call, q) : 0;
		q->num = few ? range_const(few) : range_top();
		break;
	}
	case ASK_REAL: {
		FlowId node = caller_value(caller, state, call, callee, &in, q->kind);
		q->num = node && certain ? real_bits(e, node) : range_top();
		q->pts = 0;
		break;
	}
	case ASK_NUMBER: case ASK_INDEX: case ASK_KEPT: case ASK_ADDRESS: {
		FlowId node = caller_value(caller, state, call, callee, &in, q->kind);
		Value v = node ? flow(e, node)->value : value_top();
		if (callee->coarse && !v.pts)
			v.num = rounded(v.num, q->kind == ASK_INDEX);
		/* In the memory of the world numbers grow from round to round. */
		bool told = range_is_const(v.num) || (q->kind == ASK_INDEX && !caller->world && is_narrow(v.num));
		q->num = q->kind != ASK_KEPT && told && !v.pts && certain ? v.num : range_top();
		/* An address in the place of a number. */
		bool address = !asks_number(q->kind) && v.pts;
		uint32_t known = call->bound.len;
		q->pts = address ? bind_pointer(caller, call, callee, v, NONE, 0, replay, fail) : 0;
		if (address)
			q->text = binding_of(e, call, callee, q, v.pts, known);
		break;
	}
	case ASK_GLOBAL: {
		PtsId address = global_address(caller, q->index);
		uint32_t known = call->bound.len;
		q->pts = bind_pointer(caller, call, callee, (Value){ range_top(), address }, e->program->globals.items[q->index].type, 0, replay, fail);
		q->text = binding_of(e, call, callee, q, address, known);
		formal_mark_whole(e, callee, q->pts, e->program->globals.items[q->index].type);
		break;
	}
	case ASK_VIEW: {
		PtsId views = caller_view(caller, call, q);
		q->pts = !views ? pts_single(q->obj, q->off) : bind_pointer(caller, call, callee, (Value){ range_nonnull(), views }, q->type, 0, replay, fail);
		break;
	}
	case ASK_NAME: {
		const Pointees *bound = &call->bound.items[e->objects.items[q->obj].index].targets;
		q->text = (Str){0};
		if (bound->len == 1) {
			FlowId pointer = flow_new(e, FLOW_UNDEF, caller->inst->id, NONE);
			flow(e, pointer)->value.pts = pts_single(bound->items[0].obj, offset_add(bound->items[0].off, q->off));
			q->text = describe(caller, pointer);
		}
		break;
	}
	case ASK_LETTERS: q->text = certain ? letters_passed(caller, state, call, q) : (Str){0}; break;
	case ASK_CERTAIN: {
		FlowId node = caller_value(caller, state, call, callee, &in, q->kind);
		if (!node || !certain || !certain_texts(caller, &node, 1, &q->text))
			q->text = (Str){0};
		break;
	}
	case ASK_TEXT: case ASK_CONSTANT: {
		FlowId node = caller_value(caller, state, call, callee, &in, q->kind);
		q->text = !node ? (Str){0} : q->kind == ASK_TEXT ? describe(caller, node) : describe_constant(caller, node);
		break;
	}
	}
}

/* Formals that the callee has several ways to are one known place only where the answer says so. */
static void note_exact(Engine *e, const Query *q, uint32_t known)
{
	uint32_t n;
	const Pointee *t = pts_targets(q->pts, &n);
	bool exact = stands_alone(e, q, known) || binding_is_exact(q->text);

	for (uint32_t i = 0; i < n; i++)
		if (e->objects.items[t[i].obj].kind == OBJ_FORMAL)
			e->objects.items[t[i].obj].exact &= exact;
}

/* What is asked twice has the answer it had: a call back can ask what its instance asked for, again and again. */
static Query *ask(Run *r, Query query)
{
	Instance *inst = r->inst;
	bool fail = false;
	uint32_t asked;

	if (map_get(&inst->query_index, question_key(&query), &asked))
		return &inst->queries.items[asked];
	uint32_t known = inst->formals.len;
	/* What is asked of the caller, it may have to ask of its own: that is work, too. */
	run_work(r, 1);
	if (!inst->given_up)
		answer(r->caller, r->caller_state, r->call, inst, &query, false, &fail);
	for (uint32_t i = known; i < inst->formals.len; i++) {
		Object *formal = &r->e->objects.items[inst->formals.items[i]];
		const Pointees *targets = &r->call->bound.items[i].targets;
		formal->exact = query.kind != ASK_VIEW && !map_get(&inst->not_exact, query_key(&query), NULL);
		formal->feature = targets->len == 1 ? r->e->objects.items[targets->items[0].obj].feature : NONE;
	}
	note_exact(r->e, &query, known);
	map_put(&inst->query_index, question_key(&query), inst->queries.len);
	vec_push(&inst->queries, query);
	return vec_last(&inst->queries);
}

/* What was made for any number serves each one; that is taken only where steps are SHORT. */
static bool number_serves(const Query *q, const Query *now, bool is_short)
{
	return range_equal(now->num, q->num) || (is_short && range_equal(range_join(q->num, now->num), q->num));
}

/* What was copied of what the caller has behind an untyped pointer holds for another type only by chance. */
static bool type_serves(Engine *e, const Instance *callee, const Query *q, const Query *now)
{
	uint32_t n;
	const Pointee *t = pts_targets(q->pts, &n);

	for (uint32_t i = 0; q->untyped != now->untyped && i < n; i++) {
		const Object *o = &e->objects.items[t[i].obj];
		if (o->kind == OBJ_FORMAL && o->inst == callee->id && bitset_has(&callee->copied_formals, o->index))
			return false;
	}
	return true;
}

/* What is known of a binding says no less than when CALLEE was analysed; or it was analysed for the very same call, and its own
   questions made less certain what the caller will find less certain again. */
static bool binding_serves(Engine *e, const Call *call, const Instance *callee, const Query *q, const Query *now)
{
	const Call *first = &e->calls.items[callee->naming_call];
	bool same = first->caller == call->caller && first->instr == call->instr && first->ctx == call->ctx;

	return str_equal(now->text, q->text) || (same && q->kind == ASK_POINTS && str_empty(q->text) && str_is(now->text, EXACT));
}

bool instance_matches(Run *caller, State *state, Call *call, Instance *callee, bool force)
{
	bool is_short = steps_are_short(caller->e);

	bound_clear(call);
	caller->e->steps += callee->queries.len / 4;
	if (force) {
		recursion_bind(caller, state, call, callee);
		return !caller->inst->given_up;
	}
	for (uint32_t i = 0; i < callee->queries.len && !caller->inst->given_up; i++) {
		Query q = callee->queries.items[i], now = q;
		bool fail = false;
		answer(caller, state, call, callee, &now, true, &fail);
		if (fail || now.pts != q.pts || !number_serves(&q, &now, is_short) || !binding_serves(caller->e, call, callee, &q, &now) ||
		    !type_serves(caller->e, callee, &q, &now))
			return false;
	}
	return !caller->inst->given_up;
}

bool instance_loses(Run *caller, State *state, Call *call, Instance *callee)
{
	Engine *e = caller->e;

	for (uint32_t i = 0; i < callee->queries.len && !caller->inst->given_up; i++) {
		const Query *q = &callee->queries.items[i];
		if (q->kind != ASK_POINTS || q->pts)
			continue;
		FormalIn in = query_input(q);
		FlowId node = caller_value(caller, state, call, callee, &in, q->kind);
		uint32_t n;
		const Pointee *t = pts_targets(node ? flow(e, node)->value.pts : 0, &n);
		for (uint32_t k = 0; k < n; k++)
			if (t[k].obj != OBJ_UNKNOWN && can_point_to(e, pointee(e, q->type), e->objects.items[t[k].obj].kind))
				return true;
	}
	return false;
}

/* ---- the callee's side ---- */

/* What the pointer IN leads to is the declared signal that its parameter is, DECLARED or NONE, or those of the memory it is in. */
static void hand_on_signals(Engine *e, const FormalIn *in, RoleId declared)
{
	uint32_t n, first = in->obj != NONE ? e->objects.items[in->obj].signals : 0;
	const Pointee *t = pts_targets(flow(e, in->node)->value.pts, &n);

	for (uint32_t i = 0; i < n; i++) {
		if (e->objects.items[t[i].obj].kind != OBJ_FORMAL)
			continue;
		if (declared != NONE)
			object_add_signal(e, t[i].obj, declared);
		for (uint32_t k = first; k; k = e->pointed_signals.items[k].next)
			object_add_signal(e, t[i].obj, e->pointed_signals.items[k].role);
	}
}

/* BEFORE: what was asked of it already. */
static void formal_in_value(Run *r, FormalIn *in, uint8_t relevant, uint8_t before)
{
	Engine *e = r->e;
	uint32_t index = in->obj == NONE ? in->param : 0;
	FlowId node = in->node;

	/* A counter that each call leaves another number in is not worth many instances. */
	if ((relevant & RELEVANT_LEFT) && !(before & RELEVANT_NUMBER))
		relevant = (relevant & RELEVANT_ADDRESS) | (e->by_func[r->inst->func].ids.len <= contexts_of(e, r->inst->func) / 2 ? RELEVANT_NUMBER : NOT_RELEVANT);

	if (is_memory(e, in->type)) {
		Query *q = ask(r, (Query){ ASK_POINTS, in->obj, index, in->off, in->size, in->type, 0, range_top(), {0}, NONE });
		flow(e, node)->value = (Value){ q->num, q->pts };
		hand_on_signals(e, in, in->obj == NONE ? map_get_or(&e->roles->params, map_key(r->inst->func, in->param), NONE) : NONE);
	} else if (relevant && in->type != NONE && e->program->types.items[in->type].kind == TY_INT && range_is_const(in->off)) {
		Query *q = ask(r, (Query){ question_of(relevant), in->obj, index, in->off, in->size, in->type, 0, range_top(), {0}, NONE });
		flow(e, node)->value = (Value){ q->num, q->pts };
	} else if ((relevant & RELEVANT_WHOLE) && in->type != NONE && e->program->types.items[in->type].kind == TY_FLOAT && range_is_const(in->off)) {
		real_set_bits(e, node, ask(r, (Query){ ASK_REAL, in->obj, index, in->off, in->size, in->type, 0, range_top(), {0}, NONE })->num);
	}
}

/* Elements that have no end above and begin as far below as makes no difference begin at the first that there can be. */
static Range from_first(Range off)
{
	if (off.span || off.stride <= 0 || off.hi != POS_INF || off.lo == NEG_INF || off.lo > NO_BEGIN)
		return off;
	int64_t phase = (off.lo - NO_BEGIN) % off.stride;
	return range_strided(NO_BEGIN + (phase < 0 ? phase + off.stride : phase), POS_INF, off.stride);
}

/* Does a function run that has called itself? */
static bool in_recursion(const Engine *e)
{
	bool any = false;

	for (uint32_t i = 0; i < e->stack.len && !any; i++)
		any = e->instances.items[e->stack.items[i]]->recursive;
	return any;
}

/* What is read at one more place each time it is asked, in a recursion or below one, is read at any; so is what lies farther and
   farther below where pointers lead; so are bytes on both sides of where a pointer leads, as far as an index of unknown end goes:
   from where that is counted tells nothing more. */
static Range place_read(const Engine *e, Instance *inst, ObjId obj, Range place)
{
	uint32_t known = map_get_or(&inst->places_of, obj, 0);
	Range off = from_first(place);
	bool one = range_is_const(off), below = (one ? off.lo : region_begins_at(off)) < 0 && in_recursion(e);

	if (one && !inst->recursive && !below)
		return off;
	if (off.stride == 8 && !off.span && off.lo < -NO_KNOWN_END / 2 && off.hi > NO_KNOWN_END / 2)
		return range_strided(NEG_INF, POS_INF, 8);
	uint32_t formal = e->objects.items[obj].index;
	if (known > MAX_PLACES && in_recursion(e))
		bitset_add(&inst->read_anywhere, formal);
	if ((known > MAX_PLACES || bitset_has(&inst->read_anywhere, formal)) && !(off.lo == NEG_INF && off.hi == POS_INF))
		return range_strided(NEG_INF, POS_INF, one ? 8 : off.stride);
	map_put(&inst->places_of, obj, known + (below ? MAX_PLACES / MAX_BELOW : one ? 1 : 8));
	return off;
}

/* The node of IN, which is asked for now and found again by its key. */
static FlowId formal_added(Run *r, FormalIn in)
{
	Instance *inst = r->inst;

	in.node = flow_new(r->e, FLOW_FORMAL, inst->id, NONE);
	flow(r->e, in.node)->aux = inst->formal_ins.len;
	flow(r->e, in.node)->type = in.type;
	map_put(&inst->formal_in_index, in.key, inst->formal_ins.len);
	vec_push(&inst->formal_ins, in);
	return in.node;
}

static FlowId formal_in(Run *r, ObjId obj, uint32_t param, Range off, int64_t size, TypeId type, uint8_t relevant)
{
	Instance *inst = r->inst;

	uint64_t place = hash_u64(hash_u64(offset_hash(hash_u64(obj, param), off), (uint64_t)size), is_pointer(r->e, type));
	if (r->prefix && obj != NONE)
		place = hash_u64(place, r->prefix);
	uint32_t found, before = map_get_or(&inst->asked_of, place, NOT_RELEVANT);

	if (obj != NONE)
		formal_accessed(r, obj, off, size);
	relevant |= (uint8_t)before; /* what was asked of it before is not asked in vain */
	uint64_t key = hash_u64(place, relevant);
	if (map_get(&inst->formal_in_index, key, &found))
		return inst->formal_ins.items[found].node;
	if (obj != NONE) {
		Range any = place_read(r->e, inst, obj, off);
		if (!range_equal(any, off))
			return formal_in(r, obj, param, any, size, type, relevant);
	}
	map_put(&inst->asked_of, place, relevant | before);
	FormalIn in = { .obj = obj, .param = param, .off = off, .size = size, .type = type, .key = key, .prefix = obj == NONE ? 0 : r->prefix };
	in.node = formal_added(r, in);
	formal_in_value(r, &in, relevant, (uint8_t)before);
	return in.node;
}

/* What runs beside the callers may have written at OFF of the formal object OBJ. */
static FlowId formal_beside(Run *r, ObjId obj, Range off, int64_t size, TypeId type)
{
	Instance *inst = r->inst;
	uint64_t key = hash_u64(hash_u64(offset_hash(obj, off), (uint64_t)size), BESIDE);
	uint32_t found;

	if (map_get(&inst->formal_in_index, key, &found))
		return inst->formal_ins.items[found].node;
	formal_accessed(r, obj, off, size);
	FlowId node = formal_added(r, (FormalIn){ .obj = obj, .off = off, .size = size, .type = type, .key = key, .beside = true });
	flow(r->e, node)->value = value_top();
	return node;
}

FlowId formal_selector(Run *r, ObjId obj)
{
	Instance *inst = r->inst;
	uint64_t key = hash_u64(obj, SELECTOR);
	uint32_t found;

	if (map_get(&inst->formal_in_index, key, &found))
		return inst->formal_ins.items[found].node;
	FlowId node = formal_added(r, (FormalIn){ .obj = obj, .off = range_top(), .type = NONE, .key = key, .selects = true });
	flow(r->e, node)->value = value_top();
	return node;
}

FlowId formal_param(Run *r, uint32_t param)
{
	TypeId type = r->f->locals.items[param].type;
	RoleId role = map_get_or(&r->e->roles->params, map_key(r->inst->func, param), NONE);

	if (role != NONE && !is_memory(r->e, type))
		return role_param_signal(r, role, 0);
	return formal_in(r, NONE, param, range_const(0), type_bits(r->e->program, type), type, r->cfg->param_relevant[param]);
}

bool is_pointer_argument(Engine *e, FlowId arg)
{
	return flow(e, arg)->value.pts || is_pointer(e, flow(e, arg)->type);
}

FlowId formal_vararg(Run *r, uint32_t param, FlowId arg)
{
	TypeId type = flow(r->e, arg)->type;

	if (!is_pointer(r->e, type) && flow(r->e, arg)->value.pts)
		type = r->e->pointer_type;
	return formal_in(r, NONE, param, range_const(0), 64, type, RELEVANT_NUMBER);
}

PtsId global_address(Run *r, GlobalId global)
{
	uint32_t found;

	if (constant_global(r->e, global) || r->world)
		return pts_single(world_global(r->e, global), range_const(0));
	if (map_get(&r->inst->global_objs, global, &found))
		return found;
	Query *q = ask(r, (Query){ ASK_GLOBAL, NONE, global, range_const(0), 0, NONE, 0, range_top(), {0}, NONE });
	map_put(&r->inst->global_objs, global, q->pts);
	return q->pts;
}

PtsId formal_view(Run *r, Pointee t, TypeId type)
{
	uint64_t key = hash_u64(offset_hash(t.obj, t.off), type);
	uint32_t found;

	if (map_get(&r->inst->views, key, &found))
		return found;
	Range any = place_read(r->e, r->inst, t.obj, t.off);
	if (!range_equal(any, t.off))
		return formal_view(r, (Pointee){ t.obj, any }, type);
	Query *q = ask(r, (Query){ ASK_VIEW, t.obj, 0, t.off, 0, type, 0, range_top(), {0}, NONE });
	map_put(&r->inst->views, key, q->pts);
	return q->pts;
}

static FlowId string_byte(Run *r, ObjId obj, Range off, int64_t size, uint32_t instr)
{
	Str text = r->e->objects.items[obj].text;
	FlowId node = flow_keyed(r, FLOW_CONST, instr, hash_u64(hash_u64(offset_hash(obj, off), (uint64_t)size), 0x57B));

	if (size == 8 && range_is_const(off) && off.lo >= 0 && (uint64_t)off.lo / 8 <= str_length(text))
		flow(r->e, node)->value = value_const((signed char)str_text(text)[off.lo / 8]);
	return node;
}

static FlowId entry_value(Run *r, ObjId obj, Range off, int64_t size, TypeId type, uint32_t instr, uint8_t relevant)
{
	const Object *o = &r->e->objects.items[obj];

	bool here = o->kind == OBJ_ENTRY || (o->kind == OBJ_FORMAL && o->inst == r->inst->id);
	if (o->signals && here && !is_memory(r->e, type))
		return object_signal(r, obj);

	switch (o->kind) {
	case OBJ_FORMAL:
		return o->inst == r->inst->id ? formal_in(r, obj, 0, off, size, type, relevant) : 0;
	case OBJ_STRING:
		return string_byte(r, obj, off, size, instr);
	case OBJ_GLOBAL:
		return r->world ? world_entry(r, obj, off, size, type) : constant_read(r->e, obj, off, size, type);
	case OBJ_ENTRY:
		return world_entry(r, obj, off, size, type);
	case OBJ_NONE: case OBJ_LOCAL: case OBJ_HEAP: case OBJ_FUNCTION: case OBJ_VARARGS:
		return 0;
	}
	return 0;
}

/* Zero is zero at any size. */
static bool is_zero(Engine *e, FlowId node)
{
	const Flow *v = flow(e, node);
	return (v->kind == FLOW_CONST || v->kind == FLOW_ASSUME) && range_is_const(v->value.num) && v->value.num.lo == 0 && !v->value.pts;
}

/* The nodes of cells that are not just the location, but a part of it or more. */
static void find_parts(const Engine *e, const State *state, ObjId obj, Range off, int64_t size, uint32_t prefix, Map *parts)
{
	CellScan scan = cells_scan(state_cells(state, obj), off, size);

	for (const Cell *c; (c = cells_next(&scan));)
		if (!cell_fills(c, off, size))
			map_put(parts, prefix_within(e, c->prefix, prefix) ? c->fresh : c->node, 1);
}

bool type_is_number(const Module *program, TypeId type)
{
	TypeKind kind = type == NONE ? TY_OTHER : (TypeKind)program->types.items[type].kind;

	return kind == TY_INT || kind == TY_FLOAT;
}

/* Are NODES numbers that each fill only a part of SIZE bits? Together they are no pointer, unless one knows what it is part of. */
static bool are_parts(Engine *e, const FlowIds *nodes, int64_t size)
{
	for (uint32_t i = 0; i < nodes->len; i++) {
		const Flow *v = flow(e, nodes->items[i]);
		bool part = is_zero(e, nodes->items[i]) || (type_is_number(e->program, v->type) && e->program->types.items[v->type].bits < size);
		if (!part || v->value.pts)
			return false;
	}
	return true;
}

/* Is a number of TYPE no address, nor a part of one? Only bytes may be (C11 6.5p7), and what is as wide as a pointer. */
static bool is_no_address(Engine *e, TypeId type)
{
	const Type *t = type == NONE ? NULL : &e->program->types.items[type];

	return t && t->kind == TY_INT && t->bits > 8 && e->pointer_type != NONE && t->bits < type_bits(e->program, e->pointer_type);
}

FlowId read_location(Run *r, State *state, ObjId obj, Range off, int64_t size, TypeId type, uint32_t instr, uint8_t relevant)
{
	Engine *e = r->e;
	FlowIds nodes = {0};
	bool entry;

	if (obj == OBJ_UNKNOWN)
		return undefined_node(e);
	FlowId declared = is_pointer(e, type) ? 0 : role_memory_signal(r, obj, off, size, type);
	if (declared)
		return declared;
	bool whole = memory_collect(e, state, obj, off, size, r->prefix, &nodes, &entry);
	if (state->threads)
		beside_collect(r, obj, off, size, &nodes);
	const Object *o = &e->objects.items[obj];
	if (!entry && state->waited && o->kind == OBJ_FORMAL && o->inst == r->inst->id && !is_memory(e, type))
		vec_push(&nodes, formal_beside(r, obj, off, size, type));
	if (entry) {
		FlowId from_entry = entry_value(r, obj, off, size, type, instr, relevant);
		if (from_entry)
			vec_push(&nodes, from_entry);
	}
	FlowId result = 0;
	bool narrow = is_no_address(e, type);
	Map parts = {0};
	if (!whole)
		find_parts(e, state, obj, off, size, r->prefix, &parts);
	if (!nodes.len)
		result = undefined_node(e);
	else if (nodes.len == 1 && (is_zero(e, nodes.items[0]) || !map_get(&parts, nodes.items[0], NULL)) && !(narrow && flow(e, nodes.items[0])->value.pts))
		result = nodes.items[0];
	else {
		uint64_t key = hash_u64(offset_hash(obj, off), (uint64_t)size);
		result = flow_keyed(r, FLOW_MERGE, instr, r->prefix ? hash_u64(key, r->prefix) : key);
		ValueSum all = {0};
		for (uint32_t i = 0; i < nodes.len; i++) {
			Value v = flow(e, nodes.items[i])->value;
			if (narrow && v.pts)
				v = value_top();
			if (nodes.len > MANY || (!is_zero(e, nodes.items[i]) && map_get(&parts, nodes.items[i], NULL)))
				v.num = range_top();
			value_sum_add(&all, v);
		}
		flow_deps(e, result, nodes.items, nodes.len);
		run_work(r, nodes.len / 4);
		flow(e, result)->value = value_sum_end(&all);
		flow(e, result)->type = is_pointer(e, type) && are_parts(e, &nodes, size) ? flow(e, nodes.items[0])->type : type;
	}
	map_release(&parts);
	vec_release(&nodes);
	return result;
}

ObjId local_object(Run *r, LocalId local)
{
	uint32_t found;

	if (map_get(&r->inst->local_objs, local, &found))
		return found;
	ObjId obj = object_keyed(r->e, hash_u64(hash_u64(r->inst->id, local), 0x10C), (Object){
		.kind = OBJ_LOCAL, .inst = r->inst->id, .index = local, .type = r->f->locals.items[local].type, .func = r->inst->func,
		.instr = NONE, .weak = r->inst->recursive,
		.feature = map_get_or(&r->e->roles->feature_locals, map_key(r->inst->func, local), NONE) });
	map_put(&r->inst->local_objs, local, obj);
	return obj;
}

/* ---- texts of values ---- */

static Str describe_string(const Object *o, Range off)
{
	bool inside = range_is_const(off) && off.lo > 0 && (uint64_t)off.lo / 8 < str_length(o->text);
	return inside ? str_intern(str_text(o->text) + off.lo / 8) : o->text;
}

static Str describe_target(Run *r, Pointee t)
{
	Engine *e = r->e;
	const Object *o = &e->objects.items[t.obj];
	Str object;
	int64_t first, last;

	switch (o->kind) {
	case OBJ_STRING: return describe_string(o, t.off);
	case OBJ_FUNCTION: return e->program->functions.items[o->index].name;
	case OBJ_GLOBAL: case OBJ_LOCAL: case OBJ_HEAP: case OBJ_ENTRY:
		if (range_is_const(t.off) && t.off.lo == 0)
			return name_object(e, t.obj);
		return name_location(e, t.obj, t.off, 1, &object, &first, &last);
	case OBJ_NONE: case OBJ_FORMAL: case OBJ_VARARGS: return (Str){0};
	}
	return (Str){0};
}

/* Of a heap object: the first string it holds (the path a model was loaded from). */
static Str describe_heap(Run *r, ObjId obj, const State *state)
{
	const Cells *cells = state_cells(state, obj);

	for (uint32_t i = 0; cells && i < cells->cells.len; i++) {
		uint32_t n;
		const Pointee *t = pts_targets(flow(r->e, cells->cells.items[i].node)->value.pts, &n);
		if (n == 1 && r->e->objects.items[t->obj].kind == OBJ_STRING)
			return r->e->objects.items[t->obj].text;
	}
	return (Str){0};
}

/* The name or literal a constant was written with. */
static Str describe_literal(Run *r, const Flow *v)
{
	if (v->kind != FLOW_CONST || v->inst != r->inst->id || v->instr == NONE || r->inst->func == NONE)
		return (Str){0};
	const Instr *in = &r->e->program->functions.items[r->inst->func].instrs.items[v->instr];
	return in->op == OP_CONST_INT || in->op == OP_CONST_STR ? in->text : (Str){0};
}

/* What the callers say of V, a formal-in. */
static Query *ask_above(Run *r, const Flow *v, AskKind kind)
{
	FormalIn in = r->inst->formal_ins.items[v->aux];
	return ask(r, (Query){ kind, in.obj, in.obj == NONE ? in.param : 0, in.off, in.size, in.type, 0, range_top(), {0}, NONE });
}

static Str describe_above(Run *r, const Flow *v, AskKind kind)
{
	return ask_above(r, v, kind)->text;
}

static Str describe_number(const Flow *v)
{
	return range_is_const(v->value.num) && !v->value.pts ? str_format("%lld", (long long)v->value.num.lo) : (Str){0};
}

static bool comes_from_above(const Run *r, const Flow *v)
{
	return v->kind == FLOW_FORMAL && v->inst == r->inst->id && r->caller;
}

static Str describe_text(Run *r, FlowId node)
{
	Engine *e = r->e;
	uint32_t n;
	const Pointee *t = pts_targets(flow(e, node)->value.pts, &n);

	if (n == 1 && e->objects.items[t->obj].kind == OBJ_STRING)
		return describe_string(&e->objects.items[t->obj], t->off);
	return n == 1 && r->before ? printed_at(e, r->before, *t) : (Str){0};
}

Str text_of(Run *r, FlowId node)
{
	Str text = describe_text(r, node);
	const Flow *v = flow(r->e, flow_as_assigned(r->e, node));

	return str_empty(text) && comes_from_above(r, v) ? describe_above(r, v, ASK_CONSTANT) : text;
}

void literals_of(Run *r, FlowId node, Strs *literals)
{
	uint32_t n;
	const Pointee *t = pts_targets(flow(r->e, node)->value.pts, &n);

	if (n < 2 || n > MANY)
		return;
	for (uint32_t i = 0; i < n; i++) {
		const Object *o = &r->e->objects.items[t[i].obj];
		Str text = o->kind == OBJ_STRING && range_is_const(t[i].off) ? describe_string(o, t[i].off) : (Str){0};
		if (str_empty(text)) {
			vec_clear(literals);
			return;
		}
		vec_push(literals, text);
	}
}

Str text_passed(Run *r, FlowId node)
{
	Str text = describe_text(r, node);
	const Flow *v = flow(r->e, flow_as_assigned(r->e, node));
	bool passed = comes_from_above(r, v) && r->inst->formal_ins.items[v->aux].obj == NONE;

	return str_empty(text) && passed ? describe_above(r, v, ASK_CONSTANT) : text;
}

Str letters_at(Run *r, const State *state, Pointee t)
{
	const Object *o = &r->e->objects.items[t.obj];
	/* A global is one, though others may write over what is in it. */
	bool one = state && t.obj != OBJ_UNKNOWN && range_is_const(t.off) && pts_exact(r->e, pts_single(t.obj, t.off)) &&
		(!o->weak || o->kind == OBJ_GLOBAL);
	bool above = one && o->kind == OBJ_FORMAL && o->inst == r->inst->id && r->caller;
	Str text = one ? printed_at(r->e, state, t) : (Str){0};

	if (!above || !str_empty(text) || printed_over(state, t, 1))
		return text;
	text = ask(r, (Query){ ASK_LETTERS, t.obj, 0, t.off, 8, NONE, 0, range_top(), {0}, NONE })->text;
	return printed_over(state, t, str_length(text) + 1) ? (Str){0} : text;
}

Str letters_passed(Run *caller, const State *state, const Call *call, const Query *q)
{
	uint32_t index = caller->e->objects.items[q->obj].index;
	const Pointees *targets = index < call->bound.len ? &call->bound.items[index].targets : NULL;

	if (!targets || targets->len != 1)
		return (Str){0};
	return letters_at(caller, state, (Pointee){ targets->items[0].obj, offset_add(targets->items[0].off, q->off) });
}

/* The literal that a pointer points to and nothing else, or the copy of one, as far as this instance knows. */
static Str own_text(Run *r, FlowId node)
{
	const Flow *v = flow(r->e, node);
	uint32_t n;
	const Pointee *t = pts_targets(v->value.pts, &n);
	const Object *o = n == 1 ? &r->e->objects.items[t->obj] : NULL;

	if (!o || v->value.num.lo < 0 || !range_is_const(t->off))
		return (Str){0};
	if (o->kind == OBJ_STRING)
		return describe_string(o, t->off);
	return letters_at(r, r->before, *t);
}

bool certain_texts(Run *r, const FlowId *nodes, uint32_t count, Str *texts)
{
	for (uint32_t i = 0; i < count; i++) {
		texts[i] = own_text(r, nodes[i]);
		if (str_empty(texts[i]) && !comes_from_above(r, flow(r->e, nodes[i])))
			return false;
	}
	/* What is in memory is seldom certain, and a parameter differs from call to call: it is not asked for in vain. */
	for (uint32_t k = 0; k < 2 * count; k++) {
		uint32_t i = k % count;
		if (!str_empty(texts[i]))
			continue;
		const FormalIn *in = &r->inst->formal_ins.items[flow(r->e, nodes[i])->aux];
		if ((in->obj == NONE) != (k >= count))
			continue;
		texts[i] = describe_above(r, flow(r->e, nodes[i]), ASK_CERTAIN);
		if (str_empty(texts[i]))
			return false;
	}
	return true;
}

Range number_of(Run *r, FlowId node)
{
	const Flow *v = flow(r->e, node);

	if (v->value.pts || range_is_const(v->value.num) || !comes_from_above(r, v))
		return v->value.pts ? range_top() : v->value.num;
	return ask_above(r, v, ASK_NUMBER)->num;
}

bool formal_never_null(Run *r, FlowId node)
{
	bool never = ask_above(r, flow(r->e, node), ASK_NULL)->num.lo > 0;

	if (never)
		flow(r->e, node)->value.num = range_nonnull();
	return never;
}

int64_t few_elements(Run *r, Pointee t, int64_t size)
{
	const Object *o = &r->e->objects.items[t.obj];
	bool from_above = o->kind == OBJ_FORMAL && o->inst == r->inst->id && r->caller;

	if (t.obj == OBJ_UNKNOWN || !range_is_const(t.off) || t.off.lo < 0 || size <= 0)
		return 0;
	Array array = array_at(r->e, t.obj, t.off.lo, size);
	int64_t end = array.end > 0 ? array.end : object_bits(r->e, t.obj), elements = (end - t.off.lo) / size;
	if (end <= 0 && from_above) {
		Range num = ask(r, (Query){ ASK_ELEMENTS, t.obj, 0, t.off, size, NONE, 0, range_top(), {0}, NONE })->num;
		elements = range_is_const(num) ? num.lo : 0;
	}
	return elements > 0 && elements <= FEW_ELEMENTS ? elements : 0;
}

Str describe_constant(Run *r, FlowId node)
{
	Flow *v = flow(r->e, node);
	Str literal = describe_literal(r, v);

	if (!str_empty(literal))
		return literal;
	Str text = describe_text(r, node);
	if (!str_empty(text))
		return text;
	v = flow(r->e, flow_as_assigned(r->e, node));
	if (comes_from_above(r, v))
		return describe_above(r, v, ASK_CONSTANT);
	return describe_number(v);
}

Str describe(Run *r, FlowId node)
{
	Engine *e = r->e;
	Flow *v = flow(e, node);
	Str literal = describe_literal(r, v);
	uint32_t n;

	if (!str_empty(literal))
		return literal;
	Str text = describe_text(r, node);
	if (!str_empty(text))
		return text;
	const Pointee *t = pts_targets(v->value.pts, &n);
	if (n == 1 && e->objects.items[t->obj].kind != OBJ_FORMAL) {
		Pointee only = *t;
		if (e->objects.items[only.obj].kind == OBJ_HEAP && r->before)
			text = describe_heap(r, only.obj, r->before);
		return str_empty(text) ? describe_target(r, only) : text;
	}
	v = flow(e, flow_as_assigned(r->e, node));
	if (comes_from_above(r, v))
		return describe_above(r, v, ASK_TEXT);
	if (n == 1 && r->caller && e->objects.items[t->obj].index < r->call->bound.len)
		return ask(r, (Query){ ASK_NAME, t->obj, 0, t->off, 0, NONE, 0, range_top(), {0}, NONE })->text;
	return describe_number(v);
}
