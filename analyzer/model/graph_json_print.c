/*
 * The graph as JSON, in an order that depends on nothing but its contents. One node, one edge, one finding and one step
 * of a witness a line, so that differences between two runs read well. Keys that hold false, nothing or an empty list
 * are left out, except for those that a reader of this kind of node always wants.
 */
#include "model/graph_json.h"

typedef struct {
	const Graph *graph;
	Text *out;
	bool first; /* nothing yet in the object or list being written */
} Writer;

static void separate(Writer *writer)
{
	if (!writer->first)
		text_put(writer->out, ", ");
	writer->first = false;
}

static void put_key(Writer *writer, const char *key)
{
	separate(writer);
	text_char(writer->out, '"');
	text_put(writer->out, key);
	text_put(writer->out, "\": ");
}

static void open_with(Writer *writer, char bracket)
{
	text_char(writer->out, bracket);
	writer->first = true;
}

static void close_with(Writer *writer, char bracket)
{
	text_char(writer->out, bracket);
	writer->first = false;
}

static void put_text(Writer *writer, const char *key, const char *text)
{
	put_key(writer, key);
	text_json(writer->out, text);
}

static void put_string(Writer *writer, const char *key, Str string)
{
	put_text(writer, key, str_text(string));
}

static void put_unless_empty(Writer *writer, const char *key, Str string)
{
	if (!str_empty(string))
		put_string(writer, key, string);
}

static void put_number(Writer *writer, const char *key, int64_t number)
{
	put_key(writer, key);
	text_number(writer->out, number);
}

static void put_flag(Writer *writer, const char *key, bool flag)
{
	if (flag) {
		put_key(writer, key);
		text_put(writer->out, "true");
	}
}

static void put_site_keys(Writer *writer, const Site *site)
{
	put_string(writer, "file", site->file);
	put_number(writer, "line", site->line);
	put_number(writer, "column", site->column);
	put_string(writer, "function", site->function);
}

static void put_site(Writer *writer, const Site *site)
{
	open_with(writer, '{');
	put_site_keys(writer, site);
	close_with(writer, '}');
}

static void put_sites(Writer *writer, const char *key, const Sites *sites)
{
	put_key(writer, key);
	open_with(writer, '[');
	for (uint32_t i = 0; i < sites->len; i++) {
		separate(writer);
		put_site(writer, &sites->items[i]);
	}
	close_with(writer, ']');
}

static void put_strings(Writer *writer, const char *key, const Str *strings, uint32_t count)
{
	put_key(writer, key);
	open_with(writer, '[');
	for (uint32_t i = 0; i < count; i++) {
		separate(writer);
		text_json(writer->out, str_text(strings[i]));
	}
	close_with(writer, ']');
}

static void put_steps(Writer *writer, const char *key, const Steps *steps)
{
	put_key(writer, key);
	open_with(writer, '[');
	for (uint32_t i = 0; i < steps->len; i++) {
		const Step *step = &steps->items[i];
		text_put(writer->out, i ? ",\n    " : "\n    ");
		open_with(writer, '{');
		put_site_keys(writer, &step->site);
		put_string(writer, "text", step->text);
		put_string(writer, "note", step->note);
		put_text(writer, "kind", dep_kind_text(step->kind));
		close_with(writer, '}');
	}
	close_with(writer, ']');
}

static void put_dead_stores(Writer *writer, const Node *node)
{
	put_key(writer, "dead_stores");
	open_with(writer, '[');
	for (uint32_t i = 0; i < node->dead_stores.len; i++) {
		separate(writer);
		open_with(writer, '{');
		put_key(writer, "site");
		put_site(writer, &node->dead_stores.items[i].site);
		if (!str_empty(node->dead_stores.items[i].by.file)) {
			put_key(writer, "by");
			put_site(writer, &node->dead_stores.items[i].by);
		}
		close_with(writer, '}');
	}
	close_with(writer, ']');
}

static void put_place(Writer *writer, const char *key, const Site *site)
{
	put_key(writer, key);
	put_site(writer, site);
}

