/*
 * What the passes that extract facts share.
 */
#include "solve/facts.h"

const Function *fact_function_of(Engine *e, InstId id)
{
	FuncId func = id ? e->instances.items[id]->func : NONE;

	return func == NONE ? NULL : &e->program->functions.items[func];
}

const Function *fact_function(Engine *e, FlowId node)
{
	return fact_function_of(e, flow(e, node)->inst);
}

const Instr *fact_instr(Engine *e, FlowId node)
{
	const Function *f = fact_function(e, node);

	return f && flow(e, node)->instr != NONE ? &f->instrs.items[flow(e, node)->instr] : NULL;
}

static Str number_text(double value)
{
	return str_format("%.10g", value);
}

Str fact_constant(Engine *e, const Function *f, ValueId value)
{
	const Instr *in = value == NONE ? NULL : instr_behind_casts(f, value);
	union { int64_t bits; double number; } u;

	if (!in)
		return (Str){0};
	if (in->op == OP_CONST_INT)
		return str_empty(in->text) ? str_format("%lld", (long long)in->imm)
			: str_format("%s (%lld)", str_text(in->text), (long long)in->imm);
	if (in->op == OP_CONST_FLOAT) {
		u.bits = in->imm;
		return number_text(u.number);
	}
	if (in->op == OP_UN && in->sub == UN_NEG) {
		Str inner = fact_constant(e, f, in->a);
		return str_empty(inner) ? inner : str_format("-%s", str_text(inner));
	}
	const Instr *address = in->op == OP_LOAD ? &f->instrs.items[in->a] : NULL;
	if (address && address->op == OP_ADDR_GLOBAL && e->program->globals.items[address->imm].is_const)
		return e->program->globals.items[address->imm].name;
	return (Str){0};
}

/* Which function makes each model: two of one function may be layers of one network. */
static void name_callees(Engine *e)
{
	for (uint32_t i = 0; i < e->models.len; i++) {
		const ModelCall *m = &e->models.items[i];
		const Instance *inst = e->instances.items[m->inst];
		NodeId node = graph_find(e->graph, str_text(str_format("model:%s", str_text(m->name))));
		if (!inst->live || m->instr == NONE || inst->func == NONE || node == NONE)
			continue;
		const Function *f = &e->program->functions.items[inst->func];
		const Instr *call = &f->instrs.items[m->instr];
		if (call->op == OP_CALL && f->instrs.items[call->a].op == OP_ADDR_FUNC)
			e->graph->nodes.items[node].callee = e->program->functions.items[f->instrs.items[call->a].imm].name;
	}
}

void find_facts(Engine *e)
{
	name_callees(e);
	find_definitions(e);
	find_thresholds(e);
	find_checked(e);
	find_stale(e);
	find_sole(e);
	find_idle(e);
}
