// idiom: two member arrays at the front, both walked by a callee
// types
struct bank@ {
	double state[4], gains[4];
	double bias;
	int order;
};
// far
void bank_mix@(double *state, const double *gains, int order, double x)
{
	for (int k = order - 1; k > 0; k--)
		state[k] = state[k - 1] + gains[k];
	state[0] = x * gains[0];
}
// body
struct bank@ b@ = { { 1, 2, 3, 4 }, { A, B, 0.5, C }, D, 3 };
bank_mix@(b@.state, b@.gains, b@.order, 2);
OUT0 = b@.state[0];
OUT1 = b@.state[1];
OUT2 = b@.state[3] + b@.bias;
OUT3 = b@.gains[3];

// idiom: member of an unknown bank set through two pointers
// types
struct bank@ {
	double taps[3], mean[2];
	double level;
};
// far
void bank_update@(double *taps, double *mean, double x, unsigned at)
{
	taps[INDEX(at % 3)] = x;
	mean[0] = taps[0] + 1;
}
// body
struct bank@ banks@[2] = { { { A, 1, 2 }, { 3, 4 }, B }, { { 5, 6, 7 }, { 8, 9 }, 1 } };
int which@ = INDEX((unsigned)I % 2);
bank_update@(banks@[which@].taps, banks@[which@].mean, C, (unsigned)J);
OUT0 = banks@[0].mean[0];
OUT1 = banks@[1].taps[2];
OUT2 = banks@[0].level;
OUT3 = banks@[1].mean[1] + D;

// idiom: heap matrix with row pointers into one block
// far
double **matrix_new@(int rows, int cols)
{
	double **m = malloc((size_t)rows * sizeof *m);
	m[0] = calloc((size_t)rows * (size_t)cols, sizeof **m);
	for (int r = 1; r < rows; r++)
		m[r] = m[r - 1] + cols;
	return m;
}

void matrix_free@(double **m)
{
	free(m[0]);
	free(m);
}

void matrix_scale@(double **m, int row, int cols, double by)
{
	for (int c = 0; c < cols; c++)
		m[row][c] *= by;
}
// body
double **m@ = matrix_new@(2, 3), **n@ = matrix_new@(2, 2);
m@[0][0] = A;
m@[0][2] = 2;
m@[1][1] = B;
n@[1][0] = C;
matrix_scale@(m@, 0, 3, D);
OUT0 = m@[0][0];
OUT1 = m@[1][1];
OUT2 = n@[1][0];
OUT3 = m@[0][2] - 1;
matrix_free@(m@);
matrix_free@(n@);

// idiom: product of two tensors
// types
struct tensor@ {
	int rows, cols;
	double *data;
};
// far
double tensor_get@(const struct tensor@ *t, int r, int c)
{
	return t->data[r * t->cols + c];
}

void tensor_set@(struct tensor@ *t, int r, int c, double x)
{
	t->data[r * t->cols + c] = x;
}

struct tensor@ tensor_product@(const struct tensor@ *a, const struct tensor@ *b)
{
	struct tensor@ to = { a->rows, b->cols, calloc((size_t)(a->rows * b->cols), sizeof(double)) };
	for (int r = 0; r < a->rows; r++)
		for (int c = 0; c < b->cols; c++) {
			double sum = 0;
			for (int k = 0; k < a->cols; k++)
				sum += tensor_get@(a, r, k) * tensor_get@(b, k, c);
			tensor_set@(&to, r, c, sum);
		}
	return to;
}
// body
double left@[2] = { A, B }, right@[4] = { 1, C, 3, 4 }, other@[1] = { D }, two@[1] = { 2 };
struct tensor@ a@ = { 1, 2, left@ }, b@ = { 2, 2, right@ }, c@ = { 1, 1, other@ }, d@ = { 1, 1, two@ };
struct tensor@ p@ = tensor_product@(&a@, &b@), q@ = tensor_product@(&c@, &d@);
OUT0 = tensor_get@(&p@, 0, 1);
OUT1 = tensor_get@(&q@, 0, 0);
free(p@.data);
free(q@.data);

// idiom: pool with a free list
// types
struct slot@ {
	struct slot@ *next;
	double value, weight;
};
struct pool@ {
	struct slot@ slots[4];
	struct slot@ *free;
};
// far
void pool_init@(struct pool@ *p)
{
	p->free = NULL;
	for (int k = 3; k >= 0; k--) {
		p->slots[k].next = p->free;
		p->free = &p->slots[k];
	}
}

struct slot@ *pool_get@(struct pool@ *p)
{
	struct slot@ *s = p->free;
	p->free = s->next;
	s->value = s->weight = 0;
	return s;
}

void pool_put@(struct pool@ *p, struct slot@ *s)
{
	s->next = p->free;
	p->free = s;
}
// body
struct pool@ pool@;
pool_init@(&pool@);
struct slot@ *a@ = pool_get@(&pool@), *b@ = pool_get@(&pool@);
a@->value = A;
b@->value = B;
pool_put@(&pool@, a@);
struct slot@ *c@ = pool_get@(&pool@);
c@->weight = C;
OUT0 = c@->value + c@->weight;
OUT1 = b@->value;
OUT2 = b@->weight + D;

// idiom: ring in a struct with push and pop
// types
struct queue@ {
	double items[4];
	unsigned head, tail;
};
// far
int queue_push@(struct queue@ *q, double x)
{
	if (q->tail - q->head == 4)
		return 0;
	q->items[q->tail++ % 4] = x;
	return 1;
}

int queue_pop@(struct queue@ *q, double *x)
{
	if (q->tail == q->head)
		return 0;
	*x = q->items[q->head++ % 4];
	return 1;
}
// body
struct queue@ q@ = { .head = 0 }, r@ = { .head = 3, .tail = 3 };
double x@ = 0, y@ = 0, z@ = 0, w@ = 7;
queue_push@(&q@, A);
queue_push@(&q@, B);
queue_push@(&r@, C);
queue_push@(&r@, D);
queue_pop@(&q@, &x@);
queue_pop@(&q@, &y@);
if (queue_pop@(&q@, &w@))
	w@ += 1;
queue_pop@(&r@, &z@);
OUT0 = x@;
OUT1 = y@;
OUT2 = z@;
OUT3 = w@;

// idiom: record removed from the middle by memmove
// types
struct entry@ {
	double score;
	int id;
};
struct list@ {
	struct entry@ entries[4];
	int count;
	double limit;
};
// far
void list_remove@(struct list@ *l, int at)
{
	memmove(&l->entries[at], &l->entries[at + 1], (size_t)(l->count - at - 1) * sizeof l->entries[0]);
	l->count--;
}
// body
struct list@ l@ = { { { A, 1 }, { B, 2 }, { C, 3 }, { 4, I } }, 4, D };
list_remove@(&l@, 1);
OUT0 = l@.entries[0].score;
OUT1 = l@.entries[1].score;
OUT2 = l@.entries[2].id;
OUT3 = l@.limit + l@.count;

// idiom: tail of a record copied
// types
struct frame@ {
	int id;
	double time;
	double low, high;
	int flags;
};
// far
void frame_take@(struct frame@ *to, const struct frame@ *from)
{
	memcpy(&to->low, &from->low, sizeof *to - offsetof(struct frame@, low));
}
// body
struct frame@ f@ = { I, A, B, C, J }, g@ = { 1, 2, 3, 4, 5 };
frame_take@(&g@, &f@);
OUT0 = g@.low;
OUT1 = g@.high;
OUT2 = g@.flags;
OUT3 = g@.time + g@.id + D;

// idiom: flexible array with unknown index
// types
struct series@ {
	double mean;
	int count;
	double values[];
};
// far
struct series@ *series_new@(int count, double mean)
{
	struct series@ *s = calloc(1, sizeof *s + (size_t)count * sizeof s->values[0]);
	s->count = count;
	s->mean = mean;
	return s;
}

void series_set@(struct series@ *s, unsigned at, double x)
{
	s->values[INDEX(at % (unsigned)s->count)] = x;
}
// body
struct series@ *s@ = series_new@(4, A), *t@ = series_new@(2, 1);
series_set@(s@, (unsigned)I, B);
series_set@(t@, 1, C);
OUT0 = s@->values[2];
OUT1 = s@->mean;
OUT2 = t@->values[1] + t@->mean;
OUT3 = t@->values[0] + D;
free(s@);
free(t@);

