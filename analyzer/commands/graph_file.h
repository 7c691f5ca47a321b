/* What the commands that ask about the last audit share. */
#ifndef FEATDEP_COMMANDS_GRAPH_FILE_H
#define FEATDEP_COMMANDS_GRAPH_FILE_H

#include "commands/command.h"
#include "model/graph.h"

/* For the option tables of these commands. */
#define GRAPH_OPTION { "graph", "FILE", "a graph.json, instead of the one in the output folder" }
#define ROOT_OPTION { "root", "DIR", "folder that file names start from; default: found above the graph.json" }
#define FOLDER_OPTION(name) { name, "DIR", "output folder of the audit; default: featdep-out" }
/* For commands whose -o is the folder: the name that it has in those whose -o is a file. */
#define SAME_FOLDER_OPTION { "out", "DIR", "the same as -o" }

/* Reads the graph that ARGS name into the zeroed GRAPH; FOLDER_OPTION is the option with the output folder. False
   after a message. */
bool graph_open(const Args *args, const char *folder_option, Graph *graph);
/* The value of --kinds as bits 1 << DepKind, 0: all. False after a message. */
bool kinds_parse(const char *value, uint32_t *out);
/* The value of a numeric option, 0 when it is not given. False after a message. */
bool number_parse(const Args *args, const char *option, uint32_t *out);
/* Ends such a command: prints OUT to PATH (NULL: stdout) if DONE, all DIAGS, and releases everything. */
int graph_close(Graph *graph, bool done, const char *path, Text *out, Diags *diags);

#endif
