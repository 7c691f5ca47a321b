#include "case.h"
#include <stdlib.h>

struct entry { double probability; int row; };

static int by_probability(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	return (a->probability < b->probability) - (a->probability > b->probability);
}

static double score(void)
{
	double f[1] = { read_a() };
	return predict(f, 1);
}

int main(void)
{
	struct entry entries[2] = { { score(), 0 }, { score(), 1 } };
	qsort(entries, 2, sizeof *entries, by_probability);
	return 0;
}
// edge: prediction:m -> consumer:by_probability data
