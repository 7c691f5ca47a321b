/*
 * Graphviz has no way to stop a layout, and some graphs crash it. So each picture is laid out in a forked child of
 * this process, which inherits the one GVC with its plugins loaded, and sends the bytes through a pipe: a layout that
 * hangs or crashes costs that picture only. Where fork is refused, the picture is made in this process.
 */
#include "render/layout.h"

#include "base/bug.h"
#include "render/layout_ids.h"

#include <errno.h>
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static GVC_t *context;   /* of the process; Graphviz keeps global state as well */
static Text complaints;  /* what Graphviz said about the current picture */

static int keep_complaint(char *message)
{
	if (complaints.len < 1000)
		text_put(&complaints, message);
	return 0;
}

/* Room around the picture of GRAPH that makes its sides whole numbers of pixels: otherwise the last row and column are
   half transparent, which is a light line on a dark picture. */
static void fit_to_pixels(Agraph_t *graph, const char *format)
{
	enum { LEAST = 22 }; /* points */
	const double pixels = 96.0 / 72; /* of PNG, for a point */
	boxf box = GD_bb(graph);
	double sides[2] = { box.UR.x - box.LL.x, box.UR.y - box.LL.y };
	char room[2][32], pad[80], attribute[] = "pad", none[] = "";

	if (strcmp(format, "png") != 0)
		return;
	for (int i = 0; i < 2; i++) {
		double whole = ceil((sides[i] + 2 * LEAST) * pixels);
		snprintf(room[i], sizeof room[i], "%.9f", (whole / pixels - sides[i]) / 2 / 72);
	}
	snprintf(pad, sizeof pad, "%s,%s", room[0], room[1]);
	agsafeset(graph, attribute, pad, none);
}

/* What Graphviz said, on one line. */
static void put_complaints(Text *problem)
{
	for (size_t i = 0; i < complaints.len; i++)
		if (complaints.data[i] != '\n' || i + 1 < complaints.len)
			text_char(problem, complaints.data[i] == '\n' ? ' ' : complaints.data[i]);
	if (!complaints.len)
		text_put(problem, "no reason given");
}

static bool render_here(const char *dot, const char *format, Text *out, Text *problem)
{
	char *data = NULL;
	unsigned length = 0;

	text_clear(&complaints);
	agseterrf(keep_complaint);
	FILE *file = fmemopen((char *)(uintptr_t)dot, strlen(dot), "r");
	Agraph_t *graph = file ? agread(file, &layout_discipline) : NULL;
	bool ok = graph && gvLayout(context, graph, "dot") == 0;
	if (ok) {
		fit_to_pixels(graph, format);
		ok = gvRenderData(context, graph, format, &data, &length) == 0 && data && length;
		if (ok)
			text_put_n(out, data, length);
		if (data)
			gvFreeRenderData(data);
		gvFreeLayout(context, graph);
	}
	if (graph)
		agclose(graph);
	if (file)
		fclose(file);
	if (!ok)
		put_complaints(problem);
	return ok;
}

static void write_all(int fd, const Text *text)
{
	for (size_t done = 0; done < text->len;) {
		ssize_t n = write(fd, text->data + done, text->len - done);
		if (n > 0)
			done += (size_t)n;
		else if (n < 0 && errno != EINTR)
			_exit(2);
	}
}

static _Noreturn void render_in_child(int fd, const char *dot, const char *format, double seconds)
{
	Text out = {0}, problem = {0};
	long whole = (long)seconds;
	struct itimerval limit = { .it_value = { whole, (long)((seconds - (double)whole) * 1e6) } };

	/* Processor time, so that what is drawn does not depend on what else the machine does. */
	setitimer(ITIMER_PROF, &limit, NULL);
	bool ok = render_here(dot, format, &out, &problem);
	write_all(fd, ok ? &out : &problem);
	_exit(ok ? 0 : 1);
}

enum { PATIENCE = 20 }; /* wall time for one of processor time, before a child that sleeps is given up */

static double seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Everything from FD until it is closed; false when that takes longer than until DEADLINE. */
static bool read_until(int fd, double deadline, Text *into)
{
	char bytes[65536];

	for (;;) {
		double left = deadline - seconds_now();
		struct pollfd wait = { .fd = fd, .events = POLLIN };
		if (left <= 0)
			return false;
		if (poll(&wait, 1, (int)(left * 1000) + 1) <= 0)
			continue;
		ssize_t n = read(fd, bytes, sizeof bytes);
		if (n > 0)
			text_put_n(into, bytes, (size_t)n);
		else if (n == 0 || errno != EINTR)
			return true;
	}
}

static bool child_result(pid_t child, bool in_time, double seconds, const Text *got, Text *out, Text *problem)
{
	int status = 0;

	if (!in_time)
		kill(child, SIGKILL);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	if (!in_time || (WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF)) {
		text_printf(problem, "layout took more than %.0f s", seconds);
		return false;
	}
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && got->len) {
		text_put_n(out, text_data(got), got->len);
		return true;
	}
	if (WIFSIGNALED(status))
		text_printf(problem, "layout crashed with signal %d", WTERMSIG(status));
	else
		text_put(problem, text_data(got));
	return false;
}

bool layout_render(const char *dot, const char *format, double seconds, Text *out, Text *problem)
{
	Text got = {0};
	int ends[2];

	if (!context)
		context = gvContext();
	if (pipe(ends) != 0)
		return render_here(dot, format, out, problem);
	pid_t child = fork();
	if (child < 0) {
		close(ends[0]);
		close(ends[1]);
		return render_here(dot, format, out, problem);
	}
	if (child == 0) {
		close(ends[0]);
		render_in_child(ends[1], dot, format, seconds);
	}
	close(ends[1]);
	bool in_time = read_until(ends[0], seconds_now() + seconds * PATIENCE, &got);
	close(ends[0]);
	bool ok = child_result(child, in_time, seconds, &got, out, problem);
	text_release(&got);
	return ok;
}
