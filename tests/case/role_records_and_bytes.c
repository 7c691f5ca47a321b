/* manifest
version: 1
signals:
  - { function: detect, value: 0, name: box }
  - { function: bus_read, value: { arg: 1, count: { arg: 2 } }, name: bus }
  - { function: sense, value: return, name: "{arg0}" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
  - { function: invoke, input: 0.input, output: return, name: net }
*/
struct box { float x, p; int label; };
struct device { unsigned char id, mode; int level; };
struct tensor { int n; float data[4]; };
struct net { int steps; struct tensor input; };

float sense(int), predict(const float *, int);
int detect(struct box *out, int most), bus_read(int reg, unsigned char *data, unsigned n), invoke(struct net *);

/* An array of records is received whole, one byte is one byte, and a member that is a record is input with all its members. */
int main(void)
{
	struct box b[3];
	struct device d = { .level = (int)sense(1) };
	struct net net = { .steps = (int)sense(2) };

	detect(b, 3);
	bus_read(7, &d.id, 1);
	float f[4] = { b[0].x, b[2].p, d.id, d.level };
	net.input.data[2] = sense(3);
	invoke(&net);
	return predict(f, 4) > 0;
}
// edge: signal:box -> feature:main.f[0] data
// edge: signal:box -> feature:main.f[1] data
// edge: signal:bus -> feature:main.f[2] data
// edge: signal:1 -> feature:main.f[3] data
// no-edge: signal:bus -> feature:main.f[3]
// edge: signal:3 -> feature:tensor.data[2] data
// edge: feature:tensor.data[2] -> model:net data
// no-node: feature:net.steps
