/* manifest
version: 1
signals:
  - { function: read_a, name: a }
models:
  - { function: infer, input: { arg: 0, count: 1 }, output: [return, { arg: 1 }], name: m }
*/
#include "case.h"

double infer(const double *features, double *gain);

static void use_gain(double x) { static double kept; kept = x; (void)kept; }
static void use_voice(double x) { static double kept; kept = x; (void)kept; }

int main(void)
{
	double f[1] = { read_a() }, gain;
	double voice = infer(f, &gain);
	use_gain(gain);
	use_voice(voice);
	return 0;
}
// edge: feature:main.f[0] -> model:m data
// edge: model:m -> prediction:m.gain data
// edge: model:m -> prediction:m.return data
// edge: prediction:m.gain -> consumer:use_gain data
// edge: prediction:m.return -> consumer:use_voice data
// no-edge: prediction:m.return -> consumer:use_gain
// no-edge: prediction:m.gain -> consumer:use_voice
