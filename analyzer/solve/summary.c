/*
 * Summaries: for each out of an instance, which formal-ins and origins it depends on and how strongly. How strongly is
 * a question of plain reachability in several graphs, from data dependences only up to all of them; in each, all
 * nodes of a strongly connected component (Tarjan 1972) reach the same sources, so a set is computed once a component.
 */
#include "solve/engine.h"

typedef struct { uint32_t to; uint8_t kind; bool state; } Arc;
typedef struct { uint32_t at, next; } Frame;

typedef struct {
	Engine *e;
	const Instance *inst;
	Map local;               /* FlowId → local index */
	VEC(FlowId) nodes;
	VEC(uint32_t) first;     /* arcs of a node: first[i] … first[i + 1] */
	VEC(Arc) arcs;
	VEC(uint32_t) source;    /* local index → bit of its own, or NONE */
	VEC(FlowId) sources;     /* bit → node */
	/* one pass: */
	uint32_t words;
	uint32_t *low, *number, *component;
	uint64_t *sets;          /* of components */
	uint32_t ncomponents, clock;
	VEC(uint32_t) stack;
	VEC(Frame) frames;
} Summariser;

/* Kinds of arcs that there are. */
typedef struct { bool state, index, control, computing; } Present;

/* Which arcs a pass follows. The first pass that reaches a source says how strongly it is depended on. */
typedef struct { uint8_t kind; bool state, moves_only; } Pass;

static const Pass passes[] = {
	{ DEP_DATA, false, true }, { DEP_DATA, false, false }, { DEP_DATA, true, false }, { DEP_INDEX, false, false },
	{ DEP_INDEX, true, false }, { DEP_CONTROL, false, false }, { DEP_CONTROL, true, false },
};

enum { PASSES = sizeof passes / sizeof *passes };

bool flow_is_source(const Flow *v)
{
	return v->kind == FLOW_SIGNAL || v->kind == FLOW_PREDICTION || v->kind == FLOW_GET || v->kind == FLOW_EXTERNAL ||
		v->kind == FLOW_ENTRY;
}

bool flow_is_origin(const Flow *v)
{
	return v->marked || flow_is_source(v);
}

/* Nodes where the search ends. An external call and a volatile read are sources and depend on something, too. */
static bool is_leaf(const Summariser *s, const Flow *v)
{
	return v->inst != s->inst->id || v->kind == FLOW_FORMAL || v->marked || v->kind == FLOW_PREDICTION || v->kind == FLOW_GET;
}

static uint32_t local_index(Summariser *s, FlowId node)
{
	uint32_t found;

	if (map_get(&s->local, node, &found))
		return found;
	const Flow *v = flow(s->e, node);
	bool is_source = flow_is_origin(v) || (v->kind == FLOW_FORMAL && v->inst == s->inst->id);
	vec_push(&s->nodes, node);
	vec_push(&s->source, is_source ? s->sources.len : NONE);
	if (is_source)
		vec_push(&s->sources, node);
	map_put(&s->local, node, s->nodes.len - 1);
	return s->nodes.len - 1;
}

/* Numbers everything the outs depend on. */
static void collect(Summariser *s)
{
	for (uint32_t i = 0; i < s->inst->outs.len; i++)
		local_index(s, s->inst->outs.items[i].node);
	for (uint32_t i = 0; i < s->nodes.len; i++) {
		const Flow *v = flow(s->e, s->nodes.items[i]);
		vec_push(&s->first, s->arcs.len);
		if (is_leaf(s, v))
			continue;
		for (uint32_t k = 0; k < v->ndeps; k++) {
			Dep d = s->e->deps.items[v->first_dep + k];
			uint32_t to = local_index(s, d.from);
			bool computes = v->kind == FLOW_OP || d.computed;
			vec_push(&s->arcs, (Arc){ to, (uint8_t)(d.kind * 2 + !computes), d.state });
		}
	}
	vec_push(&s->first, s->arcs.len);
}

