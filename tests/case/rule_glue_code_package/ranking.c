/* A package that is called directly from three files. */
// finding: glue-code model:*
// message: glue-code the package is called directly from 3 files
#include "network.h"

genann *network;

double ranking(void)
{
	double input[2] = { read_a(), read_b() };

	return genann_run(network, input)[0];
}
