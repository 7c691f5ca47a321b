/*
 * Where ways meet: the phi of every slot and every cell that differs between them, with the conditions that decide.
 * In a loop the numbers and targets of phis are widened to thresholds of the loop, then to infinity.
 */
#include "solve/cells.h"

enum { MAX_NESTED = 4, MAX_THRESHOLDS = 8, MAX_ASSUMPTIONS = 100 };

/* A bound that grew goes on to the next threshold for SLOT of the innermost loop around BLOCK, or to infinity. */
static void widen(Run *r, Range *num, Range before, BlockId block, uint32_t slot)
{
	const Cfg *cfg = r->cfg;
	bool stops = block < cfg->nblocks && cfg->loop[block] != NONE && r->iteration < MAX_THRESHOLDS;
	int64_t lo = num->lo, hi = num->hi;

	if (range_equal(*num, before))
		return;
	if (lo < before.lo)
		lo = stops ? threshold_below(cfg, block, slot, lo) : NEG_INF;
	if (hi > before.hi)
		hi = stops ? threshold_above(cfg, block, slot, hi) : POS_INF;
	*num = range_anchored(lo, hi, num->stride, range_anchor(*num));
}

/* Numbers that were widened to BEFORE and are NOW what comes together. The ends of a type are none worth going back to. */
static Range narrowed(Range now, Range before)
{
	int64_t lo = now.lo < -MANY_ELEMENTS ? before.lo : now.lo, hi = now.hi > MANY_ELEMENTS ? before.hi : now.hi;

	return range_anchored(lo, hi, now.stride, range_anchor(now));
}

static PtsId widen_pts(PtsId now, PtsId before)
{
	uint32_t n, m, k = 0;
	const Pointee *t = pts_targets(now, &n), *old = pts_targets(before, &m);
	Pointees wide = {0};

	if (now == before)
		return now;
	for (uint32_t i = 0; i < n; i++) {
		Pointee target = t[i];
		while (k < m && old[k].obj < target.obj)
			k++;
		if (k < m && old[k].obj == target.obj)
			target.off = offset_widen(target.off, old[k].off);
		vec_push(&wide, target);
	}
	PtsId result = pts_of(wide.items, wide.len);
	vec_release(&wide);
	return result;
}

/* Which predecessors of BLOCK (bits) each of the COUNT states of the join comes from; false: there are too many to say. */
static bool positions(const Run *r, BlockId block, uint32_t count, uint64_t *from)
{
	uint32_t npreds = r->cfg->preds[block].len;

	if (!r->join_preds || npreds > 64 || count > 64)
		return false;
	for (uint32_t i = 0; i < count; i++) {
		from[i] = 0;
		for (uint32_t p = 0; p < npreds; p++)
			from[i] |= (uint64_t)(r->cfg->preds[block].items[p] == r->join_preds[i]) << p;
	}
	return true;
}

FlowId behind_assumptions(Engine *e, FlowId node)
{
	for (int depth = 0; depth < MAX_ASSUMPTIONS; depth++) {
		const Flow *v = flow(e, node);
		bool taken = v->kind == FLOW_ASSUME && v->aux;
		bool assumed = v->ndeps && (v->kind == FLOW_ASSUME || (v->kind == FLOW_PHI && v->aux == PHI_ONE));
		if (!taken && !assumed)
			break;
		node = taken ? v->aux : e->deps.items[v->first_dep].from;
	}
	return node;
}

/* Do all ways from branch C to the join hold one value, so that C decides nothing about it? VALUES has one node for each
   of the COUNT predecessors that the join's states come FROM. */
static bool decides_nothing(Run *r, BlockId c, BlockId block, const FlowId *values, const uint64_t *from, uint32_t count)
{
	FlowId only = 0;
	bool some = false;

	for (uint32_t s = 0; s < r->cfg->succs[c].len; s++) {
		uint64_t reached = cfg_leads_to(r->cfg, c, s, block);
		for (uint32_t i = 0; i < count; i++) {
			if (!(reached & from[i]))
				continue;
			FlowId value = behind_assumptions(r->e, values[i]);
			if (some && value != only)
				return false;
			only = value;
			some = true;
		}
	}
	return some;
}

