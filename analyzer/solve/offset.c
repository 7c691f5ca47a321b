/*
 * Offsets of two levels: elements of the array in each of many records, `records[i].ring[k]`. One stride for both would
 * have to divide what lies between the arrays, too. The first level goes from record to record, the second stays inside
 * one; where a third would be needed (records in records), the second takes in the lower ones.
 */
#include "solve/engine.h"

enum { BYTE = 8 };

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* All from LO to HI, which go from record to record: no stride says so, because one would be that of a walk through the
   array in the first record. */
static Range anywhere(int64_t lo, int64_t hi, int64_t stride)
{
	return range_strided(lo, hi, stride % BYTE == 0 ? BYTE : 1);
}

Range offset_outer(Range off)
{
	off.span = off.step = 0;
	return off;
}

Range offset_nested(Range outer, int64_t span, int64_t step)
{
	outer = offset_outer(outer);
	if (span <= 0 || step <= 0)
		return outer;
	if (range_is_const(outer))
		return range_strided(outer.lo, clamp_add(outer.lo, span), step);
	if (!is_finite(outer.lo) || span >= outer.stride || span > INT32_MAX)
		return anywhere(outer.lo, clamp_add(outer.hi, span), common_divisor(outer.stride, step));
	outer.span = (int32_t)(span / step * step);
	outer.step = (int32_t)step;
	return outer;
}

bool offset_is_gapless(Range off)
{
	return off.span && off.stride % off.step == 0 && off.span + off.step == off.stride;
}

int64_t offset_last(Range off)
{
	return clamp_add(off.hi, off.span);
}

int64_t offset_end(Range off, int64_t size)
{
	return clamp_add(offset_last(off), size);
}

Range offset_flat(Range off)
{
	return off.span ? range_strided(off.lo, offset_last(off), common_divisor(off.stride, off.step)) : off;
}

uint64_t offset_hash(uint64_t seed, Range off)
{
	uint64_t outer = hash_u64(hash_u64(hash_u64(seed, (uint64_t)off.lo), (uint64_t)off.hi), (uint64_t)off.stride);
	return off.span ? hash_u64(hash_u64(outer, (uint64_t)off.span), (uint64_t)off.step) : outer;
}

/* ---- sums ---- */

/* How many bits the steps of STRIDE go on for. */
typedef struct { int64_t stride, extent; } Stride;
typedef struct { Stride items[4]; uint32_t len; } Strides; /* the longest stride first */

static void add_stride(Strides *strides, int64_t stride, int64_t extent)
{
	uint32_t at = 0;

	if (!extent)
		return;
	while (at < strides->len && strides->items[at].stride > stride)
		at++;
	if (at < strides->len && strides->items[at].stride == stride) {
		strides->items[at].extent = clamp_add(strides->items[at].extent, extent);
		return;
	}
	for (uint32_t i = strides->len++; i > at; i--)
		strides->items[i] = strides->items[i - 1];
	strides->items[at] = (Stride){ stride, extent };
}

static void add_strides(Strides *strides, Range off)
{
	add_stride(strides, off.stride ? off.stride : 1, is_finite(off.hi) ? off.hi - off.lo : POS_INF);
	add_stride(strides, off.step, off.span);
}

Range offset_add(Range a, Range b)
{
	Strides strides = {0};
	int64_t lo = clamp_add(a.lo, b.lo), extent = 0, step = 0;

	if (!is_finite(a.lo) || !is_finite(b.lo) || !is_finite(lo)) {
		Range sum = range_add(offset_flat(a), offset_flat(b));
		return a.span || b.span ? anywhere(sum.lo, sum.hi, sum.stride) : sum;
	}
	add_strides(&strides, a);
	add_strides(&strides, b);
	if (!strides.len)
		return range_const(lo);
	Stride first = strides.items[0];
	Range outer = range_strided(lo, clamp_add(lo, first.extent), first.stride);
	for (uint32_t i = 1; i < strides.len; i++) {
		extent = clamp_add(extent, strides.items[i].extent);
		step = common_divisor(step, strides.items[i].stride);
	}
	bool longer = extent >= first.stride && !a.span && !b.span; /* steps over several elements of an array of arrays */
	return longer ? range_strided(lo, clamp_add(outer.hi, extent), common_divisor(first.stride, step)) : offset_nested(outer, extent, step);
}

/* ---- unions ---- */

/* OFF with first level STRIDE, when it can be seen so without adding to it. */
static bool as_rows(Range *off, int64_t stride)
{
	Range flat = offset_flat(*off);

	if (off->lo <= -MODERATE || off->lo >= MODERATE)
		return false;
	if (off->stride == stride || range_is_const(*off))
		return true;
	if (flat.hi >= MODERATE || flat.hi - flat.lo >= stride || flat.hi - flat.lo > INT32_MAX)
		return false;
	*off = (Range){ .lo = flat.lo, .hi = flat.lo, .span = (int32_t)(flat.hi - flat.lo), .step = (int32_t)flat.stride };
	return true;
}

/* The rows of A and B, STRIDE apart, counted from those of A. */
static Range rows_from(Range a, Range b, int64_t stride)
{
	int64_t first = floor_div(b.lo - a.lo, stride) * stride, phase = b.lo - a.lo - first;
	int64_t begin = a.lo + first, end = b.hi == POS_INF ? POS_INF : clamp_add(begin, b.hi - b.lo);
	int64_t span = a.span > phase + b.span ? a.span : phase + b.span;
	Range outer = range_strided(a.lo < begin ? a.lo : begin, a.hi > end ? a.hi : end, stride);

	return offset_nested(outer, span, common_divisor(common_divisor(a.step, b.step), phase));
}

