// Only what the model reads of a buffer is a feature.
#include "case.h"

double run(void)
{
	double buffer[8];
	buffer[0] = read_a();
	buffer[1] = read_b();
	buffer[5] = read_c();
	return predict(buffer, 2) + buffer[5];
}
// edge: feature:run.buffer[0] -> model:m data
// edge: feature:run.buffer[1] -> model:m data
// no-edge: feature:run.buffer[5] -> model:m
// no-edge: signal:c -> feature:run.buffer[0]
// no-edge: signal:c -> feature:run.buffer[1]
