/* featdep audit: the whole pipeline, through the library. Options go to it by their names. */
#include "commands/command.h"

#include "featdep/featdep.h"

#include <stdio.h>
#include <string.h>

static const Option options[] = {
	{ "p", "DIR", "folder of compile_commands.json, or the file; default: from here upward" },
	{ "m", "FILE", "manifest; default: featdep.yml, from the compile database upward" },
	{ "o", "DIR", "output folder; default: featdep-out" },
	{ "jobs", "N", "units analysed at the same time; default: one a processor" },
	{ "fail-on", "LEVEL", "findings that make the exit code 1: note, warning (default), error, never" },
	{ "all", NULL, "also show findings that are noise by default" },
	{ "quiet", NULL, "no progress and no summary" },
	{ "no-pictures", NULL, "do not draw the diagrams" },
	{ "root", "DIR", "folder that file names in reports start from; default: the project's" },
	{ "timeout", "SECONDS", "limit for reading one unit; default: 120, 0: none" },
	{ "plan-only", NULL, "only write build.ninja into the output folder" },
	{ "facts", "DIR", "start from facts files made elsewhere instead of a compile database" },
	{ "batch", "N", "units read by one process; default: such that all jobs stay busy" },
	{ "stop-after", "STAGE", "plan, facts, program, roles, flow, graph, findings or outputs" },
	{ "dump", "STAGE,…", "print what these stages made, instead of the summary" },
	{ NULL, NULL, NULL }
};

static const char *const levels[] = { "note", "warning", "error", "never" };

/* Index in levels, or -1 after a message. */
static int level_parse(const char *name)
{
	for (int i = 0; i < 4; i++)
		if (!strcmp(levels[i], name))
			return i;
	fail("option \"--fail-on\" needs note, warning, error or never, not \"%s\"", name);
	return -1;
}

static bool settings_give(FdProject *project, const Args *args)
{
	for (uint32_t i = 0; i < args->given.len; i++) {
		const Given *given = &args->given.items[i];
		if (strcmp(given->option->name, "fail-on") && !fd_option(project, given->option->name, given->value)) {
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

static void messages_print(const FdProject *project)
{
	for (size_t i = 0; i < fd_message_count(project); i++)
		fputs(fd_message(project, i).text, stderr);
}

static bool has_findings(const FdProject *project, int threshold)
{
	for (size_t i = 0; i < fd_finding_count(project); i++) {
		FdFinding finding = fd_finding(project, i);
		for (int level = threshold; level < 3; level++)
			if (!finding.suppressed && !finding.hidden && !strcmp(finding.level, levels[level]))
				return true;
	}
	return false;
}

static int print(const char *string)
{
	Text text = {0};

	text_put(&text, string);
	int status = output_write(NULL, &text);
	text_release(&text);
	return status;
}

/* What there is to say after a run. */
static int report(FdProject *project, const Args *args)
{
	const char *output = args_value(args, "o", "featdep-out");

	if (args_has(args, "dump"))
		return print(fd_dump(project));
	if (args_has(args, "quiet") || args_has(args, "stop-after"))
		return EXIT_OK;
	if (args_has(args, "plan-only"))
		return print(str_text(str_format("planned: `ninja -C %s` makes the facts, "
			"`featdep audit --facts %s/facts` goes on from them\n",
			str_text(shell_quote(output)), str_text(shell_quote(output)))));
	return print(fd_summary(project, stdout_color(), stdout_width()));
}

static int run(const Args *args)
{
	int threshold = level_parse(args_value(args, "fail-on", "warning")), status = EXIT_ERROR;

	if (threshold < 0)
		return EXIT_ERROR;
	FdProject *project = fd_open(NULL, NULL);
	if (settings_give(project, args)) {
		bool done = fd_run(project);
		messages_print(project);
		if (done)
			status = report(project, args);
		if (status == EXIT_OK && fd_coverage(project).units_failed)
			status = EXIT_INCOMPLETE;
		if (status == EXIT_OK && has_findings(project, threshold))
			status = EXIT_FINDINGS;
	}
	fd_close(project);
	return status;
}

const Command command_audit = {
	.name = "audit",
	.operands = "[FILE.c… [-- CFLAG…]]",
	.summary = "analyse a code base: report, pictures and data in the output folder",
	.details = "Reads compile_commands.json, or the files given, which are then all read with the CFLAGs behind \"--\".\n"
		"Exit codes: 2 error; 3 some units could not be analysed; 1 findings at or above --fail-on; 0 none of it.",
	.options = options,
	.max_operands = UINT32_MAX,
	.takes_rest = true,
	.run = run,
};
