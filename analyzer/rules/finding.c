/* What rules share: adding a finding under the manifest's settings and suppressions, and the phrases of messages. */
#include "rules/ignore.h"

#include <fnmatch.h>

const Node *context_node(const RuleContext *context, NodeId node)
{
	return &context->graph->nodes.items[node];
}

bool node_is_many(const Node *node)
{
	const char *star = strchr(str_text(node->name), '*');

	return node->kind == NODE_FEATURE && star && (star == str_text(node->name) || star[-1] != '[');
}

bool subject_match(const char *pattern, const char *subject)
{
	Text literal = {0};

	if (!strcmp(pattern, subject) || !fnmatch(pattern, subject, 0))
		return true;
	for (const char *p = pattern; *p; p++)
		text_printf(&literal, *p == '[' ? "\\%c" : "%c", *p);
	bool matched = !fnmatch(text_data(&literal), subject, 0);
	text_release(&literal);
	return matched;
}

bool node_match(const char *pattern, const Node *node)
{
	return subject_match(pattern, str_text(node->id)) || subject_match(pattern, str_text(node->name));
}

static Level level_named(const char *name, Level otherwise)
{
	for (Level level = LEVEL_OFF; level <= LEVEL_ERROR; level++)
		if (!strcmp(level_text(level), name))
			return level;
	return otherwise;
}

/* A setting replaces the level of ordinary findings and caps that of sub-kinds. */
static Level level_set(const RuleContext *context, Level level)
{
	const RuleSetting *setting = roles_setting(context->roles, context->rule->id);
	Level own = context->rule->level;

	if (!setting)
		return own == LEVEL_OFF ? LEVEL_OFF : level;
	Level wanted = level_named(str_text(setting->level), own);
	if (own == LEVEL_OFF)
		return wanted;
	if (level == own)
		return wanted;
	if (level > own)
		return wanted < own ? wanted : level;
	return wanted < level ? wanted : level;
}

int64_t rule_limit(const RuleContext *context, Limit limit, int64_t otherwise)
{
	const RuleSetting *setting = roles_setting(context->roles, context->rule->id);

	if (!setting)
		return otherwise;
	const int64_t set[LIMIT_COUNT] = {
		[LIMIT_MODELS] = setting->models, [LIMIT_STEPS] = setting->steps, [LIMIT_FUNCTIONS] = setting->functions,
		[LIMIT_FILES] = setting->files, [LIMIT_MODULES] = setting->modules, [LIMIT_STORES] = setting->stores, [LIMIT_SOURCES] = setting->sources,
	};
	return set[limit] > 0 ? set[limit] : otherwise;
}

bool suppression_counts(const RuleContext *context, const Suppression *s)
{
	return str_empty(s->until) || str_compare(s->until, context->today) >= 0;
}

static bool suppression_applies(const RuleContext *context, const Suppression *s, const char *subject)
{
	return !s->in_source && str_is(s->rule, context->rule->id) && subject_match(str_text(s->subject), subject) &&
		suppression_counts(context, s);
}

static bool comment_applies(const RuleContext *context, const Suppression *s, const char *subject)
{
	NodeId node = s->in_source && str_is(s->rule, context->rule->id) ? graph_find(context->graph, subject) : NONE;

	return node != NONE && suppression_counts(context, s) && ignore_covers(s, context_node(context, node));
}

const Suppression *finding_suppression(const RuleContext *context, const char *subject)
{
	for (uint32_t i = 0; i < context->roles->suppressions.len; i++) {
		const Suppression *s = &context->roles->suppressions.items[i];
		if (suppression_applies(context, s, subject) || comment_applies(context, s, subject))
			return s;
	}
	return NULL;
}

void finding_suppress(RuleContext *context, Finding *finding, const char *subject)
{
	for (uint32_t i = 0; i < context->roles->suppressions.len; i++) {
		const Suppression *s = &context->roles->suppressions.items[i];
		if (!suppression_applies(context, s, subject))
			continue;
		context->suppressions[i]++;
		if (!finding->suppressed)
			finding->suppression = s->reason;
		finding->suppressed = true;
	}
}

/* Enumerators outlive numbers: one that is added before them moves all elements of an array behind it. */
static const char *lasting_name(const RuleContext *context, const char *id)
{
	NodeId node = graph_find(context->graph, id);

	if (node == NONE || str_empty(context_node(context, node)->label))
		return id;
	return str_text(str_format("%s:%s", node_kind_text(context_node(context, node)->kind),
	                           str_text(context_node(context, node)->label)));
}

static Str fingerprint(const RuleContext *context, const char *subject, const char *key)
{
	const char *parts[] = { context->rule->id, lasting_name(context, subject), lasting_name(context, key) };
	uint64_t hash = 0;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		hash = hash_bytes(hash, parts[i], strlen(parts[i]) + 1);
	return str_format("%016llx", (unsigned long long)hash);
}

