#include "../case.h"
#include "stage.h"

struct context { double scale; };

const struct stage *current;
static struct context context = { 2 };

static double score(struct context *c, double x)
{
	double f[1] = { x * c->scale };
	return predict(f, 1);
}

static const struct stage scoring = { score, &context };

void stage_install(void)
{
	context.scale = read_b();
	current = &scoring;
}
