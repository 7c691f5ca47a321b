/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
*/
// The network is named after the file that it is read from; training is not an inference.
#include "case.h"
#include <stdio.h>

typedef struct genann genann;

genann *genann_read(FILE *in);
double const *genann_run(genann const *ann, double const *inputs);
void genann_train(genann const *ann, double const *inputs, double const *desired, double rate);

void run(void)
{
	genann *network = genann_read(fopen("vibration.ann", "r"));
	double input[2] = {read_a(), read_b()}, seen[1] = {1};
	genann_train(network, seen, seen, .1);
	printf("%f\n", genann_run(network, input)[0]);
}
// edge: signal:a -> feature:run.input[0] data
// edge: feature:run.input[0] -> model:vibration.ann data
// edge: prediction:vibration.ann -> consumer:run data
// no-edge: signal:a -> feature:run.input[1]
// no-node: feature:run.seen[0]
