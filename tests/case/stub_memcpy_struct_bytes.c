// A struct goes through bytes and comes back with its fields apart.
#include "case.h"
#include <string.h>

double run(void)
{
	struct pair sent = {read_a(), read_b()}, received;
	unsigned char wire[sizeof sent];
	memcpy(wire, &sent, sizeof sent);
	memcpy(&received, wire, sizeof received);
	double f[2] = {received.y, received.x};
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
