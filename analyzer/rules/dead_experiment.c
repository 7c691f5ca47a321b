/*
 * Dead experiments: code of features or models that can never run, because a flag is never set, a macro is never
 * defined, or nothing calls it. Each one is a branch that everybody has to think of and nobody tests.
 *
 *     static int use_v2;                 // nothing ever sets it
 *     if (use_v2)
 *             f[CTR] = ctr_v2(user);
 */
#include "rules/rule.h"

static void report(RuleContext *context, const DeadCode *dead)
{
	Text subject = {0}, message = {0}, advice = {0};
	uint32_t together = 0;

	for (uint32_t i = 0; i < context->graph->dead_code.len; i++)
		together += str_equal(context->graph->dead_code.items[i].flag, dead->flag);
	text_printf(&subject, "%s: %s", str_text(dead->flag),
	            str_text(str_empty(dead->guard.function) ? dead->guard.file : dead->guard.function));
	text_printf(&message, "%u line%s at ", dead->lines, dead->lines == 1 ? "" : "s");
	put_site(&message, &dead->guard);
	text_printf(&message, " never run%s (%s): ", dead->lines == 1 ? "s" : "", str_text(dead->holds));
	if (str_is(dead->flag, "#if 0"))
		text_printf(&message, "%s keeps %s from the compiler", str_text(dead->flag), dead->lines == 1 ? "it" : "them");
	else
		text_printf(&message, "%s is a %s", str_text(dead->flag), str_text(dead->what));
	if (together > 1)
		text_printf(&message, "; %u places depend on it", together);
	text_put(&advice, "remove the code and its flag, or finish the experiment");
	Finding *finding = finding_add(context, LEVEL_WARNING, text_data(&subject), str_text(dead->holds), &message, &advice);
	if (finding)
		vec_push(&finding->witness, (Step){ .site = dead->guard, .note = str_intern("condition"), .kind = DEP_CONTROL });
	text_release(&subject);
	text_release(&message);
	text_release(&advice);
}

static void run(RuleContext *context)
{
	for (uint32_t i = 0; i < context->graph->dead_code.len; i++)
		report(context, &context->graph->dead_code.items[i]);
}

const Rule rule_dead_experiment = {
	.id = "dead-experiment",
	.level = LEVEL_WARNING,
	.section = "5.3",
	.summary = "code of a feature or model can never run",
	.help = "Trying an alternative behind a flag is quick. What stays when the experiment is over is a branch that "
		"multiplies the states of the system, that nobody tests, and that one day runs by accident.\n"
		"\n"
		"    static int use_v2;             /* nothing ever sets it */\n"
		"    if (use_v2)\n"
		"            f[CTR] = ctr_v2(user);\n"
		"\n"
		"Counted are variables that nothing writes, macros that no unit defines, and functions that nothing calls, "
		"when the code behind them assigns a feature or runs a model.\n"
		"\n"
		"Remedy: rip it out, or finish the experiment.",
	.run = run,
};
