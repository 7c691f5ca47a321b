/* What a signal or feature feeds: for the rules about a source that models rest on. */
#ifndef FEATDEP_RULES_FEED_H
#define FEATDEP_RULES_FEED_H

#include "rules/rule.h"

typedef struct {
	NodeId source;
	unsigned kinds;    /* of the edges that were followed: KIND_* */
	NodeIds features;  /* reached before any model, itself included when it is one; all reach a model */
	NodeIds models;    /* reached first */
} Feed;

void feed_find(const RuleContext *context, NodeId source, unsigned kinds, Feed *feed);
void feed_release(Feed *feed);
/* "feature:a, feature:b and 3 more of model:m". */
void put_feed(Text *text, const RuleContext *context, const Feed *feed);
/* The shortest way from the source into MODEL without another model in between. */
bool feed_path(const RuleContext *context, const Feed *feed, NodeId model, EdgeIds *path);
/* A finding about the source, with the way into its first model as witness; adds how certain that is to MESSAGE. */
Finding *feed_report(RuleContext *context, Level level, const Feed *feed, const char *key, Text *message,
                     const Text *advice);

#endif
