/*
 * Rules: each looks at the complete graph for one smell and adds findings. A rule is one file, analyzer/rules/NAME.c
 * with `const Rule rule_NAME`, NAME being the id with '_' for '-'; the table comes from the names of the files.
 */
#ifndef FEATDEP_RULES_RULE_H
#define FEATDEP_RULES_RULE_H

#include "base/diag.h"
#include "graph/query.h"
#include "model/graph.h"
#include "model/roles.h"

typedef struct RuleContext RuleContext;

typedef struct {
	const char *id;
	Level level;         /* of its ordinary findings, unless the manifest sets another */
	const char *section; /* of "Hidden Technical Debt in Machine Learning Systems" */
	const char *summary; /* one line */
	const char *help;    /* the smell, an example in C, the remedy; paragraphs */
	void (*run)(RuleContext *context);
	bool last;           /* looks at what the other rules found, so it runs after them */
} Rule;

typedef enum { LIMIT_MODELS, LIMIT_STEPS, LIMIT_FUNCTIONS, LIMIT_FILES, LIMIT_MODULES, LIMIT_STORES, LIMIT_SOURCES,
               LIMIT_COUNT } Limit;

extern const Rule *const rules_all[]; /* sorted by id */
extern const size_t rules_count;
/* The rule with this id, or NULL. */
const Rule *rule_find(const char *id);

/* Runs all rules over GRAPH, which graph_complete has completed, and replaces its findings; sorted by level (errors
   first), rule, and within a rule by subject, or by weight for the rules that rank. Suppressed findings stay, marked.
   Steps of findings get the text of their line where it can be read. Diagnostics: settings and suppressions of unknown
   rules. */
void rules_run(Graph *graph, const Roles *roles, Diags *diags);

/* ---- for the rules ---- */

struct RuleContext {
	const Rule *rule;
	Graph *graph;
	const Roles *roles;
	Query query;
	Bitset fed;             /* the features that reach a model */
	Str today;              /* YYYY-MM-DD: SOURCE_DATE_EPOCH when set, else the clock */
	uint32_t *suppressions; /* findings that each suppression of the roles matched */
};

/* A finding about SUBJECT. LEVEL is the rule's own or that of a sub-kind: a setting in the manifest replaces the
   former and caps the latter. The fingerprint is made of the rule, SUBJECT and KEY. Returns NULL when the rule is off.
   The result is valid until the next one is added; MESSAGE and ADVICE are copied. */
Finding *finding_add(RuleContext *context, Level level, const char *subject, const char *key, const Text *message,
                     const Text *advice);
/* FINDING, of several parts, tells also of SUBJECT: the fingerprint of the part is that of a finding of its own,
   that of FINDING is made of those of its parts. FINDING may be NULL. */
void finding_part(const RuleContext *context, Finding *finding, const char *subject, const char *key);
/* Whether S has not ended yet. */
bool suppression_counts(const RuleContext *context, const Suppression *s);
/* The first suppression that applies to SUBJECT, or NULL. Does not count as a match. */
const Suppression *finding_suppression(const RuleContext *context, const char *subject);
/* Marks FINDING when a suppression applies to SUBJECT, a part of what it is about. finding_add does it for its own. */
void finding_suppress(RuleContext *context, Finding *finding, const char *subject);
/* Adds the witnesses of PATH to FINDING, which may be NULL. */
void finding_path(const RuleContext *context, Finding *finding, const EdgeIds *path);
void finding_node(Finding *finding, NodeId node); /* unless it is there; FINDING may be NULL */

/* What the manifest sets for the rule, else OTHERWISE. */
int64_t rule_limit(const RuleContext *context, Limit limit, int64_t otherwise);

/* Equal, or a glob as in fnmatch; brackets also match themselves, since ids of elements contain them. */
bool subject_match(const char *pattern, const char *subject);
/* PATTERN of a consumer's `of` (or any name of a node as written): its id, or its name without the kind. */
bool node_match(const char *pattern, const Node *node);

const Node *context_node(const RuleContext *context, NodeId node);
/* NODE stands for all features that are emitted under names which only the run knows: nothing is known of each. */
bool node_is_many(const Node *node);
/* "src/a.c:12", or "unknown place". */
void put_site(Text *text, const Site *site);
/* "ID (src/a.c:12)": the first place of the node; without parentheses when none is known. */
void put_node(Text *text, const Node *node);
/* "a, b and 3 more": the ids of the first LIMIT of NODES. */
void put_nodes(Text *text, const RuleContext *context, const NodeIds *nodes, uint32_t limit);
/* "prediction:a → feature:b → model:c", kinds of edges other than data shown. */
void put_path(Text *text, const RuleContext *context, const EdgeIds *path);
/* The first store on PATH in which any key may be meant, or NULL. */
const Node *path_any_key(const RuleContext *context, const EdgeIds *path);
/* Appends a clause when PATH holds unresolved edges, assumed nodes or stores of unknown keys: it is not certain. */
void put_certainty(Text *text, const RuleContext *context, const EdgeIds *path);
/* "2 models and 14 consumers downstream", or "nothing else is affected". */
void put_blast(Text *text, const RuleContext *context, NodeId node);

#endif
