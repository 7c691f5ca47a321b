/* An index that may be as small as an int can be, and as large: the elements from the first one on are among its places. */
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
models:
  - { function: next, input: 0, output: return, name: m }
*/
#include <stdlib.h>
#include "case.h"

double *next(double *input);
int more(void);

static int sample(const double *p, int n)
{
	double r = read_a();

	for (int i = 0; i < n; i++) {
		r -= p[i];
		if (r <= 0)
			return i;
	}
	return n - 1;
}

void run(int n)
{
	double *input = calloc((size_t)n, sizeof *input);
	int c = 0;

	while (more()) {
		input[c] = 1;
		double *p = next(input);
		input[c] = 0;
		c = sample(p, n);
	}
}
// edge: prediction:m -> feature:run.input[*] control state
// edge: signal:a -> feature:run.input[*] control state
// no-finding: unused-feature
