/* featdep completion SHELL: what the shell completes, printed from the tables of commands, options and views. */
#include "commands/command.h"

#include "pipeline.h"
#include "render/diagram.h"

#include <string.h>

static const Option options[] = { { NULL, NULL, NULL } };

static void put_views(Text *out)
{
	for (const ViewKind *view = view_kinds; view->name; view++)
		text_printf(out, "%s%s", view == view_kinds ? "" : " ", view->name);
}

static void put_formats(Text *out)
{
	for (size_t i = 0, count = 0; renderers[i]; i++)
		if (renderers[i]->is_picture)
			text_printf(out, "%s%s", count++ ? " " : "", renderers[i]->name);
}

static bool takes_view(const Command *command)
{
	return strstr(command->operands, "VIEW");
}

/* "text (default), markdown or json": the words of a help text that lists all values. */
static void put_listed(const char *help, Text *out)
{
	size_t length;

	for (const char *word = help; *word && *word != ':' && *word != ';'; word += length) {
		length = strcspn(word, " ,:;");
		if (length && *word != '(' && strncmp(word, "or ", 3) != 0) {
			text_put(out, out->len ? " " : "");
			text_put_n(out, word, length);
		}
		length += length == 0;
	}
}

/* The words that the value of OPTION may be; nothing when it is a file or anything. */
static Str choices_of(const Command *command, const Option *option)
{
	static const struct { const char *value, *words; } known[] = {
		{ "LEVEL", "note warning error never" }, { "KIND,…", "data index control" },
		{ "WHAT", "module file function none" },
	};
	Text words = {0};

	for (size_t i = 0; option->value && i < sizeof known / sizeof *known; i++)
		if (!strcmp(option->value, known[i].value))
			text_put(&words, known[i].words);
	if (option->value && !strncmp(option->value, "STAGE", 5))
		stage_names(&words, " ");
	if (option->value && !strcmp(option->name, "T") && takes_view(command))
		put_formats(&words);
	else if (option->value && !strcmp(option->name, "T"))
		put_listed(option->help, &words);
	Str result = str_intern(text_data(&words));
	text_release(&words);
	return result;
}

static bool takes_file(const Option *option)
{
	return option->value && (strstr(option->value, "FILE") || strstr(option->value, "DIR") ||
		strstr(option->value, "FACTS") || strstr(option->value, "PROGRAM"));
}

static Str operands_of(const Command *command)
{
	Text words = {0};

	if (takes_view(command))
		put_views(&words);
	else if (!strcmp(command->name, "completion"))
		text_put(&words, "bash zsh fish");
	Str result = str_intern(text_data(&words));
	text_release(&words);
	return result;
}

static void put_commands(Text *out)
{
	for (size_t i = 0; commands[i]; i++)
		text_printf(out, "%s%s", i ? " " : "", commands[i]->name);
}

static void bash_command(const Command *command, Text *out)
{
	text_printf(out, "\t%s)\n\t\tcase $before in\n", command->name);
	for (const Option *option = command->options; option->name; option++) {
		Str choices = choices_of(command, option);
		if (!option->value)
			continue;
		text_printf(out, "\t\t%s%s) ", option_dashes(option), option->name);
		if (!str_empty(choices))
			text_printf(out, "words=\"%s\" ;;\n", str_text(choices));
		else
			text_printf(out, "words= %s ;;\n", takes_file(option) ? "files=1" : "files=");
	}
	text_put(out, "\t\t*)\n\t\t\tcase $word in\n\t\t\t-*) words=\"");
	for (const Option *option = command->options; option->name; option++)
		text_printf(out, "%s%s ", option_dashes(option), option->name);
	text_printf(out, "--help\" ;;\n\t\t\t*) words=\"%s\" files=1 ;;\n\t\t\tesac ;;\n\t\tesac ;;\n",
		str_text(operands_of(command)));
}

/* bash gives "--option=word" as three words when = breaks them. */
static void print_bash(Text *out)
{
	text_put(out, "# bash completion of featdep, printed by `featdep completion bash`\n_featdep()\n{\n"
		"\tlocal word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words= files=\n"
		"\tif [ \"$word\" = = ]; then\n\t\tword=\n"
		"\telif [ \"$before\" = = ]; then\n\t\tbefore=${COMP_WORDS[COMP_CWORD-2]}\n\tfi\n"
		"\tif [ \"$COMP_CWORD\" -eq 1 ]; then\n\t\tCOMPREPLY=($(compgen -W \"");
	put_commands(out);
	text_put(out, " --help --version\" -- \"$word\"))\n\t\treturn\n\tfi\n\tcase ${COMP_WORDS[1]} in\n");
	for (size_t i = 0; commands[i]; i++)
		bash_command(commands[i], out);
	text_put(out, "\tesac\n\tCOMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
		"\tif [ -n \"$files\" ] && [ ${#COMPREPLY[@]} -eq 0 ]; then\n"
		"\t\tcompopt -o filenames\n\t\tCOMPREPLY=($(compgen -f -- \"$word\"))\n\tfi\n}\ncomplete -F _featdep featdep\n");
}

