/* Selectors become sets of nodes, assertions questions about them. Every refusal shows what was found. */
#include "graph/assertion.h"

#include <fnmatch.h>

enum { MAX_SHOWN = 10 };

static const char *after(const char *text, const char *prefix)
{
	return strncmp(text, prefix, strlen(prefix)) ? NULL : text + strlen(prefix);
}

/* Equal, or a glob; a bracket may also stand for itself, since ids of elements hold some. */
static bool glob_match(const char *pattern, const char *text)
{
	Text literal = {0};

	if (!strcmp(pattern, text) || !fnmatch(pattern, text, 0))
		return true;
	for (const char *p = pattern; *p; p++)
		text_printf(&literal, *p == '[' ? "\\%c" : "%c", *p);
	bool matched = !fnmatch(text_data(&literal), text, 0);
	text_release(&literal);
	return matched;
}

static bool names(const char *pattern, const Node *node)
{
	return glob_match(pattern, str_text(node->id)) || glob_match(pattern, str_text(node->name));
}

static bool selects(const char *selector, const Node *node)
{
	const char *rest;

	if ((rest = after(selector, "label:")))
		return node->label_role && names(rest, node);
	if ((rest = after(selector, "unstable:")))
		return node->unstable && names(rest, node);
	if ((rest = after(selector, "deprecated:")))
		return node->deprecated && names(rest, node);
	if ((rest = after(selector, "module:")))
		return glob_match(rest, str_text(node->module));
	return names(selector, node);
}

static uint32_t select_nodes(const Query *query, Str selector, Bitset *set)
{
	for (NodeId n = 0; n < query->graph->nodes.len; n++)
		if (selects(str_text(selector), &query->graph->nodes.items[n]))
			bitset_add(set, n);
	return bitset_count(set);
}

static bool is_exact(Str selector)
{
	return !strpbrk(str_text(selector), "*?");
}

/* False with WHY when an exact selector selects nothing; a note in WHY when a glob does. */
static bool select_or_say(const Query *query, Str selector, Bitset *set, Text *why)
{
	if (select_nodes(query, selector, set))
		return true;
	text_printf(why, is_exact(selector) ? "there is no \"%s\"\n" : "nothing is selected by \"%s\"\n",
		str_text(selector));
	return !is_exact(selector);
}

static unsigned kinds_of(const Assertion *assertion)
{
	unsigned kinds = 0;

	for (uint32_t i = 0; i < assertion->kinds.len; i++)
		for (DepKind kind = DEP_CONTROL; kind <= DEP_DATA; kind++)
			if (str_is(assertion->kinds.items[i], dep_kind_text(kind)))
				kinds |= 1u << kind;
	return kinds ? kinds : KIND_ALL;
}

static void put_way(const Query *query, const EdgeIds *path, Text *why)
{
	const Graph *graph = query->graph;

	for (uint32_t i = 0; i < path->len; i++) {
		const Edge *edge = &graph->edges.items[path->items[i]];
		const Steps *witness = &edge->witness;
		if (!i)
			text_printf(why, "there is a way: %s\n", str_text(graph->nodes.items[edge->from].id));
		text_printf(why, "  %s→ %s",
			edge->kind == DEP_DATA ? "" : str_text(str_format("[%s] ", dep_kind_text(edge->kind))),
			str_text(graph->nodes.items[edge->to].id));
		if (witness->len && !str_empty(vec_last(witness)->site.file))
			text_printf(why, " (%s:%u)", str_text(vec_last(witness)->site.file), vec_last(witness)->site.line);
		text_char(why, '\n');
	}
}

/* The first way from a node of FROM to a node of TO in PATH. */
static bool find_way(const Query *query, const Bitset *from, const Bitset *to, unsigned kinds, EdgeIds *path)
{
	for (NodeId n = 0; n < query->graph->nodes.len; n++) {
		Bitset reached = {0};
		bool found = false;
		if (!bitset_has(from, n))
			continue;
		query_reach(query, n, FORWARD, kinds, &reached);
		for (NodeId m = 0; m < query->graph->nodes.len && !found; m++)
			found = bitset_has(&reached, m) && bitset_has(to, m) && query_path(query, n, m, kinds, 0, path);
		bitset_release(&reached);
		if (found)
			return true;
	}
	return false;
}

static bool way_holds(const Query *query, const Assertion *assertion, Text *why)
{
	bool wanted = !str_empty(assertion->path);
	Bitset from = {0}, to = {0};
	EdgeIds path = {0};

	bool holds = select_or_say(query, wanted ? assertion->path : assertion->no_path, &from, why);
	holds = select_or_say(query, assertion->to, &to, why) && holds;
	if (holds) {
		bool found = find_way(query, &from, &to, kinds_of(assertion), &path);
		holds = found == wanted;
		if (!holds && found)
			put_way(query, &path, why);
		else if (!holds)
			text_put(why, "there is no way\n");
	}
	bitset_release(&from);
	bitset_release(&to);
	vec_release(&path);
	return holds;
}

