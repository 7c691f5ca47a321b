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
	__featdep_waited();
	return 0;
}

void thrd_yield(void)
{
	__featdep_waited();
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
	__featdep_waited();
	return thrd_success;
}

int mtx_trylock(mtx_t *mutex)
{
	(void)mutex;
	__featdep_waited();
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

int mtx_timedlock(mtx_t *restrict mutex, const struct timespec *restrict until)
{
	(void)mutex, (void)until;
	__featdep_waited();
	return FD_ANY;
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
	__featdep_waited();
	return thrd_success;
}

int cnd_timedwait(cnd_t *restrict condition, mtx_t *restrict mutex, const struct timespec *restrict until)
{
	(void)condition, (void)mutex, (void)until;
	__featdep_waited();
	return FD_ANY;
}

void cnd_destroy(cnd_t *condition)
{
	(void)condition;
}

thrd_t thrd_current(void)
{
	return FD_ANY;
}

int thrd_equal(thrd_t one, thrd_t other)
{
	(void)one, (void)other;
	return FD_ANY;
}

static void *specific[64];

int tss_create(tss_t *key, tss_dtor_t destructor)
{
	static tss_t next;

	*key = next++;
	if (destructor && __featdep_unknown())
		destructor(specific[*key]);
	return thrd_success;
}

void tss_delete(tss_t key)
{
	(void)key;
}

int tss_set(tss_t key, void *value)
{
	specific[key] = value;
	return thrd_success;
}

void *tss_get(tss_t key)
{
	return specific[key];
}
