/*
 * Explanations follow the data: each edge of the way is a line of its own, below it the source steps of its witness.
 */
#include "render/explain.h"

#include "render/findings.h"
#include "render/label.h"
#include "render/listing_parts.h"

#include <string.h>

enum { MAX_EDGES = 40, MAX_SITES = 5, MIN_FINGERPRINT = 8, MAX_WAYS = 1000 };

typedef VEC(EdgeId) EdgeIds;

typedef struct {
	const Graph *graph;
	const ExplainOptions *options;
	const Colors *colors;
	Sources sources;
	Text *out;
} Explain;

static const Node *node_at(const Explain *explain, NodeId node)
{
	return &explain->graph->nodes.items[node];
}

static void print_step(Explain *explain, const Step *step)
{
	Text *out = explain->out;

	print_place(explain->colors, &step->site, out);
	text_printf(out, "%snote:%s ", explain->colors->cyan, explain->colors->end);
	label_plain(out, str_empty(step->note) ? "here" : str_text(step->note));
	if (!str_empty(step->site.function)) {
		text_put(out, ", in ");
		label_plain(out, str_text(step->site.function));
	}
	text_printf(out, " [%s]\n", dep_kind_text(step->kind));
	print_caret(&explain->sources, explain->colors, &step->site, step->text, out);
}

static void print_steps(Explain *explain, const Steps *steps)
{
	for (uint32_t i = 0; i < steps->len; i++)
		print_step(explain, &steps->items[i]);
}

static void put_edge_kind(const Edge *edge, Text *out)
{
	text_put(out, dep_kind_text(edge->kind));
	if (edge->state)
		text_put(out, ", from an earlier call");
	if (edge->unresolved)
		text_put(out, ", not fully resolved");
}

static void print_edge(Explain *explain, const Edge *edge)
{
	Text *out = explain->out;

	text_put(out, explain->colors->bold);
	label_plain(out, str_text(node_at(explain, edge->from)->id));
	text_put(out, " -> ");
	label_plain(out, str_text(node_at(explain, edge->to)->id));
	text_printf(out, "%s (", explain->colors->end);
	put_edge_kind(edge, out);
	text_char(out, ')');
	if (edge->paths)
		text_printf(out, ", and %u%s other way%s", edge->paths, edge->paths >= 1000 ? " or more" : "",
			edge->paths == 1 ? "" : "s");
	text_char(out, '\n');
	if (!edge->witness.len)
		text_put(out, "  no steps were recorded\n");
	print_steps(explain, &edge->witness);
}

/* The shortest way as edges from its end to its start; false when there is none. */
static bool find_way(const Walk *walk, NodeId from, NodeId to, EdgeIds *way)
{
	NodeIds start = {0};
	vec_push(&start, from);
	Reach reach = walk_reach(walk, &start, WALK_FORWARD, 0, 0);
	bool found = reach_has(&reach, to);

	for (NodeId node = to; found && reach.distance[node]; node = walk->graph->edges.items[reach.by[node]].from)
		vec_push(way, reach.by[node]);
	reach_release(&reach);
	vec_release(&start);
	return found;
}

static void put_other_ways(const Walk *walk, NodeId from, NodeId to, Text *out)
{
	bool exact;
	uint32_t ways = walk_count_ways(walk, from, to, MAX_WAYS + 1, &exact);

	if (ways > 1)
		text_printf(out, ", and %s%u other way%s", exact ? "" : "at least ", ways - 1, ways == 2 ? "" : "s");
}

static void print_way(Explain *explain, const Walk *walk, NodeId from, NodeId to, const EdgeIds *way)
{
	DepKind kind = DEP_DATA;
	bool state = false;
	Text *out = explain->out;

	for (uint32_t i = 0; i < way->len; i++) {
		const Edge *edge = &explain->graph->edges.items[way->items[i]];
		kind = edge->kind < kind ? edge->kind : kind;
		state |= edge->state;
	}
	label_plain(out, str_text(node_at(explain, from)->id));
	text_put(out, way->len ? " reaches " : " is ");
	label_plain(out, str_text(node_at(explain, to)->id));
	if (way->len) {
		text_put(out, " in ");
		label_count(out, way->len, "step");
		text_printf(out, " (%s%s)", dep_kind_text(kind), state ? ", across calls" : "");
		put_other_ways(walk, from, to, out);
	}
	text_char(out, '\n');
	for (uint32_t i = way->len; i-- > 0;) {
		text_char(out, '\n');
		print_edge(explain, &explain->graph->edges.items[way->items[i]]);
	}
}

