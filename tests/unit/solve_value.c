/* Ranges of numbers and offsets against the sets they stand for, element by element. */
#include "solve/engine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { LIMIT = 6, SPAN = 64 };

typedef VEC(Range) Ranges;

/* Small ranges of all shapes, around zero. */
static Ranges small_ranges(void)
{
	Ranges ranges = {0};

	for (int64_t lo = -LIMIT; lo <= LIMIT; lo++) {
		vec_push(&ranges, range_const(lo));
		for (int64_t stride = 1; stride <= 4; stride++)
			for (int64_t hi = lo + stride; hi <= LIMIT; hi += stride)
				vec_push(&ranges, range_strided(lo, hi, stride));
	}
	return ranges;
}

static bool contains(Range r, int64_t value)
{
	if (value < r.lo || value > r.hi)
		return false;
	return r.lo == r.hi || (value - r.lo) % r.stride == 0;
}

static int64_t step_of(Range r)
{
	return r.stride ? r.stride : 1;
}

/* {lo, lo + stride, …, hi}, with stride 0 exactly for one number. */
static void check_normal(Range r)
{
	assert_true(r.lo <= r.hi);
	assert_int_equal(r.stride == 0, r.lo == r.hi);
	if (r.stride)
		assert_int_equal((r.hi - r.lo) % r.stride, 0);
}

static void check_pair(Range a, Range b)
{
	Range sum = range_add(a, b), join = range_join(a, b);

	check_normal(sum);
	check_normal(join);
	assert_int_equal(sum.lo, a.lo + b.lo);
	assert_int_equal(sum.hi, a.hi + b.hi);
	assert_int_equal(join.lo, a.lo < b.lo ? a.lo : b.lo);
	assert_int_equal(join.hi, a.hi > b.hi ? a.hi : b.hi);
	for (int64_t x = a.lo; x <= a.hi; x += step_of(a)) {
		assert_true(contains(join, x));
		for (int64_t y = b.lo; y <= b.hi; y += step_of(b))
			assert_true(contains(sum, x + y));
	}
	for (int64_t y = b.lo; y <= b.hi; y += step_of(b))
		assert_true(contains(join, y));
	assert_true(range_equal(join, range_join(b, a)));
	assert_true(range_equal(sum, range_add(b, a)));
}

static void test_add_and_join(void **state)
{
	Ranges ranges = small_ranges();

	(void)state;
	for (uint32_t i = 0; i < ranges.len; i++)
		for (uint32_t k = 0; k < ranges.len; k++)
			check_pair(ranges.items[i], ranges.items[k]);
	vec_release(&ranges);
}

/* Of A, exactly what is from LO to HI, or all of A when that is nothing. */
static void check_between(Range a, int64_t lo, int64_t hi)
{
	Range part = range_between(a, lo, hi);
	bool any = false;

	check_normal(part);
	for (int64_t x = a.lo; x <= a.hi; x += step_of(a))
		any |= x >= lo && x <= hi;
	for (int64_t x = a.lo - 5; x <= a.hi + 5; x++)
		assert_int_equal(contains(part, x), contains(a, x) && (!any || (x >= lo && x <= hi)));
}

static void test_between(void **state)
{
	Ranges ranges = small_ranges();

	(void)state;
	for (uint32_t i = 0; i < ranges.len; i++)
		for (int64_t lo = -9; lo <= 9; lo++)
			for (int64_t hi = lo; hi <= 9; hi++)
				check_between(ranges.items[i], lo, hi);
	vec_release(&ranges);
	assert_true(range_equal(range_between(range_strided(3, POS_INF, 4), 5, 13), range_strided(7, 11, 4)));
	assert_true(range_equal(range_between(range_strided(NEG_INF, 3, 4), -6, POS_INF), range_strided(-5, 3, 4)));
	assert_true(range_equal(range_between(range_top(), 2, POS_INF), range_strided(2, POS_INF, 1)));
}

