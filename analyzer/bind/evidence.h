/* What a function does, as far as it tells what the function is for. */
#ifndef FEATDEP_BIND_EVIDENCE_H
#define FEATDEP_BIND_EVIDENCE_H

#include "model/roles.h"

enum { EVIDENCE_PARAMS = 8 };

/* About one parameter, seen through what the function reads by it; members and elements included. */
typedef struct {
	int64_t max_index;     /* largest constant index that is read; -1: none */
	uint32_t indices;      /* reads at constant indices */
	uint32_t compared;     /* of them: compared with constants */
	uint32_t fields;       /* reads of members */
	bool times_constants;  /* elements are multiplied with those of a constant table */
	bool is_read;
	bool is_written;       /* what it points to, or handed to a function without source */
} ParamUse;

typedef struct { FuncId callee; uint32_t argument, param; } Handed; /* a parameter given on to a callee */

typedef struct {
	ParamUse params[EVIDENCE_PARAMS];
	VEC(FuncId) callees;   /* direct ones, each once */
	VEC(FuncId) callers;
	VEC(Handed) handed;
	Str table;             /* the constant table that an input is multiplied with */
	Str nonlinearity;      /* "exp", "tanh", …, or empty */
} Evidence;

/* One for each function of PROGRAM. */
Evidence *evidence_collect(const Module *program);
void evidence_free(const Module *program, Evidence *evidence);

/* Whether one of the WORDS ("predict|infer") is a word of the C name: separated by '_', capitals or digits. The word
   that was found in *FOUND, which may be NULL. */
bool name_has(Str name, const char *words, Str *found);

#endif
