/*
 * A batch: the units that one build action extracts, as a JSON file between `featdep audit`, which writes it, and
 * `featdep extract --batch`, which reads it:
 * {"version":1,"timeout":…,"tool":…,"root":…,"depfile":…,"units":[
 *  {"status":…,"file":…,"variant":…,"directory":…,"message":…,"facts":…,"arguments":[…]}]}
 * Names of facts files and of the depfile are relative to the folder that the action runs in.
 */
#ifndef FEATDEP_PLAN_BATCH_H
#define FEATDEP_PLAN_BATCH_H

#include "base/diag.h"
#include "base/text.h"
#include "plan/compile_db.h"

typedef struct {
	PlanUnit unit;
	Str facts;
} BatchUnit;

typedef struct {
	Str tool;         /* which featdep: facts of another one are made again */
	Str root;
	Str depfile;      /* what the action read, for ninja */
	uint32_t timeout; /* seconds for one unit; 0: none */
	VEC(BatchUnit) units;
} Batch;

void batch_print(const Batch *batch, Text *out);
/* Fills the zeroed BATCH; false with a positioned diagnostic. */
bool batch_read(Str path, Batch *batch, Diags *diags);
void batch_release(Batch *batch); /* units whose arguments belong to a Plan are not for this function */

#endif
