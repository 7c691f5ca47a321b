/* featdep rules: the catalogue of findings, from the rules themselves. */
#include "commands/command.h"

#include "rules/rule.h"

#include <string.h>

static const Option options[] = {
	{ "markdown", NULL, "print the whole catalogue as a page of documentation" },
	{ NULL, NULL, NULL }
};

/* Lines that are indented by four spaces are code in Markdown as they are; the rest is text. */
static void rule_markdown(const Rule *rule, Text *out)
{
	text_printf(out, "\n## %s\n\n**%s** · level: %s · section %s\n\n%s\n", rule->id, rule->summary,
		level_text(rule->level), rule->section, rule->help);
}

static void page_print(Text *out)
{
	text_put(out, "# What featdep looks for\n\n"
		"Made by `featdep rules --markdown`. Sections are those of \"Hidden Technical Debt in Machine Learning "
		"Systems\" (NIPS 2015). A rule's level and limits are set under `rules:` in the manifest, and single findings "
		"are accepted under `suppress:` or by a comment `featdep: ignore RULE [until YYYY-MM-DD] reason` in their "
		"line or alone above it; one that matches nothing any more is a stale-suppression. A rule whose level is off "
		"runs when the manifest gives it one. Findings that engineers call noise are hidden; `--all` shows them.\n\n| rule | level | section | finds |\n|---|---|---|---|\n");
	for (size_t i = 0; i < rules_count; i++)
		text_printf(out, "| [%s](#%s) | %s | %s | %s |\n", rules_all[i]->id, rules_all[i]->id,
			level_text(rules_all[i]->level), rules_all[i]->section, rules_all[i]->summary);
	for (size_t i = 0; i < rules_count; i++)
		rule_markdown(rules_all[i], out);
}

static void list_print(Text *out)
{
	for (size_t i = 0; i < rules_count; i++)
		text_printf(out, "%-26s %-8s %s\n", rules_all[i]->id, level_text(rules_all[i]->level), rules_all[i]->summary);
}

static int rule_print(const char *id, Text *out)
{
	const Rule *rule = rule_find(id);
	VEC(const char *) names = {0};

	if (rule) {
		text_printf(out, "%s (%s)\n%s\n\n%s\n", rule->id, level_text(rule->level), rule->summary, rule->help);
		return EXIT_OK;
	}
	for (size_t i = 0; i < rules_count; i++)
		vec_push(&names, rules_all[i]->id);
	const char *nearest = nearest_name(id, names.items, names.len);
	vec_release(&names);
	if (nearest)
		return fail("there is no rule \"%s\", did you mean \"%s\"?", id, nearest);
	return fail("there is no rule \"%s\", see `featdep rules`", id);
}

static int run(const Args *args)
{
	Text out = {0};
	int status = EXIT_OK;

	if (args->operands.len)
		status = rule_print(args->operands.items[0], &out);
	else if (args_has(args, "markdown"))
		page_print(&out);
	else
		list_print(&out);
	if (status == EXIT_OK)
		status = output_write(NULL, &out);
	text_release(&out);
	return status;
}

const Command command_rules = {
	.name = "rules",
	.operands = "[RULE]",
	.summary = "what is looked for; with RULE: the smell, an example and the remedy",
	.options = options,
	.max_operands = 1,
	.run = run,
};
