/*
 * <pthread.h>, <semaphore.h> and <sched.h>: a thread runs when it is made; what it returns is kept in the object that
 * names it, which is therefore a pointer here. Locks do nothing to data.
 */
#define _GNU_SOURCE
#include "featdep/stub.h"

#define pthread_create library_pthread_create
#define pthread_join library_pthread_join
#include <pthread.h>
#undef pthread_create
#undef pthread_join
#include <sched.h>
#include <semaphore.h>

#define NOTHING_WITH(type, name) \
	int name(type object)        \
	{                            \
		(void)object;            \
		return 0;                \
	}
#define WAIT_WITH(type, name)  \
	int name(type object)      \
	{                          \
		(void)object;          \
		__featdep_waited();    \
		return 0;              \
	}
#define INIT_WITH(type, attribute, name)         \
	int name(type object, attribute attributes)  \
	{                                            \
		(void)object, (void)attributes;          \
		return 0;                                \
	}

int pthread_create(void **thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument)
{
	(void)attributes;
	__featdep_concurrent();
	*thread = start(argument);
	return 0;
}

int pthread_join(void *thread, void **result)
{
	__featdep_joined();
	if (result)
		*result = thread;
	return 0;
}

int pthread_tryjoin_np(pthread_t thread, void **result)
{
	if (result)
		*result = (void *)thread;
	return FD_ANY;
}

int pthread_detach(pthread_t thread)
{
	(void)thread;
	return 0;
}

int pthread_cancel(pthread_t thread)
{
	(void)thread;
	return 0;
}

int pthread_kill(pthread_t thread, int number)
{
	(void)thread, (void)number;
	return 0;
}

pthread_t pthread_self(void)
{
	return FD_ANY;
}

int pthread_equal(pthread_t one, pthread_t other)
{
	(void)one, (void)other;
	return FD_ANY;
}

/* The function that calls it returns RESULT. */
void pthread_exit(void *result)
{
	(void)result;
}

int pthread_once(pthread_once_t *control, void (*routine)(void))
{
	(void)control;
	routine();
	return 0;
}

int pthread_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void))
{
	if (prepare && __featdep_unknown())
		prepare();
	if (parent && __featdep_unknown())
		parent();
	if (child && __featdep_unknown())
		child();
	return 0;
}

static const void *specific[1024];

int pthread_key_create(pthread_key_t *key, void (*destructor)(void *))
{
	static pthread_key_t next;

	*key = next++;
	if (destructor && __featdep_unknown())
		destructor((void *)specific[*key]);
	return 0;
}

int pthread_key_delete(pthread_key_t key)
{
	(void)key;
	return 0;
}

int pthread_setspecific(pthread_key_t key, const void *value)
{
	specific[key] = value;
	return 0;
}

void *pthread_getspecific(pthread_key_t key)
{
	return (void *)specific[key];
}

INIT_WITH(pthread_mutex_t *, const pthread_mutexattr_t *, pthread_mutex_init)
NOTHING_WITH(pthread_mutex_t *, pthread_mutex_destroy)
WAIT_WITH(pthread_mutex_t *, pthread_mutex_lock)
NOTHING_WITH(pthread_mutex_t *, pthread_mutex_unlock)
NOTHING_WITH(pthread_mutexattr_t *, pthread_mutexattr_init)
NOTHING_WITH(pthread_mutexattr_t *, pthread_mutexattr_destroy)
INIT_WITH(pthread_mutexattr_t *, int, pthread_mutexattr_settype)
INIT_WITH(pthread_rwlock_t *, const pthread_rwlockattr_t *, pthread_rwlock_init)
NOTHING_WITH(pthread_rwlock_t *, pthread_rwlock_destroy)
WAIT_WITH(pthread_rwlock_t *, pthread_rwlock_rdlock)
WAIT_WITH(pthread_rwlock_t *, pthread_rwlock_wrlock)
NOTHING_WITH(pthread_rwlock_t *, pthread_rwlock_unlock)
INIT_WITH(pthread_spinlock_t *, int, pthread_spin_init)
NOTHING_WITH(pthread_spinlock_t *, pthread_spin_destroy)
WAIT_WITH(pthread_spinlock_t *, pthread_spin_lock)
NOTHING_WITH(pthread_spinlock_t *, pthread_spin_unlock)
INIT_WITH(pthread_cond_t *, const pthread_condattr_t *, pthread_cond_init)
NOTHING_WITH(pthread_cond_t *, pthread_cond_destroy)
NOTHING_WITH(pthread_cond_t *, pthread_cond_signal)
NOTHING_WITH(pthread_cond_t *, pthread_cond_broadcast)
NOTHING_WITH(pthread_barrier_t *, pthread_barrier_destroy)
WAIT_WITH(pthread_barrier_t *, pthread_barrier_wait)
NOTHING_WITH(pthread_attr_t *, pthread_attr_init)
NOTHING_WITH(pthread_attr_t *, pthread_attr_destroy)
INIT_WITH(pthread_attr_t *, int, pthread_attr_setdetachstate)
INIT_WITH(pthread_attr_t *, size_t, pthread_attr_setstacksize)
NOTHING_WITH(sem_t *, sem_destroy)
WAIT_WITH(sem_t *, sem_wait)
NOTHING_WITH(sem_t *, sem_post)

int pthread_mutex_trylock(pthread_mutex_t *mutex)
{
	(void)mutex;
	__featdep_waited();
	return FD_ANY;
}

int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex, const struct timespec *restrict until)
{
	(void)mutex, (void)until;
	__featdep_waited();
	return FD_ANY;
}

int pthread_cond_wait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex)
{
	(void)condition, (void)mutex;
	__featdep_waited();
	return 0;
}

int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
	const struct timespec *restrict until)
{
	(void)condition, (void)mutex, (void)until;
	__featdep_waited();
	return FD_ANY;
}

int pthread_barrier_init(pthread_barrier_t *restrict barrier, const pthread_barrierattr_t *restrict attributes,
	unsigned count)
{
	(void)barrier, (void)attributes, (void)count;
	return 0;
}

int pthread_setname_np(pthread_t thread, const char *name)
{
	(void)thread, (void)name;
	return 0;
}

int sem_init(sem_t *semaphore, int shared, unsigned value)
{
	(void)semaphore, (void)shared, (void)value;
	return 0;
}

int sem_trywait(sem_t *semaphore)
{
	(void)semaphore;
	__featdep_waited();
	return FD_ANY;
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict until)
{
	(void)semaphore, (void)until;
	__featdep_waited();
	return FD_ANY;
}

int sched_yield(void)
{
	__featdep_waited();
	return 0;
}
