/*
 * Blocks of memory: what is read, filled and copied as a whole, element by element where the type or what was written
 * tells them apart.
 */
#include "solve/cells.h"
#include "solve/interp.h"

#include <string.h>

enum { MAX_SCALARS = 64 }; /* so many of a block are told apart where it is not known which block of an array it is */
enum { FIRST_ELEMENTS = 64 }; /* bits of those of a copy that are told apart when it is not known how many there are */
enum { WORD = 64, MAX_WORDS = 16 }; /* bits of a pointer; as many are looked for among bytes that are copied */

/* One known place: what is anywhere in an array may be copied to anywhere else in it. */
static bool same_pointer(const Pointee *a, const Pointee *b)
{
	return a->obj == b->obj && range_is_const(a->off) && range_equal(a->off, b->off);
}

int64_t memory_leaf(Engine *e, Pointee t)
{
	const Module *program = e->program;
	const Object *o = &e->objects.items[t.obj];
	TypeId type = o->type;
	int64_t off = t.off.lo;

	if (type == NONE || !range_is_const(t.off) || off < 0)
		return -1;
	if (o->kind != OBJ_LOCAL && o->kind != OBJ_GLOBAL && !type_is_record(program, type)) {
		int64_t bits = type_bits(program, type);
		bool rows = program->types.items[type].kind == TY_ARRAY; /* how many is not known */
		return o->kind == OBJ_FORMAL && bits > 8 && !rows ? bits : -1;
	}
	for (int depth = 0; depth < 32; depth++) {
		const Type *now = &program->types.items[type];
		if (now->kind == TY_ARRAY) {
			int64_t bits = type_bits(program, now->elem);
			if (bits == 8 || bits <= 0)
				return bits == 8 && now->bits > off ? now->bits - off : -1;
			off %= bits;
			type = now->elem;
			continue;
		}
		if (now->kind != TY_STRUCT && now->kind != TY_UNION)
			return now->bits > off ? now->bits - off : -1;
		TypeId inner = NONE;
		for (uint32_t i = 0; i < now->nfields && inner == NONE; i++) {
			const Field *field = &program->fields.items[now->first_field + i];
			int64_t bits = type_bits(program, field->type);
			if (str_empty(field->name) || off < field->bit_offset || off >= field->bit_offset + bits)
				continue;
			inner = field->type;
			off -= field->bit_offset;
		}
		if (inner == NONE)
			return -1;
		type = inner;
	}
	return -1;
}

/* From the last place that T may be at to the end of the array of scalars it is in, or of the one in each of many records;
   -1: in none. */
static int64_t rest_of_array(Engine *e, Pointee t)
{
	int64_t leaf = t.off.lo >= 0 ? memory_leaf(e, (Pointee){ t.obj, range_const(t.off.lo) }) : -1;
	Array array = leaf > 0 && leaf <= 64 ? array_at(e, t.obj, t.off.lo, leaf) : (Array){ 0, -1, NONE };
	int64_t last = t.off.stride >= array.end - array.start ? t.off.lo + t.off.span : t.off.hi;

	return array.end > 0 && array.end > last ? array.end - last : -1;
}

int64_t fixed_bits(Range bits)
{
	return range_is_const(bits) && bits.lo >= 0 ? bits.lo : -1;
}

/* The same, of an array of RECORD. */
static int64_t rest_of_records(Engine *e, Pointee t, TypeId record)
{
	int64_t bits = type_bits(e->program, record);
	Array array = range_is_const(t.off) && t.off.lo >= 0 ? array_at(e, t.obj, t.off.lo, bits) : (Array){ 0, -1, NONE };
	bool of_records = array.end > t.off.lo && type_is_record(e->program, array.elem) && type_bits(e->program, array.elem) == bits;

	return of_records ? array.end - t.off.lo : -1;
}

/* Size of the region at T, where there are records of type HELD (NONE: something else), when BITS is not a constant; COUNTED:
   something says how much it is, only what is not known. */
static int64_t region_size(Engine *e, Pointee t, TypeId held, Range bits, bool counted)
{
	int64_t rest = object_bits(e, t.obj);
	int64_t in_array = range_is_const(bits) ? -1 : held == NONE ? rest_of_array(e, t) : rest_of_records(e, t, held);

	if (in_array > 0)
		return bits.hi >= 0 && bits.hi < in_array ? bits.hi : in_array;
	TypeId type = e->objects.items[t.obj].type;
	/* What is handed over as a pointer to a record is one record when nothing says how much. */
	if (rest <= 0 && !counted && !range_is_const(bits) && type_is_record(e->program, type) && t.off.lo >= 0)
		rest = type_bits(e->program, type);
	rest = rest > 0 && range_is_const(t.off) && t.off.lo < rest ? rest - t.off.lo : REST;
	int64_t asked = fixed_bits(bits) >= 0 ? bits.lo : bits.hi >= 0 && bits.hi < UNBOUNDED ? bits.hi : REST;
	return asked < rest ? asked : rest;
}