/* TEXT inside single quotes; MORE are characters that get a backslash. */
static void put_quoted(Text *out, const char *text, const char *more)
{
	for (; *text; text++) {
		if (*text == '\'')
			text_put(out, "'\\'");
		else if (strchr(more, *text))
			text_char(out, '\\');
		text_char(out, *text);
	}
}

static void zsh_option(const Command *command, const Option *option, Text *out)
{
	Str choices = choices_of(command, option);

	text_printf(out, " \\\n\t\t\t'%s%s%s[", option_dashes(option), option->name,
		option->value && option_dashes(option)[1] ? "=" : "");
	put_quoted(out, option->help, "[]:");
	text_char(out, ']');
	if (option->value) {
		text_char(out, ':');
		put_quoted(out, option->value, "[]:");
		if (!str_empty(choices))
			text_printf(out, ":(%s)", str_text(choices));
		else
			text_put(out, takes_file(option) ? ":_files" : ": ");
	}
	text_char(out, '\'');
}

static void print_zsh(Text *out)
{
	text_put(out, "#compdef featdep\n# printed by `featdep completion zsh`\n_featdep()\n{\n\tlocal -a commands=(\n");
	for (size_t i = 0; commands[i]; i++) {
		text_printf(out, "\t\t'%s:", commands[i]->name);
		put_quoted(out, commands[i]->summary, ":");
		text_put(out, "'\n");
	}
	text_put(out, "\t)\n\tif (( CURRENT == 2 )); then\n\t\t_describe command commands\n\t\treturn\n\tfi\n"
		"\tlocal command=$words[2]\n\tshift words\n\t(( CURRENT-- ))\n\tcase $command in\n");
	for (size_t i = 0; commands[i]; i++) {
		Str operands = operands_of(commands[i]);
		text_printf(out, "\t%s)\n\t\t_arguments", commands[i]->name);
		for (const Option *option = commands[i]->options; option->name; option++)
			zsh_option(commands[i], option, out);
		text_put(out, " \\\n\t\t\t'--help[this text]'");
		if (str_empty(operands))
			text_put(out, " \\\n\t\t\t'*:operand:_files' ;;\n");
		else
			text_printf(out, " \\\n\t\t\t'1:operand:(%s)' \\\n\t\t\t'*: : ' ;;\n", str_text(operands));
	}
	text_put(out, "\tesac\n}\nif [[ $funcstack[1] = _featdep ]]; then\n\t_featdep \"$@\"\nelse\n"
		"\tcompdef _featdep featdep\nfi\n");
}

static void fish_line(const Command *command, const Option *option, Text *out)
{
	const char *flag = !option->name[1] ? "-s" : option_dashes(option)[1] ? "-l" : "-o";
	Str choices = choices_of(command, option);

	text_printf(out, "complete -c featdep -n '__fish_seen_subcommand_from %s' %s %s", command->name, flag, option->name);
	if (option->value)
		text_put(out, takes_file(option) ? " -rF" : " -x");
	if (!str_empty(choices))
		text_printf(out, " -a '%s'", str_text(choices));
	text_put(out, " -d '");
	put_quoted(out, option->help, "");
	text_put(out, "'\n");
}

static void print_fish(Text *out)
{
	text_put(out, "# fish completion of featdep, printed by `featdep completion fish`\n");
	for (size_t i = 0; commands[i]; i++) {
		Str operands = operands_of(commands[i]);
		text_printf(out, "complete -c featdep -n __fish_use_subcommand -f -a %s -d '", commands[i]->name);
		put_quoted(out, commands[i]->summary, "");
		text_put(out, "'\n");
		for (const Option *option = commands[i]->options; option->name; option++)
			fish_line(commands[i], option, out);
		if (!str_empty(operands))
			text_printf(out, "complete -c featdep -n '__fish_seen_subcommand_from %s' -f -a '%s'\n", commands[i]->name,
				str_text(operands));
	}
}

static int run(const Args *args)
{
	static const struct { const char *shell; void (*print)(Text *out); } shells[] = {
		{ "bash", print_bash }, { "zsh", print_zsh }, { "fish", print_fish },
	};
	const char *asked = args->operands.items[0];
	Text out = {0};

	for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
		if (!strcmp(asked, shells[i].shell))
			shells[i].print(&out);
	int status = out.len ? output_write(NULL, &out) : fail("no completion for \"%s\": bash, zsh or fish", asked);
	text_release(&out);
	return status;
}

const Command command_completion = {
	.name = "completion",
	.operands = "SHELL",
	.summary = "what bash, zsh or fish completes, for their start-up files",
	.options = options,
	.min_operands = 1,
	.max_operands = 1,
	.run = run,
};
