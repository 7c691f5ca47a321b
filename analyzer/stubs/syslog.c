/* <syslog.h> and <err.h>: everything goes to the log. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <err.h>
#include <syslog.h>

#define LOG_ARGUMENTS(last)                              \
	do {                                                 \
		va_list args;                                    \
		va_start(args, last);                            \
		__featdep_escape("log", __featdep_varargs(args)); \
		va_end(args);                                    \
	} while (0)

void syslog(int priority, const char *format, ...)
{
	(void)priority;
	LOG_ARGUMENTS(format);
}

void vsyslog(int priority, const char *format, va_list args)
{
	(void)priority, (void)format;
	__featdep_escape("log", __featdep_varargs(args));
}

void openlog(const char *name, int options, int facility)
{
	(void)name, (void)options, (void)facility;
}

void closelog(void)
{
}

int setlogmask(int mask)
{
	return mask;
}

void warn(const char *format, ...)
{
	LOG_ARGUMENTS(format);
}

void warnx(const char *format, ...)
{
	LOG_ARGUMENTS(format);
}

void err(int status, const char *format, ...)
{
	(void)status;
	LOG_ARGUMENTS(format);
	__builtin_unreachable();
}

void errx(int status, const char *format, ...)
{
	(void)status;
	LOG_ARGUMENTS(format);
	__builtin_unreachable();
}
