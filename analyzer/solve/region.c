/*
 * Which offsets in an object a pointer can have. What C leaves undefined does not happen: offsets outside an object of
 * known size, steps out of the array they start in. Of a matrix all rows count as one array, because real code walks
 * through them by a pointer to the first element.
 */
#include "solve/engine.h"

int64_t object_bits(Engine *e, ObjId obj)
{
	const Object *o = &e->objects.items[obj];

	if (o->kind == OBJ_STRING)
		return ((int64_t)str_length(o->text) + 1) * 8;
	if (o->kind != OBJ_LOCAL && o->kind != OBJ_GLOBAL)
		return -1;
	return o->type == NONE ? -1 : type_bits(e->program, o->type);
}

/* The member around *OFF, which then counts from there; NULL: there is none. */
static const Field *member_around(const Module *program, TypeId record, int64_t *off)
{
	const Field *field = program->types.items[record].kind == TY_STRUCT ? field_around(program, record, *off) : NULL;

	*off -= field ? field->bit_offset : 0;
	return field;
}

static bool is_last_member(const Module *program, TypeId record, const Field *field)
{
	const Type *t = &program->types.items[record];

	return field == &program->fields.items[t->first_field + t->nfields - 1];
}

static Array array_in(const Module *program, TypeId type, int64_t lo, int64_t stride, bool more_behind);

/* The longest of what the members of UNION have there. */
static Array array_in_union(const Module *program, TypeId type, int64_t lo, int64_t stride)
{
	const Type *t = &program->types.items[type];
	Array longest = { 0, -1, NONE };

	for (uint32_t i = 0; i < t->nfields; i++) {
		Array array = array_in(program, program->fields.items[t->first_field + i].type, lo, stride, false);
		if (array.end > longest.end)
			longest = array;
	}
	return longest;
}

/* Array_at() in one element of TYPE. MORE_BEHIND: it was given as much memory as it needs, so an array at its end without a length,
   or of one element (before C99 had flexible array members), has as many as there are: that one has a start, and no end. */
static Array array_in(const Module *program, TypeId type, int64_t lo, int64_t stride, bool more_behind)
{
	const Array none = { 0, -1, NONE };
	int64_t off = lo, start = 0, end = -1;
	bool in_array = false;

	while (type != NONE) {
		const Type *now = &program->types.items[type];
		int64_t elem = now->kind == TY_ARRAY ? type_bits(program, now->elem) : 0;
		if (elem > 0) {
			if (!in_array) {
				start = lo - off;
				end = now->count > 0 && off < now->count * elem ? start + now->count * elem : -1;
			}
			if (stride % elem == 0)
				return more_behind && start > 0 && now->count <= 1 ? (Array){ start, -1, now->elem }
					: end < 0 ? none : (Array){ start, end, now->elem };
			in_array = true;
			more_behind = false;
			off %= elem;
			type = now->elem;
			continue;
		}
		if (now->kind == TY_UNION) {
			Array array = array_in_union(program, type, off, stride);
			return array.end < 0 ? none : (Array){ lo - off + array.start, lo - off + array.end, array.elem };
		}
		in_array = false;
		const Field *member = member_around(program, type, &off);
		more_behind &= member && is_last_member(program, type, member);
		type = member ? member->type : NONE;
	}
	return none;
}

bool object_is_open(const Object *o)
{
	return o->kind == OBJ_HEAP || o->kind == OBJ_ENTRY || (o->kind == OBJ_FORMAL && !o->whole);
}

static Array array_in_type(Engine *e, ObjId obj, int64_t lo, int64_t stride)
{
	const Object *o = &e->objects.items[obj];

	return array_in(e->program, o->type, lo, stride, object_is_open(o));
}

/* Is the object rows of an array, of which its type is one? */
static bool has_rows(Engine *e, ObjId obj)
{
	const Object *o = &e->objects.items[obj];

	return object_is_open(o) && o->type != NONE && e->program->types.items[o->type].kind == TY_ARRAY;
}

Array array_at(Engine *e, ObjId obj, int64_t lo, int64_t stride)
{
	Array array = array_in_type(e, obj, lo, stride);

	return has_rows(e, obj) && array.start == 0 && array.end == type_bits(e->program, e->objects.items[obj].type) ?
		(Array){ 0, -1, NONE } : array;
}

