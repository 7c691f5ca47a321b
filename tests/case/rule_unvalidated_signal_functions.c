/* Checks in functions: one that answers, one that ends the program, one that hands on what is in range, one in the wrapper
   of the model, one around the call; fmin with a constant. */
// no-finding: unvalidated-signal
/* manifest +
rules:
  unvalidated-signal: note
*/
#include "case.h"

#include <math.h>
#include <stdlib.h>

static int valid(double x)
{
	return x >= 0 && x <= 1;
}

static void need(double x)
{
	if (isnan(x))
		abort();
}

static double cleaned(double x)
{
	if (x < 0)
		return 0;
	return x;
}

static double infer(const double *f)
{
	if (f[3] < 0)
		return 0;
	return predict(f, 5);
}

double run(void)
{
	double f[5], a = read_a(), b = read_b();

	if (!valid(a))
		return 0;
	f[0] = a;
	need(b);
	f[1] = b;
	f[2] = cleaned(read_c());
	f[3] = read_d();
	f[4] = fmin(read_i(), 10);
	return infer(f);
}
