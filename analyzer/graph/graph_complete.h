/*
 * What the solver leaves open: source texts, modules, owners, coverage, and one order for everything.
 */
#ifndef FEATDEP_GRAPH_GRAPH_COMPLETE_H
#define FEATDEP_GRAPH_GRAPH_COMPLETE_H

#include "base/diag.h"
#include "model/graph.h"
#include "model/roles.h"

/* Requires what solve made, findings still empty or already there. Afterwards
   - steps have the text of their source line: trimmed, valid UTF-8, at most SOURCE_TEXT_MAX bytes. Texts that are
     there already stay. One diagnostic counts the source files that cannot be read;
   - nodes without module or owner have them from the path globs of the roles (the last that matches wins) and, for
     consumers, the owner of the declaration that names them; is_test is set for nodes that only test code touches;
   - nodes are sorted by id (numbers in ids by value), edges by their ends, sites by place; doubles are gone; all ids
     in edges, findings and maps are renumbered;
   - coverage.features counts the features that reach a model, features_resolved those of them that rest on no
     unresolved edge, assumption or undeclared signal, and Unresolved.features the features behind each place. */
void graph_complete(Graph *graph, const Roles *roles, Diags *diags);

/* The module that FILE belongs to: the last of those declared whose glob matches it; NULL: none. */
const ModuleRule *module_of_file(const Roles *roles, Str file);

enum { SOURCE_TEXT_MAX = 240 };

/* Glob on file names: `*` and `?` stop at '/', `**` does not (and with a '/' after it also matches nothing), [a-z]. */
bool path_match(const char *glob, const char *path);
/* GLOB matches the name of FILE or its end after a '/', as path_match or, where `*` may cross '/', as fnmatch. */
bool file_match(const char *glob, const char *file);
/* Does the CONSUMER role name READER, by its function and, where it says one, its file? */
bool consumer_fits(const Role *role, const Node *reader);
/* A file of tests, by its path: a folder test or tests, test_NAME.c, NAME_test.c. */
bool path_is_test(const char *path);
/* strcmp, but runs of digits compare as numbers: features[2] before features[10]. */
int name_compare(const char *a, const char *b);

#endif
