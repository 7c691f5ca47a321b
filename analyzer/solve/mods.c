/*
 * Which members a function may write, and which it may read, by the text of the program: the stores, the addresses taken
 * and the members named in it and in all that it calls (field-based, as in Heintze & Tardieu, "Ultra-fast Aliasing
 * Analysis using CLA", PLDI 2001). It serves calls that are not followed because they are too large: what they cannot write
 * stays as it is; and models: what they cannot read is no input.
 */
#include "solve/engine.h"

/* Marks the values that are more than looked through, as the base of a member or the place of a load is. */
static void find_taken(const Function *f, Bitset *taken)
{
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		bool uses = instr_writes(in) || in->op == OP_BIN || in->op == OP_UN || in->op == OP_RETURN || in->op == OP_VA_START || in->op == OP_VA_ARG || in->op == OP_VA_COPY;
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

/* Static variables: which are mentioned, and which are written or handed on. */
static void find_globals(const Function *f, struct Mods *mods)
{
	Bitset touched = {0};

	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		bool writes = instr_writes(in) || in->op == OP_RETURN;
		if (writes && in->a != NONE)
			bitset_add(&touched, in->a);
		if (in->op == OP_STORE)
			bitset_add(&touched, in->b);
		for (uint32_t k = 0; (in->op == OP_CALL || in->op == OP_ASM) && k < in->nargs; k++)
			bitset_add(&touched, f->args.items[in->first_arg + k]);
	}
	for (uint32_t i = f->instrs.len; i-- > 0;) {
		const Instr *in = &f->instrs.items[i];
		if ((in->op == OP_ELEM || in->op == OP_CAST || in->op == OP_FIELD) && bitset_has(&touched, i))
			bitset_add(&touched, in->a);
		if (in->op == OP_ADDR_GLOBAL)
			map_put(&mods->globals, (uint64_t)in->imm, bitset_has(&touched, i) | map_get_or(&mods->globals, (uint64_t)in->imm, 0));
	}
	bitset_release(&touched);
}

static void add_record(struct Mods *mods, TypeId record)
{
	if (record != NONE)
		map_put(&mods->records, record, 1);
}

static uint64_t scalar_key(const Type *t)
{
	return map_key(t->kind, (uint32_t)t->bits);
}

static void add_scalar(const Module *program, TypeId type, struct Mods *mods)
{
	const Type *t = type == NONE ? NULL : &program->types.items[type];

	if (t && (t->kind == TY_INT || t->kind == TY_FLOAT || t->kind == TY_POINTER))
		map_put(&mods->scalars, scalar_key(t), 1);
}

static void add_pointed_scalar(const Module *program, TypeId pointer, struct Mods *mods)
{
	const Type *t = pointer == NONE ? NULL : &program->types.items[pointer];

	if (t && t->kind == TY_POINTER)
		add_scalar(program, t->elem, mods);
}

/* Does the store IN go through a pointer that is to no member? */
static bool writes_through(const Function *f, const Instr *in)
{
	const Instr *place = instr_behind_casts(f, in->a);

	return place->op != OP_FIELD && place->op != OP_ADDR_LOCAL && place->op != OP_ADDR_GLOBAL;
}

static void add_handed(const Module *program, struct Mods *mods, TypeId record)
{
	if (record != NONE)
		map_put(&mods->handed, program->types.items[record].name.i, 1);
}

/* Is a pointer to one record taken for one to another, or to none? */
static void add_cast(const Module *program, const Function *f, const Instr *in, struct Mods *mods)
{
	TypeId from = pointed_record(program, f->instrs.items[in->a].type), to = pointed_record(program, in->type);

	if (from != NONE && to == NONE)
		add_record(mods, from);
	if (from != NONE && (to == NONE || program->types.items[to].name.i != program->types.items[from].name.i))
		add_handed(program, mods, from);
}

/* Code that knows no members gets the address of a record: a library function, or one that is not known. */
static void add_arguments(const Module *program, const Function *f, const Instr *in, struct Mods *mods)
{
	const Instr *callee = &f->instrs.items[in->a];
	const Function *g = callee->op == OP_ADDR_FUNC ? &program->functions.items[callee->imm] : NULL;

	for (uint32_t k = 0; (!g || g->is_stub || !g->defined) && k < in->nargs; k++) {
		ValueId arg = f->args.items[in->first_arg + k];
		TypeId record = pointed_record(program, f->instrs.items[arg].type), type = instr_behind_casts(f, arg)->type;
		add_handed(program, mods, record);
		if (!g)
			continue;
		add_record(mods, record);
		add_pointed_scalar(program, type, mods);
		mods->opaque |= !g->defined && type != NONE && program->types.items[type].kind == TY_POINTER;
	}
}

