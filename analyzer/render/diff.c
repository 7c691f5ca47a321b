/* The difference of two graphs: nodes by kind, then edges; + came, - went, ~ changed. */
#include "render/changes.h"

#include "render/json_text.h"
#include "render/label.h"
#include "render/listing_parts.h"
#include "render/markup.h"

typedef struct {
	const GraphDiff *diff;
	DiffFormat format;
	const Colors *colors;
	Text *out;
} Printer;

static const Node *node_at(const Graph *graph, NodeId id)
{
	return &graph->nodes.items[id];
}

/* One thing that changed: SIGN is '+', '-' or '~'; DETAIL may be empty. */
static void put_line(const Printer *p, char sign, Str what, Str detail, const Site *site)
{
	const char *color = sign == '+' ? p->colors->green : sign == '-' ? p->colors->red : p->colors->cyan;
	Text place = {0};

	if (site)
		label_site(&place, site, 0);
	if (p->format == DIFF_MARKDOWN) {
		text_printf(p->out, "| %s | ", sign == '+' ? "came" : sign == '-' ? "went" : "changed");
		markdown_code(p->out, str_text(what));
		text_put(p->out, " | ");
		markdown_prose(p->out, str_text(detail));
		text_put(p->out, " | ");
		markdown_code(p->out, text_data(&place));
		text_put(p->out, " |\n");
	} else {
		text_printf(p->out, "%s%c ", color, sign);
		label_plain(p->out, str_text(what));
		text_put(p->out, p->colors->end);
		if (!str_empty(detail)) {
			text_put(p->out, ": ");
			label_plain(p->out, str_text(detail));
		}
		if (place.len)
			text_printf(p->out, " %s(%s)%s", p->colors->dim, text_data(&place), p->colors->end);
		text_char(p->out, '\n');
	}
	text_release(&place);
}

static void put_title(const Printer *p, const char *title)
{
	if (p->format == DIFF_MARKDOWN)
		text_printf(p->out, "\n### %s\n\n| | what | how | where |\n| --- | --- | --- | --- |\n", title);
	else
		text_printf(p->out, "%s%s%s\n", p->colors->bold, title, p->colors->end);
}

static void put_node(const Printer *p, char sign, const Node *node, Str detail)
{
	put_line(p, sign, node->id, detail, node->sites.len ? &node->sites.items[0] : NULL);
}

static bool has_kind(const GraphDiff *diff, NodeKind kind)
{
	bool found = false;

	for (uint32_t i = 0; i < diff->went.len; i++)
		found |= node_at(diff->before, diff->went.items[i])->kind == kind;
	for (uint32_t i = 0; i < diff->came.len; i++)
		found |= node_at(diff->after, diff->came.items[i])->kind == kind;
	for (uint32_t i = 0; i < diff->changed.len; i++)
		found |= node_at(diff->after, diff->changed.items[i].after)->kind == kind;
	return found;
}

static void put_nodes(const Printer *p, NodeKind kind)
{
	const GraphDiff *diff = p->diff;

	if (!has_kind(diff, kind))
		return;
	put_title(p, str_text(str_format("%ss", node_kind_text(kind))));
	for (uint32_t i = 0; i < diff->went.len; i++)
		if (node_at(diff->before, diff->went.items[i])->kind == kind)
			put_node(p, '-', node_at(diff->before, diff->went.items[i]), (Str){0});
	for (uint32_t i = 0; i < diff->came.len; i++)
		if (node_at(diff->after, diff->came.items[i])->kind == kind)
			put_node(p, '+', node_at(diff->after, diff->came.items[i]), (Str){0});
	for (uint32_t i = 0; i < diff->changed.len; i++)
		if (node_at(diff->after, diff->changed.items[i].after)->kind == kind)
			put_node(p, '~', node_at(diff->after, diff->changed.items[i].after), diff->changed.items[i].what);
}

static Str edge_text(const Graph *graph, const Edge *edge)
{
	return str_format("%s → %s", str_text(node_at(graph, edge->from)->id), str_text(node_at(graph, edge->to)->id));
}

static Str edge_kind(const Edge *edge)
{
	return str_format("%s%s", dep_kind_text(edge->kind), edge->state ? ", from one invocation to the next" : "");
}

static void put_edge(const Printer *p, char sign, const Graph *graph, EdgeId id, Str detail)
{
	const Edge *edge = &graph->edges.items[id];

	put_line(p, sign, edge_text(graph, edge), detail, edge->witness.len ? &vec_last(&edge->witness)->site : NULL);
}

typedef struct { const Edge *edge; Linked from, to; } EdgeEnds;

static int compare_ends(const void *a, const void *b)
{
	const EdgeEnds *x = a, *y = b;
	int order = linked_order(&x->from, &y->from);

	return order ? order : linked_order(&x->to, &y->to);
}

static bool ends_follow(const EdgeEnds *a, const EdgeEnds *b, bool at_from)
{
	return at_from ? a->to.id == b->to.id && linked_next(&a->from, &b->from) :
		a->from.id == b->from.id && linked_next(&a->to, &b->to);
}

static const char *end_name(const Linked *first, const Linked *last)
{
	return str_text(first->id == last->id ? first->node->id : linked_name(first, last));
}

