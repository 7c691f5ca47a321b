/* Which row of a table of constants is copied, pointed to or called is a dependence, though all that it holds is known. */
#include <string.h>
#include "case.h"

struct gain { double scale, offset; };
static const struct gain gains[2] = { { 1, 2 }, { 3, 4 } };
static const double rows[2][2] = { { 1, 2 }, { 3, 4 } };

struct place { const double *value; };
static const struct place places[2] = { { &rows[0][0] }, { &rows[1][1] } };

static double one(void) { return 1; }
static double two(void) { return 2; }
struct operations { double (*get)(void); };
static const struct operations operations[2] = { { one }, { two } };

void run(void)
{
	double f[4], row[2];
	struct gain gain = gains[read_i() & 1];
	struct place place = places[read_j() & 1];
	struct operations chosen = operations[read_j() & 1];

	memcpy(row, rows[read_i() & 1], sizeof row);
	f[0] = gain.scale;
	f[1] = row[1];
	f[2] = *place.value;
	f[3] = chosen.get();
	predict(f, 4);
}
// edge: signal:i -> feature:run.f[0] index
// edge: signal:i -> feature:run.f[1] index
// edge: signal:j -> feature:run.f[2] index
// edge: signal:j -> feature:run.f[3] index
// no-edge: signal:j -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[2]