static void test_exact_strides(void **state)
{
	(void)state;
	assert_true(range_equal(range_add(range_strided(0, 8, 4), range_strided(0, 2, 2)), range_strided(0, 10, 2)));
	assert_true(range_equal(range_add(range_strided(0, 8, 4), range_const(3)), range_strided(3, 11, 4)));
	assert_true(range_equal(range_join(range_const(2), range_const(8)), range_strided(2, 8, 6)));
	assert_true(range_equal(range_join(range_strided(0, 8, 4), range_const(2)), range_strided(0, 8, 2)));
	assert_true(range_equal(range_scale(range_strided(1, 3, 1), 64), range_strided(64, 192, 64)));
	assert_true(range_equal(range_scale(range_strided(1, 3, 2), -2), range_strided(-6, -2, 4)));
	assert_true(range_equal(range_scale(range_strided(1, 3, 1), 0), range_const(0)));
	assert_true(range_equal(range_neg(range_strided(-1, 5, 3)), range_strided(-5, 1, 3)));
}

/* The bits [x, x + size) for all x of R, around zero. */
static void mark(Range r, int64_t size, bool *bits)
{
	for (int64_t x = r.lo; x <= r.hi; x += step_of(r))
		for (int64_t i = 0; i < size; i++)
			bits[SPAN + x + i] = true;
}

static bool really_overlaps(Range a, int64_t size_a, Range b, int64_t size_b)
{
	bool of_a[2 * SPAN] = {0}, of_b[2 * SPAN] = {0};

	mark(a, size_a, of_a);
	mark(b, size_b, of_b);
	for (int i = 0; i < 2 * SPAN; i++)
		if (of_a[i] && of_b[i])
			return true;
	return false;
}

/* Never says no when there is a common bit, and is exact for a single place and for
   arrays of equal stride of which one lies inside the other's bounds. */
static void check_overlap(Range a, int64_t size_a, Range b, int64_t size_b)
{
	bool claimed = range_overlaps(a, size_a, b, size_b);
	bool real = really_overlaps(a, size_a, b, size_b);

	assert_int_equal(claimed, range_overlaps(b, size_b, a, size_a));
	assert_true(claimed || !real);
	if (range_is_const(a) || range_is_const(b))
		assert_int_equal(claimed, real);
	if (a.stride == b.stride && size_a <= a.stride && size_b <= b.stride && a.lo >= b.lo && a.hi <= b.hi)
		assert_int_equal(claimed, real);
}

static void test_overlaps(void **state)
{
	Ranges ranges = small_ranges();

	(void)state;
	for (uint32_t i = 0; i < ranges.len; i++)
		for (uint32_t k = 0; k < ranges.len; k++)
			for (int64_t size = 1; size <= 3; size++)
				check_overlap(ranges.items[i], size, ranges.items[k], 2);
	vec_release(&ranges);
}

/* Fields of an array of records stay apart. */
static void test_overlap_of_fields(void **state)
{
	(void)state;
	assert_false(range_overlaps(range_strided(0, 384, 128), 64, range_strided(64, 448, 128), 64));
	assert_true(range_overlaps(range_strided(0, 384, 128), 65, range_strided(64, 448, 128), 64));
	assert_false(range_overlaps(range_strided(0, 384, 128), 64, range_const(192), 64));
	assert_true(range_overlaps(range_strided(0, 384, 128), 64, range_const(128), 64));
	assert_false(range_overlaps(range_strided(0, 384, 128), 64, range_const(512), 64));
	/* Two records far apart, and elements of an array in one of them. */
	assert_false(range_overlaps(range_strided(416, 467, 1), 1, range_strided(8, 823, 815), 16));
	assert_true(range_overlaps(range_strided(416, 467, 1), 1, range_strided(8, 460, 452), 16));
	assert_true(range_overlaps(range_top(), 1, range_const(7), 1));
	assert_true(range_overlaps(range_strided(0, POS_INF, 64), 64, range_const(6400), 64));
}

static void test_unbounded(void **state)
{
	(void)state;
	assert_true(range_is_top(range_add(range_top(), range_const(5))));
	assert_true(range_is_top(range_join(range_top(), range_const(5))));
	assert_true(range_equal(range_add(range_strided(0, POS_INF, 4), range_const(2)), range_strided(2, POS_INF, 4)));
	assert_true(range_equal(range_add(range_const(INT64_MAX - 1), range_const(5)), range_const(POS_INF)));
	assert_true(range_equal(range_neg(range_top()), range_top()));
	assert_true(contains(range_join(range_strided(0, POS_INF, 4), range_const(-4)), -4));
	assert_true(range_equal(range_join(range_strided(0, POS_INF, 4), range_const(-4)), range_strided(-4, POS_INF, 4)));
}

