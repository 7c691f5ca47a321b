/*
 * A recorded summer day stands in for the station.
 */
#include "weather.h"

#include <stddef.h>

static const struct { signed char temperature, humidity, soil, rain; } recorded[] = {
	{ 16, 82, 31, 0 }, { 15, 84, 30, 0 }, { 15, 85, 30, 0 }, { 16, 83, 29, 0 }, { 18, 76, 29, 0 }, { 20, 70, 28, 0 },
	{ 23, 61, 26, 0 }, { 25, 55, 25, 0 }, { 27, 49, 23, 0 }, { 29, 44, 22, 0 }, { 30, 41, 20, 1 }, { 31, 39, 19, 2 },
	{ 31, 38, 18, 4 }, { 30, 42, 17, 6 }, { 27, 55, 17, 7 }, { 24, 71, 19, 5 }, { 21, 88, 26, 2 }, { 20, 90, 30, 1 },
};

bool weather_read(int hour, struct weather *weather)
{
	if (hour < 0 || (size_t)hour >= sizeof recorded / sizeof recorded[0])
		return false;
	weather->temperature = recorded[hour].temperature;
	weather->humidity = recorded[hour].humidity;
	weather->soil = recorded[hour].soil;
	weather->rain = recorded[hour].rain;
	return true;
}
