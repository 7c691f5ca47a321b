// idiom: VLA of two dimensions on the stack
// near
static double diagonal@(int n, const double *v)
{
	double t[n][n], sum = 0;
	for (int r = 0; r < n; r++)
		for (int c = 0; c < n; c++)
			t[r][c] = v[r * n + c];
	for (int k = 0; k < n; k++)
		sum += t[k][n - 1 - k];
	return sum;
}
// body
OUT0 = diagonal@(2, (double[]){ A, B, C, D });
OUT1 = diagonal@(1, (double[]){ D });

// idiom: VLA parameter whose rows are written
// far
void row_set@(int cols, double m[][cols], int at, double x)
{
	m[at][cols - 1] = x;
}
// body
double m@[2][3] = { { 0 } };
row_set@(3, m@, 0, A);
row_set@(3, m@, 1, B);
OUT0 = m@[0][2];
OUT1 = m@[1][2];
OUT2 = m@[1][1] + C;

// idiom: argument cut by its parameter
// near
static int big@(uint8_t k) { return k > 100; }
// body
OUT0 = big@(300) ? A : B;
OUT1 = big@((uint8_t)-1) ? C : D;

// idiom: assignments inside conditions
// kinds: any
// near
static int feed_next@(const double **at, const double *end, double *to)
{
	if (*at == end)
		return 0;
	return (*to = *(*at)++), 1;
}
// body
const double v@[4] = { A, B, C, 2 }, *p@ = v@;
double x@, last@, sum@ = 0;
int n@;
if ((n@ = (int)(p@ != v@ + 3)) && feed_next@(&p@, v@ + 4, &x@))
	OUT0 = x@ + n@;
else
	OUT0 = 0;
while (feed_next@(&p@, v@ + 3, &x@))
	sum@ += last@ = x@;
OUT1 = sum@;
OUT2 = last@;
OUT3 = (x@ = D) > 0 ? x@ : -x@;

// idiom: atomic counter below nothing
// kinds: any
// near
static atomic_uint refs@;
// body
refs@ = (unsigned)(I & 1);
unsigned old@ = atomic_fetch_sub(&refs@, 1);
OUT0 = old@ - 1 > 5 ? A : B;
OUT1 = refs@ > 5 ? C : D;

// idiom: bit-field as a ring index
// body
struct { unsigned at : 2; double v[4]; } r@ = { .v = { A, B, C, D } };
r@.at = 3;
OUT0 = r@.v[r@.at++];
OUT1 = r@.v[r@.at++];
OUT2 = r@.v[r@.at];
r@.at -= 2;
OUT3 = r@.v[r@.at];

// idiom: bit-field decremented below nothing
// body
struct { unsigned n : 4; } f@ = { 0 };
f@.n -= 1;
OUT0 = f@.n == 15 ? A : B;
OUT1 = C;

// idiom: bit-field incremented past its end
// body
struct { unsigned n : 3; } f@ = { 7 };
f@.n++;
OUT0 = f@.n == 0 ? A : B;
OUT1 = C;

// idiom: bit-field initialised with too much
// body
struct { unsigned n : 3; } f@ = { .n = 9 };
OUT0 = f@.n == 1 ? A : B;
OUT1 = C;

// idiom: bit-field of one bit with sign
// body
struct { int on : 1; } f@ = { 0 };
f@.on = 1;
OUT0 = f@.on == 1 ? A : B;
OUT1 = f@.on < 0 ? C : D;

// idiom: bit-fields cut what they hold
// near
static double pick0_@(double x, double y)
{
	struct { int f : 3; } s@ = { 7 };
	if (s@.f == -1)
		return x;
	return y;
}
static double pick1_@(double x, double y)
{
	struct { unsigned f : 3; } s@ = { 7 }; s@.f++;
	if (s@.f == 0)
		return x;
	return y;
}
static double pick2_@(double x, double y)
{
	struct { unsigned f : 4; } s@ = { 0 }; s@.f -= 1;
	if (s@.f == 15)
		return x;
	return y;
}
static double pick3_@(double x, double y)
{
	struct { _Bool f : 1; } s@ = { 2 };
	if (s@.f == 1)
		return x;
	return y;
}
// body
OUT0 = pick0_@(A, B);
OUT1 = pick1_@(B, C);
OUT2 = pick2_@(C, D);
OUT3 = pick3_@(D, A);

// idiom: callbacks with user data over an array
// types
typedef int visit@(void *user, int at, double x);
// far
int each_value@(const double *v, int n, visit@ *f, void *user)
{
	for (int k = 0; k < n; k++) {
		int stop = f(user, k, v[k]);
		if (stop)
			return stop;
	}
	return 0;
}
// near
struct range_user@ { double sum; int n; };
static int add_one@(void *user, int at, double x)
{
	struct range_user@ *u = user;
	u->sum += x;
	u->n += at;
	return 0;
}
static int keep_last@(void *user, int at, double x)
{
	*(double *)user = x;
	return at == 1;
}
// body
double v@[3] = { A, B, C }, last@ = 0;
struct range_user@ u@ = { 0 };
each_value@(v@, 3, add_one@, &u@);
int stop@ = each_value@(v@, 3, keep_last@, &last@);
OUT0 = u@.sum;
OUT1 = u@.n + stop@ + D;
OUT2 = last@;

// idiom: char that may be negative as index
// kinds: any
// body
signed char c@ = (signed char)(J * 16);
double v@[256] = { [128] = A, [144] = B, [16] = C };
OUT0 = v@[(unsigned char)c@];
OUT1 = c@ < 0 ? C : D;

// idiom: checked addition by hand
// kinds: any
// near
static int add_ok@(int a, int b, int *r) { *r = (int)((unsigned)a + (unsigned)b); return !((a ^ *r) & (b ^ *r) & (int)0x80000000); }
// body
int r@;
OUT0 = add_ok@(2147483640, I, &r@) ? A : B;
OUT1 = r@ < 0 ? C : D;

// idiom: column of a variable matrix written
// far
void col_set@(int rows, int cols, double (*m)[cols], int c, const double *from)
{
	for (int r = 0; r < rows; r++)
		m[r][c] = from[r];
}
// body
double m@[3][2] = { { 0 } };
col_set@(3, 2, m@, 1, (double[]){ A, B, C });
OUT0 = m@[0][1];
OUT1 = m@[1][1];
OUT2 = m@[2][1];
OUT3 = m@[2][0] + D;

// idiom: conversions in assignments of mixed width
// body
int16_t s@ = (int16_t)40000;
uint32_t u@ = s@;
int64_t w@ = u@;
uint64_t x@ = s@;
OUT0 = s@ < 0 ? A : B;
OUT1 = u@ > 4000000000u ? C : D;
OUT2 = w@ > 0 ? A : D;
OUT3 = x@ > 0 && x@ >> 32 ? B : C;

