/* A member that leaves an entry point through a parameter, as part of something else, is read. */
/* manifest
version: 1
signals: [ { parameter: "entry(in)" } ]
features: [ { field: "state.kept" }, { field: "state.lost" } ]
models: [ { function: model, input: 0, name: m } ]
 */
struct state { float kept, lost; };

float model(float x);

float entry(struct state *s, float *out, const float *in)
{
	out[0] = in[0] + s->kept;
	s->kept = in[0];
	s->lost = in[1];
	return model(in[1]);
}
// message: unused-feature feature:state.kept is computed at rule_unused_feature_through_parameter.c:15 in entry and leaves through a public interface
// message: unused-feature feature:state.lost is computed at rule_unused_feature_through_parameter.c:16 in entry and never read
