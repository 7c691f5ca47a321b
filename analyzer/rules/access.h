/* Who may read what: consumer declarations and modules, for the rules that ask. */
#ifndef FEATDEP_RULES_ACCESS_H
#define FEATDEP_RULES_ACCESS_H

#include "rules/rule.h"

/* A consumer's declaration speaks of NODE, a model, prediction or feature. */
bool consumer_role_of(const Role *role, const Node *node);
/* A declaration of the consumer READER for NODE exists. */
bool access_declared(const RuleContext *context, const Node *node, const Node *reader);
/* Any declaration of a consumer of NODE exists. */
bool access_has_consumers(const RuleContext *context, const Node *node);
/* READER belongs to the same module as NODE; where one of them has no module, to a file that NODE is in. */
bool access_same_module(const Node *node, const Node *reader);
/* The declaration for NODE that names no function and is nearest to the name of READER, or NULL. */
const Role *access_nearest(const RuleContext *context, const Node *node, const Node *reader);

#endif
