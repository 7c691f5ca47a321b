#include "shared.h"

double other(void)
{
	return half(read_b());
}
