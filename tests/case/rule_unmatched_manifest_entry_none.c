/* Every entry matches. */
// no-finding: unmatched-manifest-entry
/* manifest
version: 1
signals:
  - { function: "read_*", name: "{callee}" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
consumers:
  - { of: "model:m", function: run }
modules:
  - { name: all, path: "**" }
*/
#include "case.h"

static double kept;

void run(void)
{
	double f[1] = { read_a() };

	kept = predict(f, 1);
}
