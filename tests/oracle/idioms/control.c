// idiom: if and else
if (DECIDE(A > 1))
	OUT0 = 1;
else
	OUT0 = 2;

// idiom: nested conditions
double v@ = 0;
if (DECIDE(A > 0)) {
	if (DECIDE(B > 0))
		v@ = C;
	else
		v@ = 1;
}
OUT0 = v@;

// idiom: unrelated condition
double v@ = A, w@ = B;
if (DECIDE(C > 0))
	w@ += 1;
OUT0 = v@;
OUT1 = w@;

// idiom: same value on both branches
double v@, b@ = B;
if (DECIDE(A > 0))
	v@ = b@;
else
	v@ = b@;
OUT0 = v@;

// idiom: forward goto
double v@ = A;
if (DECIDE(B < 0))
	goto done@;
v@ += C;
done@:
OUT0 = v@;

// idiom: goto to a common end
int status@ = 0;
double v@ = 0;
if (DECIDE(A < 0)) {
	status@ = 1;
	goto end@;
}
v@ = B;
if (DECIDE(v@ > 4)) {
	status@ = 2;
	goto end@;
}
v@ *= 2;
end@:
OUT0 = v@;
OUT1 = status@;

// idiom: backward goto
double v@ = A;
int k@ = 0;
again@:
v@ = v@ / 2 + 1;
if (DECIDE(++k@ < I % 4))
	goto again@;
OUT0 = v@;

// idiom: break with a flag
double v@[4] = { A, B, C, 1 };
int found@ = 0, k@;
for (k@ = 0; k@ < 4; k@++)
	if (DECIDE(v@[k@] > 2)) {
		found@ = 1;
		break;
	}
OUT0 = found@;
OUT1 = k@;

// idiom: continue
double v@[3] = { A, B, C }, sum@ = 0;
for (int k = 0; k < 3; k++) {
	if (DECIDE(v@[k] < 0))
		continue;
	sum@ += v@[k];
}
OUT0 = sum@;

// idiom: count of those that pass
double v@[3] = { A, B, C };
int count@ = 0;
for (int k = 0; k < 3; k++)
	if (DECIDE(v@[k] > 1))
		count@++;
OUT0 = count@;

// idiom: nested loops with a carried value
double v@[2] = { A, B }, w@[2] = { C, D }, best@ = 0;
for (int p = 0; p < 2; p++) {
	double row = 0;
	for (int q = 0; q < 2; q++)
		row += v@[p] * w@[q];
	best@ = best@ / 2 + row;
}
OUT0 = best@;

// idiom: value carried from round to round
double level@ = A, before@ = 0;
for (int k = 0; k < 3; k++) {
	double t = before@;
	before@ = level@;
	level@ = t + B;
}
OUT0 = level@;
OUT1 = before@;

// idiom: loop with an unknown bound
double v@ = A;
for (int k = 0; DECIDE(k < I); k++)
	v@ += 0.5;
OUT0 = v@;

// idiom: while until it converges
double x@ = fabs(A) + 1, root@ = 1;
for (int k = 0; k < 20; k++) {
	double next = (root@ + x@ / root@) / 2;
	if (DECIDE(fabs(next - root@) < 1e-3))
		break;
	root@ = next;
}
OUT0 = root@;

// idiom: do while
double v@ = B;
int k@ = 0;
do {
	v@ += A;
	k@++;
} while (k@ < 3);
OUT0 = v@;

// idiom: switch
double v@;
switch (CHOOSE(I % 4)) {
case 0:
	v@ = A;
	break;
case 1:
	v@ = B;
	break;
default:
	v@ = 3;
}
OUT0 = v@;

// idiom: switch with fall-through
double v@ = 0;
switch (CHOOSE(I % 3)) {
case 2:
	v@ += A;
	/* fall through */
case 1:
	v@ += B;
	/* fall through */
default:
	v@ += 1;
}
OUT0 = v@;
OUT1 = C;

// idiom: switch on a constant
// near
enum mode@ { FAST@, EXACT@ };
static const enum mode@ mode@ = EXACT@;
// body
double v@ = 0;
switch (mode@) {
case FAST@:
	v@ = A;
	break;
case EXACT@:
	v@ = B;
	break;
}
OUT0 = v@;

// idiom: short circuit
double v@ = 1;
if (DECIDE(A > 0) && DECIDE(B > 0))
	v@ = C;
OUT0 = v@;
v@ = 2;
if (DECIDE(C > 3) || DECIDE(D > 3))
	v@ = 4;
OUT1 = v@;

// idiom: short circuit with an effect
int count@ = 0;
if (DECIDE(A > 0) && DECIDE(++count@ > 0))
	count@ += 10;
OUT0 = count@;
OUT1 = B;

// idiom: logical value
// kinds: any
OUT0 = A > 0 && B > 0;
OUT1 = C > 0 || D > 0;
OUT2 = !(A > 1);

// idiom: comparison as a value
OUT0 = A > B;
OUT1 = (C >= 1) + 2 * (D < 0);

