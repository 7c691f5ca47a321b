#include "case.h"

typedef double Reader(void);
typedef Reader *ReaderPointer;

static Reader first;

static double first(void)
{
	return read_a();
}

double run(void)
{
	ReaderPointer reader = first;
	double f[1];
	f[0] = (*reader)();
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
