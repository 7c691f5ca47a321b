/* A table of more than 64 whole numbers that says where each value goes. */
#include "case.h"

static const struct { int from, to; } map[] = {
	{ 0, 0 }, { 7, 1 }, { 14, 2 }, { 21, 3 }, { 28, 4 }, { 2, 5 }, { 9, 6 }, { 16, 7 }, { 23, 8 }, { 30, 9 }, { 4, 10 },
	{ 11, 11 }, { 18, 12 }, { 25, 13 }, { 32, 14 }, { 6, 15 }, { 13, 16 }, { 20, 17 }, { 27, 18 }, { 1, 19 }, { 8, 20 },
	{ 15, 21 }, { 22, 22 }, { 29, 23 }, { 3, 24 }, { 10, 25 }, { 17, 26 }, { 24, 27 }, { 31, 28 }, { 5, 29 }, { 12, 30 },
	{ 19, 31 }, { 26, 32 },
};

void run(void)
{
	double raw[33] = { [7] = read_a(), [26] = read_b() }, f[33];

	for (int i = 0; i < 33; i++)
		f[map[i].to] = raw[map[i].from];
	predict(f, 33);
}
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[32] data
// no-edge: signal:a -> feature:run.f[32]
// no-edge: signal:b -> feature:run.f[1]
