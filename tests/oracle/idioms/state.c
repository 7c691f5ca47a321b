// idiom: difference from the last invocation
static double last@;
double now@ = A;
OUT0 = now@ - last@;
last@ = now@;

// idiom: exponential smoothing
// near
static double smooth@;
// body
smooth@ = 0.75 * smooth@ + 0.25 * A;
OUT0 = smooth@;

// idiom: last value only
// near
static double before@;
// body
OUT0 = before@;
before@ = A;

// idiom: counter of invocations
static int rounds@;
OUT0 = A / ++rounds@;

// idiom: counter of events
// near
static int events@;
// body
if (DECIDE(A > 2))
	events@++;
OUT0 = events@;

// idiom: reset on a condition
// near
static double total@;
// body
total@ += A;
if (DECIDE(B > 4))
	total@ = 0;
OUT0 = total@;

// idiom: static that is reset at once
// near
static double sum@;
// body
sum@ = 0;
sum@ += A;
sum@ += B;
OUT0 = sum@;

// idiom: initialised once
// once
// near
static int ready@;
static double base@;
// body
if (!ready@) {
	base@ = A;
	ready@ = 1;
}
OUT0 = B - base@;

// idiom: ring buffer
// once
// near
static double ring@[3];
static int head@;
// body
ring@[head@] = A;
head@ = (head@ + 1) % 3;
OUT0 = ring@[0] + ring@[1] + ring@[2];
OUT1 = ring@[head@];

// idiom: ring buffer in a struct
// types
struct ring@ {
	double items[4];
	unsigned next;
};
// far
void ring_put@(struct ring@ *ring, double x)
{
	ring->items[ring->next++ & 3] = x;
}

double ring_sum@(const struct ring@ *ring)
{
	double sum = 0;
	for (int k = 0; k < 4; k++)
		sum += ring->items[k];
	return sum;
}
// near
static struct ring@ left@, right@;
// body
ring_put@(&left@, A);
ring_put@(&right@, B);
OUT0 = ring_sum@(&left@);
OUT1 = ring_sum@(&right@);

// idiom: shift register with memmove
// near
static double window@[3];
// body
memmove(window@ + 1, window@, 2 * sizeof *window@);
window@[0] = A;
OUT0 = window@[0];
OUT1 = window@[1] - window@[2];

// idiom: shift register with a loop
// near
static double taps@[4];
// body
for (int k = 3; k > 0; k--)
	taps@[k] = taps@[k - 1];
taps@[0] = A;
OUT0 = taps@[0] + B;
OUT1 = taps@[3];

// idiom: double buffering
// once
// near
static double buffers@[2][2];
static int front@;
// body
buffers@[front@][0] = A;
buffers@[front@][1] = B;
front@ = !front@;
OUT0 = buffers@[front@][0];
OUT1 = buffers@[front@][1];

// idiom: double buffering by pointers
// once
// near
static double one@[1], two@[1], *current@ = one@, *previous@ = two@;
// body
double *t@ = previous@;
previous@ = current@;
current@ = t@;
*current@ = A;
OUT0 = *previous@;
OUT1 = *current@;

// idiom: context in a static struct
// types
struct history@ {
	double last, peak;
	int count;
};
// far
double history_add@(struct history@ *h, double x)
{
	double change = x - h->last;
	h->last = x;
	if (DECIDE(x > h->peak))
		h->peak = x;
	h->count++;
	return change;
}
// near
static struct history@ speed@, angle@;
// body
OUT0 = history_add@(&speed@, A);
OUT1 = history_add@(&angle@, B);
OUT2 = speed@.peak;

// idiom: context on the heap
// once
// types
struct memory@ {
	double value;
	int age;
};
// near
static struct memory@ *memory@;
// body
if (!memory@)
	memory@ = calloc(1, sizeof *memory@);
OUT0 = memory@->value + memory@->age;
memory@->value = A;
memory@->age++;

// idiom: list that grows
// types
struct event@ {
	double value;
	struct event@ *next;
};
// near
static struct event@ pool@[16], *events@;
static int used@;
// body
if (used@ < 16) {
	pool@[used@].value = A;
	pool@[used@].next = events@;
	events@ = &pool@[used@++];
}
double sum@ = 0;
for (const struct event@ *k = events@; k; k = k->next)
	sum@ += k->value;
OUT0 = sum@;

// idiom: cached until the key changes
// near
static int cached_key@ = -1;
static double cached_value@;
// body
int key@ = I % 3;
if (DECIDE(key@ != cached_key@)) {
	cached_key@ = key@;
	cached_value@ = A;
}
OUT0 = cached_value@;

// idiom: table that learns
// near
static double table@[4];
// body
table@[INDEX(I & 3)] = A;
OUT0 = table@[INDEX(J & 3)];

// idiom: hysteresis
// once
// near
static int on@;
// body
if (DECIDE(A > 3))
	on@ = 1;
else if (DECIDE(A < -3))
	on@ = 0;
OUT0 = on@;

// idiom: state in a helper
// far
double debounce@(double x)
{
	static double held;
	static int wait;
	if (wait == 0) {
		held = x;
		wait = 2;
	} else {
		wait--;
	}
	return held;
}
// body
OUT0 = debounce@(A);

// idiom: state between functions
// near
static double noted@;

static void note@(double x)
{
	noted@ = x;
}

static double recall@(void)
{
	return noted@ * 2;
}
// body
OUT0 = recall@();
note@(A);
OUT1 = recall@();
