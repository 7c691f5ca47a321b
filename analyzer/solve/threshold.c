/*
 * Comparisons of predictions with constants.
 */
#include "solve/facts.h"

enum { MAX_VISITS = 400 };

static const char *sign_of(BinOp op, bool swapped)
{
	switch (op) {
	case BIN_LT: return swapped ? ">" : "<";
	case BIN_LE: return swapped ? ">=" : "<=";
	case BIN_GT: return swapped ? "<" : ">";
	case BIN_GE: return swapped ? "<=" : ">=";
	case BIN_ADD: case BIN_SUB: case BIN_MUL: case BIN_DIV: case BIN_REM: case BIN_SHL: case BIN_SHR: case BIN_AND:
	case BIN_OR: case BIN_XOR: case BIN_EQ: case BIN_NE: case BIN_COUNT:
		return NULL;
	}
	return NULL;
}

/* NODE hands its data on as it is, or scaled by a constant. */
static bool passes_on(Engine *e, FlowId node)
{
	const Flow *v = flow(e, node);
	const Instr *in = fact_instr(e, node);
	const Function *f = fact_function(e, node);

	switch ((FlowKind)v->kind) {
	case FLOW_LOAD: case FLOW_STORE: case FLOW_PHI: case FLOW_WEAK: case FLOW_MERGE: case FLOW_ASSUME:
		return true;
	case FLOW_OUT: case FLOW_VIA: case FLOW_FORMAL:
		return true;
	case FLOW_OP:
		if (!in)
			return true;
		if (in->op == OP_BIN)
			return in->sub <= BIN_DIV && (!str_empty(fact_constant(e, f, in->a)) || !str_empty(fact_constant(e, f, in->b)));
		return in->op == OP_CAST || (in->op == OP_UN && in->sub == UN_NEG);
	case FLOW_NONE: case FLOW_CONST: case FLOW_UNDEF: case FLOW_ENTRY: case FLOW_EXTERNAL: case FLOW_SIGNAL:
	case FLOW_PREDICTION: case FLOW_GET: case FLOW_BRANCH: case FLOW_ESCAPE: case FLOW_CHOICE:
		return false;
	}
	return false;
}

/* Where the data of NODE comes from: inside the instance, in callees and, for formals, in callers. */
static void push_data(Engine *e, FlowId node, FlowIds *work)
{
	const Flow *v = flow(e, node);

	for (uint32_t i = 0; i < v->ndeps && v->kind != FLOW_OUT; i++) {
		const Dep *d = &e->deps.items[v->first_dep + i];
		if (d->kind == DEP_DATA && !d->condition)
			vec_push(work, d->from);
	}
	if (v->kind == FLOW_OUT) {
		const Out *out = flow_out(e, v);
		if (out)
			vec_push(work, out->node);
	} else if (v->kind == FLOW_FORMAL) {
		const Instance *inst = e->instances.items[v->inst];
		for (uint32_t i = 0; i < inst->callers.len; i++) {
			const Call *call = &e->calls.items[inst->callers.items[i]];
			if (v->aux < call->ins.len && call->ins.items[v->aux])
				vec_push(work, call->ins.items[v->aux]);
		}
	}
}

static void add_threshold(Engine *e, FlowId prediction, Site site, Str text)
{
	NodeId id = thing_node(e, &e->things.items[flow(e, prediction)->aux]);
	Node *node = &e->graph->nodes.items[id];

	for (uint32_t i = 0; i < node->thresholds.len; i++) {
		const Threshold *other = &node->thresholds.items[i];
		if (str_equal(other->site.file, site.file) && other->site.line == site.line && str_equal(other->text, text))
			return;
	}
	vec_push(&node->thresholds, (Threshold){ site, text });
}

