// idiom: arena of doubles
// types
struct ard@ { double *base; size_t used; };
// far
double *agetd@(struct ard@ *a, size_t n)
{
	double *p = a->base + a->used;
	a->used += n;
	return p;
}
// body
static double mem@[8];
struct ard@ a@ = { mem@, 0 };
double *p@ = agetd@(&a@, 2), *q@ = agetd@(&a@, 1);
*p@ = A;
*q@ = B;
OUT0 = *p@;
OUT1 = *q@;

// idiom: arena sizes rounded up
// types
struct ar@ { unsigned char *base; size_t used; };
// far
void *aget@(struct ar@ *a, size_t n)
{
	void *p = a->base + a->used;
	a->used += (n + 7) / 8 * 8;
	return p;
}
// body
static double mem@[8];
struct ar@ a@ = { (unsigned char *)mem@, 0 };
double *p@ = aget@(&a@, 2 * sizeof(double)), *q@ = aget@(&a@, sizeof(double));
*p@ = A;
*q@ = B;
OUT0 = *p@;
OUT1 = *q@;

// idiom: arena that checks its room
// types
struct ar@ { unsigned char *base; size_t used, size; };
// far
void *aget@(struct ar@ *a, size_t n)
{
	if (a->used + n > a->size)
		return NULL;
	void *p = a->base + a->used;
	a->used += n;
	return p;
}
// body
static double mem@[8];
struct ar@ a@ = { (unsigned char *)mem@, 0, sizeof mem@ };
double *p@ = aget@(&a@, 2 * sizeof(double)), *q@ = aget@(&a@, sizeof(double));
*p@ = A;
*q@ = B;
OUT0 = *p@;
OUT1 = *q@;

// idiom: arena with marks and rollback
// types
struct arena@ { unsigned char *base; size_t used, mark[4]; int depth; };
// far
void *arena_get@(struct arena@ *a, size_t n)
{
	void *p = a->base + a->used;
	a->used += (n + 7) / 8 * 8;
	return p;
}

void arena_push@(struct arena@ *a)
{
	a->mark[a->depth++] = a->used;
}

void arena_pop@(struct arena@ *a)
{
	a->used = a->mark[--a->depth];
}
// body
static double mem@[32];
struct arena@ ar@ = { (unsigned char *)mem@, 0, { 0 }, 0 };
double *keep@ = arena_get@(&ar@, 2 * sizeof(double));
keep@[0] = A;
keep@[1] = 1;
arena_push@(&ar@);
double *tmp@ = arena_get@(&ar@, sizeof(double));
*tmp@ = B * 2;
OUT0 = *tmp@;
arena_pop@(&ar@);
double *again@ = arena_get@(&ar@, sizeof(double));
*again@ = C;
OUT1 = *tmp@;
OUT2 = keep@[0] + keep@[1];

// idiom: array of pointers grown by own realloc
// near
static void *grow@(void *old, size_t n, size_t m)
{
	void *p = malloc(m);
	memcpy(p, old, n);
	free(old);
	return p;
}
// body
double x@ = 0, y@ = 0, **p@ = malloc(sizeof *p@);
p@[0] = &x@;
p@ = grow@(p@, 1 * sizeof *p@, 2 * sizeof *p@);
p@[1] = &y@;
p@ = grow@(p@, 2 * sizeof *p@, 4 * sizeof *p@);
*p@[0] = A;
*p@[1] = B;
OUT0 = x@;
OUT1 = y@;
free(p@);

// idiom: base and used bumped and written
// types
struct us@ { double *base; int used; };
// far
double *bump@(struct us@ *u, int n)
{
	double *p = u->base + u->used;
	u->used += n;
	return p;
}
// body
double d@[4] = { A, B, C, D };
struct us@ u@ = { d@, 0 };
double *p@ = bump@(&u@, 2), *q@ = bump@(&u@, 1);
OUT0 = *p@;
OUT1 = *q@;

// idiom: counter in a struct bumped by two calls of other sizes
// types
struct us@ { int used; };
// far
int bump@(struct us@ *u, int n)
{
	int at = u->used;
	u->used += n;
	return at;
}
// body
double d@[4] = { A, B, C, D };
struct us@ u@ = { 0 };
int p@ = bump@(&u@, 2), q@ = bump@(&u@, 1);
OUT0 = d@[p@];
OUT1 = d@[q@];

