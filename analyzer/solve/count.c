/*
 * Counts: numbers that are not known, but are one number in the whole invocation of a function, or in an iteration of the
 * loop that computes them. A count is a sum of such values, each times a constant, and a constant (symbolic linear
 * expressions: Haghighat and Polychronopoulos, "Symbolic Analysis for Parallelizing Compilers", TOPLAS 1996), so that
 * 2 * n - m + m is 2 * n. Equal sums have one number.
 */
#include "solve/engine.h"
#include "solve/interp.h"

enum { MAX_DEPTH = 8, MAX_TERMS = 4, VALUE = -1 /* as Term.op */ };

typedef struct { Term items[2 * MAX_TERMS]; uint32_t len; int64_t plus; } Sum;

static int term_order(const Term *a, const Term *b)
{
	if (a->op != b->op)
		return a->op < b->op ? -1 : 1;
	if (a->of != b->of)
		return a->of < b->of ? -1 : 1;
	return a->by < b->by ? -1 : a->by > b->by;
}

/* Adds TIMES COUNT (0: nothing) to SUM; false: too large a number. */
static bool add_times(const Engine *e, Sum *sum, uint32_t count, int64_t times)
{
	Count c = e->counts.items[count];
	Sum before = *sum;
	int64_t plus;

	if (__builtin_mul_overflow(c.plus, times, &plus) || __builtin_add_overflow(sum->plus, plus, &sum->plus))
		return false;
	sum->len = 0;
	for (uint32_t i = 0, k = 0; i < before.len || k < c.terms;) {
		const Term *a = i < before.len ? &before.items[i] : NULL, *b = k < c.terms ? &e->terms.items[c.first + k] : NULL;
		int order = !a ? 1 : !b ? -1 : term_order(a, b);
		Term term = order <= 0 ? *a : *b;
		int64_t more = 0;
		if (order > 0)
			term.times = 0;
		if ((order >= 0 && __builtin_mul_overflow(b->times, times, &more)) || __builtin_add_overflow(term.times, more, &term.times))
			return false;
		i += order <= 0;
		k += order >= 0;
		if (term.times)
			sum->items[sum->len++] = term;
	}
	return sum->len <= MAX_TERMS;
}

/* The number of SUM; 0: it has too many terms, or none. */
static uint32_t number_of_sum(Engine *e, const Sum *sum)
{
	uint64_t key = hash_u64(hash_u64(0xC0, sum->len), (uint64_t)sum->plus);

	for (uint32_t i = 0; i < sum->len; i++)
		key = hash_u64(hash_u64(hash_u64(key, (uint64_t)sum->items[i].times), map_key(sum->items[i].of, (uint32_t)sum->items[i].op)), (uint64_t)sum->items[i].by);
	uint32_t known = map_get_or(&e->count_index, key, 0);
	if (known || !sum->len || sum->len > MAX_TERMS)
		return known;
	vec_push(&e->counts, (Count){ e->terms.len, sum->len, sum->plus });
	for (uint32_t i = 0; i < sum->len; i++)
		vec_push(&e->terms, sum->items[i]);
	map_put(&e->count_index, key, e->counts.len - 1);
	return e->counts.len - 1;
}

static uint32_t one_term(Engine *e, Term term)
{
	if (!e->counts.len)
		vec_push(&e->counts, (Count){0});
	return number_of_sum(e, &(Sum){ { term }, 1, 0 });
}

/* TIMES A and OTHER times B (0: nothing) and PLUS; 0: it cannot be said, or is known. */
static uint32_t combined(Engine *e, uint32_t a, int64_t times, uint32_t b, int64_t other, int64_t plus)
{
	Sum sum = { .plus = plus };

	return add_times(e, &sum, a, times) && (!b || add_times(e, &sum, b, other)) ? number_of_sum(e, &sum) : 0;
}

uint32_t count_plus(Engine *e, uint32_t count, int64_t plus)
{
	return plus ? combined(e, count, 1, 0, 0, plus) : count;
}

uint32_t count_sum(Engine *e, uint32_t a, uint32_t b)
{
	return combined(e, a, 1, b, 1, 0);
}

uint32_t count_difference(Engine *e, uint32_t a, uint32_t b)
{
	return combined(e, a, 1, b, -1, 0);
}

uint32_t count_times(Engine *e, uint32_t count, int64_t times)
{
	return combined(e, count, times, 0, 0, 0);
}

bool count_is_natural(const Engine *e, uint32_t count)
{
	Count c = e->counts.items[count];
	bool natural = c.plus >= 0;

	for (uint32_t i = 0; i < c.terms && natural; i++) {
		Term t = e->terms.items[c.first + i];
		natural = t.times >= 0 && (t.op == VALUE ? e->flows.items[t.of].value.num.lo >= 0 : t.by >= 0 && count_is_natural(e, t.of));
	}
	return natural;
}

