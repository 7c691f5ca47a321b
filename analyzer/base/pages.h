/*
 * Vectors that become very large, in huge pages: with small ones, random access to hundreds of megabytes spends more
 * time on translating addresses than on the data. They grow by moving pages, not bytes. Declared as VEC(T), grown and
 * released by nothing but the two macros here.
 */
#ifndef FEATDEP_BASE_PAGES_H
#define FEATDEP_BASE_PAGES_H

#include "base/vec.h"

#define pages_reserve(v, n) \
	((v)->cap >= (n) ? (void)0 : (void)((v)->items = pages_grow((v)->items, &(v)->cap, (n), sizeof *(v)->items)))
#define pages_release(v) \
	(pages_free((v)->items, (v)->cap, sizeof *(v)->items), (void)((v)->items = NULL), (void)((v)->len = (v)->cap = 0))

/* Room for NEED elements of SIZE bytes; *CAP is how many there was room for. New memory is zero. Aborts without memory. */
void *pages_grow(void *items, uint32_t *cap, uint32_t need, size_t size);
void pages_free(void *items, uint32_t cap, size_t size);

#endif
