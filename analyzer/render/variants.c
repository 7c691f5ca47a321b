/*
 * The view of variants: features that are made in two ways, as in serving and in training, with what each way takes
 * its values from, and models that one call may choose between. Boxes are the sides: modules, else files.
 */
#include "render/label.h"
#include "render/select.h"

#include <string.h>

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
