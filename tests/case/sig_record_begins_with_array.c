/* A signal gives a pointer to a record that begins with an array of numbers: all of the record is the signal, in each iteration.
   So with what a model returns. */
/* manifest
version: 1
signals:
  - { function: get_sample, name: sample }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
  - { function: infer, input: { arg: 0, count: 2 }, output: return, name: o }
*/
#include "case.h"

struct sample { float acc[3]; int t; };
struct out { float box[4]; float prob; };
struct sample *get_sample(void);
struct out *infer(const double *f);

void run(void)
{
	struct sample *s;

	while ((s = get_sample())) {
		double f[2] = { s->t, s->acc[1] };
		struct out *o = infer(f);
		double g = o->prob;
		predict(&g, 1);
	}
}
// edge: signal:sample -> feature:run.f[0] data
// edge: signal:sample -> feature:run.f[1] data
// edge: prediction:o -> feature:run.g data