/* The same for text and single values: "up to the end" stays inside the member. */
static int64_t text_size(Engine *e, Pointee t, Range bits, bool scalars, bool counted)
{
	int64_t size = region_size(e, t, NONE, bits, counted), leaf = memory_leaf(e, t);

	if (!scalars && leaf > 0 && leaf <= 64)
		leaf = -1;

	return fixed_bits(bits) >= 0 ? size : leaf > 0 && leaf < size ? leaf : size;
}

static bool strong_at(Run *r, uint32_t ntargets, Pointee t)
{
	return ntargets == 1 && range_is_const(t.off) && t.obj != OBJ_UNKNOWN && !r->e->objects.items[t.obj].weak;
}

/* Something that can be read and written? Of what is not known, code, and literals nothing is kept. */
static bool holds_values(Engine *e, ObjId obj)
{
	ObjKind kind = e->objects.items[obj].kind;

	return obj != OBJ_UNKNOWN && kind != OBJ_FUNCTION && kind != OBJ_STRING;
}

FlowId memory_contents(Run *r, State *state, FlowId pointer, int64_t bits, uint32_t instr, const char *tag)
{
	Engine *e = r->e;
	PtsId pts = flow(e, pointer)->value.pts;
	FlowId all = flow_keyed(r, FLOW_MERGE, instr, hash_u64(hash_bytes(0, tag, strlen(tag)), pointer));
	uint32_t n;
	PtsId reached = 0;

	pts_targets(pts, &n);
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = pts_targets(pts, &n)[i];
		if (!holds_values(e, t.obj))
			continue;
		int64_t size = region_size(e, t, NONE, bits < 0 ? range_top() : range_const(bits), false);
		TypeId type = e->objects.items[t.obj].type;
		FlowId node;
		if (range_is_const(t.off))
			node = read_location(r, state, t.obj, t.off, size, bits < 0 ? NONE : type, instr, NOT_RELEVANT);
		else
			node = read_location(r, state, t.obj, offset_add(t.off, range_strided(0, size == REST ? POS_INF : size, 8)), 8, NONE, instr, NOT_RELEVANT);
		flow_dep(e, all, node, DEP_DATA);
		reached = pts_join(reached, flow(e, node)->value.pts);
	}
	if (!pts_exact(e, pts))
		flow_dep(e, all, pointer, DEP_INDEX);
	flow(e, all)->value = (Value){ range_top(), reached };
	return all;
}

/* Where what is filled ends when its bits are not known: with the object, with the text or value it begins in, or where something
   says that it does. */
typedef enum { ENDS_WITH_OBJECT, ENDS_WITH_MEMBER, ENDS_AS_COUNTED } Ends;

/* Fills BITS behind POINTER, but for the first SKIPPED, where there are records of type HELD (NONE: something else). */
static void fill(Run *r, State *state, FlowId pointer, TypeId held, Range bits, int64_t skipped, FlowId value, bool strong, Ends ends, uint32_t instr)
{
	Engine *e = r->e;
	PtsId pts = flow(e, pointer)->value.pts;
	uint32_t n;

	pts_targets(pts, &n);
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = pts_targets(pts, &n)[i];
		if (!holds_values(e, t.obj))
			continue;
		int64_t size = (ends == ENDS_WITH_MEMBER ? text_size(e, t, bits, true, false) : region_size(e, t, held, bits, ends == ENDS_AS_COUNTED)) - skipped;
		t.off = offset_add(t.off, range_const(skipped));
		if (size <= 0)
			continue;
		FlowId node = role_feature_value(r, t.obj, t.off, value, instr);
		if (range_is_const(t.off))
			memory_write(r, state, t.obj, t.off, size, node, strong && strong_at(r, n, t));
		else if (t.off.stride > 0 && t.off.stride < size)
			memory_write(r, state, t.obj, range_strided(t.off.lo, t.off.hi == POS_INF || size == REST ? POS_INF : offset_last(t.off) + size - 8, 8), 8, node, false);
		else
			memory_write(r, state, t.obj, t.off, size, node, false);
		vec_push(&r->inst->defs, (Def){ node, t.obj, t.off, size, r->block });
		role_object_store(r, state, t.obj, t.off, size, node, strong && strong_at(r, n, t));
	}
}

