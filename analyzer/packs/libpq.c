/* libpq: parameters of a statement leave for the database. */
#include "featdep/stub.h"

#define ALL ((size_t)-1)

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
typedef unsigned Oid;

PGconn *PQconnectdb(const char *settings)
{
	(void)settings;
	return __featdep_alloc(ALL);
}

void PQfinish(PGconn *connection)
{
	(void)connection;
}

int PQstatus(const PGconn *connection)
{
	(void)connection;
	return FD_ANY;
}

char *PQerrorMessage(const PGconn *connection)
{
	(void)connection;
	return (char *)"error";
}

PGresult *PQexec(PGconn *connection, const char *query)
{
	(void)connection;
	__featdep_escape_memory("database", query, ALL);
	return __featdep_alloc(ALL);
}

static void escape_values(int count, const char *const *values, const int *lengths)
{
	for (int i = 0; i < count; i++)
		__featdep_escape_memory("database", values[i], lengths ? (size_t)lengths[i] : ALL);
}

PGresult *PQexecParams(PGconn *connection, const char *command, int count, const Oid *types,
	const char *const *values, const int *lengths, const int *formats, int result_format)
{
	(void)connection, (void)command, (void)types, (void)formats, (void)result_format;
	escape_values(count, values, lengths);
	return __featdep_alloc(ALL);
}

PGresult *PQexecPrepared(PGconn *connection, const char *name, int count, const char *const *values,
	const int *lengths, const int *formats, int result_format)
{
	(void)connection, (void)name, (void)formats, (void)result_format;
	escape_values(count, values, lengths);
	return __featdep_alloc(ALL);
}

PGresult *PQprepare(PGconn *connection, const char *name, const char *query, int count, const Oid *types)
{
	(void)connection, (void)name, (void)query, (void)count, (void)types;
	return __featdep_alloc(ALL);
}

int PQputCopyData(PGconn *connection, const char *from, int bytes)
{
	(void)connection;
	__featdep_escape_memory("database", from, (size_t)bytes);
	return FD_ANY;
}

int PQresultStatus(const PGresult *result)
{
	(void)result;
	return FD_ANY;
}

char *PQresultErrorMessage(const PGresult *result)
{
	(void)result;
	return (char *)"error";
}

void PQclear(PGresult *result)
{
	(void)result;
}

int PQntuples(const PGresult *result)
{
	(void)result;
	return FD_ANY;
}

int PQnfields(const PGresult *result)
{
	(void)result;
	return FD_ANY;
}

int PQfnumber(const PGresult *result, const char *name)
{
	(void)result, (void)name;
	return FD_ANY;
}

char *PQfname(const PGresult *result, int column)
{
	(void)result, (void)column;
	return (char *)"column";
}

char *PQgetvalue(const PGresult *result, int row, int column)
{
	(void)result, (void)row, (void)column;
	return __featdep_alloc(ALL);
}

int PQgetisnull(const PGresult *result, int row, int column)
{
	(void)result, (void)row, (void)column;
	return FD_ANY;
}

int PQgetlength(const PGresult *result, int row, int column)
{
	(void)result, (void)row, (void)column;
	return FD_ANY;
}
