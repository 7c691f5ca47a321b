/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: score, input: 0, output: return, name: m }
*/
/* More members behind a pointer than anyone would look at: the nearest are taken, and it is said that there are more. */
#include "case.h"

#define TEN(of, x) of(x##0) of(x##1) of(x##2) of(x##3) of(x##4) of(x##5) of(x##6) of(x##7) of(x##8) of(x##9)
#define HUNDRED(x) MEMBERS(x##0) MEMBERS(x##1) MEMBERS(x##2) MEMBERS(x##3) MEMBERS(x##4) \
	MEMBERS(x##5) MEMBERS(x##6) MEMBERS(x##7) MEMBERS(x##8) MEMBERS(x##9)
#define MEMBERS(x) TEN(MEMBER, x)

#define MEMBER(x) double x;
struct wide { HUNDRED(p) HUNDRED(q) HUNDRED(r) };
#undef MEMBER
struct other { double weight; };
struct holder { double bias; struct wide *wide; struct other *other; };

double score(const struct holder *holder);

double run(void)
{
	struct wide wide;
	struct other other = { read_b() };
	struct holder holder = { read_b(), &wide, &other };

#define MEMBER(x) wide.x = read_a();
	HUNDRED(p)
	HUNDRED(q)
	HUNDRED(r)
	return score(&holder);
}
// edge: signal:b -> feature:holder.bias data
// edge: feature:holder.bias -> model:m data
// edge: signal:a -> feature:wide.p00 data
// edge: feature:wide.q99 -> model:m data
// no-node: feature:wide.r99
// unresolved: 1
