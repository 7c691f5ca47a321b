// What is bound leaves for the database.
#include "case.h"
#include <sqlite3.h>

static void save(sqlite3_stmt *statement, double value)
{
	sqlite3_bind_double(statement, 1, value);
	sqlite3_step(statement);
}

void run(sqlite3_stmt *statement)
{
	double f[1] = {read_a()}, g[1] = {read_b()};
	save(statement, predict(f, 1));
	predict_next(g, 1);
}
// edge: prediction:m -> consumer:save data
// no-edge: prediction:n -> consumer:save
// no-node: consumer:run
