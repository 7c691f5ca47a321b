#include "case.h"
#include <stddef.h>

#define container_of(pointer, type, member) ((type *)((char *)(pointer) - offsetof(type, member)))

struct link { struct link *next; };
struct item { double value; struct link link; double weight; };

double run(void)
{
	struct item item = { .value = read_a(), .weight = read_b() };
	struct link *link = &item.link;
	double f[2];
	f[0] = container_of(link, struct item, link)->value;
	f[1] = container_of(link, struct item, link)->weight;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
