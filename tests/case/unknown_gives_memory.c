#include "case.h"

/* Functions without source that give memory: what is stored in it is there, and what they are told of it comes back. */
void *lib_alloc(unsigned long size);
typedef struct net net;
net *net_open(const char *path);
float *net_input(net *n, int index);
int net_run(net *n);
const float *net_output(net *n, int index);
typedef struct { int w, h; float *data; } image;
image *image_new(int w, int h);
double image_mean(const image *im);
struct row { double a, b; struct row *next; };

double run(void)
{
	double f[6];
	double *v = lib_alloc(3 * sizeof *v);
	v[0] = read_a();
	v[1] = read_b();
	v[1] = 2;
	f[0] = v[0];
	f[1] = v[1];
	net *n = net_open("net.bin");
	net_input(n, 0)[1] = (float)read_b();
	net_run(n);
	f[2] = net_output(n, 0)[2];
	image *im = image_new(4, 4);
	im->w = read_i();
	im->data[3] = (float)read_c();
	f[3] = image_mean(im);
	f[4] = im->w;
	struct row *p = lib_alloc(sizeof *p), *q = lib_alloc(sizeof *q);
	p->next = q;
	p->a = read_a();
	q->a = read_d();
	q->b = read_b();
	f[5] = p->next->a;
	return predict(f, 6);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
// edge: signal:b -> feature:run.f[2] data
// edge: signal:net_run -> feature:run.f[2] data
// edge: signal:net_open -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[2]
// edge: signal:i -> feature:run.f[3] data
// edge: signal:c -> feature:run.f[3] data
// edge: signal:image_new -> feature:run.f[3] data
// edge: signal:i -> feature:run.f[4] data
// no-edge: signal:c -> feature:run.f[4]
// edge: signal:d -> feature:run.f[5] data
// no-edge: signal:a -> feature:run.f[5]
// no-edge: signal:b -> feature:run.f[5]
