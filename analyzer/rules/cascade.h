/* Models that are fed with predictions of other models, for the rules correction-cascade and gated-stage. */
#ifndef FEATDEP_RULES_CASCADE_H
#define FEATDEP_RULES_CASCADE_H

#include "rules/rule.h"

typedef struct {
	NodeId from, to;   /* models */
	EdgeIds path;      /* prediction of `from` → … → feature → `to` */
	NodeIds slots;     /* inputs of `to` that predictions of `from` reach, no model in between */
	uint32_t delay;    /* edges of the path that pass to a later invocation */
} Cascade;

typedef VEC(Cascade) Cascades;

/* The pairs of different models with a path over KINDS, by ids. */
void cascades_find(const RuleContext *context, unsigned kinds, Cascades *cascades);
void cascades_release(Cascades *cascades);
/* Both models are one function, called one after the other in one place, and the first fills many inputs of the second:
   layers of one network rather than two models. */
bool cascade_is_layers(const RuleContext *context, const Cascade *cascade);
/* The path as nodes and witness of FINDING (NULL: switched off), hidden when it is between layers. */
void cascade_evidence(const RuleContext *context, const Cascade *cascade, Finding *finding);
/* "feature:a, feature:b of model:b": what it feeds. */
void put_slots(Text *text, const RuleContext *context, const Cascade *cascade);

#endif
