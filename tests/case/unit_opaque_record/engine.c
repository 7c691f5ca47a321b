#include "engine.h"

struct engine { double scale; double level; };

void engine_put(struct engine *e, double x)
{
	e->level = x;
}

double engine_get(const struct engine *e)
{
	return e->level;
}