static bool explain_way(Explain *explain, NodeId from, NodeId to, Diags *diags)
{
	EdgeIds way = {0};
	Walk walk;

	walk_init(&walk, explain->graph);
	bool forward = find_way(&walk, from, to, &way);
	bool found = forward || find_way(&walk, to, from, &way);
	if (found)
		print_way(explain, &walk, forward ? from : to, forward ? to : from, &way);
	else
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "\"%s\" and \"%s\" do not depend on each other",
			str_text(node_at(explain, from)->id), str_text(node_at(explain, to)->id));
	vec_release(&way);
	walk_release(&walk);
	return found;
}

static void print_sites(const Explain *explain, const char *what, const Sites *sites)
{
	for (uint32_t i = 0; i < sites->len && i < MAX_SITES; i++) {
		text_printf(explain->out, "  %-8s", i ? "" : what);
		Text place = {0};
		label_site(&place, &sites->items[i], 0);
		label_plain(explain->out, text_data(&place));
		text_release(&place);
		if (!str_empty(sites->items[i].function)) {
			text_put(explain->out, " in ");
			label_plain(explain->out, str_text(sites->items[i].function));
		}
		text_char(explain->out, '\n');
	}
	if (sites->len > MAX_SITES)
		text_printf(explain->out, "          and %u more\n", sites->len - MAX_SITES);
}

/* One line for FIRST to LAST, which are consecutive elements when there are several. */
static void print_neighbour(Tree *tree, const Linked *first, const Linked *last, bool is_last)
{
	Text marks = {0}, place = {0};

	text_char(&marks, '(');
	put_edge_kind(first->by, &marks);
	text_char(&marks, ')');
	if (first->by->witness.len)
		label_site(&place, &vec_last(&first->by->witness)->site, 0);
	tree_line(tree, is_last, str_text(linked_name(first, last)), text_data(&marks), text_data(&place));
	text_release(&marks);
	text_release(&place);
}

static LinkedList neighbours_of(const Explain *explain, const Walk *walk, NodeId node, bool out_edges)
{
	const uint32_t *start = out_edges ? walk->out_start : walk->in_start;
	const EdgeId *edges = out_edges ? walk->out : walk->in;
	LinkedList list = {0};

	for (uint32_t i = start[node]; i < start[node + 1]; i++) {
		const Edge *edge = &explain->graph->edges.items[edges[i]];
		NodeId other = out_edges ? edge->to : edge->from;
		vec_push(&list, (Linked){ other, node_at(explain, other), edge });
	}
	vec_sort(&list, linked_order);
	return list;
}

static void print_neighbours(const Explain *explain, const Walk *walk, NodeId node, bool out_edges, Tree *tree)
{
	LinkedList list = neighbours_of(explain, walk, node, out_edges);
	uint32_t lines = 0;

	tree_line(tree, out_edges, out_edges ? "goes to" : "depends on", list.len ? "" : "nothing that was found", "");
	size_t level = tree_down(tree, out_edges);
	for (uint32_t i = 0, last; i < list.len; i = last + 1) {
		if (lines++ == MAX_EDGES) {
			tree_line(tree, true, str_text(str_format("and %u more", list.len - i)), "", "");
			break;
		}
		last = linked_last(&list, i);
		print_neighbour(tree, &list.items[i], &list.items[last], last + 1 == list.len);
	}
	tree_up(tree, level);
	vec_release(&list);
}

