// idiom: virtual call through upcast with super call
// types
struct stage_ops@;
struct stage@ {
	const struct stage_ops@ *ops;
	double bias;
};
struct stage_ops@ {
	double (*run)(struct stage@ *, double);
	void (*tune)(struct stage@ *, double);
};
struct gain_stage@ {
	struct stage@ base;
	double gain, last;
};
// far
double stage_run@(struct stage@ *s, double x)
{
	return x + s->bias;
}

void stage_tune@(struct stage@ *s, double x)
{
	s->bias = x;
}

double gain_run@(struct stage@ *s, double x)
{
	struct gain_stage@ *g = (struct gain_stage@ *)s;
	g->last = x;
	return stage_run@(s, x) * g->gain;
}

void gain_tune@(struct stage@ *s, double x)
{
	((struct gain_stage@ *)s)->gain = x + 2;
}
// near
static const struct stage_ops@ plain_ops@ = { stage_run@, stage_tune@ };
static const struct stage_ops@ gain_ops@ = { .tune = gain_tune@, .run = gain_run@ };
// body
struct stage@ p@ = { &plain_ops@, 0.5 };
struct gain_stage@ g@ = { { &gain_ops@, 1.5 }, 1, 0 };
struct stage@ *chain@[2] = { &p@, &g@.base };
chain@[0]->ops->tune(chain@[0], A);
chain@[1]->ops->tune(chain@[1], B);
OUT0 = chain@[0]->ops->run(chain@[0], 3);
OUT1 = chain@[1]->ops->run(chain@[1], C);
OUT2 = g@.last;
OUT3 = g@.base.bias + p@.bias;

// idiom: table of state functions that return the next
// types
struct parser@;
struct state_fn@ { struct state_fn@ (*run)(struct parser@ *, double); };
struct parser@ { double opened, sum, tail; };
// far
struct state_fn@ state_open@(struct parser@ *p, double x);

struct state_fn@ state_tail@(struct parser@ *p, double x)
{
	p->tail = x;
	return (struct state_fn@){ state_open@ };
}

struct state_fn@ state_sum@(struct parser@ *p, double x)
{
	p->sum += x;
	return (struct state_fn@){ state_tail@ };
}

struct state_fn@ state_open@(struct parser@ *p, double x)
{
	p->opened = x;
	return (struct state_fn@){ state_sum@ };
}
// body
struct parser@ p@ = { 0 };
struct state_fn@ s@ = { state_open@ };
s@ = s@.run(&p@, A);
s@ = s@.run(&p@, B);
s@ = s@.run(&p@, C);
OUT0 = p@.opened;
OUT1 = p@.sum;
OUT2 = p@.tail;

// idiom: out-parameter left alone on error
// far
int parse@(double x, double limit, double *value, double *rest)
{
	if (DECIDE(x > limit))
		return -1;
	*value = x;
	if (DECIDE(x < -limit))
		return -2;
	*rest = limit - x;
	return 0;
}
// body
double value@ = B, rest@ = C;
int err@ = parse@(A, D, &value@, &rest@);
OUT0 = value@;
OUT1 = rest@;
OUT2 = err@;
OUT3 = B * 2;

// idiom: out-parameters of a chain with goto cleanup
// types
struct buf@ { double *data; int size; };
// far
int buf_open@(struct buf@ *b, double seed)
{
	b->data = NULL;
	if (DECIDE(seed < -1))
		return -1;
	b->data = malloc(2 * sizeof *b->data);
	b->size = 2;
	b->data[0] = seed;
	b->data[1] = seed * 2;
	return 0;
}

void buf_close@(struct buf@ *b)
{
	free(b->data);
	b->data = NULL;
}

int process@(double x, double y, double *first, double *second)
{
	struct buf@ in, out;
	int err = buf_open@(&in, x);
	if (DECIDE(err != 0))
		return err;
	*first = in.data[1];
	err = buf_open@(&out, y);
	if (DECIDE(err != 0))
		goto close_in;
	*second = out.data[0] + in.data[0];
	buf_close@(&out);
close_in:
	buf_close@(&in);
	return err;
}
// body
double first@ = C, second@ = D;
int err@ = process@(A, B, &first@, &second@);
OUT0 = first@;
OUT1 = second@;
OUT2 = err@;

// idiom: visitor with context of output pointers
// types
struct sinks@ { double *low, *high; int *count; };
// far
void walk@(const double *v, int n, void (*visit)(void *, int, double), void *context)
{
	for (int k = 0; k < n; k++)
		visit(context, k, v[k]);
}
// near
static void split@(void *context, int k, double x)
{
	struct sinks@ *s = context;
	if (k & 1)
		*s->high += x;
	else
		*s->low += x;
	++*s->count;
}
// body
double low@ = 0, high@ = 0;
int count@ = 0;
struct sinks@ s@ = { .high = &high@, .low = &low@, .count = &count@ };
const double v@[4] = { A, B, C, 1 };
walk@(v@, 4, split@, &s@);
OUT0 = low@;
OUT1 = high@;
OUT2 = count@ + D;

// idiom: visitor with swapped outputs
// types
struct outs@ { double *one, *two; };
// near
static void deliver@(struct outs@ *o, double x, double y)
{
	*o->one = x;
	*o->two = y;
	double *t = o->one;
	o->one = o->two;
	o->two = t;
}
// body
double p@ = 0, q@ = 0;
struct outs@ o@ = { &p@, &q@ };
deliver@(&o@, A, B);
OUT0 = p@;
OUT1 = q@;
deliver@(&o@, C, D);
OUT2 = p@;
OUT3 = q@;

// idiom: fields by offset table
// types
enum field_type@ { FIELD_DOUBLE@, FIELD_INT@ };
struct record@ { double speed; int gear; double heat; };
struct field@ { const char *name; size_t offset; enum field_type@ type; };
// near
static const struct field@ fields@[] = {
	{ "heat", offsetof(struct record@, heat), FIELD_DOUBLE@ },
	{ "gear", offsetof(struct record@, gear), FIELD_INT@ },
	{ "speed", offsetof(struct record@, speed), FIELD_DOUBLE@ },
};
static double field_get@(const struct record@ *r, const struct field@ *f)
{
	const char *at = (const char *)r + f->offset;
	return f->type == FIELD_INT@ ? *(const int *)at : *(const double *)at;
}
// outs: 3
// body
struct record@ r@ = { .speed = A, .gear = I, .heat = B };
for (int k = 0; k < 3; k++)
	FEATURES[k] = field_get@(&r@, &fields@[k]);

// idiom: control function with request codes
// types
struct codec@ { double rate, depth; int mode; };
enum request@ { SET_RATE@ = 4000, GET_RATE@, SET_MODE@, GET_MODE@, SET_PAIR@ };
// far
int codec_ctl@(struct codec@ *c, int request, ...)
{
	va_list list;
	int status = 0;
	va_start(list, request);
	switch (request) {
	case SET_RATE@:
		c->rate = va_arg(list, double);
		break;
	case GET_RATE@:
		*va_arg(list, double *) = c->rate;
		break;
	case SET_MODE@:
		c->mode = va_arg(list, int);
		break;
	case GET_MODE@: {
		int *to = va_arg(list, int *);
		if (!to) {
			status = -1;
			break;
		}
		*to = c->mode;
		break;
	}
	case SET_PAIR@:
		c->rate = va_arg(list, double);
		c->depth = va_arg(list, double);
		break;
	default:
		status = -2;
	}
	va_end(list);
	return status;
}
// body
struct codec@ c@ = { 1, 2, 3 }, d@ = { 4, 5, 6 };
double rate@ = 0, other@ = 0;
int mode@ = 0;
codec_ctl@(&c@, SET_RATE@, A);
codec_ctl@(&c@, SET_MODE@, I);
codec_ctl@(&d@, SET_PAIR@, B, C);
codec_ctl@(&c@, GET_RATE@, &rate@);
codec_ctl@(&c@, GET_MODE@, &mode@);
codec_ctl@(&d@, GET_RATE@, &other@);
OUT0 = rate@;
OUT1 = mode@;
OUT2 = other@;
OUT3 = d@.depth + d@.mode;

// idiom: configuration set at start
// types
struct config@ { int with_log, with_delta, clip; double limit; };
// near
static struct config@ config@;
static void config_init@(struct config@ *c)
{
	memset(c, 0, sizeof *c);
	c->with_delta = 1;
	c->limit = 5;
}
static double measure@(const struct config@ *c, double x, double y, double z)
{
	double v = x;
	if (c->with_log)
		v = log1p(fabs(z));
	if (c->with_delta)
		v -= y;
	if (c->clip && DECIDE(v > c->limit))
		v = c->limit;
	return v;
}
// body
config_init@(&config@);
OUT0 = measure@(&config@, A, B, C);
struct config@ local@ = config@;
local@.with_log = 1;
local@.with_delta = 0;
OUT1 = measure@(&local@, A, B, C);

// idiom: list with a tail pointer
// types
struct entry@ { double value; struct entry@ *next; };
struct queue@ { struct entry@ *first, **tail; };
// far
void queue_init@(struct queue@ *q)
{
	q->first = NULL;
	q->tail = &q->first;
}

void queue_put@(struct queue@ *q, struct entry@ *e, double value)
{
	e->value = value;
	e->next = NULL;
	*q->tail = e;
	q->tail = &e->next;
}
// body
struct entry@ e@[4];
struct queue@ p@, q@;
queue_init@(&p@);
queue_init@(&q@);
queue_put@(&p@, &e@[0], A);
queue_put@(&q@, &e@[1], B);
queue_put@(&p@, &e@[2], C);
queue_put@(&q@, &e@[3], D);
double sum@ = 0;
for (const struct entry@ *k = p@.first; k; k = k->next)
	sum@ += k->value;
OUT0 = sum@;
OUT1 = q@.first->value;
OUT2 = q@.first->next->value;

// idiom: pipeline of function and context pairs
// types
struct step@ { void (*run)(void *, double *, int); void *context; };
struct bias@ { double by; };
struct peak@ { double held; };
// far
void step_bias@(void *context, double *v, int n)
{
	const struct bias@ *b = context;
	for (int k = 0; k < n; k++)
		v[k] += b->by;
}

void step_peak@(void *context, double *v, int n)
{
	((struct peak@ *)context)->held = v[n - 1];
}

void step_first@(void *context, double *v, int n)
{
	(void)n;
	v[0] = *(double *)context;
}
// body
struct bias@ b@ = { A };
struct peak@ p@ = { 0 }, q@ = { 0 };
double late@ = B;
const struct step@ steps@[4] = { { step_peak@, &q@ }, { step_bias@, &b@ }, { step_peak@, &p@ }, { step_first@, &late@ } };
double v@[2] = { C, D };
for (size_t k = 0; k < sizeof steps@ / sizeof *steps@; k++)
	steps@[k].run(steps@[k].context, v@, 2);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = p@.held;
