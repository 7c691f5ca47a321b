/* One function, called twice in one place, the first call filling the inputs of the second: layers of one network. */
// no-finding: correction-cascade
// edge: prediction:layer1 -> feature:run.hidden[0] data
/* manifest
version: 1
signals:
  - { function: read_block, value: 0, name: block }
models:
  - { function: dense, input: { arg: 0, count: 4 }, output: { arg: 1, count: 4 }, identity: 2 }
*/
#include "case.h"

struct layer {
	int size;
};
void dense(const double *in, double *out, const struct layer *layer);
struct layer layer1, layer2;

double run(void)
{
	double block[4], hidden[4], out[4];

	read_block(block, 4);
	dense(block, hidden, &layer1);
	dense(hidden, out, &layer2);
	return out[0] + out[1];
}
