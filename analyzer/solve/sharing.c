/*
 * Which functions share memory with the entry points run so far: variables, and records of the types that those are handed.
 * Nothing else can change a feature or see a prediction.
 */
#include "solve/engine.h"

static bool touches(Engine *e, const Instr *in, const Sharing *t)
{
	if (in->op == OP_ADDR_GLOBAL)
		return bitset_has(&t->globals, (uint32_t)in->imm);
	if (in->op == OP_ADDR_FUNC)
		return roles_of_function(e->roles, (FuncId)in->imm, ROLE_GET) != NONE;
	if (in->op == OP_FIELD)
		return map_get(&t->records, e->program->types.items[in->b].name.i, NULL);
	return false;
}

/* Which functions touch what T lists, themselves or in something they lead to. */
static void find_touching(Engine *e, const Mentions *names, const Sharing *t, bool *touching)
{
	memset(touching, 0, e->program->functions.len);
	for (uint32_t i = 0; i < names->names.len; i++)
		if (!touching[names->names.items[i].func])
			touching[names->names.items[i].func] = touches(e, names->names.items[i].instr, t);
	leading_add(e, names, touching);
}

/* Memory that outlives a call and that the entry points run so far share with the world. */
static void find_touched(Engine *e, Sharing *t)
{
	const Instance *world = e->world->inst;

	for (uint32_t i = 0; i < world->calls.len; i++) {
		const Call *call = &e->calls.items[world->calls.items[i]];
		for (uint32_t k = 0; k < call->bound.len; k++)
			for (uint32_t n = 0; n < call->bound.items[k].targets.len; n++) {
				const Object *o = &e->objects.items[call->bound.items[k].targets.items[n].obj];
				if (o->kind == OBJ_GLOBAL && !e->program->globals.items[o->index].is_const)
					bitset_add(&t->globals, o->index);
				if (o->type != NONE && type_is_record(e->program, o->type))
					map_put(&t->records, e->program->types.items[o->type].name.i, 1);
			}
	}
}

void sharing_find(Engine *e, const Mentions *names, Sharing *sharing, bool *touching)
{
	find_touched(e, sharing);
	find_touching(e, names, sharing, touching);
}

void sharing_release(Sharing *sharing)
{
	bitset_release(&sharing->globals);
	map_release(&sharing->records);
}