OUT3 = q@.held;

// idiom: command queue run later
// types
struct command@ { void (*run)(double *, double); double *target; double value; };
struct commands@ { struct command@ items[4]; int count; };
// far
void commands_put@(struct commands@ *q, void (*run)(double *, double), double *target, double value)
{
	q->items[q->count++] = (struct command@){ run, target, value };
}

void commands_run@(struct commands@ *q)
{
	for (int k = 0; k < q->count; k++)
		q->items[k].run(q->items[k].target, q->items[k].value);
	q->count = 0;
}

void command_set@(double *to, double x)
{
	*to = x;
}

void command_add@(double *to, double x)
{
	*to += x;
}
// body
struct commands@ q@ = { .count = 0 };
double x@ = 1, y@ = 2, z@ = 3;
commands_put@(&q@, command_set@, &x@, A);
commands_put@(&q@, command_set@, &y@, B);
commands_put@(&q@, command_add@, &x@, C);
OUT0 = x@ + y@;
commands_run@(&q@);
OUT1 = x@;
OUT2 = y@;
OUT3 = z@ + D;

// idiom: messages by value through a ring
// types
struct message@ { int kind; double x, y; };
struct mailbox@ { struct message@ slots[4]; unsigned head, tail; };
// far
int mail_send@(struct mailbox@ *m, struct message@ msg)
{
	if (m->head - m->tail == 4)
		return -1;
	m->slots[m->head++ & 3] = msg;
	return 0;
}

int mail_receive@(struct mailbox@ *m, struct message@ *msg)
{
	if (m->head == m->tail)
		return 0;
	*msg = m->slots[m->tail++ & 3];
	return 1;
}
// body
struct mailbox@ m@ = { .head = 0 };
struct message@ got@ = { -1, 0, 0 };
double level@ = 0, rate@ = 0;
mail_send@(&m@, (struct message@){ 1, A, B });
mail_send@(&m@, (struct message@){ .kind = 2, .y = C });
while (mail_receive@(&m@, &got@))
	switch (got@.kind) {
	case 1:
		level@ = got@.x;
		break;
	case 2:
		rate@ = got@.y;
		break;
	}
OUT0 = level@;
OUT1 = rate@;
OUT2 = got@.x + D;

// idiom: getters of internal members
// types
struct model@ { struct { double bias, weights[3]; } layer; double score; };
// far
double *model_weights@(struct model@ *m)
{
	return m->layer.weights;
}

double *model_bias@(struct model@ *m)
{
	return &m->layer.bias;
}

const double *model_weight@(const struct model@ *m, int k)
{
	return &m->layer.weights[k];
}
// body
struct model@ m@ = { { 1, { 2, 3, 4 } }, 0 }, n@ = m@;
model_weights@(&m@)[1] = A;
*model_bias@(&m@) = B;
*model_bias@(&n@) += C;
double *w@ = model_weights@(&n@);
w@[0] = w@[2] = D;
OUT0 = *model_weight@(&m@, 1);
OUT1 = m@.layer.bias + *model_weight@(&m@, 2);
OUT2 = n@.layer.bias;
OUT3 = *model_weight@(&n@, 0) + *model_weight@(&n@, 1);

// idiom: nested loops left by goto
double m@[2][2] = { { A, B }, { C, 1 } };
int row@ = -1, col@ = -1, seen@ = 0;
for (int r = 0; r < 2; r++)
	for (int c = 0; c < 2; c++) {
		seen@++;
		if (DECIDE(m@[r][c] > 2)) {
			row@ = r;
			col@ = c;
			goto found@;
		}
	}
found@:
OUT0 = row@;
OUT1 = col@;
OUT2 = seen@;
OUT3 = D;

// idiom: two cursors toward each other in place
// far
void reverse@(double *v, int n)
{
	for (double *p = v, *q = v + n - 1; p < q; p++, q--) {
		double t = *p;
		*p = *q;
		*q = t;
	}
}
// body
double v@[4] = { A, B, C, D };
reverse@(v@, 3);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = v@[2];
OUT3 = v@[3];

// idiom: switch in a loop with fall-through
// kinds: any
const int ops@[4] = { 2, 0, 1, 3 };
double acc@ = 0, save@ = 0;
const double in@[4] = { A, B, C, D };
for (int k = 0; k < 4; k++) {
	double x = in@[k];
	switch (ops@[k]) {
	case 2:
		x *= 2;
		/* fall through */
	case 1:
		acc@ += x;
		break;
	case 0:
		save@ = x;
		/* fall through */
	default:
		continue;
	}
	acc@ += 1;
}
OUT0 = acc@;
OUT1 = save@;

// idiom: aliased out-parameters
// far
void split@(double x, double y, double *lo, double *hi)
{
	*lo = x;
	*hi = y;
	*lo += 1;
}
// body
double t@ = 0, p@, q@;
split@(A, B, &t@, &t@);
split@(C, D, &p@, &q@);
OUT0 = t@;
OUT1 = p@;
OUT2 = q@;

// idiom: in-place and copying callee
// far
void rotate@(double *dst, const double *src, int n)
{
	double first = src[0];
	for (int k = 0; k + 1 < n; k++)
		dst[k] = src[k + 1];
	dst[n - 1] = first;
}
// body
double v@[3] = { A, B, C }, w@[3];
rotate@(w@, v@, 3);
rotate@(v@, v@, 3);
OUT0 = v@[0] + v@[1];
OUT1 = w@[2];
OUT2 = v@[2];
OUT3 = w@[1] + D;

// idiom: partial overwrite then whole overwrite
// types
struct report@ { double mean, peak; int count; struct { double lo, hi; } range; };
// far
void report_clear@(struct report@ *r)
{
	*r = (struct report@){ .peak = -1 };
}

void report_copy@(struct report@ *to, const struct report@ *from)
{
	*to = *from;
}
// body
struct report@ p@ = { A, B, I, { A, B } }, q@ = { 0 };
p@.range.hi = C;
report_copy@(&q@, &p@);
report_clear@(&p@);
p@.range.lo = D;
OUT0 = q@.range.lo + q@.count;
OUT1 = q@.range.hi;
OUT2 = p@.mean + p@.peak + p@.range.hi;
OUT3 = p@.range.lo;

// idiom: error chain in a condition
// far
int first@(double x, double *to)
{
	if (DECIDE(x < 0))
		return 3;
	*to = x;
	return 0;
}

int second@(double x, double y, double *to)
{
	if (DECIDE(y < x))
		return 4;
	*to = y - x;
	return 0;
}
// body
double p@ = -1, q@ = -2;
int err@;
if (!DECIDE((err@ = first@(A, &p@)) != 0) && !DECIDE((err@ = second@(p@, B, &q@)) != 0))
	q@ += C;
OUT0 = p@;
OUT1 = q@;
OUT2 = err@;
OUT3 = D;

// idiom: errors accumulated
// far
int take@(double x, double *to)
{
	if (DECIDE(x > 3))
		return 1;
	*to = x;
	return 0;
}
// body
double p@ = 9, q@ = 9;
int err@ = 0;
err@ |= take@(A, &p@);
err@ |= take@(B, &q@) << 1;
OUT0 = p@;
OUT1 = q@;
OUT2 = err@;
if (DECIDE(err@ == 0))
	p@ = C;
OUT3 = p@;

// idiom: conditional struct value
// types
struct band@ { double lo, hi; int tag; };
// near
static struct band@ band_make@(double lo, double hi)
{
	return (struct band@){ lo, hi, 7 };
}
// body
struct band@ p@ = { A, B, 1 }, q@;
q@ = DECIDE(C > 0) ? p@ : band_make@(D, 2);
OUT0 = q@.lo;
OUT1 = q@.hi;
OUT2 = q@.tag;
OUT3 = (DECIDE(C > 1) ? &p@ : &q@)->lo;

// idiom: function that returns a function
// types
typedef double map@(double, double);
// near
static double map_sum@(double x, double y) { return x + y; }
static double map_mix@(double x, double y) { return x - y / 2; }
static map@ *map_for@(int kind)
{
	switch (kind) {
	case 0: return map_sum@;
	case 1: return map_mix@;
	default: return NULL;
	}
}
static double (*map_pick@(int kind, double level))(double, double)
{
	return kind ? map_for@(kind) : DECIDE(level > 0) ? map_for@(0) : map_for@(1);
}
// body
OUT0 = map_for@(1)(A, B);
map@ *f@ = map_pick@(0, C);
OUT1 = f@(A, B);
f@ = map_pick@(1, C);
OUT2 = f@ ? f@(B, D) : 0;

// idiom: do-while with break and continue
double v@[4] = { A, B, C, D }, sum@ = 0, last@ = 0;
int k@ = 0;
do {
	if (DECIDE(v@[k@] < -1))
		continue;
	if (DECIDE(v@[k@] > 6))
		break;
	sum@ += v@[k@];
	last@ = k@;
} while (++k@ < 3);
OUT0 = sum@;
OUT1 = last@;
OUT2 = k@;
OUT3 = v@[3];

// idiom: static cache of the last argument in a callee
// near
static double cached@(double x, double y)
{
	static double key, value;
	static int filled;
	if (!filled || DECIDE(key != x)) {
		key = x;
		value = x * x + y;
		filled = 1;
	}
	return value;
}
// body
OUT0 = cached@(A, B);
OUT1 = C;

// idiom: comma operators
double p@ = 0, q@ = 0, r@ = 0;
for (int k = 0, l = 2; k < 2; q@ = A, k++, l--)
	p@ = (q@ += l, r@ = B, k ? C : q@);
OUT0 = p@;
OUT1 = q@;
OUT2 = r@;
OUT3 = (p@ = D, q@ = p@, q@ + 1);

// idiom: X-macro getters and setters
// types
#define PROPS@(X) X(gain, double) X(order, int) X(offset, double)
struct props@ {
#define X(name, type) type name;
	PROPS@(X)
#undef X
};
#define X(name, type) void props_set_##name##@(struct props@ *p, type v); type props_get_##name##@(const struct props@ *p);
PROPS@(X)
#undef X
enum prop@ {
#define X(name, type) PROP_##name##@,
	PROPS@(X)
#undef X
	PROP_COUNT@
};
// near
#define X(name, type) void props_set_##name##@(struct props@ *p, type v) { p->name = v; } \
	type props_get_##name##@(const struct props@ *p) { return p->name; }
