/* A signal rests on the time or on chance when the function that gives it does, whatever it is called. */
/* manifest
version: 1
signals:
  - { field: "struct time.hour" }
  - { parameter: "score(clock)", name: clock }
  - { function: time, name: now }
  - { function: parse, name: "time.{arg0}" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"
#include <time.h>

struct time { int hour; };
double parse(const char *text);

void score(const struct time *row, int clock)
{
	double f[4] = { row->hour, clock, parse("12:00"), (double)time(0) };

	predict(f, 4);
}
// edge: signal:now -> feature:score.f[3] data
// finding: nonreproducible-feature signal:now
// no-finding: nonreproducible-feature signal:time.hour
// no-finding: nonreproducible-feature signal:clock
// no-finding: nonreproducible-feature signal:time.12:00
