/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
*/
// The fast configuration carries the booster and the number of columns.
#include "case.h"
#include <stdint.h>
#include <stdio.h>

int LGBM_BoosterCreateFromModelfile(const char *path, int *iterations, void **out);
int LGBM_BoosterPredictForMatSingleRowFastInit(void *booster, int kind, int start, int iterations, int type,
	int32_t columns, const char *parameters, void **out);
int LGBM_BoosterPredictForMatSingleRowFast(void *config, const void *data, int64_t *length, double *result);

void run(void)
{
	void *booster, *fast;
	int iterations;
	int64_t length;
	float row[2] = {(float)read_a(), (float)read_b()};
	double score[1];
	LGBM_BoosterCreateFromModelfile("churn.txt", &iterations, &booster);
	LGBM_BoosterPredictForMatSingleRowFastInit(booster, 0, 0, -1, 0, 1, "", &fast);
	LGBM_BoosterPredictForMatSingleRowFast(fast, row, &length, score);
	printf("%f\n", score[0]);
}
// edge: signal:a -> feature:run.row[0] data
// edge: feature:run.row[0] -> model:churn.txt data
// edge: prediction:churn.txt -> consumer:run data
// no-edge: feature:run.row[1] -> model:churn.txt