// idiom: growable vector of records
// types
struct pair@ {
	double key, value;
};
struct vec@ {
	struct pair@ *items;
	size_t length, capacity;
};
// far
struct pair@ *vec_add@(struct vec@ *v)
{
	if (v->length == v->capacity) {
		v->capacity = v->capacity ? 2 * v->capacity : 1;
		v->items = realloc(v->items, v->capacity * sizeof *v->items);
	}
	struct pair@ *p = &v->items[v->length++];
	p->key = p->value = 0;
	return p;
}
// body
struct vec@ v@ = { 0 }, w@ = { 0 };
vec_add@(&v@)->key = A;
vec_add@(&v@)->value = B;
struct pair@ *last@ = vec_add@(&w@);
last@->key = C;
last@->value = D;
OUT0 = v@.items[0].key;
OUT1 = v@.items[1].value;
OUT2 = w@.items[0].key;
OUT3 = v@.items[0].value + v@.items[1].key;
free(v@.items);
free(w@.items);

// idiom: tagged events in an array, dispatched
// types
enum event_kind@ { MOVE@, CLICK@, KEY@ };
struct event@ {
	enum event_kind@ kind;
	union {
		struct { double dx, dy; } move;
		struct { double pressure; int button; } click;
		int code;
	} as;
};
struct sums@ {
	double path, pressure, codes;
};
// far
void event_add@(struct sums@ *s, const struct event@ *e)
{
	switch (e->kind) {
	case MOVE@:
		s->path += e->as.move.dx + e->as.move.dy;
		break;
	case CLICK@:
		s->pressure += e->as.click.pressure;
		break;
	case KEY@:
		s->codes += e->as.code;
		break;
	}
}
// body
struct event@ events@[3] = {
	{ .kind = MOVE@, .as.move = { A, B } },
	{ .kind = CLICK@, .as.click = { C, 1 } },
	{ .kind = KEY@, .as.code = I },
};
struct sums@ s@ = { 0 };
for (int k = 0; k < 3; k++)
	event_add@(&s@, &events@[k]);
OUT0 = s@.path;
OUT1 = s@.pressure;
OUT2 = s@.codes + D;

// idiom: intrusive list with removal
// types
struct hook@ {
	struct hook@ *prev, *next;
};
struct task@ {
	double cost;
	struct hook@ hook;
	double gain;
};
// far
void hook_add@(struct hook@ *list, struct hook@ *h)
{
	h->prev = list->prev;
	h->next = list;
	list->prev->next = h;
	list->prev = h;
}

void hook_remove@(struct hook@ *h)
{
	h->prev->next = h->next;
	h->next->prev = h->prev;
}

double tasks_cost@(const struct hook@ *list)
{
	double sum = 0;
	for (const struct hook@ *h = list->next; h != list; h = h->next)
		sum += ((const struct task@ *)((const char *)h - offsetof(struct task@, hook)))->cost;
	return sum;
}
// body
struct hook@ ready@ = { &ready@, &ready@ }, done@ = { &done@, &done@ };
struct task@ a@ = { .cost = A, .gain = D }, b@ = { .cost = B }, c@ = { .cost = C };
hook_add@(&ready@, &a@.hook);
hook_add@(&ready@, &b@.hook);
hook_add@(&done@, &c@.hook);
OUT0 = tasks_cost@(&ready@);
OUT1 = tasks_cost@(&done@);
hook_remove@(&b@.hook);
OUT2 = tasks_cost@(&ready@) * 2;
OUT3 = a@.gain;

// idiom: hash table with chains
// kinds: any
// types
struct node@ {
	int key;
	double value;
	struct node@ *next;
};
struct table@ {
	struct node@ *buckets[4];
	struct node@ nodes[8];
	int used;
};
// far
struct node@ *table_find@(struct table@ *t, int key, int add)
{
	struct node@ **at = &t->buckets[INDEX((unsigned)key % 4)];
	for (struct node@ *n = *at; DECIDE(n != NULL); n = n->next)
		if (DECIDE(n->key == key))
			return n;
	if (!add)
		return NULL;
	struct node@ *n = &t->nodes[INDEX(t->used++)];
	n->key = key;
	n->value = 0;
	n->next = *at;
	*at = n;
	return n;
}
// body
struct table@ t@ = { .used = 0 };
table_find@(&t@, I, 1)->value += A;
table_find@(&t@, 3, 1)->value += B;
const struct node@ *n@ = table_find@(&t@, 3, 0);
OUT0 = n@->value;
n@ = table_find@(&t@, J, 0);
OUT1 = DECIDE(n@ != NULL) ? n@->value : -1;
OUT2 = t@.used;
OUT3 = D;

// idiom: priority queue in heap order
// types
struct job@ {
	double when, load;
};
struct heap@ {
	struct job@ jobs[8];
	int count;
};
// far
void heap_swap@(struct job@ *p, struct job@ *q)
{
	struct job@ t = *p;
	*p = *q;
	*q = t;
}

void heap_push@(struct heap@ *h, struct job@ job)
{
	int k = h->count++;
	h->jobs[k] = job;
	while (DECIDE(k > 0 && h->jobs[k].when < h->jobs[(k - 1) / 2].when)) {
		heap_swap@(&h->jobs[k], &h->jobs[(k - 1) / 2]);
		k = (k - 1) / 2;
	}
}
// body
struct heap@ h@ = { .count = 0 };
heap_push@(&h@, (struct job@){ A, 1 });
heap_push@(&h@, (struct job@){ B, C });
heap_push@(&h@, (struct job@){ 1, 3 });
OUT0 = h@.jobs[0].when;
OUT1 = h@.jobs[0].load;
OUT2 = h@.count + D;

// idiom: struct returned into elements
// types
struct stat@ {
	double low, high;
	double hist[2];
};
// far
struct stat@ stat_make@(double x, double y)
{
	struct stat@ s = { x, y, { 0, x + y } };
	return s;
}

struct stat@ stat_scaled@(struct stat@ s, double by)
{
	s.low *= by;
	s.hist[0] = s.high;
	return s;
}
// body
struct stat@ stats@[3];
stats@[0] = stat_make@(A, 1);
stats@[1] = stat_scaled@(stat_make@(2, B), C);
stats@[2] = stat_scaled@(stats@[0], 2);
OUT0 = stats@[1].low;
OUT1 = stats@[1].hist[0];
OUT2 = stats@[2].hist[1];
OUT3 = stats@[2].high + D;

// idiom: double buffers swapped over rounds
// types
struct field@ {
	double one[4], two[4];
	double *now, *next;
};
// far
void field_step@(struct field@ *f, double inflow)
{
	for (int k = 1; k < 4; k++)
		f->next[k] = f->now[k - 1];
	f->next[0] = inflow;
	double *t = f->now;
	f->now = f->next;
	f->next = t;
}
// body
struct field@ f@ = { .one = { A, 0, 0, B } };
f@.now = f@.one;
f@.next = f@.two;
field_step@(&f@, C);
field_step@(&f@, 5);
OUT0 = f@.now[2];
OUT1 = f@.now[1];
OUT2 = f@.now[3] + f@.now[0];
OUT3 = f@.now[0] + D;

// idiom: out-parameter that allocates
// types
struct model@ {
	double *weights;
	int count;
	double bias;
};
// far
int model_open@(struct model@ **out, int count, double weight, double bias)
{
	struct model@ *m = malloc(sizeof *m);
	if (!m)
		return -1;
	m->weights = malloc((size_t)count * sizeof *m->weights);
	if (!m->weights) {
		free(m);
		return -1;
	}
	for (int k = 0; k < count; k++)
		m->weights[k] = weight / (k + 1);
	m->count = count;
	m->bias = bias;
	*out = m;
	return 0;
}

void model_close@(struct model@ *m)
{
	free(m->weights);
	free(m);
}
// body
struct model@ *p@ = NULL, *q@ = NULL;
if (model_open@(&p@, 3, A, B) || model_open@(&q@, 2, C, 1))
	abort();
q@->weights[0] = D;
OUT0 = p@->weights[2];
OUT1 = p@->bias;
OUT2 = q@->weights[1];
OUT3 = q@->weights[0] + q@->count;
model_close@(p@);
model_close@(q@);

// idiom: pointers to records sorted
// types
struct item@ {
	double rank, pay;
};
// far
void items_swap@(struct item@ **p, struct item@ **q)
{
	struct item@ *t = *p;
	*p = *q;
	*q = t;
}

