/* More functions than the limit. */
// finding: pipeline-jungle model:m
// message: pipeline-jungle functions (limit 2)
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
  - { function: read_d, name: d }
  - { function: read_i, name: i }
  - { function: read_j, name: j }
  - { function: read_block, value: 0, name: block }
  - { function: read_text, value: 0, name: text }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
  - { function: predict_next, input: { arg: 0, count: { arg: 1 } }, output: return, name: n }
rules:
  pipeline-jungle: { functions: 2 }
*/
#include "case.h"

static double two(double x) { return x * 2; }
static double three(double x) { return two(x) + 1; }
static double four(double x) { return three(x) * read_b(); }

double run(void)
{
	double f[1] = { four(read_a()) };

	return predict(f, 1);
}
