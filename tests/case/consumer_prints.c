#include "case.h"
#include <stdio.h>

static void show(double p, double other)
{
	printf("%f %f\n", p, other);
}

static void show_other(double other)
{
	printf("%f\n", other);
}

int main(void)
{
	double f[1] = { read_a() };
	show(predict(f, 1), 1);
	show_other(read_b());
	return 0;
}
// edge: prediction:m -> consumer:show data
// no-node: consumer:show_other
