/* manifest
version: 1
signals:
  - { global: adc, name: adc }
  - { global: packet, name: radio }
  - { global: frame }
  - { global: table, name: table }
  - { function: read_i, name: i }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

static float adc[4];
static struct pair packet;
double *frame;
double table[8];

static void fill(double *to, const float *from)
{
	to[0] = from[0] + from[1];
}

static const struct pair *latest(void)
{
	return &packet;
}

void adc_done(float value)
{
	adc[0] = value;
}

/* A declared variable is a signal however it is reached; a pointer leads to it; an index into it is one more source. */
double run(void)
{
	double f[5];
	struct pair copy = packet;

	fill(f, adc);
	f[1] = copy.x;
	f[2] = latest()->y;
	f[3] = frame[2];
	f[4] = table[read_i() & 7];
	return predict(f, 5);
}
// edge: signal:adc -> feature:run.f[0] data
// edge: signal:radio -> feature:run.f[1] data
// edge: signal:radio -> feature:run.f[2] data
// edge: signal:frame -> feature:run.f[3] data
// edge: signal:table -> feature:run.f[4] data
// edge: signal:i -> feature:run.f[4] index
// no-finding: constant-feature
