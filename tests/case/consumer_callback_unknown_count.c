#include "case.h"
#include <stdlib.h>

struct entry { double probability; int row; };

static int by_probability(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	return (a->probability < b->probability) - (a->probability > b->probability);
}

static void score(struct entry *entry)
{
	double f[1] = { read_a() };
	entry->probability = predict(f, 1);
}

static void sort(struct entry *entries, int count)
{
	qsort(entries, (size_t)count, sizeof *entries, by_probability);
}

int main(void)
{
	struct entry entries[32];
	int count = 0;
	while (count < 32 && read_i())
		score(&entries[count++]);
	sort(entries, count);
	return 0;
}
// edge: prediction:m -> consumer:by_probability data
// no-node: consumer:score
