// An array that calloc or memset has zeroed is filled: the zeros are no second way of computing it.
#include "case.h"
#include <stdlib.h>
#include <string.h>

static double *make(int n)
{
	double *values = calloc(n, sizeof *values);

	return values;
}

int main(void)
{
	int n = read_i() * read_j();
	double *x = make(n), *y = malloc(n * sizeof *y);

	memset(y, 0, n * sizeof *y);
	for (int i = 0; i < n; i++)
		x[i] = read_a();
	for (int i = 0; i < n; i += 2)
		y[i] = read_b();
	return predict(x, n) + predict_next(y, n) > 0;
}
// edge: signal:a -> feature:make.values[*] data
// edge: signal:b -> feature:main.y[*] data
// no-node: feature:make.values[0]
// no-finding: divergent-definition
