/* Pointers in the records of an open array, in what a model with known code is given: what they lead to feeds it, also where a caller
   made them. */
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: score, input: 0, output: return, name: m }
*/
#include "case.h"
#include <stdlib.h>

struct token { int id; double *seen, *other; };
struct sequence { int count; struct token token[]; };

double score(const struct sequence *s)
{
	double sum = 0;

	for (int t = 0; t < s->count; t++)
		sum += s->token[t].seen[0];
	return sum;
}

static double evaluate(const struct sequence *s)
{
	return score(s);
}

int main(void)
{
	struct sequence *s = malloc(sizeof *s + 4 * sizeof *s->token);

	if (!s)
		return 1;
	s->count = 4;
	for (int t = 0; t < 4; t++) {
		s->token[t].seen = malloc(sizeof(double));
		s->token[t].other = malloc(sizeof(double));
		if (!s->token[t].seen || !s->token[t].other)
			return 1;
		s->token[t].seen[0] = read_a();
		s->token[t].other[0] = read_b();
	}
	return evaluate(s) > 0.5;
}
// edge: signal:a -> feature:token.seen[0] data
// edge: feature:token.seen[0] -> model:m data
// no-edge: signal:b -> feature:token.seen[0]
// no-node: feature:token.other[0]
