// idiom: helper for two streams
// far
double scale@(double x, double by)
{
	return x * by + 1;
}
// body
OUT0 = scale@(A, 2);
OUT1 = scale@(B, 3);

// idiom: helper two calls deep
// far
double inner@(double x)
{
	return x * x - 1;
}

double outer@(double x)
{
	return inner@(x + 1) / 2;
}
// body
OUT0 = outer@(A);
OUT1 = outer@(B);

// idiom: helper three calls deep through out-parameters
// far
void third@(double *to, double x)
{
	*to = x + 3;
}

void second@(double *to, double x)
{
	double t;
	third@(&t, x * 2);
	*to = t;
}

void first@(double *to, double x)
{
	second@(to, x - 1);
}
// body
double p@, q@;
first@(&p@, A);
first@(&q@, B);
OUT0 = p@;
OUT1 = q@;

// idiom: two out-parameters
// far
void range@(double x, double y, double *sum, double *last)
{
	*sum = x + y;
	*last = y;
}
// body
double sum@, last@;
range@(A, B, &sum@, &last@);
OUT0 = sum@;
OUT1 = last@;

// idiom: struct by value
// types
struct point@ {
	double x, y;
};
// far
double across@(struct point@ p)
{
	p.y = 0;
	return p.x * 2 + p.y;
}
// body
struct point@ p@ = { A, B }, q@ = { C, D };
OUT0 = across@(p@);
OUT1 = across@(q@) + q@.y;

// idiom: struct returned by value
// types
struct mean@ {
	double sum, last;
	int count;
};
// far
struct mean@ mean_make@(double x, double y)
{
	struct mean@ m = { x + y, y, 2 };
	return m;
}
// body
struct mean@ m@ = mean_make@(A, B), k@ = mean_make@(C, D);
OUT0 = m@.sum / m@.count;
OUT1 = k@.last;

// idiom: struct by pointer
// types
struct gauge@ {
	double level, peak;
};
// far
void gauge_set@(struct gauge@ *gauge, double level)
{
	gauge->level = level;
	gauge->peak = level * 2 + 1;
}

double gauge_get@(const struct gauge@ *gauge)
{
	return gauge->level + gauge->peak;
}
// body
struct gauge@ p@, q@;
gauge_set@(&p@, A);
gauge_set@(&q@, B);
OUT0 = gauge_get@(&p@);
OUT1 = gauge_get@(&q@);

// idiom: slices of an array
// far
double sum@(const double *v, int count)
{
	double sum = 0;
	for (int k = 0; k < count; k++)
		sum += v[k];
	return sum;
}
// body
double v@[5] = { A, B, C, D, 1 };
OUT0 = sum@(v@, 2);
OUT1 = sum@(v@ + 2, 2);
OUT2 = sum@(&v@[3], 2);

// idiom: slices of a matrix
// far
double row_mean@(const double *row)
{
	return (row[0] + row[1]) / 2;
}
// body
double m@[3][2] = { { A, B }, { C, 2 }, { D, D } };
OUT0 = row_mean@(&m@[0][0]);
OUT1 = row_mean@(m@[1]);
OUT2 = row_mean@(&m@[1][1]);

// idiom: helper that a constant argument switches
// far
double measure@(double x, double y, int mode)
{
	if (mode == 1)
		return x;
	if (mode == 2)
		return x * y;
	return y;
}
// body
OUT0 = measure@(A, B, 0);
OUT1 = measure@(A, B, 1);
OUT2 = measure@(C, D, 2);

// idiom: unused argument
// far
double pick@(double x, double y)
{
	(void)x;
	return y + 1;
}
// body
OUT0 = pick@(A, B);

// idiom: inline clamp
// near
static inline double clamp@(double x, double low, double high)
{
	return DECIDE(x < low) ? low : DECIDE(x > high) ? high : x;
}
// body
OUT0 = clamp@(A, 0, 5);
OUT1 = clamp@(B, -1, 1);

