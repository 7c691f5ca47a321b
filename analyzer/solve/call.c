/*
 * Calls: which functions, which instance of each, and what the instance's outs mean in the caller.
 */
#include "solve/cells.h"
#include "solve/interp.h"

/* Functions of so few instructions may have so many times the instances. */
enum { FEW_INSTRS = 40, SMALL_FACTOR = 4, COARSE_SHARE = 4 /* so much more of those instances, rounded */ };

/* Calls that lead to no more instructions are followed from where larger ones are not, with one such share of all steps more. */
enum { LITTLE_CODE = 1000, LITTLE_SHARE = 64 };

/* So many instances of other calls are tried where there are no steps for one of its own; with more places in all that what they stand
   for would have, it would be everything. */
enum { MAX_BORROWED = 4, MAX_BORROWED_PLACES = 10000 };

enum { FEW_SOURCES = 3, MAX_DEPTH = 120, MAX_ROUNDS = 60, MAX_RESTARTS = 12, RECURSIVE_FACTOR = 4, MAX_HEAP_DEPTH = 6 };

Cfg *cfg_of(Engine *e, FuncId func)
{
	const Function *f = &e->program->functions.items[func];
	Cfg *cfg = e->cfgs[func];

	if (cfg)
		return cfg;
	cfg = e->cfgs[func] = arena_alloc(&e->arena, sizeof *cfg);
	cfg_build(e->program, f, cfg);
	/* The last value of a declared feature counts whether the function reads it or not. */
	for (LocalId l = 0; l < f->locals.len; l++)
		if (cfg->slot[l] != NONE && map_get(&e->roles->feature_locals, map_key(func, l), NULL))
			live_always(cfg, cfg->slot[l]);
	return cfg;
}

Instance *instance_new(Engine *e, FuncId func)
{
	Instance *inst = arena_alloc(&e->arena, sizeof *inst);

	inst->id = e->instances.len;
	inst->func = func;
	vec_push(&e->instances, inst);
	if (func != NONE)
		vec_push(&e->by_func[func].ids, inst->id);
	return inst;
}

void run_init(Run *r, Engine *e, Instance *inst)
{
	*r = (Run){ .e = e, .inst = inst, .inline_at = NONE };
	if (inst->func != NONE) {
		r->f = &e->program->functions.items[inst->func];
		r->cfg = cfg_of(e, inst->func);
	}
}

void run_release(Run *r)
{
	map_release(&r->counted);
	map_release(&r->ends);
	ways_release(r);
	for (uint32_t i = 0; i < r->exits.len; i++)
		state_free(r->exits.items[i]);
	vec_release(&r->exits);
	vec_release(&r->results);
	vec_release(&r->held);
	vec_release(&r->exit_blocks);
	vec_release(&r->loops);
	vec_release(&r->ended_each);
	map_release(&r->not_unrolled);
	for (uint32_t b = 0; r->conds && r->cfg && b <= r->cfg->nblocks; b++)
		vec_release(&r->conds[b]);
	free(r->conds);
	free(r->values);
}

/* ---- running an instance ---- */

/* How many outs before have the place of C, and are as certain: cells that were cut may leave several. */
static uint8_t twins_before(const Instance *inst, ObjId obj, const Cell *c)
{
	uint8_t count = 0;

	for (uint32_t i = inst->outs.len; i-- > 0 && inst->outs.items[i].obj == obj;) {
		const Out *o = &inst->outs.items[i];
		if (!cell_wide(c) && o->off.lo != c->off.lo && o->off.lo != NEG_INF)
			break; /* those are in order, but for recursion_place() */
		count += !o->inside && o->size == c->size && o->must == c->must && range_equal(o->off, c->off);
	}
	return count;
}

static void add_out(Run *r, ObjId obj, Cell c)
{
	Instance *inst = r->inst;

	recursion_place(r, obj, &c);
	uint8_t twin = twins_before(inst, obj, &c);

	vec_push(&inst->outs, (Out){ .obj = obj, .off = c.off, .size = c.size, .node = c.node, .must = c.must, .twin = twin });
}

/* The same, where what is left of C inside a prefix that is all written is not all that C is. */
static void add_out_inside(Instance *inst, ObjId obj, Cell c)
{
	bool all = false;

	for (uint32_t i = 0; i < inst->written.len && c.fresh != c.node; i++)
		all |= inst->written.items[i].obj == obj && inst->written.items[i].prefix == c.prefix;
	if (!all || !c.prefix || !range_equal(vec_last(&inst->outs)->off, c.off))
		return;
	vec_last(&inst->outs)->prefix = c.prefix;
	if (c.fresh)
		vec_push(&inst->outs, (Out){ .obj = obj, .off = c.off, .size = c.size, .node = c.fresh, .inside = true, .twin = vec_last(&inst->outs)->twin });
}

/* A thread that never ends leaves what it writes on the way. */
static void collect_endless(Run *r)
{
	Instance *inst = r->inst;
	State *all = state_new(0);

	for (uint32_t i = 0; i < inst->defs.len; i++) {
		Def d = inst->defs.items[i];
		ObjKind kind = r->e->objects.items[d.obj].kind;
		if (kind == OBJ_FORMAL || kind == OBJ_HEAP || kind == OBJ_GLOBAL || kind == OBJ_ENTRY)
			memory_write(r, all, d.obj, d.off, d.size, d.node, false);
	}
	for (uint32_t i = 0; i < all->mem.len; i++)
		for (uint32_t k = 0; k < all->mem.items[i].cells->cells.len; k++)
			add_out(r, all->mem.items[i].obj, all->mem.items[i].cells->cells.items[k]);
	state_free(all);
}

