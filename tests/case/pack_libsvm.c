/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_i, name: i }
*/
// The values of the nodes are the features, their numbers are not; the model is named after its file.
#include "case.h"
#include <libsvm/svm.h>
#include <stdio.h>

void run(void)
{
	struct svm_model *model = svm_load_model("ctr.model");
	struct svm_node x[3];
	x[0].index = 1;
	x[0].value = read_a();
	x[1].index = read_i();
	x[1].value = read_b();
	x[2].index = -1;
	printf("%f\n", svm_predict(model, x));
}
// edge: signal:a -> feature:run.x[0].value data
// edge: signal:b -> feature:run.x[1].value data
// edge: feature:run.x[0].value -> model:ctr.model data
// edge: model:ctr.model -> prediction:ctr.model data
// edge: prediction:ctr.model -> consumer:run data
// no-edge: signal:i -> feature:run.x[1].value
// no-edge: signal:a -> feature:run.x[1].value
// no-node: model:svm_predict
