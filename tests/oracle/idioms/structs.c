// idiom: two instances on the stack
// types
struct meter@ {
	double total;
	int count;
};
// far
void meter_add@(struct meter@ *m, double x)
{
	m->total += x;
	m->count++;
}
// body
struct meter@ p@ = { 0 }, q@ = { 0 };
meter_add@(&p@, A);
meter_add@(&q@, B);
meter_add@(&p@, C);
OUT0 = p@.total / p@.count;
OUT1 = q@.total;

// idiom: two instances on the heap
// types
struct cell@ {
	double value, last;
};
// near
static struct cell@ *cell_make@(double value)
{
	struct cell@ *cell = malloc(sizeof *cell);
	cell->value = value;
	cell->last = -value;
	return cell;
}
// body
struct cell@ *p@ = cell_make@(A), *q@ = cell_make@(B);
q@->last = C;
OUT0 = p@->value + p@->last * 2;
OUT1 = q@->value;
OUT2 = q@->last;
free(p@);
free(q@);

// idiom: instances in an array
// types
struct track@ {
	double x, speed;
};
// body
struct track@ tracks@[3] = { { A, 1 }, { B, 2 }, { C, 3 } };
for (int k = 0; k < 3; k++)
	tracks@[k].speed = tracks@[k].x * k + 1;
OUT0 = tracks@[0].x;
OUT1 = tracks@[1].speed;
OUT2 = tracks@[2].speed;

// idiom: instances in a list on the heap
// types
struct node@ {
	double value;
	struct node@ *next;
};
// far
struct node@ *node_push@(struct node@ *list, double value)
{
	struct node@ *node = malloc(sizeof *node);
	node->value = value;
	node->next = list;
	return node;
}
// body
struct node@ *list@ = node_push@(node_push@(NULL, A), B);
double sum@ = 0;
for (struct node@ *k = list@; k; k = k->next)
	sum@ += k->value;
OUT0 = sum@;
while (list@) {
	struct node@ *next = list@->next;
	free(list@);
	list@ = next;
}

// idiom: list on the stack
// types
struct item@ {
	double value;
	const struct item@ *next;
};
// body
struct item@ second@ = { B, NULL }, first@ = { A, &second@ };
OUT0 = first@.value;
OUT1 = first@.next->value;

// idiom: two lists
// types
struct entry@ {
	double weight;
	struct entry@ *next;
};
// far
double entry_sum@(const struct entry@ *list)
{
	double sum = 0;
	for (; list; list = list->next)
		sum += list->weight;
	return sum;
}
// body
struct entry@ p1@ = { A, NULL }, p0@ = { B, &p1@ }, q0@ = { C, NULL };
OUT0 = entry_sum@(&p0@);
OUT1 = entry_sum@(&q0@);

// idiom: nested structs
// types
struct axis@ {
	double offset, gain;
};
struct sensor@ {
	struct axis@ x, y;
	double temperature;
};
// far
double axis_value@(const struct axis@ *axis)
{
	return axis->offset + axis->gain;
}
// body
struct sensor@ s@ = { { A, 1 }, { 2, B }, C };
OUT0 = axis_value@(&s@.x);
OUT1 = axis_value@(&s@.y);
OUT2 = s@.temperature * s@.x.gain;

// idiom: struct copied
// types
struct state@ {
	double level;
	struct {
		double low, high;
	} bounds;
};
// body
struct state@ p@ = { A, { B, C } }, q@ = p@;
p@.level = 9;
q@.bounds.low = D;
OUT0 = p@.level + q@.level;
OUT1 = q@.bounds.low;
OUT2 = q@.bounds.high;

// idiom: array of arrays of structs
// types
struct pixel@ {
	double value;
	int weight;
};
// body
struct pixel@ grid@[2][2] = { { { A, 1 }, { B, 2 } }, { { C, I }, { 0.5, 3 } } };
OUT0 = grid@[0][1].value * grid@[0][1].weight;
OUT1 = grid@[1][0].value;
OUT2 = grid@[1][0].weight + grid@[1][1].value;

