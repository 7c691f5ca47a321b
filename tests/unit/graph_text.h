/*
 * Small graphs as text, for the tests of graph/, rules/ and the database. A line is a node or an edge:
 *
 *     model:ctr @src/rank.c:10:rank module=ads access=private has_state
 *     prediction:ctr -> consumer:report control state @src/report.c:42 note=returned
 *
 * Nodes: @FILE:LINE[:FUNCTION] (several), KEY=VALUE, flags; see node_word. Edges: kind (data when absent), state,
 * unresolved, checked, @FILE:LINE (several; the place of the text when absent), note=WORD of the last step, through=FUNCTION,
 * scaled=FUNCTION. '#' starts a comment.
 */
#ifndef FEATDEP_TESTS_GRAPH_TEXT_H
#define FEATDEP_TESTS_GRAPH_TEXT_H

#include "model/graph.h"
#include "model/ir.h"

#include <stdio.h>
#include <string.h>

static inline NodeKind text_kind(const char *id)
{
	for (NodeKind kind = NODE_SIGNAL; kind <= NODE_STORE; kind++) {
		size_t length = strlen(node_kind_text(kind));
		if (!strncmp(id, node_kind_text(kind), length) && id[length] == ':')
			return kind;
	}
	BUG("no node: \"%s\"", id);
}

/* Array elements NAME[I] and NAME[A..B], and members RECORD.FIELD. */
static inline void text_object(Node *node)
{
	const char *name = str_text(node->name), *bracket = strrchr(name, '['), *dot = strrchr(name, '.');
	long long first, last;

	if (bracket && sscanf(bracket, "[%lld..%lld]", &first, &last) == 2) {
		node->first = first;
		node->last = last;
	} else if (bracket && sscanf(bracket, "[%lld]", &first) == 1) {
		node->first = node->last = first;
	}
	if (bracket || dot)
		node->object = str_intern_n(name, (size_t)((bracket ? bracket : dot) - name));
}

static inline NodeId text_node(Graph *graph, const char *id)
{
	NodeKind kind = text_kind(id);
	NodeId node = graph_find(graph, id);

	if (node != NONE)
		return node;
	node = graph_node(graph, kind, str_intern(strchr(id, ':') + 1));
	if (kind == NODE_FEATURE)
		text_object(&graph->nodes.items[node]);
	return node;
}

static inline Site text_site(const char *word)
{
	char file[100] = "", function[100] = "";
	unsigned line = 0;

	if (sscanf(word, "%99[^:]:%u:%99s", file, &line, function) < 2)
		BUG("no place: \"%s\"", word);
	return (Site){ str_intern(file), line, 1, str_intern(function) };
}

static inline const char *text_value(const char *word, const char *key)
{
	size_t length = strlen(key);

	return !strncmp(word, key, length) && word[length] == '=' ? word + length + 1 : NULL;
}

static inline void text_dead_store(Node *node, const char *value)
{
	char file[100];
	unsigned line, by;

	if (sscanf(value, "%99[^:]:%u:%u", file, &line, &by) != 3)
		BUG("no dead store: \"%s\"", value);
	Str name = str_intern(file), function = str_intern("extract");
	vec_push(&node->dead_stores, (DeadStore){ { name, line, 1, function }, { name, by, 1, function } });
}

static inline void text_use(Node *node, const char *name)
{
	for (uint32_t use = 0; use < FEATURE_USES; use++)
		if (!strcmp(feature_use_text((FeatureUse)use), name))
			node->use = (FeatureUse)use;
}

