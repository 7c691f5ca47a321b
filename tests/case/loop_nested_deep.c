/* Loops nested ten deep: stabilised one inside the other, the innermost would run 3^10 times. */
#include "case.h"

double run(int n, int m)
{
	double f[2], t = 0, last = 0;
	int a, b, c, d, e, g, h, i, j, k;

	for (a = 0; a < n; a++)
		for (b = 0; b < m; b++)
			for (c = 0; c < n; c++)
				for (d = 0; d < m; d++)
					for (e = 0; e < n; e++)
						for (g = 0; g < m; g++)
							for (h = 0; h < n; h++)
								for (i = 0; i < m; i++)
									for (j = 0; j < n; j++)
										for (k = 0; k < m; k++) {
											double now = read_a();
											t += now * last;
											last = now;
										}
	f[0] = t;
	f[1] = read_b() + k;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
// unresolved: 0
