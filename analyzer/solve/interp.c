/*
 * Interpreting one function instance: blocks in weak topological order (Bourdoncle, "Efficient Chaotic Iteration
 * Strategies with Widenings", 1993), each loop an item of its own.
 */
#include "solve/interp.h"

/* Steps of one instance; of one that calls a model itself. */
enum { MAX_STEPS = 600000, MAX_MODEL_STEPS = 4 * MAX_STEPS };

void edge_set(Run *r, BlockId from, BlockId to, State *state)
{
	for (uint32_t s = 0; s < state->nslots; s++)
		if (!live_in(r->cfg, to, s))
			state->slots[s] = 0;
	for (uint32_t i = 0; i < r->cfg->succs[from].len; i++)
		if (r->cfg->succs[from].items[i] == to) {
			State **slot = &r->edges[r->edge_base[from] + i];
			state_free(*slot);
			*slot = state;
			return;
		}
	state_free(state);
}

State **edge_of(Run *r, BlockId from, BlockId to)
{
	for (uint32_t i = 0; i < r->cfg->succs[from].len; i++)
		if (r->cfg->succs[from].items[i] == to)
			return &r->edges[r->edge_base[from] + i];
	return NULL;
}

bool steps_used_up(const Engine *e, uint32_t share)
{
	return e->steps > e->limit + (share ? e->shared / share : 0);
}

bool steps_are_short(const Engine *e)
{
	return e->steps + e->options.max_steps / 2 > e->limit;
}

bool run_is_needed(const Run *r)
{
	return r->e->evaluates[r->inst->func] || (r->e->no_model && r->e->enters_one && r->caller && r->caller->world);
}

void run_work(Run *r, uint64_t steps)
{
	r->e->steps += steps;
	r->inst->steps += steps;
	if (r->inst->func == NONE)
		return;
	/* Half of what an analysis would find when all steps are used up is worse than none, but for what is needed. */
	bool needed = run_is_needed(r);
	r->inst->cut_short |= !(needed && r->inst->shallow) && steps_used_up(r->e, needed || r->inst->little ? MODEL_SHARE : OTHER_SHARE);
	r->inst->given_up |= r->inst->cut_short || r->inst->steps > (needed && !r->inst->plain ? MAX_MODEL_STEPS : MAX_STEPS);
}

void edges_clear(Run *r, BlockId from)
{
	for (uint32_t i = 0; i < r->cfg->succs[from].len; i++) {
		state_free(r->edges[r->edge_base[from] + i]);
		r->edges[r->edge_base[from] + i] = NULL;
	}
}

void run_block(Run *r, BlockId b, State *state)
{
	const Block *block = &r->f->blocks.items[b];

	r->block = b;
	for (uint32_t i = block->first; i + 1 < block->first + block->count; i++) {
		eval(r, state, i);
		if (r->inst->restart || r->inst->given_up || r->stopped) {
			r->stopped = false;
			edges_clear(r, b);
			state_free(state);
			return;
		}
	}
	block_end(r, state, b, block->first + block->count - 1);
}

State *incoming(Run *r, BlockId b, int inside, BlockId head)
{
	VEC(State *) states = {0};
	VEC(BlockId) from = {0};

	for (uint32_t i = 0; i < r->cfg->preds[b].len; i++) {
		BlockId p = r->cfg->preds[b].items[i];
		State **edge = edge_of(r, p, b);
		if (!edge || !*edge || (inside >= 0 && cfg_loop_contains(r->cfg, head, p) != (inside == 1)))
			continue;
		vec_push(&states, *edge);
		vec_push(&from, p);
	}
	r->block = b;
	r->join_preds = from.items;
	State *result = states.len ? states_join(r, states.items, states.len, b, inside == 1 ? JOIN_BACK : JOIN_WAYS) : NULL;
	r->join_preds = NULL;
	if (inside != 1 && states.len > 1)
		ways_note(r, b, states.items, from.items, states.len, result);
	vec_release(&states);
	vec_release(&from);
	return result;
}

CtxId iteration_ctx(Run *r, CtxId base, BlockId head, uint32_t k)
{
	uint64_t key = hash_u64(hash_u64(base, head), k);
	uint32_t found;

	if (map_get(&r->e->contexts, key, &found))
		return found;
	map_put(&r->e->contexts, key, ++r->e->next_ctx);
	return r->e->next_ctx;
}

void run_items(Run *r, uint32_t first, uint32_t end)
{
	for (uint32_t at = first; at < end; at += 1 + r->cfg->wto.items[at].count) {
		WtoItem item = r->cfg->wto.items[at];
		if (r->inst->restart || r->inst->given_up)
			return;
		if (bitset_has(&r->ran_inside, item.head))
			continue;
		State *state = incoming(r, item.head, item.is_loop ? 0 : -1, item.head);
		if (!state) {
			/* Reached only from inside an irreducible loop, or not at all. */
			if (item.is_loop && loop_is_entered_aside(r, at))
				run_loop(r, at, NULL);
			else if (item.is_loop)
				loop_clear(r, at);
			else
				edges_clear(r, item.head);
		} else if (item.is_loop) {
			run_loop(r, at, state);
		} else {
			run_block(r, item.head, state);
		}
	}
}

