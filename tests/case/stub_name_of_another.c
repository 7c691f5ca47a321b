/* manifest
version: 1
signals:
  - { function: sense, value: return, name: "{arg0}" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
double sense(int), predict(const double *, int);
void read(double *to, int count);
void send(double value);
double log(const char *text, double value);

/* Functions that are only called like those of the C library are others: firmware has no C library. */
double run(void)
{
	double f[2];
	read(f, 1);
	f[1] = log("level", sense(1));
	send(predict(f, 2));
	return 0;
}
// edge: signal:read -> feature:run.f[0] data
// edge: signal:1 -> feature:run.f[1] data
// edge: prediction:m -> consumer:run data