/* The array around LO in which a second level below STRIDE stays: the outermost one with elements that are shorter. */
static Array array_below(Engine *e, ObjId obj, int64_t lo, int64_t stride)
{
	const Module *program = e->program;
	TypeId type = lo < 0 ? NONE : e->objects.items[obj].type;
	int64_t off = lo;

	while (type != NONE) {
		const Type *now = &program->types.items[type];
		int64_t elem = now->kind == TY_ARRAY ? type_bits(program, now->elem) : 0;
		if (elem > 0 && elem < stride)
			return (Array){ lo - off, now->count > 0 && off < now->count * elem ? lo - off + now->count * elem : -1, now->elem };
		if (elem > 0)
			off %= elem;
		const Field *member = elem > 0 ? NULL : member_around(program, type, &off);
		type = elem > 0 ? now->elem : member ? member->type : NONE;
	}
	return (Array){ 0, -1, NONE };
}

/* Do steps of STEP go over the whole of ARRAY, from one record or row to the next? */
static bool steps_over(Engine *e, Array array, int64_t step)
{
	return array.end > 0 && step >= array.end - array.start && type_bits(e->program, array.elem) < step;
}

/* Is LAST, of elements STEP apart in an array that ends at END, where a loop through the array leads, which knows no end or
   goes one step too far? What is farther away was joined from another array, each with an end of its own. */
static bool runs_out(int64_t last, int64_t step, int64_t end, int64_t size)
{
	return end > 0 && last > end - size && (last >= NO_KNOWN_END || last <= end - size + step);
}

/* The second level of OFF without what is behind the array in which it begins. Two places, one of which is there, are no loop that
   goes too far: they were joined. */
static Range clamp_span(Engine *e, ObjId obj, Range off, int64_t size)
{
	int64_t end = off.span && size < REST ? array_below(e, obj, off.lo, off.stride).end : -1;
	int64_t last = off.lo + off.span;
	bool widened = end > 0 && off.span + off.step >= off.stride && array_at(e, obj, last, off.step).end != last + off.step;

	if (off.span == off.step)
		return off;
	return runs_out(widened ? POS_INF : last, off.step, end, size) ? offset_nested(off, end - size - off.lo, off.step) : off;
}

Range object_clamp(Engine *e, ObjId obj, Range off, int64_t size)
{
	int64_t bits = object_bits(e, obj);

	off = clamp_span(e, obj, off, size);
	Array array = off.lo >= 0 && !range_is_const(off) && size < REST ? array_at(e, obj, off.lo, off.stride) : (Array){ 0, -1, NONE };
	int64_t end = steps_over(e, array, off.stride) ? -1 : array.end;
	int64_t span = off.span, step = off.step;
	off = offset_outer(off);

	if (runs_out(off.hi, off.stride, end, size))
		off.hi = end - size < off.lo ? off.lo : off.lo + (end - size - off.lo) / off.stride * off.stride;
	if (off.hi == off.lo)
		off.stride = 0;

	if (range_is_const(off) || bits <= 0)
		return offset_nested(off, span, step);
	if (off.lo < 0)
		off.lo = range_first(off, 0);
	if (off.hi > bits - size) {
		int64_t room = bits - size - off.lo;
		off.hi = room < 0 ? off.lo : off.stride ? off.lo + room / off.stride * off.stride : off.lo;
	}
	return offset_nested(off.hi <= off.lo ? range_const(off.lo) : off, span, step);
}

int64_t region_step(Engine *e, Pointee t)
{
	TypeId type = e->objects.items[t.obj].type;
	int64_t bits = type == NONE ? -1 : type_bits(e->program, type);

	return bits > 8 ? bits : t.off.stride;
}

/* Is T in one of several arrays, each in a record of its own, of which ARRAY is the first? */
static bool in_one_of_many(Pointee t, Array array)
{
	return t.off.hi >= array.end && t.off.stride >= array.end - array.start;
}

/* Steps BY from there, in the array where they begin. */
static Pointee shift_in_each(Engine *e, Pointee t, Range by, Array array)
{
	bool inside = t.off.span && t.off.step < array.end - array.start; /* T is already anywhere in each */
	Array below = inside ? array_below(e, t.obj, t.off.lo, t.off.stride) : (Array){ 0, -1, NONE };
	array = below.end > 0 ? below : array;
	int64_t span = inside ? t.off.span : 0, first = array.start - t.off.lo, last = array.end - 1 - t.off.lo;
	int64_t lo = by.lo < first ? first : by.lo, hi = clamp_add(by.hi, span) > last ? last : by.hi + span;
	Range outer = inside ? offset_outer(t.off) : t.off;
	Range steps = range_strided(lo, hi < lo ? lo : hi, inside ? common_divisor(by.stride, t.off.step) : by.stride);

	return (Pointee){ t.obj, offset_add(outer, offset_nested(steps, by.span, by.step)) };
}

