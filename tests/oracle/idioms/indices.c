// idiom: enumerated indices
// types
enum slot@ { SPEED@, ANGLE@, SLOTS@ };
// outs: 2
// body
double *v@ = FEATURES;
v@[ANGLE@] = A;
v@[SPEED@] = B;

// idiom: running index
// outs: 3
// body
double *v@ = FEATURES;
int n@ = 0;
v@[n@++] = A;
v@[n@++] = B * 2;
v@[n@++] = C;

// idiom: running index in a short loop
// outs: 4
// body
double *v@ = FEATURES, from@[3] = { A, B, C };
int n@ = 0;
for (int k = 0; k < 3; k++)
	v@[n@++] = from@[k] + k;
v@[n@++] = D;

// idiom: running index after blocks that are switched
// far
int encode@(double *to, double x, double y, int with_square, int with_sum)
{
	int n = 0;
	to[n++] = x;
	if (with_square)
		to[n++] = x * x;
	if (with_sum)
		to[n++] = x + y;
	to[n++] = y;
	return n;
}
// outs: 7
// body
double *v@ = FEATURES;
int n@ = encode@(v@, A, B, 1, 0);
encode@(v@ + n@, C, D, 1, 1);

// idiom: strided indices
// outs: 4
// body
double *v@ = FEATURES;
for (int k = 0; k < 2; k++) {
	v@[2 * k] = A + k;
	v@[2 * k + 1] = B - k;
}

// idiom: offset indices
// outs: 4
// body
double *v@ = FEATURES, from@[2] = { C, D };
v@[0] = A;
v@[1] = B;
for (int k = 0; k < 2; k++)
	v@[2 + k] = from@[k];

// idiom: loop index over a block
// outs: 3
// body
double *v@ = FEATURES, block@[3];
sense_block(BLOCK, block@, 3);
for (int k = 0; k < 3; k++)
	v@[k] = block@[k] * A;

// idiom: reversed indices
// outs: 3
// body
double *v@ = FEATURES, from@[3] = { A, B, C };
for (int k = 2; k >= 0; k--)
	v@[2 - k] = from@[k];

// idiom: matrix times vector
double m@[2][3] = { { 1, 2, 3 }, { 0.5, 0, -1 } }, x@[3] = { A, B, C }, y@[2];
for (int r = 0; r < 2; r++) {
	y@[r] = 0;
	for (int k = 0; k < 3; k++)
		y@[r] += m@[r][k] * x@[k];
}
OUT0 = y@[0];

// idiom: rows of a matrix
double m@[2][2];
m@[0][0] = A;
m@[0][1] = B;
m@[1][0] = C;
m@[1][1] = D;
OUT0 = m@[0][0] - m@[0][1];
OUT1 = m@[1][0] * m@[1][1];

// idiom: columns of a matrix
double m@[3][2] = { { A, B }, { C, D }, { 1, 2 } };
double sums@[2] = { 0, 0 };
for (int r = 0; r < 3; r++)
	for (int c = 0; c < 2; c++)
		sums@[c] += m@[r][c];
OUT0 = sums@[0];
OUT1 = sums@[1];

// idiom: unknown index read
double v@[4] = { A, B, 1, 2 };
OUT0 = v@[INDEX(I & 3)];

// idiom: unknown index read of half an array
double v@[4] = { A, B, C, D };
OUT0 = v@[INDEX(I & 1)];
OUT1 = v@[2 + INDEX(J & 1)];

// idiom: lookup table
// near
static const double table@[16] = { 0, 1, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121, 144, 169, 196, 225 };
// body
OUT0 = table@[INDEX(I)] + A;

// idiom: unknown row
double m@[3][2] = { { A, B }, { C, D }, { 4, 5 } };
int row@ = INDEX((unsigned)I % 3);
OUT0 = m@[row@][0];
OUT1 = m@[row@][1];

// idiom: unknown element of an unknown record
// types
struct cells@ { double v[3]; };
// body
struct cells@ rows@[2] = { { { A, B, 1 } }, { { C, 2, 3 } } };
rows@[INDEX((unsigned)I % 2)].v[INDEX((unsigned)J % 3)] = D;
OUT0 = rows@[0].v[1];
OUT1 = rows@[1].v[0];

// idiom: elements of an unknown record, summed by a helper
// types
struct cells@ { double v[3]; };
// near
static double sum@(const double *v, int n)
{
	double s = 0;
	for (int k = 0; DECIDE(k < n); k++)
		s += v[k];
	return s;
}
// body
struct cells@ rows@[2] = { { { A, B, 1 } }, { { C, D, 3 } } };
OUT0 = sum@(rows@[INDEX((unsigned)I % 2)].v, 1 + (int)((unsigned)J % 3));

// idiom: element of an unknown record, set by a helper
// types
struct cells@ { double first, v[3]; };
// near
static void put@(struct cells@ *cells, unsigned k, double x)
{
	cells->v[INDEX(k % 3)] = x;
}
// body
struct cells@ rows@[2] = { { A, { 1, 2, 3 } }, { B, { 4, C, 5 } } };
put@(&rows@[INDEX((unsigned)I % 2)], (unsigned)J, D);
OUT0 = rows@[1].v[1];
OUT1 = rows@[0].first;

