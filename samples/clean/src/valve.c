#include "valve.h"

#include <stdio.h>

static const double seconds_per_litre = 95;
enum { MIN_SECONDS = 20, MAX_SECONDS = 240 };

/* What the model asked for, for whoever watches the garden. */
static void valve_record(int seconds)
{
	printf("valve open for %d s\n", seconds);
}

void valve_open(double need)
{
	int seconds = (int)(need * seconds_per_litre);
	if (seconds < MIN_SECONDS)
		seconds = 0;
	if (seconds > MAX_SECONDS)
		seconds = MAX_SECONDS;
	valve_record(seconds);
}
