/*
 * Searching backwards through the value flow, and turning a path into the steps a person would name.
 */
#include "solve/engine.h"

#include <string.h>

enum { MAX_STEPS = 60, MAX_EXPANSION = 12, LEVELS = 6 };

static uint32_t level_of(uint32_t kind, bool state)
{
	return (uint32_t)(DEP_DATA - kind) * 2 + state;
}

typedef VEC(Found) FoundList;

/* Engine.awaited of a node: one more than its level; of a start, also that it is one, and one more than the best level that
   another node has reached it on so far. */
enum { LEVEL_BITS = 3, LEVEL_MASK = (1 << LEVEL_BITS) - 1, IS_START = 1 << (2 * LEVEL_BITS) };

static void await_sources(Engine *e, FoundList *queue, Search *search, const Found *f);

/* F, a start, is reached from another node, or from itself. */
static void reach_start(uint8_t *known, uint32_t level, Search *search, Found f)
{
	uint32_t best = *known >> LEVEL_BITS & LEVEL_MASK;

	if (best && best <= level + 1)
		return;
	*known = (uint8_t)(IS_START | (level + 1) << LEVEL_BITS | (*known & LEVEL_MASK));
	vec_push(search, f);
}

/* Is NODE what an invocation left for later ones: between entry points, and named there? */
static bool is_left_over(Engine *e, FlowId node)
{
	const Flow *v = flow(e, node);

	return v->inst == 1 && v->kind == FLOW_OUT && v->marked;
}

/* Puts F into the queue of its level, unless its node waits there already or is nearer. FROM: the level it comes from.
   What only stands between others is no step: what is behind it is as near. */
static void await(Engine *e, FoundList *queue, Search *search, Found f, uint32_t from)
{
	f.state |= f.parent != NONE && is_left_over(e, f.node);
	uint32_t level = level_of(f.kind, f.state);
	uint8_t *known = &e->awaited.items[f.node];

	if (*known & IS_START && f.parent != NONE)
		reach_start(known, level, search, f);
	if (*known && (*known & LEVEL_MASK) <= level + 1)
		return;
	*known = (uint8_t)(level + 1);
	if (level != from || flow(e, f.node)->kind != FLOW_VIA) {
		vec_push(&queue[level], f);
		return;
	}
	vec_push(search, f);
	await_sources(e, queue, search, &f);
}

/* F is the last item of SEARCH. */
static void await_sources(Engine *e, FoundList *queue, Search *search, const Found *f)
{
	const Flow *v = flow(e, f->node);
	uint32_t parent = search->len - 1, level = level_of(f->kind, f->state);

	for (uint32_t i = 0; i < v->ndeps; i++) {
		Dep d = e->deps.items[v->first_dep + i];
		await(e, queue, search, (Found){ .node = d.from, .parent = parent, .kind = d.kind < f->kind ? d.kind : f->kind,
			.state = f->state || d.state, .dep_kind = d.kind, .condition = d.condition }, level);
	}
	if (v->kind != FLOW_FORMAL)
		return;
	const Instance *inst = e->instances.items[v->inst];
	for (uint32_t i = 0; i < inst->callers.len; i++) {
		const Call *call = &e->calls.items[inst->callers.items[i]];
		FlowId above = v->aux < call->ins.len ? call->ins.items[v->aux] : 0;
		if (above)
			await(e, queue, search, (Found){ .node = above, .parent = parent, .kind = f->kind, .state = f->state,
				.dep_kind = DEP_DATA, .ascended = true }, level);
	}
}

