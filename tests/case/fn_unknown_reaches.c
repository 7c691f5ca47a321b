/* What a function without definition can see and write: all elements of an array of records or, from a place in it, of numbers
   when it is told how many; what lies behind pointers in what it is given, but for what it is promised not to change; and a
   record that it returns. A record that is passed by value stays as it is. */
#include "case.h"
#include <stdlib.h>

struct point { double x; int id; };
struct job { const double *in; double *out; int n; };

void sort_points(struct point *points, int count);
void move_point(struct point *point);
void transform(double *out, const double *in, int n);
int process(struct job *job);
struct point make_point(double x);
double weigh(struct point point);

static void two_levels(double *out, const double *in)
{
	transform(out, in, 2);
}

static void one_level(double *out, const double *in)
{
	two_levels(out, in);
}

void run(void)
{
	struct point p[3], q[3], made = make_point(read_c()), kept = { read_d(), 1 };
	double in[2] = { read_a(), read_b() }, out[4] = { 0 }, rest[4] = { 0 }, deep[4] = { 0 }, f[10];
	struct job job = { in, out, 2 };

	for (int i = 0; i < 3; i++) {
		p[i].x = q[i].x = i == 2 ? read_a() : 0;
		p[i].id = q[i].id = i;
	}
	sort_points(p, 3);
	f[0] = p[0].x;
	move_point(&q[1]);
	f[1] = q[0].x;
	transform(rest + 2, in, 2);
	f[2] = rest[3];
	f[3] = rest[1];
	f[4] = process(&job);
	f[5] = out[1];
	f[6] = in[0];
	f[7] = made.x;
	weigh(kept);
	f[8] = kept.x;
	one_level(deep, in);
	f[9] = deep[1];
	predict(f, 10);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:sort_points -> feature:run.f[0] data
// no-edge: signal:move_point -> feature:run.f[1]
// edge: signal:b -> feature:run.f[2] data
// edge: signal:transform -> feature:run.f[2] data
// no-edge: signal:transform -> feature:run.f[3]
// edge: signal:a -> feature:run.f[4] data
// edge: signal:b -> feature:run.f[5] data
// edge: signal:process -> feature:run.f[5] data
// no-edge: signal:process -> feature:run.f[6]
// edge: signal:c -> feature:run.f[7] data
// edge: signal:d -> feature:run.f[8] data
// no-edge: signal:weigh -> feature:run.f[8]
// edge: signal:b -> feature:run.f[9] data
