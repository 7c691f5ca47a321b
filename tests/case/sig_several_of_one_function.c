/* One function gives several signals: by its result and by arguments, in any order, and each parameter that a glob matches. */
/* manifest
version: 1
signals:
  - { function: get, value: 0, name: a }
  - { function: get, value: return, name: samples }
  - { function: get, value: 1, name: b }
  - { function: imu_read, value: [return, 0, 1] }
  - { parameter: "run(*)" }
  - { global: "g_*" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

int *get(int *a, int *b);
double *imu_read(double *x, double *y);
double *g_x, *g_y;

void run(double p, double *q)
{
	int a = 0, b = 0, *in = get(&a, &b);
	double x, y, *v = imu_read(&x, &y);
	double f[10] = { a, b, in[3], x, y, v[2], p, q[1], g_x[1], g_y[1] };

	predict(f, 10);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:samples -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[2]
// edge: signal:imu_read.x -> feature:run.f[3] data
// edge: signal:imu_read.y -> feature:run.f[4] data
// edge: signal:imu_read -> feature:run.f[5] data
// no-edge: signal:imu_read.y -> feature:run.f[5]
// edge: signal:run.p -> feature:run.f[6] data
// edge: signal:run.q -> feature:run.f[7] data
// no-edge: signal:run.p -> feature:run.f[7]
// edge: signal:g_x -> feature:run.f[8] data
// edge: signal:g_y -> feature:run.f[9] data
