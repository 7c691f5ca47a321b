/*
 * The view of variants: features that are made in two ways, as in serving and in training, with what each way takes
 * its values from, and models that one call may choose between. Boxes are the sides: modules, else files.
 */
#include "render/label.h"
#include "render/select.h"

#include <string.h>

enum { DEFINITION_WIDTH = 44 };

/* Without its folder. */
static void put_place(Text *out, const Site *site)
{
	const char *file = str_text(site->file), *slash = strrchr(file, '/');

	text_printf(out, "%s:%u", slash ? slash + 1 : file, site->line);
}

/* The places of the first definitions that FINDING shows, of different lines. */
static Str places_of(const Finding *finding)
{
	const Site *first = finding->witness.len ? &finding->witness.items[0].site : NULL;
	Text text = {0};

	text_put(&text, "made in two ways");
	for (uint32_t i = 1; i < finding->witness.len; i++) {
		const Site *other = &finding->witness.items[i].site;
		if (str_equal(other->file, first->file) && other->line == first->line)
			continue;
		text_put(&text, ": ");
		put_place(&text, first);
		text_put(&text, ", ");
		if (str_equal(other->file, first->file))
			text_printf(&text, ":%u", other->line);
		else
			put_place(&text, other);
		break;
	}
	Str result = str_intern(text_data(&text));
	text_release(&text);
	return result;
}

static void mark_divergent(Selection *selection, const Finding *finding)
{
	for (uint32_t i = 0; finding_shows(finding, "divergent-definition") && i < finding->nodes.len; i++) {
		NodeId node = finding->nodes.items[i];
		if (selection_node(selection, node)->kind != NODE_FEATURE)
			continue;
		select_node(selection, node, MARK_FOCUS);
		selection->reasons[node] = places_of(finding);
	}
}

static void mark_identities(Selection *selection, NodeId node)
{
	const Node *model = selection_node(selection, node);
	Text reason = {0};

	if (model->kind != NODE_MODEL || model->variants.len < 2)
		return;
	for (uint32_t i = 0; i < model->variants.len; i++)
		text_printf(&reason, "%s%s", i ? " or " : "", str_text(model->variants.items[i]));
	select_node(selection, node, MARK_FOCUS);
	selection->reasons[node] = str_intern(text_data(&reason));
	text_release(&reason);
}

typedef struct { uint32_t node; Str text; } DrawnDefinition;

typedef VEC(DrawnDefinition) DrawnDefinitions;

/* TEXT at SITE as a node of VIEW that leads to FEATURE. */
static void draw_definition(View *view, uint32_t feature, Str text, const Site *site, Str variant,
	DrawnDefinitions *drawn)
{
	Text name = {0}, place = {0};

	label_cut_end(&name, str_text(text), DEFINITION_WIDTH);
	put_place(&place, site);
	ViewNode *node = vec_add(&view->nodes);
	*node = (ViewNode){ .column = COLUMN_VALUE, .mark = MARK_FOCUS, .site = *site, .members = 1, .box = UINT32_MAX };
	node->id = str_format("definition:%s:%u", str_text(view->nodes.items[feature].id), drawn->len);
	node->name = str_intern(text_data(&name));
	node->detail = str_format("in %s%s%s", str_text(site->function), str_empty(variant) ? "" : ", ", str_text(variant));
	node->place = str_intern(text_data(&place));
	node->tip = text;
	vec_push(drawn, (DrawnDefinition){ view->nodes.len - 1, text });
	vec_push(&view->edges, (ViewEdge){ .from = view->nodes.len - 1, .to = feature, .kind = DEP_DATA, .count = 1,
		.site = *site, .tip = node->tip });
	text_release(&name);
	text_release(&place);
}

static bool is_drawn(const DrawnDefinitions *drawn, Str text)
{
	for (uint32_t i = 0; i < drawn->len; i++)
		if (str_equal(drawn->items[i].text, text))
			return true;
	return false;
}

