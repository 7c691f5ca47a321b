/* Initial values of a table are stores into its elements. */
#include "graph/dispatch.h"

#include "graph/functions.h"

/* ADDRESS is an element of a variable, or a part of one. */
static bool is_element(const Function *init, ValueId address)
{
	const Instr *in = &init->instrs.items[address];
	bool element = false;

	for (; in->op == OP_FIELD || in->op == OP_ELEM || in->op == OP_CAST; in = &init->instrs.items[in->a])
		element |= in->op == OP_ELEM;
	return element && in->op == OP_ADDR_GLOBAL;
}

/* FuncId → name of the table it is in; the first one counts. */
static void collect_tables(const Module *program, Map *tables)
{
	for (GlobalId g = 0; g < program->globals.len; g++) {
		const Global *global = &program->globals.items[g];
		const Function *init = global->init == NONE ? NULL : &program->functions.items[global->init];
		for (ValueId i = 0; init && i < init->instrs.len; i++) {
			const Instr *in = &init->instrs.items[i];
			const Instr *value = in->op == OP_STORE ? instr_behind_casts(init, in->b) : NULL;
			if (!value || value->op != OP_ADDR_FUNC || !is_element(init, in->a))
				continue;
			if (!map_get(tables, (FuncId)value->imm, NULL))
				map_put(tables, (FuncId)value->imm, global->name.i);
		}
	}
}

void dispatch_find(const Module *program, Graph *graph)
{
	Map tables = {0}, functions = {0};

	functions_index(program, &functions);
	collect_tables(program, &tables);
	for (NodeId n = 0; n < graph->nodes.len; n++)
		for (uint32_t i = 0; i < graph->nodes.items[n].definitions.len; i++) {
			Definition *one = &graph->nodes.items[n].definitions.items[i];
			one->table = (Str){ map_get_or(&tables, functions_at(&functions, &one->site), 0) };
		}
	map_release(&tables);
	map_release(&functions);
}
