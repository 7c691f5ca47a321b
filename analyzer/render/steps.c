/*
 * The view of steps: named values between the sources of a model and its features, as the ideal drawing of a feature
 * pipeline has them. The graph knows no values in between, but the witness of each dependency passes their assignments:
 * lines of one function that assign to one name are one value. Left out are values that only hand on to one other, those
 * of helpers in which ways meet that have nothing to do with each other, and then what joins the fewest ways, until the
 * picture can be read. It shows the shortest way of each dependency, not all.
 */
#include "render/select.h"
#include "render/words.h"

#include "render/label.h"

#include <ctype.h>
#include <string.h>

enum { DEFAULT_LIMIT = 60, LEAST_LIMIT = 8, MOST_POINTS = 4000, NAME_WIDTH = 40, PLACE_WIDTH = 34 };

typedef struct {
	Column column;
	NodeIds nodes; /* of the graph; none for a value */
	Str name, function;
	Site site;
	uint32_t lines, last; /* lines that assign the value, and the last of them */
	Rest rest;
	bool gone;
} Point;

typedef struct { uint32_t from, to; DepKind kind; bool delayed; uint32_t count; Site site; } Way;

/* The points that one dependency passes: those of the graph from FIRST to END - 1. */
typedef struct { uint32_t first, end; const Edge *edge; } Chain;

/* Neighbours of a point, and how many of the pairs that they could make some chain has. */
typedef struct { uint32_t in, out, pairs; } Joint;

typedef struct {
	Selection *selection;
	VEC(Point) points;
	VEC(uint32_t) passed; /* points of the chains */
	VEC(Chain) chains;
	VEC(Way) ways;        /* of the chains, between points that are not gone */
	Map by_node, by_value; /* NodeId or names → point */
	Map own;               /* places that assign to elements of the same object */
	NodeId model;
} StepGraph;

/* The "=" of an assignment in LINE outside of parentheses, which the head of a loop and arguments are in; NULL: none. */
static const char *assignment_in(const char *line)
{
	int depth = 0;

	for (const char *c = line; *c && *c != '"' && *c != '\''; c++) {
		depth += (*c == '(') - (*c == ')');
		if (*c != '=' || depth)
			continue;
		if (c[1] == '=')
			c++;
		else if (c > line && !strchr("=!<>", c[-1]))
			return c;
		else if (c > line + 1 && c[-1] == c[-2] && strchr("<>", c[-1]))
			return c;
	}
	return NULL;
}

/* What the first assignment in LINE assigns to, without indexes: "tonal->logE" of "tonal->logE[b] += x;". */
static Str assigned_name(const char *line)
{
	const char *end = assignment_in(line), *c = end;
	char name[NAME_WIDTH + 1];
	size_t at = NAME_WIDTH;
	int depth = 0;

	while (c && c > line && strchr("+-*/%&|^<> \t", c[-1]))
		c--;
	for (; c && c > line && at; c--) {
		char byte = c[-1];
		depth += (byte == ']') - (byte == '[');
		if (depth || byte == '[')
			continue;
		bool arrow = (byte == '>' && c - 1 > line && c[-2] == '-') || (byte == '-' && *c == '>');
		if (!isalnum((unsigned char)byte) && byte != '_' && byte != '.' && !arrow)
			break;
		name[--at] = byte;
	}
	return at < NAME_WIDTH && !isdigit((unsigned char)name[at]) ? str_intern_n(name + at, NAME_WIDTH - at) : (Str){0};
}

static uint32_t point_of_node(StepGraph *steps, NodeId id)
{
	const Node *node = selection_node(steps->selection, id);
	uint32_t point;

	if (map_get(&steps->by_node, id, &point))
		return point;
	point = steps->points.len;
	map_put(&steps->by_node, id, point);
	Point *new = vec_add(&steps->points);
	new->column = column_of(node);
	new->site = *node_site(node);
	vec_push(&new->nodes, id);
	return point;
}

/* UINT32_MAX: STEP assigns nothing that has a name. */
static uint32_t point_of_step(StepGraph *steps, const Step *step)
{
	Str name = assigned_name(str_text(step->text));
	uint64_t key = map_key(name.i, step->site.function.i);
	uint32_t point;

	if (str_empty(name))
		return UINT32_MAX;
	if (!map_get(&steps->by_value, key, &point)) {
		point = steps->points.len;
		map_put(&steps->by_value, key, point);
		Point *new = vec_add(&steps->points);
		new->column = COLUMN_VALUE;
		new->name = name;
		new->function = step->site.function;
		new->site = step->site;
		new->last = step->site.line;
	}
	Point *value = &steps->points.items[point];
	value->lines++;
	value->last = step->site.line > value->last ? step->site.line : value->last;
	value->site.line = step->site.line < value->site.line ? step->site.line : value->site.line;
	return point;
}

