// A mapped file is a signal; anonymous memory starts as zeros.
#define _GNU_SOURCE
#include "case.h"
#include <sys/mman.h>

double run(int fd)
{
	const double *file = mmap(0, 4096, PROT_READ, MAP_PRIVATE, fd, 0);
	double *own = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	double f[2];
	own[1] = read_a();
	f[0] = file[3];
	f[1] = own[1];
	return predict(f, 2);
}
// edge: signal:mmap -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:mmap -> feature:run.f[1]
