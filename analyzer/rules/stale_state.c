/*
 * Stale state: a variable that outlives the call is assigned only when something happens, and read whether it happened
 * or not. The feature then holds the value of some earlier example.
 *
 *     static double price;
 *     if (row->has_price)
 *             price = row->price;        // otherwise: the price of another row
 *     f[PRICE] = price;
 *     predict(f, N);
 */
#include "rules/rule.h"

static void report(RuleContext *context, NodeId feature, const StaleRead *stale)
{
	const Node *node = context_node(context, feature);
	Text message = {0}, advice = {0};
	NodeIds models = {0};

	query_models(&context->query, feature, &models);
	put_node(&message, node);
	text_printf(&message, " may hold a value of an earlier invocation: %s is assigned at ", str_text(stale->memory));
	put_site(&message, &stale->assigned);
	text_put(&message, " only under the condition at ");
	put_site(&message, &stale->condition);
	text_put(&message, ", and read ");
	if (!str_empty(stale->read.file)) {
		text_put(&message, "at ");
		put_site(&message, &stale->read);
		text_put(&message, " ");
	}
	text_put(&message, "either way");
	if (node->is_assumed)
		text_put(&message, "; not certain: an unknown function may write it");
	text_put(&message, "; it feeds ");
	put_nodes(&message, context, &models, 3);
	text_put(&advice, "reset it for every example, or assign it on every path; when keeping the last value is meant, "
	         "say so in a suppression");
	Finding *finding = finding_add(context, LEVEL_WARNING, str_text(node->id), str_text(stale->memory), &message,
	                               &advice);
	finding_node(finding, feature);
	if (finding) {
		vec_push(&finding->witness, (Step){ .site = stale->condition, .note = str_intern("condition"), .kind = DEP_CONTROL });
		vec_push(&finding->witness, (Step){ .site = stale->assigned, .note = str_intern("assigned"), .kind = DEP_DATA });
		vec_push(&finding->witness, (Step){ .site = stale->read, .note = str_intern("used"), .kind = DEP_DATA });
		finding->hidden = node->is_test;
	}
	vec_release(&models);
	text_release(&message);
	text_release(&advice);
}

/* One finding for each piece of memory: the first feature that reads it stands for the others. */
static void run(RuleContext *context)
{
	Map told = {0};

	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		const Node *node = context_node(context, n);
		for (uint32_t i = 0; i < node->stale.len && bitset_has(&context->fed, n); i++)
			if (map_put(&told, hash_u64(node->stale.items[i].memory.i, node->stale.items[i].condition.line), 1))
				report(context, n, &node->stale.items[i]);
	}
	map_release(&told);
}

const Rule rule_stale_state = {
	.id = "stale-state",
	.level = LEVEL_WARNING,
	.section = "4",
	.summary = "a feature may hold a value that belongs to an earlier invocation",
	.help = "A static or global variable, or a field of a context, is assigned only when something happens and read "
		"whether it happened or not. Without a reset the feature then describes some earlier example.\n"
		"\n"
		"    static double price;\n"
		"    if (row->has_price)\n"
		"            price = row->price;    /* otherwise: the price of another row */\n"
		"    f[PRICE] = price;\n"
		"\n"
		"What is updated from its own old value (a filter, a counter, a running maximum) is a history and is not "
		"reported, nor is memory that is filled once.\n"
		"\n"
		"Remedy: reset it for every example, or assign it on every path.",
	.run = run,
};