void memory_fill(Run *r, State *state, FlowId pointer, Range bits, FlowId node, bool strong, uint32_t instr)
{
	fill(r, state, pointer, NONE, bits, 0, node, strong, ENDS_WITH_OBJECT, instr);
}

void memory_fill_held(Run *r, State *state, FlowId pointer, TypeId held, Range bits, FlowId node, bool strong, uint32_t instr)
{
	fill(r, state, pointer, type_is_record(r->e->program, held) && type_bits(r->e->program, held) > 0 ? held : NONE, bits, 0, node, strong, ENDS_WITH_OBJECT, instr);
}

/* VALUE, where it depends on WHAT, too, whether it gets there. */
static FlowId where_decided(Run *r, FlowId value, FlowId what, uint32_t instr)
{
	FlowId node = flow_keyed(r, FLOW_STORE, instr, hash_u64(map_key(value, what), 0xDEC));

	flow_dep(r->e, node, value, DEP_DATA);
	flow_dep(r->e, node, what, DEP_INDEX);
	flow(r->e, node)->value = flow(r->e, value)->value;
	flow(r->e, node)->type = flow(r->e, value)->type;
	return node;
}

/* LENGTH times UNIT bits from FROM elements of STEP bits behind LO on; 0: there is no number for it. */
static uint32_t prefix_from(Run *r, int64_t lo, uint32_t from, int64_t step, FlowId length, int64_t unit)
{
	Engine *e = r->e;
	Range known = length ? flow(e, length)->value.num : range_top();
	uint32_t end = 0;

	if (range_is_const(known) && known.lo > 0 && known.lo < NO_KNOWN_END && unit * known.lo % step == 0) {
		end = count_plus(e, from, unit * known.lo / step);
	} else {
		Prefix more = e->prefixes.items[prefix_of_units(r, lo, length, unit)];
		uint32_t count = more.count && more.step % step == 0 ? count_times(e, more.count, more.step / step) : 0;
		end = count ? count_sum(e, from, count) : 0;
	}
	return end ? prefix_number(e, (Prefix){ lo, step, step, end, 0 }) : 0;
}

/* LENGTH times UNIT bits (0: nobody knows) behind POINTER will be written. */
static Filling filling_of(Run *r, const State *state, FlowId pointer, FlowId length, int64_t unit)
{
	uint32_t n, from = 0;
	const Pointee *t = pts_targets(flow(r->e, pointer)->value.pts, &n);
	Pointee first = n == 1 ? *t : (Pointee){ OBJ_UNKNOWN, range_top() };
	int64_t step;

	if (unit <= 0 || n != 1 || !holds_values(r->e, t->obj) || !eval_strong(r, t->obj))
		return (Filling){ OBJ_UNKNOWN, 0, 0, NULL };
	if (!range_is_const(first.off) && state->written.len)
		from = count_ahead(r->within ? r->within : r, pointer, &step, &first);
	if (!range_is_const(first.off))
		return (Filling){ OBJ_UNKNOWN, 0, 0, NULL };
	uint32_t prefix = from ? prefix_from(r, first.off.lo, from, step, length, unit) : prefix_of_units(r, first.off.lo, length, unit);
	return filling_begin(state, first.obj, prefix, from);
}

/* BITS, when they have no known end, not farther than to the end of the row of a matrix that POINTER is the address of. */
static Range within_row(Engine *e, Range bits, FlowId pointer)
{
	const Flow *v = flow(e, pointer);
	FuncId func = v->inst && v->instr != NONE ? e->instances.items[v->inst]->func : NONE;
	int64_t row = func == NONE || bits.hi < NO_KNOWN_END ? 0
		: row_written(e, instr_behind_casts(&e->program->functions.items[func], v->instr));

	return row > 0 && bits.lo < row ? range_strided(bits.lo < 0 ? 0 : bits.lo, row, 8) : bits;
}

void memory_set(Run *r, State *state, FlowId pointer, Range bits, FlowId length, int64_t unit, FlowId node, uint32_t instr)
{
	if (!pts_exact(r->e, flow(r->e, pointer)->value.pts))
		node = where_decided(r, node, pointer, instr);
	if (!length) {
		fill(r, state, pointer, NONE, bits, 0, node, fixed_bits(bits) >= 0 || range_is_top(bits), ENDS_WITH_MEMBER, instr);
		return;
	}
	bits = within_row(r->e, bits, pointer);
	int64_t sure = bits.lo > 0 ? bits.lo : 0;
	Filling filling = filling_of(r, state, pointer, length, unit);
	if (sure)
		fill(r, state, pointer, NONE, range_const(sure), 0, node, true, ENDS_AS_COUNTED, instr);
	fill(r, state, pointer, NONE, bits, sure, where_decided(r, node, length, instr), false, ENDS_AS_COUNTED, instr);
	filling_end(r, state, &filling, instr);
}