/* What is left at the exits: formal and heap memory that was written, and the result. */
static void collect_outs(Run *r)
{
	Instance *inst = r->inst;
	Engine *e = r->e;

	outs_clear(inst);
	inst->returns = r->exits.len > 0;
	if (!inst->returns) {
		if (e->concurrent)
			collect_endless(r);
		return;
	}
	r->block = r->cfg->nblocks;
	r->join_preds = r->exit_blocks.items;
	State *end = states_join(r, r->exits.items, r->exits.len, r->cfg->nblocks, JOIN_EXITS);
	inst->starts = end->threads;
	inst->waits = end->waited;
	r->join_preds = NULL;
	for (uint32_t i = 0; i < end->written.len; i++)
		if (e->objects.items[end->written.items[i].obj].kind == OBJ_FORMAL && e->objects.items[end->written.items[i].obj].inst == inst->id)
			vec_push(&inst->written, end->written.items[i]);
	for (uint32_t i = 0; i < end->mem.len; i++) {
		const Object *o = &e->objects.items[end->mem.items[i].obj];
		if (o->kind != OBJ_FORMAL && o->kind != OBJ_HEAP && o->kind != OBJ_GLOBAL && o->kind != OBJ_ENTRY)
			continue;
		const Cells *cells = end->mem.items[i].cells;
		for (uint32_t k = 0; k < cells->cells.len; k++) {
			const Flow *v = flow(e, cells->cells.items[k].node);
			bool untouched = v->kind == FLOW_FORMAL && v->inst == inst->id &&
				inst->formal_ins.items[v->aux].obj == end->mem.items[i].obj &&
				range_equal(inst->formal_ins.items[v->aux].off, cells->cells.items[k].off);
			if (untouched)
				continue;
			add_out(r, end->mem.items[i].obj, cells->cells.items[k]);
			add_out_inside(inst, end->mem.items[i].obj, cells->cells.items[k]);
		}
	}
	if (e->concurrent || e->interrupted)
		passing_collect(r, end);
	TypeId type = e->program->types.items[r->f->type].elem;
	if (type_is_record(e->program, type)) {
		/* A record result: its members, as outs of no object. */
		FlowId from = 0;
		for (uint32_t i = 0; i < r->results.len; i++) {
			if (!r->results.items[i])
				continue;
			if (!from)
				from = flow_new(e, FLOW_MERGE, inst->id, NONE);
			PtsId one = flow(e, r->results.items[i])->value.pts, both = pts_join(flow(e, from)->value.pts, one);
			flow(e, from)->value.pts = both;
			if (!pts_exact(e, one))
				flow_dep(e, from, r->results.items[i], DEP_INDEX);
		}
		if (from) {
			ObjId temp = object_keyed(e, hash_u64(inst->id, 0x2E7), (Object){ .kind = OBJ_LOCAL, .inst = inst->id,
				.index = NONE, .type = type, .func = inst->func, .instr = NONE, .feature = NONE });
			FlowId to = flow_new(e, FLOW_CONST, inst->id, NONE);
			flow(e, to)->value.pts = pts_single(temp, range_const(0));
			memory_copy(r, end, to, from, range_const(type_bits(e->program, type)), 0, type, r->f->instrs.len - 1);
			const Cells *cells = state_cells(end, temp);
			for (uint32_t k = 0; cells && k < cells->cells.len; k++)
				add_out(r, NONE, cells->cells.items[k]);
		}
	} else {
		FlowId node = 0;
		bool same = true;
		for (uint32_t i = 0; i < r->results.len; i++) {
			same &= r->results.items[i] == r->results.items[0];
			node = r->results.items[i];
		}
		if (!same) {
			State **fake = mem_alloc(r->results.len * sizeof *fake);
			for (uint32_t i = 0; i < r->results.len; i++) {
				fake[i] = state_new(1);
				fake[i]->slots[0] = r->results.items[i];
			}
			State *joined = states_join(r, fake, r->results.len, r->cfg->nblocks, JOIN_RESULTS);
			node = joined->slots[0];
			state_free(joined);
			for (uint32_t i = 0; i < r->results.len; i++)
				state_free(fake[i]);
			free(fake);
		}
		if (node)
			add_out(r, NONE, cell_new(range_const(0), 0, node, true, false));
		correlate_outs(r);
	}
	state_free(end);
}

static void lists_clear(Instance *inst)
{
	vec_clear(&inst->calls);
	vec_clear(&inst->inputs);
	vec_clear(&inst->defs);
	vec_clear(&inst->sinks);
	vec_clear(&inst->gaps);
	vec_clear(&inst->puts);
	vec_clear(&inst->models);
	vec_clear(&inst->marks);
}

/* What runs now has used what the recursive instance at DEPTH of the stack gave so far. */
static void lower(Engine *e, uint32_t depth)
{
	for (uint32_t i = depth + 1; i < e->stack.len; i++) {
		Instance *inst = e->instances.items[e->stack.items[i]];
		if (depth < inst->low)
			inst->low = depth;
	}
}

/* INST is never run again. */
static void finish(Instance *inst)
{
	map_release(&inst->nodes);
	map_release(&inst->query_index);
}

/* INST is analysed: for good, or provisionally when something still running is part of its recursion (the strongly
   connected components of the instances' calls, Tarjan 1972). */
static void settle(Engine *e, Instance *inst)
{
	inst->provisional = inst->low < e->stack.len;
	if (inst->provisional) {
		vec_push(&e->provisional, inst->id);
		return;
	}
	finish(inst);
	while (e->provisional.len && e->instances.items[*vec_last(&e->provisional)]->low >= e->stack.len) {
		Instance *settled = e->instances.items[vec_pop(&e->provisional)];
		settled->provisional = false;
		if (!settled->early)
			finish(settled);
	}
}

/* A function that took too many steps gets a second try, without what takes many, and a third, without its larger calls: what
   it does itself is more than nothing. Where all steps are used up, only what is NEEDED gets one, that way, with some steps more. */
static bool again_plainly(Engine *e, Instance *inst, bool needed)
{
	if (!inst->given_up || inst->shallow || (inst->cut_short && !needed))
		return false;
	if (inst->cut_short)
		e->limit = e->steps + e->options.max_steps / LITTLE_SHARE;
	inst->shallow = inst->plain || inst->cut_short;
	inst->cut_short = false;
	inst->plain = inst->generic = true;
	inst->given_up = false;
	inst->steps = 0;
	return true;
}

/* The recursion of INST has come to its end with the round that began at ROUND: what only rounds before it called was made
   with less, and is made again for a call that takes it. */
static void note_early(Engine *e, const Instance *inst, uint32_t first, uint32_t round)
{
	for (uint32_t i = first; inst->recursive && i < e->provisional.len; i++) {
		Instance *member = e->instances.items[e->provisional.items[i]];
		member->early |= member->round < round;
	}
}

