/* Who calls a model through a member of a record that names a type which is only declared here. */
#include "../case.h"
#include "stage.h"

double stage_run(void)
{
	return current->run(current->context, read_a());
}
// edge: signal:a -> feature:score.f[0] data
// edge: signal:b -> feature:score.f[0] data state