void memory_may_set(Run *r, State *state, FlowId pointer, Range bits, FlowId node, uint32_t instr)
{
	if (!pts_exact(r->e, flow(r->e, pointer)->value.pts))
		node = where_decided(r, node, pointer, instr);
	fill(r, state, pointer, NONE, bits, 0, node, false, ENDS_WITH_MEMBER, instr);
}

/* ---- copying ---- */

typedef struct { Range off; int64_t size; FlowId node; bool must; } Piece;
typedef VEC(Piece) Pieces;

typedef struct {
	Run *r;
	State *state;
	Pointee from;
	int64_t size;
	uint32_t instr;
	Pieces *pieces;
	bool several; /* elements, of which the first is one of several: any of them may be at any */
} LeafCopy;

static void copy_leaf(void *context, Range off, int64_t size, TypeId type)
{
	LeafCopy *c = context;
	int64_t end = offset_end(off, size);

	if (off.lo < c->from.off.lo || (c->size < REST && end > c->from.off.lo + c->size))
		return;
	uint32_t prefix = c->r->prefix;
	c->r->prefix = prefix_part(c->r->e, prefix, off.lo, size);
	FlowId node = read_location(c->r, c->state, c->from.obj, off, size, type, c->instr, RELEVANT_ADDRESS);
	c->r->prefix = prefix;
	vec_push(c->pieces, (Piece){ offset_add(off, range_const(-c->from.off.lo)), size, node, true });
}

static bool has_parts(const Module *program, TypeId type)
{
	return type_is_record(program, type) || (type != NONE && program->types.items[type].kind == TY_ARRAY);
}

/* Would it be lost what TYPE holds when several of it are copied as a whole? */
static bool goes_by_element(const Module *program, TypeId type)
{
	return has_parts(program, type) || is_pointer_to_data(program, type);
}

/* TYPE, or the record or the row that the elements of the object are when T is one whole of them. */
static TypeId element_of_parts(Engine *e, Pointee t, int64_t size, TypeId type)
{
	TypeId elem = type_element(e->program, e->objects.items[t.obj].type);

	if (type_is_record(e->program, type))
		return type;
	bool whole = type_is_record(e->program, elem) && type_bits(e->program, elem) == size && t.off.stride % size == 0 &&
		t.off.lo % size == 0;
	if (whole)
		return elem;
	Array array = t.off.lo >= 0 ? array_at(e, t.obj, t.off.lo, t.off.stride) : (Array){ 0, -1, NONE };
	return has_parts(e->program, array.elem) && type_bits(e->program, array.elem) == size ? array.elem : type;
}

/* The type of the scalars of which a few, SIZE bits, are at T, which is one of several places; NONE: there are none. */
static TypeId scalars_at(Engine *e, Pointee t, int64_t size)
{
	Array array = t.off.lo >= 0 ? array_at(e, t.obj, t.off.lo, t.off.stride) : (Array){ 0, -1, NONE };
	TypeId elem = array.elem != NONE ? array.elem : type_element(e->program, e->objects.items[t.obj].type);
	const Type *t_elem = elem == NONE ? NULL : &e->program->types.items[elem];
	int64_t bits = t_elem && !type_is_record(e->program, elem) && t_elem->kind != TY_ARRAY ? type_bits(e->program, elem) : 0;

	if (bits <= 0 || size <= 0 || size % bits || t.off.stride % bits)
		return NONE;
	return size == bits || (size / bits <= MAX_SCALARS && !t.off.span) ? elem : NONE;
}

/* What of cell C is in the SIZE bits from FROM on, which it meets, relative to FROM. */
static Piece piece_of(const Cell *c, int64_t from, int64_t size)
{
	Range off = offset_add(c->off, range_const(-from));
	int64_t width = off.span + c->size;

	off.lo = off.lo == NEG_INF ? 0 : off.lo;
	bool before = off.lo < 0, behind = size < REST && (off.hi == POS_INF || off.hi + width > size);
	if (!before && !behind)
		return (Piece){ off, c->size, c->node, c->must };
	if (off.stride > 0) {
		int64_t s = off.stride;
		Range whole = off; /* the elements that are inside */
		if (before)
			whole.lo += (-off.lo + s - 1) / s * s;
		if (behind)
			whole.hi = whole.lo + (size - width - whole.lo) / s * s;
		bool cut_before = before && whole.lo - s + width > 0;
		bool cut_behind = behind && whole.hi + s < size;
		if (!cut_before && !cut_behind && whole.lo <= whole.hi && size - width >= whole.lo) {
			Range kept = range_strided(whole.lo, whole.hi, s);
			return (Piece){ offset_nested(kept, off.span, off.step), c->size, c->node, c->must };
		}
	}
	/* Elements that are only in part: all from the first to the last bit. */
	int64_t lo = before ? 0 : off.lo, end = behind ? size : off.hi == POS_INF || width >= UNBOUNDED ? REST : off.hi + width;
	bool dense = off.stride <= width && off.step <= c->size;
	return (Piece){ range_const(lo), end - lo, c->node, c->must && dense };
}