/* The conditions that decide which of VALUES comes to BLOCK; many of them stand behind one node for all phis. */
static void depend_on_deciders(Run *r, FlowId node, BlockId block, const FlowId *values, uint32_t nvalues)
{
	Engine *e = r->e;
	uint32_t all, count = 0;
	const BlockId *deciders = cfg_deciders(r->cfg, block, &all);
	uint64_t key = hash_u64(block, 0xDEC1);
	DepKind kind = DEP_CONTROL;
	FlowId to = node;
	Blocks deciding = {0};
	uint64_t from[64];
	bool placed = positions(r, block, nvalues, from);

	for (uint32_t i = 0; i < all; i++) {
		const FlowIds *conds = &r->conds[deciders[i]];
		if (!conds->len || (placed && decides_nothing(r, deciders[i], block, values, from, nvalues)))
			continue;
		vec_push(&deciding, deciders[i]);
		key = hash_u64(key, hash_content(conds->items, conds->len * sizeof *conds->items));
		count += conds->len;
	}
	bool known = false;
	if (count > FEW) {
		uint64_t hash = hash_u64(key, FLOW_VIA);
		to = map_get_or(&r->inst->nodes, hash, 0);
		kind = DEP_DATA;
		known = to != 0;
		if (!known) {
			to = flow_new(e, FLOW_VIA, r->inst->id, flow(e, node)->instr);
			map_put(&r->inst->nodes, hash, to);
		}
		flow_dep_full(e, node, (Dep){ to, DEP_CONTROL, false, true, false });
	}
	for (uint32_t i = 0; i < deciding.len && !known; i++)
		for (uint32_t k = 0; k < r->conds[deciding.items[i]].len; k++) {
			FlowId condition = r->conds[deciding.items[i]].items[k];
			if (flow(e, condition)->kind != FLOW_CONST)
				flow_dep_full(e, to, (Dep){ condition, (uint8_t)kind, false, true, false });
		}
	vec_release(&deciding);
}

/* The literal that V is, or that it stores. */
static const Instr *float_literal(Engine *e, const Flow *v)
{
	FuncId func = v->instr == NONE ? NONE : e->instances.items[v->inst]->func;
	if (func == NONE)
		return NULL;
	const Function *f = &e->program->functions.items[func];
	const Instr *in = &f->instrs.items[v->instr];

	if (v->kind == FLOW_STORE && in->op == OP_STORE)
		in = instr_behind_casts(f, in->b);
	return in->op == OP_CONST_FLOAT ? in : NULL;
}

/* Does nothing decide what V is: a constant, one that was assigned, one that a call always returns? */
static bool is_one_constant(const Flow *v)
{
	return !v->ndeps && (v->kind == FLOW_CONST || v->kind == FLOW_STORE || v->kind == FLOW_OUT);
}

static bool equal_constants(Engine *e, const Flow *a, const Flow *b)
{
	if (!is_one_constant(a) || !is_one_constant(b))
		return false;
	if (range_is_const(a->value.num))
		return range_equal(a->value.num, b->value.num) && a->value.pts == b->value.pts;
	const Instr *x = float_literal(e, a), *y = float_literal(e, b);
	return x && y && x->imm == y->imm;
}

static bool same_value(Engine *e, FlowId a, FlowId b)
{
	return a == b || equal_constants(e, flow(e, a), flow(e, b));
}

/* Are A and B what two calls of one function leave, who get the same of all that it depends on? */
static bool same_effect(Engine *e, FlowId a, FlowId b)
{
	const Flow *x = flow(e, a), *y = flow(e, b);

	if (x->kind != FLOW_OUT || y->kind != FLOW_OUT || x->inst != y->inst)
		return false;
	OutLink one = e->out_links.items[x->aux], other = e->out_links.items[y->aux];
	const Call *first = &e->calls.items[one.call], *second = &e->calls.items[other.call];
	const Instance *callee = e->instances.items[first->callee];
	if (first->callee != second->callee || one.out != other.out || callee->recursive || one.out >= callee->outs.len)
		return false;
	const Sources *sources = out_sources(callee, &callee->outs.items[one.out]);
	bool same = sources->core == NONE && !sources->origins.len;
	for (uint32_t i = 0; i < sources->formals.len && same; i++) {
		uint32_t in = sources->formals.items[i].source;
		same = in < first->ins.len && in < second->ins.len && same_value(e, first->ins.items[in], second->ins.items[in]);
	}
	return same;
}

/* Is one value assigned on all ways to the join, so that which way was taken decides nothing? */
static bool all_same_value(Engine *e, const FlowId *values, uint32_t count)
{
	FlowId first = 0;

	for (uint32_t i = 0; i < count; i++) {
		FlowId value = values[i] ? flow_behind_stores(e, behind_assumptions(e, values[i])) : 0;
		if (!value)
			return false;
		if (!first)
			first = value;
		if (!same_value(e, first, value) && !same_effect(e, first, value))
			return false;
	}
	return first != 0;
}

