// idiom: address as a number in a record set by a callee
// kinds: any
// types
struct m@ { uintptr_t arg; };
// near
static void set@(struct m@ *m, uintptr_t a) { m->arg = a; }
static double get@(const struct m@ *m) { return *(double *)m->arg; }
// body
struct m@ m@;
double x@ = A;
set@(&m@, (uintptr_t)&x@);
OUT0 = get@(&m@);

// idiom: address as a number in a static message
// kinds: any
// near
static struct { uintptr_t arg; int id; } last@;
static void send@(int id, uintptr_t a) { last@.id = id; last@.arg = a; }
// body
double x@ = A;
send@(1, (uintptr_t)&x@);
OUT0 = last@.id ? *(double *)last@.arg : 0;

// idiom: address kept as unsigned long by a driver
// kinds: any
// types
struct dv@ { unsigned long base; int irq; };
// near
static unsigned int rd32@(unsigned long a) { return *(unsigned int *)a; }
static void wr32@(unsigned int v, unsigned long a) { *(unsigned int *)a = v; }
static void dv_probe@(struct dv@ *d, unsigned long base, int irq)
{
	d->base = base;
	d->irq = irq;
}
static void dv_set@(struct dv@ *d, unsigned reg, unsigned v) { wr32@(v, d->base + reg * 4); }
static unsigned dv_get@(struct dv@ *d, unsigned reg) { return rd32@(d->base + reg * 4); }
// body
unsigned io@[4] = { 0 };
struct dv@ d@;
dv_probe@(&d@, (unsigned long)io@, 5);
dv_set@(&d@, 1, (unsigned)I);
io@[2] = (unsigned)J;
OUT0 = dv_get@(&d@, 1);
OUT1 = dv_get@(&d@, 2);
OUT2 = io@[1] + A;
OUT3 = d@.irq * B;

// idiom: bank switched memory window
// kinds: any
// types
struct bank@ { double ram[3][4]; int cur; };
// far
double *win@(struct bank@ *b)
{
	return b->ram[b->cur];
}

int bank_sel@(struct bank@ *b, int k)
{
	int was = b->cur;
	b->cur = k;
	return was;
}
// body
struct bank@ b@ = { .cur = 0 };
win@(&b@)[1] = A;
int was@ = bank_sel@(&b@, 2);
win@(&b@)[1] = B;
bank_sel@(&b@, was@);
OUT0 = win@(&b@)[1];
bank_sel@(&b@, I % 3);
OUT1 = win@(&b@)[1];
win@(&b@)[2] = C;
OUT2 = b@.ram[0][2];
OUT3 = b@.ram[2][1] + D;

// idiom: big endian writer and reader
// kinds: any
// types
struct wr@ { uint8_t *p, *end; };
// far
void put_u8@(struct wr@ *w, unsigned v)
{
	if (w->p < w->end)
		*w->p++ = (uint8_t)v;
}


void put_be16@(struct wr@ *w, unsigned v)
{
	put_u8@(w, v >> 8);
	put_u8@(w, v);
}

void put_be32@(struct wr@ *w, uint32_t v)
{
	put_be16@(w, v >> 16);
	put_be16@(w, v & 0xffff);
}

uint16_t get_be16@(const uint8_t *p)
{
	return (uint16_t)(p[0] << 8 | p[1]);
}

uint32_t get_be32@(const uint8_t *p)
{
	return (uint32_t)get_be16@(p) << 16 | get_be16@(p + 2);
}
// types
void put_u8@(struct wr@ *w, unsigned v);
// body
uint8_t b@[16] = { 0 };
struct wr@ w@ = { b@, b@ + sizeof b@ };
put_be16@(&w@, (unsigned)(int)(A * 4));
put_be32@(&w@, (uint32_t)(int)(B * 1000));
put_u8@(&w@, (unsigned)I);
put_be16@(&w@, (unsigned)J * 77);
OUT0 = (int16_t)get_be16@(b@);
OUT1 = (int32_t)get_be32@(b@ + 2);
OUT2 = b@[6];
OUT3 = get_be16@(&b@[7]);
OUT4 = w@.p - b@ + C;

