#include "parts.h"

double scaled(double p)
{
	return p * 100;
}

/* It has the prediction itself, although another function does the computing for it. */
int bill(void)
{
	if (scaled(probability) > 50)
		return 2;
	return 0;
}