// idiom: value returned early
// far
double ratio@(double x, double y)
{
	if (DECIDE(y < 0.5))
		return -1;
	return x / y;
}
// body
OUT0 = ratio@(A, B);
OUT1 = ratio@(C, 2);

// idiom: recursion
// far
double power@(double x, int n)
{
	return n == 0 ? 1 : x * power@(x, n - 1);
}
// body
OUT0 = power@(A, 3);
OUT1 = power@(B, 2);

// idiom: recursion over an array
// far
double total@(const double *v, int n)
{
	if (n == 0)
		return 0;
	return v[0] + total@(v + 1, n - 1);
}
// body
double v@[4] = { A, B, C, D };
OUT0 = total@(v@, 3);
OUT1 = total@(v@ + 3, 1);

// idiom: mutual recursion
// far
double down@(double x, double y, int n);

double up@(double x, double y, int n)
{
	return DECIDE(n <= 0) ? x : 1 + down@(x, y, n - 1);
}

double down@(double x, double y, int n)
{
	return DECIDE(n <= 0) ? y : 2 + up@(x, y, n - 1);
}
// body
OUT0 = up@(A, B, 2);
OUT1 = down@(C, D, I);

// idiom: recursion with unknown depth
// far
double fold@(double x, int n)
{
	return DECIDE(n <= 0) ? x : fold@(x / 2 + 1, n - 1);
}
// body
OUT0 = fold@(A, I);

// idiom: varargs
// far
double sum_all@(int count, ...)
{
	va_list list;
	double sum = 0;
	va_start(list, count);
	for (int k = 0; k < count; k++)
		sum += va_arg(list, double);
	va_end(list);
	return sum;
}
// body
OUT0 = sum_all@(2, A, B);
OUT1 = sum_all@(1, C);

// idiom: varargs passed on
// far
double last_of@(int count, va_list list)
{
	double last = 0;
	while (count-- > 0)
		last = va_arg(list, double);
	return last;
}

double last_all@(int count, ...)
{
	va_list list;
	va_start(list, count);
	double last = last_of@(count, list);
	va_end(list);
	return last;
}
// body
OUT0 = last_all@(2, A, B);

// idiom: reset that checks its pointer
// types
struct peak@ { int count; double most; };
// far
void peak_reset@(struct peak@ *p)
{
	if (!p)
		return;
	memset(p, 0, sizeof *p);
}

void peak_add@(struct peak@ *p, double x)
{
	if (!p)
		return;
	p->most += x;
	p->count++;
}
// body
struct peak@ *peak@ = malloc(sizeof *peak@);
double left@ = 0;
if (peak@) {
	memset(peak@, 0, sizeof *peak@);
	peak_add@(peak@, A);
	peak_reset@(peak@);
	peak_add@(peak@, B);
	left@ = peak@->most;
}
OUT0 = left@;
OUT1 = C;
free(peak@);

// idiom: bytes and pointers through one copying helper
// far
void put_bytes@(void *to, const void *from, int bytes)
{
	memcpy(to, from, (size_t)bytes);
}
// body
unsigned char from@[8] = { I, J }, to@[8];
double kept@ = A, *where@ = &kept@, *same@;
put_bytes@(to@, from@, sizeof to@);
put_bytes@(&same@, &where@, sizeof same@);
*same@ = B;
OUT0 = to@[0];
OUT1 = to@[1];
OUT2 = kept@;

// idiom: sizes worked out with the functions of math.h
// types
struct plan@ { double rate, window; int size, order; };
// near
static void plan_make@(struct plan@ *p, double rate, double window)
{
	p->rate = rate;
	p->window = window;
	p->size = (int)ceil(rate * window);
	p->order = (int)lround(log2(p->size));
	for (int k = 0; k < 2; k++)
		p->rate += 0;
}
// body
double frame@[40] = { 0 };
struct plan@ plan@;
frame@[4] = A;
frame@[16] = B;
frame@[32] = C;
plan_make@(&plan@, 1000, 0.016);
OUT0 = frame@[plan@.size];
OUT1 = frame@[plan@.order];
OUT2 = frame@[(int)pow(2, plan@.order + 1)];
