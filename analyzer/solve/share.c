/*
 * What the outs of an instance depend on is much the same: in large programs hundreds of outs with a thousand sources
 * each, where one source is a copy in one out and decides in another. Outs with the same sources keep them once. Those
 * of a group that differ in a few share a core, which has the weakest dependence on each source that all of them have,
 * and keep what is stronger or is in no other. A call depends on a core once, and a search passes through it once.
 */
#include "solve/engine.h"

/* GROUPS: the last ones that an out is compared with. FEW: outs with no more sources share nothing. */
enum { GROUPS = 8, FEW = 8 };

/* How strongly: 0 not at all, else three bits and SOME. One is as strong as another when it is in each. */
enum { MOVES = 1, NO_STATE = 2, KIND = 4, SOME = 128 };

static uint8_t strength(Reach r)
{
	return (uint8_t)(SOME | r.kind * KIND | (r.state ? 0 : NO_STATE) | (r.computed ? 0 : MOVES));
}

/* The strongest that is within both. */
static uint8_t weaker(uint8_t a, uint8_t b)
{
	uint8_t flags = a & b & (MOVES | NO_STATE), x = a & (SOME - KIND), y = b & (SOME - KIND);

	return a && b ? (uint8_t)(SOME | (x < y ? x : y) | flags) : 0;
}

/* A source, by number, and how strongly it is depended on. */
typedef struct { uint32_t source; uint8_t strength; } Common;

typedef struct {
	VEC(Common) common;      /* what all members have */
	uint32_t sources, left;  /* of the first member; how many of them are still in common, as it has them */
	VEC(uint32_t) members;   /* outs */
} Group;

typedef struct {
	Instance *inst;
	Map numbers;             /* of sources, by source and whether it is a formal-in */
	uint32_t count;
	uint8_t *has;            /* how strongly what is looked at depends, by source: there are many, and most have few */
	VEC(uint32_t) held;      /* sources that has is not zero of */
	VEC(Group) groups;
} Sharer;

void out_sources_release(Sources *sources)
{
	vec_release(&sources->formals);
	vec_release(&sources->origins);
}

static uint64_t sources_hash(const Sources *s)
{
	uint64_t hash = s->formals.len;

	for (uint32_t i = 0; i < s->formals.len; i++)
		hash = hash_u64(hash, s->formals.items[i].source | (uint64_t)strength(s->formals.items[i]) << 32);
	for (uint32_t i = 0; i < s->origins.len; i++)
		hash = hash_u64(~hash, s->origins.items[i].source | (uint64_t)strength(s->origins.items[i]) << 32);
	return hash;
}

static bool reaches_equal(const Reaches *a, const Reaches *b)
{
	if (a->len != b->len)
		return false;
	for (uint32_t i = 0; i < a->len; i++)
		if (a->items[i].source != b->items[i].source || strength(a->items[i]) != strength(b->items[i]))
			return false;
	return true;
}

static void find_same(Instance *inst)
{
	Map known = {0};

	for (uint32_t i = 0; i < inst->outs.len; i++) {
		Sources *own = &inst->outs.items[i].sources;
		uint64_t hash = sources_hash(own);
		uint32_t first = i;
		if (!map_get(&known, hash, &first))
			map_put(&known, hash, i);
		const Sources *other = &inst->outs.items[first].sources;
		inst->outs.items[i].same = reaches_equal(&own->formals, &other->formals) && reaches_equal(&own->origins, &other->origins) ? first : i;
		own->core = NONE;
	}
	for (uint32_t i = 0; i < inst->outs.len; i++)
		if (inst->outs.items[i].same != i)
			out_sources_release(&inst->outs.items[i].sources);
	map_release(&known);
}

static uint32_t number(const Sharer *s, Reach r, bool formal)
{
	return map_get_or(&s->numbers, map_key(formal, r.source), NONE);
}

static void number_all(Sharer *s, const Reaches *reaches, bool formal)
{
	for (uint32_t i = 0; i < reaches->len; i++) {
		uint64_t key = map_key(formal, reaches->items[i].source);
		if (!map_get(&s->numbers, key, NULL))
			map_put(&s->numbers, key, s->count++);
	}
}

static void hold(Sharer *s, uint32_t source, uint8_t strong)
{
	if (!s->has[source])
		vec_push(&s->held, source);
	s->has[source] = strong;
}

static void hold_nothing(Sharer *s)
{
	while (s->held.len)
		s->has[vec_pop(&s->held)] = 0;
}

static void look_at(Sharer *s, const Sources *sources)
{
	hold_nothing(s);
	for (uint32_t i = 0; i < sources->formals.len; i++)
		hold(s, number(s, sources->formals.items[i], true), strength(sources->formals.items[i]));
	for (uint32_t i = 0; i < sources->origins.len; i++)
		hold(s, number(s, sources->origins.items[i], false), strength(sources->origins.items[i]));
}

