/*
 * Outside the program: entry points are called in any order and any number of times, on the same globals and on the
 * same context objects (one for each record type an entry parameter points to). What one entry leaves in them
 * another may find: the world is an instance whose calls are the entry points, run until its memory no longer changes.
 * Only main runs once: it finds what the others left, and nothing of its own. Each main has a memory of its own, see process.c.
 */
#include "solve/engine.h"

enum { MAX_WORLD_ROUNDS = 60, MIN_WORLD_ROUNDS = 8 };

/* C is there when the program starts, whichever main it starts with. */
static void initial_value(Engine *e, ObjId obj, const Cell *c)
{
	memory_write(e->world, e->initial, obj, c->off, c->size, c->node, true);
	for (uint32_t p = 0; p < e->processes.len; p++) {
		memory_write(e->world, e->processes.items[p].left, obj, c->off, c->size, c->node, true);
		if (e->processes.items[p].found)
			memory_write(e->world, e->processes.items[p].found, obj, c->off, c->size, c->node, true);
	}
}

static void run_initialiser(Engine *e, FuncId init)
{
	Instance *inst = arena_alloc(&e->arena, sizeof *inst);
	Run r;

	inst->id = e->instances.len;
	inst->func = init;
	vec_push(&e->instances, inst);
	run_init(&r, e, inst);
	r.world = true;
	interp_run(&r);
	for (uint32_t i = 0; i < r.exits.len; i++)
		for (uint32_t k = 0; k < r.exits.items[i]->mem.len; k++) {
			ObjMem mem = r.exits.items[i]->mem.items[k];
			for (uint32_t c = 0; c < mem.cells->cells.len; c++)
				initial_value(e, mem.obj, &mem.cells->cells.items[c]);
		}
	run_release(&r);
}

ObjId world_global(Engine *e, GlobalId global)
{
	const Global *g = &e->program->globals.items[global];
	uint64_t key = hash_u64(global, 0x610B);
	uint32_t found;

	if (map_get(&e->object_index, key, &found))
		return found;
	ObjId obj = object_keyed(e, key, (Object){ .kind = OBJ_GLOBAL, .index = global, .type = g->type, .func = NONE,
		.instr = NONE, .weak = false, .feature = map_get_or(&e->roles->feature_globals, global, NONE) });
	if (g->init != NONE && e->program->functions.items[g->init].defined)
		run_initialiser(e, g->init);
	e->objects.items[obj].weak = true;
	return obj;
}

static const Type *type_at(Engine *e, TypeId type)
{
	return type == NONE ? NULL : &e->program->types.items[type];
}

/* DECLARED: what points to it is that signal; NONE: it is none. */
static ObjId entry_object_of(Engine *e, TypeId type, Str name, uint64_t key, FuncId func, RoleId declared)
{
	if (type_is_record(e->program, type) && !str_empty(e->program->types.items[type].name))
		name = e->program->types.items[type].name;
	ObjId obj = object_keyed(e, hash_u64(key, 0xE7), (Object){ .kind = OBJ_ENTRY, .type = type, .text = name, .func = func,
		.instr = NONE, .weak = true, .feature = NONE });
	if (declared != NONE)
		object_add_signal(e, obj, declared);
	return obj;
}

/* The same one for all records of a type. */
static ObjId entry_object(Engine *e, TypeId type, Str name, uint64_t key, FuncId func)
{
	if (type_is_record(e->program, type)) {
		Str record = e->program->types.items[type].name;
		/* Units see one record with more or fewer of the types its members point to; its size is the same. */
		if (!str_empty(record))
			key = hash_u64(map_key(record.i, (uint32_t)type_bits(e->program, type)), 0xE2);
	}
	return entry_object_of(e, type, name, key, func, NONE);
}

ObjId world_context(Engine *e, TypeId record, FuncId func)
{
	return entry_object(e, record, e->program->types.items[record].name, hash_u64(record, 0xE5), func);
}

