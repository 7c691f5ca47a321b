/*
 * Growable arrays of any type: VEC(int) numbers = {0}; vec_push(&numbers, 3);
 * A zeroed vector is valid and empty. The owner calls vec_release.
 */
#ifndef FEATDEP_BASE_VEC_H
#define FEATDEP_BASE_VEC_H

#include "base/bug.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define VEC(T) struct { T *items; uint32_t len, cap; }

/* Appends VALUE (an expression of the element type). */
#define vec_push(v, ...) \
	(vec_reserve((v), (v)->len + 1), (void)((v)->items[(v)->len++] = (__VA_ARGS__)))

/* Appends a zeroed element and evaluates to a pointer to it, valid until the next growth. */
#define vec_add(v) \
	(vec_reserve((v), (v)->len + 1), memset(&(v)->items[(v)->len], 0, sizeof *(v)->items), &(v)->items[(v)->len++])

#define vec_reserve(v, n) \
	((v)->cap >= (n) ? (void)0 : (void)((v)->items = vec_grow((v)->items, &(v)->cap, (n), sizeof *(v)->items)))

#define vec_last(v) (&(v)->items[(v)->len - 1])
#define vec_pop(v) ((v)->items[--(v)->len])
#define vec_clear(v) ((v)->len = 0)
#define vec_release(v) (free((v)->items), (void)((v)->items = NULL), (void)((v)->len = (v)->cap = 0))
/* Gives back what is not used. */
#define vec_fit(v) \
	((v)->len == (v)->cap ? (void)0 : (v)->len ? \
	 (void)((v)->items = mem_realloc((v)->items, (v)->len * sizeof *(v)->items), (v)->cap = (v)->len) : vec_release(v))
#define vec_sort(v, compare) \
	((v)->len ? qsort((v)->items, (v)->len, sizeof *(v)->items, (compare)) : (void)0)
/* For vec_sort() of numbers, the smallest first. */
static inline int u32_order(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

/* Appends all elements of SRC, a vector of the same type. */
#define vec_append(v, src) \
	do { \
		vec_reserve((v), (v)->len + (src)->len); \
		if ((src)->len) \
			memcpy((v)->items + (v)->len, (src)->items, (src)->len * sizeof *(v)->items); \
		(v)->len += (src)->len; \
	} while (0)

static inline void *vec_grow(void *items, uint32_t *cap, uint32_t need, size_t size)
{
	uint32_t next = *cap ? *cap * 2 : size < 32 ? 8 : 2; /* of large elements there is most often one */

	if (next < need)
		next = need;
	*cap = next;
	return mem_realloc(items, (size_t)next * size);
}

#endif
