/*
 * Runs the firmware for 90 simulated seconds and tells when the lamp changes.
 */
#include "monitor.h"
#include "simulation.h"

#include <stdio.h>

enum { END_MS = 90000 };

int main(void)
{
	bool was_on = false;
	unsigned steps = 0;
	while (simulation_ms() < END_MS) {
		simulation_advance();
		monitor_step();
		steps++;
		if (simulation_lamp() != was_on) {
			was_on = !was_on;
			printf("%6.2f s: lamp %s\n", simulation_ms() / 1000.0, was_on ? "on" : "off");
		}
	}
	printf("%u steps\n", steps);
	return 0;
}
