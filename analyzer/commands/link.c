/* featdep link: facts of units → facts of the program they make. Knows nothing of libclang. */
#include "commands/command.h"

#include "facts_files.h"
#include "model/facts.h"

static const Option options[] = {
	{ "o", "PROGRAM", "the facts file to write; default: standard output" },
	{ NULL, NULL, NULL }
};

static int run(const Args *args)
{
	Linker *linker = linker_new();
	StrList files = {0};
	Module program = {0};
	Diags diags = {0};
	Text out = {0};

	for (uint32_t i = 0; i < args->operands.len; i++)
		vec_push(&files, str_intern(args->operands.items[i]));
	facts_link(&files, true, linker, &diags);
	linker_finish(linker, &program, &diags);
	facts_print(&program, &out);
	diags_print(&diags);
	int status = diags.errors ? EXIT_ERROR : output_write(args_value(args, "o", NULL), &out);
	text_release(&out);
	diags_release(&diags);
	module_release(&program);
	vec_release(&files);
	return status;
}

const Command command_link = {
	.name = "link",
	.operands = "FACTS…",
	.summary = "merge facts files into one program (for build systems)",
	.options = options,
	.min_operands = 1,
	.max_operands = UINT32_MAX,
	.run = run,
};
