/* Definitions of features as text: what two of them have in common. */
#ifndef FEATDEP_RULES_EXPRESSION_H
#define FEATDEP_RULES_EXPRESSION_H

#include "rules/rule.h"

/* The first parts in which A and B differ, with all around them that is the same left out. */
void expression_differ(const char *a, const char *b, Text *in_a, Text *in_b);
/* EXPRESSION without the constants that are added to it or multiply it from outside: "((a - 3) * 2)" → "a". */
Str expression_core(Str expression);

#endif
