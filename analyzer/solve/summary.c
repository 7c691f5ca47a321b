/*
 * Summaries: for each out of an instance, which formal-ins and origins it depends on and how strongly. The sets are
 * computed once a node, along the strongly connected components of the value flow (Tarjan 1972), and interned, so
 * that outs that depend on the same things share one.
 */
#include "solve/engine.h"

enum { MAX_PASSES = 12 };

typedef struct { uint32_t source; uint8_t level; bool computed; } Item; /* source: formal-in, or a node + ORIGIN_BIT */
typedef VEC(Item) Items;
typedef struct { uint32_t first, count, next; } Set;

static const uint32_t ORIGIN_BIT = 0x80000000u;

typedef struct {
	Engine *e;
	const Instance *inst;
	Map local;         /* FlowId → index + 1 */
	VEC(FlowId) nodes;
	VEC(uint32_t) low, number, set; /* by local index */
	VEC(uint8_t) on_stack;
	VEC(uint32_t) stack;
	uint32_t clock;
	Items items;
	VEC(Set) sets;     /* [0] is empty */
	Map index;
	Items scratch, merged;
} Summariser;

bool flow_is_origin(const Flow *v)
{
	return v->marked || v->kind == FLOW_SIGNAL || v->kind == FLOW_PREDICTION || v->kind == FLOW_GET ||
		v->kind == FLOW_EXTERNAL || v->kind == FLOW_ENTRY;
}

/* Levels from best to worst: data, data over state, index, … */
static uint8_t level_weaken(uint8_t level, const Dep *dep)
{
	uint8_t kind = (uint8_t)(DEP_DATA - dep->kind);
	return (uint8_t)((level / 2 > kind ? level / 2 : kind) * 2 + ((level & 1) || dep->state));
}

static uint32_t intern(Summariser *s, const Item *items, uint32_t count)
{
	uint64_t hash = count;

	if (!count)
		return 0;
	for (uint32_t i = 0; i < count; i++)
		hash = hash_u64(hash, (uint64_t)items[i].source << 8 | (uint64_t)items[i].level << 1 | items[i].computed);
	uint32_t first = map_get_or(&s->index, hash, 0);
	for (uint32_t i = first; i; i = s->sets.items[i].next) {
		const Item *have = s->items.items + s->sets.items[i].first;
		bool same = s->sets.items[i].count == count;
		for (uint32_t k = 0; same && k < count; k++)
			same = have[k].source == items[k].source && have[k].level == items[k].level && have[k].computed == items[k].computed;
		if (same)
			return i;
	}
	vec_push(&s->sets, (Set){ s->items.len, count, first });
	for (uint32_t i = 0; i < count; i++)
		vec_push(&s->items, items[i]);
	map_put(&s->index, hash, s->sets.len - 1);
	return s->sets.len - 1;
}

static void better(Item *item, uint8_t level, bool computed)
{
	if (level < item->level) {
		item->level = level;
		item->computed = computed;
	} else if (level == item->level) {
		item->computed = item->computed && computed;
	}
}

/* SCRATCH becomes its union with SET as seen through DEP. */
static void unite(Summariser *s, uint32_t set, const Dep *dep, bool computes)
{
	const Set *other = &s->sets.items[set];
	uint32_t i = 0, k = 0;

	s->merged.len = 0;
	while (i < s->scratch.len || k < other->count) {
		const Item *theirs = k < other->count ? &s->items.items[other->first + k] : NULL;
		Item mine = i < s->scratch.len ? s->scratch.items[i] : (Item){0};
		if (!theirs || (i < s->scratch.len && mine.source < theirs->source)) {
			vec_push(&s->merged, mine);
			i++;
			continue;
		}
		uint8_t level = level_weaken(theirs->level, dep);
		bool computed = theirs->computed || computes || dep->computed;
		if (i < s->scratch.len && mine.source == theirs->source) {
			better(&mine, level, computed);
			vec_push(&s->merged, mine);
			i++;
		} else {
			vec_push(&s->merged, (Item){ theirs->source, level, computed });
		}
		k++;
	}
	Items swap = s->scratch;
	s->scratch = s->merged;
	s->merged = swap;
}

static uint32_t local_index(Summariser *s, FlowId node)
{
	uint32_t found = map_get_or(&s->local, node, 0);

	if (found)
		return found - 1;
	vec_push(&s->nodes, node);
	vec_push(&s->low, 0);
	vec_push(&s->number, 0);
	vec_push(&s->set, 0);
	vec_push(&s->on_stack, 0);
	map_put(&s->local, node, s->nodes.len);
	return s->nodes.len - 1;
}

static bool is_leaf(const Summariser *s, FlowId node)
{
	const Flow *v = flow(s->e, node);
	return v->inst != s->inst->id || v->kind == FLOW_FORMAL || (flow_is_origin(v) && v->kind != FLOW_EXTERNAL && !v->ndeps) ||
		v->marked || v->kind == FLOW_PREDICTION || v->kind == FLOW_GET;
}

