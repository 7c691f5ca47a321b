/*
 * What the firmware needs from the board.
 */
#ifndef BOARD_H
#define BOARD_H

#include <stdint.h>

enum sensor { SENSOR_VIBRATION, SENSOR_TEMPERATURE, SENSOR_CURRENT, SENSOR_SPEED };

/* The present value of a channel: vibration and current in mA of the transducer, temperature in 0.1 degrees, speed
   in turns a minute. */
int16_t sensor_read(enum sensor channel);
/* From now on the timer calls monitor_step every PERIOD milliseconds. */
void timer_set(uint16_t period);
void lamp_set(int on);

#endif
