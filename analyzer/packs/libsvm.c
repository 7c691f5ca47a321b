/* libsvm: a model object keeps the name of the file it was loaded from. Training is not followed. */
#include "featdep/stub.h"

struct svm_model;
struct svm_node;
struct svm_problem;
struct svm_parameter;

struct featdep_svm {
	const char *path;
	char rest[512];
};

static struct svm_model *model_new(const char *path)
{
	struct featdep_svm *model = __featdep_alloc(sizeof *model);

	model->path = path;
	return (struct svm_model *)model;
}

struct svm_model *svm_load_model(const char *path)
{
	return model_new(path);
}

int svm_save_model(const char *path, const struct svm_model *model)
{
	(void)path, (void)model;
	return FD_ANY;
}

struct svm_model *svm_train(const struct svm_problem *problem, const struct svm_parameter *parameters)
{
	(void)problem, (void)parameters;
	return model_new(NULL);
}

void svm_cross_validation(const struct svm_problem *problem, const struct svm_parameter *parameters, int folds,
	double *target)
{
	(void)problem, (void)parameters, (void)folds;
	__featdep_fill(target, FD_ANY, (size_t)-1);
}

int svm_get_svm_type(const struct svm_model *model)
{
	(void)model;
	return FD_ANY;
}

int svm_get_nr_class(const struct svm_model *model)
{
	(void)model;
	return FD_ANY;
}

int svm_get_nr_sv(const struct svm_model *model)
{
	(void)model;
	return FD_ANY;
}

void svm_get_labels(const struct svm_model *model, int *labels)
{
	(void)model;
	__featdep_fill(labels, FD_ANY, (size_t)-1);
}

void svm_get_sv_indices(const struct svm_model *model, int *indices)
{
	(void)model;
	__featdep_fill(indices, FD_ANY, (size_t)-1);
}

double svm_get_svr_probability(const struct svm_model *model)
{
	(void)model;
	return FD_ANY;
}

void svm_free_model_content(struct svm_model *model)
{
	(void)model;
}

void svm_free_and_destroy_model(struct svm_model **model)
{
	*model = NULL;
}

void svm_destroy_param(struct svm_parameter *parameters)
{
	(void)parameters;
}

const char *svm_check_parameter(const struct svm_problem *problem, const struct svm_parameter *parameters)
{
	(void)problem, (void)parameters;
	return __featdep_unknown() ? "error" : NULL;
}

int svm_check_probability_model(const struct svm_model *model)
{
	(void)model;
	return FD_ANY;
}

void svm_set_print_string_function(void (*print)(const char *))
{
	if (print && __featdep_unknown())
		print("");
}
