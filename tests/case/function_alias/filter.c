/* A function with a second name, by which another unit knows it; where that is weak, it may have its own. */

extern double average;

void filter_default(double x)
{
	average += 0.1 * (x - average);
}

static double twice(double x)
{
	return 2 * x;
}

void board_filter(double x) __attribute__((weak, alias("filter_default")));
double scale(double x) __attribute__((alias("twice")));

static double fallback(double x)
{
	return x + 1;
}

double chosen(double x) __attribute__((weak, alias("fallback")));
