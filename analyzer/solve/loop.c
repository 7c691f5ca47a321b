/*
 * Loops: those with a small number of iterations, known or bounded by the arrays that they go through (bounded.c), are unrolled, the
 * others run to a fixpoint with widening.
 */
#include "solve/interp.h"

/* Steps of an unrolled loop: its own; with those of what it calls. More in a function that calls a model itself: what is
   told apart there are its features. */
enum { MAX_STEPS = 12000, MAX_ALL_STEPS = 60000, MODEL_FACTOR = 8, SURELY = 2 };
enum { MAX_UNROLL = 72, MAX_NARROWED = 2, MAX_PASSES = 64 };

typedef struct { uint32_t calls, inputs, defs, sinks, gaps, puts, models, marks, exits; } Mark;

static Mark mark(const Run *r)
{
	const Instance *n = r->inst;
	return (Mark){ n->calls.len, n->inputs.len, n->defs.len, n->sinks.len, n->gaps.len, n->puts.len, n->models.len,
		n->marks.len, r->exits.len };
}

static void cut_back(Run *r, Mark m)
{
	Instance *n = r->inst;

	n->calls.len = m.calls;
	n->inputs.len = m.inputs;
	n->defs.len = m.defs;
	n->sinks.len = m.sinks;
	n->gaps.len = m.gaps;
	n->puts.len = m.puts;
	n->models.len = m.models;
	n->marks.len = m.marks;
	while (r->exits.len > m.exits) {
		state_free(vec_pop(&r->exits));
		r->results.len--;
		r->exit_blocks.len--;
	}
}

void loop_clear(Run *r, uint32_t at)
{
	BlockId b, head = r->cfg->wto.items[at].head;

	for each_block(r, at, b)
		edges_clear(r, b);
	for (uint32_t i = 0; i < r->cfg->tail[head].len; i++)
		if (bitset_remove(&r->ran_inside, r->cfg->tail[head].items[i]))
			edges_clear(r, r->cfg->tail[head].items[i]);
}

/* What one iteration of an unrolled loop runs: the loop's blocks, and what it does on its way out. */
static Blocks iteration_blocks(Run *r, uint32_t at, bool counted)
{
	Blocks blocks = {0};
	BlockId b;

	for each_block(r, at, b)
		vec_push(&blocks, b);
	if (counted && !loop_tail_invokes(r, at))
		vec_append(&blocks, &r->cfg->tail[r->cfg->wto.items[at].head]);
	return blocks;
}

/* The blocks of an iteration that are no part of the loop at AT. */
static void run_tail(Run *r, uint32_t at, const Blocks *blocks)
{
	for (uint32_t i = r->cfg->wto.items[at].count + 1; i < blocks->len && !r->inst->restart && !r->inst->given_up; i++) {
		BlockId b = blocks->items[i];
		State *state = bitset_has(&r->ran_inside, b) ? NULL : incoming(r, b, -1, NONE);
		if (state)
			run_block(r, b, state);
		else if (!bitset_has(&r->ran_inside, b))
			edges_clear(r, b);
	}
}

typedef struct { BlockId from, to; State *state; } ExitEdge;
typedef VEC(ExitEdge) ExitEdges;

/* Takes the states that lead from BLOCKS, the set INSIDE, to TO, and joins them. */
static State *take_exits(Run *r, const Blocks *blocks, BlockId to)
{
	VEC(State *) states = {0};
	Blocks from = {0};

	for (uint32_t k = 0; k < blocks->len; k++) {
		State **edge = edge_of(r, blocks->items[k], to);
		if (!edge || !*edge)
			continue;
		vec_push(&states, *edge);
		vec_push(&from, blocks->items[k]);
		*edge = NULL;
	}
	r->block = to;
	r->join_preds = from.items;
	State *joined = states_join(r, states.items, states.len, to, JOIN_WAYS);
	r->join_preds = NULL;
	for (uint32_t i = 0; i < states.len; i++)
		state_free(states.items[i]);
	vec_release(&states);
	vec_release(&from);
	return joined;
}

/* What the iteration that has just run leaves: one state for each block behind the loop, on one of the edges to it. */
static void leave_iteration(Run *r, const Blocks *blocks, const Bitset *inside, ExitEdges *left)
{
	for (uint32_t k = 0; k < blocks->len; k++)
		for (uint32_t i = 0; i < r->cfg->succs[blocks->items[k]].len; i++) {
			BlockId b = blocks->items[k], to = r->cfg->succs[b].items[i];
			if (r->edges[r->edge_base[b] + i] && !bitset_has(inside, to))
				vec_push(left, (ExitEdge){ b, to, take_exits(r, blocks, to) });
		}
}

