/* manifest +
features:
  - { field: "st.*" }
*/
#include "case.h"

struct st {
	double f, g, h;
};

/* One object's member is read, the other's is not: both assignments make the feature. What is assigned after the last use
   is not overwritten by what came before. */
double run(void)
{
	struct st a, b;
	a.f = .02 * read_a();
	b.f = read_b();
	b.g = read_c();
	b.h = read_d();
	double n = b.g + b.h;
	b.g /= n;
	b.h /= n;
	double f[2] = { b.f, b.g };
	return predict(f, 2);
}
// edge: signal:a -> feature:st.f data
// edge: signal:b -> feature:st.f data
// edge: signal:d -> feature:st.h data
// finding: unused-feature feature:st.h
