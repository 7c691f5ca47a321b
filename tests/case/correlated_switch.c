/* In a case of a switch the number is known, and with it which way was taken to where it was chosen. */
#include "case.h"

enum kind { LOUD, QUIET, SILENT };

static double scaled(enum kind kind, double x, double y)
{
	return kind == QUIET ? x : y;
}

void run(void)
{
	double f[2], x = read_a(), y = read_b();
	enum kind kind;

	if (x < 0) {
		f[0] = read_c();
		kind = LOUD;
	} else if (y < 0) {
		f[0] = read_d();
		kind = QUIET;
	} else {
		f[0] = 2;
		kind = SILENT;
	}
	switch (kind) {
	case LOUD:
		f[1] = 0;
		predict(f, 2);
		break;
	case QUIET:
		f[1] = scaled(kind, read_i(), read_j());
		predict_next(f, 2);
		break;
	default:
		break;
	}
}

// edge: signal:c -> feature:run.f[0] data
// edge: signal:d -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[1] data
// no-edge: signal:j -> feature:run.f[1]
