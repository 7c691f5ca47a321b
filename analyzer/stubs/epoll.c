/* <sys/epoll.h>: what a program has the kernel keep of its files comes back with their events. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <signal.h>
#include <sys/epoll.h>

long featdep_source_epoll(void);

static epoll_data_t kept;

int epoll_create(int size)
{
	(void)size;
	return FD_ANY;
}

int epoll_create1(int flags)
{
	(void)flags;
	return FD_ANY;
}

int epoll_ctl(int fd, int operation, int file, struct epoll_event *event)
{
	(void)fd, (void)operation, (void)file;
	if (event && __featdep_unknown())
		kept = event->data;
	return FD_ANY;
}

int epoll_wait(int fd, struct epoll_event *events, int most, int timeout)
{
	(void)fd;
	__featdep_escape("system", timeout);
	for (int i = 0; i < most; i++) {
		events[i].events = (uint32_t)featdep_source_epoll();
		events[i].data = kept;
	}
	return (int)featdep_source_epoll();
}

int epoll_pwait(int fd, struct epoll_event *events, int most, int timeout, const sigset_t *mask)
{
	(void)mask;
	return epoll_wait(fd, events, most, timeout);
}
