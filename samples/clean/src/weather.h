/*
 * What the station measured and the service forecasts, hour by hour.
 */
#ifndef WEATHER_H
#define WEATHER_H

#include <featdep/annotate.h>
#include <stdbool.h>

struct weather {
	double temperature FD_SIGNAL("station.temperature"); /* degrees */
	double humidity FD_SIGNAL("station.humidity");       /* percent of the air */
	double soil FD_SIGNAL("station.soil");               /* percent of the volume */
	double rain FD_SIGNAL("forecast.rain");              /* millimetres in the next six hours */
};

/* The weather of HOUR; false behind the last one. */
bool weather_read(int hour, struct weather *weather);

#endif
