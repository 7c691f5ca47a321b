/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
models:
  - { function: predict, input: { arg: 0, count: 4 }, output: return, name: m }
*/
// A place in a ring is written, loops follow that leave it alone, and it is read again: nothing older is there. What a
// loop may have written since, or a place that the loop itself chooses, is not known so well.
#include "case.h"

struct slot { double tone, slope; };
struct analysis { struct slot ring[100]; int at, count, places[8]; double history[64]; };

void analyse(struct analysis *s)
{
	double f[4], old = 0;
	struct slot *slot = &s->ring[s->at++];

	if (s->at >= 100)
		s->at -= 100;
	slot->tone = read_a();
	slot->slope = 1;
	for (int i = 0; i < s->count; i++)
		old += s->history[i];
	for (int i = 0; i < s->count; i++)
		s->history[i] = old;
	f[0] = slot->tone;
	for (int i = 0; i < s->count; i++)
		if (s->history[i] > 3)
			slot->slope = read_b();
	f[1] = slot->slope;
	f[2] = 0;
	struct slot *other = &s->ring[s->places[0] & 63];
	other->tone = read_c();
	for (int i = 0; i < s->count; i++) {
		f[2] += other->tone;
		other = &s->ring[s->places[i & 7] & 63];
	}
	f[3] = read_c();
	predict(f, 4);
}
// edge: signal:a -> feature:analyse.f[0] data
// no-edge: signal:analysis.ring[0..99].tone -> feature:analyse.f[0]
// no-edge: signal:analysis.at -> feature:analyse.f[0]
// edge: signal:b -> feature:analyse.f[1] data
// edge: signal:analysis.history -> feature:analyse.f[1] control
// edge: signal:analysis.ring[0..63].tone -> feature:analyse.f[2] data
// edge: signal:c -> feature:analyse.f[2] data
// edge: signal:analysis.places -> feature:analyse.f[2] index
// edge: signal:c -> feature:analyse.f[3] data
