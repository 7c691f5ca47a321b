// The callback gets the row.
#include "case.h"
#include <sqlite3.h>
#include <stdlib.h>

static int on_row(void *argument, int count, char **values, char **names)
{
	(void)count, (void)names;
	*(double *)argument = atof(values[0]);
	return 0;
}

double run(sqlite3 *db)
{
	double f[2] = {0, read_a()};
	sqlite3_exec(db, "select age from users", on_row, &f[0], NULL);
	return predict(f, 2);
}
// edge: signal:sqlite.row -> feature:run.f[0] data
// no-edge: signal:sqlite.row -> feature:run.f[1]
