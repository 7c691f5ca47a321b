// <threads.h>: what a thread keeps under a key.
#include "case.h"
#include <stdlib.h>
#include <threads.h>

static tss_t key;

static double *slot(void)
{
	double *kept = tss_get(key);

	if (!kept) {
		kept = calloc(2, sizeof *kept);
		tss_set(key, kept);
	}
	return kept;
}

int main(void)
{
	tss_create(&key, free);
	slot()[0] = read_a();
	slot()[1] = read_b();
	double f[2] = { slot()[0], slot()[1] };
	return predict(f, 2) > 0;
}
// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[1] data
