/*
 * What a facts file was made from, kept beside it as FACTS.inputs: a key of the arguments and the hash of every
 * file that was read. Contents decide, never time stamps. Lines: "featdep inputs 1", "key HASH", then "HASH PATH" a
 * file; the hash of a file that does not exist is "-".
 */
#ifndef FEATDEP_PLAN_INPUTS_H
#define FEATDEP_PLAN_INPUTS_H

#include "base/map.h"
#include "plan/batch.h"

typedef struct {
	uint64_t key;
	StrList files; /* absolute */
} Inputs;

/* Hashes of files that were looked at before, so that a header is read once a process. Zeroed is valid and empty. */
typedef struct {
	Map index; /* Str.i of the path → place in hashes */
	VEC(uint64_t) hashes; /* 0: the file cannot be read */
} FileHashes;

/* The key of UNIT in BATCH: everything but the contents of files. */
uint64_t inputs_key(const Batch *batch, const BatchUnit *unit);
/* Writes INPUTS beside FACTS unless they are there; false with errno set. */
bool inputs_write(Str facts, const Inputs *inputs, FileHashes *hashes);
/* True when FACTS exists and was made with KEY from files that have the same contents now. */
bool inputs_unchanged(Str facts, uint64_t key, FileHashes *hashes);
/* Appends the files that FACTS was made from, as far as the list can be read. */
void inputs_files(Str facts, StrList *files);
void inputs_release(Inputs *inputs);
void file_hashes_release(FileHashes *hashes);

#endif