// idiom: dynamic program on the heap by row pointer
// far
double best_path@(int n, int m, const double cost[n][m])
{
	double (*best)[m] = malloc(n * sizeof *best);
	for (int j = 0; j < m; j++)
		best[0][j] = cost[0][j];
	for (int i = 1; i < n; i++)
		for (int j = 0; j < m; j++)
			best[i][j] = cost[i][j] + fmin(best[i - 1][j], best[i - 1][j > 0 ? j - 1 : 0]);
	double r = best[n - 1][m - 1];
	free(best);
	return r;
}
// body
const double cost@[2][2] = { { A, 1 }, { 2, B } }, flat@[1][2] = { { 3, C } };
OUT0 = best_path@(2, 2, cost@);
OUT1 = best_path@(1, 2, flat@);
OUT2 = cost@[0][0] + D;

// idiom: element by a product helper
// near
static int pl@(int row, int w)
{
	return row * w;
}
// body
const double d@[4] = { A, B, C, D };
OUT0 = d@[pl@(1, 2)];
OUT1 = d@[pl@(1, 1)];

// idiom: element by a sum helper
// near
static int pl@(int row, int col)
{
	return row + col;
}
// body
const double d@[4] = { A, B, C, D };
OUT0 = d@[pl@(0, 1)];
OUT1 = d@[pl@(1, 2)];

// idiom: element by an index helper called once
// near
static int pl@(int row, int w, int col)
{
	return row * w + col;
}
// body
const double d@[4] = { A, B, C, D };
OUT0 = d@[pl@(1, 2, 1)];
OUT1 = d@[0];

// idiom: element by an index helper of row and column
// near
static int pl@(int row, int w, int col)
{
	return row * w + col;
}
// body
const double d@[4] = { A, B, C, D };
OUT0 = d@[pl@(0, 2, 1)];
OUT1 = d@[pl@(1, 2, 1)];

// idiom: element by an unsigned index helper
// near
static size_t pl@(size_t row, size_t w, size_t col)
{
	return row * w + col;
}
// body
const double d@[4] = { A, B, C, D };
OUT0 = d@[pl@(0, 2, 1)];
OUT1 = d@[pl@(1, 2, 1)];

// idiom: element written by an index helper
// near
static int pl@(int row, int w, int col)
{
	return row * w + col;
}
// body
double d@[4] = { 1, 2, 3, 4 };
d@[pl@(0, 2, 1)] = A;
d@[pl@(1, 2, 1)] = B;
OUT0 = d@[pl@(0, 2, 1)];
OUT1 = d@[pl@(1, 2, 1)];

// idiom: events with pointers sent through a byte pipe in a ring
// kinds: any
// types
struct pipe@ { unsigned char b[32]; unsigned r, w; };
struct ev@ { double *to; double v; };
// far
int pipe_write@(struct pipe@ *p, const void *from, unsigned n)
{
	const unsigned char *s = from;
	if (p->w - p->r + n > sizeof p->b)
		return 0;
	for (unsigned k = 0; k < n; k++)
		p->b[p->w++ % sizeof p->b] = s[k];
	return 1;
}

int pipe_read@(struct pipe@ *p, void *to, unsigned n)
{
	unsigned char *d = to;
	if (p->w - p->r < n)
		return 0;
	for (unsigned k = 0; k < n; k++)
		d[k] = p->b[p->r++ % sizeof p->b];
	return 1;
}
// body
double x@ = 0;
struct pipe@ p@ = { .r = 0, .w = 0 };
struct ev@ e@ = { &x@, A }, got@;
pipe_write@(&p@, &e@, sizeof e@);
if (pipe_read@(&p@, &got@, sizeof got@))
	*got@.to += got@.v;
OUT0 = x@;
OUT1 = B;

// idiom: first of a slice from a slice
// types
struct sv@ { const double *p; int n, step; };
// far
struct sv@ sv_slice@(struct sv@ v, int from, int n, int step)
{
	struct sv@ r = { v.p + from * v.step, n, v.step * step };
	return r;
}
// body
const double d@[4] = { A, B, C, D };
struct sv@ v@ = { d@, 4, 1 }, odd@ = sv_slice@(v@, 1, 2, 2), back@ = sv_slice@(v@, 3, 2, -1);
OUT0 = odd@.p[odd@.step];
OUT1 = back@.p[0];
OUT2 = back@.p[back@.step];

// idiom: flat buffer cast to rows of a known number
// far
double plane_at@(const double *flat, int w, int y, int x)
{
	const double (*rows)[w] = (const double (*)[w])flat;
	return rows[y][x];
}
// body
const double flat@[6] = { 1, A, 2, 3, B, C };
OUT0 = plane_at@(flat@, 3, 0, 1);
OUT1 = plane_at@(flat@, 3, 1, 1);
OUT2 = plane_at@(flat@, 2, 2, 1);
OUT3 = D;

// idiom: flat pointer seen as variable rows
// far
double trace@(int n, double (*m)[n])
{
	double t = 0;
	for (int k = 0; k < n; k++)
		t += m[k][k];
	return t;
}
// body
double flat@[4] = { A, B, C, D };
OUT0 = trace@(2, (double (*)[2])flat@);
OUT1 = flat@[1] + flat@[2];

