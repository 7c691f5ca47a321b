/* Two programs share a library, not its memory: what one main leaves there is not found by the other, nor by what runs while the
   other does. What runs while the same main does finds it, and may be called from outside. */
#include "level.h"

static double level, at_tick, average;

void tune(double x)
{
	level = x;
}

double tuned(void)
{
	return level;
}

void on_tick(void)
{
	at_tick = level;
}

double ticked(void)
{
	return at_tick;
}

void on_event(void)
{
	average = average * 0.5 + level;
}

double smoothed(void)
{
	return average;
}
