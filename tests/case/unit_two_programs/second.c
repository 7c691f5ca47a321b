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
// edge: signal:b -> feature:unit_two_programs/second.c:main.second[0] data
// no-edge: signal:a -> feature:unit_two_programs/second.c:main.second[0]
