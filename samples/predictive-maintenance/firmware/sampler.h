/*
 * Takes one sample of each channel per step and keeps the last ones.
 */
#ifndef SAMPLER_H
#define SAMPLER_H

#include "ring.h"

#include <stdint.h>

struct window {
	struct ring vibration, temperature, current;
	int16_t speed;
};

const struct window *sampler_step(void);
/* Milliseconds from one step to the next. */
uint16_t sampler_period(void);
void sampler_set_period(uint16_t period);

#endif
