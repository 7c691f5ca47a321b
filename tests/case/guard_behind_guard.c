/* What decides whether a model is evaluated, also what decides whether that is asked. */
#include "case.h"

void run(double x)
{
	if (read_i() == 0)
		return;
	if (x > 1e9)
		return;
	if (read_j())
		if (x < 0)
			predict(&x, 1);
}
// guards: model:m 6 8 10 11
