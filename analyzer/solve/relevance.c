/*
 * Which numbers are worth asking a caller for, and whether they may be addresses: each set of answers makes an instance of
 * its own, so that of most numbers nothing is asked.
 */
#include "solve/engine.h"

/* Instructions of a function, with those that it calls so deep, whose result is worth asking for each set of numbers it
   gets: one with loops, one without. */
enum { MAX_RECKONING = 120, MAX_STRAIGHT = 400, MAX_CALLS_DEEP = 3 };

/* Does IN make a pointer of a number? */
static bool makes_pointer(const Module *program, const Function *f, const Instr *in)
{
	TypeId to = in->type, from = f->instrs.items[in->a].type;

	return in->op == OP_CAST && to != NONE && program->types.items[to].kind == TY_POINTER &&
		from != NONE && program->types.items[from].kind == TY_INT;
}

/* Does IN make a whole number of one with a fraction? */
static bool becomes_whole(const Module *program, const Function *f, const Instr *in)
{
	TypeId to = in->type, from = in->op == OP_CAST ? f->instrs.items[in->a].type : NONE;

	return from != NONE && program->types.items[from].kind == TY_FLOAT && to != NONE && program->types.items[to].kind == TY_INT;
}

/* Is CALL one of a function of the library that is computed where its arguments are constant? */
static bool is_computed(const Module *program, const Function *f, const Instr *call)
{
	const Instr *callee = &f->instrs.items[call->a];

	return callee->op == OP_ADDR_FUNC && real_is_function(&program->functions.items[callee->imm]);
}

/* Item AT is for RELEVANCE, too; true when that is more. */
static bool want(uint8_t *items, uint32_t at, uint8_t relevance)
{
	bool more = relevance & ~items[at];

	items[at] |= relevance;
	return more;
}

/* A number as wide as an address? */
static bool is_wide(const Module *program, TypeId type)
{
	return type != NONE && program->types.items[type].kind == TY_INT && program->types.items[type].bits == 64;
}

/* A number as wide as an address that goes on may be one. */
static uint8_t argument_relevance(const Module *program, const Function *f, ValueId arg)
{
	return is_wide(program, instr_behind_casts(f, arg)->type) ? RELEVANT_ADDRESS : RELEVANT_NUMBER;
}

/* Does ADDRESS go on from byte to byte: by an index, or as a variable that is moved? ASSIGNED: how often each local is. */
static bool moves_along(const Function *f, ValueId address, const uint8_t *assigned)
{
	const Instr *in = instr_behind_casts(f, address);

	if (in->op != OP_LOAD || f->instrs.items[in->a].op != OP_ADDR_LOCAL)
		return in->op == OP_ELEM;
	LocalId local = (LocalId)f->instrs.items[in->a].imm;
	return assigned[local] > (local >= f->nparams);
}

/* Does the store IN put a byte where it is as it was elsewhere, one after the other? It may be one of a pointer. */
static bool moves_byte(const Module *program, const Function *f, const Instr *in, const uint8_t *assigned)
{
	const Instr *value = instr_behind_casts(f, in->b);
	bool byte = in->type != NONE && program->types.items[in->type].kind == TY_INT && program->types.items[in->type].bits == 8;

	return byte && value->op == OP_LOAD && moves_along(f, value->a, assigned) && moves_along(f, in->a, assigned);
}

/* How often each local is assigned, twice for more than once. */
static uint8_t *count_assigned(const Function *f)
{
	uint8_t *assigned = mem_calloc(f->locals.len + 1, 1);

	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i], *place = in->op == OP_STORE ? &f->instrs.items[in->a] : NULL;
		if (place && place->op == OP_ADDR_LOCAL && assigned[place->imm] < 2)
			assigned[place->imm]++;
	}
	return assigned;
}

/* How many instructions F has, and those that it calls, DEPTH calls deep at most; more than MAX_STRAIGHT: as many, or it is
   not known. */
static size_t reckoning_size(const Module *program, const Function *f, uint32_t depth)
{
	size_t size = f->instrs.len;

	for (uint32_t i = 0; i < f->instrs.len && size <= MAX_STRAIGHT; i++) {
		const Instr *in = &f->instrs.items[i], *callee = in->op == OP_CALL ? &f->instrs.items[in->a] : NULL;
		if (in->op == OP_ASM || (callee && callee->op != OP_ADDR_FUNC))
			return MAX_STRAIGHT + 1;
		const Function *called = callee ? &program->functions.items[callee->imm] : NULL;
		if (called && called->is_stub)
			continue;
		if (called)
			size += called->defined && depth ? reckoning_size(program, called, depth - 1) : MAX_STRAIGHT + 1;
	}
	return size;
}

/* Does F only reckon with what it gets and put it somewhere, in memory that the library gives it for instance? Many members
   are set without a loop. */
static bool only_reckons(const Module *program, const Function *f, const Cfg *cfg)
{
	bool loops = false;

	for (uint32_t i = 0; i < cfg->wto.len; i++)
		loops |= cfg->wto.items[i].is_loop;
	return reckoning_size(program, f, MAX_CALLS_DEEP) <= (loops ? MAX_RECKONING : MAX_STRAIGHT);
}