void search_back(Engine *e, const FlowId *starts, uint32_t count, DepKind weakest, Search *search)
{
	FoundList queue[LEVELS] = {0};

	if (e->awaited.len < e->flows.len) {
		vec_reserve(&e->awaited, e->flows.len);
		memset(e->awaited.items + e->awaited.len, 0, e->flows.len - e->awaited.len);
		e->awaited.len = e->flows.len;
	}
	for (uint32_t i = 0; i < count; i++) {
		await(e, queue, search, (Found){ .node = starts[i], .parent = NONE, .kind = DEP_DATA, .dep_kind = DEP_DATA }, LEVELS);
		e->awaited.items[starts[i]] |= IS_START;
	}
	for (uint32_t level = 0; level <= level_of(weakest, true); level++)
		for (uint32_t at = 0; at < queue[level].len; at++) {
			Found f = queue[level].items[at];
			if ((e->awaited.items[f.node] & LEVEL_MASK) != level + 1)
				continue; /* found on a lower level since */
			vec_push(search, f);
			const Flow *v = flow(e, f.node);
			bool named = v->marked || v->kind == FLOW_SIGNAL || v->kind == FLOW_PREDICTION || v->kind == FLOW_GET ||
				v->kind == FLOW_ENTRY;
			if (!named || f.parent == NONE || (v->kind == FLOW_SIGNAL && v->ndeps))
				await_sources(e, queue, search, &f);
		}
	for (uint32_t i = 0; i < search->len; i++)
		e->awaited.items[search->items[i].node] = 0;
	for (uint32_t level = 0; level < LEVELS; level++) {
		for (uint32_t i = 0; i < queue[level].len; i++)
			e->awaited.items[queue[level].items[i].node] = 0;
		vec_release(&queue[level]);
	}
}

Site place_site(Engine *e, Place place, FuncId func)
{
	Site site = { .line = place.line, .column = place.column };

	if (place.file != NONE)
		site.file = e->program->files.items[place.file].name;
	if (func != NONE)
		site.function = e->program->functions.items[func].name;
	return site;
}

static const Instr *instr_of(Engine *e, const Flow *v)
{
	FuncId func = v->inst ? e->instances.items[v->inst]->func : NONE;

	if (func == NONE || v->instr == NONE)
		return NULL;
	return &e->program->functions.items[func].instrs.items[v->instr];
}

/* The node whose place NODE has: what a callee leaves in memory was left there by something of the callee, and where ways
   meet, something came. 0: there is none. */
static FlowId placed(Engine *e, FlowId node)
{
	for (int depth = 0; depth < 40; depth++) {
		const Flow *v = flow(e, node);
		FlowId next = 0;
		const Out *out = flow_out(e, v);
		if (out && out->obj != NONE && !e->program->functions.items[flow_callee(e, v)->func].is_stub) {
			next = out->node;
		} else if (v->kind == FLOW_PHI || v->kind == FLOW_WEAK || v->kind == FLOW_MERGE || v->kind == FLOW_ASSUME) {
			for (uint32_t i = 0; i < v->ndeps && !next; i++)
				if (!e->deps.items[v->first_dep + i].condition && flow(e, e->deps.items[v->first_dep + i].from)->kind != FLOW_FORMAL)
					next = e->deps.items[v->first_dep + i].from;
		}
		if (!next)
			return node;
		node = next;
	}
	return 0; /* ways that meet in a ring */
}

Site flow_site(Engine *e, FlowId node)
{
	FlowId at = placed(e, node);
	const Flow *v = flow(e, at);
	const Instance *inst = at ? e->instances.items[v->inst] : NULL;
	const Instr *in = at ? instr_of(e, v) : NULL;

	if (v->kind == FLOW_FORMAL && inst && inst->func != NONE) {
		const Function *f = &e->program->functions.items[inst->func];
		const FormalIn *formal = &inst->formal_ins.items[v->aux];
		bool is_param = formal->obj == NONE && formal->param < f->nparams;
		return place_site(e, is_param ? f->locals.items[formal->param].place : f->place, inst->func);
	}
	if (v->kind == FLOW_EXTERNAL && inst && inst->func == NONE && v->aux != NONE)
		return place_site(e, e->program->functions.items[v->aux].place, v->aux);
	return in ? place_site(e, in->place, inst->func) : (Site){0};
}

/* Of a long way the beginning and the end are kept. */
static void leave_out(Steps *steps, uint32_t at)
{
	steps->items[at + 1].left_out += steps->items[at].left_out + 1;
	memmove(steps->items + at, steps->items + at + 1, (steps->len - at - 1) * sizeof *steps->items);
	steps->len--;
}

