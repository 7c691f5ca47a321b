/*
 * The model: how many litres a square metre the garden needs now.
 */
#ifndef WATER_NEED_H
#define WATER_NEED_H

#include <featdep/annotate.h>

FD_MODEL("water_need") double water_need(const double *features, int count);

#endif
