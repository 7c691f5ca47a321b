/*
 * Ranges: strided intervals (Reps, Balakrishnan & Lim, "Intermediate-representation recovery from low-level code",
 * PEPM 2006) for numbers; for offsets with a second level, see offset.c.
 */
#include "solve/engine.h"

int64_t clamp_add(int64_t a, int64_t b)
{
	int64_t sum;

	if (a == NEG_INF || b == NEG_INF)
		return NEG_INF;
	if (a == POS_INF || b == POS_INF)
		return POS_INF;
	return __builtin_add_overflow(a, b, &sum) ? (a < 0 ? NEG_INF : POS_INF) : sum;
}

static int64_t clamp_mul(int64_t a, int64_t b)
{
	int64_t product;

	if (a == 0 || b == 0)
		return 0;
	if (a == NEG_INF || a == POS_INF || b == NEG_INF || b == POS_INF || __builtin_mul_overflow(a, b, &product))
		return (a < 0) == (b < 0) ? POS_INF : NEG_INF;
	return product;
}

int64_t common_divisor(int64_t a, int64_t b)
{
	a = a < 0 ? -a : a;
	b = b < 0 ? -b : b;
	while (b) {
		int64_t t = a % b;
		a = b;
		b = t;
	}
	return a;
}

Range range_top(void)
{
	return range_strided(NEG_INF, POS_INF, 1);
}

/* The number of an address that is not NULL. */
Range range_nonnull(void)
{
	return range_strided(1, POS_INF, 1);
}

Range range_obtained(void)
{
	return range_strided(16, POS_INF, 1);
}

Range range_allocated(void)
{
	return range_strided(0, POS_INF, 1);
}

bool range_is_top(Range r)
{
	return r.lo == NEG_INF && r.hi == POS_INF && r.stride == 1;
}

Range range_strided(int64_t lo, int64_t hi, int64_t stride)
{
	if (lo == hi)
		return range_const(lo);
	if (stride <= 0)
		stride = 1;
	if (is_finite(lo) && is_finite(hi) && hi > lo)
		hi = lo + (int64_t)((uint64_t)hi - (uint64_t)lo) / stride * stride;
	return (Range){ .lo = lo, .hi = hi, .stride = lo == hi ? 0 : stride };
}

int64_t range_anchor(Range r)
{
	return is_finite(r.lo) ? r.lo : is_finite(r.hi) ? r.hi : 0;
}

Range range_anchored(int64_t lo, int64_t hi, int64_t stride, int64_t anchor)
{
	static const int64_t far = (int64_t)1 << 60;

	if (lo != NEG_INF || hi != POS_INF || stride <= 1 || anchor % stride == 0)
		return range_strided(lo, hi, stride);
	return stride > far ? range_top() : range_strided(anchor % stride - far / stride * stride, POS_INF, stride);
}

Range range_add(Range a, Range b)
{
	int64_t stride = common_divisor(a.stride, b.stride), step = stride > 0 ? stride : 1;

	return range_anchored(clamp_add(a.lo, b.lo), clamp_add(a.hi, b.hi), stride, range_anchor(a) % step + range_anchor(b) % step);
}

Range range_neg(Range a)
{
	return range_strided(a.hi == POS_INF ? NEG_INF : -a.hi, a.lo == NEG_INF ? POS_INF : -a.lo, a.stride);
}

Range range_scale(Range a, int64_t factor)
{
	int64_t x = clamp_mul(a.lo, factor), y = clamp_mul(a.hi, factor);

	if (range_is_const(a))
		return range_const(x);
	int64_t anchor = clamp_mul(range_anchor(a) % a.stride, factor);
	return range_anchored(x < y ? x : y, x < y ? y : x, clamp_mul(a.stride, factor < 0 ? -factor : factor), anchor);
}

/* By how much X is past the last value of the row that goes through ANCHOR in steps of STEP. */
static int64_t past_row(int64_t x, int64_t anchor, int64_t step)
{
	return ((x % step - anchor % step) % step + step) % step;
}

int64_t range_first(Range r, int64_t start)
{
	int64_t step = r.stride > 0 ? r.stride : 1, past = past_row(start, range_anchor(r), step);

	return past ? clamp_add(start, step - past) : start;
}