static void put_definition(Writer *writer, const Definition *one)
{
	put_place(writer, "site", &one->site);
	put_string(writer, "expression", one->expression);
	put_unless_empty(writer, "variant", one->variant);
	put_unless_empty(writer, "same", one->same);
	put_flag(writer, "constant", one->constant);
	put_flag(writer, "uninitialised", one->uninitialised);
	put_flag(writer, "address", one->address);
	put_unless_empty(writer, "table", one->table);
}

static void put_threshold(Writer *writer, const Threshold *one)
{
	put_place(writer, "site", &one->site);
	put_string(writer, "text", one->text);
}

static void put_sole(Writer *writer, const SoleFunction *one)
{
	put_place(writer, "site", &one->site);
	put_number(writer, "lines", one->lines);
}

static void put_stale(Writer *writer, const StaleRead *one)
{
	put_string(writer, "memory", one->memory);
	put_place(writer, "assigned", &one->assigned);
	put_place(writer, "condition", &one->condition);
	put_place(writer, "read", &one->read);
}

static void put_idle(Writer *writer, const IdleInput *one)
{
	put_string(writer, "model", one->model);
	put_place(writer, "site", &one->site);
	put_string(writer, "why", one->why);
}

static void put_dead_code(Writer *writer, const DeadCode *one)
{
	open_with(writer, '{');
	put_place(writer, "guard", &one->guard);
	put_string(writer, "flag", one->flag);
	put_string(writer, "what", one->what);
	put_string(writer, "holds", one->holds);
	put_number(writer, "lines", one->lines);
	close_with(writer, '}');
}

/* A list of objects, unless it is empty. */
#define PUT_LIST(writer, key, list, put) \
	do { \
		if (!(list).len) \
			break; \
		put_key(writer, key); \
		open_with(writer, '['); \
		for (uint32_t i = 0; i < (list).len; i++) { \
			separate(writer); \
			open_with(writer, '{'); \
			put(writer, &(list).items[i]); \
			close_with(writer, '}'); \
		} \
		close_with(writer, ']'); \
	} while (0)

static void put_census(Writer *writer, const Graph *graph)
{
	open_with(writer, '{');
	for (CodeRole role = 0; role < CODE_COUNT; role++)
		put_number(writer, code_role_text(role), graph->census[role]);
	close_with(writer, '}');
}

static void put_uses(Writer *writer, const Node *node)
{
	put_key(writer, "uses");
	open_with(writer, '[');
	for (uint32_t use = CONSUME_COMPUTE; use <= CONSUME_ESCAPE; use <<= 1) {
		if (node->uses & use) {
			separate(writer);
			text_json(writer->out, consume_text(use));
		}
	}
	close_with(writer, ']');
}

static void put_feature_keys(Writer *writer, const Node *node)
{
	bool is_feature = node->kind == NODE_FEATURE;

	if (is_feature || !str_empty(node->object))
		put_string(writer, "object", node->object);
	/* Elements of which no index is known ("x[*]") have none. */
	if (node->first >= 0 && node->first != node->last) {
		put_key(writer, "range");
		text_printf(writer->out, "[%lld, %lld]", (long long)node->first, (long long)node->last);
	} else if (node->first >= 0) {
		put_number(writer, "element", node->first);
	} else if (is_feature) {
		put_key(writer, "element");
		text_put(writer->out, "null");
	}
	if (is_feature || node->use != USE_READ_BY_MODEL)
		put_text(writer, "use", feature_use_text(node->use));
	if (node->dead_stores.len)
		put_dead_stores(writer, node);
	PUT_LIST(writer, "definitions", node->definitions, put_definition);
	PUT_LIST(writer, "sole_functions", node->sole, put_sole);
	PUT_LIST(writer, "stale_reads", node->stale, put_stale);
	PUT_LIST(writer, "idle_inputs", node->idle, put_idle);
	PUT_LIST(writer, "thresholds", node->thresholds, put_threshold);
}

