// idiom: biquad cascade with state structs
// types
struct biquad@ {
	double b0, b1, a1;
	double z1, z2;
};
// far
double biquad_run@(struct biquad@ *s, double x)
{
	double y = s->b0 * x + s->z1;
	s->z1 = s->b1 * x - s->a1 * y + s->z2;
	s->z2 = x * 0.25;
	return y;
}

double cascade_run@(struct biquad@ *stages, int n, double x)
{
	for (int k = 0; k < n; k++)
		x = biquad_run@(&stages[k], x);
	return x;
}
// near
static struct biquad@ left@[2] = { { 1, 0.5, 0.25, 0, 0 }, { 0.5, 1, 0.125, 0, 0 } };
static struct biquad@ right@[2] = { { 1, 0.25, 0.5, 0, 0 }, { 2, 1, 0.5, 0, 0 } };
// body
OUT0 = cascade_run@(left@, 2, A);
OUT1 = cascade_run@(right@, 2, B);
OUT2 = left@[1].z1;
OUT3 = right@[0].z2 + C;

// idiom: biquad bank chosen by channel number
// types
struct stage@ {
	double gain, memory;
};
struct channel@ {
	struct stage@ stages[2];
	double peak;
};
// far
double channel_step@(struct channel@ *bank, int channel, double x)
{
	struct channel@ *c = &bank[channel];
	for (struct stage@ *s = c->stages; s < c->stages + 2; s++) {
		double y = s->gain * x + s->memory;
		s->memory = x / 2;
		x = y;
	}
	if (DECIDE(x > c->peak))
		c->peak = x;
	return x;
}
// near
static struct channel@ bank@[3] = {
	{ { { 1, 0 }, { 2, 0 } }, 0 }, { { { 3, 0 }, { 1, 0 } }, 0 }, { { { 1, 0 }, { 1, 0 } }, 0 } };
// body
OUT0 = channel_step@(bank@, 0, A);
OUT1 = channel_step@(bank@, 2, B);
OUT2 = bank@[0].peak;
OUT3 = bank@[1].peak + bank@[1].stages[0].memory + C;

// idiom: butterfly in place
// far
void butterfly@(double *re, double *im, int p, int q, double c, double s)
{
	double tr = re[q] * c - im[q] * s, ti = re[q] * s + im[q] * c;
	re[q] = re[p] - tr;
	im[q] = im[p] - ti;
	re[p] += tr;
	im[p] += ti;
}
// body
double re@[4] = { A, B, C, D }, im@[4] = { 0, 0, 0, 0 };
butterfly@(re@, im@, 0, 2, 1, 0);
butterfly@(re@, im@, 1, 3, 0.6, 0.8);
OUT0 = re@[0];
OUT1 = re@[1];
OUT2 = im@[3];
OUT3 = im@[0] + im@[2] + re@[2];

// idiom: fft of four with bit reversal
// types
struct complex@ {
	double re, im;
};
// near
static void swap_reversed@(struct complex@ *v)
{
	for (unsigned k = 0; k < 4; k++) {
		unsigned r = (k & 1) << 1 | k >> 1;
		if (r > k) {
			struct complex@ t = v[k];
			v[k] = v[r];
			v[r] = t;
		}
	}
}
// body
struct complex@ v@[4] = { { A, 0 }, { B, 0 }, { C, 0 }, { D, 0 } };
swap_reversed@(v@);
OUT0 = v@[1].re;
OUT1 = v@[2].re;
for (int half = 1; half < 2; half *= 2)
	for (int start = 0; start < 4; start += 2 * half)
		for (int k = 0; k < half; k++) {
			struct complex@ *p = &v@[start + k], *q = p + half, t = *q;
			q->re = p->re - t.re;
			p->re += t.re;
		}
OUT2 = v@[0].re;
OUT3 = v@[3].re;

// idiom: fir with a circular delay line
// types
struct fir@ {
	double line[4];
	int at;
	const double *taps;
};
// far
double fir_step@(struct fir@ *f, double x)
{
	double sum = 0;
	f->line[f->at] = x;
	int k = f->at;
	for (int t = 0; t < 4; t++) {
		sum += f->taps[t] * f->line[k];
		k = k ? k - 1 : 3;
	}
	f->at = (f->at + 1) % 4;
	return sum;
}
// near
static const double low@[4] = { 1, 2, 2, 1 }, high@[4] = { 1, -1, 1, -1 };
static struct fir@ first@ = { .taps = low@ }, second@ = { .taps = high@ };
// body
OUT0 = fir_step@(&first@, A);
OUT1 = fir_step@(&second@, B);
OUT2 = C + second@.taps[1];

// idiom: decimator with a phase counter
// types
struct decimator@ {
	double acc, held;
	int phase;
};
// far
int decimate@(struct decimator@ *d, double x, double *out)
{
	d->acc += x;
	if (++d->phase < 3)
		return 0;
	*out = d->acc / 3;
	d->held = *out;
	d->acc = 0;
	d->phase = 0;
	return 1;
}
// near
static struct decimator@ slow@, fast@;
// body
double y@ = -1, z@ = -2;
int got@ = decimate@(&slow@, A, &y@);
decimate@(&fast@, B, &z@);
OUT0 = y@;
OUT1 = z@;
OUT2 = got@ + C;
OUT3 = slow@.held;

// idiom: autocorrelation with lags
// outs: 4
// near
static void autocorrelate@(const double *x, int n, double *r, int lags)
{
	for (int lag = 0; lag < lags; lag++) {
		double sum = 0;
		for (int k = lag; k < n; k++)
			sum += x[k] * x[k - lag];
		r[lag] = sum / (n - lag);
	}
}
// body
double *v@ = FEATURES, from@[5] = { 1, A, 2, B, 3 }, other@[2] = { C, 1 };
autocorrelate@(from@, 5, v@, 3);
autocorrelate@(other@, 2, v@ + 3, 1);

// idiom: welford for two streams
// types
struct welford@ {
	double mean, m2;
	long n;
};
// far
void welford_add@(struct welford@ *w, double x)
{
	double d = x - w->mean;
	w->n++;
	w->mean += d / w->n;
	w->m2 += d * (x - w->mean);
}

double welford_variance@(const struct welford@ *w)
{
	return w->n > 1 ? w->m2 / (w->n - 1) : 0;
}
// near
static struct welford@ stats@[2];
// body
welford_add@(&stats@[0], A);
welford_add@(stats@ + 1, B);
OUT0 = stats@[0].mean;
OUT1 = welford_variance@(&stats@[1]);
OUT2 = (double)stats@[1].n + C;

// idiom: exponential averages over several streams
// near
static double averages@[3][2];
static const double alphas@[2] = { 0.5, 0.125 };
// body
const double in@[3] = { A, B, C };
for (int s = 0; s < 3; s++)
	for (int k = 0; k < 2; k++)
		averages@[s][k] += alphas@[k] * (in@[s] - averages@[s][k]);
OUT0 = averages@[0][1];
OUT1 = averages@[1][0] - averages@[1][1];
OUT2 = averages@[2][0] * D;

// idiom: deltas and their deltas over frames
// near
static double frames@[3][2];
// outs: 6
// body
double *v@ = FEATURES, now@[2] = { A, B };
memmove(frames@[1], frames@[0], 2 * sizeof frames@[0]);
memcpy(frames@[0], now@, sizeof now@);
for (int k = 0; k < 2; k++) {
	double delta = frames@[0][k] - frames@[1][k], before = frames@[1][k] - frames@[2][k];
	v@[k] = frames@[0][k];
	v@[2 + k] = delta;
	v@[4 + k] = delta - before;
}

// idiom: filter bank with start and end tables
// near
static const int starts@[3] = { 0, 1, 3 }, ends@[3] = { 2, 4, 6 };
static const double slopes@[6] = { 1, 0.5, 2, 0.25, 1, 3 };
// outs: 3
// body
double *v@ = FEATURES, spectrum@[6] = { A, B, 1, C, 2, D };
for (int b = 0; b < 3; b++) {
	double sum = 0;
	for (int k = starts@[b]; k < ends@[b]; k++)
		sum += slopes@[k] * spectrum@[k];
	v@[b] = sum;
}

// idiom: two vectors scaled to their range in place
// far
void scale_range@(double *v, int n)
{
	double low = v[0], high = v[0];
	for (int k = 1; k < n; k++) {
		low = fmin(low, v[k]);
		high = fmax(high, v[k]);
	}
	double span = high - low + 1;
	for (int k = 0; k < n; k++)
		v[k] = (v[k] - low) / span;
}
// body
double v@[5] = { A, B, 3, C, 5 };
scale_range@(v@, 3);
scale_range@(v@ + 3, 2);
OUT0 = v@[0];
OUT1 = v@[2];
OUT2 = v@[3];

// idiom: z-score in place with its moments returned
// types
struct moments@ {
	double mean, deviation;
};
// far
struct moments@ standardise@(double *v, int n)
{
	struct moments@ m = { 0, 0 };
	for (double *p = v; p != v + n; ++p)
		m.mean += *p / n;
	for (double *p = v; p != v + n; ++p)
		m.deviation += (*p - m.mean) * (*p - m.mean);
	m.deviation = sqrt(m.deviation / n) + 0.5;
	for (double *p = v; p != v + n; ++p)
		*p = (*p - m.mean) / m.deviation;
	return m;
}
// body
double p@[2] = { A, B }, q@[3] = { C, 1, 2 };
struct moments@ mp@ = standardise@(p@, 2), mq@ = standardise@(q@, 3);
OUT0 = p@[1];
OUT1 = mq@.deviation;
OUT2 = q@[2] + mq@.mean;
OUT3 = mp@.mean;

// idiom: quantile by a sorted copy
// near
static int ascending@(const void *p, const void *q)
{
	double x = *(const double *)p, y = *(const double *)q;
	return CHOOSE(x < y ? -1 : x > y);
}

static double quantile@(const double *v, int n, double q)
{
	double sorted[8];
	memcpy(sorted, v, (size_t)n * sizeof *v);
	qsort(sorted, (size_t)n, sizeof *sorted, ascending@);
	double at = q * (n - 1);
	int k = (int)at;
	return k + 1 < n ? sorted[k] + (at - k) * (sorted[k + 1] - sorted[k]) : sorted[k];
}
// body
double v@[5] = { A, B, 2, C, 1 };
OUT0 = quantile@(v@, 3, 0.5);
OUT1 = quantile@(v@ + 3, 2, 0.75);
OUT2 = v@[0];

// idiom: the two largest with their places
// kinds: any
double v@[4] = { A, B, C, 1.3 }, top@[2] = { -1e9, -1e9 };
int place@[2] = { -1, -1 };
for (int k = 0; k < 4; k++) {
	int at = 2;
	while (at > 0 && DECIDE(v@[k] > top@[at - 1]))
		at--;
	if (DECIDE(at < 2)) {
		for (int s = 1; s > at; s--) {
			top@[s] = top@[s - 1];
			place@[s] = place@[s - 1];
		}
		top@[INDEX(at)] = v@[k];
		place@[INDEX(at)] = k;
	}
}
OUT0 = top@[0];
OUT1 = place@[1];
OUT2 = top@[1] - top@[0];
OUT3 = D;

// idiom: what belongs to the largest
// kinds: any
double score@[3] = { A, B, 1 }, price@[3] = { C, D, 2 };
int best@ = 0;
for (int k = 1; k < 3; k++)
	if (DECIDE(score@[k] > score@[best@]))
		best@ = k;
OUT0 = price@[INDEX(best@)];
OUT1 = score@[INDEX(best@)];
OUT2 = price@[0] - price@[1];

// idiom: hashing trick with signs
// near
static uint32_t slot_hash@(uint32_t x)
{
	x = (x ^ x >> 2) * 0x85ebca6bu;
	x = (x ^ x >> 13) * 0xc2b2ae35u;
	return x ^ x >> 16;
}
// outs: 5
// body
double *v@ = FEATURES;
memset(v@, 0, 4 * sizeof *v@);
uint32_t h@ = slot_hash@((uint32_t)I);
v@[INDEX(h@ & 3)] += DECIDE(h@ & 16) ? A : -A;
h@ = slot_hash@((uint32_t)J + 100);
v@[INDEX(h@ & 1)] += 1;
v@[4] = B;

// idiom: big endian fields behind a cursor
// types
struct packet@ {
	uint8_t data[8];
	size_t at;
};
// far
void put16@(struct packet@ *p, unsigned value)
{
	p->data[p->at++] = (uint8_t)(value >> 8);
	p->data[p->at++] = (uint8_t)value;
}

unsigned get16@(const uint8_t **from)
{
	unsigned value = (unsigned)(*from)[0] << 8 | (*from)[1];
	*from += 2;
	return value;
}
// body
struct packet@ p@ = { .at = 0 };
put16@(&p@, (unsigned)I * 300);
put16@(&p@, (unsigned)J * 500);
const uint8_t *from@ = p@.data;
OUT0 = get16@(&from@);
OUT1 = get16@(&from@);
OUT2 = (double)(from@ - p@.data) + A;

// idiom: numbers parsed by a pointer that walks
// kinds: any
// far
double number_parse@(const char **at)
{
	const char *p = *at;
	double value = 0, scale = 1;
	while (*p == ' ' || *p == ',')
		p++;
	while (*p >= '0' && *p <= '9')
		value = value * 10 + (*p++ - '0');
	if (*p == '.')
		for (p++; *p >= '0' && *p <= '9'; p++)
			value += (*p - '0') * (scale /= 10);
	*at = p;
	return value;
}
// body
char text@[24], text2@[24];
sense_text(TEXT, text@, sizeof text@);
sense_text(TEXT2, text2@, sizeof text2@);
const char *p@ = text@, *q@ = text2@;
OUT0 = number_parse@(&p@);
OUT1 = number_parse@(&p@);
OUT2 = number_parse@(&q@);
OUT3 = A;

// idiom: comma separated line into a record
// kinds: any
// types
struct line@ {
	int device;
	double level;
	char tag[8];
};
// far
int line_parse@(const char *text, struct line@ *to)
{
	int field = 0, length = 0;
	char word[16];
	for (const char *p = text;; p++) {
		if (*p != ',' && *p) {
			if (length < 15)
				word[length++] = *p;
			continue;
		}
		word[length] = 0;
		length = 0;
		switch (field++) {
		case 0: to->device = atoi(word); break;
		case 1: to->level = atof(word); break;
		case 2: snprintf(to->tag, sizeof to->tag, "%s", word); break;
		}
		if (!*p)
			return field;
	}
}
// body
char text@[24];
struct line@ l@ = { 0 }, other@ = { (int)I, B, "x" };
sense_text(TEXT, text@, sizeof text@);
line_parse@(text@, &l@);
OUT0 = l@.device;
OUT1 = l@.level;
OUT2 = l@.tag[0];
OUT3 = other@.level + other@.device;

// idiom: ini of key and value
// kinds: any
// types
struct setting@ {
	char key[8];
	double value;
};
// far
int ini_parse@(const char *text, struct setting@ *to, int most)
{
	int n = 0;
	while (*text && n < most) {
		int k = 0;
		while (*text && *text != '=' && k < 7)
			to[n].key[k++] = *text++;
		to[n].key[k] = 0;
		if (*text == '=')
			text++;
		char *end;
		to[n++].value = strtod(text, &end);
		text = *end == ';' ? end + 1 : end;
		if (*end != ';')
			break;
	}
	return n;
}

double ini_get@(const struct setting@ *s, int n, const char *key, double otherwise)
{
	for (int k = 0; k < n; k++)
		if (strcmp(s[k].key, key) == 0)
			return s[k].value;
	return otherwise;
}
// body
char text@[40];
struct setting@ s@[3];
snprintf(text@, sizeof text@, "gain=%d", I);
int n@ = ini_parse@(text@, s@, 3);
OUT0 = ini_get@(s@, n@, "gain", -1);
OUT1 = A;
OUT2 = B;

// idiom: time of day in buckets
// near
static double bucket_sum@[4];
static int bucket_n@[4];
// body
int hour@ = I + 8 * (J & 1);
int b@ = hour@ / 6;
bucket_sum@[INDEX(b@)] += A;
bucket_n@[INDEX(b@)]++;
OUT0 = bucket_sum@[0] / (bucket_n@[0] + 1);
OUT1 = bucket_n@[1];
OUT2 = sin(2 * 3.14159 * hour@ / 24);
OUT3 = B;

