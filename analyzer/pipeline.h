/* An audit: what it is asked to do, the stages it goes through, and what they have made. */
#ifndef FEATDEP_PIPELINE_H
#define FEATDEP_PIPELINE_H

#include "base/diag.h"
#include "contents.h"
#include "model/graph.h"
#include "model/ir.h"
#include "model/roles.h"
#include "plan/compile_db.h"
#include "plan/ninja.h"
#include "progress.h"

typedef struct {
	Str database;  /* compile_commands.json, its folder, or empty: found upward */
	Str manifest;  /* empty: found upward */
	Str output;    /* empty: featdep-out */
	Str root;      /* empty: guessed from the sources */
	Str facts;     /* folder with facts made elsewhere, or empty */
	Str history;   /* metrics of earlier runs, shown in the report; or empty */
	Str link;      /* template of links to the source, with {file} and {line}, or empty */
	StrList files, arguments; /* analysed instead of a database */
	uint32_t jobs; /* 0: as many as there are processors */
	uint32_t batch, timeout;
	bool plan_only, quiet, all, no_pictures, timings;
	bool no_manifest; /* only packs and annotations */
	uint32_t dumps; /* 1 << stage */
	int stop_after; /* stage, or -1 */
} Settings;

typedef struct {
	Settings settings;
	Plan plan;
	NinjaOptions ninja;
	StrList facts;       /* absolute names of facts files */
	bool facts_current;  /* made from what their inputs contain now */
	Roles roles;
	Module program;
	Graph graph;
	GraphCounts counts;  /* of the graph, when it is a digest */
	bool is_digest;      /* nothing has changed: the graph has only findings and coverage, see state.h */
	StrList outputs;     /* files written, relative to the output folder */
	Contents contents;   /* of facts and outputs */
	Progress progress;
	int lock;            /* of the output folder, or -1 */
	Diags diags;
	uint32_t plan_messages; /* of diags: those up to the facts */
	Text dump;           /* for settings.dumps */
} Pipeline;

/* Defaults: timeout 120, no stop. */
void pipeline_init(Pipeline *pipeline);
/* Runs the stages. False when one failed: a diagnostic says why. */
bool pipeline_run(Pipeline *pipeline);
void pipeline_release(Pipeline *pipeline);
/* The manifest that is used; empty: none. */
Str pipeline_manifest(const Pipeline *pipeline);
/* The number of a stage, or -1. */
int stage_find(const char *name);
/* The names of all stages, in order, separated by SEPARATOR. */
void stage_names(Text *out, const char *separator);

#endif
