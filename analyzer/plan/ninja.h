/*
 * The plan as a build.ninja: one action a batch of units, run by ninja here or by whatever runs such actions where
 * one machine is not enough. Files below the output folder: build.ninja, batches/N.json, facts/NAME.facts.
 */
#ifndef FEATDEP_PLAN_NINJA_H
#define FEATDEP_PLAN_NINJA_H

#include "base/diag.h"
#include "plan/batch.h"

typedef struct {
	Str output;      /* absolute */
	Str tool;        /* absolute name of the featdep executable */
	Str tool_id;     /* see Batch.tool */
	uint32_t jobs;
	uint32_t batch;  /* units an action; 0: chosen so that all jobs stay busy */
	uint32_t timeout;
	void (*finished)(void *context, uint32_t done, uint32_t all); /* told of actions; may be NULL */
	void *context;
} NinjaOptions;

/* Writes what is not there or differs. FACTS gets the absolute names of the facts files, one a unit of PLAN in its
   order; CURRENT, whether all of them were made from what their inputs contain now, so that ninja need not run. False
   with a diagnostic when the output folder cannot be written. */
bool ninja_write(const Plan *plan, const NinjaOptions *options, StrList *facts, bool *current, Diags *diags);
/* Runs ninja; it goes on after an action that fails. Puts all that ninja says into LOG. False with a diagnostic. */
bool ninja_run(const NinjaOptions *options, Text *log, Diags *diags);

#endif
