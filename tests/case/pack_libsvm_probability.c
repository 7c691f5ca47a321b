/* manifest
version: 1
signals:
  - { function: read_a, name: a }
*/
// Two outputs: the label that is returned and the probabilities.
#include "case.h"
#include <libsvm/svm.h>
#include <stdio.h>

static void report(double x)
{
	printf("%f\n", x);
}

void run(void)
{
	const struct svm_model *model = svm_load_model("ctr.model");
	struct svm_node x[2] = {{1, read_a()}, {-1, 0}};
	double probability[2];
	svm_predict_probability(model, x, probability);
	report(probability[1]);
}
// edge: signal:a -> feature:run.x[0].value data
// edge: model:ctr.model -> prediction:ctr.model.probability data
// edge: prediction:ctr.model.probability -> consumer:report data
// no-edge: prediction:ctr.model.return -> consumer:report
