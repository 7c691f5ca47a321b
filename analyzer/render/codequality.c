/* GitLab's Code Quality report, a list of issues. GitLab compares two of them by fingerprints, which must be unique. */
#include "render/findings.h"
#include "render/json_text.h"
#include "render/renderer.h"

#include "base/map.h"

static const char *severity(Level level)
{
	return level == LEVEL_ERROR ? "critical" : level == LEVEL_WARNING ? "major" : "info";
}

/* The fingerprint; with a number behind it for the second finding that has it, and so on. */
static Str unique(Map *seen, Str fingerprint)
{
	uint32_t before = map_get_or(seen, fingerprint.i, 0);

	map_put(seen, fingerprint.i, before + 1);
	return before ? str_format("%s-%u", str_text(fingerprint), before + 1) : fingerprint;
}

static void put_issue(const Graph *graph, const Finding *finding, Map *seen, JsonText *json)
{
	Site site = finding_site(graph, finding);

	json_open(json, NULL, '{');
	json_str(json, "description", finding->message);
	json_str(json, "check_name", finding->rule);
	json_str(json, "fingerprint", unique(seen, finding->fingerprint));
	json_text(json, "severity", severity(finding->level));
	json_open(json, "location", '{');
	json_text(json, "path", str_empty(site.file) ? "featdep.yml" : str_text(site.file));
	json_open(json, "lines", '{');
	json_number(json, "begin", site.line ? site.line : 1);
	json_close(json, '}');
	json_close(json, '}');
	json_close(json, '}');
}

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	FindingList list = findings_by_value(graph, options->all);
	JsonText json = { .out = out };
	Map seen = {0};

	(void)diags;
	json_open(&json, NULL, '[');
	for (uint32_t i = 0; i < list.len; i++)
		put_issue(graph, list.items[i], &seen, &json);
	json_close(&json, ']');
	map_release(&seen);
	vec_release(&list);
	return true;
}

const Renderer render_codequality = {
	.name = "codequality", .suffix = ".json", .file = "codequality.json", .render = render,
	.summary = "GitLab Code Quality report",
};
