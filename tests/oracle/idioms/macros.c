// idiom: X-macro of fields
// types
#define FIELDS@(X) X(speed) X(angle) X(height)
struct fields@ {
#define X(name) double name;
	FIELDS@(X)
#undef X
};
// outs: 3
// body
struct fields@ v@ = { A, B, C };
double *to@ = FEATURES;
#define X(name) *to@++ = v@.name;
FIELDS@(X)
#undef X

// idiom: X-macro of enumerators
// types
#define SLOTS@(X) X(FIRST@) X(SECOND@)
enum slots@ {
#define X(name) name,
	SLOTS@(X)
#undef X
	SLOT_COUNT@
};
// outs: 2
// body
double *to@ = FEATURES;
to@[SECOND@] = A;
to@[FIRST@] = B;

// idiom: functions made by a macro
// near
#define DEFINE_SCALE@(name, factor) static double name(double x) { return x * (factor) + 1; }
DEFINE_SCALE@(double_of@, 2)
DEFINE_SCALE@(half_of@, 0.5)
// body
OUT0 = double_of@(A);
OUT1 = half_of@(B);

// idiom: macro with several evaluations
// types
#define CLAMPED@(x, low, high) (DECIDE((x) < (low)) ? (low) : DECIDE((x) > (high)) ? (high) : (x))
// body
OUT0 = CLAMPED@(A, -1, B + 10);

// idiom: _Generic
// near
static double from_int@(int x)
{
	return x + 0.5;
}

static double from_double@(double x)
{
	return x * 3;
}
// types
#define AS_NUMBER@(x) _Generic((x), int: from_int@, double: from_double@)(x)
// body
OUT0 = AS_NUMBER@(I);
OUT1 = AS_NUMBER@(A);

// idiom: statement expression
OUT0 = ({ double t = A; t *= t; t + B; });
OUT1 = ({ int k = I; k + 1; });

// idiom: compound literal
// types
struct range@ {
	double low, high;
};
// far
double width@(const struct range@ *range)
{
	return range->high - range->low;
}
// body
OUT0 = width@(&(struct range@){ A, B });
OUT1 = ((double[]){ C, D })[1];

// idiom: compound literal replaces a struct
// types
struct setting@ {
	double gain, bias;
};
// body
struct setting@ s@ = { A, B };
s@ = (struct setting@){ .bias = C };
OUT0 = s@.gain + 1 + D;
OUT1 = s@.bias;

// idiom: designated initialisers
// types
enum axis@ { X_AXIS@, Y_AXIS@, Z_AXIS@ };
// body
double v@[3] = { [Z_AXIS@] = A, [X_AXIS@] = B };
OUT0 = v@[X_AXIS@];
OUT1 = v@[Y_AXIS@] + C;
OUT2 = v@[Z_AXIS@];

// idiom: comma and assignment chain
double p@, q@;
p@ = q@ = A;
q@ = (p@ += B, p@ * 2);
OUT0 = p@;
OUT1 = q@;

// idiom: feature appended by a macro
// types
#define APPEND@(to, n, x) do { (to)[(n)++] = (x); } while (0)
// outs: 3
// body
double *to@ = FEATURES;
int n@ = 0;
APPEND@(to@, n@, A);
APPEND@(to@, n@, B / 2);
APPEND@(to@, n@, C);