static void analyse(Run *caller, State *state, uint32_t call_id, Instance *inst)
{
	Engine *e = caller->e;
	uint64_t before = inst->came_to, steps = e->steps;
	uint32_t first = e->provisional.len, began = 0;

	inst->running = true;
	inst->early = false;
	inst->low = e->stack.len;
	vec_push(&e->stack, inst->id);
	bool restarted = !inst->done || !inst->recursive; /* else it goes on from its last round */
	for (uint32_t round = 0, restarts = 0; round < MAX_ROUNDS; round++) {
		e->round += inst->recursive;
		inst->round = began = e->round;
		Call *call = &e->calls.items[call_id];
		bound_clear(call);
		recursion_round(e, inst, round, restarted);
		vec_clear(&inst->queries);
		map_clear(&inst->query_index);
		vec_clear(&inst->formals);
		bitset_clear(&inst->accessed);
		vec_clear(&inst->formal_ins);
		map_clear(&inst->formal_in_index);
		map_clear(&inst->asked_of);
		map_clear(&inst->places_of);
		map_clear(&inst->global_objs);
		map_clear(&inst->views);
		lists_clear(inst);
		inst->restart = inst->again = inst->joins = inst->waits = false;
		inst->starts = 0;
		threads_clear(inst);
		vec_clear(&inst->passing);
		vec_clear(&inst->ended);
		inst->shared_used = UINT32_MAX;
		/* The record of calls grows while the callee runs: it works on a copy of this one. */
		Call copy = *call;
		Run r;
		run_init(&r, e, inst);
		r.caller = caller;
		r.call = &copy;
		r.call_id = call_id;
		r.caller_state = state;
		inst->naming = &copy;
		interp_run(&r);
		bool needed = run_is_needed(&r);
		e->calls.items[call_id] = copy;
		inst->restart |= inst->again;
		uint32_t limit = inst->recursive ? RECURSIVE_FACTOR * MAX_RESTARTS : MAX_RESTARTS;
		if (again_plainly(e, inst, needed) || (inst->restart && restarts++ < limit) || (!inst->given_up && shared_grew(inst))) {
			round--;
			restarted = true;
			run_release(&r);
			continue;
		}
		inst->given_up |= inst->restart; /* it never came to its end */
		bool fresh = restarted; /* its calls back did not pass all that it takes */
		restarted = inst->restart = false;
		if (inst->given_up)
			outs_clear(inst);
		else
			collect_outs(&r);
		chosen_collect(inst);
		inst->naming = NULL;
		inst->naming_call = call_id;
		e->calls.items[call_id] = copy;
		run_release(&r);
		recursion_settle(e, inst);
		if (!inst->recursive)
			break;
		outs_summarise(e, inst);
		uint64_t now = inst->came_to = recursion_hash(e, inst, round);
		if (!fresh && now == before)
			break;
		before = now;
		if (round + 1 == MAX_ROUNDS) {
			inst->given_up = true; /* it would go on to change */
			outs_clear(inst);
		}
	}
	e->stack.len--;
	inst->running = false;
	inst->done = true;
	inst->took = e->steps - steps;
	inst->round = e->round;
	note_early(e, inst, first, began);
	settle(e, inst);
	if (!inst->recursive)
		outs_summarise(e, inst);
	recursion_end(inst);
}

/* The instance of FUNC that runs now and that a call of it reaches again. */
static Instance *running_instance(Engine *e, FuncId func, uint32_t call_id)
{
	for (uint32_t i = e->stack.len; i-- > 0;) {
		Instance *inst = e->instances.items[e->stack.items[i]];
		if (inst->func != func)
			continue;
		if (recursion_counts(e, func, &e->calls.items[call_id]))
			return NULL;
		lower(e, i);
		return inst;
	}
	return NULL;
}

/* As call_fits(), but with FORCE what INST asked need not be answered as recorded. */
static bool bind_call(Run *r, State *state, uint32_t call_id, Instance *inst, bool force)
{
	/* The record of calls grows on the way: the answers work on a copy of this one. */
	Call copy = r->e->calls.items[call_id];
	bool fits = instance_matches(r, state, &copy, inst, force);

	r->e->calls.items[call_id] = copy;
	return fits;
}

bool call_fits(Run *r, State *state, uint32_t call_id, Instance *callee)
{
	return bind_call(r, state, call_id, callee, false);
}

/* Which of the first arguments of a call are pointers: a variadic function does not say. */
static uint64_t pointer_args(Engine *e, const Call *call)
{
	uint64_t which = 0;

	for (uint32_t i = 0; i < call->args.len && i < 64; i++)
		which |= (uint64_t)is_pointer_argument(e, call->args.items[i]) << i;
	return which;
}

/* Has no argument of this call another constant than those that INST was analysed with? */
static bool same_constants(Engine *e, const Instance *inst, const Call *call)
{
	for (uint32_t i = 0; i < inst->queries.len; i++) {
		const Query *q = &inst->queries.items[i];
		if (!asks_number(q->kind) || q->obj != NONE || q->index >= call->args.len || !range_is_const(q->num))
			continue;
		Range now = flow(e, call->args.items[q->index])->value.num;
		if (range_is_const(now) && !range_equal(now, q->num))
			return false;
	}
	return true;
}

bool call_loses(Run *r, State *state, uint32_t call_id, Instance *callee)
{
	Call copy = r->e->calls.items[call_id];
	bool loses = instance_loses(r, state, &copy, callee);

	r->e->calls.items[call_id] = copy;
	return loses;
}

/* When there are no steps left for this call: what another call of FUNC did, one with the same constants if there is any.
   Better than to assume that everything may have happened. */
static Instance *instance_of_other(Run *r, State *state, FuncId func, uint32_t call_id)
{
	Engine *e = r->e;
	uint32_t tried = 0;

	for (int other = 0; other < 2; other++)
		for (uint32_t i = e->by_func[func].ids.len; i-- > 0 && tried < MAX_BORROWED;) {
			const Call *call = &e->calls.items[call_id];
			Instance *inst = e->instances.items[e->by_func[func].ids.items[i]];
			bool usable = inst->done && !inst->given_up && !inst->provisional && !inst->early && inst->nargs == call->args.len;
			if (!usable || same_constants(e, inst, call) == (bool)other)
				continue;
			if (bind_call(r, state, call_id, inst, true) && bound_places(&e->calls.items[call_id]) <= MAX_BORROWED_PLACES &&
			    !call_loses(r, state, call_id, inst))
				return inst;
			tried++;
		}
	bound_clear(&e->calls.items[call_id]);
	return NULL;
}

