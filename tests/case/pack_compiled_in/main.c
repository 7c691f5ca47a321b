#include "case.h"
#include "genann.h"

int main(void)
{
	genann *network = genann_read(fopen("vibration.ann", "r"));
	double input[2] = {read_a(), read_b()};
	printf("%f\n", genann_run(network, input)[0]);
	return 0;
}
// edge: signal:a -> feature:main.input[0] data
// edge: signal:b -> feature:main.input[1] data
// no-edge: signal:a -> feature:main.input[1]
// no-node: consumer:genann_run
