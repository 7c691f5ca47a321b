/*
 * The build action: the units of a batch → their facts files. Each unit is extracted in a child process under a
 * watchdog, so that one that crashes libclang or never ends costs that unit alone.
 */
#ifndef FEATDEP_EXTRACT_H
#define FEATDEP_EXTRACT_H

#include "base/diag.h"
#include "plan/batch.h"

/* Brings the facts of all units up to date and writes the depfile. Units that cannot be analysed get facts that say so.
   False with a diagnostic only when a file cannot be written. */
bool extract_batch(const Batch *batch, Diags *diags);

typedef struct {
	UnitStatus status;
	Str message;
	bool final;      /* nothing but these files decides what the facts are */
	StrList files;   /* that were read; owned by the caller */
	StrList absent;  /* that do not exist, and would be read if they did; owned by the caller */
} Extracted;

/* Extracts UNIT in this process and writes its facts. Fills the zeroed EXTRACTED; false with a diagnostic when the
   facts cannot be written. */
bool extract_unit(const PlanUnit *unit, Str root, bool is_stub, Str facts, Extracted *extracted, Diags *diags);
/* "TARGET: FILE…" as make and ninja read it. Sorts FILES. */
bool depfile_write(Str path, Str target, StrList *files, Diags *diags);

#endif
