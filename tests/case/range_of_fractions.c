/* Sizes and places that are computed with fractions: constants in double, in a record, in a caller's array of options. */
#include "case.h"

struct config { double rate, seconds; float gain; };

static void delay(int size, const double *in, const double *options, double *out)
{
	int period = (int)options[0];

	for (int i = period; i < size; i++)
		*out++ = in[i - period];
}

void run(void)
{
	double in[6] = { read_a(), read_b(), read_c(), read_d() }, out[6] = { 0 }, options[1] = { 2.9 }, f[6];
	struct config c = { 100, 0.03, 0.1f };
	double half = 5.0 / 2;

	delay(6, in, options, out);
	f[0] = out[0];
	f[1] = out[5];
	f[2] = in[(int)(c.rate * c.seconds + 0.5)];
	f[3] = in[(int)half];
	f[4] = in[(int)(c.gain * 10)];
	f[5] = in[(int)-(half - 3.5)];
	predict(f, 6);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:d -> feature:run.f[2] data
// no-edge: signal:c -> feature:run.f[2]
// edge: signal:c -> feature:run.f[3] data
// no-edge: signal:b -> feature:run.f[3]
// edge: signal:b -> feature:run.f[4] data
// no-edge: signal:a -> feature:run.f[4]
// edge: signal:b -> feature:run.f[5] data
// no-edge: signal:a -> feature:run.f[5]
