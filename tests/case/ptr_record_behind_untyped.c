/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: predict, input: { arg: 0, count: 3 }, output: return, name: m }
*/
// One function is given a record behind another one, without a type, and a member of that other one: what it does with
// the one has nothing to do with the other, and the members stay apart.
#include "case.h"

struct control { int rate, ready; double gain; };
struct coder { double level; int frames; double kept; };
struct encoder { int coder_offset, mode; struct control control; double previous; };

static void encode(void *state, struct control *c, int activity)
{
	struct coder *s = state;
	s->level = read_a() * c->gain;
	s->frames += c->rate;
	c->ready = s->frames > 3;
	s->kept = activity;
}

void run(struct encoder *e)
{
	void *state = 0;
	double f[3];

	if (e->mode != 2)
		state = (char *)e + e->coder_offset;
	e->previous = read_b();
	e->control.gain = 3;
	encode(state, &e->control, 4);
	f[0] = e->control.ready;
	f[1] = e->previous;
	struct coder *s = (struct coder *)((char *)e + e->coder_offset);
	f[2] = s->level;
	predict(f, 3);
}
// edge: signal:control.rate -> feature:run.f[0] data
// edge: signal:coder.frames -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[2]
// no-edge: signal:coder.frames -> feature:run.f[1]
// no-edge: signal:coder.frames -> feature:run.f[2]
