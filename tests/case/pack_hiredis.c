// A reply is a signal named after the command; arguments of a command leave.
#include "case.h"
#include <stddef.h>

typedef struct redisContext redisContext;
typedef struct redisReply {
	int type;
	long long integer;
	double dval;
	size_t len;
	char *str;
} redisReply;
void *redisCommand(redisContext *context, const char *format, ...);

static void save(redisContext *redis, double score)
{
	redisCommand(redis, "SET score %f", score);
}

void run(redisContext *redis)
{
	redisReply *size = redisCommand(redis, "DBSIZE"), *saved = redisCommand(redis, "LASTSAVE");
	double f[2] = {size->integer, saved->integer};
	save(redis, predict(f, 2));
}
// edge: signal:redis.DBSIZE -> feature:run.f[0] data
// edge: signal:redis.LASTSAVE -> feature:run.f[1] data
// edge: prediction:m -> consumer:save data
// no-edge: signal:redis.LASTSAVE -> feature:run.f[0]