void add_step_at(Steps *steps, Site site, const char *note, DepKind kind)
{
	Step *last = steps->len ? vec_last(steps) : NULL;

	if (last && str_equal(last->site.file, site.file) && last->site.line == site.line) {
		if (kind < last->kind)
			last->kind = kind;
		return;
	}
	if (steps->len == MAX_STEPS)
		leave_out(steps, MAX_STEPS / 2);
	vec_push(steps, (Step){ .site = site, .note = str_intern(note), .kind = kind });
}

void add_step(Engine *e, Steps *steps, FlowId node, const char *note, DepKind kind)
{
	Site site = flow_site(e, node);

	if (str_empty(site.file))
		return;
	Instance *inst = e->instances.items[flow(e, node)->inst];
	if (inst->func != NONE && e->program->functions.items[inst->func].is_stub)
		return;
	add_step_at(steps, site, note, kind);
}

static const char *note_of(Engine *e, FlowId node)
{
	const Flow *v = flow(e, node);

	switch ((FlowKind)v->kind) {
	case FLOW_SIGNAL: case FLOW_ENTRY: return "read from outside";
	case FLOW_GET: return "read from the store";
	case FLOW_PREDICTION: return "predicted";
	case FLOW_EXTERNAL: return "external call";
	case FLOW_STORE: return "assigned";
	case FLOW_OP: return "computed";
	case FLOW_LOAD: return "loaded";
	case FLOW_BRANCH: return "condition";
	case FLOW_ESCAPE: return "leaves the program";
	case FLOW_OUT: {
		FlowId at = placed(e, node);
		const char *note = at && at != node ? note_of(e, at) : "returned by the call";
		return note ? note : "assigned";
	}
	case FLOW_CHOICE: return "chooses what is given";
	case FLOW_VIA: case FLOW_PHI: case FLOW_WEAK: case FLOW_MERGE: case FLOW_ASSUME: case FLOW_FORMAL: case FLOW_CONST: case FLOW_UNDEF:
	case FLOW_NONE:
		return NULL;
	}
	return NULL;
}

static bool is_via(Engine *e, FlowId node)
{
	return flow(e, node)->kind == FLOW_VIA;
}

/* The step that F is for a person, if it is one. */
static void add_found(Engine *e, Steps *steps, const Found *f)
{
	const char *note = note_of(e, f->node);

	if (f->condition && !is_via(e, f->node))
		add_step(e, steps, f->node, "decides", DEP_CONTROL);
	else if (note)
		add_step(e, steps, f->node, note, (DepKind)f->dep_kind);
}

/* The item at PARENT, or when that only stands between an out and its sources, the out. */
static uint32_t past_via(Engine *e, const Search *search, uint32_t parent)
{
	while (parent != NONE && is_via(e, search->items[parent].node))
		parent = search->items[parent].parent;
	return parent;
}

/* Breadth-first from an out of an instance to the formal-ins and origins it depends on, first by what it is computed from, then by
   indices, then by conditions: made once an out. */