// idiom: copy of a tree by recursion in a pool
// types
struct pt@ { double v; int kid[2]; };
// near
static struct pt@ pool@[8];
static int used@;
static int pt_new@(double v, int l, int r)
{
	pool@[used@] = (struct pt@){ v, { l, r } };
	return used@++;
}
static double pt_sum@(int at)
{
	return at < 0 ? 0 : pool@[at].v + pt_sum@(pool@[at].kid[0]) + pt_sum@(pool@[at].kid[1]);
}
static int pt_mirror@(int at)
{
	return at < 0 ? -1 : pt_new@(pool@[at].v * 2, pt_mirror@(pool@[at].kid[1]), -1);
}
// once
// body
used@ = 0;
int l@ = pt_new@(A, -1, -1), r@ = pt_new@(B, -1, -1), t@ = pt_new@(C, l@, r@);
OUT0 = pt_sum@(t@);
OUT1 = pt_sum@(l@);
OUT2 = pt_sum@(pt_mirror@(t@));
OUT3 = pool@[t@].v;

// idiom: count kept in a header by realloc
// types
struct rowa@ { int n; double at[]; };
// far
struct rowa@ *rowa_add@(struct rowa@ *r, double x)
{
	int n = r->n;
	r = realloc(r, sizeof *r + (size_t)(n + 1) * sizeof r->at[0]);
	r->n = n + 1;
	r->at[n] = x;
	return r;
}
// body
struct rowa@ *r@ = calloc(1, sizeof *r@);
r@ = rowa_add@(r@, A);
r@ = rowa_add@(r@, B);
OUT0 = r@->at[0];
OUT1 = r@->at[1];
free(r@);

// idiom: depth written into nodes by recursion
// types
struct ny@ { int depth; double sum; struct ny@ *l, *r; };
// near
static void mark@(struct ny@ *t, int depth, double sum)
{
	if (!t)
		return;
	t->depth = depth;
	t->sum += sum;
	mark@(t->l, depth + 1, t->sum);
	mark@(t->r, depth + 1, t->sum);
}
// body
struct ny@ c@ = { 0, C }, b@ = { 0, B, NULL, &c@ }, a@ = { 0, A, &b@, NULL };
mark@(&a@, I, D);
OUT0 = a@.sum;
OUT1 = b@.sum;
OUT2 = c@.sum;
OUT3 = c@.depth;

// idiom: difference of sizes below nothing
// body
size_t p@ = 2, q@ = 3;
OUT0 = p@ - q@ > 0 ? A : B;
OUT1 = (long)(p@ - q@) < 0 ? C : D;
OUT2 = p@ - q@ + 1 == 0 ? A : C;

// idiom: distance of two pointers decides what is read
// far
double first_if_one@(const double *lo, const double *hi)
{
	if (hi - lo == 1)
		return *lo;
	return hi[-1];
}
// body
double v@[3] = { A, B, C };
OUT0 = first_if_one@(v@, v@ + 1);
OUT1 = first_if_one@(v@ + 1, v@ + 3);

// idiom: division of a negative number by a size
// body
int k@ = -8;
OUT0 = k@ / sizeof(double) > 100 ? A : B;
OUT1 = k@ / (int)sizeof(double) == -1 ? C : D;
OUT2 = -1 * sizeof(char) > 1000 ? A : D;

// idiom: enumerators and characters decide
// near
static double pick0_@(double x, double y)
{
	enum { P@ = 5, Q@, R@ = P@ - 2 };
	if (Q@ == 6 && R@ == 3)
		return x;
	return y;
}
static double pick1_@(double x, double y)
{
	int k@ = "hello"[1];
	if (k@ == 'e')
		return x;
	return y;
}
static double pick2_@(double x, double y)
{
	const char *s@ = "a\0b";
	if (s@[2] == 'b' && !s@[1])
		return x;
	return y;
}
static double pick3_@(double x, double y)
{
	int k@ = sizeof "a\0b";
	if (k@ == 4)
		return x;
	return y;
}
// body
OUT0 = pick0_@(A, B);
OUT1 = pick1_@(B, C);
OUT2 = pick2_@(C, D);
OUT3 = pick3_@(D, A);

// idiom: equal pointers end a recursion that adds
// near
static void add_to_end@(double *at, double *end, double by)
{
	if (at == end)
		return;
	*at += by;
	add_to_end@(at + 1, end, by);
}
// body
double v@[2] = { A, B };
add_to_end@(v@, v@ + 1, C);
OUT0 = v@[0];
OUT1 = v@[1];

// idiom: feature after a void recursion decided by pointers
// near
static void add_ptr@(double *at, double *end, double by)
{
	if (at == end)
		return;
	*at += by;
	add_ptr@(at + 1, end, by);
}
// body
double v@[2] = { A, B };
add_ptr@(v@, v@ + 1, C);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = D;

// idiom: fixed fields before a flexible array kept by realloc
// types
struct fx@ { double total; int n; double at[]; };
// body
struct fx@ *p@ = malloc(sizeof *p@ + sizeof(double));
p@->total = A;
p@->n = I;
p@->at[0] = B;
p@ = realloc(p@, sizeof *p@ + 3 * sizeof(double));
OUT0 = p@->total;
OUT1 = p@->n;
OUT2 = p@->at[0];
OUT3 = C;
free(p@);

// idiom: fixed point constants
// near
typedef int16_t q15@;
static q15@ q_mul@(q15@ a, q15@ b) { return (q15@)((int32_t)a * b >> 15); }
static q15@ q_add@(q15@ a, q15@ b) { int32_t s = a + b; return s > 32767 ? 32767 : s < -32768 ? -32768 : (q15@)s; }
// body
double v@[4] = { A, B, C, D };
OUT0 = v@[q_mul@(16384, 16384) >> 12];
OUT1 = v@[(q_add@(30000, 30000) + 1) >> 14];
OUT2 = q_mul@(-16384, 16384) == -8192 ? A : D;
OUT3 = q_add@(-30000, -30000) == -32768 ? B : C;

// idiom: flags in a bit-field compared
// body
struct { unsigned kind : 2, left : 3; int sign : 2; } f@ = { .kind = 1 };
f@.kind += 2;
f@.left = f@.kind * 3;
f@.sign = 3;
OUT0 = f@.kind == 3 ? A : B;
OUT1 = f@.left == 1 ? C : D;
OUT2 = f@.sign == -1 ? A : D;
f@.kind++;
OUT3 = f@.kind ? B : C;

// idiom: flags set by an enum of shifts
// kinds: any
// types
enum perm@ { READ@ = 1, WRITE@ = 2, RUN@ = 4 };
struct file@ { enum perm@ perm; double owner; };
// far
int allowed@(const struct file@ *f, enum perm@ want)
{
	return (f->perm & want) == want;
}
// body
struct file@ f@ = { READ@ | RUN@, A }, g@ = { .owner = B };
g@.perm |= I & 1 ? WRITE@ : READ@;
f@.perm &= ~RUN@;
OUT0 = allowed@(&f@, READ@) ? f@.owner : C;
OUT1 = allowed@(&g@, WRITE@);
OUT2 = allowed@(&g@, READ@) ? g@.owner : D;