/* The records that the member at ADDRESS is in, one in the other. */
static void add_around(const Module *program, const Function *f, ValueId address, struct Mods *mods)
{
	const Instr *in = &f->instrs.items[address];

	for (; in->op == OP_FIELD || in->op == OP_ELEM || in->op == OP_CAST; in = &f->instrs.items[in->a])
		if (in->op == OP_FIELD)
			map_put(&mods->around, program->types.items[in->b].name.i, 1);
}

/* What the text of a function itself may write, and which functions it names: of the library's, nothing. What is written into
   local variables is gone with the call; whom they are handed to writes them on its own. */
static void own_mods(Engine *e, const Function *f, struct Mods *mods)
{
	Bitset taken = {0};

	if (!f->defined || f->is_stub)
		return;
	find_taken(f, &taken);
	find_globals(f, mods);
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		if (in->op == OP_FIELD)
			map_put(&mods->refs, map_key(e->program->types.items[in->b].name.i, (uint32_t)in->imm), 1);
		if (in->op == OP_FIELD && bitset_has(&taken, i) && !instr_in_local(f, i)) {
			map_put(&mods->members, map_key(in->b, (uint32_t)in->imm), 1);
			add_around(e->program, f, i, mods);
		}
		if (in->op == OP_STORE && type_is_record(e->program, in->type) && !instr_in_local(f, in->a))
			add_record(mods, in->type);
		if (in->op == OP_COPY && !instr_in_local(f, in->a))
			add_record(mods, pointed_record(e->program, f->instrs.items[in->a].type));
		if (in->op == OP_STORE && writes_through(f, in))
			add_scalar(e->program, in->type, mods);
		if (in->op == OP_CAST)
			add_cast(e->program, f, in, mods);
		if (in->op == OP_CALL)
			add_arguments(e->program, f, in, mods);
		if (in->op == OP_ADDR_FUNC)
			vec_push(&mods->names, (FuncId)in->imm);
		mods->through_pointer |= in->op == OP_CALL && f->instrs.items[in->a].op != OP_ADDR_FUNC;
	}
	bitset_release(&taken);
}

/* An empty entry for KEY in INDEX. */
static struct Mods *mods_new(Engine *e, Map *index, uint64_t key)
{
	struct Mods *mods = mem_calloc(1, sizeof *mods);

	map_put(index, key, e->mods.len);
	vec_push(&e->mods, mods);
	return mods;
}

static const struct Mods *mods_of_text(Engine *e, FuncId func)
{
	uint32_t found;

	if (map_get(&e->mods_own, func, &found))
		return e->mods.items[found];
	struct Mods *mods = mods_new(e, &e->mods_own, func);
	own_mods(e, &e->program->functions.items[func], mods);
	return mods;
}

static void merge(Map *into, const Map *from)
{
	for (uint32_t i = 0; i < from->cap; i++)
		if (from->slots[i].used)
			map_put(into, from->slots[i].key, from->slots[i].value | map_get_or(into, from->slots[i].key, 0));
}

/* Adds to WORK, and to SEEN, all functions that those in WORK lead to by names; true when one calls through a pointer. */
static bool reach_names(Engine *e, Bitset *seen, FuncIds *work)
{
	bool through_pointer = false;

	for (uint32_t at = 0; at < work->len; at++) {
		const struct Mods *own = mods_of_text(e, work->items[at]);
		through_pointer |= own->through_pointer;
		for (uint32_t i = 0; i < own->names.len; i++)
			if (bitset_add(seen, own->names.items[i]))
				vec_push(work, own->names.items[i]);
	}
	return through_pointer;
}

static void merge_all(Engine *e, struct Mods *mods, const FuncIds *funcs, const Bitset *covered)
{
	for (uint32_t i = 0; i < funcs->len; i++) {
		if (covered && bitset_has(covered, funcs->items[i]))
			continue;
		const struct Mods *own = mods_of_text(e, funcs->items[i]);
		merge(&mods->globals, &own->globals);
		merge(&mods->members, &own->members);
		merge(&mods->records, &own->records);
		merge(&mods->scalars, &own->scalars);
		merge(&mods->refs, &own->refs);
		merge(&mods->handed, &own->handed);
		mods->opaque |= own->opaque;
	}
}

