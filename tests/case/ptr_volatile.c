/* Which of two buffers is written is in volatile pointers, that an interrupt swaps: they lead where the program put them. */
#include "case.h"

static double first[4], second[4];
static double *volatile writing = first, *volatile reading = second;

static void on_sample(void)
{
	static int count;

	writing[count++] = read_a();
	if (count < 4)
		return;
	double *full = writing;
	writing = reading;
	reading = full;
	count = 0;
}

void run(void)
{
	double f[1];

	for (int k = 0; k < 4; k++)
		on_sample();
	f[0] = reading[2];
	predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// unresolved: 0