// idiom: flat memory seen as a variable matrix
// near
static double cell_of@(int rows, int cols, void *flat, int r, int c)
{
	double (*m)[cols] = flat;
	(void)rows;
	return m[r][c];
}
// body
double f@[6] = { A, 1, B, 2, C, 3 };
OUT0 = cell_of@(2, 3, f@, 0, 0);
OUT1 = cell_of@(2, 3, f@, 1, 1);
OUT2 = cell_of@(3, 2, f@, 1, 0);

// idiom: flexible member at a place kept in the header
// types
struct rowd@ { int n; double at[]; };
// body
struct rowd@ *r@ = malloc(sizeof *r@ + sizeof(double));
r@->n = 1;
r@->at[0] = A;
r@ = realloc(r@, sizeof *r@ + 2 * sizeof(double));
r@->at[r@->n++] = B;
OUT0 = r@->at[0];
OUT1 = r@->at[1] + r@->n;
free(r@);

// idiom: flexible member set before and after realloc in a helper
// types
struct rowe@ { int n; double at[]; };
// near
static struct rowe@ *rowe_add@(struct rowe@ *r, double x)
{
	r = realloc(r, sizeof *r + (size_t)(r->n + 1) * sizeof r->at[0]);
	r->at[r->n++] = x;
	return r;
}
// body
struct rowe@ *r@ = malloc(sizeof *r@);
r@->n = 0;
r@ = rowe_add@(r@, A);
r@ = rowe_add@(r@, B);
OUT0 = r@->at[0];
OUT1 = r@->at[1];
free(r@);

// idiom: flexible member survives realloc
// types
struct rowc@ { int n; double at[]; };
// body
struct rowc@ *r@ = malloc(sizeof *r@ + sizeof(double));
r@->n = 1;
r@->at[0] = A;
r@ = realloc(r@, sizeof *r@ + 2 * sizeof(double));
r@->at[1] = B;
OUT0 = r@->at[0];
OUT1 = r@->at[1] + r@->n;
free(r@);

// idiom: full tree of seven summed by recursion
// types
struct f7@ { double v; struct f7@ *l, *r; };
// near
static double f7_sum@(const struct f7@ *t) { return t ? f7_sum@(t->l) + t->v + f7_sum@(t->r) : 0; }
// body
struct f7@ n@[7] = { { A }, { B }, { C }, { D }, { 1 }, { 2 }, { 3 } };
for (int k = 0; k < 3; k++) {
	n@[k].l = &n@[2 * k + 1];
	n@[k].r = &n@[2 * k + 2];
}
OUT0 = f7_sum@(&n@[1]);
OUT1 = f7_sum@(&n@[0]);
OUT2 = f7_sum@(&n@[2]);

// idiom: gray code and its inverse
// near
static unsigned gray@(unsigned n) { return n ^ n >> 1; }
static unsigned ungray@(unsigned g) { unsigned n = 0; for (; g; g >>= 1) n ^= g; return n; }
// body
double v@[4] = { A, B, C, D };
OUT0 = v@[gray@(2)];
OUT1 = v@[ungray@(3)];
OUT2 = v@[ungray@(gray@(1))];

// idiom: guarded sums of both kids
// types
struct gs@ { double v; const struct gs@ *l, *r; };
// near
static double gs_sum@(const struct gs@ *t)
{
	double s = t->v;
	if (t->l)
		s += gs_sum@(t->l);
	if (t->r)
		s += gs_sum@(t->r);
	return s;
}
// body
struct gs@ c@ = { C }, b@ = { B, NULL, &c@ }, a@ = { A, &b@, NULL };
OUT0 = gs_sum@(&a@);
OUT1 = gs_sum@(&b@) + D;

// idiom: halves of an array by recursion
// far
double peak_of@(const double *lo, const double *hi)
{
	if (hi - lo == 1)
		return *lo;
	const double *mid = lo + (hi - lo) / 2;
	double l = peak_of@(lo, mid), r = peak_of@(mid, hi);
	return l > r ? l : r;
}
// kinds: any
// body
double v@[5] = { A, B, C, D, 1 };
OUT0 = peak_of@(v@, v@ + 3);
OUT1 = peak_of@(v@ + 3, v@ + 5);
OUT2 = peak_of@(v@ + 2, v@ + 3);

// idiom: heap matrix behind a pointer to array
// body
int n@ = 3;
double (*m@)[n@] = malloc(2 * sizeof *m@);
for (int k = 0; k < n@; k++)
	m@[0][k] = k, m@[1][k] = -k;
m@[0][1] = A;
m@[1][2] = B;
double (*end@)[n@] = m@ + 2;
OUT0 = end@[-1][2];
OUT1 = (*m@)[1];
OUT2 = (m@ + 1)[0][1] + C;
OUT3 = m@[0][0] + m@[0][1] + m@[0][2];
free(m@);

// idiom: heap tree raised by recursion
// types
struct nf@ { double v; struct nf@ *l, *r; };
// near
static struct nf@ *nf_new@(double v, struct nf@ *l, struct nf@ *r)
{
	struct nf@ *t = malloc(sizeof *t);
	t->v = v;
	t->l = l;
	t->r = r;
	return t;
}
static void nf_raise@(struct nf@ *t, double by)
{
	if (!t)
		return;
	t->v += by;
	nf_raise@(t->l, by);
	nf_raise@(t->r, by);
}
// body
struct nf@ *c@ = nf_new@(C, NULL, NULL), *b@ = nf_new@(B, NULL, c@), *a@ = nf_new@(D, b@, NULL);
nf_raise@(a@, A);
OUT0 = a@->v;
OUT1 = b@->v;
OUT2 = c@->v;

// idiom: in order walk with the position returned
// types
struct ip@ { double v; const struct ip@ *l, *r; };
// near
static int ip_walk@(const struct ip@ *t, double *to, int at)
{
	if (!t)
		return at;
	at = ip_walk@(t->l, to, at);
	to[at++] = t->v;
	return ip_walk@(t->r, to, at);
}
// body
struct ip@ c@ = { C }, b@ = { B, NULL, &c@ }, a@ = { A, &b@, NULL };
double v@[4] = { 0 };
int n@ = ip_walk@(&a@, v@, 0);
OUT0 = v@[0] + v@[1] + v@[2];
OUT1 = n@ + D;

// idiom: kids in an array raised by recursion
// types
struct ne@ { double v; struct ne@ *kid[2]; };
// near
static void raise_each@(struct ne@ *t, double by)
{
	if (!t)
		return;
	t->v += by;
	for (int k = 0; k < 2; k++)
		raise_each@(t->kid[k], by);
}
// body
struct ne@ c@ = { C }, b@ = { B, { NULL, &c@ } }, a@ = { D, { &b@ } };
raise_each@(&a@, A);
OUT0 = a@.v;
OUT1 = b@.v;
OUT2 = c@.v;

// idiom: largest size is minus one
// body
size_t none@ = -1;
int k@ = -1;
OUT0 = none@ == (size_t)-1 ? A : B;
OUT1 = k@ == none@ ? C : D;
OUT2 = none@ > 5 ? A : D;
OUT3 = k@ > none@ - 1 ? B : C;

// idiom: later of two ticks
// kinds: any
// types
#define AFTER@(a, b) ((int32_t)((b) - (a)) < 0)
// body
uint32_t now@ = (uint32_t)I, then@ = (uint32_t)J;
OUT0 = AFTER@(now@, then@) ? A : B;
OUT1 = now@ - then@ > 0x80000000u ? C : D;

