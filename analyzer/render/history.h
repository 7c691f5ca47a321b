/*
 * The history of a project's metrics: a small SQLite database that outlives output folders. A run adds rows and
 * never changes those of earlier runs, so it can be kept for years.
 */
#ifndef FEATDEP_RENDER_HISTORY_H
#define FEATDEP_RENDER_HISTORY_H

#include "base/diag.h"
#include "base/text.h"
#include "model/graph.h"

enum { HISTORY_VERSION = 1, HISTORY_APPLICATION = 0x66646869 /* "fdhi" */ };

/* Adds a run with the metrics of GRAPH to the history PATH, made when absent, in one transaction. REVISION may be NULL.
   The time is SOURCE_DATE_EPOCH when set, else the clock. A file that is damaged, of another program or of a newer
   featdep is left alone: false with a diagnostic. */
bool history_append(const char *path, const Graph *graph, const char *revision, Diags *diags);

typedef struct {
	Str name;
	VEC(double) values; /* of each run; NAN: was not measured */
} Series;

typedef struct History {
	VEC(Str) times, revisions; /* of each run, the oldest first */
	VEC(Series) series;        /* in the order of their names' first appearance */
} History;

/* The last LIMIT runs (0: all) into the zeroed HISTORY. False with a diagnostic. */
bool history_read(const char *path, uint32_t limit, History *history, Diags *diags);
/* Adds GRAPH as the last run, in memory only. Its time is "this run": outputs hold no clock, so that they can be compared. */
void history_add(History *history, const Graph *graph);
void history_release(History *history);

/* One line a metric: first, last, change and a sparkline. METRICS: names or globs; none: those that ever were not 0. */
void trend_text(const History *history, const char *const *metrics, uint32_t count, Text *out);
/* One small plot a metric. */
void trend_svg(const History *history, const char *const *metrics, uint32_t count, Text *out);

#endif
