// idiom: function-pointer table
// near
static double half@(double x)
{
	return x / 2;
}

static double plus_one@(double x)
{
	return x + 1;
}

static double (*const steps@[])(double) = { half@, plus_one@ };
// body
OUT0 = steps@[0](A);
OUT1 = steps@[1](B);

// idiom: function-pointer table with an unknown index
// kinds: any
// near
static double left@(double x, double y)
{
	(void)y;
	return x;
}

static double right@(double x, double y)
{
	(void)x;
	return y;
}

static double (*const sides@[])(double, double) = { left@, right@ };
// body
OUT0 = sides@[INDEX(I & 1)](A, B);

// idiom: table of names and functions
// types
struct extractor@ {
	const char *name;
	double (*run)(double, double);
};
// near
static double sum@(double x, double y)
{
	return x + y;
}

static double first@(double x, double y)
{
	(void)y;
	return x * 3;
}

static const struct extractor@ extractors@[2] = { { "sum", sum@ }, { "first", first@ } };
// outs: 2
// body
for (int k = 0; k < 2; k++)
	FEATURES[k] = extractors@[k].run(A, B);

// idiom: callback with context
// types
struct context@ {
	double sum;
	int count;
};
// far
void each@(const double *v, int n, void (*visit)(void *, double), void *context)
{
	for (int k = 0; k < n; k++)
		visit(context, v[k]);
}
// near
static void add@(void *context, double x)
{
	struct context@ *c = context;
	c->sum += x;
	c->count++;
}
// body
struct context@ p@ = { 0 }, q@ = { 0 };
double v@[3] = { A, B, C };
each@(v@, 2, add@, &p@);
each@(v@ + 2, 1, add@, &q@);
OUT0 = p@.sum / p@.count;
OUT1 = q@.sum;

// idiom: struct of operations
// types
struct filter@ {
	double (*apply)(const struct filter@ *, double);
	double gain;
};
// near
static double amplify@(const struct filter@ *f, double x)
{
	return x * f->gain;
}

static double offset@(const struct filter@ *f, double x)
{
	(void)f;
	return x + 2;
}
// body
struct filter@ p@ = { amplify@, A }, q@ = { offset@, B };
OUT0 = p@.apply(&p@, C);
OUT1 = q@.apply(&q@, D);

// idiom: operations set at run time
// types
typedef double operation@(double);
// near
static double negate@(double x)
{
	return -x;
}

static double square@(double x)
{
	return x * x;
}
// body
operation@ *f@ = negate@;
OUT0 = f@(A);
f@ = square@;
OUT1 = f@(B);

// idiom: operation chosen by a condition
// near
static double keep@(double x, double y)
{
	return x + 0 * y;
}

static double both@(double x, double y)
{
	return x + y;
}
// body
double (*f@)(double, double) = DECIDE(C > 0) ? keep@ : both@;
OUT0 = f@(A, B);

// idiom: qsort and median
// near
static int compare@(const void *p, const void *q)
{
	double x = *(const double *)p, y = *(const double *)q;
	return CHOOSE((x > y) - (x < y));
}
// body
double v@[3] = { A, B, C };
qsort(v@, 3, sizeof *v@, compare@);
OUT0 = v@[1];
OUT1 = D;

// idiom: qsort of records
// types
struct rank@ {
	double key, value;
};
// near
static int rank_compare@(const void *p, const void *q)
{
	const struct rank@ *x = p, *y = q;
	return CHOOSE((x->key > y->key) - (x->key < y->key));
}
// body
struct rank@ ranks@[2] = { { A, B }, { C, D } };
qsort(ranks@, 2, sizeof *ranks@, rank_compare@);
OUT0 = ranks@[0].value;

// idiom: bsearch
// near
static const int bounds@[4] = { 2, 5, 9, 12 };

static int key_compare@(const void *p, const void *q)
{
	return CHOOSE(*(const int *)p - *(const int *)q);
}
// body
int key@ = I;
const int *found@ = bsearch(&key@, bounds@, 4, sizeof *bounds@, key_compare@);
OUT0 = DECIDE(found@ != NULL) ? 1 : 0;
OUT1 = A;

// idiom: registered handlers
// near
static void (*handlers@[2])(double *, double);
static int handler_count@;

static void put_first@(double *to, double x)
{
	to[0] = x;
}

static void put_second@(double *to, double x)
{
	to[1] = x * 2;
}

static void handler_register@(void (*handler)(double *, double))
{
	if (handler_count@ < 2)
		handlers@[handler_count@++] = handler;
}
// body
double v@[2] = { 0, 0 };
handler_register@(put_first@);
handler_register@(put_second@);
handlers@[0](v@, A);
handlers@[1](v@, B);
OUT0 = v@[0];
OUT1 = v@[1];
