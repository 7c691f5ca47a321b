/* <errno.h> and <assert.h>. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <assert.h>
#include <errno.h>

int *__errno_location(void)
{
	static int number;

	return &number;
}

void __assert_fail(const char *condition, const char *file, unsigned line, const char *function)
{
	(void)condition, (void)file, (void)line, (void)function;
	__builtin_unreachable();
}