/* What a call through a pointer may write: whatever functions whose address is taken, and those they lead to, write. */
static const struct Mods *mods_through_pointers(Engine *e)
{
	FuncIds work = {0};
	uint32_t found;

	if (map_get(&e->mods_all, NONE, &found))
		return e->mods.items[found];
	struct Mods *mods = mods_new(e, &e->mods_all, NONE);
	for (FuncId g = 0; g < e->program->functions.len; g++)
		if (e->address_taken[g] && bitset_add(&e->pointed, g))
			vec_push(&work, g);
	reach_names(e, &e->pointed, &work);
	merge_all(e, mods, &work, NULL);
	vec_release(&work);
	return mods;
}

/* Fills MODS with what FUNCS and all that they call write. */
static void mods_collect(Engine *e, struct Mods *mods, const FuncIds *funcs)
{
	FuncIds work = {0};
	Bitset seen = {0};

	for (uint32_t i = 0; i < funcs->len; i++) {
		mods->anything |= !e->program->functions.items[funcs->items[i]].defined;
		if (bitset_add(&seen, funcs->items[i]))
			vec_push(&work, funcs->items[i]);
	}
	if (reach_names(e, &seen, &work))
		mods->pointed = mods_through_pointers(e);
	merge_all(e, mods, &work, mods->pointed ? &e->pointed : NULL);
	bitset_release(&seen);
	vec_release(&work);
}

static const struct Mods *mods_of(Engine *e, FuncId func)
{
	FuncIds one = { &func, 1, 1 };
	uint32_t found;

	if (map_get(&e->mods_all, func, &found))
		return e->mods.items[found];
	struct Mods *mods = mods_new(e, &e->mods_all, func);
	mods_collect(e, mods, &one);
	return mods;
}

const struct Mods *mods_of_all(Engine *e, const FuncIds *funcs)
{
	uint64_t key = hash_bytes(0, funcs->items, funcs->len * sizeof *funcs->items) | (uint64_t)1 << 63;
	uint32_t found;

	if (funcs->len == 1)
		return mods_of(e, funcs->items[0]);
	if (map_get(&e->mods_all, key, &found))
		return e->mods.items[found];
	struct Mods *mods = mods_new(e, &e->mods_all, key);
	mods_collect(e, mods, funcs);
	return mods;
}

/* The variables that the text with MODS writes or hands on, but SELF. */
static void add_written(const struct Mods *mods, GlobalId self, Bitset *globals)
{
	for (uint32_t i = 0; i < mods->globals.cap; i++)
		if (mods->globals.slots[i].used && mods->globals.slots[i].value && mods->globals.slots[i].key != self)
			bitset_add(globals, (uint32_t)mods->globals.slots[i].key);
}

void mods_of_program(Engine *e, Map *records, Bitset *globals)
{
	for (FuncId id = 0; id < e->program->functions.len; id++) {
		if (e->program->functions.items[id].is_init)
			continue;
		const struct Mods *mods = mods_of_text(e, id);
		add_written(mods, NONE, globals);
		merge(records, &mods->around);
		merge(records, &mods->handed);
		for (uint32_t i = 0; i < mods->records.cap; i++)
			if (mods->records.slots[i].used)
				map_put(records, e->program->types.items[mods->records.slots[i].key].name.i, 1);
	}
	/* What a variable points to from the start is written through it. */
	for (GlobalId g = 0; g < e->program->globals.len; g++)
		if (e->program->globals.items[g].init != NONE)
			add_written(mods_of_text(e, e->program->globals.items[g].init), g, globals);
}

static bool writes_record(const struct Mods *mods, TypeId record)
{
	return mods->anything || map_get(&mods->records, record, NULL) || (mods->pointed && map_get(&mods->pointed->records, record, NULL));
}

static bool writes_member(const struct Mods *mods, TypeId record, uint32_t member)
{
	uint64_t key = map_key(record, member);

	return mods->anything || map_get(&mods->members, key, NULL) || (mods->pointed && map_get(&mods->pointed->members, key, NULL));
}

