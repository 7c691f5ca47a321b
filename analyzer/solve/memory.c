/*
 * Abstract memory: slots for plain locals, and for every other object a list of cells. A cell says which node a
 * location (or an evenly spaced set of locations) holds. Must-cells hide what was there at entry; may-cells add to
 * it. Cell lists are shared between states and copied when written.
 */
#include "solve/cells.h"

State *state_new(uint32_t nslots)
{
	State *state = mem_calloc(1, sizeof *state);

	state->nslots = nslots;
	state->slots = mem_calloc(nslots + 1, sizeof *state->slots);
	return state;
}

void cells_drop(Cells *cells)
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
	vec_append(&copy->written, &state->written);
	copy->threads = state->threads;
	copy->waited = state->waited;
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
	vec_release(&state->written);
	free(state->slots);
	free(state);
}

uint32_t mem_position(const State *state, ObjId obj)
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

void state_replace(State *state, State *by)
{
	State old = *state;

	*state = *by;
	*by = old;
	state_free(by);
}

const Cells *state_cells(const State *state, ObjId obj)
{
	uint32_t at = mem_position(state, obj);

	return at < state->mem.len && state->mem.items[at].obj == obj ? state->mem.items[at].cells : NULL;
}

void state_forget(State *state, ObjId obj)
{
	uint32_t at = mem_position(state, obj);

	forward_written(state, obj, range_top(), REST);
	prefix_forget(state, obj);
	if (at == state->mem.len || state->mem.items[at].obj != obj)
		return;
	cells_drop(state->mem.items[at].cells);
	memmove(&state->mem.items[at], &state->mem.items[at + 1], (state->mem.len - 1 - at) * sizeof(ObjMem));
	state->mem.len--;
}

Cells *cells_copy(const Cells *from)
{
	Cells *copy = mem_calloc(1, sizeof *copy);

	copy->refs = 1;
	if (from) {
		copy->nwide = from->nwide;
		vec_append(&copy->cells, &from->cells);
	}
	return copy;
}

Cells *cells_edit(State *state, ObjId obj)
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
		Cells *copy = cells_copy(mem->cells);
		mem->cells->refs--;
		mem->cells = copy;
	}
	return mem->cells;
}

bool cell_same(const Cell *a, const Cell *b)
{
	return a->node == b->node && a->must == b->must && a->prefix == b->prefix && a->fresh == b->fresh;
}

Cell cell_new(Range off, int64_t size, FlowId node, bool must, bool merged)
{
	return (Cell){ .off = off, .size = size, .node = node, .must = must, .merged = merged };
}

bool cell_dense(const Cell *c)
{
	return range_is_const(c->off) || (c->off.stride <= c->off.span + c->size && c->off.step <= c->size);
}

int64_t cell_end(const Cell *c)
{
	return offset_end(c->off, c->size);
}

enum { NARROW = 64 };

bool cell_wide(const Cell *c)
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

void cells_insert(Cells *cells, Cell c)
{
	uint32_t at = cell_wide(&c) ? cells->nwide : narrow_from(cells, c.off.lo);

	cells->nwide += cell_wide(&c);
	vec_push(&cells->cells, c);
	memmove(&cells->cells.items[at + 1], &cells->cells.items[at], (cells->cells.len - 1 - at) * sizeof c);
	cells->cells.items[at] = c;
}

void cells_remove(Cells *cells, uint32_t at)
{
	cells->nwide -= at < cells->nwide;
	memmove(&cells->cells.items[at], &cells->cells.items[at + 1], (cells->cells.len - 1 - at) * sizeof(Cell));
	cells->cells.len--;
}

CellScan cells_scan(const Cells *cells, Range off, int64_t size)
{
	return (CellScan){ cells, off, size, offset_end(off, size), 0 };
}

