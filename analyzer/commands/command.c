/* The table of commands, and what all of them share: parsing their options, help, messages. */
#include "commands/command.h"

#include "render/label.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define COMMAND(name) extern const Command command_##name;
#include "commands/commands.def"
#undef COMMAND

const Command *const commands[] = {
#define COMMAND(name) &command_##name,
#include "commands/commands.def"
#undef COMMAND
	NULL
};

int fail(const char *format, ...)
{
	va_list args;

	fputs("featdep: error: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	return EXIT_ERROR;
}

void diags_print(const Diags *diags)
{
	Text out = {0};

	for (uint32_t i = 0; i < diags->items.len; i++)
		diag_print(&diags->items.items[i], &out);
	fputs(text_data(&out), stderr);
	text_release(&out);
}

bool stdout_color(void)
{
	const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");

	return isatty(STDOUT_FILENO) && !(no_color && *no_color) && !(terminal && !strcmp(terminal, "dumb"));
}

bool locale_unicode(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return strcasestr(value, "utf-8") || strcasestr(value, "utf8");
	}
	return false;
}

uint32_t stdout_width(void)
{
	struct winsize size;

	return isatty(STDOUT_FILENO) && !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) ? size.ws_col : 0;
}

int output_write(const char *path, const Text *text)
{
	if (path && strcmp(path, "-")) {
		if (file_write(path, text_data(text), text->len))
			return EXIT_OK;
		return fail("\"%s\" cannot be written: %s", path, strerror(errno));
	}
	if (fwrite(text_data(text), 1, text->len, stdout) == text->len && !fflush(stdout))
		return EXIT_OK;
	return errno == EPIPE ? EXIT_OK : fail("standard output cannot be written: %s", strerror(errno));
}

static const Option *option_named(const Command *command, const char *name, size_t length)
{
	for (const Option *option = command->options; option->name; option++)
		if (strlen(option->name) == length && !strncmp(option->name, name, length))
			return option;
	return NULL;
}

static bool option_unknown(const Command *command, const char *word)
{
	VEC(const char *) names = {0};
	const char *bare = word + strspn(word, "-");
	Str name = str_intern_n(bare, strcspn(bare, "="));

	for (const Option *option = command->options; option->name; option++)
		vec_push(&names, option->name);
	const char *nearest = nearest_name(str_text(name), names.items, names.len);
	if (nearest)
		fail("unknown option \"%s\" of `featdep %s`, did you mean \"%s%s\"?", word, command->name, nearest[1] ? "--" : "-",
			nearest);
	else
		fail("unknown option \"%s\", see `featdep %s --help`", word, command->name);
	vec_release(&names);
	return false;
}

const char *option_dashes(const Option *option)
{
	return option->name[1] && !isupper((unsigned char)option->name[0]) ? "--" : "-";
}

/* The option in *ARGV, which moves on when its value is the next word. */
static bool option_parse(const Command *command, char ***argv, Args *args)
{
	const char *word = **argv;
	bool is_long = word[1] == '-' || option_named(command, word + 1, strlen(word + 1));
	const char *name = word + (word[1] == '-' ? 2 : 1);
	size_t length = is_long ? strcspn(name, "=") : 1;
	const Option *option = option_named(command, name, length);
	const char *behind = name[length] ? name + length + is_long : NULL;

	if (!option)
		return option_unknown(command, word);
	if (!option->value && behind)
		return option_unknown(command, word);
	if (option->value && !behind) {
		behind = (*argv)[1];
		if (!behind) {
			fail("option \"%s\" needs a value: %s", word, option->value);
			return false;
		}
		++*argv;
	}
	Given given = { option, option->value ? behind : NULL };
	vec_push(&args->given, given);
	return true;
}

static bool operands_fit(const Args *args)
{
	const Command *command = args->command;

	if (args->operands.len >= command->min_operands && args->operands.len <= command->max_operands)
		return true;
	if (args->operands.len < command->min_operands)
		fail("`featdep %s` needs %s, see `featdep %s --help`", command->name, command->operands, command->name);
	else
		fail("\"%s\" is one operand too many, see `featdep %s --help`", args->operands.items[command->max_operands],
			command->name);
	return false;
}

bool args_parse(const Command *command, char **argv, Args *args)
{
	args->command = command;
	for (; *argv; argv++) {
		if (!strcmp(*argv, "--") && command->takes_rest) {
			while (*++argv)
				vec_push(&args->rest, *argv);
			break;
		}
		if (**argv != '-' || !(*argv)[1])
			vec_push(&args->operands, *argv);
		else if (!option_parse(command, &argv, args))
			return false;
	}
	return operands_fit(args);
}

void args_release(Args *args)
{
	vec_release(&args->given);
	vec_release(&args->operands);
	vec_release(&args->rest);
}

static const Given *given_find(const Args *args, const char *option)
{
	for (uint32_t i = args->given.len; i > 0; i--)
		if (!strcmp(args->given.items[i - 1].option->name, option))
			return &args->given.items[i - 1];
	return NULL;
}

bool args_has(const Args *args, const char *option)
{
	return given_find(args, option) != NULL;
}

const char *args_value(const Args *args, const char *option, const char *fallback)
{
	const Given *given = given_find(args, option);

	return given ? given->value : fallback;
}

void help_print(Text *out)
{
	text_put(out, "featdep finds the data dependencies of machine learning systems in C code\n\n"
		"usage: featdep COMMAND [OPTION…]\n\n");
	for (size_t i = 0; commands[i]; i++)
		text_printf(out, "  %-10s %s\n", commands[i]->name, commands[i]->summary);
	text_put(out, "\n`featdep COMMAND --help` says more. Exit codes: 0 nothing to report, 1 findings, 2 error,\n"
		"3 some of the code could not be analysed.\n");
}

void command_help(const Command *command, Text *out)
{
	text_printf(out, "usage: featdep %s [OPTION…]%s%s\n\n%s\n", command->name, *command->operands ? " " : "",
		command->operands, command->summary);
	if (command->details)
		text_printf(out, "\n%s\n", command->details);
	text_char(out, '\n');
	for (const Option *option = command->options; option->name; option++) {
		bool is_long = option_dashes(option)[1] != '\0';
		Str left = str_format("%s%s%s%s", option_dashes(option), option->name, option->value ? (is_long ? "=" : " ") : "",
			option->value ? option->value : "");
		uint32_t width = label_width(str_text(left));
		text_printf(out, "  %s%*s %s\n", str_text(left), width < 20 ? (int)(20 - width) : 0, "", option->help);
	}
	text_printf(out, "  %-20s %s\n", "--help", "this text");
}