PtsId world_param(Engine *e, FuncId func, uint32_t param)
{
	const Function *f = &e->program->functions.items[func];
	TypeId type = f->locals.items[param].type;
	const Type *t = type_at(e, type);
	bool by_value = type_is_record(e->program, type);

	if (!by_value && (!t || t->kind != TY_POINTER || (t->elem != NONE && type_at(e, t->elem)->kind == TY_FUNCTION)))
		return 0;
	Str name = by_value ? (Str){0} : local_label(f, param);
	TypeId held = by_value ? type : t->elem;
	/* A declared signal is no memory that other entry points may have filled, or another parameter leads to. */
	RoleId declared = map_get_or(&e->roles->params, map_key(func, param), NONE);
	ObjId obj = declared != NONE ? entry_object_of(e, held, name, hash_u64(map_key(func, param), 0xE3), func, declared)
		: entry_object(e, held, name, map_key(func, param), func);
	return pts_single(obj, range_const(0));
}

static FlowId entry_node(Engine *e, uint64_t key, Str name, TypeId type)
{
	Map *nodes = &e->instances.items[1]->nodes;
	uint32_t found;

	key = hash_u64(key, 0xE27);
	if (map_get(nodes, key, &found))
		return found;
	FlowId node = flow_new(e, FLOW_ENTRY, 1, NONE);
	flow(e, node)->aux = thing_new(e, (Thing){ .kind = NODE_SIGNAL, .name = name, .label = name, .role = NONE, .first = NO_PLACE, .last = NO_PLACE });
	flow(e, node)->type = type;
	map_put(nodes, key, node);
	return node;
}

/* Pointers that come from outside are no signals; what they point to is. */
static FlowId entry_pointer(Engine *e, uint64_t key, PtsId pts, TypeId type)
{
	Map *nodes = &e->instances.items[1]->nodes;
	uint32_t found;

	key = hash_u64(key, 0xE28);
	if (map_get(nodes, key, &found))
		return found;
	FlowId node = flow_new(e, FLOW_CONST, 1, NONE);
	flow(e, node)->value = (Value){ range_top(), pts };
	flow(e, node)->type = type;
	map_put(nodes, key, node);
	return node;
}

/* Is TYPE a FILE? Only the C library looks into those; what the program has not opened has nothing that the stubs keep there. */
static bool is_stream(Engine *e, TypeId type)
{
	const Type *t = type_at(e, type);

	return t && t->kind == TY_STRUCT && (str_is(t->name, "_IO_FILE") || str_is(t->name, "FILE"));
}

FlowId world_entry(Run *world, ObjId obj, Range off, int64_t size, TypeId type)
{
	Engine *e = world->e;
	Object o = e->objects.items[obj];
	const Type *t = type_at(e, type);
	uint64_t key = hash_u64(offset_hash(obj, off), t && t->kind == TY_POINTER);
	Str object;
	int64_t first, last;

	if (o.kind == OBJ_GLOBAL) {
		const Global *g = &e->program->globals.items[o.index];
		if (g->defined && !g->is_volatile) {
			/* Zero, or the part of an initialiser that says nothing. */
			FlowId zero = entry_pointer(e, hash_u64(0x2E20, o.index), 0, NONE);
			flow(e, zero)->value.num = g->init == NONE ? range_const(0) : range_top();
			return zero;
		}
	}
	if (is_stream(e, o.type)) {
		FlowId zero = entry_pointer(e, hash_u64(0x57E2, obj), 0, NONE);
		flow(e, zero)->value.num = range_const(0);
		return zero;
	}
	name_location(e, obj, off, size >= REST ? REST : size, &object, &first, &last);
	if (t && t->kind == TY_POINTER) {
		bool function = t->elem != NONE && type_at(e, t->elem)->kind == TY_FUNCTION;
		uint64_t to = hash_u64(object.i, 9);
		RoleId declared = o.signals ? e->pointed_signals.items[o.signals].role : NONE;
		ObjId held = function ? 0 : declared != NONE ? entry_object_of(e, t->elem, object, hash_u64(to, declared), o.func, declared)
			: entry_object(e, t->elem, object, to, o.func);
		PtsId pts = function ? 0 : pts_single(held, range_const(0));
		return entry_pointer(e, key, pts, type);
	}
	FlowId node = entry_node(e, hash_u64(object.i, 5), object, type);
	Thing *thing = &e->things.items[flow(e, node)->aux];
	bool one = first == last && size < REST && (thing->first == NO_PLACE || thing->first == first);
	thing->first = one ? first : SEVERAL_PLACES;
	return node;
}

/* ---- entry points ---- */

