// idiom: dead by the preprocessor
double v@ = A;
#if 0
v@ += B;
#endif
#ifdef NOT_DEFINED_@
v@ += C;
#endif
OUT0 = v@ + D;

// idiom: dead by a constant condition
double v@ = A;
if (0)
	v@ = B;
while (0)
	v@ += C;
OUT0 = v@;

// idiom: dead by a constant global
// near
static const int verbose@ = 0;
static int legacy@ = 0;
// body
double v@ = A;
if (verbose@)
	v@ = B;
if (legacy@)
	v@ += C;
OUT0 = v@;

// idiom: dead by an enumerator
// types
enum { WITH_EXTRA@ = 0, WITH_BASE@ = 1 };
// body
double v@ = 0;
if (WITH_BASE@)
	v@ += A;
if (WITH_EXTRA@ && DECIDE(B > 0))
	v@ += C;
OUT0 = v@;

// idiom: dead after return
// far
double early@(double x, double y)
{
	return x + 1;
	x += y;
	return x;
}
// body
OUT0 = early@(A, B);

// idiom: dead by a constant argument
// far
double blend@(double x, double y, int use_both)
{
	double v = x;
	if (use_both)
		v += y;
	return v;
}
// body
OUT0 = blend@(A, B, 0);

// idiom: multiplied by nothing
// near
static const double weights@[2] = { 1, 0.5 };
// body
OUT0 = weights@[0] * A + weights@[1] * B;
OUT1 = weights@[1];

// idiom: computed and dropped
double v@ = A * B;
(void)v@;
OUT0 = C;

// idiom: loop that never runs
double v@ = A;
for (int k = 5; k < 5; k++)
	v@ += B;
OUT0 = v@;

// idiom: cancelled by a constant option
// types
struct options@ {
	int log_scale, clip;
};
// far
double apply@(const struct options@ *options, double x, double limit)
{
	if (options->log_scale)
		x = log1p(fabs(x));
	if (options->clip && DECIDE(x > limit))
		x = limit;
	return x;
}
// near
static const struct options@ options@ = { .log_scale = 1, .clip = 0 };
// body
OUT0 = apply@(&options@, A, B);