void items_sort@(struct item@ **v, int n)
{
	for (int k = 1; k < n; k++)
		for (int i = k; i > 0; i--)
			if (DECIDE(v[i]->rank < v[i - 1]->rank))
				items_swap@(&v[i], &v[i - 1]);
}
// body
struct item@ a@ = { A, 1 }, b@ = { B, C }, c@ = { 1, 3 }, *v@[3] = { &a@, &b@, &c@ };
items_sort@(v@, 3);
OUT0 = v@[0]->rank;
OUT1 = v@[2]->pay;
OUT2 = a@.rank;
OUT3 = c@.pay + D;

// idiom: sparse vector times dense
// types
struct term@ {
	int index;
	double value;
};
struct sparse@ {
	struct term@ terms[4];
	int count;
};
// far
void sparse_add@(struct sparse@ *s, int index, double value)
{
	s->terms[s->count].index = index;
	s->terms[s->count++].value = value;
}

double sparse_dot@(const struct sparse@ *s, const double *dense)
{
	double sum = 0;
	for (int k = 0; k < s->count; k++)
		sum += s->terms[k].value * dense[INDEX(s->terms[k].index)];
	return sum;
}
// body
double dense@[4] = { A, 1, B, 2 }, flat@[4] = { 4, 4, 4, 3 };
struct sparse@ s@ = { .count = 0 }, t@ = { .count = 0 };
sparse_add@(&s@, 0, C);
sparse_add@(&s@, (int)(1 + ((unsigned)I & 1)), 2);
sparse_add@(&t@, (int)((unsigned)J & 3), D);
OUT0 = sparse_dot@(&s@, dense@);
OUT1 = sparse_dot@(&t@, flat@);
OUT2 = t@.terms[0].index;
OUT3 = s@.terms[0].value;

// idiom: deep copy of a record that owns an array
// types
struct curve@ {
	double *points;
	int count;
	double scale;
};
// far
struct curve@ *curve_clone@(const struct curve@ *c)
{
	struct curve@ *n = malloc(sizeof *n);
	*n = *c;
	n->points = malloc((size_t)c->count * sizeof *n->points);
	memcpy(n->points, c->points, (size_t)c->count * sizeof *n->points);
	return n;
}

void curve_free@(struct curve@ *c)
{
	free(c->points);
	free(c);
}
// body
double base@[3] = { A, 1, B };
struct curve@ c@ = { base@, 3, C }, *d@ = curve_clone@(&c@), *e@ = curve_clone@(d@);
base@[0] = 5;
d@->points[1] = D;
e@->scale = 2;
OUT0 = d@->points[0] + d@->points[1];
OUT1 = e@->points[1] + e@->scale;
OUT2 = base@[0] + c@.scale;
OUT3 = e@->points[2];
curve_free@(d@);
curve_free@(e@);

// idiom: slices of arrays in records in records
// types
struct channel@ {
	double samples[6];
	double gain;
};
struct scan@ {
	struct channel@ channels[2];
	double stamp;
};
// far
double slice_sum@(const double *v, int n)
{
	double sum = 0;
	for (int k = 0; k < n; k++)
		sum += v[k];
	return sum;
}

void slice_fill@(double *v, int n, double x)
{
	for (int k = 0; k < n; k++)
		v[k] = x * (k + 1);
}
// body
struct scan@ s@ = { .stamp = D };
slice_fill@(&s@.channels[0].samples[1], 2, A);
slice_fill@(s@.channels[1].samples + 3, 3, B);
slice_fill@(&s@.channels[0].samples[4], 2, C);
OUT0 = slice_sum@(&s@.channels[0].samples[2], 2);
OUT1 = slice_sum@(s@.channels[1].samples, 4);
OUT2 = slice_sum@(s@.channels[0].samples + 3, 3);
OUT3 = slice_sum@(s@.channels[1].samples, 3) + s@.stamp + s@.channels[0].gain;

// idiom: seven static records in a chain, shifted each round
// once
// types
struct tap@ {
	double value;
	struct tap@ *from;
};
// near
static struct tap@ t0@, t1@ = { 0, &t0@ }, t2@ = { 0, &t1@ }, t3@ = { 0, &t2@ }, t4@ = { 0, &t3@ }, t5@ = { 0, &t4@ }, t6@ = { 0, &t5@ };
// body
for (struct tap@ *t = &t6@; t->from; t = t->from)
	t->value = t->from->value;
t0@.value = A;
OUT0 = t6@.value;
OUT1 = t2@.value + B;
OUT2 = t0@.value;

// idiom: static queue with producer and consumer
// once
// types
struct queue@ {
	struct {
		double x;
		int tag;
	} items[4];
	unsigned head, tail;
};
// near
static struct queue@ queue@;

static void produce@(struct queue@ *q, double x, int tag)
{
	if (q->tail - q->head < 4) {
		q->items[q->tail % 4].x = x;
		q->items[q->tail % 4].tag = tag;
		q->tail++;
	}
}

static double consume@(struct queue@ *q, int *tag)
{
	if (q->head == q->tail)
		return -1;
	*tag = q->items[q->head % 4].tag;
	return q->items[q->head++ % 4].x;
}
// body
int tag@ = 0;
produce@(&queue@, A, I);
produce@(&queue@, B, 2);
OUT0 = consume@(&queue@, &tag@);
OUT1 = tag@;
OUT2 = queue@.tail + C;

// idiom: static list of heap nodes, oldest dropped
// once
// types
struct node@ {
	double value;
	struct node@ *next;
};
struct fifo@ {
	struct node@ *first, **last;
	int count;
};
// near
static struct fifo@ fifo@;

static void fifo_put@(struct fifo@ *f, double x)
{
	struct node@ *n = malloc(sizeof *n);
	n->value = x;
	n->next = NULL;
	if (!f->last)
		f->last = &f->first;
	*f->last = n;
	f->last = &n->next;
	if (++f->count > 3) {
		struct node@ *old = f->first;
		f->first = old->next;
		f->count--;
		free(old);
	}
}
// body
fifo_put@(&fifo@, A);
double sum@ = 0;
for (const struct node@ *n = fifo@.first; n; n = n->next)
	sum@ += n->value;
OUT0 = sum@;
OUT1 = fifo@.first->value;
OUT2 = fifo@.count + B;

// idiom: static hash table kept over rounds
// once
// types
struct cell@ {
	int key;
	double hits, total;
};
// near
static struct cell@ cells@[8];

static struct cell@ *cell_of@(int key)
{
	struct cell@ *c = &cells@[INDEX((unsigned)key * 7 % 8)];
	if (DECIDE(c->key != key + 1)) {
		c->key = key + 1;
		c->hits = c->total = 0;
	}
	return c;
}
// body
struct cell@ *c@ = cell_of@(I);
c@->hits++;
c@->total += A;
OUT0 = c@->total;
OUT1 = cell_of@(4)->hits;
OUT2 = B;

// idiom: header and payload in one allocation
// types
struct header@ {
	int count;
	double scale;
};
// far
double *payload_new@(int count, double scale)
{
	struct header@ *h = malloc(sizeof *h + (size_t)count * sizeof(double));
	h->count = count;
	h->scale = scale;
	double *v = (double *)(h + 1);
	for (int k = 0; k < count; k++)
		v[k] = 0;
	return v;
}

struct header@ *payload_header@(double *v)
{
	return (struct header@ *)v - 1;
}
// body
double *v@ = payload_new@(3, A), *w@ = payload_new@(2, 2);
v@[0] = B;
v@[INDEX(1 + ((unsigned)I & 1))] = C;
w@[1] = D;
OUT0 = payload_header@(v@)->scale * v@[0];
OUT1 = v@[2];
OUT2 = w@[1] + payload_header@(w@)->scale;
OUT3 = payload_header@(v@)->count;
free(payload_header@(v@));
free(payload_header@(w@));

// idiom: records by a macro of containers, second member array
// types
struct lane@ {
	double cells[2];
	double more[3];
	double limit;
};
// body
struct lane@ lanes@[3] = { { { 1, A }, { 2, 3, B }, C }, { { 4, 5 }, { 6, 7, 8 }, 9 }, { { 1, 2 }, { D, 4, 5 }, 6 } };
double *more@ = lanes@[INDEX((unsigned)I % 3)].more;
struct lane@ *owner@ = (struct lane@ *)(void *)((char *)more@ - offsetof(struct lane@, more));
OUT0 = owner@->limit;
OUT1 = owner@->cells[1];
OUT2 = more@[2];
OUT3 = owner@->more[0];

