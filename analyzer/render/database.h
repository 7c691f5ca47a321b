/*
 * featdep.db: the graph in SQLite, for questions that no report answers, and one row of metrics a run, for trends.
 * The schema is database.sql; `sqlite3 featdep.db .schema` prints it with its comments.
 */
#ifndef FEATDEP_RENDER_DATABASE_H
#define FEATDEP_RENDER_DATABASE_H

#include "base/diag.h"
#include "model/graph.h"

enum { DATABASE_VERSION = 1, DATABASE_APPLICATION = 0x66646570 /* "fdep" */ };

/* Replaces the graph in the database PATH, made when absent, and adds a row to its table of runs, at once: a killed run
   leaves the old contents. A file at PATH that is damaged, of another program or of a newer featdep is
   left alone: the database is written to PATH.new instead, and a diagnostic says so. False with a diagnostic when
   nothing could be written. */
bool database_write(const char *path, const Graph *graph, Diags *diags);

#endif
