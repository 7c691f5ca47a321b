#include "../case.h"
#include "level.h"

int main(void)
{
	double g[3];

	tune(read_b());
	g[0] = tuned();
	g[1] = ticked();
	g[2] = smoothed();
	return predict_next(g, 3) > 0;
}
// edge: signal:b -> feature:unit_two_mains/tool.c:main.g[0] data
// edge: signal:b -> feature:unit_two_mains/tool.c:main.g[2] data state
// no-edge: signal:a -> feature:unit_two_mains/tool.c:main.g[0]
// no-edge: signal:a -> feature:unit_two_mains/tool.c:main.g[1]
// no-edge: signal:a -> feature:unit_two_mains/tool.c:main.g[2]
