/* SQLite: what is bound to a statement leaves for the database; columns are signals of the pack. */
#include "featdep/stub.h"

#define ALL ((size_t)-1)

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;
typedef struct sqlite3_value sqlite3_value;
typedef struct sqlite3_context sqlite3_context;
typedef long long sqlite3_int64;
typedef unsigned long long sqlite3_uint64;

long featdep_source_sqlite3_exec(void);

/* A value holds what sqlite3_column_value found or a query passed to a function. */
struct featdep_sqlite_value {
	double number;
	char text[256];
};

static int make(void **out)
{
	*out = __featdep_alloc(ALL);
	return FD_ANY;
}

int sqlite3_open(const char *path, sqlite3 **out)
{
	(void)path;
	return make((void **)out);
}

int sqlite3_open_v2(const char *path, sqlite3 **out, int flags, const char *vfs)
{
	(void)path, (void)flags, (void)vfs;
	return make((void **)out);
}

int sqlite3_close(sqlite3 *db)
{
	(void)db;
	return 0;
}

int sqlite3_close_v2(sqlite3 *db)
{
	(void)db;
	return 0;
}

int sqlite3_busy_timeout(sqlite3 *db, int duration)
{
	(void)db, (void)duration;
	return 0;
}

const char *sqlite3_errmsg(sqlite3 *db)
{
	(void)db;
	return "error";
}

const char *sqlite3_errstr(int code)
{
	(void)code;
	return "error";
}

int sqlite3_errcode(sqlite3 *db)
{
	(void)db;
	return FD_ANY;
}

int sqlite3_changes(sqlite3 *db)
{
	(void)db;
	return FD_ANY;
}

sqlite3_int64 sqlite3_last_insert_rowid(sqlite3 *db)
{
	(void)db;
	return FD_ANY;
}

static int prepare(const char *sql, sqlite3_stmt **out, const char **rest)
{
	if (rest)
		*rest = sql + __featdep_read(sql, ALL);
	return make((void **)out);
}

int sqlite3_prepare(sqlite3 *db, const char *sql, int bytes, sqlite3_stmt **out, const char **rest)
{
	(void)db, (void)bytes;
	return prepare(sql, out, rest);
}

int sqlite3_prepare_v2(sqlite3 *db, const char *sql, int bytes, sqlite3_stmt **out, const char **rest)
{
	(void)db, (void)bytes;
	return prepare(sql, out, rest);
}

int sqlite3_prepare_v3(sqlite3 *db, const char *sql, int bytes, unsigned flags, sqlite3_stmt **out, const char **rest)
{
	(void)db, (void)bytes, (void)flags;
	return prepare(sql, out, rest);
}

int sqlite3_step(sqlite3_stmt *statement)
{
	(void)statement;
	return FD_ANY;
}

int sqlite3_reset(sqlite3_stmt *statement)
{
	(void)statement;
	return 0;
}

int sqlite3_finalize(sqlite3_stmt *statement)
{
	(void)statement;
	return 0;
}

int sqlite3_clear_bindings(sqlite3_stmt *statement)
{
	(void)statement;
	return 0;
}

int sqlite3_bind_double(sqlite3_stmt *statement, int index, double value)
{
	(void)statement, (void)index;
	__featdep_escape("database", FD_VALUE(value));
	return 0;
}

int sqlite3_bind_int(sqlite3_stmt *statement, int index, int value)
{
	(void)statement, (void)index;
	__featdep_escape("database", value);
	return 0;
}

int sqlite3_bind_int64(sqlite3_stmt *statement, int index, sqlite3_int64 value)
{
	(void)statement, (void)index;
	__featdep_escape("database", value);
	return 0;
}

int sqlite3_bind_null(sqlite3_stmt *statement, int index)
{
	(void)statement, (void)index;
	return 0;
}

int sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *text, int bytes, void (*release)(void *))
{
	(void)statement, (void)index, (void)bytes, (void)release;
	__featdep_escape_memory("database", text, ALL);
	return 0;
}

int sqlite3_bind_blob(sqlite3_stmt *statement, int index, const void *from, int bytes, void (*release)(void *))
{
	(void)statement, (void)index, (void)release;
	__featdep_escape_memory("database", from, (size_t)bytes);
	return 0;
}

int sqlite3_bind_parameter_index(sqlite3_stmt *statement, const char *name)
{
	(void)statement, (void)name;
	return FD_ANY;
}

int sqlite3_column_count(sqlite3_stmt *statement)
{
	(void)statement;
	return FD_ANY;
}

const char *sqlite3_column_name(sqlite3_stmt *statement, int column)
{
	(void)statement, (void)column;
	return "column";
}

double sqlite3_column_double(sqlite3_stmt *statement, int column)
{
	(void)statement, (void)column;
	return FD_ANY;
}

int sqlite3_column_int(sqlite3_stmt *statement, int column)
{
	(void)statement, (void)column;
	return FD_ANY;
}

sqlite3_int64 sqlite3_column_int64(sqlite3_stmt *statement, int column)
{
	(void)statement, (void)column;
	return FD_ANY;
}

