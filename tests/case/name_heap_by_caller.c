/* Memory from a function that allocates for others, and keeps it in an untyped local, is called like what its caller keeps it in, and
   holds what that one says; rows are called like the array that they are in. */
#include "case.h"
#include <stdio.h>
#include <stdlib.h>

struct applicant { double age, income; };

static void *xmalloc(size_t n)
{
	void *p = malloc(n);

	if (!p) {
		fprintf(stderr, "out of memory\n");
		exit(1);
	}
	return p;
}

void run(void)
{
	struct applicant *one = xmalloc(sizeof *one);
	double *numbers = xmalloc(2 * sizeof *numbers), *rows[4];
	void *untyped = malloc(sizeof(double));

	one->age = read_a();
	one->income = read_b();
	numbers[0] = read_c();
	numbers[1] = 1;
	for (int i = 0; i < 4; i++) {
		rows[i] = xmalloc(sizeof *rows[i]);
		rows[i][0] = read_d();
	}
	*(double *)untyped = read_a();
	predict(&one->age, 2);
	predict(numbers, 2);
	predict_next(rows[read_i() & 3], 1);
	predict_next(untyped, 1);
}
// edge: signal:a -> feature:applicant.age data
// edge: signal:b -> feature:applicant.income data
// edge: signal:c -> feature:run.numbers[0] data
// edge: signal:d -> feature:run.rows[*][0] data
// edge: signal:a -> feature:run.untyped[0] data
