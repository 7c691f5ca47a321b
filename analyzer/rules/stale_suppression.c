/*
 * Stale suppressions: a finding was silenced, the code moved on, and what is left silences nothing, or the day has come
 * on which someone wanted to look again.
 *
 *     suppress:
 *       - { rule: unused-feature, subject: "feature:f.legacy", reason: "goes with v3", until: 2026-03-01 }
 *
 *     f->legacy = 0;     // featdep: ignore unused-feature until 2026-03-01 goes with v3
 *
 * Runs after all other rules. After units that could not be analysed, that nothing matches says nothing.
 */
#include "rules/rule.h"

static void report(RuleContext *context, const Suppression *s, const char *what, const char *todo)
{
	Site site = { s->file, s->line, s->column, {0} };
	Text subject = {0}, message = {0}, advice = {0};

	text_printf(&subject, "%s: %s", str_text(s->rule), str_text(s->in_source ? s->file : s->subject));
	if (s->in_source)
		text_printf(&message, "the comment that ignores %s (", str_text(s->rule));
	else
		text_printf(&message, "the suppression of %s for \"%s\" (", str_text(s->rule), str_text(s->subject));
	put_site(&message, &site);
	text_printf(&message, ") %s", what);
	text_put(&advice, todo);
	Finding *finding = finding_add(context, LEVEL_NOTE, text_data(&subject), s->in_source ? str_text(s->reason) : "",
	                               &message, &advice);
	if (finding)
		vec_push(&finding->witness, (Step){ .site = site, .note = str_intern("declared"), .kind = DEP_DATA });
	text_release(&subject);
	text_release(&message);
	text_release(&advice);
}

static void run(RuleContext *context)
{
	bool complete = !context->graph->coverage.units_failed;

	for (uint32_t i = 0; i < context->roles->suppressions.len; i++) {
		const Suppression *s = &context->roles->suppressions.items[i];
		if (!rule_find(str_text(s->rule)) || str_is(s->rule, context->rule->id))
			continue;
		if (!suppression_counts(context, s))
			report(context, s, str_text(str_format("ended on %s: its findings count again", str_text(s->until))),
			       "remove it, or move the date and say why");
		else if (!context->suppressions[i] && complete)
			report(context, s, "matches no finding", "remove it");
	}
}

const Rule rule_stale_suppression = {
	.id = "stale-suppression",
	.level = LEVEL_NOTE,
	.section = "6",
	.summary = "a suppression matches no finding, or its time is over",
	.help = "A suppression that matches nothing hides the next finding of that name, about which nobody has decided "
		"anything.\n"
		"\n"
		"    suppress:\n"
		"      - { rule: unused-feature, subject: \"feature:f.legacy\", reason: \"goes with v3\",\n"
		"          until: 2026-03-01 }\n"
		"\n"
		"    f->legacy = 0;     /* featdep: ignore unused-feature until 2026-03-01 goes with v3 */\n"
		"\n"
		"Comments in the source are judged like entries of the manifest.\n"
		"\n"
		"Remedy: remove it; where its date has passed, decide again.",
	.run = run,
	.last = true,
};
