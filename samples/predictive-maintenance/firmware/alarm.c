/*
 * Three bad steps in a row light the lamp and make the sampler look closer; twenty good ones end that.
 */
#include "alarm.h"

#include "board.h"
#include "sampler.h"
#include "tree.h"

enum { BAD_STEPS = 3, GOOD_STEPS = 20, SLOW_MS = 100, FAST_MS = 20 };

static int bad, good;

void alarm_update(int state)
{
	if (state == TREE_HEALTHY) {
		bad = 0;
		good++;
	} else {
		bad++;
		good = 0;
	}
	if (bad == BAD_STEPS) {
		lamp_set(1);
		sampler_set_period(FAST_MS);
	} else if (good == GOOD_STEPS) {
		lamp_set(0);
		sampler_set_period(SLOW_MS);
	}
}
