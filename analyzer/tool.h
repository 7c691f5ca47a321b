/* Where featdep itself is: its executable, its data, its identity. */
#ifndef FEATDEP_TOOL_H
#define FEATDEP_TOOL_H

#include "base/intern.h"

/* The featdep executable: this one, or the one beside the library this is part of, or the one on PATH; absolute.
   Empty when there is none. */
Str tool_path(void);
/* NAME ("packs", "stubs", "facts") in the folder of data: $FEATDEP_DATA, or share/featdep beside the executable or
   one folder above it. Empty when it does not exist. */
Str tool_data(const char *name);
/* For a message: where NAME was looked for, and what to do. */
Str tool_data_advice(const char *name);
/* What is wrong with $FEATDEP_DATA, or empty: it is not set, or a folder with packs and facts. */
Str tool_data_problem(void);
/* Of the executable's build: facts made by another build are made again. */
Str tool_id(void);

#endif