// idiom: two pointers that may be one record
// types
struct acc@ {
	double sum;
	double last[2];
};
// far
void acc_pair@(struct acc@ *p, struct acc@ *q, double x, double y)
{
	p->last[1] = x;
	q->last[1] = y;
	p->sum = p->last[1];
}
// body
struct acc@ a@ = { 0 }, b@ = { 0 }, c@ = { 0 };
acc_pair@(&a@, DECIDE(I > 7) ? &a@ : &b@, A, B);
acc_pair@(&c@, &c@, C, D);
OUT0 = a@.sum;
OUT1 = b@.last[1];
OUT2 = c@.sum;

// idiom: element forwarded over a write at an unknown index
// types
struct cell@ {
	double now, next;
};
// body
struct cell@ cells@[4] = { 0 };
unsigned i@ = (unsigned)INDEX(I & 3), j@ = (unsigned)INDEX(J & 3);
cells@[i@].now = A;
cells@[i@].next = B;
cells@[j@].now = C;
OUT0 = cells@[i@].now;
OUT1 = cells@[i@].next;
OUT2 = cells@[j@].now;
OUT3 = cells@[3].next + D;

// idiom: records laid flat into a row of features
// types
struct obs@ {
	double pos[2];
	float heat;
	double vel;
};
// far
int obs_flatten@(double *to, const struct obs@ *o)
{
	int n = 0;
	memcpy(to + n, o->pos, sizeof o->pos);
	n += 2;
	to[n++] = o->heat;
	to[n++] = o->vel;
	return n;
}
// outs: 8
// body
struct obs@ o@[2] = { { { A, 1 }, 2, B }, { { 3, C }, (float)D, 4 } };
double *v@ = FEATURES;
for (int k = 0; k < 2; k++)
	v@ += obs_flatten@(v@, &o@[INDEX(1 - k)]);

// idiom: long array of records, every second one written
// types
struct cell@ {
	double x, y[2];
};
// body
struct cell@ c@[100];
for (int k = 0; k < 100; k++)
	c@[k] = (struct cell@){ A, { B, k } };
for (int k = 0; k < 100; k += 2)
	c@[k].y[0] = C;
OUT0 = c@[41].y[0];
OUT1 = c@[40].y[0];
OUT2 = c@[41].x;
OUT3 = c@[41].y[1];

// idiom: long array written but for what is skipped
// types
struct cell@ {
	double x;
	int keep;
};
// far
void cells_clear@(struct cell@ *c, int n, double x)
{
	for (int k = 0; k < n; k++) {
		if (DECIDE(c[k].keep))
			continue;
		c[k].x = x;
	}
}
// body
struct cell@ c@[90], d@[90];
for (int k = 0; k < 90; k++) {
	c@[k] = (struct cell@){ A, (I + k) % 3 == 0 };
	d@[k] = (struct cell@){ B, k == 20 };
}
cells_clear@(c@, 90, C);
cells_clear@(d@, 90, 1);
OUT0 = c@[10].x;
OUT1 = d@[20].x;
OUT2 = d@[20].keep + D;

// idiom: more than thirty callers of one push
// types
struct hist@ {
	double bins[4];
	int n;
};
// far
void hist_add@(struct hist@ *h, int bin, double x)
{
	h->bins[bin & 3] += x;
	h->n++;
}
// near
#define ADD@(h, b, x) hist_add@(&h, b, x); hist_add@(&h, b, 1); hist_add@(&h, b, 2); hist_add@(&h, b, 3);
// body
struct hist@ a@ = { 0 }, b@ = { 0 }, c@ = { 0 };
ADD@(a@, 0, A)
ADD@(a@, 1, B)
ADD@(b@, 2, C)
ADD@(b@, 3, 1)
ADD@(c@, 3, D)
ADD@(c@, 1, 7)
ADD@(a@, 3, 5)
ADD@(b@, 0, 5)
OUT0 = a@.bins[0];
OUT1 = a@.bins[1];
OUT2 = b@.bins[2];
OUT3 = c@.bins[3];
OUT4 = c@.bins[1] + a@.bins[3] + b@.bins[3] + c@.n;

// idiom: record from an array at its front
// types
struct biquad@ {
	double z[2];
	double b0, a1;
};
// far
double biquad_run@(void *state, double x)
{
	struct biquad@ *f = state;
	double y = f->b0 * x + f->z[0];
	f->z[0] = f->z[1] - f->a1 * y;
	f->z[1] = x;
	return y;
}
// body
struct biquad@ f@[2] = { { { 0, A }, B, 1 }, { { 0, 0 }, 2, C } };
double *states@[2] = { f@[0].z, f@[1].z };
OUT0 = biquad_run@(states@[0], 3);
OUT1 = biquad_run@(states@[1], D);
OUT2 = f@[0].z[0];
OUT3 = f@[1].z[0];

// idiom: matrix of records, rows and columns unknown, row handed on
// types
struct bin@ {
	double w[2];
	int n;
};
// far
void row_add@(struct bin@ *row, unsigned col, double x)
{
	struct bin@ *b = row + INDEX(col % 3);
	b->w[1] += x;
	b->n++;
}
// body
struct bin@ m@[2][3] = { { { { A, 1 }, 0 } }, { { { 2, 3 }, 0 }, { { 4, B }, 1 } } };
row_add@(m@[INDEX((unsigned)I % 2)], (unsigned)J, C);
OUT0 = m@[1][1].w[1];
OUT1 = m@[0][0].w[0];
OUT2 = m@[0][2].n;
OUT3 = m@[1][1].w[0] + D;

// idiom: merge sort with a spare buffer
// far
void merge_sort@(double *v, double *spare, int n)
{
	if (n < 2)
		return;
	int half = n / 2;
	merge_sort@(v, spare, half);
	merge_sort@(v + half, spare + half, n - half);
	int i = 0, j = half;
	for (int k = 0; k < n; k++)
		spare[k] = DECIDE(j >= n || (i < half && v[i] <= v[j])) ? v[INDEX(i++)] : v[INDEX(j++)];
	memcpy(v, spare, (size_t)n * sizeof *v);
}
// body
double v@[4] = { A, B, 1, C }, spare@[4];
merge_sort@(v@, spare@, 4);
OUT0 = v@[0];
OUT1 = v@[3];
OUT2 = D;

// idiom: depth of the tree limits what is summed
// types
struct tree@ {
	double own[2];
	const struct tree@ *kids[3];
	int n;
};
// far
double tree_sum@(const struct tree@ *t, int depth)
{
	double s = t->own[depth & 1];
	for (int k = 0; k < t->n && depth > 0; k++)
		s += tree_sum@(t->kids[k], depth - 1);
	return s;
}
// body
struct tree@ c@ = { { 1, C } }, b@ = { { B, 2 }, { &c@ }, 1 }, a@ = { { 3, A }, { &b@, &c@ }, 2 };
OUT0 = tree_sum@(&a@, 1);
OUT1 = tree_sum@(&b@, 2);
OUT2 = D;

// idiom: cursor that points into its own record, record copied
// types
struct pen@ {
	double buf[4];
	double *at;
	int n;
};
// far
void pen_put@(struct pen@ *p, double x)
{
	*p->at++ = x;
	p->n++;
}
// body
struct pen@ p@ = { .n = 0 }, q@;
p@.at = p@.buf;
pen_put@(&p@, A);
q@ = p@;
pen_put@(&q@, B);
q@.at = q@.buf + 2;
pen_put@(&q@, C);
OUT0 = p@.buf[1];
OUT1 = q@.buf[0] + q@.buf[1];
OUT2 = q@.buf[2];
OUT3 = p@.buf[2] + D;

// idiom: pointer inserted at an unknown place into a sorted array
// types
struct item@ {
	double rank, pay;
};
struct top@ {
	struct item@ *items[4];
	int n;
};
// far
void top_add@(struct top@ *t, struct item@ *item)
{
	int at = t->n;
	while (DECIDE(at > 0 && t->items[INDEX(at - 1)]->rank < item->rank))
		at--;
	for (int k = t->n; DECIDE(k > at); k--)
		t->items[INDEX(k)] = t->items[INDEX(k - 1)];
	t->items[INDEX(at)] = item;
	t->n++;
}
// body
struct item@ a@ = { A, 1 }, b@ = { B, C }, c@ = { 1, 3 }, d@ = { 5, D };
struct top@ t@ = { .n = 0 }, u@ = { .n = 0 };
top_add@(&t@, &a@);
top_add@(&t@, &b@);
top_add@(&t@, &c@);
top_add@(&u@, &d@);
OUT0 = t@.items[0]->rank;
OUT1 = t@.items[2]->pay;
OUT2 = u@.items[0]->pay;
OUT3 = u@.items[0]->rank + t@.n;

