/*
 * Plays the board: time passes, the bearing warms up and shakes.
 */
#include "board.h"
#include "simulation.h"

enum { WORN_FROM_MS = 20000, WORN_TO_MS = 60000 };

static uint32_t now_ms, timer_ms = 100, noise = 1;
static float heat = 40;
static bool lamp;

static bool is_worn(void)
{
	return now_ms >= WORN_FROM_MS && now_ms < WORN_TO_MS;
}

static int32_t jitter(int32_t range)
{
	noise = noise * 1103515245u + 12345u;
	return (int32_t)(noise >> 16) % (2 * range + 1) - range;
}

int16_t sensor_read(enum sensor channel)
{
	switch (channel) {
	case SENSOR_VIBRATION:
		return (int16_t)jitter(is_worn() ? 160 : 30);
	case SENSOR_TEMPERATURE:
		return (int16_t)(heat * 10);
	case SENSOR_CURRENT:
		return (int16_t)((is_worn() ? 450 : 380) + jitter(20));
	case SENSOR_SPEED:
		return 1480;
	}
	return 0;
}

void timer_set(uint16_t period)
{
	timer_ms = period;
}

void lamp_set(int on)
{
	lamp = on;
}

void simulation_advance(void)
{
	float target = is_worn() ? 80.0f : 40.0f;
	heat += (target - heat) * (float)timer_ms / 10000;
	now_ms += timer_ms;
}

uint32_t simulation_ms(void)
{
	return now_ms;
}

bool simulation_lamp(void)
{
	return lamp;
}