/* Once, in however many programs. */
static Gap *root_gap(Engine *e, FuncId func, const char *what)
{
	const Function *f = &e->program->functions.items[func];
	Gap gap = { f->place, func, str_intern(what), f->name, false };
	Instance *world = e->world->inst;

	for (uint32_t i = 0; i < world->gaps.len; i++)
		if (world->gaps.items[i].func == func && str_equal(world->gaps.items[i].what, gap.what))
			return &world->gaps.items[i];
	vec_push(&world->gaps, gap);
	return vec_last(&world->gaps);
}

/* FUNC is not followed, which is noted and added to OMITTED. */
static void omit_root(Engine *e, FuncId func, const char *what, FuncIds *omitted)
{
	root_gap(e, func, what)->omitted = true;
	vec_push(omitted, func);
}

/* What CALLEE leaves, in the memory that the main of PROCESS finds, too. The world notes it once. */
static void leave_to_main(Engine *e, uint32_t process, uint32_t call, Instance *callee)
{
	Instance *world = e->world->inst;
	uint32_t defs = world->defs.len, marks = world->marks.len;

	call_leave(e->world, process_memory(e, process, true), call, callee, NONE);
	world->defs.len = defs;
	world->marks.len = marks;
}

/* What FUNC is given from outside. */
static void root_args(Engine *e, FuncId func, Call *call)
{
	const Function *f = &e->program->functions.items[func];

	for (uint32_t p = 0; p < f->nparams; p++) {
		PtsId pts = world_param(e, func, p);
		Str name = local_label(f, p);
		const Type *t = type_at(e, f->locals.items[p].type);
		bool pointer = pts || (t && t->kind == TY_POINTER);
		vec_push(&call->args, pointer ? entry_pointer(e, hash_u64(map_key(func, p), 3), pts, f->locals.items[p].type)
		                              : entry_node(e, hash_u64(map_key(func, p), 4), name, f->locals.items[p].type));
	}
}

/* Is there too much behind the entry point FUNC for the steps that are left, or were left when it was tried? The only one is
   tried in any case: no other needs them. */
static bool is_hopeless(Engine *e, FuncId func, uint32_t process, bool only)
{
	bool tried = only || map_get(&e->root_calls, map_key(func, process), NULL) || e->evaluates[func];

	if (!tried && !steps_used_up(e, 0) && (e->alone || closure_exceeds(e->program, func, e->options.max_steps)))
		bitset_add(&e->hopeless, func);
	return bitset_has(&e->hopeless, func);
}

/* FUNC does what it did in its call EARLIER: there are no steps for what has been left since. */
static Instance *as_before(Engine *e, FuncId func, uint32_t earlier)
{
	Call *call = &e->calls.items[earlier];

	root_gap(e, func, "what earlier calls left is not followed into it: no steps were left");
	vec_append(&call->ins_before, &call->ins);
	vec_clear(&call->ins);
	vec_clear(&call->selectors);
	return e->instances.items[call->callee];
}

/* FUNC runs in PROCESS. ONLY: there is no other. OMITTED: adds FUNC when it could not be followed. */
static void run_root(Engine *e, FuncId func, uint32_t process, bool only, FuncIds *omitted)
{
	const Function *f = &e->program->functions.items[func];
	Call call = { .caller = 1, .instr = NONE, .ctx = process };
	bool is_main = e->processes.items[process].found && function_is_main(f);
	bool used_up = steps_used_up(e, 0), borrowed = false;
	uint64_t key = map_key(func, process);
	uint32_t earlier;

	if (is_hopeless(e, func, process, only)) {
		omit_root(e, func, UNRESOLVED_NO_STEPS, omitted);
		return;
	}
	State *found = process_memory(e, process, is_main);
	root_args(e, func, &call);
	vec_push(&e->calls, call);
	uint32_t id = e->calls.len - 1;
	bool again = map_get(&e->root_calls, key, &earlier);
	Instance *callee = again ? e->instances.items[e->calls.items[earlier].callee] : NULL;
	bool loses = again && used_up && call_loses(e->world, found, earlier, callee);
	if (!again || !used_up || loses)
		callee = instance_for(e->world, found, func, id, &borrowed);
	else if (!call_fits(e->world, found, id, callee))
		callee = NULL;
	if (again && (!callee || borrowed)) {
		id = earlier;
		callee = as_before(e, func, earlier);
		if (loses) /* what it does with what has been left since is not known */
			vec_push(omitted, func);
	}
	if (!callee) {
		if (used_up && (is_main || !process))
			bitset_add(&e->hopeless, func);
		omit_root(e, func, used_up ? UNRESOLVED_NO_STEPS : "function given up: too deep or too large", omitted);
		return;
	}
	e->calls.items[id].callee = callee->id;
	map_put(&e->root_calls, key, id);
	vec_push(&e->world->inst->calls, id);
	call_take(e->world, found, id, callee);
	call_leave(e->world, process_memory(e, process, false), id, callee, NONE);
	if (e->processes.items[process].found && !is_main)
		leave_to_main(e, process, id, callee);
}