// idiom: bytes of a pointer stored by a loop
// kinds: any
// near
static uint8_t rb@[8];
static void rb_put@(const void *p, unsigned n)
{
	for (unsigned k = 0; k < n; k++)
		rb@[k] = ((const uint8_t *)p)[k];
}
static void rb_get@(void *p, unsigned n)
{
	for (unsigned k = 0; k < n; k++)
		((uint8_t *)p)[k] = rb@[k];
}
// body
double x@ = A;
double *p@ = &x@, *r@ = NULL;
rb_put@(&p@, sizeof p@);
rb_get@(&r@, sizeof r@);
OUT0 = *r@;

// idiom: callbacks hand on by the same setter
// kinds: any
// types
struct fut@ { void (*then)(double, void *); void *ctx; };
// far
void fut_set@(struct fut@ *f, double v)
{
	f->then(v, f->ctx);
}
// near
static void chain@(double v, void *ctx)
{
	fut_set@(ctx, v);
}
static void save@(double v, void *ctx)
{
	*(double *)ctx = v;
}
// body
double got@ = 0;
struct fut@ g@ = { save@, &got@ }, f@ = { chain@, &g@ };
fut_set@(&f@, A);
OUT0 = got@;

// idiom: chain in a pool evaluated by two functions
// kinds: any
// types
struct ex@ { char op; double v; struct ex@ *l; };
// near
static struct ex@ pool@[4];
static int n@;
static double ex_eval@(const struct ex@ *e);
static double ex_apply@(const struct ex@ *e)
{
	return ex_eval@(e->l);
}
static double ex_eval@(const struct ex@ *e)
{
	return e->op == 'n' ? e->v : ex_apply@(e);
}
// body
n@ = 0;
struct ex@ *l@ = &pool@[n@++];
*l@ = (struct ex@){ 'n', A };
struct ex@ *e@ = &pool@[n@++];
*e@ = (struct ex@){ '-', 0, l@ };
OUT0 = ex_eval@(e@);

// idiom: change of one property changes its sibling
// kinds: any
// types
struct prop@ { double v; void (*changed)(void *, double); void *who; };
// far
void prop_set@(struct prop@ *p, double v)
{
	p->v = v;
	if (p->changed)
		p->changed(p->who, v);
}
// near
struct gauge@ { struct prop@ first, view; };
static void follow@(void *who, double now)
{
	struct gauge@ *g = who;
	prop_set@(&g->view, now / 2);
}
// body
static struct gauge@ g@;
g@.first.changed = follow@;
g@.first.who = &g@;
prop_set@(&g@.first, A);
OUT0 = g@.view.v;
OUT1 = g@.first.v;

// idiom: completed value handed on to the next
// kinds: any
// types
struct fut@ { bool done; double v; void (*then)(struct fut@ *, void *); void *ctx; };
// far
void fut_set@(struct fut@ *f, double v)
{
	f->v = v;
	f->done = true;
	if (f->then)
		f->then(f, f->ctx);
}
// near
static void chain@(struct fut@ *f, void *ctx)
{
	fut_set@(ctx, f->v * 2);
}
static void save@(struct fut@ *f, void *ctx)
{
	*(double *)ctx = f->v;
}
// body
double got@ = 0;
struct fut@ g@ = { .then = save@, .ctx = &got@ }, f@ = { .then = chain@, .ctx = &g@ };
fut_set@(&f@, A);
OUT0 = got@;
OUT1 = g@.v;

// idiom: event posted with two word parameters
// kinds: any
// types
typedef void (*hnd@)(uint32_t, uint32_t);
// near
static struct { hnd@ h; uint32_t a, b; } evs@[4];
static int ev_n@;
static double acc@[2];
static void post@(hnd@ h, uint32_t a, uint32_t b)
{
	evs@[ev_n@].h = h;
	evs@[ev_n@].a = a;
	evs@[ev_n@++].b = b;
}
static void h_add@(uint32_t a, uint32_t b) { acc@[a & 1] += b; }
static void h_set@(uint32_t a, uint32_t b) { acc@[a & 1] = (double)b / 2; }
static void pump@(void)
{
	for (int k = 0; k < ev_n@; k++)
		evs@[k].h(evs@[k].a, evs@[k].b);
	ev_n@ = 0;
}
// body
acc@[0] = A;
acc@[1] = B;
post@(h_add@, 0, (uint32_t)I);
post@(h_set@, 1, (uint32_t)J);
pump@();
OUT0 = acc@[0];
OUT1 = acc@[1];
OUT2 = C;