// idiom: session window closed by a gap
// types
struct session@ {
	double start, last, total;
	int events, closed;
};
// far
void session_event@(struct session@ *s, double time, double amount)
{
	if (DECIDE(s->events == 0) || DECIDE(time - s->last > 2)) {
		s->closed += s->events > 0;
		s->start = time;
		s->total = 0;
		s->events = 0;
	}
	s->last = time;
	s->total += amount;
	s->events++;
}
// near
static struct session@ one@, two@;
static double clock@;
// body
clock@ += fabs(A);
session_event@(&one@, clock@, B);
session_event@(&two@, C, D);
OUT0 = one@.total;
OUT1 = one@.last - one@.start;
OUT2 = two@.total;
OUT3 = one@.events + one@.closed;

// idiom: join of two tables by linear search
// types
struct user@ {
	int id;
	double age;
};
struct order@ {
	int user;
	double amount;
};
// far
const struct user@ *user_find@(const struct user@ *users, int n, int id)
{
	for (const struct user@ *u = users; u < users + n; u++)
		if (DECIDE(u->id == id))
			return u;
	return NULL;
}
// body
struct user@ users@[3] = { { 1, A }, { 2, B }, { 3, 40 } };
struct order@ orders@[2] = { { 1 + (I & 1), C }, { 3, D } };
double joined@[2];
for (int k = 0; k < 2; k++) {
	const struct user@ *u = user_find@(users@, 3, orders@[k].user);
	joined@[k] = DECIDE(u != NULL) ? u->age * orders@[k].amount : -1;
}
OUT0 = joined@[0];
OUT1 = orders@[1].amount;
OUT2 = users@[0].age;

// idiom: join by binary search with row columns
// near
static const int ids@[4] = { 2, 5, 8, 11 };

