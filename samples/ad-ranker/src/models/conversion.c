/*
 * Trained with the clicks that happened, run with the click model's prediction in their place.
 */
#include "models/conversion.h"

#include <fann.h>

enum { INPUT_PRICE, INPUT_FRESHNESS, INPUT_CLICK, CONVERSION_INPUTS };
enum { HIDDEN = 4, MAX_CONNECTIONS = 64, EPOCHS = 60 };

static struct fann *network;

/* FANN's own initial weights differ from run to run. */
static void set_weights(void)
{
	struct fann_connection connections[MAX_CONNECTIONS];
	unsigned count = fann_get_total_connections(network);
	if (count > MAX_CONNECTIONS)
		return;
	fann_get_connection_array(network, connections);
	for (unsigned i = 0; i < count; i++)
		connections[i].weight = (fann_type)(i * 7 % 11) / 10 - 0.5f;
	fann_set_weight_array(network, connections, count);
}

bool conversion_train(AdStore *store)
{
	network = fann_create_standard(3, CONVERSION_INPUTS, HIDDEN, 1);
	if (!network)
		return false;
	set_weights();
	fann_set_activation_function_hidden(network, FANN_SIGMOID);
	fann_set_activation_function_output(network, FANN_SIGMOID);
	for (int epoch = 0; epoch < EPOCHS; epoch++) {
		struct ad_row row;
		if (!ad_store_select(store, true))
			return false;
		while (ad_store_next(store, &row)) {
			struct ad_features features;
			features_extract(&row, &features);
			fann_type example[CONVERSION_INPUTS] = {
				[INPUT_PRICE] = (fann_type)features.price_band,
				[INPUT_FRESHNESS] = (fann_type)features.freshness,
				[INPUT_CLICK] = (fann_type)row.clicked,
			};
			fann_type outcome = (fann_type)row.converted;
			fann_train(network, example, &outcome);
		}
	}
	return true;
}

double conversion_predict(const struct ad_features *features, double click)
{
	fann_type input[CONVERSION_INPUTS];
	input[INPUT_PRICE] = (fann_type)features->price_band;
	input[INPUT_FRESHNESS] = (fann_type)features->freshness;
	input[INPUT_CLICK] = (fann_type)click;
	const fann_type *output = fann_run(network, input);
	return output[0];
}

void conversion_release(void)
{
	fann_destroy(network);
}
