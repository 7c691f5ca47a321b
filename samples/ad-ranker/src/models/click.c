/*
 * libsvm wants sparse vectors: nodes with an index, ended by the index -1. The training vectors must stay where they
 * are as long as the model lives, because its support vectors point to them.
 */
#include "models/click.h"

#include <libsvm/svm.h>
#include <stdio.h>

enum { CLICK_INPUTS = 4, MAX_EXAMPLES = 200 };

static struct svm_node examples[MAX_EXAMPLES][CLICK_INPUTS + 1];
static struct svm_model *model;

static void no_output(const char *text)
{
	(void)text;
}

static void fill_nodes(const struct ad_features *features, struct svm_node *nodes)
{
	nodes[0] = (struct svm_node){ 1, features->history_rate };
	nodes[1] = (struct svm_node){ 2, features->freshness };
	nodes[2] = (struct svm_node){ 3, features->device_lift };
	nodes[3] = (struct svm_node){ 4, features->bid_log };
	nodes[CLICK_INPUTS].index = -1;
}

static const struct svm_parameter parameters = {
	.svm_type = EPSILON_SVR, .kernel_type = RBF, .gamma = 0.5, .C = 1, .p = 0.05, .eps = 0.001,
	.cache_size = 1, .shrinking = 1,
};

bool click_train(AdStore *store)
{
	static double outcomes[MAX_EXAMPLES];
	static struct svm_node *vectors[MAX_EXAMPLES];
	struct svm_problem problem = { .y = outcomes, .x = vectors };
	struct ad_row row;
	if (!ad_store_select(store, true))
		return false;
	while (problem.l < MAX_EXAMPLES && ad_store_next(store, &row)) {
		struct ad_features features;
		features_extract(&row, &features);
		fill_nodes(&features, examples[problem.l]);
		vectors[problem.l] = examples[problem.l];
		outcomes[problem.l++] = row.clicked;
	}
	const char *mistake = svm_check_parameter(&problem, &parameters);
	if (mistake) {
		fprintf(stderr, "click model: %s\n", mistake);
		return false;
	}
	svm_set_print_string_function(no_output);
	model = svm_train(&problem, &parameters);
	return model != NULL;
}

double click_predict(const struct ad_features *features)
{
	struct svm_node nodes[CLICK_INPUTS + 1];
	fill_nodes(features, nodes);
	return svm_predict(model, nodes);
}

void click_release(void)
{
	svm_free_and_destroy_model(&model);
}
