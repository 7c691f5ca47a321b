/* A table that is filled at run time translates a signal: who changes its contents changes the feature. */
// finding: unstable-dependency signal:block
// message: unstable-dependency fills a table at run time in which signal:i is looked up at rule_unstable_dependency_table.c:
// no-finding: unstable-dependency signal:i
#include "case.h"

static double table[100];

void load(void)
{
	read_block(table, 100);
}

double run(void)
{
	double f[2];

	f[0] = table[read_i()];
	f[1] = read_a();
	return predict(f, 2);
}