/* The last member of RECORD when that is an array without a length; NULL: it is none. */
static const Field *open_member(const Module *program, TypeId record)
{
	const Type *t = type_is_record(program, record) ? &program->types.items[record] : NULL;
	const Field *last = t && t->kind == TY_STRUCT && t->nfields ? &program->fields.items[t->first_field + t->nfields - 1] : NULL;
	const Type *array = last ? &program->types.items[last->type] : NULL;

	return array && array->kind == TY_ARRAY && array->count <= 0 && type_bits(program, array->elem) > 0 ? last : NULL;
}

/* All elements of TYPE from bit AT on: how many there are is not known. */
static void copy_all(LeafCopy *c, TypeId type, int64_t at)
{
	const Module *program = c->r->e->program;
	uint32_t first = c->pieces->len;

	type_leaves(program, type, range_strided(at, POS_INF, type_bits(program, type)), copy_leaf, c);
	for (uint32_t i = first; i < c->pieces->len; i++)
		c->pieces->items[i].must = false;
}

/* Records, rows or pointers of TYPE from where the copy begins on, which is at the beginning of one: the first are told apart. */
static void copy_elements(LeafCopy *c, TypeId type)
{
	const Module *program = c->r->e->program;
	int64_t bits = type_bits(program, type), at = c->from.off.lo;

	for (int64_t left = FIRST_ELEMENTS; left > 0; left -= bits, at += bits)
		type_leaves(program, type, range_const(at), copy_leaf, c);
	copy_all(c, type, at);
}

static bool from_outside(Engine *e, ObjId obj)
{
	return obj != OBJ_UNKNOWN && e->objects.items[name_outermost(e, (Pointee){ obj, range_const(0) }).obj].kind == OBJ_ENTRY;
}

/* Did the program put the pointers PTS, which are among the bytes of OBJ? Whatever comes from outside can be read as a pointer, and
   then leads outside. */
static bool was_stored(Engine *e, ObjId obj, PtsId pts)
{
	bool outside = from_outside(e, obj), stored = pts && !outside;
	uint32_t n;

	const Pointee *t = pts_targets(pts, &n);
	for (uint32_t i = 0; i < n && outside; i++)
		stored |= !from_outside(e, t[i].obj);
	return stored;
}

/* Does what is seen as bytes, or as nothing, hold pointers at T and in all words of SIZE bits behind it? Then these are the pieces. */
static bool pieces_of_pointers(Run *r, State *state, Pointee t, int64_t size, uint32_t instr, Pieces *pieces)
{
	Engine *e = r->e;
	TypeId elem = type_element(e->program, e->objects.items[t.obj].type);
	bool bytes = elem == NONE || type_bits(e->program, elem) <= 8;
	uint32_t first = pieces->len;
	bool any = false;

	if (!bytes || e->pointer_type == NONE || t.off.lo % WORD || t.off.stride % WORD || t.off.span || size % WORD || size > MAX_WORDS * WORD)
		return false;
	for (int64_t at = 0; at < size; at += WORD) {
		FlowId node = read_location(r, state, t.obj, offset_add(t.off, range_const(at)), WORD, e->pointer_type, instr, NOT_RELEVANT);
		any |= was_stored(e, t.obj, flow(e, node)->value.pts);
		vec_push(pieces, (Piece){ range_const(at), WORD, node, true });
	}
	if (!any)
		pieces->len = first;
	return any;
}

/* A part of a record or a row of which one of several is copied. */
static void piece_of_part(void *context, Range off, int64_t size, TypeId type)
{
	LeafCopy *c = context;

	if (!c->several && offset_end(off, size) > c->size)
		return;
	FlowId node = read_location(c->r, c->state, c->from.obj, offset_add(c->from.off, off), size, type, c->instr, RELEVANT_ADDRESS);
	vec_push(c->pieces, (Piece){ off, size, node, !c->several });
}

