/*
 * featdep extract: source → facts. Build systems call it like a compiler, one unit a call; featdep's own build.ninja
 * gives it batches; CMake gives it the library stubs that ship with featdep.
 */
#include "commands/command.h"

#include "extract.h"
#include "model/facts.h"
#include "plan/flags.h"
#include "plan/path.h"

#include <string.h>

static const Option options[] = {
	{ "o", "FACTS", "facts file to write (--stubs: the folder for them)" },
	{ "MF", "DEPFILE", "write the files that were read, as make and ninja read them" },
	{ "root", "DIR", "folder that file names start from; default: the current one" },
	{ "batch", "FILE", "extract the units of a batch that `featdep audit` wrote" },
	{ "stubs", NULL, "the FILEs are library stubs, read with the arguments behind \"--\"" },
	{ NULL, NULL, NULL }
};

static int batch_run(const char *path)
{
	Batch batch = {0};
	Diags diags = {0};

	bool done = batch_read(str_intern(path), &batch, &diags) && extract_batch(&batch, &diags);
	diags_print(&diags);
	batch_release(&batch);
	diags_release(&diags);
	return done ? EXIT_OK : EXIT_ERROR;
}

static Str root_of(const Args *args)
{
	return path_real(str_text(path_current()), args_value(args, "root", "."));
}

/* 0 when FACTS are those of a unit that was read without errors, else the exit code, after a message. */
static int unit_run(const PlanUnit *unit, Str root, bool is_stub, Str facts, const char *depfile)
{
	Extracted extracted = {0};
	Diags diags = {0};
	int status = EXIT_OK;

	bool done = extract_unit(unit, root, is_stub, facts, &extracted, &diags);
	if (done && depfile)
		done = depfile_write(str_intern(depfile), facts, &extracted.files, &diags);
	diags_print(&diags);
	if (!done)
		status = EXIT_ERROR;
	else if (extracted.status != UNIT_PARSED && (is_stub || extracted.status != UNIT_ERRORS)) {
		fail("\"%s\": %s", str_text(unit->file), str_text(extracted.message));
		status = EXIT_INCOMPLETE;
	}
	vec_release(&extracted.files);
	vec_release(&extracted.absent);
	diags_release(&diags);
	return status;
}

static int compiler_run(const Args *args)
{
	StrList words = {0};
	Flags flags = {0};
	Diags diags = {0};
	PlanUnit unit = { .directory = path_current(), .status = UNIT_PARSED };
	int status = EXIT_ERROR;

	for (uint32_t i = 0; i < args->rest.len; i++)
		vec_push(&words, str_intern(args->rest.items[i]));
	flags_expand(&words, unit.directory, (Str){0}, &diags);
	unit.file = flags_source(&words);
	if (str_empty(unit.file)) {
		fail("no source file among the compiler's arguments");
	} else {
		unit.file = path_real(str_text(unit.directory), str_text(unit.file));
		flags_filter(&words, unit.file, &flags);
		unit.arguments = flags.arguments;
		if (flags.language != LANGUAGE_C)
			status = fail("\"%s\" is %s, only C is analysed", str_text(unit.file), language_text(flags.language));
		else
			status = unit_run(&unit, root_of(args), false, str_intern(args_value(args, "o", NULL)),
				args_value(args, "MF", NULL));
	}
	diags_print(&diags);
	diags_release(&diags);
	vec_release(&flags.arguments);
	vec_release(&words);
	return status;
}

static int stubs_run(const Args *args)
{
	PlanUnit unit = { .directory = path_current(), .status = UNIT_PARSED };
	int status = EXIT_OK;

	for (uint32_t i = 0; i < args->rest.len; i++)
		vec_push(&unit.arguments, str_intern(args->rest.items[i]));
	for (uint32_t i = 0; i < args->operands.len && status == EXIT_OK; i++) {
		const char *base = path_base(args->operands.items[i]);
		Str facts = str_format("%s/%.*s.facts", args_value(args, "o", NULL), (int)strcspn(base, "."), base);
		unit.file = path_real(str_text(unit.directory), args->operands.items[i]);
		status = unit_run(&unit, path_parent(str_text(unit.file)), true, facts, NULL);
	}
	vec_release(&unit.arguments);
	return status;
}

static int run(const Args *args)
{
	if (args_has(args, "batch"))
		return batch_run(args_value(args, "batch", NULL));
	if (!args_has(args, "o"))
		return fail("`featdep extract` needs -o, see `featdep extract --help`");
	return args_has(args, "stubs") ? stubs_run(args) : compiler_run(args);
}

const Command command_extract = {
	.name = "extract",
	.operands = "-- COMPILER ARG…",
	.summary = "read one unit and write its facts (for build systems)",
	.details = "The compiler is not run; its arguments are read as those of gcc or clang.",
	.options = options,
	.max_operands = UINT32_MAX,
	.takes_rest = true,
	.run = run,
};