PROPS@(X)
#undef X
static double props_at@(const struct props@ *p, enum prop@ at)
{
	switch (at) {
#define X(name, type) case PROP_##name##@: return props_get_##name##@(p);
	PROPS@(X)
#undef X
	default: return 0;
	}
}
// body
struct props@ p@ = { 1, 2, 3 };
props_set_gain@(&p@, A);
props_set_order@(&p@, I);
props_set_offset@(&p@, B);
OUT0 = props_at@(&p@, PROP_gain@);
OUT1 = props_at@(&p@, PROP_order@);
OUT2 = props_at@(&p@, PROP_offset@);
double all@ = 0;
for (int k = PROP_gain@; k < PROP_COUNT@; k += 2)
	all@ += props_at@(&p@, (enum prop@)k);
OUT3 = all@;

// idiom: _Generic setters
// types
struct cell_d@ { double v; };
struct cell_i@ { int v; double scale; };
// near
static void cell_d_set@(struct cell_d@ *c, double v) { c->v = v; }
static void cell_i_set@(struct cell_i@ *c, double v) { c->v = (int)v; c->scale = 2; }
static double cell_d_get@(const struct cell_d@ *c) { return c->v; }
static double cell_i_get@(const struct cell_i@ *c) { return c->v * c->scale; }
// types
#define CELL_SET@(c, v) _Generic((c), struct cell_d@ *: cell_d_set@, struct cell_i@ *: cell_i_set@)((c), (v))
#define CELL_GET@(c) _Generic(*(c), struct cell_d@: cell_d_get@, struct cell_i@: cell_i_get@)(c)
// body
struct cell_d@ d@;
struct cell_i@ i@;
CELL_SET@(&d@, A);
CELL_SET@(&i@, B);
OUT0 = CELL_GET@(&d@);
OUT1 = CELL_GET@(&i@);
OUT2 = C;

// idiom: rows passed as pointers to arrays
// far
void rows_add@(double (*to)[2], double (*from)[2], int n)
{
	for (int r = 0; r < n; r++, to++, from++) {
		(*to)[0] += (*from)[1];
		to[0][1] = from[0][0];
	}
}
// body
double p@[3][2] = { { A, 1 }, { B, 2 }, { 3, C } }, q@[2][2] = { { 4, D }, { 5, 6 } };
rows_add@(p@ + 1, q@, 2);
OUT0 = p@[0][0] + p@[0][1];
OUT1 = p@[1][0];
OUT2 = p@[1][1];
OUT3 = p@[2][0] + p@[2][1];

// idiom: init-once table in a getter
// near
static const double *window@(int n)
{
	static double table[4];
	static int ready;
	if (!ready) {
		for (int k = 0; k < 4; k++)
			table[k] = 1.0 / (k + n);
		ready = 1;
	}
	return table;
}
// body
const double *w@ = window@(2);
OUT0 = A * w@[0] + B * w@[1];
OUT1 = C * window@(3)[2];

// idiom: pointer into an array kept across calls
// once
// types
struct cursor@ { double *at, *base; int n; };
// far
void cursor_put@(struct cursor@ *c, double x)
{
	*c->at = x;
	if (++c->at == c->base + c->n)
		c->at = c->base;
}
// near
static double store@[3];
static struct cursor@ cursor@ = { store@, store@, 3 };
// body
double other@[2] = { 0 };
struct cursor@ local@ = { other@, other@, 2 };
cursor_put@(&cursor@, A);
cursor_put@(&local@, B);
cursor_put@(&local@, C);
OUT0 = store@[0] + store@[1] + store@[2];
OUT1 = other@[0];
OUT2 = other@[1];

// idiom: nodes linked on a condition
// types
struct link@ { double value; struct link@ *next; };
// body
struct link@ a@ = { A, NULL }, b@ = { B, NULL }, *list@ = NULL;
if (DECIDE(C > 0)) {
	a@.next = list@;
	list@ = &a@;
}
b@.next = list@;
list@ = &b@;
double sum@ = 0;
int count@ = 0;
for (const struct link@ *k = list@; DECIDE(k != NULL); k = k->next) {
	sum@ += k->value;
	count@++;
}
OUT0 = sum@;
OUT1 = count@;
OUT2 = list@->value;
OUT3 = D;

// idiom: callback that changes what is walked
// types
struct walk@ { double *v; int n; };
// far
double walk_sum@(struct walk@ *w, void (*each)(struct walk@ *, int))
{
	double sum = 0;
	for (int k = 0; k < w->n; k++) {
		each(w, k);
		sum += w->v[k];
	}
	return sum;
}
// near
static void carry@(struct walk@ *w, int k)
{
	if (k + 1 < w->n)
		w->v[k + 1] += w->v[k] / 2;
}
static void drop@(struct walk@ *w, int k)
{
	w->v[k] = k;
}
// body
double p@[3] = { A, B, 0 }, q@[2] = { C, D };
OUT0 = walk_sum@(&(struct walk@){ p@, 3 }, carry@);
OUT1 = p@[1];
OUT2 = walk_sum@(&(struct walk@){ q@, 2 }, drop@);
OUT3 = q@[0] + p@[0];

// idiom: struct with a pointer to its own member copied
// types
struct gap@ { double buf[2]; double *cur; };
// body
struct gap@ p@ = { { A, B }, NULL }, q@;
p@.cur = &p@.buf[1];
q@ = p@;
*q@.cur = C;
q@.buf[0] = D;
OUT0 = p@.buf[1];
OUT1 = q@.buf[1];
OUT2 = p@.buf[0];
OUT3 = *q@.cur + q@.buf[0];

// idiom: pointer to a static buffer returned twice
// near
static const double *pair_of@(double x, double y)
{
	static double pair[2];
	pair[0] = x;
	pair[1] = y;
	return pair;
}
// body
const double *p@ = pair_of@(A, B);
double kept@ = p@[0];
const double *q@ = pair_of@(C, D);
OUT0 = kept@;
OUT1 = p@[0];
OUT2 = q@[1];

// idiom: handler registered on a condition
// kinds: any
// types
struct bus@ { double (*handler)(double); };
// near
static double loud@(double x) { return 2 * x; }
static double quiet@(double x) { return x / 2; }
// body
struct bus@ bus@ = { quiet@ };
if (DECIDE(A > 0))
	bus@.handler = loud@;
OUT0 = bus@.handler(B);
OUT1 = bus@.handler == loud@ ? 1 : 0;
OUT2 = C;

// idiom: optional output pointers
// far
double stats@(double x, double y, double *spread, double *last)
{
	if (spread)
		*spread = x - y;
	if (last)
		*last = y;
	return x + y;
}
// body
double spread@ = C, last@ = D, unused@ = 5;
OUT0 = stats@(A, B, NULL, &last@);
OUT1 = stats@(A, 2, &spread@, NULL);
OUT2 = last@;
OUT3 = spread@ + unused@;

// idiom: output pointer decided
double x@ = A;
double *p@ = DECIDE(B > 0) ? &x@ : NULL;
if (DECIDE(p@ != NULL))
	*p@ = C;
OUT0 = x@;
OUT1 = DECIDE(p@ != NULL) ? 1 : 0;
OUT2 = D;

// idiom: sorted pointers
// kinds: any
// types
struct scored@ { double score, value; };
// body
struct scored@ a@ = { A, 1 }, b@ = { B, 2 }, c@ = { 0, C }, *v@[3] = { &a@, &b@, &c@ };
for (int p = 1; p < 3; p++)
	for (int q = p; q > 0 && DECIDE(v@[q - 1]->score < v@[q]->score); q--) {
		struct scored@ *t = v@[q];
		v@[q] = v@[q - 1];
		v@[q - 1] = t;
	}
OUT0 = v@[0]->score;
OUT1 = v@[2]->value;
OUT2 = c@.value + D;

// idiom: messages of several kinds in a union
// types
struct event@ {
	enum kind@ { TICK@, MOVE@, KEY@ } kind;
	union {
		struct { double x, y; } move;
		struct { int code; double force; } key;
		double tick;
	} as;
};
struct board@ { double time, x, y, force; int code; };
// near
static void handle@(struct board@ *b, const struct event@ *e)
{
	switch (e->kind) {
	case TICK@: b->time = e->as.tick; break;
	case MOVE@: b->x = e->as.move.x; b->y = e->as.move.y; break;
	case KEY@: b->code = e->as.key.code; b->force = e->as.key.force; break;
	}
}
// body
struct board@ b@ = { 0 };
struct event@ q@[3] = {
	{ MOVE@, .as.move = { A, B } }, { KEY@, .as.key = { I, C } }, { TICK@, .as.tick = D } };
for (int k = 0; k < 3; k++)
	handle@(&b@, &q@[k]);
OUT0 = b@.x;
OUT1 = b@.y + b@.time;
OUT2 = b@.force;
OUT3 = b@.code;

// idiom: state skipped by an early return
// types
struct track@ { double level, slope; int n; };
// far
int track_add@(struct track@ *t, double x, double gate)
{
	if (DECIDE(gate < 0))
		return -1;
	t->slope = x - t->level;
	if (DECIDE(t->slope > 4))
		return 1;
	t->level = x;
	t->n++;
	return 0;
}
// near
static struct track@ left@, right@;
// body
OUT0 = track_add@(&left@, A, B);
OUT1 = left@.level;
track_add@(&right@, C, 1);
OUT2 = right@.slope;
OUT3 = left@.n;

// idiom: switch with fall-through in a callee with several outs
// far
void grade@(int mode, double x, double *p, double *q, double *r)
{
	switch (CHOOSE(mode)) {
	case 0:
		*p = x;
		/* fall through */
	case 1:
		*q = x + 1;
		break;
	case 2:
		*p = 0.5;
		/* fall through */
	default:
		*r = 2 * x;
	}
}
// body
double p@ = C, q@ = 1, r@ = 2, p2@ = 3, q2@ = B, r2@ = 4;
grade@(I & 3, A, &p@, &q@, &r@);
grade@(1, D, &p2@, &q2@, &r2@);
OUT0 = p@;
OUT1 = q@ + p2@;
OUT2 = r@;
OUT3 = q2@ + r2@;

// idiom: two-level virtual dispatch through an interface member
// types
struct writer@ { void (*put)(struct writer@ *, double); };
struct array_writer@ { double *to; int n; struct writer@ writer; };
struct sum_writer@ { struct writer@ writer; double sum; struct writer@ *next; };
// far
void array_put@(struct writer@ *w, double x)
{
	struct array_writer@ *a = (struct array_writer@ *)((char *)w - offsetof(struct array_writer@, writer));
	a->to[a->n++] = x;
}

