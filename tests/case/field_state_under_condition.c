/* What one call reads of what the one before left is state, also where a decision leads to one of two assignments. */
/* manifest +
features:
  - { field: "vad.*" }
  - { variable: "process::d" }
 */
#include "case.h"

struct vad { int mean; };

int process(struct vad *v)
{
	int x = read_i(), d = x - v->mean;

	v->mean = x;
	if (x > 10)
		v->mean += 3;
	return d > 3;
}
// edge: feature:vad.mean -> feature:process.d data state
// edge: signal:i -> feature:vad.mean data
