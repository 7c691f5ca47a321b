/* Tables of constants, elements that the program chooses itself, a history indexed by itself, a table with a version, a
   block that is read where it lies, a buffer that knows itself where to read on. */
// no-finding: unstable-dependency
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_i, name: i }
  - { function: read_block, value: 0, name: block }
  - { function: read_map, value: 0, name: map, version: "7" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

void read_map(double *to, int count);

static double squares[100], raw[100], map[100];
static const double fixed[3] = { 1, 2, 3 };

void load(void)
{
	for (int i = 0; i < 100; i++)
		squares[i] = i * i;
	read_block(raw, 100);
	read_map(map, 100);
}

struct history { double value[8]; int at; };

static void keep(struct history *h)
{
	for (int i = 0; i < 8; i++)
		h->value[i] = read_a();
}

double run(struct history *h)
{
	double f[7], block[100];

	f[0] = squares[read_i()];
	f[1] = fixed[read_i()];
	f[2] = raw[7];
	f[3] = raw[(int)raw[3]];
	f[4] = map[read_i()];
	read_block(block, 100);
	f[5] = block[read_i()];
	keep(h);
	f[6] = h->value[(h->at + 7) % 8];
	h->at++;
	return predict(f, 7);
}