void sum_put@(struct writer@ *w, double x)
{
	struct sum_writer@ *s = (struct sum_writer@ *)w;
	s->sum += x;
	if (s->next)
		s->next->put(s->next, s->sum);
}
// body
double buf@[3] = { 0 }, buf2@[3] = { 0 };
struct array_writer@ aw@ = { buf@, 0, { array_put@ } }, bw@ = { buf2@, 1, { array_put@ } };
struct sum_writer@ sw@ = { { sum_put@ }, 0, &aw@.writer };
struct writer@ *w@ = &sw@.writer;
w@->put(w@, A);
w@->put(w@, B);
w@ = &bw@.writer;
w@->put(w@, C);
OUT0 = buf@[0];
OUT1 = buf@[1];
OUT2 = buf2@[1];
OUT3 = sw@.sum + buf2@[0];

// idiom: virtual objects in an array of base pointers
// types
struct shape@ { const struct shape_ops@ *ops; double scale; };
struct shape_ops@ { double (*area)(const struct shape@ *); void (*grow)(struct shape@ *, double); const char *name; };
struct disc@ { struct shape@ base; double r; };
struct rect@ { struct shape@ base; double w, h; };
// far
void shape_grow@(struct shape@ *s, double by)
{
	s->scale += by;
}

double disc_area@(const struct shape@ *s)
{
	const struct disc@ *d = (const struct disc@ *)s;
	return d->r * d->r * s->scale;
}

double rect_area@(const struct shape@ *s)
{
	const struct rect@ *r = (const struct rect@ *)s;
	return r->w + r->h * s->scale;
}

void rect_grow@(struct shape@ *s, double by)
{
	shape_grow@(s, 1);
	((struct rect@ *)s)->w += by;
}
// near
static const struct shape_ops@ disc_ops@ = { disc_area@, shape_grow@, "disc" };
static const struct shape_ops@ rect_ops@ = { .area = rect_area@, .grow = rect_grow@, .name = "rect" };
// body
struct disc@ d@ = { { &disc_ops@, 1 }, A };
struct rect@ r@ = { { &rect_ops@, 1 }, B, C };
struct shape@ *all@[] = { &d@.base, &r@.base };
for (int k = 0; k < 2; k++)
	all@[k]->ops->grow(all@[k], D);
OUT0 = all@[0]->ops->area(all@[0]);
OUT1 = all@[1]->ops->area(all@[1]);
OUT2 = r@.base.scale;
OUT3 = d@.base.scale;

// idiom: tree visited recursively by callback
// types
struct t@ { double v; struct t@ *kid, *next; };
struct out@ { double *sum; double deep; };
// far
void t_visit@(struct t@ *t, int depth, void (*f)(void *, struct t@ *, int), void *ctx)
{
	for (; t; t = t->next) {
		f(ctx, t, depth);
		t_visit@(t->kid, depth + 1, f, ctx);
	}
}
// near
static void t_note@(void *ctx, struct t@ *t, int depth)
{
	struct out@ *o = ctx;
	*o->sum += t->v;
	if (depth == 1)
		o->deep = t->v;
}
// body
struct t@ k@ = { A, NULL, NULL }, r2@ = { B, NULL, NULL }, r1@ = { C, &k@, &r2@ };
double sum@ = 0;
struct out@ o@ = { &sum@, 0 };
t_visit@(&r1@, 0, t_note@, &o@);
OUT0 = sum@;
OUT1 = o@.deep;
OUT2 = D;

// idiom: flood fill by recursion
// kinds: any
// near
static void flood@(int map[3][3], const double v[3][3], int r, int c, double level, double *sum)
{
	if (r < 0 || c < 0 || r > 2 || c > 2 || map[r][c] || DECIDE(v[r][c] < level))
		return;
	map[r][c] = 1;
	*sum += v[r][c];
	flood@(map, v, r + 1, c, level, sum);
	flood@(map, v, r, c + 1, level, sum);
}
// body
int map@[3][3] = { { 0 } };
const double v@[3][3] = { { A, B, 1 }, { C, 2, 3 }, { 1, 1, 1 } };
double sum@ = 0;
flood@(map@, v@, 0, 0, 0, &sum@);
OUT0 = sum@;
OUT1 = map@[0][1];
OUT2 = D;

// idiom: config struct of flags switching blocks
// types
struct opts@ { unsigned raw : 1, delta : 1, ratio : 1; int lags; };
// near
static const struct opts@ presets@[2] = { { 1, 0, 1, 1 }, { .delta = 1, .lags = 2 } };
static int emit@(const struct opts@ *o, const double *now, const double *before, double *to)
{
	int n = 0;
	if (o->raw)
		to[n++] = now[0];
	if (o->delta)
		to[n++] = now[0] - before[0];
	for (int k = 0; k < o->lags; k++)
		to[n++] = before[k];
	if (o->ratio)
		to[n++] = now[1] / (1 + fabs(before[1]));
	return n;
}
// outs: 6
// body
const double now@[2] = { A, B }, before@[2] = { C, D };
double *v@ = FEATURES;
v@ += emit@(&presets@[0], now@, before@, v@);
v@ += emit@(&presets@[1], now@, before@, v@);

// idiom: tables indexed by enums
// types
enum chan@ { CH_X@, CH_Y@, CH_Z@, CH_COUNT@ };
// near
static const struct { const char *name; double weight; enum chan@ from; } table@[CH_COUNT@] = {
	[CH_Z@] = { "z", 0.5, CH_X@ }, [CH_X@] = { "x", 2, CH_Y@ }, [CH_Y@] = { .name = "y", .weight = -1, .from = CH_Z@ } };
// outs: 3
// body
const double in@[CH_COUNT@] = { [CH_Y@] = A, [CH_X@] = B, [CH_Z@] = C };
for (enum chan@ c = CH_X@; c < CH_COUNT@; c++)
	FEATURES[c] = table@[c].weight * in@[table@[c].from];

// idiom: weights by name
// types
struct weight@ { const char *name; double by; };
// near
static const struct weight@ weights@[] = { { "low", 0.5 }, { "high", 2 }, { NULL, 0 } };
static double weight_of@(const char *name)
{
	for (const struct weight@ *w = weights@; w->name; w++)
		if (!strcmp(w->name, name))
			return w->by;
	return 0;
}
// body
OUT0 = weight_of@("low") * A + weight_of@("absent") + weight_of@("high") * B;
OUT1 = weight_of@("high");
OUT2 = C;

// idiom: ops overridden in a copy of the table
// types
struct vt@ { double (*get)(double, double); double (*mix)(double, double); };
// near
static double get_a@(double x, double y) { return x + 0 * (y > 1e9); }
static double get_b@(double x, double y) { (void)x; return y * 3; }
static double mix_a@(double x, double y) { return x - y; }
static const struct vt@ base_vt@ = { get_a@, mix_a@ };
// body
struct vt@ child@ = base_vt@;
child@.get = get_b@;
const struct vt@ *vts@[2] = { &base_vt@, &child@ };
OUT0 = vts@[0]->get(A, 2);
OUT1 = vts@[1]->get(A, B);
OUT2 = vts@[1]->mix(C, D);

// idiom: distinct then aliased arguments read back
// far
double put_get@(double *to, const double *from, double x)
{
	double before = *from;
	*to = x;
	return *from - before / 2;
}
// body
double p@ = A, q@ = B;
OUT0 = put_get@(&p@, &q@, C);
OUT1 = put_get@(&q@, &q@, D);
OUT2 = p@;
OUT3 = q@;

// idiom: overlapping slices
// far
void smooth@(double *to, const double *from, int n)
{
	for (int k = 0; k < n; k++)
		to[k] = from[k] / 2 + 1;
}
// body
double v@[4] = { A, B, C, D }, w@[4] = { 0 };
smooth@(w@, v@, 2);
smooth@(v@ + 1, v@, 3);
OUT0 = w@[0] + w@[2];
OUT1 = w@[1];
OUT2 = v@[3];
OUT3 = v@[0];

// idiom: struct holding a pointer to another argument
// types
struct ref@ { double *to; double last; };
// far
double ref_step@(struct ref@ *r, double *direct, double x)
{
	*r->to = x;
	r->last = *direct;
	*direct += 1;
	return *r->to;
}
// body
double p@ = A, q@ = B, p2@ = 3;
struct ref@ r@ = { &p@, 0 }, s@ = { &p2@, 0 };
OUT0 = ref_step@(&s@, &q@, C);
OUT1 = s@.last;
OUT2 = ref_step@(&r@, &p@, D);
OUT3 = r@.last + q@;

// idiom: global reached by pointer and by name
// near
static double gain@;
static double apply@(double *p, double x)
{
	*p = x;
	return gain@ * 2;
}
// body
double local@ = 1;
gain@ = A;
OUT0 = apply@(&local@, B);
OUT1 = apply@(&gain@, C);
OUT2 = local@ + D;

// idiom: same object as source and target by struct copy
// types
struct quad@ { double a, b; };
// far
void mirror@(struct quad@ *to, const struct quad@ *from)
{
	to->a = from->b;
	to->b = from->a;
}
// body
struct quad@ p@ = { A, B }, q@;
mirror@(&q@, &p@);
OUT0 = q@.a;
OUT1 = q@.b;
mirror@(&p@, &p@);
OUT2 = p@.a;
OUT3 = p@.b + C;

// idiom: list node inserted by alias of the head
// types
struct nd@ { double v; struct nd@ *next; };
// far
void after@(struct nd@ *at, struct nd@ *n)
{
	n->next = at->next;
	at->next = n;
}
// body
struct nd@ head@ = { 0, NULL }, a@ = { A, NULL }, b@ = { B, NULL }, c@ = { C, NULL };
struct nd@ *tail@ = &head@;
after@(tail@, &a@);
tail@ = tail@->next;
after@(tail@, &b@);
after@(&head@, &c@);
OUT0 = head@.next->v;
OUT1 = head@.next->next->v;
OUT2 = tail@->next->v;
OUT3 = b@.next ? b@.next->v : D;

// idiom: out-parameters in reversed order
// far
void order@(double x, double y, double *lo, double *hi)
{
	if (DECIDE(x < y)) {
		*lo = x;
		*hi = y;
	} else {
		*lo = y;
		*hi = x;
	}
}
// body
double p@ = A, q@ = B, r@ = C;
order@(p@, q@, &q@, &p@);
order@(q@, r@, &q@, &r@);
OUT0 = p@;
OUT1 = q@;
OUT2 = r@;
OUT3 = D;

// idiom: doubly linked list unlink
// types
struct dl@ { struct dl@ *prev, *next; double v; };
// far
void dl_push@(struct dl@ *h, struct dl@ *n)
{
	n->prev = h->prev;
	n->next = h;
	h->prev->next = n;
	h->prev = n;
}