// idiom: menu run through handlers that run submenus
// kinds: any
// types
struct mi@ { const char *key; void (*fn)(const struct mi@ *, const char *, double *); const struct mi@ *sub; };
// near
static void mi_run@(const struct mi@ *list, const char *keys, double *v)
{
	for (; list->key; list++)
		if (*list->key == *keys)
			list->fn(list, keys + 1, v);
}
static void mi_sub@(const struct mi@ *m, const char *keys, double *v) { mi_run@(m->sub, keys, v); }
static void mi_inc@(const struct mi@ *m, const char *keys, double *v) { v[0] += 1; }
static const struct mi@ deep@[] = { { "i", mi_inc@ }, { 0 } };
static const struct mi@ top@[] = { { "d", mi_sub@, deep@ }, { 0 } };
// body
double v@[2] = { A, B };
mi_run@(top@, "di", v@);
OUT0 = v@[0];
OUT1 = v@[1];

// idiom: middleware chain with next
// kinds: any
// types
struct rq@ { double body; int status; };
struct mw@ { int (*fn)(struct rq@ *, const struct mw@ *); };
// near
static int next@(struct rq@ *r, const struct mw@ *m) { return m[1].fn(r, m + 1); }
static int mw_auth@(struct rq@ *r, const struct mw@ *m)
{
	if (r->body < 0)
		return r->status = 401;
	return next@(r, m);
}
static int mw_scale@(struct rq@ *r, const struct mw@ *m)
{
	r->body *= 10;
	int s = next@(r, m);
	r->body += 1;
	return s;
}
static int mw_end@(struct rq@ *r, const struct mw@ *m)
{
	(void)m;
	return r->status = r->body > 20 ? 413 : 200;
}
static const struct mw@ chain@[] = { { mw_auth@ }, { mw_scale@ }, { mw_end@ } };
// body
struct rq@ r@ = { A, 0 }, s@ = { B, 0 };
OUT0 = chain@[0].fn(&r@, chain@);
OUT1 = r@.body;
OUT2 = chain@[1].fn(&s@, chain@ + 1);
OUT3 = s@.body;
OUT4 = r@.status + C;

// idiom: mutual recursion behind a forward declaration
// kinds: any
// types
struct p@ { const char *s; int n; };
// near
static void st_other@(struct p@ *p);
static void st_num@(struct p@ *p)
{
	p->n++;
	p->s++;
	st_other@(p);
}
static void st_other@(struct p@ *p)
{
	if (*p->s)
		st_num@(p);
}
// body
char text@[24];
sense_text(TEXT, text@, sizeof text@);
struct p@ p@ = { text@, 0 };
st_other@(&p@);
OUT0 = p@.n;
OUT1 = p@.s - text@;

// idiom: mutual recursion over an array until a mark
// kinds: any
// types
struct p@ { const double *s; double sum; };
// near
static void st_other@(struct p@ *p);
static void st_num@(struct p@ *p)
{
	p->sum += *p->s++;
	st_other@(p);
}
static void st_other@(struct p@ *p)
{
	if (*p->s > 0)
		st_num@(p);
}
// body
double v@[12] = { A, B, 1, 2, 3, 4, 5, 6, 7, 8, C, -1 };
struct p@ p@ = { v@, 0 };
st_other@(&p@);
OUT0 = p@.sum;

// idiom: mutual recursion over nested frames
// kinds: any
// types
struct np@ { const uint8_t *p; double sum; };
// near
static void np_one@(struct np@ *n);
static void np_seq@(struct np@ *n, int len)
{
	const uint8_t *stop = n->p + len;
	while (n->p < stop)
		np_one@(n);
}
static void np_one@(struct np@ *n)
{
	int type = n->p[0], len = n->p[1];
	n->p += 2;
	if (type == 2)
		np_seq@(n, len);
	else
		n->sum += *n->p++;
}
// body
uint8_t m@[] = { 2, 6, 1, 1, (uint8_t)I, 1, 1, (uint8_t)J };
struct np@ n@ = { m@ };
np_one@(&n@);
OUT0 = n@.sum;

