/* manifest
version: 1
signals:
  - { function: read_raw, value: return, name: raw }
  - { function: read_temperature, value: return, name: temperature }
  - { function: read_motion, value: 0, name: acceleration }
  - { function: read_b, name: b }
features:
  - { emit: { function: collect, name: 1, value: 2 } }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
  - { function: detect, input: { arg: 0, count: 1 }, output: return, name: detect }
*/
/* A function with a role does what it does besides: with source, all that its body writes; without, it may write through
   arguments that the manifest does not name. */
#include "case.h"

double read_raw(void), detect(const double *values, double *confidence);
int read_motion(double *acceleration, double *rotation);

static double total;
static int readings;

static double read_temperature(void)
{
	double raw = read_raw();

	total += raw;
	readings++;
	return raw / 2;
}

struct collected { int count; double values[4]; };

static void collect(struct collected *to, const char *name, double value)
{
	(void)name;
	to->values[to->count++] = value;
}

double run(void)
{
	double f[5], acceleration[1] = { 0 }, rotation[1] = { 0 }, confidence = 0;
	struct collected collected = { 0, { 0 } };

	f[0] = read_temperature();
	f[1] = total;
	read_motion(acceleration, rotation);
	f[2] = acceleration[0];
	f[3] = rotation[0];
	collect(&collected, "b", read_b());
	f[4] = collected.values[0];
	detect(acceleration, &confidence);
	return predict(f, 5) + predict_next(&confidence, 1);
}
// edge: signal:temperature -> feature:run.f[0] data
// no-edge: signal:raw -> feature:run.f[0]
// edge: signal:raw -> feature:run.f[1] data
// edge: signal:acceleration -> feature:run.f[2] data
// edge: signal:read_motion -> feature:run.f[3] data
// edge: signal:b -> feature:b data
// edge: feature:b -> model:m data
// edge: prediction:detect -> consumer:run data
