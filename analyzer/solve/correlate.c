/*
 * Correlated branches: `if (!ready) { f[0] = 0; failed = 1; } … if (!failed) predict(f);` A test of a value that was chosen where
 * ways met tells which of them was taken, and with that what everything else is that was chosen there; a test of what a call
 * returned tells what it left in memory. Ways that the test excludes are infeasible (Bodik, Gupta and Soffa, "Refining Data Flow
 * Information using Infeasible Paths", FSE 1997).
 */
#include "solve/cells.h"
#include "solve/interp.h"

enum { MAX_DEPTH = 4 };

/* Kinds of results, in Out.given, and the test that each of them passes. */
enum { GIVEN_ZERO = 1, GIVEN_NONZERO = 2, GIVEN_NEGATIVE = 4, GIVEN_NOT_NEGATIVE = 8 };

static const struct { uint8_t given; BinOp op; } kinds[] = {
	{ GIVEN_ZERO, BIN_EQ }, { GIVEN_NONZERO, BIN_NE }, { GIVEN_NEGATIVE, BIN_LT }, { GIVEN_NOT_NEGATIVE, BIN_GE },
};

enum { KINDS = sizeof kinds / sizeof *kinds };

/* States that come together, and the blocks they come from. */
typedef VEC(State *) States;
typedef struct Ways { States states; Blocks from; } Ways;

static uint64_t correlate_within(Run *r, State *state, Held tested, const Test *test, uint64_t key, int depth);

static bool may_pass(Run *r, FlowId node, const Test *test)
{
	return !range_equal(range_binary(test->op, flow(r->e, node)->value.num, test->other, test->bits, !test->is_unsigned), range_const(0));
}

/* ---- ways that meet ---- */

static void ways_clear(Ways *ways)
{
	for (uint32_t i = 0; i < ways->states.len; i++)
		state_free(ways->states.items[i]);
	vec_release(&ways->states);
	vec_release(&ways->from);
}

void ways_release(Run *r)
{
	for (BlockId b = 0; r->ways && b < r->cfg->nblocks; b++)
		ways_clear(&r->ways[b]);
	free(r->ways);
	r->ways = NULL;
}

/* Is SLOT one number in some of STATES, and never that one in others? */
static bool tells_apart(Run *r, State **states, uint32_t count, uint32_t slot)
{
	for (uint32_t i = 0; i < count; i++) {
		FlowId one = states[i]->slots[slot];
		Test same = { BIN_EQ, one ? flow(r->e, one)->value.num : range_top(), 64, false };
		for (uint32_t k = 0; k < count && range_is_const(same.other); k++)
			if (states[k]->slots[slot] && !may_pass(r, states[k]->slots[slot], &same))
				return true;
	}
	return false;
}

void ways_note(Run *r, BlockId block, State **states, const BlockId *from, uint32_t count, const State *joined)
{
	bool apart = false;

	if (r->ways)
		ways_clear(&r->ways[block]);
	for (uint32_t s = 0; s < joined->nslots && !apart; s++) {
		FlowId node = joined->slots[s];
		apart = node && flow(r->e, node)->kind == FLOW_PHI && node == phi_of_slot(r, block, s) && tells_apart(r, states, count, s);
	}
	if (!apart)
		return;
	if (!r->ways)
		r->ways = mem_calloc(r->cfg->nblocks, sizeof *r->ways);
	for (uint32_t i = 0; i < count; i++) {
		vec_push(&r->ways[block].states, state_copy(states[i]));
		vec_push(&r->ways[block].from, from[i]);
	}
}

/* What those of the COUNT states leave that come FROM and meet in BLOCK where what each HELD passes TEST; NULL: all of them may,
   or none. *WHICH: those that are left, as a hash. */
static State *ways_left(Run *r, State **states, const Held *held, const BlockId *from, uint32_t count, BlockId block,
                        const Test *test, uint64_t key, int depth, uint64_t *which)
{
	Ways left = {0};
	bool learned = false;
	State *result = NULL;

	*which = block + 1;
	for (uint32_t i = 0; i < count; i++) {
		if (held[i].node && !may_pass(r, held[i].node, test)) {
			learned = true;
			continue;
		}
		State *way = state_copy(states[i]);
		uint64_t more = correlate_within(r, way, held[i], test, hash_u64(key, i), depth - 1);
		learned |= more != 0;
		*which = hash_u64(hash_u64(*which, i), more);
		vec_push(&left.states, way);
		vec_push(&left.from, from[i]);
	}
	if (learned && left.states.len) {
		const BlockId *preds = r->join_preds;
		BlockId at = r->block;
		r->join_preds = left.from.items;
		r->block = block;
		result = states_join(r, left.states.items, left.states.len, block, hash_u64(key, *which));
		r->join_preds = preds;
		r->block = at;
	}
	ways_clear(&left);
	return result;
}