static void put_node(Writer *writer, const Node *node)
{
	open_with(writer, '{');
	put_string(writer, "id", node->id);
	put_text(writer, "kind", node_kind_text(node->kind));
	put_string(writer, "name", node->name);
	put_string(writer, "label", node->label);
	put_string(writer, "module", node->module);
	put_string(writer, "owner", node->owner);
	put_flag(writer, "declared", node->declared);
	put_flag(writer, "from_pack", node->from_pack);
	put_flag(writer, "assumed", node->is_assumed);
	put_unless_empty(writer, "version", node->version);
	put_flag(writer, "unstable", node->unstable);
	put_flag(writer, "training_label", node->label_role);
	if (node->label_of.len)
		put_strings(writer, "label_of", node->label_of.items, node->label_of.len);
	put_flag(writer, "deprecated", node->deprecated);
	put_flag(writer, "kept", node->kept);
	put_flag(writer, "handed", node->handed);
	put_feature_keys(writer, node);
	if (node->kind == NODE_MODEL || node->variants.len)
		put_strings(writer, "variants", node->variants.items, node->variants.len);
	put_unless_empty(writer, "access", node->access);
	put_unless_empty(writer, "callee", node->callee);
	put_flag(writer, "has_state", node->has_state);
	if (node->kind == NODE_CONSUMER || node->uses)
		put_uses(writer, node);
	if (node->escapes.len)
		put_strings(writer, "escapes", node->escapes.items, node->escapes.len);
	put_flag(writer, "monitor", node->is_monitor);
	put_flag(writer, "test", node->is_test);
	put_sites(writer, "sites", &node->sites);
	put_sites(writer, "guards", &node->guards);
	close_with(writer, '}');
}

static Str node_id(const Graph *graph, NodeId node)
{
	return graph->nodes.items[node].id;
}

static void put_edge(Writer *writer, const Edge *edge)
{
	open_with(writer, '{');
	put_string(writer, "from", node_id(writer->graph, edge->from));
	put_string(writer, "to", node_id(writer->graph, edge->to));
	put_text(writer, "kind", dep_kind_text(edge->kind));
	put_key(writer, "state");
	text_put(writer->out, edge->state ? "true" : "false");
	put_key(writer, "unresolved");
	text_put(writer->out, edge->unresolved ? "true" : "false");
	put_number(writer, "paths", edge->paths);
	put_flag(writer, "checked", edge->checked);
	put_unless_empty(writer, "scaled", edge->scaled);
	put_unless_empty(writer, "through", edge->through);
	put_steps(writer, "witness", &edge->witness);
	close_with(writer, '}');
}

static void put_finding(Writer *writer, const Finding *finding)
{
	open_with(writer, '{');
	put_string(writer, "rule", finding->rule);
	put_text(writer, "level", level_text(finding->level));
	put_string(writer, "subject", finding->subject);
	put_string(writer, "message", finding->message);
	put_string(writer, "advice", finding->advice);
	put_string(writer, "fingerprint", finding->fingerprint);
	if (finding->parts.len)
		put_strings(writer, "parts", finding->parts.items, finding->parts.len);
	put_key(writer, "suppressed");
	text_put(writer->out, finding->suppressed ? "true" : "false");
	put_unless_empty(writer, "suppression", finding->suppression);
	put_flag(writer, "suppressed_in_source", finding->suppressed_in_source);
	put_flag(writer, "hidden", finding->hidden);
	put_key(writer, "nodes");
	open_with(writer, '[');
	for (uint32_t i = 0; i < finding->nodes.len; i++) {
		separate(writer);
		text_json(writer->out, str_text(node_id(writer->graph, finding->nodes.items[i])));
	}
	close_with(writer, ']');
	put_steps(writer, "witness", &finding->witness);
	close_with(writer, '}');
}

static void put_unresolved(Writer *writer, const Coverage *coverage)
{
	put_key(writer, "unresolved");
	open_with(writer, '[');
	for (uint32_t i = 0; i < coverage->unresolved.len; i++) {
		const Unresolved *one = &coverage->unresolved.items[i];
		text_put(writer->out, i ? ",\n  " : "\n  ");
		open_with(writer, '{');
		put_site_keys(writer, &one->site);
		put_string(writer, "what", one->what);
		put_string(writer, "subject", one->subject);
		put_number(writer, "features", one->features);
		close_with(writer, '}');
	}
	close_with(writer, ']');
}