static uint32_t set_of(Summariser *s, FlowId node)
{
	const Flow *v = flow(s->e, node);
	bool leaf = is_leaf(s, node);

	s->scratch.len = 0;
	if (v->kind == FLOW_FORMAL && v->inst == s->inst->id && !v->marked) {
		vec_push(&s->scratch, (Item){ v->aux, 0, false });
		return intern(s, s->scratch.items, s->scratch.len);
	}
	for (uint32_t i = 0; !leaf && i < v->ndeps; i++) {
		Dep dep = s->e->deps.items[v->first_dep + i];
		uint32_t at = map_get_or(&s->local, dep.from, 0);
		if (at)
			unite(s, s->set.items[at - 1], &dep, v->kind == FLOW_OP);
	}
	if (flow_is_origin(v))
		vec_push(&s->scratch, (Item){ node | ORIGIN_BIT, 0, false });
	/* The origin may not be the largest source. */
	for (uint32_t i = s->scratch.len; i > 1 && s->scratch.items[i - 1].source < s->scratch.items[i - 2].source; i--) {
		Item swap = s->scratch.items[i - 1];
		s->scratch.items[i - 1] = s->scratch.items[i - 2];
		s->scratch.items[i - 2] = swap;
	}
	return intern(s, s->scratch.items, s->scratch.len);
}

static void finish_component(Summariser *s, uint32_t root)
{
	uint32_t bottom = s->stack.len;

	while (s->stack.items[--bottom] != root)
		;
	bool changed = true;
	for (uint32_t pass = 0; changed && pass < MAX_PASSES; pass++) {
		changed = false;
		for (uint32_t i = s->stack.len; i-- > bottom;) {
			uint32_t member = s->stack.items[i];
			uint32_t set = set_of(s, s->nodes.items[member]);
			changed |= set != s->set.items[member];
			s->set.items[member] = set;
		}
		changed &= s->stack.len - bottom > 1;
	}
	for (uint32_t i = bottom; i < s->stack.len; i++)
		s->on_stack.items[s->stack.items[i]] = 0;
	s->stack.len = bottom;
}

typedef struct { uint32_t at, next; } Frame;

static void visit(Summariser *s, FlowId start)
{
	VEC(Frame) frames = {0};
	uint32_t first = local_index(s, start);

	if (s->number.items[first])
		return;
	vec_add(&frames)->at = first;
	while (frames.len) {
		uint32_t at = vec_last(&frames)->at, next = vec_last(&frames)->next++;
		const Flow *v = flow(s->e, s->nodes.items[at]);
		if (!next) {
			s->number.items[at] = s->low.items[at] = ++s->clock;
			vec_push(&s->stack, at);
			s->on_stack.items[at] = 1;
		}
		if (next < v->ndeps && !is_leaf(s, s->nodes.items[at])) {
			uint32_t to = local_index(s, s->e->deps.items[v->first_dep + next].from);
			if (!s->number.items[to])
				vec_add(&frames)->at = to;
			else if (s->on_stack.items[to] && s->number.items[to] < s->low.items[at])
				s->low.items[at] = s->number.items[to];
			continue;
		}
		if (s->low.items[at] == s->number.items[at])
			finish_component(s, at);
		frames.len--;
		if (frames.len && s->low.items[at] < s->low.items[vec_last(&frames)->at])
			s->low.items[vec_last(&frames)->at] = s->low.items[at];
	}
	vec_release(&frames);
}

void outs_summarise(Engine *e, Instance *inst)
{
	Summariser s = { .e = e, .inst = inst };

	vec_add(&s.sets);
	for (uint32_t i = 0; i < inst->outs.len; i++) {
		Out *out = &inst->outs.items[i];
		vec_clear(&out->formals);
		vec_clear(&out->origins);
		visit(&s, out->node);
		const Set *set = &s.sets.items[s.set.items[local_index(&s, out->node)]];
		for (uint32_t k = 0; k < set->count; k++) {
			Item item = s.items.items[set->first + k];
			Reach reach = { item.source & ~ORIGIN_BIT, (uint8_t)(DEP_DATA - item.level / 2), item.level & 1, item.computed };
			if (item.source & ORIGIN_BIT)
				vec_push(&out->origins, reach);
			else
				vec_push(&out->formals, reach);
		}
	}
	map_release(&s.local);
	map_release(&s.index);
	vec_release(&s.nodes);
	vec_release(&s.low);
	vec_release(&s.number);
	vec_release(&s.set);
	vec_release(&s.on_stack);
	vec_release(&s.stack);
	vec_release(&s.items);
	vec_release(&s.sets);
	vec_release(&s.scratch);
	vec_release(&s.merged);
}
