/* Rows of matrices, halves, chunks, bytes, unions in one of many records, reached through callees and flat pointers. */
#include "case.h"
#include <stdlib.h>
#include <string.h>

struct net { int n; float w[4][8]; float bias[8]; float out[8]; double loss; };
static void dense(const float *w, const float *in, float *out, int rows, int cols)
{
	for (int r = 0; r < rows; r++) {
		out[r] = 0;
		for (int c = 0; c < cols; c++)
			out[r] += w[r * cols + c] * in[c];
	}
}

void flat_matrix(void)
{
	static struct net nets[3];
	struct net *net = &nets[read_i() % 3];
	double f[3];
	net->w[read_i() & 3][read_j() & 7] = (float)read_a();
	net->bias[read_j() & 7] = (float)read_b();
	dense(&net->w[0][0], net->bias, net->out, 4, 8);
	f[0] = nets[1].out[2];
	f[1] = nets[2].loss;
	f[2] = nets[0].n;
	predict(f, 3);
}
// edge: signal:a -> feature:flat_matrix.f[0] data
// edge: signal:b -> feature:flat_matrix.f[0] data
// no-edge: signal:a -> feature:flat_matrix.f[1]
// no-edge: signal:a -> feature:flat_matrix.f[2]

static void row_set(float row[8], int k, double x) { row[k & 7] = (float)x; }

void row_pointer(void)
{
	struct net net = { 0 };
	double f[3];
	row_set(net.w[read_i() & 3], read_j(), read_a());
	f[0] = net.w[3][7];
	f[1] = net.w[0][1];
	f[2] = net.bias[0];
	predict(f, 3);
}
// edge: signal:a -> feature:row_pointer.f[0] data
// edge: signal:a -> feature:row_pointer.f[1] data
// no-edge: signal:a -> feature:row_pointer.f[2]

void backwards(void)
{
	static struct { double pad; float v[8]; double tail; } s[3];
	float *p = s[read_i() % 3].v + 7;
	double f[3];
	for (int k = 0; k < read_j() && k < 8; k++)
		*p-- = (float)read_a();
	f[0] = s[1].v[2];
	f[1] = s[1].pad;
	f[2] = s[1].tail;
	predict(f, 3);
}
// edge: signal:a -> feature:backwards.f[0] data
// no-edge: signal:a -> feature:backwards.f[1]
// no-edge: signal:a -> feature:backwards.f[2]

struct chunk { int used; float data[16]; struct chunk *next; };
static struct chunk chunks[4];

void chain(void)
{
	double f[2], t = 0;
	for (int k = 0; k < 3; k++)
		chunks[k].next = &chunks[k + 1];
	struct chunk *c = chunks;
	for (int k = 0; k < read_i(); k++) {
		if (c->used == 16)
			c = c->next;
		c->data[c->used++] = (float)read_a();
	}
	for (c = chunks; c; c = c->next)
		for (int k = 0; k < c->used; k++)
			t += c->data[k];
	f[0] = t;
	f[1] = chunks[2].data[5];
	predict(f, 2);
}
// edge: signal:a -> feature:chain.f[0] data
// edge: signal:a -> feature:chain.f[1] data

static void split(const float *x, float *even, float *odd, int n)
{
	for (int i = 0; i < n / 2; i++) {
		even[i] = x[2 * i];
		odd[i] = x[2 * i + 1];
	}
}

void split_halves(void)
{
	static struct { float x[16], even[8], odd[8]; double after; } s[2];
	int c = read_i() & 1;
	double f[4];
	s[c].x[2] = (float)read_a();
	s[c].x[3] = (float)read_b();
	split(s[c].x, s[c].even, s[c].odd, read_j());
	f[0] = s[0].even[1];
	f[1] = s[1].odd[1];
	f[2] = s[1].after;
	predict(f, 4);
}
// edge: signal:a -> feature:split_halves.f[0] data
// edge: signal:b -> feature:split_halves.f[1] data
// no-edge: signal:a -> feature:split_halves.f[2]

void bytes(void)
{
	static struct { unsigned char raw[16]; int sum; } packets[3];
	double f[2];
	int value = (int)read_a();
	memcpy(packets[read_i() % 3].raw + (read_j() & 7), &value, sizeof value);
	f[0] = packets[1].raw[5];
	f[1] = packets[1].sum;
	predict(f, 2);
}
// edge: signal:a -> feature:bytes.f[0] data
// no-edge: signal:a -> feature:bytes.f[1]

struct op { int kind; union { float f[4]; int i[4]; struct { short a, b; } s; } u; };
void tagged(void)
{
	static struct op ops[5];
	double f[2];
	ops[read_i() % 5].u.i[read_j() & 3] = (int)read_a();
	f[0] = ops[2].u.f[1];
	f[1] = ops[2].kind;
	predict(f, 2);
}
// edge: signal:a -> feature:tagged.f[0] data
// no-edge: signal:a -> feature:tagged.f[1]

static void insert_sorted(float *v, int *n, float x)
{
	int k = *n;
	while (k > 0 && v[k - 1] > x) {
		v[k] = v[k - 1];
		k--;
	}
	v[k] = x;
	(*n)++;
}
void inserted(void)
{
	static struct { int n; float v[8]; double rest; } lists[3];
	int c = read_i() % 3;
	double f[2];
	insert_sorted(lists[c].v, &lists[c].n, (float)read_a());
	f[0] = lists[1].v[3];
	f[1] = lists[1].rest;
	predict(f, 2);
}
// edge: signal:a -> feature:inserted.f[0] data
// no-edge: signal:a -> feature:inserted.f[1]

void strided(void)
{
	float *x = calloc(64, sizeof *x);
	int step = read_i(), start = read_j();
	double f[1];
	for (int k = 0; k < 4; k++)
		x[start + k * step] = (float)read_a();
	f[0] = x[9];
	predict(f, 1);
	free(x);
}
// edge: signal:a -> feature:strided.f[0] data

struct frame { float left[4], right[4]; };
static void interleave(struct frame *f, const float *lr, int n)
{
	for (int i = 0; i < n; i++) {
		float *to = i & 1 ? f->right : f->left;
		to[i / 2] = lr[i];
	}
}
void interleaved(void)
{
	static struct frame frames[3];
	float lr[8];
	double f[2];
	for (int i = 0; i < 8; i++)
		lr[i] = (float)read_a();
	interleave(&frames[read_i() % 3], lr, read_j());
	f[0] = frames[1].left[2];
	f[1] = frames[2].right[3];
	predict(f, 2);
}
// edge: signal:a -> feature:interleaved.f[0] data
// edge: signal:a -> feature:interleaved.f[1] data