// idiom: nested frames by a table of handlers
// kinds: any
// types
struct np@ { const uint8_t *p; double sum; };
// near
static void np_one@(struct np@ *n);
static void np_num@(struct np@ *n, int len) { n->sum += *n->p++; }
static void np_seq@(struct np@ *n, int len)
{
	const uint8_t *stop = n->p + len;
	while (n->p < stop)
		np_one@(n);
}
static void (*const np_types@[])(struct np@ *, int) = { np_num@, np_seq@ };
static void np_one@(struct np@ *n)
{
	int type = n->p[0], len = n->p[1];
	n->p += 2;
	np_types@[type](n, len);
}
// body
uint8_t m@[] = { 1, 6, 0, 1, (uint8_t)I, 0, 1, (uint8_t)J };
struct np@ n@ = { m@ };
np_one@(&n@);
OUT0 = n@.sum;

// idiom: nested records sent and built again
// kinds: any
// types
struct tn@ { double v; struct tn@ *kid; };
// near
static uint8_t *tn_pack@(uint8_t *p, const struct tn@ *t)
{
	memcpy(p, &t->v, sizeof t->v);
	p += sizeof t->v;
	*p++ = t->kid != NULL;
	return t->kid ? tn_pack@(p, t->kid) : p;
}
static const uint8_t *tn_unpack@(const uint8_t *p, struct tn@ *pool, int *used)
{
	struct tn@ *t = &pool[(*used)++];
	memcpy(&t->v, p, sizeof t->v);
	p += sizeof t->v;
	t->kid = NULL;
	if (*p++) {
		t->kid = &pool[*used];
		p = tn_unpack@(p, pool, used);
	}
	return p;
}
// body
struct tn@ c@ = { B, NULL }, r@ = { A, &c@ }, pool@[4];
uint8_t w@[64];
int used@ = 0;
uint8_t *e@ = tn_pack@(w@, &r@);
const uint8_t *f@ = tn_unpack@(w@, pool@, &used@);
OUT0 = pool@[0].v;
OUT1 = pool@[0].kid->v;
OUT2 = used@ + (e@ == f@) + C;

// idiom: object table in a static pool kept as offsets
// kinds: any
// near
static unsigned char heap@[64] __attribute__((aligned(16)));
static unsigned heap_at@;
typedef uint16_t off@;
static off@ h_new@(unsigned n)
{
	off@ o = (off@)heap_at@;
	heap_at@ += (n + 7) & ~7u;
	return o;
}
#define H@(t, o) ((t *)(heap@ + (o)))
struct cell@ { double v; off@ next; };
// body
heap_at@ = 8;
off@ x@ = h_new@(sizeof(struct cell@)), y@ = h_new@(sizeof(struct cell@));
*H@(struct cell@, x@) = (struct cell@){ A, y@ };
*H@(struct cell@, y@) = (struct cell@){ B, 0 };
double s@ = 0;
for (off@ o = x@; o; o = H@(struct cell@, o)->next)
	s@ += H@(struct cell@, o)->v;
OUT0 = s@;
OUT1 = H@(struct cell@, H@(struct cell@, x@)->next)->v;
OUT2 = C;

// idiom: place cast to a byte in a record
// kinds: any
// types
struct rec@ { uint8_t key; double v; };
// far
void put@(double *val, int key, double v)
{
	struct rec@ r = { (uint8_t)key, v };
	val[r.key] = r.v;
}
// body
double val@[4] = { 0 };
put@(val@, 1, A);
put@(val@, 2, B);
OUT0 = val@[1];
OUT1 = val@[2];

// idiom: places pushed on a stack of numbers
// kinds: any
// types
struct stk@ { double buf[8]; int top; };
// far
double *stk_push@(struct stk@ *s, int n)
{
	double *p = &s->buf[s->top];
	s->top += n;
	return p;
}
// body
struct stk@ s@ = { .top = 0 };
double *p@ = stk_push@(&s@, 2);
double *q@ = stk_push@(&s@, 2);
*p@ = A;
*q@ = B;
OUT0 = *p@;
OUT1 = *q@;

