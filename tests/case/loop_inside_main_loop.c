/* manifest
version: 1
signals:
  - { function: sense, value: return, name: "{arg0}" }
models:
  - { function: predict, input: { arg: 0, count: 3 }, output: return, name: m }
*/
double sense(int), predict(const double *);
void act(double);

static const int count = 3;
static double level[3], all[3];

struct context {
	double f[3];
	int n;
};

/* Inside the main loop, too, each round of an inner loop is told apart: with a bound in memory, and by its own conditions. */
int main(void)
{
	struct context c = { .n = 3 };
	for (;;) {
		for (int i = 0; i < count; i++)
			all[i] = sense(i);
		for (int i = 0; i < c.n; i++)
			c.f[i] = sense(i + 10);
		for (int k = 0; k < 3; k++) {
			double v = sense(k + 20);
			if (v > 1)
				v = 1;
			level[k] = v;
		}
		act(predict(all) + predict(c.f) + predict(level));
	}
}
// edge: signal:0 -> feature:all[0] data
// no-edge: signal:1 -> feature:all[0]
// edge: signal:2 -> feature:all[2] data
// edge: signal:10 -> feature:context.f[0] data
// no-edge: signal:11 -> feature:context.f[0]
// edge: signal:20 -> feature:level[0] data
// no-edge: signal:21 -> feature:level[0]
// no-edge: signal:20 -> feature:level[2]
