/*
 * Inside the role files: role.c finds the role of a call, role_model.c and role_store.c evaluate it, role_memory.c is
 * about loads, role_feature.c about stores.
 */
#ifndef FEATDEP_SOLVE_ROLE_H
#define FEATDEP_SOLVE_ROLE_H

#include "solve/engine.h"

/* A member's name by TEMPLATE with {record} and {field}; empty: "record.field". */
Str template_field(Str template, Str record, Str field);
/* The node of a thing with a name, one for each KEY at INSTR. */
FlowId named_node(Run *r, FlowKind kind, NodeKind node_kind, Str name, RoleId role, uint32_t instr, uint64_t key);
/* NODE is THING, a feature: an input of MODEL (NONE: of none), or a declared one. */
void mark_feature(Run *r, FlowId node, Thing thing, uint32_t model, bool declared);
/* The FIELD an address goes through, its constant index behind it (-1: none, -2: not constant). */
const Instr *field_of(Run *r, ValueId address, int64_t *index, Str *index_text);
Str field_name(Engine *e, const Instr *field);
/* Is a member of TYPE, at any depth, declared as a signal or a feature? */
bool holds_declared(Engine *e, TypeId type);
/* The member with SIZE bits at OFF of an object that MAP gives a role, the outermost one; role NONE: there is none. */
typedef struct { RoleId role; TypeId record; const Field *field; } Member;
Member member_role(Engine *e, ObjId obj, Range off, int64_t size, const Map *map);
/* "f.x[FEAT_AGE]" when the store wrote its index with a name, else NAME. */
Str feature_label(Run *r, FlowId node, Str object, Str name);

/* Bits of one element of what argument ARG of FUNC points to; 0: unknown. */
int64_t element_bits(Engine *e, FuncId func, uint32_t arg, FlowId node);
/* What a function with a role returns, of TYPE, when it is NODE: a pointer to memory of its own that is called NAME, a record,
   or NODE itself. CHOSEN: a pointer depends on NODE, too. */
FlowId returned_value(Run *r, State *state, TypeId type, FlowId node, bool chosen, Str name, uint32_t instr);
/* Adds to SET the arguments among COUNT POSITIONS. */
void role_positions(const Position *positions, uint32_t count, Bitset *set);
/* The same for all that ROLE speaks of. */
void role_arguments(const Role *role, Bitset *set);
/* NODE comes in BITS, or to the end when that is not above 0, of what argument ARG of FUNC points to. */
void argument_receive(Run *r, State *state, FuncId func, uint32_t arg, const Call *call, int64_t bits, FlowId node, uint32_t instr);
/* Elements at a position, as its count says; -1: it says nothing. */
int64_t position_count(Run *r, const Position *p, const Call *call);

FlowId model_call(Run *r, State *state, FuncId func, RoleId role, const Call *call, uint32_t instr);
FlowId signal_call(Run *r, State *state, FuncId func, RoleId role, const Call *call, uint32_t instr);
/* CALL: what it emits is the feature from there on, where it is followed. */
void put_call(Run *r, State *state, FuncId func, RoleId role, Call *call, uint32_t instr);
FlowId get_call(Run *r, State *state, FuncId func, RoleId role, const Call *call, uint32_t instr);
void monitor_call(Run *r, State *state, FuncId func, RoleId role, const Call *call, uint32_t instr);
/* Memory of its own for the call at INSTR, as malloc() gives it: the pointer, which may be null. */
FlowId allocator_call(Run *r, State *state, RoleId role, const Call *call, uint32_t instr);
void train_call(Run *r, State *state, FuncId func, RoleId role, const Call *call, uint32_t instr);

#endif
