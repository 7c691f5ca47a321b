/*
 * Ensembles that are not isolated: members that share inputs make the same mistakes, and improving one of them can
 * make the whole worse.
 *
 *     double p = 0.5 * (predict_a(f, N) + predict_b(g, M));   // f and g both hold profile->age
 *
 * Members are the models of a declared ensemble, or those whose predictions meet in one expression; a model that is
 * fed with another member is a cascade and no ensemble.
 */
#include "rules/rule.h"

enum { SHOWN = 6 };

typedef struct {
	Str name;
	NodeIds members;
	NodeId merge;    /* where the predictions meet; NONE: declared */
} Group;

static void collect_shared(const RuleContext *context, const Group *group, NodeIds *shared)
{
	uint32_t count = context->graph->nodes.len;
	uint32_t *seen = mem_calloc(count + 1, sizeof *seen);

	for (uint32_t i = 0; i < group->members.len; i++) {
		Bitset before = {0};
		query_reach_until(&context->query, group->members.items[i], BACKWARD, KIND_VALUE, 1u << NODE_MODEL, &before);
		for (NodeId n = 0; n < count; n++)
			seen[n] += bitset_has(&before, n);
		bitset_release(&before);
	}
	for (NodeId n = 0; n < count; n++) {
		NodeKind kind = context_node(context, n)->kind;
		if (seen[n] > 1 && (kind == NODE_SIGNAL || kind == NODE_FEATURE))
			vec_push(shared, n);
	}
	free(seen);
}

/* "a (x, z), b": which members an input is shared by, where it is not all of them: the matrix. */
static void put_shared(Text *text, const RuleContext *context, const Group *group, const NodeIds *shared)
{
	for (uint32_t i = 0; i < shared->len && i < SHOWN; i++) {
		NodeIds users = {0};
		for (uint32_t k = 0; k < group->members.len; k++) {
			EdgeIds path = {0};
			if (query_path(&context->query, shared->items[i], group->members.items[k], KIND_VALUE, 1u << NODE_MODEL, &path))
				vec_push(&users, group->members.items[k]);
			vec_release(&path);
		}
		text_printf(text, "%s%s", i ? ", " : "", str_text(context_node(context, shared->items[i])->id));
		if (users.len < group->members.len) {
			text_put(text, " (");
			put_nodes(text, context, &users, SHOWN);
			text_put(text, ")");
		}
		vec_release(&users);
	}
	if (shared->len > SHOWN)
		text_printf(text, " and %u more", shared->len - SHOWN);
}

/* From INPUT to each member. */
static void collect_ways(const RuleContext *context, const Group *group, NodeId input, EdgeIds *ways)
{
	for (uint32_t i = 0; i < group->members.len; i++) {
		EdgeIds path = {0};
		if (query_path(&context->query, input, group->members.items[i], KIND_VALUE, 1u << NODE_MODEL, &path))
			vec_append(ways, &path);
		vec_release(&path);
	}
}

static void report(RuleContext *context, const Group *group)
{
	Text message = {0}, advice = {0};
	NodeIds shared = {0};
	EdgeIds ways = {0};

	collect_shared(context, group, &shared);
	if (shared.len) {
		put_nodes(&message, context, &group->members, 4);
		if (group->merge == NONE) {
			text_printf(&message, " form the ensemble %s", strchr(str_text(group->name), ':') + 1);
		} else {
			text_put(&message, " are merged in ");
			put_node(&message, context_node(context, group->merge));
		}
		text_printf(&message, " and share %u input%s: ", shared.len, shared.len == 1 ? "" : "s");
		put_shared(&message, context, group, &shared);
		collect_ways(context, group, shared.items[0], &ways);
		put_certainty(&message, context, &ways);
		text_put(&advice, "keep the inputs of the members disjoint, or train them jointly and release them together");
		Finding *finding = finding_add(context, LEVEL_WARNING, str_text(group->name), "", &message, &advice);
		finding_path(context, finding, &ways);
		for (uint32_t i = 0; i < group->members.len; i++)
			finding_node(finding, group->members.items[i]);
		for (uint32_t i = 0; i < shared.len; i++)
			finding_node(finding, shared.items[i]);
	}
	vec_release(&shared);
	vec_release(&ways);
	text_release(&message);
	text_release(&advice);
}

static void add_member(Group *group, NodeId model)
{
	for (uint32_t i = 0; i < group->members.len; i++)
		if (group->members.items[i] == model)
			return;
	vec_push(&group->members, model);
}

static void check_declared(RuleContext *context, const Ensemble *ensemble)
{
	Group group = { .name = str_format("ensemble:%s", str_text(ensemble->name)), .merge = NONE };

	for (uint32_t i = 0; i < ensemble->models.len; i++)
		for (NodeId n = 0; n < context->graph->nodes.len; n++)
			if (context_node(context, n)->kind == NODE_MODEL &&
			    node_match(str_text(ensemble->models.items[i]), context_node(context, n)))
				add_member(&group, n);
	report(context, &group);
	vec_release(&group.members);
}

