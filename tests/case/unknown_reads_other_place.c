/* A function without source reads and writes all places that a record leads to, also two in one object, and also when it gets
   the record by value. */
#include "case.h"

struct span { double *first, *second; };
double total(const struct span *span), norm(struct span span);
void scale(struct span span, double by);

void run(void)
{
	double data[8] = { 0 }, other[8] = { 0 }, f[3];
	struct span span = { data + 4, data }, both = { other + 4, other };

	data[0] = read_a();
	data[4] = read_b();
	other[0] = read_c();
	f[0] = total(&span);
	f[1] = norm(both);
	scale(both, read_d());
	f[2] = other[0];
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// edge: signal:d -> feature:run.f[2] data
