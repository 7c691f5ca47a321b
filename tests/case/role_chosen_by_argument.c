/* manifest
version: 1
signals:
  - { function: [sense, sense_int], value: return, name: "{arg0}" }
  - { function: sense_block, value: { arg: 1, count: { arg: 2 } }, name: "block" }
stores:
  - { name: kv, put: { function: kv_put, key: 0, value: 1 }, get: { function: kv_get, key: 0, value: return } }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: 2, name: m }
*/
#include <stdio.h>

double sense(int which);
int sense_int(int which);
void sense_block(int which, double *to, int count);
void kv_put(const char *key, double value);
double kv_get(const char *key);
void predict(const double *features, int count, double *out);

static double v[4];

/* What decides which signal is read, which key is asked for, and where a signal or a prediction goes, is a source. */
void run(void)
{
	double f[6], p[2] = { 0 };
	char text[20];
	const char *key = "high";

	sense_block(20, &v[sense_int(1) & 1], 1);
	f[0] = v[0];
	f[1] = sense(sense_int(2));
	if (sense_int(3) > 0)
		key = "low";
	f[2] = kv_get(key);
	snprintf(text, sizeof text, "k%d", sense_int(4));
	f[3] = kv_get(text);
	kv_put(text, sense(5));
	f[4] = kv_get("low");
	predict(f, 5, &p[sense_int(6) & 1]);
	f[5] = p[0];
	predict(f + 5, 1, p);
}
// edge: signal:block -> feature:run.f[0] data
// edge: signal:1 -> feature:run.f[0] index
// edge: signal:2 -> feature:run.f[1] index
// edge: signal:3 -> feature:run.f[2] control
// edge: signal:4 -> feature:run.f[3] index
// edge: store:kv[*] -> feature:run.f[3] data
// edge: signal:4 -> store:kv[*] index
// edge: signal:5 -> store:kv[*] data
// no-edge: signal:3 -> feature:run.f[4]
// no-edge: signal:4 -> feature:run.f[4]
// edge: signal:6 -> feature:run.f[5] index
// edge: prediction:m -> feature:run.f[5] data