static bool followed(const Arc *arc, const Pass *pass)
{
	return arc->kind / 2 >= pass->kind && (pass->state || !arc->state) && (!pass->moves_only || arc->kind % 2);
}

static void close_component(Summariser *s, uint32_t root, const Pass *pass)
{
	uint32_t id = s->ncomponents++;
	uint64_t *set = s->sets + (size_t)id * s->words;
	uint32_t bottom = s->stack.len;

	do
		s->component[s->stack.items[--bottom]] = id;
	while (s->stack.items[bottom] != root);
	for (uint32_t i = bottom; i < s->stack.len; i++) {
		uint32_t at = s->stack.items[i];
		if (s->source.items[at] != NONE)
			set[s->source.items[at] / 64] |= 1ULL << s->source.items[at] % 64;
		for (uint32_t a = s->first.items[at]; a < s->first.items[at + 1]; a++) {
			uint32_t other = s->component[s->arcs.items[a].to];
			if (other == id || other == NONE || !followed(&s->arcs.items[a], pass))
				continue;
			for (uint32_t w = 0; w < s->words; w++)
				set[w] |= s->sets[(size_t)other * s->words + w];
		}
	}
	s->stack.len = bottom;
}

static void visit(Summariser *s, uint32_t start, const Pass *pass)
{
	if (s->number[start])
		return;
	vec_push(&s->frames, (Frame){ start, s->first.items[start] });
	while (s->frames.len) {
		Frame *frame = vec_last(&s->frames);
		uint32_t at = frame->at;
		if (!s->number[at]) {
			s->number[at] = s->low[at] = ++s->clock;
			vec_push(&s->stack, at);
		}
		if (frame->next < s->first.items[at + 1]) {
			const Arc *arc = &s->arcs.items[frame->next++];
			if (!followed(arc, pass))
				continue;
			if (!s->number[arc->to])
				vec_push(&s->frames, (Frame){ arc->to, s->first.items[arc->to] });
			else if (s->component[arc->to] == NONE && s->number[arc->to] < s->low[at])
				s->low[at] = s->number[arc->to];
			continue;
		}
		if (s->low[at] == s->number[at])
			close_component(s, at, pass);
		s->frames.len--;
		if (s->frames.len && s->low[at] < s->low[vec_last(&s->frames)->at])
			s->low[vec_last(&s->frames)->at] = s->low[at];
	}
}

static void add_reach(Summariser *s, Out *out, uint32_t bit, const Pass *pass)
{
	FlowId node = s->sources.items[bit];
	const Flow *v = flow(s->e, node);
	bool formal = v->kind == FLOW_FORMAL && v->inst == s->inst->id && !v->marked;
	Reach reach = { formal ? v->aux : node, pass->kind, pass->state, !pass->moves_only };

	if (formal)
		vec_push(&out->formals, reach);
	else
		vec_push(&out->origins, reach);
}

static void run_pass(Summariser *s, const Pass *pass, uint64_t *known)
{
	uint32_t n = s->nodes.len;

	memset(s->number, 0, n * sizeof *s->number);
	memset(s->component, 0xff, n * sizeof *s->component);
	memset(s->sets, 0, (size_t)n * s->words * sizeof *s->sets);
	s->clock = s->ncomponents = 0;
	for (uint32_t i = 0; i < s->inst->outs.len; i++) {
		Out *out = &s->inst->outs.items[i];
		uint32_t at = local_index(s, out->node);
		visit(s, at, pass);
		const uint64_t *set = s->sets + (size_t)s->component[at] * s->words;
		for (uint32_t w = 0; w < s->words; w++) {
			uint64_t fresh = set[w] & ~known[(size_t)i * s->words + w];
			known[(size_t)i * s->words + w] |= fresh;
			for (; fresh; fresh &= fresh - 1)
				add_reach(s, out, w * 64 + (uint32_t)__builtin_ctzll(fresh), pass);
		}
	}
}

