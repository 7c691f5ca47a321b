/* The table of rules, made from the names of their files, and the pass that runs them and orders what they found. */
#include "rules/rule.h"

#include "graph/coverage.h"
#include "graph/graph_complete.h"
#include "graph/source.h"
#include "rules/ignore.h"

#include <time.h>

#define RULE(name) extern const Rule rule_##name;
#include "rules.def"
#undef RULE

const Rule *const rules_all[] = {
#define RULE(name) &rule_##name,
#include "rules.def"
#undef RULE
};

const size_t rules_count = sizeof rules_all / sizeof *rules_all;

const Rule *rule_find(const char *id)
{
	for (size_t i = 0; i < rules_count; i++)
		if (!strcmp(rules_all[i]->id, id))
			return rules_all[i];
	return NULL;
}

static Str date_today(void)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL;
	long long fixed = epoch ? strtoll(epoch, &end, 10) : 0;
	time_t now = epoch && *epoch && !*end ? (time_t)fixed : time(NULL);
	char text[32];
	struct tm tm;

	if (!gmtime_r(&now, &tm) || !strftime(text, sizeof text, "%Y-%m-%d", &tm))
		return str_intern("0000-00-00");
	return str_intern(text);
}

static void findings_clear(Graph *graph)
{
	for (uint32_t i = 0; i < graph->findings.len; i++) {
		vec_release(&graph->findings.items[i].nodes);
		vec_release(&graph->findings.items[i].witness);
		vec_release(&graph->findings.items[i].parts);
	}
	vec_clear(&graph->findings);
}

typedef struct {
	Finding finding;
	uint32_t order; /* in which the rules found it */
} Ranked;

static int ranked_order(const void *a, const void *b)
{
	const Ranked *x = a, *y = b;

	if (x->finding.level != y->finding.level)
		return x->finding.level > y->finding.level ? -1 : 1;
	int order = str_compare(x->finding.rule, y->finding.rule);
	return order ? order : x->order < y->order ? -1 : x->order > y->order;
}

static void findings_sort(Graph *graph)
{
	uint32_t count = graph->findings.len;
	Ranked *ranked = mem_alloc((count + 1) * sizeof *ranked);

	for (uint32_t i = 0; i < count; i++)
		ranked[i] = (Ranked){ graph->findings.items[i], i };
	qsort(ranked, count, sizeof *ranked, ranked_order);
	for (uint32_t i = 0; i < count; i++)
		graph->findings.items[i] = ranked[i].finding;
	free(ranked);
}

static void report_unknown_rule(Str rule, const char *what, Str file, uint32_t line, uint32_t column, Diags *diags)
{
	const char **ids = mem_alloc((rules_count + 1) * sizeof *ids);

	for (size_t i = 0; i < rules_count; i++)
		ids[i] = rules_all[i]->id;
	const char *nearest = nearest_name(str_text(rule), ids, rules_count);
	Text hint = {0};
	if (nearest)
		text_printf(&hint, "did you mean \"%s\"?", nearest);
	for (size_t i = 0; !nearest && i < rules_count; i++)
		text_printf(&hint, "%s%s", i ? ", " : "the rules are ", ids[i]);
	diag_add(diags, DIAG_WARNING, file, line, column, "%s of unknown rule \"%s\": %s", what, str_text(rule),
	         text_data(&hint));
	text_release(&hint);
	free(ids);
}

static void check_settings(const Roles *roles, Diags *diags)
{
	for (uint32_t i = 0; i < roles->settings.len; i++) {
		const RuleSetting *s = &roles->settings.items[i];
		if (!rule_find(str_text(s->rule)))
			report_unknown_rule(s->rule, "setting", str_empty(s->file) ? roles->manifest : s->file, s->line, s->column,
			                    diags);
	}
}

static void check_suppressions(const RuleContext *context, Diags *diags)
{
	for (uint32_t i = 0; i < context->roles->suppressions.len; i++) {
		const Suppression *s = &context->roles->suppressions.items[i];
		if (!rule_find(str_text(s->rule)))
			report_unknown_rule(s->rule, "suppression", s->file, s->line, s->column, diags);
	}
}

/* The lines of steps that no edge has: graph_complete could not know them. */
static void read_sources(Graph *graph)
{
	Sources sources = { .root = graph->root };

	for (uint32_t i = 0; i < graph->findings.len; i++) {
		Steps *steps = &graph->findings.items[i].witness;
		for (uint32_t k = 0; k < steps->len; k++) {
			Step *step = &steps->items[k];
			if (str_empty(step->text))
				step->text = source_line(&sources, step->site.file, step->site.line, SOURCE_TEXT_MAX);
		}
	}
	sources_release(&sources);
}

static void run_some(RuleContext *context, bool last)
{
	for (size_t i = 0; i < rules_count; i++) {
		context->rule = rules_all[i];
		if (context->rule->last == last)
			context->rule->run(context);
	}
}

void rules_run(Graph *graph, const Roles *roles, Diags *diags)
{
	RuleContext context = { .graph = graph, .roles = roles, .today = date_today() };

	findings_clear(graph);
	check_settings(roles, diags);
	context.suppressions = mem_calloc(roles->suppressions.len + 1, sizeof *context.suppressions);
	query_init(&context.query, graph);
	coverage_fed(&context.query, &context.fed);
	run_some(&context, false);
	ignores_apply(&context);
	run_some(&context, true);
	check_suppressions(&context, diags);
	findings_sort(graph);
	read_sources(graph);
	query_release(&context.query);
	bitset_release(&context.fed);
	free(context.suppressions);
}
