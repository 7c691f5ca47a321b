/* Finding what an entry is about in a program. */
#ifndef FEATDEP_BIND_MATCH_H
#define FEATDEP_BIND_MATCH_H

#include "bind/names.h"
#include "model/roles.h"

/* A thing of the program. FUNCTION: FuncId; PARAMETER: FuncId, index; FIELD: TypeId, index; GLOBAL: GlobalId;
   VARIABLE: FuncId, LocalId. Of a role for functions, FIELD and GLOBAL are function pointers. */
typedef struct {
	TargetKind kind;
	uint32_t id, sub;
} Match;

typedef VEC(Match) MatchVec;

/* A function of the program that a pack has a role for, but for another function of that name. */
typedef struct {
	FuncId function;
	Str pack;
} Beaten;

/* FUNCTION is stored in the global ID (sub NONE) or in field SUB of record ID. */
typedef struct {
	uint32_t id, sub;
	FuncId function;
} Stored;

/* Names of a program by kind, made when they are first needed. Zeroed but for program and roles is valid. */
typedef struct {
	const Module *program;
	const Roles *roles;
	Names functions, records, globals, variables, pointers;
	bool has_functions, has_records, has_globals, has_variables, has_pointers;
	VEC(Stored) stored; /* sorted; made with pointers */
	VEC(Beaten) beaten; /* in the order found */
} Matcher;

/* Appends all things that ROLE is about. */
void matcher_find(Matcher *matcher, const Role *role, MatchVec *found);
/* For a role that found nothing: what its target was probably meant to be, or the empty string. */
Str matcher_nearest(Matcher *matcher, const Role *role);
void matcher_release(Matcher *matcher);
/* FILE has the name PATTERN, or ends with "/PATTERN". */
bool file_matches(const Module *program, FileId file, Str pattern);

#endif
