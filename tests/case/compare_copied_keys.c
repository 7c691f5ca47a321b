// Keys that are copied into memory of their own, or stand there from the beginning, are compared as the texts they are, unless
// something of them may have changed.
#include "case.h"
#include <stdlib.h>
#include <string.h>

struct entry { char *key; double value; struct entry *next; };
struct metric { char name[24]; double last; };

static struct entry *head;
static struct metric table[4] = { { "speed" }, { "load" } };
static struct metric changed[2] = { { "speed" }, { "load" } };

static void add(const char *key)
{
	struct entry *e = calloc(1, sizeof *e);

	if (!e)
		abort();
	e->key = strdup(key);
	e->next = head;
	head = e;
}

static struct entry *entry_of(const char *key)
{
	for (struct entry *e = head; e; e = e->next)
		if (!strcmp(e->key, key))
			return e;
	return NULL;
}

static struct metric *metric_of(struct metric *of, int count, const char *name)
{
	for (int i = 0; i < count; i++)
		if (!strcmp(of[i].name, name))
			return &of[i];
	return NULL;
}

int main(void)
{
	struct metric local[2];

	add("first");
	add("second");
	strcpy(table[2].name, "late");
	strcpy(local[0].name, "x");
	strcpy(local[1].name, "y");
	while (read_j()) {
		double f[8];
		entry_of("first")->value = read_a();
		entry_of("second")->value = read_b();
		f[0] = entry_of("first")->value;
		f[1] = entry_of("second")->value;
		metric_of(table, 3, "speed")->last = read_c();
		metric_of(table, 3, "late")->last = read_d();
		f[2] = metric_of(table, 3, "speed")->last;
		f[3] = metric_of(table, 3, "late")->last;
		metric_of(local, 2, "x")->last = read_a();
		metric_of(local, 2, "y")->last = read_b();
		f[4] = metric_of(local, 2, "x")->last;
		f[5] = metric_of(local, 2, "y")->last;
		if (read_i() > 3)
			changed[0].name[2] = 'o';
		metric_of(changed, 2, "load")->last = read_c();
		struct metric *m = metric_of(changed, 2, "speed");
		f[6] = m ? m->last : read_d();
		f[7] = metric_of(changed, 2, "load")->last;
		predict(f, 8);
	}
	return 0;
}
// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[1] data
// edge: signal:c -> feature:main.f[2] data
// edge: signal:d -> feature:main.f[3] data
// edge: signal:a -> feature:main.f[4] data
// edge: signal:b -> feature:main.f[5] data
// edge: signal:d -> feature:main.f[6] data
// edge: signal:i -> feature:main.f[6] control
// edge: signal:c -> feature:main.f[7] data
// no-edge: signal:b -> feature:main.f[0]
// no-edge: signal:a -> feature:main.f[1]
// no-edge: signal:d -> feature:main.f[2]
// no-edge: signal:c -> feature:main.f[3]
// no-edge: signal:b -> feature:main.f[4]
// no-edge: signal:a -> feature:main.f[5]
