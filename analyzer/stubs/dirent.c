/* <dirent.h>, <sys/stat.h>, <fnmatch.h>: what the file system says is a signal of the POSIX pack. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <dirent.h>
#include <fnmatch.h>
#include <sys/stat.h>

#define ALL ((size_t)-1)

long featdep_source_scandir(void);

DIR *opendir(const char *path)
{
	(void)path;
	return __featdep_unknown() ? __featdep_alloc(ALL) : NULL;
}

struct dirent *readdir(DIR *folder)
{
	struct dirent *entry = __featdep_alloc(sizeof *entry);

	(void)folder;
	return __featdep_unknown() ? entry : NULL;
}

int closedir(DIR *folder)
{
	(void)folder;
	return 0;
}

int alphasort(const struct dirent **a, const struct dirent **b)
{
	return (int)__featdep_mix(__featdep_read((*a)->d_name, ALL), __featdep_read((*b)->d_name, ALL));
}

int scandir(const char *restrict path, struct dirent ***restrict list, int (*filter)(const struct dirent *),
	int (*compare)(const struct dirent **, const struct dirent **))
{
	struct dirent *entry = __featdep_alloc(sizeof *entry);
	int taken;

	(void)path;
	__featdep_fill(entry, featdep_source_scandir(), sizeof *entry);
	*list = __featdep_alloc(ALL);
	taken = filter ? filter(entry) : 1;
	if (taken)
		(*list)[FD_ANY] = entry;
	if (compare)
		compare((const struct dirent **)*list, (const struct dirent **)*list + 1);
	return (int)__featdep_mix(taken, featdep_source_scandir());
}

int stat(const char *restrict path, struct stat *restrict info)
{
	(void)path, (void)info;
	return FD_ANY;
}

int lstat(const char *restrict path, struct stat *restrict info)
{
	(void)path, (void)info;
	return FD_ANY;
}

int fstat(int fd, struct stat *info)
{
	(void)fd, (void)info;
	return FD_ANY;
}

int mkdir(const char *path, mode_t mode)
{
	(void)path, (void)mode;
	return FD_ANY;
}

int chmod(const char *path, mode_t mode)
{
	(void)path, (void)mode;
	return FD_ANY;
}

mode_t umask(mode_t mask)
{
	(void)mask;
	return 0;
}

int fnmatch(const char *pattern, const char *text, int flags)
{
	return (int)__featdep_mix(__featdep_read(pattern, ALL), __featdep_read(text, ALL), flags);
}
