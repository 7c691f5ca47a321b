// A program that gives up when there is no memory is followed as if there was; what else it does then is followed, too.
#include "case.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry { const char *key; double value; struct entry *next; };
static struct entry *head;

static void complain(const char *what)
{
	fprintf(stderr, "no memory for %s\n", what);
}

static void add(const char *key)
{
	struct entry *e = calloc(1, sizeof *e);

	if (!e) {
		complain(key);
		return;
	}
	e->key = key;
	e->next = head;
	head = e;
}

static struct entry *find(const char *key)
{
	for (struct entry *e = head; e; e = e->next)
		if (!strcmp(e->key, key))
			return e;
	return NULL;
}

static void put(const char *key, double value)
{
	struct entry *e = find(key);

	if (e)
		e->value = value;
}

static double get(const char *key)
{
	struct entry *e = find(key);

	return e ? e->value : -1;
}

struct pair_of { double *first, *second; };

static struct pair_of *make(double x, double y)
{
	struct pair_of *p = malloc(sizeof *p);

	if (p == NULL)
		goto none;
	p->first = malloc(sizeof *p->first);
	p->second = malloc(sizeof *p->second);
	if (!p->first || !p->second)
		goto parts;
	*p->first = x;
	*p->second = y;
	return p;
parts:
	free(p->first);
	free(p->second);
	free(p);
none:
	return NULL;
}

/* Another value in its place: that is followed. */
static double or_other(void)
{
	double *room = malloc(sizeof *room), kept = 0;

	if (room) {
		*room = read_a();
		kept = *room;
		free(room);
	} else {
		kept = read_b();
	}
	return kept;
}

/* Where it comes to from several tests. */
static double of_either(void)
{
	double *a = malloc(sizeof *a), *b = malloc(sizeof *b), kept;

	if (!a || !b) {
		kept = read_b();
	} else {
		*a = read_a();
		kept = *a;
	}
	return kept;
}

static double by_label(void)
{
	double *a = malloc(sizeof *a), *b = malloc(sizeof *b);

	if (!a)
		goto none;
	if (NULL == b)
		goto none;
	*a = read_c();
	return *a;
none:
	return read_d();
}

int main(void)
{
	add("cpu");
	add("memory");
	while (read_j()) {
		double f[9];
		put("cpu", read_a());
		put("memory", read_b());
		f[0] = get("cpu");
		f[1] = get("memory");
		f[2] = get("network");
		struct pair_of *p = make(read_c(), read_d());
		if (!p)
			return 1;
		f[3] = *p->first;
		f[4] = *p->second;
		f[5] = or_other();
		double *smaller = malloc(100 * sizeof *smaller);
		int count = 100;
		if (!smaller) {
			smaller = malloc(sizeof *smaller);
			count = read_i();
		}
		f[6] = count;
		f[7] = of_either();
		f[8] = by_label();
		predict(f, 9);
	}
	return 0;
}
// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[1] data
// edge: signal:c -> feature:main.f[3] data
// edge: signal:d -> feature:main.f[4] data
// edge: signal:a -> feature:main.f[5] data
// edge: signal:b -> feature:main.f[5] data
// edge: signal:i -> feature:main.f[6] data
// edge: signal:a -> feature:main.f[7] data
// edge: signal:b -> feature:main.f[7] data
// edge: signal:c -> feature:main.f[8] data
// edge: signal:d -> feature:main.f[8] data
// no-edge: signal:b -> feature:main.f[0]
// no-edge: signal:a -> feature:main.f[1]
// no-edge: signal:a -> feature:main.f[2]
// no-edge: signal:b -> feature:main.f[2]
