/*
 * GitHub's workflow commands: lines on standard output that become annotations of the changed files. It shows ten of
 * each level for a step, so only the first ten are printed and the rest is counted.
 */
#include "render/findings.h"
#include "render/label.h"
#include "render/renderer.h"

#include <string.h>

enum { MAX_ANNOTATIONS = 10 };

/* TEXT as part of a workflow command; properties must not hold ':' and ',' either. */
static void put_escaped(Text *out, const char *text, bool property)
{
	Text plain = {0};

	text_plain(&plain, text);
	for (const char *p = text_data(&plain); *p; p++) {
		if (strchr("%\n", *p) || (property && strchr(":,", *p)))
			text_printf(out, "%%%02X", (unsigned char)*p);
		else
			text_char(out, *p);
	}
	text_release(&plain);
}

static void put_annotation(const Graph *graph, const Finding *finding, Text *out)
{
	static const char *const commands[] = { "notice", "notice", "warning", "error" };
	Site site = finding_site(graph, finding);

	text_printf(out, "::%s ", commands[finding->level]);
	if (!str_empty(site.file)) {
		text_put(out, "file=");
		put_escaped(out, str_text(site.file), true);
		if (site.line)
			text_printf(out, ",line=%u", site.line);
		if (site.column)
			text_printf(out, ",col=%u", site.column);
		text_char(out, ',');
	}
	text_put(out, "title=featdep ");
	put_escaped(out, str_text(finding->rule), true);
	text_put(out, "::");
	put_escaped(out, str_text(finding->message), false);
	if (!str_empty(finding->advice)) {
		text_put(out, "%0A");
		put_escaped(out, str_text(finding->advice), false);
	}
	text_char(out, '\n');
}

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	FindingList list = findings_by_value(graph, options->all);
	uint32_t put[LEVEL_ERROR + 1] = {0}, dropped = 0;

	(void)diags;
	for (uint32_t i = 0; i < list.len; i++) {
		if (!finding_is_new(graph, list.items[i], options->comparison))
			continue;
		if (put[list.items[i]->level]++ < MAX_ANNOTATIONS)
			put_annotation(graph, list.items[i], out);
		else
			dropped++;
	}
	if (dropped) {
		text_put(out, "featdep: ");
		label_count(out, dropped, "more finding");
		text_put(out, ", see the reports\n");
	}
	vec_release(&list);
	return true;
}

const Renderer render_github = {
	.name = "github", .suffix = ".txt", .render = render,
	.summary = "annotations of GitHub Actions, on standard output",
};