static void trace(Engine *e, FlowId start, Site site, Str text)
{
	FlowIds work = {0};
	Map seen = {0};

	vec_push(&work, start);
	while (work.len && seen.len < MAX_VISITS) {
		FlowId node = vec_pop(&work);
		if (!node || !map_put(&seen, node, 1))
			continue;
		if (flow(e, node)->kind == FLOW_PREDICTION)
			add_threshold(e, node, site, text);
		else if (passes_on(e, node) && (node == start || !flow(e, node)->marked))
			push_data(e, node, &work);
	}
	vec_release(&work);
	map_release(&seen);
}

/* An integer below zero is an error code, not a prediction. */
static bool is_error_check(Engine *e, const Function *f, ValueId constant)
{
	TypeId type = f->instrs.items[constant].type;

	return type != NONE && e->program->types.items[type].kind == TY_INT && f->instrs.items[constant].op == OP_CONST_INT &&
		f->instrs.items[constant].imm <= 0;
}

static bool same_constant(const Function *f, ValueId a, ValueId b)
{
	const Instr *x = instr_behind_casts(f, a), *y = instr_behind_casts(f, b);
	bool constants = (x->op == OP_CONST_INT || x->op == OP_CONST_FLOAT) && x->op == y->op;
	return constants && x->imm == y->imm && str_equal(x->text, y->text);
}

/* A store of a constant into LOCAL in the block that BRANCH jumps to. */
static bool resets(const Function *f, const Instr *branch, int64_t local)
{
	const Block *block = &f->blocks.items[branch->b];

	for (uint32_t i = block->first; i < block->first + block->count; i++) {
		const Instr *in = &f->instrs.items[i];
		if (in->op == OP_STORE && f->instrs.items[in->a].op == OP_ADDR_LOCAL && f->instrs.items[in->a].imm == local &&
		    same_constant(f, in->b, in->b))
			return true;
	}
	return false;
}

/* `if (x > MAX) x = MAX`: the value is kept in range, nothing is decided. COMPARISON is an instruction of F. */
static bool is_clamp(const Function *f, ValueId comparison, ValueId value, ValueId constant)
{
	const Instr *load = &f->instrs.items[value];
	bool local = load->op == OP_LOAD && f->instrs.items[load->a].op == OP_ADDR_LOCAL;

	for (ValueId i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		if (in->op == OP_STORE && same_constant(f, in->b, constant))
			return true;
		if (in->op == OP_RETURN && in->a != NONE && same_constant(f, in->a, constant))
			return true;
		if (in->op == OP_BRANCH && in->a == comparison && local && resets(f, in, f->instrs.items[load->a].imm))
			return true;
	}
	return false;
}

static void check_comparison(Engine *e, FlowId node)
{
	const Instr *in = fact_instr(e, node);
	const Function *f = fact_function(e, node);

	if (!in || in->op != OP_BIN || !f || f->is_stub)
		return;
	Str left = fact_constant(e, f, in->a), right = fact_constant(e, f, in->b);
	const char *sign = sign_of((BinOp)in->sub, !str_empty(left));
	ValueId constant = str_empty(left) ? in->b : in->a, value = str_empty(left) ? in->a : in->b;
	if (!sign || str_empty(left) == str_empty(right) || is_error_check(e, f, constant) ||
	    is_clamp(f, flow(e, node)->instr, value, constant))
		return;
	const Flow *v = flow(e, node);
	Site site = place_site(e, in->place, e->instances.items[v->inst]->func);
	for (uint32_t i = 0; i < v->ndeps; i++)
		if (e->deps.items[v->first_dep + i].kind == DEP_DATA)
			trace(e, e->deps.items[v->first_dep + i].from, site, str_format("%s %s", sign, str_text(str_empty(left) ? right : left)));
}

void find_thresholds(Engine *e)
{
	for (FlowId node = 1; node < e->flows.len; node++)
		if (flow(e, node)->kind == FLOW_OP && flow(e, node)->inst > 1 &&
		    e->instances.items[flow(e, node)->inst]->live)
			check_comparison(e, node);
}
