/*
 * What the files of this folder share: the state of one translation unit (Lower) and of the function that is being
 * built (Builder). Nothing of libclang leaves the folder.
 */
#ifndef FEATDEP_FRONT_LOWER_H
#define FEATDEP_FRONT_LOWER_H

#include "base/map.h"
#include "front/front.h"

#include <clang-c/Index.h>

/* Children of a cursor, on a stack that kids_close pops; items move when the stack grows, so use kid(). */
typedef struct {
	uint32_t first, count;
} Kids;

typedef struct {
	uint32_t first, count; /* in Lower.field_cursors */
} RawFields;

typedef struct {
	const char *text; /* contents of the file as it was parsed; NULL: not asked for yet or none */
	size_t size;
	bool is_loaded;
} Source;

typedef struct {
	Str file;
	uint32_t line, column;
	Str message;
} ParseError;

typedef struct Builtin Builtin;

/* What is known of a called declaration. */
typedef struct {
	const Builtin *builtin; /* NULL: an ordinary function */
	FuncId function;        /* NONE for a builtin without a library function */
	uint32_t dropped;       /* arguments that FUNCTION does not have, as in builtin_library_name */
	Str name;
} Callee;

typedef struct {
	bool is_init;
	uint32_t id;     /* GlobalId of an initialiser, else FuncId */
	CXCursor cursor; /* definition */
} Work;

typedef struct {
	int64_t value;
	Str name;
	bool is_guessed; /* the header that defines it is missing */
} Enumerator;

typedef struct Builder Builder;

typedef struct {
	const FrontRequest *request;
	Module *module;
	Diags *diags;
	CXTranslationUnit tu;
	CXFile main_file;
	CXFile missing_file; /* stand-ins for the names of missing headers, or NULL */
	Str directory, root;
	Builder *builder; /* function that is being lowered */
	Place place;      /* of the next instruction */
	Str hint;         /* name for a nameless record that is met now */

	VEC(CXCursor) kids;
	VEC(CXCursor) field_cursors;
	VEC(RawFields) raw_fields;
	Map raw_field_of; /* record type pointer → raw_fields */

	VEC(Source) sources; /* by FileId */
	Map file_of;         /* CXFile → FileId */
	Map file_by_name;    /* Str → FileId */

	Map type_of;         /* type pointer as written → TypeId */
	Map type_by_shape;   /* hash → TypeId, for scalars, pointers and arrays */
	VEC(TypeId) unqualified; /* by TypeId */
	Map qualified_of;    /* (TypeId, qualifiers) → TypeId */
	Map field_of;        /* hash (record TypeId, field declaration) → field index */
	Map alias_of;        /* record type pointer → Str, from typedefs */
	Map va_list_of;      /* type pointer → is a va_list */
	TypeId type_int, type_size, type_char_pointer, type_unknown;

	Map callee_of;       /* declaration → callees */
	VEC(Callee) callees;
	Map function_of;     /* canonical declaration → FuncId */
	Map function_by_name;/* Str → FuncId, external linkage */
	Map global_of;       /* declaration → GlobalId */
	Map enumerator_of;   /* declaration → enumerators */
	VEC(Enumerator) enumerators;

	VEC(Work) work;
	VEC(ParseError) errors;
} Lower;

/* --- kids and tokens: cursors.c --- */
Kids kids_open(Lower *l, CXCursor cursor);
void kids_close(Lower *l, Kids kids);
static inline CXCursor kid(const Lower *l, Kids kids, uint32_t i) { return l->kids.items[kids.first + i]; }
bool cxtype_is_array(CXType type); /* of known, variable or no length; not a vector */
uint64_t decl_key(CXCursor decl); /* equal for equal declarations, statements and expressions of this unit */
Str cursor_name(CXCursor cursor);
/* Interns and disposes. */
Str cxstring_take(CXString string);
/* Parentheses, conversions without a trace in the type, __extension__. */
CXCursor peel(Lower *l, CXCursor expr);
/* The integer value of a constant expression of integer type. */
bool constant_of(CXCursor expr, int64_t *value);
/* featdep's annotations of a declaration, joined by '\n'. */
Str annotations_of(Lower *l, CXCursor decl);