/* When the join decides which assignment to a declared feature is in force, its conditions are noted: a feature that
   is no model's input has no other node to depend on them. */
static void note_choice(Run *r, FlowId join, const FlowId *values, uint32_t count, BlockId block, const Location *at, uint64_t key)
{
	uint32_t mark = role_assigned_feature(r, values, count, at);

	if (mark == NONE)
		return;
	FlowId decision = flow_keyed(r, FLOW_PHI, flow(r->e, join)->instr, hash_u64(key, 0xC401));
	depend_on_deciders(r, decision, block, values, count);
	vec_push(&r->e->choices, (Choice){ join, decision, mark });
}

/* Is V, besides NODE and OTHER, nothing but what other phis have of the two? BEHIND: whatever conditions say of it. */
static bool hands_round(Engine *e, FlowId v, FlowId node, FlowId other, bool behind, int depth)
{
	v = behind ? behind_assumptions(e, v) : v;
	const Flow *f = flow(e, v);

	if (!v || v == node || v == other)
		return true;
	if (f->kind != FLOW_PHI || f->aux != PHI_WHOLE || f->ndeps > FEW || depth == 0)
		return false;
	for (uint32_t i = 0; i < f->ndeps; i++) {
		const Dep *d = &e->deps.items[f->first_dep + i];
		if (!d->condition && d->from != v && !hands_round(e, d->from, node, other, behind, depth - 1))
			return false;
	}
	return true;
}

/* The one value that comes to NODE from outside when phis of nested loops hand it round among each other; 0: there are
   several (Braun et al., "Simple and Efficient Construction of Static Single Assignment Form", CC 2013, section 3.2). */
static FlowId only_value(Engine *e, const FlowId *values, uint32_t count, FlowId node, bool behind)
{
	for (uint32_t k = 0; k < count; k++) {
		FlowId value = behind ? behind_assumptions(e, values[k]) : values[k];
		bool only = value && value != node;
		for (uint32_t i = 0; only && i < count; i++)
			only = hands_round(e, values[i], node, value, behind, MAX_NESTED);
		if (only)
			return value;
	}
	return 0;
}

/* Is NODE the phi of a loop's head that is ONE value, of which a condition inside said this or that in the pass before last? Then
   the body says nothing more of NODE itself, but would again of ONE: it stays, or passes would differ in turn for ever. */
static bool goes_round(Engine *e, FlowId node, FlowId one, const FlowId *values, uint32_t count)
{
	const Flow *v = flow(e, node);
	bool comes_back = false;

	for (uint32_t i = 0; i < count; i++)
		comes_back |= values[i] == node;
	return comes_back && v->aux == PHI_ONE && v->ndeps && e->deps.items[v->first_dep].from == one;
}

/* Where Instance.nodes has the phi of BLOCK for KEY. */
static uint64_t phi_key(const Run *r, BlockId block, uint64_t key)
{
	return hash_u64(hash_u64(hash_u64(hash_u64(key, block), r->ctx), 4242), FLOW_PHI);
}

static uint64_t slot_key(uint32_t slot, uint64_t key)
{
	return hash_u64(slot + 1, key);
}

FlowId phi_of_slot(const Run *r, BlockId block, uint32_t slot)
{
	return map_get_or(&r->inst->nodes, phi_key(r, block, slot_key(slot, JOIN_WAYS)), 0);
}

FlowId phi_of_cell(const Run *r, BlockId block, ObjId obj, const Cell *c)
{
	return map_get_or(&r->inst->nodes, phi_key(r, block, hash_u64(cell_key(obj, c->off, c->size), JOIN_WAYS)), 0);
}