static uint64_t own_key(const Site *site, Str object)
{
	return hash_u64(map_key(site->file.i, site->line), object.i);
}

static void add_own(StepGraph *steps, NodeId feature)
{
	const Node *node = selection_node(steps->selection, feature);

	for (uint32_t i = 0; i < node->sites.len && !str_empty(node->object); i++)
		map_put(&steps->own, own_key(&node->sites.items[i], node->object), 1);
}

/* Whether STEP only puts into FEATURE what another step then changes in place. */
static bool is_own(const StepGraph *steps, const Step *step, NodeId feature)
{
	uint32_t found;

	return map_get(&steps->own, own_key(&step->site, selection_node(steps->selection, feature)->object), &found);
}

/* The witness of EDGE; its last step assigns the feature itself. */
static void add_chain(StepGraph *steps, const Edge *edge)
{
	Chain chain = { .first = steps->passed.len, .edge = edge };

	vec_push(&steps->passed, point_of_node(steps, edge->from));
	for (uint32_t i = 0; i + 1 < edge->witness.len && steps->points.len < MOST_POINTS; i++) {
		const Step *step = &edge->witness.items[i];
		uint32_t point = is_own(steps, step, edge->to) ? UINT32_MAX : point_of_step(steps, step);
		if (point != UINT32_MAX && point != *vec_last(&steps->passed))
			vec_push(&steps->passed, point);
	}
	vec_push(&steps->passed, point_of_node(steps, edge->to));
	chain.end = steps->passed.len;
	vec_push(&steps->chains, chain);
}

/* Only the dependencies of the strongest kind that it has, unless others are asked for. */
static void add_feature(StepGraph *steps, NodeId feature)
{
	const Selection *selection = steps->selection;
	const Walk *walk = &selection->walk;
	DepKind strongest = DEP_CONTROL;

	for (uint32_t i = walk->in_start[feature]; i < walk->in_start[feature + 1]; i++) {
		DepKind kind = walk->graph->edges.items[walk->in[i]].kind;
		strongest = kind > strongest ? kind : strongest;
	}
	for (uint32_t i = walk->in_start[feature]; i < walk->in_start[feature + 1]; i++) {
		const Edge *edge = &walk->graph->edges.items[walk->in[i]];
		bool wanted = selection->options->kinds ? select_wants(selection, edge) : edge->kind == strongest;
		if (wanted && bitset_has(&selection->nodes, edge->from) &&
			selection_node(selection, edge->from)->kind != NODE_FEATURE)
			add_chain(steps, edge);
	}
}

static void add_features(StepGraph *steps)
{
	const Walk *walk = &steps->selection->walk;

	for (uint32_t i = walk->in_start[steps->model]; i < walk->in_start[steps->model + 1]; i++)
		add_own(steps, walk->graph->edges.items[walk->in[i]].from);
	for (uint32_t i = walk->in_start[steps->model]; i < walk->in_start[steps->model + 1]; i++) {
		const Edge *edge = &walk->graph->edges.items[walk->in[i]];
		if (!bitset_has(&steps->selection->nodes, edge->from))
			continue;
		if (selection_node(steps->selection, edge->from)->kind == NODE_FEATURE)
			add_feature(steps, edge->from);
		Chain last = { steps->passed.len, steps->passed.len + 2, edge };
		vec_push(&steps->passed, point_of_node(steps, edge->from));
		vec_push(&steps->passed, point_of_node(steps, edge->to));
		vec_push(&steps->chains, last);
	}
}

static void add_way(StepGraph *steps, Map *known, Way way)
{
	uint32_t index;

	if (!map_get(known, map_key(way.from, way.to), &index)) {
		map_put(known, map_key(way.from, way.to), steps->ways.len);
		vec_push(&steps->ways, way);
		return;
	}
	Way *same = &steps->ways.items[index];
	same->count++;
	same->kind = way.kind > same->kind ? way.kind : same->kind;
	same->delayed = same->delayed && way.delayed;
}

