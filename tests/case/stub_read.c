// POSIX input: the buffer of read, not its descriptor.
#include "case.h"
#include <fcntl.h>
#include <unistd.h>

double run(void)
{
	double sample, f[2];
	int device = open("/dev/sensor0", O_RDONLY);
	if (read(device, &sample, sizeof sample) != sizeof sample)
		return 0;
	f[0] = sample;
	f[1] = read_a();
	close(device);
	return predict(f, 2);
}
// edge: signal:read -> feature:run.f[0] data
// no-edge: signal:read -> feature:run.f[1]
