// What is written to a stream in memory or to a temporary file is what is read from it: no input, and nothing that leaves the program.
#define _GNU_SOURCE
#include "case.h"
#include <stdio.h>
#include <stdlib.h>

struct point { double x, y; };
static FILE *kept;

static double text_of(FILE *file)
{
	char line[32];

	return fgets(line, sizeof line, file) ? atof(line) : 0;
}

double run(FILE *given)
{
	double f[11];
	char *text = NULL, from[32];
	size_t count;
	int number = 0;

	FILE *stream = open_memstream(&text, &count);
	fprintf(stream, "%g", read_a());
	fclose(stream);
	f[0] = atof(text);
	f[1] = (double)count;
	snprintf(from, sizeof from, "%g\n", read_b());
	stream = fmemopen(from, sizeof from, "r");
	f[2] = text_of(stream);
	fclose(stream);
	stream = tmpfile();
	fprintf(stream, "%d", read_i());
	rewind(stream);
	f[3] = fscanf(stream, "%d", &number) == 1 ? number : 0;
	fclose(stream);
	char room[64];
	struct point p = { read_c(), 1 }, q = { 0 };
	stream = fmemopen(room, sizeof room, "w+");
	fwrite(&p, sizeof p, 1, stream);
	rewind(stream);
	f[4] = fread(&q, sizeof q, 1, stream) == 1 ? q.x : 0;
	f[5] = fgetc(stream);
	fclose(stream);
	/* The state of a run, as the next one finds it. */
	if (!kept)
		kept = tmpfile();
	rewind(kept);
	f[6] = text_of(kept);
	rewind(kept);
	fprintf(kept, "%g", read_d());
	/* Real files. */
	stream = fopen("input", "r");
	f[7] = text_of(stream);
	f[8] = text_of(stdin);
	f[9] = text_of(given);
	f[10] = fgetc(given);
	return predict(f, 11);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// edge: signal:i -> feature:run.f[3] data
// edge: signal:c -> feature:run.f[4] data
// edge: signal:c -> feature:run.f[5] data
// edge: signal:d -> feature:run.f[6] data state
// edge: signal:fgets -> feature:run.f[7] data
// edge: signal:fgets -> feature:run.f[8] data
// edge: signal:fgets -> feature:run.f[9] data
// edge: signal:fgetc -> feature:run.f[10] data
// no-edge: signal:fgets -> feature:run.f[0]
// no-edge: signal:fgets -> feature:run.f[2]
// no-edge: signal:fscanf -> feature:run.f[3]
// no-edge: signal:fread -> feature:run.f[4]
// no-edge: signal:fgetc -> feature:run.f[5]
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:b -> feature:run.f[3]
