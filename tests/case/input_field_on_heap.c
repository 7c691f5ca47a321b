/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: classify, input: { arg: 0, field: value }, output: return, name: m }
*/
/* Of records on the heap that only a global pointer leads to, the members of this name. */
#include <stdlib.h>
#include "case.h"

struct node { int index; double value; };
double classify(const struct node *nodes);
struct node *nodes;

double run(void)
{
	nodes = malloc(8 * sizeof(struct node));
	nodes[1].index = (int)read_b();
	nodes[1].value = read_a();
	nodes[2].index = -1;
	return classify(nodes);
}
// edge: signal:a -> feature:nodes[1].value data
// edge: feature:nodes[1].value -> model:m data
// no-node: feature:nodes[1].index
