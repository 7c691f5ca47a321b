/* manifest
version: 1
signals:
  - { function: sample, name: a }
  - { function: position, name: i }
*/
// predict is liblinear's when its second argument is an array of feature_node.
#include <stdio.h>

struct feature_node {
	int index;
	double value;
};
struct model;

struct model *load_model(const char *path);
double predict(const struct model *model, const struct feature_node *x);
double sample(void);
int position(void);

void run(void)
{
	struct feature_node x[2] = {{position(), sample()}, {-1, 0}};
	printf("%f\n", predict(load_model("spam.model"), x));
}
// edge: signal:a -> feature:run.x[0].value data
// edge: feature:run.x[0].value -> model:spam.model data
// edge: prediction:spam.model -> consumer:run data
// no-edge: signal:i -> feature:run.x[0].value
