// Printing the input does not consume the prediction.
#include "case.h"
#include <stdio.h>

static double score(void)
{
	double f[1] = {read_a()};
	fprintf(stderr, "input %f\n", f[0]);
	return predict(f, 1);
}

void run(void)
{
	if (score() > 0)
		puts("hit");
}
// edge: prediction:m -> consumer:run
// no-edge: prediction:m -> consumer:score
