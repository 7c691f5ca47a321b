/*
 * Abstract values: a range of numbers, and an interned points-to set for pointers.
 */
#include "solve/engine.h"

Value value_top(void)
{
	return (Value){ range_top(), 0 };
}

Value value_const(int64_t value)
{
	return (Value){ range_const(value), 0 };
}

Value value_join(Value a, Value b)
{
	bool mixed = !a.pts != !b.pts;

	return (Value){ mixed ? range_top() : range_join(a.num, b.num), pts_join(a.pts, b.pts) };
}

/* ---- points-to sets ---- */

typedef struct { const Pointee *targets; uint32_t count, next; } Set;

static struct {
	Arena targets; /* they stay where they are: whoever looks through a set may make others */
	VEC(Set) sets;
	Map index;
	Map joins; /* map_key(a, b), a < b → their union */
} pool;

void pts_reset(void)
{
	arena_release(&pool.targets);
	vec_release(&pool.sets);
	map_release(&pool.index);
	map_release(&pool.joins);
}

static int target_compare(const void *a, const void *b)
{
	ObjId x = ((const Pointee *)a)->obj, y = ((const Pointee *)b)->obj;
	return (x > y) - (x < y);
}

static PtsId pts_intern(const Pointee *targets, uint32_t count)
{
	if (!count)
		return 0;
	if (!pool.sets.len)
		vec_push(&pool.sets, (Set){ NULL, 0, 0 });
	uint64_t hash = 7;
	for (uint32_t i = 0; i < count; i++) {
		hash = offset_hash(hash_u64(hash, targets[i].obj), targets[i].off);
	}
	uint32_t first = map_get_or(&pool.index, hash, 0);
	for (uint32_t i = first; i; i = pool.sets.items[i].next) {
		const Set *set = &pool.sets.items[i];
		bool same = set->count == count;
		for (uint32_t k = 0; same && k < count; k++) {
			const Pointee *t = &set->targets[k];
			same = t->obj == targets[k].obj && range_equal(t->off, targets[k].off);
		}
		if (same)
			return i;
	}
	vec_push(&pool.sets, (Set){ arena_copy(&pool.targets, targets, count * sizeof *targets), count, first });
	map_put(&pool.index, hash, pool.sets.len - 1);
	return pool.sets.len - 1;
}

PtsId pts_of(const Pointee *targets, uint32_t count)
{
	Pointees merged = {0};

	if (count == 1)
		return pts_intern(targets, 1);
	for (uint32_t i = 0; i < count; i++)
		vec_push(&merged, targets[i]);
	vec_sort(&merged, target_compare);
	uint32_t kept = 0;
	for (uint32_t i = 0; i < merged.len; i++) {
		if (kept && merged.items[kept - 1].obj == merged.items[i].obj)
			merged.items[kept - 1].off = offset_join(merged.items[kept - 1].off, merged.items[i].off);
		else
			merged.items[kept++] = merged.items[i];
	}
	PtsId set = pts_intern(merged.items, kept);
	vec_release(&merged);
	return set;
}

PtsId pts_single(ObjId obj, Range off)
{
	Pointee target = { obj, off };
	return pts_intern(&target, 1);
}

const Pointee *pts_targets(PtsId set, uint32_t *count)
{
	*count = set ? pool.sets.items[set].count : 0;
	return set ? pool.sets.items[set].targets : NULL;
}

PtsId pts_join(PtsId a, PtsId b)
{
	uint32_t known;

	if (!a || a == b)
		return b;
	if (!b)
		return a;
	uint64_t key = a < b ? map_key(a, b) : map_key(b, a);
	if (map_get(&pool.joins, key, &known))
		return known;
	Set x = pool.sets.items[a], y = pool.sets.items[b];
	const Pointee *s = x.targets, *t = y.targets;
	Pointees both = {0};
	uint32_t i = 0, k = 0;
	while (i < x.count || k < y.count) {
		if (k == y.count || (i < x.count && s[i].obj < t[k].obj)) {
			vec_push(&both, s[i]);
			i++;
		} else if (i == x.count || t[k].obj < s[i].obj) {
			vec_push(&both, t[k]);
			k++;
		} else {
			vec_push(&both, (Pointee){ s[i].obj, offset_join(s[i].off, t[k].off) });
			i++;
			k++;
		}
	}
	PtsId set = pts_intern(both.items, both.len);
	vec_release(&both);
	map_put(&pool.joins, key, set);
	return set;
}

static int set_compare(const void *a, const void *b)
{
	PtsId x = *(const PtsId *)a, y = *(const PtsId *)b;
	return (x > y) - (x < y);
}

/* Empty sets, and those equal to the one before, are left out. */
static void drop_repeated(PtsIds *sets)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < sets->len; i++)
		if (sets->items[i] && (!kept || sets->items[kept - 1] != sets->items[i]))
			sets->items[kept++] = sets->items[i];
	sets->len = kept;
}

PtsId pts_join_all(PtsIds *sets)
{
	drop_repeated(sets);
	if (sets->len > 1) {
		vec_sort(sets, set_compare);
		drop_repeated(sets);
	}
	for (uint32_t step = 1; step < sets->len; step *= 2)
		for (uint32_t i = 0; i + step < sets->len; i += 2 * step)
			sets->items[i] = pts_join(sets->items[i], sets->items[i + step]);
	return sets->len ? sets->items[0] : 0;
}

void value_sum_add(ValueSum *sum, Value v)
{
	if (!sum->pts.len) {
		sum->first = v;
		sum->num = v.num;
	}
	sum->num = range_join(sum->num, v.num);
	sum->mixed |= !v.pts != !sum->first.pts;
	vec_push(&sum->pts, v.pts);
}

Value value_sum_end(ValueSum *sum)
{
	Value all = { sum->mixed ? range_top() : sum->num, pts_join_all(&sum->pts) };

	vec_release(&sum->pts);
	return all;
}

PtsId pts_shift(PtsId set, Range by)
{
	if (!set || (range_is_const(by) && by.lo == 0))
		return set;
	uint32_t count;
	const Pointee *t = pts_targets(set, &count);
	Pointees shifted = {0};
	for (uint32_t i = 0; i < count; i++)
		vec_push(&shifted, (Pointee){ t[i].obj, offset_add(t[i].off, by) });
	PtsId result = pts_of(shifted.items, shifted.len);
	vec_release(&shifted);
	return result;
}
