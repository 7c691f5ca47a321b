// A definition in the program beats the stub of the same name.
#include "case.h"
#include <stddef.h>

void *memcpy(void *to, const void *from, size_t bytes)
{
	(void)from, (void)bytes;
	*(double *)to = read_b();
	return to;
}

double run(void)
{
	double row[1] = {read_a()}, f[1];
	memcpy(f, row, sizeof f);
	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