// idiom: function pointer got from a generic vector
// types
struct gv@ { void *data; size_t esz; };
// far
void gv_get@(const struct gv@ *g, size_t k, void *item)
{
	memcpy(item, (const char *)g->data + k * g->esz, g->esz);
}
// near
static double f0@(double x)
{
	return x + 1;
}

static double f1@(double x)
{
	return x * 2;
}
// body
double (*f@[2])(double) = { f0@, f1@ }, (*g@)(double);
struct gv@ v@ = { f@, sizeof *f@ };
gv_get@(&v@, 0, &g@);
OUT0 = g@(A);
gv_get@(&v@, 1, &g@);
OUT1 = g@(B);

// idiom: generic get with two element types
// types
struct gv@ { void *data; size_t esz; };
// far
void gv_get@(const struct gv@ *g, size_t k, void *item)
{
	memcpy(item, (const char *)g->data + k * g->esz, g->esz);
}
// body
double x@ = A, *p@[2] = { &x@, &x@ }, *q@ = NULL;
float f@[3] = { 1, (float)(B), 2 }, g@;
struct gv@ gp@ = { p@, sizeof *p@ }, gf@ = { f@, sizeof *f@ };
gv_get@(&gf@, 1, &g@);
gv_get@(&gp@, 1, &q@);
OUT0 = *q@;
OUT1 = g@;

// idiom: generic heap swaps items through a buffer
// kinds: any
// types
struct heap@ { char *items; size_t esz; int n; int (*less)(const void *, const void *); };
// far
void heap_swap@(struct heap@ *h, int i, int j)
{
	char t[32];
	memcpy(t, h->items + i * h->esz, h->esz);
	memcpy(h->items + i * h->esz, h->items + j * h->esz, h->esz);
	memcpy(h->items + j * h->esz, t, h->esz);
}

void heap_push@(struct heap@ *h, const void *item)
{
	int k = h->n++;
	memcpy(h->items + k * h->esz, item, h->esz);
	while (k > 0 && DECIDE(h->less(h->items + k * h->esz, h->items + (k - 1) / 2 * h->esz))) {
		heap_swap@(h, k, (k - 1) / 2);
		k = (k - 1) / 2;
	}
}
// near
struct task@ { double due; double *cell; };

static int sooner@(const void *p, const void *q)
{
	return ((const struct task@ *)p)->due < ((const struct task@ *)q)->due;
}
// body
struct task@ room@[3], t@;
struct heap@ h@ = { (char *)room@, sizeof t@, 0, sooner@ };
double x@ = 0, y@ = 0;
t@ = (struct task@){ A, &x@ };
heap_push@(&h@, &t@);
t@ = (struct task@){ B, &y@ };
heap_push@(&h@, &t@);
*room@[0].cell += C;
OUT0 = x@;
OUT1 = y@;
OUT2 = room@[1].due;
OUT3 = D;

// idiom: generic vector of strings got by index
// kinds: any
// types
struct gv@ { void *data; size_t esz; };
// far
void gv_get@(const struct gv@ *g, size_t k, void *item)
{
	memcpy(item, (const char *)g->data + k * g->esz, g->esz);
}
// body
char a@[32], b@[32];
sense_text(TEXT, a@, sizeof a@);
sense_text(TEXT2, b@, sizeof b@);
char *s@[2] = { a@, b@ }, *t@;
struct gv@ v@ = { s@, sizeof *s@ };
gv_get@(&v@, 0, &t@);
OUT0 = atoi(t@);
gv_get@(&v@, 1, &t@);
OUT1 = atoi(t@);

// idiom: handle made and read in functions
// near
static double sl@[4];

static uint32_t hnew@(int slot, uint8_t tag, double v)
{
	sl@[slot] = v;
	return (uint32_t)slot << 8 | tag;
}

static double hget@(uint32_t h)
{
	return sl@[h >> 8];
}
// body
uint32_t h@ = hnew@(1, 7, A), g@ = hnew@(2, 9, B);
OUT0 = hget@(h@);
OUT1 = hget@(g@);

// idiom: handles with the index above a tag
// types
typedef uint32_t handle@;
// near
static struct { double v; uint8_t tag; } slots@[4];

static handle@ handle_new@(int slot, uint8_t tag, double v)
{
	slots@[slot].v = v;
	slots@[slot].tag = tag;
	return (uint32_t)slot << 8 | tag;
}

