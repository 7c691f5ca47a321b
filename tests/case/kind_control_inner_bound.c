/* How often the inner of two loops runs decides its sum, although the outer one repeats only until nothing changes. */
#include "case.h"
void dense(double *output, const double *input, int N, int M)
{
	for (int i = 0; i < N; i++) {
		double sum = 1;
		for (int j = 0; j < M; j++)
			sum += input[j];
		output[i] = 3 * sum;
	}
}
double run(int n)
{
	double f[2], x[4], out[4] = {0};
	read_block(x, 4);
	dense(out, x, n, read_i());
	f[0] = out[0];
	f[1] = 1;
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0] control
// edge: signal:block -> feature:run.f[0] data
