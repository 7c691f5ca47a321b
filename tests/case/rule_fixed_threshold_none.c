/* Compared with another prediction, kept in range, and checked for errors: no threshold. */
// no-finding: fixed-threshold
#include "case.h"

int run(void)
{
	double f[1] = { read_a() };
	double p = predict(f, 1), q = predict_next(f, 1);

	if (p > 1.5)
		p = 1.5;
	return p > q;
}
