/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
*/
// One function scores with two models; the predictions stay apart.
#include "case.h"
#include <libsvm/svm.h>
#include <stdio.h>

static double score(const struct svm_model *model, double value)
{
	struct svm_node x[2] = {{1, value}, {-1, 0}};
	return svm_predict(model, x);
}

static void report(double result)
{
	printf("%f\n", result);
}

void run(void)
{
	report(score(svm_load_model("ctr.model"), read_a()));
	score(svm_load_model("fraud.model"), read_b());
}
// node: model:ctr.model
// node: model:fraud.model
// edge: prediction:ctr.model -> consumer:report data
// no-edge: prediction:fraud.model -> consumer:report
