/*
 * Summaries: for each out of an instance, which formal-ins and origins it depends on and how strongly. How strongly is
 * a question of plain reachability in several graphs, from data dependences only up to all of them; in each, all
 * nodes of a strongly connected component (Tarjan 1972) reach the same sources, so a set is computed once a component;
 * components that add nothing to the set of one other component share it, which most do. Sets are lists of words of
 * bits that are not zero, in order: most hold few sources of very many.
 */
#include "solve/engine.h"

enum { EMPTY_SET };

/* Sources 64 * at … 64 * at + 63. */
typedef struct { uint32_t at; uint64_t bits; } Word;
typedef struct { uint32_t first, count; } Set; /* in Summariser.words */

typedef struct { uint32_t to; uint8_t kind; bool state; } Arc;
typedef struct { uint32_t at, next; } Frame;

typedef struct {
	Engine *e;
	Instance *inst;
	VEC(FlowId) nodes;
	VEC(uint32_t) first;     /* arcs of a node: first[i] … first[i + 1] */
	VEC(Arc) arcs;
	VEC(uint32_t) source;    /* local index → bit of its own, or NONE */
	VEC(FlowId) sources;     /* bit → node */
	/* one pass: */
	uint32_t *low, *number;
	uint32_t *set_of;        /* local index → set of its component, or NONE: not closed yet */
	VEC(Set) sets;           /* the first is the empty set */
	VEC(Word) words;
	uint64_t *bits;          /* of the set that is being made, with the indices of those that are not zero */
	VEC(uint32_t) nonzero;
	uint32_t clock;
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
	if (!stamps_add(&s->e->visited, node))
		return s->e->visit_index.items[node];
	vec_reserve(&s->e->visit_index, s->e->flows.len);
	s->e->visit_index.items[node] = s->nodes.len;
	const Flow *v = flow(s->e, node);
	bool is_source = flow_is_origin(v) || (v->kind == FLOW_FORMAL && v->inst == s->inst->id);
	vec_push(&s->nodes, node);
	vec_push(&s->source, is_source ? s->sources.len : NONE);
	if (is_source)
		vec_push(&s->sources, node);
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

/* The set of a component as it grows. SHARED: it is that of another component so far; else it is in bits. */
typedef struct { uint32_t id; bool shared; } Growing;

/* Is all of set A in set B? */
static bool is_within(const Summariser *s, uint32_t a, uint32_t b)
{
	Set part = s->sets.items[a], whole = s->sets.items[b];
	const Word *p = s->words.items + part.first, *w = s->words.items + whole.first;

	for (uint32_t i = 0, low = 0; i < part.count; i++, low++) {
		uint32_t high = whole.count;
		while (low < high) {
			uint32_t middle = low + (high - low) / 2;
			if (w[middle].at < p[i].at)
				low = middle + 1;
			else
				high = middle;
		}
		if (low == whole.count || w[low].at != p[i].at || p[i].bits & ~w[low].bits)
			return false;
	}
	return true;
}

static void add_bits(Summariser *s, uint32_t at, uint64_t bits)
{
	if (!s->bits[at])
		vec_push(&s->nonzero, at);
	s->bits[at] |= bits;
}

static void add_words(Summariser *s, uint32_t set)
{
	for (uint32_t i = 0; i < s->sets.items[set].count; i++) {
		Word word = s->words.items[s->sets.items[set].first + i];
		add_bits(s, word.at, word.bits);
	}
}

static void own(Summariser *s, Growing *set)
{
	if (set->shared)
		add_words(s, set->id);
	set->shared = false;
}

static void add_source(Summariser *s, Growing *set, uint32_t bit)
{
	own(s, set);
	add_bits(s, bit / 64, 1ULL << bit % 64);
}

static void add_set(Summariser *s, Growing *set, uint32_t other)
{
	if (set->shared && is_within(s, other, set->id))
		return;
	if (set->shared && is_within(s, set->id, other)) {
		set->id = other;
		return;
	}
	own(s, set);
	add_words(s, other);
}

static uint32_t set_made(Summariser *s, const Growing *set)
{
	if (set->shared)
		return set->id;
	vec_push(&s->sets, (Set){ s->words.len, s->nonzero.len });
	vec_sort(&s->nonzero, u32_order);
	for (uint32_t i = 0; i < s->nonzero.len; i++) {
		uint32_t at = s->nonzero.items[i];
		vec_push(&s->words, (Word){ at, s->bits[at] });
		s->bits[at] = 0;
	}
	vec_clear(&s->nonzero);
	return s->sets.len - 1;
}

static void close_component(Summariser *s, uint32_t root, const Pass *pass)
{
	Growing set = { EMPTY_SET, true };
	uint32_t bottom = s->stack.len;

	do
		bottom--;
	while (s->stack.items[bottom] != root);
	for (uint32_t i = bottom; i < s->stack.len; i++) {
		uint32_t at = s->stack.items[i];
		for (uint32_t a = s->first.items[at]; a < s->first.items[at + 1]; a++) {
			uint32_t other = s->set_of[s->arcs.items[a].to];
			if (other != NONE && followed(&s->arcs.items[a], pass))
				add_set(s, &set, other);
		}
	}
	for (uint32_t i = bottom; i < s->stack.len; i++)
		if (s->source.items[s->stack.items[i]] != NONE)
			add_source(s, &set, s->source.items[s->stack.items[i]]);
	uint32_t made = set_made(s, &set);
	for (uint32_t i = bottom; i < s->stack.len; i++)
		s->set_of[s->stack.items[i]] = made;
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
			else if (s->set_of[arc->to] == NONE && s->number[arc->to] < s->low[at])
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
		vec_push(&out->sources.formals, reach);
	else
		vec_push(&out->sources.origins, reach);
}

/* What earlier passes found for each out, as sets in words of their own. */
typedef struct {
	VEC(Set) sets; /* by out */
	VEC(Word) words;
} Known;

/* Adds set SET to what OLD knows of the out with index INDEX, gives that to NEW, and what was not known to the out. */
static void add_fresh(Summariser *s, uint32_t index, uint32_t set, const Pass *pass, const Known *old, Known *new)
{
	Set known = old->sets.len ? old->sets.items[index] : (Set){0}, found = s->sets.items[set];
	Set sum = { new->words.len, 0 };

	for (uint32_t i = 0, k = 0; i < found.count || k < known.count;) {
		const Word *a = i < found.count ? &s->words.items[found.first + i] : NULL;
		const Word *b = k < known.count ? &old->words.items[known.first + k] : NULL;
		uint32_t at = !b || (a && a->at < b->at) ? a->at : b->at;
		uint64_t now = a && a->at == at ? a->bits : 0, before = b && b->at == at ? b->bits : 0;
		i += now != 0;
		k += before != 0;
		vec_push(&new->words, (Word){ at, now | before });
		for (uint64_t fresh = now & ~before; fresh; fresh &= fresh - 1)
			add_reach(s, &s->inst->outs.items[index], at * 64 + (uint32_t)__builtin_ctzll(fresh), pass);
	}
	sum.count = new->words.len - sum.first;
	vec_push(&new->sets, sum);
}

static void run_pass(Summariser *s, const Pass *pass, Known *known)
{
	uint32_t n = s->nodes.len;
	Known sum = {0};

	memset(s->number, 0, n * sizeof *s->number);
	memset(s->set_of, 0xff, n * sizeof *s->set_of);
	vec_clear(&s->sets);
	vec_clear(&s->words);
	vec_push(&s->sets, (Set){0});
	s->clock = 0;
	for (uint32_t i = 0; i < s->inst->outs.len; i++) {
		uint32_t at = local_index(s, s->inst->outs.items[i].node);
		visit(s, at, pass);
		add_fresh(s, i, s->set_of[at], pass, known, &sum);
	}
	vec_release(&known->sets);
	vec_release(&known->words);
	*known = sum;
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

static void sources_clear(Instance *inst)
{
	for (uint32_t i = 0; i < inst->outs.len; i++)
		out_sources_release(&inst->outs.items[i].sources);
	for (uint32_t i = 0; i < inst->cores.len; i++)
		out_sources_release(&inst->cores.items[i]);
	vec_clear(&inst->cores);
}

void outs_clear(Instance *inst)
{
	sources_clear(inst);
	vec_clear(&inst->outs);
	vec_clear(&inst->written);
}

void outs_summarise(Engine *e, Instance *inst)
{
	Summariser s = { .e = e, .inst = inst };

	sources_clear(inst);
	stamps_clear(&e->visited);
	collect(&s);
	uint32_t n = s.nodes.len;
	s.low = mem_calloc(n + 1, sizeof *s.low);
	s.number = mem_calloc(n + 1, sizeof *s.number);
	s.set_of = mem_calloc(n + 1, sizeof *s.set_of);
	s.bits = mem_calloc(s.sources.len / 64 + 1, sizeof *s.bits);
	Known known = {0};
	Present any = arcs_present(&s);
	for (uint32_t p = 0; p < PASSES && s.sources.len; p++)
		if (adds(&passes[p], &any))
			run_pass(&s, &passes[p], &known);
	outs_share_sources(inst);
	vec_release(&known.sets);
	vec_release(&known.words);
	free(s.low);
	free(s.number);
	free(s.set_of);
	free(s.bits);
	vec_release(&s.sets);
	vec_release(&s.words);
	vec_release(&s.nonzero);
	vec_release(&s.nodes);
	vec_release(&s.first);
	vec_release(&s.arcs);
	vec_release(&s.source);
	vec_release(&s.sources);
	vec_release(&s.stack);
	vec_release(&s.frames);
}
