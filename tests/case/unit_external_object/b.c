#include "case.h"

struct pair shared;

void collect(void)
{
	shared.x = read_a();
	shared.y = read_b();
}
