#include "case.h"

#define larger(x, y) ({ double x_ = (x), y_ = (y); x_ > y_ ? x_ : y_; })

double run(void)
{
	double f[2];
	f[0] = larger(read_a(), read_b());
	f[1] = ({ double unused = read_c(); (void)unused; read_d(); });
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:d -> feature:run.f[1] data
// no-edge: signal:c -> feature:run.f[1]
// no-edge: signal:d -> feature:run.f[0]