int64_t region_begins_at(Range by)
{
	bool open = by.lo != NEG_INF && by.hi != POS_INF && !by.span && by.stride > 0 && by.hi - by.lo >= 2 * (int64_t)NO_KNOWN_END;
	int64_t ends = open ? by.lo + by.hi : 0;

	/* There is one negative number more than positive ones. */
	return open && ends / by.stride % 2 ? (ends + by.stride) / 2 : ends / 2;
}

/* Bytes that are farther from where OFF leads to than an index of unknown end leads can be anywhere: what moves on and on, each time
   from where it came to, comes to an end. */
static Range from_anywhere(Range off)
{
	if (off.span || off.stride != 8)
		return off;
	return range_strided(off.lo < -2 * (int64_t)NO_KNOWN_END ? NEG_INF : off.lo, off.hi > 2 * (int64_t)NO_KNOWN_END ? POS_INF : off.hi, 8);
}

Pointee region_shift(Engine *e, Pointee t, Range by, int64_t step)
{
	Pointee moved = { t.obj, offset_add(t.off, by) };
	Array array = { 0, -1, NONE };
	int64_t begin = step > 0 && range_is_const(t.off) ? region_begins_at(by) : 0;

	/* A pointer into an array that somebody who does not see the array has moved. */
	if (begin && t.off.lo + begin >= 0 && array_at(e, t.obj, t.off.lo + begin, step).end > 0)
		return region_shift(e, (Pointee){ t.obj, offset_add(t.off, range_const(begin)) }, offset_add(by, range_const(-begin)), step);
	if (range_is_const(by) && !t.off.span)
		return moved;
	moved.off = from_anywhere(moved.off);
	if (offset_is_gapless(moved.off) && !t.off.span && !by.span)
		moved.off = offset_flat(moved.off);
	if (t.off.lo >= 0 && step > 0)
		array = array_at(e, t.obj, t.off.lo, step);
	if (array.end < 0 && step > 0 && t.off.lo >= 0 && has_rows(e, t.obj)) {
		Array row = array_in_type(e, t.obj, t.off.lo, step);
		if (row.end >= 0 && !steps_over(e, row, step) && in_one_of_many(t, row))
			return shift_in_each(e, t, by, row);
	}
	Range *off = &moved.off;
	if (array.end < 0 && array.start > 0 && !off->span && off->lo < array.start && off->hi >= array.start)
		*off = range_between(*off, array.start, POS_INF);
	if (array.end < 0 || steps_over(e, array, step))
		return moved;
	/* What leads past the array is in another one; what goes by bytes where records are meant goes over the bytes of the
	   record, though it begins with an array of them, or is one of many. */
	bool by_bytes = type_bits(e->program, array.elem) == 8 ? by.stride % step
		: type_is_record(e->program, array.elem) && by.stride % type_bits(e->program, array.elem) && by.lo < 0;
	if (off->lo >= array.end || by_bytes)
		return moved;
	if (in_one_of_many(t, array))
		return shift_in_each(e, t, by, array);
	int64_t span = off->span, inner = off->step;
	*off = offset_outer(*off);
	if (off->lo < array.start)
		off->lo = range_first(*off, array.start);
	if (off->hi >= array.end)
		off->hi = off->lo >= array.end ? off->lo : off->lo + (array.end - 1 - off->lo) / off->stride * off->stride;
	moved.off = offset_nested(off->hi <= off->lo ? range_const(off->lo) : *off, span, inner);
	return moved;
}

Range region_member(Engine *e, Pointee t, TypeId type, int64_t *size)
{
	int64_t bits = type == NONE ? -1 : type_bits(e->program, type);
	Array array = t.off.lo >= 0 && bits > 0 ? array_at(e, t.obj, t.off.lo, bits) : (Array){ 0, -1, NONE };

	*size = array.end > 0 ? array.end - array.start : bits;
	if (array.end > 0)
		return t.off.hi < array.end ? range_const(array.start) :
			range_strided(array.start, clamp_add(t.off.hi, array.start - t.off.lo), t.off.stride);
	return range_is_const(t.off) && bits > 0 ? t.off : range_top();
}
