// The association is chosen by the type of the controlling expression, which is not evaluated.
#include "case.h"
#include <stdbool.h>
#include <stdint.h>

struct one { double x; };
struct two { double x; };
typedef double real;
typedef struct { double x; } nameless;

static double first(void *p) { return ((struct one *)p)->x; }
static double second(void *p) { return ((struct two *)p)->x * 2; }
#define get(p) _Generic((p), struct one *: first, struct two *: second, nameless *: 0)(p)
#define pick(x) _Generic((x), bool: read_a(), uint8_t: read_b(), const char *: read_c(), real: read_d(), default: 7.0)

double run(const char *text)
{
	double f[9];
	struct one o = { read_a() };
	struct two t = { read_b() };
	unsigned char small = 1;
	f[0] = get(&o);
	f[1] = get(&t);
	f[2] = pick(text);
	f[3] = pick((bool)1);
	f[4] = pick(small);
	f[5] = pick(f[0]);
	f[6] = pick(read_i());
	f[7] = pick("text");
	f[8] = pick((const double)2) + sizeof(pick(1L));
	f[8] += _Generic(_Generic(1, int: 1.0f, default: 1), float: read_i(), default: read_j());
	return predict(f, 9);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:d -> feature:run.f[2]
// no-edge: signal:a -> feature:run.f[2]
// edge: signal:a -> feature:run.f[3] data
// no-edge: signal:b -> feature:run.f[3]
// edge: signal:b -> feature:run.f[4] data
// no-edge: signal:a -> feature:run.f[4]
// edge: signal:d -> feature:run.f[5] data
// no-edge: signal:a -> feature:run.f[5]
// no-edge: signal:i -> feature:run.f[6]
// no-edge: signal:a -> feature:run.f[6]
// no-edge: signal:c -> feature:run.f[7]
// no-edge: signal:d -> feature:run.f[7]
// edge: signal:d -> feature:run.f[8] data
// edge: signal:i -> feature:run.f[8] data
// no-edge: signal:j -> feature:run.f[8]
