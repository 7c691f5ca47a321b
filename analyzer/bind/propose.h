/* A first manifest for a program nobody has described yet. */
#ifndef FEATDEP_BIND_PROPOSE_H
#define FEATDEP_BIND_PROPOSE_H

#include "base/text.h"
#include "model/roles.h"

/* Prints a manifest with the likely models, signals, features, stores, consumers and modules of PROGRAM. The evidence
   for each entry is a comment above it. ROLES: what packs and annotations say already, matched with the program; that is
   not proposed again. */
void manifest_propose(const Module *program, const Roles *roles, Str project, Text *out);

#endif
