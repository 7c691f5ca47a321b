#include "case.h"
#include <stdio.h>

extern double g_probability;

void report(FILE *file)
{
	fprintf(file, "%.2f\n", g_probability);
}
// edge: prediction:m -> consumer:report
// finding: hidden-consumer consumer:report
