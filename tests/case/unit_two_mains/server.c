#include "../case.h"
#include "level.h"

void every_second(void (*call)(void));

int main(void)
{
	double f[3];

	tune(read_a());
	every_second(on_tick);
	f[0] = tuned();
	f[1] = ticked();
	f[2] = smoothed();
	return predict(f, 3) > 0;
}
// edge: signal:a -> feature:unit_two_mains/server.c:main.f[0] data
// edge: signal:a -> feature:unit_two_mains/server.c:main.f[1] data
// edge: signal:a -> feature:unit_two_mains/server.c:main.f[2] data state
// no-edge: signal:b -> feature:unit_two_mains/server.c:main.f[0]
// no-edge: signal:b -> feature:unit_two_mains/server.c:main.f[1]
// no-edge: signal:b -> feature:unit_two_mains/server.c:main.f[2]