static void find_ways(StepGraph *steps)
{
	Map known = {0};

	vec_clear(&steps->ways);
	for (uint32_t c = 0; c < steps->chains.len; c++) {
		const Chain *chain = &steps->chains.items[c];
		const Steps *witness = &chain->edge->witness;
		Way way = { .from = steps->passed.items[chain->first], .kind = chain->edge->kind, .delayed = chain->edge->state,
			.count = 1 };
		if (witness->len)
			way.site = vec_last(witness)->site;
		for (uint32_t i = chain->first + 1; i < chain->end; i++) {
			way.to = steps->passed.items[i];
			if (steps->points.items[way.to].gone || way.to == way.from)
				continue;
			add_way(steps, &known, way);
			way.from = way.to;
			way.delayed = false;
		}
	}
	map_release(&known);
}

/* By point. */
static Joint *find_joints(const StepGraph *steps)
{
	Joint *joints = mem_calloc(steps->points.len + 1, sizeof *joints);
	uint32_t index;
	Map known = {0};

	for (uint32_t w = 0; w < steps->ways.len; w++) {
		joints[steps->ways.items[w].to].in++;
		joints[steps->ways.items[w].from].out++;
	}
	for (uint32_t c = 0; c < steps->chains.len; c++) {
		uint32_t before = UINT32_MAX, point = UINT32_MAX;
		for (uint32_t i = steps->chains.items[c].first; i < steps->chains.items[c].end; i++) {
			uint32_t next = steps->passed.items[i];
			if (steps->points.items[next].gone || next == point)
				continue;
			uint64_t key = hash_u64(hash_u64(before, point), next);
			if (before != UINT32_MAX && !map_get(&known, key, &index)) {
				map_put(&known, key, 1);
				joints[point].pairs++;
			}
			before = point;
			point = next;
		}
	}
	map_release(&known);
	return joints;
}

static bool is_value(const StepGraph *steps, uint32_t point)
{
	return steps->points.items[point].column == COLUMN_VALUE && !steps->points.items[point].gone;
}

/* In a helper, ways of different callers meet: what comes in by one goes out by that one only. */
static bool is_crossing(const StepGraph *steps, const Joint *joints, uint32_t point)
{
	return is_value(steps, point) && joints[point].pairs < joints[point].in * joints[point].out;
}

/* Values that cross, or that only hand on to one value that has nothing from elsewhere; false when there are none. */
static bool remove_plain(StepGraph *steps)
{
	Joint *joints = find_joints(steps);
	bool found = false, removed = false;

	for (uint32_t p = 0; p < steps->points.len; p++)
		found |= is_crossing(steps, joints, p);
	for (uint32_t p = 0; p < steps->points.len && found; p++) {
		if (is_crossing(steps, joints, p))
			steps->points.items[p].gone = removed = true;
	}
	for (uint32_t w = 0; w < steps->ways.len && !found; w++) {
		const Way *way = &steps->ways.items[w];
		if (is_value(steps, way->from) && is_value(steps, way->to) && joints[way->from].out == 1 && joints[way->to].in == 1)
			steps->points.items[way->from].gone = removed = true;
	}
	free(joints);
	return removed;
}

/* The values that join the fewest ways. */
static bool remove_least(StepGraph *steps)
{
	Joint *joints = find_joints(steps);
	uint32_t least = UINT32_MAX;

	for (uint32_t p = 0; p < steps->points.len; p++)
		if (is_value(steps, p) && joints[p].pairs < least)
			least = joints[p].pairs;
	for (uint32_t p = 0; p < steps->points.len; p++)
		if (is_value(steps, p) && joints[p].pairs == least)
			steps->points.items[p].gone = true;
	free(joints);
	return least != UINT32_MAX;
}

static int compare_ways(const void *a, const void *b)
{
	const Way *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return (x->to > y->to) - (x->to < y->to);
}

/* Equal for points of one column with the same neighbours, and for features of one object. */
static uint64_t point_signature(const StepGraph *steps, uint32_t p)
{
	const Point *point = &steps->points.items[p];
	uint64_t hash = hash_u64(0, point->column), sum = 0;

	if (point->column == COLUMN_FEATURE)
		hash = hash_u64(hash, selection_node(steps->selection, point->nodes.items[0])->object.i);
	for (uint32_t w = 0; w < steps->ways.len; w++) {
		const Way *way = &steps->ways.items[w];
		if (way->from == p)
			sum += hash_u64(way->to, (uint64_t)way->kind << 2 | (uint64_t)way->delayed << 1);
		else if (way->to == p)
			sum += hash_u64(way->from, (uint64_t)way->kind << 2 | (uint64_t)way->delayed << 1 | 1);
	}
	return hash_u64(hash, sum);
}

