#include "parts.h"

double score;

int rank(void)
{
	score = probability * 10;
	return 0;
}

int show(void)
{
	if (score > 5)
		return 1;
	return 0;
}
