/* What a function that is given up passes to the one that runs the model, in a record, is not resolved. */
#include "case.h"

#define STEP v = v * w + 1;
#define TEN(x) x x x x x x x x x x
#define MANY TEN(TEN(TEN(TEN(STEP))))

struct entry { double x[2]; };

static struct entry entries[8];

static void evaluate(const struct entry *e)
{
	for (int i = 0; i < 8; i++)
		predict(e[i].x, 2);
}

int main(void)
{
	double v = 1, w = 2;

	while (read_i())
		{ MANY MANY MANY MANY MANY MANY }
	entries[read_i() & 7].x[0] = read_a() + v;
	evaluate(entries);
	return 0;
}
// edge: signal:entry[0..7].x -> feature:entry[0..7].x data assumed
