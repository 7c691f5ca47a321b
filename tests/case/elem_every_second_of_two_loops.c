/* Every second element, from memory that two loops have filled one behind the other: nothing of what was there before. */
#include "case.h"
struct window { double sample[1728]; };

static double every_second(const struct window *w, int first)
{
	double sum = 0;
	for (int i = 1; i < 864; i++)
		sum += w->sample[2 * i - first];
	return sum;
}

void run(struct window *w)
{
	double f[3];
	for (int i = 0; i < 1728; i++)
		w->sample[i] = read_c();
	for (int i = 0; i < 1248; i++)
		w->sample[i] = read_a();
	for (int i = 1248; i < 1728; i++)
		w->sample[i] = read_b();
	f[0] = every_second(w, 0);
	f[1] = every_second(w, 1);
	for (int i = 1300; i < 1500; i++)
		w->sample[i] = read_d();
	f[2] = every_second(w, 1);
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:d -> feature:run.f[2] data
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[1]
// no-edge: signal:window.sample -> feature:run.f[0]
// no-edge: signal:window.sample -> feature:run.f[1]
// no-edge: signal:window.sample -> feature:run.f[2]
