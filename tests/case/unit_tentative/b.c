#include "case.h"

double level;

void collect(void)
{
	level = read_a();
}
