/* A function without a definition, called by pointer only, is matched. */
// no-finding: unmatched-manifest-entry
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

extern double (*hook)(double);
static double (*const reader)(void) = read_a;

double run(void)
{
	double f[1] = { hook(reader()) };

	return predict(f, 1);
}