bool count_distance(const Engine *e, uint32_t a, int64_t times, uint32_t b, int64_t other, int64_t *distance)
{
	Sum sum = {0};
	bool told = add_times(e, &sum, a, times) && add_times(e, &sum, b, -other) && !sum.len;

	*distance = sum.plus;
	return told;
}

uint32_t count_in_units(Engine *e, uint32_t count, int64_t most, int64_t *unit)
{
	Count c = e->counts.items[count];
	Sum sum = {0};

	*unit = llabs(c.plus);
	for (uint32_t i = 0; i < c.terms; i++)
		*unit = common_divisor(llabs(e->terms.items[c.first + i].times), *unit);
	if (*unit <= 1 || *unit > most) {
		*unit = 1;
		return count;
	}
	sum.plus = c.plus / *unit;
	for (sum.len = 0; sum.len < c.terms; sum.len++) {
		sum.items[sum.len] = e->terms.items[c.first + sum.len];
		sum.items[sum.len].times /= *unit;
	}
	return number_of_sum(e, &sum);
}

int64_t count_share(const Engine *e, uint32_t part, uint32_t whole, int64_t *times)
{
	Count c = e->counts.items[part];
	const Term *t = c.terms == 1 && !c.plus ? &e->terms.items[c.first] : NULL;

	if (!t || t->op == VALUE || t->of != whole || t->by <= 0 || t->times <= 0)
		return 0;
	*times = t->times;
	return t->op == BIN_DIV ? t->by : t->by < 32 ? (int64_t)1 << t->by : 0;
}

/* ---- values ---- */

/* The head of the innermost loop that computes NODE anew in each iteration; NONE: no loop does. */
static BlockId loop_of(const Run *r, FlowId node)
{
	const Flow *v = flow(r->e, node);

	return v->kind == FLOW_FORMAL || v->instr == NONE ? NONE : r->cfg->loop[function_block_at(r->f, v->instr)];
}

/* Is NODE one value in the whole invocation, or in this iteration of the loop that computes it? */
static bool is_fixed(Run *r, FlowId node)
{
	const Flow *v = flow(r->e, node);

	if (v->inst != r->inst->id || r->world || r->inst->recursive || (v->kind != FLOW_FORMAL && v->instr == NONE))
		return false;
	BlockId loop = loop_of(r, node);
	if (loop == NONE)
		return true;
	r->counts_in_loops = true;
	return r->block < r->cfg->nblocks && cfg_loop_contains(r->cfg, loop, r->block);
}

bool count_is_new_in(const Run *r, uint32_t count, BlockId head)
{
	const Engine *e = r->e;
	Count c = e->counts.items[count];
	bool found = false;

	for (uint32_t i = 0; i < c.terms && !found; i++) {
		Term t = e->terms.items[c.first + i];
		BlockId loop = t.op == VALUE && flow(r->e, t.of)->inst == r->inst->id ? loop_of(r, t.of) : NONE;
		found = t.op == VALUE ? loop != NONE && cfg_loop_contains(r->cfg, head, loop) : count_is_new_in(r, t.of, head);
	}
	return found;
}

static uint32_t count_of(Run *r, FlowId node, int depth);

/* The count of what operand V is a number of; *KNOWN: it is that number, and the count is 0. */
static uint32_t operand(Run *r, ValueId v, int depth, bool *constant, int64_t *known)
{
	const Instr *in = instr_same_number(r->e->program, r->f, v);

	*constant = in->op == OP_CONST_INT;
	*known = *constant ? in->imm : 0;
	return *constant ? 0 : count_of(r, interp_value(r, (ValueId)(in - r->f->instrs.items)), depth);
}

/* What the operation IN makes of counts; 0: something else. */
static uint32_t count_of_operation(Run *r, const Instr *in, int depth)
{
	Engine *e = r->e;
	bool a_known, b_known;
	int64_t x, y;

	if (in->op != OP_BIN || in->sub >= BIN_EQ)
		return 0;
	uint32_t a = operand(r, in->a, depth + 1, &a_known, &x), b = operand(r, in->b, depth + 1, &b_known, &y);
	if ((!a && !a_known) || (!b && !b_known) || (a_known && b_known))
		return 0;
	if (in->sub == BIN_ADD)
		return a_known ? count_plus(e, b, x) : b_known ? count_plus(e, a, y) : count_sum(e, a, b);
	if (in->sub == BIN_SUB)
		return a_known ? combined(e, b, -1, 0, 0, x) : b_known ? combined(e, a, 1, 0, 0, -y) : combined(e, a, 1, b, -1, 0);
	if (in->sub == BIN_MUL && (a_known || b_known))
		return combined(e, a_known ? b : a, a_known ? x : y, 0, 0, 0);
	if (in->sub == BIN_SHL && b_known && y >= 0 && y < 32)
		return combined(e, a, (int64_t)1 << y, 0, 0, 0);
	if ((in->sub == BIN_SHR || in->sub == BIN_DIV) && b_known)
		return one_term(e, (Term){ 1, a, y, (int)in->sub });
	return 0;
}

