/*
 * Which entry points matter: those that lead to a model or a store, and those that share memory with them. Nothing else can
 * change a feature or see a prediction.
 */
#include "solve/engine.h"

static void scan_calls(Engine *e)
{
	const Module *program = e->program;

	for (FuncId id = 0; id < program->functions.len; id++) {
		const Function *f = &program->functions.items[id];
		for (uint32_t i = 0; i < f->instrs.len; i++) {
			const Instr *in = &f->instrs.items[i];
			if (in->op == OP_CALL && f->instrs.items[in->a].op == OP_ADDR_FUNC && (FuncId)f->instrs.items[in->a].imm != id && !f->is_stub)
				e->called_in[f->instrs.items[in->a].imm]++;
		}
		for (uint32_t i = 0; i < f->instrs.len; i++) {
			const Instr *in = &f->instrs.items[i];
			ValueId used[2] = { in->a, in->b };
			bool values = in->op != OP_CALL && in->op != OP_JUMP && in->op != OP_BRANCH;
			for (int k = 0; k < 2 && values; k++)
				if (used[k] != NONE && used[k] < f->instrs.len && f->instrs.items[used[k]].op == OP_ADDR_FUNC)
					e->address_taken[f->instrs.items[used[k]].imm] = true;
			for (uint32_t k = 0; in->op == OP_CALL && k < in->nargs; k++) {
				const Instr *arg = &f->instrs.items[f->args.items[in->first_arg + k]];
				if (arg->op == OP_ADDR_FUNC)
					e->address_taken[arg->imm] = true;
			}
		}
	}
}

/* Is what such a function is given looked for without a model? */
static bool keeps(RoleKind kind)
{
	return kind == ROLE_EMIT || kind == ROLE_PUT || kind == ROLE_TRAIN;
}

/* Which functions evaluate a model, and which reach a model, a call that trains one, a store or emit. */
static void find_invoking(Engine *e, const Mentions *names)
{
	bool *models = mem_calloc(e->program->functions.len + 1, 1);

	for (uint32_t i = 0; i < e->roles->functions.len; i++) {
		FunctionRole role = e->roles->functions.items[i];
		RoleKind kind = e->roles->roles.items[role.role].kind;
		models[role.function] |= kind == ROLE_MODEL;
		e->invokes[role.function] |= kind == ROLE_MODEL || keeps(kind);
	}
	for (uint32_t i = 0; i < names->names.len; i++) {
		Mention name = names->names.items[i];
		e->evaluates[name.func] |= name.instr->op == OP_ADDR_FUNC ? models[name.instr->imm]
			: name.instr->op == OP_FIELD && handlers_any(e, name.instr, models);
	}
	leading_add(e, names, e->invokes);
	free(models);
}

/* Where nothing runs a model and nothing is stored: which functions touch a declared feature or read a store. */
static void find_declared(Engine *e, const Mentions *names, bool *touching)
{
	const Roles *roles = e->roles;

	for (uint32_t i = 0; i < roles->feature_locals.cap; i++)
		if (roles->feature_locals.slots[i].used)
			touching[roles->feature_locals.slots[i].key >> 32] = true;
	for (uint32_t i = 0; i < names->names.len; i++) {
		const Instr *in = names->names.items[i].instr;
		touching[names->names.items[i].func] |= in->op == OP_FIELD
			? map_get(&roles->feature_fields, map_key(in->b, (uint32_t)in->imm), NULL)
			: in->op == OP_ADDR_GLOBAL ? map_get(&roles->feature_globals, (uint32_t)in->imm, NULL)
			: in->op == OP_ADDR_FUNC && roles_of_function(roles, (FuncId)in->imm, ROLE_GET) != NONE;
	}
	leading_add(e, names, touching);
}

/* Was FUNC too large to analyse in every way it was tried? */
static bool was_given_up(Engine *e, FuncId func)
{
	bool any = false;

	for (uint32_t i = 0; i < e->by_func[func].ids.len; i++) {
		const Instance *inst = e->instances.items[e->by_func[func].ids.items[i]];
		if (!inst->given_up)
			return false;
		any = true;
	}
	return any;
}

/* Has something of the program been given up, which may be what calls the functions that nothing else does? */
static bool any_given_up(Engine *e)
{
	bool any = e->alone;

	for (FuncId id = 0; id < e->program->functions.len && !any; id++)
		any = bitset_has(&e->hopeless, id) || was_given_up(e, id);
	return any;
}

