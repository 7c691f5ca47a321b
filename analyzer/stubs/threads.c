/* <threads.h>: the same as pthreads. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <threads.h>

int thrd_create(thrd_t *thread, thrd_start_t start, void *argument)
{
	__featdep_concurrent();
	*thread = (thrd_t)start(argument);
	return thrd_success;
}

int thrd_join(thrd_t thread, int *result)
{
	__featdep_joined();
	if (result)
		*result = (int)thread;
	return thrd_success;
}

int thrd_detach(thrd_t thread)
{
	(void)thread;
	return thrd_success;
}

int thrd_sleep(const struct timespec *duration, struct timespec *left)
{
	(void)duration, (void)left;
	return 0;
}

void thrd_yield(void)
{
}

void call_once(once_flag *flag, void (*routine)(void))
{
	(void)flag;
	routine();
}

int mtx_init(mtx_t *mutex, int type)
{
	(void)mutex, (void)type;
	return thrd_success;
}

int mtx_lock(mtx_t *mutex)
{
	(void)mutex;
	return thrd_success;
}

int mtx_trylock(mtx_t *mutex)
{
	(void)mutex;
	return FD_ANY;
}

int mtx_unlock(mtx_t *mutex)
{
	(void)mutex;
	return thrd_success;
}

void mtx_destroy(mtx_t *mutex)
{
	(void)mutex;
}

int cnd_init(cnd_t *condition)
{
	(void)condition;
	return thrd_success;
}

int cnd_signal(cnd_t *condition)
{
	(void)condition;
	return thrd_success;
}

int cnd_broadcast(cnd_t *condition)
{
	(void)condition;
	return thrd_success;
}

int cnd_wait(cnd_t *condition, mtx_t *mutex)
{
	(void)condition, (void)mutex;
	return thrd_success;
}

void cnd_destroy(cnd_t *condition)
{
	(void)condition;
}
