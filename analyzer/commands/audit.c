/* featdep audit: the whole pipeline, through the library. Options go to it by their names. */
#include "commands/run.h"

#include <stdio.h>
#include <string.h>

static const Option options[] = {
	INPUT_OPTIONS,
	{ "fail-on", "LEVEL", "findings that make the exit code 1: note, warning (default), error, never" },
	RESULT_OPTIONS,
	{ "plan-only", NULL, "only write build.ninja into the output folder" },
	{ "stop-after", "STAGE", "plan, facts, program, roles, flow, graph, findings or outputs" },
	{ "dump", "STAGE,…", "print what these stages made, instead of the summary" },
	{ NULL, NULL, NULL }
};

/* What there is to say after a run. */
static int report(FdProject *project, const Args *args)
{
	const char *output = args_value(args, "o", "featdep-out");

	if (args_has(args, "dump"))
		return print(fd_dump(project));
	if (args_has(args, "plan-only"))
		return args_has(args, "quiet") ? EXIT_OK
			: print(str_text(str_format("planned: `ninja -C %s` makes the facts, "
				"`featdep audit --facts %s/facts` goes on from them\n",
				str_text(shell_quote(output)), str_text(shell_quote(output)))));
	if (args_has(args, "stop-after"))
		return EXIT_OK;
	int status = args_has(args, "quiet") ? EXIT_OK : print(fd_summary(project, stdout_color(), stdout_width()));
	return status == EXIT_OK && !extras_write(project, args) ? EXIT_ERROR : status;
}

static int run(const Args *args)
{
	int threshold = threshold_parse(args), status = EXIT_ERROR;

	if (threshold < 0)
		return EXIT_ERROR;
	FdProject *project = fd_open(NULL, NULL);
	if (settings_give(project, args, NULL)) {
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
		"Exit codes: 2 error; 3 some units could not be analysed; 1 findings at or above --fail-on; 0 none of it.\n"
		FORMATS_HELP,
	.options = options,
	.max_operands = UINT32_MAX,
	.takes_rest = true,
	.run = run,
};
