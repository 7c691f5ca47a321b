/*
 * A record found at an unknown distance inside another object: `(struct tail *)((char *)head + head->tail_offset)`.
 * Bytes alone would let every member of the one meet every member of the other. C lets two record types share memory only
 * when one is part of the other (ISO C11 6.5p7), so what such a pointer reaches is an object of its own, the view of
 * its base as that type; all such pointers of one type into one base reach the same view. Where the base may hold the
 * record (it has it as a member, has bytes enough for it, or is plain memory) the pointer stays as it is.
 */
#include "solve/engine.h"

static const Type *type_at(const Module *program, TypeId type)
{
	return type == NONE ? NULL : &program->types.items[type];
}

/* One record, with or without qualifiers. */
static bool same_record(const Module *program, TypeId a, TypeId b)
{
	const Type *x = type_at(program, a), *y = type_at(program, b);

	return a == b || (type_is_record(program, a) && type_is_record(program, b) && !str_empty(x->name) && str_equal(x->name, y->name) &&
		x->kind == y->kind && type_bits(program, a) == type_bits(program, b));
}

/* Is INNER a member of OUTER at some depth, or with IN_BYTES: could OUTER's bytes be one? */
static bool holds(const Module *program, TypeId outer, TypeId inner, bool in_bytes)
{
	const Type *t = type_at(program, outer);

	if (!t || same_record(program, outer, inner))
		return true;
	if (t->kind == TY_ARRAY) {
		bool bytes = type_bits(program, t->elem) == 8;
		if (bytes)
			return in_bytes && (t->count <= 0 || t->count * 8 >= type_bits(program, inner));
		return holds(program, t->elem, inner, in_bytes);
	}
	for (uint32_t i = 0; type_is_record(program, outer) && i < t->nfields; i++) {
		TypeId field = program->fields.items[t->first_field + i].type;
		const Type *f = type_at(program, field);
		if (f && (f->kind == TY_ARRAY || type_is_record(program, field)) && holds(program, field, inner, in_bytes))
			return true;
	}
	return false;
}

/* Can a TYPE begin at OFF inside RECORD? Not when it is longer than what is left, but for the last member when that is an
   array, which may go on, and for the beginning: records that begin alike stand for each other there. */
static bool has_room(const Module *program, TypeId record, int64_t off, TypeId type)
{
	const Type *t = type_at(program, record);
	const Field *last = t->nfields ? &program->fields.items[t->first_field + t->nfields - 1] : NULL;
	const Type *tail = last ? type_at(program, last->type) : NULL;

	return off == 0 || type_bits(program, type) <= type_bits(program, record) - off ||
		(tail && tail->kind == TY_ARRAY && off >= last->bit_offset);
}

/* Does TYPE at OFF of an object whose elements are of type RECORD say nothing new? */
static bool fits(const Module *program, TypeId record, Range off, TypeId type)
{
	int64_t bits = type_bits(program, record);

	if (!type_is_record(program, record) || bits <= 0)
		return true;
	if (off.lo >= 0 && offset_last(off) < bits)
		return has_room(program, record, off.lo, type);
	if (off.stride && off.stride % bits == 0 && off.lo % bits == 0)
		return true;
	return holds(program, record, type, true) || holds(program, type, record, false);
}

/* void, char: what it is the caller knows. */
static bool says_nothing(const Module *program, TypeId type)
{
	const Type *t = type_at(program, type);
	return !t || t->kind == TY_VOID || (t->kind == TY_INT && t->bits == 8);
}

bool view_to_come(Engine *e, Pointee t, TypeId type)
{
	TypeId record = type_element(e->program, e->objects.items[t.obj].type);
	int64_t bits = type_bits(e->program, record);

	if (!type_is_record(e->program, record) || bits <= 0 || range_is_const(t.off) || (t.off.lo >= 0 && offset_last(t.off) < bits))
		return false;
	bool element = t.off.stride && t.off.stride % bits == 0 && t.off.lo % bits == 0;
	return !element && (says_nothing(e->program, type) || same_record(e->program, type, record));
}

static ObjId view_object(Engine *e, ObjId base, TypeId type)
{
	Object view = e->objects.items[base];

	if (view.kind == OBJ_ENTRY)
		return world_context(e, type, view.func);
	view.type = type;
	view.weak = true;
	view.base = base;
	view.feature = NONE;
	return object_keyed(e, hash_u64(hash_u64(base, type), 0x71E3), view);
}

PtsId view_pointer(Run *r, PtsId pts, TypeId type)
{
	Engine *e = r->e;
	Pointees result = {0};
	uint32_t n;
	bool changed = false;

	pts_targets(pts, &n);
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = pts_targets(pts, &n)[i];
		Object o = e->objects.items[t.obj];
		bool memory = o.kind == OBJ_LOCAL || o.kind == OBJ_GLOBAL || o.kind == OBJ_HEAP || o.kind == OBJ_ENTRY || o.kind == OBJ_FORMAL;
		bool formal = o.kind == OBJ_FORMAL && o.inst == r->inst->id;
		TypeId known = type_element(e->program, o.type);
		if (!memory || (fits(e->program, known, t.off, type) && !(formal && says_nothing(e->program, known)))) {
			vec_push(&result, t);
			continue;
		}
		changed = true;
		if (formal) {
			uint32_t count;
			const Pointee *views = pts_targets(formal_view(r, t, type), &count);
			for (uint32_t k = 0; k < count; k++)
				vec_push(&result, views[k]);
			continue;
		}
		ObjId base = o.base ? o.base : t.obj;
		bool back = holds(e->program, type_element(e->program, e->objects.items[base].type), type, true);
		vec_push(&result, (Pointee){ back ? base : view_object(e, base, type), range_const(0) });
	}
	PtsId views = changed ? pts_of(result.items, result.len) : pts;
	vec_release(&result);
	return views;
}
