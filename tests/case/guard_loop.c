// Each round runs the model once; how many rounds there are is no dependency.
#include "case.h"

double run(void)
{
	double best = 0;
	for (int k = 0, n = read_i(); k < n; k++) {
		double f[1], score;
		f[0] = read_a();
		score = predict(f, 1);
		if (score > best)
			best = score;
	}
	return best;
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:i -> feature:run.f[0]