/* A main does not find what another one may have written, or its own. */
static void leave_omitted(Engine *e, uint32_t process, const FuncIds *omitted)
{
	FuncIds others = {0};

	for (uint32_t i = 0; i < omitted->len; i++)
		if (!function_is_main(&e->program->functions.items[omitted->items[i]]))
			vec_push(&others, omitted->items[i]);
	if (omitted->len)
		omitted_leave(e, process_memory(e, process, false), omitted);
	if (others.len && e->processes.items[process].found)
		omitted_leave(e, process_memory(e, process, true), &others);
	vec_release(&others);
}

/* Gives up the mains of PROCESS that too much hangs on. Are there any? */
static bool give_up_mains(Engine *e, const FuncIds *roots, uint32_t process)
{
	bool any = false;

	for (uint32_t i = 0; i < roots->len; i++) {
		bool here = map_get_or(&e->process_of, roots->items[i], NONE) == process;
		if (here && is_hopeless(e, roots->items[i], process, roots->len == 1))
			any |= process_give_up(e, roots->items[i]);
	}
	return any;
}

/* Runs those of ROOTS that PROCESS has; adds to ANY_OMITTED whether one of them could not be followed. Did nothing change? */
static bool run_process(Engine *e, const FuncIds *roots, uint32_t process, bool *any_omitted)
{
	bool given_up = give_up_mains(e, roots, process);
	if (process_is_over(e, process))
		return !given_up;
	const Process *memory = &e->processes.items[process];
	State *left = state_copy(memory->left), *found = memory->found ? state_copy(memory->found) : NULL;
	FuncIds omitted = {0};

	for (uint32_t i = 0; i < roots->len; i++)
		if (process_has(e, process, roots->items[i]))
			run_root(e, roots->items[i], process, roots->len == 1, &omitted);
	leave_omitted(e, process, &omitted);
	bool same = !given_up && states_equal(left, memory->left) && (!found || states_equal(found, memory->found));
	*any_omitted |= omitted.len != 0;
	vec_release(&omitted);
	state_free(left);
	state_free(found);
	return same;
}

void world_enter(Engine *e, const FuncIds *roots)
{
	Instance *world = e->world->inst;
	bool same = false;

	processes_find(e, roots);
	e->enters_one = roots->len == 1 && !e->address_taken[roots->items[0]];
	/* What entry points leave has its steps, too: as many again as there are, but for some rounds, which any can have. */
	for (uint32_t round = 0; round < MAX_WORLD_ROUNDS && !same && (round < MIN_WORLD_ROUNDS || !steps_used_up(e, 1)); round++) {
		uint32_t known = e->objects.len;
		bool any_omitted = false;
		vec_clear(&world->calls);
		vec_clear(&world->inputs);
		vec_clear(&world->defs);
		vec_clear(&world->marks);
		vec_clear(&world->gaps);
		e->world_grew = false;
		same = true;
		for (uint32_t p = 0; p < e->processes.len; p++)
			same &= run_process(e, roots, p, &any_omitted);
		/* What is looked at for the first time may be what was left out. */
		same &= !e->world_grew && (!any_omitted || known == e->objects.len);
	}
	e->world_settled = same;
	if (!same && roots->len)
		root_gap(e, *vec_last(roots), "what entry points leave for each other went on to change: not all of it is followed");
}

void world_forget_earlier(Engine *e)
{
	for (FlowId node = 1; node < e->flows.len && e->world_settled; node++) {
		const Flow *v = flow(e, node);
		const Call *call = v->kind == FLOW_OUT && v->inst == 1 ? &e->calls.items[e->out_links.items[v->aux].call] : NULL;
		uint32_t last;
		if (!call || !map_get(&e->root_calls, map_key(e->instances.items[call->callee]->func, call->ctx), &last))
			continue;
		const Instance *now = e->instances.items[e->calls.items[last].callee];
		if (now->id != call->callee && !now->given_up && !now->cut_short)
			flow_clear(e, node);
	}
}
