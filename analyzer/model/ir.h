/*
 * The flow IR: what the front end says about C code and all that the later stages know of it.
 *
 * A Module is either the facts of one translation unit (made by front/) or a whole linked program (made by
 * link/); both have the same tables, text form (facts.h) and checker. Ids are indexes into the tables of one
 * module. Sizes and offsets are in bits everywhere, so that bit-fields need no special case.
 *
 * Inside a function: basic blocks of instructions; a value is the index of the instruction that computes it and
 * has exactly one definition. Variables are memory: reading one is LOAD of its ADDR_*, writing is STORE. `?:`, `&&`
 * and `||` are control flow that stores into a temporary local, so control dependence is visible in the CFG.
 */
#ifndef FEATDEP_MODEL_IR_H
#define FEATDEP_MODEL_IR_H

#include "base/intern.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stdint.h>

#define NONE UINT32_MAX /* no id */

typedef uint32_t TypeId, FileId, GlobalId, FuncId, LocalId, ValueId, BlockId, UnitId;

typedef struct {
	FileId file;           /* NONE: unknown */
	uint32_t line, column; /* 1-based */
} Place;

typedef enum { TY_VOID, TY_INT, TY_FLOAT, TY_POINTER, TY_ARRAY, TY_STRUCT, TY_UNION, TY_FUNCTION, TY_OTHER } TypeKind;

typedef struct {
	Str name;           /* empty for an anonymous member */
	TypeId type;
	int64_t bit_offset; /* from the start of the record; the members of anonymous records appear as if they were direct */
	int32_t bit_width;  /* of a bit-field; -1: not a bit-field */
	Str annotation;     /* see Function.annotation */
} Field;

typedef struct {
	TypeKind kind;
	Str name;        /* struct or union: its tag without the keyword, or the typedef name of a nameless one; else a C spelling */
	Str alias;       /* a typedef name of a record that also has a tag, or empty */
	int64_t bits;    /* size; -1: unknown (incomplete, VLA) */
	TypeId elem;     /* pointee, array element, return type; NONE otherwise */
	int64_t count;   /* array elements; -1: unknown */
	uint32_t first_field, nfields; /* record members in Module.fields; TY_FUNCTION: none */
	bool is_signed, is_const, is_volatile;
} Type;

typedef enum { LINK_NONE, LINK_INTERNAL, LINK_EXTERNAL } Linkage;

/* Objects with static storage: globals and static locals. */
typedef struct {
	Str name;
	Str label;        /* as in Function */
	Linkage linkage;  /* LINK_NONE for a static local */
	TypeId type;
	Place place;
	UnitId unit;      /* where it was declared; in a program, of the definition */
	FuncId owner;     /* function of a static local; NONE otherwise */
	FuncId init;      /* function without parameters that stores the initial values; NONE: zero */
	Str annotation;
	bool defined, is_const, is_volatile, is_tentative;
} Global;

/* Objects with automatic storage, parameters first. */
typedef struct {
	Str name;         /* empty for a temporary */
	TypeId type;
	Place place;
	Str annotation;
	bool is_temporary, is_volatile;
} Local;

typedef enum {
#define OP(name, text, comment) OP_##name,
#include "model/op.def"
#undef OP
	OP_COUNT
} Op;

typedef enum { /* Instr.sub of BIN */
	BIN_ADD, BIN_SUB, BIN_MUL, BIN_DIV, BIN_REM, BIN_SHL, BIN_SHR, BIN_AND, BIN_OR, BIN_XOR,
	BIN_EQ, BIN_NE, BIN_LT, BIN_LE, BIN_GT, BIN_GE, BIN_COUNT
} BinOp;

typedef enum { UN_NEG, UN_NOT /* ~ */, UN_LNOT /* ! */, UN_OTHER /* __real, … */, UN_COUNT } UnOp; /* Instr.sub of UN */

typedef struct {
	uint8_t op;    /* Op */
	uint8_t sub;   /* BinOp or UnOp */
	bool is_volatile; /* LOAD, STORE of a volatile object */
	TypeId type;   /* of the result; for STORE of the stored value; NONE when there is none */
	Place place;
	ValueId a, b, c; /* operands; see op.def. NONE when absent */
	int64_t imm;
	Str text;      /* label, string contents, reason: see op.def */
	uint32_t first_arg, nargs; /* in Function.args (CALL, ASM) or Function.cases (SWITCH) */
} Instr;

typedef struct {
	uint32_t first, count; /* in Function.instrs; the last one is the only terminator */
} Block;

typedef struct {
	int64_t low, high; /* inclusive */
	BlockId target;
} Case;

