/* The small languages inside a manifest's texts: positions, targets and name templates. */
#ifndef FEATDEP_BIND_SYNTAX_H
#define FEATDEP_BIND_SYNTAX_H

#include "base/text.h"
#include "model/roles.h"

/* A position that says nothing. */
Position position_none(void);
/* "return", "3", "return.field" or "3.field"; with LAST not NULL also "1..3", otherwise *LAST is the same argument.
   False when TEXT is none of these. */
bool position_parse(const char *text, Position *position, int32_t *last);
/* Appends "return.field[count 2] as label". */
void position_print(const Position *position, Text *out);

/* FUNCTION, FILE:FUNCTION; PARAMETER: FUNCTION(NAME) or FUNCTION(2); FIELD: RECORD.FIELD; GLOBAL: NAME, FILE:NAME;
   VARIABLE: NAME, FUNCTION::NAME, FILE:NAME. False with what was expected in *EXPECTED otherwise. */
bool target_parse(TargetKind kind, const char *text, Target *target, const char **expected);
/* Appends TARGET as target_parse reads it. */
void target_print(const Target *target, Text *out);

/* False when TEXT has a placeholder that a name of KIND about TARGET cannot have; PROBLEM then says which. */
bool template_check(const char *text, RoleKind kind, TargetKind target, Text *problem);

#endif
