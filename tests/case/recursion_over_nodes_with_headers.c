// Operators that call the one below through a pointer, in memory with a header in front of each block: where pointers lead is told
// in places ever farther below each other, which comes to an end.
#include "case.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct block { struct block *next; struct pool *pool; size_t size; };
struct pool { struct block *blocks; };
static struct pool *current;

static void *get(size_t size)
{
	struct block *b = malloc(sizeof *b + size);

	if (!b)
		abort();
	b->pool = current;
	b->size = size;
	b->next = b->pool->blocks;
	b->pool->blocks = b;
	return memset(b + 1, 0, size);
}

struct row { int count; double *values; bool *missing; bool empty; };
struct plan { struct plan *below; struct row *(*next)(struct plan *); struct row *row; };
struct scan { struct plan plan; int at, rows; };
struct filter { struct plan plan; int column; double least; };

static struct row *next_of(struct plan *p)
{
	return p->next(p);
}

static struct row *make_row(int count)
{
	struct row *row = get(sizeof *row);

	row->count = count;
	row->values = get(count * sizeof *row->values);
	row->missing = get(count * sizeof *row->missing);
	row->empty = true;
	return row;
}

static struct row *scan_next(struct plan *p)
{
	struct scan *s = (struct scan *)p;
	struct row *row = p->row;

	row->empty = true;
	if (s->at >= s->rows)
		return row;
	s->at++;
	row->values[0] = read_a();
	row->missing[0] = false;
	row->values[1] = read_b();
	row->missing[1] = false;
	row->empty = false;
	return row;
}

static struct row *filter_next(struct plan *p)
{
	struct filter *f = (struct filter *)p;

	for (;;) {
		struct row *row = next_of(p->below);
		if (row->empty || row->values[f->column] >= f->least)
			return row;
	}
}

static struct row *sum_next(struct plan *p)
{
	double sum = 0, count = 0;

	p->row->empty = true;
	for (;;) {
		struct row *row = next_of(p->below);
		if (row->empty)
			break;
		count++;
		sum += row->values[1];
	}
	p->row->values[0] = count;
	p->row->values[1] = sum;
	p->row->empty = false;
	return p->row;
}

static struct plan *make_scan(int rows)
{
	struct scan *s = get(sizeof *s);

	s->plan.next = scan_next;
	s->plan.row = make_row(2);
	s->rows = rows;
	return &s->plan;
}

static struct plan *make_filter(struct plan *below, int column, double least)
{
	struct filter *f = get(sizeof *f);

	f->plan.next = filter_next;
	f->plan.below = below;
	f->column = column;
	f->least = least;
	return &f->plan;
}

static struct plan *make_sum(struct plan *below)
{
	struct plan *p = get(sizeof *p);

	p->next = sum_next;
	p->below = below;
	p->row = make_row(2);
	return p;
}

static void query(struct pool *pool)
{
	double f[2];

	current = pool;
	struct row *row = next_of(make_sum(make_filter(make_scan(4), 0, 0.0)));
	for (int i = 0; i < 2; i++)
		f[i] = row->missing[i] ? -1 : row->values[i];
	predict(f, 2);
}

int main(void)
{
	static struct pool pool;

	current = &pool;
	while (read_i())
		query(&pool);
	return 0;
}
// edge: signal:a -> feature:query.f[0] data
// edge: signal:a -> feature:query.f[1] data
// edge: signal:b -> feature:query.f[1] data
