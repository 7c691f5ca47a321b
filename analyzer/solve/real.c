/*
 * Numbers with a fraction, where they are constant: window lengths are (int)(rate * 0.02), and options of indicators are kept
 * in double. They are kept beside the values of nodes, and asked of callers only where they become whole numbers.
 */
#include "solve/engine.h"

#include <math.h>

/* Whole numbers up to here are exact. */
static const double EXACT = 9007199254740992.0;

static bool is_kind(Engine *e, TypeId type, TypeKind kind)
{
	return type != NONE && e->program->types.items[type].kind == kind;
}

void real_set(Engine *e, FlowId node, double number)
{
	uint32_t at;

	flow(e, node)->real = true;
	if (map_get(&e->real_of, node, &at)) {
		e->reals.items[at] = number;
		return;
	}
	map_put(&e->real_of, node, e->reals.len);
	vec_push(&e->reals, number);
}

bool real_get(Engine *e, FlowId node, double *number)
{
	const Flow *v = flow(e, node);
	uint32_t at;

	if (v->real && map_get(&e->real_of, node, &at)) {
		*number = e->reals.items[at];
		return true;
	}
	*number = (double)v->value.num.lo;
	return is_kind(e, v->type, TY_INT) && range_is_const(v->value.num) && !v->value.pts && fabs(*number) <= EXACT;
}

void real_copy(Engine *e, FlowId to, FlowId from)
{
	double number;

	if (flow(e, from)->real && real_get(e, from, &number))
		real_set(e, to, number);
}

Range real_bits(Engine *e, FlowId node)
{
	double number;
	int64_t bits;

	if (!real_get(e, node, &number))
		return range_top();
	memcpy(&bits, &number, sizeof bits);
	return range_const(bits);
}

void real_set_bits(Engine *e, FlowId node, Range bits)
{
	double number;

	if (!range_is_const(bits))
		return;
	memcpy(&number, &bits.lo, sizeof number);
	real_set(e, node, number);
}

/* In arithmetic of BITS, numbers are rounded to them. */
static double rounded(double number, int64_t bits)
{
	return bits == 32 ? (float)number : number;
}

void real_compute(Run *r, uint32_t instr, FlowId node)
{
	Engine *e = r->e;
	const Instr *in = &r->f->instrs.items[instr];
	double a, b = 0;

	if (!is_kind(e, in->type, TY_FLOAT) || !real_get(e, interp_value(r, in->a), &a))
		return;
	if (in->op == OP_BIN && !real_get(e, interp_value(r, in->b), &b))
		return;
	int64_t bits = e->program->types.items[in->type].bits;
	a = rounded(a, bits);
	b = rounded(b, bits);
	if (in->op == OP_UN && in->sub == UN_NEG)
		real_set(e, node, -a);
	else if (in->op == OP_BIN && in->sub == BIN_ADD)
		real_set(e, node, rounded(a + b, bits));
	else if (in->op == OP_BIN && in->sub == BIN_SUB)
		real_set(e, node, rounded(a - b, bits));
	else if (in->op == OP_BIN && in->sub == BIN_MUL)
		real_set(e, node, rounded(a * b, bits));
	else if (in->op == OP_BIN && in->sub == BIN_DIV && b != 0)
		real_set(e, node, rounded(a / b, bits));
}

Range real_whole(Engine *e, FlowId node)
{
	double number;

	if (!flow(e, node)->real || !real_get(e, node, &number) || !(fabs(number) < EXACT))
		return range_top();
	return range_const((int64_t)number);
}
