/* An attribute that a macro says is one, too. */
#include "case.h"

#define MODULE static __attribute__((constructor)) void
#define NEVER __attribute__((noreturn))
#define REGISTER(name) __attribute__((constructor)) static void register_##name(void) { second = name; }

static double (*first)(void), (*second)(void);

static double oil(void) { return 2 * read_a(); }
static double water(void) { return 3 * read_b(); }
void stop(void) NEVER;

MODULE register_oil(void) { first = oil; }
REGISTER(water)

int main(void)
{
	double x = read_d();
	double f[3] = { first(), second(), 0 };

	if (read_i() > 0) {
		f[2] = x;
		stop();
	}
	predict(f, 3);
	return 0;
}

// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[1] data
// no-edge: signal:d -> feature:main.f[2]
