// Who branches on what the prediction decided depends on it as well.
#include "case.h"

static const char *grade(double p)
{
	if (p > 0.5)
		return "high";
	return "low";
}

static int is_high(const char *grade)
{
	if (grade[0] == 'h')
		return 1;
	return 0;
}

int main(void)
{
	double f[1] = { read_a() };
	return is_high(grade(predict(f, 1)));
}
// edge: prediction:m -> consumer:grade
// edge: prediction:m -> consumer:is_high