/* The different expressions that NODE is made with, or, when they are not known, the lines that FINDING shows. */
static void draw_definitions(View *view, uint32_t feature, const Node *node, const Finding *finding,
	DrawnDefinitions *drawn)
{
	for (uint32_t i = 0; i < node->definitions.len; i++) {
		const Definition *definition = &node->definitions.items[i];
		if (!str_empty(definition->expression) && !is_drawn(drawn, definition->expression))
			draw_definition(view, feature, definition->expression, &definition->site, definition->variant, drawn);
	}
	for (uint32_t i = 0; i < finding->witness.len && drawn->len < 2; i++) {
		const Step *step = &finding->witness.items[i];
		if (!str_empty(step->text) && !is_drawn(drawn, step->text))
			draw_definition(view, feature, step->text, &step->site, (Str){0}, drawn);
	}
}

/* What an expression names leads to it rather than to FEATURE. */
static void lead_to_definitions(const Selection *selection, View *view, uint32_t feature, const DrawnDefinitions *drawn)
{
	uint32_t count = view->edges.len, kept = 0;

	for (uint32_t e = 0; e < count; e++) {
		ViewEdge edge = view->edges.items[e];
		NodeId source = graph_find(selection->graph, str_text(view->nodes.items[edge.from].id));
		bool named = false;
		for (uint32_t d = 0; d < drawn->len && edge.to == feature && source < selection->graph->nodes.len; d++) {
			if (!strstr(str_text(drawn->items[d].text), str_text(selection_node(selection, source)->name)))
				continue;
			named = true;
			edge.to = drawn->items[d].node;
			vec_push(&view->edges, edge);
			edge.to = feature;
		}
		if (!named)
			view->edges.items[kept++] = edge;
	}
	memmove(view->edges.items + kept, view->edges.items + count, (view->edges.len - count) * sizeof *view->edges.items);
	view->edges.len -= count - kept;
}

static const Finding *divergence_of(const Graph *graph, NodeId node)
{
	for (uint32_t f = 0; f < graph->findings.len; f++) {
		const Finding *finding = &graph->findings.items[f];
		for (uint32_t i = 0; finding_shows(finding, "divergent-definition") && i < finding->nodes.len; i++)
			if (finding->nodes.items[i] == node)
				return finding;
	}
	return NULL;
}

void variants_finish(const Selection *selection, View *view)
{
	uint32_t count = view->nodes.len;

	for (uint32_t i = 0; i < count; i++) {
		NodeId node = graph_find(selection->graph, str_text(view->nodes.items[i].id));
		const Finding *finding = view->nodes.items[i].column == COLUMN_FEATURE ? divergence_of(selection->graph, node) : NULL;
		DrawnDefinitions drawn = {0};
		if (finding) {
			draw_definitions(view, i, selection_node(selection, node), finding, &drawn);
			lead_to_definitions(selection, view, i, &drawn);
			if (drawn.len > 1)
				view->nodes.items[i].detail = str_format("made in %u ways", drawn.len);
		}
		view->columns[COLUMN_VALUE] += drawn.len;
		vec_release(&drawn);
	}
}

bool select_variants(Selection *selection, const char *argument, Diags *diags)
{
	const Graph *graph = selection->graph;
	NodeIds focus = {0};

	(void)argument;
	(void)diags;
	for (uint32_t f = 0; f < graph->findings.len; f++)
		mark_divergent(selection, &graph->findings.items[f]);
	for (NodeId n = 0; n < graph->nodes.len; n++)
		mark_identities(selection, n);
	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (bitset_has(&selection->nodes, n))
			vec_push(&focus, n);
	for (uint32_t i = 0; i < focus.len; i++) {
		select_in_neighbours(selection, focus.items[i], MARK_NONE);
		select_out_neighbours(selection, focus.items[i], 1U << NODE_MODEL | 1U << NODE_PREDICTION, MARK_CONTEXT);
	}
	select_inner_edges(selection);
	vec_release(&focus);
	selection->title = str_intern("features and models in more than one variant");
	selection->empty = str_intern("no feature is made in two ways, and every call has one model");
	selection->advice = str_intern("nothing to do; builds that differ (-DTRAINING) are compared when the compile database has both");
	return true;
}