void dl_unlink@(struct dl@ *n)
{
	n->prev->next = n->next;
	n->next->prev = n->prev;
	n->prev = n->next = n;
}
// body
struct dl@ h@ = { &h@, &h@, 0 }, a@ = { .v = A }, b@ = { .v = B }, c@ = { .v = C };
dl_push@(&h@, &a@);
dl_push@(&h@, &b@);
dl_push@(&h@, &c@);
dl_unlink@(&b@);
double sum@ = 0;
for (struct dl@ *k = h@.next; k != &h@; k = k->next)
	sum@ = sum@ / 2 + k->v;
OUT0 = sum@;
OUT1 = h@.prev->v;
OUT2 = b@.next->v;
OUT3 = h@.next->v + D;

// idiom: object pool with a free list
// types
struct ob@ { double v; struct ob@ *free; };
// near
static struct ob@ *ob_take@(struct ob@ **free, double v)
{
	struct ob@ *o = *free;
	if (!o)
		return NULL;
	*free = o->free;
	o->v = v;
	return o;
}
static void ob_give@(struct ob@ **free, struct ob@ *o)
{
	o->free = *free;
	*free = o;
}
// body
struct ob@ pool@[3], *free@ = NULL;
for (int k = 0; k < 3; k++)
	ob_give@(&free@, &pool@[k]);
struct ob@ *p@ = ob_take@(&free@, A), *q@ = ob_take@(&free@, B);
ob_give@(&free@, p@);
struct ob@ *r@ = ob_take@(&free@, C);
OUT0 = p@->v;
OUT1 = q@->v;
OUT2 = r@->v;
OUT3 = D;

// idiom: generic container of void pointers
// types
struct bag@ { const void *items[4]; int n; };
// far
void bag_add@(struct bag@ *b, const void *item)
{
	b->items[b->n++] = item;
}

double bag_fold@(const struct bag@ *b, double (*value)(const void *))
{
	double sum = 0;
	for (int k = 0; k < b->n; k++)
		sum += value(b->items[k]);
	return sum;
}
// near
static double of_double@(const void *p) { return *(const double *)p; }
static double of_int@(const void *p) { return *(const int *)p; }
// body
double x@ = A, y@ = B, z@ = D;
int i@ = I, j@ = J;
struct bag@ p@ = { { 0 }, 0 }, q@ = { .n = 0 };
bag_add@(&p@, &x@);
bag_add@(&q@, &i@);
bag_add@(&p@, &y@);
x@ = C;
OUT0 = bag_fold@(&p@, of_double@);
OUT1 = bag_fold@(&q@, of_int@);
OUT2 = *(const double *)p@.items[1];
OUT3 = z@ + j@;

// idiom: growing object with callbacks that unregister
// types
struct hub@ { void (*f[3])(struct hub@ *, int, double); double seen[3]; int n; };
// far
void hub_fire@(struct hub@ *h, double x)
{
	for (int k = 0; k < h->n; k++)
		if (h->f[k])
			h->f[k](h, k, x);
}
// near
static void hub_once@(struct hub@ *h, int k, double x)
{
	h->seen[k] = x;
	h->f[k] = NULL;
}
static void hub_each@(struct hub@ *h, int k, double x)
{
	h->seen[k] += x;
}
// body
struct hub@ h@ = { { hub_once@, hub_each@ }, { 0 }, 2 };
hub_fire@(&h@, A);
hub_fire@(&h@, B);
OUT0 = h@.seen[0];
OUT1 = h@.seen[1];
OUT2 = h@.seen[2] + C;

// idiom: buffers in a struct swapped every round
// once
// types
struct frames@ { double store[2][2]; double *now, *before; };
// near
static struct frames@ frames@ = { .now = frames@.store[0], .before = frames@.store[1] };
static void frames_flip@(struct frames@ *f)
{
	double *t = f->now;
	f->now = f->before;
	f->before = t;
}
// body
frames_flip@(&frames@);
frames@.now[0] = A;
frames@.now[1] = B;
OUT0 = frames@.now[0] - frames@.before[0];
OUT1 = frames@.before[1];
OUT2 = C;

// idiom: observers attached once and notified each round
// once
// types
struct ob@ { void (*notify)(struct ob@ *, double); struct ob@ *next; double acc; };
// near
static struct ob@ *first@;
static void ob_sum@(struct ob@ *o, double x) { o->acc += x; }
static void ob_max@(struct ob@ *o, double x)
{
	if (DECIDE(x > o->acc))
		o->acc = x;
}
static struct ob@ sum@ = { .notify = ob_sum@ }, max@ = { .notify = ob_max@ }, off@ = { .notify = ob_sum@, .acc = 3 };
static void attach@(struct ob@ *o)
{
	for (struct ob@ *k = first@; k; k = k->next)
		if (k == o)
			return;
	o->next = first@;
	first@ = o;
}
// body
attach@(&sum@);
attach@(&max@);
for (struct ob@ *k = first@; k; k = k->next)
	k->notify(k, A);
OUT0 = sum@.acc;
OUT1 = max@.acc;
OUT2 = off@.acc + B;

// idiom: cursor into a delay line kept across rounds
// once
// types
struct delay@ { double line[3], *at; };
// near
static struct delay@ delay@;
static double delay_step@(struct delay@ *d, double x)
{
	if (!d->at)
		d->at = d->line;
	double out = *d->at;
	*d->at++ = x;
	if (d->at == d->line + 3)
		d->at = d->line;
	return out;
}
// body
OUT0 = delay_step@(&delay@, A);
OUT1 = B;

// idiom: message waits for the next round
// once
// types
struct msg@ { int kind; double x; };
// near
static struct msg@ box@;
static int box_full@;
static double speed@, heat@;
// body
if (box_full@) {
	struct msg@ m = box@;
	box_full@ = 0;
	switch (CHOOSE(m.kind)) {
	case 0: speed@ = m.x; break;
	case 1: heat@ = m.x; break;
	}
}
OUT0 = speed@;
OUT1 = heat@;
box@ = (struct msg@){ I & 1, A };
box_full@ = 1;
OUT2 = B;

// idiom: least recently used cache
// once
// kinds: any
// types
struct line@ { int key, age; double value; };
// near
static struct line@ lines@[2] = { { -1, 0, 0 }, { -1, 0, 0 } };
static double cached@(int key, double fresh)
{
	int worst = 0;
	for (int k = 0; k < 2; k++) {
		lines@[k].age++;
		if (DECIDE(lines@[k].key == key)) {
			lines@[k].age = 0;
			return lines@[k].value;
		}
		if (DECIDE(lines@[k].age > lines@[worst].age))
			worst = k;
	}
	struct line@ *l = &lines@[INDEX(worst)];
	l->key = key;
	l->age = 0;
	l->value = fresh;
	return fresh;
}
// body
OUT0 = cached@(I & 3, A);
OUT1 = B;

// idiom: window statistics of an object
// types
struct win@ { double v[4]; int n, at; double sum; };
// far
void win_add@(struct win@ *w, double x)
{
	if (w->n == 4)
		w->sum -= w->v[w->at];
	else
		w->n++;
	w->v[w->at] = x;
	w->sum += x;
	w->at = (w->at + 1) & 3;
}
// near
static struct win@ left@, right@;
// body
win_add@(&left@, A);
win_add@(&right@, B);
OUT0 = left@.sum / left@.n;
OUT1 = right@.sum;
OUT2 = right@.n + C;

// idiom: pipeline over a long block
// types
struct stage@ { void (*run)(void *, double *, int); void *ctx; };
// far
void stage_gain@(void *ctx, double *v, int n)
{
	for (int k = 0; k < n; k++)
		v[k] *= *(const double *)ctx;
}

void stage_sum@(void *ctx, double *v, int n)
{
	double s = 0;
	for (int k = 0; k < n; k++)
		s += v[k];
	*(double *)ctx = s;
}

void stage_ramp@(void *ctx, double *v, int n)
{
	for (int k = 0; k < n; k++)
		v[k] = *(const double *)ctx + k;
}
// body
double block@[100], gain@ = A, sum1@ = 0, sum2@ = 0, ramp@ = B;
sense_block(BLOCK, block@, 100);
const struct stage@ stages@[] = { { stage_sum@, &sum1@ }, { stage_gain@, &gain@ }, { stage_sum@, &sum2@ }, { stage_ramp@, &ramp@ } };
for (int k = 0; k < 4; k++)
	stages@[k].run(stages@[k].ctx, block@, 100);
OUT0 = sum1@;
OUT1 = sum2@;
OUT2 = block@[40];
OUT3 = C;

// idiom: long table filled once with a patch
// near
static const double *table@(void)
{
	static double t[100];
	static int ready;
	if (!ready) {
		for (int k = 0; k < 100; k++)
			t[k] = k;
		t[0] = 1;
		ready = 1;
	}
	return t;
}
// body
OUT0 = table@()[7] * A;
OUT1 = table@()[INDEX(I)] + B;
OUT2 = C;

// idiom: long ring of records
// types
struct rec@ { double x, y; };
struct log@ { struct rec@ r[100]; int n; };
// far
void log_add@(struct log@ *l, double x, double y)
{
	struct rec@ *r = &l->r[l->n++];
	r->x = x;
	r->y = y;
}
// body
struct log@ l@;
l@.n = 0;
for (int k = 0; k < 100; k++)
	log_add@(&l@, A + k, B);
double sx@ = 0, sy@ = 0;
for (int k = 0; k < l@.n; k++) {
	sx@ += l@.r[k].x;
	sy@ += l@.r[k].y;
}
OUT0 = sx@;
OUT1 = sy@;
OUT2 = C;

// idiom: running filter written to a long output
// types
struct iir@ { double a, b, y; };
// far
void iir_run@(struct iir@ *f, double *v, int n)
{
	for (int k = 0; k < n; k++) {
		f->y = f->a * v[k] + f->b * f->y;
		v[k] = f->y;
	}
}
// body
double p@[100], q@[100];
for (int k = 0; k < 100; k++) {
	p@[k] = A;
	q@[k] = B;
}
struct iir@ f@ = { 0.5, 0.25, 0 }, g@ = { C, 0.5, 0 };
iir_run@(&f@, p@, 100);
iir_run@(&g@, q@, 100);
OUT0 = p@[99];
OUT1 = q@[99];
OUT2 = f@.y;
OUT3 = D;

// idiom: long array of structs with one field filled
// types
struct bin@ { double w, c; };
// body
struct bin@ b@[100];
for (int k = 0; k < 100; k++) {
	b@[k].w = A;
	b@[k].c = 0;
}
for (int k = 0; k < 100; k++)
	b@[k].c += k == 5 ? B : 1;
OUT0 = b@[5].w;
OUT1 = b@[5].c;
OUT2 = C;

// idiom: long two-dimensional table
double m@[80][3];
for (int r = 0; r < 80; r++)
	for (int c = 0; c < 3; c++)
		m@[r][c] = c == 0 ? A : c == 1 ? B : r;
