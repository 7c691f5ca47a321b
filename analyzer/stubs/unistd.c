/*
 * <unistd.h>, <fcntl.h>, <sys/uio.h>, <sys/mman.h>, <sys/ioctl.h>: what is written leaves the program; the buffers
 * that are read into are signals of the POSIX pack.
 */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

#define ALL ((size_t)-1)

long featdep_source_ioctl(void);
long featdep_source_mmap(void);
long featdep_source_readv(void);

static void escape_memory(int fd, const void *from, size_t bytes)
{
	if (fd == STDOUT_FILENO || fd == STDERR_FILENO)
		__featdep_escape_memory("log", from, bytes);
	else
		__featdep_escape_memory("file", from, bytes);
}

ssize_t write(int fd, const void *from, size_t bytes)
{
	escape_memory(fd, from, bytes);
	return FD_ANY;
}

ssize_t pwrite(int fd, const void *from, size_t bytes, off_t offset)
{
	(void)offset;
	escape_memory(fd, from, bytes);
	return FD_ANY;
}

ssize_t writev(int fd, const struct iovec *parts, int count)
{
	for (int i = 0; i < count; i++)
		escape_memory(fd, parts[i].iov_base, parts[i].iov_len);
	return FD_ANY;
}

ssize_t read(int fd, void *to, size_t bytes)
{
	(void)fd, (void)to, (void)bytes;
	return FD_ANY;
}

ssize_t pread(int fd, void *to, size_t bytes, off_t offset)
{
	(void)fd, (void)to, (void)bytes, (void)offset;
	return FD_ANY;
}

ssize_t readv(int fd, const struct iovec *parts, int count)
{
	(void)fd;
	for (int i = 0; i < count; i++)
		__featdep_fill(parts[i].iov_base, featdep_source_readv(), parts[i].iov_len);
	return (ssize_t)featdep_source_readv();
}

int getentropy(void *to, size_t bytes)
{
	(void)to, (void)bytes;
	return 0;
}

int open(const char *path, int flags, ...)
{
	(void)path, (void)flags;
	return FD_ANY;
}

int openat(int folder, const char *path, int flags, ...)
{
	(void)folder, (void)path, (void)flags;
	return FD_ANY;
}

int creat(const char *path, mode_t mode)
{
	(void)path, (void)mode;
	return FD_ANY;
}

int fcntl(int fd, int command, ...)
{
	(void)fd, (void)command;
	return FD_ANY;
}

int ioctl(int fd, unsigned long request, ...)
{
	va_list args;

	(void)fd, (void)request;
	va_start(args, request);
	__featdep_escape("system", __featdep_varargs(args));
	__featdep_varargs_write(args, featdep_source_ioctl());
	va_end(args);
	return FD_ANY;
}

void *mmap(void *address, size_t bytes, int protection, int flags, int fd, off_t offset)
{
	void *memory = __featdep_alloc(bytes);

	(void)address, (void)protection, (void)fd, (void)offset;
	if (flags & MAP_ANONYMOUS)
		__featdep_fill(memory, 0, bytes);
	else
		__featdep_fill(memory, featdep_source_mmap(), bytes);
	return memory;
}

void *mremap(void *memory, size_t old_bytes, size_t bytes, int flags, ...)
{
	(void)old_bytes, (void)bytes, (void)flags;
	return memory;
}

int munmap(void *memory, size_t bytes)
{
	(void)memory, (void)bytes;
	return 0;
}

int msync(void *memory, size_t bytes, int flags)
{
	(void)flags;
	__featdep_escape_memory("file", memory, bytes);
	return 0;
}

int mprotect(void *memory, size_t bytes, int protection)
{
	(void)memory, (void)bytes, (void)protection;
	return 0;
}

int madvise(void *memory, size_t bytes, int advice)
{
	(void)memory, (void)bytes, (void)advice;
	return 0;
}

int mlock(const void *memory, size_t bytes)
{
	(void)memory, (void)bytes;
	return 0;
}

int shm_open(const char *name, int flags, mode_t mode)
{
	(void)name, (void)flags, (void)mode;
	return FD_ANY;
}

int close(int fd)
{
	(void)fd;
	return FD_ANY;
}

int dup(int fd)
{
	(void)fd;
	return FD_ANY;
}

int dup2(int fd, int other)
{
	(void)fd;
	return other;
}

int pipe(int ends[2])
{
	ends[0] = FD_ANY;
	ends[1] = FD_ANY;
	return FD_ANY;
}

off_t lseek(int fd, off_t offset, int whence)
{
	(void)fd, (void)whence;
	__featdep_escape("system", offset);
	return FD_ANY;
}

int fsync(int fd)
{
	(void)fd;
	return FD_ANY;
}

int ftruncate(int fd, off_t bytes)
{
	(void)fd;
	__featdep_escape("system", bytes);
	return FD_ANY;
}

int access(const char *path, int mode)
{
	(void)path, (void)mode;
	return FD_ANY;
}

int unlink(const char *path)
{
	__featdep_escape_memory("system", path, ALL);
	return FD_ANY;
}

int rmdir(const char *path)
{
	(void)path;
	return FD_ANY;
}

int chdir(const char *path)
{
	(void)path;
	return FD_ANY;
}

int isatty(int fd)
{
	(void)fd;
	return FD_ANY;
}

char *getcwd(char *to, size_t bytes)
{
	__featdep_fill(to, FD_ANY, bytes);
	return to;
}

int gethostname(char *to, size_t bytes)
{
	(void)to, (void)bytes;
	return 0;
}

pid_t fork(void)
{
	return FD_ANY;
}

int execv(const char *path, char *const arguments[])
{
	(void)path, (void)arguments;
	return -1;
}

int execvp(const char *path, char *const arguments[])
{
	(void)path, (void)arguments;
	return -1;
}

pid_t getpid(void)
{
	return FD_ANY;
}

pid_t getppid(void)
{
	return FD_ANY;
}

uid_t getuid(void)
{
	return FD_ANY;
}

uid_t geteuid(void)
{
	return FD_ANY;
}

long sysconf(int name)
{
	(void)name;
	return FD_ANY;
}

int getpagesize(void)
{
	return FD_ANY;
}

unsigned sleep(unsigned duration)
{
	__featdep_escape("system", duration);
	__featdep_waited();
	return 0;
}

int usleep(useconds_t duration)
{
	__featdep_escape("system", duration);
	__featdep_waited();
	return 0;
}

unsigned alarm(unsigned duration)
{
	__featdep_escape("system", duration);
	return 0;
}

int pause(void)
{
	__featdep_waited();
	return -1;
}

void sync(void)
{
}

void _exit(int status)
{
	__featdep_escape("system", status);
	__builtin_unreachable();
}