/* Joins what an iteration LEFT with what the earlier ones did. */
static void add_exits(Run *r, BlockId head, ExitEdges *left, ExitEdges *exits)
{
	for (uint32_t i = 0; i < left->len; i++) {
		ExitEdge new = left->items[i], *known = NULL;
		for (uint32_t k = 0; k < exits->len; k++)
			if (exits->items[k].to == new.to)
				known = &exits->items[k];
		if (!known) {
			vec_push(exits, new);
			continue;
		}
		State *both[2] = { known->state, new.state };
		r->block = head;
		known->state = states_join(r, both, 2, head, hash_u64(new.to, 0xE817));
		state_free(both[0]);
		state_free(both[1]);
	}
	left->len = 0;
}

/* Does only one way lead on from B, which was just run? */
static bool branch_decided(Run *r, BlockId b)
{
	uint32_t ways = 0;

	for (uint32_t i = 0; i < r->cfg->succs[b].len; i++)
		ways += r->edges[r->edge_base[b] + i] != NULL;
	return ways < 2;
}

/* What was decided in one iteration decides nothing where ways meet in the next: between the two calls only conditions of
   this iteration are known. Around it a fixpoint may run: then those of its last pass are, too. */
static void set_conditions_aside(Run *r, const Blocks *blocks, FlowIds *aside)
{
	for (uint32_t k = 0; k < blocks->len; k++) {
		BlockId b = blocks->items[k];
		uint32_t kept = r->in_fixpoint ? map_get_or(&r->kept_of, map_key(b, r->ctx), NONE) : NONE;
		aside[k] = r->conds[b];
		r->conds[b] = (FlowIds){0};
		if (kept != NONE)
			vec_append(&r->conds[b], &r->kept.items[kept]);
	}
}

static void keep_conditions(Run *r, BlockId b)
{
	uint32_t kept = map_get_or(&r->kept_of, map_key(b, r->ctx), r->kept.len);

	if (kept == r->kept.len) {
		map_put(&r->kept_of, map_key(b, r->ctx), kept);
		vec_push(&r->kept, (FlowIds){0});
	}
	for (uint32_t i = r->kept.items[kept].len; i < r->conds[b].len; i++)
		vec_push(&r->kept.items[kept], r->conds[b].items[i]);
}

static void add_conditions_back(Run *r, const Blocks *blocks, FlowIds *aside)
{
	for (uint32_t k = 0; k < blocks->len; k++) {
		BlockId b = blocks->items[k];
		FlowIds *all = &aside[k];
		if (r->in_fixpoint && r->conds[b].len)
			keep_conditions(r, b);
		for (uint32_t i = 0; i < r->conds[b].len; i++)
			add_once(all, r->conds[b].items[i]);
		vec_release(&r->conds[b]);
		r->conds[b] = *all;
	}
}

/* Iterations that are left, by the conditions that were constant in the last iteration and are NOW: the operands of one come
   closer. -1: none do. *KNOWN: they can all be compared with those of the last one. */
static int64_t iterations_left(const ConstantExits *last, const ConstantExits *now, bool *known)
{
	int64_t left = -1;

	*known = now->len > 0;
	for (uint32_t i = 0; i < now->len; i++) {
		int64_t before = -1, distance = now->items[i].distance;
		for (uint32_t k = 0; k < last->len; k++)
			if (last->items[k].block == now->items[i].block)
				before = last->items[k].distance;
		*known &= before > 0 && distance >= 0;
		int64_t of_this = before > distance && distance >= 0 ? distance / (before - distance) : -1;
		if (of_this >= 0 && (left < 0 || of_this < left))
			left = of_this;
	}
	return left;
}

/* The head has run: no further iteration can follow. */
static void end_iterations(Run *r, BlockId head)
{
	for (uint32_t i = 0; i < r->cfg->succs[head].len; i++) {
		State **edge = &r->edges[r->edge_base[head] + i];
		if (!cfg_loop_contains(r->cfg, head, r->cfg->succs[head].items[i]))
			continue;
		state_free(*edge);
		*edge = NULL;
	}
}

/* What the iterations of the loop, which have just run, filled, one element each: as of one that ran to a fixpoint. */
static void fill_after_iterations(Run *r, uint32_t at, const State *entry)
{
	CtxId base = r->ctx;

	r->ctx = iteration_ctx(r, base, r->cfg->wto.items[at].head, 0);
	fill_apply(r, at, entry);
	r->ctx = base;
}

