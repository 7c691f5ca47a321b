/*
 * Which functions share memory with the entry points run so far: variables, and records of the types that those are handed.
 * Nothing else can change a feature or see a prediction.
 */
#include "solve/engine.h"

static bool touches(Engine *e, const Mention *name, const Sharing *t)
{
	const Instr *in = name->instr;

	if (in->op == OP_ADDR_GLOBAL)
		return bitset_has(&t->globals, (uint32_t)in->imm);
	if (in->op == OP_ADDR_FUNC)
		return roles_of_function(e->roles, (FuncId)in->imm, ROLE_GET) != NONE;
	return map_get(&t->records, e->program->types.items[name->record].name.i, NULL);
}

/* Which functions touch what T lists, themselves or in something they lead to. */
static void find_touching(Engine *e, const Mentions *names, const Sharing *t, bool *touching)
{
	memset(touching, 0, e->program->functions.len);
	for (uint32_t i = 0; i < names->names.len; i++)
		if (!touching[names->names.items[i].func])
			touching[names->names.items[i].func] = touches(e, &names->names.items[i], t);
	leading_add(e, names, touching);
}

/* May some function write what is in G? What initial values point to is found where they name it; of what is defined
   elsewhere and points to records, their members tell. */
static bool may_change(Engine *e, const Sharing *t, GlobalId id)
{
	const Global *g = &e->program->globals.items[id];
	TypeId type = type_element(e->program, g->type);
	const Type *element = type == NONE ? NULL : &e->program->types.items[type];

	if (g->is_const)
		return false;
	if (bitset_has(&t->written_globals, id) || g->is_volatile)
		return true;
	if (g->defined)
		return false;
	bool number = element && (element->kind == TY_INT || element->kind == TY_FLOAT);
	return !number && pointed_record(e->program, type) == NONE;
}

static bool is_record(Engine *e, const Object *o)
{
	return o->type != NONE && type_is_record(e->program, o->type);
}

/* Does a value of TYPE have a pointer to what may be written through it, and is no record that is looked at by itself? */
static bool leads_on(const Module *program, TypeId type)
{
	TypeId element = type_element(program, type);
	const Type *t = element == NONE ? NULL : &program->types.items[element];
	bool found = false;

	if (t && t->kind == TY_POINTER)
		return pointed_record(program, element) == NONE &&
			(t->elem == NONE || (!program->types.items[t->elem].is_const && program->types.items[t->elem].kind != TY_FUNCTION));
	for (uint32_t i = 0; t && type_is_record(program, element) && i < t->nfields && !found; i++)
		found = leads_on(program, program->fields.items[t->first_field + i].type);
	return found;
}

/* A record inside another is reached through that one. */
static void add_touched(Engine *e, Sharing *t, ObjId obj)
{
	const Object *o = &e->objects.items[obj], *outer = &e->objects.items[name_outermost(e, (Pointee){ obj, range_const(0) }).obj];
	TypeId type = is_record(e, outer) ? outer->type : is_record(e, o) ? o->type : NONE;

	if (outer->kind == OBJ_GLOBAL && !may_change(e, t, outer->index))
		return;
	if (outer->kind == OBJ_GLOBAL)
		bitset_add(&t->globals, outer->index);
	Str record = type == NONE ? (Str){0} : e->program->types.items[type].name;
	if (type != NONE && (map_get(&t->written_records, record.i, NULL) || leads_on(e->program, type)))
		map_put(&t->records, record.i, 1);
}

static void find_touched(Engine *e, Sharing *t)
{
	const Instance *world = e->world->inst;

	for (uint32_t i = 0; i < world->calls.len; i++) {
		const Call *call = &e->calls.items[world->calls.items[i]];
		for (uint32_t k = 0; k < call->bound.len; k++)
			for (uint32_t n = 0; n < call->bound.items[k].targets.len; n++)
				add_touched(e, t, call->bound.items[k].targets.items[n].obj);
	}
}

void sharing_find(Engine *e, const Mentions *names, Sharing *sharing, bool *touching)
{
	if (!sharing->known)
		mods_of_program(e, &sharing->written_records, &sharing->written_globals);
	sharing->known = true;
	find_touched(e, sharing);
	find_touching(e, names, sharing, touching);
}

void sharing_release(Sharing *sharing)
{
	bitset_release(&sharing->globals);
	map_release(&sharing->records);
	bitset_release(&sharing->written_globals);
	map_release(&sharing->written_records);
}
