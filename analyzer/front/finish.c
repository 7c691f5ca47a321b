/*
 * The last pass over a function: blocks that cannot be reached and values that nobody uses are dropped, the rest is
 * renumbered. Requires that operands come before their users. Then the hash of what is left.
 */
#include "front/lower.h"

typedef struct {
	Function *f;
	uint32_t *block; /* old → new, NONE: dropped */
	uint32_t *value;
	uint8_t *live;
} Finish;

static uint32_t successor_count(const Instr *last)
{
	if (last->op == OP_JUMP)
		return 1;
	if (last->op == OP_BRANCH)
		return 2;
	if (last->op == OP_SWITCH)
		return last->nargs + 1;
	return last->op == OP_IJUMP ? last->nargs : 0;
}

static BlockId *successor(Function *f, Instr *last, uint32_t i)
{
	if (last->op == OP_JUMP)
		return &last->b;
	if (last->op == OP_BRANCH)
		return i == 0 ? &last->b : &last->c;
	if (last->op == OP_SWITCH)
		return i == last->nargs ? &last->c : &f->cases.items[last->first_arg + i].target;
	return &f->args.items[last->first_arg + i];
}

static Instr *block_last(Function *f, BlockId block)
{
	return &f->instrs.items[f->blocks.items[block].first + f->blocks.items[block].count - 1];
}

static void blocks_reach(Finish *s)
{
	VEC(BlockId) todo = { 0 };

	s->block[0] = 0;
	vec_push(&todo, 0);
	while (todo.len) {
		BlockId block = vec_pop(&todo);
		Instr *last = block_last(s->f, block);

		for (uint32_t i = 0, n = successor_count(last); i < n; i++) {
			BlockId next = *successor(s->f, last, i);

			if (s->block[next] == NONE) {
				s->block[next] = 0;
				vec_push(&todo, next);
			}
		}
	}
	vec_release(&todo);
}

enum { USES_A = 1, USES_B = 2, USES_ARGS = 4, ACTS = 8 };

static const uint8_t properties[OP_COUNT] = {
	[OP_FIELD] = USES_A, [OP_ELEM] = USES_A | USES_B, [OP_LOAD] = USES_A, [OP_UN] = USES_A,
	[OP_BIN] = USES_A | USES_B, [OP_CAST] = USES_A, [OP_STORE] = USES_A | USES_B | ACTS,
	[OP_COPY] = USES_A | USES_B | ACTS, [OP_ZERO] = USES_A | ACTS, [OP_DATA] = USES_A | ACTS,
	[OP_CALL] = USES_A | USES_ARGS | ACTS, [OP_VA_START] = USES_A | ACTS, [OP_VA_ARG] = USES_A | ACTS,
	[OP_VA_COPY] = USES_A | USES_B | ACTS, [OP_ASM] = USES_ARGS | ACTS, [OP_UNRESOLVED] = ACTS, [OP_JUMP] = ACTS,
	[OP_BRANCH] = USES_A | ACTS, [OP_SWITCH] = USES_A | ACTS, [OP_IJUMP] = USES_A | ACTS,
	[OP_RETURN] = USES_A | ACTS, [OP_UNREACHABLE] = ACTS,
};

static unsigned instr_uses(const Instr *instr)
{
	return properties[instr->op];
}

static bool instr_acts(const Instr *instr)
{
	return properties[instr->op] & ACTS || instr->is_volatile;
}

static void value_use(Finish *s, ValueId v)
{
	if (v != NONE)
		s->live[v] = 1;
}

static void block_mark(Finish *s, const Block *block)
{
	for (uint32_t i = block->first + block->count; i-- > block->first;) {
		const Instr *instr = &s->f->instrs.items[i];
		unsigned uses = instr_uses(instr);

		if (instr_acts(instr))
			s->live[i] = 1;
		if (!s->live[i])
			continue;
		if (uses & USES_A)
			value_use(s, instr->a);
		if (uses & USES_B)
			value_use(s, instr->b);
		for (uint32_t k = 0; uses & USES_ARGS && k < instr->nargs; k++)
			value_use(s, s->f->args.items[instr->first_arg + k]);
	}
}

