#include "case.h"
#include "traits.h"

int main(void)
{
	struct traits traits;
	double f[2];
	traits_collect(&traits);
	f[0] = traits.rate;
	f[1] = traits.age;
	return predict(f, 2) > 0.5;
}
// edge: signal:b -> feature:main.f[0] data
// edge: signal:a -> feature:main.f[1] data
// no-edge: signal:a -> feature:main.f[0]
// no-edge: signal:b -> feature:main.f[1]