static bool has_edge(const Query *query, NodeId node, const Bitset *set)
{
	for (Direction direction = FORWARD; direction <= BACKWARD; direction++) {
		uint32_t count;
		const EdgeId *edges = query_edges(query, node, direction, &count);
		for (uint32_t i = 0; i < count; i++)
			if (bitset_has(set, query_end(query, edges[i], direction)))
				return true;
	}
	return false;
}

static void put_ids(const Query *query, const NodeIds *nodes, Text *out)
{
	for (uint32_t i = 0; i < nodes->len && i < MAX_SHOWN; i++)
		text_printf(out, "%s%s", i ? ", " : "", str_text(query->graph->nodes.items[nodes->items[i]].id));
	if (nodes->len > MAX_SHOWN)
		text_printf(out, " and %u more", nodes->len - MAX_SHOWN);
}

static bool count_holds(const Query *query, const Assertion *assertion, Text *why)
{
	Bitset set = {0}, of = {0};
	NodeIds found = {0};

	bool known = str_empty(assertion->of) || select_or_say(query, assertion->of, &of, why);
	select_nodes(query, assertion->count, &set);
	for (NodeId n = 0; n < query->graph->nodes.len; n++)
		if (bitset_has(&set, n) && (str_empty(assertion->of) || has_edge(query, n, &of)))
			vec_push(&found, n);
	int64_t count = found.len;
	bool holds = known && (assertion->exactly < 0 || count == assertion->exactly) &&
		(assertion->at_least < 0 || count >= assertion->at_least) &&
		(assertion->at_most < 0 || count <= assertion->at_most);
	if (known && !holds) {
		text_printf(why, "there are %u%s", found.len, found.len ? ": " : "");
		put_ids(query, &found, why);
		text_char(why, '\n');
	}
	bitset_release(&set);
	bitset_release(&of);
	vec_release(&found);
	return holds;
}

/* Consumers of the selected models, predictions and features. */
static void collect_consumers(const Query *query, const Bitset *set, NodeIds *out)
{
	NodeIds read = {0};

	for (NodeId n = 0; n < query->graph->nodes.len; n++) {
		if (bitset_has(set, n) && query->graph->nodes.items[n].kind == NODE_MODEL)
			query_predictions(query, n, &read);
		else if (bitset_has(set, n))
			vec_push(&read, n);
	}
	for (uint32_t i = 0; i < read.len; i++)
		query_consumers(query, read.items[i], out);
	vec_release(&read);
}

static bool is_within(const Assertion *assertion, const Node *node)
{
	for (uint32_t i = 0; i < assertion->within.len; i++)
		if (selects(str_text(assertion->within.items[i]), node))
			return true;
	return false;
}

static bool consumers_hold(const Query *query, const Assertion *assertion, Text *why)
{
	Bitset set = {0}, seen = {0};
	NodeIds consumers = {0}, others = {0};

	bool known = select_or_say(query, assertion->consumers, &set, why);
	collect_consumers(query, &set, &consumers);
	for (uint32_t i = 0; i < consumers.len; i++)
		if (bitset_add(&seen, consumers.items[i]) &&
		    !is_within(assertion, &query->graph->nodes.items[consumers.items[i]]))
			vec_push(&others, consumers.items[i]);
	if (others.len) {
		text_put(why, "there are others: ");
		put_ids(query, &others, why);
		text_char(why, '\n');
	}
	bool holds = known && !others.len;
	bitset_release(&set);
	bitset_release(&seen);
	vec_release(&consumers);
	vec_release(&others);
	return holds;
}

static void put_list(Text *out, const Str *items, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		text_printf(out, "%s%s", i ? ", " : "", str_text(items[i]));
}

static void put_bound(Text *out, const char *words, int64_t bound)
{
	if (bound >= 0)
		text_printf(out, " %s%lld", words, (long long)bound);
}

void assertion_print(const Assertion *a, Text *out)
{
	if (!str_empty(a->count)) {
		text_printf(out, "number of %s%s%s is", str_text(a->count), str_empty(a->of) ? "" : " of ", str_text(a->of));
		put_bound(out, "", a->exactly);
		put_bound(out, "at least ", a->at_least);
		put_bound(out, "at most ", a->at_most);
	} else if (!str_empty(a->consumers)) {
		text_printf(out, "consumers of %s are within {", str_text(a->consumers));
		put_list(out, a->within.items, a->within.len);
		text_char(out, '}');
	} else {
		text_printf(out, "%s from %s to %s", str_empty(a->path) ? "no path" : "a path",
			str_text(str_empty(a->path) ? a->no_path : a->path), str_text(a->to));
		if (a->kinds.len)
			text_put(out, " over ");
		put_list(out, a->kinds.items, a->kinds.len);
	}
}

bool assertion_holds(const Query *query, const Assertion *assertion, Text *why)
{
	if (!str_empty(assertion->count))
		return count_holds(query, assertion, why);
	return str_empty(assertion->consumers) ? way_holds(query, assertion, why) : consumers_hold(query, assertion, why);
}
