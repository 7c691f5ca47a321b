// The buffer is the signal; the file name and the size are not.
#include "case.h"
#include <stdio.h>

double run(const char *path)
{
	FILE *file = fopen(path, "rb");
	struct pair row;
	double f[2];
	if (!file || fread(&row, sizeof row, 1, file) != 1)
		return -1;
	f[0] = row.x;
	f[1] = read_a();
	fclose(file);
	return predict(f, 2);
}
// edge: signal:fread -> feature:run.f[0] data
// no-edge: signal:fread -> feature:run.f[1]
// no-node: signal:run.path
