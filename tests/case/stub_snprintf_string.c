// %s takes in what the argument points to; printing again forgets the old text.
#include "case.h"
#include <stdio.h>
#include <stdlib.h>

double run(void)
{
	char word[16], text[32];
	double f[2];
	read_text(word, sizeof word);
	snprintf(text, sizeof text, "%s0", word);
	f[0] = atof(text);
	snprintf(text, sizeof text, "%d", 4);
	f[1] = atof(text);
	return predict(f, 2);
}
// edge: signal:text -> feature:run.f[0] data
// no-edge: signal:text -> feature:run.f[1]
