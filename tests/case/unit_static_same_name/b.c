#include "case.h"

static double value(void)
{
	return read_b();
}

double other(void)
{
	return value();
}
