/*
 * Facts: the versioned text form of a Module. The grammar is facts.txt beside this file.
 */
#ifndef FEATDEP_MODEL_FACTS_H
#define FEATDEP_MODEL_FACTS_H

#include "base/diag.h"
#include "base/map.h"
#include "base/text.h"
#include "model/ir.h"

enum { FACTS_VERSION = 1 };

void facts_print(const Module *module, Text *out);
/* Reads what facts_print wrote, appending to the zeroed MODULE. Untrusted input: false with a positioned
   diagnostic about FILE on anything else, and MODULE is then released. Checks the result. */
bool facts_parse(const char *text, size_t length, Str file, Module *module, Diags *diags);
/* The same, but functions whose function_key is in KNOWN come without a body, as if only declared: the linker has it
   already. Headers repeat their functions in every unit, so this is most of the text. KNOWN may be NULL. */
bool facts_parse_new(const char *text, size_t length, Str file, const Map *known, Module *module, Diags *diags);
/* Equal for functions that are the same text in the same place: of name, file, line and hash. 0: no such key. */
uint64_t function_key(const Module *module, const Function *function);
/* Invariants of ir.h: ids in range, one terminator a block and at its end, operands defined in the function, …
   True when they hold; otherwise says what is wrong and where ("function f, instruction 12: …"). */
bool module_check(const Module *module, Text *problem);

#endif