/* Of functions that were given up, those they call are entered directly: better than to know nothing of them. */
static void replace_given_up(Engine *e, bool *chosen, FuncIds *roots)
{
	for (FuncId id = 0; id < e->program->functions.len; id++) {
		const Function *f = &e->program->functions.items[id];
		if (!was_given_up(e, id))
			continue;
		for (uint32_t i = 0; i < f->instrs.len; i++) {
			FuncId callee = f->instrs.items[i].op == OP_ADDR_FUNC ? (FuncId)f->instrs.items[i].imm : NONE;
			if (callee == NONE || chosen[callee] || !e->invokes[callee] || e->by_func[callee].ids.len ||
			    !e->program->functions.items[callee].defined || e->program->functions.items[callee].is_stub)
				continue;
			chosen[callee] = true;
			bitset_add(&e->cut_off, callee);
			vec_push(roots, callee);
		}
	}
}

static void reach_functions(Engine *e, InstId id, Bitset *instances, Bitset *functions)
{
	const Instance *inst = e->instances.items[id];

	if (!bitset_add(instances, id))
		return;
	if (inst->func != NONE)
		bitset_add(functions, inst->func);
	for (uint32_t i = 0; i < inst->calls.len; i++)
		reach_functions(e, e->calls.items[inst->calls.items[i]].callee, instances, functions);
}

bool runs_alone(const Function *f)
{
	return f->defined && !f->is_stub && !f->is_init && f->blocks.len;
}

/* Is there a main that nothing of what it has left can come back to? */
static bool has_own_main(const Engine *e)
{
	bool found = false;

	for (FuncId id = 0; id < e->program->functions.len; id++) {
		const Function *f = &e->program->functions.items[id];
		found |= function_is_main(f) && runs_alone(f) && !e->called_in[id];
	}
	return found;
}

typedef struct {
	Mentions names;
	FuncIds roots;
	bool *chosen, *touching; /* by function */
	Sharing sharing;
} Entries;

/* Can code outside of the program call ID by its name? */
static bool is_outside(const Engine *e, FuncId id)
{
	bool declared = !e->entries_declared || roles_of_function(e->roles, id, ROLE_ENTRY) != NONE;

	return declared && e->program->functions.items[id].linkage == LINK_EXTERNAL;
}

/* Is ID entered from outside, and not as a callback alone? */
static bool is_entry(const Engine *e, FuncId id)
{
	const Function *f = &e->program->functions.items[id];
	bool outside = is_outside(e, id) && (!e->address_taken[id] || function_is_main(f));

	return runs_alone(f) && !e->called_in[id] && (outside || function_has(f, ATTRIBUTE_CONSTRUCTOR));
}

/* Is it models that entry points lead to, and nothing else? */
static bool leads_to_models(const Engine *e)
{
	bool models = false;

	for (uint32_t i = 0; i < e->roles->functions.len; i++) {
		RoleKind kind = e->roles->roles.items[e->roles->functions.items[i].role].kind;
		if (keeps(kind))
			return false;
		models |= kind == ROLE_MODEL;
	}
	return models;
}

/* Do mains and other entry points lead to models, mains through more than can be followed, the others by names through more than
   that, or through tables? In a large program those lead to everything else, too. The only entry point is tried all the same: no
   other needs the steps. */
static bool leads_too_far(Engine *e, const Entries *all)
{
	uint32_t count = e->program->functions.len, mains = 0, leading = 0;
	bool *direct, near = false;

	if (!leads_to_models(e))
		return false;
	direct = mem_calloc(count + 1, 1);
	memcpy(direct, e->evaluates, count);
	mentions_spread(&all->names, direct, count);
	for (FuncId id = 0; id < count && !near; id++) {
		bool is_main = function_is_main(&e->program->functions.items[id]);
		if (!e->invokes[id] || !is_entry(e, id))
			continue;
		mains += is_main;
		leading++;
		near = (is_main || direct[id]) && !closure_exceeds(e->program, id, e->options.max_steps);
	}
	free(direct);
	return mains && leading > 1 && !near;
}

