/* manifest
version: 1
signals:
  - { function: grab, value: 0, name: frame }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
/* Of a record that comes with a pointer to records and one to numbers, the pointers in the records lead on. */
#include "case.h"

struct item { double value; double *more; };
struct frame { struct item *items; double *pixels; };
void grab(struct frame *frame);

void run(void)
{
	struct frame frame;
	double f[2];

	grab(&frame);
	f[0] = frame.items[1].more[0];
	f[1] = frame.pixels[2];
	predict(f, 2);
}
// edge: signal:frame -> feature:run.f[0] data
// edge: signal:frame -> feature:run.f[1] data
// unresolved: 0