/* Those that differ only in consecutive elements at one end are one line. */
static void put_edge_list(const Printer *p, char sign, const Graph *graph, const EdgeId *edges, uint32_t count)
{
	VEC(EdgeEnds) all = {0};

	for (uint32_t i = 0; i < count; i++) {
		const Edge *edge = &graph->edges.items[edges[i]];
		vec_push(&all, (EdgeEnds){ edge, { edge->from, node_at(graph, edge->from), edge },
			{ edge->to, node_at(graph, edge->to), edge } });
	}
	vec_sort(&all, compare_ends);
	for (uint32_t i = 0, last; i < all.len; i = last + 1) {
		const EdgeEnds *first = &all.items[i];
		bool at_from = i + 1 < all.len && ends_follow(first, first + 1, true);
		for (last = i; last + 1 < all.len && ends_follow(&all.items[last], &all.items[last + 1], at_from); last++)
			continue;
		Str what = str_format("%s → %s", end_name(&first->from, &all.items[last].from),
			end_name(&first->to, &all.items[last].to));
		const Steps *witness = &first->edge->witness;
		put_line(p, sign, what, edge_kind(first->edge), witness->len ? &vec_last(witness)->site : NULL);
	}
	vec_release(&all);
}

static void put_edges(const Printer *p)
{
	const GraphDiff *diff = p->diff;

	if (!diff->edges_came.len && !diff->edges_went.len && !diff->edges_changed.len)
		return;
	put_title(p, "edges");
	put_edge_list(p, '-', diff->before, diff->edges_went.items, diff->edges_went.len);
	put_edge_list(p, '+', diff->after, diff->edges_came.items, diff->edges_came.len);
	for (uint32_t i = 0; i < diff->edges_changed.len; i++) {
		const EdgeChange *change = &diff->edges_changed.items[i];
		put_edge(p, '~', diff->after, change->after, str_format("%s, was %s",
			str_text(edge_kind(&diff->after->edges.items[change->after])),
			str_text(edge_kind(&diff->before->edges.items[change->before]))));
	}
}

static bool is_empty(const GraphDiff *diff)
{
	return !diff->came.len && !diff->went.len && !diff->changed.len && !diff->edges_came.len && !diff->edges_went.len &&
		!diff->edges_changed.len;
}

static void json_node(JsonText *json, const Node *node, Str what)
{
	json_open(json, NULL, '{');
	json_str(json, "id", node->id);
	json_text(json, "kind", node_kind_text(node->kind));
	json_str_unless_empty(json, "what", what);
	if (node->sites.len) {
		json_str(json, "file", node->sites.items[0].file);
		json_number(json, "line", node->sites.items[0].line);
	}
	json_close(json, '}');
}

static void json_edge(JsonText *json, const Graph *graph, const Edge *edge, const Edge *before)
{
	json_open(json, NULL, '{');
	json_str(json, "from", node_at(graph, edge->from)->id);
	json_str(json, "to", node_at(graph, edge->to)->id);
	json_text(json, "kind", dep_kind_text(edge->kind));
	json_bool(json, "state", edge->state);
	if (before) {
		json_text(json, "kind_before", dep_kind_text(before->kind));
		json_bool(json, "state_before", before->state);
	}
	json_close(json, '}');
}

static void json_nodes(JsonText *json, const char *key, const Graph *graph, const NodeIds *nodes)
{
	json_open(json, key, '[');
	for (uint32_t i = 0; i < nodes->len; i++)
		json_node(json, node_at(graph, nodes->items[i]), (Str){0});
	json_close(json, ']');
}

static void put_json(const GraphDiff *diff, Text *out)
{
	JsonText json = { .out = out };

	json_open(&json, NULL, '{');
	json_number(&json, "version", 1);
	json_nodes(&json, "nodes_came", diff->after, &diff->came);
	json_nodes(&json, "nodes_went", diff->before, &diff->went);
	json_open(&json, "nodes_changed", '[');
	for (uint32_t i = 0; i < diff->changed.len; i++)
		json_node(&json, node_at(diff->after, diff->changed.items[i].after), diff->changed.items[i].what);
	json_close(&json, ']');
	json_open(&json, "edges_came", '[');
	for (uint32_t i = 0; i < diff->edges_came.len; i++)
		json_edge(&json, diff->after, &diff->after->edges.items[diff->edges_came.items[i]], NULL);
	json_close(&json, ']');
	json_open(&json, "edges_went", '[');
	for (uint32_t i = 0; i < diff->edges_went.len; i++)
		json_edge(&json, diff->before, &diff->before->edges.items[diff->edges_went.items[i]], NULL);
	json_close(&json, ']');
	json_open(&json, "edges_changed", '[');
	for (uint32_t i = 0; i < diff->edges_changed.len; i++)
		json_edge(&json, diff->after, &diff->after->edges.items[diff->edges_changed.items[i].after],
			&diff->before->edges.items[diff->edges_changed.items[i].before]);
	json_close(&json, ']');
	json_close(&json, '}');
}

void diff_print(const GraphDiff *diff, DiffFormat format, bool color, Text *out)
{
	Printer printer = { diff, format, colors_of(color), out };

	if (format == DIFF_JSON) {
		put_json(diff, out);
		return;
	}
	if (format == DIFF_MARKDOWN)
		text_put(out, "## Data dependencies\n");
	if (is_empty(diff)) {
		text_put(out, format == DIFF_MARKDOWN ? "\nNothing changed.\n" : "nothing changed\n");
		return;
	}
	for (NodeKind kind = NODE_SIGNAL; kind <= NODE_STORE; kind++)
		put_nodes(&printer, kind);
	put_edges(&printer);
}
