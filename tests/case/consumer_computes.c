#include "case.h"

static double score(void)
{
	double f[1];
	f[0] = read_a();
	return predict(f, 1);
}

static double price(double p)
{
	return 100 * p;
}

int main(void)
{
	return price(score()) > 50;
}
// edge: prediction:m -> consumer:price data
// no-node: consumer:score
