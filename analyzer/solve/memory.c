/*
 * Abstract memory: slots for plain locals, and for every other object a list of cells. A cell says which node a
 * location (or an evenly spaced set of locations) holds. Must-cells hide what was there at entry; may-cells add to
 * it. Cell lists are shared between states and copied when written.
 */
#include "solve/engine.h"

enum { MAX_CELLS = 3000, MAX_WIDE = 160, FEW = 16 };

State *state_new(uint32_t nslots)
{
	State *state = mem_calloc(1, sizeof *state);

	state->nslots = nslots;
	state->slots = mem_calloc(nslots + 1, sizeof *state->slots);
	return state;
}

static void cells_drop(Cells *cells)
{
	if (--cells->refs)
		return;
	vec_release(&cells->cells);
	free(cells);
}

State *state_copy(const State *state)
{
	State *copy = state_new(state->nslots);

	memcpy(copy->slots, state->slots, state->nslots * sizeof *copy->slots);
	vec_append(&copy->mem, &state->mem);
	for (uint32_t i = 0; i < copy->mem.len; i++)
		copy->mem.items[i].cells->refs++;
	vec_append(&copy->stored, &state->stored);
	return copy;
}

void state_free(State *state)
{
	if (!state)
		return;
	for (uint32_t i = 0; i < state->mem.len; i++)
		cells_drop(state->mem.items[i].cells);
	vec_release(&state->mem);
	vec_release(&state->stored);
	free(state->slots);
	free(state);
}