static double handle_get@(handle@ h)
{
	unsigned k = h >> 8;
	return slots@[k].tag == (h & 255) ? slots@[k].v : -1;
}
// body
handle@ h@ = handle_new@(1, 7, A), g@ = handle_new@(2, 9, B);
OUT0 = handle_get@(h@);
OUT1 = handle_get@(g@);
handle@ k@ = handle_new@(1, 8, C);
OUT2 = handle_get@(h@);
OUT3 = handle_get@(k@);

// idiom: heap of two tasks pushed with swaps
// kinds: any
// types
struct heap@ { char *items; size_t esz; int n; };
struct task@ { double due; double *cell; };
// far
void heap_swap@(struct heap@ *h, int i, int j)
{
	char t[32];
	memcpy(t, h->items + i * h->esz, h->esz);
	memcpy(h->items + i * h->esz, h->items + j * h->esz, h->esz);
	memcpy(h->items + j * h->esz, t, h->esz);
}

void heap_push@(struct heap@ *h, const void *item)
{
	int k = h->n++;
	memcpy(h->items + k * h->esz, item, h->esz);
	if (k > 0 && DECIDE(((struct task@ *)h->items)[k].due < ((struct task@ *)h->items)->due))
		heap_swap@(h, k, 0);
}
// body
struct task@ room@[3], t@;
struct heap@ h@ = { (char *)room@, sizeof t@, 0 };
double x@ = 0, y@ = 0;
t@ = (struct task@){ A, &x@ };
heap_push@(&h@, &t@);
t@ = (struct task@){ B, &y@ };
heap_push@(&h@, &t@);
*room@[0].cell += C;
OUT0 = x@;
OUT1 = y@;

// idiom: image of variable width blurred in place
// far
void blur@(int h, int w, float px[h][w], float tmp[h][w])
{
	for (int y = 0; y < h; y++)
		for (int x = 0; x < w; x++)
			tmp[y][x] = x > 0 ? (px[y][x] + px[y][x - 1]) / 2 : px[y][x];
	for (int y = 0; y < h; y++)
		for (int x = 0; x < w; x++)
			px[y][x] = y > 0 ? (tmp[y][x] + tmp[y - 1][x]) / 2 : tmp[y][x];
}
// body
float px@[2][3] = { { (float)(A), 1, 2 }, { 3, (float)(B), (float)(C) } }, tmp@[2][3];
blur@(2, 3, px@, tmp@);
OUT0 = px@[0][1];
OUT1 = px@[1][1];
OUT2 = px@[1][2];
OUT3 = px@[0][2] + D;

// idiom: kernel rows given as a constant width
// far
void conv3@(int h, int w, const double im[h][w], const double k[3][3], double res[h - 2][w - 2])
{
	for (int y = 0; y < h - 2; y++)
		for (int x = 0; x < w - 2; x++) {
			double s = 0;
			for (int j = 0; j < 3; j++)
				for (int i = 0; i < 3; i++)
					s += im[y + j][x + i] * k[j][i];
			res[y][x] = s;
		}
}
// body
const double im@[3][4] = { { A, 1, 2, 3 }, { 4, 5, 6, 7 }, { 8, 9, 1, B } };
const double k@[3][3] = { { 1, 2, 1 }, { 2, C, 2 }, { 1, 2, 1 } };
double r@[1][2];
conv3@(3, 4, im@, k@, r@);
OUT0 = r@[0][0];
OUT1 = r@[0][1];
OUT2 = D;

// idiom: local matrix of variable size
// body
int n@ = 2, m@ = 3;
double a@[n@][m@];
memset(a@, 0, sizeof a@);
a@[1][2] = A;
a@[0][2] = B;
a@[1][0] = C;
OUT0 = a@[1][2];
OUT1 = a@[0][2];
OUT2 = a@[1][0];

// idiom: matrix product of variable sizes
// far
void vmul@(int n, int m, double a[n][m], double x[m], double y[n])
{
	for (int i = 0; i < n; i++) {
		y[i] = 0;
		for (int k = 0; k < m; k++)
			y[i] += a[i][k] * x[k];
	}
}
// body
double a@[2][2] = { { A, 1 }, { 2, B } }, x@[2] = { 1, C }, y@[2];
vmul@(2, 2, a@, x@, y@);
OUT0 = y@[0];
OUT1 = y@[1];

// idiom: own copy backwards moves pointers
// near
static void back@(char *to, const char *from, size_t n)
{
	while (n--)
		to[n] = from[n];
}
// body
double x@ = 0, y@ = 0, *p@[2] = { &x@, &y@ }, *q@[2];
back@((char *)q@, (const char *)p@, sizeof q@);
*q@[0] = A;
*q@[1] = B;
OUT0 = x@;
OUT1 = y@;

