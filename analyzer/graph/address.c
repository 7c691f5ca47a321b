/* The value of an assignment is followed back through its function, and into what the functions called there return. */
#include "graph/address.h"

#include "base/bitset.h"
#include "graph/functions.h"

enum { MAX_CALLS = 64 };

/* Functions that have been looked at, or are just now, and those of them that return an address. */
typedef struct { Bitset known, found; } Returns;

typedef struct {
	const Module *program;
	const Function *f;
	Returns *returns;
	Bitset seen;  /* values */
	Bitset locals; /* whose assignments are looked at: once, however often they are loaded */
	unsigned depth; /* of calls */
} Slice;

static bool slice_has_address(Slice *slice, ValueId value);

static void slice_release(Slice *slice)
{
	bitset_release(&slice->seen);
	bitset_release(&slice->locals);
}

static bool is_kind(const Module *program, TypeId type, TypeKind kind)
{
	return type != NONE && program->types.items[type].kind == kind;
}

static bool local_has_address(Slice *slice, int64_t local)
{
	if (!bitset_add(&slice->locals, (uint32_t)local))
		return false;
	for (ValueId i = 0; i < slice->f->instrs.len; i++) {
		const Instr *in = &slice->f->instrs.items[i];
		if (in->op != OP_STORE || slice->f->instrs.items[in->a].op != OP_ADDR_LOCAL)
			continue;
		if (slice->f->instrs.items[in->a].imm == local && slice_has_address(slice, in->b))
			return true;
	}
	return false;
}

static bool returns_address(const Slice *caller, FuncId id)
{
	const Function *g = &caller->program->functions.items[id];
	Slice slice = { .program = caller->program, .f = g, .returns = caller->returns, .depth = caller->depth + 1 };
	bool found = false;

	if (slice.depth >= MAX_CALLS)
		return false;
	if (!bitset_add(&slice.returns->known, id))
		return bitset_has(&slice.returns->found, id);
	for (ValueId i = 0; i < g->instrs.len && !found; i++)
		if (g->instrs.items[i].op == OP_RETURN && g->instrs.items[i].a != NONE)
			found = slice_has_address(&slice, g->instrs.items[i].a);
	slice_release(&slice);
	if (found)
		bitset_add(&slice.returns->found, id);
	return found;
}

static bool call_has_address(Slice *slice, const Instr *call)
{
	const Instr *callee = instr_behind_casts(slice->f, call->a);

	for (uint32_t k = 0; k < call->nargs; k++)
		if (slice_has_address(slice, slice->f->args.items[call->first_arg + k]))
			return true;
	return callee->op == OP_ADDR_FUNC && returns_address(slice, (FuncId)callee->imm);
}

static bool compares(const Instr *in)
{
	return in->op == OP_BIN && in->sub >= BIN_EQ && in->sub <= BIN_GE;
}

static bool slice_has_address(Slice *slice, ValueId value)
{
	const Instr *in = &slice->f->instrs.items[value];

	if (!bitset_add(&slice->seen, value) || is_kind(slice->program, in->type, TY_POINTER) || compares(in))
		return false;
	switch (in->op) {
	case OP_CAST:
		if (is_kind(slice->program, slice->f->instrs.items[in->a].type, TY_POINTER))
			return is_kind(slice->program, in->type, TY_INT) && instr_behind_casts(slice->f, in->a)->op == OP_LOAD;
		return slice_has_address(slice, in->a);
	case OP_UN:
		return in->sub != UN_LNOT && slice_has_address(slice, in->a);
	case OP_BIN:
		if (in->sub == BIN_SUB && slice_has_address(slice, in->a) && slice_has_address(slice, in->b))
			return false;
		return slice_has_address(slice, in->a) || slice_has_address(slice, in->b);
	case OP_LOAD:
		in = &slice->f->instrs.items[in->a];
		return in->op == OP_ADDR_LOCAL && local_has_address(slice, in->imm);
	case OP_CALL:
		return call_has_address(slice, in);
	default:
		return false;
	}
}

static bool is_assigned_address(const Module *program, Returns *returns, const Function *f, const Site *site)
{
	bool found = false;

	for (ValueId i = 0; i < f->instrs.len && !found; i++) {
		const Instr *in = &f->instrs.items[i];
		Slice slice = { .program = program, .f = f, .returns = returns };
		if (in->op != OP_STORE || in->place.file == NONE || in->place.line != site->line ||
		    is_kind(program, in->type, TY_POINTER) ||
		    !str_equal(program->files.items[in->place.file].name, site->file))
			continue;
		if (in->place.column == site->column)
			found = slice_has_address(&slice, in->b);
		slice_release(&slice);
	}
	return found;
}

void addresses_find(const Module *program, Graph *graph)
{
	Map functions = {0};
	Returns returns = {0};

	functions_index(program, &functions);
	for (NodeId n = 0; n < graph->nodes.len; n++) {
		Node *node = &graph->nodes.items[n];
		for (uint32_t i = 0; node->kind == NODE_FEATURE && i < node->definitions.len; i++) {
			Definition *one = &node->definitions.items[i];
			FuncId f = functions_at(&functions, &one->site);
			one->address = f != NONE && is_assigned_address(program, &returns, &program->functions.items[f], &one->site);
		}
	}
	bitset_release(&returns.known);
	bitset_release(&returns.found);
	map_release(&functions);
}
