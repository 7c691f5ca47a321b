/* GitLab's annotations report: links that a job shows. They lead to the places of the new findings. */
#include "render/findings.h"
#include "render/json_text.h"
#include "render/label.h"
#include "render/renderer.h"

enum { MAX_LINKS = 50, MAX_LABEL = 120 };

static void put_link(const Graph *graph, const Finding *finding, const char *link, JsonText *json)
{
	Site site = finding_site(graph, finding);
	Str url = site_link(link, &site);
	Text label = {0};

	if (str_empty(url))
		return;
	label_cut(&label, str_text(str_format("%s: %s: %s", level_text(finding->level), str_text(finding->rule),
		str_text(finding->message))), MAX_LABEL);
	json_open(json, NULL, '{');
	json_open(json, "external_link", '{');
	json_text(json, "label", text_data(&label));
	json_str(json, "url", url);
	json_close(json, '}');
	json_close(json, '}');
	text_release(&label);
}

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	FindingList list = findings_by_value(graph, options->all);
	JsonText json = { .out = out };
	uint32_t put = 0;

	if (!options->link)
		diag_add(diags, DIAG_WARNING, (Str){0}, 0, 0, "GitLab annotations are links: without --link-template, or "
			"GitLab's CI_PROJECT_URL and CI_COMMIT_SHA, there are none");
	json_open(&json, NULL, '{');
	json_open(&json, "featdep", '[');
	for (uint32_t i = 0; i < list.len && put < MAX_LINKS; i++) {
		if (!finding_is_new(graph, list.items[i], options->comparison))
			continue;
		put_link(graph, list.items[i], options->link, &json);
		put++;
	}
	json_close(&json, ']');
	json_close(&json, '}');
	vec_release(&list);
	return true;
}

const Renderer render_gitlab = {
	.name = "gitlab", .suffix = ".json", .file = "annotations.json", .render = render,
	.summary = "GitLab job annotations: links to the findings",
};
