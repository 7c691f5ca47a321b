#include "engine.h"

static Extractor current;

void engine_register(Extractor extractor)
{
	current = extractor;
}

double engine_extract(double x)
{
	return current(x);
}
