/* What leaves through a public interface is for code outside: nothing says what deleting it would remove. */
/* manifest
version: 1
signals: [ { parameter: "entry(in)" } ]
features: [ { field: "state.kept" } ]
models: [ { function: model, input: 0, name: m } ]
 */
struct state { float kept; };

float model(float x);

static void overlap(struct state *s, float *out, const float *x, int n)
{
	for (int i = 0; i < n; i++)
		out[i] = x[i] + s->kept;
	s->kept = x[n - 1];
}

float entry(struct state *s, float *out, const float *in)
{
	overlap(s, out, in, 4);
	return model(in[1]);
}
// message: unused-feature leaves through a public interface
// no-message: unused-feature deleting it removes