Finding *finding_add(RuleContext *context, Level level, const char *subject, const char *key, const Text *message,
                     const Text *advice)
{
	Level set = level_set(context, level);

	if (set == LEVEL_OFF)
		return NULL;
	Finding *finding = vec_add(&context->graph->findings);
	finding->rule = str_intern(context->rule->id);
	finding->level = set;
	finding->subject = str_intern(subject);
	finding->message = str_intern(text_data(message));
	finding->advice = str_intern(text_data(advice));
	finding->fingerprint = fingerprint(context, subject, key);
	finding_suppress(context, finding, subject);
	return finding;
}

void finding_part(const RuleContext *context, Finding *finding, const char *subject, const char *key)
{
	if (!finding)
		return;
	Str part = fingerprint(context, subject, key);
	finding->fingerprint = fingerprint(context, finding->parts.len ? str_text(finding->fingerprint) : "", str_text(part));
	vec_push(&finding->parts, part);
}

void finding_node(Finding *finding, NodeId node)
{
	for (uint32_t i = 0; finding && i < finding->nodes.len; i++)
		if (finding->nodes.items[i] == node)
			return;
	if (finding)
		vec_push(&finding->nodes, node);
}

void finding_path(const RuleContext *context, Finding *finding, const EdgeIds *path)
{
	for (uint32_t i = 0; finding && i < path->len; i++)
		vec_append(&finding->witness, &context->graph->edges.items[path->items[i]].witness);
}

void put_site(Text *text, const Site *site)
{
	if (str_empty(site->file))
		text_put(text, "unknown place");
	else
		text_printf(text, site->line ? "%s:%u" : "%s", str_text(site->file), site->line);
}

void put_node(Text *text, const Node *node)
{
	text_put(text, str_text(node->id));
	for (uint32_t i = 0; i < node->sites.len; i++) {
		if (str_empty(node->sites.items[i].file))
			continue;
		text_put(text, " (");
		put_site(text, &node->sites.items[i]);
		text_put(text, ")");
		break;
	}
}

void put_nodes(Text *text, const RuleContext *context, const NodeIds *nodes, uint32_t limit)
{
	for (uint32_t i = 0; i < nodes->len && i < limit; i++)
		text_printf(text, "%s%s", i ? ", " : "", str_text(context_node(context, nodes->items[i])->id));
	if (nodes->len > limit)
		text_printf(text, " and %u more", nodes->len - limit);
}

void put_path(Text *text, const RuleContext *context, const EdgeIds *path)
{
	for (uint32_t i = 0; i < path->len; i++) {
		const Edge *edge = &context->graph->edges.items[path->items[i]];
		if (!i)
			text_put(text, str_text(context_node(context, edge->from)->id));
		text_put(text, " →");
		if (edge->kind != DEP_DATA)
			text_printf(text, " [%s]", dep_kind_text(edge->kind));
		text_printf(text, " %s", str_text(context_node(context, edge->to)->id));
	}
}

static uint32_t count_doubts(const RuleContext *context, const EdgeIds *path)
{
	uint32_t doubts = 0;

	for (uint32_t i = 0; i < path->len; i++) {
		const Edge *edge = &context->graph->edges.items[path->items[i]];
		doubts += edge->unresolved || context_node(context, edge->to)->is_assumed ||
			(!i && context_node(context, edge->from)->is_assumed);
	}
	return doubts;
}

const Node *path_any_key(const RuleContext *context, const EdgeIds *path)
{
	for (uint32_t i = 0; i < path->len; i++) {
		const Node *to = context_node(context, context->graph->edges.items[path->items[i]].to);
		const char *key = strrchr(str_text(to->name), '[');
		if (to->kind == NODE_STORE && key && !strcmp(key, "[*]"))
			return to;
	}
	return NULL;
}

void put_certainty(Text *text, const RuleContext *context, const EdgeIds *path)
{
	uint32_t doubts = count_doubts(context, path);
	const Node *store = path_any_key(context, path);

	if (store)
		text_printf(text, "; not certain: which keys of %s are written and read is not known", str_text(store->id));

	if (doubts)
		text_printf(text, "; not certain: %u of %u edges of the path rest on code that could not be resolved", doubts,
		            path->len);
}

static void put_count(Text *text, uint32_t count, const char *what)
{
	if (count)
		text_printf(text, "%u %s%s, ", count, what, count == 1 ? "" : "s");
}

void put_blast(Text *text, const RuleContext *context, NodeId node)
{
	NodeIds after = {0};
	uint32_t counts[NODE_STORE + 1] = {0};
	size_t start = text->len;

	query_impact(&context->query, node, &after);
	for (uint32_t i = 0; i < after.len; i++)
		counts[context_node(context, after.items[i])->kind]++;
	put_count(text, counts[NODE_FEATURE], "feature");
	put_count(text, counts[NODE_MODEL], "model");
	put_count(text, counts[NODE_PREDICTION], "prediction");
	put_count(text, counts[NODE_CONSUMER], "consumer");
	vec_release(&after);
	if (text->len == start) {
		text_put(text, "nothing downstream");
	} else {
		text->data[text->len -= 2] = '\0';
		text_put(text, " downstream");
	}
}
