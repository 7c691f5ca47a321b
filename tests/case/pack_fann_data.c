/* manifest
version: 1
signals:
  - { function: read_a, name: a }
*/
// Data from a file is what is in the file; data that the program makes is what it puts there, row by row.
#include "case.h"
#include <fann.h>
#include <stdio.h>

void run(unsigned n)
{
	struct fann *network = fann_create_from_file("xor.net"), *own = fann_create_from_file("own.net");
	struct fann_train_data *data = fann_read_train_from_file("xor.data"), *made = fann_create_train(n, 1, 1);

	for (unsigned i = 0; i < data->num_data; i++)
		printf("%f\n", fann_run(network, data->input[i])[0]);
	for (unsigned i = 0; i < n; i++)
		made->input[i][0] = (fann_type)read_a();
	printf("%f\n", fann_run(own, made->input[0])[0]);
}
// edge: signal:xor.data -> feature:xor.data[0] data
// edge: feature:xor.data[0] -> model:xor.net data
// no-edge: signal:a -> feature:xor.data[0]
// edge: model:own.net -> prediction:own.net data