// idiom: letters behind the end of a text
// body
const char *s@ = "a\0b";
OUT0 = s@[2] == 'b' ? A : B;
OUT1 = "xy\0z"[3] ? C : D;

// idiom: letters of the whole byte counted
// body
int n@ = 0;
double s@ = 0;
for (unsigned char c = 'a'; c != 0; c++)
	n@++;
for (unsigned char c = 200; c; c += 8)
	s@ += A;
OUT0 = s@;
OUT1 = n@ + B;

// idiom: little lisp of tagged words
// kinds: any
// types
typedef intptr_t val@;
struct cell@ { val@ car, cdr; };
#define NUM@(k) ((val@)((intptr_t)(k) << 1 | 1))
#define IS_NUM@(v) ((v) & 1)
#define CELL@(v) ((struct cell@ *)(v))
// near
static struct cell@ heap@[16];
static int heap_n@;
static val@ cons@(val@ a, val@ d)
{
	struct cell@ *c = &heap@[heap_n@++];
	c->car = a;
	c->cdr = d;
	return (val@)c;
}
static long sum@(val@ v)
{
	long s = 0;
	for (; v && !IS_NUM@(v); v = CELL@(v)->cdr)
		s += IS_NUM@(CELL@(v)->car) ? CELL@(v)->car >> 1 : sum@(CELL@(v)->car);
	return s;
}
// once
// body
heap_n@ = 0;
val@ p@ = cons@(NUM@(I), cons@(NUM@(2), 0)), q@ = cons@(p@, cons@(NUM@(J), 0));
OUT0 = sum@(p@);
OUT1 = sum@(q@);
OUT2 = CELL@(p@)->car >> 1;
OUT3 = heap_n@ + A;

// idiom: long mask from a condition
// kinds: any
// body
uint64_t m@ = -(uint64_t)(I > 7);
OUT0 = m@ >> 63 ? A : B;
OUT1 = (m@ & 6) == 6 ? C : D;
uint32_t n@ = 0u - (uint32_t)(J & 1);
OUT2 = n@ > 1 ? A : D;

// idiom: long shift generator as index
// near
static uint64_t xs@(uint64_t x) { x ^= x << 13; x ^= x >> 7; x ^= x << 17; return x; }
// body
double v@[4] = { A, B, C, D };
uint64_t x@ = xs@(88172645463325252ull);
OUT0 = v@[x@ & 3];
x@ = xs@(x@);
OUT1 = v@[x@ >> 62];
OUT2 = v@[(x@ >> 32) % 4];

// idiom: loop controlled inside a callee
// near
static int next_k@(int *k, int n) { return ++*k < n; }
static int ticks@;
static int tick@(void) { return ticks@-- > 0; }
// body
double v@[3] = { A, B, C }, s@ = 0, t@ = 0;
for (int k = -1; next_k@(&k, 2);)
	s@ += v@[k];
ticks@ = 3;
while (tick@())
	t@ += D;
OUT0 = s@;
OUT1 = t@;
OUT2 = ticks@ + v@[2];

// idiom: loops on small wrapping counters
double s@ = 0, t@ = 0, u@ = 0;
for (uint8_t k = 253; k >= 253; k++)
	s@ += A;
for (uint8_t m = 1; m; m <<= 1)
	t@ += B * m;
for (signed char k = 2; k >= 0; k--)
	u@ += k == 1 ? C : 0;
OUT0 = s@;
OUT1 = t@;
OUT2 = u@;
OUT3 = D;

// idiom: matrix product with variable dimensions
// far
void mat_product@(int n, int m, int k, double out[n][k], double a[n][m], double b[m][k])
{
	for (int r = 0; r < n; r++)
		for (int c = 0; c < k; c++) {
			out[r][c] = 0;
			for (int i = 0; i < m; i++)
				out[r][c] += a[r][i] * b[i][c];
		}
}
// body
double a@[2][2] = { { A, 1 }, { B, 2 } }, b@[2][1] = { { C }, { D } }, r@[2][1];
mat_product@(2, 2, 1, r@, a@, b@);
OUT0 = r@[0][0];
OUT1 = r@[1][0];
OUT2 = a@[1][0];

// idiom: minimum of a number and a size by macro
// types
#define MIN@(a, b) ((a) < (b) ? (a) : (b))
// body
int k@ = -3;
size_t n@ = 2;
double v@[3] = { A, B, C };
OUT0 = v@[MIN@(k@, n@)] + 1;
OUT1 = v@[MIN@((int)n@, 1)];
OUT2 = MIN@(k@, 1) < 0 ? C : D;

// idiom: minimum of a tree
// kinds: any
// types
struct mt@ { double v; const struct mt@ *l, *r; };
// near
static double mt_min@(const struct mt@ *t, double least)
{
	if (!t)
		return least;
	if (t->v < least)
		least = t->v;
	least = mt_min@(t->l, least);
	return mt_min@(t->r, least);
}
// body
struct mt@ c@ = { C }, b@ = { B, NULL, &c@ }, a@ = { A, &b@, NULL };
OUT0 = mt_min@(&a@, 9);
OUT1 = mt_min@(&b@, D);

// idiom: mutual recursion over a string of digits
// kinds: any
// near
static const char *expr@(const char *p, const double *env, double *to);
static const char *term@(const char *p, const double *env, double *to)
{
	if (*p == '(') {
		p = expr@(p + 1, env, to);
		return p + 1;
	}
	*to = env[*p - 'a'];
	return p + 1;
}
static const char *expr@(const char *p, const double *env, double *to)
{
	double r;
	p = term@(p, env, to);
	while (*p == '+') {
		p = term@(p + 1, env, &r);
		*to += r;
	}
	return p;
}
// body
const double env@[3] = { A, B, C };
double r@ = 0;
expr@("a+(b+c)", env@, &r@);
OUT0 = r@;
OUT1 = D;

// idiom: mutual recursion through brackets
// kinds: any
// near
static const char *cur@;
static double inner@(double x);
static double atom@(double x)
{
	if (*cur@ == '(') {
		cur@++;
		return inner@(x);
	}
	return x;
}
static double inner@(double x)
{
	return atom@(x) + 1;
}
// body
cur@ = "(a)";
OUT0 = inner@(A);
OUT1 = B;

// idiom: negative index turned unsigned
// kinds: any
// body
int k@ = (I & 3) - 1;
double v@[3] = { A, B, C };
OUT0 = (unsigned)k@ < 3 ? v@[k@] : D;
OUT1 = (size_t)k@ < 3 ? 1 : D;

// idiom: negative long meets an unsigned long
// body
long k@ = -2;
unsigned long n@ = 3;
OUT0 = k@ > n@ ? A : B;
OUT1 = k@ + n@ == 1 ? C : D;
OUT2 = k@ / 2 < n@ ? A : D;
OUT3 = k@ % n@ == 2 ? B : C;

// idiom: negative number less than a size
// body
int k@ = -1;
OUT0 = k@ < sizeof(int) ? A : B;
OUT1 = k@ < (int)sizeof(int) ? C : D;

