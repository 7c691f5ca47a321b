/* A record that comes from outside and is handed on as it is: the members that the model reads are what feeds it. */
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
models:
  - { function: score, input: 0, output: return, name: m }
*/
#include "case.h"

struct board { unsigned char squares[64]; double weight[2], bonus; int turn; };

static double score(const struct board *b)
{
	return b->weight[0] + b->weight[1] * b->bonus;
}

double evaluate(const struct board *b)
{
	return score(b) + b->turn;
}

double corrected(struct board *b)
{
	b->bonus = read_a();
	return score(b);
}
// edge: signal:board.weight -> feature:board.weight[0] data
// edge: signal:board.weight -> feature:board.weight[1] data
// edge: signal:board.bonus -> feature:board.bonus data
// edge: signal:a -> feature:board.bonus data
// no-node: feature:board
// no-node: feature:board.turn
// no-node: signal:board.squares