/* --- places and source text: places.c --- */
FileId file_of(Lower *l, CXFile file, CXSourceLocation location);
Str file_relative(const Lower *l, Str absolute);
Str file_absolute(Lower *l, CXFile file);
Place place_of(Lower *l, CXCursor cursor);
void place_set(Lower *l, CXCursor cursor);
/* Text of the source from LOCATION on, at most *LEFT bytes; NULL when unknown. */
const char *source_at(Lower *l, CXSourceLocation location, size_t *left);
/* The identifier at LOCATION, as it is spelled in the file; empty when there is something else. */
Str identifier_at(Lower *l, CXSourceLocation location);
/* The same in the text of the macro that LOCATION is in, where it is in one. */
Str identifier_spelled(const Lower *l, CXSourceLocation location);
/* The text in quotes that follows it in parentheses, as attributes have it; empty when there is none. */
Str argument_spelled(const Lower *l, CXSourceLocation location);
/* The object-like macro or the enumerator that the whole of EXPR is written as, else empty. */
Str label_of(Lower *l, CXCursor expr);

/* --- types.c --- */
TypeId type_of(Lower *l, CXType type);
TypeId type_unqualified(Lower *l, TypeId type);
TypeId type_value(Lower *l, CXType type); /* type_of without its qualifiers; arrays stay arrays */
TypeId type_parameter(Lower *l, CXType type); /* arrays and functions become pointers */
TypeId type_pointer_to(Lower *l, TypeId elem);
/* Enters a type that is no record, or finds the equal one. */
TypeId type_entered(Lower *l, Type type);
TypeId type_scalar(Lower *l, TypeKind kind, const char *name, int64_t bits, bool is_signed);
TypeId type_common(Lower *l, TypeId a, TypeId b); /* usual arithmetic conversions */
TypeId type_promoted(Lower *l, TypeId a);
bool type_converts_silently(const Lower *l, TypeId from, TypeId to);
bool type_is_va_list(Lower *l, CXType type);
bool cursor_type_is_record(CXType type);
static inline Type *type_at(const Lower *l, TypeId id) { return &l->module->types.items[id]; }
int64_t type_size(const Lower *l, TypeId id); /* bits; -1 unknown */
/* Declared members in order, anonymous records as one member, unnamed bit-fields left out. */
RawFields record_fields(Lower *l, CXType record);
CXCursor record_field(const Lower *l, RawFields fields, uint32_t i);
bool field_is_anonymous_record(CXCursor field);
/* Index of FIELD among the members of RECORD, or NONE. */
uint32_t field_index(Lower *l, TypeId record, CXCursor field);
void types_complete(Lower *l); /* at the end of the unit */

/* --- alias.c --- */
/* The function that DECL is another name of, as an attribute says; empty: it is none. */
Str alias_target(const Lower *l, CXCursor decl);
/* Makes the function of DECL, that name, out of TARGET. */
void alias_lower(Lower *l, CXCursor decl, FuncId target);

/* --- decls.c --- */
void decls_collect(Lower *l); /* definitions of the unit */
void decls_drain(Lower *l);   /* lowers what was found and what that refers to */
FuncId function_of(Lower *l, CXCursor decl);
FuncId function_named(Lower *l, const char *name, TypeId result);
GlobalId global_of(Lower *l, CXCursor decl);
GlobalId global_static_local(Lower *l, CXCursor decl);
GlobalId global_literal(Lower *l, TypeId type); /* object of a compound literal outside functions */
Enumerator enumerator_of(Lower *l, CXCursor decl);

/* --- building a function: builder.c, fold.c, finish.c --- */
typedef struct {
	BlockId break_to, continue_to; /* NONE: not inside */
} Jumps;

typedef struct SwitchState {
	struct SwitchState *outer;
	VEC(Case) cases;
	BlockId default_to;
} SwitchState;

/* A generic selection or an assembler statement in clang's print. */
typedef struct {
	enum CXCursorKind kind;
	const char *text; /* behind the word that it begins with; NULL: not found */
} Printed;

