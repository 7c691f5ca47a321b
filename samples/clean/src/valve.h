/*
 * The valve: the only consumer of the water model.
 */
#ifndef VALVE_H
#define VALVE_H

#include <featdep/annotate.h>

/* Opens the valve long enough for NEED litres a square metre, within its limits. */
FD_CONSUMER("water_need") void valve_open(double need);

#endif