// idiom: ring read out in two parts
// types
struct ring@ {
	double items[4];
	int head;
};
// far
void ring_read@(const struct ring@ *r, double *to)
{
	int first = 4 - r->head;
	memcpy(to, r->items + r->head, (size_t)first * sizeof *to);
	memcpy(to + first, r->items, (size_t)r->head * sizeof *to);
}
// body
struct ring@ r@ = { { A, B, C, 4 }, 1 };
double v@[4];
ring_read@(&r@, v@);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = v@[3];
OUT3 = v@[2] + D;

// idiom: ring with unknown head read out in two parts
// types
struct ring@ {
	double items[4];
	double gain;
	int head;
};
// far
void ring_read@(const struct ring@ *r, double *to)
{
	long head = INDEX(r->head);
	memcpy(to, r->items + head, (size_t)(4 - head) * sizeof *to);
	memcpy(to + (4 - head), r->items, (size_t)head * sizeof *to);
}
// body
struct ring@ r@ = { { A, B, 3, 4 }, C, (int)((unsigned)I & 3) };
double v@[4], w@[2] = { D, 1 };
ring_read@(&r@, v@);
OUT0 = v@[0];
OUT1 = v@[3];
OUT2 = r@.gain;
OUT3 = w@[0];

// idiom: vector of any type
// types
struct any@ {
	void *data;
	size_t size, count, room;
};
struct spot@ {
	double x;
	int n;
	double y;
};
// far
void any_push@(struct any@ *a, const void *item)
{
	if (a->count == a->room) {
		a->room = a->room ? a->room * 2 : 2;
		a->data = realloc(a->data, a->room * a->size);
	}
	memcpy((char *)a->data + a->count++ * a->size, item, a->size);
}

void *any_at@(const struct any@ *a, size_t at)
{
	return (char *)a->data + at * a->size;
}
// body
struct any@ spots@ = { .size = sizeof(struct spot@) }, numbers@ = { .size = sizeof(double) };
struct spot@ s@ = { A, 1, B }, u@ = { 2, I, 3 };
double c@ = C;
any_push@(&spots@, &s@);
any_push@(&spots@, &u@);
any_push@(&numbers@, &c@);
OUT0 = ((struct spot@ *)any_at@(&spots@, 0))->x;
OUT1 = ((struct spot@ *)any_at@(&spots@, 1))->n;
OUT2 = *(double *)any_at@(&numbers@, 0);
OUT3 = ((struct spot@ *)any_at@(&spots@, INDEX((unsigned)J & 1)))->y;
free(spots@.data);
free(numbers@.data);

// idiom: records swapped byte by byte
// types
struct rec@ {
	double x[2];
	int n;
};
// far
void swap_bytes@(void *a, void *b, size_t size)
{
	unsigned char *p = a, *q = b;
	for (size_t k = 0; k < size; k++) {
		unsigned char t = p[k];
		p[k] = q[k];
		q[k] = t;
	}
}
// body
struct rec@ v@[3] = { { { A, 1 }, 2 }, { { 3, B }, I }, { { C, 4 }, 5 } };
swap_bytes@(&v@[0], &v@[1], sizeof v@[0]);
OUT0 = v@[1].x[0];
OUT1 = v@[0].x[1];
OUT2 = v@[0].n;
OUT3 = v@[2].x[0] + D;

// idiom: edges relaxed
// types
struct edge@ {
	int from, to;
	double cost;
};
// far
void edges_relax@(const struct edge@ *e, int n, double *dist)
{
	for (int k = 0; k < n; k++)
		if (DECIDE(dist[e[k].from] + e[k].cost < dist[e[k].to]))
			dist[e[k].to] = dist[e[k].from] + e[k].cost;
}
// body
struct edge@ edges@[3] = { { 0, 1, A }, { 1, 2, B }, { 3, 4, C } };
double dist@[5] = { 0, 9, 9, D, 9 };
edges_relax@(edges@, 3, dist@);
edges_relax@(edges@, 3, dist@);
OUT0 = dist@[1];
OUT1 = dist@[2];
OUT2 = dist@[4];
OUT3 = dist@[0];

// idiom: sets joined
// types
struct sets@ {
	int parent[6];
	double weight[6];
};
// far
int sets_root@(struct sets@ *s, int k)
{
	while (DECIDE(s->parent[INDEX(k)] != k)) {
		s->parent[INDEX(k)] = s->parent[INDEX(s->parent[INDEX(k)])];
		k = s->parent[INDEX(k)];
	}
	return k;
}

void sets_join@(struct sets@ *s, int a, int b)
{
	a = sets_root@(s, a);
	b = sets_root@(s, b);
	if (DECIDE(a != b)) {
		s->parent[INDEX(b)] = a;
		s->weight[INDEX(a)] += s->weight[INDEX(b)];
	}
}
// body
struct sets@ s@ = { { 0, 1, 2, 3, 4, 5 }, { A, B, C, 1, 2, 3 } };
sets_join@(&s@, 0, (int)((unsigned)I % 3));
sets_join@(&s@, 0, 1);
OUT0 = s@.weight[INDEX(sets_root@(&s@, 2))];
OUT1 = s@.weight[0];
OUT2 = D;

// idiom: two sorted lists merged
// types
struct node@ {
	double key;
	struct node@ *next;
};
// far
struct node@ *lists_merge@(struct node@ *p, struct node@ *q)
{
	struct node@ *head = NULL, **end = &head;
	while (DECIDE(p && q)) {
		if (DECIDE(p->key <= q->key)) {
			*end = p;
			p = p->next;
		} else {
			*end = q;
			q = q->next;
		}
		end = &(*end)->next;
	}
	*end = DECIDE(p != NULL) ? p : q;
	return head;
}
// body
struct node@ b@ = { 9, NULL }, a@ = { A, &b@ }, d@ = { 10, NULL }, c@ = { B, &d@ }, e@ = { C, NULL };
struct node@ *l@ = lists_merge@(&a@, &c@), *m@ = lists_merge@(NULL, &e@);
OUT0 = l@->key;
OUT1 = l@->next->key;
OUT2 = m@->key;
OUT3 = D;

// idiom: window with running sum
// once
// types
struct window@ {
	double items[4];
	int count, at;
	double sum;
};
// near
static struct window@ window@, other@;

static double window_add@(struct window@ *w, double x)
{
	if (w->count == 4)
		w->sum -= w->items[w->at];
	else
		w->count++;
	w->items[w->at] = x;
	w->sum += x;
	w->at = (w->at + 1) % 4;
	return w->sum / w->count;
}
// body
OUT0 = window_add@(&window@, A);
OUT1 = window_add@(&other@, B);
OUT2 = window@.items[0] + C;

// idiom: three dimensions in a record
// types
struct cube@ {
	double bias;
	double w[2][3][2];
	double after;
};
// far
double cube_at@(const struct cube@ *c, int i, int j, int k)
{
	return c->w[i][j][k];
}
// body
struct cube@ c@[2] = { { A, { { { 0 } } }, B }, { 1, { { { 0 } } }, 2 } };
c@[0].w[1][2][0] = C;
c@[INDEX(I & 1)].w[1][INDEX((unsigned)J % 3)][1] = D;
OUT0 = cube_at@(&c@[0], 1, 2, 0);
OUT1 = cube_at@(&c@[1], 1, 0, 1);
OUT2 = c@[0].bias + c@[0].after;
OUT3 = cube_at@(&c@[0], 0, 1, 1);

// idiom: record by value chosen by condition
// types
struct pt@ {
	double x, y;
};
// far
double pt_x@(struct pt@ p)
{
	return p.x;
}
// body
struct pt@ a@ = { A, 1 }, b@ = { B, 2 };
OUT0 = pt_x@(DECIDE(I > 7) ? a@ : b@);
OUT1 = C;

