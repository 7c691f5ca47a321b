/* Where main is all that code outside calls, what nobody calls does not run, however many calls lead from there to a model; nor what
   only a call that is never made leads to, nor what only such code takes the address of. */
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
entries:
  - { function: main }
*/
#include "case.h"

static double last;

static double evaluate(const double *x)
{
	return predict(x, 1);
}

double validate(const double *x)
{
	return evaluate(x);
}

static double inner(const double *x)
{
	return predict(x, 1);
}

static double score(const double *x, int mode)
{
	return mode == 1 ? inner(x) : x[0];
}

static double plain(const double *x)
{
	return x[0] * 2;
}

static double keeping(const double *x)
{
	last = x[1];
	return x[0] + last;
}

double apply(const double *x, int which)
{
	double (*function)(const double *) = which ? keeping : plain;

	return function(x);
}

int main(void)
{
	double x[2] = { read_a(), read_b() }, f[3] = { plain(x), last, score(x + 1, 0) };

	return predict(f, 3) > 0;
}
// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[2] data
// no-node: signal:validate.x
// no-node: feature:validate.x[0]
// no-node: signal:inner.x
// no-node: feature:inner.x[0]
// no-edge: signal:keeping.x -> feature:main.f[1]
// unresolved: 0
