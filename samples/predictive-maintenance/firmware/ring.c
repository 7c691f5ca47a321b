/*
 * Unused slots are zero, so that sums may run over all of them; minimum and maximum may not.
 */
#include "ring.h"

void ring_push(struct ring *ring, int16_t sample)
{
	ring->samples[ring->head] = sample;
	ring->head = (uint8_t)((ring->head + 1) % RING_SIZE);
	if (ring->count < RING_SIZE)
		ring->count++;
}

int16_t ring_latest(const struct ring *ring)
{
	return ring->samples[(ring->head + RING_SIZE - 1) % RING_SIZE];
}

int16_t ring_oldest(const struct ring *ring)
{
	if (ring->count < RING_SIZE)
		return ring->samples[0];
	return ring->samples[ring->head];
}

float ring_mean(const struct ring *ring)
{
	int32_t sum = 0;
	if (ring->count == 0)
		return 0;
	for (int i = 0; i < RING_SIZE; i++)
		sum += ring->samples[i];
	return (float)sum / ring->count;
}

float ring_mean_square(const struct ring *ring)
{
	float sum = 0;
	if (ring->count == 0)
		return 0;
	for (int i = 0; i < RING_SIZE; i++)
		sum += (float)ring->samples[i] * ring->samples[i];
	return sum / ring->count;
}

int16_t ring_peak(const struct ring *ring)
{
	int16_t peak = 0;
	for (int i = 0; i < ring->count; i++) {
		int16_t magnitude = ring->samples[i] < 0 ? (int16_t)-ring->samples[i] : ring->samples[i];
		if (magnitude > peak)
			peak = magnitude;
	}
	return peak;
}

int16_t ring_range(const struct ring *ring)
{
	int16_t low = ring->samples[0], high = ring->samples[0];
	for (int i = 1; i < ring->count; i++) {
		if (ring->samples[i] < low)
			low = ring->samples[i];
		if (ring->samples[i] > high)
			high = ring->samples[i];
	}
	return (int16_t)(high - low);
}
