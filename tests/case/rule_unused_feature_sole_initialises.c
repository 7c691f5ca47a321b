/* A function that sets other members of what is given to the outside, too, does not exist for the unused one alone. */
/* manifest
version: 1
signals: [ { parameter: "process(x)" } ]
features: [ { field: "vad.flag" } ]
models: [ { function: model, input: 0, name: m } ]
 */
#include <stdlib.h>

struct vad { float mean, gain; int flag; };

float model(float x);
static const int check = 42;

int init(struct vad *v)
{
	if (!v)
		return -1;
	v->mean = 3;
	v->gain = 0;
	v->flag = check;
	return 0;
}

struct vad *create(void)
{
	struct vad *v = malloc(sizeof *v);

	if (v)
		init(v);
	return v;
}

float process(struct vad *v, float x)
{
	float r = model(x - v->mean);

	v->mean = 0.9f * v->mean + 0.1f * x;
	return r + v->gain;
}
// finding: unused-feature feature:vad.flag
// message: unused-feature feature:vad.flag is computed at rule_unused_feature_sole_initialises.c:21 in init and never read
// no-message: unused-feature deleting it removes