/* Would most of what GROUP has in common, and of the out that is looked at, still be in common with that? */
static bool fits(const Sharer *s, const Group *group, uint32_t sources)
{
	uint32_t lost = group->sources - group->left, most = group->sources / 4, same = 0;

	for (uint32_t i = 0; i < group->common.len && lost <= most; i++) {
		Common all = group->common.items[i];
		lost += weaker(all.strength, s->has[all.source]) != all.strength;
		same += weaker(all.strength, s->has[all.source]) == s->has[all.source];
	}
	return lost <= most && same * 2 > sources;
}

static void join(Sharer *s, Group *group, uint32_t out)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < group->common.len; i++) {
		Common all = group->common.items[i];
		uint8_t now = weaker(all.strength, s->has[all.source]);
		group->left -= all.strength != now;
		if (now)
			group->common.items[kept++] = (Common){ all.source, now };
	}
	group->common.len = kept;
	vec_push(&group->members, out);
}

static void found(Sharer *s, uint32_t out, uint32_t sources)
{
	Group *group = vec_add(&s->groups);

	*group = (Group){ .sources = sources, .left = sources };
	for (uint32_t i = 0; i < s->held.len; i++)
		vec_push(&group->common, (Common){ s->held.items[i], s->has[s->held.items[i]] });
	vec_push(&group->members, out);
}

static void find_groups(Sharer *s)
{
	for (uint32_t i = 0; i < s->inst->outs.len; i++) {
		const Sources *own = &s->inst->outs.items[i].sources;
		uint32_t sources = own->formals.len + own->origins.len, g = s->groups.len;
		if (s->inst->outs.items[i].same != i || sources <= FEW)
			continue;
		look_at(s, own);
		while (g-- > 0 && g + GROUPS >= s->groups.len)
			if (fits(s, &s->groups.items[g], sources))
				break;
		if (g < s->groups.len && g + GROUPS >= s->groups.len)
			join(s, &s->groups.items[g], i);
		else
			found(s, i, sources);
	}
}

/* Those of REACHES that are held, as they are. */
static Reaches in_common(const Sharer *s, const Reaches *reaches, bool formal)
{
	Reaches common = {0};

	for (uint32_t i = 0; i < reaches->len; i++) {
		Reach r = reaches->items[i];
		uint8_t all = s->has[number(s, r, formal)];
		if (all)
			vec_push(&common, (Reach){ r.source, (all & (SOME - KIND)) / KIND, !(all & NO_STATE), !(all & MOVES) });
	}
	vec_fit(&common);
	return common;
}

/* Drops those that are held. */
static void keep_own(const Sharer *s, Reaches *reaches, bool formal)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < reaches->len; i++)
		if (s->has[number(s, reaches->items[i], formal)] != strength(reaches->items[i]))
			reaches->items[kept++] = reaches->items[i];
	reaches->len = kept;
}

static void make_core(Sharer *s, const Group *group)
{
	const Sources *first = &s->inst->outs.items[group->members.items[0]].sources;
	uint32_t core = s->inst->cores.len;
	Sources common = { .core = NONE };

	hold_nothing(s);
	for (uint32_t i = 0; i < group->common.len; i++)
		hold(s, group->common.items[i].source, group->common.items[i].strength);
	common.formals = in_common(s, &first->formals, true);
	common.origins = in_common(s, &first->origins, false);
	vec_push(&s->inst->cores, common);
	for (uint32_t i = 0; i < group->members.len; i++) {
		Sources *own = &s->inst->outs.items[group->members.items[i]].sources;
		keep_own(s, &own->formals, true);
		keep_own(s, &own->origins, false);
		own->core = core;
	}
}

void outs_share_sources(Instance *inst)
{
	Sharer s = { .inst = inst };

	find_same(inst);
	for (uint32_t i = 0; i < inst->outs.len; i++) {
		number_all(&s, &inst->outs.items[i].sources.formals, true);
		number_all(&s, &inst->outs.items[i].sources.origins, false);
	}
	s.has = mem_calloc(s.count + 1, 1);
	find_groups(&s);
	for (uint32_t i = 0; i < s.groups.len; i++) {
		if (s.groups.items[i].members.len > 1)
			make_core(&s, &s.groups.items[i]);
		vec_release(&s.groups.items[i].common);
		vec_release(&s.groups.items[i].members);
	}
	for (uint32_t i = 0; i < inst->outs.len; i++) {
		vec_fit(&inst->outs.items[i].sources.formals);
		vec_fit(&inst->outs.items[i].sources.origins);
	}
	vec_release(&s.groups);
	vec_release(&s.held);
	map_release(&s.numbers);
	free(s.has);
}

const Sources *out_sources(const Instance *inst, const Out *out)
{
	return &inst->outs.items[out->same].sources;
}

const Sources *sources_core(const Instance *inst, const Sources *sources)
{
	return sources->core == NONE ? NULL : &inst->cores.items[sources->core];
}
