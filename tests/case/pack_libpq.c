// Fields of a result are signals by column; parameters of a statement leave.
#include "case.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
char *PQgetvalue(const PGresult *result, int row, int column);
PGresult *PQexec(PGconn *connection, const char *query);
PGresult *PQexecParams(PGconn *connection, const char *command, int count, const unsigned *types,
	const char *const *values, const int *lengths, const int *formats, int result_format);

enum { AGE, INCOME };

void run(PGconn *connection)
{
	PGresult *rows = PQexec(connection, "select age, income from users");
	double f[2] = {atof(PQgetvalue(rows, 0, AGE)), atof(PQgetvalue(rows, 0, INCOME))};
	char text[32];
	const char *values[] = {text};
	snprintf(text, sizeof text, "%f", predict(f, 2));
	PQexecParams(connection, "insert into scores values ($1)", 1, NULL, values, NULL, NULL, 0);
}
// edge: signal:pq.AGE -> feature:run.f[0] data
// edge: signal:pq.INCOME -> feature:run.f[1] data
// edge: prediction:m -> consumer:run data
// no-edge: signal:pq.AGE -> feature:run.f[1]