// idiom: record copied from unknown, then by value
// types
struct pt@ {
	double x, y;
};
// far
double pt_x@(struct pt@ p)
{
	return p.x;
}
// body
struct pt@ v@[2] = { { A, 1 }, { B, 2 } }, one@ = v@[INDEX(I & 1)];
OUT0 = pt_x@(one@);
OUT1 = C;

// idiom: unknown element of an array that is a member of a heap record
// types
struct seg@ {
	int n;
	double w[4];
	struct {
		double v[2];
		double t;
	} marks[3];
};
// far
struct seg@ *seg_new@(void)
{
	struct seg@ *s = calloc(1, sizeof *s);
	s->n = 3;
	return s;
}

void seg_mark@(struct seg@ *s, unsigned at, unsigned which, double x)
{
	s->marks[INDEX(at % (unsigned)s->n)].v[INDEX(which % 2)] = x;
}
// body
struct seg@ *s@ = seg_new@(), *t@ = seg_new@();
seg_mark@(s@, (unsigned)I, (unsigned)J, A);
seg_mark@(t@, 1, (unsigned)J, B);
s@->w[3] = C;
t@->marks[2].t = D;
OUT0 = s@->marks[1].v[0];
OUT1 = t@->marks[1].v[1];
OUT2 = s@->w[3];
OUT3 = t@->marks[2].t + t@->marks[2].v[0] + s@->marks[0].t;
free(s@);
free(t@);

// idiom: array of pointers to heap records, unknown pointer, unknown element
// types
struct seg@ {
	double w[3];
	double bias;
};
// far
void segs_add@(struct seg@ **segs, unsigned at, unsigned el, double x)
{
	segs[INDEX(at % 3)]->w[INDEX(el % 3)] += x;
}
// body
struct seg@ *segs@[3];
for (int k = 0; k < 3; k++) {
	segs@[k] = calloc(1, sizeof *segs@[k]);
	segs@[k]->bias = k;
}
segs_add@(segs@, (unsigned)I, (unsigned)J, A);
segs_add@(segs@, 1, 2, B);
segs@[2]->bias = C;
OUT0 = segs@[1]->w[2];
OUT1 = segs@[0]->w[0];
OUT2 = segs@[2]->bias;
OUT3 = segs@[0]->bias + D;
for (int k = 0; k < 3; k++)
	free(segs@[k]);

// idiom: sub-record handed to a callee that keeps the pointer
// types
struct gauge@ {
	double last, peak;
};
struct panel@ {
	double base[2];
	struct gauge@ left, right;
	struct gauge@ *active;
};
// far
void panel_focus@(struct panel@ *p, struct gauge@ *g)
{
	p->active = g;
}

void panel_show@(struct panel@ *p, double x)
{
	p->active->last = x;
	p->active->peak += p->base[0];
}
// body
struct panel@ p@ = { { A, 1 }, { 2, 3 }, { 4, 5 }, NULL };
panel_focus@(&p@, &p@.right);
panel_show@(&p@, B);
panel_focus@(&p@, DECIDE(I > 7) ? &p@.left : &p@.right);
panel_show@(&p@, C);
OUT0 = p@.right.last;
OUT1 = p@.left.peak;
OUT2 = p@.left.last;
OUT3 = p@.base[1] + D;

// idiom: clear of a record's tail by memset, then of the whole array
// types
struct stat@ {
	double keep[2];
	double sum;
	int n;
	double sq;
};
// far
void stat_reset@(struct stat@ *s)
{
	memset(&s->sum, 0, sizeof *s - offsetof(struct stat@, sum));
}
// body
struct stat@ s@[3];
for (int k = 0; k < 3; k++)
	s@[k] = (struct stat@){ { A, B }, C, I, D };
stat_reset@(&s@[1]);
memset(&s@[2], 0, sizeof s@[2]);
OUT0 = s@[1].keep[0] + s@[1].sum;
OUT1 = s@[1].sq + s@[1].n + 1;
OUT2 = s@[0].sq;
OUT3 = s@[2].keep[1] + s@[2].sum;

// idiom: memmove inside one array of records by an unknown shift
// types
struct ev@ {
	double t;
	double v[2];
};
// body
struct ev@ e@[5] = { { A, { 1, 2 } }, { 3, { B, 4 } }, { 5, { 6, C } }, { 7, { 8, 9 } }, { 1, { 2, 3 } } };
int by@ = INDEX(1 + (I & 1));
memmove(e@ + by@, e@, 3 * sizeof *e@);
OUT0 = e@[1].t;
OUT1 = e@[2].v[0];
OUT2 = e@[4].v[1];
OUT3 = e@[0].v[0] + D;

// idiom: transposed in place through accessors
// far
void transpose@(double *m, int n)
{
	for (int r = 0; r < n; r++)
		for (int c = r + 1; c < n; c++) {
			double t = m[r * n + c];
			m[r * n + c] = m[c * n + r];
			m[c * n + r] = t;
		}
}
// body
double *m@ = calloc(9, sizeof *m@);
m@[1] = A;
m@[6] = B;
m@[5] = C;
m@[4] = D;
transpose@(m@, 3);
OUT0 = m@[3];
OUT1 = m@[2];
OUT2 = m@[7];
OUT3 = m@[4];
free(m@);

// idiom: recursion builds a tree on the heap
// types
struct tree@ {
	double own;
	struct tree@ *kids[2];
};
// far
struct tree@ *tree_make@(int depth, double x)
{
	struct tree@ *t = malloc(sizeof *t);
	t->own = x + depth;
	for (int k = 0; k < 2; k++)
		t->kids[k] = depth > 0 ? tree_make@(depth - 1, x / 2 + k) : NULL;
	return t;
}

double tree_sum@(const struct tree@ *t)
{
	return t ? t->own + tree_sum@(t->kids[0]) + tree_sum@(t->kids[1]) : 0;
}

void tree_free@(struct tree@ *t)
{
	if (t) {
		tree_free@(t->kids[0]);
		tree_free@(t->kids[1]);
		free(t);
	}
}
// body
struct tree@ *t@ = tree_make@(6, A), *u@ = tree_make@(2, B);
t@->kids[0]->kids[1]->kids[0]->own = C;
OUT0 = tree_sum@(t@);
OUT1 = tree_sum@(u@);
OUT2 = t@->kids[1]->own;
OUT3 = tree_sum@(t@->kids[1]) + D;
tree_free@(t@);
tree_free@(u@);

// idiom: accumulator recursion, one node
// types
struct list@ {
	double own;
	struct list@ *next;
};
// far
void list_sum@(const struct list@ *t, double *to)
{
	if (t) {
		*to += t->own;
		list_sum@(t->next, to);
	}
}
// body
struct list@ a@ = { A, NULL };
double s@ = 0;
list_sum@(&a@, &s@);
OUT0 = s@;
OUT1 = D;

// idiom: accumulator recursion, two nodes
// types
struct list@ {
	double own;
	struct list@ *next;
};
// far
void list_sum@(const struct list@ *t, double *to)
{
	if (t) {
		*to += t->own;
		list_sum@(t->next, to);
	}
}
// body
struct list@ b@ = { B, NULL }, a@ = { A, &b@ };
double s@ = 0;
list_sum@(&a@, &s@);
OUT0 = s@;
OUT1 = D;

// idiom: expression tree with tagged nodes
// types
enum op@ { NUM@, ADD@, MUL@ };
struct expr@ {
	enum op@ op;
	union {
		double number;
		struct {
			const struct expr@ *l, *r;
		} two;
	} as;
};
// far
double expr_eval@(const struct expr@ *e)
{
	switch (e->op) {
	case ADD@:
		return expr_eval@(e->as.two.l) + expr_eval@(e->as.two.r);
	case MUL@:
		return expr_eval@(e->as.two.l) * expr_eval@(e->as.two.r);
	default:
		return e->as.number;
	}
}
// body
struct expr@ a@ = { NUM@, .as.number = A }, b@ = { NUM@, .as.number = B }, c@ = { NUM@, .as.number = C };
struct expr@ sum@ = { ADD@, .as.two = { &a@, &b@ } }, all@ = { MUL@, .as.two = { &sum@, &c@ } };
OUT0 = expr_eval@(&all@);
OUT1 = expr_eval@(&sum@);
OUT2 = D;