double s@[3] = { 0 };
for (int r = 0; r < 80; r++)
	for (int c = 0; c < 3; c++)
		s@[c] += m@[r][c];
OUT0 = s@[0];
OUT1 = s@[1];
OUT2 = s@[2] + C;

// idiom: long history shifted
// near
static double hist@[100];
// body
for (int k = 99; k > 0; k--)
	hist@[k] = hist@[k - 1];
hist@[0] = A;
OUT0 = hist@[0];
OUT1 = hist@[2];
OUT2 = B;

// idiom: long scan with early return
// far
int first_above@(const double *v, int n, double limit, int *at, double *value)
{
	for (int k = 0; k < n; k++)
		if (DECIDE(v[k] > limit)) {
			*at = k;
			*value = v[k];
			return 1;
		}
	return 0;
}
// body
double v@[100];
sense_block(BLOCK, v@, 100);
int at@ = -1;
double value@ = B;
OUT0 = first_above@(v@, 100, A, &at@, &value@);
OUT1 = at@;
OUT2 = value@;
OUT3 = C;

// idiom: coroutine by switch on a saved line
// once
// types
struct co@ { int at; double held, sum; };
// near
static double co_step@(struct co@ *c, double x)
{
	switch (c->at) {
	case 0:
		c->held = x;
		c->at = 1;
		return 0;
	case 1:
		c->sum = c->held + x;
		c->at = 2;
		return c->sum;
	case 2:
		c->at = 0;
		return -c->sum;
	}
	return 0;
}
static struct co@ co@;
// body
OUT0 = co_step@(&co@, A);
OUT1 = co@.sum;
OUT2 = B;

// idiom: retry loop with goto
int tries@ = 0;
double v@ = A, out@ = 0;
retry@:
if (DECIDE(v@ < 1)) {
	v@ += fabs(B);
	if (++tries@ < 3)
		goto retry@;
	out@ = C;
	goto done@;
}
out@ = v@;
done@:
OUT0 = out@;
OUT1 = tries@;
OUT2 = D;

// idiom: prepare and commit
// types
struct txn@ { double *to[3]; double x[3]; int n; };
// far
void txn_put@(struct txn@ *t, double *to, double x)
{
	t->to[t->n] = to;
	t->x[t->n++] = x;
}

void txn_end@(struct txn@ *t, int commit)
{
	for (int k = 0; commit && k < t->n; k++)
		*t->to[k] = t->x[k];
	t->n = 0;
}
// body
struct txn@ t@ = { .n = 0 };
double p@ = 1, q@ = 2, r@ = 3;
txn_put@(&t@, &p@, A);
txn_put@(&t@, &q@, B);
txn_end@(&t@, DECIDE(C > 0));
txn_put@(&t@, &r@, D);
txn_end@(&t@, 0);
OUT0 = p@;
OUT1 = q@;
OUT2 = r@ + D;

// idiom: undo of a saved copy
// types
struct model@ { double w[2], bias; int n; };
// far
void model_step@(struct model@ *m, double x, double y)
{
	m->w[0] += x;
	m->w[1] -= y;
	m->n++;
}
// body
struct model@ m@ = { { A, B }, C, 0 }, saved@ = m@;
model_step@(&m@, D, 1);
double tried@ = m@.w[0];
if (DECIDE(m@.w[1] < 0))
	m@ = saved@;
OUT0 = m@.w[0];
OUT1 = m@.bias;
OUT2 = m@.n;
OUT3 = tried@;

// idiom: bit masks dispatch to handlers
// near
static void on_x@(double *to, double x) { to[0] += x; }
static void on_y@(double *to, double x) { to[1] -= x; }
static void on_z@(double *to, double x) { to[2] = x; }
static void (*const on@[3])(double *, double) = { on_x@, on_y@, on_z@ };
static void dispatch@(unsigned mask, double *to, double x)
{
	for (int k = 0; mask; k++, mask >>= 1)
		if (mask & 1)
			on@[k](to, x);
}
// body
double to@[3] = { 1, 2, D };
dispatch@(1, to@, A);
dispatch@(3, to@, B);
OUT0 = to@[0];
OUT1 = to@[1];
OUT2 = to@[2];

// idiom: builder with returned self
// types
struct spec@ { double low, high; int order; };
// far
struct spec@ *spec_low@(struct spec@ *s, double x)
{
	s->low = x; return s;
}

struct spec@ *spec_high@(struct spec@ *s, double x)
{
	s->high = x; return s;
}

struct spec@ spec_with@(struct spec@ s, int order)
{
	s.order = order; return s;
}
// body
struct spec@ s@ = { 0 }, t@ = { 0 };
spec_high@(spec_low@(&s@, A), B);
t@ = spec_with@(*spec_low@(&t@, C), I);
OUT0 = s@.low;
OUT1 = s@.high + s@.order;
OUT2 = t@.low + t@.high;
OUT3 = t@.order;

// idiom: state table run on data
// kinds: any
// types
struct fsm@ { int state; double mark[3]; };
// near
static int on_idle@(struct fsm@ *f, double x)
{
	f->mark[0] = x;
	return DECIDE(x > 0) ? 1 : 0;
}
static int on_run@(struct fsm@ *f, double x)
{
	f->mark[1] += x;
	return DECIDE(x < 0) ? 2 : 1;
}
static int on_stop@(struct fsm@ *f, double x)
{
	f->mark[2] = x;
	return 0;
}
static int (*const handlers@[3])(struct fsm@ *, double) = { on_idle@, on_run@, on_stop@ };
// body
struct fsm@ f@ = { 0, { 1, 2, 3 } };
const double in@[3] = { A, B, C };
for (int k = 0; k < 3; k++)
	f@.state = handlers@[INDEX(f@.state)](&f@, in@[k]);
OUT0 = f@.mark[0];
OUT1 = f@.mark[1];
OUT2 = f@.mark[2];
OUT3 = D + 1;

// idiom: copy of decided length
double from@[4] = { A, B, 1, 2 }, to@[4] = { 0, 0, 0, 0 };
int n@ = 1;
if (DECIDE(C > 0))
	n@ = 2;
memcpy(to@, from@, INDEX(n@) * sizeof *to@);
OUT0 = to@[0];
OUT1 = to@[1];
OUT2 = to@[3] + D;

// idiom: fill loop with callee write
// near
static void bump@(double *v, int k, double x) { v[k] += x; }
// body
double v@[100];
for (int k = 0; k < 100; k++) {
	v@[k] = A;
	bump@(v@, k, B);
}
OUT0 = v@[50];
OUT1 = C;

// idiom: fill loop with pointer write
double v@[100], *p@ = v@;
for (int k = 0; k < 100; k++) {
	v@[k] = A + k;
	*p@++ *= B;
}
OUT0 = v@[50];
OUT1 = C;

// idiom: fill loop, conditional scale after
double v@[100];
for (int k = 0; k < 100; k++) {
	v@[k] = A + k;
	if (DECIDE(v@[k] > B))
		v@[k] = C;
}
OUT0 = v@[50];
OUT1 = D;

// idiom: callee memset of chosen target
// types
struct o@ { double v, w; };
// near
static void clear@(struct o@ *o) { memset(o, 0, sizeof *o); }
// body
struct o@ x@ = { A, 1 }, y@ = { B, 2 };
clear@(DECIDE(C > 0) ? &x@ : &y@);
OUT0 = x@.v;
OUT1 = y@.w;
OUT2 = D;

// idiom: memset inline chosen
// types
struct o@ { double v, w; };
// body
struct o@ x@ = { A, 1 }, y@ = { B, 2 };
memset(DECIDE(C > 0) ? &x@ : &y@, 0, sizeof x@);
OUT0 = x@.v;
OUT1 = y@.w;
OUT2 = D;

// idiom: memset through chosen pointer
// types
struct o@ { double v, w; };
// body
struct o@ x@ = { A, 1 }, y@ = { B, 2 }, *p@ = DECIDE(C > 0) ? &x@ : &y@;
memset(p@, 0, sizeof *p@);
OUT0 = x@.v;
OUT1 = y@.w;
OUT2 = D;

// idiom: memset of unknown row inline
double m@[3][2] = { { A, 1 }, { B, 2 }, { C, 3 } };
memset(m@[INDEX(I % 3)], 0, sizeof m@[0]);
OUT0 = m@[0][0];
OUT1 = m@[1][1];
OUT2 = D;

// idiom: memset of unknown row in callee
// near
static void clear@(double *row) { memset(row, 0, 2 * sizeof *row); }
// body
double m@[3][2] = { { A, 1 }, { B, 2 }, { C, 3 } };
clear@(m@[INDEX(I % 3)]);
OUT0 = m@[0][0];
OUT1 = m@[1][1];
OUT2 = D;

// idiom: state function kept across rounds
// kinds: any
// once
// types
struct m@ { void (*state)(struct m@ *, double); double lows, highs; };
// near
static void m_high@(struct m@ *m, double x);
static void m_low@(struct m@ *m, double x)
{
	m->lows += 1;
	if (DECIDE(x > 2))
		m->state = m_high@;
}
static void m_high@(struct m@ *m, double x)
{
	m->highs += 1;
	if (DECIDE(x < -1))
		m->state = m_low@;
}
static struct m@ m@ = { m_low@, 0, 0 };
// body
m@.state(&m@, A);
OUT0 = m@.lows;
OUT1 = m@.highs;
OUT2 = B;

// idiom: long block clipped in a callee that counts
// types
struct clip@ { double limit; int hits; };
// far
void clip_run@(struct clip@ *c, double *to, const double *from, int n)
{
	for (int k = 0; k < n; k++) {
		to[k] = from[k];
		if (DECIDE(to[k] > c->limit)) {
			to[k] = c->limit;
			c->hits++;
		}
	}
}
// body
double from@[100], to@[100];
sense_block(BLOCK, from@, 100);
struct clip@ c@ = { A, 0 };
clip_run@(&c@, to@, from@, 100);
OUT0 = to@[99];
OUT1 = c@.hits;
OUT2 = from@[3];
OUT3 = B;

// idiom: qsort of decided count
// kinds: any
// near
static int cmp@(const void *p, const void *q)
{
	double x = *(const double *)p, y = *(const double *)q;
	return CHOOSE((x > y) - (x < y));
}
// body
double v@[3] = { A, B, C };
qsort(v@, DECIDE(D > 0) ? 3 : 2, sizeof *v@, cmp@);
OUT0 = v@[2];
OUT1 = I;

