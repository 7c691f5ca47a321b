/*
 * Folding: a picture of more than some sixty nodes is not read. Nodes with equal edges are one drawn node, first the
 * consecutive elements of an object, then, while there are too many, any with equal edges, then whole objects, and
 * at last what has the fewest edges in each column. Groups only ever merge; a group that is not a rest has members
 * with equal edges to groups, so that its first member speaks for it.
 */
#include "render/view.h"

#include <stdlib.h>
#include <string.h>

enum {
	DEFAULT_LIMIT = 60, HARD_LIMIT = 1000, MANY_OBJECTS = 6, LEAST_BUDGET = 6, MAX_ROUNDS = 16,
	MOST_FOLDERS = 4, MANY_ELEMENTS = 8, MOST_WAYS = 4, NEAR_STEPS = 16
};

typedef struct {
	uint32_t group;
	uint64_t signature;
	const Node *node; /* first member */
	NodeId id;
	uint32_t weight;
} Candidate;

typedef VEC(Candidate) Candidates;
typedef VEC(uint64_t) Keys;

typedef struct {
	const Selection *selection;
	const Str *boxes;
	Folding *folding;
	uint32_t limit, column_limit;
	uint32_t count[COLUMN_COUNT]; /* groups */
	uint64_t *class; /* by node: equal for elements of an object that the whole graph does not tell apart */
} Fold;

static const Node *first_node(const Fold *fold, uint32_t group)
{
	return &fold->selection->graph->nodes.items[fold->folding->groups.items[group].items[0]];
}

static uint32_t group_total(const Fold *fold)
{
	uint32_t total = 0;

	for (Column c = 0; c < COLUMN_COUNT; c++)
		total += fold->count[c];
	return total;
}

static bool is_expanded(const Fold *fold, const Node *node)
{
	const char *item = fold->selection->options->expand;

	while (item && *item) {
		size_t length = strcspn(item, ",");
		Str name = str_intern_n(item, length);
		if (str_is(name, "all") || str_equal(node->object, name) || str_equal(node->module, name) ||
			str_equal(node->id, name) || str_equal(node->name, name))
			return true;
		item += length + (item[length] == ',');
	}
	return false;
}