// idiom: record copied to an unknown one
// types
struct cells@ { double first, v[3]; };
// body
struct cells@ rows@[3] = { { 1, { A, 2, 3 } } }, one@ = { B, { 4, 5, 6 } };
one@.v[INDEX((unsigned)J % 3)] = C;
rows@[INDEX((unsigned)I % 3)] = one@;
OUT0 = rows@[0].v[0];
OUT1 = rows@[2].first;

// idiom: unknown elements on three levels
// types
struct cells@ { double first, v[2]; };
struct rows@ { struct cells@ cells[2]; double last; };
// body
struct rows@ all@[2] = { { { { 1, { A, 2 } } }, 3 }, { { { 4, { 5, 6 } } }, B } };
all@[INDEX((unsigned)I % 2)].cells[INDEX((unsigned)J % 2)].v[INDEX((unsigned)(I ^ J) % 2)] = C;
OUT0 = all@[0].cells[0].v[0];
OUT1 = all@[1].last;

// idiom: walk through the array of an unknown record
// types
struct cells@ { double first, v[3]; };
// body
struct cells@ rows@[2] = { { A, { 1, 2, 3 } }, { B, { 4, 5, 6 } } };
for (double *p@ = rows@[INDEX((unsigned)I % 2)].v, *end@ = p@ + 3; p@ < end@; p@++)
	*p@ = C;
OUT0 = rows@[0].v[2];
OUT1 = rows@[1].first;

// idiom: histogram
int counts@[3] = { 0, 0, 0 };
double v@[2] = { A, B };
for (int k = 0; k < 2; k++)
	counts@[DECIDE(v@[k] < 0) ? 0 : DECIDE(v@[k] < 4) ? 1 : 2]++;
OUT0 = counts@[0];
OUT1 = counts@[2];

// idiom: one-hot
// outs: 4
// body
double *v@ = FEATURES;
for (int k = 0; k < 3; k++)
	v@[k] = 0;
v@[INDEX((unsigned)I % 3)] = 1;
v@[3] = A;

// idiom: one-hot by comparison
// outs: 3
// body
double *v@ = FEATURES;
for (int k = 0; k < 3; k++)
	v@[k] = DECIDE(I % 3 == k) ? 1 : 0;

// idiom: shift in an array of locals
double v@[3] = { A, B, C };
for (int k = 2; k > 0; k--)
	v@[k] = v@[k - 1];
v@[0] = D;
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = v@[2];

// idiom: prefix sums
// outs: 3
// body
double *v@ = FEATURES, from@[3] = { A, B, C };
double sum@ = 0;
for (int k = 0; k < 3; k++) {
	sum@ += from@[k];
	v@[k] = sum@;
}

// idiom: differences of neighbours
// outs: 2
// body
double *v@ = FEATURES, from@[3] = { A, B, C };
for (int k = 1; k < 3; k++)
	v@[k - 1] = from@[k] - from@[k - 1];

// idiom: normalised in place
// near
static const double mean@[3] = { 1, 2, 3 }, scale@[3] = { 2, 4, 8 };
// outs: 3
// body
double *v@ = FEATURES;
v@[0] = A;
v@[1] = B;
v@[2] = C;
for (int k = 0; k < 3; k++)
	v@[k] = (v@[k] - mean@[k]) / scale@[k];

// idiom: softmax in place
// outs: 3
// body
double *v@ = FEATURES, sum@ = 0;
v@[0] = A / 4;
v@[1] = B / 4;
v@[2] = 1;
for (int k = 0; k < 3; k++) {
	v@[k] = exp(v@[k] / 8);
	sum@ += v@[k];
}
for (int k = 0; k < 3; k++)
	v@[k] /= sum@;

// idiom: variable length array
int n@ = 3;
double v@[n@];
for (int k = 0; k < n@; k++)
	v@[k] = k ? A : B;
OUT0 = v@[0];
OUT1 = v@[2];

// idiom: index that is found or minus one
// kinds: any
double v@[4] = { A, B, C, 7 };
int found@ = I > 7 ? -1 : 2, other@ = I > 3 ? -2 : 1;
OUT0 = found@ >= 0 ? v@[found@] : 0;
if (other@ < 0)
	OUT1 = 3;
else
	OUT1 = v@[other@];

// idiom: walk down a tree in a table
// kinds: any
// near
static int leaf_of@(const double *value)
{
	int n = 0;
	for (int level = 0; level < 2; level++) {
		int step = value[n] < 1 ? -1 : 1;
		if (step < 0)
			break;
		n += step;
	}
	return n;
}
// body
double nodes@[3] = { A, B, C };
OUT0 = leaf_of@(nodes@);
OUT1 = C;

// idiom: place worked out by a loop of a helper
// far
unsigned reversed@(unsigned v, int bits)
{
	unsigned r = 0;
	for (int i = 0; i < bits; i++, v >>= 1)
		r = r << 1 | (v & 1);
	return r;
}
// body
double bins@[8] = { 0 };
bins@[4] = A;
bins@[6] = B;
OUT0 = bins@[reversed@(1, 3)];
OUT1 = bins@[reversed@(3, 3)];