// idiom: visitor decided and handed on
// kinds: any
// near
static void each@(const double *v, int n, void (*f)(double *, double), double *to)
{
	for (int k = 0; k < n; k++)
		f(to, v[k]);
}
static void add@(double *to, double x) { *to += x; }
static void keep@(double *to, double x) { *to = x; }
// body
double v@[2] = { A, B }, to@ = 0;
each@(v@, 2, DECIDE(C > 0) ? add@ : keep@, &to@);
OUT0 = to@;
OUT1 = D;

// idiom: visitor returns through a chosen function with int status
// kinds: any
// near
static int ok@(double *to, double x) { *to = x; return 0; }
static int bad@(double *to, double x) { (void)to; (void)x; return -1; }
// body
double to@ = A;
int (*f@)(double *, double) = DECIDE(B > 0) ? ok@ : bad@;
int err@ = f@(&to@, C);
OUT0 = to@;
OUT1 = err@;
OUT2 = D;

// idiom: recursion through a function table
// types
struct ex@ { int op; double v; const struct ex@ *l, *r; };
// far
double ex_eval@(const struct ex@ *e);

double ex_num@(const struct ex@ *e)
{
	return e->v;
}

double ex_add@(const struct ex@ *e)
{
	return ex_eval@(e->l) + ex_eval@(e->r);
}

double ex_neg@(const struct ex@ *e)
{
	return -ex_eval@(e->l);
}

double ex_eval@(const struct ex@ *e)
{
	static double (*const table[3])(const struct ex@ *) = { ex_num@, ex_add@, ex_neg@ };
	return table[e->op](e);
}
// body
struct ex@ a@ = { 0, A, NULL, NULL }, b@ = { 0, B, NULL, NULL }, n@ = { 2, 0, &b@, NULL }, s@ = { 1, 0, &a@, &n@ };
OUT0 = ex_eval@(&s@);
OUT1 = ex_eval@(&n@);
OUT2 = C;

// idiom: quick select by recursion in place
// kinds: any
// far
void part@(double *v, int n)
{
	if (n < 2)
		return;
	int m = 0;
	for (int k = 0; k + 1 < n; k++)
		if (DECIDE(v[k] < v[n - 1])) {
			double t = v[k];
			v[k] = v[INDEX(m)];
			v[INDEX(m)] = t;
			m++;
		}
	double t = v[n - 1];
	v[n - 1] = v[INDEX(m)];
	v[INDEX(m)] = t;
	part@(v, INDEX(m));
	part@(v + INDEX(m) + 1, n - INDEX(m) - 1);
}
// body
double v@[3] = { A, B, C };
part@(v@, 3);
OUT0 = v@[0];
OUT1 = v@[2];
OUT2 = D;

// idiom: recursive sum of a directory into out-fields
// types
struct dir@ { double size; const struct dir@ *kid, *next; };
struct use@ { double total, most; int n; };
// far
void use@(const struct dir@ *d, struct use@ *u)
{
	for (; d; d = d->next) {
		u->n++;
		u->total += d->size;
		if (DECIDE(d->size > u->most))
			u->most = d->size;
		use@(d->kid, u);
	}
}
// body
struct dir@ k@ = { A, NULL, NULL }, s@ = { B, NULL, NULL }, d@ = { C, &k@, &s@ };
struct use@ u@ = { 0 };
use@(&d@, &u@);
OUT0 = u@.total;
OUT1 = u@.most;
OUT2 = u@.n;
OUT3 = D;

// idiom: composite node evaluates its parts
// types
struct nd@ { double (*eval)(const struct nd@ *); double v; const struct nd@ *l, *r; };
// near
static double leaf@(const struct nd@ *n) { return n->v; }
static double minus@(const struct nd@ *n) { return n->l->eval(n->l) - n->r->eval(n->r); }
// body
struct nd@ a@ = { leaf@, A }, b@ = { leaf@, B }, c@ = { leaf@, C }, x@ = { minus@, 0, &a@, &b@ }, y@ = { minus@, 0, &x@, &c@ };
OUT0 = y@.eval(&y@);
OUT1 = x@.eval(&x@);
OUT2 = D;

// idiom: single list
// types
struct tree@ { double key; const struct tree@ *left; };
// far
void tree_list@(const struct tree@ *t, double *sum)
{
	if (!t)
		return;
	tree_list@(t->left, sum);
	*sum += t->key;
}
// body
struct tree@ l@ = { A, NULL }, root@ = { C, &l@ };
double sum@ = 0;
tree_list@(&root@, &sum@);
OUT0 = sum@;

// idiom: int return and sum
// types
struct tree@ { double key; const struct tree@ *left; };
// far
int tree_list@(const struct tree@ *t, double *sum, int n)
{
	if (!t)
		return n;
	n = tree_list@(t->left, sum, n);
	*sum += t->key;
	return n + 1;
}
// body
struct tree@ l@ = { A, NULL }, root@ = { C, &l@ };
double sum@ = 0;
OUT1 = tree_list@(&root@, &sum@, 0) + D;
OUT0 = sum@;

// idiom: two out
// types
struct tree@ { double key; const struct tree@ *left, *right; };
// far
int tree_list@(const struct tree@ *t, double *out, int n, double *sum)
{
	if (!t)
		return n;
	n = tree_list@(t->left, out, n, sum);
	out[n++] = t->key;
	*sum += t->key;
	return tree_list@(t->right, out, n, sum);
}
// body
struct tree@ alone@ = { D, NULL, NULL };
double list@[4] = { 0 }, sum2@ = 0;
tree_list@(&alone@, list@, 0, &sum2@);
OUT0 = list@[0];
OUT1 = sum2@;

// idiom: mark written
// kinds: any
// near
static void zero@(double *to, double x) { to[0] = x; }
static void one@(double *to, double x) { to[1] = x; }
static void (*const handlers@[2])(double *, double) = { zero@, one@ };
// body
double v@[2] = { 1, 2 };
int s@ = DECIDE(A > 0) ? 1 : 0;
handlers@[INDEX(s@)](v@, B);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = C;

// idiom: mark written, loop
// kinds: any
// near
static int zero@(double *to, double x) { to[0] = x; return DECIDE(x > 0) ? 1 : 0; }
static int one@(double *to, double x) { to[1] = x; return 0;  }
static int (*const handlers@[2])(double *, double) = { zero@, one@ };
// body
double v@[2] = { 1, 2 };
double in@[2] = { A, B };
int s@ = 0;
for (int k = 0; k < 2; k++)
	s@ = handlers@[INDEX(s@)](v@, in@[k]);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = C;

// idiom: mark written, no loop, index in a struct
// kinds: any
// types
struct f@ { int s; double v[2]; };
// near
static void zero@(struct f@ *f, double x) { f->v[0] = x; }
static void one@(struct f@ *f, double x) { f->v[1] = x; }
static void (*const handlers@[2])(struct f@ *, double) = { zero@, one@ };
// body
struct f@ f@ = { 0, { 1, 2 } };
f@.s = DECIDE(A > 0) ? 1 : 0;
handlers@[INDEX(f@.s)](&f@, B);
OUT0 = f@.v[0];
OUT1 = f@.v[1];
OUT2 = C;

// idiom: index of whole number
// kinds: any
// near
static void zero@(double *to, double x) { to[0] = x; }
static void one@(double *to, double x) { to[1] = x; }
static void (*const handlers@[2])(double *, double) = { zero@, one@ };
// body
double v@[2] = { 1, 2 };
handlers@[INDEX(I & 1)](v@, B);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = C;

// idiom: pointer decided
// kinds: any
// near
static void zero@(double *to, double x) { to[0] = x; }
static void one@(double *to, double x) { to[1] = x; }
// body
double v@[2] = { 1, 2 };
void (*f@)(double *, double) = DECIDE(A > 0) ? zero@ : one@;
f@(v@, B);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = C;

// idiom: pointer decided, set by if
// kinds: any
// near
static void zero@(double *to, double x) { to[0] = x; }
static void one@(double *to, double x) { to[1] = x; }
// body
double v@[2] = { 1, 2 };
void (*f@)(double *, double) = zero@;
if (DECIDE(A > 0))
	f@ = one@;
f@(v@, B);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = C;

// idiom: early return decided
// far
void add@(double x, int depth, double *sum)
{
	if (DECIDE(depth <= 0))
		return;
	add@(x, depth - 1, sum);
	*sum += x;
}
// body
double s@ = 0;
add@(A, I & 3, &s@);
OUT0 = s@;
OUT1 = B;

// idiom: null end and list link
// types
struct n@ { double key; const struct n@ *next; };
// far
void put@(const struct n@ *l, double *to)
{
	if (!l)
		return;
	put@(l->next, to);
	*to += l->key;
}
// body
double s@ = 0;
struct n@ n@ = { A, NULL };
put@(&n@, &s@);
OUT0 = s@;
OUT1 = B;

// idiom: null end and list link, forward
// types
struct n@ { double key; const struct n@ *next; };
// far
void put@(const struct n@ *l, double *to)
{
	if (!l)
		return;
	*to += l->key;
	put@(l->next, to);
}
// body
double s@ = 0;
struct n@ n@ = { A, NULL };
put@(&n@, &s@);
OUT0 = s@;
OUT1 = B;

// idiom: with positive condition
// types
struct n@ { double key; const struct n@ *next; };
// far
void put@(const struct n@ *l, double *to)
{
	if (l) {
		put@(l->next, to);
		*to += l->key;
	}
}
// body
double s@ = 0;
struct n@ n@ = { A, NULL };
put@(&n@, &s@);
OUT0 = s@;
OUT1 = B;

// idiom: if next
// types
struct n@ { double key; const struct n@ *next; };
// far
void put@(const struct n@ *l, double *to)
{
	if (l->next)
		put@(l->next, to);
	*to += l->key;
}
// body
double s@ = 0;
struct n@ n@ = { A, NULL }, m@ = { C, &n@ };
put@(&m@, &s@);
OUT0 = s@;
OUT1 = B;

// idiom: key as plain assign
// types
struct n@ { double key; const struct n@ *next; };
// far
void put@(const struct n@ *l, double *to)
{
	if (!l)
		return;
	put@(l->next, to);
	*to = l->key;
}
// body
double s@ = 0;
struct n@ n@ = { A, NULL }, m@ = { C, &n@ };
put@(&m@, &s@);
OUT0 = s@;
OUT1 = B;

// idiom: first field next
// types
struct n@ { const struct n@ *next; double key; };
// far
void put@(const struct n@ *l, double *to)
{
	if (!l)
		return;
	put@(l->next, to);
	*to += l->key;
}
// body
double s@ = 0;
struct n@ n@ = { NULL, A }, m@ = { &n@, C };
put@(&m@, &s@);
OUT0 = s@;
OUT1 = B;

// idiom: unknown depth, global
// near
static double total@;
static void add@(double x, int depth)
{
	if (DECIDE(depth <= 0))
		return;
	total@ += x;
	add@(x, depth - 1);
}
// body
total@ = 0;
add@(A, I & 3);
OUT0 = total@;
OUT1 = B;

