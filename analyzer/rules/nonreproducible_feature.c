/*
 * Features that cannot be reproduced: they rest on the time, on chance, on the process, on where things lie in memory,
 * or on memory that nobody wrote. Such a feature has one value in training and another in serving, and no test can pin
 * it down.
 *
 *     f[JITTER] = rand() % 100;
 *     f[AGE] = time(NULL) - user->born;
 *     predict(f, N);                     // two runs, two predictions
 */
#include "rules/feed.h"

static const struct { const char *name; const char *what; } sources[] = {
	{ "time", "the time" }, { "clock", "the time" }, { "clock_gettime", "the time" }, { "gettimeofday", "the time" },
	{ "timespec_get", "the time" }, { "times", "the time" }, { "getrusage", "the time" }, { "rdtsc", "the time" },
	{ "rand", "chance" }, { "rand_r", "chance" }, { "random", "chance" }, { "drand48", "chance" },
	{ "erand48", "chance" }, { "lrand48", "chance" }, { "nrand48", "chance" }, { "mrand48", "chance" },
	{ "jrand48", "chance" }, { "arc4random", "chance" }, { "arc4random_uniform", "chance" },
	{ "arc4random_buf", "chance" }, { "getrandom", "chance" }, { "getentropy", "chance" },
	{ "getpid", "the process" }, { "getppid", "the process" }, { "gettid", "the process" },
	{ "pthread_self", "the process" }, { "getloadavg", "the load of the machine" },
};

static const char *nature_of_name(Str name)
{
	size_t length = str_empty(name) ? 0 : strcspn(str_text(name), ".[");

	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
		if (strlen(sources[i].name) == length && !strncmp(sources[i].name, str_text(name), length))
			return sources[i].what;
	return NULL;
}

/* What a person calls a signal says nothing where the function that gives it is known, or where it is a value in memory. */
static const char *nature_of(const Node *node)
{
	bool named = !str_empty(node->callee) && !strpbrk(str_text(node->callee), "*?[");

	return node->in_memory ? NULL : nature_of_name(named ? node->callee : node->name);
}

static void report_source(RuleContext *context, const Feed *feed, const char *what)
{
	Text message = {0}, advice = {0};

	put_feed(&message, context, feed);
	text_printf(&message, " rest%s on %s: ", feed->features.len == 1 ? "s" : "", what);
	put_node(&message, context_node(context, feed->source));
	text_put(&advice, "pass the value in from where it can be recorded and replayed, or seed it");
	feed_report(context, LEVEL_WARNING, feed, "", &message, &advice);
	text_release(&message);
	text_release(&advice);
}

static void report_memory(RuleContext *context, NodeId feature, const Definition *definition)
{
	const Node *node = context_node(context, feature);
	Text message = {0}, advice = {0};
	NodeIds models = {0};

	query_fed_models(&context->query, feature, &models);
	bool written = !definition->uninitialised;
	put_node(&message, node);
	text_put(&message, written ? " of " : " may be read by ");
	put_nodes(&message, context, &models, 3);
	text_put(&message, written ? " is computed from an address: where things lie differs from run to run"
	                           : " before anything has written it");
	text_put(&advice, written ? "use a key that means the same at every run" : "write it on every path, or initialise it");
	Finding *finding = finding_add(context, LEVEL_WARNING, str_text(node->id), written ? "address" : "uninitialised",
	                               &message, &advice);
	finding_node(finding, feature);
	if (finding)
		vec_push(&finding->witness, (Step){ .site = definition->site, .note = str_intern("used"), .kind = DEP_DATA });
	vec_release(&models);
	text_release(&message);
	text_release(&advice);
}

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		const Node *node = context_node(context, n);
		const char *what = node->kind == NODE_SIGNAL && str_empty(node->version) ? nature_of(node) : NULL;
		Feed feed;
		if (node->kind == NODE_FEATURE && bitset_has(&context->fed, n))
			for (uint32_t i = 0; i < node->definitions.len; i++)
				if (node->definitions.items[i].uninitialised || node->definitions.items[i].address) {
					report_memory(context, n, &node->definitions.items[i]);
					break;
				}
		if (!what)
			continue;
		feed_find(context, n, KIND_VALUE, &feed);
		if (feed.models.len && feed.features.len)
			report_source(context, &feed, what);
		feed_release(&feed);
	}
}

const Rule rule_nonreproducible_feature = {
	.id = "nonreproducible-feature",
	.level = LEVEL_WARNING,
	.section = "8.2",
	.summary = "a feature rests on the time, on chance, on the process, on an address, or on memory that nobody wrote",
	.help = "What differs at every run cannot be reproduced: training and serving see different values, a bad "
		"prediction cannot be replayed, and tests cannot pin the feature down.\n"
		"\n"
		"    f[JITTER] = rand() % 100;\n"
		"    f[AGE] = time(NULL) - user->born;\n"
		"    predict(f, N);                 /* two runs, two predictions */\n"
		"\n"
		"A pointer that became a number counts as well, but not the difference of two. A declared signal of such a "
		"name with a version is taken as recorded.\n"
		"\n"
		"Remedy: pass the value in as a signal that is recorded with the example, seed it, or initialise the memory.",
	.run = run,
};
