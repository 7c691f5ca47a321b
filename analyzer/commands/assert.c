/* featdep assert: what the manifest says must hold, against the graph of the last audit. */
#include "commands/graph_file.h"

#include "featdep/featdep.h"

#include <stdio.h>

static const Option options[] = {
	FOLDER_OPTION("o"), SAME_FOLDER_OPTION, GRAPH_OPTION,
	{ "m", "FILE", "manifest; default: featdep.yml, from here upward" },
	{ "quiet", NULL, "only what is untrue" },
	{ NULL, NULL, NULL }
};

static int run(const Args *args)
{
	const char *graph = args_value(args, "graph", NULL), *manifest = args_value(args, "m", NULL), *text = NULL;
	FdProject *project = fd_open(NULL, manifest);
	size_t untrue = 0;
	int status = EXIT_ERROR;

	if (!graph)
		graph = str_text(str_format("%s/graph.json", args_value(args, "o", "featdep-out")));
	if (fd_load(project, graph))
		text = fd_assert(project, !args_has(args, "quiet"), &untrue);
	for (size_t i = 0; i < fd_message_count(project); i++)
		fputs(fd_message(project, i).text, stderr);
	if (!text) {
		fail("%s", fd_error(project));
	} else {
		Text out = {0};
		text_put(&out, *text ? text : "there is no section \"assert\" in a manifest here\n");
		status = output_write(NULL, &out);
		text_release(&out);
		if (status == EXIT_OK && untrue)
			status = EXIT_FINDINGS;
	}
	fd_close(project);
	return status;
}

const Command command_assert = {
	.name = "assert",
	.operands = "",
	.summary = "whether what the manifest states about the graph holds",
	.details = "Reads the section \"assert\" of the manifest and the graph of the last audit.\n"
		"Exit codes: 1 something is untrue, 0 everything holds, 2 error.",
	.options = options,
	.run = run,
};
