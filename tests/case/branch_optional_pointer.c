/* A pointer that is only set on some ways, where it is tested at once, can still be NULL on the others. */
#include "case.h"
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	FILE *file = NULL;
	double *spare = NULL, f[2];

	if (argc > 1) {
		file = fopen(argv[1], "r");
		if (!file)
			return 1;
	}
	if (read_i() > 0) {
		spare = malloc(sizeof *spare);
		if (!spare)
			return 1;
		*spare = read_d();
	}
	while (read_j() > 0) {
		f[0] = file ? read_a() : read_b();
		if (spare)
			f[1] = *spare;
		else
			f[1] = read_c();
		predict(f, 2);
	}
	return 0;
}

// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[0] data
// edge: signal:c -> feature:main.f[1] data
// edge: signal:d -> feature:main.f[1] data
// edge: signal:i -> feature:main.f[1] control
// no-edge: signal:i -> feature:main.f[0]
// unresolved: 0
