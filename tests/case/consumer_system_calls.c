/* manifest
version: 1
signals:
  - { function: sense, value: return, name: "{arg0}" }
models:
  - { function: predict, input: { arg: 0, count: 1 }, output: return, name: "m{line}" }
*/
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

double sense(int), predict(const double *);

static void drive(int level)
{
	ioctl(3, 7, level);
}

static void drive_by_address(int fd, int level)
{
	ioctl(fd, 8, &level);
}

static void limit(int size)
{
	setsockopt(4, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
}

static void rest(double seconds)
{
	struct timespec t = { .tv_sec = (time_t)seconds };
	nanosleep(&t, NULL);
}

static void stop(int process)
{
	kill(process, SIGTERM);
}

/* What is handed to the kernel, and what main returns, leaves the program. */
int main(void)
{
	double f[1] = { sense(0) };
	drive((int)predict(f));
	drive_by_address(3, (int)predict(f));
	limit((int)predict(f));
	rest(predict(f));
	stop((int)predict(f));
	return predict(f) > 0;
}
// edge: prediction:m47 -> consumer:drive data
// edge: prediction:m48 -> consumer:drive_by_address data
// edge: prediction:m49 -> consumer:limit data
// edge: prediction:m50 -> consumer:rest data
// edge: prediction:m51 -> consumer:stop data
// edge: prediction:m52 -> consumer:main data
