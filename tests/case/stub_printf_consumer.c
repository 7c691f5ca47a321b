// The prediction leaves the program where it is printed; the function that computes it only passes it on.
#include "case.h"
#include <stdio.h>

static double score(void)
{
	double f[1] = {read_a()};
	return predict(f, 1);
}

void report(void)
{
	printf("%f\n", score());
}
// edge: prediction:m -> consumer:report data
// no-node: consumer:score
// no-node: consumer:printf