/* The records, rows or pointers of which several, SIZE bits, are copied from T on, which is the beginning of one of them; NONE. */
static TypeId elements_at(Engine *e, Pointee t, int64_t size)
{
	Array array = t.off.lo >= 0 && t.off.stride > 0 ? array_at(e, t.obj, t.off.lo, t.off.stride) : (Array){ 0, -1, NONE };
	TypeId elem = array.elem != NONE ? array.elem : type_element(e->program, e->objects.items[t.obj].type);
	int64_t bits = elem == NONE ? 0 : type_bits(e->program, elem);

	return bits > 0 && goes_by_element(e->program, elem) && size > bits && t.off.stride % bits == 0 && !t.off.span ? elem : NONE;
}

/* OFF, where PIECE bits are of a block of SIZE that begins at T, one of several places in an array: as a whole it is in there. */
static Range within_array(Engine *e, Pointee t, Range off, int64_t piece, int64_t size)
{
	bool several = !range_is_const(t.off) && !t.off.span && !off.span && t.off.lo >= 0 && t.off.stride > 0;
	Array array = several ? array_at(e, t.obj, t.off.lo, t.off.stride) : (Array){ 0, -1, NONE };
	bool fits = array.end > 0 && t.off.hi < array.end && size <= array.end - array.start && off.lo < array.end;

	return fits ? range_between(off, array.start, array.end - piece) : off;
}

/* What is at T and SIZE bits behind it, relative to T. */
static void pieces_of(Run *r, State *state, Pointee t, int64_t size, TypeId type, uint32_t instr, Pieces *pieces)
{
	Engine *e = r->e;
	const Cells *cells = state_cells(state, t.obj);
	FlowIds nodes = {0};
	bool entry;
	uint32_t first = pieces->len;

	if (e->objects.items[t.obj].kind == OBJ_FORMAL && e->objects.items[t.obj].inst == r->inst->id)
		bitset_add(&r->inst->copied_formals, e->objects.items[t.obj].index);
	if (!range_is_const(t.off)) {
		/* One of several: element by element of its type, else as a whole. */
		TypeId elem = elements_at(e, t, size);
		if (elem != NONE) {
			LeafCopy all = { r, state, t, size, instr, pieces, true };
			int64_t bits = type_bits(e->program, elem);
			type_leaves(e->program, elem, range_strided(0, size >= REST ? POS_INF : size - bits, bits), piece_of_part, &all);
			return;
		}
		type = element_of_parts(e, t, size, type);
		TypeId scalar = has_parts(e->program, type) ? NONE : scalars_at(e, t, size);
		if (has_parts(e->program, type)) {
			LeafCopy c = { r, state, t, size, instr, pieces, false };
			type_leaves(e->program, type, range_const(0), piece_of_part, &c);
		} else if (scalar != NONE) {
			int64_t bits = type_bits(e->program, scalar);
			for (int64_t at = 0; at < size; at += bits) {
				Range off = within_array(e, t, offset_add(t.off, range_const(at)), bits, size);
				FlowId node = read_location(r, state, t.obj, off, bits, scalar, instr, RELEVANT_ADDRESS);
				vec_push(pieces, (Piece){ range_const(at), bits, node, true });
			}
		} else if (!pieces_of_pointers(r, state, t, size, instr, pieces)) {
			Range off = within_array(e, t, offset_add(t.off, range_strided(0, size == REST ? POS_INF : size - 8, 8)), 8, size);
			FlowId node = read_location(r, state, t.obj, off, 8, NONE, instr, NOT_RELEVANT);
			vec_push(pieces, (Piece){ range_const(0), size, node, true });
		}
		return;
	}
	for (uint32_t i = 0; cells && i < cells->cells.len; i++) {
		const Cell *c = &cells->cells.items[i];
		if (!range_overlaps(c->off, c->size, t.off, size))
			continue;
		Piece piece = piece_of(c, t.off.lo, size);
		if (prefix_within(e, c->prefix, prefix_part(e, r->prefix, c->off.lo, c->size)))
			piece.node = c->fresh;
		if (piece.node)
			vec_push(pieces, piece);
	}
	memory_collect(r->e, state, t.obj, t.off, size, r->prefix, &nodes, &entry);
	vec_release(&nodes);
	ObjKind kind = e->objects.items[t.obj].kind;
	if (!entry || kind == OBJ_LOCAL || kind == OBJ_HEAP)
		return;
	/* The part that is as it was at entry: leaf by leaf where the type is known. */
	uint32_t written = pieces->len;
	TypeId whole = e->objects.items[t.obj].type;
	LeafCopy c = { r, state, t, size, instr, pieces, false };
	int64_t extent = whole == NONE ? -1 : type_bits(e->program, whole);
	/* What is behind a pointer may be more than the one thing of its type. */
	bool inside = kind == OBJ_GLOBAL ? t.off.lo < extent : t.off.lo + size <= extent;
	const Field *open = size >= REST && t.off.lo == 0 ? open_member(e->program, whole) : NULL;
	bool several = size >= REST && kind == OBJ_FORMAL && goes_by_element(e->program, whole) && extent > 0 && t.off.lo >= 0 &&
		t.off.lo % extent == 0;
	if (open || (t.off.lo >= 0 && inside)) {
		type_leaves(e->program, whole, range_const(0), copy_leaf, &c);
		if (open)
			copy_all(&c, e->program->types.items[open->type].elem, open->bit_offset);
	} else if (type_is_record(e->program, type)) {
		type_leaves(e->program, type, t.off, copy_leaf, &c);
	} else if (several) {
		copy_elements(&c, whole);
	}
	if (pieces->len == written && !pieces_of_pointers(r, state, t, size, instr, pieces)) {
		TypeId elem = e->objects.items[t.obj].type;
		int64_t bits = elem == NONE ? -1 : type_bits(e->program, elem);
		bool scalar = bits > 0 && !type_is_record(e->program, elem) && size % bits == 0 && size > bits;
		if (scalar && size / bits <= MAX_SCALARS) {
			for (int64_t at = 0; at < size; at += bits) {
				FlowId node = read_location(r, state, t.obj, range_const(t.off.lo + at), bits, elem, instr, RELEVANT_ADDRESS);
				vec_push(pieces, (Piece){ range_const(at), bits, node, true });
			}
		} else if (scalar && size != REST) {
			Range off = range_strided(0, size - bits, bits);
			FlowId node = read_location(r, state, t.obj, offset_add(off, t.off), bits, elem, instr, NOT_RELEVANT);
			vec_push(pieces, (Piece){ off, bits, node, true });
		} else {
			FlowId node = read_location(r, state, t.obj, t.off, size, size == 64 ? elem : NONE, instr, NOT_RELEVANT);
			vec_push(pieces, (Piece){ range_const(0), size, node, true });
		}
	}
	/* Leaves were read through the cells: those replace the cells they cover. */
	uint32_t kept = first;
	for (uint32_t i = first; i < pieces->len; i++) {
		bool covered = false;
		for (uint32_t k = written; i < written && k < pieces->len && !covered; k++)
			covered = range_equal(pieces->items[k].off, pieces->items[i].off) && pieces->items[k].size == pieces->items[i].size;
		if (!covered)
			pieces->items[kept++] = pieces->items[i];
	}
	pieces->len = kept;
}

