#include "case.h"

struct reader { const char *at; int count; };

static void next(struct reader *r);

static void count(struct reader *r)
{
	r->count++;
	r->at++;
	next(r);
}

static void next(struct reader *r)
{
	if (*r->at)
		count(r);
}

double run(void)
{
	char text[24];
	read_text(text, sizeof text);
	struct reader r = { text, 0 };
	next(&r);
	double f[1] = { r.count };
	return predict(f, 1);
}
// edge: signal:text -> feature:run.f[0] control
