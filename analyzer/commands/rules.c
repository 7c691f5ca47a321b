/* featdep rules: the catalogue of findings, from the rules themselves. */
#include "commands/command.h"

#include "rules/rule.h"

#include <string.h>

static const Option options[] = { { NULL, NULL, NULL } };

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
	for (size_t i = 0; i < rules_count && !args->operands.len; i++)
		text_printf(&out, "%-26s %-8s %s\n", rules_all[i]->id, level_text(rules_all[i]->level), rules_all[i]->summary);
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
