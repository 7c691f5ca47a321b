/* manifest
version: 1
signals:
  - { function: sense, value: return, name: "{arg0}" }
  - { parameter: "compute(x)" }
features:
  - { field: "ft.*" }
*/
double sense(int);

struct ft { double a, b, c; };

/* What decides which assignment to a declared feature is in force is a source, also where nobody reads it. */
void compute(struct ft *out, double x)
{
	out->a = 0;
	if (x > 1)
		out->a = 1;
	if (x > 2)
		out->b = sense(4);
	out->c = sense(5);
}
// edge: signal:compute.x -> feature:ft.a control
// edge: signal:compute.x -> feature:ft.b control
// edge: signal:4 -> feature:ft.b data
// edge: signal:5 -> feature:ft.c data
// no-edge: signal:compute.x -> feature:ft.c
