// A local array outlives no invocation.
#include "case.h"
#include <stdio.h>

static void show(const double *v, int count)
{
	for (int k = 0; k < count; k++)
		printf("%f\n", v[k]);
}

int main(void)
{
	double scores[32];
	int count = 0;
	while (count < 32 && read_i()) {
		double f[1] = { read_a() };
		scores[count++] = predict(f, 1);
	}
	show(scores, count);
	return 0;
}
// edge: prediction:m -> consumer:show data
// no-finding: feedback-loop
