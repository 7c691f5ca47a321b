/* Comments in the source that suppress findings: "featdep: ignore RULE reason", in the line or above it. */
#ifndef FEATDEP_RULES_IGNORE_H
#define FEATDEP_RULES_IGNORE_H

#include "rules/rule.h"

/* Whether the comment S is about one of the places of NODE. */
bool ignore_covers(const Suppression *s, const Node *node);
/* Marks the findings that comments are about, and counts the matches. */
void ignores_apply(RuleContext *context);

#endif
