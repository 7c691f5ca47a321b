/*
 * How far a callee writes that does not say how much: "to the end" of what it has a pointer to is the end of something in the
 * caller. Which, follows from what the callee takes it for and from how the caller passed it.
 */
#include "solve/engine.h"

/* One of the types around a place, each a part of the one before; OFF: bits from its beginning to the place. */
typedef struct { TypeId type; int64_t off; } Around;
enum { MAX_AROUND = 32 };

static bool is_bytes(const Module *program, TypeId type)
{
	return type == NONE || program->types.items[type].kind == TY_VOID || type_bits(program, type) == 8;
}

static bool is_text(const Module *program, TypeId type)
{
	const Type *t = &program->types.items[type];

	return t->kind == TY_ARRAY && t->elem != NONE && type_bits(program, t->elem) == 8;
}

/* The member of RECORD that is at OFF; of a union one of bytes, if there is such. NULL: none is. */
static const Field *field_of_bytes(const Module *program, TypeId record, int64_t off)
{
	const Type *t = &program->types.items[record];

	for (uint32_t i = 0; t->kind == TY_UNION && i < t->nfields; i++) {
		const Field *field = &program->fields.items[t->first_field + i];
		if (is_text(program, field->type) && off < type_bits(program, field->type))
			return field;
	}
	return field_around(program, record, off);
}

/* The types around T in an object of which one is TYPE, the outermost first. */
static uint32_t levels_at(const Module *program, TypeId type, int64_t off, Around *levels)
{
	uint32_t count = 0;

	while (type != NONE && type_bits(program, type) > 0 && count < MAX_AROUND) {
		const Type *t = &program->types.items[type];
		off %= type_bits(program, type);
		levels[count++] = (Around){ type, off };
		if (t->kind == TY_ARRAY) {
			type = t->elem;
			continue;
		}
		const Field *member = field_of_bytes(program, type, off);
		type = member ? member->type : NONE;
		off -= member ? member->bit_offset : 0;
	}
	return count;
}

int64_t extent_behind(Engine *e, Pointee t, TypeId held, const Instr *as)
{
	const Module *program = e->program;
	const Object *o = &e->objects.items[t.obj];
	bool bytes = is_bytes(program, held);
	Around levels[MAX_AROUND];
	uint32_t count = t.off.lo < 0 ? 0 : levels_at(program, o->type, t.off.lo, levels);

	if (!count)
		return -1;
	if (bytes && as && as->op == OP_FIELD)
		return type_bits(program, program->fields.items[program->types.items[as->b].first_field + (uint32_t)as->imm].type);
	if (object_is_open(o) && !levels->off && (bytes || levels->type == held))
		return -1;
	/* What is passed as characters may be a text. */
	bool variable = as && (as->op == OP_ADDR_LOCAL || as->op == OP_ADDR_GLOBAL);
	bool text = bytes && !variable && held != NONE && program->types.items[held].kind == TY_INT;
	for (uint32_t i = 0; i < count; i++) {
		const Type *type = &program->types.items[levels[i].type];
		bool elements = type->kind == TY_ARRAY && (bytes ? text && is_text(program, levels[i].type) : type->elem == held);
		if (elements || (bytes && as && as->op == OP_ELEM && type->kind == TY_ARRAY && type_bits(program, type->elem) == as->imm))
			return type->bits - levels[i].off;
	}
	for (uint32_t i = 0; i < count; i++)
		if (!levels[i].off && (bytes || levels[i].type == held))
			return type_bits(program, levels[i].type);
	return type_bits(program, levels[count - 1].type) - levels[count - 1].off;
}

int64_t extent_of_text(Engine *e, Pointee t)
{
	const Module *program = e->program;
	Around levels[MAX_AROUND];
	uint32_t count = t.off.lo < 0 ? 0 : levels_at(program, e->objects.items[t.obj].type, t.off.lo, levels);

	for (uint32_t i = 0; i < count; i++)
		if (is_text(program, levels[i].type) && program->types.items[levels[i].type].count > 1)
			return type_bits(program, levels[i].type) - levels[i].off;
	return -1;
}
