/* Offsets of one and two levels against the sets they stand for, place by place. */
#include "solve/engine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { ROOM = 64, LAST = 13 };

typedef VEC(Range) Ranges;
typedef struct { bool has[2 * ROOM]; } Places; /* from -ROOM on */

static bool valid(Range off)
{
	bool one = off.lo == off.hi;

	return off.lo <= off.hi && (one ? !off.stride : (off.hi - off.lo) % off.stride == 0) &&
		(off.span ? !one && off.span < off.stride && off.step > 0 && off.span % off.step == 0 : !off.step);
}

/* All small ones from a few beginnings. */
static Ranges small_offsets(void)
{
	Ranges offsets = {0};

	for (int64_t lo = -2; lo <= 3; lo++) {
		vec_push(&offsets, range_const(lo));
		for (int64_t stride = 1; stride <= 6; stride++)
			for (int64_t hi = lo + stride; hi <= LAST; hi += stride) {
				vec_push(&offsets, range_strided(lo, hi, stride));
				for (int64_t step = 1; step < stride && hi <= lo + 2 * stride; step++)
					for (int64_t span = step; span < stride; span += step)
						vec_push(&offsets, offset_nested(range_strided(lo, hi, stride), span, step));
			}
	}
	return offsets;
}

static Places places(Range off, int64_t size)
{
	Places all = {0};

	for (int64_t x = off.lo; x <= off.hi; x += off.stride ? off.stride : 1)
		for (int64_t in = 0; in <= off.span; in += off.step ? off.step : 1)
			for (int64_t i = 0; i < size; i++)
				all.has[ROOM + x + in + i] = true;
	return all;
}

static bool inside(const Places *some, const Places *all)
{
	for (int i = 0; i < 2 * ROOM; i++)
		if (some->has[i] && !all->has[i])
			return false;
	return true;
}

static bool meet(const Places *a, const Places *b)
{
	for (int i = 0; i < 2 * ROOM; i++)
		if (a->has[i] && b->has[i])
			return true;
	return false;
}

static void check_sum(Range a, Range b)
{
	Range sum = offset_add(a, b);
	Places of_b = places(b, 1), of_sum = places(sum, 1);

	assert_true(valid(sum));
	assert_true(range_equal(sum, offset_add(b, a)));
	for (int64_t x = a.lo; x <= a.hi; x += a.stride ? a.stride : 1)
		for (int64_t in = 0; in <= a.span; in += a.step ? a.step : 1)
			for (int i = 0; i < 2 * ROOM; i++)
				assert_true(!of_b.has[i] || of_sum.has[i + x + in]);
}

static void check_union(Range a, Range b)
{
	Range both = offset_join(a, b);
	Places of_a = places(a, 1), of_b = places(b, 1), of_both = places(both, 1);

	assert_true(valid(both));
	assert_true(range_equal(both, offset_join(b, a)));
	assert_true(inside(&of_a, &of_both) && inside(&of_b, &of_both));
	assert_true(range_equal(offset_join(both, a), both));
	assert_true(range_equal(offset_join(both, b), both));
	Range wide = offset_widen(both, a);
	assert_true(wide.lo == both.lo || wide.lo == NEG_INF);
	assert_true(wide.hi == both.hi || wide.hi == POS_INF || wide.span < both.span);
	for (int i = 0; i < 2 * ROOM; i++)
		assert_true(!of_both.has[i] || range_overlaps(wide, 1, range_const(i - ROOM), 1));
	assert_true(range_equal(offset_widen(a, a), a));
}

/* Never says no when there is a common bit, and is right for one place and for records of one length, of which neither
   reaches into the next, where there are as many of both. */
static void check_overlap(Range a, int64_t size_a, Range b, int64_t size_b)
{
	Places of_a = places(a, size_a), of_b = places(b, size_b);
	bool claimed = range_overlaps(a, size_a, b, size_b), real = meet(&of_a, &of_b);

	assert_int_equal(claimed, range_overlaps(b, size_b, a, size_a));
	assert_true(claimed || !real);
	if (range_is_const(a) && b.span + size_b <= b.stride)
		assert_int_equal(claimed, real);
	if (a.stride == b.stride && a.lo == b.lo && a.hi == b.hi && a.span + size_a <= a.stride && b.span + size_b <= b.stride)
		assert_int_equal(claimed, real);
}

static void test_all_pairs(void **state)
{
	Ranges offsets = small_offsets();

	(void)state;
	assert_true(offsets.len > 400);
	for (uint32_t i = 0; i < offsets.len; i++) {
		Range a = offsets.items[i], flat = offset_flat(a);
		Places of_a = places(a, 1), of_flat = places(flat, 1);
		assert_true(valid(a) && !flat.span && inside(&of_a, &of_flat));
		assert_int_equal(offset_last(a), flat.hi);
		for (uint32_t k = 0; k < offsets.len; k++) {
			check_sum(a, offsets.items[k]);
			check_union(a, offsets.items[k]);
			for (int64_t size = 1; size <= 3; size++)
				check_overlap(a, size, offsets.items[k], 2);
		}
	}
	vec_release(&offsets);
}

/* records[4] of { double pad; float ring[8]; } */
static void test_arrays_in_records(void **state)
{
	Range record = range_strided(0, 3 * 320, 320), element = range_strided(64, 64 + 7 * 32, 32);
	Range ring = offset_add(record, element);

	(void)state;
	assert_true(range_equal(ring, offset_nested(range_strided(64, 64 + 3 * 320, 320), 7 * 32, 32)));
	assert_false(range_overlaps(ring, 32, record, 64));
	assert_false(range_overlaps(ring, 32, range_const(640), 64));
	assert_true(range_overlaps(ring, 32, range_const(704), 32));
	assert_false(range_overlaps(ring, 16, offset_add(ring, range_const(16)), 16));
	/* One record's array, in the rows of all. */
	assert_true(range_equal(offset_join(element, record), offset_nested(range_strided(0, 3 * 320, 320), 64 + 7 * 32, 32)));
	/* All bits of a matrix of four rows are one row. */
	Range matrix = offset_add(range_strided(0, 3 * 256, 256), range_strided(0, 7 * 32, 32));
	assert_true(offset_is_gapless(matrix) && !offset_is_gapless(ring) && !offset_is_gapless(element));
	assert_true(range_equal(offset_flat(matrix), range_strided(0, 31 * 32, 32)));
}

static void test_without_ends(void **state)
{
	Range record = range_strided(0, POS_INF, 320);

	(void)state;
	Range ring = offset_add(record, range_strided(64, 288, 32));
	assert_true(range_equal(ring, offset_nested(range_strided(64, POS_INF, 320), 224, 32)));
	assert_false(range_overlaps(ring, 32, range_const(3200), 64));
	assert_true(range_overlaps(ring, 32, range_const(3264), 32));
	assert_int_equal(offset_last(ring), POS_INF);
	assert_true(range_equal(offset_add(record, range_strided(0, POS_INF, 32)), range_strided(0, POS_INF, 32)));
	assert_true(range_is_top(offset_add(record, range_top())));
	assert_true(range_is_top(offset_join(ring, range_top())));
	assert_true(range_equal(offset_join(ring, range_const(64)), ring));
	/* The end of what grew is the end of the record. */
	assert_true(range_equal(offset_widen(ring, offset_nested(range_strided(64, 384, 320), 32, 32)),
		offset_nested(range_strided(64, POS_INF, 320), 288, 32)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_pairs),
		cmocka_unit_test(test_arrays_in_records),
		cmocka_unit_test(test_without_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
