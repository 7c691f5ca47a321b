/*
 * Fingerprints hold no lines and no files, so most findings of two runs meet by them. The few that name a file in what
 * they are about meet in a second pass by what they say. What is left may tell of several parts, some of which were
 * known: a group of elements that has grown is new, one that has shrunk or was split remains.
 */
#include "graph/compare.h"

#include "base/bitset.h"
#include "base/text.h"
#include "model/ir.h"

#include <ctype.h>

bool finding_counts(const Finding *finding, bool all)
{
	return !finding->suppressed && (all || !finding->hidden);
}

static bool is_name_char(char c)
{
	return isalnum((unsigned char)c) || strchr("_-./", c);
}

/* The rename of the file or folder that starts at TEXT + AT, or NULL. */
static const Rename *rename_at(const Renames *renames, const char *text, size_t at)
{
	if (at && is_name_char(text[at - 1]))
		return NULL;
	for (uint32_t i = 0; i < renames->len; i++) {
		const char *from = str_text(renames->items[i].from);
		size_t length = strlen(from);
		bool is_folder = length && from[length - 1] == '/';
		if (length && !strncmp(text + at, from, length) && (is_folder || !text[at + length] ||
		    !is_name_char(text[at + length]) || (text[at + length] == '.' && !is_name_char(text[at + length + 1]))))
			return &renames->items[i];
	}
	return NULL;
}

Str rename_apply(const Renames *renames, Str text)
{
	const char *bytes = str_text(text);
	Text out = {0};

	if (!renames || !renames->len)
		return text;
	for (size_t i = 0; bytes[i];) {
		const Rename *rename = rename_at(renames, bytes, i);
		if (!rename) {
			text_char(&out, bytes[i++]);
			continue;
		}
		text_put(&out, str_text(rename->to));
		i += str_length(rename->from);
	}
	Str result = str_intern(text_data(&out));
	text_release(&out);
	return result;
}

/* TEXT without the numbers of lines and columns behind file names. */
static Str without_lines(Str text)
{
	Text out = {0};

	for (const char *p = str_text(text); *p; p++) {
		text_char(&out, *p);
		while (*p == ':' && isdigit((unsigned char)p[1]))
			p += strspn(p + 1, "0123456789");
	}
	Str result = str_intern(text_data(&out));
	text_release(&out);
	return result;
}

static uint64_t fingerprint_key(const Finding *finding)
{
	return map_key(finding->rule.i, finding->fingerprint.i);
}

static uint64_t content_key(const Finding *finding, const Renames *renames)
{
	uint64_t hash = hash_u64(0, finding->rule.i);

	hash = hash_u64(hash, rename_apply(renames, finding->subject).i);
	return hash_u64(hash, without_lines(rename_apply(renames, finding->message)).i);
}

typedef struct {
	const Graph *graph, *old;
	uint32_t *match;   /* finding of the graph → the same one of the old graph, or NONE */
	Bitset taken;      /* findings of the old graph */
	uint32_t *next;    /* old finding → the next one with its key, or NONE */
} Matching;

/* Matches what is still alone by KEYS of the old findings and of the new ones, in order among equals. */
static void match_by(Matching *m, const uint64_t *old_keys, const uint64_t *keys)
{
	Map first = {0};

	for (uint32_t i = m->old->findings.len; i-- > 0;) {
		if (bitset_has(&m->taken, i))
			continue;
		m->next[i] = map_get_or(&first, old_keys[i], NONE);
		map_put(&first, old_keys[i], i);
	}
	for (uint32_t i = 0; i < m->graph->findings.len; i++) {
		uint32_t found = m->match[i] == NONE ? map_get_or(&first, keys[i], NONE) : NONE;
		if (found == NONE)
			continue;
		m->match[i] = found;
		bitset_add(&m->taken, found);
		map_put(&first, keys[i], m->next[found]);
	}
	map_release(&first);
}