static inline void node_word(Node *node, const char *word)
{
	const char *v;

	if (*word == '@')
		graph_add_site(&node->sites, text_site(word + 1));
	else if ((v = text_value(word, "module")))
		node->module = str_intern(v);
	else if ((v = text_value(word, "owner")))
		node->owner = str_intern(v);
	else if ((v = text_value(word, "label")))
		node->label = str_intern(v);
	else if ((v = text_value(word, "access")))
		node->access = str_intern(v);
	else if ((v = text_value(word, "use")))
		text_use(node, v);
	else if ((v = text_value(word, "dead")))
		text_dead_store(node, v);
	else if ((v = text_value(word, "guard")))
		graph_add_site(&node->guards, text_site(v));
	else if ((v = text_value(word, "escape")))
		vec_push(&node->escapes, str_intern(v));
	else if (!strcmp(word, "computes"))
		node->uses |= CONSUME_COMPUTE;
	else if (!strcmp(word, "branches"))
		node->uses |= CONSUME_BRANCH;
	else if (!strcmp(word, "escapes"))
		node->uses |= CONSUME_ESCAPE;
	else if (!strcmp(word, "declared"))
		node->declared = true;
	else if (!strcmp(word, "assumed"))
		node->is_assumed = true;
	else if (!strcmp(word, "has_state"))
		node->has_state = true;
	else if (!strcmp(word, "monitor"))
		node->is_monitor = true;
	else if (!strcmp(word, "test"))
		node->is_test = true;
	else
		BUG("no word of a node: \"%s\"", word);
}

typedef struct {
	DepKind kind;
	bool state, unresolved, checked;
	Str through, scaled;
	Steps steps;
} TextEdge;

static inline void edge_word(TextEdge *edge, const char *word)
{
	const char *v;

	if (*word == '@')
		vec_push(&edge->steps, (Step){ text_site(word + 1), {0}, {0}, DEP_DATA, 0 });
	else if (!strcmp(word, "data"))
		edge->kind = DEP_DATA;
	else if (!strcmp(word, "index"))
		edge->kind = DEP_INDEX;
	else if (!strcmp(word, "control"))
		edge->kind = DEP_CONTROL;
	else if (!strcmp(word, "state"))
		edge->state = true;
	else if (!strcmp(word, "unresolved"))
		edge->unresolved = true;
	else if (!strcmp(word, "checked"))
		edge->checked = true;
	else if ((v = text_value(word, "through")))
		edge->through = str_intern(v);
	else if ((v = text_value(word, "scaled")))
		edge->scaled = str_intern(v);
	else if ((v = text_value(word, "note")) && edge->steps.len)
		vec_last(&edge->steps)->note = str_intern(v);
	else
		BUG("no word of an edge: \"%s\"", word);
}

static inline void text_line(Graph *graph, char *line, unsigned number)
{
	char *save = NULL, *id = strtok_r(line, " \t", &save), *word = strtok_r(NULL, " \t", &save);

	if (!id || *id == '#')
		return;
	NodeId from = text_node(graph, id);
	if (!word || strcmp(word, "->")) {
		for (; word; word = strtok_r(NULL, " \t", &save))
			node_word(&graph->nodes.items[from], word);
		return;
	}
	TextEdge edge = { .kind = DEP_DATA };
	NodeId to = text_node(graph, strtok_r(NULL, " \t", &save));
	while ((word = strtok_r(NULL, " \t", &save)))
		edge_word(&edge, word);
	if (!edge.steps.len)
		vec_push(&edge.steps, (Step){ { str_intern("text"), number, 1, {0} }, {0}, {0}, DEP_DATA, 0 });
	for (uint32_t i = 0; i < edge.steps.len; i++)
		edge.steps.items[i].kind = edge.kind;
	EdgeId added = graph_edge(graph, from, to, edge.kind, edge.state, edge.unresolved, edge.steps);
	graph->edges.items[added].through = edge.through;
	graph->edges.items[added].scaled = edge.scaled;
	graph->edges.items[added].checked = edge.checked;
}

static inline void graph_read(Graph *graph, const char *text)
{
	char *copy = mem_strdup(text), *save = NULL;
	unsigned number = 0;

	for (char *line = strtok_r(copy, "\n", &save); line; line = strtok_r(NULL, "\n", &save))
		text_line(graph, line, ++number);
	free(copy);
}

#endif