uint32_t contexts_of(const Engine *e, FuncId func)
{
	bool small = e->program->functions.items[func].instrs.len <= FEW_INSTRS;

	return small ? SMALL_FACTOR * e->options.max_contexts : e->options.max_contexts;
}

/* Is FUNC, called in R, so little with all that it calls that it is worth some of the steps which are left for what is needed? Not
   when it took many before, as LAST, its last instance, did. */
static bool is_little(const Run *r, FuncId func, const Instance *last)
{
	if (last && last->took > r->e->options.max_steps / LITTLE_SHARE)
		return false;
	return r->inst->little || (!r->world && run_is_needed(r) && !closure_leads_on(r->e->program, func, r->inst->func, LITTLE_CODE));
}

/* An instance that fits this call, analysed, or with *BORROWED one of another call; NULL: the function must be given up. */
Instance *instance_for(Run *r, State *state, FuncId func, uint32_t call_id, bool *borrowed)
{
	Engine *e = r->e;
	*borrowed = false;
	Instance *inst = running_instance(e, func, call_id);
	uint32_t nargs = e->calls.items[call_id].args.len;
	const Function *f = &e->program->functions.items[func];
	uint64_t pointers = f->is_variadic ? pointer_args(e, &e->calls.items[call_id]) : 0;

	if (inst) {
		inst->recursive = true;
		bind_call(r, state, call_id, inst, true);
		vec_push(&inst->calls_back, call_id);
		return inst;
	}
	uint32_t count = e->by_func[func].ids.len, contexts = contexts_of(e, func);
	for (uint32_t i = count; i-- > 0 && !r->inst->given_up;) {
		inst = e->instances.items[e->by_func[func].ids.items[i]];
		if (inst->given_up || !inst->done || inst->running || (f->is_variadic && (inst->nargs != nargs || inst->pointer_args != pointers)))
			continue;
		if (!call_fits(r, state, call_id, inst))
			continue;
		if (inst->early || (inst->provisional && inst->round != e->round))
			analyse(r, state, call_id, inst);
		else if (inst->provisional)
			lower(e, inst->low);
		return inst->given_up ? NULL : inst;
	}
	const Instance *last = count ? e->instances.items[e->by_func[func].ids.items[count - 1]] : NULL;
	bool little = steps_used_up(e, 0) && is_little(r, func, last);
	bool too_large = last && last->given_up && !last->cut_short;
	bool steps_left = !steps_used_up(e, little || e->evaluates[func] ? MODEL_SHARE : 0);
	if (!too_large && !r->inst->given_up && e->stack.len <= MAX_DEPTH && steps_left) {
		inst = instance_new(e, func);
		inst->nargs = nargs;
		inst->pointer_args = pointers;
		inst->little = little;
		inst->shallow = inst->plain = last && last->shallow;
		inst->coarse = count >= contexts;
		inst->generic = inst->shallow || count >= contexts + contexts / COARSE_SHARE;
		analyse(r, state, call_id, inst);
		if (!inst->given_up)
			return inst;
	}
	*borrowed = true;
	return instance_of_other(r, state, func, call_id);
}

/* ---- effects in the caller ---- */

/* One call, while the outs of its callee become effects in the caller. */
typedef struct {
	Run *r;
	uint32_t call;
	Instance *callee;
	Map sets; /* points-to sets of the callee → those of the caller */
	State *state; /* of the caller, while the callee leaves what it does there; else NULL */
	Map made;     /* objects that the callee has allocated, once they are known to STATE */
} Effects;

/* A heap object is one for each way of calls from its allocation; behind many calls, one for each allocation, type and the first of
   those calls (heap specialization, bounded: Nystrom, Kim and Hwu, PASTE 2004). Of calls of a recursion among each other the first
   is part of the way: what its levels allocate in one way, and hand on farther, is one. */
static uint64_t heap_key(const Run *r, const Call *call, const Instance *callee, ObjId obj, Object *o)
{
	uint64_t owner = r->inst->id;

	if (!callee->running && !callee->provisional) {
		if (o->depth < MAX_HEAP_DEPTH)
			o->way = hash_u64(hash_u64(o->way, r->inst->func), call->instr);
	} else if (o->levels++) {
		o->weak = true;
		return hash_u64(hash_u64(owner, o->way), 0x4EAB);
	}
	if (o->depth < MAX_HEAP_DEPTH) {
		o->depth++;
		return hash_u64(hash_u64(hash_u64(hash_u64(owner, call->instr), call->ctx), obj), 0x4EA9);
	}
	o->weak = true;
	return hash_u64(hash_u64(hash_u64(hash_u64(hash_u64(owner, o->func), o->instr), o->type), o->way), 0x4EAA);
}

/* What the callee's object is in the caller; heap objects become new ones. */
static void translate(Effects *to, Pointee t, Pointees *out)
{
	Run *r = to->r;
	Engine *e = r->e;
	Call *call = &e->calls.items[to->call];
	const Instance *callee = to->callee;
	Object o = e->objects.items[t.obj];

	if (o.inst != callee->id || o.kind == OBJ_FUNCTION || o.kind == OBJ_STRING) {
		vec_push(out, t);
		return;
	}
	if (o.kind == OBJ_FORMAL) {
		if (o.index >= call->bound.len)
			return;
		const Pointees *bound = &call->bound.items[o.index].targets;
		t.off = bound_offset(&call->bound.items[o.index], t.off);
		for (uint32_t i = 0; i < bound->len; i++)
			vec_push(out, region_shift(e, bound->items[i], t.off, region_step(e, t)));
		if (!bound->len)
			vec_push(out, (Pointee){ OBJ_UNKNOWN, range_top() });
		return;
	}
	if (o.kind != OBJ_HEAP)
		return;
	o.inst = r->inst->id;
	o.weak = o.weak || (r->world && !function_is_main(&e->program->functions.items[callee->func])) || r->inst->recursive;
	if (e->program->functions.items[callee->func].is_stub || o.func == NONE) {
		o.func = r->inst->func;
		o.instr = call->instr;
	}
	uint64_t key = heap_key(r, call, callee, t.obj, &o);
	ObjId obj = object_keyed(e, key, o);
	e->objects.items[obj].weak |= o.weak;
	if (to->state && map_put(&to->made, obj, 1))
		recent_heap(r, to->state, obj, call->instr);
	if (e->objects.items[obj].type == NONE)
		e->objects.items[obj].type = o.type;
	if (str_empty(e->objects.items[obj].text))
		e->objects.items[obj].text = o.text;
	vec_push(out, (Pointee){ obj, t.off });
}

