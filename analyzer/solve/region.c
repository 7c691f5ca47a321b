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

Array array_at(Engine *e, ObjId obj, int64_t lo, int64_t stride)
{
	const Module *program = e->program;
	const Array none = { 0, -1, NONE };
	TypeId type = e->objects.items[obj].type;
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
				return end < 0 ? none : (Array){ start, end, now->elem };
			in_array = true;
			off %= elem;
			type = now->elem;
			continue;
		}
		in_array = false;
		TypeId inner = NONE;
		for (uint32_t i = 0; now->kind == TY_STRUCT && i < now->nfields && inner == NONE; i++) {
			const Field *field = &program->fields.items[now->first_field + i];
			if (off < field->bit_offset || off >= field->bit_offset + type_bits(program, field->type))
				continue;
			inner = field->type;
			off -= field->bit_offset;
		}
		type = inner;
	}
	return none;
}

Range object_clamp(Engine *e, ObjId obj, Range off, int64_t size)
{
	int64_t bits = object_bits(e, obj);
	int64_t end = off.lo >= 0 && !range_is_const(off) && size < REST ? array_at(e, obj, off.lo, off.stride).end : -1;

	if (end > 0 && off.hi > end - size)
		off.hi = end - size < off.lo ? off.lo : off.lo + (end - size - off.lo) / off.stride * off.stride;
	if (off.hi == off.lo)
		off.stride = 0;

	/* Without a lower end nothing says which multiple of the stride is meant. */
	if (off.lo == NEG_INF && off.stride > 1)
		off.stride = 1;
	if (range_is_const(off) || bits <= 0)
		return off;
	if (off.lo < 0) {
		int64_t by = off.stride > 0 && off.lo != NEG_INF ? (-off.lo + off.stride - 1) / off.stride * off.stride : 0;
		off.lo = off.lo == NEG_INF ? 0 : off.lo + by;
	}
	if (off.hi > bits - size) {
		int64_t span = bits - size - off.lo;
		off.hi = span < 0 ? off.lo : off.stride ? off.lo + span / off.stride * off.stride : off.lo;
	}
	if (off.hi <= off.lo)
		return range_const(off.lo);
	return off;
}

int64_t region_step(Engine *e, Pointee t)
{
	TypeId type = e->objects.items[t.obj].type;
	int64_t bits = type == NONE ? -1 : type_bits(e->program, type);

	return bits > 8 ? bits : t.off.stride;
}

/* T is in one of several arrays, each in a record of its own: the first of them is ARRAY. Not when nothing says how many. */
static bool in_one_of_many(Pointee t, Array array)
{
	return t.off.hi != POS_INF && t.off.hi >= array.end && t.off.stride >= array.end - array.start;
}

/* Steps BY from there, in the array where they begin: see BYTE_STRIDE. */
static Pointee shift_in_each(Pointee t, Range by, Array array)
{
	int64_t first = array.start - t.off.lo, last = array.end - 1 - t.off.lo;
	Range inside = { by.lo < first ? first : by.lo, by.hi > last ? last : by.hi, BYTE_STRIDE };

	if (inside.hi < inside.lo)
		inside.hi = inside.lo;
	inside.hi = inside.lo + (inside.hi - inside.lo) / BYTE_STRIDE * BYTE_STRIDE;
	return (Pointee){ t.obj, range_add(t.off, inside) };
}

Pointee region_shift(Engine *e, Pointee t, Range by, int64_t step)
{
	Pointee moved = { t.obj, range_add(t.off, by) };
	Array array = { 0, -1, NONE };

	if (range_is_const(by) || by.stride <= 0)
		return moved;
	if (t.off.lo >= 0 && step > 0)
		array = array_at(e, t.obj, t.off.lo, step);
	if (array.end < 0)
		return moved;
	Range *off = &moved.off;
	/* An array of bytes at the beginning of a record: what leads past it, or goes by bytes where records are meant, goes over
	   the bytes of the record. */
	if (type_bits(e->program, array.elem) == 8 && (off->lo >= array.end || by.stride % step))
		return moved;
	if (in_one_of_many(t, array))
		return shift_in_each(t, by, array);
	if (off->lo == NEG_INF)
		off->stride = 1; /* no end to count from */
	if (off->lo < array.start) {
		int64_t phase = off->lo == NEG_INF ? 0 : ((off->lo - array.start) % off->stride + off->stride) % off->stride;
		off->lo = array.start + phase;
	}
	if (off->hi >= array.end)
		off->hi = off->lo >= array.end ? off->lo : off->lo + (array.end - 1 - off->lo) / off->stride * off->stride;
	if (off->hi <= off->lo)
		moved.off = range_const(off->lo);
	return moved;
}

Range region_member(Engine *e, Pointee t, TypeId type)
{
	int64_t bits = type == NONE ? -1 : type_bits(e->program, type);
	Array array = t.off.lo >= 0 && bits > 0 ? array_at(e, t.obj, t.off.lo, bits) : (Array){ 0, -1, NONE };

	if (array.end > 0)
		return (Range){ array.start, array.end, 1 };
	return range_is_const(t.off) && bits > 0 ? (Range){ t.off.lo, t.off.lo + bits, 1 } : range_top();
}