struct Builder {
	Function f;
	Builder *outer;
	FuncId id; /* its place in the module */
	BlockId current; /* NONE: after a jump */
	Jumps jumps;
	SwitchState *in_switch;
	Map locals; /* declaration → LocalId */
	Map labels; /* statement → BlockId */
	Map sizes;  /* declaration with a variable length → LocalId of its size */
	Map rows;   /* (LocalId, depth) of an array or pointer → LocalId of the length of a row with that many dimensions */
	VEC(BlockId) taken_labels;
	VEC(ValueId) computed_gotos;
	CXCursor cursor;      /* definition, for the pretty printer */
	uint32_t loops_seen;  /* for statements so far */
	uint32_t literals;    /* compound literals with static storage so far */
	char *pretty;         /* body as clang prints it; NULL: not asked for */
	bool is_printed;      /* are these filled in? */
	Map printed_of;       /* statement → printed */
	VEC(Printed) printed;
	VEC(CXCursor) label_cursors;
};

/* For the body of a function that is declared: has its parameters. builder_end() takes what it holds. */
Builder builder_of(const Lower *l, FuncId id, CXCursor decl);
void builder_begin(Lower *l, Builder *b);
void builder_end(Lower *l, Builder *b, FuncId id);
ValueId emit(Lower *l, Op op, TypeId type, ValueId a, ValueId b, int64_t imm);
Instr *instr_at(const Lower *l, ValueId v); /* valid until the next emit */
static inline TypeId value_type(const Lower *l, ValueId v) { return instr_at(l, v)->type; }
BlockId block_new(Lower *l);
void block_start(Lower *l, BlockId block); /* jumps there when control can get here */
bool block_is_open(const Lower *l);
void emit_jump(Lower *l, BlockId to);
void emit_branch(Lower *l, ValueId condition, BlockId yes, BlockId no);
void emit_unreachable(Lower *l);
/* Returns from the function with RESULT, or where that is NONE or of another kind, with a value that is UNKNOWN. */
void emit_leave(Lower *l, ValueId result, const char *unknown);
ValueId emit_int(Lower *l, TypeId type, int64_t value, Str text);
ValueId emit_float(Lower *l, TypeId type, double value);
ValueId emit_undef(Lower *l, TypeId type, const char *why);
void emit_unresolved(Lower *l, const char *format, ...) __attribute__((format(printf, 2, 3)));
LocalId local_new(Lower *l, Str name, TypeId type);
ValueId emit_local(Lower *l, LocalId local);
ValueId emit_global(Lower *l, GlobalId global);
ValueId emit_function(Lower *l, FuncId function);
ValueId emit_field(Lower *l, ValueId base, TypeId record, uint32_t index);
ValueId emit_elem(Lower *l, ValueId base, ValueId index, TypeId elem, Str text);
ValueId emit_bin(Lower *l, BinOp op, TypeId type, ValueId a, ValueId b);
ValueId emit_un(Lower *l, UnOp op, TypeId type, ValueId a);
ValueId emit_cast(Lower *l, TypeId type, ValueId a);
ValueId emit_call(Lower *l, ValueId callee, TypeId result, const ValueId *args, uint32_t nargs);
bool value_is_int(const Lower *l, ValueId v, int64_t *value);
/* Folding of constants: a new constant, or NONE. */
ValueId fold_bin(Lower *l, BinOp op, TypeId type, ValueId a, ValueId b);
ValueId fold_un(Lower *l, UnOp op, TypeId type, ValueId a);
ValueId fold_cast(Lower *l, TypeId type, ValueId a);
/* Drops unreachable blocks and unused values, renumbers. */
void function_finish(Function *f);
uint64_t function_hash(const Module *module, const Function *f);

/* --- memory that an expression designates: lvalue.c --- */
typedef struct {
	ValueId addr;
	TypeId type;   /* without qualifiers */
	int32_t width; /* of a bit-field, else 0 */
	bool is_volatile;
} Lvalue;

bool designates_object(Lower *l, CXCursor expr); /* its value is a plain load of an object (conversions apart) */
Lvalue lvalue(Lower *l, CXCursor expr);
Lvalue lvalue_at(Lower *l, ValueId addr, TypeId type);
Lvalue lvalue_temporary(Lower *l, TypeId type);
Lvalue lvalue_part(Lower *l, CXCursor expr, int part); /* 0 real, 1 imaginary part of a complex object */
ValueId load(Lower *l, Lvalue from); /* arrays and functions decay */
void store(Lower *l, Lvalue to, ValueId value);
ValueId address_of(Lower *l, CXCursor expr);
/* A pointer to the va_list that EXPR designates or points to. */
ValueId va_list_address(Lower *l, CXCursor expr);