static void put_coverage(Writer *writer, const Coverage *coverage)
{
	open_with(writer, '{');
	put_number(writer, "units", coverage->units);
	put_number(writer, "units_parsed", coverage->units_parsed);
	put_number(writer, "units_failed", coverage->units_failed);
	put_number(writer, "units_skipped", coverage->units_skipped);
	put_number(writer, "functions", coverage->functions);
	put_number(writer, "functions_analysed", coverage->functions_analysed);
	put_number(writer, "calls", coverage->calls);
	put_number(writer, "calls_resolved", coverage->calls_resolved);
	put_number(writer, "features", coverage->features);
	put_number(writer, "features_resolved", coverage->features_resolved);
	put_strings(writer, "failed_units", coverage->failed_units.items, coverage->failed_units.len);
	put_unresolved(writer, coverage);
	close_with(writer, '}');
}

/* qsort has no context: the graph whose tables are being sorted. */
static const Graph *sorted;

static int compare_nodes(const void *a, const void *b)
{
	return str_compare(node_id(sorted, *(const uint32_t *)a), node_id(sorted, *(const uint32_t *)b));
}

static int compare_edges(const void *a, const void *b)
{
	const Edge *x = &sorted->edges.items[*(const uint32_t *)a], *y = &sorted->edges.items[*(const uint32_t *)b];
	int order = str_compare(node_id(sorted, x->from), node_id(sorted, y->from));

	return order ? order : str_compare(node_id(sorted, x->to), node_id(sorted, y->to));
}

/* The numbers 0 to COUNT - 1 in the order of COMPARE; the caller frees. */
static uint32_t *sorted_indexes(const Graph *graph, uint32_t count, int (*compare)(const void *, const void *))
{
	uint32_t *indexes = mem_alloc(count * sizeof *indexes);

	for (uint32_t i = 0; i < count; i++)
		indexes[i] = i;
	sorted = graph;
	qsort(indexes, count, sizeof *indexes, compare);
	return indexes;
}

#define PUT_TABLE(writer, name, table, compare, put) \
	do { \
		const Graph *from = (writer)->graph; \
		uint32_t *order = sorted_indexes(from, from->table.len, compare); \
		text_put((writer)->out, ",\n\"" name "\": ["); \
		for (uint32_t i = 0; i < from->table.len; i++) { \
			text_put((writer)->out, i ? ",\n  " : "\n  "); \
			put(writer, &from->table.items[order[i]]); \
		} \
		text_put((writer)->out, "]"); \
		free(order); \
	} while (0)

void graph_json_print(const Graph *graph, Text *out)
{
	Writer writer = { graph, out, true };

	text_printf(out, "{\"version\": %d, \"project\": ", GRAPH_JSON_VERSION);
	text_json(out, str_text(graph->project));
	PUT_TABLE(&writer, "nodes", nodes, compare_nodes, put_node);
	PUT_TABLE(&writer, "edges", edges, compare_edges, put_edge);
	text_put(out, ",\n\"findings\": [");
	for (uint32_t i = 0; i < graph->findings.len; i++) {
		text_put(out, i ? ",\n  " : "\n  ");
		put_finding(&writer, &graph->findings.items[i]);
	}
	text_put(out, "],\n\"coverage\": ");
	put_coverage(&writer, &graph->coverage);
	text_put(out, ",\n\"dead_code\": [");
	for (uint32_t i = 0; i < graph->dead_code.len; i++) {
		text_put(out, i ? ",\n  " : "\n  ");
		put_dead_code(&writer, &graph->dead_code.items[i]);
	}
	text_put(out, "],\n\"census\": ");
	put_census(&writer, graph);
	text_put(out, "}\n");
}

const char *consume_text(uint32_t use)
{
	switch (use) {
	case CONSUME_COMPUTE: return "compute";
	case CONSUME_BRANCH: return "branch";
	case CONSUME_PERSIST: return "persist";
	case CONSUME_ESCAPE: return "escape";
	}
	return "?";
}
