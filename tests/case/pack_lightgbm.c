/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
*/
// Rows times columns are read, whatever the size of the buffer.
#include "case.h"
#include <stdint.h>
#include <stdio.h>

int LGBM_BoosterCreateFromModelfile(const char *path, int *iterations, void **out);
int LGBM_BoosterPredictForMat(void *booster, const void *data, int type, int32_t rows, int32_t columns, int row_major,
	int kind, int start, int iterations, const char *parameters, int64_t *length, double *result);

void run(void)
{
	void *booster;
	int iterations;
	int64_t length;
	double row[3] = {read_a(), read_b(), 0}, score[1];
	LGBM_BoosterCreateFromModelfile("churn.txt", &iterations, &booster);
	LGBM_BoosterPredictForMat(booster, row, 1, 1, 2, 1, 0, 0, -1, "", &length, score);
	printf("%f\n", score[0]);
}
// edge: signal:a -> feature:run.row[0] data
// edge: signal:b -> feature:run.row[1] data
// edge: feature:run.row[1] -> model:churn.txt data
// edge: prediction:churn.txt -> consumer:run data
// no-edge: feature:run.row[2] -> model:churn.txt
// no-edge: signal:b -> feature:run.row[0]
