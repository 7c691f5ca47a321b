#include "case.h"

double collect(void)
{
	return read_b();
}

int main(void)
{
	double second[1];
	second[0] = collect();
	return predict_next(second, 1) > 0.5;
}
// edge: signal:b -> feature:main.second[0] data
// no-edge: signal:a -> feature:main.second[0]