int sqlite3_column_bytes(sqlite3_stmt *statement, int column)
{
	(void)statement, (void)column;
	return FD_ANY;
}

int sqlite3_column_type(sqlite3_stmt *statement, int column)
{
	(void)statement, (void)column;
	return FD_ANY;
}

const unsigned char *sqlite3_column_text(sqlite3_stmt *statement, int column)
{
	unsigned char *text = __featdep_alloc(ALL);

	(void)statement, (void)column;
	return __featdep_unknown() ? text : NULL;
}

const void *sqlite3_column_blob(sqlite3_stmt *statement, int column)
{
	void *bytes = __featdep_alloc(ALL);

	(void)statement, (void)column;
	return __featdep_unknown() ? bytes : NULL;
}

sqlite3_value *sqlite3_column_value(sqlite3_stmt *statement, int column)
{
	(void)statement, (void)column;
	return __featdep_alloc(sizeof(struct featdep_sqlite_value));
}

static struct featdep_sqlite_value *value_of(sqlite3_value *value)
{
	return (struct featdep_sqlite_value *)value;
}

double sqlite3_value_double(sqlite3_value *value)
{
	return value_of(value)->number;
}

int sqlite3_value_int(sqlite3_value *value)
{
	return (int)value_of(value)->number;
}

sqlite3_int64 sqlite3_value_int64(sqlite3_value *value)
{
	return (sqlite3_int64)value_of(value)->number;
}

const unsigned char *sqlite3_value_text(sqlite3_value *value)
{
	return (const unsigned char *)value_of(value)->text;
}

void sqlite3_result_double(sqlite3_context *context, double value)
{
	(void)context;
	__featdep_escape("database", FD_VALUE(value));
}

void sqlite3_result_int(sqlite3_context *context, int value)
{
	(void)context;
	__featdep_escape("database", value);
}

void sqlite3_result_int64(sqlite3_context *context, sqlite3_int64 value)
{
	(void)context;
	__featdep_escape("database", value);
}

void sqlite3_result_null(sqlite3_context *context)
{
	(void)context;
}

void sqlite3_result_text(sqlite3_context *context, const char *text, int bytes, void (*release)(void *))
{
	(void)context, (void)bytes, (void)release;
	__featdep_escape_memory("database", text, ALL);
}

/* Rows and values of a text that comes from the database. */
static char **row_new(void)
{
	char **values = __featdep_alloc(ALL);
	char *text = __featdep_alloc(ALL);

	__featdep_fill(text, featdep_source_sqlite3_exec(), ALL);
	values[FD_ANY] = text;
	return values;
}

int sqlite3_exec(sqlite3 *db, const char *sql, int (*callback)(void *, int, char **, char **), void *argument,
	char **error)
{
	(void)db;
	__featdep_escape_memory("database", sql, ALL);
	if (error)
		*error = __featdep_unknown() ? __featdep_alloc(ALL) : NULL;
	if (callback && __featdep_unknown())
		callback(argument, FD_ANY, row_new(), row_new());
	return FD_ANY;
}

int sqlite3_get_table(sqlite3 *db, const char *sql, char ***table, int *rows, int *columns, char **error)
{
	(void)db, (void)sql;
	if (error)
		*error = NULL;
	*table = row_new();
	*rows = (int)featdep_source_sqlite3_exec();
	*columns = FD_ANY;
	return FD_ANY;
}

void sqlite3_free_table(char **table)
{
	(void)table;
}

int sqlite3_create_function(sqlite3 *db, const char *name, int count, int encoding, void *data,
	void (*function)(sqlite3_context *, int, sqlite3_value **), void (*step)(sqlite3_context *, int, sqlite3_value **),
	void (*final)(sqlite3_context *))
{
	sqlite3_value **values = __featdep_alloc(ALL);
	void *value = __featdep_alloc(sizeof(struct featdep_sqlite_value));

	(void)db, (void)name, (void)encoding, (void)data;
	__featdep_fill(value, featdep_source_sqlite3_exec(), sizeof(struct featdep_sqlite_value));
	values[FD_ANY] = value;
	if (function && __featdep_unknown())
		function(NULL, count, values);
	if (step && __featdep_unknown())
		step(NULL, count, values);
	if (final && __featdep_unknown())
		final(NULL);
	return 0;
}

char *sqlite3_mprintf(const char *format, ...)
{
	char *text = __featdep_alloc(ALL);
	va_list args;

	va_start(args, format);
	__featdep_fill(text, __featdep_mix(__featdep_read(format, ALL), __featdep_varargs(args)), ALL);
	va_end(args);
	return text;
}

char *sqlite3_snprintf(int bytes, char *to, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	__featdep_fill(to, __featdep_mix(__featdep_read(format, ALL), __featdep_varargs(args)), (size_t)bytes);
	va_end(args);
	return to;
}

void sqlite3_free(void *memory)
{
	(void)memory;
}

void *sqlite3_malloc(int bytes)
{
	return __featdep_alloc((size_t)bytes);
}

void *sqlite3_malloc64(sqlite3_uint64 bytes)
{
	return __featdep_alloc(bytes);
}
