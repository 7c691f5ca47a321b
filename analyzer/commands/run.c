/* The options of a run go to the library by their names; what is left are those about what is printed where. */
#include "commands/run.h"

#include "commands/git.h"
#include "plan/path.h"
#include "render/renderer.h"

#include <stdio.h>
#include <string.h>

static const char *const levels[] = { "note", "warning", "error", "never" };
static const char *const extras[] = { "fail-on", "f", NULL };

int threshold_parse(const Args *args)
{
	const char *name = args_value(args, "fail-on", "warning");

	for (int i = 0; i < 4; i++)
		if (!strcmp(levels[i], name))
			return i;
	fail("option \"--fail-on\" needs note, warning, error or never, not \"%s\"", name);
	return -1;
}

static bool is_among(const char *const *names, const char *name)
{
	for (; names && *names; names++)
		if (!strcmp(*names, name))
			return true;
	return false;
}

/* The place that the CI job says it runs for. */
static Str link_of_job(void)
{
	const char *server = getenv("GITHUB_SERVER_URL"), *repository = getenv("GITHUB_REPOSITORY");
	const char *sha = getenv("GITHUB_SHA");
	const char *url = getenv("CI_PROJECT_URL"), *commit = getenv("CI_COMMIT_SHA");

	if (server && repository && sha)
		return str_format("%s/%s/blob/%s/{file}#L{line}", server, repository, sha);
	return url && commit ? str_format("%s/-/blob/%s/{file}#L{line}", url, commit) : (Str){0};
}

/* VALUE is "FORMAT" or "FORMAT=FILE"; NULL after a message. */
static const Renderer *report_named(const char *value)
{
	Diags diags = {0};
	const Renderer *renderer = renderer_find(str_text(str_intern_n(value, strcspn(value, "="))), false, &diags);

	if (!renderer)
		fail("option \"-f\": %s", str_text(diags.items.items[0].message));
	diags_release(&diags);
	return renderer;
}

bool settings_give(FdProject *project, const Args *args, const char *const *own)
{
	Str link = link_of_job();

	if (!str_empty(link) && !args_has(args, "link-template"))
		fd_option(project, "link-template", str_text(link));
	for (uint32_t i = 0; i < args->given.len; i++) {
		const Given *given = &args->given.items[i];
		const char *name = given->option->name;
		if (!strcmp(name, "f") && !report_named(given->value))
			return false;
		if (!is_among(extras, name) && !is_among(own, name) && !fd_option(project, name, given->value)) {
			fail("%s", fd_error(project));
			return false;
		}
	}
	for (uint32_t i = 0; i < args->operands.len; i++)
		fd_add_file(project, args->operands.items[i]);
	for (uint32_t i = 0; i < args->rest.len; i++)
		fd_add_argument(project, args->rest.items[i]);
	return true;
}

void messages_print(FdProject *project)
{
	for (size_t i = 0; i < fd_message_count(project); i++)
		fputs(fd_message(project, i).text, stderr);
	fputs(fd_timings(project), stderr);
}

bool has_findings(const FdProject *project, int threshold)
{
	for (size_t i = 0; i < fd_finding_count(project); i++) {
		FdFinding finding = fd_finding(project, i);
		for (int level = threshold; level < 3; level++)
			if (!finding.suppressed && !finding.hidden && finding.is_new && !strcmp(finding.level, levels[level]))
				return true;
	}
	return false;
}

int print(const char *string)
{
	Text text = {0};

	text_put(&text, string);
	int status = output_write(NULL, &text);
	text_release(&text);
	return status;
}

static bool format_write(FdProject *project, const char *value, const char *output)
{
	const char *equals = strchr(value, '=');
	const Renderer *renderer = report_named(value);

	if (!renderer)
		return false;
	const char *path = equals ? equals + 1 : renderer->file ? str_text(path_join(output, renderer->file)) : "-";
	fflush(stdout);
	if (fd_render(project, NULL, NULL, renderer->name, strcmp(path, "-") ? path : "/dev/stdout"))
		return true;
	fail("%s", fd_error(project));
	return false;
}

bool extras_write(FdProject *project, const Args *args)
{
	const char *history = args_value(args, "history", NULL), *output = args_value(args, "o", "featdep-out");
	bool done = true;

	for (uint32_t i = 0; i < args->given.len && done; i++)
		if (!strcmp(args->given.items[i].option->name, "f"))
			done = format_write(project, args->given.items[i].value, output);
	if (done && history && !fd_history(project, history, str_text(git_commit(".", "HEAD")))) {
		fail("%s", fd_error(project));
		done = false;
	}
	return done;
}