/* The value is computed with at SITE. */
static bool computes_at(const Edge *edge, const Site *site)
{
	for (uint32_t i = 0; i < edge->witness.len; i++) {
		const Step *step = &edge->witness.items[i];
		if (str_is(step->note, "computed") && str_equal(step->site.file, site->file) &&
		    step->site.line == site->line && step->site.column == site->column)
			return true;
	}
	return false;
}

/* Both are computed with in one place, or arrive in one line. */
static bool meet(const Edge *a, const Edge *b)
{
	if (!a->witness.len || !b->witness.len)
		return false;
	const Site *x = &vec_last(&a->witness)->site, *y = &vec_last(&b->witness)->site;
	if (str_equal(x->file, y->file) && x->line == y->line && str_equal(x->function, y->function))
		return true;
	for (uint32_t i = 0; i < a->witness.len; i++)
		if (str_is(a->witness.items[i].note, "computed") && computes_at(b, &a->witness.items[i].site))
			return true;
	return false;
}

static bool are_chained(const RuleContext *context, NodeId a, NodeId b)
{
	Bitset after = {0};

	query_reach(&context->query, a, FORWARD, KIND_VALUE, &after);
	bool chained = bitset_has(&after, b);
	bitset_clear(&after);
	query_reach(&context->query, b, FORWARD, KIND_VALUE, &after);
	chained |= bitset_has(&after, a);
	bitset_release(&after);
	return chained;
}

static bool is_declared(const RuleContext *context, NodeId a, NodeId b)
{
	for (uint32_t i = 0; i < context->roles->ensembles.len; i++) {
		const Ensemble *ensemble = &context->roles->ensembles.items[i];
		int found = 0;
		for (uint32_t k = 0; k < ensemble->models.len; k++)
			found |= (node_match(str_text(ensemble->models.items[k]), context_node(context, a)) ? 1 : 0) |
				(node_match(str_text(ensemble->models.items[k]), context_node(context, b)) ? 2 : 0);
		if (found == 3)
			return true;
	}
	return false;
}

typedef struct { const Edge *edge; NodeId model; } Input;
typedef VEC(Input) Inputs;

/* The predictions that NODE is computed from. */
static void find_inputs(const RuleContext *context, NodeId node, Inputs *inputs)
{
	uint32_t count;
	const EdgeId *edges = query_edges(&context->query, node, BACKWARD, &count);

	for (uint32_t i = 0; i < count; i++) {
		const Edge *edge = &context->graph->edges.items[edges[i]];
		NodeId model = edge->kind == DEP_DATA ? query_model(&context->query, edge->from) : NONE;
		if (model != NONE)
			vec_push(inputs, (Input){ edge, model });
	}
}

/* Predictions of several models that meet in one expression before NODE. */
static void check_merge(RuleContext *context, NodeId node)
{
	Group group = { .name = context_node(context, node)->id, .merge = node };
	Inputs inputs = {0};

	find_inputs(context, node, &inputs);
	for (uint32_t i = 0; i < inputs.len; i++)
		for (uint32_t k = i + 1; k < inputs.len; k++) {
			NodeId x = inputs.items[i].model, y = inputs.items[k].model;
			if (x == y || !meet(inputs.items[i].edge, inputs.items[k].edge) || are_chained(context, x, y) ||
			    is_declared(context, x, y))
				continue;
			add_member(&group, x);
			add_member(&group, y);
		}
	vec_release(&inputs);
	if (group.members.len)
		report(context, &group);
	vec_release(&group.members);
}

static void run(RuleContext *context)
{
	for (uint32_t i = 0; i < context->roles->ensembles.len; i++)
		check_declared(context, &context->roles->ensembles.items[i]);
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		NodeKind kind = context_node(context, n)->kind;
		if (kind == NODE_CONSUMER || kind == NODE_FEATURE)
			check_merge(context, n);
	}
}

const Rule rule_ensemble_not_isolated = {
	.id = "ensemble-not-isolated",
	.level = LEVEL_WARNING,
	.section = "2.1",
	.summary = "members of an ensemble share inputs",
	.help = "An ensemble is better than its members as long as their errors are independent. Members that share "
		"signals or features err together, and improving one of them can make the whole worse.\n"
		"\n"
		"    f[0] = profile->age;\n"
		"    g[0] = profile->age;\n"
		"    return 0.5 * (predict_a(f, N) + predict_b(g, M));\n"
		"\n"
		"Members are declared under ensembles, or found where predictions meet in one expression.\n"
		"\n"
		"Remedy: keep the members' inputs disjoint, or train them jointly and release them together.",
	.run = run,
};
