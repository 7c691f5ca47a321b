/* A record that the program only reads, also through a helper, comes from outside. */
// finding: undeclared-source signals
// message: undeclared-source signal:row.age, signal:row.values
#include "case.h"

struct row {
	double age, values[4];
};

static double mean(const double *values, int count)
{
	double sum = 0;

	for (int i = 0; i < count; i++)
		sum += values[i];
	return sum / count;
}

double score(const struct row *row)
{
	double f[2] = { row->age, mean(row->values, 4) };

	return predict(f, 2);
}