// idiom: tree cloned by recursion
// types
struct tree@ {
	double own;
	struct tree@ *left, *right;
};
// far
struct tree@ *tree_clone@(const struct tree@ *t)
{
	if (!t)
		return NULL;
	struct tree@ *n = malloc(sizeof *n);
	*n = *t;
	n->left = tree_clone@(t->left);
	n->right = tree_clone@(t->right);
	return n;
}

void tree_free@(struct tree@ *t)
{
	if (t) {
		tree_free@(t->left);
		tree_free@(t->right);
		free(t);
	}
}
// body
struct tree@ d@ = { D }, b@ = { B, &d@ }, c@ = { C }, a@ = { A, &b@, &c@ };
struct tree@ *n@ = tree_clone@(&a@);
a@.own = b@.own = 5;
OUT0 = n@->own;
OUT1 = n@->left->own;
OUT2 = n@->left->left->own;
OUT3 = n@->right->own + a@.own;
tree_free@(n@);

// idiom: recursion over a list of heap records with arrays
// types
struct block@ {
	double v[3];
	int n;
	struct block@ *more;
};
// far
double block_mean@(const struct block@ *b, unsigned at)
{
	double x = b->v[INDEX(at % 3)];
	return b->more ? (x + block_mean@(b->more, at)) / 2 : x;
}
// body
struct block@ *p@ = calloc(1, sizeof *p@), *q@ = calloc(1, sizeof *q@), *r@ = calloc(1, sizeof *r@);
p@->more = q@;
q@->more = r@;
p@->v[0] = A;
q@->v[1] = B;
r@->v[2] = C;
p@->n = J;
OUT0 = block_mean@(p@, (unsigned)I);
OUT1 = block_mean@(r@, 2);
OUT2 = D;
free(p@);
free(q@);
free(r@);

// idiom: plain record by value from unknown element
// types
struct pt@ {
	double x, y;
};
// far
double pt_x@(struct pt@ p)
{
	return p.x;
}
// body
struct pt@ v@[2] = { { A, 1 }, { B, 2 } };
OUT0 = pt_x@(v@[INDEX(I & 1)]);
OUT1 = C;

// idiom: plain record by value through a pointer to unknown element
// types
struct pt@ {
	double x, y;
};
// far
double pt_x@(struct pt@ p)
{
	return p.x;
}
// body
struct pt@ v@[2] = { { A, 1 }, { B, 2 } }, *p@ = &v@[INDEX(I & 1)];
OUT0 = pt_x@(*p@);
OUT1 = C;

// idiom: record returned from unknown element
// types
struct pt@ {
	double x, y;
};
// far
struct pt@ pt_of@(const struct pt@ *v, int at)
{
	return v[INDEX(at)];
}
// body
struct pt@ v@[2] = { { A, 1 }, { B, 2 } };
OUT0 = pt_of@(v@, I & 1).x;
OUT1 = C;

// idiom: record by value with unknown index, stored into a container
// types
struct pt@ {
	double x, y;
};
struct path@ {
	struct pt@ pts[4];
	int n;
};
// far
void path_add@(struct path@ *p, struct pt@ pt)
{
	p->pts[p->n++] = pt;
}
// body
struct path@ p@ = { .n = 0 };
struct pt@ v@[2] = { { A, 1 }, { B, 2 } };
path_add@(&p@, v@[INDEX(I & 1)]);
path_add@(&p@, (struct pt@){ C, 3 });
OUT0 = p@.pts[0].x;
OUT1 = p@.pts[1].x;
OUT2 = D;

// idiom: record by value from unknown, in a loop
// types
struct pt@ {
	double x, y;
};
// far
double pt_dot@(struct pt@ p, struct pt@ q)
{
	return p.x * q.x + p.y * q.y;
}
// body
struct pt@ v@[3] = { { A, 1 }, { B, 2 }, { 3, C } };
int order@[3] = { I & 1, 2, 1 };
double s@ = 0;
for (int k = 0; k < 2; k++)
	s@ += pt_dot@(v@[INDEX(order@[k])], v@[k]);
OUT0 = s@;
OUT1 = D;

// idiom: small record by value with unknown index, compared
// types
struct id@ {
	int id;
};
// far
double id_twice@(struct id@ i)
{
	return i.id * 2.0;
}
// body
struct id@ v@[2] = { { 3 }, { 4 } };
OUT0 = id_twice@(v@[INDEX(I & 1)]);
OUT1 = A;

// idiom: an unknown record of an array cleared by memset
// types
struct stat@ {
	double v[2];
	double sum;
};
// body
struct stat@ s@[3] = { { { A, 1 }, B }, { { C, 2 }, 3 }, { { 4, 5 }, D } };
memset(&s@[INDEX((unsigned)I % 3)], 0, sizeof s@[0]);
memset(s@[INDEX((unsigned)J % 2)].v, 0, sizeof s@[0].v);
OUT0 = s@[0].v[0];
OUT1 = s@[0].sum;
OUT2 = s@[1].v[0];
OUT3 = s@[2].sum;

// idiom: unknown number of records copied
// types
struct ev@ {
	double t, v;
};
// body
struct ev@ e@[4] = { { A, 1 }, { B, 2 }, { 3, C }, { 4, 5 } }, to@[4] = { { 9, 8 }, { 7, 6 }, { 5, 4 }, { 3, D } };
int n@ = INDEX(1 + (I & 1));
memcpy(to@, e@, (size_t)n@ * sizeof *e@);
OUT0 = to@[0].t;
OUT1 = to@[1].t;
OUT2 = to@[2].v + 1;
OUT3 = to@[3].v;

// idiom: list of three summed by recursion
// types
struct list@ {
	double own;
	const struct list@ *next;
};
// far
double list_sum@(const struct list@ *t)
{
	return t ? t->own + list_sum@(t->next) : 0;
}
// body
struct list@ c@ = { C, NULL }, b@ = { B, &c@ }, a@ = { A, &b@ };
OUT0 = list_sum@(&a@);
OUT1 = D;

// idiom: recursion that adds into an out-parameter
// types
struct list@ {
	double own;
	const struct list@ *next;
};
// far
void list_add@(const struct list@ *t, double *to)
{
	if (!t)
		return;
	*to += t->own;
	list_add@(t->next, to);
}
// body
struct list@ a@ = { A, NULL };
double s@ = 0;
list_add@(&a@, &s@);
OUT0 = s@;
OUT1 = D;

// idiom: recursion with unknown depth and an out-parameter
// far
void add@(const double *v, int n, double *to)
{
	if (DECIDE(n > 0)) {
		*to += v[0];
		add@(v + 1, n - 1, to);
	}
}
// body
double v@[2] = { A, B }, s@ = 0;
add@(v@, 1 + (I & 1), &s@);
OUT0 = s@;
OUT1 = D;

// idiom: void pointer to an element cast to a const record
// types
struct shape@ {
	double w, h;
};
// body
struct shape@ s@[3] = { { A, 1 }, { B, 2 }, { C, 3 } };
const void *p@ = &s@[1];
OUT0 = ((const struct shape@ *)p@)->w;
OUT1 = D;

// idiom: unknown element by value
// types
struct pt@ {
	double x, y;
};
// far
double pt_x@(struct pt@ p)
{
	return p.x;
}
// body
struct pt@ v@[2] = { { A, 1 }, { B, 2 } };
OUT0 = pt_x@(v@[INDEX(I & 1)]);
OUT1 = C;

// idiom: unknown element returned by value
// types
struct pt@ {
	double x, y;
};
// far
struct pt@ pt_of@(const struct pt@ *v, int at)
{
	return v[INDEX(at)];
}
// body
struct pt@ v@[2] = { { A, 1 }, { B, 2 } };
OUT0 = pt_of@(v@, I & 1).x;
OUT1 = C;

// idiom: memset of an unknown element
// body
double v@[3] = { A, B, 2 };
memset(&v@[INDEX(I & 1)], 0, sizeof v@[0]);
OUT0 = v@[0];
OUT1 = v@[2] + D;

// idiom: memset through a pointer that a condition chose
// body
double v@[3] = { A, B, 2 }, *p@ = DECIDE(C > 1) ? &v@[0] : &v@[1];
memset(p@, 0, sizeof *p@);
OUT0 = v@[0];
OUT1 = v@[2] + D;

// idiom: memcpy of unknown length
// body
double v@[3] = { A, B, 2 }, w@[3] = { 5, C, 3 };
memcpy(w@, v@, (size_t)INDEX(1 + (I & 1)) * sizeof *v@);
OUT0 = w@[1];
OUT1 = D;