/* The phi of a join for the location AT. VALUES has one node a predecessor, 0 where there is none. */
static FlowId phi(Run *r, const FlowId *values, uint32_t count, BlockId block, uint64_t key, bool force, const Location *at)
{
	Engine *e = r->e;
	FlowId first = 0;
	bool differ = false;

	for (uint32_t i = 0; i < count; i++) {
		if (!values[i])
			continue;
		if (!first)
			first = values[i];
		differ |= values[i] != first;
	}
	/* Without a value at first, what is left of the last invocation is state all the same. */
	force |= r->state_from && first && !values[0];
	if (!first || (!differ && !force))
		return first;
	const Function *f = r->f;
	uint32_t instr = block < f->blocks.len ? f->blocks.items[block].first : f->instrs.len - 1;
	uint64_t hash = phi_key(r, block, key);
	FlowId node = map_get_or(&r->inst->nodes, hash, 0);
	bool fresh = !node;
	if (fresh) {
		node = flow_new(e, FLOW_PHI, r->inst->id, instr);
		map_put(&r->inst->nodes, hash, node);
	}
	Value before = flow(e, node)->value, now = {0};
	bool some = false, whole = !force, all = true;
	FlowId only = force ? 0 : only_value(e, values, count, node, false);
	if (only)
		return goes_round(e, node, only, values, count) ? node : only;
	/* One value, of which conditions say this or that. */
	FlowId known = force ? 0 : only_value(e, values, count, node, true);
	flow_clear(e, node);
	flow_dep(e, node, known, DEP_DATA);
	for (uint32_t i = 0; i < count; i++) {
		all &= values[i] != 0;
		if (!values[i] || values[i] == node)
			continue;
		Value v = flow(e, values[i])->value;
		now = some ? value_join(now, v) : v;
		some = true;
		if (known) {
			flow(e, node)->type = flow(e, known)->type;
			continue;
		}
		if (flow(e, values[i])->kind != FLOW_CONST || flow(e, values[i])->marked)
			flow_dep_full(e, node, (Dep){ values[i], DEP_DATA, r->state_from && i >= r->state_from, false, false });
		else
			whole = false;
		flow(e, node)->type = flow(e, values[i])->type;
	}
	bool one_number = all && range_is_const(now.num) && !now.pts;
	if (!fresh && r->narrow) {
		now.num = narrowed(now.num, range_join(now.num, before.num));
	} else if (!fresh && r->widen) {
		Range both = range_join(now.num, before.num);
		r->wider |= !range_equal(narrowed(now.num, both), both);
		now.num = both;
		widen(r, &now.num, before.num, block, at->obj == NONE ? at->slot : NONE);
		now.pts = r->iteration > 4 ? widen_pts(pts_join(now.pts, before.pts), before.pts) : now.pts;
	}
	r->changed |= fresh || !range_equal(now.num, before.num) || now.pts != before.pts;
	flow(e, node)->value = now;
	flow(e, node)->aux = known ? PHI_ONE : whole ? PHI_WHOLE : 0;
	bool same = known || (!force && (one_number || all_same_value(e, values, count)));
	if (r->chosen && !same)
		flow_dep(e, node, r->chosen, DEP_INDEX);
	if (r->no_control || same)
		return node;
	depend_on_deciders(r, node, block, values, count);
	note_choice(r, node, values, count, block, at, hash);
	return node;
}

/* A number as wide as an address may be one: members of a union are written in turn. */
static uint8_t may_be_address(Engine *e, TypeId type)
{
	const Type *t = type == NONE ? NULL : &e->program->types.items[type];

	return t && t->kind == TY_INT && t->bits == 64 ? RELEVANT_KEPT : NOT_RELEVANT;
}

static FlowId read_at_join(Run *r, State *state, ObjId obj, Range off, int64_t size, TypeId type, uint32_t prefix)
{
	r->prefix = prefix;
	FlowId node = read_location(r, state, obj, off, size, type, r->block < r->f->blocks.len ? r->f->blocks.items[r->block].first : 0,
	                            may_be_address(r->e, type));
	r->prefix = 0;
	return node;
}

/* Is the place of KEY several at least, and was none of them written in STATE, which has OBJ from elsewhere? */
static bool is_as_it_came(Run *r, const State *state, ObjId obj, const Cell *key)
{
	ObjKind kind = r->e->objects.items[obj].kind;

	if (!cell_wide(key) || key->prefix || kind == OBJ_LOCAL || kind == OBJ_HEAP)
		return false;
	CellScan scan = cells_scan(state_cells(state, obj), key->off, key->size);
	return !cells_next(&scan);
}

/* What a state without a cell of its own at KEY holds there. Memory of one's own that nothing was put into may not be read:
   it says nothing against what there is on the other ways (so after `if (!p) return NULL;`). What may be there on top of
   something has nothing in its place where it is not: what is below has a cell of its own. Neither has what is written to many
   places at once where they are as they came: read as one value, they would all have part in each. */