/* Position of OBJ in the sorted list, or where it would be. */
static uint32_t mem_position(const State *state, ObjId obj)
{
	uint32_t lo = 0, hi = state->mem.len;

	while (lo < hi) {
		uint32_t mid = (lo + hi) / 2;
		if (state->mem.items[mid].obj < obj)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

const Cells *state_cells(const State *state, ObjId obj)
{
	uint32_t at = mem_position(state, obj);

	return at < state->mem.len && state->mem.items[at].obj == obj ? state->mem.items[at].cells : NULL;
}

static Cells *cells_edit(State *state, ObjId obj)
{
	uint32_t at = mem_position(state, obj);

	if (at == state->mem.len || state->mem.items[at].obj != obj) {
		vec_add(&state->mem);
		memmove(&state->mem.items[at + 1], &state->mem.items[at], (state->mem.len - 1 - at) * sizeof(ObjMem));
		state->mem.items[at] = (ObjMem){ obj, mem_calloc(1, sizeof(Cells)) };
		state->mem.items[at].cells->refs = 1;
	}
	ObjMem *mem = &state->mem.items[at];
	if (mem->cells->refs > 1) {
		Cells *copy = mem_calloc(1, sizeof *copy);
		copy->refs = 1;
		copy->nwide = mem->cells->nwide;
		vec_append(&copy->cells, &mem->cells->cells);
		mem->cells->refs--;
		mem->cells = copy;
	}
	return mem->cells;
}

/* Is the cell one gapless run of bits? */
static bool cell_dense(const Cell *c)
{
	return range_is_const(c->off) || c->off.stride <= c->size;
}

static int64_t cell_end(const Cell *c)
{
	return c->off.hi == POS_INF ? POS_INF : c->off.hi + c->size;
}

enum { NARROW = 64 };

static bool cell_wide(const Cell *c)
{
	return !range_is_const(c->off) || c->size > NARROW;
}

/* First narrow cell at or behind LO. */
static uint32_t narrow_from(const Cells *cells, int64_t lo)
{
	uint32_t first = cells->nwide, last = cells->cells.len;

	while (first < last) {
		uint32_t mid = first + (last - first) / 2;
		if (cells->cells.items[mid].off.lo < lo)
			first = mid + 1;
		else
			last = mid;
	}
	return first;
}

static void cells_insert(Cells *cells, Cell c)
{
	uint32_t at = cell_wide(&c) ? cells->nwide : narrow_from(cells, c.off.lo);

	cells->nwide += cell_wide(&c);
	vec_push(&cells->cells, c);
	memmove(&cells->cells.items[at + 1], &cells->cells.items[at], (cells->cells.len - 1 - at) * sizeof c);
	cells->cells.items[at] = c;
}

CellScan cells_scan(const Cells *cells, Range off, int64_t size)
{
	return (CellScan){ cells, off, size, 0 };
}

const Cell *cells_next(CellScan *scan)
{
	const Cells *cells = scan->cells;

	for (; cells && scan->at < cells->cells.len; scan->at++) {
		if (scan->at == cells->nwide && scan->off.lo != NEG_INF) {
			uint32_t from = narrow_from(cells, scan->off.lo - NARROW);
			if (from > scan->at)
				scan->at = from;
			if (scan->at >= cells->cells.len)
				return NULL;
		}
		const Cell *c = &cells->cells.items[scan->at];
		if (scan->at >= cells->nwide && scan->off.hi != POS_INF && c->off.lo >= scan->off.hi + scan->size)
			return NULL;
		if (range_overlaps(c->off, c->size, scan->off, scan->size)) {
			scan->at++;
			return c;
		}
	}
	return NULL;
}

/* How far from AT on does cell C cover, when it does at all? */
static int64_t covers_until(const Cell *c, int64_t at)
{
	if (!c->must || c->off.lo > at || c->off.lo == NEG_INF)
		return at;
	if (cell_dense(c))
		return cell_end(c) > at ? cell_end(c) : at;
	if (at >= cell_end(c))
		return at;
	int64_t inside = (at - c->off.lo) % c->off.stride;
	return inside < c->size ? at + c->size - inside : at;
}

static bool any_wide_must(const Cells *cells)
{
	for (uint32_t i = 0; i < cells->nwide; i++)
		if (cells->cells.items[i].must)
			return true;
	return false;
}

/* Do must-cells cover [lo, lo + size)? Of wide cells only the first NWIDE are looked at. */
static bool covered(const Cells *cells, uint32_t nwide, int64_t lo, int64_t size)
{
	int64_t at = lo, end = lo + size;

	while (at < end) {
		int64_t before = at;
		for (uint32_t i = 0; i < nwide && at < end; i++)
			at = covers_until(&cells->cells.items[i], at);
		for (uint32_t i = narrow_from(cells, at - NARROW); i < cells->cells.len && at < end; i++) {
			if (cells->cells.items[i].off.lo > at)
				break;
			at = covers_until(&cells->cells.items[i], at);
		}
		if (at == before)
			return false;
	}
	return true;
}

static bool range_covered(const Cells *cells, Range off, int64_t size)
{
	uint32_t nwide = any_wide_must(cells) ? cells->nwide : 0;

	if (off.lo == NEG_INF || off.hi == POS_INF)
		return false;
	if (range_is_const(off))
		return covered(cells, nwide, off.lo, size);
	if (off.stride <= size)
		return covered(cells, nwide, off.lo, off.hi - off.lo + size);
	for (uint32_t i = 0; i < nwide; i++) {
		const Cell *c = &cells->cells.items[i];
		if (c->must && c->off.lo <= off.lo && c->off.hi >= off.hi && c->size >= size && c->off.stride &&
		    off.stride % c->off.stride == 0 && c->off.lo != NEG_INF && (off.lo - c->off.lo) % c->off.stride == 0)
			return true;
	}
	int64_t count = (off.hi - off.lo) / off.stride + 1;
	for (int64_t k = 0; count <= 256 && k < count; k++)
		if (!covered(cells, nwide, off.lo + k * off.stride, size))
			return false;
	return count <= 256;
}

void memory_collect(const State *state, ObjId obj, Range off, int64_t size, FlowIds *nodes, bool *entry_visible)
{
	const Cells *cells = state_cells(state, obj);

	*entry_visible = true;
	if (!cells)
		return;
	CellScan scan = cells_scan(cells, off, size);
	Map seen = {0};
	for (const Cell *c; (c = cells_next(&scan));) {
		bool known = false;
		for (uint32_t k = 0; k < nodes->len && k < FEW && !known; k++)
			known = nodes->items[k] == c->node;
		if (!known && (nodes->len < FEW || map_put(&seen, c->node, 0)))
			vec_push(nodes, c->node);
	}
	map_release(&seen);
	*entry_visible = !range_covered(cells, off, size);
}

/* Takes [lo, end) out of cell C, which overlaps it; what is left goes to KEPT. */
static void cell_cut(const Cell *c, int64_t lo, int64_t end, Cells *kept)
{
	if (range_is_const(c->off) || cell_dense(c)) {
		int64_t c_lo = c->off.lo, c_end = cell_end(c);
		bool element_wise = !range_is_const(c->off) && c->off.stride == c->size && c_lo != NEG_INF;
		if (element_wise && (lo - c_lo) % c->size == 0 && (end - lo) % c->size == 0) {
			if (c_lo < lo)
				vec_push(&kept->cells, (Cell){ range_join(range_const(c_lo), (Range){ lo - c->size, lo - c->size, 0 }), c->size, c->node, c->must });
			if (c_end > end)
				vec_push(&kept->cells, (Cell){ c_end == POS_INF ? (Range){ end, POS_INF, c->size } : (Range){ end, c_end - c->size, end == c_end - c->size ? 0 : c->size }, c->size, c->node, c->must });
			for (uint32_t i = 0; i < kept->cells.len; i++) {
				Cell *k = &kept->cells.items[i];
				if (k->node == c->node && !range_is_const(k->off))
					k->off.stride = c->size;
			}
			return;
		}
		if (range_is_const(c->off)) {
			if (c_lo < lo)
				vec_push(&kept->cells, (Cell){ range_const(c_lo), lo - c_lo, c->node, c->must });
			if (c_end > end)
				vec_push(&kept->cells, (Cell){ range_const(end), c_end - end, c->node, c->must });
			return;
		}
	} else if (c->off.lo != NEG_INF) {
		/* Whole elements inside [lo, end) go. */
		int64_t s = c->off.stride;
		int64_t first = (lo - c->off.lo + s - 1) / s;
		first = lo <= c->off.lo ? 0 : first;
		int64_t last = (end - c->size - c->off.lo) / s;
		if (end - c->size >= c->off.lo && first <= last) {
			int64_t before = c->off.lo + (first - 1) * s, after = c->off.lo + (last + 1) * s;
			if (first > 0)
				vec_push(&kept->cells, (Cell){ { c->off.lo, before, before == c->off.lo ? 0 : s }, c->size, c->node, c->must });
			if (after <= c->off.hi)
				vec_push(&kept->cells, (Cell){ { after, c->off.hi, after == c->off.hi ? 0 : s }, c->size, c->node, c->must });
			return;
		}
	}
	vec_push(&kept->cells, *c);
}

/* Removes [lo, end) from all cells. */
static void cells_cut(Cells *cells, int64_t lo, int64_t end)
{
	Cells kept = {0};
	uint32_t to = 0, nwide = 0;
	uint32_t first = narrow_from(cells, lo - NARROW);

	for (uint32_t i = 0; i < cells->cells.len; i++) {
		if (i == cells->nwide && first > i && to == i)
			to = i = first; /* nothing moved and nothing before FIRST is met */
		if (i >= cells->cells.len)
			break;
		Cell c = cells->cells.items[i];
		if (range_overlaps(c.off, c.size, range_const(lo), end - lo)) {
			cell_cut(&c, lo, end, &kept);
			continue;
		}
		nwide += i < cells->nwide;
		cells->cells.items[to++] = c;
	}
	cells->cells.len = to;
	cells->nwide = nwide;
	for (uint32_t i = 0; i < kept.cells.len; i++)
		cells_insert(cells, kept.cells.items[i]);
	vec_release(&kept.cells);
}

static Cell *cell_exact(const Cells *cells, Range off, int64_t size)
{
	Cell key = { off, size, 0, false };
	bool wide = cell_wide(&key);
	uint32_t end = wide ? cells->nwide : cells->cells.len;

	for (uint32_t i = wide ? 0 : narrow_from(cells, off.lo); i < end; i++) {
		Cell *c = &cells->cells.items[i];
		if (!wide && c->off.lo > off.lo)
			break;
		if (c->size == size && range_equal(c->off, off))
			return c;
	}
	return NULL;
}

/* Too many overlapping ranges: one for all of them. */
static void merge_wide(Run *r, Cells *cells, ObjId obj, uint32_t instr)
{
	Engine *e = r->e;
	FlowId all = flow_keyed(r, FLOW_MERGE, instr, hash_u64(obj, 98));
	Cell hull = cells->cells.items[0];
	PtsId pts = 0;

	for (uint32_t i = 0; i < cells->nwide; i++) {
		const Cell *c = &cells->cells.items[i];
		flow_dep(e, all, c->node, DEP_DATA);
		pts = pts_join(pts, flow(e, c->node)->value.pts);
		hull.off = range_join(hull.off, c->off);
		hull.size = c->size > hull.size ? c->size : hull.size;
	}
	flow(e, all)->value.pts = pts;
	flow(e, all)->type = flow(e, hull.node)->type;
	memmove(cells->cells.items, cells->cells.items + cells->nwide, (cells->cells.len - cells->nwide) * sizeof(Cell));
	cells->cells.len -= cells->nwide;
	cells->nwide = 0;
	hull.node = all;
	hull.must = false;
	cells_insert(cells, hull);
}

static uint64_t cell_key(ObjId obj, Range off, int64_t size)
{
	uint64_t hash = hash_u64(obj, (uint64_t)off.lo);
	return hash_u64(hash_u64(hash, (uint64_t)off.hi), (uint64_t)size);
}

void memory_write(Run *r, State *state, ObjId obj, Range off, int64_t size, FlowId node, bool strong)
{
	Cells *cells = cells_edit(state, obj);

	forward_written(state, obj, off, size);
	if (strong && range_is_const(off)) {
		cells_cut(cells, off.lo, off.lo + size);
		cells_insert(cells, (Cell){ off, size, node, true });
		return;
	}
	Cell *same = cell_exact(cells, off, size);
	if (strong && !range_is_const(off) && off.lo != NEG_INF && off.hi != POS_INF) {
		if (off.stride <= size)
			cells_cut(cells, off.lo, off.hi + size);
		cells_insert(cells, (Cell){ off, size, node, true });
		return;
	}
	if (same) {
		FlowId old = same->node;
		uint32_t at = flow(r->e, node)->instr;
		uint64_t key = cell_key(obj, off, size) ^ hash_u64(node, 77);
		if (old == node || old == flow_find(r, FLOW_WEAK, at, key))
			return;
		FlowId both = flow_keyed(r, FLOW_WEAK, at, key);
		flow_dep(r->e, both, old, DEP_DATA);
		flow_dep(r->e, both, node, DEP_DATA);
		Value a = flow(r->e, old)->value, b = flow(r->e, node)->value;
		flow(r->e, both)->value = (Value){ range_join(a.num, b.num), pts_join(a.pts, b.pts) };
		flow(r->e, both)->type = flow(r->e, node)->type;
		same->node = both;
		return;
	}
	if (cells->nwide >= MAX_WIDE)
		merge_wide(r, cells, obj, flow(r->e, node)->instr);
	if (cells->cells.len < MAX_CELLS) {
		cells_insert(cells, (Cell){ off, size, node, false });
		return;
	}
	/* Too many to tell apart: one cell for everything from now on. */
	FlowId all = flow_keyed(r, FLOW_MERGE, flow(r->e, node)->instr, hash_u64(obj, 99));
	PtsId pts = flow(r->e, node)->value.pts;
	flow_dep(r->e, all, node, DEP_DATA);
	for (uint32_t i = 0; i < cells->cells.len; i++) {
		flow_dep(r->e, all, cells->cells.items[i].node, DEP_DATA);
		pts = pts_join(pts, flow(r->e, cells->cells.items[i].node)->value.pts);
	}
	flow(r->e, all)->value.pts = pts;
	vec_clear(&cells->cells);
	cells->nwide = 0;
	cells_insert(cells, (Cell){ { NEG_INF, POS_INF, 1 }, 1, all, false });
}

void memory_replace(State *state, ObjId obj, FlowId old, FlowId node)
{
	Cells *cells = cells_edit(state, obj);

	forward_written(state, obj, range_top(), 1);
	for (uint32_t i = 0; i < cells->cells.len; i++)
		if (cells->cells.items[i].node == old)
			cells->cells.items[i].node = node;
}

/* ---- joins ---- */

static bool same_cells(const Cells *a, const Cells *b)
{
	if (a == b)
		return true;
	if (!a || !b || a->cells.len != b->cells.len)
		return false;
	for (uint32_t i = 0; i < a->cells.len; i++) {
		const Cell *x = &a->cells.items[i], *y = &b->cells.items[i];
		if (x->node == y->node && x->must == y->must && x->size == y->size && range_equal(x->off, y->off))
			continue;
		y = cell_exact(b, x->off, x->size);
		if (!y || x->node != y->node || x->must != y->must)
			return false;
	}
	return true;
}

bool states_equal(const State *a, const State *b)
{
	if (memcmp(a->slots, b->slots, a->nslots * sizeof *a->slots) || a->mem.len != b->mem.len || !forward_equal(a, b))
		return false;
	for (uint32_t i = 0; i < a->mem.len; i++)
		if (a->mem.items[i].obj != b->mem.items[i].obj || !same_cells(a->mem.items[i].cells, b->mem.items[i].cells))
			return false;
	return true;
}

static void widen(Run *r, Range *num, Range before)
{
	const Cfg *cfg = r->cfg;

	if (range_equal(*num, before))
		return;
	if (num->lo < before.lo) {
		int64_t lo = NEG_INF;
		for (uint32_t i = 0; i < cfg->thresholds.len && r->iteration < 8; i++)
			if (cfg->thresholds.items[i] <= num->lo)
				lo = cfg->thresholds.items[i];
		num->lo = lo;
	}
	if (num->hi > before.hi) {
		int64_t hi = POS_INF;
		for (uint32_t i = cfg->thresholds.len; i-- > 0 && r->iteration < 8;)
			if (cfg->thresholds.items[i] >= num->hi)
				hi = cfg->thresholds.items[i];
		num->hi = hi;
	}
	if (num->stride == 0 && num->lo != num->hi)
		num->stride = 1;
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
		if (k < m && old[k].obj == target.obj) {
			if (target.off.lo < old[k].off.lo)
				target.off.lo = NEG_INF;
			if (target.off.hi > old[k].off.hi)
				target.off.hi = POS_INF;
		}
		if (target.off.lo != target.off.hi && !target.off.stride)
			target.off.stride = 1;
		vec_push(&wide, target);
	}
	PtsId result = pts_of(wide.items, wide.len);
	vec_release(&wide);
	return result;
}

/* Do all ways from branch C to the join hold one value, so that C decides nothing about it? VALUES has one node for each
   of the COUNT predecessors that the join's states come from. */
static bool decides_nothing(Run *r, BlockId c, BlockId block, const FlowId *values, uint32_t count)
{
	Cfg *cfg = r->cfg;
	FlowId only = 0;
	bool some = false;

	if (!r->join_preds || cfg->preds[block].len > 64)
		return false;
	for (uint32_t s = 0; s < cfg->succs[c].len; s++) {
		uint64_t reached = cfg_leads_to(cfg, c, s, block);
		for (uint32_t i = 0; i < count; i++)
			for (uint32_t p = 0; p < cfg->preds[block].len; p++) {
				if (cfg->preds[block].items[p] != r->join_preds[i] || !(reached >> p & 1))
					continue;
				if (some && values[i] != only)
					return false;
				only = values[i];
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
	FlowIds conditions = {0};

	for (uint32_t i = 0; i < all; i++) {
		if (!r->conds[deciders[i]].len || decides_nothing(r, deciders[i], block, values, nvalues))
			continue;
		for (uint32_t k = 0; k < r->conds[deciders[i]].len; k++, count++) {
			key = hash_u64(key, r->conds[deciders[i]].items[k]);
			vec_push(&conditions, r->conds[deciders[i]].items[k]);
		}
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
	for (uint32_t k = 0; k < conditions.len && !known; k++)
		if (flow(e, conditions.items[k])->kind != FLOW_CONST)
			flow_dep_full(e, to, (Dep){ conditions.items[k], (uint8_t)kind, false, true, false });
	vec_release(&conditions);
}

/* What NODE was assigned, when it is an assignment and nothing else. */
static FlowId behind_stores(Engine *e, FlowId node)
{
	for (int depth = 0; depth < FEW; depth++) {
		const Flow *v = flow(e, node);
		const Dep *d = &e->deps.items[v->first_dep];
		if (v->kind != FLOW_STORE || v->marked || v->ndeps != 1 || d->kind != DEP_DATA || d->state)
			break;
		node = d->from;
	}
	return node;
}

/* Is one value assigned on all ways to the join, so that which way was taken decides nothing? */
static bool all_same_value(Engine *e, const FlowId *values, uint32_t count)
{
	FlowId first = 0;

	for (uint32_t i = 0; i < count; i++) {
		FlowId value = values[i] ? behind_stores(e, values[i]) : 0;
		if (!value)
			return false;
		if (!first)
			first = value;
		const Flow *a = flow(e, first), *b = flow(e, value);
		bool constants = !a->marked && !b->marked && !a->ndeps && !b->ndeps &&
			(a->kind == FLOW_CONST || a->kind == FLOW_STORE) && (b->kind == FLOW_CONST || b->kind == FLOW_STORE);
		if (first != value && !(constants && range_is_const(a->value.num) && range_equal(a->value.num, b->value.num) &&
		                        a->value.pts == b->value.pts))
			return false;
	}
	return first != 0;
}

/* The phi of a join for one location. VALUES has one node a predecessor, 0 where there is none. */
static FlowId phi(Run *r, const FlowId *values, uint32_t count, BlockId block, uint64_t key, bool force)
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
	if (!first || (!differ && !force))
		return first;
	const Function *f = r->f;
	uint32_t at = block < f->blocks.len ? f->blocks.items[block].first : f->instrs.len - 1;
	uint64_t hash = hash_u64(hash_u64(hash_u64(hash_u64(key, block), r->ctx), 4242), FLOW_PHI);
	FlowId node = map_get_or(&r->inst->nodes, hash, 0);
	bool fresh = !node;
	if (fresh) {
		node = flow_new(e, FLOW_PHI, r->inst->id, at);
		map_put(&r->inst->nodes, hash, node);
	}
	Value before = flow(e, node)->value, now = {0};
	bool some = false;
	/* A phi that gets itself back round the loop and one other value is that value. */
	FlowId other = 0;
	bool single = true;
	for (uint32_t i = 0; i < count; i++) {
		if (!values[i] || values[i] == node)
			continue;
		single &= !other || other == values[i];
		other = values[i];
	}
	if (single && !force && other)
		return other;
	flow_clear(e, node);
	for (uint32_t i = 0; i < count; i++) {
		if (!values[i] || values[i] == node)
			continue;
		Value v = flow(e, values[i])->value;
		now = some ? (Value){ range_join(now.num, v.num), pts_join(now.pts, v.pts) } : v;
		some = true;
		if (flow(e, values[i])->kind != FLOW_CONST || flow(e, values[i])->marked)
			flow_dep_full(e, node, (Dep){ values[i], DEP_DATA, r->state_from && i >= r->state_from, false, false });
		flow(e, node)->type = flow(e, values[i])->type;
	}
	if (!fresh && r->widen) {
		now.num = range_join(now.num, before.num);
		widen(r, &now.num, before.num);
		now.pts = r->iteration > 4 ? widen_pts(pts_join(now.pts, before.pts), before.pts) : now.pts;
	}
	r->changed |= fresh || !range_equal(now.num, before.num) || now.pts != before.pts;
	flow(e, node)->value = now;
	if (r->no_control || (!force && all_same_value(e, values, count)))
		return node;
	depend_on_deciders(r, node, block, values, count);
	return node;
}

/* Splits the must-cell over the location of KEY so that it has a cell of its own. */
static void carve(Cells *cells, const Cell *key)
{
	if (cell_exact(cells, key->off, key->size))
		return;
	CellScan scan = cells_scan(cells, key->off, key->size);
	for (const Cell *found; (found = cells_next(&scan));) {
		Cell c = *found;
		if (!c.must || !cell_dense(&c) || c.off.lo > key->off.lo || cell_end(&c) < key->off.lo + key->size)
			continue;
		Cells kept = {0};
		cell_cut(&c, key->off.lo, key->off.lo + key->size, &kept);
		bool cut = kept.cells.len != 1 || !range_equal(kept.cells.items[0].off, c.off) || kept.cells.items[0].size != c.size;
		if (cut) {
			uint32_t at = (uint32_t)(found - cells->cells.items);
			cells->nwide -= cell_wide(&c);
			memmove(&cells->cells.items[at], &cells->cells.items[at + 1], (cells->cells.len - 1 - at) * sizeof c);
			cells->cells.len--;
			cells_insert(cells, (Cell){ key->off, key->size, c.node, true });
			for (uint32_t i = 0; i < kept.cells.len; i++)
				cells_insert(cells, kept.cells.items[i]);
		}
		vec_release(&kept.cells);
		return;
	}
}

static void cells_remove(Cells *cells, uint32_t at)
{
	cells->nwide -= at < cells->nwide;
	memmove(&cells->cells.items[at], &cells->cells.items[at + 1], (cells->cells.len - 1 - at) * sizeof(Cell));
	cells->cells.len--;
}

/* Elements of one row: the same number of them, the same distance apart. */
static bool same_row(Range a, Range b)
{
	return a.stride == b.stride && a.lo != NEG_INF && b.lo != NEG_INF && a.hi - a.lo == b.hi - b.lo && llabs(a.lo - b.lo) < a.stride;
}

/* The cell of CELLS, one gapless must-cell, that holds [lo, end) and more; NONE. */
static uint32_t cell_around(const Cells *cells, int64_t lo, int64_t end)
{
	CellScan scan = cells_scan(cells, range_const(lo), end - lo);

	for (const Cell *c; (c = cells_next(&scan));)
		if (c->must && range_is_const(c->off) && c->off.lo <= lo && cell_end(c) >= end)
			return (uint32_t)(c - cells->cells.items);
	return NONE;
}

/* The members of an array of records are keys of one distance: splits the must-cell over all of them (a memset of the
   whole) into what is before the array, each member of all its elements, what is between them, and what is behind. */
static void carve_row(Cells *cells, const Cell *key, const Cells *keys)
{
	int64_t stride = key->off.stride, start = key->off.lo, last = key->off.lo + key->size;

	if (cell_exact(cells, key->off, key->size))
		return;
	for (uint32_t i = 0; i < keys->nwide; i++) {
		const Cell *k = &keys->cells.items[i];
		if (!same_row(k->off, key->off) || k->size > stride)
			continue;
		start = k->off.lo < start ? k->off.lo : start;
		last = k->off.lo + k->size > last ? k->off.lo + k->size : last;
	}
	int64_t length = key->off.hi - key->off.lo, end = start + length + stride;
	uint32_t at = last - start > stride ? NONE : cell_around(cells, start, end);
	if (at == NONE)
		return;
	Cell whole = cells->cells.items[at];
	cells_remove(cells, at);
	if (whole.off.lo < start)
		cells_insert(cells, (Cell){ whole.off, start - whole.off.lo, whole.node, true });
	if (cell_end(&whole) > end)
		cells_insert(cells, (Cell){ range_const(end), cell_end(&whole) - end, whole.node, true });
	for (int64_t from = 0; from < stride;) {
		int64_t next = stride, size = 0;
		for (uint32_t i = 0; i < keys->nwide; i++) {
			const Cell *k = &keys->cells.items[i];
			if (!same_row(k->off, key->off) || k->size > stride || k->off.lo - start < from)
				continue;
			if (k->off.lo - start == from)
				size = k->size > size ? k->size : size;
			else if (k->off.lo - start < next)
				next = k->off.lo - start;
		}
		size = size && from + size <= next ? size : next - from;
		cells_insert(cells, (Cell){ { start + from, start + from + length, stride }, size, whole.node, true });
		from += size;
	}
}

static void carve_rows(Cells *cells, const Cells *keys)
{
	for (uint32_t i = 0; i < keys->nwide; i++) {
		const Cell *key = &keys->cells.items[i];
		if (key->off.lo != NEG_INF && key->off.hi != POS_INF && key->off.stride > 0 && key->size <= key->off.stride)
			carve_row(cells, key, keys);
	}
}

static void carve_all(Cells **lists, uint32_t count)
{
	for (uint32_t a = 0; a < count; a++)
		for (uint32_t b = 0; b < count; b++)
			if (a != b)
				carve_rows(lists[b], lists[a]);
	for (uint32_t a = 0; a < count; a++) {
		Cells keys = {0};
		vec_append(&keys.cells, &lists[a]->cells);
		for (uint32_t k = 0; k < keys.cells.len; k++)
			for (uint32_t b = 0; b < count && range_is_const(keys.cells.items[k].off); b++)
				if (b != a)
					carve(lists[b], &keys.cells.items[k]);
		vec_release(&keys.cells);
	}
}

static Cells *cells_copy(const Cells *from)
{
	Cells *copy = mem_calloc(1, sizeof *copy);

	copy->refs = 1;
	if (from) {
		copy->nwide = from->nwide;
		vec_append(&copy->cells, &from->cells);
	}
	return copy;
}

/* What a state without a cell of its own at KEY holds there. */
static FlowId value_elsewhere(Run *r, State *state, const Cells *cells, ObjId obj, const Cell *key, bool *definite)
{
	CellScan scan = cells_scan(cells, key->off, key->size);

	*definite = false;
	if (!cells_next(&scan) && !key->must)
		return 0;
	*definite = true;
	return read_location(r, state, obj, key->off, key->size, flow(r->e, key->node)->type,
	                     r->block < r->f->blocks.len ? r->f->blocks.items[r->block].first : 0, false);
}

/* Does every state hold cell C as it is? */
static bool cell_common(State **states, uint32_t count, ObjId obj, const Cell *c)
{
	for (uint32_t i = 1; i < count; i++) {
		const Cells *cells = state_cells(states[i], obj);
		const Cell *same = cells ? cell_exact(cells, c->off, c->size) : NULL;
		if (!same || same->node != c->node || same->must != c->must)
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
		if (shared && shared->node == c.node && shared->must == c.must)
			continue;
		rest->nwide += cell_wide(&c);
		vec_push(&rest->cells, c);
	}
	return rest;
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
		r->inst->steps += lists[i]->cells.len + common->cells.len / 16;
		r->e->steps += lists[i]->cells.len + common->cells.len / 16;
	}
	Cells *result = cells_edit(out, obj);
	result->cells.len = 0;
	result->nwide = common->nwide;
	vec_append(&result->cells, &common->cells);
	if (!same) {
		carve_all(lists, count);
		FlowId *values = mem_calloc(count, sizeof *values);
		for (uint32_t a = 0; a < count; a++)
			for (uint32_t k = 0; k < lists[a]->cells.len; k++) {
				Cell cell = lists[a]->cells.items[k];
				if (cell_exact(result, cell.off, cell.size))
					continue;
				bool must = true, changed = false;
				for (uint32_t i = 0; i < count; i++) {
					const Cell *mine = cell_exact(lists[i], cell.off, cell.size);
					bool definite = mine && mine->must;
					values[i] = mine ? mine->node : value_elsewhere(r, states[i], state_cells(states[i], obj), obj, &cell, &definite);
					must &= definite;
					changed |= !mine;
				}
				uint64_t where = hash_u64(cell_key(obj, cell.off, cell.size), key);
				FlowId node = phi(r, values, count, block, where, changed);
				cells_insert(result, (Cell){ cell.off, cell.size, node, must });
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
		out->slots[s] = phi(r, values, count, block, hash_u64(s + 1, key), false);
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
	return out;
}
