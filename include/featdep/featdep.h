/*
 * featdep as a library: open a project, run the audit, walk the dependency graph and its findings, draw pictures.
 *
 *     FdProject *project = fd_open("build", NULL);
 *     if (!fd_run(project))
 *         fprintf(stderr, "%s\n", fd_error(project));
 *     for (size_t i = 0; i < fd_finding_count(project); i++)
 *         puts(fd_finding(project, i).message);
 *     fd_close(project);
 *
 * Ownership: a project owns everything that is reached through it. Strings and structs that functions return stay valid
 * until fd_close of that project; none of them is to be freed by the caller. Strings are UTF-8 and never NULL: what is
 * not known is "". Strings that the caller passes are copied.
 *
 * The library keeps one table of strings for the process and is to be used from one thread at a time. It starts ninja
 * and the program featdep (looked for beside the library, then on PATH) and writes only below the output folder. It
 * never exits and prints nothing; progress is shown on stderr when that is a terminal, unless "quiet" is set.
 */
#ifndef FEATDEP_FEATDEP_H
#define FEATDEP_FEATDEP_H

#include <stdbool.h>
#include <stddef.h>

#if defined(__GNUC__)
#define FD_API __attribute__((visibility("default")))
#else
#define FD_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct FdProject FdProject;

/* ---- opening and running ---- */

/* COMPILE_DATABASE: compile_commands.json or its folder; NULL: found from the current folder upward.
   MANIFEST: a featdep.yml; NULL: found from the compile database upward. Reads nothing yet and never returns NULL. */
FD_API FdProject *fd_open(const char *compile_database, const char *manifest);
FD_API void fd_close(FdProject *project);

/* Sets an option before fd_run. Options and their values are those of `featdep audit --help` without dashes: "o" (the
   output folder), "jobs", "facts", "root", "timeout", …; NULL for those that take no value. False with fd_error when
   there is no such option or the value is wrong. */
FD_API bool fd_option(FdProject *project, const char *option, const char *value);
/* Analyses this file instead of a compile database; with fd_add_argument, all are compiled with these arguments. */
FD_API void fd_add_file(FdProject *project, const char *file);
FD_API void fd_add_argument(FdProject *project, const char *argument);

/* Runs the audit once and writes the output folder. False with fd_error when it could not be completed; code that could
   not be analysed is no such failure but counted, see fd_coverage. */
FD_API bool fd_run(FdProject *project);
/* Instead of fd_run: takes the graph of an earlier audit. */
FD_API bool fd_load(FdProject *project, const char *graph_json);

/* The first error, or "". */
FD_API const char *fd_error(const FdProject *project);

/* ---- messages: bad input, in the order in which it was found ---- */

typedef enum { FD_NOTE, FD_WARNING, FD_ERROR } FdLevel;

typedef struct {
	FdLevel level;
	const char *file; /* "" when it is about none */
	unsigned line, column; /* from 1; 0: unknown */
	const char *message;
	const char *text; /* all of it as a compiler prints it, with the source line, ends with a line break */
} FdMessage;

FD_API size_t fd_message_count(const FdProject *project);
FD_API FdMessage fd_message(const FdProject *project, size_t index);

/* ---- the graph; nodes are sorted by id, edges by their ends ---- */

typedef struct {
	const char *id;    /* "feature:features[3]": stable from run to run */
	const char *kind;  /* "signal" "feature" "model" "prediction" "consumer" "store" */
	const char *name;  /* the id without its kind */
	const char *label; /* for people */
	const char *file;  /* first place, relative to the project's root */
	unsigned line, column;
	const char *function;
	const char *module, *owner;
	const char *use;   /* of a feature: what became of it */
	bool declared;     /* in the manifest, a pack or an annotation */
} FdNode;