// idiom: conditional expression
OUT0 = DECIDE(A > 0) ? B : C;
OUT1 = DECIDE(A > 2) ? 1 : 0;

// idiom: nested conditional expression
OUT0 = DECIDE(A < 0) ? -1 : DECIDE(A > B) ? C : 2;

// idiom: flag kept for later
int high@ = DECIDE(A > 1) ? 1 : 0;
double v@ = B;
if (DECIDE(high@))
	v@ = C * 2;
OUT0 = v@;
OUT1 = high@ + 1;

// idiom: maximum
double v@[3] = { A, B, C }, most@ = -1000;
for (int k = 0; k < 3; k++)
	if (DECIDE(v@[k] > most@))
		most@ = v@[k];
OUT0 = most@;

// idiom: position of the maximum
double v@[3] = { A, B, C };
int best@ = 0;
for (int k = 1; k < 3; k++)
	if (DECIDE(v@[k] > v@[best@]))
		best@ = k;
OUT0 = best@;

// idiom: thresholds in a table
// near
static const double limits@[3] = { -2, 0, 4 };
// body
int k@ = 0;
while (k@ < 3 && DECIDE(A > limits@[k@]))
	k@++;
OUT0 = k@;

// idiom: insertion sort
double v@[3] = { A, B, C };
for (int p = 1; p < 3; p++)
	for (int q = p; q > 0 && DECIDE(v@[q - 1] > v@[q]); q--) {
		double t = v@[q];
		v@[q] = v@[q - 1];
		v@[q - 1] = t;
	}
OUT0 = v@[0];
OUT1 = v@[2];

// idiom: state machine
// types
enum phase@ { IDLE@, RISING@, FALLING@ };
// body
double v@[3] = { A, B, C };
enum phase@ phase@ = IDLE@;
for (int k = 0; k < 3; k++)
	switch (CHOOSE(phase@)) {
	case IDLE@:
		phase@ = DECIDE(v@[k] > 0) ? RISING@ : IDLE@;
		break;
	case RISING@:
		phase@ = DECIDE(v@[k] < 0) ? FALLING@ : RISING@;
		break;
	case FALLING@:
		phase@ = IDLE@;
		break;
	}
OUT0 = phase@;

// idiom: condition with nothing in it
// kinds: any
int kept@ = I > 7 ? 1 : 0;
double pair@[2] = { A, B };
if (kept@ != 1) {
}
OUT0 = pair@[kept@];
if (J > 9)
	;
OUT1 = J > 9 ? C : 2;

// idiom: rounds of a loop counted behind it
// kinds: any
double rounds@ = 0, all@ = 0;
for (int k = 0; k < (I & 3); k++) {
	all@ += A;
	rounds@ += 1;
}
OUT0 = all@;
OUT1 = rounds@;

// idiom: flag of the way that was taken
double v@, w@ = 0;
int ok@;
if (DECIDE(A > 0)) {
	v@ = B;
	ok@ = 1;
} else {
	v@ = C;
	ok@ = 0;
}
if (DECIDE(ok@))
	w@ = v@;
OUT0 = w@;
OUT1 = v@;

// idiom: flag of an earlier iteration
double x@[3] = { A, B, 2 }, one@ = C, other@ = D, v@, sum@ = 0;
int ok@, before@ = 0;
for (int k = 0; k < 3; k++) {
	if (DECIDE(x@[k] > 0)) {
		v@ = one@;
		ok@ = 1;
	} else {
		v@ = other@;
		ok@ = 0;
	}
	if (DECIDE(k > 0 && before@))
		sum@ += v@;
	before@ = ok@;
}
OUT0 = sum@;

// idiom: error of a helper
// near
static int checked@(double *to, double x, double y)
{
	if (DECIDE(x < 0)) {
		to[0] = x;
		return -1;
	}
	to[0] = y;
	return 0;
}
// body
double v@[1], w@ = 1;
if (DECIDE(checked@(v@, A, B) == 0))
	w@ = v@[0];
OUT0 = w@;

// idiom: error handed on by a helper
// near
static int first@(double *to, double x, double y)
{
	if (DECIDE(x < 0)) {
		to[0] = 2;
		return 3;
	}
	to[0] = y;
	return 0;
}
static int second@(double *to, double x, double y, double z)
{
	int error = first@(to, x, y);
	if (DECIDE(error != 0))
		return -error;
	to[1] = z;
	return 0;
}
// body
double v@[2] = { 0, 0 }, w@ = 1, u@ = 0;
int error@ = second@(v@, A, B, C);
if (DECIDE(error@ < 0))
	w@ = v@[0];
else
	u@ = v@[0] + v@[1];
OUT0 = w@;
OUT1 = u@;

// idiom: errors that add up
// near
static int positive@(double *to, double x)
{
	*to = x;
	if (DECIDE(x < 0))
		*to = 0;
	return 0;
}
// body
double v@ = 0, w@ = 0;
int errors@ = 0;
errors@ += positive@(&v@, A);
if (DECIDE(B > 0))
	errors@ += positive@(&w@, C);
OUT0 = v@;
OUT1 = w@;
OUT2 = errors@;
