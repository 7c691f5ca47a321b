/* manifest +
features:
  - { field: [ "settings.mode", "settings.gain" ] }
*/
/* Computed by an entry point that has nothing to do with a model, so that it was not analysed: not "nothing computes it". */
#include "case.h"

struct settings { int mode, level, gain; };

void set_mode(struct settings *s, int mode)
{
	s->mode = mode;
	s->level = mode;
}

double run(void)
{
	double f[1] = { read_b() };

	return predict(f, 1);
}
// hidden: unused-feature feature:settings.mode
// no-finding: unused-feature feature:settings.mode
// message: unused-feature feature:settings.gain is declared and nothing computes it
