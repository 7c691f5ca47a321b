#include "case.h"
#include <stdlib.h>
struct cand { double score; double bid; };
static int by_score(const void *a, const void *b) { const struct cand *x = a, *y = b; return (x->score < y->score) - (x->score > y->score); }
void rank(struct cand *c, int n)
{
	for (int i = 0; i < n; i++) { double f[1] = { c[i].bid }; c[i].score = predict(f, 1); }
	qsort(c, n, sizeof *c, by_score);
}
// edge: signal:cand[*].bid -> feature:rank.f[0] data state?
// edge: prediction:m -> consumer:by_score
