#include "network.h"

double billing(void)
{
	double input[2] = { read_a(), read_b() };

	return genann_run(network, input)[0];
}
