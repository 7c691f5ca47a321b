/*
 * What a run is doing, on the terminal that stderr is, as one line that is drawn over and taken away again; and how
 * long each phase took. Nothing is drawn when stderr is no terminal or a dumb one.
 */
#ifndef FEATDEP_PROGRESS_H
#define FEATDEP_PROGRESS_H

#include "base/text.h"
#include "base/vec.h"

typedef struct {
	const char *name;
	double wall, cpu; /* seconds; those of processes it started are in it */
} Phase;

typedef struct {
	bool shown;       /* may draw */
	bool drawn;       /* a line stands there */
	VEC(Phase) phases;
	double wall, cpu; /* when the last of them began */
	double last;      /* when the line was drawn */
	bool running;
} Progress;

void progress_init(Progress *progress, bool quiet);
/* Ends the phase before and begins NAME, a constant text; NULL: only ends it. */
void progress_phase(Progress *progress, const char *name);
/* DONE of ALL parts of the phase, "187 units" in all, are finished: draws how much and an estimate of the rest. */
void progress_part(Progress *progress, const char *what, uint32_t done, uint32_t all);
/* Takes the line away, before something else is written. */
void progress_clear(Progress *progress);
/* A table of the phases and their sum. */
void progress_print(const Progress *progress, Text *out);
void progress_release(Progress *progress);

#endif