/* By point the first one that is drawn for it, itself mostly; the number of those drawn. */
static uint32_t find_twins(const StepGraph *steps, uint32_t *twins)
{
	uint32_t drawn = 0;
	Map known = {0};

	for (uint32_t p = 0; p < steps->points.len; p++) {
		const Point *point = &steps->points.items[p];
		twins[p] = p;
		if (point->nodes.len && point->column != COLUMN_MODEL) {
			uint64_t key = point_signature(steps, p);
			if (!map_get(&known, key, &twins[p]))
				map_put(&known, key, p);
		}
		drawn += !point->gone && twins[p] == p;
	}
	map_release(&known);
	return drawn;
}

static uint32_t points_left(const StepGraph *steps)
{
	uint32_t count = 0;

	for (uint32_t p = 0; p < steps->points.len; p++)
		count += !steps->points.items[p].gone;
	return count;
}

typedef struct { uint32_t point, ways; } Weighed;

static int compare_weighed(const void *a, const void *b)
{
	const Weighed *x = a, *y = b;

	if (x->ways != y->ways)
		return x->ways > y->ways ? -1 : 1;
	return (x->point > y->point) - (x->point < y->point);
}

/* Chains pass INTO[P] instead of P. */
static void pass_instead(StepGraph *steps, const uint32_t *into)
{
	for (uint32_t i = 0; i < steps->passed.len; i++)
		steps->passed.items[i] = into[steps->passed.items[i]];
	find_ways(steps);
}

/* Keeps the MOST points of COLUMN with the most ways, the last of them for all others. */
static void merge_rest(StepGraph *steps, Column column, uint32_t most)
{
	uint32_t *into = mem_calloc(steps->points.len + 1, sizeof *into);
	Joint *joints = find_joints(steps);
	VEC(Weighed) all = {0};

	for (uint32_t p = 0; p < steps->points.len; p++) {
		into[p] = p;
		if (steps->points.items[p].column == column && !steps->points.items[p].gone)
			vec_push(&all, (Weighed){ p, joints[p].in + joints[p].out });
	}
	vec_sort(&all, compare_weighed);
	for (uint32_t i = most; i < all.len; i++) {
		Point *rest = &steps->points.items[all.items[most - 1].point], *point = &steps->points.items[all.items[i].point];
		into[all.items[i].point] = all.items[most - 1].point;
		vec_append(&rest->nodes, &point->nodes);
		rest->rest = REST_MANY;
		point->gone = true;
	}
	pass_instead(steps, into);
	vec_release(&all);
	free(joints);
	free(into);
}

/* Until all that is drawn fits; then sources, and features, with the same neighbours are one point. */
static void reduce(StepGraph *steps)
{
	uint32_t limit = steps->selection->options->limit ? steps->selection->options->limit : DEFAULT_LIMIT;
	uint32_t *twins = mem_calloc(steps->points.len + 1, sizeof *twins);

	do
		find_ways(steps);
	while (remove_plain(steps) || (find_twins(steps, twins) > limit && remove_least(steps)));
	for (uint32_t p = 0; p < steps->points.len; p++) {
		if (twins[p] == p)
			continue;
		vec_append(&steps->points.items[twins[p]].nodes, &steps->points.items[p].nodes);
		steps->points.items[p].gone = true;
	}
	pass_instead(steps, twins);
	static const Column columns[] = { COLUMN_FEATURE, COLUMN_SIGNAL, COLUMN_STATE };
	for (size_t c = 0; c < sizeof columns / sizeof *columns && limit >= LEAST_LIMIT; c++)
		if (points_left(steps) > limit)
			merge_rest(steps, columns[c], limit / 4);
	free(twins);
}

/* Elements by number, as words.h wants them. */
static void sort_members(const StepGraph *steps, NodeIds *members)
{
	for (uint32_t i = 1; i < members->len; i++) {
		NodeId node = members->items[i];
		uint32_t at = i;
		for (; at && selection_node(steps->selection, members->items[at - 1])->first >
			selection_node(steps->selection, node)->first; at--)
			members->items[at] = members->items[at - 1];
		members->items[at] = node;
	}
}

static Str lines_text(const Point *point)
{
	Text text = {0};

	label_site(&text, &point->site, PLACE_WIDTH);
	if (point->last > point->site.line)
		text_printf(&text, "-%u", point->last);
	Str result = str_intern(text_data(&text));
	text_release(&text);
	return result;
}