static FlowId value_elsewhere(Run *r, State *state, ObjId obj, const Cell *key, bool *definite)
{
	ObjKind kind = r->e->objects.items[obj].kind;

	*definite = false;
	if (!key->must || is_as_it_came(r, state, obj, key))
		return 0;
	*definite = true;
	TypeId type = flow(r->e, key->node)->type;
	FlowId node = read_at_join(r, state, obj, key->off, key->size, type, 0);
	return node == undefined_node(r->e) && (kind == OBJ_LOCAL || kind == OBJ_HEAP) ? 0 : node;
}

/* Does every state hold cell C as it is, and no other in its place? */
static bool cell_common(State **states, uint32_t count, ObjId obj, const Cell *c)
{
	for (uint32_t i = 0; i < count; i++) {
		const Cells *cells = state_cells(states[i], obj);
		const Cell *same = cells ? cell_alone(cells, c->off, c->size) : NULL;
		if (!same || !cell_same(same, c))
			return false;
	}
	return true;
}

/* The cells of one state that are not in COMMON, which has the same order. */
static Cells *cells_besides(const Cells *all, const Cells *common)
{
	Cells *rest = cells_copy(NULL);

	for (uint32_t i = 0; all && i < all->cells.len; i++) {
		Cell c = all->cells.items[i];
		const Cell *shared = cell_exact(common, c.off, c.size);
		if (shared && cell_same(shared, &c))
			continue;
		rest->nwide += cell_wide(&c);
		vec_push(&rest->cells, c);
	}
	return rest;
}

/* HIGH on top of LOW, in the same place. */
static Cell twin_of(Run *r, ObjId obj, Cell low, Cell high)
{
	uint64_t key = cell_key(obj, low.off, low.size) ^ hash_u64(high.node, 77);
	Cell both = cell_new(low.off, low.size, weak_value(r, key, low.node, high.node), low.must || high.must, low.merged || high.merged);

	both.prefix = prefix_is_late(r) ? 0 : low.prefix ? low.prefix : high.prefix;
	if (!both.prefix)
		return both;
	FlowId below = low.prefix == both.prefix ? low.fresh : low.node, above = high.prefix == both.prefix ? high.fresh : high.node;
	both.fresh = below && above ? weak_value(r, key ^ FRESH, below, above) : below ? below : above;
	return both;
}

/* A place that has a value for certain and maybe another one on top has one cell for the join. */
static void merge_twins(Run *r, Cells *cells, ObjId obj)
{
	for (uint32_t i = 0; i < cells->cells.len; i++)
		/* Wide cells are in no order, the others by where they begin. */
		for (uint32_t k = i + 1; i < cells->nwide ? k < cells->nwide :
		     k < cells->cells.len && cells->cells.items[k].off.lo == cells->cells.items[i].off.lo;) {
			Cell *a = &cells->cells.items[i], b = cells->cells.items[k];
			if (a->size != b.size || !range_equal(a->off, b.off)) {
				k++;
				continue;
			}
			*a = twin_of(r, obj, a->must ? *a : b, a->must ? b : *a);
			cells_remove(cells, k);
		}
}

/* The first prefix that one of LISTS, the cells of OBJ in STATES, says something of for the cell in the place of CELL, or that was
   written where there is no such cell, and in VALUES, which are what each has there, what is left inside it; 0: none does. */
static uint32_t inside_prefix(Run *r, State **states, Cells **lists, uint32_t count, ObjId obj, const Cell *cell, FlowId *values)
{
	uint32_t prefix = 0;

	for (uint32_t i = 0; i < count && !prefix; i++) {
		const Cell *mine = cell_exact(lists[i], cell->off, cell->size);
		prefix = mine ? mine->prefix : prefix_around(r, states[i], obj, cell->off, cell->size);
	}
	for (uint32_t i = 0; i < count && prefix; i++) {
		const Cell *mine = cell_exact(lists[i], cell->off, cell->size);
		if (mine && mine->prefix == prefix)
			values[i] = mine->fresh;
		else if (!mine && values[i])
			values[i] = read_at_join(r, states[i], obj, cell->off, cell->size, flow(r->e, cell->node)->type, prefix);
	}
	return prefix;
}

/* Is there nothing in VALUES, behind that of a first state without a cell in this place, but what the join itself had there,
   handed round? Where a loop was thought to write there in an earlier round, and writes to a range of places now, what it writes is
   in that range. */
static bool is_left_over(const Run *r, const FlowId *values, uint32_t count, BlockId block, uint64_t key)
{
	FlowId own = map_get_or(&r->inst->nodes, phi_key(r, block, key), 0);

	if (!own)
		return false;
	for (uint32_t i = 1; i < count; i++)
		if (values[i] != own)
			return false;
	return true;
}

