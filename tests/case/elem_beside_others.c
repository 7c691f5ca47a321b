/* Elements in one of many records: behind pointers, in unions, texts, lists, rings, beside bit fields. */
#include "case.h"
#include <stdlib.h>
#include <string.h>

struct sample { float value; int used; };
struct channel { int id; struct sample samples[4]; double gain; };
struct device { char name[16]; struct channel *channels; int count; double level; };
struct node { struct node *next; float v[4]; double extra; };

static struct device devices[3];
static struct channel pool[6];
static union { float f[4]; struct { float x, y, z, w; } s; } unions[4];
static struct { int len; char text[32]; double after; } texts[4];
static struct { double a[4], b[4]; double c; } pairs[5];
static struct { unsigned lo : 4, hi : 4; int ring[4]; } bits[4];

void through_pointer_member(void)
{
	double f[3];
	for (int k = 0; k < 3; k++)
		devices[k].channels = &pool[2 * k];
	devices[read_i() % 3].channels[read_j() & 1].samples[read_i() & 3].value = (float)read_a();
	f[0] = pool[0].samples[2].value;
	f[1] = pool[5].samples[3].value;
	f[2] = pool[5].gain;
	predict(f, 3);
}
// edge: signal:a -> feature:through_pointer_member.f[0] data
// edge: signal:a -> feature:through_pointer_member.f[1] data
// no-edge: signal:a -> feature:through_pointer_member.f[2]

static void push(struct channel *c, int at, double x)
{
	struct sample *s = &c->samples[at & 3];
	s->value = (float)x;
	s->used = 1;
}

static double sum(const struct channel *c)
{
	double t = 0;
	for (const struct sample *s = c->samples, *end = s + 4; s < end; s++)
		if (s->used)
			t += s->value;
	return t * c->gain;
}

void push_and_sum(void)
{
	static struct channel all[4];
	double f[2];
	all[1].gain = read_b();
	push(&all[read_i() & 3], read_j(), read_a());
	f[0] = sum(&all[1]);
	f[1] = sum(&all[read_j() & 3]);
	predict(f, 2);
}
// edge: signal:a -> feature:push_and_sum.f[0] data
// edge: signal:a -> feature:push_and_sum.f[1] data
// edge: signal:b -> feature:push_and_sum.f[0] data
// edge: signal:b -> feature:push_and_sum.f[1] data

void in_union(void)
{
	double f[2];
	unions[read_i() & 3].f[read_j() & 3] = (float)read_a();
	f[0] = unions[1].s.z;
	f[1] = unions[3].f[0];
	predict(f, 2);
}
// edge: signal:a -> feature:in_union.f[0] data
// edge: signal:a -> feature:in_union.f[1] data

void in_text(void)
{
	double f[3];
	texts[read_i() & 3].text[read_j() & 31] = (char)read_a();
	texts[read_j() & 3].len = read_i();
	f[0] = texts[2].text[5];
	f[1] = strlen(texts[1].text);
	f[2] = texts[2].after;
	predict(f, 3);
}
// edge: signal:a -> feature:in_text.f[0] data
// edge: signal:a -> feature:in_text.f[1] data
// no-edge: signal:a -> feature:in_text.f[2]

void two_arrays(void)
{
	double f[4];
	int i = read_i() % 5, j = read_j() & 3;
	pairs[i].a[j] = read_a();
	pairs[i].b[j] = read_b();
	f[0] = pairs[2].a[1];
	f[1] = pairs[2].b[1];
	f[2] = pairs[2].c;
	for (int k = 0; k < 4; k++)
		pairs[i].b[k] = pairs[i].a[k] * 2;
	f[3] = pairs[4].b[3];
	predict(f, 4);
}
// edge: signal:a -> feature:two_arrays.f[0] data
// edge: signal:b -> feature:two_arrays.f[1] data
// edge: signal:a -> feature:two_arrays.f[3] data
// no-edge: signal:b -> feature:two_arrays.f[0]
// no-edge: signal:a -> feature:two_arrays.f[2]
// no-edge: signal:b -> feature:two_arrays.f[2]

void beside_bits(void)
{
	double f[3];
	bits[read_i() & 3].hi = (unsigned)read_a() & 15;
	bits[read_i() & 3].ring[read_j() & 3] = (int)read_b();
	f[0] = bits[1].hi;
	f[1] = bits[1].lo;
	f[2] = bits[1].ring[2];
	predict(f, 3);
}
// edge: signal:a -> feature:beside_bits.f[0] data
// edge: signal:b -> feature:beside_bits.f[2] data
// no-edge: signal:b -> feature:beside_bits.f[0]
// no-edge: signal:b -> feature:beside_bits.f[1]
// no-edge: signal:a -> feature:beside_bits.f[2]

void in_list(void)
{
	struct node *list = NULL;
	double f[2], t = 0;
	for (int k = 0; k < read_i(); k++) {
		struct node *n = calloc(1, sizeof *n);
		n->next = list;
		n->v[read_j() & 3] = (float)read_a();
		n->extra = read_b();
		list = n;
	}
	for (struct node *n = list; n; n = n->next)
		for (int k = 0; k < 4; k++)
			t += n->v[k];
	f[0] = t;
	f[1] = list ? list->extra : 0;
	predict(f, 2);
}
// edge: signal:a -> feature:in_list.f[0] data
// edge: signal:b -> feature:in_list.f[1] data
// no-edge: signal:b -> feature:in_list.f[0]
// no-edge: signal:a -> feature:in_list.f[1]

struct history { int pos; double ring[8]; double mean; };
static struct history histories[4];

static void remember(struct history *h, double x)
{
	h->ring[h->pos] = x;
	h->pos = (h->pos + 1) % 8;
	h->mean = 0;
	for (int k = 0; k < 8; k++)
		h->mean += h->ring[k] / 8;
}

void ring_of_stream(void)
{
	double f[3];
	remember(&histories[read_i() & 3], read_a());
	f[0] = histories[0].mean;
	f[1] = histories[3].ring[(histories[3].pos + 7) % 8];
	f[2] = histories[2].pos;
	predict(f, 3);
}
// edge: signal:a -> feature:ring_of_stream.f[0] data
// edge: signal:a -> feature:ring_of_stream.f[1] data
// no-edge: signal:a -> feature:ring_of_stream.f[2]

void shifted(void)
{
	static struct { double old[6]; double last; } streams[3];
	int s = read_i() % 3;
	double f[2];
	memmove(&streams[s].old[1], &streams[s].old[0], 5 * sizeof(double));
	streams[s].old[0] = read_a();
	f[0] = streams[2].old[5];
	f[1] = streams[2].last;
	predict(f, 2);
}
// edge: signal:a -> feature:shifted.f[0] data state
// no-edge: signal:a -> feature:shifted.f[1]

void blocks(void)
{
	static float frames[4][2][16];
	int frame = read_i() & 3;
	double f[2];
	for (int c = 0; c < 2; c++)
		for (int k = 0; k < 16; k++)
			frames[frame][c][k] = (float)(c ? read_b() : read_a());
	const float *left = frames[read_j() & 3][0], *right = frames[read_j() & 3][1];
	f[0] = left[3] + left[15];
	f[1] = right[0];
	predict(f, 2);
}
// edge: signal:a -> feature:blocks.f[0] data
// edge: signal:b -> feature:blocks.f[1] data
// no-edge: signal:b -> feature:blocks.f[0]
// no-edge: signal:a -> feature:blocks.f[1]