static const OutPaths *out_paths(Engine *e, InstId callee, uint32_t out)
{
	uint32_t known;

	if (map_get(&e->out_path_index, map_key(callee, out), &known))
		return &e->out_paths.items[known];
	OutPaths *paths = vec_add(&e->out_paths);
	map_put(&e->out_path_index, map_key(callee, out), e->out_paths.len - 1);
	stamps_clear(&e->visited);
	FlowId start = e->instances.items[callee]->outs.items[out].node;
	FoundList queue[DEP_DATA + 1] = {0};
	vec_push(&queue[DEP_DATA], (Found){ .node = start, .parent = NONE, .dep_kind = DEP_DATA });
	for (int kind = DEP_DATA; kind >= DEP_CONTROL; kind--)
		for (uint32_t k = 0; k < queue[kind].len; k++) {
			Found f = queue[kind].items[k];
			const Flow *n = flow(e, f.node);
			uint32_t at = paths->search.len;
			if (!stamps_add(&e->visited, f.node))
				continue;
			vec_push(&paths->search, f);
			if (n->kind == FLOW_FORMAL || flow_is_origin(n))
				map_put(&paths->ends, f.node, at);
			if (n->kind == FLOW_FORMAL && !map_get(&paths->formals, n->aux, NULL))
				map_put(&paths->formals, n->aux, at);
			for (uint32_t i = 0; i < n->ndeps; i++) {
				Dep d = e->deps.items[n->first_dep + i];
				int weakest = (int)d.kind < kind ? (int)d.kind : kind;
				if (!stamps_has(&e->visited, d.from))
					vec_push(&queue[weakest], (Found){ .node = d.from, .parent = at, .dep_kind = d.kind, .condition = d.condition });
			}
		}
	for (int kind = DEP_CONTROL; kind <= DEP_DATA; kind++)
		vec_release(&queue[kind]);
	return paths;
}

/* The first of PATHS that ends at SOURCE, or at a formal that CALL passes SOURCE for, in this round or an earlier one; NONE. */
static uint32_t end_at(const OutPaths *paths, const Call *call, FlowId source)
{
	uint32_t first = map_get_or(&paths->ends, source, NONE), n = call->ins.len;

	for (uint32_t i = 0; n && i < n + call->ins_before.len; i++) {
		FlowId passed = i < n ? call->ins.items[i] : call->ins_before.items[i - n];
		uint32_t end = passed == source ? map_get_or(&paths->formals, i % n, NONE) : NONE;
		first = end < first ? end : first;
	}
	return first;
}

/* Is NODE what CALLEE is given from outside, where the program calls it, but its call is not followed? */
static bool comes_cut_off(Engine *e, const Instance *callee, FlowId node)
{
	return flow(e, node)->kind == FLOW_ENTRY && callee->func != NONE && bitset_has(&e->cut_off, callee->func);
}

/* Shortest path inside the callee from an out back to a formal-in or an origin, as steps in the data's direction. */
static void expand_out(Engine *e, FlowId out_node, FlowId source, Steps *steps, int depth, bool *assumed)
{
	OutLink link = e->out_links.items[flow(e, out_node)->aux];
	const Call *call = &e->calls.items[link.call];
	Instance *callee = e->instances.items[call->callee];

	if (depth > MAX_EXPANSION || e->program->functions.items[callee->func].is_stub || link.out >= callee->outs.len)
		return;
	*assumed |= comes_cut_off(e, callee, source);
	const OutPaths *paths = out_paths(e, call->callee, link.out);
	uint32_t hit = end_at(paths, call, source);
	Search inner = paths->search; /* the list of paths may grow below, the items of one stay where they are */
	for (uint32_t at = hit; at != NONE; at = inner.items[at].parent) {
		Found f = inner.items[at];
		if (f.node == source && !flow_is_origin(flow(e, f.node)))
			continue;
		*assumed |= at != hit && flow_is_assumed(e, f.node);
		add_found(e, steps, &f);
		uint32_t parent = past_via(e, &inner, f.parent);
		if (parent != NONE && flow(e, inner.items[parent].node)->kind == FLOW_OUT)
			expand_out(e, inner.items[parent].node, f.node, steps, depth + 1, assumed);
	}
}

bool search_steps(Engine *e, const Search *search, uint32_t index, Steps *steps)
{
	bool assumed = false;

	for (uint32_t at = index; at != NONE; at = search->items[at].parent) {
		Found f = search->items[at];
		assumed |= at != index && flow_is_assumed(e, f.node);
		add_found(e, steps, &f);
		if (f.parent == NONE)
			break;
		FlowId next = search->items[past_via(e, search, f.parent)].node;
		assumed |= f.ascended && comes_cut_off(e, e->instances.items[flow(e, next)->inst], f.node);
		if (flow(e, next)->kind == FLOW_OUT && !f.ascended)
			expand_out(e, next, f.node, steps, 0, &assumed);
	}
	return assumed;
}
