#include <stdio.h>

typedef struct genann {
	int inputs, outputs;
	double *weight, *output;
} genann;

genann *genann_read(FILE *in);
double const *genann_run(genann const *ann, double const *inputs);
