/* <time.h> and <sys/time.h>: clocks are signals of the POSIX pack; conversions depend on what they convert. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <sys/time.h>
#include <time.h>

#define ALL ((size_t)-1)

time_t time(time_t *now)
{
	(void)now;
	return FD_ANY;
}

clock_t clock(void)
{
	return FD_ANY;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
	(void)clock, (void)now;
	return 0;
}

int clock_getres(clockid_t clock, struct timespec *resolution)
{
	(void)clock, (void)resolution;
	return 0;
}

int clock_settime(clockid_t clock, const struct timespec *now)
{
	(void)clock;
	__featdep_escape_memory("system", now, sizeof *now);
	return 0;
}

int timespec_get(struct timespec *now, int base)
{
	(void)now;
	return base;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
	(void)now, (void)zone;
	return 0;
}

double difftime(time_t later, time_t earlier)
{
	return __featdep_mixf((double)later, (double)earlier);
}

static struct tm *broken_down(struct tm *to, const time_t *from)
{
	__featdep_fill(to, __featdep_read(from, sizeof *from), sizeof *to);
	return to;
}

struct tm *localtime_r(const time_t *restrict from, struct tm *restrict to)
{
	return broken_down(to, from);
}

struct tm *gmtime_r(const time_t *restrict from, struct tm *restrict to)
{
	return broken_down(to, from);
}

struct tm *localtime(const time_t *from)
{
	static struct tm result;

	return broken_down(&result, from);
}

struct tm *gmtime(const time_t *from)
{
	static struct tm result;

	return broken_down(&result, from);
}

static time_t seconds(struct tm *from)
{
	long value = __featdep_read(from, sizeof *from);

	__featdep_may_write(from, value, sizeof *from);
	return (time_t)value;
}

time_t mktime(struct tm *from)
{
	return seconds(from);
}

time_t timegm(struct tm *from)
{
	return seconds(from);
}

time_t timelocal(struct tm *from)
{
	return seconds(from);
}

size_t strftime(char *restrict to, size_t bytes, const char *restrict format, const struct tm *restrict from)
{
	long value = __featdep_mix(__featdep_read(format, ALL), __featdep_read(from, sizeof *from));

	__featdep_fill(to, value, bytes);
	return (size_t)value;
}

char *strptime(const char *restrict text, const char *restrict format, struct tm *restrict to)
{
	long value = __featdep_mix(__featdep_read(text, ALL), __featdep_read(format, ALL));

	__featdep_may_write(to, value, sizeof *to);
	return value ? (char *)text + value : NULL;
}

char *asctime_r(const struct tm *restrict from, char *restrict to)
{
	__featdep_fill(to, __featdep_read(from, sizeof *from), 26);
	return to;
}

char *ctime_r(const time_t *restrict from, char *restrict to)
{
	__featdep_fill(to, __featdep_read(from, sizeof *from), 26);
	return to;
}

char *asctime(const struct tm *from)
{
	static char result[26];

	return asctime_r(from, result);
}

char *ctime(const time_t *from)
{
	static char result[26];

	return ctime_r(from, result);
}

int nanosleep(const struct timespec *duration, struct timespec *left)
{
	(void)left;
	__featdep_escape_memory("system", duration, sizeof *duration);
	__featdep_waited();
	return FD_ANY;
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *duration, struct timespec *left)
{
	(void)clock, (void)flags, (void)left;
	__featdep_escape_memory("system", duration, sizeof *duration);
	__featdep_waited();
	return FD_ANY;
}

void tzset(void)
{
}

int setitimer(__itimer_which_t which, const struct itimerval *restrict value, struct itimerval *restrict old)
{
	(void)which, (void)old;
	__featdep_escape_memory("system", value, sizeof *value);
	return 0;
}

int timer_settime(timer_t timer, int flags, const struct itimerspec *restrict value, struct itimerspec *restrict old)
{
	(void)timer, (void)flags, (void)old;
	__featdep_escape_memory("system", value, sizeof *value);
	return 0;
}
