/*
 * The commands. Each is a const Command in a file of its own; help, option parsing and the man page's synopsis come
 * from that struct.
 */
#ifndef FEATDEP_COMMANDS_COMMAND_H
#define FEATDEP_COMMANDS_COMMAND_H

#include "base/diag.h"
#include "plan/shell.h"

/* What the process returns. When several apply: 2, then 3, then 1. */
enum { EXIT_OK = 0, EXIT_FINDINGS = 1, EXIT_ERROR = 2, EXIT_INCOMPLETE = 3 };

typedef struct {
	const char *name;  /* long name without "--"; a name of one letter is a short option: -o */
	const char *value; /* what its value is called in the help; NULL: takes none */
	const char *help;
} Option;

typedef struct Args Args;

typedef struct {
	const char *name;
	const char *operands;  /* of the usage line: "NODE [NODE]" */
	const char *summary;   /* one line, lower case */
	const char *details;   /* more for --help, lines ≤ 100, or NULL */
	const Option *options; /* ends with a NULL name */
	uint32_t min_operands, max_operands; /* UINT32_MAX: any number */
	bool takes_rest;       /* `-- WORD…` */
	int (*run)(const Args *args);
} Command;

typedef struct {
	const Option *option;
	const char *value;     /* NULL when it takes none */
} Given;

struct Args {
	const Command *command;
	VEC(Given) given;      /* in the order of the command line */
	VEC(const char *) operands;
	VEC(const char *) rest; /* behind "--" */
};

extern const Command *const commands[]; /* ends with NULL */

/* Parses ARGV behind the command's name into the zeroed ARGS. False after a message on stderr. */
bool args_parse(const Command *command, char **argv, Args *args);
void args_release(Args *args);
bool args_has(const Args *args, const char *option);
/* The last value given for OPTION, or FALLBACK. */
const char *args_value(const Args *args, const char *option, const char *fallback);

/* What stands before the name of OPTION: "-" of "-o" and "-MF", "--" of "--jobs". */
const char *option_dashes(const Option *option);
void help_print(Text *out);
void command_help(const Command *command, Text *out);
/* "featdep: error: …" on stderr; returns EXIT_ERROR. */
int fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Prints all to stderr. */
void diags_print(const Diags *diags);
/* Whether colours are wanted on stdout: a terminal, and NO_COLOR is not set. */
bool stdout_color(void);
/* Whether the locale has more characters than ASCII. */
bool locale_unicode(void);
/* Columns of the terminal that stdout is; 0 when it is none. */
uint32_t stdout_width(void);
/* Writes TEXT to PATH, or to stdout when PATH is NULL or "-"; EXIT_OK or EXIT_ERROR with a message. */
int output_write(const char *path, const Text *text);

#endif