// idiom: own copy by index moves pointers
// near
static void bytes@(char *to, const char *from, int n)
{
	for (int k = 0; k < n; k++)
		to[k] = from[k];
}
// body
double x@ = 0, y@ = 0, *p@[2] = { &x@, &y@ }, *q@[2];
bytes@((char *)q@, (const char *)p@, sizeof q@);
*q@[0] = A;
*q@[1] = B;
OUT0 = x@;
OUT1 = y@;

// idiom: own copy by words moves pointers
// near
static void words@(void *to, const void *from, size_t n)
{
	uint64_t *d = to;
	const uint64_t *s = from;
	for (; n >= 8; n -= 8)
		*d++ = *s++;
}
// body
double x@ = 0, y@ = 0, *p@[2] = { &x@, &y@ }, *q@[2];
words@(q@, p@, sizeof q@);
*q@[0] = A;
*q@[1] = B;
OUT0 = x@;
OUT1 = y@;

// idiom: own swap of words moves records with pointers
// types
struct rw@ { double v, *to; };
// near
static void swapw@(void *a, void *b, size_t n)
{
	long *p = a, *q = b;
	for (size_t k = 0; k < n / sizeof(long); k++) {
		long t = p[k];
		p[k] = q[k];
		q[k] = t;
	}
}
// body
double x@ = 0, y@ = 0;
struct rw@ p@ = { A, &x@ }, q@ = { B, &y@ };
swapw@(&p@, &q@, sizeof p@);
*p@.to = p@.v;
*q@.to = q@.v;
OUT0 = x@;
OUT1 = y@;

// idiom: place advanced by a step in a callee
// types
struct q@ { int at, step; };
// near
static void adv@(struct q@ *q)
{
	q->at += q->step;
}
// body
const double d@[4] = { A, B, C, D };
struct q@ q@ = { 0, 2 };
adv@(&q@);
OUT0 = d@[q@.at];
OUT1 = d@[0];

// idiom: place in a struct returned by two calls
// types
struct pl@ { int at; };
// near
static struct pl@ place@(int row, int w)
{
	return (struct pl@){ row * w };
}
// body
const double d@[4] = { A, B, C, D };
struct pl@ p@ = place@(0, 2), q@ = place@(1, 2);
OUT0 = d@[p@.at];
OUT1 = d@[q@.at];

// idiom: place written to a struct by two calls
// types
struct pl@ { int at; };
// near
static void place@(struct pl@ *p, int row, int w)
{
	p->at = row * w;
}
// body
const double d@[4] = { A, B, C, D };
struct pl@ p@, q@;
place@(&p@, 0, 2);
place@(&q@, 1, 2);
OUT0 = d@[p@.at];
OUT1 = d@[q@.at];

// idiom: plain arena of bytes used twice
// types
struct ar@ { unsigned char *base; size_t used; };
// far
void *aget@(struct ar@ *a, size_t n)
{
	void *p = a->base + a->used;
	a->used += n;
	return p;
}
// body
unsigned char mem@[64] __attribute__((aligned(8)));
struct ar@ a@ = { mem@, 0 };
double *p@ = aget@(&a@, 2 * sizeof(double));
double *q@ = aget@(&a@, sizeof(double));
p@[0] = A;
p@[1] = 1;
q@[0] = B;
OUT0 = p@[0];
OUT1 = q@[0];
OUT2 = p@[1] + C;

// idiom: planes of a variable cube handed on
// far
double plane_sum@(int q, int r, const double p[q][r])
{
	double s = 0;
	for (int j = 0; j < q; j++)
		for (int k = 0; k < r; k++)
			s += p[j][k];
	return s;
}

double cube_part@(int p, int q, int r, const double t[p][q][r], int i)
{
	return plane_sum@(q, r, t[i]);
}
// body
const double t@[2][2][2] = { { { A, 1 }, { 2, 3 } }, { { 4, B }, { C, 5 } } };
OUT0 = cube_part@(2, 2, 2, t@, 0);
OUT1 = cube_part@(2, 2, 2, t@, 1);
OUT2 = D;

// idiom: planner with work size then run
// types
struct plan@ { size_t work_size; char *work; int n; };
// far
struct plan@ plan_make@(int n)
{
	struct plan@ p = { .n = n };
	p.work_size = 2 * n * sizeof(double);
	return p;
}

void plan_run@(const struct plan@ *p, const double *in, double *out)
{
	double *first = (double *)p->work, *second = (double *)(p->work + p->n * sizeof(double));
	for (int k = 0; k < p->n; k++)
		first[k] = in[k] * 2;
	for (int k = 0; k < p->n; k++)
		second[k] = first[p->n - 1 - k];
	memcpy(out, second, p->n * sizeof *out);
}
// body
struct plan@ plan@ = plan_make@(3);
double in@[3] = { A, B, C }, res@[3];
if (plan@.work_size > 0)
	plan@.work = malloc(plan@.work_size);
