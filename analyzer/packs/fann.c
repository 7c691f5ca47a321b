/*
 * FANN: a network keeps the name of the file it was read from. Training is not followed; scaling in place leaves the
 * elements what they are computed from.
 */
#include "featdep/stub.h"

#define ALL ((size_t)-1)

struct fann;

/* Up to the rows the same for numbers of all types. */
struct fann_train_data {
	int error;
	void *log;
	char *text;
	unsigned count, inputs, outputs;
	float **input, **output;
};

/* The data in the file. */
struct fann_train_data *featdep_fann_read(const char *path);

struct featdep_fann {
	const char *path;
	char rest[1024];
};

static struct fann *network_new(const char *path)
{
	struct featdep_fann *network = __featdep_alloc(sizeof *network);

	network->path = path;
	return (struct fann *)network;
}

float *fann_run(struct fann *network, float *input)
{
	(void)network, (void)input;
	return __featdep_alloc(ALL);
}

float *fann_test(struct fann *network, float *input, float *desired)
{
	(void)network, (void)input, (void)desired;
	return __featdep_alloc(ALL);
}

struct fann *fann_create_from_file(const char *path)
{
	return network_new(path);
}

struct fann *fann_create_standard(unsigned layers, ...)
{
	(void)layers;
	return network_new(NULL);
}

struct fann *fann_create_standard_array(unsigned layers, const unsigned *sizes)
{
	(void)layers, (void)sizes;
	return network_new(NULL);
}

struct fann *fann_create_sparse(float rate, unsigned layers, ...)
{
	(void)rate, (void)layers;
	return network_new(NULL);
}

struct fann *fann_create_sparse_array(float rate, unsigned layers, const unsigned *sizes)
{
	(void)rate, (void)layers, (void)sizes;
	return network_new(NULL);
}

struct fann *fann_create_shortcut(unsigned layers, ...)
{
	(void)layers;
	return network_new(NULL);
}

struct fann *fann_create_shortcut_array(unsigned layers, const unsigned *sizes)
{
	(void)layers, (void)sizes;
	return network_new(NULL);
}

struct fann *fann_copy(struct fann *network)
{
	return network_new(((struct featdep_fann *)network)->path);
}

void fann_destroy(struct fann *network)
{
	(void)network;
}

int fann_save(struct fann *network, const char *path)
{
	(void)network, (void)path;
	return FD_ANY;
}

int fann_save_to_fixed(struct fann *network, const char *path)
{
	(void)network, (void)path;
	return FD_ANY;
}

#define NETWORK(name)                \
	void name(struct fann *network)  \
	{                                \
		(void)network;               \
	}
#define NETWORK_NUMBER(type, name)         \
	type name(struct fann *network)        \
	{                                      \
		(void)network;                     \
		return FD_ANY;  \
	}
#define NETWORK_SET(type, name)                   \
	void name(struct fann *network, type value)   \
	{                                             \
		(void)network, (void)value;               \
	}
#define IN_PLACE(name)                              \
	void name(struct fann *network, float *vector)  \
	{                                               \
		(void)network, (void)vector;                \
	}

NETWORK(fann_print_connections)
NETWORK(fann_print_parameters)
NETWORK(fann_reset_MSE)
NETWORK_NUMBER(unsigned, fann_get_num_input)
NETWORK_NUMBER(unsigned, fann_get_num_output)
NETWORK_NUMBER(unsigned, fann_get_total_neurons)
NETWORK_NUMBER(unsigned, fann_get_total_connections)
NETWORK_NUMBER(unsigned, fann_get_num_layers)
NETWORK_NUMBER(unsigned, fann_get_bit_fail)
NETWORK_NUMBER(unsigned, fann_get_decimal_point)
NETWORK_NUMBER(unsigned, fann_get_multiplier)
NETWORK_NUMBER(float, fann_get_connection_rate)
NETWORK_NUMBER(float, fann_get_MSE)
NETWORK_NUMBER(float, fann_get_learning_rate)
NETWORK_NUMBER(float, fann_get_learning_momentum)
NETWORK_NUMBER(int, fann_clear_scaling_params)
NETWORK_SET(float, fann_set_learning_rate)
NETWORK_SET(float, fann_set_learning_momentum)
NETWORK_SET(float, fann_set_bit_fail_limit)
NETWORK_SET(float, fann_set_activation_steepness_hidden)
NETWORK_SET(float, fann_set_activation_steepness_output)
NETWORK_SET(int, fann_set_activation_function_hidden)
NETWORK_SET(int, fann_set_activation_function_output)
NETWORK_SET(int, fann_set_training_algorithm)
NETWORK_SET(int, fann_set_train_error_function)
NETWORK_SET(int, fann_set_train_stop_function)
NETWORK_SET(struct fann_train_data *, fann_init_weights)
IN_PLACE(fann_scale_input)
IN_PLACE(fann_scale_output)
IN_PLACE(fann_descale_input)
IN_PLACE(fann_descale_output)

void fann_randomize_weights(struct fann *network, float low, float high)
{
	(void)network, (void)low, (void)high;
}

void fann_train(struct fann *network, float *input, float *desired)
{
	(void)network, (void)input, (void)desired;
}

float fann_train_epoch(struct fann *network, struct fann_train_data *data)
{
	(void)network, (void)data;
	return FD_ANY;
}

float fann_test_data(struct fann *network, struct fann_train_data *data)
{
	(void)network, (void)data;
	return FD_ANY;
}

void fann_train_on_data(struct fann *network, struct fann_train_data *data, unsigned epochs, unsigned between,
	float error)
{
	(void)network, (void)data, (void)epochs, (void)between, (void)error;
}

void fann_train_on_file(struct fann *network, const char *path, unsigned epochs, unsigned between, float error)
{
	(void)network, (void)path, (void)epochs, (void)between, (void)error;
}

int fann_set_input_scaling_params(struct fann *network, const struct fann_train_data *data, float low, float high)
{
	(void)network, (void)data, (void)low, (void)high;
	return 0;
}

int fann_set_scaling_params(struct fann *network, const struct fann_train_data *data, float in_low, float in_high,
	float out_low, float out_high)
{
	(void)network, (void)data, (void)in_low, (void)in_high, (void)out_low, (void)out_high;
	return 0;
}

struct fann_train_data *fann_read_train_from_file(const char *path)
{
	return featdep_fann_read(path);
}

static float **rows_new(unsigned count)
{
	float **rows = __featdep_alloc(ALL);

	for (unsigned i = 0; i < count; i++)
		rows[i] = __featdep_alloc(ALL);
	return rows;
}

struct fann_train_data *fann_create_train(unsigned count, unsigned inputs, unsigned outputs)
{
	struct fann_train_data *data = __featdep_alloc(sizeof *data);

	data->count = count;
	data->inputs = inputs;
	data->outputs = outputs;
	data->input = rows_new(count);
	data->output = rows_new(count);
	return data;
}

void fann_destroy_train(struct fann_train_data *data)
{
	(void)data;
}

void fann_shuffle_train_data(struct fann_train_data *data)
{
	(void)data;
}

void fann_scale_train(struct fann *network, struct fann_train_data *data)
{
	(void)network, (void)data;
}
