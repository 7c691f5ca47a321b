/* A macro that no unit defines. */
// finding: dead-experiment EXPERIMENT_7: run
// no-finding: dead-experiment EXPERIMENT_8: run
#include "case.h"

#define EXPERIMENT_8 1

double run(void)
{
	double values[1];

	values[0] = read_a();
#ifdef EXPERIMENT_7
	values[0] = read_b();
#endif
#ifdef EXPERIMENT_8
	values[0] = read_c();
#endif
	return predict(values, 1);
}
