/*
 * The last RING_SIZE samples of one channel.
 */
#ifndef RING_H
#define RING_H

#include <stdint.h>

enum { RING_SIZE = 32 };

struct ring {
	int16_t samples[RING_SIZE];
	uint8_t head;  /* where the next sample goes */
	uint8_t count; /* samples so far, at most RING_SIZE */
};

void ring_push(struct ring *ring, int16_t sample);
int16_t ring_latest(const struct ring *ring);
int16_t ring_oldest(const struct ring *ring);
float ring_mean(const struct ring *ring);
float ring_mean_square(const struct ring *ring);
int16_t ring_peak(const struct ring *ring); /* the largest magnitude */
int16_t ring_range(const struct ring *ring);

#endif