/* --- after parse errors: recover.c --- */
bool expr_is_broken(CXCursor expr);
Lvalue lvalue_broken(Lower *l, CXCursor expr, CXCursor base);
bool field_lost_its_bound(Lower *l, CXCursor field);

/* --- expressions: expr.c, operators.c, logic.c, unexposed.c, call.c, builtins.c, atomics.c, literal.c --- */
ValueId value(Lower *l, CXCursor expr);
ValueId value_as(Lower *l, CXCursor expr, TypeId type);
void effect(Lower *l, CXCursor expr);
typedef enum { EITHER, ALWAYS_TRUE, ALWAYS_FALSE } Truth;
Truth branch(Lower *l, CXCursor condition, BlockId yes, BlockId no);
/* Lowers EXPR and stores its value, by COPY when it designates an object of record type. */
void store_expr(Lower *l, Lvalue to, CXCursor expr);
TypeId expr_type(Lower *l, CXCursor expr);
ValueId value_unary(Lower *l, CXCursor expr, bool is_used);
ValueId value_binary(Lower *l, CXCursor expr, bool is_used);
ValueId value_compound_assign(Lower *l, CXCursor expr);
ValueId value_add(Lower *l, ValueId a, ValueId b, TypeId type, bool is_sub, Str label);
ValueId value_logic(Lower *l, CXCursor expr);
ValueId value_conditional(Lower *l, CXCursor condition, CXCursor yes, CXCursor no, CXCursor expr, bool is_used);
ValueId value_unexposed(Lower *l, CXCursor expr);
ValueId value_mix(Lower *l, const ValueId *values, uint32_t count, TypeId type);
ValueId value_call(Lower *l, CXCursor expr);
ValueId value_builtin(Lower *l, CXCursor expr, Kids kids, const Callee *callee);
ValueId value_atomic(Lower *l, CXCursor expr, Kids kids);
ValueId value_sync(Lower *l, Str name, CXCursor expr, Kids kids);
ValueId value_generic(Lower *l, CXCursor expr, CXCursor *selected);
ValueId literal_int(Lower *l, CXCursor expr);
ValueId literal_float(Lower *l, CXCursor expr);
ValueId literal_string(Lower *l, CXCursor expr);
const Builtin *builtin_find(const char *name);
/* The library function with the meaning of a compiler's name, or NULL for an ordinary name. DROPPED gets the arguments
   that the library function does not have, as bits; the last one is bit 31. */
const char *builtin_library_name(const char *name, Text *buffer, uint32_t *dropped);

/* --- initialisers: init.c --- */
void initialise(Lower *l, Lvalue to, CXType type, CXCursor init);

/* --- clang's print of the function that is being built: print.c --- */
const char *function_print(Builder *b);
const char *print_skip_quoted(const char *at, const char *end); /* AT: a quote */
/* Which association a generic selection with this controlling expression takes, from 1; NONE when it cannot be told. */
uint32_t print_selected(Lower *l, CXCursor generic, CXCursor controlling);
/* The labels that an assembler statement may jump to. */
void print_asm_labels(Lower *l, CXCursor stmt, CXCursor *labels, uint32_t room, uint32_t *count);

/* --- variable length arrays: vla.c --- */
/* Evaluates the bounds in the TYPE of a variable or typedef, if it has any, and keeps its size, and those of its rows when it
   is variable OBJECT; NONE: it is a typedef. */
void vla_declare(Lower *l, CXCursor decl, CXType type, CXCursor init, LocalId object);
/* How many elements of known size a row has of the array that BASE leads to, when the row has DEPTH dimensions; NONE: not known. */
ValueId vla_row(Lower *l, ValueId base, uint32_t depth);
ValueId value_sizeof(Lower *l, CXCursor expr);

/* --- statements: stmt.c, loops.c --- */
void statement(Lower *l, CXCursor stmt);
void label_start(Lower *l, CXCursor label);
/* Which of the children of a for statement are there: its init, condition and step; NONE when absent. */
void for_parts(Lower *l, CXCursor stmt, Kids kids, uint32_t parts[3]);

bool cursor_is_statement(CXCursor cursor);

#endif