// idiom: negative number less than a size variable
// body
int k@ = -1;
size_t n@ = 4;
OUT0 = k@ < n@ ? A : B;
OUT1 = k@ + n@ < n@ ? C : D;

// idiom: negative numbers meet unsigned ones
// near
static double pick0_@(double x, double y)
{
	int k@ = -1; unsigned n@ = 1;
	if (k@ < n@)
		return x;
	return y;
}
static double pick1_@(double x, double y)
{
	int k@ = -1;
	if (k@ < (int)sizeof(int))
		return x;
	return y;
}
static double pick2_@(double x, double y)
{
	int k@ = -1;
	if (k@ < sizeof(int))
		return x;
	return y;
}
static double pick3_@(double x, double y)
{
	long k@ = -1; unsigned n@ = 1;
	if (k@ < n@)
		return x;
	return y;
}
// body
OUT0 = pick0_@(A, B);
OUT1 = pick1_@(B, C);
OUT2 = pick2_@(C, D);
OUT3 = pick3_@(D, A);

// idiom: negative status meets a size
// near
static long read_some@(int ok) { return ok ? 4 : -1; }
// body
size_t want@ = 4;
long got@ = read_some@(0);
OUT0 = got@ < want@ ? A : B;
OUT1 = read_some@(1) < want@ ? C : D;

// idiom: parameter decremented and filled with ones
// near
static unsigned fill@(unsigned n) { n--; n |= n >> 1; return n + 1; }
// body
OUT0 = fill@(0) ? A : B;
OUT1 = fill@(4) == 4 ? C : D;

// idiom: parameter decremented below nothing
// near
static unsigned less@(unsigned n) { n--; return n; }
// body
OUT0 = less@(0) ? A : B;
OUT1 = less@(1) ? C : D;
OUT2 = less@(0) > 7 ? A : D;

// idiom: place before the first by a mask
// kinds: any
// body
uint8_t k@ = (uint8_t)(I & 3);
double v@[4] = { A, B, C, D };
OUT0 = v@[(uint8_t)(k@ - 1) & 3];
OUT1 = ((k@ - 1) & 3) == 3 ? A : B;
k@ = (uint8_t)(k@ - 2);
OUT2 = k@ >> 7 ? C : D;

// idiom: place before the first by remainder
// kinds: any
// body
unsigned k@ = (unsigned)I & 3;
double v@[4] = { A, B, C, D };
OUT0 = v@[(k@ - 1) % 4];
OUT1 = (k@ - 1) % 4 == 3 ? A : B;
OUT2 = (k@ + 3u) % 4u == 3 ? C : D;

// idiom: pointer distance as a recursion count
// near
static double by_distance@(const double *lo, const double *hi)
{
	ptrdiff_t n = hi - lo;
	if (n <= 0)
		return 0;
	return lo[n - 1] + by_distance@(lo, hi - 1);
}
// body
double v@[3] = { A, B, C };
OUT0 = by_distance@(v@, v@ + 2);
OUT1 = by_distance@(v@ + 1, v@ + 3);

// idiom: pointer to VLA rows with a cell set
int n@ = 2;
double (*m@)[n@] = calloc(2, sizeof *m@);
m@[0][1] = A;
m@[1][0] = B;
OUT0 = m@[0][1];
OUT1 = m@[1][0];
OUT2 = m@[0][0] + C;
free(m@);

// idiom: pointer to rows of a variable matrix
// near
static void rows_scale@(int n, int m, double (*rows)[m], double by)
{
	for (double (*r)[m] = rows; r < rows + n; r++)
		for (int c = 0; c < m; c++)
			(*r)[c] *= by;
}

static double trace@(int n, double t[n][n])
{
	double sum = 0;
	for (int k = n; k-- > 0;)
		sum += t[k][k];
	return sum;
}
// body
double m@[2][2] = { { A, 2 }, { B, C } }, (*second@)[2] = m@ + 1;
OUT0 = trace@(2, m@);
rows_scale@(1, 2, second@, D);
OUT1 = (*m@)[0] + m@[0][1];
OUT2 = second@[0][0];
OUT3 = *(*(m@ + 1) + 1);

// idiom: pointers recursing toward each other
// near
static void flip_ptr@(double *lo, double *hi)
{
	if (lo < hi) {
		double t = *lo;
		*lo = *hi, *hi = t;
		flip_ptr@(++lo, --hi);
	}
}
// body
double v@[4] = { A, B, C, D };
flip_ptr@(v@, v@ + 3);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = v@[2];
OUT3 = v@[3];

// idiom: record behind a number read by a recursive helper
// types
struct leaf3@ { double v; uintptr_t next; };
// near
static double all3@(uintptr_t t)
{
	if (!t)
		return 0;
	const struct leaf3@ *l = (const struct leaf3@ *)t;
	return l->v + all3@(l->next);
}
// body
struct leaf3@ tail@ = { A, 0 }, head@ = { B, (uintptr_t)&tail@ };
OUT0 = all3@((uintptr_t)&head@);
OUT1 = all3@((uintptr_t)&tail@);

// idiom: recursion bounded by a static end pointer
// near
static const double *stop@;
static double until_stop@(const double *at)
{
	return at == stop@ ? 0 : *at + until_stop@(at + 1);
}
// body
double v@[3] = { A, B, C };
stop@ = v@ + 2;
OUT0 = until_stop@(v@);
OUT1 = until_stop@(v@ + 2) + D;

// idiom: recursion decided by pointers over heap memory
// near
static double sum_ptr@(const double *at, const double *end)
{
	return at == end ? 0 : *at + sum_ptr@(at + 1, end);
}
// body
double *v@ = malloc(2 * sizeof *v@);
v@[0] = A;
v@[1] = B;
OUT0 = sum_ptr@(v@, v@ + 2);
OUT1 = C;
free(v@);

// idiom: recursion over a range of iterators
// near
static double dot_rec@(const double *a, const double *end, const double *b)
{
	if (a == end)
		return 0;
	return *a * *b + dot_rec@(a + 1, end, b + 1);
}
// body
double p@[2] = { A, B }, q@[2] = { C, D };
OUT0 = dot_rec@(p@, p@ + 1, q@);
OUT1 = dot_rec@(p@ + 1, p@ + 2, q@ + 1);

// idiom: recursion over records until a sentinel
// types
struct opt@ { const char *name; double v; };
// near
static double opts_sum@(const struct opt@ *o)
{
	if (!o->name)
		return 0;
	return o->v + opts_sum@(o + 1);
}
// body
struct opt@ o@[] = { { "a", A }, { "b", B }, { NULL, 9 }, { "c", C }, { NULL } };
OUT0 = opts_sum@(o@);
OUT1 = opts_sum@(o@ + 3);
OUT2 = D;

// idiom: recursion over text until its end
// kinds: any
// near
static int vowels@(const char *p, const char *end)
{
	return p == end ? 0 : (*p == 'a') + vowels@(p + 1, end);
}
// body
char t@[3] = { (char)('a' + (I & 1)), (char)('a' + (J & 1)), 'a' };
OUT0 = vowels@(t@, t@ + 1);
OUT1 = vowels@(t@ + 1, t@ + 3);
OUT2 = A;

