/* manifest
version: 1
signals:
  - { function: grab, value: 0, name: frame }
  - { function: next_frame, value: return, name: next }
  - { function: take, value: [0, 1], name: "taken{arg2}" }
  - { function: read_a, name: a }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
/* What comes in a record comes behind its pointers, too: in the buffers it has, or in memory of its own. */
#include "case.h"

struct frame { int width; double *pixels; };
int grab(struct frame *frame);
struct frame *next_frame(void);
int take(double **values, int *count, int which);

double run(void)
{
	double buffer[2], f[7], *values;
	struct frame mine = { 2, buffer }, given;
	int count;

	buffer[0] = read_a();
	grab(&mine);
	grab(&given);
	struct frame *next = next_frame();
	take(&values, &count, 1);
	f[0] = buffer[1];
	f[1] = mine.pixels[0];
	f[2] = given.pixels[0];
	f[3] = next->pixels[1];
	f[4] = values[0];
	f[5] = count;
	f[6] = mine.width;
	return predict(f, 7);
}
// edge: signal:frame -> feature:run.f[0] data
// edge: signal:frame -> feature:run.f[1] data
// edge: signal:frame -> feature:run.f[2] data
// edge: signal:next -> feature:run.f[3] data
// edge: signal:taken1 -> feature:run.f[4] data
// edge: signal:taken1 -> feature:run.f[5] data
// edge: signal:frame -> feature:run.f[6] data
// no-edge: signal:a -> feature:run.f[2]
// unresolved: 0