/* What a function returns or stores may be an address, and when it only RECKONS, an index for its caller. */
static uint8_t left_relevance(const Module *program, TypeId type, bool reckons)
{
	bool number = reckons && type != NONE && program->types.items[type].kind == TY_INT;

	return (number ? RELEVANT_LEFT : NOT_RELEVANT) | (is_wide(program, type) ? RELEVANT_KEPT : NOT_RELEVANT);
}

/* What names the memory at address V: it is named the same wherever it is written in the same way, and all elements of an
   array are. 0: it has no name. */
static uint64_t place_key(const Function *f, ValueId v)
{
	const Instr *in = instr_behind_casts(f, v);

	while (in->op == OP_ELEM)
		in = instr_behind_casts(f, in->a);

	if (in->op == OP_ADDR_LOCAL || in->op == OP_ADDR_GLOBAL)
		return hash_u64(in->op, (uint64_t)in->imm);
	if (in->op != OP_LOAD && in->op != OP_FIELD)
		return 0;
	uint64_t inside = place_key(f, in->a);
	return inside ? hash_u64(hash_u64(inside, in->op), in->op == OP_FIELD ? map_key(in->b, (uint32_t)in->imm) : 0) : 0;
}

/* The memory that a load reads is for RELEVANCE, too; true when that is more. */
static bool want_memory(Map *memory, const Function *f, const Instr *load, uint8_t relevance)
{
	uint64_t key = relevance ? place_key(f, load->a) : 0;
	uint32_t before = key ? map_get_or(memory, key, NOT_RELEVANT) : relevance;

	if (!(relevance & ~before))
		return false;
	map_put(memory, key, before | relevance);
	return true;
}

/* What is stored there is loaded again for this. */
static uint8_t memory_relevance(const Map *memory, const Function *f, const Instr *store)
{
	uint64_t key = memory->len ? place_key(f, store->a) : 0;
	return key ? (uint8_t)map_get_or(memory, key, NOT_RELEVANT) : NOT_RELEVANT;
}

/* Backwards from branches, indices, sizes, addresses, what is kept, and call arguments through operands and slots. */
void relevance_find(const Module *program, const Function *f, Cfg *cfg)
{
	uint8_t *slot = cfg->slot_relevant = mem_calloc(cfg->nslots + 1, 1);
	bool reckons = only_reckons(program, f, cfg);
	uint8_t *assigned = count_assigned(f);
	Map memory = {0};

	cfg->relevant = mem_calloc(f->instrs.len + 1, 1);
	cfg->param_relevant = mem_calloc(f->nparams + 1, 1);
	for (bool changed = true; changed;) {
		changed = false;
		for (uint32_t i = f->instrs.len; i-- > 0;) {
			const Instr *in = &f->instrs.items[i];
			uint8_t want_a = NOT_RELEVANT, want_b = NOT_RELEVANT;
			if (in->op == OP_BRANCH || in->op == OP_SWITCH)
				want_a = RELEVANT_NUMBER;
			else if (in->op == OP_ELEM)
				want_b = RELEVANT_NUMBER | RELEVANT_INDEX;
			else if (becomes_whole(program, f, in))
				want_a = cfg->relevant[i] ? RELEVANT_WHOLE : NOT_RELEVANT;
			else if (in->op == OP_BIN || in->op == OP_UN || in->op == OP_CAST)
				want_a = want_b = makes_pointer(program, f, in) ? RELEVANT_ADDRESS : cfg->relevant[i];
			else if (in->op == OP_STORE && f->instrs.items[in->a].op == OP_ADDR_LOCAL &&
			         cfg->slot[f->instrs.items[in->a].imm] != NONE)
				want_b = slot[cfg->slot[f->instrs.items[in->a].imm]];
			else if (in->op == OP_STORE)
				want_b = left_relevance(program, in->type, reckons) | (moves_byte(program, f, in, assigned) ? RELEVANT_KEPT : NOT_RELEVANT) |
					memory_relevance(&memory, f, in);
			else if (in->op == OP_RETURN && in->a != NONE)
				want_a = left_relevance(program, f->instrs.items[in->a].type, reckons);
			else if (in->op == OP_LOAD && f->instrs.items[in->a].op == OP_ADDR_LOCAL &&
			         cfg->slot[f->instrs.items[in->a].imm] != NONE)
				changed |= want(slot, cfg->slot[f->instrs.items[in->a].imm], cfg->relevant[i]);
			else if (in->op == OP_LOAD)
				changed |= want_memory(&memory, f, in, cfg->relevant[i]);
			bool computed = in->op == OP_CALL && cfg->relevant[i] && is_computed(program, f, in);
			for (uint32_t k = 0; in->op == OP_CALL && k < in->nargs; k++) {
				ValueId arg = f->args.items[in->first_arg + k];
				changed |= want(cfg->relevant, arg, argument_relevance(program, f, arg) | (computed ? RELEVANT_WHOLE : NOT_RELEVANT));
			}
			if (want_a && in->a != NONE)
				changed |= want(cfg->relevant, in->a, want_a);
			if (want_b && in->b != NONE)
				changed |= want(cfg->relevant, in->b, want_b);
		}
	}
	map_release(&memory);
	free(assigned);
	for (uint32_t p = 0; p < f->nparams; p++)
		cfg->param_relevant[p] = cfg->slot[p] != NONE ? slot[cfg->slot[p]] : RELEVANT_NUMBER;
}
