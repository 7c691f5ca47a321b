/* What featdep asks git. Nothing of the repository is executed: no hooks, no monitors. */
#ifndef FEATDEP_COMMANDS_GIT_H
#define FEATDEP_COMMANDS_GIT_H

#include "base/intern.h"
#include "base/text.h"

/* Appends what `git -C FOLDER ARGS…` prints; ARGS ends with NULL. False when git is not there or fails. */
bool git_ask(const char *folder, const char *const *args, Text *out);
/* The full name of the commit REVISION; empty when it is none. */
Str git_commit(const char *folder, const char *revision);
/* Whether the tracked files are those of HEAD. */
bool git_is_clean(const char *folder);

#endif
