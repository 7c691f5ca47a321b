/* Memory that moves down by a fixed distance, as much as only the run knows, in a loop: what lies up to the end stays that,
   so that the loop comes to its end. */
#include "case.h"
#include <string.h>

static double line[192];

double run(int n, int k)
{
	double f[2];
	for (int j = 0; j < k; j++) {
		memcpy(line, line + 64, n * sizeof *line);
		for (int i = 0; i < n; i++)
			line[128 + i] = read_a();
	}
	f[0] = line[0];
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// unresolved: 0