/* Which of two ways to count the same rows, STRIDE apart: from the place that comes first, else with the shorter span. */
static bool is_closer(Range a, Range b, int64_t stride)
{
	if ((a.stride == stride) != (b.stride == stride))
		return a.stride == stride;
	return a.lo != b.lo ? a.lo > b.lo : a.span < b.span;
}

/* How many offsets R has, which is of one level; 0: nobody knows. */
static int64_t count_of(Range r)
{
	return r.span || !is_finite(r.lo) || !is_finite(r.hi) ? 0 : r.stride ? (r.hi - r.lo) / r.stride + 1 : 1;
}

Range offset_join(Range a, Range b)
{
	Range flat = range_join(offset_flat(a), offset_flat(b)), x = a, y = b;
	int64_t stride = a.stride > b.stride ? a.stride : b.stride;
	bool exact = count_of(a) && count_of(b) && count_of(flat) && count_of(flat) <= count_of(a) + count_of(b);

	if (range_equal(a, b))
		return a;
	if (flat.stride == stride || !stride || exact)
		return flat;
	bool walk = !a.span && !b.span && (flat.stride == a.stride || flat.stride == b.stride || !a.stride || !b.stride);
	if (!walk)
		flat = anywhere(flat.lo, flat.hi, flat.stride);
	if (!as_rows(&x, stride) || !as_rows(&y, stride))
		return flat;
	Range from_a = rows_from(x, y, stride), from_b = rows_from(y, x, stride);
	if (from_a.stride != stride && from_b.stride != stride)
		return flat;
	return is_closer(from_a, from_b, stride) ? from_a : from_b;
}

Range offset_widen(Range now, Range before)
{
	bool grew = before.span && now.stride == before.stride && now.span > before.span;
	Range outer = range_strided(now.lo < before.lo ? NEG_INF : now.lo, now.hi > before.hi ? POS_INF : now.hi, now.stride);

	return offset_nested(outer, grew ? now.stride - 1 : now.span, now.step);
}

/* ---- do two meet? ---- */

static bool starts_moderate(Range r)
{
	return r.lo > -MODERATE && r.lo < MODERATE && r.stride < MODERATE;
}

/* A without its elements that are wholly before or behind all of B; false: none is left. */
static bool elements_near(Range *a, int64_t size_a, Range b, int64_t size_b)
{
	int64_t first = clamp_add(b.lo, 1 - size_a), last = clamp_add(b.hi, size_b - 1);

	if (!a->stride)
		return true;
	if (first > a->lo)
		a->lo += (first - a->lo + a->stride - 1) / a->stride * a->stride;
	if (b.hi < MODERATE && last < a->hi) {
		if (last < a->lo)
			return false;
		a->hi = a->lo + (last - a->lo) / a->stride * a->stride;
	}
	if (a->lo == a->hi)
		a->stride = 0;
	return a->lo <= a->hi;
}

/* The same for one place and elements whose hull it is in. */
static bool place_meets(int64_t place, int64_t size, Range elements, int64_t element_size)
{
	int64_t behind = (place - elements.lo) % elements.stride; /* of the element at or before PLACE */

	if (place < elements.lo)
		return true;
	return behind < element_size || (elements.stride - behind < size && place - behind < elements.hi);
}

/* The same for ranges of one level. */
static bool rows_overlap(Range a, int64_t size_a, Range b, int64_t size_b)
{
	if (clamp_add(a.hi, size_a) <= b.lo || clamp_add(b.hi, size_b) <= a.lo)
		return false;
	bool place_a = range_is_const(a), place_b = range_is_const(b);
	/* Places, or how far apart the elements are is not known. */
	if ((!a.stride && !place_a) || (!b.stride && !place_b) || (place_a && place_b) || !starts_moderate(a) ||
	    !starts_moderate(b))
		return true;
	if (place_a || place_b)
		return place_a ? place_meets(a.lo, size_a, b, size_b) : place_meets(b.lo, size_b, a, size_a);
	/* Twice: what is left of one tells more about the other. */
	for (int i = 0; i < 2; i++)
		if (!elements_near(&a, size_a, b, size_b) || !elements_near(&b, size_b, a, size_a))
			return false;
	int64_t step = common_divisor(a.stride, b.stride);
	if (!step)
		return true;
	int64_t distance = (a.lo - b.lo) % step;
	if (distance < 0)
		distance += step;
	return distance < size_b || step - distance < size_a;
}

/* The second level of A and that of B, which begins BY bits behind it. */
static bool spans_overlap(Range a, int64_t size_a, Range b, int64_t size_b, int64_t by)
{
	return rows_overlap(range_strided(0, a.span, a.step), size_a, range_strided(by, by + b.span, b.step), size_b);
}

bool range_overlaps(Range a, int64_t size_a, Range b, int64_t size_b)
{
	int64_t stride = a.span ? a.stride : b.stride;

	if (!a.span && !b.span)
		return rows_overlap(a, size_a, b, size_b);
	if (!rows_overlap(offset_outer(a), clamp_add(a.span, size_a), offset_outer(b), clamp_add(b.span, size_b)) ||
	    !rows_overlap(offset_flat(a), size_a, offset_flat(b), size_b))
		return false;
	/* In rows of one length, their phase tells which parts of them meet. */
	if (!as_rows(&a, stride) || !as_rows(&b, stride) || a.span + size_a > stride || b.span + size_b > stride)
		return true;
	int64_t phase = b.lo - a.lo - floor_div(b.lo - a.lo, stride) * stride;
	return spans_overlap(a, size_a, b, size_b, phase) || spans_overlap(a, size_a, b, size_b, phase - stride);
}
