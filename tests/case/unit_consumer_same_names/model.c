#include "../case.h"

double price(void)
{
	double f[1] = { read_a() };

	return predict(f, 1);
}
