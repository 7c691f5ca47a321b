/* What audit and check share: options, running, the formats of -f. */
#ifndef FEATDEP_COMMANDS_RUN_H
#define FEATDEP_COMMANDS_RUN_H

#include "commands/command.h"
#include "featdep/featdep.h"

/* Rows of both option tables. */
#define INPUT_OPTIONS \
	{ "p", "DIR", "folder of compile_commands.json, or the file; default: from here upward" }, \
	{ "m", "FILE", "manifest; default: featdep.yml, from the compile database upward" }, \
	{ "o", "DIR", "output folder; default: featdep-out" }, \
	{ "jobs", "N", "units analysed at the same time; default: one a processor" }
#define RESULT_OPTIONS \
	{ "f", "FORMAT[=FILE]", "also print this format; may be given several times: see below" }, \
	{ "link-template", "TEMPLATE", "links to the source, with {file} and {line}; default: to the files; " \
		"with -f, of the CI job" }, \
	{ "history", "FILE.db", "append the metrics of this run to a history, see `featdep trend`; the report draws it" }, \
	{ "all", NULL, "also show findings that are noise by default" }, \
	{ "quiet", NULL, "no progress and no summary" }, \
	{ "no-pictures", NULL, "do not draw the diagrams" }, \
	{ "timings", NULL, "say on stderr how long each phase took" }, \
	{ "root", "DIR", "folder that file names in reports start from; default: the project's" }, \
	{ "timeout", "SECONDS", "limit for reading one unit; default: 120, 0: none" }, \
	{ "facts", "DIR", "start from facts files made elsewhere instead of a compile database" }, \
	{ "batch", "N", "units read by one process; default: such that all jobs stay busy" }

#define FORMATS_HELP \
	"Formats of -f: sarif, junit, codequality, gitlab, job-summary, markdown, json go to their usual\n" \
	"file in the output folder, github (annotations) to standard output; all to FILE when given."

/* Index in "note", "warning", "error", "never" of the value of --fail-on, or -1 after a message. */
int threshold_parse(const Args *args);
/* Gives PROJECT all options but those in OWN (NULL-terminated), which the command sees to. False after a message. */
bool settings_give(FdProject *project, const Args *args, const char *const *own);
/* What the run had to say, and with --timings how long it took, on stderr. */
void messages_print(FdProject *project);
/* Whether a finding that counts and is new has at least the level THRESHOLD. */
bool has_findings(const FdProject *project, int threshold);
/* Writes what -f and --history ask for. False after a message. */
bool extras_write(FdProject *project, const Args *args);
/* STRING on stdout. */
int print(const char *string);

#endif
