#include "case.h"

struct result { double probability; int row; };

static void fill(struct result *result)
{
	double f[1] = { read_a() };
	result->probability = predict(f, 1);
	result->row = read_i();
}

static int next_row(const struct result *result)
{
	return result->row + 1;
}

static int is_likely(const struct result *result)
{
	return result->probability > 0.5;
}

int main(void)
{
	struct result result;
	fill(&result);
	return next_row(&result) + is_likely(&result);
}
// edge: prediction:m -> consumer:is_likely data
// no-node: consumer:next_row
// no-node: consumer:fill
