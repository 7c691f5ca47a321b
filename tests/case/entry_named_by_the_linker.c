/* A variable that the program names nowhere, the linker puts into a list: the functions in it run. */
#include "case.h"

typedef void (*initcall_t)(void);

static double value;

static void start(void)
{
	value = read_a();
}

static initcall_t initcall_start __attribute__((used, section("initcalls"))) = start;

int main(void)
{
	double f[1] = { value };

	return predict(f, 1) > 0;
}
// edge: signal:a -> feature:main.f[0] data state
