/* Manifests and packs: YAML files that say who is who. The keys are described in manifest.md beside this file. */
#ifndef FEATDEP_BIND_MANIFEST_H
#define FEATDEP_BIND_MANIFEST_H

#include "base/diag.h"
#include "model/roles.h"

/* Appends what the manifest at PATH says; later wins where two entries are about one thing. Wrong entries are left
   out with a diagnostic each; false when there was any error. */
bool manifest_load(const char *path, Roles *roles, Diags *diags);
/* The same for all *.yml in FOLDER in the order of their names, as packs. */
bool packs_load(const char *folder, Roles *roles, Diags *diags);
/* The same for a text; FILE is only for messages. Untrusted input. */
bool manifest_parse(const char *text, size_t length, Str file, bool pack, Roles *roles, Diags *diags);
/* The path of the nearest featdep.yml in START or a folder above it, or the empty string. */
Str manifest_find(const char *start);

#endif