static int row_find@(int id)
{
	int low = 0, high = 4;
	while (DECIDE(low < high)) {
		int middle = (low + high) / 2;
		if (DECIDE(ids@[middle] < id))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
// body
double price@[5] = { A, 1, B, 2, 3 }, tax@[5] = { C, 0, 1, 2, 4 };
int row@ = row_find@(I);
OUT0 = price@[INDEX(row@)];
OUT1 = tax@[INDEX(row@)];
OUT2 = price@[2];
OUT3 = row_find@(5) + D;

// idiom: small cache that forgets the oldest
// types
struct entry@ {
	int key, used;
	double value;
};
struct cache@ {
	struct entry@ entries[2];
	int clock, hits;
};
// far
double cache_get@(struct cache@ *c, int key, double fresh)
{
	struct entry@ *oldest = &c->entries[0];
	c->clock++;
	for (int k = 0; k < 2; k++) {
		struct entry@ *e = &c->entries[k];
		if (DECIDE(e->used && e->key == key)) {
			e->used = c->clock;
			c->hits++;
			return e->value;
		}
		if (DECIDE(e->used < oldest->used))
			oldest = e;
	}
	oldest->key = key;
	oldest->used = c->clock;
	oldest->value = fresh;
	return fresh;
}
// near
static struct cache@ cache@, other@;
// body
OUT0 = cache_get@(&cache@, I & 3, A);
OUT1 = cache_get@(&other@, J & 3, B);
OUT2 = cache@.hits;
OUT3 = C;

// idiom: sparse dot products
// types
struct sparse@ {
	int index[3];
	double value[3];
	int n;
};
// far
double sparse_dot@(const struct sparse@ *s, const double *dense)
{
	double sum = 0;
	for (int k = 0; k < s->n; k++)
		sum += s->value[k] * dense[s->index[k]];
	return sum;
}
// body
double dense@[5] = { A, B, C, 1, 2 };
struct sparse@ p@ = { { 0, 3 }, { 1, 0.5 }, 2 }, q@ = { { 2, 4, 3 }, { 1, D, 3 }, 3 };
OUT0 = sparse_dot@(&p@, dense@);
OUT1 = sparse_dot@(&q@, dense@);
OUT2 = dense@[1];

// idiom: product of flat matrices
// far
void multiply@(const double *a, const double *b, double *c, int rows, int inner, int columns)
{
	for (int r = 0; r < rows; r++)
		for (int s = 0; s < columns; s++) {
			double sum = 0;
			for (int k = 0; k < inner; k++)
				sum += a[r * inner + k] * b[k * columns + s];
			c[r * columns + s] = sum;
		}
}
// body
double a@[6] = { A, 1, 2, B, 3, 1 }, b@[6] = { 1, C, 2, 1, 1, 2 }, c@[4];
multiply@(a@, b@, c@, 2, 3, 2);
OUT0 = c@[0];
OUT1 = c@[1];
OUT2 = c@[2];
OUT3 = c@[3];

// idiom: dense layer then relu with flat weights
// near
static const double weights@[2 * 3] = { 1, 0.5, 2, 1, 1, 0.25 }, bias@[2] = { 1, 2 };

static void dense@(const double *w, const double *b, const double *x, int in, double *y, int out)
{
	for (int r = 0; r < out; r++) {
		double sum = b[r];
		for (int k = 0; k < in; k++)
			sum += *w++ * x[k];
		y[r] = sum;
	}
}
// body
double x@[3] = { A, 2, B }, y@[2], z@[1], other@[2] = { C, 1 };
dense@(weights@, bias@, x@, 3, y@, 2);
dense@(weights@, bias@, other@, 2, z@, 1);
OUT0 = y@[0];
OUT1 = y@[1] * 2;
OUT2 = z@[0];

// idiom: convolution with padding
// outs: 5
// far
void convolve@(const double *x, int n, const double *kernel, int width, double *y)
{
	int half = width / 2;
	for (int k = 0; k < n; k++) {
		y[k] = 0;
		for (int t = 0; t < width; t++) {
			int at = k + t - half;
			if (at < 0 || at >= n)
				continue;
			y[k] += kernel[t] * x[at];
		}
	}
}
// near
static const double blur@[3] = { 0.25, 0.5, 0.25 };
// body
double x@[5] = { A, 1, B, 2, C };
convolve@(x@, 5, blur@, 3, FEATURES);

// idiom: pooling with stride
// outs: 3
// far
int pool@(const double *x, int n, int width, int stride, double *y)
{
	int m = 0;
	for (int start = 0; start + width <= n; start += stride) {
		double most = x[start];
		for (int k = start + 1; k < start + width; k++)
			most = fmax(most, x[k]);
		y[m++] = most;
	}
	return m;
}
// body
double x@[6] = { A, 0, B, 0.5, C, D };
pool@(x@, 6, 2, 2, FEATURES);

// idiom: decision tree in arrays
// near
static const int feature@[5] = { 0, 1, -1, -1, -1 }, left@[5] = { 1, 3, 0, 0, 0 }, right@[5] = { 2, 4, 0, 0, 0 };
static const double limit@[5] = { 1, 0.5, 0, 0, 0 }, leaf@[5] = { 0, 0, 7, 8, 9 };

static double tree@(const double *x)
{
	int node = 0;
	while (DECIDE(feature@[node] >= 0))
		node = DECIDE(x[feature@[node]] < limit@[node]) ? left@[node] : right@[node];
	return leaf@[node];
}
// kinds: any
// body
double x@[3] = { A, B, C };
OUT0 = tree@(x@);
OUT1 = x@[2];

// idiom: fixed point with saturation
// near
static int16_t saturate@(int32_t x)
{
	return (int16_t)(DECIDE(x > 32767) ? 32767 : DECIDE(x < -32768) ? -32768 : x);
}

static int16_t multiply_q@(int16_t x, int16_t y)
{
	return saturate@((int32_t)x * y >> 8);
}
// body
int16_t x@ = (int16_t)(I * 256), y@ = (int16_t)(J * 64), state@[2] = { x@, y@ };
OUT0 = multiply_q@(state@[0], 300) / 256.0;
OUT1 = saturate@(state@[1] + 100) / 64.0;
OUT2 = multiply_q@(state@[0], state@[1]);
OUT3 = A;

// idiom: checksum folded over a buffer of two streams
// kinds: any
// far
uint16_t fletcher@(const uint8_t *p, size_t n)
{
	unsigned a = 0, b = 0;
	while (n--) {
		a = (a + *p++) % 255;
		b = (b + a) % 255;
	}
	return (uint16_t)(b << 8 | a);
}
// body
uint8_t frame@[6] = { 1, (uint8_t)I, 2, (uint8_t)J, 5, 6 };
OUT0 = fletcher@(frame@, 3);
OUT1 = fletcher@(frame@ + 3, 3);
OUT2 = fletcher@(frame@ + 4, 2) + A;

// idiom: crc by table made at start
// kinds: any
// near
static uint8_t crc_table@[16];

static void crc_init@(void)
{
	for (unsigned k = 0; k < 16; k++) {
		unsigned c = k;
		for (int b = 0; b < 4; b++)
			c = c & 1 ? c >> 1 ^ 0x9 : c >> 1;
		crc_table@[k] = (uint8_t)c;
	}
}

static unsigned crc@(const uint8_t *p, int n)
{
	unsigned c = 15;
	for (int k = 0; k < n; k++) {
		c = crc_table@[INDEX((c ^ p[k]) & 15)] ^ c >> 4;
		c = crc_table@[INDEX((c ^ p[k] >> 4) & 15)] ^ c >> 4;
	}
	return c;
}
// body
uint8_t one@[2] = { (uint8_t)I, 7 }, two@[2] = { 3, (uint8_t)(J * 17) };
if (!crc_table@[1])
	crc_init@();
OUT0 = crc@(one@, 2);
OUT1 = crc@(two@, 2);
OUT2 = crc@(one@ + 1, 1) + B;

// idiom: table interpolated linearly
// near
static const double xs@[4] = { -2, 0, 3, 8 }, ys@[4] = { 1, 2, 5, 4 };

static double interpolate@(const double *x, const double *y, int n, double at)
{
	int k = 1;
	while (k < n - 1 && DECIDE(at > x[k]))
		k++;
	double t = (at - x[INDEX(k - 1)]) / (x[INDEX(k)] - x[INDEX(k - 1)]);
	return y[INDEX(k - 1)] + t * (y[INDEX(k)] - y[INDEX(k - 1)]);
}
// kinds: any
// body
double mine@[3] = { 0, B, 9 };
OUT0 = interpolate@(xs@, ys@, 4, A);
OUT1 = interpolate@(xs@, mine@, 3, C);
OUT2 = mine@[2] + D;

// idiom: calibration by segments in a struct table
// types
struct segment@ {
	double to, gain, offset;
};
struct calibration@ {
	const struct segment@ *segments;
	int n;
	double bias;
};
// far
double calibrate@(const struct calibration@ *c, double x)
{
	const struct segment@ *s = c->segments;
	for (int k = 0; k + 1 < c->n && DECIDE(x > s->to); k++)
		s++;
	return s->gain * x + s->offset + c->bias;
}
// near
static const struct segment@ cold@[3] = { { 0, 1, 0 }, { 5, 2, 1 }, { 9, 3, 2 } }, hot@[2] = { { 1, 1, 4 }, { 4, 0.5, 2 } };
// body
struct calibration@ c@ = { cold@, 3, B }, h@ = { hot@, 2, 0 };
OUT0 = calibrate@(&c@, A);
OUT1 = calibrate@(&h@, C);
OUT2 = h@.bias + D;

// idiom: outliers clipped by bounds of the channel
// types
struct bounds@ {
	double low, high;
	int clipped;
};
// far
double clip@(struct bounds@ *b, double x)
{
	if (DECIDE(x < b->low)) {
		b->clipped++;
		return b->low;
	}
	if (DECIDE(x > b->high)) {
		b->clipped++;
		return b->high;
	}
	return x;
}
// near
static struct bounds@ bounds@[3] = { { -1, 1, 0 }, { 0, 4, 0 }, { -2, 2, 0 } };
// body
double in@[3] = { A, B, C }, out@[3];
for (int k = 0; k < 3; k++)
	out@[k] = clip@(&bounds@[k], in@[k]);
OUT0 = out@[0];
OUT1 = out@[2];
OUT2 = bounds@[1].clipped;

// idiom: missing values replaced by the last or the mean
// near
static double last@[3];
static unsigned char missing@[3];

static void mask@(const double *v)
{
	for (int k = 0; k < 3; k++)
		missing@[k] = DECIDE(v[k] < -1) ? 1 : 0;
}

static void impute@(double *v)
{
	for (int k = 0; k < 3; k++)
		if (DECIDE(missing@[k]))
			v[k] = last@[k];
		else
			last@[k] = v[k];
}
// body
double v@[3] = { A, B, C };
mask@(v@);
impute@(v@);
OUT0 = v@[0];
OUT1 = missing@[1];
OUT2 = v@[2] * 2;
OUT3 = last@[1];

// idiom: mean of those that are there
// near
static double mean_of@(const double *v, const uint8_t *have, int n, double otherwise)
{
	double sum = 0;
	int count = 0;
	for (int k = 0; k < n; k++) {
		if (DECIDE(!(have[k / 8] >> k % 8 & 1)))
			continue;
		sum += v[k];
		count++;
	}
	return DECIDE(count) ? sum / count : otherwise;
}
// body
double v@[3] = { A, B, 2 }, w@[2] = { C, 1 };
uint8_t have@ = (uint8_t)I, all@ = 3;
OUT0 = mean_of@(v@, &have@, 3, -1);
OUT1 = mean_of@(w@, &all@, 2, D);

// idiom: crosses of all pairs
// outs: 6
// body
double *v@ = FEATURES, x@[3] = { A, B, C };
int n@ = 0;
for (int p = 0; p < 3; p++)
	for (int q = p; q < 3; q++)
		v@[n@++] = x@[p] * x@[q];

// idiom: polynomial of each with one running index
// outs: 7
// far
int powers@(double *to, int n, double x, int degree)
{
	double power = 1;
	for (int d = 0; d < degree; d++)
		to[n++] = power *= x;
	return n;
}
// body
int n@ = 0;
double *v@ = FEATURES;
n@ = powers@(v@, n@, A, 2);
n@ = powers@(v@, n@, B, 3);
v@[n@++] = 1;
v@[n@] = C;

// idiom: stereo taken apart and mixed
// types
struct frame@ {
	double left, right;
};
// far
void deinterleave@(const double *in, int frames, double *left, double *right)
{
	for (; frames--; in += 2) {
		*left++ = in[0];
		*right++ = in[1];
	}
}
// body
double in@[4] = { A, B, C, D }, left@[2], right@[2];
deinterleave@(in@, 2, left@, right@);
OUT0 = left@[0] - left@[1];
OUT1 = right@[1];
struct frame@ mixed@[2];
for (int k = 0; k < 2; k++)
	mixed@[k] = (struct frame@){ left@[k] / 2, right@[k] / 2 };
const double *flat@ = &mixed@[0].left;
OUT2 = flat@[1] + 1;
OUT3 = mixed@[1].left;

// idiom: transpose in place and out of place
// near
static void transpose@(double m[3][3])
{
	for (int r = 0; r < 3; r++)
		for (int c = r + 1; c < 3; c++) {
			double t = m[r][c];
			m[r][c] = m[c][r];
			m[c][r] = t;
		}
}
// body
double m@[3][3] = { { 1, A, 2 }, { 3, 4, B }, { C, 5, 6 } }, t@[9];
transpose@(m@);
OUT0 = m@[1][0];
OUT1 = m@[0][2];
for (int k = 0; k < 9; k++)
	t@[k % 3 * 3 + k / 3] = m@[k / 3][k % 3];
OUT2 = t@[5];
OUT3 = t@[1];

// idiom: ping-pong between stages from a table
// types
typedef void (*stage@)(const double *in, double *out, int n);
// near
static void difference@(const double *in, double *out, int n)
{
	out[0] = in[0];
	for (int k = 1; k < n; k++)
		out[k] = in[k] - in[k - 1];
}

static void square@(const double *in, double *out, int n)
{
	for (int k = 0; k < n; k++)
		out[k] = in[k] * in[k];
}

static void reverse@(const double *in, double *out, int n)
{
	for (int k = 0; k < n; k++)
		out[k] = in[n - 1 - k];
}

static const stage@ stages@[] = { difference@, square@, reverse@ };
// body
double buffers@[2][3] = { { A, B, C } };
int from@ = 0;
for (size_t k = 0; k < sizeof stages@ / sizeof *stages@; k++) {
	stages@[k](buffers@[from@], buffers@[!from@], 3);
	from@ ^= 1;
}
OUT0 = buffers@[from@][0];
OUT1 = buffers@[from@][1];
OUT2 = buffers@[from@][2];

// idiom: ping-pong by swapped pointers
// near
static void lift@(const double *in, double *out, int n, double by)
{
	for (int k = 0; k < n; k++)
		out[k] = in[k] + by * in[(k + 1) % n];
}
// body
double x@[3] = { A, 1, 2 }, y@[3], *in@ = x@, *out@ = y@;
const double by@[2] = { 0, B };
for (int k = 0; k < 2; k++) {
	lift@(in@, out@, 3, k + 1);
	double *t = in@;
	in@ = out@;
	out@ = t;
}
OUT0 = in@[0];
OUT1 = in@[1];
OUT2 = out@[2];
OUT3 = by@[1] + C;

// idiom: window with overlap
// once
// types
struct window@ {
	double samples[6];
	int fill;
};
// far
double window_push@(struct window@ *w, const double *in, int n)
{
	double sum = 0;
	memcpy(w->samples + w->fill, in, (size_t)n * sizeof *in);
	w->fill += n;
	if (w->fill < 6)
		return -1;
	for (int k = 0; k < 6; k++)
		sum += w->samples[k] * (k + 1);
	memmove(w->samples, w->samples + 4, 2 * sizeof *w->samples);
	w->fill = 2;
	return sum;
}
// near
static struct window@ one@, two@;
// body
double in@[2] = { A, 1 }, other@[2] = { B, C };
OUT0 = window_push@(&one@, in@, 2);
OUT1 = window_push@(&two@, other@, 2);
OUT2 = one@.fill + D;

// idiom: totals given out every third call
// types
struct flush@ {
	double total, most;
	int calls;
};
// near
static struct flush@ flushes@[2];
static double given_total@[2], given_most@[2];

static void flush_add@(int channel, double x)
{
	struct flush@ *f = &flushes@[channel];
	f->total += x;
	f->most = fmax(f->most, x);
	if (++f->calls % 3 == 0) {
		given_total@[channel] = f->total;
		given_most@[channel] = f->most;
		f->total = f->most = 0;
	}
}
// body
flush_add@(0, A);
flush_add@(1, B);
OUT0 = given_total@[0];
OUT1 = given_most@[1];
OUT2 = flushes@[0].calls + C;

// idiom: append functions with a cursor in a struct
// types
struct builder@ {
	double *v;
	int n, most;
};
// far
void add@(struct builder@ *b, double x)
{
	if (b->n < b->most)
		b->v[b->n++] = x;
}

void add_all@(struct builder@ *b, const double *x, int n)
{
	for (int k = 0; k < n; k++)
		add@(b, x[k]);
}

void add_square@(struct builder@ *b, double x)
{
	add@(b, x);
	add@(b, x * x);
}
// outs: 6
// body
struct builder@ b@ = { FEATURES, 0, 6 };
double pair@[2] = { B, C };
add_square@(&b@, A);
add_all@(&b@, pair@, 2);
add_square@(&b@, D);

// idiom: builders for two vectors at once
// types
struct builder@ {
	double v[4];
	int n;
};
// far
void put@(struct builder@ *b, double x)
{
	b->v[b->n++] = x;
}

void group_one@(struct builder@ *b, double x, double y)
{
	put@(b, x);
	put@(b, y);
}

void group_two@(struct builder@ *b, double x)
{
	put@(b, x + 1);
}
// body
struct builder@ p@ = { .n = 0 }, q@ = { .n = 0 };
group_one@(&p@, A, B);
group_two@(&q@, C);
group_two@(&p@, D);
group_one@(&q@, B, A);
OUT0 = p@.v[0];
OUT1 = p@.v[2];
OUT2 = q@.v[0];
OUT3 = q@.v[2];

// idiom: groups as slices of one vector
// types
struct slice@ {
	double *data;
	size_t size;
};
// near
static struct slice@ cut@(struct slice@ *rest, size_t n)
{
	struct slice@ head = { rest->data, n };
	rest->data += n;
	rest->size -= n;
	return head;
}

static void fill_ramp@(struct slice@ s, double x)
{
	for (size_t k = 0; k < s.size; k++)
		s.data[k] = x * (double)(k + 1);
}
// outs: 6
// body
struct slice@ rest@ = { FEATURES, 6 };
struct slice@ one@ = cut@(&rest@, 2), two@ = cut@(&rest@, 3);
fill_ramp@(two@, A);
fill_ramp@(one@, B);
fill_ramp@(rest@, C);

// idiom: table of functions whose offsets are summed
// types
struct group@ {
	int size;
	void (*write)(double *, const double *);
};
// near
static void pair@(double *to, const double *x)
{
	to[0] = x[0];
	to[1] = x[1];
}

static void one@(double *to, const double *x)
{
	to[0] = x[2] * 2;
}

static const struct group@ groups@[] = { { 2, pair@ }, { 1, one@ }, { 2, pair@ } };
// outs: 5
// body
double x@[3] = { A, B, C }, *to@ = FEATURES;
for (int k = 0; k < 3; k++) {
	groups@[k].write(to@, x@);
	to@ += groups@[k].size;
}

// idiom: bank of filters with an unknown channel
// types
struct stage@ {
	double gain, memory;
};
struct channel@ {
	struct stage@ stages[2];
	double level;
};
// far
double channel_step@(struct channel@ *c, double x)
{
	for (int k = 0; k < 2; k++) {
		double y = c->stages[k].gain * x + c->stages[k].memory;
		c->stages[k].memory = x / 2;
		x = y;
	}
	c->level = c->level * 0.5 + x;
	return x;
}
// near
static struct channel@ bank@[3] = { { { { 1, 0 }, { 2, 0 } }, 0 }, { { { 3, 0 }, { 1, 0 } }, 0 }, { { { 1, 0 }, { 1, 0 } }, 0 } };
static struct channel@ fixed@ = { { { 2, 0 }, { 1, 0 } }, 0 };
// body
OUT0 = channel_step@(&bank@[INDEX((unsigned)I % 3)], A);
OUT1 = bank@[1].level;
OUT2 = bank@[2].stages[0].memory;
OUT3 = channel_step@(&fixed@, B);

// idiom: fields read through a table of offsets
// types
struct sample@ {
	double level, rate;
	int count;
	double peak;
};
struct column@ {
	size_t at;
	double scale;
};
// near
static const struct column@ columns@[3] = {
	{ offsetof(struct sample@, rate), 2 }, { offsetof(struct sample@, peak), 0.5 }, { offsetof(struct sample@, level), 1 } };
// outs: 3
// body
struct sample@ s@ = { A, B, I, C };
for (int k = 0; k < 3; k++)
	FEATURES[k] = *(const double *)((const char *)&s@ + columns@[k].at) * columns@[k].scale;

// idiom: record of features copied flat
// types
struct features@ {
	double mean, peak;
	double bands[2];
};
// outs: 4
// far
void bands_fill@(struct features@ *f, double x)
{
	for (int k = 0; k < 2; k++)
		f->bands[k] = x + k;
}
// body
struct features@ f@ = { .peak = A };
bands_fill@(&f@, B);
f@.mean = C;
memcpy(FEATURES, &f@, sizeof f@);

// idiom: samples of bytes to numbers
// near
static void decode@(const uint8_t *from, double *to, int n)
{
	for (int k = 0; k < n; k++) {
		int16_t sample = (int16_t)(from[2 * k] | from[2 * k + 1] << 8);
		to[k] = sample / 32768.0;
	}
}
// body
uint8_t bytes@[6] = { (uint8_t)I, 1, 0, (uint8_t)J, 7, 9 };
double v@[3];
decode@(bytes@, v@, 3);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = v@[2] + A;

// idiom: samples behind a cast
int16_t pcm@[4] = { (int16_t)(I * 9), 2, (int16_t)J, 4 };
const uint8_t *raw@ = (const uint8_t *)pcm@;
int16_t one@;
memcpy(&one@, raw@ + 2 * sizeof one@, sizeof one@);
OUT0 = one@;
OUT1 = ((const int16_t *)raw@)[0] * 3;
OUT2 = ((const int16_t *)(raw@ + 6))[0] + A;

// idiom: events in a ring handled by kind
// types
enum kind@ { CLICK@, VIEW@ };
struct event@ {
	enum kind@ kind;
	union {
		struct { double x, y; } click;
		struct { double seconds; } view;
	} as;
};
struct queue@ {
	struct event@ items[4];
	unsigned head, tail;
};
// far
void queue_put@(struct queue@ *q, struct event@ e)
{
	q->items[q->tail++ % 4] = e;
}

int queue_take@(struct queue@ *q, struct event@ *e)
{
	if (q->head == q->tail)
		return 0;
	*e = q->items[q->head++ % 4];
	return 1;
}
// body
struct queue@ q@ = { .head = 0, .tail = 0 };
queue_put@(&q@, (struct event@){ CLICK@, { .click = { A, B } } });
queue_put@(&q@, (struct event@){ VIEW@, { .view = { C } } });
double clicks@ = 0, seconds@ = 0;
struct event@ e@;
while (queue_take@(&q@, &e@))
	switch (e@.kind) {
	case CLICK@: clicks@ += e@.as.click.x; break;
	case VIEW@: seconds@ += e@.as.view.seconds; break;
	}
OUT0 = clicks@;
OUT1 = seconds@;
OUT2 = D;

// idiom: moving sum that drops what leaves
// types
struct moving@ {
	double ring[3], sum;
	int at;
};
// far
double moving_step@(struct moving@ *m, double x)
{
	m->sum -= m->ring[m->at];
	m->ring[m->at] = x;
	m->sum += x;
	if (++m->at == 3)
		m->at = 0;
	return m->sum / 3;
}
// near
static struct moving@ moving@[2][2];
// body
OUT0 = moving_step@(&moving@[0][1], A);
OUT1 = moving_step@(&moving@[1][0], B);
OUT2 = moving_step@(moving@[1] + 1, C);
OUT3 = moving@[0][0].sum + D;

// idiom: smallest of a heap
// kinds: any
// types
struct heap@ {
	double v[4];
	int n;
};
// far
void heap_push@(struct heap@ *h, double x)
{
	int k = h->n++;
	while (k > 0 && DECIDE(h->v[(k - 1) / 2] > x)) {
		h->v[k] = h->v[(k - 1) / 2];
		k = (k - 1) / 2;
	}
	h->v[INDEX(k)] = x;
}
// body
struct heap@ p@ = { .n = 0 }, q@ = { .n = 0 };
heap_push@(&p@, A);
heap_push@(&q@, B);
heap_push@(&p@, C);
OUT0 = p@.v[0];
OUT1 = q@.v[0];
OUT2 = p@.n + D;

// idiom: counts in a sketch
// kinds: any
// near
static unsigned sketch@[2][4];

static unsigned sketch_add@(unsigned key)
{
	unsigned least = ~0u;
	for (unsigned r = 0; r < 2; r++) {
		unsigned *cell = &sketch@[r][INDEX((key * (2 * r + 3) + r) % 4)];
		++*cell;
		least = DECIDE(*cell < least) ? *cell : least;
	}
	return least;
}
// body
OUT0 = sketch_add@((unsigned)I);
OUT1 = sketch@[0][2];
OUT2 = A;

// idiom: bands that a map gives for each bin
// near
static const unsigned char band_of@[6] = { 0, 0, 1, 1, 1, 2 };
// outs: 3
// body
double bins@[6] = { A, 1, B, 2, C, D }, *v@ = FEATURES;
for (int b = 0; b < 3; b++)
	v@[b] = 0;
for (int k = 0; k < 6; k++)
	v@[band_of@[k]] += bins@[k] * bins@[k];

// idiom: goertzel for two tones
// types
struct tone@ {
	double c, s1, s2;
};
// far
double tone_power@(struct tone@ *t, const double *x, int n)
{
	t->s1 = t->s2 = 0;
	for (int k = 0; k < n; k++) {
		double s = x[k] + t->c * t->s1 - t->s2;
		t->s2 = t->s1;
		t->s1 = s;
	}
	return t->s1 * t->s1 + t->s2 * t->s2 - t->c * t->s1 * t->s2;
}
// body
struct tone@ p@ = { 0.5, 9, 9 }, q@ = { D, 8, 8 };
double x@[3] = { A, 1, B }, y@[3] = { 1, 2, C };
OUT0 = tone_power@(&p@, x@, 3);
OUT1 = tone_power@(&q@, y@, 3);
OUT2 = tone_power@(&p@, y@, 2);
OUT3 = p@.c;

// idiom: zero crossings and runs
double v@[5] = { A, B, 1, C, 2 };
int crossings@ = 0, run@ = 1, longest@ = 1;
for (int k = 1; k < 5; k++) {
	if (DECIDE((v@[k] < 0) != (v@[k - 1] < 0))) {
		crossings@++;
		run@ = 1;
	} else if (DECIDE(++run@ > longest@)) {
		longest@ = run@;
	}
}
OUT0 = crossings@;
OUT1 = longest@;
OUT2 = D;

// idiom: largest of a window by a queue of places
// kinds: any
// types
struct deque@ {
	double value[8];
	int at[8], head, tail;
};
// far
double deque_step@(struct deque@ *d, double x, int now)
{
	while (DECIDE(d->tail > d->head) && DECIDE(d->value[(d->tail - 1) & 7] <= x))
		d->tail--;
	d->value[INDEX(d->tail & 7)] = x;
	d->at[INDEX(d->tail & 7)] = now;
	d->tail++;
	while (DECIDE(d->at[INDEX(d->head & 7)] <= now - 3))
		d->head++;
	return d->value[INDEX(d->head & 7)];
}
// near
static struct deque@ left@, right@;
static int now@;
// body
OUT0 = deque_step@(&left@, A, now@);
OUT1 = deque_step@(&right@, B, now@);
now@++;
OUT2 = C;

// idiom: decayed counters for each key
// types
struct decayed@ {
	double value, time;
};
// far
double decayed_add@(struct decayed@ *d, double time, double x)
{
	d->value = d->value * exp((d->time - time) / 8) + x;
	d->time = time;
	return d->value;
}
// near
static struct decayed@ by_key@[4], all@;
// body
double time@ = fabs(A);
OUT0 = decayed_add@(&by_key@[INDEX(I & 3)], time@, 1);
OUT1 = decayed_add@(&all@, time@, B);
OUT2 = by_key@[0].time;
OUT3 = C;

// idiom: last value before a time
// kinds: any
// types
struct quote@ {
	double time, price;
};
// far
const struct quote@ *as_of@(const struct quote@ *q, int n, double time)
{
	const struct quote@ *found = NULL;
	for (int k = 0; k < n; k++) {
		if (DECIDE(q[k].time > time))
			break;
		found = q + k;
	}
	return found;
}
// body
struct quote@ quotes@[3] = { { -1, A }, { 0, B }, { 2, 5 } };
const struct quote@ *q@ = as_of@(quotes@, 3, C), *r@ = as_of@(quotes@, 3, 1);
OUT0 = DECIDE(q@ != NULL) ? q@->price : 0;
OUT1 = q@ ? 1 : 0;
OUT2 = quotes@[0].price;
OUT3 = D;

// idiom: places sorted by key then gathered
// kinds: any
double key@[3] = { A, B, 1.1 }, value@[3] = { C, D, 6 };
int order@[3] = { 0, 1, 2 };
for (int p = 1; p < 3; p++) {
	int t = order@[p], q = p;
	for (; q > 0 && DECIDE(key@[INDEX(order@[q - 1])] > key@[INDEX(t)]); q--)
		order@[q] = order@[q - 1];
	order@[q] = t;
}
OUT0 = value@[INDEX(order@[0])];
OUT1 = order@[2];
OUT2 = value@[1] - 1;

// idiom: hash table of open addresses
// kinds: any
// types
struct bin@ {
	int key;
	double sum;
};
// far
struct bin@ *bin_find@(struct bin@ *bins, int key)
{
	unsigned at = (unsigned)key * 7 & 3;
	for (int k = 0; k < 4; k++, at = (at + 1) & 3)
		if (DECIDE(bins[INDEX(at)].key == key) || DECIDE(bins[INDEX(at)].key == 0)) {
			bins[INDEX(at)].key = key;
			return &bins[INDEX(at)];
		}
	return bins;
}
// near
static struct bin@ one@[4], two@[4];
// body
bin_find@(one@, 1 + (I & 1))->sum += A;
bin_find@(two@, 3)->sum += B;
OUT0 = bin_find@(one@, 1)->sum;
OUT1 = bin_find@(two@, 3)->sum;
OUT2 = C;

// idiom: vector of items of any size
// types
struct any@ {
	unsigned char data[96];
	size_t size, n;
};
struct pair@ {
	double x, y;
};
// far
void any_push@(struct any@ *a, const void *item)
{
	memcpy(a->data + a->n++ * a->size, item, a->size);
}

const void *any_at@(const struct any@ *a, size_t k)
{
	return a->data + k * a->size;
}
// body
struct any@ pairs@ = { .size = sizeof(struct pair@) }, whole@ = { .size = sizeof(int) };
struct pair@ p@ = { A, B };
int n@ = I;
any_push@(&pairs@, &p@);
p@.x = C;
any_push@(&pairs@, &p@);
any_push@(&whole@, &n@);
struct pair@ got@;
memcpy(&got@, any_at@(&pairs@, 0), sizeof got@);
OUT0 = got@.x;
memcpy(&got@, any_at@(&pairs@, 1), sizeof got@);
OUT1 = got@.x;
OUT2 = got@.y;
memcpy(&n@, any_at@(&whole@, 0), sizeof n@);
OUT3 = n@;

// idiom: swapped byte by byte
// far
void swap_bytes@(void *p, void *q, size_t n)
{
	unsigned char *a = p, *b = q;
	while (n--) {
		unsigned char t = *a;
		*a++ = *b;
		*b++ = t;
	}
}
// types
struct item@ {
	double key, value;
};
// body
struct item@ v@[3] = { { A, B }, { C, D }, { 1, 2 } };
swap_bytes@(&v@[0], &v@[2], sizeof *v@);
OUT0 = v@[2].key;
OUT1 = v@[2].value;
OUT2 = v@[1].key;
OUT3 = v@[0].key + v@[1].value;

// idiom: record copied byte by byte
// types
struct record@ {
	double x;
	int n;
	double y;
};
// far
void copy_bytes@(char *to, const char *from, size_t n)
{
	for (size_t k = 0; k < n; k++)
		to[k] = from[k];
}
// body
struct record@ p@ = { A, I, B }, q@ = { C, 2, D };
copy_bytes@((char *)&q@, (const char *)&p@, offsetof(struct record@, y));
OUT0 = q@.x;
OUT1 = q@.n;
OUT2 = q@.y;

// idiom: column by stride
// far
double column_sum@(const double *p, int n, int stride)
{
	double sum = 0;
	for (; n > 0; n--, p += stride)
		sum += *p;
	return sum;
}
// body
double m@[6] = { A, B, 1, C, 2, D };
OUT0 = column_sum@(m@, 2, 3);
OUT1 = column_sum@(m@ + 1, 2, 3);
OUT2 = column_sum@(m@ + 2, 2, 3);
OUT3 = column_sum@(m@, 3, 2);

// idiom: row pointers into a flat array
double flat@[6], *rows@[3];
for (int r = 0; r < 3; r++)
	rows@[r] = flat@ + 2 * r;
rows@[0][0] = A;
rows@[0][1] = B;
rows@[1][0] = C;
rows@[1][1] = 1;
rows@[2][0] = rows@[2][1] = 2;
double *t@ = rows@[0];
rows@[0] = rows@[2];
rows@[2] = t@;
OUT0 = rows@[2][0];
OUT1 = rows@[2][1];
OUT2 = rows@[1][0];
OUT3 = rows@[0][0] + flat@[1];

// idiom: delay by structs moved up
// types
struct tap@ {
	double x;
	int quality;
};
// near
static struct tap@ taps@[3];
// body
taps@[2] = taps@[1];
taps@[1] = taps@[0];
taps@[0] = (struct tap@){ A, I };
OUT0 = taps@[0].x;
OUT1 = taps@[2].x;
OUT2 = taps@[1].quality;
OUT3 = taps@[2].quality + B;

// idiom: weights that learn online
// types
struct linear@ {
	double w[2], bias;
};
// far
double linear_learn@(struct linear@ *m, const double *x, double target)
{
	double y = m->bias;
	for (int k = 0; k < 2; k++)
		y += m->w[k] * x[k];
	double error = target - y;
	for (int k = 0; k < 2; k++)
		m->w[k] += error * x[k] / 64;
	m->bias += error / 64;
	return y;
}
// near
static struct linear@ one@ = { { 1, 1 }, 0 }, two@ = { { 0.5, 1 }, 1 };
// body
double x@[2] = { A, B }, z@[2] = { D, 1 };
OUT0 = linear_learn@(&one@, x@, C);
OUT1 = one@.w[1];
OUT2 = linear_learn@(&two@, z@, 3);

// idiom: kalman step on structs by value
// types
struct estimate@ {
	double x, p;
};
// far
struct estimate@ predict@(struct estimate@ e, double q)
{
	e.p += q;
	return e;
}

struct estimate@ correct@(struct estimate@ e, double z, double r)
{
	double k = e.p / (e.p + r);
	return (struct estimate@){ e.x + k * (z - e.x), (1 - k) * e.p };
}
// near
static struct estimate@ estimates@[2] = { { 0, 1 }, { 0, 1 } };
// body
estimates@[0] = correct@(predict@(estimates@[0], 0.1), A, 1);
estimates@[1] = correct@(predict@(estimates@[1], fabs(B)), C, 2);
OUT0 = estimates@[0].x;
OUT1 = estimates@[1].p;
OUT2 = estimates@[1].x;
OUT3 = estimates@[0].p + D;

// idiom: named members and a vector in one union
// types
union vec@ {
	struct { double x, y, z; };
	double v[3];
};
// far
double vec_dot@(const union vec@ *p, const union vec@ *q)
{
	double sum = 0;
	for (int k = 0; k < 3; k++)
		sum += p->v[k] * q->v[k];
	return sum;
}
// body
union vec@ p@ = { .v = { A, 1, 2 } }, q@ = { .x = 1, .y = B };
q@.v[2] = C;
OUT0 = vec_dot@(&p@, &p@);
OUT1 = q@.z;
OUT2 = vec_dot@(&q@, &q@);
OUT3 = p@.x + D;

// idiom: state of a channel found by a function
// types
struct state@ {
	double level;
	int seen;
};
// near
static struct state@ states@[4];

static struct state@ *state_of@(int channel)
{
	return channel >= 0 && channel < 4 ? &states@[channel] : NULL;
}

static double update@(int channel, double x)
{
	struct state@ *s = state_of@(channel);
	if (!s)
		return -1;
	s->level += (x - s->level) / ++s->seen;
	return s->level;
}
// body
OUT0 = update@(0, A);
OUT1 = update@(3, B);
OUT2 = update@(4, C);
OUT3 = state_of@(0)->seen + D;

// idiom: sums of a list that ends with a mark
// near
static double sum_to_end@(const double *p)
{
	double sum = 0;
	while (DECIDE(*p > -1e8))
		sum += *p++;
	return sum;
}
// body
double v@[4] = { A, B, C, -1e9 }, w@[2] = { D, -1e9 };
OUT0 = sum_to_end@(v@);
OUT1 = sum_to_end@(w@);
OUT2 = v@[2];

// idiom: history seen from the present
// near
static double history@[6];
static int at@ = 2;
// once
// body
double *now@ = history@ + 2;
memmove(history@, history@ + 1, 2 * sizeof *history@);
*now@ = A;
now@[1] = B;
OUT0 = now@[0] - now@[-1];
OUT1 = now@[-2];
OUT2 = now@[1];
OUT3 = *(now@ + at@) + C;

// idiom: resampled by a phase
// types
struct resampler@ {
	double phase, last;
};
// far
int resample@(struct resampler@ *r, double x, double *out, int most)
{
	int n = 0;
	while (DECIDE(r->phase < 1) && DECIDE(n < most)) {
		out[INDEX(n)] = r->last + r->phase * (x - r->last);
		n++;
		r->phase += 0.75;
	}
	r->phase -= 1;
	r->last = x;
	return n;
}
// kinds: any
// near
static struct resampler@ resampler@, second@;
// body
double out@[2] = { 0, 0 }, other@[2] = { 0, 0 };
OUT0 = resample@(&resampler@, A, out@, 2);
OUT1 = out@[0];
OUT2 = out@[1];
resample@(&second@, B, other@, 2);
OUT3 = other@[0];

// idiom: reset of one state in an array by memset
// types
struct state@ {
	double sums[2];
	int n;
};
// far
void state_reset@(struct state@ *s)
{
	memset(s->sums, 0, sizeof s->sums);
	s->n = 0;
}

void state_add@(struct state@ *s, double x, double y)
{
	s->sums[0] += x;
	s->sums[1] += y;
	s->n++;
}
// near
static struct state@ states@[2];
// body
if (DECIDE(D > 2))
	state_reset@(&states@[1]);
state_add@(&states@[0], A, B);
state_add@(&states@[1], C, 1);
OUT0 = states@[0].sums[0];
OUT1 = states@[1].sums[0];
OUT2 = states@[1].n;
OUT3 = states@[0].n + states@[0].sums[1];

// idiom: grid of named features copied flat
// types
enum group@ { SPEED@, HEADING@, GROUPS@ };
enum item@ { MEAN@, SPREAD@, ITEMS@ };
// outs: 4
// body
double grid@[GROUPS@][ITEMS@];
grid@[HEADING@][MEAN@] = A;
grid@[HEADING@][SPREAD@] = B;
for (int k = 0; k < ITEMS@; k++)
	grid@[SPEED@][k] = k == MEAN@ ? C : D;
memcpy(FEATURES, grid@, sizeof grid@);

// idiom: factory of filters with their own step
// types
struct filter@ {
	double (*step)(struct filter@ *, double);
	double a, memory;
};
// near
static double smooth@(struct filter@ *f, double x)
{
	return f->memory += f->a * (x - f->memory);
}

static double delay@(struct filter@ *f, double x)
{
	double y = f->memory;
	f->memory = x;
	return y * f->a;
}

static struct filter@ filter_make@(int kind, double a)
{
	struct filter@ f = { kind ? delay@ : smooth@, a, 0 };
	return f;
}
// once
// near
static struct filter@ chain@[2], single@;
static int made@;
// body
if (!made@) {
	chain@[0] = filter_make@(0, 0.5);
	chain@[1] = filter_make@(1, 2);
	single@ = filter_make@(0, 0.25);
	made@ = 1;
}
double x@ = A;
for (int k = 0; k < 2; k++)
	x@ = chain@[k].step(&chain@[k], x@);
OUT0 = x@;
OUT1 = single@.step(&single@, B);
OUT2 = C;

// idiom: switch with a cursor that falls through
// outs: 4
// far
double *put_some@(double *to, int what, double x, double y)
{
	switch (what) {
	case 2:
		*to++ = x;
		/* fall through */
	case 1:
		*to++ = y;
		break;
	default:
		*to++ = -1;
	}
	return to;
}
// body
double *to@ = FEATURES;
to@ = put_some@(to@, 2, A, B);
to@ = put_some@(to@, 1, C, D);
to@ = put_some@(to@, 0, C, D);

// idiom: long array replaced where a mask allows
double v@[80];
sense_block(BLOCK, v@, 80);
for (int k = 0; k < 80; k++)
	if (DECIDE(v@[k] > 0))
		v@[k] = A;
OUT0 = v@[33];
OUT1 = B;

// idiom: every second of a long array replaced
double v@[120];
sense_block(BLOCK, v@, 120);
for (int k = 0; k < 120; k += 2)
	v@[k] = A + k;
OUT0 = v@[60];
OUT1 = v@[61];

// idiom: upper half replaced downwards
double v@[120];
sense_block(BLOCK, v@, 120);
for (int k = 119; k >= 60; --k)
	v@[k] = A * k;
OUT0 = v@[59];
OUT1 = v@[60];
OUT2 = v@[119];

// idiom: triangle of a large grid replaced
double m@[20][20], t@[400];
sense_block(BLOCK, t@, 400);
memcpy(m@, t@, sizeof m@);
for (int r = 0; r < 20; r++)
	for (int c = r; c < 20; c++)
		m@[r][c] = A;
OUT0 = m@[5][9];
OUT1 = m@[9][5];
OUT2 = m@[19][19] + B;

// idiom: filled until a value ends it
double in@[40], v@[40];
sense_block(BLOCK, in@, 40);
for (int k = 0; k < 40; k++)
	v@[k] = B;
for (int k = 0; k < 40; k++) {
	if (DECIDE(in@[k] > 1))
		break;
	v@[k] = A;
}
OUT0 = v@[0];
OUT1 = v@[3];
OUT2 = C;

// idiom: fill level of an earlier round
// near
static double level@[64];
static int filled@;
// body
if (filled@ < 60)
	for (int k = 0; k < 10; k++)
		level@[filled@++] = A;
OUT0 = level@[5];
OUT1 = level@[25];
OUT2 = B;

// idiom: long copy with an offset
double from@[50], to@[100];
sense_block(BLOCK, from@, 50);
for (int k = 0; k < 100; k++)
	to@[k] = A;
for (int k = 0; k < 50; k++)
	to@[k + 10] = from@[k];
OUT0 = to@[9];
OUT1 = to@[10];
OUT2 = to@[59];
OUT3 = to@[60];

// idiom: long interleaved copy
double l@[40], r@[40], both@[80];
sense_block(BLOCK, l@, 40);
sense_block(BLOCK2, r@, 40);
for (int k = 0; k < 40; k++) {
	both@[2 * k] = l@[k];
	both@[2 * k + 1] = r@[k];
}
OUT0 = both@[30];
OUT1 = both@[31];
double sum@ = 0;
for (const double *p = both@ + 1; p < both@ + 80; p += 2)
	sum@ += *p;
OUT2 = sum@;
OUT3 = A;

// idiom: long prefix sums in place
double v@[60];
sense_block(BLOCK, v@, 60);
v@[30] = A;
for (int k = 1; k < 60; k++)
	v@[k] += v@[k - 1];
OUT0 = v@[59];
OUT1 = v@[0];
OUT2 = B;

// idiom: decimated by whole division
double in@[64], out@[16] = { 0 };
sense_block(BLOCK, in@, 64);
for (int k = 32; k < 64; k++)
	in@[k] = A;
for (int k = 0; k < 64; k++)
	out@[k / 4] += in@[k];
OUT0 = out@[3];
OUT1 = out@[12];
OUT2 = B;

// idiom: windows that overlap over a long block
// outs: 3
// body
double x@[80];
sense_block(BLOCK, x@, 30);
for (int k = 30; k < 80; k++)
	x@[k] = A / k;
double *to@ = FEATURES;
for (const double *start = x@; start + 40 <= x@ + 80; start += 20) {
	double sum = 0;
	for (int k = 0; k < 40; k++)
		sum += start[k] * (0.5 - 0.25 * k);
	*to@++ = sum;
}

// idiom: products of large matrices
// near
static double a@[12][12], b@[12][12], c@[12][12];
// body
for (int r = 0; r < 12; r++)
	for (int s = 0; s < 12; s++) {
		a@[r][s] = r == 3 ? A : 1;
		b@[r][s] = s == 7 ? B : 2;
	}
for (int r = 0; r < 12; r++)
	for (int s = 0; s < 12; s++) {
		c@[r][s] = 0;
		for (int k = 0; k < 12; k++)
			c@[r][s] += a@[r][k] * b@[k][s];
	}
OUT0 = c@[3][7];
OUT1 = c@[3][6];
OUT2 = c@[2][7];
OUT3 = c@[0][0] + C;

// idiom: spectrum of a long frame in stages
// near
static double re@[32], im@[32];

static void stage@(int half)
{
	for (int start = 0; start < 32; start += 2 * half)
		for (int k = start; k < start + half; k++) {
			double c = cos(3.14159 * (k - start) / half), s = sin(3.14159 * (k - start) / half);
			double tr = re@[k + half] * c - im@[k + half] * s, ti = re@[k + half] * s + im@[k + half] * c;
			re@[k + half] = re@[k] - tr;
			im@[k + half] = im@[k] - ti;
			re@[k] += tr;
			im@[k] += ti;
		}
}
// body
sense_block(BLOCK, re@, 32);
re@[5] = A;
for (int k = 0; k < 32; k++)
	im@[k] = 0;
for (int half = 1; half < 32; half *= 2)
	stage@(half);
OUT0 = re@[4] * re@[4] + im@[4] * im@[4];
OUT1 = im@[9];
OUT2 = B;

// idiom: long ring seen from its head
// near
static double ring@[64];
static unsigned head@;

static double back@(unsigned by)
{
	return ring@[(head@ - 1 - by) & 63];
}
// once
// body
ring@[head@++ & 63] = A;
OUT0 = back@(0);
OUT1 = back@(3);
OUT2 = B;

// idiom: frames on the heap
// types
struct frames@ {
	int rows, columns;
	double *data;
};
// far
struct frames@ *frames_make@(int rows, int columns)
{
	struct frames@ *f = malloc(sizeof *f);
	f->rows = rows;
	f->columns = columns;
	f->data = calloc((size_t)(rows * columns), sizeof *f->data);
	return f;
}

double *frames_row@(struct frames@ *f, int r)
{
	return f->data + r * f->columns;
}

void frames_free@(struct frames@ *f)
{
	free(f->data);
	free(f);
}
// body
struct frames@ *f@ = frames_make@(3, 2), *g@ = frames_make@(2, 3);
frames_row@(f@, 0)[1] = A;
frames_row@(f@, 2)[0] = B;
frames_row@(g@, 1)[2] = C;
OUT0 = frames_row@(f@, 0)[1];
OUT1 = f@->data[4];
OUT2 = frames_row@(g@, 1)[2] + frames_row@(g@, 0)[1];
OUT3 = f@->data[2] + D;
frames_free@(f@);
frames_free@(g@);

// idiom: varints appended and read back
// kinds: any
// types
struct bytes@ {
	uint8_t data[16];
	size_t n;
};
// far
void varint_put@(struct bytes@ *b, uint32_t x)
{
	while (DECIDE(x >= 8)) {
		b->data[b->n++] = (uint8_t)(x & 7) | 8;
		x >>= 3;
	}
	b->data[b->n++] = (uint8_t)x;
}

uint32_t varint_get@(const uint8_t **p)
{
	uint32_t x = 0;
	int shift = 0;
	while (DECIDE(**p & 8)) {
		x |= (uint32_t)(*(*p)++ & 7) << shift;
		shift += 3;
	}
	return x | (uint32_t)*(*p)++ << shift;
}
// body
struct bytes@ one@ = { .n = 0 }, two@ = { .n = 0 };
varint_put@(&one@, (uint32_t)I * 5);
varint_put@(&two@, (uint32_t)J);
const uint8_t *p@ = one@.data, *q@ = two@.data;
OUT0 = varint_get@(&p@);
OUT1 = varint_get@(&q@);
OUT2 = (double)two@.n;
OUT3 = A;

// idiom: distance of two texts
// kinds: any
// near
static int distance@(const char *p, int n, const char *q, int m)
{
	int row[16];
	for (int k = 0; k <= m; k++)
		row[k] = k;
	for (int r = 1; r <= n; r++) {
		int diagonal = row[0];
		row[0] = r;
		for (int c = 1; c <= m; c++) {
			int t = row[c], best = diagonal + (DECIDE(p[r - 1] != q[c - 1]) ? 1 : 0);
			best = DECIDE(row[c] + 1 < best) ? row[c] + 1 : best;
			best = DECIDE(row[c - 1] + 1 < best) ? row[c - 1] + 1 : best;
			row[c] = best;
			diagonal = t;
		}
	}
	return row[m];
}
// body
char text@[24], other@[24];
sense_text(TEXT, text@, sizeof text@);
sense_text(TEXT2, other@, sizeof other@);
OUT0 = distance@(text@, 3, "1,2", 3);
OUT1 = distance@(other@, 3, "12,", 3);
OUT2 = A;

// idiom: time warping of two short rows
double x@[3] = { A, 1, 2 }, y@[3] = { B, 2, 1 }, cost@[4][4];
for (int r = 0; r < 4; r++)
	for (int c = 0; c < 4; c++)
		cost@[r][c] = r || c ? 1e9 : 0;
for (int r = 1; r < 4; r++)
	for (int c = 1; c < 4; c++)
		cost@[r][c] = fabs(x@[r - 1] - y@[c - 1]) + fmin(cost@[r - 1][c - 1], fmin(cost@[r - 1][c], cost@[r][c - 1]));
OUT0 = cost@[3][3];
OUT1 = cost@[0][0] + C;

// idiom: best path through states
// kinds: any
// near
static const double move@[2][2] = { { 0.5, 1 }, { 2, 0.25 } };
// body
double seen@[3][2] = { { A, 1 }, { B, 2 }, { 0.5, C } }, cost@[2];
int from@[3][2] = { { 0 } };
memcpy(cost@, seen@[0], sizeof cost@);
for (int t = 1; t < 3; t++) {
	double next[2];
	for (int s = 0; s < 2; s++) {
		int best = DECIDE(cost@[0] + move@[0][s] <= cost@[1] + move@[1][s]) ? 0 : 1;
		from@[t][s] = best;
		next[s] = cost@[INDEX(best)] + move@[INDEX(best)][s] + seen@[t][s];
	}
	memcpy(cost@, next, sizeof next);
}
OUT0 = cost@[0];
OUT1 = from@[2][1];
OUT2 = from@[1][0];
OUT3 = D;

// idiom: prediction coefficients by recursion
// near
static double levinson@(const double *r, double *a, int order)
{
	double error = r[0];
	double t[4];
	a[0] = 1;
	for (int k = 1; k <= order; k++) {
		double acc = r[k];
		for (int q = 1; q < k; q++)
			acc += a[q] * r[k - q];
		double reflection = -acc / error;
		memcpy(t, a, (size_t)k * sizeof *a);
		for (int q = 1; q < k; q++)
			a[q] = t[q] + reflection * t[k - q];
		a[k] = reflection;
		error *= 1 - reflection * reflection;
	}
	return error;
}
// body
double r@[3] = { 99 + fabs(A), B, C }, a@[3], s@[2] = { 50, D }, b@[2];
OUT0 = levinson@(r@, a@, 2);
OUT1 = a@[1];
OUT2 = levinson@(s@, b@, 1);
OUT3 = b@[1];

// idiom: wavelet in place
// near
static void haar@(double *v, int n)
{
	double t[8];
	for (; n > 1; n /= 2) {
		for (int k = 0; k < n / 2; k++) {
			t[k] = (v[2 * k] + v[2 * k + 1]) / 2;
			t[n / 2 + k] = (v[2 * k] - v[2 * k + 1]) / 2;
		}
		memcpy(v, t, (size_t)n * sizeof *v);
	}
}
// body
double v@[4] = { A, B, C, D };
haar@(v@, 4);
OUT0 = v@[0];
OUT1 = v@[2];
OUT2 = v@[3];

// idiom: gradient of an image and sums of its parts
// near
static double image@[4][5], sums@[5][6];
// body
for (int y = 0; y < 4; y++)
	for (int x = 0; x < 5; x++)
		image@[y][x] = y * x;
image@[1][1] = A;
image@[2][3] = B;
for (int y = 0; y < 4; y++)
	for (int x = 0; x < 5; x++)
		sums@[y + 1][x + 1] = image@[y][x] + sums@[y][x + 1] + sums@[y + 1][x] - sums@[y][x];
OUT0 = image@[1][2] - image@[1][0] + image@[2][1] - image@[0][1];
OUT1 = image@[1][1] + image@[0][1];
OUT2 = sums@[2][2];
OUT3 = sums@[1][5] + C;

// idiom: nearest centre and its update
// kinds: any
// near
static double centres@[2][2] = { { 0, 0 }, { 4, 4 } };
static int members@[2];
// body
double p@[2] = { A, B }, best@ = 1e9;
int at@ = 0;
for (int c = 0; c < 2; c++) {
	double d = 0;
	for (int k = 0; k < 2; k++)
		d += (p@[k] - centres@[c][k]) * (p@[k] - centres@[c][k]);
	if (DECIDE(d < best@)) {
		best@ = d;
		at@ = c;
	}
}
members@[INDEX(at@)]++;
for (int k = 0; k < 2; k++)
	centres@[INDEX(at@)][k] += (p@[k] - centres@[INDEX(at@)][k]) / 8;
OUT0 = at@;
OUT1 = centres@[0][0];
OUT2 = members@[1];
OUT3 = C;

// idiom: layer norm of rows
// near
static const double gain@[2] = { 1, 2 };

static void layer_norm@(double (*rows)[2], int n)
{
	for (int r = 0; r < n; r++) {
		double mean = (rows[r][0] + rows[r][1]) / 2, spread = fabs(rows[r][0] - mean) + 1;
		for (int k = 0; k < 2; k++)
			rows[r][k] = gain@[k] * (rows[r][k] - mean) / spread;
	}
}
// body
double m@[3][2] = { { A, 1 }, { B, C }, { 3, D } };
layer_norm@(m@, 3);
OUT0 = m@[0][1];
OUT1 = m@[1][0];
OUT2 = m@[2][0];

// idiom: gated cell with a state
// types
struct cell@ {
	double wz[2], wh[2], h;
};
// far
double cell_step@(struct cell@ *c, double x)
{
	double z = 1 / (1 + exp(-(c->wz[0] * x + c->wz[1] * c->h) / 8));
	double h = tanh((c->wh[0] * x + c->wh[1] * c->h) / 8);
	return c->h = (1 - z) * c->h + z * h;
}
// near
static struct cell@ cells@[2] = { { { 1, 0.5 }, { 1, 0.25 }, 0 }, { { 0.5, 1 }, { 2, 1 }, 0 } };
// body
OUT0 = cell_step@(cells@, A);
OUT1 = cell_step@(cells@ + 1, B);
OUT2 = cells@[0].h * C;

// idiom: bags of rows by offsets
// near
static const int items@[5] = { 0, 2, 1, 2, 3 }, offsets@[4] = { 0, 2, 3, 5 };
// outs: 3
// body
double rows@[4] = { A, B, C, D };
for (int bag = 0; bag < 3; bag++) {
	double sum = 0;
	for (int k = offsets@[bag]; k < offsets@[bag + 1]; k++)
		sum += rows@[items@[k]];
	FEATURES[bag] = sum / (offsets@[bag + 1] - offsets@[bag]);
}

// idiom: percentile of a histogram
// kinds: any
// near
static int bins@[8], total@;
// body
int bin@ = I / 2;
bins@[INDEX(bin@)]++;
total@++;
int at@ = 0, seen@ = 0;
while (at@ < 7 && DECIDE((seen@ += bins@[at@]) * 2 < total@))
	at@++;
OUT0 = at@;
OUT1 = total@ + A;
OUT2 = bins@[5];

// idiom: day counters that move on with the clock
// kinds: any
// types
struct counter@ {
	double slots[4];
	int now;
};
// far
void counter_move@(struct counter@ *c, int time)
{
	for (int steps = 0; DECIDE(c->now < time) && DECIDE(steps < 4); steps++)
		c->slots[INDEX(++c->now & 3)] = 0;
	if (DECIDE(c->now < time))
		c->now = time;
}

void counter_add@(struct counter@ *c, int time, double x)
{
	counter_move@(c, time);
	c->slots[INDEX(time & 3)] += x;
}
// near
static struct counter@ one@, two@;
static int hours@;
// body
hours@++;
counter_add@(&one@, hours@ + (I & 1), A);
counter_add@(&two@, hours@, B);
OUT0 = one@.slots[0] + one@.slots[1] + one@.slots[2] + one@.slots[3];
OUT1 = two@.slots[0] + two@.slots[1] + two@.slots[2] + two@.slots[3];
OUT2 = two@.now;
OUT3 = C;

// idiom: pairs of words counted
// kinds: any
// near
static unsigned pairs@[3][3], before@;
// body
unsigned word@ = (unsigned)I % 3;
pairs@[INDEX(before@)][INDEX(word@)]++;
before@ = word@;
OUT0 = pairs@[1][2];
OUT1 = before@;
OUT2 = A;

// idiom: place interleaved from two coordinates
// near
static unsigned spread@(unsigned x)
{
	x = (x | x << 4) & 0x0f0fu;
	x = (x | x << 2) & 0x3333u;
	return (x | x << 1) & 0x5555u;
}
// body
unsigned code@ = spread@((unsigned)I) | spread@((unsigned)J) << 1;
OUT0 = code@;
OUT1 = spread@((unsigned)J);
OUT2 = A;

// idiom: codes with a scale for each row
// near
static void quantise@(const double *x, int n, int8_t *codes, float *scale)
{
	double most = 1e-6;
	for (int k = 0; k < n; k++)
		most = fmax(most, fabs(x[k]));
	*scale = (float)(most / 127);
	for (int k = 0; k < n; k++)
		codes[k] = (int8_t)lround(x[k] / *scale);
}
// body
double x@[2][2] = { { A, 3 }, { B, C } };
int8_t codes@[4];
float scales@[2];
for (int r = 0; r < 2; r++)
	quantise@(x@[r], 2, codes@ + 2 * r, &scales@[r]);
OUT0 = codes@[1] * scales@[0];
OUT1 = codes@[2];
OUT2 = scales@[1];
OUT3 = codes@[0] + D;

// idiom: states in a pool chained by numbers
// kinds: any
// types
struct slot@ {
	int key, next;
	double sum;
};
// near
static struct slot@ pool@[12];
static int heads@[2] = { -1, -1 }, used@;

static struct slot@ *slot_of@(int key)
{
	int h = key & 1;
	for (int k = heads@[INDEX(h)]; DECIDE(k >= 0); k = pool@[INDEX(k)].next)
		if (DECIDE(pool@[INDEX(k)].key == key))
			return &pool@[INDEX(k)];
	struct slot@ *s = &pool@[INDEX(used@)];
	*s = (struct slot@){ key, heads@[INDEX(h)], 0 };
	heads@[INDEX(h)] = used@++;
	return s;
}
// body
slot_of@(I & 3)->sum += A;
OUT0 = slot_of@(2)->sum;
OUT1 = used@;
OUT2 = B;

// idiom: sets joined and counted
// near
static int parents@[4];

static int root@(int k)
{
	while (DECIDE(parents@[INDEX(k)] != k))
		k = parents@[INDEX(k)];
	return k;
}
// kinds: any
// body
for (int k = 0; k < 4; k++)
	parents@[k] = k;
if (DECIDE(A > 0))
	parents@[root@(0)] = root@(1);
if (DECIDE(B > 0))
	parents@[INDEX(root@(1))] = root@(2);
OUT0 = DECIDE(root@(0) == root@(2)) ? 1 : 0;
OUT1 = parents@[3] + C;

// idiom: kept at random with a generator
// near
static uint32_t seed@ = 12345;
static double kept@[2];
static int seen@;

static uint32_t next@(void)
{
	return seed@ = seed@ * 1664525u + 1013904223u;
}
// kinds: any
// body
uint32_t at@ = next@() >> 16;
if (seen@ < 2)
	kept@[seen@] = A;
else if (at@ % (uint32_t)(seen@ + 1) < 2)
	kept@[at@ % (uint32_t)(seen@ + 1)] = A;
seen@++;
OUT0 = kept@[0] + kept@[1];
OUT1 = at@ & 255;
OUT2 = B;

// idiom: ring of pointers shifted in a callee
// near
static void shift@(const double **taps, int n, const double *now)
{
	memmove(taps + 1, taps, (size_t)(n - 1) * sizeof *taps);
	taps[0] = now;
}
// body
double x@ = A, y@ = B, z@ = C;
const double *taps@[3] = { &z@, &z@, &z@ };
shift@(taps@, 3, &x@);
shift@(taps@, 2, &y@);
OUT0 = *taps@[0];
OUT1 = *taps@[1];
OUT2 = *taps@[2] + D;

// idiom: pointers put in order by hand in a callee
// kinds: any
// types
struct ad@ {
	double bid, quality;
};
// far
void order@(const struct ad@ **v, int n)
{
	for (int p = 1; p < n; p++) {
		const struct ad@ *t = v[p];
		int q = p;
		for (; q > 0 && DECIDE(v[q - 1]->bid < t->bid); q--)
			v[q] = v[q - 1];
		v[INDEX(q)] = t;
	}
}
// body
struct ad@ one@ = { A, B }, two@ = { C, D }, other@ = { I, 2 };
const struct ad@ *v@[3] = { &one@, &two@, &other@ };
order@(v@, 2);
OUT0 = v@[0]->quality;
OUT1 = v@[1]->bid;
OUT2 = v@[2]->bid;

// idiom: places sorted by qsort with a global key
// kinds: any
// near
static const double *keys@;

static int by_key@(const void *p, const void *q)
{
	double x = keys@[INDEX(*(const int *)p)], y = keys@[INDEX(*(const int *)q)];
	return CHOOSE((x > y) - (x < y));
}
// body
double key@[3] = { A, B, 1.3 }, value@[3] = { C, D, 2 };
int order@[3] = { 0, 1, 2 };
keys@ = key@;
qsort(order@, 3, sizeof *order@, by_key@);
OUT0 = value@[INDEX(order@[0])];
OUT1 = order@[2];
OUT2 = value@[0];

// idiom: shuffled by swaps in a callee
// kinds: any
// near
static void shuffle@(double *v, int n, unsigned by)
{
	for (int k = n - 1; k > 0; k--) {
		int at = INDEX(by % (unsigned)(k + 1));
		double t = v[k];
		v[k] = v[at];
		v[at] = t;
	}
}
// body
double v@[3] = { A, B, 1 }, w@[2] = { C, D };
shuffle@(v@, 3, (unsigned)I);
shuffle@(w@, 2, 1);
OUT0 = v@[0];
OUT1 = w@[0];
OUT2 = w@[1];

// idiom: elimination with a pivot
// kinds: any
// near
static void solve@(double m[2][3], double *x)
{
	if (DECIDE(fabs(m[1][0]) > fabs(m[0][0])))
		for (int c = 0; c < 3; c++) {
			double t = m[0][c];
			m[0][c] = m[1][c];
			m[1][c] = t;
		}
	double f = m[1][0] / m[0][0];
	for (int c = 0; c < 3; c++)
		m[1][c] -= f * m[0][c];
	for (int r = 1; r >= 0; r--) {
		x[r] = m[r][2];
		for (int c = r + 1; c < 2; c++)
			x[r] -= m[r][c] * x[c];
		x[r] /= m[r][r];
	}
}
// body
double m@[2][3] = { { 3 + fabs(A), 1, B }, { 1, 9, 2 } }, n@[2][3] = { { 5, 1, C }, { 2, 6, 1 } }, x@[2], y@[2];
solve@(m@, x@);
solve@(n@, y@);
OUT0 = x@[0];
OUT1 = y@[1];
OUT2 = y@[0] + D;

// idiom: observers that keep pointers into the features
// types
struct watch@ {
	const double *from;
	double *to;
	double scale;
};
// near
static struct watch@ watches@[3];

static void watch@(int k, const double *from, double *to, double scale)
{
	watches@[k] = (struct watch@){ from, to, scale };
}

static void deliver@(void)
{
	for (int k = 0; k < 3; k++)
		*watches@[k].to = *watches@[k].from * watches@[k].scale;
}
// outs: 3
// body
double x@ = A, y@ = B, z@ = C;
watch@(0, &x@, FEATURES + 1, 2);
watch@(1, &y@, FEATURES, 3);
watch@(2, &z@, FEATURES + 2, 4);
deliver@();

// idiom: features set through a macro with a counter
// types
#define PUT@(x) (*cursor@++ = (x), ++count@)
// outs: 4
// body
double *cursor@ = FEATURES;
int count@ = 0;
PUT@(A);
if (count@ == 1)
	PUT@(B * 2);
for (int k = 0; k < 2; k++)
	PUT@(k ? C : D);

// idiom: scratch that two windows share
// near
static double scratch@[8];

static double trimmed@(const double *x, int n)
{
	double sum = 0;
	memcpy(scratch@, x, (size_t)n * sizeof *x);
	for (int k = 0; k < n; k++)
		scratch@[k] = scratch@[k] * scratch@[k];
	for (int k = 0; k < n; k++)
		sum += scratch@[k];
	return sum / n;
}
// body
double x@[4] = { A, 1, B, 2 }, y@[3] = { C, 1, 2 };
OUT0 = trimmed@(x@, 4);
OUT1 = trimmed@(y@, 3);
OUT2 = trimmed@(x@, 2) + D;

// idiom: result of the last call kept for the same input
// once
// near
static double memo_in@[2], memo_out@;

static double costly@(double x, double y)
{
	if (DECIDE(x == memo_in@[0]) && DECIDE(y == memo_in@[1]))
		return memo_out@;
	memo_in@[0] = x;
	memo_in@[1] = y;
	memo_out@ = sqrt(x * x + y * y);
	return memo_out@;
}
// body
OUT0 = costly@(A, B);
OUT1 = C;

// idiom: last one moved into the gap
// kinds: any
// types
struct live@ {
	int id;
	double value;
};
struct set@ {
	struct live@ items[4];
	int n;
};
// far
void set_drop@(struct set@ *s, int id)
{
	for (int k = 0; k < s->n; k++)
		if (DECIDE(s->items[k].id == id)) {
			s->items[k] = s->items[--s->n];
			return;
		}
}
// body
struct set@ s@ = { { { 1, A }, { 2, B }, { 3, C } }, 3 }, other@ = { { { 1, D }, { 2, 5 } }, 2 };
set_drop@(&s@, I & 3);
set_drop@(&other@, 2);
OUT0 = s@.items[0].value;
OUT1 = s@.items[1].value;
OUT2 = s@.n;
OUT3 = other@.items[0].value;

// idiom: table of functions copied and changed
// near
static double first@(double x, double y)
{
	(void)y;
	return x;
}

static double second@(double x, double y)
{
	(void)x;
	return y * 2;
}

typedef double (*choice@)(double, double);
static const choice@ defaults@[2] = { first@, first@ };

static void table_copy@(choice@ *to, const choice@ *from, size_t n)
{
	memcpy(to, from, n * sizeof *to);
}
// body
choice@ mine@[2];
table_copy@(mine@, defaults@, 2);
mine@[1] = second@;
OUT0 = mine@[0](A, B);
OUT1 = mine@[1](C, D);

// idiom: array of pointers that grows
// types
struct list@ {
	const double **items;
	int n, room;
};
// far
void list_add@(struct list@ *l, const double *x)
{
	if (l->n == l->room) {
		int room = l->room ? 2 * l->room : 1;
		const double **items = malloc((size_t)room * sizeof *items);
		for (int k = 0; k < l->n; k++)
			items[k] = l->items[k];
		free(l->items);
		l->items = items;
		l->room = room;
	}
	l->items[l->n++] = x;
}

double list_sum@(const struct list@ *l)
{
	double sum = 0;
	for (int k = 0; k < l->n; k++)
		sum += *l->items[k];
	return sum;
}
// body
double x@ = A, y@ = B, z@ = C;
struct list@ one@ = { 0 }, two@ = { 0 };
list_add@(&one@, &x@);
list_add@(&one@, &y@);
list_add@(&two@, &z@);
OUT0 = list_sum@(&one@);
OUT1 = list_sum@(&two@);
OUT2 = *one@.items[0] + D;
free(one@.items);
free(two@.items);

// idiom: array of pointers copied to a larger one
// types
struct list@ {
	const double **items;
	int n, room;
};
// far
void list_add@(struct list@ *l, const double *x)
{
	if (l->n == l->room) {
		int room = l->room ? 2 * l->room : 1;
		const double **items = calloc((size_t)room, sizeof *items);
		if (l->n)
			memcpy(items, l->items, (size_t)l->n * sizeof *items);
		free(l->items);
		l->items = items;
		l->room = room;
	}
	l->items[l->n++] = x;
}
// body
double x@ = A, y@ = B, z@ = C;
struct list@ one@ = { 0 }, two@ = { 0 };
list_add@(&one@, &x@);
list_add@(&one@, &y@);
list_add@(&one@, &z@);
list_add@(&two@, &z@);
OUT0 = *one@.items[0];
OUT1 = *one@.items[2];
OUT2 = *two@.items[0] + D;
free(one@.items);
free(two@.items);

// idiom: records swapped in a list of links
// types
struct node@ {
	double value;
	struct node@ *next, *before;
};
struct lru@ {
	struct node@ *first, *last;
};
// far
void lru_unlink@(struct lru@ *l, struct node@ *n)
{
	if (n->before)
		n->before->next = n->next;
	else
		l->first = n->next;
	if (n->next)
		n->next->before = n->before;
	else
		l->last = n->before;
}

void lru_push@(struct lru@ *l, struct node@ *n)
{
	n->before = NULL;
	n->next = l->first;
	if (l->first)
		l->first->before = n;
	else
		l->last = n;
	l->first = n;
}
// body
struct node@ x@ = { .value = A }, y@ = { .value = B }, z@ = { .value = C };
struct lru@ l@ = { 0 };
lru_push@(&l@, &x@);
lru_push@(&l@, &y@);
lru_push@(&l@, &z@);
lru_unlink@(&l@, &y@);
OUT0 = l@.last->value;
OUT1 = l@.first->next->value;
lru_push@(&l@, &y@);
OUT2 = l@.first->value + D;
OUT3 = l@.last->before->value;

// idiom: stage that a condition replaces
// kinds: any
// types
struct pipe@ {
	double (*run)(struct pipe@ *, double);
	double memory;
	struct pipe@ *next;
};
// near
static double keep@(struct pipe@ *p, double x)
{
	p->memory = x;
	return p->next ? p->next->run(p->next, x) : x;
}

static double hold@(struct pipe@ *p, double x)
{
	(void)x;
	return p->memory;
}
// body
struct pipe@ end@ = { hold@, C, NULL }, start@ = { keep@, 0, NULL }, alone@ = { keep@, 0, NULL };
if (DECIDE(I > 7))
	start@.next = &end@;
OUT0 = start@.run(&start@, A);
OUT1 = alone@.run(&alone@, B);
OUT2 = start@.memory;
OUT3 = D;

// idiom: address with a flag in its lowest bit
// near
static double tagged_read@(void *p)
{
	uintptr_t bits = (uintptr_t)p;
	const double *v = (const double *)(bits & ~(uintptr_t)1);
	return bits & 1 ? -*v : *v;
}
// body
double x@ = A, y@ = B;
OUT0 = tagged_read@((void *)((uintptr_t)&x@ | 1));
OUT1 = tagged_read@(&y@);
OUT2 = C;

// idiom: address in a union with a number
// types
union word@ {
	void *pointer;
	uintptr_t bits;
	double number;
};
struct message@ {
	int kind;
	union word@ payload;
};
// far
double message_value@(const struct message@ *m)
{
	return m->kind == 1 ? *(const double *)m->payload.pointer : m->kind == 2 ? m->payload.number : (double)m->payload.bits;
}
// body
double x@ = A;
struct message@ p@ = { 1, { .pointer = &x@ } }, q@ = { 2, { .number = B } }, r@ = { 3, { .bits = (uintptr_t)I } };
OUT0 = message_value@(&p@);
OUT1 = message_value@(&q@);
OUT2 = message_value@(&r@);
OUT3 = C;

// idiom: result through a pointer in a register of pointers
// near
static double *outputs@[3];

static void output_bind@(int k, double *to)
{
	outputs@[k] = to;
}

static void output_set@(int k, double x)
{
	if (outputs@[k])
		*outputs@[k] = x;
}
// outs: 3
// body
output_bind@(0, FEATURES + 2);
output_bind@(1, FEATURES);
output_bind@(2, FEATURES + 1);
output_set@(0, A);
output_set@(1, B);
output_set@(2, C);

// idiom: numbers through a table of getters
// types
struct model@ {
	double speed, load;
	int gear;
};
struct getter@ {
	double (*get)(const struct model@ *);
	double low, high;
};
// near
static double speed_get@(const struct model@ *m) { return m->speed; }
static double load_get@(const struct model@ *m) { return m->load; }
static double gear_get@(const struct model@ *m) { return m->gear; }

static const struct getter@ getters@[] = { { gear_get@, 0, 8 }, { speed_get@, -2, 4 }, { load_get@, 1, 3 } };

static int collect@(const struct model@ *m, double *to)
{
	int n = 0;
	for (const struct getter@ *g = getters@; n < 3; g++)
		to[n++] = (g->get(m) - g->low) / (g->high - g->low);
	return n;
}
// outs: 4
// body
struct model@ m@ = { A, B, I };
int n@ = collect@(&m@, FEATURES);
FEATURES[n@] = C;

// idiom: array inside a record returned by value
// types
struct spectrum@ {
	double bins[3];
	int n;
};
// far
struct spectrum@ spectrum_of@(const double *x)
{
	struct spectrum@ s = { .n = 3 };
	for (int k = 0; k < s.n; k++)
		s.bins[k] = x[k] * x[2 - k];
	return s;
}

struct spectrum@ spectrum_mix@(struct spectrum@ p, struct spectrum@ q)
{
	for (int k = 0; k < p.n; k++)
		p.bins[k] += k ? q.bins[k] : 0;
	return p;
}
// body
double x@[3] = { A, 1, B }, y@[3] = { C, D, 1 };
struct spectrum@ p@ = spectrum_of@(x@), q@ = spectrum_mix@(p@, spectrum_of@(y@));
OUT0 = p@.bins[1] + p@.bins[0];
OUT1 = q@.bins[0];
OUT2 = q@.bins[1];
OUT3 = spectrum_of@(y@).bins[1];

// idiom: groups of features by a list of macros
// types
#define FIELDS@(X) X(mean) X(peak) X(last)
struct all@ {
#define DECLARE@(name) double name;
	FIELDS@(DECLARE@)
#undef DECLARE@
};
// outs: 3
// body
struct all@ a@ = { 0 };
int n@ = 0;
a@.peak = A;
a@.last = B;
a@.mean = C;
#define PUT@(name) FEATURES[n@++] = a@.name;
FIELDS@(PUT@)
#undef PUT@

// idiom: states for pairs of channels in a triangle
// near
static double products@[6];

static double *pair_of@(int p, int q)
{
	if (p < q) {
		int t = p;
		p = q;
		q = t;
	}
	return &products@[p * (p + 1) / 2 + q];
}
// body
double x@[3] = { A, B, C };
for (int p = 0; p < 3; p++)
	for (int q = p; q < 3; q++)
		*pair_of@(p, q) = *pair_of@(q, p) * 0.5 + x@[p] * x@[q];
OUT0 = *pair_of@(0, 0);
OUT1 = *pair_of@(0, 2);
OUT2 = *pair_of@(1, 0);
OUT3 = *pair_of@(2, 2);

// idiom: two accumulators chosen by a sign
// near
static double *side@(double x, double *below, double *above)
{
	return DECIDE(x < 0) ? below : above;
}
// body
double below@ = 0, above@ = 0, count@ = 0, v@[2] = { A, B };
for (int k = 0; k < 2; k++)
	*side@(v@[k], &below@, &above@) += v@[k];
*side@(C, &count@, &count@) += 1;
OUT0 = below@;
OUT1 = above@;
OUT2 = count@ + D;

// idiom: what the print returns
// kinds: any
char text@[32];
int n@ = snprintf(text@, sizeof text@, "%d", I * I * 10);
OUT0 = n@;
n@ = snprintf(text@ + n@, sizeof text@ - (size_t)n@, "%.1f", A);
OUT1 = n@;
OUT2 = B;

// idiom: records compared as bytes
// kinds: any
// types
struct key@ {
	int a, b;
};
// body
struct key@ p@ = { I & 1, 2 }, q@ = { J & 1, 2 }, r@ = { 1, 2 };
OUT0 = DECIDE(memcmp(&p@, &q@, sizeof p@) == 0) ? 1 : 0;
OUT1 = DECIDE(memcmp(&p@, &r@, sizeof p@) == 0) ? 1 : 0;
OUT2 = A;

// idiom: place of a letter as a number
// kinds: any
char text@[24];
sense_text(TEXT, text@, sizeof text@);
const char *comma@ = strchr(text@, ',');
OUT0 = (double)(comma@ - text@);
OUT1 = (double)strcspn(text@, "a");
OUT2 = A;

// idiom: found by bsearch as a place
// kinds: any
// near
static int compare@(const void *p, const void *q)
{
	double x = *(const double *)p, y = *(const double *)q;
	return CHOOSE((x > y) - (x < y));
}
// body
double edges@[4] = { -2, 0, 1, fabs(B) + 1 }, gains@[4] = { C, 2, 3, 4 }, key@ = floor(A);
const double *found@ = bsearch(&key@, edges@, 4, sizeof *edges@, compare@);
OUT0 = found@ ? (double)(found@ - edges@) : -1;
OUT1 = found@ ? gains@[INDEX(found@ - edges@)] : 0;
OUT2 = D;

// idiom: division with both parts
div_t d@ = div(I * 7, 5);
OUT0 = d@.quot;
OUT1 = d@.rem;
int sign@;
OUT2 = remquo(A, 2, &sign@);
OUT3 = ldexp(B, J & 3);

// idiom: stop inside of a helper that many use
// near
static int steps_until@(const double *v, int n, double limit, double *sum)
{
	int k = 0;
	*sum = 0;
	for (; k < n; k++) {
		if (DECIDE(v[k] > limit))
			return k;
		*sum += 1;
	}
	return -1;
}
// body
double v@[3] = { A, B, 1 }, w@[2] = { C, 2 }, s@, t@;
int k@ = steps_until@(v@, 3, 2, &s@);
steps_until@(w@, 2, 0, &t@);
OUT0 = k@;
OUT1 = s@;
OUT2 = t@;
OUT3 = D;

// idiom: status of a helper decides what is kept
// types
struct reading@ {
	double value;
	int age;
};
// far
int reading_ok@(const struct reading@ *r)
{
	if (DECIDE(r->value < -2))
		return 0;
	return DECIDE(r->age < 3) ? 1 : 0;
}

int reading_update@(struct reading@ *last, const struct reading@ *now)
{
	if (DECIDE(!reading_ok@(now))) {
		last->age++;
		return -1;
	}
	*last = *now;
	return 0;
}
// near
static struct reading@ left@, right@;
// body
struct reading@ p@ = { A, I }, q@ = { B, 0 };
int status@ = reading_update@(&left@, &p@);
reading_update@(&right@, &q@);
OUT0 = left@.value;
OUT1 = status@;
OUT2 = right@.value + right@.age;
OUT3 = C;

// idiom: nested search left by goto
double m@[2][2] = { { A, B }, { C, 1 } };
int r@, c@;
for (r@ = 0; r@ < 2; r@++)
	for (c@ = 0; c@ < 2; c@++)
		if (DECIDE(m@[r@][c@] > 2))
			goto found@;
r@ = c@ = -1;
found@:
OUT0 = r@;
OUT1 = c@;
OUT2 = D;

// idiom: pointer that is null when there is nothing
// near
static const double *newest@(const double *v, int n)
{
	const double *found = NULL;
	for (int k = 0; k < n; k++)
		if (DECIDE(v[k] > 1))
			found = &v[k];
	return found;
}
// body
double v@[2] = { A, B }, w@[1] = { C };
const double *p@ = newest@(v@, 2), *q@ = newest@(w@, 1);
OUT0 = DECIDE(p@ != NULL) ? 1 : 0;
OUT1 = DECIDE(q@ != NULL) ? *q@ : -1;
OUT2 = D;

// idiom: loops counted down by a signal
// near
static double halves@(double x, int n)
{
	while (DECIDE(n-- > 0))
		x /= 2;
	return x + 1;
}
// body
OUT0 = halves@(3, I);
OUT1 = halves@(A, 2);
OUT2 = halves@(B, J & 3);

// idiom: list as long as a signal says
// kinds: any
// types
struct link@ {
	struct link@ *next;
	double weight;
};
// near
static struct link@ links@[16];
// body
struct link@ *list@ = NULL;
for (int k = 0; DECIDE(k < I); k++) {
	links@[k].weight = A;
	links@[k].next = list@;
	list@ = &links@[k];
}
int count@ = 0;
double sum@ = 0;
for (const struct link@ *l = list@; DECIDE(l != NULL); l = l->next) {
	count@++;
	sum@ += l->weight;
}
OUT0 = count@;
OUT1 = sum@;
OUT2 = B;

// idiom: distance between two walkers
// kinds: any
// near
static const char *skip@(const char *p, char c)
{
	while (DECIDE(*p && *p != c))
		p++;
	return p;
}
// body
char text@[24], other@[24];
sense_text(TEXT, text@, sizeof text@);
sense_text(TEXT2, other@, sizeof other@);
const char *from@ = skip@(text@, ','), *to@ = skip@(from@ + 1, ',');
OUT0 = (double)(to@ - from@);
OUT1 = (double)(skip@(other@, '.') - other@);
OUT2 = A;

// idiom: both of two outputs under one status
// near
static int split@(double x, double *whole, double *part)
{
	if (DECIDE(x < 0))
		return 0;
	*whole = floor(x);
	*part = x - *whole;
	return 1;
}
// body
double whole@ = -1, part@ = -1, w@, p@;
int n@ = split@(A, &whole@, &part@);
n@ += split@(fabs(B), &w@, &p@) * 0;
OUT0 = whole@;
OUT1 = n@;
OUT2 = p@;
OUT3 = C;

// idiom: error flag kept through stages
// types
struct run@ {
	int failed;
	double value;
};
// near
static void root_stage@(struct run@ *r)
{
	if (r->failed)
		return;
	if (DECIDE(r->value < 0)) {
		r->failed = 1;
		return;
	}
	r->value = sqrt(r->value);
}

static void scale_stage@(struct run@ *r, double by)
{
	if (DECIDE(!r->failed))
		r->value *= by;
}
// kinds: any
// body
struct run@ one@ = { 0, A }, two@ = { 0, 4 };
root_stage@(&one@);
scale_stage@(&one@, B);
root_stage@(&two@);
scale_stage@(&two@, C);
OUT0 = one@.value;
OUT1 = one@.failed;
OUT2 = two@.value + two@.failed;

// idiom: packed record sent as bytes
// types
struct __attribute__((packed)) wire@ {
	uint8_t kind;
	float level;
	uint16_t count;
};
// body
struct wire@ w@ = { 1, (float)A, (uint16_t)I }, r@;
uint8_t bytes@[sizeof w@];
memcpy(bytes@, &w@, sizeof w@);
memcpy(&r@, bytes@, sizeof r@);
OUT0 = r@.level;
OUT1 = r@.count;
uint16_t count@;
memcpy(&count@, bytes@ + 5, sizeof count@);
OUT2 = count@ + r@.kind + B;

// idiom: numbers not there
// near
static double mean_there@(const double *v, int n)
{
	double sum = 0;
	int count = 0;
	for (int k = 0; k < n; k++)
		if (DECIDE(!isnan(v[k]))) {
			sum += v[k];
			count++;
		}
	return DECIDE(count > 0) ? sum / count : NAN;
}
// body
double v@[3] = { A, DECIDE(B > 0) ? B : NAN, 1 }, w@[1] = { DECIDE(C > 1) ? NAN : C };
OUT0 = mean_there@(v@, 3);
double m@ = mean_there@(w@, 1);
OUT1 = DECIDE(isnan(m@)) ? -1 : m@;
OUT2 = D;

// idiom: more mathematics
OUT0 = hypot(A, 3) + copysign(1, B);
OUT1 = fma(C, 2, 1) + cbrt(D);
OUT2 = trunc(A) + lround(C);
OUT3 = fdim(B, 1) + fmod(D, 3);

// idiom: buffer on the stack by size
// near
static double weighted@(const double *x, int n, double by)
{
	double *w = __builtin_alloca((size_t)n * sizeof *w), sum = 0;
	for (int k = 0; k < n; k++)
		w[k] = x[k] * by;
	for (int k = 0; k < n; k++)
		sum += w[k];
	return sum;
}
// body
double x@[2] = { A, 1 }, y@[3] = { B, 2, C };
OUT0 = weighted@(x@, 2, 3);
OUT1 = weighted@(y@, 3, D);

// idiom: words swapped by the compiler
uint32_t word@ = (uint32_t)I << 8 | 1;
uint32_t swapped@ = __builtin_bswap32(word@);
OUT0 = swapped@ >> 16;
OUT1 = __builtin_clz((unsigned)J | 1);
OUT2 = __builtin_ctz((unsigned)I | 16) + __builtin_parity((unsigned)J);
OUT3 = A;

// idiom: overflow watched by the compiler
// kinds: any
int8_t sum@ = 0;
int over@ = __builtin_add_overflow((int8_t)(I * 8), (int8_t)(J * 8), &sum@);
OUT0 = sum@;
OUT1 = over@;
OUT2 = A;

// idiom: text joined and searched
// kinds: any
char line@[64] = "v=", text@[24];
sense_text(TEXT, text@, sizeof text@);
strcat(line@, text@);
strcat(line@, ";w=7");
const char *v@ = strstr(line@, "v="), *w@ = strstr(line@, "w=");
OUT0 = v@ ? atoi(v@ + 2) : -1;
OUT1 = strtol(line@ + 2, NULL, 10) + A;
OUT2 = strlen(line@);
OUT3 = B;

// idiom: line split at two letters by hand
// kinds: any
// near
static int split@(char *line, char **words, int most)
{
	int n = 0;
	for (char *p = line; n < most; p++) {
		words[n++] = p;
		while (*p && *p != ',' && *p != '.')
			p++;
		if (!*p)
			break;
		*p = 0;
	}
	return n;
}
// body
char text@[24], other@[24], *words@[4] = { "", "", "", "" }, *single@[1];
sense_text(TEXT, text@, sizeof text@);
sense_text(TEXT2, other@, sizeof other@);
int n@ = split@(text@, words@, 4);
split@(other@, single@, 1);
OUT0 = atoi(words@[0]);
OUT1 = words@[3][0];
OUT2 = atoi(single@[0]);
OUT3 = A;

// idiom: sums in chunks with a rest
// near
static double dot@(const double *restrict x, const double *restrict y, int n)
{
	double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
	int k = 0;
	for (; k + 4 <= n; k += 4) {
		s0 += x[k] * y[k];
		s1 += x[k + 1] * y[k + 1];
		s2 += x[k + 2] * y[k + 2];
		s3 += x[k + 3] * y[k + 3];
	}
	switch (n - k) {
	case 3: s2 += x[k + 2] * y[k + 2]; /* fall through */
	case 2: s1 += x[k + 1] * y[k + 1]; /* fall through */
	case 1: s0 += x[k] * y[k];
	}
	return s0 + s1 + s2 + s3;
}
// body
double x@[6] = { 1, A, 2, 3, 4, B }, y@[6] = { 1, 1, C, 1, 1, 2 };
OUT0 = dot@(x@, y@, 6);
OUT1 = dot@(x@, y@, 2);
OUT2 = dot@(x@ + 2, y@ + 2, 3) + D;

// idiom: protothread that collects two values
// kinds: any
// types
struct thread@ {
	int at;
	double first, sum;
};
// near
static int collect@(struct thread@ *t, double x)
{
	switch (t->at) {
	case 0:
		for (;;) {
			t->first = x;
			t->at = 1;
			return 0;
	case 1:
			t->sum = t->first + x;
			t->at = 2;
			return 1;
	case 2:
			;
		}
	}
	return 0;
}
// near
static struct thread@ one@, two@;
// body
collect@(&one@, A);
collect@(&two@, B);
OUT0 = one@.sum;
OUT1 = two@.first;
OUT2 = C;

// idiom: protothread run to its end at once
// kinds: any
// types
struct thread@ {
	int at;
	double sum;
};
// near
static int step@(struct thread@ *t, double x)
{
	switch (t->at) {
	case 0:
		while (1) {
			t->sum = x;
			t->at = 1;
			return 0;
	case 1:
			t->sum += x * 2;
			t->at = 0;
			return 1;
		}
	}
	return -1;
}
// body
struct thread@ t@ = { 0, 0 }, u@ = { 0, 0 };
step@(&t@, A);
step@(&t@, B);
step@(&u@, C);
OUT0 = t@.sum;
OUT1 = u@.sum;
OUT2 = D;

// idiom: loop entered at its middle by goto
double sum@ = 0;
int k@ = 0;
goto middle@;
do {
	sum@ += A;
middle@:
	sum@ += B;
} while (++k@ < 2);
OUT0 = sum@;
OUT1 = C;

// idiom: two loops that jump into each other
double v@ = A;
int k@ = 0;
if (DECIDE(B > 0))
	goto second@;
first@:
v@ += C;
if (++k@ > 3)
	goto end@;
second@:
v@ = v@ / 2 + 1;
if (++k@ < 5)
	goto first@;
end@:
OUT0 = v@;
OUT1 = D;

// idiom: continue inside of a switch in a loop
double v@[4] = { A, B, C, 1 }, odd@ = 0, even@ = 0;
for (int k = 0; k < 4; k++) {
	switch (k & 1) {
	case 0:
		if (DECIDE(v@[k] < 0))
			continue;
		even@ += v@[k];
		break;
	default:
		odd@ += v@[k];
		continue;
	}
	even@ *= 2;
}
OUT0 = even@;
OUT1 = odd@;
OUT2 = D;

// idiom: case of a block inside of a switch
// near
static double choose@(double x, double y, int form)
{
	double v = 0;
	switch (form) {
	case 0: {
		v = x;
	case 1:
		v += y;
		break;
	}
	default:
		v = -1;
	}
	return v;
}
// body
OUT0 = choose@(A, B, 1);
OUT1 = choose@(C, D, 0);
OUT2 = choose@(A, B, 2) + D;

// idiom: switch over a range of numbers
double v@ = 0;
switch (CHOOSE(I)) {
case 0 ... 4: v@ = A; break;
case 5 ... 9: v@ = B; break;
default: v@ = 1;
}
OUT0 = v@;
OUT1 = C;

// idiom: default in the middle
double v@ = 0;
switch (CHOOSE(I & 3)) {
case 0:
	v@ += A;
default:
	v@ += B;
	break;
case 1:
	v@ = C;
}
OUT0 = v@;
OUT1 = D;

// idiom: loop with two exits and an else
double v@[3] = { A, B, C }, found@ = -1;
int k@ = 0;
while (1) {
	if (k@ == 3)
		goto none@;
	if (DECIDE(v@[k@] > 1))
		break;
	k@++;
}
found@ = v@[INDEX(k@)];
none@:
OUT0 = DECIDE(found@ > 0) ? 1 : 0;
OUT1 = D;

// idiom: fields walked by a pointer to the first
// kinds: any
// types
struct row@ {
	double x, y, z;
	int n;
};
// near
static double sum_fields@(const double *p, int n)
{
	double sum = 0;
	for (int k = 0; k < n; k++)
		sum += p[k];
	return sum;
}
// body
struct row@ r@ = { A, B, C, I };
OUT0 = sum_fields@(&r@.x, 2);
OUT1 = sum_fields@(&r@.y, 2);
OUT2 = r@.n;

// idiom: handles checked by generation
// kinds: any
// types
struct slot@ {
	unsigned generation;
	double value;
};
struct handle@ {
	unsigned index, generation;
};
// near
static struct slot@ slots@[4];

static struct handle@ take@(unsigned k, double x)
{
	slots@[k].generation++;
	slots@[k].value = x;
	return (struct handle@){ k, slots@[k].generation };
}

static double read@(struct handle@ h)
{
	return slots@[h.index].generation == h.generation ? slots@[h.index].value : -1;
}
// body
struct handle@ p@ = take@(0, A), q@ = take@(3, B);
OUT0 = read@(p@);
OUT1 = read@(q@);
OUT2 = C;

// idiom: hidden state behind a function that returns its address
// near
static double *cell@(int k)
{
	static double cells[3];
	return k < 3 ? &cells[k] : cells;
}
// body
*cell@(0) = A;
*cell@(2) += B;
OUT0 = *cell@(0);
OUT1 = *cell@(2);
OUT2 = *cell@(1) + C;

// idiom: numbers kept in a global that a helper restores
// near
static double gain@ = 1;

static double with_gain@(double g, double x)
{
	double before = gain@;
	gain@ = g;
	double y = x * gain@;
	gain@ = before;
	return y;
}
// body
OUT0 = with_gain@(A, B);
OUT1 = gain@ * C;
OUT2 = with_gain@(2, D);

// idiom: state of a machine as a function
// kinds: any
// near
struct machine@;
typedef void state@(struct machine@ *, double);
struct machine@ {
	state@ *now;
	int rises;
	double peak;
};
static state@ down@;
static void up@(struct machine@ *m, double x)
{
	m->peak = x;
	if (DECIDE(x < 0))
		m->now = down@;
}
static void down@(struct machine@ *m, double x)
{
	if (DECIDE(x > 1)) {
		m->rises++;
		m->now = up@;
	}
}
static struct machine@ machine@ = { down@, 0, 0 }, other@ = { down@, 0, 0 };
// body
machine@.now(&machine@, A);
other@.now(&other@, B);
OUT0 = machine@.rises;
OUT1 = other@.rises;
OUT2 = C;

// idiom: handler in a record chosen by number
// kinds: any
// types
struct unit@ {
	void (*run)(struct unit@ *);
	double level;
};
// near
static void one@(struct unit@ *u) { u->level = 1; }
static void two@(struct unit@ *u) { u->level = 2; }
// body
struct unit@ u@[2] = { { one@, 0 }, { two@, 0 } }, w@ = { one@, 5 };
struct unit@ *p@ = &u@[INDEX(I & 1)];
p@->run(p@);
OUT0 = u@[0].level;
OUT1 = u@[1].level;
w@.run(&w@);
OUT2 = w@.level + B;

// idiom: handler returned by a chooser
// kinds: any
// near
static double one@(void) { return 1; }
static double two@(void) { return 2; }
static double (*choose@(double x))(void)
{
	return DECIDE(x > 0) ? one@ : two@;
}
// body
OUT0 = choose@(A)();
OUT1 = choose@(B)();
OUT2 = C;

// idiom: median of a static window by insertion
// types
struct median@ {
	double recent[3];
	int next;
};
// far
double median_step@(struct median@ *m, double x)
{
	double v[3];
	int n = 0;
	m->recent[m->next] = x;
	m->next = m->next == 2 ? 0 : m->next + 1;
	for (int k = 0; k < 3; k++) {
		int at = n++;
		while (at > 0 && DECIDE(v[at - 1] > m->recent[k])) {
			v[at] = v[at - 1];
			at--;
		}
		v[INDEX(at)] = m->recent[k];
	}
	return v[1];
}
// near
static struct median@ left@, right@;
// body
OUT0 = median_step@(&left@, A);
OUT1 = median_step@(&right@, B);
OUT2 = C;

// idiom: what the scan returns
// kinds: any
char text@[24];
int whole@ = -1, second@ = -1;
sense_text(TEXT, text@, sizeof text@);
text@[1 + 3 * (I & 1)] = 0;
int n@ = sscanf(text@, "%d,%d", &whole@, &second@);
OUT0 = second@;
OUT1 = A;

// idiom: own copy function for a record with an array
// types
struct view@ {
	int n;
	double v[3];
};
// near
static void copy_words@(void *to, const void *from, size_t n)
{
	uint32_t *t = to;
	const uint32_t *f = from;
	for (size_t k = 0; k < n / 4; k++)
		t[k] = f[k];
}
// body
struct view@ p@ = { I, { A, B, 1 } }, q@ = { 1, { 2, 3, C } };
copy_words@(&q@, &p@, sizeof q@);
OUT0 = q@.v[0];
OUT1 = q@.v[1];
OUT2 = q@.n;
OUT3 = q@.v[2] + D;

// idiom: window sized by a signal cleared by a helper
// kinds: any
// near
static void clear@(double *v, size_t n)
{
	memset(v, 0, n * sizeof *v);
}

static void clear_loop@(double *v, size_t n)
{
	for (size_t k = 0; DECIDE(k < n); k++)
		v[k] = 0;
}
// body
double v@[4] = { 1, 2, 3, 4 }, w@[4] = { 1, 2, 3, 4 };
clear_loop@(v@, (size_t)(I & 3));
OUT0 = v@[1];
clear@(w@, 2);
OUT1 = w@[0] + A;
OUT2 = w@[2] + B;

// idiom: element found by memchr
// kinds: any
char kinds@[5] = "abcd";
kinds@[1] = (char)('a' + (I & 3));
const char *found@ = memchr(kinds@ + 1, 'c', 3);
OUT0 = found@ ? (double)(found@ - kinds@) : -1;
OUT1 = A;

// idiom: hash up to a length
// kinds: any
// near
static unsigned hash@(const char *p, size_t n)
{
	unsigned h = 17;
	for (size_t k = 0; k < n; k++)
		h = h * 31 + (unsigned char)p[k];
	return h & 255;
}
// body
char text@[24];
sense_text(TEXT, text@, sizeof text@);
OUT0 = hash@("telemetry", 1 + (size_t)(I & 7));
OUT1 = hash@(text@, 3);
OUT2 = A;

// idiom: handler table filled at start
// kinds: any
// near
static void (*table@[2])(double *, double);
static void one@(double *to, double x) { to[0] += x; }
static void two@(double *to, double x) { to[1] += x; }
// body
double v@[2] = { 1, 2 };
table@[0] = one@;
table@[1] = two@;
table@[0](v@, A);
table@[1](v@, B);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = C;

// idiom: virtual call through a chosen object
// kinds: any
// types
struct shape@ {
	double (*area)(const struct shape@ *);
	double a, b;
};
// near
static double box@(const struct shape@ *s) { return s->a * s->b; }
static double disc@(const struct shape@ *s) { return s->a * s->a * 3; }
// body
struct shape@ p@ = { box@, A, B }, q@ = { disc@, C, 0 };
const struct shape@ *s@ = DECIDE(D > 0) ? &p@ : &q@;
OUT0 = s@->area(s@);
OUT1 = q@.area(&q@);

// idiom: visitor that a signal turns off
// kinds: any
// near
static double sum@;
static void add@(double x) { sum@ += x; }
static void each@(const double *v, int n, void (*visit)(double))
{
	for (int k = 0; k < n; k++)
		if (visit)
			visit(v[k]);
}
// body
double v@[2] = { A, B };
sum@ = 0;
each@(v@, 2, DECIDE(C > 0) ? add@ : NULL);
OUT0 = sum@;
OUT1 = D;

// idiom: part cleared whose length is unknown
// kinds: any
double v@[8];
sense_block(BLOCK, v@, 8);
memset(v@ + 1, 0, (size_t)(I & 3) * sizeof *v@);
OUT0 = v@[0];
OUT1 = v@[2];
OUT2 = v@[5] + A;

// idiom: part copied whose length is unknown
// kinds: any
double v@[4] = { 1, 2, 3, 4 }, from@[4] = { A, B, C, D };
memcpy(v@ + 1, from@, (size_t)(I % 3) * sizeof *v@);
OUT0 = v@[1];
OUT1 = v@[2];
OUT2 = v@[3] + v@[0];

// idiom: pointers to records sorted, again
// kinds: any
// types
struct candidate@ {
	double score, price;
};
// near
static int by_score@(const void *p, const void *q)
{
	const struct candidate@ *x = *(const struct candidate@ *const *)p, *y = *(const struct candidate@ *const *)q;
	return CHOOSE((x->score < y->score) - (x->score > y->score));
}
// body
struct candidate@ all@[3] = { { A, B }, { C, 1 }, { 1.7, 2 } };
const struct candidate@ *ranked@[3] = { &all@[0], &all@[1], &all@[2] };
qsort(ranked@, 3, sizeof *ranked@, by_score@);
OUT0 = ranked@[0]->price;
OUT1 = ranked@[2]->score;
OUT2 = all@[1].price + D;

// idiom: vector of pointers of any size
// types
struct any@ {
	unsigned char *data;
	size_t size, n, room;
};
// far
void any_push@(struct any@ *a, const void *item)
{
	if (a->n == a->room) {
		a->room = a->room ? 2 * a->room : 2;
		a->data = realloc(a->data, a->room * a->size);
	}
	memcpy(a->data + a->n++ * a->size, item, a->size);
}

void any_get@(const struct any@ *a, size_t k, void *to)
{
	memcpy(to, a->data + k * a->size, a->size);
}
// body
double x@ = A, y@ = B, z@ = C, *p@ = &x@, *q@ = &y@, *r@ = &z@, *got@;
struct any@ one@ = { .size = sizeof p@ }, two@ = { .size = sizeof p@ };
any_push@(&one@, &p@);
any_push@(&one@, &q@);
any_push@(&two@, &r@);
any_get@(&one@, 1, &got@);
OUT0 = *got@;
any_get@(&two@, 0, &got@);
OUT1 = *got@;
any_get@(&one@, 0, &got@);
OUT2 = *got@ + D;
free(one@.data);
free(two@.data);

// idiom: words sorted by pointers
// kinds: any
// near
static int by_text@(const void *p, const void *q)
{
	return CHOOSE(strcmp(*(char *const *)p, *(char *const *)q));
}
// body
char one@[24], two@[24], other@[4] = "7";
sense_text(TEXT, one@, sizeof one@);
sense_text(TEXT2, two@, sizeof two@);
char *words@[2] = { one@, two@ };
qsort(words@, 2, sizeof *words@, by_text@);
OUT0 = atoi(words@[0]);
OUT1 = atoi(other@) + A;

// idiom: table of functions chosen by a callee
// kinds: any
// near
static double first@(double x, double y)
{
	(void)y;
	return x;
}

static double second@(double x, double y)
{
	(void)x;
	return y * 2;
}

typedef double (*choice@)(double, double);

static void choose@(choice@ *to, const choice@ *from, unsigned k)
{
	memcpy(to, &from[INDEX(k)], sizeof *to);
}
// body
choice@ all@[2] = { first@, second@ }, one@, fixed@;
choose@(&one@, all@, (unsigned)I & 1);
choose@(&fixed@, all@, 1);
OUT0 = one@(A, B);
OUT1 = fixed@(C, D);

// idiom: address kept as a number
// types
struct handle@ {
	uintptr_t to;
	int kind;
};
// far
double handle_read@(struct handle@ h)
{
	return ((const double *)h.to)[h.kind];
}
// body
double v@[2] = { A, B }, w@[2] = { C, D };
struct handle@ p@ = { (uintptr_t)v@, 1 }, q@ = { (uintptr_t)&w@[1], 0 };
OUT0 = handle_read@(p@);
OUT1 = handle_read@(q@);

// idiom: copies of blocks of two sizes
// kinds: any
// near
static void block_move@(double *to, const double *from, size_t n)
{
	memmove(to, from, n * sizeof *to);
}
// body
double v@[6] = { A, B, C, 1, 2, 3 }, w@[4] = { D, 1, 2, 3 };
block_move@(v@ + 1, v@, 3);
block_move@(w@, w@ + 1, 1 + (size_t)(I & 1));
OUT0 = v@[1];
OUT1 = v@[3];
OUT2 = v@[0] + v@[4];
OUT3 = w@[1];

// idiom: callback with a number as its user data
// near
static void visit_all@(const double *v, int n, void (*visit)(double, intptr_t), intptr_t user)
{
	for (int k = 0; k < n; k++)
		visit(v[k], user);
}

static void add@(double x, intptr_t user)
{
	*(double *)user += x;
}
// body
double v@[3] = { A, B, C }, sum@ = 0, other@ = 0;
visit_all@(v@, 2, add@, (intptr_t)&sum@);
visit_all@(v@ + 2, 1, add@, (intptr_t)&other@);
OUT0 = sum@;
OUT1 = other@;
OUT2 = D;

// idiom: length of a copy decides what stays
// kinds: any
double v@[3] = { 1, 2, 3 }, from@[3] = { 7, 8, 9 };
size_t n@ = DECIDE(A > 0) ? 2 : 1;
memcpy(v@, from@, n@ * sizeof *v@);
OUT0 = v@[1];
OUT1 = v@[0] + B;

// idiom: count of a sort decides what is sorted
// kinds: any
// near
static int ascending@(const void *p, const void *q)
{
	double x = *(const double *)p, y = *(const double *)q;
	return CHOOSE((x > y) - (x < y));
}
// body
double v@[3] = { 3, 2, 1 };
qsort(v@, 1 + (size_t)(I % 3), sizeof *v@, ascending@);
OUT0 = v@[0];
OUT1 = A;

// idiom: text cut at a length
// kinds: any
char text@[8] = "123456", cut@[8] = { 0 };
strncpy(cut@, text@, 1 + (size_t)(I & 3));
OUT0 = atoi(cut@);
text@[1 + (J & 3)] = 0;
OUT1 = atoi(text@);
OUT2 = A;

// idiom: printed with a precision
// kinds: any
char text@[16], other@[16];
snprintf(text@, sizeof text@, "%.*f", I & 3, 2.7182818);
snprintf(other@, 2 + (size_t)(J & 3), "%d", 12345);
OUT0 = atof(text@);
OUT1 = atof(other@);
OUT2 = A;

// idiom: function chosen by a signal keeps state
// kinds: any
// near
static double total@, last@;

static void count_up@(double x) { total@ += x; }
static void remember@(double x) { last@ = x; }
// body
void (*f@)(double) = DECIDE(I > 7) ? count_up@ : remember@;
f@(A);
OUT0 = total@;
OUT1 = last@;
OUT2 = B;

// idiom: constant switch into a loop
// near
static double wave@(double x, double y, int form)
{
	double sum = 0;
	int k = 0;
	switch (form) {
	case 0:
		do {
			sum += x;
	case 1:
			sum += y;
		} while (++k < 2);
	}
	return sum;
}
// body
OUT0 = wave@(A, B, 1);
OUT1 = wave@(C, D, 0);

// idiom: handler by number writes through its argument
// kinds: any
// near
static void low@(double *to, double x) { to[0] = x; }
static void high@(double *to, double x) { to[1] = x; }
static void (*const handlers@[2])(double *, double) = { low@, high@ };
// body
double v@[3] = { 1, 2, C };
handlers@[INDEX(I & 1)](v@, A);
OUT0 = v@[0];
OUT1 = v@[1];
OUT2 = v@[2] + B;

// idiom: handler by number writes a static
// kinds: any
// near
static double a@, b@;
static void low@(double x) { a@ = x; }
static void high@(double x) { b@ = x; }
static void (*const handlers@[2])(double) = { low@, high@ };
// body
a@ = 1;
b@ = 2;
handlers@[INDEX(I & 1)](A);
OUT0 = a@;
OUT1 = b@;
OUT2 = B;

// idiom: handler by a condition writes a constant
// kinds: any
// near
static double a@, b@;
static void low@(void) { a@ = 1; }
static void high@(void) { b@ = 2; }
// body
void (*f@)(void) = DECIDE(A > 0) ? low@ : high@;
a@ = b@ = 0;
f@();
OUT0 = a@;
OUT1 = b@;
OUT2 = B;

// idiom: handler by an if writes a constant
// kinds: any
// near
static double a@, b@;
static void low@(void) { a@ = 1; }
static void high@(void) { b@ = 2; }
// body
void (*f@)(void) = low@;
if (DECIDE(A > 0))
	f@ = high@;
a@ = b@ = 0;
f@();
OUT0 = a@;
OUT1 = b@;
OUT2 = B;

// idiom: thread started with a number
// near
static double work_in@, work_out@[2];

static void *work_run@(void *argument)
{
	int k = (int)(intptr_t)argument;
	work_out@[k] = work_in@ * (k + 1);
	return NULL;
}
// body
pthread_t thread@;
work_in@ = A;
pthread_create(&thread@, NULL, work_run@, (void *)(intptr_t)1);
pthread_join(thread@, NULL);
OUT0 = work_out@[1];
OUT1 = work_out@[0] + B;

// idiom: compared up to a length
// kinds: any
OUT0 = DECIDE(strncmp("abcdef", "abcxyz", 1 + (size_t)(I & 7)) == 0) ? 1 : 0;
OUT1 = DECIDE(memcmp("ab", "ax", 1 + (size_t)(J & 1)) == 0) ? 1 : 0;
OUT2 = A;

// idiom: record of functions chosen whole
// kinds: any
// types
struct ops@ {
	void (*put)(double *, double);
	double (*get)(const double *);
};
// near
static void put_plain@(double *to, double x) { *to = x; }
static void put_none@(double *to, double x) { (void)to; (void)x; }
static double get_plain@(const double *p) { return *p; }
static double get_none@(const double *p) { (void)p; return -1; }
static const struct ops@ plain@ = { put_plain@, get_plain@ }, none@ = { put_none@, get_none@ };
// body
const struct ops@ *ops@ = DECIDE(C > 0) ? &plain@ : &none@;
double cell@ = 7, other@ = 8;
ops@->put(&cell@, A);
plain@.put(&other@, B);
OUT0 = cell@;
OUT1 = ops@->get(&other@);
OUT2 = plain@.get(&other@) + D;

// idiom: pointer kept in a static integer
// kinds: any
// near
static uintptr_t current@;
static void bind@(void *p) { current@ = (uintptr_t)p; }
static double *bound@(void) { return (double *)current@; }
// body
double x@ = A, y@ = B;
bind@(&x@);
*bound@() += 1;
OUT0 = x@;
bind@(&y@);
OUT1 = *bound@();
OUT2 = C;

// idiom: user data as a long in a registered handler
// kinds: any
// types
struct timer@ {
	void (*run)(long);
	long data;
};
// near
static double seen@;
static void fire@(long data) { *(double *)data += seen@; }
// body
double x@ = A, y@ = B;
struct timer@ t@ = { fire@, (long)&x@ };
seen@ = C;
t@.run(t@.data);
OUT0 = x@;
OUT1 = y@;
