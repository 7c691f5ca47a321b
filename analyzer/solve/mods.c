/*
 * Which members a function may write, by the text of the program: the stores and the addresses taken in it and in all
 * that it calls (field-based, as in Heintze & Tardieu, "Ultra-fast Aliasing Analysis using CLA", PLDI 2001). It serves
 * calls that are not followed because they are too large: what they cannot write stays as it is.
 */
#include "solve/engine.h"

/* Marks the values that are more than looked through, as the base of a member or the place of a load is. */
static void find_taken(const Function *f, Bitset *taken)
{
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		bool uses = in->op == OP_STORE || in->op == OP_COPY || in->op == OP_ZERO || in->op == OP_DATA || in->op == OP_BIN ||
			in->op == OP_UN || in->op == OP_RETURN || in->op == OP_VA_START || in->op == OP_VA_ARG || in->op == OP_VA_COPY;
		if (uses && in->a != NONE)
			bitset_add(taken, in->a);
		if (uses && in->b != NONE)
			bitset_add(taken, in->b);
		for (uint32_t k = 0; (in->op == OP_CALL || in->op == OP_ASM) && k < in->nargs; k++)
			bitset_add(taken, f->args.items[in->first_arg + k]);
	}
	for (uint32_t i = f->instrs.len; i-- > 0;) {
		const Instr *in = &f->instrs.items[i];
		if ((in->op == OP_ELEM || in->op == OP_CAST) && bitset_has(taken, i))
			bitset_add(taken, in->a);
	}
}

static void add_record(struct Mods *mods, TypeId record)
{
	if (record != NONE)
		map_put(&mods->records, record, 1);
}

/* Code that knows no members gets the address of a record: a library function, or void *. */
static void add_anonymous(Engine *e, const Function *f, const Instr *in, struct Mods *mods)
{
	const Module *program = e->program;

	if (in->op == OP_CAST && pointed_record(program, in->type) == NONE)
		add_record(mods, pointed_record(program, f->instrs.items[in->a].type));
	const Instr *callee = in->op == OP_CALL ? &f->instrs.items[in->a] : NULL;
	if (!callee || callee->op != OP_ADDR_FUNC)
		return;
	const Function *g = &program->functions.items[callee->imm];
	for (uint32_t k = 0; (g->is_stub || !g->defined) && k < in->nargs; k++)
		add_record(mods, pointed_record(program, f->instrs.items[f->args.items[in->first_arg + k]].type));
}

static void add_function(Engine *e, FuncId func, struct Mods *mods)
{
	const Function *f = &e->program->functions.items[func];
	Bitset taken = {0};

	find_taken(f, &taken);
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		if (in->op == OP_FIELD && bitset_has(&taken, i))
			map_put(&mods->members, map_key(in->b, (uint32_t)in->imm), 1);
		if ((in->op == OP_STORE || in->op == OP_COPY) && type_is_record(e->program, in->type))
			add_record(mods, in->type);
		add_anonymous(e, f, in, mods);
	}
	bitset_release(&taken);
}

static void add_closure(Engine *e, FuncId func, struct Mods *mods)
{
	Bitset seen = {0};
	VEC(FuncId) work = {0};
	bool through_pointer = false;

	vec_push(&work, func);
	bitset_add(&seen, func);
	while (work.len) {
		FuncId at = vec_pop(&work);
		const Function *f = &e->program->functions.items[at];
		if (!f->defined || f->is_stub)
			continue;
		add_function(e, at, mods);
		for (uint32_t i = 0; i < f->instrs.len; i++) {
			const Instr *in = &f->instrs.items[i];
			if (in->op == OP_ADDR_FUNC && bitset_add(&seen, (FuncId)in->imm))
				vec_push(&work, (FuncId)in->imm);
			/* Through a pointer: whatever has its address taken. */
			bool indirect = in->op == OP_CALL && f->instrs.items[in->a].op != OP_ADDR_FUNC && !through_pointer;
			through_pointer |= indirect;
			for (FuncId g = 0; indirect && g < e->program->functions.len; g++)
				if (e->address_taken[g] && bitset_add(&seen, g))
					vec_push(&work, g);
		}
	}
	bitset_release(&seen);
	vec_release(&work);
}

/* Fills the members at OFF, in an object of RECORD, that MODS may write. */
static void fill_members(Run *r, State *state, const struct Mods *mods, Pointee at, TypeId record, FlowId node, uint32_t instr)
{
	const Module *program = r->e->program;
	const Type *t = &program->types.items[record];

	for (uint32_t i = 0; i < t->nfields; i++) {
		const Field *field = &program->fields.items[t->first_field + i];
		TypeId inner = field->type;
		Pointee member = { at.obj, range_add(at.off, range_const(field->bit_offset)) };
		bool whole = map_get(&mods->members, map_key(record, i), NULL) || map_get(&mods->records, inner, NULL);
		if (!whole && type_is_record(program, inner)) {
			fill_members(r, state, mods, member, inner, node, instr);
			continue;
		}
		inner = type_element(program, inner);
		int64_t bits = field->bit_width >= 0 ? field->bit_width : type_bits(program, field->type);
		if (bits <= 0)
			continue;
		if (!whole && inner != field->type && type_is_record(program, inner)) {
			int64_t size = type_bits(program, inner);
			if (size > 0 && bits > size)
				member.off = range_add(member.off, (Range){ 0, bits - size, size });
			fill_members(r, state, mods, member, inner, node, instr);
		} else if (whole) {
			FlowId pointer = flow_keyed(r, FLOW_CONST, instr, hash_u64(hash_u64(member.obj, (uint64_t)member.off.lo), 0x30D5));
			flow(r->e, pointer)->value = (Value){ range_nonnull(), pts_single(member.obj, member.off) };
			memory_fill(r, state, pointer, range_const(bits), node, false, instr);
		}
	}
}

static const struct Mods *mods_of(Engine *e, FuncId func)
{
	for (uint32_t i = 0; i < e->mods.len; i++)
		if (e->mods.items[i]->func == func)
			return e->mods.items[i];
	struct Mods *mods = mem_calloc(1, sizeof *mods);
	mods->func = func;
	add_closure(e, func, mods);
	vec_push(&e->mods, mods);
	return mods;
}

void mods_release(Engine *e)
{
	for (uint32_t i = 0; i < e->mods.len; i++) {
		map_release(&e->mods.items[i]->members);
		map_release(&e->mods.items[i]->records);
		free(e->mods.items[i]);
	}
	vec_release(&e->mods);
}

bool mods_fill(Run *r, State *state, FuncId func, FlowId pointer, TypeId record, FlowId node, uint32_t instr)
{
	Engine *e = r->e;
	const struct Mods *mods = mods_of(e, func);
	uint32_t n;
	PtsId pts = flow(e, pointer)->value.pts;

	pts_targets(pts, &n);
	if (map_get(&mods->records, record, NULL))
		return false;
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = pts_targets(pts, &n)[i];
		if (t.obj != OBJ_UNKNOWN)
			fill_members(r, state, mods, t, record, node, instr);
	}
	return true;
}
