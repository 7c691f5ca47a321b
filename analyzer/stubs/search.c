/* <search.h>: tables and trees that keep the keys they are given and call the caller's comparison. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <search.h>

#define ALL ((size_t)-1)

/* The first member is what users read: *(Type **)node. */
struct featdep_tree {
	const void *key;
	struct featdep_tree *next;
};

void *tfind(const void *key, void *const *root, int (*compare)(const void *, const void *))
{
	struct featdep_tree *node;

	for (node = root ? *root : NULL; node; node = node->next)
		if (compare(key, node->key) == 0)
			return node;
	return NULL;
}

void *tsearch(const void *key, void **root, int (*compare)(const void *, const void *))
{
	struct featdep_tree *node = tfind(key, root, compare);

	if (node)
		return node;
	node = __featdep_alloc(sizeof *node);
	node->key = key;
	node->next = *root;
	*root = node;
	return node;
}

void *tdelete(const void *restrict key, void **restrict root, int (*compare)(const void *, const void *))
{
	return tfind(key, root, compare);
}

void twalk(const void *root, void (*action)(const void *, VISIT, int))
{
	const struct featdep_tree *node;

	for (node = root; node; node = node->next)
		action(node, leaf, 0);
}

void twalk_r(const void *root, void (*action)(const void *, VISIT, void *), void *context)
{
	const struct featdep_tree *node;

	for (node = root; node; node = node->next)
		action(node, leaf, context);
}

void tdestroy(void *root, void (*release)(void *))
{
	struct featdep_tree *node;

	for (node = root; node; node = node->next)
		release((void *)node->key);
}

void *lfind(const void *key, const void *base, size_t *count, size_t size, int (*compare)(const void *, const void *))
{
	int order = compare(key, (const char *)base + FD_ANY * size);

	(void)count;
	return order == 0 ? (char *)base + (size_t)__featdep_mix(order) * size : NULL;
}

void *lsearch(const void *key, void *base, size_t *count, size_t size, int (*compare)(const void *, const void *))
{
	char *place = lfind(key, base, count, size, compare);

	if (place)
		return place;
	place = (char *)base + *count * size;
	__featdep_copy(place, key, size);
	*count = *count + 1;
	return place;
}

/* The one table of hsearch. */
struct featdep_entry {
	ENTRY entry;
	struct featdep_entry *next;
};

static struct featdep_entry *table;

int hcreate(size_t size)
{
	(void)size;
	table = NULL;
	return 1;
}

void hdestroy(void)
{
	table = NULL;
}

ENTRY *hsearch(ENTRY item, ACTION action)
{
	struct featdep_entry *entry;

	for (entry = table; entry; entry = entry->next)
		if (__featdep_mix(__featdep_read(item.key, ALL), __featdep_read(entry->entry.key, ALL)) == 0)
			return &entry->entry;
	if (action == FIND)
		return NULL;
	entry = __featdep_alloc(sizeof *entry);
	entry->entry = item;
	entry->next = table;
	table = entry;
	return &entry->entry;
}