/* The beginning of what was allocated: there may be more behind it than its type says. */
static bool is_allocated(Engine *e, Pointee t)
{
	const Object *o = &e->objects.items[t.obj];
	bool open = o->kind == OBJ_HEAP || (o->kind == OBJ_FORMAL && open_member(e->program, o->type));

	return open && range_is_const(t.off) && t.off.lo == 0;
}

static int64_t copied_size(Engine *e, Pointee t, Range bits, bool counted)
{
	return range_is_top(bits) && is_allocated(e, t) ? REST : text_size(e, t, bits, false, counted);
}

typedef struct { FlowId to, from, length; TypeId type; uint32_t instr; } Copy; /* length: what decides it; 0: known, or to the end */

/* SIZE: of all that is copied; when that is not known, the piece stays in the member that DEST is in. */
static void put_piece(Run *r, State *state, const Copy *copy, const Piece *p, Pointee dest, int64_t size, bool strong)
{
	Engine *e = r->e;
	PtsId from_pts = flow(e, copy->from)->value.pts, to_pts = flow(e, copy->to)->value.pts;
	FlowId node = p->node;

	if (flow(e, node)->kind != FLOW_CONST || flow(e, copy->to)->kind != FLOW_CONST || !pts_exact(e, from_pts) || copy->length) {
		uint64_t key = hash_u64(offset_hash(dest.obj, p->off), p->node);
		node = flow_keyed(r, FLOW_STORE, copy->instr, key);
		flow_dep(e, node, p->node, DEP_DATA);
		if (!pts_exact(e, to_pts))
			flow_dep(e, node, copy->to, DEP_INDEX);
		if (!pts_exact(e, from_pts))
			flow_dep(e, node, copy->from, DEP_INDEX);
		if (copy->length)
			flow_dep(e, node, copy->length, DEP_INDEX);
		flow(e, node)->value = flow(e, p->node)->value;
		flow(e, node)->type = flow(e, p->node)->type;
	}
	Range shifted = size < REST || is_allocated(e, dest) ? offset_add(dest.off, p->off) : region_shift(e, dest, p->off, p->size).off;
	Range off = object_clamp(e, dest.obj, within_array(e, dest, shifted, p->size, size), p->size);
	bool one = strong && p->must && off.hi != POS_INF;
	memory_write(r, state, dest.obj, off, p->size, node, one);
	vec_push(&r->inst->defs, (Def){ node, dest.obj, off, p->size, r->block });
	role_object_store(r, state, dest.obj, off, p->size, node, one);
}