void count_note_end(Run *r, FlowId node, uint32_t count)
{
	map_put(&r->ends, flow_as_assigned(r->e, node), count);
}

/* What NODE, which counted the iterations of a loop that was left, ended with; 0: it is no such one. */
static uint32_t end_of(const Run *r, FlowId node)
{
	uint32_t end = r->ends.len ? map_get_or(&r->ends, node, 0) : 0;
	BlockId loop = end ? loop_of(r, node) : NONE;

	return loop != NONE && r->block < r->cfg->nblocks && !cfg_loop_contains(r->cfg, loop, r->block) ? end : 0;
}

/* The operation of this function that computes NODE now; NULL: none does. */
static const Instr *operation_of(const Run *r, FlowId node)
{
	const Flow *v = flow(r->e, node);
	bool computed = v->kind == FLOW_OP && v->inst == r->inst->id && v->instr != NONE && r->values[v->instr] == node;

	return computed ? &r->f->instrs.items[v->instr] : NULL;
}

static uint32_t count_of(Run *r, FlowId node, int depth)
{
	node = flow_as_assigned(r->e, node);
	const Flow *v = flow(r->e, node);

	if (!node || depth > MAX_DEPTH || range_is_const(v->value.num) || v->value.pts || v->inst != r->inst->id)
		return 0;
	uint32_t count = end_of(r, node);
	if (count)
		return count;
	const Instr *in = operation_of(r, node), *same = in ? instr_same_number(r->e->program, r->f, v->instr) : NULL;
	if (same != in)
		return count_of(r, interp_value(r, (ValueId)(same - r->f->instrs.items)), depth + 1);
	count = in ? count_of_operation(r, in, depth) : 0;
	return count ? count : is_fixed(r, node) ? one_term(r->e, (Term){ 1, node, 0, VALUE }) : 0;
}

uint32_t count_of_value(Run *r, ValueId value)
{
	bool constant;
	int64_t known;

	return operand(r, value, 0, &constant, &known);
}

uint32_t count_of_node(Run *r, FlowId node)
{
	return count_of(r, node, 0);
}

uint32_t count_ahead(Run *r, FlowId pointer, int64_t *step, Pointee *base)
{
	const Instr *in = operation_of(r, flow_as_assigned(r->e, pointer));
	FlowId from = in && in->op == OP_ELEM && in->imm > 0 ? r->values[in->a] : 0;
	uint32_t n;
	const Pointee *t = pts_targets(from ? flow(r->e, from)->value.pts : 0, &n);

	if (n != 1 || !range_is_const(t->off))
		return 0;
	*base = *t;
	*step = in->imm;
	return count_of_value(r, in->b);
}

uint32_t count_up_to(Run *r, FlowId end, const Pointee *first, int64_t step)
{
	Pointee base;
	int64_t apart;
	uint32_t count = count_ahead(r, end, &apart, &base);
	int64_t ahead = count && apart == step && base.obj == first->obj ? first->off.lo - base.off.lo : -1;

	return ahead >= 0 && ahead % step == 0 ? count_plus(r->e, count, -(ahead / step)) : 0;
}

/* COUNT of CALLEE, in its caller. */
static uint32_t above(Run *caller, State *state, Call *call, Instance *callee, uint32_t count, int depth)
{
	Engine *e = caller->e;
	Count c = e->counts.items[count];
	uint32_t sum = 0;

	for (uint32_t i = 0; i < c.terms && depth <= MAX_DEPTH; i++) {
		Term t = e->terms.items[c.first + i];
		const Flow *v = t.op == VALUE ? flow(e, t.of) : NULL;
		uint32_t one = 0;
		if (!v) {
			uint32_t of = above(caller, state, call, callee, t.of, depth + 1);
			one = of ? one_term(e, (Term){ 1, of, t.by, t.op }) : 0;
		} else if (v->kind == FLOW_FORMAL && v->inst == callee->id && !callee->formal_ins.items[v->aux].prefix) {
			FormalIn in = callee->formal_ins.items[v->aux];
			one = count_of_node(caller, caller_value(caller, state, call, callee, &in, ASK_NUMBER));
		}
		sum = !one ? 0 : i ? combined(e, sum, 1, one, t.times, 0) : combined(e, one, t.times, 0, 0, c.plus);
		if (!sum)
			return 0;
	}
	return sum;
}

uint32_t count_above(Run *caller, State *state, Call *call, Instance *callee, uint32_t count)
{
	return above(caller, state, call, callee, count, 0);
}
