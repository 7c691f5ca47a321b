// The style of ioctl: the request says what the argument is.
#include "case.h"
#include <stdarg.h>

enum { SET_GAIN = 1, SET_FLOOR };
struct filter { double gain, floor; };

static int control(struct filter *filter, int request, ...)
{
	va_list args;
	va_start(args, request);
	switch (request) {
	case SET_GAIN: filter->gain = va_arg(args, double); break;
	case SET_FLOOR: filter->floor = va_arg(args, double); break;
	}
	va_end(args);
	return 0;
}

double run(void)
{
	struct filter filter = { 0 };
	double f[2];
	control(&filter, SET_GAIN, read_a());
	control(&filter, SET_FLOOR, read_b());
	f[0] = filter.gain;
	f[1] = filter.floor;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