/* ---- the whole function ---- */

static State *entry_state(Run *r)
{
	State *state = state_new(r->cfg->nslots);

	r->before = state;
	for (uint32_t p = 0; p < r->f->nparams; p++) {
		TypeId type = r->f->locals.items[p].type;
		FlowId in = formal_param(r, p);
		if (r->cfg->slot[p] != NONE) {
			state->slots[r->cfg->slot[p]] = in;
			continue;
		}
		ObjId obj = local_object(r, p);
		if (type_is_record(r->e->program, type)) {
			FlowId to = flow_new(r->e, FLOW_CONST, r->inst->id, NONE);
			flow(r->e, to)->value.pts = pts_single(obj, range_const(0));
			memory_copy(r, state, to, in, range_const(type_bits(r->e->program, type)), 0, type, 0);
		} else {
			memory_write(r, state, obj, range_const(0), type_bits(r->e->program, type), in, true);
		}
	}
	for (uint32_t p = r->f->nparams; r->f->is_variadic && r->call && p < r->call->args.len; p++) {
		memory_write(r, state, eval_varargs_object(r), range_const((int64_t)p * 64), 64,
		             formal_vararg(r, p, r->call->args.items[p]), true);
	}
	return state;
}

void interp_run(Run *r)
{
	uint32_t nedges = 0;

	r->edge_base = mem_alloc((r->cfg->nblocks + 1) * sizeof *r->edge_base);
	for (BlockId b = 0; b < r->cfg->nblocks; b++) {
		r->edge_base[b] = nedges;
		nedges += r->cfg->succs[b].len;
	}
	r->edges = mem_calloc(nedges + 1, sizeof(State *));
	r->values = mem_calloc(r->f->instrs.len + 1, sizeof *r->values);
	r->conds = mem_calloc(r->cfg->nblocks + 1, sizeof *r->conds);
	State *state = entry_state(r);
	if (r->cfg->wto.items[0].is_loop)
		run_loop(r, 0, state);
	else
		run_block(r, 0, state);
	run_items(r, 1 + r->cfg->wto.items[0].count, r->cfg->wto.len);
	for (uint32_t i = 0; i < nedges; i++)
		state_free(r->edges[i]);
	free(r->edges);
	free(r->edge_base);
	bitset_release(&r->ran_inside);
}

static bool can_inline(Run *r, const Function *f, const Cfg *cfg, const Call *call)
{
	if (!f->is_stub || f->blocks.len != 1 || f->is_variadic || call->args.len < f->nparams)
		return false;
	for (LocalId l = 0; l < f->locals.len; l++)
		if (cfg->slot[l] == NONE)
			return false;
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		const Instr *callee = in->op == OP_CALL ? &f->instrs.items[in->a] : NULL;
		if (callee && (callee->op != OP_ADDR_FUNC ||
		               strncmp(str_text(r->e->program->functions.items[callee->imm].name), "__featdep_", 10)))
			return false;
	}
	return true;
}

bool interp_inline(Run *r, State *state, FuncId func, const Call *call, uint32_t instr, FlowId *result)
{
	const Function *f = &r->e->program->functions.items[func];
	Cfg *cfg = f->is_stub && f->blocks.len == 1 ? cfg_of(r->e, func) : NULL;

	if (!cfg || r->inline_at != NONE || !can_inline(r, f, cfg, call))
		return false;
	Run body = *r;
	body.f = f;
	body.cfg = cfg;
	body.inline_at = instr;
	body.within = r;
	body.ctx = iteration_ctx(r, r->ctx, instr + 0x40000000u, func);
	body.values = mem_calloc(f->instrs.len + 1, sizeof *body.values);
	FlowId *slots = state->slots;
	uint32_t nslots = state->nslots;
	body.outer_slots = slots;
	state->slots = mem_calloc(cfg->nslots + 1, sizeof *state->slots);
	state->nslots = cfg->nslots;
	for (uint32_t p = 0; p < f->nparams; p++)
		state->slots[cfg->slot[p]] = call->args.items[p];
	uint32_t last = f->instrs.len - 1;
	for (uint32_t i = 0; i < last; i++)
		eval(&body, state, i);
	*result = f->instrs.items[last].op == OP_RETURN && f->instrs.items[last].a != NONE ? interp_value(&body, f->instrs.items[last].a) : 0;
	free(state->slots);
	state->slots = slots;
	state->nslots = nslots;
	free(body.values);
	r->before = state;
	return true;
}
