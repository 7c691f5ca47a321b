/*
 * A motor whose bearing wears out between two times and is then replaced.
 */
#ifndef SIMULATION_H
#define SIMULATION_H

#include <stdbool.h>
#include <stdint.h>

void simulation_advance(void); /* by the timer's period */
uint32_t simulation_ms(void);
bool simulation_lamp(void);

#endif
