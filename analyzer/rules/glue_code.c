/*
 * Glue code: most of what happens on the way into a model only moves data into the shape that a package wants, and the
 * package is called from everywhere.
 *
 *     tensor = CreateTensor(info, f, size, shape, 2, FLOAT);     // in scoring.c, in ranking.c, in tests.c, …
 *     Run(session, NULL, names, &tensor, 1, outputs, 1, &result);
 */
#include "graph/graph_complete.h"
#include "rules/rule.h"

enum { DEFAULT_PERCENT = 90, DEFAULT_CALLERS = 2, MIN_STEPS = 20 };

/* What an unknown function does with a value is not known to be a move. */
static bool is_move(const Step *step)
{
	return !str_is(step->note, "computed") && !str_is(step->note, "decides") && !str_is(step->note, "condition") &&
		!str_is(step->note, "external call");
}

static void count_moves(const RuleContext *context, NodeId model, uint32_t *moves, uint32_t *steps)
{
	Bitset slice = {0};

	query_reach_until(&context->query, model, BACKWARD, KIND_VALUE, 1u << NODE_MODEL, &slice);
	for (EdgeId e = 0; e < context->graph->edges.len; e++) {
		const Edge *edge = &context->graph->edges.items[e];
		if (!bitset_has(&slice, edge->from) || (!bitset_has(&slice, edge->to) && edge->to != model))
			continue;
		for (uint32_t i = 0; i < edge->witness.len; i++)
			*moves += is_move(&edge->witness.items[i]);
		*steps += edge->witness.len;
	}
	bitset_release(&slice);
}

/* The modules that call the package; the files, when any of them is in no declared module. */
static uint32_t count_callers(const RuleContext *context, const Node *model, bool *modules)
{
	Map files = {0}, names = {0};

	*modules = true;
	for (uint32_t i = 0; i < model->sites.len; i++) {
		const ModuleRule *module = module_of_file(context->roles, model->sites.items[i].file);
		map_put(&files, model->sites.items[i].file.i, 1);
		if (module)
			map_put(&names, module->name.i, 1);
		*modules &= module != NULL;
	}
	uint32_t count = *modules ? names.len : files.len;
	map_release(&files);
	map_release(&names);
	return count;
}

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		const Node *model = context_node(context, n);
		uint32_t moves = 0, steps = 0;
		Text message = {0}, advice = {0};
		if (model->kind != NODE_MODEL || model->is_test)
			continue;
		count_moves(context, n, &moves, &steps);
		bool modules = false;
		uint32_t callers = model->from_pack ? count_callers(context, model, &modules) : 0;
		bool moving = steps >= MIN_STEPS && moves * 100 >= steps * DEFAULT_PERCENT;
		put_node(&message, model);
		if (moving)
			text_printf(&message, ": %u of %u steps on the ways into it only move data", moves, steps);
		if (callers > rule_limit(context, modules ? LIMIT_MODULES : LIMIT_FILES, DEFAULT_CALLERS))
			text_printf(&message, "%s the package is called directly from %u %s", moving ? "," : ":", callers,
			            modules ? "modules" : "files");
		else
			callers = 0;
		text_put(&advice, "wrap the package behind one interface of your own that speaks in features and predictions");
		Finding *finding = moving || callers ? finding_add(context, LEVEL_NOTE, str_text(model->id), "", &message, &advice)
			: NULL;
		finding_node(finding, n);
		for (uint32_t i = 0; finding && i < model->sites.len; i++)
			vec_push(&finding->witness, (Step){ .site = model->sites.items[i], .note = str_intern("called"), .kind = DEP_DATA });
		text_release(&message);
		text_release(&advice);
	}
}

const Rule rule_glue_code = {
	.id = "glue-code",
	.level = LEVEL_OFF,
	.section = "5.1",
	.summary = "the way into a model mostly moves data into the shape that a package wants",
	.help = "A package for general use needs data in its own shape. The code that provides it freezes the system to "
		"that package, the more so the more places call it.\n"
		"\n"
		"    tensor = CreateTensor(info, f, size, shape, 2, FLOAT);   /* in three files */\n"
		"    Run(session, NULL, names, &tensor, 1, outputs, 1, &result);\n"
		"\n"
		"Counted are the steps into the model that neither compute nor decide (90 % or more), and the modules that "
		"call a package's model directly (`modules`, 2), or the files (`files`, 2) where no modules are declared for "
		"them. Off unless the manifest sets a level.\n"
		"\n"
		"Remedy: wrap the package behind one interface of your own.",
	.run = run,
};