static void print_facts(const Explain *explain, const Node *node)
{
	const struct { bool set; const char *text; } facts[] = {
		{ node->kind == NODE_FEATURE && node->use != USE_READ_BY_MODEL, feature_use_text(node->use) },
		{ node->is_assumed, "rests on an assumption about a function without source" },
		{ node->unstable, "unstable" }, { node->deprecated, "deprecated" }, { node->label_role, "training label" },
		{ node->has_state, "keeps state from one call to the next" }, { node->is_monitor, "monitor" },
		{ node->is_test, "in test code" },
	};

	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
		if (facts[i].set)
			text_printf(explain->out, "  is      %s\n", facts[i].text);
	if (!str_empty(node->module))
		text_printf(explain->out, "  module  %s\n", str_text(node->module));
	if (!str_empty(node->owner))
		text_printf(explain->out, "  owner   %s\n", str_text(node->owner));
	for (uint32_t i = 0; i < node->dead_stores.len && i < MAX_SITES; i++) {
		Text line = {0};
		text_put(&line, "  value of ");
		label_site(&line, &node->dead_stores.items[i].site, 0);
		if (str_empty(node->dead_stores.items[i].by.file)) {
			text_printf(explain->out, "%s is never read\n", text_data(&line));
		} else {
			text_put(&line, " is overwritten at ");
			label_site(&line, &node->dead_stores.items[i].by, 0);
			text_printf(explain->out, "%s before it is read\n", text_data(&line));
		}
		text_release(&line);
	}
}

static void explain_node(const Explain *explain, NodeId id)
{
	const Node *node = node_at(explain, id);
	Tree tree = { .colors = explain->colors, .width = explain->options->width, .ascii = explain->options->ascii,
		.out = explain->out };
	Walk walk;

	walk_init(&walk, explain->graph);
	text_put(explain->out, explain->colors->bold);
	label_plain(explain->out, str_text(node->id));
	text_printf(explain->out, "%s\n", explain->colors->end);
	print_sites(explain, "at", &node->sites);
	print_sites(explain, "only if", &node->guards);
	print_facts(explain, node);
	print_neighbours(explain, &walk, id, false, &tree);
	print_neighbours(explain, &walk, id, true, &tree);
	tree_release(&tree);
	walk_release(&walk);
}

static bool names_finding(const Finding *finding, const char *name)
{
	size_t length = strlen(name), rule = str_length(finding->rule);

	if (length >= MIN_FINGERPRINT && !strncmp(str_text(finding->fingerprint), name, length))
		return true;
	return !strncmp(name, str_text(finding->rule), rule) && name[rule] == ':' &&
		str_is(finding->subject, name + rule + 1);
}

static void explain_finding(Explain *explain, const Finding *finding)
{
	Text *out = explain->out;
	Site site = finding_site(explain->graph, finding);

	print_place(explain->colors, &site, out);
	text_printf(out, "%s%s:%s ", level_color(explain->colors, finding->level), level_text(finding->level),
		explain->colors->end);
	label_plain(out, str_text(finding->message));
	text_printf(out, " [%s]\n", str_text(finding->rule));
	if (finding->witness.len)
		print_steps(explain, &finding->witness);
	else
		print_caret(&explain->sources, explain->colors, &site, (Str){0}, out);
	if (!str_empty(finding->advice))
		print_wrapped("  ", explain->options->width, str_text(finding->advice), out);
	if (finding->suppressed)
		text_printf(out, "  suppressed: %s\n", str_text(finding->suppression));
	text_printf(out, "  fingerprint: %s\n", str_text(finding->fingerprint));
}

static bool explain_findings(Explain *explain, const char *name)
{
	bool found = false;

	for (uint32_t i = 0; i < explain->graph->findings.len; i++) {
		const Finding *finding = &explain->graph->findings.items[i];
		if (!names_finding(finding, name))
			continue;
		if (found)
			text_char(explain->out, '\n');
		explain_finding(explain, finding);
		found = true;
	}
	return found;
}

bool explain_print(const Graph *graph, const char *first, const char *second, const ExplainOptions *options, Text *out,
	Diags *diags)
{
	Explain explain = { graph, options, colors_of(options->color), { .root = graph->root }, out };
	NodeId a, b;
	bool ok = !second && explain_findings(&explain, first);

	if (!ok) {
		ok = walk_find(graph, first, 0, &a, diags) && (!second || walk_find(graph, second, 0, &b, diags));
		if (ok && second)
			ok = explain_way(&explain, a, b, diags);
		else if (ok)
			explain_node(&explain, a);
	}
	lines_release(&explain.sources);
	return ok;
}
