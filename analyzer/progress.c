/*
 * The line is drawn when a phase begins and, in a phase that has parts, with each part, at most ten times a second. The
 * rest is estimated from the parts that are finished; nothing is said before one is.
 */
#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double cpu_now(void)
{
	double sum = 0;
	static const int whose[] = { RUSAGE_SELF, RUSAGE_CHILDREN };

	for (size_t i = 0; i < sizeof whose / sizeof *whose; i++) {
		struct rusage usage = {0};
		getrusage(whose[i], &usage);
		sum += seconds(usage.ru_utime) + seconds(usage.ru_stime);
	}
	return sum;
}

static double wall_now(void)
{
	struct timespec now = {0};

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static uint32_t columns(void)
{
	struct winsize size;

	return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) || !size.ws_col ? 80 : size.ws_col;
}

void progress_init(Progress *progress, bool quiet)
{
	const char *terminal = getenv("TERM");

	*progress = (Progress){ .shown = !quiet && isatty(STDERR_FILENO) && terminal && strcmp(terminal, "dumb") != 0 };
}

static void draw(Progress *progress, const char *line)
{
	if (!progress->shown)
		return;
	fprintf(stderr, "\r%.*s\033[K", (int)columns() - 1, line);
	fflush(stderr);
	progress->drawn = true;
	progress->last = wall_now();
}

void progress_clear(Progress *progress)
{
	if (progress->drawn)
		fputs("\r\033[K", stderr);
	fflush(stderr);
	progress->drawn = false;
}

void progress_phase(Progress *progress, const char *name)
{
	double wall = wall_now(), cpu = cpu_now();

	if (progress->running) {
		vec_last(&progress->phases)->wall = wall - progress->wall;
		vec_last(&progress->phases)->cpu = cpu - progress->cpu;
	}
	progress->running = name != NULL;
	progress->wall = wall;
	progress->cpu = cpu;
	if (name) {
		Text line = {0};
		vec_push(&progress->phases, (Phase){ .name = name });
		text_printf(&line, "featdep: %s", name);
		draw(progress, text_data(&line));
		text_release(&line);
	} else {
		progress_clear(progress);
	}
}

/* "40 s", "3 min": no more precise than the estimate is. */
static void put_duration(Text *out, double duration)
{
	if (duration < 90)
		text_printf(out, "%.0f s", duration < 1 ? 1 : duration);
	else
		text_printf(out, "%.0f min", duration / 60);
}

void progress_part(Progress *progress, const char *what, uint32_t done, uint32_t all)
{
	double now = wall_now();
	Text line = {0};

	if (!progress->running || !all || (done < all && now < progress->last + 0.1))
		return;
	text_printf(&line, "featdep: %s: %u %% of %s", vec_last(&progress->phases)->name,
		(unsigned)((uint64_t)done * 100 / all), what);
	if (done && done < all) {
		text_put(&line, ", about ");
		put_duration(&line, (now - progress->wall) / done * (all - done));
		text_put(&line, " left");
	}
	draw(progress, text_data(&line));
	text_release(&line);
}

void progress_print(const Progress *progress, Text *out)
{
	Phase sum = { .name = "all" };

	text_printf(out, "%-16s %9s %9s\n", "phase", "wall, s", "CPU, s");
	for (uint32_t i = 0; i < progress->phases.len; i++) {
		const Phase *phase = &progress->phases.items[i];
		text_printf(out, "%-16s %9.3f %9.3f\n", phase->name, phase->wall, phase->cpu);
		sum.wall += phase->wall;
		sum.cpu += phase->cpu;
	}
	text_printf(out, "%-16s %9.3f %9.3f\n", sum.name, sum.wall, sum.cpu);
}

void progress_release(Progress *progress)
{
	vec_release(&progress->phases);
}
