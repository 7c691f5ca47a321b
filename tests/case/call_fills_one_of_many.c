/* A callee fills from the pointer on, nobody knows how far: the array that is in one of many records, a row of a matrix
   from its middle on. The last record and the last row are among them. */
#include "case.h"

struct record { double pad, ring[8]; };
static struct record records[4];
static double matrix[4][8];

static void push(double *to, int n)
{
	read_block(to, n);
}

void run(void)
{
	double f[4];

	push(records[read_i() & 3].ring, read_j());
	push(matrix[read_i() & 3] + 2, read_j());
	f[0] = records[0].ring[2];
	f[1] = records[3].ring[2];
	f[2] = matrix[3][2];
	f[3] = matrix[3][7];
	predict(f, 4);
}

// edge: signal:block -> feature:run.f[0] data
// edge: signal:block -> feature:run.f[1] data
// edge: signal:block -> feature:run.f[2] data
// edge: signal:block -> feature:run.f[3] data