/* BEFORE, or that with what is declared of OBJ, to copy from; see state_declared(). */
static State *source_state(Run *r, State *before, ObjId obj)
{
	TypeId type = r->e->objects.items[obj].type, held = type == NONE ? NONE : type_element(r->e->program, type);
	int64_t bits = held == NONE ? 0 : type_bits(r->e->program, held), all = bits > 0 ? object_bits(r->e, obj) : 0;

	return held == NONE ? before : state_declared(r, before, obj, range_const(0), held, all > bits ? all / bits : 1);
}

/* Copies BITS, but for the first SKIPPED, as they were BEFORE; with SURE they get there when they have one place to come
   from and to go to. */
static void copy_part(Run *r, State *before, State *state, const Copy *copy, Range bits, int64_t skipped, bool sure)
{
	Engine *e = r->e;
	PtsId from_pts = flow(e, copy->from)->value.pts, to_pts = flow(e, copy->to)->value.pts;
	uint32_t nf, nt;

	pts_targets(from_pts, &nf);
	pts_targets(to_pts, &nt);
	for (uint32_t k = 0; k < nt; k++) {
		Pointee dest = pts_targets(to_pts, &nt)[k];
		if (!holds_values(e, dest.obj))
			continue;
		bool exact = fixed_bits(bits) >= 0, itself = false;
		/* All of a block that moves is as much as there is. */
		bool counted = copy->length || (range_is_top(bits) && is_allocated(e, dest));
		int64_t size = copied_size(e, dest, bits, counted) - skipped;
		dest.off = offset_add(dest.off, range_const(skipped));
		Pieces pieces = {0};
		for (uint32_t i = 0; i < nf; i++) {
			Pointee source = pts_targets(from_pts, &nf)[i];
			if (source.obj == OBJ_UNKNOWN || e->objects.items[source.obj].kind == OBJ_FUNCTION)
				continue;
			int64_t have = copied_size(e, source, bits, counted) - skipped;
			source.off = offset_add(source.off, range_const(skipped));
			if (same_pointer(&source, &dest)) {
				itself = true;
				continue;
			}
			/* Text of known length: so much is certainly overwritten. */
			if (nf == 1 && sure && !exact && have < REST) {
				exact = true;
				size = have < size ? have : size;
			}
			r->prefix = copy->length && range_is_const(source.off) ? prefix_of_units(r, source.off.lo - skipped, copy->length, 8) : 0;
			State *declared = source_state(r, before, source.obj);
			pieces_of(r, declared, source, have < size ? have : size, copy->type, copy->instr, &pieces);
			if (declared != before)
				state_free(declared);
			r->prefix = 0;
		}
		if (size <= 0 || (itself && nf == 1))
			continue;
		bool strong = sure && strong_at(r, nt, dest) && exact && nf == 1;
		if (strong && size < REST) {
			/* Nothing old survives, whatever the pieces cover. */
			FlowId none = undefined_node(e);
			memory_write(r, state, dest.obj, dest.off, size, none, true);
		}
		/* What is certain first: what may be there, too, comes on top of it. */
		for (int weak = 0; weak < 2; weak++)
			for (uint32_t i = 0; i < pieces.len; i++)
				if (pieces.items[i].must != weak)
					put_piece(r, state, copy, &pieces.items[i], dest, size, strong);
		vec_release(&pieces);
	}
}

void memory_copy(Run *r, State *state, FlowId to, FlowId from, Range bits, FlowId length, TypeId type, uint32_t instr)
{
	Copy copy = { to, from, 0, type, instr };

	if (!length) {
		copy_part(r, state, state, &copy, bits, 0, true);
		return;
	}
	bits = within_row(r->e, within_row(r->e, bits, to), from);
	int64_t sure = bits.lo > 0 ? bits.lo : 0;
	State *before = state_copy(state);
	if (sure)
		copy_part(r, before, state, &copy, range_const(sure), 0, true);
	copy.length = length;
	Filling filling = filling_of(r, before, to, length, 8);
	copy_part(r, before, state, &copy, bits, sure, false);
	filling_end(r, state, &filling, instr);
	state_free(before);
}
