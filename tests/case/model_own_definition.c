// The model's code is here; its features are not consumers, and its inside is not looked at.
#include "case.h"

double predict(const double *features, int count)
{
	double sum = 0;
	for (int k = 0; k < count; k++)
		sum += features[k] > 3 ? features[k] : read_d();
	return sum;
}

int main(void)
{
	double f[2];
	f[0] = read_a();
	f[1] = read_b();
	predict(f, 2);
	return 0;
}
// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[1] data
// edge: model:m -> prediction:m data
// no-node: consumer:predict
// no-edge: signal:d -> feature:main.f[0]