/* Does what MODS are of name the members of RECORD that OFF is in? */
static bool refers_to(const Module *program, const struct Mods *mods, TypeId record, int64_t off)
{
	const Type *t = &program->types.items[record];
	bool found = mods->anything || mods->opaque || map_get(&mods->handed, t->name.i, NULL);

	for (uint32_t i = 0; i < t->nfields && !found; i++) {
		const Field *field = &program->fields.items[t->first_field + i];
		TypeId inner = type_element(program, field->type);
		int64_t at = off - field->bit_offset, bits = type_bits(program, inner);
		bool open = i + 1 == t->nfields && record_is_open(program, record);
		if (at < 0 || (!open && at >= type_bits(program, field->type)) || !map_get(&mods->refs, map_key(t->name.i, i), NULL))
			continue;
		found = !type_is_record(program, inner) || bits <= 0 || refers_to(program, mods, inner, at % bits);
	}
	return found;
}

bool mods_reads(Engine *e, FuncId func, TypeId record, int64_t off)
{
	const struct Mods *mods = mods_of(e, func);

	if (e->program->functions.items[func].is_stub)
		return true;
	return refers_to(e->program, mods, record, off) || (mods->pointed && refers_to(e->program, mods->pointed, record, off));
}

/* Is something known of BITS at T? */
static bool is_held(const State *state, Pointee t, int64_t bits)
{
	const Cells *cells = state_cells(state, t.obj);
	bool held = false;

	for (uint32_t i = 0; cells && i < cells->cells.len && !held; i++)
		held = range_overlaps(cells->cells.items[i].off, cells->cells.items[i].size, t.off, bits);
	return held;
}

/* Fills the members AT a place, in an object of RECORD, that MODS may write; with HELD only where something is known. */
static void fill_members(Run *r, State *state, const struct Mods *mods, Pointee at, TypeId record, FlowId node, uint32_t instr, bool held)
{
	const Module *program = r->e->program;
	const Type *t = &program->types.items[record];

	run_work(r, t->nfields);
	for (uint32_t i = 0; i < t->nfields && !r->inst->given_up; i++) {
		const Field *field = &program->fields.items[t->first_field + i];
		TypeId inner = field->type;
		Pointee member = { at.obj, offset_add(at.off, range_const(field->bit_offset)) };
		bool whole = writes_member(mods, record, i) || writes_record(mods, inner);
		if (!whole && type_is_record(program, inner)) {
			fill_members(r, state, mods, member, inner, node, instr, held);
			continue;
		}
		inner = type_element(program, inner);
		int64_t bits = field->bit_width >= 0 ? field->bit_width : type_bits(program, field->type);
		if (bits <= 0)
			continue;
		if (!whole && inner != field->type && type_is_record(program, inner)) {
			int64_t size = type_bits(program, inner);
			if (size > 0 && bits > size)
				member.off = offset_add(member.off, range_strided(0, bits - size, size));
			fill_members(r, state, mods, member, inner, node, instr, held);
		} else if (whole && (!held || is_held(state, member, bits))) {
			FlowId pointer = flow_keyed(r, FLOW_CONST, instr, hash_u64(offset_hash(member.obj, member.off), 0x30D5));
			flow(r->e, pointer)->value = (Value){ range_nonnull(), pts_single(member.obj, member.off) };
			memory_fill(r, state, pointer, range_const(bits), node, false, instr);
		}
	}
}

void mods_release(Engine *e)
{
	for (uint32_t i = 0; i < e->mods.len; i++) {
		map_release(&e->mods.items[i]->globals);
		map_release(&e->mods.items[i]->members);
		map_release(&e->mods.items[i]->records);
		map_release(&e->mods.items[i]->around);
		map_release(&e->mods.items[i]->scalars);
		map_release(&e->mods.items[i]->refs);
		map_release(&e->mods.items[i]->handed);
		vec_release(&e->mods.items[i]->names);
		free(e->mods.items[i]);
	}
	vec_release(&e->mods);
	map_release(&e->mods_own);
	map_release(&e->mods_all);
	bitset_release(&e->pointed);
}

bool mods_fill(Run *r, State *state, FuncId func, FlowId pointer, TypeId record, FlowId node, uint32_t instr)
{
	Engine *e = r->e;
	const struct Mods *mods = mods_of(e, func);
	uint32_t n;
	PtsId pts = flow(e, pointer)->value.pts;

	pts_targets(pts, &n);
	if (writes_record(mods, record))
		return false;
	for (uint32_t i = 0; i < n && !r->inst->given_up; i++) {
		Pointee t = pts_targets(pts, &n)[i];
		if (t.obj != OBJ_UNKNOWN)
			fill_members(r, state, mods, t, record, node, instr, false);
	}
	return true;
}