plan_run@(&plan@, in@, res@);
free(plan@.work);
OUT0 = res@[0];
OUT1 = res@[1];
OUT2 = res@[2];
OUT3 = D;

// idiom: pointer copied byte by byte
// near
static void bytes@(void *to, const void *from, size_t n)
{
	unsigned char *d = to;
	const unsigned char *s = from;
	while (n--)
		*d++ = *s++;
}
// body
double x@ = 0, *p@ = &x@, *r@;
bytes@(&r@, &p@, sizeof r@);
*r@ = A;
OUT0 = x@;
OUT1 = B;

// idiom: pointer got by value of an index from a generic vector
// types
struct gv@ { void *data; size_t esz; };
// far
void gv_get@(const struct gv@ *g, size_t k, void *item)
{
	memcpy(item, (const char *)g->data + k * g->esz, g->esz);
}
// body
double x@ = A, y@ = B, *p@[2] = { &x@, &y@ }, *q@;
struct gv@ g@ = { p@, sizeof *p@ };
gv_get@(&g@, 0, &q@);
OUT0 = *q@;
gv_get@(&g@, 1, &q@);
OUT1 = *q@;

// idiom: pointer to rows of a heap matrix
// body
int m@ = 3;
double (*a@)[m@] = calloc(2, sizeof *a@);
a@[1][2] = A;
a@[0][1] = B;
OUT0 = a@[1][2];
OUT1 = a@[0][1];
free(a@);

// idiom: pointer to rows of unknown width
// far
void matmul@(int n, int m, double a[n][m], double b[m][n], double c[n][n])
{
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++) {
			c[i][j] = 0;
			for (int k = 0; k < m; k++)
				c[i][j] += a[i][k] * b[k][j];
		}
}
// body
int n@ = 2, m@ = 3;
double (*a@)[m@] = malloc(sizeof(double[n@][m@])), (*b@)[n@] = malloc(sizeof(double[m@][n@])), c@[n@][n@];
for (int i = 0; i < n@; i++)
	for (int j = 0; j < m@; j++) {
		a@[i][j] = i + j + 1;
		b@[j][i] = i - j + 5;
	}
a@[1][2] = A;
b@[0][0] = B;
a@[0][1] = C;
matmul@(n@, m@, a@, b@, c@);
OUT0 = c@[0][0];
OUT1 = c@[0][1];
OUT2 = c@[1][0];
OUT3 = c@[1][1] + D;
free(a@);
free(b@);

// idiom: pointer to variable rows as parameter
// far
double rsum@(int m, const double (*a)[m], int rows)
{
	double s = 0;
	for (int r = 0; r < rows; r++, a++)
		s += (*a)[m - 1];
	return s;
}
// body
double a@[3][2] = { { A, 1 }, { 2, B }, { 3, C } };
OUT0 = rsum@(2, a@, 2);
OUT1 = rsum@(2, a@ + 2, 1);

// idiom: read byte while before the end
// far
int get8@(const unsigned char **p, const unsigned char *end)
{
	return *p < end ? *(*p)++ : 0;
}
// body
unsigned char raw@[2] = { (unsigned char)I, (unsigned char)J };
const unsigned char *p@ = raw@;
OUT0 = get8@(&p@, raw@ + 2);
OUT1 = get8@(&p@, raw@ + 2);

// idiom: records in a variable grid
// types
struct px@ { double v; int seen; };
// far
void stamp@(int h, int w, struct px@ g[h][w], int y, int x, double v)
{
	struct px@ *p = &g[y][x];
	p->v = v;
	p->seen++;
}
// body
struct px@ g@[2][2] = { 0 };
stamp@(2, 2, g@, 0, 1, A);
stamp@(2, 2, g@, 1, 0, B);
OUT0 = g@[0][1].v;
OUT1 = g@[1][0].v;
OUT2 = g@[1][1].v + g@[0][1].seen + C;

// idiom: records of pointers copied as bytes
// types
struct port@ { double *to; int n; };
// near
static void bytes_copy@(void *to, const void *from, size_t n)
{
	unsigned char *d = to;
	const unsigned char *s = from;
	while (n--)
		*d++ = *s++;
}
// body
double x@ = 0, y@ = 0;
struct port@ p@ = { &x@, 1 }, q@ = { &y@, 2 }, r@;
bytes_copy@(&r@, &q@, sizeof r@);
*r@.to = A;
bytes_copy@(&r@, &p@, sizeof r@);
*r@.to += B;
OUT0 = x@;
OUT1 = y@;
OUT2 = r@.n + C;