static PtsId translate_pts(Effects *to, PtsId pts)
{
	uint32_t n, known;
	Pointees out = {0};

	if (!pts || map_get(&to->sets, pts, &known))
		return pts ? known : 0;
	pts_targets(pts, &n);
	for (uint32_t i = 0; i < n; i++)
		translate(to, pts_targets(pts, &n)[i], &out);
	PtsId result = pts_of(out.items, out.len);
	vec_release(&out);
	map_put(&to->sets, pts, result);
	return result;
}

PtsId call_translate(Run *r, uint32_t call, Instance *callee, PtsId pts)
{
	Effects to = { .r = r, .call = call, .callee = callee };
	PtsId result = translate_pts(&to, pts);

	map_release(&to.sets);
	return result;
}

static void depend_on_sources(Run *r, FlowId node, uint32_t call_id, const Sources *sources)
{
	const Call *call = &r->e->calls.items[call_id];

	flow_reserve(r->e, node, flow(r->e, node)->ndeps + sources->formals.len + sources->origins.len);
	for (uint32_t i = 0; i < sources->formals.len; i++) {
		Reach reach = sources->formals.items[i];
		if (reach.source < call->ins.len)
			flow_dep_full(r->e, node, (Dep){ call->ins.items[reach.source], reach.kind, reach.state || r->world, false, reach.computed });
	}
	for (uint32_t i = 0; i < sources->origins.len; i++) {
		Reach reach = sources->origins.items[i];
		flow_dep_full(r->e, node, (Dep){ reach.source, reach.kind, reach.state || r->world, false, reach.computed });
	}
}

/* The node for SOURCES, which have INDEX among those of CALLEE's outs, or cores, in what CALL_ID leaves behind. */
static FlowId via_node(Run *r, uint32_t call_id, const Instance *callee, const Sources *sources, uint32_t index, bool is_core)
{
	uint32_t instr = r->e->calls.items[call_id].instr;
	uint64_t key = hash_u64(hash_u64(callee->id, index), is_core ? 0x51B : 0x51A);
	FlowId node = flow_find(r, FLOW_VIA, instr, key);

	if (node && flow(r->e, node)->aux == call_id)
		return node;
	node = flow_keyed(r, FLOW_VIA, instr, key);
	flow(r->e, node)->aux = call_id;
	depend_on_sources(r, node, call_id, sources);
	if (sources->core != NONE)
		flow_dep_full(r->e, node, (Dep){ via_node(r, call_id, callee, &callee->cores.items[sources->core], sources->core, true), DEP_DATA, false, false, false });
	return node;
}

/* A number that CALLEE left in memory and that is no assignment to a feature: as good as one from here. What a model leaves
   is its prediction. */
static bool leaves_constant(Engine *e, const Instance *callee, const Out *out)
{
	const Flow *v = flow(e, out->node);
	TypeId returns = e->program->types.items[e->program->functions.items[callee->func].type].elem;
	bool in_memory = out->obj != NONE || type_is_record(e->program, returns);

	return in_memory && v->kind == FLOW_CONST && !v->marked && range_is_const(v->value.num) && !v->value.pts &&
		roles_of_function(e->roles, callee->func, ROLE_MODEL) == NONE;
}

static FlowId out_node(Effects *to, uint32_t index)
{
	Run *r = to->r;
	Engine *e = r->e;
	Instance *callee = to->callee;
	uint32_t call_id = to->call;
	const Out *out = &callee->outs.items[index];

	if (leaves_constant(e, callee, out) && !is_selected(&e->calls.items[call_id].selectors, out->obj)) {
		FlowId constant = flow_keyed(r, FLOW_CONST, e->calls.items[call_id].instr, hash_u64((uint64_t)flow(e, out->node)->value.num.lo, 0xC02));
		flow(e, constant)->value = flow(e, out->node)->value;
		flow(e, constant)->type = flow(e, out->node)->type;
		return constant;
	}
	const Sources *sources = out_sources(callee, out);
	/* What is certainly there and what may be there on top of it can have one place. */
	uint64_t key = hash_u64(offset_hash(hash_u64(callee->id, out->obj), out->off), ((uint64_t)out->size * 2 + out->must) * 256 + out->twin);
	if (out->inside)
		key = hash_u64(key, FRESH);
	if (out->passing || out->chooses || out->given)
		key = hash_u64(key, out->node);
	FlowId node = flow_keyed(r, FLOW_OUT, e->calls.items[call_id].instr, key);

	flow(e, node)->aux = e->out_links.len;
	vec_push(&e->out_links, (OutLink){ call_id, index });
	if (sources->core == NONE && sources->formals.len + sources->origins.len <= FEW_SOURCES)
		depend_on_sources(r, node, call_id, sources);
	else
		flow_dep_full(e, node, (Dep){ via_node(r, call_id, callee, sources, out->same, false), DEP_DATA, false, false, false });
	Value value = flow(e, out->node)->value;
	value.pts = translate_pts(to, value.pts);
	e->world_grew |= r->world && flow(e, node)->value.pts != value.pts;
	flow(e, node)->value = value;
	flow(e, node)->type = flow(e, out->node)->type;
	flow(e, node)->assumed = e->calls.items[call_id].borrowed;
	real_copy(e, node, out->node);
	depend_on_selectors(e, node, &e->calls.items[call_id].selectors, out->obj);
	return node;
}

FlowId call_out(Run *r, uint32_t call_id, Instance *callee, uint32_t index)
{
	Effects to = { .r = r, .call = call_id, .callee = callee };
	FlowId node = out_node(&to, index);

	map_release(&to.sets);
	return node;
}

