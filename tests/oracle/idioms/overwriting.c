// idiom: reused temporary
double t@ = A * 2;
OUT0 = t@ + 1;
t@ = B;
OUT1 = t@ * 3;

// idiom: overwritten local
double v@ = A;
v@ = B + 0.5;
OUT0 = v@;

// idiom: overwritten in one branch
double v@ = A;
if (DECIDE(B > 0))
	v@ = C;
OUT0 = v@;

// idiom: overwritten in both branches
double v@ = A;
if (DECIDE(B > 0))
	v@ = C;
else
	v@ = D - 1;
OUT0 = v@;

// idiom: overwritten field
// types
struct sample@ {
	double level, rate;
};
// body
struct sample@ s@ = { A, B };
s@.level = C;
OUT0 = s@.level;
OUT1 = s@.rate;

// idiom: overwritten struct
// types
struct span@ {
	double from, to;
	int count;
};
// body
struct span@ s@ = { A, B, I };
s@ = (struct span@){ C, 1 };
OUT0 = s@.from + s@.count;
OUT1 = s@.to;

// idiom: overwritten element
double v@[3] = { A, B, C };
v@[1] = D;
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = v@[2];

// idiom: element overwritten at an unknown place
double v@[3] = { A, B, 7 };
v@[INDEX((unsigned)I % 2)] = C;
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = v@[2];

// idiom: array cleared by memset
double v@[4];
sense_block(BLOCK, v@, 4);
memset(v@, 0, sizeof v@);
v@[2] = A;
OUT0 = v@[1] + 1;
OUT1 = v@[2];

// idiom: part cleared by memset
double v@[4];
sense_block(BLOCK, v@, 4);
memset(v@ + 2, 0, 2 * sizeof *v@);
OUT0 = v@[0] + v@[1];
OUT1 = v@[2] + v@[3];

// idiom: array replaced by memcpy
double from@[3] = { A, B, 2 }, to@[3] = { C, D, C };
memcpy(to@, from@, sizeof to@);
OUT0 = to@[0];
OUT1 = to@[1];
OUT2 = to@[2];

// idiom: part replaced by memcpy
double from@[2] = { A, B }, to@[4] = { C, C, D, D };
memcpy(to@ + 1, from@, sizeof from@);
OUT0 = to@[0];
OUT1 = to@[1];
OUT2 = to@[2];
OUT3 = to@[3];

// idiom: array replaced by a loop
double v@[5];
sense_block(BLOCK, v@, 5);
for (int k = 0; k < 5; k++)
	v@[k] = k * A;
OUT0 = v@[1];
OUT1 = v@[4];

// idiom: long array replaced by a loop
double v@[200];
sense_block(BLOCK, v@, 200);
for (int k = 0; k < 200; k++)
	v@[k] = (k + 1) * A;
OUT0 = v@[150];

// idiom: out-array that a callee overwrites
// far
void fill@(double *to, int count, double level)
{
	for (int k = 0; k < count; k++)
		to[k] = level / (k + 1);
}
// body
double v@[4];
sense_block(BLOCK, v@, 4);
fill@(v@, 4, A);
OUT0 = v@[0] + v@[3];

// idiom: out-array that a callee reads first
// far
void smooth@(double *v, double level)
{
	v[0] = v[0] * 0.5 + level;
	v[1] = level;
}
// body
double v@[2] = { A, B };
smooth@(v@, C);
OUT0 = v@[0];
OUT1 = v@[1];

// idiom: global scratch that is reused
// near
static double scratch@[2];
// body
scratch@[0] = A;
scratch@[1] = B;
OUT0 = scratch@[0] * scratch@[1];
scratch@[0] = C;
OUT1 = scratch@[0] - 1;

// idiom: feature that is overwritten
OUT0 = A;
OUT1 = B;
OUT0 = C;

// idiom: default that a branch replaces
OUT0 = -1;
if (DECIDE(A > 1))
	OUT0 = B;

// idiom: compound assignment
double v@ = A;
v@ += B;
v@ *= 2;
OUT0 = v@;

// idiom: scratch array of a length that the run knows
// far
void fill@(double *to, int n, double x)
{
	for (int k = 0; DECIDE(k < n); k++)
		to[k] = x + k;
}
double sum@(const double *v, int n)
{
	double s = 0;
	for (int k = 0; DECIDE(k < n); k++)
		s += v[k];
	return s;
}
double sum_of_half@(const double *v, int n)
{
	double s = 0;
	for (int k = n / 2; DECIDE(k > 0); k--) {
		s += *v;
		v += 2;
	}
	return s;
}
void frame@(double *out, int n, double a, double b, double c, double d)
{
	double scratch[24], s = 0;
	fill@(scratch, n, a);
	out[0] = sum@(scratch, n);
	fill@(scratch, n, b);
	out[1] = sum@(scratch, n);
	for (int k = 0; DECIDE(k < n); k++)
		scratch[k] = c * (k + 1);
	for (int k = 0; DECIDE(k < n); k++)
		s += scratch[k];
	out[2] = s;
	fill@(scratch, n, d);
	out[3] = sum_of_half@(scratch, n);
}
// body
double f@[4];
frame@(f@, I + 2, A, B, C, D);
OUT0 = f@[0];
OUT1 = f@[1];
OUT2 = f@[2];
OUT3 = f@[3];
