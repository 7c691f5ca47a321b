/*
 * Names of things as a person would say them: "run.f[3]", "ad_features.age", "VadInstT.feature_vector[0]".
 */
#include "solve/engine.h"

enum { MANY = 1 << 18 }; /* more elements than anybody means: the index is not known */

Str name_function(Engine *e, FuncId func)
{
	return func == NONE ? str_intern("?") : function_label(&e->program->functions.items[func]);
}

Str name_type(const Module *program, TypeId type)
{
	return type == NONE ? (Str){0} : program->types.items[type].name;
}

Str name_member(const Module *program, const Instr *field)
{
	const Type *record = &program->types.items[field->b];

	return str_format("%s.%s", str_text(record->name), str_text(program->fields.items[record->first_field + (uint32_t)field->imm].name));
}

Pointee name_outermost(Engine *e, Pointee t)
{
	for (int depth = 0; depth < 200; depth++) {
		const Object *o = &e->objects.items[t.obj];
		if (o->kind != OBJ_FORMAL)
			break;
		const Instance *inst = e->instances.items[o->inst];
		const Call *call = inst->naming ? inst->naming : &e->calls.items[inst->naming_call];
		if (o->index >= call->bound.len || !call->bound.items[o->index].targets.len)
			break;
		Pointee above = call->bound.items[o->index].targets.items[0];
		t = (Pointee){ above.obj, offset_add(above.off, t.off) };
	}
	return t;
}

/* What the manifest calls the variable O, a feature, in the words of template_expand(); empty: it gives no name. */
static Str declared_name(Engine *e, const Object *o)
{
	bool variable = o->feature != NONE && (o->kind == OBJ_LOCAL || o->kind == OBJ_GLOBAL);
	Str template = variable ? e->roles->roles.items[o->feature].name : (Str){0};
	Text out = {0};

	for (const char *at = str_text(template); *at; at++) {
		size_t length = *at == '{' ? strcspn(at, "}") : 0;
		if (!strncmp(at, "{function}", 10))
			text_put(&out, str_text(name_function(e, o->kind == OBJ_LOCAL ? o->func : NONE)));
		else if (!length)
			text_char(&out, *at);
		at += length;
	}
	Str name = str_intern(text_data(&out));
	text_release(&out);
	return name;
}

static Str object_name(Engine *e, const Object *o)
{
	Str declared = declared_name(e, o);

	if (!str_empty(declared))
		return declared;
	switch (o->kind) {
	case OBJ_LOCAL: {
		const Function *f = &e->program->functions.items[o->func];
		if (o->index == NONE)
			return str_format("%s.result", str_text(function_label(f)));
		return str_empty(f->locals.items[o->index].name) ? str_format("%s.temporary", str_text(function_label(f))) : local_label(f, o->index);
	}
	case OBJ_GLOBAL:
		return global_label(e->program, o->index);
	case OBJ_HEAP:
		return !str_empty(o->text) ? o->text : str_format("%s.heap", str_text(name_function(e, o->func)));
	case OBJ_ENTRY: case OBJ_STRING:
		return o->text;
	case OBJ_FORMAL: {
		const Function *f = &e->program->functions.items[e->instances.items[o->inst]->func];
		return o->index < f->nparams ? local_label(f, o->index) : str_format("%s.memory", str_text(function_label(f)));
	}
	case OBJ_NONE: case OBJ_FUNCTION: case OBJ_VARARGS:
		return str_intern("memory");
	}
	return (Str){0};
}

Str name_object(Engine *e, ObjId obj)
{
	Pointee t = name_outermost(e, (Pointee){ obj, range_const(0) });
	return object_name(e, &e->objects.items[t.obj]);
}

typedef struct {
	Engine *e;
	Text path;
	Str object;      /* name without the last index */
	int64_t first, last;
	bool goes_on;    /* an index was passed, or the variable is declared: records no longer start the name anew */
} Path;