// idiom: region of interest as header on an image
// types
struct image@ { int rows, cols; size_t step; uint8_t *data; };
// far
struct image@ roi@(const struct image@ *im, int x, int y, int w, int h)
{
	struct image@ r = { h, w, im->step, im->data + y * im->step + x };
	return r;
}

double mean_image@(const struct image@ *im)
{
	double sum = 0;
	for (int y = 0; y < im->rows; y++) {
		const uint8_t *row = im->data + y * im->step;
		for (int x = 0; x < im->cols; x++)
			sum += row[x];
	}
	return sum / (im->rows * im->cols);
}

void fill@(struct image@ im, uint8_t v)
{
	for (; im.rows > 0; im.rows--, im.data += im.step)
		memset(im.data, v, im.cols);
}
// body
uint8_t px@[4 * 8] = { 0 };
struct image@ im@ = { 4, 8, 8, px@ }, left@ = roi@(&im@, 0, 0, 4, 4), right@ = roi@(&im@, 4, 1, 3, 2);
fill@(left@, (uint8_t)I);
fill@(right@, (uint8_t)J);
OUT0 = mean_image@(&left@);
OUT1 = mean_image@(&right@);
OUT2 = mean_image@(&im@);
OUT3 = px@[7] + A;

// idiom: row parameter of variable width
// far
double rget@(int m, double a[][m], int row, int k)
{
	return a[row][k];
}
// body
double a@[2][2] = { { A, 1 }, { B, C } };
OUT0 = rget@(2, a@, 0, 0);
OUT1 = rget@(2, a@, 1, 0);
OUT2 = rget@(2, a@, 1, 1);

// idiom: rows of a variable matrix handed to a callee
// far
double row_sum@(const double *r, int n)
{
	double s = 0;
	for (int k = 0; k < n; k++)
		s += r[k];
	return s;
}

void row_sums@(int n, int m, double a[n][m], double *to)
{
	for (int i = 0; i < n; i++)
		to[i] = row_sum@(a[i], m);
}
// body
double a@[2][2] = { { A, 1 }, { 2, B } }, s@[2];
row_sums@(2, 2, a@, s@);
OUT0 = s@[0];
OUT1 = s@[1];
OUT2 = C;

// idiom: slice made once
// types
struct sv@ { const double *p; int n, step; };
// far
struct sv@ sv_slice@(struct sv@ v, int from, int n, int step)
{
	struct sv@ r = { v.p + from * v.step, n, v.step * step };
	return r;
}
// body
const double d@[4] = { A, B, C, D };
struct sv@ v@ = { d@, 4, 1 }, odd@ = sv_slice@(v@, 1, 2, 2);
OUT0 = odd@.p[odd@.step];
OUT1 = odd@.p[0];

// idiom: slice taken backwards
// types
struct sv@ { const double *p; int n, step; };
// far
struct sv@ sv_slice@(struct sv@ v, int from, int n, int step)
{
	struct sv@ r = { v.p + from * v.step, n, v.step * step };
	return r;
}

double sv_sum@(struct sv@ v)
{
	double s = 0;
	for (int k = 0; k < v.n; k++)
		s += v.p[k * v.step];
	return s;
}
// body
const double d@[4] = { A, B, C, D };
struct sv@ v@ = { d@, 4, 1 };
OUT0 = sv_sum@(sv_slice@(v@, 3, 2, -1));
OUT1 = sv_sum@(sv_slice@(v@, 0, 2, 1));

// idiom: stream reader with a moving byte pointer
// types
struct reader@ { const unsigned char *img_buffer, *img_buffer_end; };
// far
unsigned char get8@(struct reader@ *s)
{
	return s->img_buffer < s->img_buffer_end ? *s->img_buffer++ : 0;
}

int get16be@(struct reader@ *s)
{
	int z = get8@(s);
	return (z << 8) + get8@(s);
}

uint32_t get32le@(struct reader@ *s)
{
	uint32_t z = get8@(s);
	z |= (uint32_t)get8@(s) << 8;
	z |= (uint32_t)get8@(s) << 16;
	return z | (uint32_t)get8@(s) << 24;
}
// body
unsigned char raw@[8] = { 0, (unsigned char)I, 7, (unsigned char)J, 0, 0, 9, 1 };
struct reader@ r@ = { raw@, raw@ + 8 };
OUT0 = get16be@(&r@);
OUT1 = get8@(&r@) + A;
OUT2 = get32le@(&r@);
OUT3 = get8@(&r@);

// idiom: task swapped by bytes under a condition in a callee
// kinds: any
// types
struct task@ { double due; double *cell; };
// near
static void swap@(char *items, int i, int j)
{
	char t[32];
	memcpy(t, items + i * 16, 16);
	memcpy(items + i * 16, items + j * 16, 16);
	memcpy(items + j * 16, t, 16);
}

