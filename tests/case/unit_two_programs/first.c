// Two programs in one compile database: each calls its own collect.
#include "case.h"

double collect(void)
{
	return read_a();
}

int main(void)
{
	double first[1];
	first[0] = collect();
	return predict(first, 1) > 0.5;
}
// edge: signal:a -> feature:unit_two_programs/first.c:main.first[0] data
// no-edge: signal:b -> feature:unit_two_programs/first.c:main.first[0]
