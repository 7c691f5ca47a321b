/* What is behind a call that cannot be followed may lead to a model: it is said that the model is not there. */
#include "case.h"
#include <setjmp.h>

static jmp_buf back;
static int enabled;

static void serve(void)
{
	double g[2] = { read_c(), read_d() };

	if (enabled)
		predict_next(g, 2);
}

void run(void)
{
	double f[2] = { read_a(), read_b() };

	if (read_i() > 0)
		longjmp(back, 1);
	predict(f, 2);
	serve();
}

// edge: signal:a -> feature:run.f[0] data
// no-node: model:n
// unresolved: 2