/* Has all that FUNC does been followed, in every way that it was called? */
static bool was_followed(Engine *e, FuncId func)
{
	bool followed = e->by_func[func].ids.len > 0;

	for (uint32_t i = 0; i < e->by_func[func].ids.len; i++) {
		const Instance *inst = e->instances.items[e->by_func[func].ids.items[i]];
		followed &= inst->done && !inst->given_up && !inst->shallow && !inst->gaps.len;
	}
	return followed;
}

static void add_live(FuncId id, Bitset *live, FuncIds *work)
{
	if (bitset_add(live, id))
		vec_push(work, id);
}

/* What FUNC, which may run, leads to may run, too: what it names, and what a table that it names is filled with. Of a function that
   was followed, a call that was not reached is none. */
static void live_through(Engine *e, FuncId func, Bitset *live, FuncIds *work)
{
	const Function *f = &e->program->functions.items[func];
	bool followed = was_followed(e, func);

	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		FuncId named = code_named(e->program, in);
		bool left = in->op == OP_ADDR_FUNC && followed && !e->address_taken[named] && !e->by_func[named].ids.len;
		if (named != NONE && !left)
			add_live(named, live, work);
	}
}

/* The functions that run when those that code outside of the program can call do, by name, through a variable that it sees, or one
   that the program itself names nowhere (the linker puts it into a list), as far as is known by now. */
static void find_live(Engine *e, const Mentions *names, Bitset *live)
{
	FuncIds work = {0};
	Bitset named = {0};

	for (uint32_t i = 0; i < names->names.len; i++) {
		Mention name = names->names.items[i];
		if (name.instr->op == OP_ADDR_GLOBAL && name.func != e->program->globals.items[name.instr->imm].init)
			bitset_add(&named, (uint32_t)name.instr->imm);
	}
	for (GlobalId id = 0; id < e->program->globals.len; id++) {
		const Global *g = &e->program->globals.items[id];
		if (g->init != NONE && (g->linkage == LINK_EXTERNAL || !bitset_has(&named, id)))
			add_live(g->init, live, &work);
	}
	bitset_release(&named);
	for (FuncId id = 0; id < e->program->functions.len; id++)
		if (is_outside(e, id) || function_has(&e->program->functions.items[id], ATTRIBUTE_CONSTRUCTOR))
			add_live(id, live, &work);
	while (work.len)
		live_through(e, vec_pop(&work), live, &work);
	vec_release(&work);
}

/* Adds the entry points that lead to a model or a store, or where there is none, to a declared feature, if FIRST; then those
   that share memory with them: nothing else can change a feature or see a prediction. Callbacks that only code outside the
   program calls are entry points, too; where something was given up, that may be what calls them. How many there are more. */
static uint32_t add_roots(Engine *e, Entries *all, bool first)
{
	const Module *program = e->program;
	uint32_t before = all->roots.len;
	bool given_up = !first && any_given_up(e);
	Bitset live = {0};

	if (!first)
		find_live(e, &all->names, &live);
	for (FuncId id = 0; id < program->functions.len; id++) {
		bool callback = bitset_has(&live, id) && e->address_taken[id] && (!e->by_func[id].ids.len || bitset_has(&e->handed, id));
		if (all->chosen[id] || !runs_alone(&program->functions.items[id]) || !(callback || is_entry(e, id)))
			continue;
		if (e->invokes[id] || all->touching[id]) {
			all->chosen[id] = true;
			if (given_up && !is_entry(e, id))
				bitset_add(&e->cut_off, id);
			vec_push(&all->roots, id);
		}
	}
	bitset_release(&live);
	return all->roots.len - before;
}

/* Runs them, with what they make known of others, until there are no more or no steps are left. */
static void enter_roots(Engine *e, Entries *all, bool first)
{
	for (uint32_t more = 1; more; first = false) {
		more = add_roots(e, all, first);
		if (steps_used_up(e, 0))
			break;
		if (more || first)
			world_enter(e, &all->roots);
		sharing_find(e, &all->names, &all->sharing, all->touching);
		uint32_t known = all->roots.len;
		replace_given_up(e, all->chosen, &all->roots);
		if (all->roots.len != known && !steps_used_up(e, 0))
			world_enter(e, &all->roots);
		more += all->roots.len - known;
	}
}

