/* An assignment in a function that is called in several ways is of use when it is in one of them. */
#include "case.h"
#include <stdio.h>
#include <string.h>

static void sum(const double *in, double *out)
{
	out[0] = in[0] + in[1];
}

static void difference(const double *in, double *out)
{
	out[0] = in[0] - in[1];
}

static void weighted(const double *in, double *out)
{
	difference(in, out);
	out[0] = in[0] * 3;
}

void run(const char *how)
{
	void (*compute)(const double *, double *) = sum;
	double in[2] = { read_a(), read_b() }, f[1];

	if (!strcmp(how, "difference"))
		compute = difference;
	else if (!strcmp(how, "weighted"))
		compute = weighted;
	compute(in, f);
	predict(f, 1);
}

static double level[1];

static void set_level(void)
{
	printf("was %f\n", level[0]);
	level[0] = read_c() > 3;
}

void watch(void)
{
	level[0] = read_d();
	predict(level, 1);
	set_level();
	set_level();
}

static double ends(double *x, int n)
{
	x[0] = read_a();
	x[n - 1] = read_b();
	return predict(x, n);
}

void at_both_ends(int n)
{
	double g[8];

	ends(g, n);
}
// no-finding: unused-feature