// idiom: recursion that compares with its first pointer
// near
static double back_to@(const double *at, const double *first)
{
	double x = *at;
	if (at != first)
		x += back_to@(at - 1, first);
	return x;
}
// body
double v@[3] = { A, B, C };
OUT0 = back_to@(v@ + 1, v@);
OUT1 = back_to@(v@ + 2, v@ + 2);
OUT2 = D;

// idiom: recursion that ends on a negative number
// near
static double until_negative@(const int *at, const double *v) { return *at < 0 ? 0 : v[*at] + until_negative@(at + 1, v); }
// body
double v@[3] = { A, B, C };
static const int order@[] = { 2, 0, -1, 1, -1 };
OUT0 = until_negative@(order@, v@);
OUT1 = until_negative@(order@ + 3, v@);
OUT2 = D;

// idiom: recursion that ends on a null argument
// near
static double until_null@(const double *const *p) { return *p ? **p + until_null@(p + 1) : 0; }
// body
double x@ = A, y@ = B, z@ = C;
const double *list@[] = { &x@, &y@, NULL, &z@, NULL };
OUT0 = until_null@(list@);
OUT1 = until_null@(list@ + 3);
OUT2 = until_null@(list@ + 1) + D;

// idiom: recursion that steps down to its first pointer
// near
static void shift_down@(double *at, double *first)
{
	if (at > first) {
		*at = at[-1];
		shift_down@(at - 1, first);
	}
}
// body
double v@[4] = { A, B, C, D };
shift_down@(v@ + 2, v@);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = v@[2];
OUT3 = v@[3];

// idiom: recursion until an element is marked
// near
static double until_mark@(const double *at, const char *mark)
{
	return *mark ? 0 : *at + until_mark@(at + 1, mark + 1);
}
// body
double v@[3] = { A, B, C };
OUT0 = until_mark@(v@, "\0\0x");
OUT1 = until_mark@(v@ + 2, "\0x");

// idiom: recursion until two pointers meet
// far
double sum_meet@(const double *lo, const double *hi)
{
	return lo == hi ? 0 : *lo + sum_meet@(lo + 1, hi);
}
// body
double v@[3] = { A, B, C };
OUT0 = sum_meet@(v@, v@ + 2);
OUT1 = sum_meet@(v@ + 2, v@ + 3);

// idiom: reference counted objects
// types
struct ref@ { int refs; void (*drop)(struct ref@ *); };
struct res@ { struct ref@ ref; double v; double *log; };
// far
void *ref_get@(void *p)
{
	((struct ref@ *)p)->refs++;
	return p;
}

void ref_put@(void *p)
{
	struct ref@ *r = p;
	if (--r->refs == 0)
		r->drop(r);
}
// near
static void res_drop@(struct ref@ *r)
{
	struct res@ *s = (struct res@ *)r;
	*s->log += s->v;
	free(s);
}
static struct res@ *res_new@(double v, double *log)
{
	struct res@ *s = malloc(sizeof *s);
	*s = (struct res@){ { 1, res_drop@ }, v, log };
	return s;
}
// body
double log@ = 0, other@ = 0;
struct res@ *p@ = res_new@(A, &log@), *q@ = ref_get@(p@), *r@ = res_new@(B, &other@);
ref_put@(p@);
OUT0 = q@->v;
OUT1 = log@ + C;
ref_put@(q@);
ref_put@(r@);
OUT2 = log@;
OUT3 = other@;

// idiom: result cut by its return type
// near
static uint8_t cut@(int k) { return k; }
static signed char low@(int k) { return k; }
// body
OUT0 = cut@(260) > 100 ? A : B;
OUT1 = low@(200) < 0 ? C : D;

// idiom: result that wraps to nothing is returned
// near
static unsigned inc@(unsigned n) { return n + 1; }
// body
OUT0 = inc@(0xffffffffu) ? A : B;
OUT1 = inc@(5) ? C : D;

// idiom: right kid of a left kid freed by recursion
// types
struct g7@ { double v; struct g7@ *l, *r; };
// near
static double g7_take@(struct g7@ *t)
{
	if (!t)
		return 0;
	double s = g7_take@(t->l) + g7_take@(t->r) + t->v;
	free(t);
	return s;
}
static struct g7@ *g7_new@(double v, struct g7@ *l, struct g7@ *r)
{
	struct g7@ *t = calloc(1, sizeof *t);
	*t = (struct g7@){ .v = v, .l = l, .r = r };
	return t;
}
// body
struct g7@ *t@ = g7_new@(A, g7_new@(B, NULL, g7_new@(C, NULL, NULL)), NULL);
OUT0 = t@->l->r->v;
OUT1 = g7_take@(t@);
OUT2 = D;

// idiom: right kid of a left kid raised by recursion
// types
struct na@ { double v; struct na@ *l, *r; };
// near
static void raise_lr@(struct na@ *t, double by)
{
	if (!t)
		return;
	t->v += by;
	raise_lr@(t->l, by);
	raise_lr@(t->r, by);
}
// body
struct na@ c@ = { C }, b@ = { B, NULL, &c@ }, a@ = { D, &b@, NULL };
raise_lr@(&a@, A);
OUT0 = a@.v;
OUT1 = b@.v;
OUT2 = c@.v;

// idiom: right kid of a left kid summed by recursion
// types
struct nb@ { double v; struct nb@ *l, *r; };
// near
static double sum_lr@(const struct nb@ *t)
{
	return t ? t->v + sum_lr@(t->l) + sum_lr@(t->r) : 0;
}
// body
struct nb@ c@ = { C }, b@ = { B, NULL, &c@ }, a@ = { A, &b@, NULL };
OUT0 = sum_lr@(&a@);
OUT1 = sum_lr@(&b@);
OUT2 = D;

// idiom: row of a matrix parameter with its width
// far
double row_total@(int rows, int cols, const double m[rows][cols], int at)
{
	double s = 0;
	for (int c = 0; c < cols; c++)
		s += m[at][c];
	return s;
}
// body
double m@[2][3] = { { A, 1, B }, { C, 2, D } };
OUT0 = row_total@(2, 3, m@, 0);
OUT1 = row_total@(2, 3, m@, 1);
OUT2 = row_total@(1, 3, &m@[1], 0);

// idiom: rows of a VLA scaled by row pointer
// near
static void rows_scale@(int n, int m, double (*rows)[m], double by)
{
	for (double (*r)[m] = rows; r < rows + n; r++)
		for (int c = 0; c < m; c++)
			(*r)[c] *= by;
}
// body
double m@[2][2] = { { A, 2 }, { B, C } };
rows_scale@(1, 2, m@ + 1, D);
OUT0 = m@[0][0] + m@[0][1];
OUT1 = m@[1][0];
OUT2 = m@[1][1];

// idiom: short that turns negative ends a loop
// body
double s@ = 0;
short k@ = 32766;
while (k@ > 0) {
	s@ += A;
	k@++;
}
OUT0 = s@;
OUT1 = B;

