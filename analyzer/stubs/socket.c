/* <sys/socket.h>, <poll.h>, <sys/select.h>, <netdb.h>: what is sent goes to the network. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <poll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/types.h>

#undef htonl
#undef htons
#undef ntohl
#undef ntohs

#define ALL ((size_t)-1)

long featdep_source_recvmsg(void);
long featdep_source_poll(void);

ssize_t send(int fd, const void *from, size_t bytes, int flags)
{
	(void)fd, (void)flags;
	__featdep_escape_memory("network", from, bytes);
	return FD_ANY;
}

ssize_t sendto(int fd, const void *from, size_t bytes, int flags, const struct sockaddr *to, socklen_t to_bytes)
{
	(void)fd, (void)flags;
	if (to)
		__featdep_escape_memory("network", to, to_bytes);
	__featdep_escape_memory("network", from, bytes);
	return FD_ANY;
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags)
{
	(void)fd, (void)flags;
	for (size_t i = 0; i < message->msg_iovlen; i++)
		__featdep_escape_memory("network", message->msg_iov[i].iov_base, message->msg_iov[i].iov_len);
	return FD_ANY;
}

ssize_t recv(int fd, void *to, size_t bytes, int flags)
{
	(void)fd, (void)to, (void)bytes, (void)flags;
	return FD_ANY;
}

ssize_t recvfrom(int fd, void *restrict to, size_t bytes, int flags, struct sockaddr *restrict from,
	socklen_t *restrict from_bytes)
{
	(void)fd, (void)to, (void)bytes, (void)flags;
	if (from)
		__featdep_fill(from, FD_ANY, *from_bytes);
	return FD_ANY;
}

ssize_t recvmsg(int fd, struct msghdr *message, int flags)
{
	(void)fd, (void)flags;
	for (size_t i = 0; i < message->msg_iovlen; i++)
		__featdep_fill(message->msg_iov[i].iov_base, featdep_source_recvmsg(), message->msg_iov[i].iov_len);
	return (ssize_t)featdep_source_recvmsg();
}

int socket(int domain, int type, int protocol)
{
	(void)domain, (void)type, (void)protocol;
	return FD_ANY;
}

int socketpair(int domain, int type, int protocol, int ends[2])
{
	(void)domain, (void)type, (void)protocol;
	ends[0] = FD_ANY;
	ends[1] = FD_ANY;
	return FD_ANY;
}

int bind(int fd, const struct sockaddr *address, socklen_t bytes)
{
	(void)fd;
	__featdep_escape_memory("network", address, bytes);
	return FD_ANY;
}

int connect(int fd, const struct sockaddr *address, socklen_t bytes)
{
	(void)fd;
	__featdep_escape_memory("network", address, bytes);
	return FD_ANY;
}

int listen(int fd, int backlog)
{
	(void)fd, (void)backlog;
	return FD_ANY;
}

int accept(int fd, struct sockaddr *restrict address, socklen_t *restrict bytes)
{
	(void)fd;
	if (address)
		__featdep_fill(address, FD_ANY, *bytes);
	return FD_ANY;
}

int setsockopt(int fd, int level, int name, const void *value, socklen_t bytes)
{
	(void)fd, (void)level, (void)name;
	__featdep_escape_memory("system", value, bytes);
	return FD_ANY;
}

int getsockopt(int fd, int level, int name, void *restrict value, socklen_t *restrict bytes)
{
	(void)fd, (void)level, (void)name;
	__featdep_fill(value, FD_ANY, *bytes);
	return FD_ANY;
}

int shutdown(int fd, int how)
{
	(void)fd, (void)how;
	return FD_ANY;
}

int poll(struct pollfd *files, nfds_t count, int timeout)
{
	__featdep_escape("system", timeout);
	for (nfds_t i = 0; i < count; i++)
		files[i].revents = (short)featdep_source_poll();
	__featdep_waited();
	return (int)featdep_source_poll();
}

int select(int count, fd_set *restrict reads, fd_set *restrict writes, fd_set *restrict errors,
	struct timeval *restrict timeout)
{
	(void)count;
	if (timeout)
		__featdep_escape_memory("system", timeout, sizeof *timeout);
	if (reads)
		__featdep_may_write(reads, featdep_source_poll(), sizeof *reads);
	if (writes)
		__featdep_may_write(writes, featdep_source_poll(), sizeof *writes);
	if (errors)
		__featdep_may_write(errors, featdep_source_poll(), sizeof *errors);
	return (int)featdep_source_poll();
}

int getaddrinfo(const char *restrict name, const char *restrict service, const struct addrinfo *restrict hints,
	struct addrinfo **restrict result)
{
	(void)name, (void)service, (void)hints;
	*result = __featdep_alloc(sizeof **result);
	__featdep_fill(*result, 0, sizeof **result);
	(*result)->ai_addr = __featdep_alloc(sizeof(struct sockaddr_storage));
	return FD_ANY;
}

void freeaddrinfo(struct addrinfo *info)
{
	(void)info;
}

const char *gai_strerror(int error)
{
	(void)error;
	return "error";
}

uint32_t htonl(uint32_t value)
{
	return (uint32_t)__featdep_mix(value);
}

uint16_t htons(uint16_t value)
{
	return (uint16_t)__featdep_mix(value);
}

uint32_t ntohl(uint32_t value)
{
	return (uint32_t)__featdep_mix(value);
}

uint16_t ntohs(uint16_t value)
{
	return (uint16_t)__featdep_mix(value);
}

int inet_pton(int family, const char *restrict text, void *restrict to)
{
	(void)family;
	__featdep_may_write(to, __featdep_read(text, ALL), ALL);
	return (int)__featdep_read(text, ALL);
}

const char *inet_ntop(int family, const void *restrict from, char *restrict to, socklen_t bytes)
{
	(void)family;
	__featdep_fill(to, __featdep_read(from, ALL), bytes);
	return to;
}

in_addr_t inet_addr(const char *text)
{
	return (in_addr_t)__featdep_read(text, ALL);
}