/* ---- what is behind pointers ---- */

enum { MAX_BEHIND = 48 };

typedef struct {
	Run *r;
	State *state;
	const struct Mods *mods;
	FlowId node;
	uint32_t instr;
	Map seen;      /* places: object and offset */
	Pointees work; /* those that are reached, and not yet looked into */
	VEC(TypeId) types; /* what they hold */
} Behind;

static bool writes_scalar(const struct Mods *mods, const Type *t)
{
	return mods->anything || map_get(&mods->scalars, scalar_key(t), NULL) || (mods->pointed && map_get(&mods->pointed->scalars, scalar_key(t), NULL));
}

/* What is at T, which a pointer to ELEM leads to: behind an untyped pointer, what the object is. */
static TypeId held_at(Engine *e, Pointee t, TypeId elem)
{
	bool typed = elem != NONE && e->program->types.items[elem].kind != TY_VOID;
	bool constant = elem != NONE && e->program->types.items[elem].is_const;

	return typed || constant ? elem : type_element(e->program, e->objects.items[t.obj].type);
}

/* All that POINTER to ELEM may point to. */
static void reach_targets(Behind *b, FlowId pointer, TypeId elem)
{
	PtsId pts = flow(b->r->e, pointer)->value.pts;
	uint32_t n;

	pts_targets(pts, &n);
	for (uint32_t i = 0; i < n && b->seen.len < MAX_BEHIND; i++) {
		Pointee t = pts_targets(pts, &n)[i];
		ObjKind kind = b->r->e->objects.items[t.obj].kind;
		TypeId held = held_at(b->r->e, t, elem);
		if (t.obj == OBJ_UNKNOWN || kind == OBJ_FUNCTION || kind == OBJ_STRING || held == NONE || !map_put(&b->seen, offset_hash(t.obj, t.off), 1))
			continue;
		vec_push(&b->work, t);
		vec_push(&b->types, held);
	}
}

typedef struct { Behind *behind; ObjId obj; } LeafBehind;

static void reach_leaf(void *context, Range off, int64_t size, TypeId type)
{
	LeafBehind *leaf = context;
	Behind *b = leaf->behind;
	const Type *t = &b->r->e->program->types.items[type];

	if (t->kind == TY_POINTER && b->seen.len < MAX_BEHIND)
		reach_targets(b, read_location(b->r, b->state, leaf->obj, off, size, type, b->instr, NOT_RELEVANT), t->elem);
}

/* NODE depends on what is at T, of type ELEM, and may be in what may be written there. */
static void mix_behind(Behind *b, Pointee t, TypeId elem)
{
	Run *r = b->r;
	const Type *type = &r->e->program->types.items[elem];
	FlowId pointer = flow_keyed(r, FLOW_CONST, b->instr, hash_u64(offset_hash(t.obj, t.off), 0xBE41));

	flow(r->e, pointer)->value = (Value){ range_nonnull(), pts_single(t.obj, t.off) };
	/* What comes from outside and goes there again is no news: a stream, say, and all that is in it. */
	if (!b->mods->anything || r->e->objects.items[t.obj].kind != OBJ_ENTRY)
		flow_dep(r->e, b->node, memory_contents(r, b->state, pointer, -1, b->instr, "argument"), DEP_DATA);
	if (type->is_const)
		return;
	if (type_is_record(r->e->program, elem) && !writes_record(b->mods, elem))
		fill_members(r, b->state, b->mods, t, elem, b->node, b->instr, false);
	else if (type_is_record(r->e->program, elem) || writes_scalar(b->mods, type))
		memory_fill(r, b->state, pointer, range_top(), b->node, false, b->instr);
}

void mods_fill_behind(Run *r, State *state, FuncId func, FlowId pointer, TypeId elem, FlowId node, uint32_t instr)
{
	Behind b = { .r = r, .state = state, .mods = mods_of(r->e, func), .node = node, .instr = instr };

	if (elem == NONE)
		return;
	reach_targets(&b, pointer, elem);
	uint32_t given = b.work.len; /* what the argument itself points to is the caller's business */
	for (uint32_t i = 0; i < b.work.len && !r->inst->given_up; i++) {
		Pointee t = b.work.items[i];
		const Type *type = &r->e->program->types.items[b.types.items[i]];
		LeafBehind leaf = { &b, t.obj };
		run_work(r, 4);
		/* Many pointers in a row: any of them. */
		Range all = type->kind == TY_POINTER ? range_strided(t.off.lo == NEG_INF ? 0 : t.off.lo, POS_INF, type->bits) : t.off;
		type_leaves(r->e->program, b.types.items[i], all, reach_leaf, &leaf);
		if (i >= given)
			mix_behind(&b, t, b.types.items[i]);
	}
	map_release(&b.seen);
	vec_release(&b.work);
	vec_release(&b.types);
}

