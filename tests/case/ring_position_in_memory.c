/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: "{function}" }
*/
/* Two rings in one array, whose position is kept in memory: what a comparison says of a number holds where that was loaded
   from or left, and what memory holds at first is known in a loop, too. */
#include "case.h"

static double ring[8];
static int at;

void masked(void)
{
	for (;;) {
		double f[2] = { ring[at], ring[4 + at] };
		ring[at] = read_a();
		ring[4 + at] = read_b();
		at = (at + 1) & 3;
		predict(f, 2);
	}
}

void compared(void)
{
	static struct {
		double ring[8];
		int at;
	} own;
	while (read_i()) {
		double f[2] = { own.ring[own.at], own.ring[4 + own.at] };
		own.ring[own.at] = read_a();
		own.ring[4 + own.at] = read_b();
		own.at++;
		if (own.at >= 4)
			own.at = 0;
		predict(f, 2);
	}
}

void counted(void)
{
	static double own[8];
	static int next;
	int local = 0;
	while (read_i()) {
		double f[4] = { own[next], own[4 + next], own[local], own[4 + local] };
		own[next] = read_a();
		own[4 + next] = read_b();
		if (++next == 4)
			next = 0;
		if (++local == 4)
			local = 0;
		predict(f, 4);
	}
}

int main(void)
{
	counted();
	compared();
	masked();
	return 0;
}
// edge: signal:a -> feature:masked.f[0] data state
// no-edge: signal:b -> feature:masked.f[0]
// edge: signal:b -> feature:masked.f[1] data state
// no-edge: signal:a -> feature:masked.f[1]
// edge: signal:a -> feature:compared.f[0] data state
// no-edge: signal:b -> feature:compared.f[0]
// no-edge: signal:a -> feature:compared.f[1]
// edge: signal:a -> feature:counted.f[0] data state
// no-edge: signal:b -> feature:counted.f[0]
// edge: signal:b -> feature:counted.f[1] data state
// no-edge: signal:a -> feature:counted.f[1]
// no-edge: signal:b -> feature:counted.f[2]
// no-edge: signal:a -> feature:counted.f[3]