static Present arcs_present(const Summariser *s)
{
	Present any = {0};

	for (uint32_t i = 0; i < s->arcs.len; i++) {
		const Arc *arc = &s->arcs.items[i];
		any.state |= arc->state;
		any.index |= arc->kind / 2 == DEP_INDEX;
		any.control |= arc->kind / 2 == DEP_CONTROL;
		any.computing |= !(arc->kind % 2);
	}
	return any;
}

/* Does PASS follow arcs that no pass before it followed? */
static bool adds(const Pass *pass, const Present *any)
{
	if (pass->state && !any->state)
		return false;
	if (pass->kind == DEP_DATA)
		return pass->moves_only || pass->state || any->computing;
	return pass->kind == DEP_INDEX ? any->index : any->control;
}

static bool reach_equal(Reach a, Reach b)
{
	return a.source == b.source && a.kind == b.kind && a.state == b.state && a.computed == b.computed;
}

static bool reaches_equal(const Out *a, const Out *b)
{
	if (a->formals.len != b->formals.len || a->origins.len != b->origins.len)
		return false;
	for (uint32_t i = 0; i < a->formals.len; i++)
		if (!reach_equal(a->formals.items[i], b->formals.items[i]))
			return false;
	for (uint32_t i = 0; i < a->origins.len; i++)
		if (!reach_equal(a->origins.items[i], b->origins.items[i]))
			return false;
	return true;
}

static uint64_t reach_hash(uint64_t hash, Reach r)
{
	return hash_u64(hash, r.source | (uint64_t)r.kind << 32 | (uint64_t)r.state << 40 | (uint64_t)r.computed << 41);
}

/* Outs with the same sources keep them once. */
static void share_sources(Instance *inst)
{
	Map known = {0};

	for (uint32_t i = 0; i < inst->outs.len; i++) {
		Out *out = &inst->outs.items[i];
		uint64_t hash = out->formals.len;
		for (uint32_t k = 0; k < out->formals.len; k++)
			hash = reach_hash(hash, out->formals.items[k]);
		for (uint32_t k = 0; k < out->origins.len; k++)
			hash = reach_hash(~hash, out->origins.items[k]);
		uint32_t first = i;
		if (!map_get(&known, hash, &first))
			map_put(&known, hash, i);
		out->same = reaches_equal(out, &inst->outs.items[first]) ? first : i;
		vec_fit(&out->formals);
		vec_fit(&out->origins);
	}
	for (uint32_t i = 0; i < inst->outs.len; i++) {
		if (inst->outs.items[i].same == i)
			continue;
		vec_release(&inst->outs.items[i].formals);
		vec_release(&inst->outs.items[i].origins);
	}
	map_release(&known);
}

const Out *out_with_sources(const Instance *inst, const Out *out)
{
	return &inst->outs.items[out->same];
}

void outs_summarise(Engine *e, Instance *inst)
{
	Summariser s = { .e = e, .inst = inst };

	for (uint32_t i = 0; i < inst->outs.len; i++) {
		vec_clear(&inst->outs.items[i].formals);
		vec_clear(&inst->outs.items[i].origins);
	}
	collect(&s);
	uint32_t n = s.nodes.len;
	s.words = (s.sources.len + 63) / 64;
	s.low = mem_calloc(n + 1, sizeof *s.low);
	s.number = mem_calloc(n + 1, sizeof *s.number);
	s.component = mem_calloc(n + 1, sizeof *s.component);
	s.sets = mem_calloc((size_t)n * s.words + 1, sizeof *s.sets);
	uint64_t *known = mem_calloc((size_t)inst->outs.len * s.words + 1, sizeof *known);
	Present any = arcs_present(&s);
	for (uint32_t p = 0; p < PASSES && s.words; p++)
		if (adds(&passes[p], &any))
			run_pass(&s, &passes[p], known);
	share_sources(inst);
	free(known);
	free(s.low);
	free(s.number);
	free(s.component);
	free(s.sets);
	map_release(&s.local);
	vec_release(&s.nodes);
	vec_release(&s.first);
	vec_release(&s.arcs);
	vec_release(&s.source);
	vec_release(&s.sources);
	vec_release(&s.stack);
	vec_release(&s.frames);
}
