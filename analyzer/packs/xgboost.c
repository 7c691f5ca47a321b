/*
 * XGBoost: a booster keeps the name of its file; a matrix keeps the address of the numbers it was made from. The
 * array interface is a text that holds the address of the numbers as digits: the address survives being printed, so
 * it is read back from the text's memory. Training and labels are not followed.
 */
#include "featdep/stub.h"

#include <stdint.h>

#define ALL ((size_t)-1)

typedef uint64_t bst_ulong;
typedef void *DMatrixHandle;
typedef void *BoosterHandle;

/* The booster reads COUNT numbers of FROM; ALL: unknown. */
void featdep_xgboost_predict(const void *identity, const float *from, size_t count, float *result);

/* What is in the file, or what the text with its URI names. */
const float *featdep_xgboost_read(const char *path);

struct featdep_booster {
	const void *identity;
};

struct featdep_matrix {
	const float *from;
	size_t count;
};

static const float *array_interface(const char *text)
{
	return *(const float *const *)text;
}

static DMatrixHandle matrix_new(const float *from, size_t count)
{
	struct featdep_matrix *matrix = __featdep_alloc(sizeof *matrix);

	matrix->from = from;
	matrix->count = count;
	return matrix;
}

static void predict(BoosterHandle booster, const float *from, size_t count, const float **result)
{
	float *memory = __featdep_alloc(ALL);

	featdep_xgboost_predict(((struct featdep_booster *)booster)->identity, from, count, memory);
	*result = memory;
}

static void shape(bst_ulong const **to, bst_ulong *dimensions)
{
	bst_ulong *sizes = __featdep_alloc(ALL);

	__featdep_fill(sizes, FD_ANY, ALL);
	*to = sizes;
	*dimensions = FD_ANY;
}

int XGBoosterCreate(const DMatrixHandle matrices[], bst_ulong count, BoosterHandle *out)
{
	struct featdep_booster *booster = __featdep_alloc(sizeof *booster);

	(void)matrices, (void)count;
	booster->identity = NULL;
	*out = booster;
	return 0;
}

int XGBoosterLoadModel(BoosterHandle booster, const char *path)
{
	((struct featdep_booster *)booster)->identity = path;
	return 0;
}

int XGBoosterLoadModelFromBuffer(BoosterHandle booster, const void *bytes, bst_ulong count)
{
	(void)count;
	((struct featdep_booster *)booster)->identity = bytes;
	return 0;
}

int XGBoosterSaveModel(BoosterHandle booster, const char *path)
{
	(void)booster, (void)path;
	return 0;
}

int XGBoosterFree(BoosterHandle booster)
{
	(void)booster;
	return 0;
}

int XGBoosterSetParam(BoosterHandle booster, const char *name, const char *value)
{
	(void)booster, (void)name, (void)value;
	return 0;
}

int XGBoosterUpdateOneIter(BoosterHandle booster, int iteration, DMatrixHandle matrix)
{
	(void)booster, (void)iteration, (void)matrix;
	return 0;
}

int XGBoosterEvalOneIter(BoosterHandle booster, int iteration, DMatrixHandle matrices[], const char *names[],
	bst_ulong count, const char **result)
{
	(void)booster, (void)iteration, (void)matrices, (void)names, (void)count;
	*result = "";
	return 0;
}

int XGDMatrixCreateFromMat(const float *data, bst_ulong rows, bst_ulong columns, float missing, DMatrixHandle *out)
{
	(void)missing;
	*out = matrix_new(data, rows * columns);
	return 0;
}

int XGDMatrixCreateFromMat_omp(const float *data, bst_ulong rows, bst_ulong columns, float missing, DMatrixHandle *out,
	int threads)
{
	(void)missing, (void)threads;
	*out = matrix_new(data, rows * columns);
	return 0;
}

int XGDMatrixCreateFromDense(const char *data, const char *config, DMatrixHandle *out)
{
	(void)config;
	*out = matrix_new(array_interface(data), ALL);
	return 0;
}

int XGDMatrixCreateFromCSR(const char *rows, const char *indices, const char *data, bst_ulong columns,
	const char *config, DMatrixHandle *out)
{
	(void)rows, (void)indices, (void)columns, (void)config;
	*out = matrix_new(array_interface(data), ALL);
	return 0;
}

int XGDMatrixCreateFromCSREx(const size_t *rows, const unsigned *indices, const float *data, size_t row_count,
	size_t count, size_t columns, DMatrixHandle *out)
{
	(void)rows, (void)indices, (void)row_count, (void)columns;
	*out = matrix_new(data, count);
	return 0;
}

int XGDMatrixCreateFromFile(const char *path, int silent, DMatrixHandle *out)
{
	(void)silent;
	*out = matrix_new(featdep_xgboost_read(path), ALL);
	return 0;
}

int XGDMatrixCreateFromURI(const char *config, DMatrixHandle *out)
{
	*out = matrix_new(featdep_xgboost_read(config), ALL);
	return 0;
}

int XGDMatrixFree(DMatrixHandle matrix)
{
	(void)matrix;
	return 0;
}

int XGDMatrixSetFloatInfo(DMatrixHandle matrix, const char *field, const float *values, bst_ulong count)
{
	(void)matrix, (void)field, (void)values, (void)count;
	return 0;
}

int XGDMatrixSetDenseInfo(DMatrixHandle matrix, const char *field, const void *values, bst_ulong count, int type)
{
	(void)matrix, (void)field, (void)values, (void)count, (void)type;
	return 0;
}

int XGDMatrixSetStrFeatureInfo(DMatrixHandle matrix, const char *field, const char **names, bst_ulong count)
{
	(void)matrix, (void)field, (void)names, (void)count;
	return 0;
}

int XGDMatrixNumRow(DMatrixHandle matrix, bst_ulong *rows)
{
	(void)matrix;
	*rows = FD_ANY;
	return 0;
}

int XGDMatrixNumCol(DMatrixHandle matrix, bst_ulong *columns)
{
	(void)matrix;
	*columns = FD_ANY;
	return 0;
}

int XGBoosterPredict(BoosterHandle booster, DMatrixHandle matrix, int options, unsigned trees, int training,
	bst_ulong *length, const float **result)
{
	struct featdep_matrix *numbers = matrix;

	(void)options, (void)trees, (void)training;
	*length = FD_ANY;
	predict(booster, numbers->from, numbers->count, result);
	return 0;
}

int XGBoosterPredictFromDMatrix(BoosterHandle booster, DMatrixHandle matrix, const char *config,
	bst_ulong const **sizes, bst_ulong *dimensions, float const **result)
{
	struct featdep_matrix *numbers = matrix;

	(void)config;
	shape(sizes, dimensions);
	predict(booster, numbers->from, numbers->count, result);
	return 0;
}

int XGBoosterPredictFromDense(BoosterHandle booster, const char *values, const char *config, DMatrixHandle matrix,
	bst_ulong const **sizes, bst_ulong *dimensions, const float **result)
{
	(void)config, (void)matrix;
	shape(sizes, dimensions);
	predict(booster, array_interface(values), ALL, result);
	return 0;
}

int XGBoosterPredictFromCSR(BoosterHandle booster, const char *rows, const char *indices, const char *values,
	bst_ulong columns, const char *config, DMatrixHandle matrix, bst_ulong const **sizes, bst_ulong *dimensions,
	const float **result)
{
	(void)rows, (void)indices, (void)columns, (void)config, (void)matrix;
	shape(sizes, dimensions);
	predict(booster, array_interface(values), ALL, result);
	return 0;
}

const char *XGBGetLastError(void)
{
	return "error";
}
