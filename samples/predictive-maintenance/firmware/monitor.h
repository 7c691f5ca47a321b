/*
 * The firmware's work: called by the timer.
 */
#ifndef MONITOR_H
#define MONITOR_H

void monitor_step(void);

#endif