typedef struct {
	const char *from, *to; /* ids; data flows from FROM to TO */
	const char *kind;      /* "data" "index" "control" */
	bool state;            /* passes from one invocation to the next */
	bool unresolved;       /* rests on something that could not be analysed */
	size_t steps;          /* of the witness, see fd_step */
} FdEdge;

typedef struct {
	const char *file;
	unsigned line, column;
	const char *function;
	const char *text; /* the source line, trimmed */
	const char *note; /* what happens there */
} FdStep;

FD_API size_t fd_node_count(const FdProject *project);
FD_API FdNode fd_node(const FdProject *project, size_t index);
FD_API size_t fd_edge_count(const FdProject *project);
FD_API FdEdge fd_edge(const FdProject *project, size_t index);
/* A step of the witness of edge EDGE: the shortest chain of source places that proves it. */
FD_API FdStep fd_step(const FdProject *project, size_t edge, size_t index);

/* ---- findings; the most severe first ---- */

typedef struct {
	const char *rule;
	const char *level;   /* "note" "warning" "error" */
	const char *subject; /* a node's id, or what it is about */
	const char *message, *advice;
	const char *fingerprint; /* equal for the same finding in another run */
	bool suppressed;
	bool hidden;         /* noise by default */
	bool is_new;         /* against the baseline of fd_compare; true without one */
} FdFinding;

FD_API size_t fd_finding_count(const FdProject *project);
FD_API FdFinding fd_finding(const FdProject *project, size_t index);

/* ---- against an earlier run, after fd_run or fd_load ---- */

/* Before fd_compare: FROM of the earlier run is TO now. A folder ends with '/'. */
FD_API void fd_rename(FdProject *project, const char *from, const char *to);
/* Compares with the graph.json, featdep.db or findings.sarif of an earlier run, or the folder it is in; reports and the
   summary then say what is new. False with fd_error. */
FD_API bool fd_compare(FdProject *project, const char *baseline);
/* Findings of the earlier run that are gone; when units failed they may only not have been seen. */
FD_API size_t fd_fixed_count(const FdProject *project);
FD_API FdFinding fd_fixed(const FdProject *project, size_t index);
/* Holds the graph to the assertions of the manifest: those that are untrue, and why; with ALL, the others as well. Their
   number in *UNTRUE. The string belongs to the project; NULL with fd_error when the manifest cannot be read. */
FD_API const char *fd_assert(FdProject *project, bool all, size_t *untrue);
/* Appends the metrics of this run to a history, which is made when absent. REVISION may be NULL. False with fd_error. */
FD_API bool fd_history(FdProject *project, const char *database, const char *revision);

/* ---- how much was understood ---- */

typedef struct {
	unsigned units, units_parsed, units_failed, units_skipped; /* skipped: C++, assembler */
	unsigned functions, functions_analysed;
	unsigned calls, calls_resolved;
	unsigned features, features_resolved;
	unsigned unresolved; /* places that could not be resolved */
} FdCoverage;

FD_API FdCoverage fd_coverage(const FdProject *project);

/* ---- reports and pictures ---- */

/* Prints a report ("markdown", "json", …; VIEW is NULL) or draws a VIEW ("overview", "features", …) in FORMAT ("svg",
   "png", "pdf", "dot", …) into the file PATH, which is replaced at once when all is done. ARGUMENT: the
   model or node of views that are about one, else NULL. False with fd_error. */
FD_API bool fd_render(FdProject *project, const char *view, const char *argument, const char *format, const char *path);
/* The summary that `featdep audit` prints, for a terminal of WIDTH columns (0: lines are not broken). The string
   belongs to the project. */
FD_API const char *fd_summary(FdProject *project, bool color, unsigned width);
/* With the option "timings": how long each phase took, as a table; else "". The string belongs to the project. */
FD_API const char *fd_timings(FdProject *project);
/* What the option "dump" asked for. */
FD_API const char *fd_dump(const FdProject *project);

#ifdef __cplusplus
}
#endif

#endif
