#include "case.h"

double g_probability;

static void decide(double p)
{
	static int alarms;
	if (p > 0.5)
		alarms++;
}

void core_step(void)
{
	double f[1];
	f[0] = read_a();
	g_probability = predict(f, 1);
	decide(g_probability);
}
// no-finding: hidden-consumer consumer:decide
