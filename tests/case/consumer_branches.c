#include "case.h"

static void alarm_on(void) { }

static void decide(double p)
{
	if (p > 0.5)
		alarm_on();
}

int main(void)
{
	double f[1] = { read_a() };
	decide(predict(f, 1));
	return 0;
}
// edge: prediction:m -> consumer:decide
// no-node: consumer:alarm_on
// no-node: consumer:main
