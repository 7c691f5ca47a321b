/*
 * Listings: the rows of a model's features, for the report and for terminals, and what the trees for terminals share.
 */
#include "render/listing_parts.h"

#include "render/label.h"

enum { MAX_SITES = 2 };

static Str take(Text *text)
{
	Str result = str_intern(text_data(text));

	text_release(text);
	return result;
}

Str sites_text(const Sites *sites)
{
	Text text = {0};
	uint32_t shown = 0, others = 0;

	for (uint32_t i = 0; i < sites->len; i++) {
		const Site *site = &sites->items[i], *before = i ? site - 1 : NULL;
		if (before && before->line == site->line && str_equal(before->file, site->file))
			continue;
		if (shown == MAX_SITES) {
			others++;
			continue;
		}
		text_put(&text, shown++ ? ", " : "");
		label_site(&text, site, 0);
	}
	if (others)
		text_printf(&text, " and %u more", others);
	return take(&text);
}

void put_edge_marks(const Edge *edge, Text *out)
{
	Text marks = {0};

	if (edge->kind != DEP_DATA)
		text_put(&marks, dep_kind_text(edge->kind));
	if (edge->state)
		text_printf(&marks, "%sfrom an earlier call", marks.len ? ", " : "");
	if (edge->unresolved)
		text_printf(&marks, "%snot fully resolved", marks.len ? ", " : "");
	if (marks.len)
		text_printf(out, " (%s)", text_data(&marks));
	text_release(&marks);
}

/* What NODE depends on, the strongest kind first. */
static Str sources_text(const Walk *walk, NodeId node)
{
	static const DepKind kinds[] = { DEP_DATA, DEP_INDEX, DEP_CONTROL };
	const Graph *graph = walk->graph;
	Text text = {0};

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		for (uint32_t i = walk->in_start[node]; i < walk->in_start[node + 1]; i++) {
			const Edge *edge = &graph->edges.items[walk->in[i]];
			const Node *from = &graph->nodes.items[edge->from];
			if (edge->kind != kinds[k])
				continue;
			text_put(&text, text.len ? ", " : "");
			text_put(&text, str_text(from->kind == NODE_SIGNAL ? from->name : from->id));
			put_edge_marks(edge, &text);
		}
	}
	return take(&text);
}

static int compare_rows(const void *x, const void *y)
{
	const Node *a = ((const FeatureRow *)x)->first, *b = ((const FeatureRow *)y)->first;
	int order = str_compare(a->object, b->object);

	if (!order)
		order = (a->first > b->first) - (a->first < b->first);
	return order ? order : str_compare(a->id, b->id);
}

/* Whether B is the next element of the same object as A, COUNT elements of which are one row, and rests on the same. */
static bool row_follows(const FeatureRow *a, uint32_t count, const FeatureRow *b)
{
	const Node *first = a->first, *next = b->first;

	return !str_empty(first->object) && str_equal(first->object, next->object) && first->first >= 0 &&
		first->first == first->last && next->first == next->last && next->first == first->last + (int64_t)count &&
		str_equal(a->kind, b->kind) && str_equal(a->from, b->from) && str_equal(a->guards, b->guards);
}

/* One row for COUNT of them. */
static FeatureRow row_join(const FeatureRow *rows, uint32_t count)
{
	const Node *first = rows->first;
	FeatureRow row = *rows;
	Sites sites = {0};

	row.count = count;
	if (count == 1)
		return row;
	for (uint32_t i = 0; i < count; i++)
		vec_append(&sites, &rows[i].first->sites);
	vec_sort(&sites, site_compare);
	row.at = sites_text(&sites);
	row.name = str_format("%s[%lld..%lld]", str_text(first->object), (long long)first->first,
		(long long)rows[count - 1].first->first);
	vec_release(&sites);
	return row;
}

FeatureRows feature_rows(const Walk *walk, NodeId model)
{
	const Graph *graph = walk->graph;
	FeatureRows rows = {0};
	uint32_t kept = 0;

	for (uint32_t i = walk->in_start[model]; i < walk->in_start[model + 1]; i++) {
		const Edge *edge = &graph->edges.items[walk->in[i]];
		const Node *node = &graph->nodes.items[edge->from];
		Text kind = {0};
		text_put(&kind, dep_kind_text(edge->kind));
		if (edge->state)
			text_put(&kind, ", from an earlier call");
		vec_push(&rows, (FeatureRow){ node->kind == NODE_FEATURE ? node->label : node->id, take(&kind),
			sources_text(walk, edge->from), sites_text(&node->sites), sites_text(&node->guards), 1, node });
	}
	vec_sort(&rows, compare_rows);
	for (uint32_t i = 0, count; i < rows.len; i += count) {
		for (count = 1; i + count < rows.len && row_follows(&rows.items[i], count, &rows.items[i + count]); count++)
			continue;
		rows.items[kept++] = row_join(&rows.items[i], count);
	}
	rows.len = kept;
	return rows;
}

Tree listing_tree(const ListingOptions *options, Text *out)
{
	return (Tree){ .colors = colors_of(options->color), .width = options->width, .ascii = options->ascii, .out = out };
}

void listing_root(Tree *tree, const Node *node)
{
	Text place = {0};

	text_put(&place, str_text(sites_text(&node->sites)));
	if (!str_empty(node->owner))
		text_printf(&place, "%sowner %s", place.len ? ", " : "", str_text(node->owner));
	tree_root(tree, str_text(node->id), "", text_data(&place));
	text_release(&place);
}

int linked_order(const void *a, const void *b)
{
	static const uint8_t order_of_kind[] = {
		[NODE_FEATURE] = 0, [NODE_STORE] = 1, [NODE_MODEL] = 2, [NODE_PREDICTION] = 3, [NODE_CONSUMER] = 4, [NODE_SIGNAL] = 5,
	};
	const Linked *x = a, *y = b;
	int order = (int)order_of_kind[x->node->kind] - (int)order_of_kind[y->node->kind];

	if (!order)
		order = str_compare(x->node->object, y->node->object);
	if (!order)
		order = (x->node->first > y->node->first) - (x->node->first < y->node->first);
	return order ? order : str_compare(x->node->id, y->node->id);
}

bool linked_next(const Linked *a, const Linked *b)
{
	return a->by->kind == b->by->kind && a->by->state == b->by->state && a->by->unresolved == b->by->unresolved &&
		!str_empty(a->node->object) && a->node->first >= 0 && str_equal(a->node->object, b->node->object) &&
		a->node->last + 1 == b->node->first;
}

uint32_t linked_last(const LinkedList *list, uint32_t first)
{
	uint32_t last = first;

	while (last + 1 < list->len && linked_next(&list->items[last], &list->items[last + 1]))
		last++;
	return last;
}

Str linked_name(const Linked *first, const Linked *last)
{
	return first == last ? first->node->id : str_format("%s:%s[%lld..%lld]", node_kind_text(first->node->kind),
		str_text(first->node->object), (long long)first->node->first, (long long)last->node->last);
}
