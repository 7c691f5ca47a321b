/*
 * Facts: the versioned text form of a Module. The grammar is facts.txt beside this file.
 */
#ifndef FEATDEP_MODEL_FACTS_H
#define FEATDEP_MODEL_FACTS_H

#include "base/diag.h"
#include "base/text.h"
#include "model/ir.h"

enum { FACTS_VERSION = 1 };

void facts_print(const Module *module, Text *out);
/* Reads what facts_print wrote, appending to the zeroed MODULE. Untrusted input: false with a positioned
   diagnostic about FILE on anything else, and MODULE is then released. Checks the result. */
bool facts_parse(const char *text, size_t length, Str file, Module *module, Diags *diags);
/* Invariants of ir.h: ids in range, one terminator a block and at its end, operands defined in the function, …
   True when they hold; otherwise says what is wrong and where ("function f, instruction 12: …"). */
bool module_check(const Module *module, Text *problem);

#endif
