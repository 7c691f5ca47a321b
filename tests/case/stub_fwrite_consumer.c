// Only what is in the written bytes leaves.
#include "case.h"
#include <stdio.h>

void save(FILE *file)
{
	double f[1] = {read_a()}, g[1] = {read_b()};
	double out[2] = {predict(f, 1), predict_next(g, 1)};
	fwrite(out, sizeof out[0], 1, file);
}
// edge: prediction:m -> consumer:save data
// no-edge: prediction:n -> consumer:save
