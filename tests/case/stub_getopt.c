/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { parameter: "main(argv)", name: argv }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
// The argument of an option comes from the command line.
#include "case.h"
#include <getopt.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	double f[2] = {0, read_a()};
	if (getopt(argc, argv, "r:") == 'r')
		f[0] = atof(optarg);
	return predict(f, 2) > 0;
}
// edge: signal:argv -> feature:main.f[0] data
// no-edge: signal:argv -> feature:main.f[1]