// idiom: unknown depth, struct field
// types
struct acc@ { double sum; int n; };
// far
void add@(struct acc@ *a, double x, int depth)
{
	if (DECIDE(depth <= 0))
		return;
	a->sum += x;
	a->n++;
	add@(a, x, depth - 1);
}
// body
struct acc@ a@ = { 0 };
add@(&a@, A, I & 3);
OUT0 = a@.sum;
OUT1 = a@.n;
OUT2 = B;

// idiom: unknown depth, initialised from signal
// far
void add@(double x, int depth, double *sum)
{
	if (DECIDE(depth <= 0))
		return;
	add@(x, depth - 1, sum);
	*sum += x;
}
// body
double s@ = C;
add@(A, I & 3, &s@);
OUT0 = s@;
OUT1 = B;

// idiom: chosen callee writes a global
// kinds: any
// near
static double v@[2];
static void zero@(double x) { v@[0] = x; }
static void one@(double x) { v@[1] = x; }
// body
void (*f@)(double) = DECIDE(A > 0) ? zero@ : one@;
v@[0] = v@[1] = 1;
f@(B);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = C;

// idiom: chosen callee both write the same
// kinds: any
// near
static void zero@(double *to, double x) { *to = x; }
static void one@(double *to, double x) { *to = x * 2; }
// body
double v@ = 0;
void (*f@)(double *, double) = DECIDE(A > 0) ? zero@ : one@;
f@(&v@, B);
OUT0 = v@;
OUT1 = C;

// idiom: chosen callee writes constants
// kinds: any
// near
static void zero@(double *to) { *to = 1; }
static void one@(double *to) { *to = 2; }
// body
double v@ = 0;
void (*f@)(double *) = DECIDE(A > 0) ? zero@ : one@;
f@(&v@);
OUT0 = v@;
OUT1 = C;

// idiom: chosen ops struct
// kinds: any
// types
struct ops@ { void (*run)(double *, double); };
// near
static void zero@(double *to, double x) { *to = x; }
static void one@(double *to, double x) { *to = 2 * x; }
static const struct ops@ a_ops@ = { zero@ }, b_ops@ = { one@ };
// body
double v@ = 0;
const struct ops@ *o@ = DECIDE(A > 0) ? &a_ops@ : &b_ops@;
o@->run(&v@, B);
OUT0 = v@;
OUT1 = C;

// idiom: memcpy length from int
double from@[4] = { A, B, 1, 2 }, to@[4] = { 0, 0, 0, 0 };
memcpy(to@, from@, INDEX(1 + (I & 1)) * sizeof *to@);
OUT0 = to@[0];
OUT1 = to@[1];
OUT2 = to@[3] + D;

// idiom: memcpy length by conditional
double from@[4] = { A, B, 1, 2 }, to@[4] = { 0, 0, 0, 0 };
memcpy(to@, from@, DECIDE(C > 0) ? 16 : 8);
OUT0 = to@[0];
OUT1 = to@[1];
OUT2 = to@[3] + D;

// idiom: memset of decided length
double to@[3] = { A, B, D };
memset(to@, 0, DECIDE(C > 0) ? 16 : 8);
OUT0 = to@[0];
OUT1 = to@[1];
OUT2 = to@[2];

// idiom: memmove of decided length
double to@[4] = { A, B, D, 2 };
int n@ = DECIDE(C > 0) ? 2 : 1;
memmove(to@ + 1, to@, INDEX(n@) * sizeof *to@);
OUT0 = to@[0];
OUT1 = to@[1];
OUT2 = to@[2];
OUT3 = to@[3];

// idiom: memcpy length from data into local used
double from@[4] = { A, B, 1, 2 }, to@[4] = { 0, 0, 0, 0 };
int n@ = (I & 1) + 1;
memcpy(to@, from@, sizeof *to@ * (size_t)INDEX(n@));
OUT0 = to@[0];
OUT1 = to@[1];
OUT2 = to@[2] + D;

// idiom: tree sum by return
// types
struct n@ { double v; const struct n@ *l, *r; };
// far
double sum@(const struct n@ *p)
{
	if (!p)
		return 0;
	return sum@(p->l) + p->v + sum@(p->r);
}
// body
struct n@ a@ = { A, NULL, NULL }, b@ = { B, NULL, NULL }, m@ = { C, &a@, &b@ };
OUT0 = sum@(&m@);
OUT1 = D;

// idiom: expression by switch
// types
struct ex@ { int op; double v; const struct ex@ *l, *r; };
// far
double ex@(const struct ex@ *e)
{
	switch (e->op) {
	case 0: return e->v;
	case 1: return ex@(e->l) + ex@(e->r);
	case 2: return -ex@(e->l);
	}
	return 0;
}
// body
struct ex@ a@ = { 0, A, NULL, NULL }, b@ = { 0, B, NULL, NULL }, n@ = { 2, 0, &b@, NULL }, s@ = { 1, 0, &a@, &n@ };
OUT0 = ex@(&s@);
OUT1 = ex@(&n@);
OUT2 = C;

// idiom: expression by switch, one level
// types
struct ex@ { int op; double v; const struct ex@ *l; };
// far
double ex@(const struct ex@ *e)
{
	if (e->op == 0)
		return e->v;
	return -ex@(e->l);
}
// body
struct ex@ b@ = { 0, B, NULL }, n@ = { 1, 0, &b@ }, m@ = { 1, 0, &n@ };
OUT0 = ex@(&m@);
OUT1 = C;

// idiom: maximum of a tree by return
// types
struct n@ { double v; const struct n@ *l, *r; };
// far
double most@(const struct n@ *p, double best)
{
	if (!p)
		return best;
	best = most@(p->l, best);
	if (DECIDE(p->v > best))
		best = p->v;
	return most@(p->r, best);
}
// body
struct n@ a@ = { A, NULL, NULL }, b@ = { B, NULL, NULL }, m@ = { C, &a@, &b@ };
OUT0 = most@(&m@, -100);
OUT1 = D;

// idiom: list sum by return, three
// types
struct n@ { double v; const struct n@ *up; };
// far
double sum@(const struct n@ *p)
{
	if (!p)
		return 0;
	return p->v + sum@(p->up);
}
// body
struct n@ a@ = { A, NULL }, b@ = { B, &a@ }, c@ = { C, &b@ };
OUT0 = sum@(&c@);
OUT1 = D;

// idiom: list sum by return, post order, two
// types
struct n@ { double v; const struct n@ *up; };
// far
double sum@(const struct n@ *p)
{
	if (!p)
		return 0;
	return sum@(p->up) + p->v;
}
// body
struct n@ a@ = { A, NULL }, b@ = { B, &a@ };
OUT0 = sum@(&b@);
OUT1 = D;

// idiom: list sum by return, if next
// types
struct n@ { double v; const struct n@ *up; };
// far
double sum@(const struct n@ *p)
{
	double v = p->v;
	if (p->up)
		v += sum@(p->up);
	return v;
}
// body
struct n@ a@ = { A, NULL }, b@ = { B, &a@ }, c@ = { C, &b@ };
OUT0 = sum@(&c@);
OUT1 = D;

// idiom: last of a list, by op
// types
struct ex@ { int op; double v; const struct ex@ *l; };
// far
double ex@(const struct ex@ *e)
{
	if (e->op == 0)
		return e->v;
	return -ex@(e->l);
}
// body
struct ex@ b@ = { 0, B, NULL }, n@ = { 1, 0, &b@ };
OUT0 = ex@(&n@);
OUT1 = C;

// idiom: each that calls each
// types
struct outer@ { double *sum; };
// far
void each@(const double *v, int n, void (*f)(void *, double), void *ctx)
{
	for (int k = 0; k < n; k++)
		f(ctx, v[k]);
}
// near
static void add_one@(void *ctx, double x) { *(double *)ctx += x; }
static void add_two@(void *ctx, double x)
{
	double v[2] = { x, 1 };
	each@(v, 2, add_one@, ctx);
}
// body
double sum@ = 0, v@[2] = { A, B };
each@(v@, 2, add_two@, &sum@);
OUT0 = sum@;
OUT1 = C;

// idiom: unary composite
// types
struct nd@ { double (*eval)(const struct nd@ *); double v; const struct nd@ *l; };
// near
static double leaf@(const struct nd@ *n) { return n->v; }
static double neg@(const struct nd@ *n) { return -n->l->eval(n->l); }
// body
struct nd@ a@ = { leaf@, A }, x@ = { neg@, 0, &a@ }, y@ = { neg@, 0, &x@ };
OUT0 = y@.eval(&y@);
OUT1 = D;

// idiom: recursion by name over ops
// types
struct nd@ { int leaf; double v; const struct nd@ *l; };
// near
static double eval@(const struct nd@ *n)
{
	if (n->leaf)
		return n->v;
	return -eval@(n->l);
}
// body
struct nd@ a@ = { 1, A }, x@ = { 0, 0, &a@ }, y@ = { 0, 0, &x@ };
OUT0 = eval@(&y@);
OUT1 = D;

// idiom: composite through a wrapper
// types
struct nd@ { double (*eval)(const struct nd@ *); double v; const struct nd@ *l; };
// near
static double run@(const struct nd@ *n) { return n->eval(n); }
static double leaf@(const struct nd@ *n) { return n->v; }
static double neg@(const struct nd@ *n) { return -run@(n->l); }
// body
struct nd@ a@ = { leaf@, A }, x@ = { neg@, 0, &a@ }, y@ = { neg@, 0, &x@ };
OUT0 = run@(&y@);
OUT1 = D;

// idiom: same decorator twice
// types
struct src@ { double (*get)(struct src@ *); struct src@ *in; double k; };
// near
static double raw@(struct src@ *s) { return s->k; }
static double bias@(struct src@ *s) { return s->k + s->in->get(s->in); }
// body
struct src@ r@ = { raw@, NULL, A }, g@ = { bias@, &r@, B }, b@ = { bias@, &g@, C };
OUT0 = b@.get(&b@);
OUT1 = g@.get(&g@);
OUT2 = D;

// idiom: decorators write outs
// types
struct src@ { void (*get)(struct src@ *, double *); struct src@ *in; double k; };
// near
static void raw@(struct src@ *s, double *to) { *to = s->k; }
static void bias@(struct src@ *s, double *to)
{
	s->in->get(s->in, to);
	*to += s->k;
}
// body
struct src@ r@ = { raw@, NULL, A }, g@ = { bias@, &r@, B }, b@ = { bias@, &g@, C };
double x@ = 0;
b@.get(&b@, &x@);
OUT0 = x@;
OUT1 = D;
