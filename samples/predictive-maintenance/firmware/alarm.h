/*
 * What is done about the state of the bearing.
 */
#ifndef ALARM_H
#define ALARM_H

/* STATE: a TREE_ class. */
void alarm_update(int state);

#endif