// idiom: private data kept by a device as a number
// kinds: any
// types
struct dd@ { unsigned long drvdata; double (*read)(struct dd@ *); };
struct pr@ { double gain, raw; };
// near
static void dd_set@(struct dd@ *d, void *p) { d->drvdata = (unsigned long)p; }
static void *dd_get@(const struct dd@ *d) { return (void *)d->drvdata; }
static double pr_read@(struct dd@ *d)
{
	struct pr@ *p = dd_get@(d);
	return p->gain * p->raw;
}
// body
struct pr@ p@ = { A, B }, q@ = { C, 1 };
struct dd@ d@ = { .read = pr_read@ }, e@ = { .read = pr_read@ };
dd_set@(&d@, &p@);
dd_set@(&e@, &q@);
OUT0 = d@.read(&d@);
OUT1 = e@.read(&e@);
p@.raw = D;
OUT2 = d@.read(&d@);

// idiom: private data of two devices as numbers
// kinds: any
// types
struct dd@ { unsigned long drvdata; };
// near
static void dd_set@(struct dd@ *d, void *p) { d->drvdata = (unsigned long)p; }
static void *dd_get@(const struct dd@ *d) { return (void *)d->drvdata; }
static double dd_read@(struct dd@ *d) { return *(double *)dd_get@(d); }
// body
double x@ = A, y@ = B;
struct dd@ d@, e@;
dd_set@(&d@, &x@);
dd_set@(&e@, &y@);
OUT0 = dd_read@(&d@);
OUT1 = dd_read@(&e@);

// idiom: properties with change notification
// kinds: any
// types
struct prop@ { double v; void (*changed)(void *, double, double); void *who; };
// far
void prop_set@(struct prop@ *p, double v)
{
	double was = p->v;
	if (was == v)
		return;
	p->v = v;
	if (p->changed)
		p->changed(p->who, was, v);
}
// near
struct gauge@ { struct prop@ in, view; int moves; };
static void follow@(void *who, double was, double now)
{
	struct gauge@ *g = who;
	g->moves++;
	prop_set@(&g->view, (was + now) / 2);
}
// body
static struct gauge@ g@;
g@.in.changed = follow@;
g@.in.who = &g@;
prop_set@(&g@.in, A);
OUT0 = g@.view.v;
OUT1 = g@.in.v;
OUT2 = g@.moves;
OUT3 = B;

// idiom: reader of atoms in parentheses
// kinds: any
// types
struct tk@ { int op; double v; };
struct rd@ { const struct tk@ *t; };
// near
static double rd_sum@(struct rd@ *r);
static double rd_atom@(struct rd@ *r)
{
	if (r->t->op == '(') {
		r->t++;
		return rd_sum@(r);
	}
	return (r->t++)->v;
}
static double rd_sum@(struct rd@ *r)
{
	return rd_atom@(r) * 2;
}
// body
struct tk@ t@[] = { { '(' }, { 0, A } };
struct rd@ r@ = { t@ };
OUT0 = rd_sum@(&r@);

// idiom: recursion over a union of shapes
// kinds: any
// types
struct sh@ { enum { SH_DOT@, SH_PAIR@, SH_SCALE@ } t; union { double dot; struct { struct sh@ *l, *r; } pair; struct { struct sh@ *of; double k; } scale; } u; };
// far
double sh_area@(const struct sh@ *s)
{
	switch (s->t) {
	case SH_DOT@: return s->u.dot;
	case SH_PAIR@: return sh_area@(s->u.pair.l) + sh_area@(s->u.pair.r);
	case SH_SCALE@: return s->u.scale.k * sh_area@(s->u.scale.of);
	}
	return 0;
}
// body
struct sh@ s@[5] = {
	{ SH_DOT@, { A } }, { SH_DOT@, { B } }, { SH_DOT@, { C } },
	{ SH_PAIR@, .u.pair = { &s@[0], &s@[1] } },
	{ SH_SCALE@, .u.scale = { &s@[3], D } },
};
OUT0 = sh_area@(&s@[4]);
OUT1 = sh_area@(&s@[3]);
OUT2 = sh_area@(&s@[2]);

