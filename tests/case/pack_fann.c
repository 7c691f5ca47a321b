/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
*/
// The result is an array; scaling in place keeps the elements apart.
#include "case.h"
#include <fann.h>
#include <stdio.h>

void run(void)
{
	struct fann *network = fann_create_from_file("conversion.net");
	fann_type input[2] = {(fann_type)read_a(), (fann_type)read_b()};
	fann_scale_input(network, input);
	fann_type *output = fann_run(network, input);
	printf("%f\n", output[0]);
}
// edge: signal:a -> feature:run.input[0] data
// edge: signal:b -> feature:run.input[1] data
// edge: feature:run.input[1] -> model:conversion.net data
// edge: prediction:conversion.net -> consumer:run data
// no-edge: signal:a -> feature:run.input[1]
// no-node: model:fann_run