static int block_compare(const void *a, const void *b)
{
	const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* Blocks that only jump on are left out of the way of those that lead to them. */
static void jumps_thread(Finish *s)
{
	Function *f = s->f;

	for (uint32_t i = 0; i < f->blocks.len; i++) {
		Instr *last = block_last(f, i);

		for (uint32_t k = 0, n = successor_count(last); k < n; k++) {
			BlockId *to = successor(f, last, k);

			for (uint32_t steps = 0; steps < f->blocks.len && f->blocks.items[*to].count == 1
					&& block_last(f, *to)->op == OP_JUMP; steps++)
				*to = block_last(f, *to)->b;
		}
	}
}

typedef VEC(uint64_t) Order; /* first instruction, block: in the order of the text */

static Order blocks_in_order(const Finish *s)
{
	Order order = { 0 };

	for (uint32_t i = 0; i < s->f->blocks.len; i++)
		if (s->block[i] != NONE)
			vec_push(&order, map_key(s->f->blocks.items[i].first, i));
	vec_sort(&order, block_compare);
	return order;
}

static void operands_renumber(Finish *s, Instr *instr)
{
	unsigned uses = instr_uses(instr);

	if (uses & USES_A && instr->a != NONE)
		instr->a = s->value[instr->a];
	if (uses & USES_B && instr->b != NONE)
		instr->b = s->value[instr->b];
	for (uint32_t i = 0, n = successor_count(instr); i < n && instr->op != OP_SWITCH && instr->op != OP_IJUMP; i++)
		*successor(s->f, instr, i) = s->block[*successor(s->f, instr, i)];
}

/* Copies the arguments or cases of INSTR to new tables. */
static void lists_renumber(Finish *s, Instr *instr, Function *to)
{
	uint32_t from = instr->first_arg;

	if (instr->op == OP_SWITCH) {
		instr->c = s->block[instr->c];
		instr->first_arg = to->cases.len;
		for (uint32_t i = 0; i < instr->nargs; i++) {
			Case item = s->f->cases.items[from + i];

			item.target = s->block[item.target];
			vec_push(&to->cases, item);
		}
		return;
	}
	if (instr->op != OP_CALL && instr->op != OP_ASM && instr->op != OP_IJUMP)
		return;
	instr->first_arg = to->args.len;
	for (uint32_t i = 0; i < instr->nargs; i++) {
		uint32_t old = s->f->args.items[from + i];

		vec_push(&to->args, instr->op == OP_IJUMP ? s->block[old] : s->value[old]);
	}
}

/* Numbers the blocks that stay. One that is only entered from the end of the block before it becomes part of it: the
   jump between them dies. */
static void blocks_number(Finish *s, const Order *order)
{
	Function *f = s->f;
	uint32_t *entries = mem_calloc(f->blocks.len, sizeof *entries), next = 0;

	for (uint32_t i = 0; i < order->len; i++) {
		Instr *last = block_last(f, (uint32_t)order->items[i]);

		for (uint32_t k = 0, n = successor_count(last); k < n; k++)
			entries[*successor(f, last, k)]++;
	}
	for (uint32_t i = 0; i < order->len; i++) {
		BlockId block = (uint32_t)order->items[i];
		const Instr *before = i ? block_last(f, (uint32_t)order->items[i - 1]) : NULL;

		if (before && before->op == OP_JUMP && before->b == block && entries[block] == 1 && block != 0) {
			s->live[before - f->instrs.items] = 0;
			s->block[block] = next - 1;
		} else {
			s->block[block] = next++;
		}
	}
	free(entries);
}

static void function_rebuild(Finish *s, const Order *order)
{
	Function *f = s->f, to = { 0 };

	for (uint32_t i = 0; i < order->len; i++) {
		Block block = f->blocks.items[(uint32_t)order->items[i]];
		bool is_continued = s->block[(uint32_t)order->items[i]] + 1 == to.blocks.len;
		uint32_t first = to.instrs.len;

		for (uint32_t k = block.first; k < block.first + block.count; k++) {
			if (!s->live[k])
				continue;
			s->value[k] = to.instrs.len;
			vec_push(&to.instrs, f->instrs.items[k]);
			operands_renumber(s, vec_last(&to.instrs));
			lists_renumber(s, vec_last(&to.instrs), &to);
		}
		if (is_continued)
			vec_last(&to.blocks)->count += to.instrs.len - first;
		else
			vec_push(&to.blocks, (Block){ first, to.instrs.len - first });
	}
	vec_release(&f->blocks);
	vec_release(&f->instrs);
	vec_release(&f->args);
	vec_release(&f->cases);
	memcpy(&f->blocks, &to.blocks, sizeof f->blocks);
	memcpy(&f->instrs, &to.instrs, sizeof f->instrs);
	memcpy(&f->args, &to.args, sizeof f->args);
	memcpy(&f->cases, &to.cases, sizeof f->cases);
}

void function_finish(Function *f)
{
	Finish s = { .f = f };
	Order order;

	s.block = mem_alloc(f->blocks.len * sizeof *s.block);
	memset(s.block, 0xff, f->blocks.len * sizeof *s.block);
	s.value = mem_alloc((f->instrs.len + 1) * sizeof *s.value);
	s.live = mem_calloc(f->instrs.len + 1, 1);
	jumps_thread(&s);
	blocks_reach(&s);
	order = blocks_in_order(&s);
	for (uint32_t i = order.len; i-- > 0;)
		block_mark(&s, &f->blocks.items[(uint32_t)order.items[i]]);
	blocks_number(&s, &order);
	function_rebuild(&s, &order);
	vec_release(&order);
	free(s.block);
	free(s.value);
	free(s.live);
}

/* --- hash --- */

static uint64_t hash_str(uint64_t seed, Str s)
{
	return hash_bytes(seed, str_text(s), str_length(s));
}

static uint64_t hash_type(const Module *module, uint64_t seed, TypeId id)
{
	const Type *type;

	if (id == NONE)
		return hash_u64(seed, 0);
	type = &module->types.items[id];
	return hash_u64(hash_str(seed, type->name), (uint64_t)type->bits << 4 | (uint64_t)type->kind);
}

static uint64_t hash_instr(const Module *module, const Function *f, uint64_t seed, const Instr *instr)
{
	uint64_t imm = (uint64_t)instr->imm;

	seed = hash_u64(seed, instr->op | (uint64_t)instr->sub << 8 | (uint64_t)instr->is_volatile << 16);
	seed = hash_type(module, seed, instr->type);
	if (instr->op == OP_ADDR_GLOBAL) {
		seed = hash_str(seed, module->globals.items[instr->imm].name);
		imm = 0;
	} else if (instr->op == OP_ADDR_FUNC) {
		seed = hash_str(seed, module->functions.items[instr->imm].name);
		imm = 0;
	}
	seed = hash_u64(seed, imm);
	seed = hash_u64(seed, map_key(instr->a, instr->op == OP_FIELD ? 0 : instr->b));
	if (instr->op == OP_FIELD)
		seed = hash_type(module, seed, instr->b);
	seed = hash_u64(seed, map_key(instr->c, instr->nargs));
	seed = hash_str(seed, instr->text);
	for (uint32_t i = 0; i < instr->nargs; i++) {
		if (instr->op == OP_SWITCH) {
			const Case *item = &f->cases.items[instr->first_arg + i];

			seed = hash_u64(hash_u64(seed, (uint64_t)item->low), (uint64_t)item->high ^ item->target);
		} else {
			seed = hash_u64(seed, f->args.items[instr->first_arg + i]);
		}
	}
	return seed;
}

uint64_t function_hash(const Module *module, const Function *f)
{
	uint64_t hash = hash_str(0, f->name);

	for (uint32_t i = 0; i < f->locals.len; i++)
		hash = hash_type(module, hash_str(hash, f->locals.items[i].name), f->locals.items[i].type);
	for (uint32_t i = 0; i < f->blocks.len; i++)
		hash = hash_u64(hash, f->blocks.items[i].count);
	for (uint32_t i = 0; i < f->instrs.len; i++)
		hash = hash_instr(module, f, hash, &f->instrs.items[i]);
	return hash;
}
