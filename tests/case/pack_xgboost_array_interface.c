/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
*/
// The address of the row goes through the digits of a text.
#include "case.h"
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

int XGBoosterCreate(void *const matrices[], uint64_t count, void **out);
int XGBoosterLoadModel(void *booster, const char *path);
int XGBoosterPredictFromDense(void *booster, const char *values, const char *config, void *matrix,
	uint64_t const **shape, uint64_t *dimensions, const float **result);

void run(void)
{
	void *booster;
	const float *result;
	const uint64_t *shape;
	uint64_t dimensions;
	float row[1] = {(float)read_a()}, other[1] = {(float)read_b()};
	char values[128];
	XGBoosterCreate(NULL, 0, &booster);
	XGBoosterLoadModel(booster, "credit.json");
	snprintf(values, sizeof values, "{\"data\": [%zu, true], \"shape\": [1, 1], \"typestr\": \"<f4\", \"version\": 3}",
		(size_t)row);
	XGBoosterPredictFromDense(booster, values, "{}", NULL, &shape, &dimensions, &result);
	printf("%f %f\n", result[0], other[0]);
}
// edge: signal:a -> feature:run.row[0] data
// edge: feature:run.row[0] -> model:credit.json data
// edge: prediction:credit.json -> consumer:run data
// no-node: feature:run.other[0]