static int compare_keys(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static bool is_element(const Node *node)
{
	return !str_empty(node->object) && node->first >= 0;
}

/* Between elements of one object: what a filter or a normalisation makes, and no reason to show them apart. */
static bool is_inner(const Graph *graph, const Edge *edge)
{
	const Node *from = &graph->nodes.items[edge->from], *to = &graph->nodes.items[edge->to];

	return is_element(from) && is_element(to) && str_equal(from->object, to->object);
}

static uint64_t edge_flags(const Edge *edge, bool out)
{
	return (uint64_t)out << 4 | (uint64_t)edge->state << 3 | (uint64_t)edge->unresolved << 2 | edge->kind;
}

/* One key for each selected edge of NODE on one side: its flags, and the group or the class of its other end. */
static void add_keys(const Fold *fold, NodeId node, bool out, bool by_class, Keys *keys)
{
	const Walk *walk = &fold->selection->walk;
	const uint32_t *start = out ? walk->out_start : walk->in_start;

	for (uint32_t i = start[node]; i < start[node + 1]; i++) {
		EdgeId id = out ? walk->out[i] : walk->in[i];
		const Edge *edge = &walk->graph->edges.items[id];
		NodeId other = out ? edge->to : edge->from;
		if (!bitset_has(&fold->selection->edges, id) || is_inner(walk->graph, edge))
			continue;
		if (by_class)
			vec_push(keys, hash_u64(fold->class[other], edge_flags(edge, out)));
		else
			vec_push(keys, (uint64_t)fold->folding->owner[other] << 8 | edge_flags(edge, out));
	}
}

/* HASH with the set of the keys of both sides of NODE. */
static uint64_t hash_edges(const Fold *fold, NodeId node, bool by_class, uint64_t hash, Keys *keys)
{
	vec_clear(keys);
	add_keys(fold, node, true, by_class, keys);
	add_keys(fold, node, false, by_class, keys);
	vec_sort(keys, compare_keys);
	for (uint32_t i = 0; i < keys->len; i++)
		if (!i || keys->items[i] != keys->items[i - 1])
			hash = hash_u64(hash, keys->items[i]);
	return hash;
}

/* What a drawn node shows of NODE besides its edges. */
static uint64_t hash_looks(const Fold *fold, NodeId node)
{
	const Selection *selection = fold->selection;
	uint64_t hash = hash_u64(0, (uint64_t)selection->marks[node] << 8 | selection->graph->nodes.items[node].kind);

	return hash_u64(hash, (uint64_t)fold->boxes[node].i << 32 | selection->reasons[node].i);
}

/* Equal for groups that look alike: column, mark, box, reason, and edges to the same groups. */
static uint64_t group_signature(const Fold *fold, uint32_t group, Keys *keys)
{
	NodeId node = fold->folding->groups.items[group].items[0];

	return hash_edges(fold, node, false, hash_looks(fold, node), keys);
}

static uint32_t count_classes(const Fold *fold, Keys *keys)
{
	uint32_t count = 0;

	vec_clear(keys);
	for (NodeId n = 0; n < fold->selection->graph->nodes.len; n++)
		if (bitset_has(&fold->selection->nodes, n))
			vec_push(keys, fold->class[n]);
	vec_sort(keys, compare_keys);
	for (uint32_t i = 0; i < keys->len; i++)
		count += !i || keys->items[i] != keys->items[i - 1];
	return count;
}

/* Starts with whole objects as classes and takes them apart until the members of each have edges to the same ones. */
static void classes_refine(Fold *fold)
{
	const Graph *graph = fold->selection->graph;
	uint64_t *next = mem_calloc(graph->nodes.len + 1, sizeof *next);
	uint32_t before = 0, count = 0;
	Keys keys = {0};

	for (NodeId n = 0; n < graph->nodes.len; n++) {
		const Node *node = &graph->nodes.items[n];
		bool apart = !is_element(node) || is_expanded(fold, node);
		fold->class[n] = hash_u64(hash_looks(fold, n), apart ? node->id.i : (uint64_t)node->object.i << 32);
	}
	for (int round = 0; round < MAX_ROUNDS && (!round || count > before); round++) {
		before = count;
		for (NodeId n = 0; n < graph->nodes.len; n++)
			if (bitset_has(&fold->selection->nodes, n))
				next[n] = hash_edges(fold, n, true, fold->class[n], &keys);
		memcpy(fold->class, next, graph->nodes.len * sizeof *next);
		count = count_classes(fold, &keys);
	}
	vec_release(&keys);
	free(next);
}

static void group_merge(Fold *fold, uint32_t into, uint32_t from)
{
	NodeIds *target = &fold->folding->groups.items[into], *source = &fold->folding->groups.items[from];

	fold->count[column_of(first_node(fold, from))]--;
	for (uint32_t i = 0; i < source->len; i++)
		fold->folding->owner[source->items[i]] = into;
	vec_append(target, source);
	vec_release(source);
}

/* The groups that may be folded of COLUMN, with signatures. */
static void candidates_of(const Fold *fold, Column column, Candidates *out)
{
	Keys keys = {0};

	vec_clear(out);
	for (uint32_t g = 0; g < fold->folding->groups.len; g++) {
		const NodeIds *members = &fold->folding->groups.items[g];
		if (!members->len || column_of(first_node(fold, g)) != column || is_expanded(fold, first_node(fold, g)))
			continue;
		Candidate *c = vec_add(out);
		*c = (Candidate){ .group = g, .node = first_node(fold, g), .id = members->items[0] };
		c->signature = group_signature(fold, g, &keys);
	}
	vec_release(&keys);
}

static int compare_elements(const void *a, const void *b)
{
	const Candidate *x = a, *y = b;
	int order = str_compare(x->node->object, y->node->object);

	if (order)
		return order;
	if (x->node->first != y->node->first)
		return x->node->first < y->node->first ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

/* Which functions the values of NODE come through. */
static uint64_t hash_way(const Fold *fold, NodeId node, Keys *keys)
{
	const Walk *walk = &fold->selection->walk;
	uint64_t hash = 0;

	vec_clear(keys);
	for (uint32_t i = walk->in_start[node]; i < walk->in_start[node + 1]; i++) {
		const Steps *steps = &walk->graph->edges.items[walk->in[i]].witness;
		for (uint32_t s = 0; s < steps->len; s++)
			vec_push(keys, steps->items[s].site.function.i);
	}
	vec_sort(keys, compare_keys);
	for (uint32_t i = 0; i < keys->len; i++)
		if (!i || keys->items[i] != keys->items[i - 1])
			hash = hash_u64(hash, keys->items[i]);
	return hash;
}

static bool follows(const Fold *fold, const Candidate *a, const Candidate *b)
{
	return is_element(a->node) && str_equal(a->node->object, b->node->object) && a->node->last + 1 == b->node->first &&
		fold->class[a->id] == fold->class[b->id];
}

/* Merges elements FIRST to END - 1: where a few parts of many come through functions of their own, each part. */
static void merge_run(Fold *fold, const Candidates *all, uint32_t first, uint32_t end)
{
	uint32_t parts = 1, into = first;

	for (uint32_t i = first + 1; i < end; i++)
		parts += all->items[i].signature != all->items[i - 1].signature;
	for (uint32_t i = first + 1; i < end; i++) {
		bool apart = all->items[i].signature != all->items[i - 1].signature;
		if (apart && parts <= MOST_WAYS && end - first >= MANY_ELEMENTS)
			into = i;
		else
			group_merge(fold, all->items[into].group, all->items[i].group);
	}
}

/* Consecutive elements of one class. */
static void fold_elements(Fold *fold)
{
	Candidates all = {0};
	Keys keys = {0};

	candidates_of(fold, COLUMN_FEATURE, &all);
	vec_sort(&all, compare_elements);
	for (uint32_t i = 0; i < all.len; i++)
		all.items[i].signature = hash_way(fold, all.items[i].id, &keys);
	for (uint32_t first = 0, i = 1; i <= all.len; i++) {
		if (i < all.len && follows(fold, &all.items[i - 1], &all.items[i]))
			continue;
		merge_run(fold, &all, first, i);
		first = i;
	}
	vec_release(&all);
	vec_release(&keys);
}

static int compare_signatures(const void *a, const void *b)
{
	const Candidate *x = a, *y = b;

	if (x->signature != y->signature)
		return x->signature < y->signature ? -1 : 1;
	int order = str_compare(x->node->object, y->node->object);
	return order ? order : compare_elements(a, b);
}

/* The record that a value is kept in. */
static Str record_of(const Node *node)
{
	const char *name = str_text(node->name);

	return str_intern_n(name, strcspn(name, "."));
}

/* Of two nodes with equal edges: whether they are one thing to a reader, however much room there is. */
static bool belong_together(const Fold *fold, const Candidate *a, const Candidate *b)
{
	if (a->node->kept)
		return b->node->kept && str_equal(record_of(a->node), record_of(b->node));
	return fold->selection->marks[a->id] == MARK_UNUSED;
}

/* Nodes of COLUMN with equal edges, and of one object when they have one; CLOSE: only those that belong together. */
static void fold_twins(Fold *fold, Column column, bool close)
{
	Candidates all = {0};

	candidates_of(fold, column, &all);
	vec_sort(&all, compare_signatures);
	for (uint32_t i = 1, into = 0; i < all.len; i++) {
		const Candidate *a = &all.items[into], *b = &all.items[i];
		bool wanted = !close || belong_together(fold, a, b);
		if (wanted && a->signature == b->signature && str_equal(a->node->object, b->node->object))
			group_merge(fold, a->group, b->group);
		else
			into = i;
	}
	vec_release(&all);
}

static int compare_objects(const void *a, const void *b)
{
	const Candidate *x = a, *y = b;
	int order = str_compare(x->node->object, y->node->object);

	if (order)
		return order;
	if (x->weight != y->weight)
		return x->weight < y->weight ? -1 : 1;
	return compare_elements(a, b);
}

/* Whole objects, when there are LEAST or more: all elements with one mark in one box. */
static void fold_objects(Fold *fold, uint32_t least)
{
	Candidates all = {0};
	uint32_t objects = 0;

	candidates_of(fold, COLUMN_FEATURE, &all);
	for (uint32_t i = 0; i < all.len; i++)
		all.items[i].weight = (uint32_t)hash_u64(fold->boxes[all.items[i].id].i, fold->selection->marks[all.items[i].id]);
	vec_sort(&all, compare_objects);
	for (uint32_t i = 1; i < all.len; i++)
		objects += !str_equal(all.items[i].node->object, all.items[i - 1].node->object);
	for (uint32_t i = 1, into = 0; objects >= least && i < all.len; i++) {
		const Candidate *a = &all.items[into], *b = &all.items[i];
		bool one = !str_empty(a->node->object) && str_equal(a->node->object, b->node->object) && a->weight == b->weight;
		if (one) {
			if (a->signature != b->signature)
				fold->folding->rests.items[a->group] = REST_MANY;
			group_merge(fold, a->group, b->group);
		} else {
			into = i;
		}
	}
	vec_release(&all);
}

/* How many groups each column may keep, so that the sum is the limit and small columns stay whole. */
static uint32_t column_budget(const Fold *fold)
{
	uint32_t budget = 2;

	for (;; budget++) {
		uint32_t total = 0;
		for (Column c = 0; c < COLUMN_COUNT; c++)
			total += fold->count[c] < budget + 1 ? fold->count[c] : budget + 1;
		if (total > fold->limit || budget >= fold->limit)
			return budget;
	}
}

static int compare_weights(const void *a, const void *b)
{
	const Candidate *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

uint32_t steps_to(const Walk *walk, NodeId node)
{
	uint32_t steps = UINT32_MAX;

	for (uint32_t i = walk->in_start[node]; i < walk->in_start[node + 1]; i++) {
		uint32_t length = walk->graph->edges.items[walk->in[i]].witness.len;
		steps = length < steps ? length : steps;
	}
	return steps;
}

/* Consumers near to the prediction come first: what is far from it has it only through them. */
static uint32_t nearness(const Fold *fold, NodeId node)
{
	uint32_t steps = steps_to(&fold->selection->walk, node);

	return first_node(fold, fold->folding->owner[node])->kind == NODE_CONSUMER && steps < NEAR_STEPS ?
		(NEAR_STEPS - steps) * 64 : 0;
}

static uint32_t group_weight(const Fold *fold, const Candidate *c)
{
	static const uint32_t of_mark[] = {
		[MARK_CONTEXT] = 0, [MARK_NONE] = 0, [MARK_UNUSED] = 2, [MARK_HIDDEN] = 100000, [MARK_FOCUS] = 1000000,
	};
	const Walk *walk = &fold->selection->walk;
	const NodeIds *members = &fold->folding->groups.items[c->group];
	uint32_t weight = of_mark[fold->selection->marks[c->id]], near = 0;

	for (uint32_t i = 0; i < members->len; i++) {
		uint32_t nearest = nearness(fold, members->items[i]);
		near = nearest > near ? nearest : near;
		weight += walk_in_count(walk, members->items[i]) + walk_out_count(walk, members->items[i]);
	}
	return weight + near;
}

/* The first folder of where NODE is. */
static Str folder_of(const Node *node)
{
	const char *file = node->sites.len ? str_text(node->sites.items[0].file) : "";
	const char *slash = strchr(file, '/');

	return slash ? str_intern_n(file, (size_t)(slash - file)) : (Str){0};
}

/* How many folders ALL are in from KEEP on; 1 when there are too many to tell them apart. */
static uint32_t count_folders(const Candidates *all, uint32_t keep)
{
	uint32_t folders = 0, known;
	Map seen = {0};

	for (uint32_t i = keep; i < all->len; i++) {
		Str folder = folder_of(all->items[i].node);
		folders += !map_get(&seen, folder.i, &known);
		map_put(&seen, folder.i, 1);
	}
	map_release(&seen);
	return folders > MOST_FOLDERS ? 1 : folders;
}

/* Merges ALL from KEEP on, into one group a folder when there are few. */
static void merge_rest(Fold *fold, const Candidates *all, uint32_t keep)
{
	bool apart = count_folders(all, keep) > 1;
	Map groups = {0};
	uint32_t into;

	for (uint32_t i = keep; i < all->len; i++) {
		uint32_t group = all->items[i].group, folder = apart ? folder_of(all->items[i].node).i : 0;
		if (map_get(&groups, folder, &into)) {
			fold->folding->rests.items[into] = REST_MANY;
			group_merge(fold, into, group);
		} else {
			map_put(&groups, folder, group);
		}
	}
	map_release(&groups);
}

static void fold_rest(Fold *fold, Column column, uint32_t budget)
{
	Candidates all = {0};

	candidates_of(fold, column, &all);
	for (uint32_t i = 0; i < all.len; i++)
		all.items[i].weight = group_weight(fold, &all.items[i]);
	vec_sort(&all, compare_weights);
	uint32_t fixed = fold->count[column] - all.len;
	uint32_t keep = budget > fixed + 1 ? budget - fixed - 1 : 0;
	uint32_t more = count_folders(&all, keep) - 1;
	keep = keep > more ? keep - more : 0;
	if (keep < all.len)
		merge_rest(fold, &all, keep);
	vec_release(&all);
}

static bool is_too_much(const Fold *fold, Column column)
{
	return group_total(fold) > fold->limit || fold->count[column] > fold->column_limit * 2 / 3;
}

/* Edges between groups. */
static uint32_t edge_total(const Fold *fold)
{
	const Graph *graph = fold->selection->graph;
	uint32_t count = 0;
	Map seen = {0};

	for (EdgeId e = 0; e < graph->edges.len; e++) {
		const uint32_t *owner = fold->folding->owner;
		const Edge *edge = &graph->edges.items[e];
		uint64_t key = map_key(owner[edge->from], owner[edge->to]);
		uint32_t known;
		if (!bitset_has(&fold->selection->edges, e) || map_get(&seen, key, &known))
			continue;
		map_put(&seen, key, 1);
		count++;
	}
	map_release(&seen);
	return count;
}

static bool is_tangled(const Fold *fold)
{
	return edge_total(fold) > fold->limit * 3 / 2;
}

static void fold_columns(Fold *fold, uint32_t budget)
{
	for (Column c = 0; c < COLUMN_COUNT; c++)
		if (fold->count[c] > budget)
			fold_rest(fold, c, budget);
}

static void fold_all_twins(Fold *fold)
{
	for (Column c = 0; c < COLUMN_COUNT; c++)
		fold_twins(fold, c, false);
}

static bool is_source(const Node *node)
{
	return node->kind == NODE_SIGNAL || node->kind == NODE_STORE;
}

static bool is_weak(const Fold *fold, uint32_t group)
{
	const Walk *walk = &fold->selection->walk;
	const NodeIds *members = &fold->folding->groups.items[group];

	for (uint32_t i = 0; i < members->len; i++) {
		NodeId node = members->items[i];
		for (uint32_t o = walk->out_start[node]; o < walk->out_start[node + 1]; o++) {
			EdgeId edge = walk->out[o];
			if (bitset_has(&fold->selection->edges, edge) && walk->graph->edges.items[edge].kind == DEP_DATA)
				return false;
		}
	}
	return is_source(first_node(fold, group));
}

/* Settings and counters, whose edges go everywhere and say little. */
static void fold_weak(Fold *fold, Column column)
{
	uint32_t into = UINT32_MAX;
	Candidates all = {0};

	candidates_of(fold, column, &all);
	for (uint32_t i = 0; i < all.len; i++) {
		if (fold->selection->marks[all.items[i].id] == MARK_FOCUS || !is_weak(fold, all.items[i].group))
			continue;
		if (into == UINT32_MAX) {
			into = all.items[i].group;
			continue;
		}
		fold->folding->rests.items[into] = REST_WEAK;
		group_merge(fold, into, all.items[i].group);
	}
	vec_release(&all);
}

/* A picture with few nodes and many edges is no easier to read than one with many nodes. */
static void fold_until_clear(Fold *fold)
{
	uint32_t budget = fold->column_limit;

	if (!is_tangled(fold))
		return;
	fold_all_twins(fold);
	for (Column c = COLUMN_SIGNAL; c <= COLUMN_STATE && is_tangled(fold); c++)
		fold_weak(fold, c);
	if (is_tangled(fold)) {
		fold_objects(fold, 0);
		fold_all_twins(fold);
	}
	while (budget > LEAST_BUDGET && is_tangled(fold)) {
		budget = budget * 3 / 4;
		fold_columns(fold, budget);
	}
}

static void fold_until_small(Fold *fold)
{
	for (int round = 0; round < 2; round++)
		for (Column c = 0; c < COLUMN_COUNT; c++)
			if (is_too_much(fold, c))
				fold_twins(fold, c, false);
	if (is_too_much(fold, COLUMN_FEATURE))
		fold_objects(fold, MANY_OBJECTS);
	uint32_t budget = group_total(fold) > fold->limit ? column_budget(fold) : fold->column_limit;
	if (budget > fold->column_limit)
		budget = fold->column_limit;
	fold_columns(fold, budget);
}

static void fold_start(Fold *fold)
{
	Folding *folding = fold->folding;
	const Graph *graph = fold->selection->graph;

	folding->owner = mem_alloc((graph->nodes.len + 1) * sizeof *folding->owner);
	for (NodeId n = 0; n < graph->nodes.len; n++) {
		folding->owner[n] = UINT32_MAX;
		if (!bitset_has(&fold->selection->nodes, n))
			continue;
		folding->owner[n] = folding->groups.len;
		NodeIds *members = vec_add(&folding->groups);
		vec_push(members, n);
		vec_push(&folding->rests, REST_NONE);
		fold->count[column_of(&graph->nodes.items[n])]++;
	}
}

static void drop_empty_groups(Folding *folding)
{
	uint32_t kept = 0;

	for (uint32_t g = 0; g < folding->groups.len; g++) {
		NodeIds members = folding->groups.items[g];
		if (!members.len)
			continue;
		for (uint32_t i = 0; i < members.len; i++)
			folding->owner[members.items[i]] = kept;
		folding->rests.items[kept] = folding->rests.items[g];
		folding->groups.items[kept++] = members;
	}
	folding->groups.len = folding->rests.len = kept;
}

void fold_selection(const Selection *selection, const Str *boxes, Folding *folding)
{
	Fold fold = { .selection = selection, .boxes = boxes, .folding = folding };
	uint32_t limit = selection->options->limit;

	fold.limit = !limit ? DEFAULT_LIMIT : limit > HARD_LIMIT ? HARD_LIMIT : limit;
	fold.column_limit = fold.limit > 10 ? fold.limit / 4 : fold.limit;
	fold.class = mem_calloc(selection->graph->nodes.len + 1, sizeof *fold.class);
	fold_start(&fold);
	classes_refine(&fold);
	fold_elements(&fold);
	if (!selection->group_reasons)
		fold_twins(&fold, COLUMN_FEATURE, true);
	fold_twins(&fold, COLUMN_STATE, true);
	fold_until_small(&fold);
	fold_until_clear(&fold);
	drop_empty_groups(folding);
	free(fold.class);
}

void folding_release(Folding *folding)
{
	for (uint32_t g = 0; g < folding->groups.len; g++)
		vec_release(&folding->groups.items[g]);
	vec_release(&folding->groups);
	vec_release(&folding->rests);
	free(folding->owner);
	folding->owner = NULL;
}