static bool unroll(Run *r, uint32_t at, const State *entry)
{
	BlockId head = r->cfg->wto.items[at].head;
	CtxId base = r->ctx;
	Bitset inside = {0};
	Mark start = mark(r);
	uint64_t steps = r->e->steps, own = r->inst->steps;
	uint32_t factor = r->e->evaluates[r->inst->func] ? MODEL_FACTOR : 1;
	ExitEdges exits = {0}, now_left = {0};
	VEC(uint32_t) conds = {0};
	ConstantExits last = {0}, now = {0};
	int64_t first, limit;
	int64_t trips = loop_counter(r, at, entry, &first, &limit) == NONE ? 0 : limit - first;
	Blocks blocks = iteration_blocks(r, at, loop_is_counted(r, at, entry));
	bool done = false, head_leaves = loop_only_head_leaves(r, at), changed_inside = r->changed_inside;
	bool through_arrays = trips == 0 && loop_goes_through_arrays(r, at), at_head = false;
	int64_t most = 0;

	for (uint32_t k = 0; k < blocks.len; k++) {
		bitset_add(&inside, blocks.items[k]);
		vec_push(&conds, r->conds[blocks.items[k]].len);
	}
	FlowIds *aside = mem_calloc(conds.len, sizeof *aside);
	vec_push(&r->loops, (LoopFrame){ at, through_arrays ? entry : NULL });
	State *state = state_copy(entry);
	for (uint32_t k = 0; state && k <= MAX_UNROLL; k++) {
		r->ctx = iteration_ctx(r, base, head, k);
		loop_clear(r, at);
		set_conditions_aside(r, &blocks, aside);
		run_block(r, head, state);
		state = NULL;
		bool decided = !head_leaves || branch_decided(r, head) || through_arrays;
		if (most && k == most)
			end_iterations(r, head);
		if (decided) {
			run_items(r, at + 1, at + 1 + r->cfg->wto.items[at].count);
			run_tail(r, at, &blocks);
		} else {
			map_put(&r->not_unrolled, map_key(at, NONE), 1);
		}
		bool ran = decided && !r->inst->restart && !r->inst->given_up;
		State *back = ran ? incoming(r, head, 1, head) : NULL;
		if (ran)
			leave_iteration(r, &blocks, &inside, &now_left);
		add_conditions_back(r, &blocks, aside);
		if (!ran)
			break;
		ConstantExits spare = last;
		last = now;
		now = spare;
		loop_constant_exits(r, at, &now);
		add_exits(r, head, &now_left, &exits);
		if (!most && through_arrays && back && !now.len)
			most = loop_at_most(r, at, entry, &at_head);
		if (at_head && k + 1 == most) {
			state_free(back);
			back = NULL;
		}
		done = !back;
		bool comparable, constant_condition = now.len > 0 || most;
		int64_t by_exits = iterations_left(&last, &now, &comparable), left = most ? most - k : k >= 1 ? by_exits : trips - 1;
		bool too_far = k >= 1 && comparable && (left < 0 || left > MAX_UNROLL - (int64_t)k);
		uint64_t spent = r->inst->steps - own, expected = left > 0 ? spent + spent / (k + 1) * (uint64_t)left : spent;
		bool too_long = spent > MAX_STEPS * factor || r->e->steps - steps > MAX_ALL_STEPS * factor || expected > SURELY * MAX_STEPS * factor;
		if (back && (!constant_condition || too_far || too_long))
			state_free(back);
		else
			state = back;
	}
	r->loops.len--;
	state_free(state);
	loop_clear(r, at);
	r->ctx = base;
	for (uint32_t k = 0; k < exits.len; k++) {
		if (done)
			edge_set(r, exits.items[k].from, exits.items[k].to, exits.items[k].state);
		else
			state_free(exits.items[k].state);
	}
	if (!done) {
		uint32_t k = 0;
		r->changed_inside = changed_inside;
		cut_back(r, start);
		for (; k < blocks.len; k++)
			r->conds[blocks.items[k]].len = conds.items[k];
	}
	for (uint32_t k = r->cfg->wto.items[at].count + 1; done && k < blocks.len; k++)
		bitset_add(&r->ran_inside, blocks.items[k]);
	if (done && most)
		fill_after_iterations(r, at, entry);
	bitset_release(&inside);
	vec_release(&blocks);
	vec_release(&exits);
	vec_release(&now_left);
	vec_release(&conds);
	vec_release(&last);
	vec_release(&now);
	free(aside);
	return done;
}

