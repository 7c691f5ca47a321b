/* A callee gets pointers to a member and to an array of one owner: they do not meet, unless the callee goes from the member
   to the owner. */
#include "case.h"

#include <stddef.h>

struct state { double mean; int count; };
struct owner { struct state state; float ring[8]; double gain; float other[8]; };

static void filter(struct state *state, float *x, const float *y, int n)
{
	for (int i = 0; i < n; i++) {
		state->mean += x[i];
		x[i] = y[i] * 2;
	}
	state->count = n;
}

void filters(void)
{
	static struct owner owner;
	double f[4];

	owner.gain = read_b();
	owner.other[read_j() & 7] = (float)read_a();
	filter(&owner.state, owner.ring, owner.other, read_i());
	f[0] = owner.ring[3];
	f[1] = owner.gain;
	f[2] = owner.state.mean;
	f[3] = owner.state.count;
	predict(f, 4);
}
// edge: signal:a -> feature:filters.f[0] data
// edge: signal:a -> feature:filters.f[2] data state
// edge: signal:b -> feature:filters.f[1] data
// no-edge: signal:a -> feature:filters.f[1]
// no-edge: signal:b -> feature:filters.f[2]
// no-edge: signal:a -> feature:filters.f[3]

static double last(struct state *state)
{
	struct owner *owner = (struct owner *)((char *)state - offsetof(struct owner, state));

	return owner->ring[7] * owner->gain;
}

static double store_and_read(float *x, struct state *state, double a)
{
	for (int i = 0; i < 8; i++)
		x[i] = (float)a;
	return last(state);
}

void goes_to_owner(void)
{
	struct owner owner = { 0 };
	double f[1];

	owner.gain = read_b();
	f[0] = store_and_read(owner.ring, &owner.state, read_a());
	predict(f, 1);
}
// edge: signal:a -> feature:goes_to_owner.f[0] data
// edge: signal:b -> feature:goes_to_owner.f[0] data

static double both(struct state *state, float *x, double a)
{
	struct owner *owner = (struct owner *)state;

	x[2] = (float)a;
	return owner->ring[2];
}

void first_member(void)
{
	struct owner apart = { 0 }, owner = { 0 };
	float ring[8] = { 0 };
	double f[2];

	f[0] = both(&apart.state, ring, read_a());
	f[1] = both(&owner.state, owner.ring, read_b());
	predict(f, 2);
}
// no-edge: signal:a -> feature:first_member.f[0]
// edge: signal:b -> feature:first_member.f[1] data
// no-edge: signal:a -> feature:first_member.f[1]
