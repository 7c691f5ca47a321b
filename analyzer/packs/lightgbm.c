/*
 * LightGBM: a booster keeps the name of its file; a fast configuration keeps the booster and the size of a row.
 * Training is not followed.
 */
#include "featdep/stub.h"

#include <stdint.h>

#define ALL ((size_t)-1)

typedef void *BoosterHandle;
typedef void *DatasetHandle;
typedef void *FastConfigHandle;

/* The booster reads BYTES bytes of FROM. */
void featdep_lightgbm_predict(const void *identity, const char *from, size_t bytes, double *result);

struct featdep_lightgbm {
	const void *identity;
};

struct featdep_lightgbm_fast {
	const void *identity;
	size_t bytes;
};

/* Of COUNT numbers: type 0 is float, 1 is double. */
#define BYTES_OF(type, count) ((size_t)(4 * (1 + (type)) * (count)))

static void predict(BoosterHandle booster, const void *from, size_t bytes, int64_t *length, double *result)
{
	*length = FD_ANY;
	featdep_lightgbm_predict(((struct featdep_lightgbm *)booster)->identity, from, bytes, result);
}

static int booster_new(const void *identity, int *iterations, BoosterHandle *out)
{
	struct featdep_lightgbm *booster = __featdep_alloc(sizeof *booster);

	booster->identity = identity;
	*iterations = FD_ANY;
	*out = booster;
	return 0;
}

int LGBM_BoosterCreateFromModelfile(const char *path, int *iterations, BoosterHandle *out)
{
	return booster_new(path, iterations, out);
}

int LGBM_BoosterLoadModelFromString(const char *text, int *iterations, BoosterHandle *out)
{
	return booster_new(text, iterations, out);
}

int LGBM_BoosterCreate(const DatasetHandle train, const char *parameters, BoosterHandle *out)
{
	int iterations;

	(void)train, (void)parameters;
	return booster_new(NULL, &iterations, out);
}

int LGBM_BoosterFree(BoosterHandle booster)
{
	(void)booster;
	return 0;
}

int LGBM_BoosterUpdateOneIter(BoosterHandle booster, int *finished)
{
	(void)booster;
	*finished = FD_ANY;
	return 0;
}

int LGBM_BoosterSaveModel(BoosterHandle booster, int start, int iterations, int importance, const char *path)
{
	(void)booster, (void)start, (void)iterations, (void)importance, (void)path;
	return 0;
}

int LGBM_BoosterGetNumFeature(BoosterHandle booster, int *count)
{
	(void)booster;
	*count = FD_ANY;
	return 0;
}

int LGBM_BoosterGetNumClasses(BoosterHandle booster, int *count)
{
	(void)booster;
	*count = FD_ANY;
	return 0;
}

int LGBM_DatasetCreateFromMat(const void *data, int type, int32_t rows, int32_t columns, int row_major,
	const char *parameters, const DatasetHandle reference, DatasetHandle *out)
{
	(void)data, (void)type, (void)rows, (void)columns, (void)row_major, (void)parameters, (void)reference;
	*out = __featdep_alloc(ALL);
	return 0;
}

int LGBM_DatasetSetField(DatasetHandle set, const char *name, const void *values, int count, int type)
{
	(void)set, (void)name, (void)values, (void)count, (void)type;
	return 0;
}

int LGBM_DatasetFree(DatasetHandle set)
{
	(void)set;
	return 0;
}

int LGBM_BoosterPredictForMat(BoosterHandle booster, const void *data, int type, int32_t rows, int32_t columns,
	int row_major, int kind, int start, int iterations, const char *parameters, int64_t *length, double *result)
{
	(void)row_major, (void)kind, (void)start, (void)iterations, (void)parameters;
	predict(booster, data, BYTES_OF(type, rows * columns), length, result);
	return 0;
}

int LGBM_BoosterPredictForMatSingleRow(BoosterHandle booster, const void *data, int type, int columns, int row_major,
	int kind, int start, int iterations, const char *parameters, int64_t *length, double *result)
{
	(void)row_major, (void)kind, (void)start, (void)iterations, (void)parameters;
	predict(booster, data, BYTES_OF(type, columns), length, result);
	return 0;
}

int LGBM_BoosterPredictForMatSingleRowFastInit(BoosterHandle booster, int kind, int start, int iterations, int type,
	int32_t columns, const char *parameters, FastConfigHandle *out)
{
	struct featdep_lightgbm_fast *fast = __featdep_alloc(sizeof *fast);

	(void)kind, (void)start, (void)iterations, (void)parameters;
	fast->identity = ((struct featdep_lightgbm *)booster)->identity;
	fast->bytes = BYTES_OF(type, columns);
	*out = fast;
	return 0;
}

int LGBM_BoosterPredictForMatSingleRowFast(FastConfigHandle config, const void *data, int64_t *length, double *result)
{
	struct featdep_lightgbm_fast *fast = config;

	predict(fast, data, fast->bytes, length, result);
	return 0;
}

int LGBM_FastConfigFree(FastConfigHandle config)
{
	(void)config;
	return 0;
}

int LGBM_BoosterPredictForMats(BoosterHandle booster, const void **rows, int type, int32_t count, int32_t columns,
	int kind, int start, int iterations, const char *parameters, int64_t *length, double *result)
{
	(void)kind, (void)start, (void)iterations, (void)parameters;
	for (int32_t i = 0; i < count; i++)
		predict(booster, rows[i], BYTES_OF(type, columns), length, result);
	return 0;
}

int LGBM_BoosterPredictForCSR(BoosterHandle booster, const void *starts, int start_type, const int32_t *indices,
	const void *data, int type, int64_t rows, int64_t count, int64_t columns, int kind, int start, int iterations,
	const char *parameters, int64_t *length, double *result)
{
	(void)starts, (void)start_type, (void)indices, (void)rows, (void)columns;
	(void)kind, (void)start, (void)iterations, (void)parameters;
	predict(booster, data, BYTES_OF(type, count), length, result);
	return 0;
}

int LGBM_BoosterPredictForCSRSingleRow(BoosterHandle booster, const void *starts, int start_type,
	const int32_t *indices, const void *data, int type, int64_t rows, int64_t count, int64_t columns, int kind,
	int start, int iterations, const char *parameters, int64_t *length, double *result)
{
	(void)starts, (void)start_type, (void)indices, (void)rows, (void)columns;
	(void)kind, (void)start, (void)iterations, (void)parameters;
	predict(booster, data, BYTES_OF(type, count), length, result);
	return 0;
}

const char *LGBM_GetLastError(void)
{
	return "error";
}
