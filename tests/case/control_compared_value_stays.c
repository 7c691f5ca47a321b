/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_i, name: i }
  - { function: read_j, name: j }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: "{function}" }
*/
/* What a comparison says of a number on either side of it leaves the number as it was: it decides nothing about it, in a
   local variable or in memory, behind a branch and behind a loop. */
#include "case.h"

static int total, most;

double local(void)
{
	int n = read_i() & 7, m = read_j() & 3;
	double extra = 0;
	if (n > m)
		extra = read_a();
	double f[2] = { n, extra };
	return predict(f, 2);
}

double kept(void)
{
	total = read_i() & 7;
	most = read_j() & 3;
	double extra = 0;
	if (total > most)
		extra = read_a();
	double f[2] = { total, extra };
	return predict(f, 2);
}

double looped(void)
{
	int at = 0, seen = 0;
	total = read_i() & 7;
	while (at < 7 && (seen += read_j() & 3) < total)
		at++;
	double f[2] = { total, at };
	return predict(f, 2);
}
// edge: signal:i -> feature:local.f[0] data
// no-edge: signal:j -> feature:local.f[0]
// edge: signal:j -> feature:local.f[1] control
// edge: signal:i -> feature:kept.f[0] data
// no-edge: signal:j -> feature:kept.f[0]
// edge: signal:i -> feature:kept.f[1] control
// edge: signal:i -> feature:looped.f[0] data
// no-edge: signal:j -> feature:looped.f[0]
// edge: signal:i -> feature:looped.f[1] control
// edge: signal:j -> feature:looped.f[1] control