/* Does C lie all before or all behind what SCAN looks for? Most do, and how far they go tells. */
static bool lies_apart(const Cell *c, const CellScan *scan)
{
	bool bounded = c->off.hi < MODERATE && c->size < MODERATE;

	return c->off.lo >= scan->end || (bounded && c->off.hi + c->off.span + c->size <= scan->off.lo);
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
		if (scan->at >= cells->nwide && c->off.lo >= scan->end)
			return NULL;
		if (!lies_apart(c, scan) && range_overlaps(c->off, c->size, scan->off, scan->size)) {
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
	if (covered(cells, nwide, off.lo, offset_last(off) - off.lo + size))
		return true; /* with what is between them */
	if (off.stride <= off.span + size)
		return false;
	for (uint32_t i = 0; i < nwide; i++) {
		const Cell *c = &cells->cells.items[i];
		if (c->must && c->off.lo <= off.lo && c->off.hi >= off.hi && c->size >= off.span + size && c->off.stride &&
		    off.stride % c->off.stride == 0 && c->off.lo != NEG_INF && (off.lo - c->off.lo) % c->off.stride == 0)
			return true;
	}
	int64_t count = (off.hi - off.lo) / off.stride + 1;
	for (int64_t k = 0; count <= 256 && k < count; k++)
		if (!covered(cells, nwide, off.lo + k * off.stride, off.span + size))
			return false;
	return count <= 256;
}

bool memory_collect(const Engine *e, const State *state, ObjId obj, Range off, int64_t size, uint32_t prefix, FlowIds *nodes, bool *entry_visible)
{
	const Cells *cells = state_cells(state, obj);
	bool whole = true;

	*entry_visible = true;
	if (!cells)
		return true;
	CellScan scan = cells_scan(cells, off, size);
	Map seen = {0};
	for (const Cell *c; (c = cells_next(&scan));) {
		bool known = false;
		FlowId node = prefix_within(e, c->prefix, prefix) ? c->fresh : c->node;
		if (!node)
			continue;
		whole &= cell_fills(c, off, size);
		for (uint32_t k = 0; k < nodes->len && k < FEW && !known; k++)
			known = nodes->items[k] == node;
		if (!known && (nodes->len < FEW || map_put(&seen, node, 0)))
			vec_push(nodes, node);
	}
	map_release(&seen);
	*entry_visible = !prefix_written(e, state, obj, prefix) && !range_covered(cells, off, size);
	return whole;
}

bool cell_fills(const Cell *c, Range off, int64_t size)
{
	return c->size == size && (!range_is_const(c->off) || !range_is_const(off) || c->off.lo == off.lo);
}

Cell cell_part(const Cell *c, Range off, int64_t size)
{
	Cell part = *c;

	part.off = off;
	part.size = size;
	return part;
}

static void keep_part(Cells *kept, const Cell *c, Range off, int64_t size)
{
	vec_push(&kept->cells, cell_part(c, off, size));
}

void cell_cut(const Cell *c, int64_t lo, int64_t end, Cells *kept)
{
	if (range_is_const(c->off) || cell_dense(c)) {
		int64_t c_lo = c->off.lo, c_end = cell_end(c);
		bool element_wise = !range_is_const(c->off) && c->off.stride == c->size && c_lo != NEG_INF;
		if (element_wise && (lo - c_lo) % c->size == 0 && (end - lo) % c->size == 0) {
			if (c_lo < lo)
				keep_part(kept, c, range_strided(c_lo, lo - c->size, c->size), c->size);
			if (c_end > end)
				keep_part(kept, c, range_strided(end, clamp_add(c_end, -c->size), c->size), c->size);
			return;
		}
		if (range_is_const(c->off)) {
			if (c_lo < lo)
				keep_part(kept, c, range_const(c_lo), lo - c_lo);
			if (c_end > end)
				keep_part(kept, c, range_const(end), c_end - end);
			return;
		}
	} else if (c->off.lo != NEG_INF) {
		/* Whole elements inside [lo, end) go. */
		int64_t s = c->off.stride, span = c->off.span, step = c->off.step;
		int64_t first = (lo - c->off.lo + s - 1) / s;
		first = lo <= c->off.lo ? 0 : first;
		int64_t last = (end - c->size - span - c->off.lo) / s;
		if (end - c->size - span >= c->off.lo && first <= last) {
			int64_t before = c->off.lo + (first - 1) * s, after = c->off.lo + (last + 1) * s;
			if (first > 0)
				keep_part(kept, c, offset_nested(range_strided(c->off.lo, before, s), span, step), c->size);
			if (after <= c->off.hi)
				keep_part(kept, c, offset_nested(range_strided(after, c->off.hi, s), span, step), c->size);
			return;
		}
	}
	vec_push(&kept->cells, *c);
}

/* Is there another cell than C, in the same place, that holds the same? Where one cell is written and cut again and again, the same
   rest of it remains each time. */
static bool cells_have(const Cells *cells, const Cell *c)
{
	const Cell *first = cell_exact(cells, c->off, c->size);
	const Cell *end = cells->cells.items + (cell_wide(c) ? cells->nwide : cells->cells.len);
	bool found = false;

	for (const Cell *x = first; x && x < end && !found && (cell_wide(c) || x->off.lo == c->off.lo); x++)
		found = x != c && x->size == c->size && range_equal(x->off, c->off) && cell_same(x, c);
	return found;
}

/* Cell AT became another one: it is removed if CELLS have that already. */
static bool cells_drop_twin(Cells *cells, uint32_t at)
{
	bool twin = cells_have(cells, &cells->cells.items[at]);

	if (twin)
		cells_remove(cells, at);
	return twin;
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
		if (!cells_have(cells, &kept.cells.items[i]))
			cells_insert(cells, kept.cells.items[i]);
	vec_release(&kept.cells);
}

/* Is every place of C inside one of the places of SIZE bits at OFF, which has one level? */
static bool cell_within(const Cell *c, Range off, int64_t size)
{
	int64_t ahead = c->off.lo - off.lo;
	bool steps = range_is_const(c->off) || (!c->off.span && c->off.stride % off.stride == 0);

	return steps && c->off.lo >= off.lo && c->off.hi <= clamp_add(off.hi, size) && ahead % off.stride + c->size <= size;
}

/* Removes the cells that lie in places of SIZE bits at OFF, which have others between them. */
static void cells_cut_each(Cells *cells, Range off, int64_t size)
{
	for (uint32_t i = cells->cells.len; i-- > 0;)
		if (cell_within(&cells->cells.items[i], off, size))
			cells_remove(cells, i);
}

Cell *cell_exact(const Cells *cells, Range off, int64_t size)
{
	Cell key = cell_new(off, size, 0, false, false);
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

Cell *cell_alone(const Cells *cells, Range off, int64_t size)
{
	Cell *found = cell_exact(cells, off, size);
	const Cell *end = cells->cells.items + (found && cell_wide(found) ? cells->nwide : cells->cells.len);

	for (const Cell *c = found ? found + 1 : end; c < end && (cell_wide(found) || c->off.lo == off.lo); c++)
		if (c->size == size && range_equal(c->off, off))
			return NULL;
	return found;
}

uint64_t cell_key(ObjId obj, Range off, int64_t size)
{
	return hash_u64(offset_hash(obj, off), (uint64_t)size);
}

FlowId weak_value(Run *r, uint64_t key, FlowId old, FlowId node)
{
	FlowId both = flow_keyed(r, FLOW_WEAK, flow(r->e, node)->instr, key);
	Value a = flow(r->e, old)->value, b = flow(r->e, node)->value;

	flow_dep(r->e, both, old, DEP_DATA);
	flow_dep(r->e, both, node, DEP_DATA);
	flow(r->e, both)->value = value_join(a, b);
	flow(r->e, both)->type = flow(r->e, flow(r->e, node)->type == NONE ? old : node)->type;
	return both;
}

/* NODE on top of OLD (0: nothing), unless it is in it already; then it may point to more than it did. */
static FlowId on_top(Run *r, uint64_t key, FlowId old, FlowId node)
{
	if (!old || old == node)
		return node;
	if (old != flow_find(r, FLOW_WEAK, flow(r->e, node)->instr, key))
		return weak_value(r, key, old, node);
	flow(r->e, old)->value.pts = pts_join(flow(r->e, old)->value.pts, flow(r->e, node)->value.pts);
	return old;
}

/* NODE may be written to all of C, which held that number before: what is in between in parts of it may be overwritten. */
static void on_top_of_parts(Run *r, Cells *cells, ObjId obj, Cell c, FlowId node)
{
	for (uint32_t i = cells->nwide; i < cells->cells.len; i++) {
		Cell *part = &cells->cells.items[i];
		bool whole = part->size == c.size && range_equal(part->off, c.off);
		if (whole || part->prefix || !range_is_const(part->off) || part->off.lo < c.off.lo || cell_end(part) > cell_end(&c))
			continue;
		part->node = on_top(r, cell_key(obj, part->off, part->size) ^ hash_u64(node, 78), part->node, node);
		i -= cells_drop_twin(cells, i);
	}
}

/* A member of one of a few records, which are large: they may have too many members for a range of each. */
static bool in_few_records(Range off, int64_t size)
{
	enum { FEW_RECORDS = 4, LARGE = 1024 };

	return !range_is_const(off) && !off.span && off.lo != NEG_INF && off.hi != POS_INF && size <= NARROW && off.stride >= LARGE &&
		(off.hi - off.lo) / off.stride < FEW_RECORDS;
}

void memory_write(Run *r, State *state, ObjId obj, Range off, int64_t size, FlowId node, bool strong)
{
	if (constant_object(r->e, obj))
		return;
	Cells *cells = cells_edit(state, obj);

	if (state->threads)
		shared_note(r, obj, off, size, node);
	if (r->by_thread)
		beside_note(r, obj, off, size, node);
	formal_accessed(r, obj, off, size);
	forward_written(state, obj, off, size);
	if (strong && range_is_const(off)) {
		cells_cut(cells, off.lo, off.lo + size);
		cells_insert(cells, cell_new(off, size, node, true, false));
		return;
	}
	if (strong && !range_is_const(off) && off.lo != NEG_INF && off.hi != POS_INF && !off.span) {
		if (off.stride <= size)
			cells_cut(cells, off.lo, off.hi + size);
		else
			cells_cut_each(cells, off, size);
		cells_insert(cells, cell_new(off, size, node, true, false));
		return;
	}
	if (in_few_records(off, size) && !cell_for(cells, off, size)) {
		for (int64_t at = off.lo; at <= off.hi; at += off.stride)
			memory_write(r, state, obj, range_const(at), size, node, false);
		return;
	}
	Cell *same = cell_for(cells, off, size);
	if (same) {
		uint64_t key = cell_key(obj, same->off, same->size) ^ hash_u64(node, 77);
		Range before = flow(r->e, same->node)->value.num;
		if (range_is_const(before) && range_equal(before, flow(r->e, node)->value.num)) {
			on_top_of_parts(r, cells, obj, *same, node);
			same = cell_for(cells, off, size); /* where it is now */
		}
		if (same->prefix)
			same->fresh = on_top(r, key ^ FRESH, same->fresh, node);
		same->node = on_top(r, key, same->node, node);
		cells_drop_twin(cells, (uint32_t)(same - cells->cells.items));
		return;
	}
	if (merge_again(r, cells, obj, off, size, node))
		return;
	cells_add_weak(r, cells, obj, off, size, node);
}

void memory_replace(State *state, ObjId obj, FlowId old, FlowId node)
{
	Cells *cells = cells_edit(state, obj);

	forward_written(state, obj, range_top(), 1);
	for (uint32_t i = 0; i < cells->cells.len; i++) {
		Cell *c = &cells->cells.items[i];
		c->node = c->node == old ? node : c->node;
		c->fresh = c->fresh == old ? node : c->fresh;
	}
}

static bool same_cells(const Cells *a, const Cells *b)
{
	if (a == b)
		return true;
	if (!a || !b || a->cells.len != b->cells.len)
		return false;
	for (uint32_t i = 0; i < a->cells.len; i++) {
		const Cell *x = &a->cells.items[i], *y = &b->cells.items[i];
		if (!(x->size == y->size && range_equal(x->off, y->off)))
			y = cell_exact(b, x->off, x->size);
		if (!y || !cell_same(x, y))
			return false;
	}
	return true;
}

bool states_equal(const State *a, const State *b)
{
	if (memcmp(a->slots, b->slots, a->nslots * sizeof *a->slots) || a->mem.len != b->mem.len || !forward_equal(a, b) ||
	    !prefix_equal(a, b) || a->threads != b->threads || a->waited != b->waited)
		return false;
	for (uint32_t i = 0; i < a->mem.len; i++)
		if (a->mem.items[i].obj != b->mem.items[i].obj || !same_cells(a->mem.items[i].cells, b->mem.items[i].cells))
			return false;
	return true;
}