static void draw_point(const StepGraph *steps, const Point *point, ViewNode *node)
{
	const Selection *selection = steps->selection;

	*node = (ViewNode){ .column = point->column, .mark = MARK_NONE, .site = point->site, .members = 1, .box = UINT32_MAX };
	if (!point->nodes.len) {
		node->id = str_format("value:%s.%s", str_text(point->function), str_text(point->name));
		node->name = point->name;
		node->detail = str_format("in %s", str_text(point->function));
		node->place = lines_text(point);
		node->tip = str_format("%s in %s\nassigned at %s", str_text(point->name), str_text(point->function),
			str_text(node->place));
		return;
	}
	node->id = selection_node(selection, point->nodes.items[0])->id;
	node->members = point->nodes.len;
	vec_append(&node->nodes, &point->nodes);
	node->has_rest = point->rest != REST_NONE;
	node->name = words_name(selection, &point->nodes, point->rest);
	node->detail = words_detail(selection, &point->nodes, point->rest);
	node->place = words_place(selection, &point->nodes);
	node->tip = words_tip(selection, &point->nodes);
	if (point->column == COLUMN_MODEL)
		node->mark = MARK_FOCUS;
}

static void draw_points(StepGraph *steps, View *view, uint32_t *drawn)
{
	for (uint32_t p = 0; p < steps->points.len; p++) {
		Point *point = &steps->points.items[p];
		drawn[p] = UINT32_MAX;
		if (point->gone)
			continue;
		sort_members(steps, &point->nodes);
		drawn[p] = view->nodes.len;
		draw_point(steps, point, vec_add(&view->nodes));
		view->columns[point->column] += point->nodes.len ? point->nodes.len : 1;
	}
}

static void draw_ways(StepGraph *steps, View *view, const uint32_t *drawn)
{
	vec_sort(&steps->ways, compare_ways);
	for (uint32_t w = 0; w < steps->ways.len; w++) {
		const Way *way = &steps->ways.items[w];
		if (drawn[way->from] == UINT32_MAX || drawn[way->to] == UINT32_MAX)
			continue;
		vec_push(&view->edges, (ViewEdge){ .from = drawn[way->from], .to = drawn[way->to], .kind = way->kind,
			.delayed = way->delayed, .count = way->count, .site = way->site,
			.tip = str_format("%u %s this way", way->count, way->count == 1 ? "dependency goes" : "dependencies go") });
	}
}

static void write_words(const StepGraph *steps, View *view)
{
	const Selection *selection = steps->selection;
	uint32_t values = view->columns[COLUMN_VALUE], shown = 0;
	Text text = {0};

	for (Column c = 0; c < COLUMN_COUNT; c++)
		shown += c == COLUMN_VALUE ? 0 : view->columns[c];
	view->title = selection_title(selection);
	view->total_nodes = selection->graph->nodes.len;
	view->total_edges = selection->graph->edges.len;
	label_count(&text, values, "value");
	text_put(&text, " in between, on the shortest way of each dependency; ");
	words_drawn(view->nodes.len - values, shown, view->total_nodes, &text);
	view->subtitle = str_intern(text_data(&text));
	text_release(&text);
	if (view->nodes.len)
		return;
	bool none = steps->model == UINT32_MAX;
	view->empty = none ? str_intern("no model was found") : str_intern("no feature of this model is drawn");
	view->advice = str_intern(none ? "name the inference call under \"models:\" in featdep.yml" :
		"select less narrowly: +x takes in what x depends on, x+ what depends on it");
}

bool steps_build(Selection *selection, const char *argument, View *view, Diags *diags)
{
	const Graph *graph = selection->graph;
	StepGraph steps = { .selection = selection, .model = UINT32_MAX };

	if (!select_model(graph, argument, &steps.model, diags))
		return false;
	view->shape = SHAPE_FREE;
	selection->title = str_intern("how features are made");
	if (steps.model != UINT32_MAX) {
		selection->title = str_format("how the features of %s are made", str_text(graph->nodes.items[steps.model].name));
		add_features(&steps);
		reduce(&steps);
		uint32_t *drawn = mem_calloc(steps.points.len + 1, sizeof *drawn);
		draw_points(&steps, view, drawn);
		draw_ways(&steps, view, drawn);
		free(drawn);
	}
	write_words(&steps, view);
	for (uint32_t p = 0; p < steps.points.len; p++)
		vec_release(&steps.points.items[p].nodes);
	vec_release(&steps.points);
	vec_release(&steps.ways);
	vec_release(&steps.passed);
	vec_release(&steps.chains);
	map_release(&steps.by_node);
	map_release(&steps.by_value);
	map_release(&steps.own);
	return true;
}