// idiom: recursion over an arena of indices
// kinds: any
// types
struct an@ { double v; int8_t l, r; };
// near
static struct an@ arena@[8];
static int arena_n@;
static int an_leaf@(double v)
{
	arena@[arena_n@] = (struct an@){ v, -1, -1 };
	return arena_n@++;
}
static int an_join@(int l, int r)
{
	arena@[arena_n@] = (struct an@){ 0, (int8_t)l, (int8_t)r };
	return arena_n@++;
}
static double an_max@(int at)
{
	const struct an@ *n = &arena@[at];
	if (n->l < 0)
		return n->v;
	double x = an_max@(n->l), y = an_max@(n->r);
	return x > y ? x : y;
}
// body
arena_n@ = 0;
int t@ = an_join@(an_leaf@(A), an_leaf@(B)), u@ = an_leaf@(C);
OUT0 = an_max@(t@);
OUT1 = an_max@(u@);
OUT2 = an_max@(an_join@(t@, u@));
OUT3 = arena_n@ + D;

// idiom: reference counted buffer shared
// kinds: any
// types
struct rc@ { int refs; double data[2]; };
// far
struct rc@ *rc_new@(double x, double y)
{
	struct rc@ *r = malloc(sizeof *r);
	r->refs = 1;
	r->data[0] = x;
	r->data[1] = y;
	return r;
}

struct rc@ *rc_get@(struct rc@ *r)
{
	r->refs++;
	return r;
}

void rc_put@(struct rc@ *r)
{
	if (--r->refs == 0)
		free(r);
}

struct rc@ *rc_own@(struct rc@ *r)
{
	if (r->refs == 1)
		return r;
	struct rc@ *copy = rc_new@(r->data[0], r->data[1]);
	rc_put@(r);
	return copy;
}
// body
struct rc@ *p@ = rc_new@(A, B), *q@ = rc_get@(p@);
q@ = rc_own@(q@);
q@->data[0] = C;
OUT0 = p@->data[0];
OUT1 = q@->data[0];
OUT2 = q@->data[1] + q@->refs;
struct rc@ *r@ = rc_own@(p@);
r@->data[1] = D;
OUT3 = p@->data[1];
rc_put@(p@);
rc_put@(q@);

// idiom: register base kept as unsigned long
// kinds: any
// types
struct dv@ { unsigned long base; };
// near
static void dv_probe@(struct dv@ *d, unsigned long base) { d->base = base; }
static double dv_get@(struct dv@ *d, unsigned reg) { return *(double *)(d->base + reg * 8); }
// body
double io@[2] = { A, B };
struct dv@ d@;
dv_probe@(&d@, (unsigned long)io@);
OUT0 = dv_get@(&d@, 1);
OUT1 = dv_get@(&d@, 0);

// idiom: run lengths expanded
// kinds: any
// far
int rle_expand@(const uint8_t *in, const uint8_t *end, uint8_t *to, int cap)
{
	uint8_t *start = to, *stop = to + cap;
	while (in + 1 < end && to < stop) {
		int n = *in++;
		uint8_t v = *in++;
		while (n-- > 0 && to < stop)
			*to++ = v;
	}
	return (int)(to - start);
}
// body
uint8_t code@[6] = { 2, (uint8_t)I, (uint8_t)(J & 3), 40, 3, (uint8_t)((int)A & 7) }, v@[8] = { 0 };
int n@ = rle_expand@(code@, code@ + 6, v@, 8);
OUT0 = v@[1];
OUT1 = n@;
OUT2 = v@[2];
OUT3 = v@[4];

// idiom: sensors polled by variant drivers
// kinds: any
// types
enum kind@ { K_ADC@, K_I2C@, K_VIRT@ };
struct chan@ { enum kind@ kind; union { struct { int pin; double vref; } adc; struct { uint8_t addr, reg; } i2c; struct { const struct chan@ *of; double k; } virt; }; };
// near
static double adc_pins@[4];
static uint16_t i2c_mem@[2][4];
static double chan_read@(const struct chan@ *c)
{
	switch (c->kind) {
	case K_ADC@: return adc_pins@[c->adc.pin] / c->adc.vref;
	case K_I2C@: return i2c_mem@[c->i2c.addr][c->i2c.reg];
	case K_VIRT@: return chan_read@(c->virt.of) * c->virt.k;
	}
	return 0;
}
// body
adc_pins@[2] = A;
adc_pins@[1] = B;
i2c_mem@[1][3] = (uint16_t)I;
const struct chan@ ch@[4] = {
	{ K_ADC@, .adc = { 2, 3.3 } },
	{ .kind = K_I2C@, .i2c = { 1, 3 } },
	{ K_VIRT@, .virt = { &ch@[0], C } },
	{ K_VIRT@, .virt = { &ch@[1], 2 } },
};
OUT0 = chan_read@(&ch@[0]);
OUT1 = chan_read@(&ch@[1]);
OUT2 = chan_read@(&ch@[2]);
OUT3 = chan_read@(&ch@[3]);

