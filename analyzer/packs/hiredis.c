/* hiredis: the arguments of a command leave for the database. */
#include "featdep/stub.h"

#define ALL ((size_t)-1)

long featdep_source_redis(void);

typedef struct redisContext redisContext;

redisContext *redisConnect(const char *host, int port)
{
	(void)host, (void)port;
	return __featdep_alloc(ALL);
}

redisContext *redisConnectUnix(const char *path)
{
	(void)path;
	return __featdep_alloc(ALL);
}

void redisFree(redisContext *context)
{
	(void)context;
}

void freeReplyObject(void *reply)
{
	(void)reply;
}

void *redisvCommand(redisContext *context, const char *format, va_list args)
{
	(void)context, (void)format;
	__featdep_escape("database", __featdep_varargs(args));
	return __featdep_alloc(ALL);
}

void *redisCommand(redisContext *context, const char *format, ...)
{
	va_list args;

	(void)context;
	va_start(args, format);
	__featdep_escape("database", __featdep_varargs(args));
	va_end(args);
	return __featdep_alloc(ALL);
}

void *redisCommandArgv(redisContext *context, int count, const char **words, const size_t *lengths)
{
	(void)context;
	for (int i = 0; i < count; i++)
		__featdep_escape_memory("database", words[i], lengths ? lengths[i] : ALL);
	return __featdep_alloc(ALL);
}

int redisAppendCommand(redisContext *context, const char *format, ...)
{
	va_list args;

	(void)context;
	va_start(args, format);
	__featdep_escape("database", __featdep_varargs(args));
	va_end(args);
	return 0;
}

int redisGetReply(redisContext *context, void **reply)
{
	(void)context;
	*reply = __featdep_alloc(ALL);
	__featdep_fill(*reply, featdep_source_redis(), ALL);
	return 0;
}