FlowId as_taken(Run *r, FlowId was, FlowId now, uint64_t key)
{
	Engine *e = r->e;

	if (was == now)
		return now;
	FlowId node = flow_keyed(r, FLOW_ASSUME, flow(e, was)->instr, hash_u64(hash_u64(was, now), key));
	flow_dep(e, node, now, DEP_DATA);
	flow(e, node)->value = flow(e, now)->value;
	flow(e, node)->type = flow(e, now)->type;
	flow(e, node)->aux = was;
	real_copy(e, node, now);
	return node;
}

/* The phi that NODE is, or was before a way was known to be taken; 0: none. */
static FlowId phi_before(Run *r, FlowId node)
{
	const Flow *v = flow(r->e, node);

	return v->kind == FLOW_PHI ? node : v->kind == FLOW_ASSUME ? v->aux : 0;
}

/* Cells of OBJ in STATE that are phis of BLOCK are what they are in LEFT. */
static void take_over_cells(Run *r, State *state, ObjId obj, const State *left, BlockId block, uint64_t key)
{
	const Cells *cells = state_cells(state, obj), *now = state_cells(left, obj);

	for (uint32_t i = 0; cells != now && now && i < cells->cells.len; i++) {
		const Cell *c = &cells->cells.items[i];
		FlowId phi = phi_before(r, c->node);
		const Cell *other = phi && phi == phi_of_cell(r, block, obj, c) ? cell_alone(now, c->off, c->size) : NULL;
		if (!other || (c->must && !other->must))
			continue;
		Cell *taken = cell_exact(cells_edit(state, obj), c->off, c->size);
		*taken = *other;
		taken->node = as_taken(r, phi, other->node, key);
		cells = state_cells(state, obj);
	}
	run_work(r, cells && cells != now ? cells->cells.len / 16 : 0);
}

/* What was chosen in BLOCK, and is still there in STATE, is what it is in LEFT. */
static void take_over(Run *r, State *state, const State *left, BlockId block, uint64_t key)
{
	for (uint32_t s = 0; s < state->nslots; s++) {
		FlowId phi = state->slots[s] && left->slots[s] ? phi_before(r, state->slots[s]) : 0;
		if (phi && phi == phi_of_slot(r, block, s))
			state->slots[s] = as_taken(r, phi, left->slots[s], key);
	}
	for (uint32_t i = 0; i < state->mem.len; i++)
		take_over_cells(r, state, state->mem.items[i].obj, left, block, key);
}

/* TESTED, the phi of a block where ways met, passes TEST. */
static uint64_t correlate_ways(Run *r, State *state, Held tested, const Test *test, uint64_t key, int depth)
{
	BlockId block = function_block_at(r->f, flow(r->e, tested.node)->instr);
	const Ways *ways = r->ways ? &r->ways[block] : NULL;
	uint64_t which;

	/* What comes into an iteration is not parted there: the way it is put together again would differ from what came in. */
	bool inside = r->block < r->cfg->nblocks && r->cfg->loop[block] != r->cfg->loop[r->block];
	if (!ways || !ways->states.len || inside || tested.slot == NONE || phi_of_slot(r, block, tested.slot) != tested.node)
		return 0;
	Held *held = mem_alloc(ways->states.len * sizeof *held);
	for (uint32_t i = 0; i < ways->states.len; i++)
		held[i] = (Held){ ways->states.items[i]->slots[tested.slot], tested.slot };
	State *left = ways_left(r, ways->states.items, held, ways->from.items, ways->states.len, block, test, key, depth, &which);
	free(held);
	if (!left)
		return 0;
	take_over(r, state, left, block, key);
	state_free(left);
	return which;
}

/* ---- results of calls ---- */

/* The kinds that a result is of which passes TEST and was in NUM. */
static uint8_t kinds_of(Range num, const Test *test)
{
	Range known = range_where(num, test);
	bool not_zero = test->op == BIN_NE && range_equal(test->other, range_const(0));

	return (uint8_t)((range_equal(known, range_const(0)) ? GIVEN_ZERO : 0) | (not_zero || known.lo > 0 || known.hi < 0 ? GIVEN_NONZERO : 0) |
		(known.hi < 0 ? GIVEN_NEGATIVE : 0) | (known.lo >= 0 ? GIVEN_NOT_NEGATIVE : 0));
}