static void put_index(Path *p, int64_t lo, int64_t hi)
{
	if (lo < 0 || hi - lo > MANY) {
		lo = NEG_INF;
		hi = POS_INF;
	}
	p->object = str_intern(text_data(&p->path));
	p->first = lo;
	p->last = hi;
	if (lo == hi)
		text_printf(&p->path, "[%lld]", (long long)lo);
	else if (hi == POS_INF || lo == NEG_INF)
		text_put(&p->path, "[*]");
	else
		text_printf(&p->path, "[%lld..%lld]", (long long)lo, (long long)hi);
	p->goes_on = true;
}

static void walk_elements(Path *p, TypeId elem, int64_t bits, Range off, int64_t size);

static void walk(Path *p, TypeId type, Range off, int64_t size)
{
	const Module *program = p->e->program;
	const Type *t = type == NONE ? NULL : &program->types.items[type];

	if (!t)
		return;
	bool whole = t->bits > 0 && range_is_const(off) && off.lo == 0 && size >= t->bits;
	if (t->kind == TY_ARRAY) {
		if (whole && t->count > 1)
			return;
		walk_elements(p, t->elem, type_bits(program, t->elem), off, size);
		return;
	}
	if ((t->kind != TY_STRUCT && t->kind != TY_UNION) || (whole && t->nfields > 1))
		return;
	for (uint32_t i = 0; i < t->nfields; i++) {
		const Field *field = &program->fields.items[t->first_field + i];
		int64_t bits = field->bit_width >= 0 ? field->bit_width : type_bits(program, field->type);
		if (str_empty(field->name) || off.lo < field->bit_offset || (bits > 0 && off.lo >= field->bit_offset + bits))
			continue;
		if (!p->goes_on && !str_empty(t->name)) {
			text_clear(&p->path);
			text_put(&p->path, str_text(t->name));
		}
		text_printf(&p->path, ".%s", str_text(field->name));
		p->object = str_intern(text_data(&p->path));
		p->first = p->last = -1;
		walk(p, field->type, offset_add(off, range_const(-field->bit_offset)), size);
		return;
	}
}

static void walk_elements(Path *p, TypeId elem, int64_t bits, Range off, int64_t size)
{
	if (bits <= 0 || off.lo == NEG_INF) {
		put_index(p, NEG_INF, POS_INF);
		return;
	}
	int64_t lo = off.lo / bits;
	int64_t hi = off.hi == POS_INF ? POS_INF : (off.hi + (size > bits ? size - bits : 0)) / bits;
	put_index(p, lo, hi);
	if (lo == hi || (off.stride && off.stride % bits == 0))
		walk(p, elem, range_strided(off.lo % bits, off.lo % bits + off.span, off.step), size);
}

Str name_location(Engine *e, ObjId obj, Range off, int64_t size, Str *object, int64_t *first, int64_t *last)
{
	Pointee t = name_outermost(e, (Pointee){ obj, off });
	const Object *o = &e->objects.items[t.obj];
	Path p = { .e = e, .first = -1, .last = -1, .goes_on = o->feature != NONE && (o->kind == OBJ_LOCAL || o->kind == OBJ_GLOBAL) };

	text_put(&p.path, str_text(object_name(e, o)));
	p.object = str_intern(text_data(&p.path));
	int64_t bits = o->type == NONE ? -1 : type_bits(e->program, o->type);
	bool one = o->kind == OBJ_LOCAL || o->kind == OBJ_GLOBAL || record_is_open(e->program, o->type) ||
		(type_is_record(e->program, o->type) && t.off.lo >= 0 && offset_last(t.off) < bits);
	if (one)
		walk(&p, o->type, t.off, size);
	else if (o->kind != OBJ_ENTRY || !range_is_const(t.off) || t.off.lo || size < (int64_t)1 << 40)
		walk_elements(&p, o->type, bits > 0 ? bits : size, t.off, size);
	Str name = str_intern(text_data(&p.path));
	text_release(&p.path);
	*object = p.object;
	*first = p.first;
	*last = p.last;
	return name;
}
