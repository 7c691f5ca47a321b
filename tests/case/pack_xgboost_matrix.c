/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
*/
// A matrix is made of a row of two columns; the labels of the training matrix are no features.
#include "case.h"
#include <stdint.h>
#include <stdio.h>

int XGBoosterCreate(void *const matrices[], uint64_t count, void **out);
int XGBoosterLoadModel(void *booster, const char *path);
int XGDMatrixCreateFromMat(const float *data, uint64_t rows, uint64_t columns, float missing, void **out);
int XGDMatrixSetFloatInfo(void *matrix, const char *field, const float *values, uint64_t count);
int XGBoosterPredict(void *booster, void *matrix, int options, unsigned trees, int training, uint64_t *length,
	const float **result);

void run(void)
{
	void *booster, *matrix;
	const float *result;
	uint64_t length;
	float row[3] = {(float)read_a(), (float)read_b(), 0}, label[1] = {(float)read_c()};
	XGBoosterCreate(0, 0, &booster);
	XGBoosterLoadModel(booster, "credit.json");
	XGDMatrixCreateFromMat(row, 1, 2, -1, &matrix);
	XGDMatrixSetFloatInfo(matrix, "label", label, 1);
	XGBoosterPredict(booster, matrix, 0, 0, 0, &length, &result);
	printf("%f\n", result[0]);
}
// edge: signal:a -> feature:run.row[0] data
// edge: signal:b -> feature:run.row[1] data
// edge: feature:run.row[1] -> model:credit.json data
// edge: prediction:credit.json -> consumer:run data
// no-edge: feature:run.row[2] -> model:credit.json
// no-edge: signal:a -> feature:run.row[1]
// no-node: feature:run.label[0]
