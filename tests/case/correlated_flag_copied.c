/* A flag that was copied in an earlier iteration, or set anew, says nothing of what was chosen in this one. */
#include "case.h"

void earlier(int count)
{
	double f[1];
	int ok, before;

	for (int i = 0; i < count; i++) {
		if (read_i() > 3) {
			f[0] = read_a();
			ok = 1;
		} else {
			f[0] = read_b();
			ok = 0;
		}
		if (i > 0 && before)
			predict(f, 1);
		before = ok;
	}
}

void anew(void)
{
	double f[1];
	int ok;

	if (read_j() > 3) {
		f[0] = read_c();
		ok = 1;
	} else {
		f[0] = read_d();
		ok = 0;
	}
	ok = !ok;
	if (ok)
		predict_next(f, 1);
}
// edge: signal:a -> feature:earlier.f[0] data
// edge: signal:b -> feature:earlier.f[0] data
// edge: signal:d -> feature:anew.f[0] data