/* How the argument that FORMAL is what it points to is written in the call, without casts; NULL: it is not known. */
static const Instr *passed_as(const Effects *to, ObjId formal)
{
	const Run *r = to->r;
	const Engine *e = r->e;
	const Call *call = &e->calls.items[to->call];

	if (!r->f || r->inline_at != NONE || r->f->instrs.items[call->instr].op != OP_CALL)
		return NULL;
	const Instr *in = &r->f->instrs.items[call->instr];
	for (uint32_t i = 0; i < to->callee->formal_ins.len; i++) {
		const FormalIn *param = &to->callee->formal_ins.items[i];
		uint32_t n;
		const Pointee *t = param->obj == NONE ? pts_targets(e->flows.items[param->node].value.pts, &n) : NULL;
		if (t && n == 1 && t->obj == formal && range_equal(t->off, range_const(0)) && param->param < in->nargs)
			return instr_behind_casts(r->f, r->f->args.items[in->first_arg + param->param]);
	}
	return NULL;
}

/* "To the end", of what the callee takes for HELD, is the end of something in the caller. Where numbers end that come from the
   caller's own, only that one knows. */
static void end_with_member(const Effects *to, const Out *out, Pointee *t, int64_t *size)
{
	Engine *e = to->r->e;
	const Object *o = &e->objects.items[t->obj], *formal = &e->objects.items[out->obj];
	TypeId held = formal->kind == OBJ_FORMAL ? formal->type : NONE;

	if (o->kind == OBJ_FORMAL && !o->whole && !type_is_record(e->program, o->type))
		return;
	int64_t leaf = memory_leaf(e, *t), step = t->off.span ? t->off.step : t->off.stride ? t->off.stride : leaf;
	Array array = step > 0 && t->off.lo >= 0 ? array_at(e, t->obj, t->off.lo, step) : (Array){ 0, -1, NONE };
	bool elements = array.end > 0 && type_bits(e->program, array.elem) == step && !type_is_record(e->program, array.elem) &&
		(t->off.lo - array.start) % step == 0 && (t->off.span || t->off.hi < array.end);
	bool number = type_is_number(e->program, held) && type_bits(e->program, held) > 8;

	if (elements) {
		t->off = t->off.span ? offset_nested(t->off, array.end - step - t->off.lo, step) : range_strided(t->off.lo, array.end - step, step);
		*size = step;
	} else if (number && leaf > 0) {
		*size = leaf;
	} else if (range_is_const(t->off)) {
		int64_t bits = extent_behind(e, *t, held, passed_as(to, out->obj));
		*size = bits > 0 ? bits : *size;
	}
}

static void apply_out(Effects *to, State *state, uint32_t index)
{
	Run *r = to->r;
	Engine *e = r->e;
	const Out *out = &to->callee->outs.items[index];
	Pointees targets = {0};

	translate(to, (Pointee){ out->obj, out->off }, &targets);
	FlowId node = targets.len ? out_node(to, index) : 0;
	bool callee_weak = e->objects.items[out->obj].weak && e->objects.items[out->obj].kind == OBJ_FORMAL;
	for (uint32_t i = 0; i < targets.len; i++) {
		Pointee t = targets.items[i];
		if (t.obj == OBJ_UNKNOWN || e->objects.items[t.obj].kind == OBJ_STRING)
			continue;
		bool exact = targets.len == 1 && out->must && !e->calls.items[to->call].borrowed && !e->objects.items[t.obj].weak && !callee_weak &&
			(range_is_const(out->off) == range_is_const(t.off));
		int64_t size = out->size;
		if (size >= UNBOUNDED)
			end_with_member(to, out, &t, &size);
		Range off = object_clamp(e, t.obj, t.off, size);
		if (out->passing) {
			passing_note(r, state, t.obj, off, size, node);
			continue;
		}
		memory_write(r, state, t.obj, off, size, node, exact);
		if (beside_writes(to->callee, out->obj, out->off, out->size))
			beside_note(r, t.obj, off, size, node);
		role_object_store(r, state, t.obj, off, size, node, exact);
		vec_push(&r->inst->defs, (Def){ node, t.obj, off, size, r->block });
	}
	vec_release(&targets);
}

bool call_take(Run *r, State *state, uint32_t call_id, Instance *callee)
{
	Engine *e = r->e;

	/* Of a recursive call, what the last round took and what this one took so far: see recursion_settle(). */
	uint32_t last = callee->running ? callee->last_ins.len : 0;
	Selectors selectors = e->calls.items[call_id].selectors;
	for (uint32_t i = e->calls.items[call_id].ins.len; i < last + callee->formal_ins.len && !r->inst->given_up; i++) {
		FormalIn in = i < last ? callee->last_ins.items[i] : callee->formal_ins.items[i - last];
		bool again = i >= last && last && map_get(&callee->last_in_index, in.key, NULL);
		Call copy = e->calls.items[call_id];
		FlowId node = 0;
		if (in.selects && !again)
			node = selector_above(r, call_id, callee, &in, &selectors);
		else if (!again)
			node = selected_input(r, call_id, callee, &in, caller_value(r, state, &copy, callee, &in, ASK_NUMBER), &selectors);
		vec_push(&e->calls.items[call_id].ins, node);
	}
	e->calls.items[call_id].selectors = selectors;
	if (!r->inst->given_up)
		role_model_inputs_above(r, state, call_id, callee, &selectors);
	return !r->inst->given_up;
}

FlowId result_record(Run *r, TypeId type, uint32_t instr, ObjId *record)
{
	FlowId result = flow_keyed(r, FLOW_LOAD, instr, 9);

	*record = object_keyed(r->e, hash_u64(hash_u64(hash_u64(r->inst->id, instr), r->ctx), 0x2EC), (Object){ .kind = OBJ_LOCAL,
		.inst = r->inst->id, .index = NONE, .type = type, .func = r->inst->func, .instr = instr, .feature = NONE });
	flow(r->e, result)->value = (Value){ range_top(), pts_single(*record, range_const(0)) };
	flow(r->e, result)->type = type;
	return result;
}

/* What a call writes all of, PREFIX of OBJ, which is BELOW in the callee, and the cells that were there. */
typedef struct { ObjId obj; uint32_t prefix, below; Cells *before; } Filled;
typedef VEC(Filled) FilledList;

static void filled_before(const Effects *to, State *state, FilledList *filled)
{
	Run *r = to->r;
	Engine *e = r->e;
	Instance *callee = to->callee;

	for (uint32_t i = 0; i < callee->written.len && !e->calls.items[to->call].borrowed && !callee->recursive && !prefix_is_late(r); i++) {
		Written w = callee->written.items[i];
		const Object *o = &e->objects.items[w.obj];
		Call copy = e->calls.items[to->call];
		if (o->weak || o->index >= copy.bound.len || copy.bound.items[o->index].targets.len != 1)
			continue;
		Pointee t = copy.bound.items[o->index].targets.items[0];
		uint32_t prefix = eval_strong(r, t.obj) ? prefix_above(r, state, &copy, callee, w.prefix, t) : 0;
		if (!prefix)
			continue;
		Cells *before = (Cells *)(uintptr_t)state_cells(state, t.obj);
		if (before)
			before->refs++;
		vec_push(filled, (Filled){ t.obj, prefix, w.prefix, before });
	}
}

