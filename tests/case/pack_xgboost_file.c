/* A matrix from a file, or from what a text names, is what is in there. */
#include "case.h"

typedef void *DMatrixHandle, *BoosterHandle;
int XGBoosterCreate(const DMatrixHandle *matrices, unsigned long count, BoosterHandle *out);
int XGBoosterLoadModel(BoosterHandle booster, const char *path);
int XGDMatrixCreateFromFile(const char *path, int silent, DMatrixHandle *out);
int XGDMatrixCreateFromURI(const char *config, DMatrixHandle *out);
int XGBoosterPredictFromDMatrix(BoosterHandle booster, DMatrixHandle matrix, const char *config,
	const unsigned long **shape, unsigned long *dimensions, const float **result);
int XGBoosterPredict(BoosterHandle booster, DMatrixHandle matrix, int options, unsigned trees, int training,
	unsigned long *length, const float **result);

double run(void)
{
	BoosterHandle booster, other;
	DMatrixHandle matrix, file;
	const unsigned long *shape;
	unsigned long dimensions, length;
	const float *out, *old;

	if (XGBoosterCreate(0, 0, &booster) || XGBoosterLoadModel(booster, "m.json") || XGBoosterCreate(0, 0, &other) ||
	    XGBoosterLoadModel(other, "old.json"))
		return 0;
	if (XGDMatrixCreateFromURI("orders.csv?format=csv", &matrix) || XGDMatrixCreateFromFile("orders.txt", 1, &file))
		return 0;
	XGBoosterPredictFromDMatrix(booster, matrix, "{}", &shape, &dimensions, &out);
	XGBoosterPredict(other, file, 0, 0, 0, &length, &old);
	return out[0] + old[0];
}
// edge: signal:orders.csv?format=csv -> feature:orders.csv?format=csv[*] data
// edge: feature:orders.csv?format=csv[*] -> model:m.json data
// edge: signal:orders.txt -> feature:orders.txt[*] data
// edge: feature:orders.txt[*] -> model:old.json data
// unresolved: 0
