#include "case.h"

/* One request of this function takes more steps than there are for one function: the call after it is taken for the first
   one, which asked for something else. It may still write what it is given, and what was there before stays. */
#define A1 a = a * b + 1;
#define A10 A1 A1 A1 A1 A1 A1 A1 A1 A1 A1
#define A100 A10 A10 A10 A10 A10 A10 A10 A10 A10 A10
#define A1000 A100 A100 A100 A100 A100 A100 A100 A100 A100 A100
#define A10000 A1000 A1000 A1000 A1000 A1000 A1000 A1000 A1000 A1000 A1000

enum request { SET, RUN, GET };
struct state { double value, work; };

static void control(struct state *s, enum request request, void *p)
{
	double a = 1, b = 2;
	switch (request) {
	case SET:
		s->value = *(double *)p;
		break;
	case RUN:
		while (read_i())
			{ A10000 A10000 A10000 A10000 A10000 A10000 }
		s->work = a;
		break;
	case GET:
		*(double *)p = s->value;
		break;
	}
}

double run(void)
{
	struct state s = { 0, 0 };
	double f[2], in = read_a(), none = 0, out = 0;
	control(&s, SET, &in);
	control(&s, RUN, &none);
	control(&s, GET, &out);
	f[0] = out;
	f[1] = s.value;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data assumed
// edge: signal:a -> feature:run.f[1] data
