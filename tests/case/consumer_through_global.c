#include "case.h"

static double probability, unrelated;

static void infer(void)
{
	double f[1] = { read_a() };
	probability = predict(f, 1);
	unrelated = read_b();
}

static double report(void)
{
	return probability * 100;
}

static double other(void)
{
	return unrelated * 100;
}

int main(void)
{
	infer();
	return report() + other() > 3;
}
// edge: prediction:m -> consumer:report data
// no-node: consumer:other
