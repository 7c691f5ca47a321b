// Rows of an array on the heap, filled in one loop and given to the model in another: what the first round of the loop was
// thought to write is in what all rounds write.
#include "case.h"
#include <stdlib.h>

static double *input;
static int samples;

static void load(void)
{
	samples = read_i();
	input = malloc(sizeof(double) * samples * 4);
	for (int i = 0; i < samples; i++) {
		double *row = input + i * 4;
		for (int k = 0; k < 4; k++)
			row[k] = read_a();
	}
}

int main(void)
{
	double sum = 0;

	load();
	for (int i = 0; i < samples; i++)
		sum += predict(input + i * 4, 4);
	return sum > 0;
}
// edge: signal:a -> feature:input[*] data
// edge: signal:i -> feature:input[*] control
// no-node: feature:input[0]
// no-node: feature:input[0..4]
