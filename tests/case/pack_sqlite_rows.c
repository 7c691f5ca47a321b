// How many rows there are decides over a count, not over what a row contains.
#include "case.h"
#include <sqlite3.h>

double run(sqlite3_stmt *statement)
{
	double f[2] = {0, 0};
	int rows = 0;
	while (sqlite3_step(statement) == SQLITE_ROW)
		rows++;
	f[0] = rows;
	f[1] = read_a();
	return predict(f, 2);
}
// edge: signal:sqlite.row -> feature:run.f[0] control
// no-edge: signal:sqlite.row -> feature:run.f[1]