/* Adds to FOUND the functions that may run and evaluate a model and that nothing has reached yet. */
static void find_unreached(Engine *e, const Mentions *names, FuncIds *found)
{
	Bitset instances = {0}, reached = {0}, live = {0};

	reach_functions(e, 1, &instances, &reached);
	find_live(e, names, &live);
	for (FuncId id = 0; id < e->program->functions.len; id++)
		if (bitset_has(&live, id) && !bitset_has(&reached, id) && runs_alone(&e->program->functions.items[id]) && e->evaluates[id])
			vec_push(found, id);
	bitset_release(&live);
	bitset_release(&instances);
	bitset_release(&reached);
}

/* Enters each of FUNCS, with steps of its own out of STEPS for all of them, and as many again for what is needed. */
static void enter_each(Engine *e, Entries *all, const FuncIds *funcs, uint64_t steps)
{
	bool given_up = any_given_up(e);
	uint64_t each = funcs->len ? steps / funcs->len : 0;

	if (each * MODEL_SHARE < e->options.max_steps)
		e->shared = each * MODEL_SHARE;
	for (uint32_t i = 0; i < funcs->len; i++) {
		FuncIds one = { &funcs->items[i], 1, 1 };
		FuncId func = funcs->items[i];
		if (!all->chosen[func])
			vec_push(&all->roots, func);
		if (!all->chosen[func] && !is_entry(e, func) && (e->called_in[func] || given_up))
			bitset_add(&e->cut_off, func);
		all->chosen[func] = true;
		e->limit = e->steps + each;
		world_enter(e, &one);
	}
	e->shared = e->options.max_steps;
}

/* Model calls that were reached from no entry point (through pointers that are not known, or behind something given up)
   are entered from as far above as there are steps for, or else in the function that makes them, with a budget of their own; so
   are then those that share memory with them. FEW_STEPS: too few to follow what has nothing to do with them. */
static void enter_models(Engine *e, Entries *all, bool few_steps)
{
	uint64_t steps = e->options.max_steps / 2;
	FuncIds unreached = {0}, tops = {0};

	find_unreached(e, &all->names, &unreached);
	bool any = unreached.len;
	if (any && !few_steps) {
		nearest_find(e, &all->names, &unreached, steps, &tops);
		enter_each(e, all, &tops, steps);
		vec_clear(&unreached);
		find_unreached(e, &all->names, &unreached);
	}
	enter_each(e, all, &unreached, steps);
	if (any) {
		e->limit = e->steps + e->options.max_steps / 4;
		world_enter(e, &all->roots);
		sharing_find(e, &all->names, &all->sharing, all->touching);
		if (add_roots(e, all, false))
			world_enter(e, &all->roots);
	}
	vec_release(&unreached);
	vec_release(&tops);
}

void entries_run(Engine *e)
{
	const Module *program = e->program;
	Entries all = { .chosen = mem_calloc(program->functions.len + 1, 1), .touching = mem_calloc(program->functions.len + 1, 1) };
	bool any = false;

	scan_calls(e);
	for (FuncId id = 0; id < program->functions.len; id++)
		e->concurrent |= str_is(program->functions.items[id].name, "__featdep_concurrent");
	for (GlobalId id = 0; id < program->globals.len; id++)
		e->interrupted |= program->globals.items[id].is_volatile;
	e->main_runs_once = has_own_main(e);
	for (RoleId id = 0; id < e->roles->roles.len; id++)
		e->entries_declared |= e->roles->roles.items[id].kind == ROLE_ENTRY;
	handlers_find(e);
	mentions_find(&all.names, program);
	leading_prepare(e, &all.names);
	find_invoking(e, &all.names);
	for (FuncId id = 0; id < program->functions.len; id++)
		any |= e->invokes[id] && runs_alone(&program->functions.items[id]);
	e->no_model = !any;
	if (!any)
		find_declared(e, &all.names, all.touching);
	e->alone = leads_too_far(e, &all);
	if (!e->alone)
		enter_roots(e, &all, true);
	bool none = !all.roots.len && !e->alone;
	enter_models(e, &all, e->alone || steps_used_up(e, 0));
	if (none) { /* but callbacks: the others share memory with those that run the models */
		sharing_find(e, &all.names, &all.sharing, all.touching);
		enter_roots(e, &all, false);
	}
	world_forget_earlier(e);
	sharing_release(&all.sharing);
	vec_release(&all.roots);
	mentions_release(&all.names);
	free(all.chosen);
	free(all.touching);
}