static void match_findings(Matching *m, const Renames *renames)
{
	uint64_t *old_keys = mem_calloc(m->old->findings.len + 1, sizeof *old_keys);
	uint64_t *keys = mem_calloc(m->graph->findings.len + 1, sizeof *keys);

	for (uint32_t i = 0; i < m->old->findings.len; i++)
		old_keys[i] = fingerprint_key(&m->old->findings.items[i]);
	for (uint32_t i = 0; i < m->graph->findings.len; i++) {
		keys[i] = fingerprint_key(&m->graph->findings.items[i]);
		m->match[i] = NONE;
	}
	match_by(m, old_keys, keys);
	for (uint32_t i = 0; i < m->old->findings.len; i++)
		old_keys[i] = content_key(&m->old->findings.items[i], renames);
	for (uint32_t i = 0; i < m->graph->findings.len; i++)
		keys[i] = content_key(&m->graph->findings.items[i], NULL);
	match_by(m, old_keys, keys);
	free(old_keys);
	free(keys);
}

static uint32_t parts_count(const Finding *finding)
{
	return finding->parts.len ? finding->parts.len : 1;
}

static uint64_t part_key(const Finding *finding, uint32_t part)
{
	return map_key(finding->rule.i, (finding->parts.len ? finding->parts.items[part] : finding->fingerprint).i);
}

/* Part → the highest level it has in a graph. Findings that are alone on both sides do not meet by it. */
typedef struct { Map all, grouped; } Parts;

static void part_add(Map *levels, uint64_t key, Level level)
{
	if (map_get_or(levels, key, LEVEL_OFF) <= level)
		map_put(levels, key, level);
}

static void parts_add(Parts *parts, const Finding *finding)
{
	for (uint32_t i = 0; i < parts_count(finding); i++) {
		part_add(&parts->all, part_key(finding, i), finding->level);
		if (finding->parts.len)
			part_add(&parts->grouped, part_key(finding, i), finding->level);
	}
}

/* Whether one of the parts of FINDING, or EACH of them, is among PARTS, and not at a lower level than LEAST. */
static bool parts_known(const Finding *finding, const Parts *parts, bool each, Level least)
{
	for (uint32_t i = 0; i < parts_count(finding); i++) {
		uint32_t level;
		bool known = map_get(finding->parts.len ? &parts->all : &parts->grouped, part_key(finding, i), &level) &&
			level >= least;
		if (known != each)
			return known;
	}
	return each;
}

static void parts_release(Parts *parts)
{
	map_release(&parts->all);
	map_release(&parts->grouped);
}

void findings_compare(const Graph *graph, const Graph *old, const Renames *renames, bool all, Comparison *comparison)
{
	Matching m = { .graph = graph, .old = old };
	Parts old_parts = {0}, parts = {0};

	m.match = mem_calloc(graph->findings.len + 1, sizeof *m.match);
	m.next = mem_calloc(old->findings.len + 1, sizeof *m.next);
	match_findings(&m, renames);
	for (uint32_t i = 0; i < old->findings.len; i++)
		if (finding_counts(&old->findings.items[i], all))
			parts_add(&old_parts, &old->findings.items[i]);
	for (uint32_t i = 0; i < graph->findings.len; i++)
		parts_add(&parts, &graph->findings.items[i]);
	comparison->old = old;
	comparison->is_partial = graph->coverage.units_failed > 0;
	for (uint32_t i = 0; i < graph->findings.len; i++) {
		const Finding *finding = &graph->findings.items[i];
		const Finding *before = m.match[i] == NONE ? NULL : &old->findings.items[m.match[i]];
		bool known = before ? (finding_counts(before, all) || !finding_counts(finding, all)) &&
			before->level >= finding->level : parts_known(finding, &old_parts, true, finding->level);
		vec_push(&comparison->states, known ? FINDING_REMAINING : FINDING_NEW);
		if (finding_counts(finding, all))
			*(known ? &comparison->remaining : &comparison->added) += 1;
	}
	for (uint32_t i = 0; i < old->findings.len; i++)
		if (!bitset_has(&m.taken, i) && finding_counts(&old->findings.items[i], all) &&
		    !parts_known(&old->findings.items[i], &parts, false, LEVEL_OFF))
			vec_push(&comparison->fixed, &old->findings.items[i]);
	parts_release(&old_parts);
	parts_release(&parts);
	bitset_release(&m.taken);
	free(m.match);
	free(m.next);
}