// idiom: setter of a sibling member called again
// kinds: any
// types
struct prop@ { double v; struct gauge@ *who; };
struct gauge@ { struct prop@ first, view; };
// near
static void prop_set@(struct prop@ *p, double v);
static void follow@(struct gauge@ *g, double now)
{
	prop_set@(&g->view, now / 2);
}
static void prop_set@(struct prop@ *p, double v)
{
	p->v = v;
	if (p->who)
		follow@(p->who, v);
}
// body
struct gauge@ g@ = { { 0, &g@ }, { 0 } };
prop_set@(&g@.first, A);
OUT0 = g@.view.v;

// idiom: timers with a context number
// kinds: any
// types
struct kt@ { void (*fn)(unsigned long); unsigned long data; int at; };
// near
static struct kt@ *kts@[4];
static int kt_n@;
static void kt_setup@(struct kt@ *t, void (*fn)(unsigned long), unsigned long data)
{
	t->fn = fn;
	t->data = data;
}
static void kt_mod@(struct kt@ *t, int at)
{
	t->at = at;
	kts@[kt_n@++] = t;
}
static void kt_tick@(int now)
{
	for (int k = 0; k < kt_n@; k++)
		if (kts@[k]->at == now)
			kts@[k]->fn(kts@[k]->data);
}
struct led@ { double level; };
static void led_off@(unsigned long data) { ((struct led@ *)data)->level = 0; }
static void led_dim@(unsigned long data) { ((struct led@ *)data)->level /= 2; }
// body
struct led@ a@ = { A }, b@ = { B };
struct kt@ t@, u@;
kt_n@ = 0;
kt_setup@(&t@, led_dim@, (unsigned long)&a@);
kt_setup@(&u@, led_off@, (unsigned long)&b@);
kt_mod@(&t@, 3);
kt_mod@(&u@, I);
kt_tick@(3);
OUT0 = a@.level;
OUT1 = b@.level;
OUT2 = C;

// idiom: tree in one array evaluated by two functions
// kinds: any
// types
struct ex@ { char op; double v; struct ex@ *l, *r; };
// near
static struct ex@ n@[3];
static double ex_eval@(const struct ex@ *e);
static double ex_apply@(const struct ex@ *e)
{
	return ex_eval@(e->l) + ex_eval@(e->r);
}
static double ex_eval@(const struct ex@ *e)
{
	return e->op == 'n' ? e->v : ex_apply@(e);
}
// body
n@[0] = (struct ex@){ 'n', A };
n@[1] = (struct ex@){ 'n', B };
n@[2] = (struct ex@){ '+', 0, &n@[0], &n@[1] };
OUT0 = ex_eval@(&n@[2]);

// idiom: variable length grid of a callee
// kinds: any
// far
void grid_fill@(int h, int w, double g[h][w], double x)
{
	for (int r = 0; r < h; r++)
		for (int c = 0; c < w; c++)
			g[r][c] = r == c ? x : 0;
}

double grid_row@(int h, int w, double g[h][w], int r)
{
	double s = 0;
	(void)h;
	for (int c = w; c-- > 0;)
		s += g[r][c];
	return s;
}
// body
int h@ = 2, w@ = 3;
double g@[h@][w@], k@[2][2];
grid_fill@(h@, w@, g@, A);
grid_fill@(2, 2, k@, B);
g@[1][2] = C;
OUT0 = grid_row@(h@, w@, g@, 0);
OUT1 = grid_row@(h@, w@, g@, 1);
OUT2 = grid_row@(2, 2, k@, 1);
OUT3 = sizeof g@ / sizeof g@[0] + D;

// idiom: word with an address posted to a static
// kinds: any
// near
static uintptr_t slot@;
static void post@(uintptr_t w) { slot@ = w; }
// body
double x@ = A;
post@((uintptr_t)&x@);
OUT0 = *(double *)slot@;
post@((uintptr_t)I);
OUT1 = (int)slot@;
