#include "case.h"
#include <stdlib.h>

int main(int argc, char **argv)
{
	double f[1];
	if (argc < 2)
		return 1;
	f[0] = atof(argv[1]);
	return predict(f, 1) > 0.5;
}
// edge: signal:main.argv -> feature:main.f[0] data
// no-edge: signal:main.argc -> feature:main.f[0]