typedef struct {
	Str name;
	Str label;         /* in a program: "FILE:NAME" when other files define things of this name, too; else empty */
	Linkage linkage;
	TypeId type;       /* TY_FUNCTION */
	Place place;       /* of the name in the definition, or of the declaration */
	uint32_t end_line; /* of the body */
	UnitId unit;       /* as in Global */
	uint32_t nparams;  /* the first locals; set for declarations too (names may be empty) */
	bool defined, is_inline, is_variadic, is_noreturn;
	bool is_init;      /* stores the initial values of one global */
	bool is_stub;      /* from analyzer/stubs or a pack's stub file: library semantics, not the user's code */
	bool is_incomplete;/* statements were lost to parse errors; counted as unresolved */
	uint64_t hash;     /* of the body's facts without ids; equal bodies of an inline function have equal hashes */
	/* "featdep:ROLE:NAME" texts of __attribute__((annotate)), several joined by '\n'; the prefix is kept. Other attributes
	   that change who calls the function are lines "attribute:NAME", see function_has(). */
	Str annotation;
	VEC(Local) locals;
	VEC(Block) blocks; /* block 0 is the entry; empty when not defined */
	VEC(Instr) instrs;
	VEC(ValueId) args;
	VEC(Case) cases;
} Function;

typedef enum { UNIT_PARSED, UNIT_ERRORS /* parsed with errors */, UNIT_FAILED, UNIT_CRASHED, UNIT_TIMEOUT, UNIT_MISSING, UNIT_SKIPPED /* C++, assembler */ } UnitStatus;

typedef struct {
	Str name;     /* main file, relative to the root when below it */
	Str variant;  /* distinguishes several builds of one file: the arguments that differ; empty for the only one */
	UnitStatus status;
	Str message;  /* why, when not parsed */
} Unit;

typedef struct {
	Str name;     /* relative to Module.root when below it, else absolute; '/' separated, no "." or ".." */
	bool is_system; /* not the user's code: system headers, stubs */
} File;

typedef struct {
	Str root;     /* absolute folder that relative file names start from */
	VEC(Unit) units;
	VEC(File) files;
	VEC(Type) types;
	VEC(Field) fields;
	VEC(Global) globals;
	VEC(Function) functions;
} Module;

const char *op_text(Op op);
const char *bin_text(BinOp op); /* "add", "lt", … */
const char *un_text(UnOp op);
BinOp bin_negated(BinOp op); /* of comparisons: what holds when OP does not */
BinOp bin_swapped(BinOp op); /* what holds of the operands in the other order */
bool op_is_terminator(Op op);
bool op_has_result(Op op);

/* Is it defined in code of the user's: no stub, no system header, no initial value? */
bool function_is_users(const Module *program, const Function *function);
bool function_is_main(const Function *function);
/* What tells it apart from all others of the program: the label, or the name. */
Str function_label(const Function *function);
#define ATTRIBUTE_CONSTRUCTOR "attribute:constructor"
#define ATTRIBUTE_WEAK "attribute:weak"
bool function_has(const Function *function, const char *attribute);
Str local_label(const Function *function, uint32_t local);   /* "FUNCTION.NAME" */
Str global_label(const Module *program, GlobalId global);    /* of a static local the same */

void module_release(Module *module);
void function_release(Function *function);

/* "struct profile" and "profile" both match the type profile; so does its alias. */
bool type_is_named(const Type *type, const char *name);
/* Size in bits of T, or -1. */
int64_t type_bits(const Module *module, TypeId type);
/* The block that instruction INSTR is in. */
BlockId function_block_at(const Function *function, uint32_t instr);
/* What VALUE is a conversion of. */
const Instr *instr_behind_casts(const Function *function, ValueId value);
/* The same, as far as it is the same number or place: not from a type with more bits to one with fewer than 32, nor from or
   to what is neither whole number nor pointer. */
const Instr *instr_same_number(const Module *module, const Function *function, ValueId value);
/* Is the place at ADDRESS in a local variable: all of it, an element or a member? */
bool instr_in_local(const Function *function, ValueId address);
/* Does INSTR write to the memory at its first operand? Calls do not count. */
bool instr_writes(const Instr *instr);
/* Is VALUE one of the operands or arguments of INSTR? */
bool instr_has_operand(const Function *function, const Instr *instr, ValueId value);
/* Does INSTR assign LOCAL as a whole? */
bool instr_assigns(const Function *function, const Instr *instr, LocalId local);
/* TYPE without arrays around it. */
TypeId type_element(const Module *module, TypeId type);

#endif