static int64_t apply(BinOp op, int64_t a, int64_t b)
{
	switch ((int)op) {
	case BIN_ADD: return a + b;
	case BIN_SUB: return a - b;
	case BIN_MUL: return a * b;
	case BIN_DIV: return a / b;
	case BIN_REM: return a % b;
	case BIN_AND: return a & b;
	case BIN_OR: return a | b;
	case BIN_XOR: return a ^ b;
	case BIN_EQ: return a == b;
	case BIN_NE: return a != b;
	case BIN_LT: return a < b;
	case BIN_LE: return a <= b;
	case BIN_GT: return a > b;
	default: return a >= b;
	}
}

/* Whatever the operands are, the result is in the range. */
static void check_binary(BinOp op, Range a, Range b)
{
	Range result = range_binary(op, a, b, 32, true);

	for (int64_t x = a.lo; x <= a.hi; x += step_of(a))
		for (int64_t y = b.lo; y <= b.hi; y += step_of(b)) {
			bool defined = y != 0 || (op != BIN_DIV && op != BIN_REM);
			if (defined && !contains(result, apply(op, x, y)))
				fail_msg("%s of {%d..%d} and {%d..%d}: %d is missing", bin_text(op), (int)a.lo, (int)a.hi, (int)b.lo,
					(int)b.hi, (int)apply(op, x, y));
		}
}

static void test_operators(void **state)
{
	static const BinOp operators[] = { BIN_ADD, BIN_SUB, BIN_MUL, BIN_DIV, BIN_REM, BIN_AND, BIN_OR, BIN_XOR, BIN_EQ,
		BIN_NE, BIN_LT, BIN_LE, BIN_GT, BIN_GE };
	Ranges ranges = small_ranges();

	(void)state;
	for (uint32_t i = 0; i < ranges.len; i++)
		for (uint32_t k = 0; k < ranges.len; k += 3)
			for (size_t op = 0; op < sizeof operators / sizeof *operators; op++)
				check_binary(operators[op], ranges.items[i], ranges.items[k]);
	vec_release(&ranges);
}

/* The same of numbers of 32 bits without a sign: what is below 0 here is large there. */
static void check_unsigned(BinOp op, Range a, int64_t by)
{
	Range result = range_binary(op, a, range_const(by), 32, false);

	for (int64_t x = a.lo; x <= a.hi; x += step_of(a)) {
		uint32_t large = (uint32_t)x;
		uint32_t real = op == BIN_SHR ? large >> by : op == BIN_DIV ? large / (uint32_t)by : large % (uint32_t)by;
		if (!contains(result, real))
			fail_msg("unsigned %s of {%d..%d} and %d: %u is missing", bin_text(op), (int)a.lo, (int)a.hi, (int)by, real);
	}
}

static void test_unsigned_operators(void **state)
{
	Ranges ranges = small_ranges();

	(void)state;
	for (uint32_t i = 0; i < ranges.len; i++)
		for (int64_t by = 1; by < 6; by++) {
			check_unsigned(BIN_DIV, ranges.items[i], by);
			check_unsigned(BIN_REM, ranges.items[i], by);
			check_unsigned(BIN_SHR, ranges.items[i], by);
		}
	vec_release(&ranges);
	assert_true(range_equal(range_binary(BIN_REM, range_top(), range_const(4), 32, false), range_strided(0, 3, 1)));
	assert_true(range_equal(range_binary(BIN_REM, range_top(), range_const(4), 64, false), range_strided(0, 3, 1)));
	assert_true(range_equal(range_binary(BIN_SHR, range_top(), range_const(30), 32, false), range_strided(0, 3, 1)));
	assert_true(range_equal(range_binary(BIN_REM, range_top(), range_const(4), 32, true), range_strided(-3, 3, 1)));
}

