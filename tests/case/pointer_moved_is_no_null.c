/* A reader that is handed round, and that its functions look at before they read: it was set once, and moved since. */
#include "case.h"
#include <stdint.h>

struct reader { const uint8_t *at, *end; };

static uint8_t next(struct reader *r)
{
	const uint8_t *p = r->at;

	r->at += 1;
	return p ? *p : 0;
}

void run(void)
{
	uint8_t bytes[4] = { 1, 7, 2, 9 };
	struct reader r = { bytes, bytes + 4 };
	double f[3] = { 0 };

	f[next(&r)] = read_a();
	next(&r);
	f[next(&r)] = read_b();
	predict(f, 3);
}

// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