void comparison_release(Comparison *comparison)
{
	vec_release(&comparison->states);
	vec_release(&comparison->fixed);
	*comparison = (Comparison){0};
}

static Str node_change(const Node *a, const Node *b)
{
	Text what = {0};

	if (a->kind == NODE_FEATURE && a->use != b->use)
		text_printf(&what, "%s, was %s", feature_use_text(b->use), feature_use_text(a->use));
	else if (a->declared != b->declared)
		text_put(&what, b->declared ? "now declared" : "no longer declared");
	else if (!str_equal(a->version, b->version))
		text_printf(&what, "version \"%s\", was \"%s\"", str_text(b->version), str_text(a->version));
	else if (!str_equal(a->owner, b->owner))
		text_printf(&what, "owner \"%s\", was \"%s\"", str_text(b->owner), str_text(a->owner));
	else if (!str_equal(a->access, b->access))
		text_printf(&what, "access \"%s\", was \"%s\"", str_text(b->access), str_text(a->access));
	Str result = str_intern(text_data(&what));
	text_release(&what);
	return result;
}

/* Node of BEFORE → the same one of AFTER, or NONE. */
static NodeId *nodes_match(const Graph *before, const Graph *after, const Renames *renames)
{
	NodeId *same = mem_calloc(before->nodes.len + 1, sizeof *same);

	for (NodeId n = 0; n < before->nodes.len; n++)
		same[n] = map_get_or(&after->by_id, rename_apply(renames, before->nodes.items[n].id).i, NONE);
	return same;
}

static void diff_nodes(GraphDiff *diff, const NodeId *same)
{
	Bitset met = {0};

	for (NodeId n = 0; n < diff->before->nodes.len; n++) {
		if (same[n] == NONE) {
			vec_push(&diff->went, n);
			continue;
		}
		bitset_add(&met, same[n]);
		Str what = node_change(&diff->before->nodes.items[n], &diff->after->nodes.items[same[n]]);
		if (!str_empty(what))
			vec_push(&diff->changed, (NodeChange){ n, same[n], what });
	}
	for (NodeId n = 0; n < diff->after->nodes.len; n++)
		if (!bitset_has(&met, n))
			vec_push(&diff->came, n);
	bitset_release(&met);
}

static void diff_edges(GraphDiff *diff, const NodeId *same)
{
	Bitset met = {0};

	for (EdgeId e = 0; e < diff->before->edges.len; e++) {
		const Edge *old = &diff->before->edges.items[e];
		EdgeId found = same[old->from] == NONE || same[old->to] == NONE ? NONE
			: map_get_or(&diff->after->by_ends, map_key(same[old->from], same[old->to]), NONE);
		if (found == NONE) {
			vec_push(&diff->edges_went, e);
			continue;
		}
		const Edge *new = &diff->after->edges.items[found];
		bitset_add(&met, found);
		if (old->kind != new->kind || old->state != new->state)
			vec_push(&diff->edges_changed, (EdgeChange){ e, found });
	}
	for (EdgeId e = 0; e < diff->after->edges.len; e++)
		if (!bitset_has(&met, e))
			vec_push(&diff->edges_came, e);
	bitset_release(&met);
}

void graph_diff(const Graph *before, const Graph *after, const Renames *renames, GraphDiff *diff)
{
	NodeId *same = nodes_match(before, after, renames);

	diff->before = before;
	diff->after = after;
	diff_nodes(diff, same);
	diff_edges(diff, same);
	free(same);
}

bool graph_diff_empty(const GraphDiff *diff)
{
	return !diff->came.len && !diff->went.len && !diff->changed.len && !diff->edges_came.len && !diff->edges_went.len &&
		!diff->edges_changed.len;
}

void graph_diff_release(GraphDiff *diff)
{
	vec_release(&diff->came);
	vec_release(&diff->went);
	vec_release(&diff->changed);
	vec_release(&diff->edges_came);
	vec_release(&diff->edges_went);
	vec_release(&diff->edges_changed);
	*diff = (GraphDiff){0};
}