static void test_points_to_sets(void **state)
{
	Pointee one = { 1, range_const(0) }, two = { 2, range_const(64) }, more = { 1, range_const(128) };
	uint32_t count;

	(void)state;
	assert_int_equal(pts_of(NULL, 0), 0);
	PtsId a = pts_of((Pointee[]){ two, one }, 2), b = pts_of((Pointee[]){ one, two }, 2);
	assert_int_equal(a, b);
	assert_int_equal(pts_join(a, 0), a);
	assert_int_equal(pts_join(pts_single(1, range_const(0)), pts_single(2, range_const(64))), a);
	PtsIds many = {0};
	for (ObjId obj = 5; obj > 0; obj--) {
		vec_push(&many, pts_single(obj, range_const(obj == 2 ? 64 : 0)));
		vec_push(&many, 0);
		vec_push(&many, a);
	}
	Pointee five[] = { { 1, range_const(0) }, { 2, range_const(64) }, { 3, range_const(0) }, { 4, range_const(0) }, { 5, range_const(0) } };
	assert_int_equal(pts_join_all(&many), pts_of(five, 5));
	vec_clear(&many);
	assert_int_equal(pts_join_all(&many), 0);
	vec_release(&many);
	PtsId merged = pts_of((Pointee[]){ one, two, more }, 3);
	const Pointee *targets = pts_targets(merged, &count);
	assert_int_equal(count, 2);
	assert_true(range_equal(targets[0].off, range_strided(0, 128, 128)));
	assert_int_equal(pts_shift(a, range_const(0)), a);
	targets = pts_targets(pts_shift(a, range_const(8)), &count);
	assert_int_equal(count, 2);
	assert_true(range_equal(targets[1].off, range_const(72)));
	pts_reset();
}

/* From places 320 apart on in steps of 32: no walk through all of them in steps of 32. From one place on it is one. */
static void test_steps_from_many_places(void **state)
{
	PtsId records = pts_single(1, range_strided(64, 1024, 320)), next = pts_single(1, range_strided(96, 1056, 320));
	PtsId place = pts_single(1, range_const(64)), steps = pts_single(1, range_strided(96, 256, 32));
	uint32_t count;

	(void)state;
	assert_true(range_equal(pts_targets(pts_join(records, next), &count)->off, offset_nested(range_strided(64, 1024, 320), 32, 32)));
	assert_true(range_equal(pts_targets(pts_join(place, steps), &count)->off, range_strided(64, 256, 32)));
	Pointee both[] = { { 1, range_strided(64, 1024, 320) }, { 1, range_strided(96, 1056, 320) } };
	assert_int_equal(pts_of(both, 2), pts_join(records, next));
	pts_reset();
}

/* Is N among the numbers of R, a range with one finite end at least? */
static bool holds(Range r, int64_t n)
{
	return n >= r.lo && n <= r.hi && (n - range_anchor(r)) % r.stride == 0;
}

static void test_steps_without_ends(void **state)
{
	Range thirds = range_scale(range_top(), 3), moved = range_add(thirds, range_const(2)), back = range_add(moved, range_const(-2));
	Range bits = range_scale(moved, 64);

	(void)state;
	assert_true(holds(moved, 2) && holds(moved, 5) && holds(moved, -1));
	assert_false(holds(moved, 0) || holds(moved, 3) || holds(moved, 4));
	assert_true(holds(back, 0) && holds(back, 3));
	assert_false(holds(back, 2));
	assert_true(holds(bits, 128) && holds(bits, 320));
	assert_false(holds(bits, 0) || holds(bits, 192));
	assert_true(holds(range_join(range_strided(NEG_INF, 2, 3), range_strided(5, POS_INF, 3)), 8));
	assert_false(holds(range_join(range_strided(NEG_INF, 2, 3), range_strided(5, POS_INF, 3)), 9));
}

static void test_joined_with_no_pointer(void **state)
{
	Value place = { range_nonnull(), pts_single(1, range_const(0)) }, other = { range_allocated(), pts_single(2, range_const(0)) };

	(void)state;
	assert_true(value_join(place, other).num.lo >= 0);
	assert_true(value_join(place, value_const(0)).num.lo < 0);
	assert_true(value_join(value_top(), other).num.lo < 0);
	assert_true(range_equal(value_join(value_const(1), value_const(2)).num, range_strided(1, 2, 1)));
	pts_reset();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_steps_without_ends),
		cmocka_unit_test(test_joined_with_no_pointer),
		cmocka_unit_test(test_steps_from_many_places),
		cmocka_unit_test(test_add_and_join),
		cmocka_unit_test(test_between),
		cmocka_unit_test(test_exact_strides),
		cmocka_unit_test(test_overlaps),
		cmocka_unit_test(test_overlap_of_fields),
		cmocka_unit_test(test_unbounded),
		cmocka_unit_test(test_operators),
		cmocka_unit_test(test_unsigned_operators),
		cmocka_unit_test(test_points_to_sets),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
