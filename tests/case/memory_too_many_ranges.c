/* More ranges than are told apart are written in loops inside each other: what is merged stays merged, and the loops end. */
#include "case.h"

#define W(n) a[n + x % (n + 2)] += (float)x;
#define W4(n) W(n) W(n + 1) W(n + 2) W(n + 3)
#define W16(n) W4(n) W4(n + 4) W4(n + 8) W4(n + 12)
#define W64(n) W16(n) W16(n + 16) W16(n + 32) W16(n + 48)

static float a[1024];

void run(int n, int m)
{
	double f[1];

	for (int i = 0; i < n; i++) {
		unsigned x = (unsigned)read_i();
		W64(0)
		for (int k = 0; k < m; k++) {
			x = (unsigned)a[k] + 1;
			W64(64)
		}
		for (int k = 0; k < m; k++) {
			x = (unsigned)a[k + 1] + 1;
			W64(128)
		}
	}
	f[0] = a[200];
	predict(f, 1);
}
// edge: signal:i -> feature:run.f[0]
// unresolved: 0