// idiom: sign and absolute value by bits
// near
static int sign_of@(int k) { return (k > 0) - (k < 0); }
static int abs_bits@(int k) { int m = k >> 31; return (k ^ m) - m; }
// body
double v@[4] = { A, B, C, D };
OUT0 = v@[sign_of@(-5) + 1];
OUT1 = v@[abs_bits@(-3)];
OUT2 = v@[sign_of@(0) + abs_bits@(2)];

// idiom: signed byte that turns negative ends a loop
// body
double s@ = 0;
for (int8_t k = 126; k >= 0; k++)
	s@ += A;
OUT0 = s@;
OUT1 = B;

// idiom: size loop decremented in its condition
// near
static double down@(const double *v, size_t n)
{
	double s = 0;
	for (size_t k = n; --k < n;)
		s += v[k];
	return s;
}
// body
double v@[3] = { A, B, C };
OUT0 = down@(v@, 2);
OUT1 = down@(v@ + 2, 1);
OUT2 = D;

// idiom: size of a signal less a number
// kinds: any
// body
int k@ = I & 7;
OUT0 = k@ - sizeof(int) > 100 ? A : B;
OUT1 = (int)(k@ - sizeof(int)) < 0 ? C : D;

// idiom: small counter that wraps ends a loop
// body
double s@ = 0;
for (uint8_t k = 253; k >= 253; k++)
	s@ += A;
OUT0 = s@;
OUT1 = B;

// idiom: space left in a ring of unsigned places
// kinds: any
// types
struct rg@ { unsigned head, tail; };
// near
static unsigned used@(const struct rg@ *r) { return r->head - r->tail; }
// body
struct rg@ r@ = { (unsigned)I & 3, 0xfffffffeu };
OUT0 = used@(&r@) == 2 ? A : B;
OUT1 = 4 - used@(&r@) > 4 ? C : D;
struct rg@ q@ = { 0, (unsigned)J & 1 };
OUT2 = used@(&q@) ? A : D;

// idiom: square parameter with a constant loop
// near
static double trace3@(int n, double (*t)[n])
{
	double sum = 0;
	for (int k = 0; k < n; k++)
		sum += t[k][k];
	return sum;
}
// body
double m@[2][2] = { { A, 2 }, { B, C } };
OUT0 = trace3@(2, m@);
OUT1 = D;

// idiom: static counter of a byte that wraps
// near
static uint8_t turn@;
static int turned@(void) { turn@ += 128; return turn@ == 0; }
// body
turn@ = 0;
int first@ = turned@(), second@ = turned@();
OUT0 = second@ ? A : B;
OUT1 = first@ ? C : D;

// idiom: static tree with a right kid of a left kid
// types
struct g8@ { double *v; const struct g8@ *l, *r; };
// near
static double p8@, q8@, r8@;
static const struct g8@ leaf8@ = { &r8@, NULL, NULL }, mid8@ = { &q8@, NULL, &leaf8@ }, root8@ = { &p8@, &mid8@, NULL };
static double g8_sum@(const struct g8@ *t) { return t ? *t->v + g8_sum@(t->l) + g8_sum@(t->r) : 0; }
// body
p8@ = A;
q8@ = B;
r8@ = C;
OUT0 = g8_sum@(&root8@);
OUT1 = g8_sum@(&mid8@);
OUT2 = g8_sum@(&leaf8@) + D;

// idiom: status byte from a negative error
// kinds: any
// body
int err@ = -(I & 3);
unsigned char status@ = (unsigned char)err@;
OUT0 = status@ >= 253 ? A : B;
OUT1 = (err@ & 0xff) == 254 ? C : D;
OUT2 = (unsigned)err@ >> 24 ? A : D;

// idiom: string walk by recursion
// kinds: any
// near
static int length@(const char *s) { return *s ? 1 + length@(s + 1) : 0; }
static double code@(const char *s, double x, double y)
{
	switch (*s) {
	case '\0': return 0;
	case 'x': return x + code@(s + 1, x, y);
	case 'y': return y + code@(s + 1, x, y);
	default: return code@(s + 1, x, y);
	}
}
// body
char t@[4] = { 'a', (char)(I & 1 ? 'b' : 0), 0 };
OUT0 = length@(t@);
OUT1 = code@("x-", A, B);
OUT2 = code@("yx", C, D) + length@("abc");

// idiom: sum of squares and count by two recursions in a pair
// types
struct pr@ { double v; const struct pr@ *l, *r; };
// near
static int pr_count@(const struct pr@ *t) { return t ? 1 + pr_count@(t->l) + pr_count@(t->r) : 0; }
static double pr_mean@(const struct pr@ *t, double sum)
{
	if (!t)
		return sum;
	sum = pr_mean@(t->l, sum);
	sum = pr_mean@(t->r, sum);
	return sum + t->v;
}
// body
struct pr@ c@ = { C }, b@ = { B, NULL, &c@ }, a@ = { A, &b@, NULL };
OUT0 = pr_mean@(&a@, 0) / pr_count@(&a@);
OUT1 = pr_mean@(&b@, D);

// idiom: toggled bit-field chooses a buffer
// types
struct dbuf@ { unsigned now : 1; double v[2]; };
// body
struct dbuf@ d@ = { 0 };
d@.v[d@.now] = A;
d@.now++;
d@.v[d@.now] = B;
d@.now++;
OUT0 = d@.v[d@.now];
d@.now ^= 1;
OUT1 = d@.v[d@.now];
d@.now = ~d@.now;
OUT2 = d@.v[d@.now] + C;

// idiom: trace of a square parameter
// near
static double corner@(int n, double t[n][n])
{
	return t[1][1];
}
// body
double m@[2][2] = { { A, 2 }, { B, C } };
OUT0 = corner@(2, m@);
OUT1 = D;

// idiom: tree evaluated through its table of operations
// types
struct to@;
struct to_ops@ { double (*eval)(const struct to@ *); };
struct to@ { const struct to_ops@ *ops; double v; const struct to@ *l, *r; };
// near
static double to_leaf@(const struct to@ *t) { return t->v; }
static double to_opt@(const struct to@ *t)
{
	return t->v + (t->l ? t->l->ops->eval(t->l) : 0) + (t->r ? t->r->ops->eval(t->r) : 0);
}
static const struct to_ops@ leaf_ops@ = { to_leaf@ }, opt_ops@ = { to_opt@ };
// body
struct to@ c@ = { &leaf_ops@, C }, b@ = { &opt_ops@, B, NULL, &c@ }, a@ = { &opt_ops@, A, &b@, NULL };
OUT0 = a@.ops->eval(&a@);
OUT1 = b@.ops->eval(&b@);
OUT2 = c@.ops->eval(&c@) + D;

// idiom: tree searched by recursion with or
// kinds: any
// types
struct g3@ { int k; struct g3@ *l, *r; };
// near
static int g3_has@(const struct g3@ *t, int k)
{
	return t && (t->k == k || g3_has@(t->l, k) || g3_has@(t->r, k));
}
// body
struct g3@ c@ = { I & 3 }, b@ = { J & 3, NULL, &c@ }, a@ = { 9, &b@, NULL };
OUT0 = g3_has@(&a@, 1);
OUT1 = g3_has@(&b@, 2);
OUT2 = g3_has@(&c@, 1) + A;

