/* <signal.h>: a handler that was set runs at some time, or never. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <signal.h>

static void handle(int number, void (*handler)(int))
{
	__featdep_concurrent();
	if (handler != SIG_DFL && handler != SIG_IGN && handler != SIG_ERR && __featdep_unknown())
		handler(number);
}

void (*signal(int number, void (*handler)(int)))(int)
{
	handle(number, handler);
	return SIG_DFL;
}

int sigaction(int number, const struct sigaction *restrict action, struct sigaction *restrict old)
{
	if (old)
		__featdep_fill(old, 0, sizeof *old);
	__featdep_concurrent();
	if (action && (action->sa_flags & SA_SIGINFO) && __featdep_unknown())
		action->sa_sigaction(number, NULL, NULL);
	else if (action)
		handle(number, action->sa_handler);
	return 0;
}

int raise(int number)
{
	__featdep_escape("system", number);
	return 0;
}

int kill(pid_t process, int number)
{
	__featdep_escape("system", process);
	__featdep_escape("system", number);
	return FD_ANY;
}

int sigemptyset(sigset_t *set)
{
	__featdep_fill(set, 0, sizeof *set);
	return 0;
}

int sigfillset(sigset_t *set)
{
	__featdep_fill(set, -1, sizeof *set);
	return 0;
}

int sigaddset(sigset_t *set, int number)
{
	__featdep_may_write(set, number, sizeof *set);
	return 0;
}

int sigdelset(sigset_t *set, int number)
{
	__featdep_may_write(set, number, sizeof *set);
	return 0;
}

int sigismember(const sigset_t *set, int number)
{
	return (int)__featdep_mix(__featdep_read(set, sizeof *set), number);
}

int sigprocmask(int how, const sigset_t *restrict set, sigset_t *restrict old)
{
	(void)how, (void)set;
	if (old)
		__featdep_fill(old, FD_ANY, sizeof *old);
	return 0;
}

int pthread_sigmask(int how, const sigset_t *restrict set, sigset_t *restrict old)
{
	(void)how, (void)set;
	if (old)
		__featdep_fill(old, FD_ANY, sizeof *old);
	return 0;
}