/* The conditions that end the loop. */
static void exit_conditions(Run *r, uint32_t at, FlowIds *conds)
{
	BlockId head = r->cfg->wto.items[at].head, b;

	for each_block(r, at, b) {
		bool leaves = false;
		for (uint32_t i = 0; i < r->cfg->succs[b].len; i++)
			leaves |= !cfg_loop_contains(r->cfg, head, r->cfg->succs[b].items[i]);
		if (leaves)
			vec_append(conds, &r->conds[b]);
	}
}

/* Behind the loop a value of the last invocation is no state: the same joins, without saying so. How many invocations there
   were decides what it is. */
static FlowId leave_loop(Run *r, FlowId node, const FlowIds *conds, uint32_t at_instr)
{
	Engine *e = r->e;
	bool state = false;

	if (!node || flow(e, node)->kind != FLOW_PHI)
		return node;
	for (uint32_t i = 0; i < flow(e, node)->ndeps; i++)
		state |= e->deps.items[flow(e, node)->first_dep + i].state;
	if (!state || flow(e, node)->instr != at_instr)
		return node;
	FlowId left = flow_keyed(r, FLOW_PHI, at_instr, hash_u64(node, 0x1EAF));
	for (uint32_t i = 0; i < flow(e, node)->ndeps; i++) {
		Dep d = e->deps.items[flow(e, node)->first_dep + i];
		d.state = false;
		flow_dep_full(e, left, d);
	}
	for (uint32_t i = 0; i < conds->len; i++)
		if (flow(e, conds->items[i])->kind != FLOW_CONST)
			flow_dep_full(e, left, (Dep){ conds->items[i], DEP_CONTROL, false, true, false });
	flow(e, left)->value = flow(e, node)->value;
	flow(e, left)->type = flow(e, node)->type;
	return left;
}

static void leave_invocations(Run *r, uint32_t at)
{
	BlockId head = r->cfg->wto.items[at].head, b;
	uint32_t at_instr = r->f->blocks.items[head].first;
	FlowIds conds = {0};

	exit_conditions(r, at, &conds);
	for each_block(r, at, b)
		for (uint32_t i = 0; i < r->cfg->succs[b].len; i++) {
			State *out = r->edges[r->edge_base[b] + i];
			if (!out || cfg_loop_contains(r->cfg, head, r->cfg->succs[b].items[i]))
				continue;
			for (uint32_t s = 0; s < out->nslots; s++)
				out->slots[s] = leave_loop(r, out->slots[s], &conds, at_instr);
			for (uint32_t m = 0; m < out->mem.len; m++)
				for (uint32_t c = 0; c < out->mem.items[m].cells->cells.len; c++) {
					FlowId node = out->mem.items[m].cells->cells.items[c].node;
					FlowId left = leave_loop(r, node, &conds, at_instr);
					if (left != node)
						memory_replace(out, out->mem.items[m].obj, node, left);
				}
		}
	vec_release(&conds);
}

static void passes_clear(Run *r)
{
	for (uint32_t i = 0; i < r->passes.len; i++) {
		state_free(r->passes.items[i].head);
		state_free(r->passes.items[i].back);
	}
	vec_release(&r->passes);
	map_release(&r->pass_of);
	for (uint32_t i = 0; i < r->kept.len; i++)
		vec_release(&r->kept.items[i]);
	vec_release(&r->kept);
	map_release(&r->kept_of);
}

/* The head's state for this pass: what comes in, and what the last pass left at the ends of the body. */
static State *head_state(Run *r, BlockId head, const State *entry, State *back, bool invokes)
{
	State *state = NULL;

	if (back && entry) {
		State *both[2] = { (State *)entry, back };
		r->block = head;
		/* Whether there is another invocation is a guard of it. */
		r->state_from = invokes ? 1 : 0;
		r->no_control = invokes;
		state = states_join(r, both, 2, head, JOIN_HEAD);
		r->no_control = false;
		r->state_from = 0;
	} else if (entry || back) {
		state = state_copy(entry ? entry : back);
	}
	if (state)
		prefix_enter_loop(r, state, head);
	if (state && invokes)
		vec_clear(&state->stored);
	else if (state)
		forward_enter_loop(r, state, head);
	return state;
}

/* NULL: a place that is not reached. */
static bool same_state(const State *a, const State *b)
{
	return a && b ? states_equal(a, b) : a == b;
}