static void filled_after(Effects *to, State *state, FilledList *filled)
{
	for (uint32_t i = 0; i < filled->len; i++) {
		Filled *f = &filled->items[i];
		Map inside = {0};
		for (uint32_t k = 0; k < to->callee->outs.len; k++) {
			if (to->callee->outs.items[k].prefix != f->below)
				continue;
			bool some = k + 1 < to->callee->outs.len && to->callee->outs.items[k + 1].inside;
			map_put(&inside, out_node(to, k), some ? out_node(to, k + 1) : 0);
		}
		fill_prefix(to->r, f->before, state, f->obj, f->prefix, &inside, to->r->e->calls.items[to->call].instr);
		map_release(&inside);
		if (f->before)
			cells_drop(f->before);
	}
	vec_release(filled);
}

void call_given(Run *r, State *state, uint32_t call_id, Instance *callee, uint32_t index, uint64_t key)
{
	Engine *e = r->e;
	Effects to = { .r = r, .call = call_id, .callee = callee };
	const Out given = callee->outs.items[index];
	Pointees targets = {0};

	translate(&to, (Pointee){ given.obj, given.off }, &targets);
	ObjId obj = targets.len == 1 ? targets.items[0].obj : OBJ_UNKNOWN;
	Range off = obj == OBJ_UNKNOWN ? given.off : object_clamp(e, obj, targets.items[0].off, given.size);
	const Cells *cells = obj == OBJ_UNKNOWN ? NULL : state_cells(state, obj);
	const Cell *c = cells ? cell_alone(cells, off, given.size) : NULL;
	const Flow *left = c ? flow(e, c->node) : NULL;
	bool there = left && left->kind == FLOW_OUT && c->must && !c->prefix && e->out_links.items[left->aux].call == call_id &&
		e->out_links.items[left->aux].out == given.of;
	if (there) {
		FlowId node = out_node(&to, index);
		cell_exact(cells_edit(state, obj), off, given.size)->node = as_taken(r, c->node, node, key);
		role_object_store(r, state, obj, off, given.size, node, true);
		vec_push(&r->inst->defs, (Def){ node, obj, off, given.size, r->block });
	}
	map_release(&to.sets);
	vec_release(&targets);
}

/* Does the callee leave it in memory? */
static bool is_left(const Out *out)
{
	return out->obj != NONE && !out->inside && !out->chooses && !out->given;
}

FlowId call_leave(Run *r, State *state, uint32_t call_id, Instance *callee, uint32_t instr)
{
	Engine *e = r->e;
	FlowId result = 0;
	ObjId record = NONE;
	Effects to = { .r = r, .call = call_id, .callee = callee, .state = state };
	FilledList filled = {0};

	filled_before(&to, state, &filled);
	/* What is certain first: what may be there, too, comes on top of it. */
	for (int weak = 0; weak < 2; weak++)
		for (uint32_t i = 0; i < callee->outs.len; i++)
			if (is_left(&callee->outs.items[i]) && callee->outs.items[i].must != weak)
				apply_out(&to, state, i);
	filled_after(&to, state, &filled);
	TypeId type = e->program->types.items[e->program->functions.items[callee->func].type].elem;
	for (uint32_t k = 0; k < 2 * callee->outs.len; k++) {
		uint32_t i = k % callee->outs.len;
		const Out *out = &callee->outs.items[i];
		if (out->obj != NONE || out->must != (k < callee->outs.len))
			continue;
		FlowId node = out_node(&to, i);
		if (!type_is_record(e->program, type)) {
			result = node;
			continue;
		}
		if (record == NONE)
			result = result_record(r, type, instr, &record);
		out = &callee->outs.items[i];
		memory_write(r, state, record, out->off, out->size, node, out->must);
	}
	map_release(&to.sets);
	map_release(&to.made);
	return result;
}

bool call_follow(Run *r, State *state, FuncId func, const Call *call, uint32_t instr, FlowId *result, bool *reached, uint32_t *call_id)
{
	Engine *e = r->e;
	const Function *f = &e->program->functions.items[func];

	*call_id = NONE;
	*result = undefined_node(e);
	if (!f->defined)
		return false;
	Call record = { .caller = r->inst->id, .instr = instr, .ctx = r->ctx };
	vec_append(&record.args, &call->args);
	vec_push(&e->calls, record);
	uint32_t id = e->calls.len - 1;
	bool borrowed = false, beside = r->beside, thread = beside || (r->f->is_stub && state->threads);
	if (thread)
		thread_made(r, func, &call->args);
	State *seen = beside ? shared_seen(r, state, instr) : state;
	r->beside = false;
	bool left_out = r->inst->shallow && closure_leads_on(e->program, func, r->inst->func, LITTLE_CODE);
	Instance *callee = left_out ? NULL : instance_for(r, seen, func, id, &borrowed);
	bound_index_release(&e->calls.items[id]);
	if (left_out)
		gap_note(r, instr, "call not followed: its caller is too large with what it calls", f->name);
	else if (!callee || borrowed)
		gap_note(r, instr, steps_used_up(e, 0) ? "call not followed: no steps were left for it"
			: "function given up: too deep or too large", f->name);
	if (!callee) {
		if (seen != state)
			state_free(seen);
		return false;
	}
	e->calls.items[id].callee = callee->id;
	e->calls.items[id].borrowed = borrowed;
	vec_push(&r->inst->calls, id);
	*call_id = id;
	TypeId type = e->program->types.items[f->type].elem;
	bool is_void = type == NONE || e->program->types.items[type].kind == TY_VOID;
	*reached = callee->returns || (callee->outs.len && callee->running) || (is_void && !callee->running);
	bool taken = call_take(r, seen, id, callee);
	if (seen != state)
		state_free(seen);
	if (!taken)
		return true;
	r->by_thread = thread;
	*result = call_leave(r, state, id, callee, instr);
	r->by_thread = false;
	if (!r->world) {
		threads_end(r, state, id, callee, instr);
		threads_start(r, state, id, callee);
	}
	state->waited |= callee->waits;
	if (callee->starts && !borrowed && !r->world)
		threads_go_on(r, state, id, callee, instr);
	return true;
}

