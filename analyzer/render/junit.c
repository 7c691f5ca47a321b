/*
 * JUnit XML, which every CI server shows: a suite for each rule, a test for each finding. New warnings and errors fail;
 * notes, suppressed findings and those of the baseline are skipped; a rule that found nothing is one test that passes.
 * Units that could not be analysed are errors of a suite of their own.
 */
#include "render/findings.h"
#include "render/renderer.h"

#include <string.h>

typedef struct {
	uint32_t tests, failures, errors, skipped;
} Counts;

typedef struct {
	const Graph *graph;
	const RenderOptions *options;
	Text body;
	Counts all;
} Junit;

static void put_attribute(Text *out, const char *name, const char *value)
{
	text_printf(out, " %s=\"", name);
	text_html(out, value);
	text_char(out, '"');
}

static void put_counts(Text *out, const Counts *counts)
{
	text_printf(out, " tests=\"%u\" failures=\"%u\" errors=\"%u\" time=\"0\"", counts->tests, counts->failures,
		counts->errors);
}

static void open_case(Text *out, const char *suite, const char *name)
{
	text_put(out, "    <testcase");
	put_attribute(out, "classname", suite);
	put_attribute(out, "name", name);
	text_put(out, " time=\"0\"");
}

static void put_skipped(Text *out, const char *why)
{
	text_put(out, ">\n      <skipped");
	put_attribute(out, "message", why);
	text_put(out, "/>\n    </testcase>\n");
}

static void put_failure(const Junit *junit, const Finding *finding, Text *out)
{
	text_put(out, ">\n      <failure");
	put_attribute(out, "type", level_text(finding->level));
	put_attribute(out, "message", str_text(finding->message));
	text_char(out, '>');
	text_html(out, str_text(finding_place(junit->graph, finding)));
	text_put(out, ": ");
	text_html(out, str_text(finding->message));
	text_char(out, '\n');
	text_html(out, str_text(finding->advice));
	for (uint32_t i = 0; i < finding->witness.len; i++) {
		const Step *step = &finding->witness.items[i];
		text_put(out, "\n  ");
		text_html(out, str_text(step->site.file));
		text_printf(out, ":%u: ", step->site.line);
		text_html(out, str_text(step->text));
	}
	text_put(out, "</failure>\n    </testcase>\n");
}

/* Why FINDING is no failure; empty when it is one. */
static Str skip_reason(const Junit *junit, const Finding *finding)
{
	if (finding->suppressed)
		return str_format("suppressed: %s", str_text(finding->suppression));
	if (!finding_is_new(junit->graph, finding, junit->options->comparison))
		return str_intern("in the baseline");
	if (finding->level < LEVEL_WARNING)
		return str_format("%s: %s", str_text(finding_place(junit->graph, finding)), str_text(finding->message));
	return (Str){0};
}

static void put_finding(const Junit *junit, const Finding *finding, const char *suite, Counts *counts, Text *out)
{
	Str reason = skip_reason(junit, finding);

	open_case(out, suite, str_text(str_format("%s [%s]", str_text(finding->subject), str_text(finding->fingerprint))));
	counts->tests++;
	if (str_empty(reason)) {
		counts->failures++;
		put_failure(junit, finding, out);
	} else {
		counts->skipped++;
		put_skipped(out, str_text(reason));
	}
}

static void put_suite(Junit *junit, const char *name, const Counts *counts, const Text *cases)
{
	text_put(&junit->body, "  <testsuite");
	put_attribute(&junit->body, "name", str_text(str_format("featdep.%s", name)));
	put_counts(&junit->body, counts);
	text_printf(&junit->body, " skipped=\"%u\">\n", counts->skipped); /* the root must not have this */
	text_put_n(&junit->body, text_data(cases), cases->len);
	text_put(&junit->body, "  </testsuite>\n");
	junit->all.tests += counts->tests;
	junit->all.failures += counts->failures;
	junit->all.errors += counts->errors;
}

static void put_rule(Junit *junit, const char *rule)
{
	Str suite = str_format("featdep.%s", rule);
	Counts counts = {0};
	Text cases = {0};

	for (uint32_t i = 0; i < junit->graph->findings.len; i++) {
		const Finding *finding = &junit->graph->findings.items[i];
		if (str_is(finding->rule, rule) && (!finding->hidden || junit->options->all))
			put_finding(junit, finding, str_text(suite), &counts, &cases);
	}
	if (!counts.tests) {
		counts.tests = 1;
		open_case(&cases, str_text(suite), "no findings");
		text_put(&cases, "/>\n");
	}
	put_suite(junit, rule, &counts, &cases);
	text_release(&cases);
}

static void put_coverage(Junit *junit)
{
	const Coverage *coverage = &junit->graph->coverage;
	Counts counts = { .tests = coverage->failed_units.len, .errors = coverage->failed_units.len };
	Text cases = {0};

	for (uint32_t i = 0; i < coverage->failed_units.len; i++) {
		const char *message = str_text(coverage->failed_units.items[i]);
		open_case(&cases, "featdep.coverage", message);
		text_put(&cases, ">\n      <error type=\"coverage\"");
		put_attribute(&cases, "message", message);
		text_put(&cases, "/>\n    </testcase>\n");
	}
	if (!counts.tests) {
		counts.tests = 1;
		open_case(&cases, "featdep.coverage", "all units were analysed");
		text_put(&cases, "/>\n");
	}
	put_suite(junit, "coverage", &counts, &cases);
	text_release(&cases);
}

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	Junit junit = { .graph = graph, .options = options };

	(void)diags;
	put_coverage(&junit);
	for (size_t i = 0; i < options->rule_count; i++)
		put_rule(&junit, options->rules[i].id);
	text_put(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"featdep\"");
	put_counts(out, &junit.all);
	text_put(out, ">\n");
	text_put_n(out, text_data(&junit.body), junit.body.len);
	text_put(out, "</testsuites>\n");
	text_release(&junit.body);
	return true;
}

const Renderer render_junit = {
	.name = "junit", .suffix = ".xml", .file = "junit.xml", .render = render,
	.summary = "JUnit XML: a suite for each rule, new warnings fail",
};
