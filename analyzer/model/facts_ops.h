/* What each operation is written with in facts; shared by the printer, the reader and the checker. */
#ifndef FEATDEP_MODEL_FACTS_OPS_H
#define FEATDEP_MODEL_FACTS_OPS_H

#include "base/text.h"
#include "model/ir.h"

/*
 * The operands of OP in the order in which they are written, one letter each:
 *   T  type of the instruction            a b  value in a, b        o  value in a or nothing
 *   B C  block in b, c                    i  number in imm          d  double whose bits are imm
 *   L G F  local, global, function in imm R  record type in b       M  member of that record in imm
 *   w  optional bit-field width in imm    x  text, even when empty
 *   A  values in args                     J  blocks in args         S  cases
 * Then come, for every operation, the text unless empty, `volatile`, and the place.
 */
const char *op_operands(Op op);

/* The word OP is written with: for UN and BIN that of SUB. */
const char *op_word(Op op, uint8_t sub);

const char *type_kind_text(TypeKind kind);
const char *linkage_text(Linkage linkage);
const char *unit_status_text(UnitStatus status);

/* Where the invariants of ir.h are broken: entry INDEX of the table whose lines begin with WORD; for a function the
   instruction, or NONE. */
typedef struct {
	const char *word;
	uint32_t index, instr;
} CheckPlace;

/* module_check that also says where; WHERE may be NULL. */
bool module_check_at(const Module *module, Text *problem, CheckPlace *where);

enum { TYPE_KINDS = TY_OTHER + 1, LINKAGES = LINK_EXTERNAL + 1, UNIT_STATUSES = UNIT_SKIPPED + 1 };

#endif
