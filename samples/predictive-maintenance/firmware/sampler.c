/*
 * The only place that reads sensors.
 */
#include "sampler.h"

#include "board.h"

static struct window window;
static uint16_t period_ms = 100;

const struct window *sampler_step(void)
{
	ring_push(&window.vibration, sensor_read(SENSOR_VIBRATION));
	ring_push(&window.temperature, sensor_read(SENSOR_TEMPERATURE));
	ring_push(&window.current, sensor_read(SENSOR_CURRENT));
	window.speed = sensor_read(SENSOR_SPEED);
	return &window;
}

uint16_t sampler_period(void)
{
	return period_ms;
}

void sampler_set_period(uint16_t period)
{
	period_ms = period;
	timer_set(period);
}