static void sort2@(struct task@ *v, int n)
{
	int k = n - 1;
	if (k > 0 && DECIDE(v[k].due < v[0].due))
		swap@((char *)v, k, 0);
}
// body
double x@ = 0, y@ = 0;
struct task@ room@[2] = { { A, &x@ }, { B, &y@ } };
sort2@(room@, 1);
sort2@(room@, 2);
*room@[0].cell += C;
OUT0 = x@;
OUT1 = y@;

// idiom: three variable dimensions
// far
double cube@(int p, int q, int r, double t[p][q][r], int i, int j, int k)
{
	return t[i][j][k];
}
// body
double t@[2][2][2] = { { { A, 1 }, { 2, B } }, { { 3, C }, { D, 4 } } };
OUT0 = cube@(2, 2, 2, t@, 0, 1, 1);
OUT1 = cube@(2, 2, 2, t@, 1, 0, 1);
OUT2 = cube@(2, 2, 2, t@, 1, 1, 0);

// idiom: transposed copy between variable shapes
// far
void transpose_v@(int n, int m, const double (*a)[m], double (*t)[n])
{
	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			t[j][i] = a[i][j];
}
// body
double a@[2][3] = { { A, 1, B }, { 2, C, 3 } }, t@[3][2];
transpose_v@(2, 3, a@, t@);
OUT0 = t@[0][0];
OUT1 = t@[2][0];
OUT2 = t@[1][1];
OUT3 = t@[1][0] + D;

// idiom: variable rows on the heap handed on
// far
void vfill@(int n, int m, double a[n][m], double x)
{
	for (int i = 0; i < n; i++)
		a[i][i] = x;
}
// body
int n@ = 2;
double (*a@)[n@] = calloc(n@, sizeof *a@);
vfill@(n@, n@, a@, A);
a@[1][0] = B;
OUT0 = a@[0][0];
OUT1 = a@[1][1];
OUT2 = a@[1][0];
free(a@);

// idiom: variable windows walked by row cursor
// far
int peaks@(int n, int w, const double x[n][w], double *to)
{
	int k = 0;
	for (const double (*r)[w] = x; r < x + n; r++) {
		double top = (*r)[0];
		for (const double *p = *r; p < *r + w; p++)
			top = fmax(top, *p);
		to[k++] = top;
	}
	return k;
}
// body
const double x@[2][2] = { { A, 1 }, { B, C } };
double to@[2];
int n@ = peaks@(2, 2, x@, to@);
OUT0 = to@[0];
OUT1 = to@[1];
OUT2 = n@ + D;

// idiom: written through a row parameter of variable width
// far
void rset@(int n, int m, double a[n][m], int row, int k, double x)
{
	a[row][k] = x;
}
// body
double a@[2][3] = { 0 };
rset@(2, 3, a@, 1, 0, A);
rset@(2, 3, a@, 0, 1, B);
OUT0 = a@[1][0];
OUT1 = a@[0][1];
OUT2 = C;

// idiom: matrix parameter walked as one array
// far
double whole@(double m[2][2])
{
	double *p = &m[0][0], sum = 0;
	for (int k = 0; k < 4; k++)
		sum += p[k] * (k + 1);
	return sum;
}
// near
static double row@(int n, double (*m)[n], int k)
{
	double *p = m[k], sum = 0;
	for (int i = 0; i < n; i++)
		sum += p[i];
	return sum;
}
// body
double m@[2][2] = { { A, 2 }, { B, C } };
OUT0 = whole@(m@);
OUT1 = row@(2, m@, 1);

// idiom: matrix cell by an index of 64 bits
// kinds: any
// types
struct cells@ { size_t rows, columns; double *at; };
// far
double cell_get@(const struct cells@ *m, size_t row, size_t column)
{
	return m->at[row * m->columns + column];
}

void cell_set@(struct cells@ *m, size_t row, size_t column, double v)
{
	m->at[row * m->columns + column] = v;
}
// body
double store@[6] = { 0 };
struct cells@ c@ = { 2, 3, store@ };
size_t pick@ = I & 1;
cell_set@(&c@, 0, 1, A);
cell_set@(&c@, 1, 1, B);
cell_set@(&c@, 1, 2, C);
OUT0 = cell_get@(&c@, pick@, 1);
OUT1 = cell_get@(&c@, 1, 2);

// idiom: every third from the second by an index of 64 bits
// kinds: any
// body
double w@[6] = { 1, 2, 3, 4, 5, 6 };
unsigned long k@ = I & 1;
w@[k@ * 3 + 2] = A;
OUT0 = w@[2];
OUT1 = w@[5];
OUT2 = w@[0] + B;