static void run_body(Run *r, uint32_t at, const State *state)
{
	loop_clear(r, at);
	if (state)
		run_block(r, r->cfg->wto.items[at].head, state_copy(state));
	run_items(r, at + 1, at + 1 + r->cfg->wto.items[at].count);
}

/* A loop inside one that runs to a fixpoint: one pass goes on from the last one, the outermost loop repeats until nothing
   changes in any of them (Bourdoncle 1993, section 3, the iterative strategy). */
static void pass_inside(Run *r, uint32_t at, const State *entry, bool invokes)
{
	BlockId head = r->cfg->wto.items[at].head;
	uint32_t index;

	if (!map_get(&r->pass_of, map_key(at, r->ctx), &index)) {
		index = r->passes.len;
		map_put(&r->pass_of, map_key(at, r->ctx), index);
		vec_push(&r->passes, (LoopPass){0});
	}
	LoopPass last = r->passes.items[index];
	State *came_back = !last.back ? NULL : entry ? state_rebase(r, entry, last.head, last.back) : state_copy(last.back);
	r->changed = false;
	State *state = head_state(r, head, entry, came_back, invokes);
	state_free(came_back);
	r->changed_inside |= !last.ran || r->changed || !same_state(last.head, state);
	run_body(r, at, state);
	State *back = incoming(r, head, 1, head);
	state_free(last.head);
	state_free(last.back);
	r->passes.items[index] = (LoopPass){ state, back, true };
}

static void fixpoint(Run *r, uint32_t at, const State *entry, bool invokes)
{
	BlockId head = r->cfg->wto.items[at].head;
	Mark start = mark(r);
	State *before = NULL;
	uint32_t narrowed = 0;

	loop_clear(r, at);
	r->in_fixpoint = true;
	for (uint32_t k = 0;; k++) {
		r->widen = k >= 2;
		r->iteration = k;
		State *back = k ? incoming(r, head, 1, head) : NULL;
		r->changed = false;
		State *state = head_state(r, head, entry, back, invokes);
		bool inside = r->passes.len && (r->changed_inside || r->new_condition);
		bool stable = k && !r->changed && !inside && same_state(before, state);
		/* Descending iteration (Cousot and Cousot, POPL 1977, section 9.3.2): what the body makes of less is less again. */
		r->narrow = stable && r->wider && narrowed++ < MAX_NARROWED;
		if (r->narrow) {
			state_free(state);
			state = head_state(r, head, entry, back, invokes);
		}
		stable &= !r->narrow;
		r->wider = false;
		state_free(back);
		state_free(before);
		before = state;
		if (stable)
			break;
		cut_back(r, start);
		r->changed_inside = r->new_condition = false;
		run_body(r, at, state);
		r->narrow = false;
		r->inst->given_up |= k == MAX_PASSES;
		if (r->inst->restart || r->inst->given_up)
			break;
	}
	r->in_fixpoint = false;
	r->widen = false;
	r->iteration = 0;
	passes_clear(r);
	state_free(before);
}

void run_loop(Run *r, uint32_t at, State *entry)
{
	int64_t first, limit;

	if (entry)
		prefix_enter_loop(r, entry, r->cfg->wto.items[at].head);
	bool once = entry && loop_counter(r, at, entry, &first, &limit) != NONE && limit == first + 1;
	bool invokes = loop_invokes(r, at) && !once && !loop_names_each(r, at, entry);

	bool tried = map_get(&r->not_unrolled, map_key(at, r->ctx), NULL) || map_get(&r->not_unrolled, map_key(at, NONE), NULL);
	bool worth = !invokes && !r->inst->plain && !tried && !loop_has_side_entry(r, at) && loop_worth_unrolling(r, at, entry);
	if (worth && unroll(r, at, entry)) {
		state_free(entry);
		return;
	}
	if (worth)
		map_put(&r->not_unrolled, map_key(at, r->ctx), 1);
	if (!r->inst->restart && !r->inst->given_up) {
		vec_push(&r->loops, (LoopFrame){ at, loop_is_large(r, at) ? NULL : entry });
		if (r->in_fixpoint)
			pass_inside(r, at, entry, invokes);
		else
			fixpoint(r, at, entry, invokes);
		r->loops.len--;
		if (entry)
			fill_apply(r, at, entry);
		threads_leave_loop(r, at);
		if (invokes)
			leave_invocations(r, at);
	}
	state_free(entry);
}
