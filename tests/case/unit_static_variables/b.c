#include "case.h"

static double memory;

double other(void)
{
	memory = read_b();
	return memory;
}
