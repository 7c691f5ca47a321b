/*
 * featdep COMMAND: finds the command in the table of commands/ and runs it. What an audit does, stage by stage, is
 * pipeline.c; README.md beside this file is the map.
 */
#include "commands/command.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

static const Command *command_find(const char *name)
{
	VEC(const char *) names = {0};
	const Command *found = NULL;

	for (size_t i = 0; commands[i]; i++) {
		vec_push(&names, commands[i]->name);
		if (!strcmp(commands[i]->name, name))
			found = commands[i];
	}
	const char *nearest = nearest_name(name, names.items, names.len);
	if (!found && nearest)
		fail("unknown command \"%s\", did you mean \"%s\"?", name, nearest);
	else if (!found)
		fail("unknown command \"%s\", see `featdep --help`", name);
	vec_release(&names);
	return found;
}

static bool asks_for_help(char **argv)
{
	for (; *argv && strcmp(*argv, "--"); argv++)
		if (!strcmp(*argv, "--help") || !strcmp(*argv, "-h"))
			return true;
	return false;
}

static int command_run(const Command *command, char **argv)
{
	Args args = {0};
	int status = EXIT_ERROR;

	if (args_parse(command, argv, &args))
		status = command->run(&args);
	args_release(&args);
	return status;
}

int main(int argc, char **argv)
{
	Text help = {0};
	int status = EXIT_ERROR;

	signal(SIGPIPE, SIG_IGN);
	if (argc < 2) {
		help_print(&help);
		fputs(text_data(&help), stderr);
	} else if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") || !strcmp(argv[1], "help")) {
		help_print(&help);
		status = output_write(NULL, &help);
	} else if (!strcmp(argv[1], "--version")) {
		text_put(&help, "featdep " FEATDEP_VERSION "\n");
		status = output_write(NULL, &help);
	} else {
		const Command *command = command_find(argv[1]);
		if (command && asks_for_help(argv + 2)) {
			command_help(command, &help);
			status = output_write(NULL, &help);
		} else if (command) {
			status = command_run(command, argv + 2);
		}
	}
	text_release(&help);
	return status;
}
