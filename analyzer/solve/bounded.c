/*
 * Loops whose number of iterations is not known, but which go through a short array, one element in each iteration: what they
 * leave in y[1] comes from x[1], not from all of x. They go round no more often than the array has elements.
 */
#include "solve/interp.h"

/* MOST: elements of the shortest array that it goes through, 0: nobody knows; AT_HEAD: its head does already. */
typedef struct { int64_t most; bool at_head, reads, writes; } Through;

/* Is ADDRESS one that the loop moves: an element by an index that it assigns, or a cursor? */
static bool is_moved(const Run *r, uint32_t at, ValueId address)
{
	const Instr *in = &r->f->instrs.items[address];

	while (in->op == OP_FIELD)
		in = &r->f->instrs.items[in->a];
	if (in->op == OP_ELEM)
		in = instr_same_number(r->e->program, r->f, in->b);
	const Instr *from = in->op == OP_LOAD ? &r->f->instrs.items[in->a] : NULL;
	return from && from->op == OP_ADDR_LOCAL && loop_assigns(r, at, (LocalId)from->imm);
}

/* The places that IN reads and writes; NONE: none. */
static ValueId read_by(const Instr *in)
{
	return in->op == OP_LOAD ? in->a : in->op == OP_COPY ? in->b : NONE;
}

static ValueId written_by(const Instr *in)
{
	return in->op == OP_STORE || in->op == OP_COPY ? in->a : NONE;
}

bool loop_goes_through_arrays(const Run *r, uint32_t at)
{
	bool reads = false, writes = false;
	BlockId b;

	for each_block(r, at, b) {
		const Block *block = &r->f->blocks.items[b];
		for (uint32_t i = block->first; i < block->first + block->count && !(reads && writes); i++) {
			ValueId from = read_by(&r->f->instrs.items[i]), to = written_by(&r->f->instrs.items[i]);
			reads = reads || (from != NONE && is_moved(r, at, from));
			writes = writes || (to != NONE && is_moved(r, at, to));
		}
	}
	return reads && writes;
}

/* ADDRESS is in block B. */
static bool goes_through(Run *r, uint32_t at, const State *entry, BlockId b, ValueId address, Through *through)
{
	Induction v;

	if (address == NONE || !r->values[address] || !induction_address(r, at, entry, address, &v) || v.from || v.step <= 0)
		return false;
	int64_t elements = loop_always_runs(r, at, b) ? few_elements(r, (Pointee){ v.obj, range_const(v.first) }, v.step) : 0;
	if (elements && (!through->most || elements < through->most)) {
		through->most = elements;
		through->at_head = b == r->cfg->wto.items[at].head;
	}
	return true;
}

int64_t loop_at_most(Run *r, uint32_t at, const State *entry, bool *at_head)
{
	Through through = {0};
	BlockId b;

	for each_block(r, at, b) {
		const Block *block = &r->f->blocks.items[b];
		for (uint32_t i = block->first; i < block->first + block->count; i++) {
			through.reads |= goes_through(r, at, entry, b, read_by(&r->f->instrs.items[i]), &through);
			through.writes |= goes_through(r, at, entry, b, written_by(&r->f->instrs.items[i]), &through);
		}
	}
	*at_head = through.at_head;
	return through.reads && through.writes ? through.most : 0;
}
