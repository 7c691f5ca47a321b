/* Two reads of one sensor, elements of a buffer, and a square. */
// no-finding: redundant-feature
#include "case.h"

double run(void)
{
	double f[5], block[8], age = read_a();

	read_block(block, 8);
	f[0] = age;
	f[1] = read_a();
	f[2] = block[1];
	f[3] = block[2];
	f[4] = age * age;
	return predict(f, 5);
}
