// The program compiles the library in: its models are still the pack's, and its inside is none of the program's code.
#include "genann.h"

double const *genann_run(genann const *ann, double const *inputs)
{
	double *output = ann->output + ann->inputs;
	for (int k = 0; k < ann->inputs; k++)
		ann->output[k] = inputs[k];
	for (int j = 0; j < ann->outputs; j++) {
		output[j] = ann->weight[ann->inputs];
		for (int k = 0; k < ann->inputs; k++)
			output[j] += ann->weight[k] * ann->output[k] > 0 ? ann->output[k] : 0;
	}
	return output;
}

genann *genann_read(FILE *in)
{
	static double weight[9], output[9];
	static genann ann;
	int k;
	for (k = 0; k < 9; k++)
		fscanf(in, "%le", &weight[k]);
	ann = (genann){ 2, 1, weight, output };
	return &ann;
}
