/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
*/
// The prediction of one model is a feature of the next, of another library.
#include "case.h"
#include <fann.h>
#include <libsvm/svm.h>
#include <stdio.h>

void run(void)
{
	struct svm_node x[2] = {{1, read_a()}, {-1, 0}};
	fann_type input[2];
	input[0] = (fann_type)svm_predict(svm_load_model("ctr.model"), x);
	input[1] = (fann_type)read_b();
	printf("%f\n", fann_run(fann_create_from_file("conversion.net"), input)[0]);
}
// edge: prediction:ctr.model -> feature:run.input[0] data
// edge: signal:b -> feature:run.input[1] data
// no-edge: signal:a -> feature:run.input[0]
// no-edge: prediction:ctr.model -> consumer:run
