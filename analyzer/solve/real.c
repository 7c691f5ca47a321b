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

/* The functions of <math.h> that sizes, orders and numbers of bins are worked out with. */
static const struct { const char *name; double (*one)(double); double (*two)(double, double); bool whole; } functions[] = {
	{ "floor", floor, NULL, false }, { "ceil", ceil, NULL, false }, { "trunc", trunc, NULL, false }, { "round", round, NULL, false },
	{ "rint", rint, NULL, false }, { "nearbyint", nearbyint, NULL, false }, { "fabs", fabs, NULL, false }, { "sqrt", sqrt, NULL, false },
	{ "log", log, NULL, false }, { "log2", log2, NULL, false }, { "log10", log10, NULL, false }, { "exp", exp, NULL, false },
	{ "exp2", exp2, NULL, false }, { "pow", NULL, pow, false }, { "fmin", NULL, fmin, false }, { "fmax", NULL, fmax, false },
	{ "fmod", NULL, fmod, false }, { "lround", round, NULL, true }, { "llround", round, NULL, true }, { "lrint", rint, NULL, true },
	{ "llrint", rint, NULL, true },
};

/* The number of the function with the NAME of one of double, or the same with an `f` behind it; -1: it is none of them. */
static int function_named(const char *name)
{
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
		size_t length = strlen(functions[i].name);
		if (!strncmp(name, functions[i].name, length) && (!name[length] || !strcmp(name + length, "f")))
			return (int)i;
	}
	return -1;
}

bool real_is_function(const Function *f)
{
	return f->is_stub && function_named(str_text(f->name)) >= 0;
}

bool real_call(Run *r, FuncId func, const Call *call, uint32_t instr, FlowId *result)
{
	Engine *e = r->e;
	const Function *f = &e->program->functions.items[func];
	bool may_be = f->is_stub && (call->args.len == 1 || call->args.len == 2);
	int at = may_be ? function_named(str_text(f->name)) : -1;
	double numbers[2] = { 0, 0 };

	if (at < 0 || call->args.len != (functions[at].two ? 2u : 1u))
		return false;
	TypeId type = e->program->types.items[f->type].elem;
	for (uint32_t i = 0; i < call->args.len; i++)
		if (!real_get(e, call->args.items[i], &numbers[i]))
			return false;
	double number = functions[at].two ? functions[at].two(numbers[0], numbers[1]) : functions[at].one(numbers[0]);
	if (functions[at].whole ? !(fabs(number) < EXACT) : !isfinite(number))
		return false;
	*result = flow_keyed(r, FLOW_OP, instr, 0x2EA1);
	flow_deps(e, *result, call->args.items, call->args.len);
	flow(e, *result)->type = type;
	if (functions[at].whole)
		flow(e, *result)->value.num = range_const((int64_t)number);
	else
		real_set(e, *result, rounded(number, e->program->types.items[type].bits));
	return true;
}

Range real_compared(Run *r, uint32_t instr)
{
	const Instr *in = &r->f->instrs.items[instr];
	FlowId x = interp_value(r, in->a), y = interp_value(r, in->b);
	double a, b;

	if (!(flow(r->e, x)->real || flow(r->e, y)->real) || !real_get(r->e, x, &a) || !real_get(r->e, y, &b))
		return range_top();
	switch ((int)in->sub) {
	case BIN_EQ: return range_const(a == b);
	case BIN_NE: return range_const(a != b);
	case BIN_LT: return range_const(a < b);
	case BIN_LE: return range_const(a <= b);
	case BIN_GT: return range_const(a > b);
	case BIN_GE: return range_const(a >= b);
	default: return range_top();
	}
}

Range real_whole(Engine *e, FlowId node)
{
	double number;

	if (!flow(e, node)->real || !real_get(e, node, &number) || !(fabs(number) < EXACT))
		return range_top();
	return range_const((int64_t)number);
}
