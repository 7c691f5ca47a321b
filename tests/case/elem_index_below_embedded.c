/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
  - { function: weights, name: "w.{arg0}" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
/* A callee that gets a table and an array of one record, and moves the pointer to the array by what it reads: it stays in
   that array, although what it sees begins with the table. */
#include <stdlib.h>
#include <string.h>
#include "case.h"

const double *weights(const char *name);
const int *indices(const char *name);

struct layer { const double *weights; const int *index; int rows; };
struct model { struct layer first, second; };
struct hidden { double input[8], state[16], output[16]; };
struct session { struct model model; double before[4]; struct hidden hidden; double after[4]; };

static double product(const double *weights, const int *index, int rows, const double *x)
{
	double sum = 0;
	for (int i = 0; i < rows; i++) {
		int at = *index++;
		sum += weights[i] * x[at];
		sum += weights[i] * x[at + 1];
	}
	return sum;
}

static void linear(const struct layer *layer, double *out, const double *in)
{
	for (int i = 0; i < 16; i++)
		out[i] = product(layer->weights, layer->index, layer->rows, in);
}

static void step(const struct layer *layer, double *state, const double *in)
{
	double now[16], kept[16];
	linear(layer, now, in);
	linear(layer, kept, state);
	for (int i = 0; i < 16; i++)
		state[i] = now[i] + kept[i];
}

static void compute(const struct model *model, struct hidden *hidden)
{
	step(&model->first, hidden->state, hidden->input);
	step(&model->second, hidden->output, hidden->state);
	predict(hidden->output, 16);
}

static void init(struct layer *layer, const char *name)
{
	memset(layer, 0, sizeof *layer);
	layer->weights = weights(name);
	layer->index = indices(name);
	layer->rows = 16;
}

int main(void)
{
	struct session *session = calloc(1, sizeof *session);

	init(&session->model.first, "one");
	init(&session->model.second, "two");
	while (read_i()) {
		session->hidden.input[3] = read_a();
		compute(&session->model, &session->hidden);
		session->before[1] = read_b();
		session->after[1] = read_c();
	}
	return session->before[1] > session->after[1];
}
// edge: signal:w.one -> feature:hidden.output[3] data
// edge: signal:w.two -> feature:hidden.output[3] data
// edge: signal:a -> feature:hidden.output[3] data
// no-edge: signal:b -> feature:hidden.output[3]
// no-edge: signal:c -> feature:hidden.output[3]
