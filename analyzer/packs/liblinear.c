/*
 * liblinear: a model object keeps the name of the file it was loaded from. The library's other functions have names so
 * common (train, predict) that a definition here could answer for a different function.
 */
#include "featdep/stub.h"

struct model;

struct featdep_linear {
	const char *path;
	char rest[512];
};

struct model *load_model(const char *path)
{
	struct featdep_linear *model = __featdep_alloc(sizeof *model);

	model->path = path;
	return (struct model *)model;
}

void free_and_destroy_model(struct model **model)
{
	*model = NULL;
}
