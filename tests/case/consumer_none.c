#include "case.h"

int main(void)
{
	double f[1] = { read_a() };
	predict(f, 1);
	return 0;
}
// edge: model:m -> prediction:m data
// no-node: consumer:main