Range range_between(Range a, int64_t lo, int64_t hi)
{
	int64_t anchor = range_anchor(a), step = a.stride > 0 ? a.stride : 1;

	lo = lo > a.lo ? lo : a.lo;
	hi = hi < a.hi ? hi : a.hi;
	if (is_finite(lo))
		lo = range_first(a, lo);
	if (is_finite(hi))
		hi = clamp_add(hi, -past_row(hi, anchor, step));
	if (lo > hi || lo == POS_INF || hi == NEG_INF)
		return a;
	return range_anchored(lo, hi, a.stride, anchor);
}

Range range_join(Range a, Range b)
{
	if (range_equal(a, b))
		return a;
	int64_t stride = common_divisor(a.stride, b.stride);
	/* The distance of the two sets matters too; unbounded sets are anchored at their finite end. */
	int64_t anchor_a = range_anchor(a), anchor_b = range_anchor(b);
	bool anchored = (is_finite(a.lo) || is_finite(a.hi)) && (is_finite(b.lo) || is_finite(b.hi));
	int64_t distance;
	if (!anchored || __builtin_sub_overflow(anchor_a, anchor_b, &distance) || distance == NEG_INF)
		distance = 1;
	stride = common_divisor(stride, distance);
	return range_anchored(a.lo < b.lo ? a.lo : b.lo, a.hi > b.hi ? a.hi : b.hi, stride, anchor_a);
}

static Range range_mul(Range a, Range b)
{
	if (range_is_const(b))
		return range_scale(a, b.lo);
	if (range_is_const(a))
		return range_scale(b, a.lo);
	int64_t p[4] = { clamp_mul(a.lo, b.lo), clamp_mul(a.lo, b.hi), clamp_mul(a.hi, b.lo), clamp_mul(a.hi, b.hi) };
	int64_t lo = p[0], hi = p[0];
	for (int i = 1; i < 4; i++) {
		lo = p[i] < lo ? p[i] : lo;
		hi = p[i] > hi ? p[i] : hi;
	}
	return range_strided(lo, hi, 1);
}

/* A value in BITS bits. What does not fit wraps, when WRAPS; else it does not happen (signed arithmetic). Of 64 bits without
   a sign, those with the highest one set are negative here. */
static Range fit(Range r, int64_t bits, bool is_signed, bool wraps)
{
	if (bits <= 0 || bits >= 64)
		return r;
	int64_t lo = is_signed ? -((int64_t)1 << (bits - 1)) : 0;
	int64_t hi = is_signed ? ((int64_t)1 << (bits - 1)) - 1 : (int64_t)(((uint64_t)1 << bits) - 1);
	if (r.lo >= lo && r.hi <= hi)
		return r;
	if (range_is_const(r)) {
		uint64_t mask = ((uint64_t)1 << bits) - 1;
		uint64_t v = (uint64_t)r.lo & mask;
		if (is_signed && v >> (bits - 1) & 1)
			v |= ~mask;
		return range_const((int64_t)v);
	}
	/* All numbers of the type are a multiple of such a step away from where they wrap. */
	int64_t step = r.stride & -r.stride;
	if (wraps)
		return range_between(range_anchored(NEG_INF, POS_INF, step < hi ? step : 1, range_anchor(r)), lo, hi);
	return range_between(r, lo, hi);
}

Range range_convert(Range r, int64_t bits, bool is_signed)
{
	return fit(r, bits, is_signed, true);
}

/* In the order of numbers without a sign: negative ones are the largest. Not known where a range has some of both. */
static bool order_unsigned(Range *a, Range *b)
{
	if (a->lo >= 0 && b->lo >= 0)
		return true;
	bool split = (a->lo < 0 && a->hi >= 0) || (b->lo < 0 && b->hi >= 0) || a->hi == POS_INF || b->hi == POS_INF;
	if (a->lo < 0 && b->lo >= 0)
		*a = range_const(POS_INF);
	else if (b->lo < 0 && a->lo >= 0)
		*b = range_const(POS_INF);
	return !split;
}

/* What is divided, or shifted to the right: what is left of large numbers, which are negative here, is not. */
static Range dividend(BinOp op, Range a, int64_t bits)
{
	if (op != BIN_DIV && op != BIN_REM && op != BIN_SHR)
		return a;
	if (bits < 64)
		return fit(a, bits, false, true);
	return a.lo < 0 && !range_is_const(a) ? range_strided(0, POS_INF, 1) : a;
}

