/* manifest
version: 1
signals:
  - { function: sense, value: return, name: "{arg0}" }
  - { function: grab, value: 0, name: cam }
models:
  - { function: run_net, input: 0.in, output: 0.out, name: net }
  - { function: run_rows, input: 0, output: return, name: rows }
  - { function: predict, input: { arg: 0, count: 1 }, output: return, name: m }
training:
  - { function: fit, features: 0.x, label: 0.y, of: "model:m" }
*/
struct tensor { int n; float *data; };
struct net { struct tensor *in, *out; };
struct plane { int n; float *px; };
struct image { struct plane *plane; };
struct problem { int l; float *y, *x; };
struct message { int n; float *data; };

float sense(int), predict(const float *);
void run_net(struct net *), grab(struct image *), fit(const struct problem *), act(float);
float run_rows(float **);
void queue_send(int queue, const void *item);

static float in_data[2], out_data[2], r0[2], r1[2], pixels[4];
static struct tensor in = { 2, in_data }, out = { 2, out_data };
static struct net net = { &in, &out };
static float *rows[2] = { r0, r1 };
static struct plane plane = { 4, pixels };
static struct image image = { &plane };

static void learn(float prediction)
{
	float x[1] = { sense(4) }, y[1] = { prediction };
	struct problem all = { 1, y, x };
	fit(&all);
}

static void publish(float prediction)
{
	float data[1] = { prediction };
	struct message m = { 1, data };
	queue_send(3, &m);
}

/* Pointers that only an initialiser sets, behind pointers: as input, output and signal; behind a record in training; behind
   bytes that a function without source is given. */
int main(void)
{
	float f[1];
	net.in->data[0] = sense(0);
	in_data[1] = sense(1);
	run_net(&net);
	act(net.out->data[1]);
	r0[0] = sense(2);
	rows[1][1] = sense(3);
	act(run_rows(rows));
	grab(&image);
	f[0] = image.plane->px[0];
	learn(predict(f));
	publish(predict(f));
	return 0;
}
// edge: signal:0 -> feature:in_data[0] data
// edge: feature:in_data[0] -> model:net data
// edge: signal:1 -> feature:in_data[1] data
// edge: prediction:net -> consumer:main data
// edge: signal:2 -> feature:r0[0] data
// edge: signal:3 -> feature:r1[1] data
// edge: feature:r1[1] -> model:rows data
// edge: signal:cam -> feature:main.f[0] data
// edge: prediction:m -> consumer:learn data
// edge: prediction:m -> consumer:publish data
// finding: feedback-loop model:m