// idiom: memset of unknown length
// body
double w@[3] = { A, B, C };
memset(w@, 0, (size_t)INDEX(1 + (I & 1)) * sizeof *w@);
OUT0 = w@[1];
OUT1 = w@[2] + D;

// idiom: selection sort in a helper
// far
void select@(double *v, double x)
{
	for (int i = 0; i < 2; i++) {
		int best = i;
		if (DECIDE(x > 1))
			best = 1;
		double t = v[i];
		v[i] = v[INDEX(best)];
		v[INDEX(best)] = t;
	}
}
// body
double v@[2] = { A, B };
select@(v@, C);
OUT0 = v@[0];
OUT1 = D;

// idiom: record copied onto itself
// types
struct cell@ {
	double x, y;
};
// body
struct cell@ v@[2] = { { A, 1 }, { B, C } };
v@[1] = v@[1];
OUT0 = v@[1].x;
OUT1 = v@[1].y;
OUT2 = v@[0].x + D;

// idiom: records kept that pass a constant test
// types
struct cell@ {
	double x;
	int keep;
};
// far
int cells_keep@(struct cell@ *v, int n)
{
	int m = 0;
	for (int k = 0; k < n; k++)
		if (v[k].keep)
			v[m++] = v[k];
	return m;
}
// body
struct cell@ v@[3] = { { A, 1 }, { B, 0 }, { C, 1 } };
OUT0 = cells_keep@(v@, 3);
OUT1 = v@[0].x;
OUT2 = v@[1].x + D;

// idiom: array of records that begin with an array, copied whole
// types
struct cell@ {
	double a[2];
};
// body
struct cell@ x@[3] = { { { 0 } } }, y@[3] = { { { 0 } } };
y@[INDEX((unsigned)I % 3)].a[1] = A;
memcpy(x@, y@, sizeof x@);
OUT0 = x@[0].a[1];
OUT1 = x@[1].a[1];
OUT2 = x@[2].a[1];
OUT3 = x@[1].a[0] + D;

// idiom: record with an array of records that begin with an array, assigned
// types
struct cell@ {
	double a[2];
};
struct box@ {
	struct cell@ c[3];
};
// body
struct box@ x@ = { 0 }, y@ = { 0 };
y@.c[INDEX((unsigned)I % 3)].a[1] = A;
x@ = y@;
OUT0 = x@.c[0].a[1];
OUT1 = x@.c[1].a[1];
OUT2 = D;

// idiom: record set in one branch, a member in the other
// types
struct cell@ {
	double a, c, b;
};
// body
struct cell@ v@[3] = { { 0 } }, y@ = { 0 };
v@[INDEX((unsigned)I % 3)].b = C;
if (DECIDE(A > 1))
	y@ = v@[1];
else
	y@.a = 1;
OUT0 = y@.b;
OUT1 = y@.c + D;

// idiom: known write, unknown write, known write beside it, in a helper
// far
void run@(double *v, double x, int i)
{
	v[1] = x;
	v[INDEX(1 + (i & 1))] = 7;
	v[2] = 8;
}
// body
double p@[4] = { A, 1, B, 2 };
run@(p@, C, I);
OUT0 = p@[1];
OUT1 = p@[0];
OUT2 = p@[2] + D;

// idiom: list that begins at one of two nodes
// kinds: any
// types
struct link@ { double key, value; struct link@ *next; };
// near
static double keys_of@(const struct link@ *n)
{
	double sum = 0;
	for (; n; n = n->next)
		sum += n->key;
	return sum;
}
// body
struct link@ last@ = { A, B, NULL }, before@ = { C, D, &last@ };
const struct link@ *first@ = I > 7 ? &before@ : &last@;
OUT0 = keys_of@(first@);
OUT1 = first@->next ? first@->next->value : 5;

// idiom: array of records that grows
// kinds: any
// types
struct item@ { double size, weight; };
struct items@ { struct item@ *all; int count, room; };
// far
int item_add@(struct items@ *items, double size, double weight)
{
	if (items->count >= items->room) {
		struct item@ *more = realloc(items->all, (size_t)(items->room + 4) * sizeof *more);
		if (!more)
			return 0;
		items->all = more;
		items->room += 4;
	}
	items->all[items->count].size = size;
	items->all[items->count].weight = weight;
	items->count++;
	return 1;
}
// body
struct items@ grown@ = { 0 };
for (int k = 0; k < (I & 7); k++)
	item_add@(&grown@, A, B);
OUT0 = grown@.count > 1 ? grown@.all[1].size : 0;
OUT1 = grown@.count > 1 ? grown@.all[1].weight : 0;
free(grown@.all);

// idiom: memory made and given back in each iteration
// types
struct request@ { double raw, score; };
// body
double sum@ = 0, last@ = 0;
int rounds@ = (I & 3) + 1;
for (int i = 0; DECIDE(i < rounds@); i++) {
	struct request@ *r = malloc(sizeof *r);
	if (!r)
		break;
	r->raw = A;
	r->score = B;
	sum@ += r->raw;
	r->raw = r->score + C;
	last@ += r->raw;
	free(r);
}
OUT0 = sum@;
OUT1 = last@;

// idiom: list of named entries, memory checked
// types
struct entry@ { const char *key; double value; struct entry@ *next; };
// far
void entry_add@(struct entry@ **head, const char *key)
{
	struct entry@ *e = calloc(1, sizeof *e);

	if (!e)
		return;
	e->key = key;
	e->next = *head;
	*head = e;
}

struct entry@ *entry_find@(struct entry@ *head, const char *key)
{
	for (struct entry@ *e = head; e; e = e->next)
		if (!strcmp(e->key, key))
			return e;
	return NULL;
}

void entry_put@(struct entry@ *head, const char *key, double value)
{
	struct entry@ *e = entry_find@(head, key);

	if (e)
		e->value = value;
}
// body
struct entry@ *head@ = NULL;
entry_add@(&head@, "cpu");
entry_add@(&head@, "memory");
entry_put@(head@, "cpu", A);
entry_put@(head@, "memory", B);
struct entry@ *cpu@ = entry_find@(head@, "cpu"), *memory@ = entry_find@(head@, "memory");
OUT0 = cpu@ ? cpu@->value : 0;
OUT1 = memory@ ? memory@->value + C : 0;
while (head@) {
	struct entry@ *e = head@;
	head@ = e->next;
	free(e);
}

// idiom: entries with keys of their own
// types
struct item@ { char *key; double value; };
// far
struct item@ *item_make@(const char *key, double value)
{
	struct item@ *item = malloc(sizeof *item);

	if (!item)
		abort();
	item->key = strdup(key);
	item->value = value;
	return item;
}

double item_get@(struct item@ **items, int count, const char *key)
{
	for (int i = 0; i < count; i++)
		if (!strcmp(items[i]->key, key))
			return items[i]->value;
	return 0;
}
// body
struct item@ *items@[3] = { item_make@("low", A), item_make@("high", B), item_make@("mean", C) };
OUT0 = item_get@(items@, 3, "high");
OUT1 = item_get@(items@, 3, "low");
OUT2 = item_get@(items@, 3, "none");
for (int i = 0; i < 3; i++) {
	free(items@[i]->key);
	free(items@[i]);
}

// idiom: records found by names that stand in them
// once
// types
struct metric@ { char name[16]; double last; };
// near
static struct metric@ metrics@[3] = { { "speed", 0 }, { "load", 0 } };

static struct metric@ *metric@(const char *name)
{
	for (int i = 0; i < 3; i++)
		if (!strcmp(metrics@[i].name, name))
			return &metrics@[i];
	return NULL;
}
// body
metric@("speed")->last = A;
metric@("load")->last = B;
strcpy(metrics@[2].name, "late");
metric@("late")->last = C;
OUT0 = metric@("speed")->last;
OUT1 = metric@("load")->last;
OUT2 = metric@("late")->last;

// idiom: array made larger before it is filled
// once
// near
static double *room@;
static int room_count@;

static int room_reserve@(int want)
{
	if (want <= room_count@)
		return 0;
	double *more = realloc(room@, want * sizeof *more);
	if (!more)
		return -1;
	room@ = more;
	room_count@ = want;
	return 0;
}
// body
OUT0 = 0;
OUT1 = 0;
if (!room_reserve@(2 + I)) {
	room@[0] = A;
	room@[1] = B;
	OUT0 = room@[0];
	OUT1 = room@[1] + C;
}
