/*
 * Functions that walk a structure by calling themselves, directly or through tables of operations, and do nothing but free it,
 * forget the pointers to what is freed and count those who hold it: nobody sees anything of what they do, and to follow them
 * through all that is freed costs more than to follow those that build it.
 */
#include "solve/engine.h"

static bool is_null(const Module *program, const Function *f, ValueId v)
{
	const Instr *in = instr_behind_casts(f, v), *typed = &f->instrs.items[v];
	bool pointer = typed->type != NONE && program->types.items[typed->type].kind == TY_POINTER;

	return pointer && in->op == OP_CONST_INT && in->imm == 0;
}

/* Is nothing but NULL ever in the variable of F that is at PLACE? */
static bool holds_null(const Module *program, const Function *f, ValueId place)
{
	const Instr *at = instr_behind_casts(f, place);
	bool some = false, all = at->op == OP_ADDR_LOCAL;

	for (uint32_t i = 0; i < f->instrs.len && all; i++) {
		const Instr *in = &f->instrs.items[i];
		if (!instr_writes(in) || instr_behind_casts(f, in->a)->op != OP_ADDR_LOCAL || instr_behind_casts(f, in->a)->imm != at->imm)
			continue;
		some = true;
		all = in->op == OP_ZERO || (in->op == OP_STORE && is_null(program, f, in->b));
	}
	return some && all;
}

/* Does CALL copy to a variable of F itself, or NULL to wherever it is? */
static bool copies_nothing(const Module *program, const Function *f, const Instr *call)
{
	const Instr *callee = &f->instrs.items[call->a];

	if (callee->op != OP_ADDR_FUNC || !str_is(program->functions.items[callee->imm].name, "memcpy") || call->nargs < 2)
		return false;
	ValueId to = f->args.items[call->first_arg], from = f->args.items[call->first_arg + 1];
	return instr_in_local(f, to) || holds_null(program, f, from);
}

/* One function and all that it leads to. */
typedef struct {
	Engine *e;
	FuncIds work;
	Bitset seen;               /* of WORK */
	VEC(const Instr *) counts; /* members of those who are counted: OP_FIELD */
	bool says;                 /* to say something and to end the program will do, too */
} Walk;

/* Does library function F only say something, close something or end the program? */
static bool only_says(const Function *f)
{
	static const char *const names[] = { "printf", "fprintf", "vprintf", "vfprintf", "puts", "fputs", "putchar", "fputc", "perror",
		"syslog", "vsyslog", "fflush", "strerror", "fclose", "close", "munmap", "pthread_mutex_unlock", "pthread_mutex_destroy",
		"abort", "exit", "_exit" };
	bool says = f->is_noreturn;

	for (size_t i = 0; i < sizeof names / sizeof *names && !says; i++)
		says = str_is(f->name, names[i]);
	return says;
}

/* Does STORE put back one more or less than what was there? */
static bool counts(const Function *f, const Instr *store)
{
	const Instr *sum = store->op == OP_STORE ? &f->instrs.items[store->b] : NULL;

	return sum && sum->op == OP_BIN && (sum->sub == BIN_SUB || sum->sub == BIN_ADD) && f->instrs.items[sum->b].op == OP_CONST_INT &&
		f->instrs.items[sum->a].op == OP_LOAD && f->instrs.items[sum->a].a == store->a && f->instrs.items[store->a].op == OP_FIELD;
}

/* Is the number at LOAD of F only there to be counted on? */
static bool only_counted_on(const Function *f, ValueId load)
{
	bool counted = true;

	for (ValueId i = 0; i < f->instrs.len && counted; i++) {
		if (!instr_has_operand(f, &f->instrs.items[i], load))
			continue;
		for (ValueId k = 0; k < f->instrs.len && counted; k++)
			if (instr_has_operand(f, &f->instrs.items[k], i))
				counted = counts(f, &f->instrs.items[k]) && f->instrs.items[k].b == i && f->instrs.items[i].a == load;
	}
	return counted;
}

/* Does F know of MEMBER only to set it and to count, or, if it RELEASES, to decide what is freed? */
static bool keeps_count(Engine *e, const Function *f, const Instr *member, bool releases)
{
	bool keeps = true;

	for (ValueId at = 0; at < f->instrs.len && keeps; at++) {
		if (f->instrs.items[at].op != OP_FIELD || !handlers_same_member(e, &f->instrs.items[at], member))
			continue;
		for (ValueId i = 0; i < f->instrs.len && keeps; i++) {
			const Instr *in = &f->instrs.items[i];
			if (instr_has_operand(f, in, at))
				keeps = in->op == OP_LOAD ? releases || only_counted_on(f, i) : in->op == OP_STORE && in->b != at;
		}
	}
	return keeps;
}

