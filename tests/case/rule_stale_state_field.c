/* In a context, through a function. */
// finding: stale-state feature:run.f[0]
// message: stale-state ctx.price
#include "case.h"

struct ctx {
	double price;
};

static void update(struct ctx *ctx)
{
	if (read_i())
		ctx->price = read_a();
}

double run(struct ctx *ctx)
{
	double f[1];

	update(ctx);
	f[0] = ctx->price;
	return predict(f, 1);
}