static Range compare(BinOp op, Range a, Range b, int64_t bits, bool is_signed)
{
	int known = -1;

	if (!is_signed && bits < 64) {
		a = fit(a, bits, false, true);
		b = fit(b, bits, false, true);
	}
	if (op == BIN_EQ || op == BIN_NE) {
		bool equal = range_is_const(a) && range_equal(a, b);
		bool apart = !range_overlaps(a, 1, b, 1);
		known = equal ? op == BIN_EQ : apart ? op == BIN_NE : -1;
	} else if (!is_signed && !order_unsigned(&a, &b))
		known = -1;
	else if (op == BIN_LT)
		known = a.hi < b.lo ? 1 : a.lo >= b.hi ? 0 : -1;
	else if (op == BIN_LE)
		known = a.hi <= b.lo ? 1 : a.lo > b.hi ? 0 : -1;
	else if (op == BIN_GT)
		known = a.lo > b.hi ? 1 : a.hi <= b.lo ? 0 : -1;
	else
		known = a.lo >= b.hi ? 1 : a.hi < b.lo ? 0 : -1;
	return known < 0 ? range_strided(0, 1, 1) : range_const(known);
}

static Range fold(BinOp op, int64_t a, int64_t b, bool is_signed)
{
	uint64_t shift = (uint64_t)b;
	bool large = !is_signed && (a < 0 || b < 0);

	if (large && op == BIN_DIV && b)
		return range_const((int64_t)((uint64_t)a / (uint64_t)b));
	if (large && op == BIN_REM && b)
		return range_const((int64_t)((uint64_t)a % (uint64_t)b));
	if (large && op == BIN_SHR && shift < 63)
		return range_const((int64_t)((uint64_t)a >> shift));
	if (op == BIN_DIV && b && !(a == NEG_INF && b == -1))
		return range_const(a / b);
	if (op == BIN_REM && b && !(a == NEG_INF && b == -1))
		return range_const(a % b);
	if (op == BIN_SHL && shift < 63)
		return range_const((int64_t)((uint64_t)a << shift));
	if (op == BIN_SHR && shift < 63)
		return range_const(a >> shift);
	if (op == BIN_AND)
		return range_const(a & b);
	if (op == BIN_OR)
		return range_const(a | b);
	if (op == BIN_XOR)
		return range_const(a ^ b);
	return range_top();
}

Range range_binary(BinOp op, Range a, Range b, int64_t bits, bool is_signed)
{
	Range result = range_top();

	if (op >= BIN_EQ)
		return compare(op, a, b, bits, is_signed);
	if (!is_signed && range_is_const(b) && b.lo > (op == BIN_DIV))
		a = dividend(op, a, bits);
	if (op == BIN_ADD)
		result = range_add(a, b);
	else if (op == BIN_SUB)
		result = range_add(a, range_neg(b));
	else if (op == BIN_MUL)
		result = range_mul(a, b);
	else if (range_is_const(a) && range_is_const(b) && is_finite(a.lo) && is_finite(b.lo))
		result = fold(op, a.lo, b.lo, is_signed);
	else if (op == BIN_SHL && range_is_const(b) && b.lo >= 0 && b.lo < 62)
		result = range_scale(a, (int64_t)1 << b.lo);
	else if ((op == BIN_DIV || op == BIN_SHR) && range_is_const(b) && b.lo > 0 && b.lo < 62 && a.lo >= 0) {
		int64_t by = op == BIN_SHR ? (int64_t)1 << b.lo : b.lo;
		result = range_strided(a.lo / by, a.hi == POS_INF ? POS_INF : a.hi / by, 1);
	} else if (op == BIN_REM && range_is_const(b) && b.lo > 0)
		result = range_strided(a.lo >= 0 ? 0 : 1 - b.lo, a.hi >= 0 && a.hi < b.lo - 1 ? a.hi : b.lo - 1, 1);
	else if (op == BIN_AND && range_is_const(b) && b.lo >= 0)
		result = range_strided(0, b.lo, 1);
	else if (op == BIN_AND && range_is_const(a) && a.lo >= 0)
		result = range_strided(0, a.lo, 1);
	return fit(result, bits, is_signed, !is_signed);
}
