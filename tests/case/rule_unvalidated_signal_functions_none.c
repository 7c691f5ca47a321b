/* A function that looks at its argument only sometimes, and one whose answer nobody reads, check nothing. */
// finding: unvalidated-signal signal:a
// finding: unvalidated-signal signal:b
/* manifest +
rules:
  unvalidated-signal: note
*/
#include "case.h"

static int seen;

static void sometimes(double x, int debug)
{
	if (!debug)
		return;
	if (x < 0)
		seen++;
}

static int valid(double x)
{
	return x >= 0;
}

double run(int debug)
{
	double f[2], a = read_a(), b = read_b();

	sometimes(a, debug);
	f[0] = a;
	(void)valid(b);
	f[1] = b;
	return predict(f, 2);
}
