// A column is named by the enumerator that it is read with.
#include "case.h"
#include <sqlite3.h>
#include <stdlib.h>

enum { COLUMN_AGE, COLUMN_CITY };

double run(sqlite3 *db)
{
	sqlite3_stmt *statement;
	double f[2];
	sqlite3_prepare_v2(db, "select age, city from users", -1, &statement, NULL);
	if (sqlite3_step(statement) != SQLITE_ROW)
		return 0;
	f[0] = sqlite3_column_double(statement, COLUMN_AGE);
	f[1] = atof((const char *)sqlite3_column_text(statement, COLUMN_CITY));
	sqlite3_finalize(statement);
	return predict(f, 2);
}
// edge: signal:sqlite.COLUMN_AGE -> feature:run.f[0] data
// edge: signal:sqlite.COLUMN_CITY -> feature:run.f[1] data
// no-edge: signal:sqlite.COLUMN_CITY -> feature:run.f[0]
// no-edge: signal:sqlite.COLUMN_AGE -> feature:run.f[1]