static void join_object(Run *r, State **states, uint32_t count, ObjId obj, State *out, BlockId block, uint64_t key)
{
	const Cells *first = state_cells(states[0], obj);
	Cells *common = cells_copy(NULL);
	bool same = true;

	for (uint32_t i = 0; first && i < first->cells.len; i++)
		if (cell_common(states, count, obj, &first->cells.items[i])) {
			common->nwide += i < first->nwide;
			vec_push(&common->cells, first->cells.items[i]);
		}
	Cells **lists = mem_calloc(count, sizeof *lists);
	for (uint32_t i = 0; i < count; i++) {
		lists[i] = cells_besides(state_cells(states[i], obj), common);
		same &= !lists[i]->cells.len;
		run_work(r, lists[i]->cells.len + common->cells.len / 16);
	}
	Cells *result = cells_edit(out, obj);
	result->cells.len = 0;
	result->nwide = common->nwide;
	vec_append(&result->cells, &common->cells);
	if (!same) {
		carve_all(lists, count);
		for (uint32_t i = 0; i < count; i++)
			merge_twins(r, lists[i], obj);
		FlowId *values = mem_calloc(count, sizeof *values);
		for (uint32_t a = 0; a < count; a++)
			for (uint32_t k = 0; k < lists[a]->cells.len; k++) {
				Cell cell = lists[a]->cells.items[k];
				if (cell_exact(result, cell.off, cell.size))
					continue;
				bool must = true, changed = false, comes_in = false;
				for (uint32_t i = 0; i < count; i++) {
					const Cell *mine = cell_exact(lists[i], cell.off, cell.size);
					bool definite = mine && mine->must;
					values[i] = mine ? mine->node : value_elsewhere(r, states[i], obj, &cell, &definite);
					must &= definite;
					changed |= !mine;
					comes_in |= mine && !i;
				}
				uint64_t where = hash_u64(cell_key(obj, cell.off, cell.size), key);
				if (!cell.prefix && !comes_in && is_left_over(r, values, count, block, where))
					continue;
				FlowId node = phi(r, values, count, block, where, changed, &(Location){ .obj = obj, .off = cell.off, .size = cell.size });
				Cell joined = cell_new(cell.off, cell.size, node, must, cell.merged);
				joined.prefix = prefix_is_late(r) ? 0 : inside_prefix(r, states, lists, count, obj, &cell, values);
				if (joined.prefix)
					joined.fresh = phi(r, values, count, block, where ^ FRESH, changed, &(Location){ .obj = obj, .off = cell.off, .size = cell.size });
				cells_insert(result, joined);
			}
		free(values);
	}
	for (uint32_t i = 0; i < count; i++)
		cells_drop(lists[i]);
	cells_drop(common);
	free(lists);
}

State *states_join(Run *r, State **states, uint32_t count, BlockId block, uint64_t key)
{
	if (count == 1)
		return state_copy(states[0]);
	State *out = state_new(states[0]->nslots);
	FlowId *values = mem_alloc(count * sizeof *values);
	for (uint32_t s = 0; s < out->nslots; s++) {
		for (uint32_t i = 0; i < count; i++)
			values[i] = states[i]->slots[s];
		out->slots[s] = phi(r, values, count, block, slot_key(s, key), false, &(Location){ .obj = NONE, .slot = s });
	}
	free(values);
	Bitset done = {0};
	for (uint32_t a = 0; a < count; a++)
		for (uint32_t k = 0; k < states[a]->mem.len; k++) {
			ObjId obj = states[a]->mem.items[k].obj;
			if (!bitset_add(&done, obj))
				continue;
			const Cells *first = state_cells(states[0], obj);
			bool shared = first != NULL;
			for (uint32_t i = 1; i < count && shared; i++)
				shared = state_cells(states[i], obj) == first;
			if (shared) {
				uint32_t at = mem_position(out, obj);
				vec_add(&out->mem);
				memmove(&out->mem.items[at + 1], &out->mem.items[at], (out->mem.len - 1 - at) * sizeof(ObjMem));
				out->mem.items[at] = (ObjMem){ obj, (Cells *)(uintptr_t)first };
				out->mem.items[at].cells->refs++;
			} else {
				join_object(r, states, count, obj, out, block, key);
			}
		}
	bitset_release(&done);
	forward_join(out, states, count);
	prefix_join(out, states, count);
	for (uint32_t i = 0; i < count; i++) {
		out->threads |= states[i]->threads;
		out->waited |= states[i]->waited;
	}
	return out;
}