// idiom: union of views
// types
union word@ {
	uint32_t whole;
	uint8_t bytes[4];
};
// body
union word@ w@ = { .whole = (uint32_t)I * 0x01010101u };
OUT0 = w@.bytes[0];
OUT1 = w@.bytes[3] + A;

// idiom: tagged union
// types
struct value@ {
	int is_number;
	union {
		double number;
		int code;
	} as;
};
// far
double value_get@(const struct value@ *v)
{
	return DECIDE(v->is_number) ? v->as.number : v->as.code;
}
// body
struct value@ p@ = { .is_number = 1, .as.number = A }, q@ = { .is_number = 0, .as.code = I };
OUT0 = value_get@(&p@);
OUT1 = value_get@(&q@);

// idiom: bit-fields
// types
struct flags@ {
	unsigned low : 3, high : 4, on : 1;
};
// body
struct flags@ b@ = { 0 };
b@.low = (unsigned)I & 7;
b@.high = (unsigned)J & 15;
b@.on = 1;
OUT0 = b@.low;
OUT1 = b@.high + b@.on;

// idiom: type punning by memcpy
double x@ = A;
uint64_t bits@;
memcpy(&bits@, &x@, sizeof bits@);
OUT0 = (double)(bits@ >> 52);
OUT1 = B;

// idiom: type punning by union
// types
union number@ {
	double as_number;
	uint64_t as_bits;
};
// body
union number@ u@;
u@.as_number = A;
u@.as_bits ^= 1ull << 63;
OUT0 = u@.as_number;

// idiom: container_of
// types
struct link@ {
	struct link@ *next;
};
struct job@ {
	double cost;
	struct link@ link;
	double gain;
};
// body
struct job@ p@ = { A, { NULL }, B };
struct link@ *at@ = &p@.link;
const struct job@ *owner@ = (const struct job@ *)((const char *)at@ - offsetof(struct job@, link));
OUT0 = owner@->cost;
OUT1 = owner@->gain;

// idiom: base struct first
// types
struct shape@ {
	int kind;
	double area;
};
struct box@ {
	struct shape@ base;
	double width;
};
// far
double shape_area@(const struct shape@ *shape)
{
	return shape->area * 2;
}
// body
struct box@ p@ = { { 1, A }, B };
OUT0 = shape_area@((const struct shape@ *)&p@);
OUT1 = ((struct box@ *)&p@.base)->width;

// idiom: flexible array member
// types
struct vector@ {
	int count;
	double values[];
};
// body
struct vector@ *v@ = malloc(sizeof *v@ + 3 * sizeof(double));
v@->count = 3;
v@->values[0] = A;
v@->values[1] = B;
v@->values[2] = C;
OUT0 = v@->values[0] + v@->values[v@->count - 1];
OUT1 = v@->values[1];
free(v@);

// idiom: two member arrays of one record handed to one callee
// kinds: any
// types
struct filter@ {
	double out[16];
	int fill;
	double memory[3];
};
// far
void filter_step@(double *memory, double *out, const double *in, int n, double drift)
{
	for (int k = 0; k < n; k++) {
		double x = in[k] - memory[0] / 2;
		memory[0] = in[k];
		memory[2] = drift - memory[2] / 4;
		out[k] = x;
	}
}
// body
struct filter@ f@ = { { 0 }, 0, { 0 } };
double in@[8];
for (int k = 0; k < 8; k++)
	in@[k] = A + k;
filter_step@(f@.memory, &f@.out[4], in@, I & 7, B);
OUT0 = f@.out[5];
OUT1 = f@.memory[2];
OUT2 = f@.memory[0] + f@.fill;

// idiom: union copied on a condition
// kinds: any
// types
union held@ { double *pointer; int number; unsigned long bits; };
// near
static void hold@(union held@ *to, const union held@ *from, int which)
{
	if (which > 7)
		*to = *from;
}
// body
double one@ = A, two@ = B;
union held@ first@ = { &one@ }, second@ = { &two@ };
hold@(&first@, &second@, I);
OUT0 = *first@.pointer;
OUT1 = *second@.pointer;
