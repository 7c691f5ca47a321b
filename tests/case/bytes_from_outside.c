/* manifest
version: 1
signals:
  - { parameter: "run(packet)" }
  - { function: read_a, name: a }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include <string.h>
#include "case.h"

struct record {
	char name[16];
	double value;
};

/* Bytes that come from outside are read as a number, whole; a text ends with the array it is in. */
double run(const unsigned char *packet)
{
	double v, f[3];
	struct record r;

	memcpy(&v, packet, sizeof v);
	f[0] = v;
	memcpy(r.name, packet + 8, 16);
	r.value = read_a();
	f[1] = strcmp(r.name, "x") == 0;
	f[2] = r.value;
	return predict(f, 3);
}
// edge: signal:run.packet -> feature:run.f[0] data
// edge: signal:run.packet -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:a -> feature:run.f[2] data
// no-finding: redundant-feature
