/* Functions that emit one feature each, which the manifest names, and one that is named by a number. */
/* manifest
version: 1
signals: [ { function: get } ]
features:
  - { emit: { function: emit_out, value: 0 }, name: OUT }
  - { emit: { function: emit_vad, value: 0 }, name: VAD }
  - { emit: { function: emit_band, value: 1 }, name: "band.{arg0}" }
 */
double get(void);
void emit_out(double value);
void emit_vad(double value);
void emit_band(int band, double value);

void run(void)
{
	emit_out(get());
	emit_vad(1);
	emit_band(3, get());
}
// edge: signal:get -> feature:OUT data
// no-edge: signal:get -> feature:VAD
// edge: signal:get -> feature:band.3 data
// no-node: feature:*
