#include "case.h"

struct timer { volatile unsigned control, compare; };
#define TIMER ((struct timer *)0x40012C00)

static volatile unsigned *const port = (volatile unsigned *)0x40000034;

static void set(unsigned duty)
{
	TIMER->compare = duty & 0xff;
}

/* A register of a device, at an address that is a number, is outside of the program. */
void run(void)
{
	double f[1] = { read_a() }, g[1] = { read_b() };

	TIMER->control = 1;
	set((unsigned)predict(f, 1));
	*port = (unsigned)predict_next(g, 1);
}
// edge: prediction:m -> consumer:set data
// edge: prediction:n -> consumer:run data
// finding: hidden-consumer model:m