/* RESULT, of a call made here, passes TEST. */
static uint64_t correlate_result(Run *r, State *state, FlowId result, const Test *test, uint64_t key)
{
	Engine *e = r->e;
	OutLink link = e->out_links.items[flow(e, result)->aux];
	Instance *callee = e->instances.items[e->calls.items[link.call].callee];
	uint8_t known = kinds_of(flow(e, result)->value.num, test);
	uint64_t which = 0;

	if (link.out >= callee->outs.len || callee->outs.items[link.out].obj != NONE || e->calls.items[link.call].borrowed)
		return 0;
	for (uint32_t i = link.out; i < callee->outs.len; i++) {
		if (!(callee->outs.items[i].given & known))
			continue;
		call_given(r, state, link.call, callee, i, key);
		which = hash_u64(hash_u64(which, result), i); /* the call is another one in each pass through a loop */
	}
	return which;
}

/* What a call returned that NODE is, as such or stored where it was made: a copy made later may be of an earlier call. 0: none. */
static FlowId result_behind(Run *r, FlowId node)
{
	const Flow *v = flow(r->e, node);
	const Instr *store = v->kind == FLOW_STORE && v->instr != NONE ? &r->f->instrs.items[v->instr] : NULL;
	FlowId stored = store && store->op == OP_STORE ? flow_behind_stores(r->e, node) : node;

	if (flow(r->e, stored)->kind != FLOW_OUT || flow(r->e, stored)->inst != r->inst->id)
		return 0;
	bool made = stored == node || instr_same_number(r->e->program, r->f, store->b) == &r->f->instrs.items[flow(r->e, stored)->instr];
	return made ? stored : 0;
}

static uint64_t correlate_within(Run *r, State *state, Held tested, const Test *test, uint64_t key, int depth)
{
	tested.node = tested.node ? behind_assumptions(r->e, tested.node) : 0;
	if (!tested.node || !depth || flow(r->e, tested.node)->inst != r->inst->id || state->threads || state->waited)
		return 0;
	if (flow(r->e, tested.node)->kind == FLOW_PHI)
		return correlate_ways(r, state, tested, test, key, depth);
	FlowId result = result_behind(r, tested.node);
	return result ? correlate_result(r, state, result, test, key) : 0;
}

Held held_by(const Run *r, ValueId v)
{
	const Instr *in = instr_same_number(r->e->program, r->f, v);
	const Instr *place = in->op == OP_LOAD ? &r->f->instrs.items[in->a] : NULL;

	return (Held){ r->values[in - r->f->instrs.items], place && place->op == OP_ADDR_LOCAL ? r->cfg->slot[place->imm] : NONE };
}

void correlate(Run *r, State *state, ValueId tested, const Test *test, uint32_t branch)
{
	if (range_is_const(test->other))
		correlate_within(r, state, held_by(r, tested), test, hash_u64(hash_u64(branch, (uint64_t)test->op), (uint64_t)test->other.lo), MAX_DEPTH);
}

/* ---- what an instance leaves ---- */

/* What out OUT, of all exits, is in STATE; 0: the same, or it cannot be said. */
static FlowId out_in(const State *state, const Out *out)
{
	bool plain = out->obj != NONE && out->must && !out->inside && !out->passing && !out->prefix && out->size < UNBOUNDED;
	const Cells *cells = plain ? state_cells(state, out->obj) : NULL;
	const Cell *c = cells ? cell_alone(cells, out->off, out->size) : NULL;

	return c && c->must && c->node != out->node ? c->node : 0;
}

void correlate_outs(Run *r)
{
	Instance *inst = r->inst;
	uint32_t all = inst->outs.len, first[KINDS + 1];
	uint64_t which[KINDS] = {0};
	TypeId result = r->e->program->types.items[r->f->type].elem;

	if (inst->recursive || result == NONE || r->e->program->types.items[result].kind == TY_VOID)
		return;
	for (uint32_t k = 0; k < KINDS; k++) {
		Test test = { kinds[k].op, range_const(0), 64, false };
		first[k] = inst->outs.len;
		State *state = ways_left(r, r->exits.items, r->held.items, r->exit_blocks.items, r->exits.len, r->cfg->nblocks, &test,
		                         hash_u64(kinds[k].given, JOIN_EXITS), MAX_DEPTH, &which[k]);
		uint32_t same = 0;
		while (same < k && (which[same] != which[k] || first[same] == first[same + 1]))
			same++;
		for (uint32_t i = first[same]; same < k && i < first[same + 1]; i++)
			inst->outs.items[i].given |= kinds[k].given;
		for (uint32_t i = 0; state && same == k && i < all; i++) {
			Out out = inst->outs.items[i];
			FlowId node = out_in(state, &out);
			if (!node)
				continue;
			out.node = node;
			out.given = kinds[k].given;
			out.of = i;
			vec_push(&inst->outs, out);
		}
		if (state)
			state_free(state);
	}
}
