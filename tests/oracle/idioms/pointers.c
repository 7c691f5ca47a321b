// idiom: pointer to pointer
double x@ = A, y@ = B, *p@ = &x@, **pp@ = &p@;
**pp@ = C;
OUT0 = x@;
p@ = &y@;
OUT1 = **pp@;

// idiom: returned pointer
// far
double *at@(double *v, int k)
{
	return &v[k];
}
// body
double v@[3] = { A, B, 0 };
*at@(v@, 2) = C;
OUT0 = *at@(v@, 0);
OUT1 = *at@(v@, 1);
OUT2 = v@[2];

// idiom: returned argument
// far
const double *larger@(const double *p, const double *q)
{
	return DECIDE(*p > *q) ? p : q;
}
// body
double x@ = A, y@ = B, z@ = C;
OUT0 = *larger@(&x@, &y@);
OUT1 = z@ + 1;

// idiom: conditional pointer read
double x@ = A, y@ = B;
const double *p@ = DECIDE(C > 0) ? &x@ : &y@;
OUT0 = *p@;

// idiom: conditional pointer written
double x@ = 1, y@ = B;
double *p@ = DECIDE(C > 0) ? &x@ : &y@;
*p@ = A;
OUT0 = x@;
OUT1 = y@;

// idiom: pointer arithmetic
double v@[5] = { A, B, C, D, 1 };
const double *p@ = v@ + 1;
p@ += 2;
OUT0 = *p@;
OUT1 = p@[-3];
OUT2 = *(p@ - 1);

// idiom: pointer that walks
double v@[3] = { A, B, C }, sum@ = 0;
for (const double *p = v@; p < v@ + 2; p++)
	sum@ += *p;
OUT0 = sum@;
OUT1 = v@[2];

// idiom: pointer that writes and walks
// outs: 3
// body
double *p@ = FEATURES;
*p@++ = A;
*p@++ = B;
*p@ = C;

// idiom: pointer kept in a struct
// types
struct view@ {
	const double *data;
	int count;
};
// far
double view_first@(const struct view@ *view)
{
	return view->data[0] + view->count;
}
// body
double v@[3] = { A, B, C };
struct view@ p@ = { v@, 3 }, q@ = { v@ + 1, 2 };
OUT0 = view_first@(&p@);
OUT1 = view_first@(&q@);

// idiom: table of pointers
double x@ = A, y@ = B, z@ = C;
const double *const table@[3] = { &x@, &y@, &z@ };
OUT0 = *table@[0];
OUT1 = *table@[2];
OUT2 = *table@[INDEX(I & 1)];

// idiom: pointers swapped
double x@ = A, y@ = B, *p@ = &x@, *q@ = &y@, *t@ = p@;
p@ = q@;
q@ = t@;
OUT0 = *p@;
OUT1 = *q@;

// idiom: values swapped
// far
void swap@(double *p, double *q)
{
	double t = *p;
	*p = *q;
	*q = t;
}
// body
double x@ = A, y@ = B;
swap@(&x@, &y@);
OUT0 = x@;
OUT1 = y@;

// idiom: void pointer
// far
double read_as@(const void *p)
{
	return *(const double *)p;
}
// body
double x@ = A, y@ = B;
OUT0 = read_as@(&x@);
OUT1 = read_as@(&y@);

// idiom: push on a vector
// types
struct vec@ {
	double *items;
	int length, capacity;
};
// far
void vec_push@(struct vec@ *v, double x)
{
	if (v->length == v->capacity) {
		v->capacity = v->capacity ? 2 * v->capacity : 2;
		v->items = realloc(v->items, (size_t)v->capacity * sizeof *v->items);
	}
	v->items[v->length++] = x;
}
// body
struct vec@ v@ = { 0 }, w@ = { 0 };
vec_push@(&v@, A);
vec_push@(&v@, B);
vec_push@(&w@, C);
OUT0 = v@.items[0];
OUT1 = v@.items[1];
OUT2 = w@.items[0];
free(v@.items);
free(w@.items);

// idiom: push on a vector of fixed size
// types
struct stack@ {
	double items[4];
	int top;
};
// far
void stack_push@(struct stack@ *s, double x)
{
	s->items[s->top++] = x;
}

double stack_pop@(struct stack@ *s)
{
	return s->items[--s->top];
}
// body
struct stack@ s@ = { .top = 0 };
stack_push@(&s@, A);
stack_push@(&s@, B);
OUT0 = stack_pop@(&s@) + 1;
OUT1 = stack_pop@(&s@);

// idiom: out-parameter for a pointer
// far
int find@(double *v, int k, double **out)
{
	*out = v + k;
	return 1;
}
// body
double v@[2] = { A, B }, *p@ = NULL;
if (find@(v@, 1, &p@))
	*p@ += C;
OUT0 = v@[0];
OUT1 = v@[1];

// idiom: two buffers chosen by a flag
double x@[2] = { A, 1 }, y@[2] = { B, 2 };
double *to@ = DECIDE(I > 7) ? x@ : y@;
to@[1] = C;
OUT0 = x@[0];
OUT1 = x@[1];
OUT2 = y@[1];

// idiom: pointer that may be NULL compared with a place
// kinds: any
// near
static double here@;
static const double *chosen@(double x)
{
	return x > 0 ? &here@ : NULL;
}
// body
const double *p@ = chosen@(A);
OUT0 = p@ == &here@ ? 1 : 2;
OUT1 = B;

// idiom: optional memory tested where it is made
double *spare@ = NULL;
if (DECIDE(A > 0)) {
	spare@ = malloc(sizeof *spare@);
	if (!spare@)
		abort();
	*spare@ = B;
}
if (DECIDE(spare@ != NULL))
	OUT0 = *spare@;
else
	OUT0 = C;
free(spare@);

// idiom: index into a table of records that a loop made
struct record@ { double weight; } *table@[16];
for (int i = 0; i < 16; i++) {
	table@[i] = malloc(sizeof *table@[i]);
	if (!table@[i])
		abort();
	table@[i]->weight = A * i;
}
OUT0 = table@[INDEX(I)]->weight + B;
for (int i = 0; i < 16; i++)
	free(table@[i]);

// idiom: reader that looks at its pointer
// near
struct reader@ { const unsigned char *at, *end; };
static unsigned char next@(struct reader@ *r)
{
	const unsigned char *p = r->at;
	r->at += 1;
	return p ? *p : 0;
}
// body
unsigned char bytes@[3] = { 1, 2, 0 };
struct reader@ r@ = { bytes@, bytes@ + 3 };
double v@[3] = { 0 };
v@[next@(&r@)] = A;
v@[next@(&r@)] = B;
OUT0 = v@[1];
OUT1 = v@[2];

// idiom: elements that call each other through one function
// near
struct element@ { void (*work)(struct element@ *, double *); struct element@ *next; double gain; };
static void push@(struct element@ *e, double *x)
{
	e->work(e, x);
}
static void amplify@(struct element@ *e, double *x)
{
	*x *= e->gain;
	push@(e->next, x);
}
static void end@(struct element@ *e, double *x)
{
	e->gain = *x;
}
// body
struct element@ last@ = { end@, NULL, C }, first@ = { amplify@, &last@, B };
double x@ = A;
push@(&first@, &x@);
OUT0 = last@.gain;
OUT1 = first@.gain;
