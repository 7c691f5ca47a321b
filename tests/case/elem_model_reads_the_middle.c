#include "case.h"

double run(void)
{
	double buffer[4] = { read_a(), read_b(), read_c(), read_d() };
	double result = predict(&buffer[1], 2);
	return result + buffer[0] + buffer[3];
}
// edge: signal:b -> feature:run.buffer[1] data
// edge: signal:c -> feature:run.buffer[2] data
// edge: feature:run.buffer[1] -> model:m data
// edge: feature:run.buffer[2] -> model:m data
// no-edge: feature:run.buffer[0] -> model:m
// no-edge: feature:run.buffer[3] -> model:m
