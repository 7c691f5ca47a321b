/*
 * Models that are declared, and called by the program, and that nothing was found to lead to, or in what they are given: what was
 * not followed may. Without a word they, or what feeds them, would just not be there.
 */
#include "solve/engine.h"

static bool is_evaluated(const Engine *e, FuncId func)
{
	bool found = false;

	for (uint32_t i = 0; i < e->models.len && !found; i++)
		found = e->models.items[i].func == func && e->instances.items[e->models.items[i].inst]->live;
	return found;
}

/* The first call of MODEL in FUNC; NULL: there is none. */
static const Instr *call_of(const Function *f, FuncId model)
{
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		const Instr *callee = in->op == OP_CALL ? &f->instrs.items[in->a] : NULL;
		if (callee && callee->op == OP_ADDR_FUNC && callee->imm == (int64_t)model)
			return in;
	}
	return NULL;
}

void missing_inputs(Engine *e)
{
	Map given = {0}; /* calls of models: in one run at least, or said already */

	for (uint32_t i = 0; i < e->models.len; i++) {
		const ModelCall *model = &e->models.items[i];
		if (model->given || !e->roles->roles.items[model->role].inputs.len)
			map_put(&given, map_key(e->instances.items[model->inst]->func, model->instr), 1);
	}
	for (uint32_t i = 0; i < e->models.len; i++) {
		const ModelCall *model = &e->models.items[i];
		const Instance *inst = e->instances.items[model->inst];
		if (!inst->live || inst->func == NONE || !map_put(&given, map_key(inst->func, model->instr), 1))
			continue;
		Place place = e->program->functions.items[inst->func].instrs.items[model->instr].place;
		vec_push(&e->graph->coverage.unresolved, (Unresolved){ place_site(e, place, inst->func),
			str_intern(UNRESOLVED_INPUTS), model->name, 0, (Str){0} });
	}
	map_release(&given);
}

void missing_models(Engine *e)
{
	Coverage *coverage = &e->graph->coverage;
	uint32_t others = coverage->unresolved.len;

	for (uint32_t i = 0; i < e->roles->functions.len; i++) {
		FunctionRole role = e->roles->functions.items[i];
		if (e->roles->roles.items[role.role].kind != ROLE_MODEL || is_evaluated(e, role.function))
			continue;
		for (FuncId id = 0; id < e->program->functions.len; id++) {
			const Function *f = &e->program->functions.items[id];
			const Instr *call = runs_alone(f) ? call_of(f, role.function) : NULL;
			/* In a function that was followed, with all that leads to it, it is in code that never runs. */
			if (!call || (!others && function_analysed(e, id)))
				continue;
			vec_push(&coverage->unresolved, (Unresolved){ place_site(e, call->place, id),
				str_intern(UNRESOLVED_MODEL), e->program->functions.items[role.function].name, 0, (Str){0} });
			break;
		}
	}
}