/* ---- static variables ---- */

static int by_number(const void *a, const void *b)
{
	GlobalId x = *(const GlobalId *)a, y = *(const GlobalId *)b;
	return (x > y) - (x < y);
}

/* Adds to INTO the variables that a text names, unless they are too many. */
static bool add_named(Map *into, const Map *named)
{
	bool few = into->len + named->len <= MAX_BEHIND;

	if (few)
		merge(into, named);
	return few;
}

void mods_fill_globals(Run *r, State *state, FuncId func, FlowId node, FlowId reads, uint32_t instr)
{
	Engine *e = r->e;
	const struct Mods *mods = mods_of(e, func);
	Map named = {0};
	VEC(GlobalId) globals = {0};

	bool all = add_named(&named, &mods->globals) && (!mods->pointed || add_named(&named, &mods->pointed->globals));
	for (uint32_t i = 0; i < named.cap; i++)
		if (named.slots[i].used && !constant_global(e, (GlobalId)named.slots[i].key))
			vec_push(&globals, (GlobalId)named.slots[i].key);
	if (!all)
		gap_note(r, instr, "many static variables are not followed into a function given up", e->program->functions.items[func].name);
	vec_sort(&globals, by_number);
	for (uint32_t i = 0; i < globals.len && !r->inst->given_up; i++) {
		TypeId type = e->program->globals.items[globals.items[i]].type;
		FlowId pointer = flow_keyed(r, FLOW_CONST, instr, hash_u64(globals.items[i], 0x610B));
		flow(e, pointer)->value = (Value){ range_nonnull(), global_address(r, globals.items[i]) };
		if (reads)
			flow_dep(e, reads, memory_contents(r, state, pointer, -1, instr, "variable"), DEP_DATA);
		mods_fill_behind(r, state, func, pointer, type, node, instr);
		if (!map_get_or(&named, globals.items[i], 0) || type_bits(e->program, type) <= 0)
			continue;
		if (!type_is_record(e->program, type) || !mods_fill(r, state, func, pointer, type, node, instr))
			memory_fill(r, state, pointer, range_const(type_bits(e->program, type)), node, false, instr);
	}
	map_release(&named);
	vec_release(&globals);
}

/* ---- whole objects ---- */

static bool writes_global(const struct Mods *mods, GlobalId global)
{
	return map_get_or(&mods->globals, global, 0) || (mods->pointed && map_get_or(&mods->pointed->globals, global, 0));
}

void mods_fill_object(Run *r, State *state, const struct Mods *mods, ObjId obj, FlowId node)
{
	const Module *program = r->e->program;
	Object o = r->e->objects.items[obj];
	TypeId held = o.type == NONE ? NONE : type_element(program, o.type);
	int64_t bits = held == NONE ? 0 : type_bits(program, held), all = object_bits(r->e, obj);
	bool record = type_is_record(program, held) && bits > 0;
	bool filled = record ? writes_record(mods, held) : o.kind == OBJ_GLOBAL ? writes_global(mods, o.index)
		: o.kind == OBJ_HEAP && (held == NONE || writes_scalar(mods, &program->types.items[held]));

	if (filled && (o.kind == OBJ_GLOBAL || is_held(state, (Pointee){ obj, range_const(0) }, REST))) {
		FlowId pointer = flow_keyed(r, FLOW_CONST, NONE, hash_u64(obj, 0x0B1));
		flow(r->e, pointer)->value = (Value){ range_nonnull(), pts_single(obj, range_const(0)) };
		memory_fill(r, state, pointer, all > 0 ? range_const(all) : range_top(), node, false, NONE);
	} else if (record) {
		Range off = all > bits ? range_strided(0, all - bits, bits) : all > 0 ? range_const(0) : range_strided(0, POS_INF, bits);
		fill_members(r, state, mods, (Pointee){ obj, off }, held, node, NONE, o.kind != OBJ_GLOBAL);
	}
}
