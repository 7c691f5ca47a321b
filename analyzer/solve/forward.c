/*
 * What was stored through a pointer is what is loaded through the same pointer, wherever it points: `ring[pos] = x;
 * y = ring[pos];`. Weak updates lose that. The state remembers the last stores to places that are not exactly known,
 * by a value number of the address (Alpern, Wegman & Zadeck 1988, over the nodes of the value flow); a write that may
 * meet such a place ends it, and so does the head of a loop in which the address is computed: there nodes stand for the
 * values of another iteration.
 */
#include "solve/interp.h"

#include <string.h>

enum { MAX_STORED = 12, MAX_DEPTH = 8 };

static FlowId part(Run *r, ValueId v, Address *address)
{
	FlowId node = interp_value(r, v);

	if (address->count < MAX_ADDRESS_PARTS)
		address->parts[address->count] = node;
	address->count++;
	return node;
}

/* The number of the element of BASE that IN, an OP_ELEM, leads to: p[0] is *p, and a constant is one wherever it is written. */
static uint64_t element_number(Run *r, uint64_t base, const Instr *in, Address *address)
{
	Value index = flow(r->e, interp_value(r, in->b))->value;
	bool constant = range_is_const(index.num) && !index.pts;

	if (!base || (constant && index.num.lo == 0))
		return base;
	uint64_t number = constant ? hash_u64(0xC0157, (uint64_t)index.num.lo) : part(r, in->b, address);
	return hash_u64(hash_u64(base, number), (uint64_t)in->imm) | 1;
}

/* Equal for addresses that are the same whatever the values of the nodes in them are; 0: no number. */
static uint64_t address_number(Run *r, ValueId v, int depth, Address *address)
{
	const Instr *in = &r->f->instrs.items[v];
	uint64_t base;

	if (depth > MAX_DEPTH)
		return 0;
	switch ((int)in->op) {
	case OP_CAST:
		return address_number(r, in->a, depth + 1, address);
	case OP_FIELD:
		base = address_number(r, in->a, depth + 1, address);
		return base ? hash_u64(hash_u64(base, in->b), (uint64_t)in->imm) | 1 : 0;
	case OP_ELEM:
		base = address_number(r, in->a, depth + 1, address);
		return element_number(r, base, in, address);
	case OP_ADDR_LOCAL: case OP_ADDR_GLOBAL:
		return hash_u64(in->op, (uint64_t)in->imm) | 1;
	default:
		return hash_u64(0x5707E, part(r, v, address)) | 1;
	}
}

static Address address_of(Run *r, ValueId v)
{
	Address address = {0};

	address.number = address_number(r, v, 0, &address);
	return address;
}

bool forward_same_address(Run *r, ValueId a, ValueId b)
{
	uint64_t number = address_of(r, a).number;
	return number && number == address_of(r, b).number;
}

static bool meets(const Stored *stored, ObjId obj, Range off, int64_t size)
{
	uint32_t n;
	const Pointee *t = pts_targets(stored->pts, &n);

	for (uint32_t i = 0; i < n; i++)
		if (t[i].obj == obj && range_overlaps(t[i].off, stored->size, off, size))
			return true;
	return false;
}

void forward_remember(Run *r, State *state, ValueId address, PtsId pts, int64_t size, FlowId node)
{
	Address place = r->inline_at == NONE ? address_of(r, address) : (Address){0};

	if (!place.number)
		return;
	if (state->stored.len == MAX_STORED)
		memmove(state->stored.items, state->stored.items + 1, --state->stored.len * sizeof(Stored));
	vec_push(&state->stored, (Stored){ place, pts, size, node });
}

FlowId forward_find(Run *r, const State *state, ValueId address, int64_t size)
{
	if (!state->stored.len || r->inline_at != NONE)
		return 0;
	uint64_t number = address_of(r, address).number;
	for (uint32_t i = 0; i < state->stored.len; i++)
		if (state->stored.items[i].address.number == number && state->stored.items[i].size == size)
			return state->stored.items[i].node;
	return 0;
}

/* Is the place the same in each iteration of the loop with this HEAD? */
static bool stays(Run *r, const Address *address, BlockId head)
{
	bool same = address->count <= MAX_ADDRESS_PARTS;

	for (uint32_t i = 0; i < address->count && same; i++) {
		const Flow *v = flow(r->e, address->parts[i]);
		same = v->kind == FLOW_CONST || v->kind == FLOW_FORMAL || (v->inst == r->inst->id && v->instr != NONE &&
			!cfg_loop_contains(r->cfg, head, function_block_at(r->f, v->instr)));
	}
	return same;
}

void forward_enter_loop(Run *r, State *state, BlockId head)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < state->stored.len; i++)
		if (stays(r, &state->stored.items[i].address, head))
			state->stored.items[kept++] = state->stored.items[i];
	state->stored.len = kept;
}

void forward_written(State *state, ObjId obj, Range off, int64_t size)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < state->stored.len; i++)
		if (!meets(&state->stored.items[i], obj, off, size))
			state->stored.items[kept++] = state->stored.items[i];
	state->stored.len = kept;
}

static bool same_stored(const Stored *a, const Stored *b)
{
	return a->address.number == b->address.number && a->size == b->size && a->node == b->node;
}

void forward_join(State *out, State **states, uint32_t count)
{
	for (uint32_t i = 0; i < states[0]->stored.len; i++) {
		const Stored *one = &states[0]->stored.items[i];
		bool everywhere = true;
		for (uint32_t s = 1; s < count && everywhere; s++) {
			everywhere = false;
			for (uint32_t k = 0; k < states[s]->stored.len; k++)
				everywhere |= same_stored(one, &states[s]->stored.items[k]);
		}
		if (everywhere)
			vec_push(&out->stored, *one);
	}
}

bool forward_equal(const State *a, const State *b)
{
	if (a->stored.len != b->stored.len)
		return false;
	for (uint32_t i = 0; i < a->stored.len; i++)
		if (!same_stored(&a->stored.items[i], &b->stored.items[i]))
			return false;
	return true;
}