// idiom: twelve bits with sign extended
// kinds: any
// body
unsigned raw@ = (unsigned)(I << 8) | 5;
int v@ = raw@ & 0x800 ? (int)raw@ - 0x1000 : (int)raw@;
int w@ = (int)(raw@ << 20) >> 20;
OUT0 = v@ < 0 ? A : B;
OUT1 = w@ < 0 ? C : D;
OUT2 = (int)((raw@ ^ 0x800) - 0x800) < 0 ? A : D;

// idiom: unknown bit-field wraps
// kinds: any
// body
struct { unsigned n : 3; int s : 3; } f@;
f@.n = (unsigned)I;
f@.s = J;
OUT0 = f@.n > 5 ? A : B;
OUT1 = f@.s < 0 ? C : D;
f@.n += 4;
OUT2 = f@.n < 2 ? A : D;

// idiom: unknown byte in a record
// kinds: any
// body
struct { uint8_t a; uint16_t b; int8_t c; } r@ = { 0 };
r@.a = (I & 3) - 2;
r@.b = (uint16_t)-J;
r@.c = 100 + J * 4;
OUT0 = r@.a > 200 ? A : B;
OUT1 = r@.b > 1000 ? C : D;
OUT2 = r@.c < 0 ? A : C;

// idiom: unknown byte that wraps
// kinds: any
// body
uint8_t k@ = (uint8_t)(I & 3);
k@ -= 1;
OUT0 = k@ > 200 ? A : B;
k@ += 2;
OUT1 = k@ == 1 ? C : D;

// idiom: unknown bytes in an array
// kinds: any
// body
uint8_t v@[2] = { (uint8_t)(I & 3), 3 };
v@[0] -= 2;
v@[1] -= J & 7;
OUT0 = v@[0] > 100 ? A : B;
OUT1 = v@[1] > 100 ? C : D;

// idiom: unknown letter classed by subtraction
// kinds: any
// body
char c@ = (char)('0' - 3 + I);
OUT0 = (unsigned)(c@ - '0') < 10 ? A : B;
OUT1 = (unsigned char)(c@ - '0') > 200 ? C : D;

// idiom: unknown loop down to a wrapped byte
// kinds: any
// body
double s@ = 0;
for (uint8_t k = (uint8_t)(I & 3); k != 255; k--)
	s@ += A;
OUT0 = s@;
OUT1 = B;

// idiom: unknown number doubled in a loop
// kinds: any
// body
uint8_t m@ = (uint8_t)(1 + (I & 7));
int n@ = 0;
while (m@) {
	m@ <<= 1;
	n@++;
}
OUT0 = n@ > 7 ? A : B;
OUT1 = C;

// idiom: unknown shift amount
// kinds: any
// body
unsigned m@ = 1u << I;
OUT0 = m@ > 4000 ? A : B;
OUT1 = (m@ & 0x18) ? C : D;
OUT2 = (int)(m@ << 17) < 0 ? A : C;
OUT3 = 0x8000u >> J == 1 ? B : D;

// idiom: unknown size below nothing
// kinds: any
// body
size_t n@ = (size_t)(I & 3);
OUT0 = n@ - 1 < n@ ? A : B;
OUT1 = n@ - 2 > 10 ? C : D;

// idiom: unknown sum checked for wrap
// kinds: any
// body
uint32_t x@ = 0xfffffff5u, y@ = (uint32_t)I;
OUT0 = x@ + y@ < x@ ? A : B;
uint64_t w@ = (uint64_t)x@ + y@;
OUT1 = w@ >> 32 ? C : D;
OUT2 = y@ > UINT32_MAX - x@ ? A : D;

// idiom: unknown time since a start
// kinds: any
// body
uint32_t start@ = 0xfffffff8u, now@ = start@ + (uint32_t)I;
OUT0 = now@ < start@ ? A : B;
OUT1 = now@ - start@ > 10 ? C : D;
OUT2 = (int32_t)(now@ - start@ - 4) < 0 ? A : D;

// idiom: unknown unsigned number below nothing
// kinds: any
// body
unsigned u@ = (unsigned)I & 3;
OUT0 = u@ - 1 > 100 ? A : B;
OUT1 = u@ + 1 > 2 ? C : D;

// idiom: unknown unsigned plus one is nothing
// kinds: any
// body
unsigned n@ = (unsigned)(I & 3);
n@--;
n@ |= n@ >> 1;
OUT0 = n@ + 1 ? A : B;
OUT1 = C;

// idiom: unsigned counter that wraps below nothing ends a loop
// body
double v@[3] = { A, B, C }, s@ = 0;
for (size_t k = 2; k <= 2; k--)
	s@ += v@[k];
OUT0 = s@;
OUT1 = D;

// idiom: unsigned loop down to nothing by wrap
// near
static double down@(const double *v, unsigned n)
{
	double s = 0;
	for (unsigned k = n - 1; k < n; k--)
		s += v[k];
	return s;
}
// body
double v@[3] = { A, B, C };
OUT0 = down@(v@, 2);
OUT1 = down@(v@ + 2, 1);
OUT2 = D;

// idiom: unsigned negation and complement
// body
unsigned n@ = 1, z@ = 0;
OUT0 = -n@ > 5 ? A : B;
OUT1 = -z@ == 0 && ~z@ > 5 ? C : D;
OUT2 = -n@ == ~z@ ? A : D;
OUT3 = (n@ & -n@) == 1 ? B : C;

// idiom: va_list kept in a record
// types
struct args@ { va_list ap; int taken; };
// near
static double args_next@(struct args@ *a) { return a->taken++, va_arg(a->ap, double); }
static double third_of@(int n, ...)
{
	struct args@ a = { .taken = 0 };
	va_start(a.ap, n);
	while (a.taken < 2)
		args_next@(&a);
	double r = args_next@(&a);
	va_end(a.ap);
	return r * a.taken;
}
// body
OUT0 = third_of@(3, A, B, C);
OUT1 = third_of@(3, C, D, A);

// idiom: variable matrix transposed in place
// near
static void transpose@(int n, double m[n][n])
{
	for (int r = 1; r < n; r++)
		for (int c = 0; c < r; c++) {
			double t = m[r][c];
			m[r][c] = m[c][r];
			m[c][r] = t;
		}
}
// body
double m@[2][2] = { { A, B }, { C, D } };
transpose@(2, m@);
OUT0 = m@[0][1];
OUT1 = m@[1][0];
OUT2 = m@[0][0] * m@[1][1];

// idiom: writing recursion until a sentinel
// types
struct cellw@ { int last; double v; };
// near
static void add_all@(struct cellw@ *c, double by)
{
	c->v += by;
	if (!c->last)
		add_all@(c + 1, by);
}
// body
struct cellw@ c@[3] = { { 0, A }, { 1, B }, { 1, C } };
add_all@(c@, D);
OUT0 = c@[0].v;
OUT1 = c@[1].v;
OUT2 = c@[2].v;
