/* featdep init: a first manifest out of what the code looks like. */
#include "commands/graph_file.h"

#include "bind/propose.h"
#include "pipeline.h"
#include "plan/path.h"

static const Option options[] = {
	{ "p", "DIR", "folder of compile_commands.json, or the file; default: from here upward" },
	{ "o", "DIR", "output folder for the facts; default: featdep-out" },
	{ "to", "FILE", "where the manifest goes, which must not exist; default: standard output" },
	{ "jobs", "N", "units analysed at the same time; default: one a processor" },
	{ NULL, NULL, NULL }
};

static bool settings_take(const Args *args, Settings *settings)
{
	settings->database = str_intern(args_value(args, "p", NULL));
	settings->output = str_intern(args_value(args, "o", NULL));
	settings->stop_after = stage_find("roles");
	settings->no_manifest = settings->quiet = true;
	for (uint32_t i = 0; i < args->operands.len; i++)
		vec_push(&settings->files, str_intern(args->operands.items[i]));
	for (uint32_t i = 0; i < args->rest.len; i++)
		vec_push(&settings->arguments, str_intern(args->rest.items[i]));
	return number_parse(args, "jobs", &settings->jobs);
}

static int run(const Args *args)
{
	const char *to = args_value(args, "to", NULL);
	Pipeline pipeline;
	Text out = {0};
	int status = EXIT_ERROR;

	if (to && path_is_file(to))
		return fail("\"%s\" exists and is left alone: name another file, or compare "
			"with what `featdep init` prints", to);
	pipeline_init(&pipeline);
	bool done = settings_take(args, &pipeline.settings) && pipeline_run(&pipeline);
	diags_print(&pipeline.diags);
	if (done) {
		const char *root = str_text(pipeline.program.root);
		manifest_propose(&pipeline.program, &pipeline.roles, str_intern(path_base(root)), &out);
		status = output_write(to, &out);
	}
	text_release(&out);
	pipeline_release(&pipeline);
	return status;
}

const Command command_init = {
	.name = "init",
	.operands = "[FILE.c… [-- CFLAG…]]",
	.summary = "propose a featdep.yml: likely models, signals, stores and consumers",
	.details = "Each line carries its evidence as a comment: names, signatures, what the code does with its inputs.",
	.options = options,
	.max_operands = UINT32_MAX,
	.takes_rest = true,
	.run = run,
};