/* Is MEMBER, wherever it is used, a count of holders that decides about nothing but what is freed? */
static bool is_count(const Walk *walk, const Instr *member)
{
	const Module *program = walk->e->program;
	bool count = true;

	for (FuncId id = 0; id < program->functions.len && count; id++)
		count = keeps_count(walk->e, &program->functions.items[id], member, bitset_has(&walk->seen, id));
	return count;
}

/* Does CALL of F call what is known? That goes to WORK. */
static bool leads_to_known(Walk *walk, const Function *f, const Instr *call)
{
	const Instr *callee = instr_behind_casts(f, call->a);

	if (callee->op == OP_ADDR_FUNC) {
		vec_push(&walk->work, (FuncId)callee->imm);
		return true;
	}
	return callee->op == OP_LOAD && handlers_all(walk->e, &f->instrs.items[callee->a], &walk->work);
}

/* Does the next of WORK, but for what it calls, only read, count, and write its own variables or NULL? Adds what it calls. */
static bool only_reads(Walk *walk, FuncId id)
{
	const Module *program = walk->e->program;
	const Function *f = &program->functions.items[id];

	if (!f->defined || f->is_stub)
		return str_is(f->name, "free") || (walk->says && only_says(f));
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		bool forgets = in->op == OP_STORE && is_null(program, f, in->b);
		bool varargs = in->op == OP_VA_START || in->op == OP_VA_ARG || in->op == OP_VA_COPY;
		if (in->op == OP_ASM || (varargs && !walk->says))
			return false;
		if (counts(f, in))
			vec_push(&walk->counts, &f->instrs.items[in->a]);
		else if (instr_writes(in) && !forgets && !instr_in_local(f, in->a))
			return false;
		if (in->op == OP_CALL && !copies_nothing(program, f, in) && !leads_to_known(walk, f, in))
			return false;
	}
	return true;
}

/* Does F return nothing, or the same number always? That goes to *NUMBER. */
static bool returns_one(const Module *program, const Function *f, Range *number)
{
	TypeId result = program->types.items[f->type].elem;
	bool one = true, some = false;

	*number = range_top();
	if (result == NONE || program->types.items[result].kind == TY_VOID)
		return true;
	for (uint32_t i = 0; i < f->instrs.len && one; i++) {
		const Instr *in = &f->instrs.items[i];
		if (in->op != OP_RETURN || in->a == NONE)
			continue;
		const Instr *value = instr_behind_casts(f, in->a);
		one = value->op == OP_CONST_INT && (!some || range_equal(*number, range_const(value->imm)));
		*number = range_const(value->imm);
		some = true;
	}
	return one && some;
}

static bool has_role(const Roles *roles, FuncId func)
{
	bool found = false;

	for (uint32_t i = 0; i < roles->functions.len && !found; i++)
		found = roles->functions.items[i].function == func;
	return found;
}

static bool find_releases(Engine *e, FuncId func, bool says)
{
	Walk walk = { .e = e, .says = says };
	bool releases = true, again = false, frees = false;

	vec_push(&walk.work, func);
	for (uint32_t at = 0; at < walk.work.len && releases; at++) {
		FuncId id = walk.work.items[at];
		again |= at && id == func;
		frees |= str_is(e->program->functions.items[id].name, "free");
		if (bitset_add(&walk.seen, id))
			releases = !has_role(e->roles, id) && only_reads(&walk, id);
	}
	releases = releases && (says || (again && frees));
	for (uint32_t i = 0; i < walk.counts.len && releases; i++)
		releases = is_count(&walk, walk.counts.items[i]);
	bitset_release(&walk.seen);
	vec_release(&walk.work);
	vec_release(&walk.counts);
	return releases;
}

static bool releases(Engine *e, FuncId func, bool says)
{
	uint32_t known;

	if (!map_get(&e->releases, map_key(says, func), &known)) {
		known = find_releases(e, func, says);
		map_put(&e->releases, map_key(says, func), known);
	}
	return known;
}

bool releases_or_says(Engine *e, FuncId func)
{
	return releases(e, func, true);
}

/* Does anything of F use what CALL returns? */
static bool result_used(const Function *f, ValueId call)
{
	bool used = false;

	for (uint32_t i = 0; i < f->instrs.len && !used; i++)
		used = instr_has_operand(f, &f->instrs.items[i], call);
	return used;
}

bool releases_only(Engine *e, FuncId func, const Function *caller, uint32_t call, Range *result)
{
	const Function *f = &e->program->functions.items[func];

	return f->defined && releases(e, func, false) && (returns_one(e->program, f, result) || !result_used(caller, call));
}
