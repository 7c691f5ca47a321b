/* hiredis: the arguments of a command leave for the database; a reply holds the signal of its command. */
#include "featdep/stub.h"

#define ALL ((size_t)-1)

long featdep_source_redis(const char *command);

typedef struct redisContext redisContext;

/* As in the library. */
struct featdep_redis_reply {
	int type;
	long long integer;
	double dval;
	size_t len;
	char *str;
	char vtype[4];
	size_t elements;
	struct featdep_redis_reply **element;
};

static struct featdep_redis_reply *part_new(long value)
{
	struct featdep_redis_reply *reply = __featdep_alloc(sizeof *reply);
	char *text = __featdep_alloc(ALL);

	__featdep_fill(reply, value, sizeof *reply);
	__featdep_fill(text, value, ALL);
	reply->str = text;
	return reply;
}

/* A reply to COMMAND, whose elements are replies to it. */
static struct featdep_redis_reply *reply_new(const char *command)
{
	long value = featdep_source_redis(command);
	struct featdep_redis_reply *reply = part_new(value);
	struct featdep_redis_reply **elements = __featdep_alloc(ALL);

	elements[FD_ANY] = part_new(value);
	reply->element = elements;
	return reply;
}

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
	(void)context;
	__featdep_escape("database", __featdep_varargs(args));
	return reply_new(format);
}

void *redisCommand(redisContext *context, const char *format, ...)
{
	va_list args;

	(void)context;
	va_start(args, format);
	__featdep_escape("database", __featdep_varargs(args));
	va_end(args);
	return reply_new(format);
}

void *redisCommandArgv(redisContext *context, int count, const char **words, const size_t *lengths)
{
	(void)context;
	for (int i = 0; i < count; i++)
		__featdep_escape_memory("database", words[i], lengths ? lengths[i] : ALL);
	return reply_new(words[0]);
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
	*reply = reply_new("pipeline");
	return 0;
}