FlowId call_body(Run *r, State *state, FuncId func, const Call *call, uint32_t instr, bool *reached, uint32_t *call_id)
{
	FlowId result;

	if (!call_follow(r, state, func, call, instr, &result, reached, call_id))
		return call_unknown(r, state, func, call, instr);
	if (r->e->calls.items[*call_id].borrowed)
		call_write_besides(r, state, func, call, *call_id, 0, instr);
	return result;
}

FlowId call_function(Run *r, State *state, FuncId func, Call *call, uint32_t instr, bool *reached)
{
	FlowId result = 0;
	Range always;
	uint32_t call_id;

	if (role_call(r, state, func, call, instr, &result) || compared_call(r, func, call, instr, &result) ||
	    real_call(r, func, call, instr, &result))
		return result;
	if (!r->beside && releases_only(r->e, func, r->f, instr, &always)) {
		*reached = true;
		result = range_is_const(always) ? flow_keyed(r, FLOW_CONST, instr, 0xF4EE) : 0;
		if (result)
			flow(r->e, result)->value = (Value){ always, 0 };
		return result;
	}
	Str before = printed_before(r, func, call);
	if (!interp_inline(r, state, func, call, instr, &result))
		result = call_body(r, state, func, call, instr, reached, &call_id);
	printed_call(r, state, func, call, before, result, instr);
	return result;
}

/* Functions the callee value may be. */
static void callees_of(Run *r, FlowId callee, uint32_t instr, FuncIds *out)
{
	Engine *e = r->e;
	uint32_t n;
	const Pointee *t = pts_targets(flow(e, callee)->value.pts, &n);
	uint32_t nargs = r->f->instrs.items[instr].nargs;

	for (uint32_t i = 0; i < n; i++) {
		const Object *o = &e->objects.items[t[i].obj];
		if (o->kind != OBJ_FUNCTION)
			continue;
		const Function *f = &e->program->functions.items[o->index];
		if (n > 1 && f->nparams > nargs)
			continue;
		vec_push(out, o->index);
	}
	if (out->len)
		return;
	/* api->Run(…): a stub may say what calls through this field do. */
	const Instr *load = instr_behind_casts(r->f, r->f->instrs.items[instr].a);
	if (load->op != OP_LOAD || r->f->instrs.items[load->a].op != OP_FIELD)
		return;
	uint32_t stub;
	if (map_get(&e->field_stubs, name_member(e->program, &r->f->instrs.items[load->a]).i, &stub))
		vec_push(out, stub);
}

static Str callee_text(Run *r, uint32_t instr)
{
	const Instr *a = &r->f->instrs.items[r->f->instrs.items[instr].a];

	while (a->op == OP_CAST || a->op == OP_LOAD || a->op == OP_ELEM)
		a = &r->f->instrs.items[a->a];
	if (a->op == OP_FIELD) {
		const Type *record = &r->e->program->types.items[a->b];
		return r->e->program->fields.items[record->first_field + (uint32_t)a->imm].name;
	}
	if (a->op == OP_ADDR_LOCAL)
		return r->f->locals.items[a->imm].name;
	if (a->op == OP_ADDR_GLOBAL)
		return r->e->program->globals.items[a->imm].name;
	return (Str){0};
}

FlowId call_eval(Run *r, State *state, uint32_t instr)
{
	Engine *e = r->e;
	const Instr *in = &r->f->instrs.items[instr];
	FlowId callee = interp_value(r, in->a);
	FuncIds funcs = {0};
	Call call = { .caller = r->inst->id, .instr = instr, .ctx = r->ctx };
	FlowId result = 0;
	bool reached = false;

	for (uint32_t i = 0; i < in->nargs; i++)
		vec_push(&call.args, interp_value(r, r->f->args.items[in->first_arg + i]));
	callees_of(r, callee, instr, &funcs);
	if (!funcs.len) {
		gap_no_target(r, instr, "call", callee_text(r, instr));
		result = call_unknown(r, state, NONE, &call, instr);
		reached = true;
	} else if (funcs.len == 1) {
		Str name = e->program->functions.items[funcs.items[0]].name;
		FlowIds args = {0};
		vec_append(&args, &call.args);
		reached = true;
		if (strncmp(str_text(name), "__featdep_", 10) || !intrinsic_eval(r, state, instr, name, &args, &result))
			result = call_function(r, state, funcs.items[0], &call, instr, &reached);
		vec_release(&args);
	} else {
		VEC(State *) states = {0};
		FlowIds results = {0};
		for (uint32_t i = 0; i < funcs.len && !r->inst->given_up; i++) {
			State *copy = state_copy(state);
			bool returns = true;
			FlowId one = call_function(r, copy, funcs.items[i], &call, instr, &returns);
			if (returns) {
				vec_push(&states, copy);
				vec_push(&results, one);
			} else {
				state_free(copy);
			}
		}
		reached = states.len > 0;
		if (reached) {
			r->no_control = true;
			r->chosen = callee;
			State *joined = states_join(r, states.items, states.len, r->block, hash_u64(instr, 0xCA11));
			r->no_control = false;
			r->chosen = 0;
			state_replace(state, joined);
			result = flow_keyed(r, FLOW_MERGE, instr, 0xCA11);
			Value all = value_top();
			for (uint32_t i = 0; i < results.len; i++) {
				if (!results.items[i])
					continue;
				Value v = flow(e, results.items[i])->value;
				all = i ? value_join(all, v) : v;
				flow_dep(e, result, results.items[i], DEP_DATA);
				flow(e, result)->type = flow(e, results.items[i])->type;
			}
			flow_dep(e, result, callee, DEP_INDEX);
			flow(e, result)->value = all;
		}
		for (uint32_t i = 0; i < states.len; i++)
			state_free(states.items[i]);
		vec_release(&states);
		vec_release(&results);
	}
	/* A thread or a handler that never returns: whoever started it goes on. */
	r->stopped = !reached && !r->f->is_stub;
	vec_release(&funcs);
	vec_release(&call.args);
	return result ? result : undefined_node(e);
}
