/*
 * Selectors, as in dbt: terms name nodes, plus signs grow them along the data, spaces join, commas intersect. They
 * are answered in the whole graph, whatever the view left out of it.
 */
#include "render/select.h"

#include <ctype.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
	const Walk *walk;
	Diags *diags;
} Selector;

typedef enum { BY_KIND, BY_MODULE, BY_OWNER, BY_FILE, BY_NAME } Method;

static Method method_of(const char **text)
{
	static const char *const prefixes[] = { "kind:", "module:", "owner:", "file:" };

	for (int m = BY_KIND; m < BY_NAME; m++) {
		if (!strncmp(*text, prefixes[m], strlen(prefixes[m]))) {
			*text += strlen(prefixes[m]);
			return (Method)m;
		}
	}
	return BY_NAME;
}

static bool is_pattern(const char *text)
{
	return strchr(text, '*') || strchr(text, '?');
}

static bool file_matches(const Node *node, const char *pattern)
{
	for (uint32_t i = 0; i < node->sites.len; i++) {
		const char *file = str_text(node->sites.items[i].file), *slash = strrchr(file, '/');
		if (!fnmatch(pattern, file, 0) || (slash && !fnmatch(pattern, slash + 1, 0)))
			return true;
	}
	return false;
}

static bool node_matches(const Node *node, Method method, const char *pattern)
{
	switch (method) {
	case BY_KIND:
		return !fnmatch(pattern, node_kind_text(node->kind), 0);
	case BY_MODULE:
		return !str_empty(node->module) && !fnmatch(pattern, str_text(node->module), 0);
	case BY_OWNER:
		return !str_empty(node->owner) && !fnmatch(pattern, str_text(node->owner), 0);
	case BY_FILE:
		return file_matches(node, pattern);
	case BY_NAME:
		break;
	}
	return !fnmatch(pattern, str_text(node->id), 0) || !fnmatch(pattern, str_text(node->name), 0);
}

static bool put_matches(const Selector *selector, const char *text, NodeIds *found)
{
	const Graph *graph = selector->walk->graph;
	const char *pattern = text;
	Method method = method_of(&pattern);
	NodeId node;

	if (method == BY_NAME && !is_pattern(pattern)) {
		if (!walk_find(graph, pattern, 0, &node, selector->diags))
			return false;
		vec_push(found, node);
		return true;
	}
	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (node_matches(&graph->nodes.items[n], method, pattern))
			vec_push(found, n);
	if (!found->len)
		diag_add(selector->diags, DIAG_ERROR, (Str){0}, 0, 0, "the selector \"%s\" matches no node", text);
	return found->len > 0;
}

static void put_reached(const Selector *selector, const NodeIds *starts, WalkDirection direction, uint32_t depth,
	Bitset *set)
{
	Reach reach = walk_reach(selector->walk, starts, direction, depth, 0);

	for (NodeId n = 0; n < selector->walk->graph->nodes.len; n++)
		if (reach_has(&reach, n))
			bitset_add(set, n);
	reach_release(&reach);
}

/* "2+": true, with the number (0: none given) in DEPTH and TEXT behind it. */
static bool take_upstream(const char **text, uint32_t *depth)
{
	char *end;
	unsigned long number = isdigit((unsigned char)**text) ? strtoul(*text, &end, 10) : (end = (char *)(uintptr_t)*text, 0);

	if (*end != '+')
		return false;
	*depth = (uint32_t)number;
	*text = end + 1;
	return true;
}

/* "+2" at the end of TEXT: true, with the number in DEPTH and TEXT without it in NAME. */
static bool take_downstream(const char *text, uint32_t *depth, Str *name)
{
	const char *plus = strrchr(text, '+');

	*name = str_intern(text);
	if (!plus || plus[1 + strspn(plus + 1, "0123456789")])
		return false;
	*depth = (uint32_t)strtoul(plus + 1, NULL, 10);
	*name = str_intern_n(text, (size_t)(plus - text));
	return true;
}

static bool put_term(const Selector *selector, const char *text, Bitset *set)
{
	uint32_t up_depth = 0, down_depth = 0;
	NodeIds starts = {0};
	Str name;
	bool up = take_upstream(&text, &up_depth), down = take_downstream(text, &down_depth, &name);
	bool ok = put_matches(selector, str_text(name), &starts);

	for (uint32_t i = 0; i < starts.len; i++)
		bitset_add(set, starts.items[i]);
	if (ok && up)
		put_reached(selector, &starts, WALK_BACKWARD, up_depth, set);
	if (ok && down)
		put_reached(selector, &starts, WALK_FORWARD, down_depth, set);
	vec_release(&starts);
	return ok;
}

static void intersect(const Graph *graph, Bitset *set, const Bitset *other)
{
	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (!bitset_has(other, n))
			bitset_remove(set, n);
}

/* The length of the text up to one of ENDS that is not in quotes. */
static size_t part_length(const char *text, const char *ends)
{
	size_t length = 0;

	for (bool quoted = false; text[length] && (quoted || !strchr(ends, text[length])); length++)
		quoted ^= text[length] == '"';
	return length;
}

/* Terms with commas between them. */
static bool put_intersection(const Selector *selector, const char *text, Bitset *set)
{
	bool first = true, ok = true;

	while (ok && *text) {
		size_t length = part_length(text, ",");
		Bitset term = {0};
		ok = put_term(selector, str_text(str_intern_n(text, length)), &term);
		if (first)
			bitset_union(set, &term);
		else
			intersect(selector->walk->graph, set, &term);
		bitset_release(&term);
		first = false;
		text += length + (text[length] == ',');
	}
	return ok;
}

bool selection_restrict(Selection *selection, const Walk *walk, const char *text, Diags *diags)
{
	Selector selector = { walk, diags };
	Bitset set = {0};
	bool ok = true;

	for (text += strspn(text, " "); ok && *text; text += strspn(text, " ")) {
		size_t length = part_length(text, " ");
		Bitset part = {0};
		ok = put_intersection(&selector, str_text(str_intern_n(text, length)), &part);
		bitset_union(&set, &part);
		bitset_release(&part);
		text += length;
	}
	if (ok)
		intersect(walk->graph, &selection->nodes, &set);
	for (EdgeId e = 0; ok && e < selection->graph->edges.len; e++) {
		const Edge *edge = &selection->graph->edges.items[e];
		if (!bitset_has(&selection->nodes, edge->from) || !bitset_has(&selection->nodes, edge->to))
			bitset_remove(&selection->edges, e);
	}
	bitset_release(&set);
	return ok;
}
