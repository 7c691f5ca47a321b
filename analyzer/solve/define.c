/*
 * How features are made: from each feature back to the assignments that may arrive, and from each of them the value as
 * an expression over named things. Functions of the program are followed into the call that made the value, so that
 * two callers of a helper do not mix; library functions stay calls. The text is for people and for comparing places;
 * the hash beside it tells whether two values are the same at run time.
 */
#include "solve/facts.h"

enum { MAX_DEPTH = 48, MAX_LENGTH = 300, MAX_WORK = 600, MAX_DEFINITIONS = 12, MAX_CALLERS = 6 };

/* The calls that were descended into. */
typedef struct Frame {
	uint32_t call;
	const struct Frame *up;
	uint64_t id;   /* of the whole chain */
} Frame;

static Frame frame_down(uint32_t call, const Frame *up)
{
	return (Frame){ call, up, hash_u64(up ? up->id : 0, call) };
}

typedef struct {
	Str text;
	uint64_t same;   /* which values it is made of */
	uint64_t core;   /* the same without constants added or multiplied from outside */
	bool constant;
} Expr;

typedef struct {
	Engine *e;
	FlowId start;
	NodeId feature;
	uint32_t work;
	bool failed, exact;
	VEC(struct { FlowId node; const Frame *frame; }) open;
} Writer;

static Expr expr_of(Writer *w, FlowId node, const Frame *frame, uint32_t depth);

static Expr expr_text(Str text, uint64_t same)
{
	return (Expr){ text, same, same, false };
}

static Expr expr_constant(Str text)
{
	return (Expr){ text, hash_u64(text.i, 0xC0), hash_u64(text.i, 0xC0), true };
}

static Expr expr_fail(Writer *w)
{
	w->failed = true;
	return expr_text(str_intern("?"), 0);
}

/* The address as it is written: equal for two reads of one variable or member in one instance. */
static uint64_t address_hash(const Function *f, ValueId value, int depth)
{
	const Instr *in = value == NONE ? NULL : &f->instrs.items[value];

	if (!in || depth > 12 || in->op == OP_CALL)
		return hash_u64(value, 0xAD);
	uint64_t hash = hash_u64(hash_u64(in->op, in->sub), (uint64_t)in->imm);
	if (in->op == OP_CONST_INT || in->op == OP_ADDR_LOCAL || in->op == OP_ADDR_GLOBAL)
		return hash;
	hash = hash_u64(hash, address_hash(f, in->a, depth + 1));
	return in->op == OP_ELEM || in->op == OP_BIN ? hash_u64(hash, address_hash(f, in->b, depth + 1)) : hash;
}

/* Does the address, as it is written, mean the same place wherever it is? Its variables are set once. */
static bool stays(const Function *f, ValueId value, int depth)
{
	const Instr *in = value == NONE ? NULL : &f->instrs.items[value];
	uint32_t stores = 0;

	if (!in || in->op == OP_CONST_INT || in->op == OP_ADDR_LOCAL || in->op == OP_ADDR_GLOBAL)
		return true;
	if (depth > 12 || in->op == OP_CALL)
		return false;
	if (in->op == OP_LOAD && f->instrs.items[in->a].op == OP_ADDR_LOCAL) {
		const Instr *local = &f->instrs.items[in->a];
		for (uint32_t i = 0; i < f->instrs.len; i++)
			stores += f->instrs.items[i].op == OP_STORE && f->instrs.items[f->instrs.items[i].a].op == OP_ADDR_LOCAL &&
				f->instrs.items[f->instrs.items[i].a].imm == local->imm;
		return stores <= (local->imm >= f->nparams);
	}
	bool rest = in->op != OP_ELEM && in->op != OP_BIN ? true : stays(f, in->b, depth + 1);
	return rest && stays(f, in->a, depth + 1);
}

/* Is V the one value that a call returned, not what it left in memory or returned a pointer to, of which each element is another? */
static bool is_returned(const Module *program, const Flow *v, const Role *role)
{
	bool returned = v->kind != FLOW_PREDICTION || !role;

	for (uint32_t i = 0; !returned && i < role->outputs.len; i++)
		returned = role->outputs.len == 1 && role->outputs.items[i].arg == POS_RETURN;
	if (v->kind != FLOW_SIGNAL && v->kind != FLOW_GET)
		return returned;
	return role && role->value.arg == POS_RETURN && (v->type == NONE || type_is_number(program, v->type));
}

static Expr expr_named(Writer *w, FlowId node)
{
	Engine *e = w->e;
	const Flow *v = flow(e, node);
	const Thing *thing = &e->things.items[v->aux];
	const Instr *in = fact_instr(e, node);
	const Role *role = thing->role == NONE ? NULL : &e->roles->roles.items[thing->role];
	uint64_t same = node;

	w->exact &= v->kind != FLOW_ENTRY || thing->first != SEVERAL_PLACES;
	if (v->kind == FLOW_SIGNAL && in && in->op == OP_LOAD && !in->is_volatile && stays(fact_function(e, node), in->a, 0))
		same = hash_u64(v->inst, address_hash(fact_function(e, node), in->a, 0));
	else
		w->exact &= is_returned(e->program, v, role);
	return expr_text(thing->name, same);
}

/* The K-th data dependence of a node, the last when there are fewer; 0: none. */
static FlowId data_dep(Engine *e, FlowId node, uint32_t k)
{
	const Flow *v = flow(e, node);
	FlowId found = 0;

	for (uint32_t i = 0; i < v->ndeps; i++) {
		const Dep *d = &e->deps.items[v->first_dep + i];
		if (d->kind != DEP_DATA || d->condition)
			continue;
		found = d->from;
		if (!k--)
			break;
	}
	return found;
}

static uint32_t count_data(Engine *e, FlowId node)
{
	const Flow *v = flow(e, node);
	uint32_t count = 0;

	for (uint32_t i = 0; i < v->ndeps; i++) {
		const Dep *d = &e->deps.items[v->first_dep + i];
		count += d->kind == DEP_DATA && !d->condition;
	}
	return count;
}

/* The value of instruction VALUE when it is made of constants only. */
static Expr constant_of(Writer *w, const Function *f, ValueId value, uint32_t depth)
{
	const Instr *in = value == NONE ? NULL : &f->instrs.items[value];
	Str text = fact_constant(w->e, f, value);

	if (!str_empty(text))
		return expr_constant(text);
	if (!in || depth > 12)
		return expr_fail(w);
	if (in->op == OP_CAST)
		return constant_of(w, f, in->a, depth + 1);
	if (in->op != OP_BIN)
		return expr_fail(w);
	Expr a = constant_of(w, f, in->a, depth + 1), b = constant_of(w, f, in->b, depth + 1);
	return w->failed ? a : expr_constant(str_format("(%s %s %s)", str_text(a.text), bin_text((BinOp)in->sub), str_text(b.text)));
}

static const char *sign_of(BinOp op)
{
	static const char *const signs[BIN_COUNT] = {
		[BIN_ADD] = "+", [BIN_SUB] = "-", [BIN_MUL] = "*", [BIN_DIV] = "/", [BIN_REM] = "%", [BIN_SHL] = "<<",
		[BIN_SHR] = ">>", [BIN_AND] = "&", [BIN_OR] = "|", [BIN_XOR] = "^", [BIN_EQ] = "==", [BIN_NE] = "!=",
		[BIN_LT] = "<", [BIN_LE] = "<=", [BIN_GT] = ">", [BIN_GE] = ">=",
	};

	return signs[op];
}

static bool commutes(BinOp op)
{
	return op == BIN_ADD || op == BIN_MUL || op == BIN_AND || op == BIN_OR || op == BIN_XOR || op == BIN_EQ || op == BIN_NE;
}

static Expr expr_join(Writer *w, BinOp op, Expr a, Expr b)
{
	if (op == BIN_GT || op == BIN_GE) {
		Expr swapped = a;
		a = b;
		b = swapped;
		op = op == BIN_GT ? BIN_LT : BIN_LE;
	}
	if (commutes(op) && (b.constant == a.constant ? str_compare(a.text, b.text) > 0 : a.constant)) {
		Expr swapped = a;
		a = b;
		b = swapped;
	}
	if (str_length(a.text) + str_length(b.text) > MAX_LENGTH)
		return expr_fail(w);
	Str text = str_format("(%s %s %s)", str_text(a.text), sign_of(op), str_text(b.text));
	Expr out = expr_text(text, hash_u64(hash_u64(a.same, b.same), op));
	bool affine = op == BIN_ADD || op == BIN_SUB || op == BIN_MUL || op == BIN_DIV;
	if (affine && b.constant && !a.constant)
		out.core = a.core;
	else if (affine && a.constant && !b.constant && op != BIN_DIV)
		out.core = b.core;
	out.constant = a.constant && b.constant;
	return out;
}

static Expr operand(Writer *w, FlowId node, ValueId value, FlowId dep, const Frame *frame, uint32_t depth)
{
	const Function *f = fact_function(w->e, node);
	Str text = fact_constant(w->e, f, value);

	if (!str_empty(text))
		return expr_constant(text);
	return dep ? expr_of(w, dep, frame, depth + 1) : constant_of(w, f, value, 0);
}

static Expr expr_binary(Writer *w, FlowId node, const Instr *in, const Frame *frame, uint32_t depth)
{
	const Function *f = fact_function(w->e, node);
	bool a_constant = !str_empty(fact_constant(w->e, f, in->a)), b_constant = !str_empty(fact_constant(w->e, f, in->b));
	uint32_t deps = count_data(w->e, node);
	FlowId first = data_dep(w->e, node, 0), second = data_dep(w->e, node, 1);

	/* One dependence: of the operand that is no constant, or of both when they are the same value. */
	if (!a_constant && !b_constant && deps == 1 && in->a != in->b) {
		const Instr *x = &f->instrs.items[in->a], *y = &f->instrs.items[in->b];
		if (address_hash(f, in->a, 0) != address_hash(f, in->b, 0) || x->op == OP_CALL || y->op == OP_CALL)
			w->exact = false;
	}
	return expr_join(w, (BinOp)in->sub, operand(w, node, in->a, a_constant ? 0 : first, frame, depth),
	                 operand(w, node, in->b, b_constant ? 0 : a_constant ? first : second, frame, depth));
}

static bool truncates(const Module *program, const Function *f, const Instr *in)
{
	TypeId from = f->instrs.items[in->a].type;

	return in->type != NONE && from != NONE && program->types.items[in->type].kind == TY_INT &&
		program->types.items[from].kind == TY_FLOAT;
}

/* NAME(x, y) of all that NODE depends on. */
static Expr expr_call(Writer *w, const char *name, FlowId node, const Frame *frame, uint32_t depth)
{
	Text text = {0};
	uint32_t count = count_data(w->e, node);
	uint64_t same = hash_bytes(0xCA, name, strlen(name));

	text_printf(&text, "%s(", name);
	for (uint32_t i = 0; i < count && i < 8 && !w->failed; i++) {
		Expr part = expr_of(w, data_dep(w->e, node, i), frame, depth + 1);
		text_printf(&text, "%s%s", i ? ", " : "", str_text(part.text));
		same = hash_u64(same, part.same);
	}
	text_char(&text, ')');
	Expr out = text.len > MAX_LENGTH ? expr_fail(w) : expr_text(str_intern(text_data(&text)), same);
	text_release(&text);
	return out;
}

static Expr expr_operation(Writer *w, FlowId node, const Frame *frame, uint32_t depth)
{
	const Instr *in = fact_instr(w->e, node);
	const Function *f = fact_function(w->e, node);

	if (!in)
		return count_data(w->e, node) == 1 ? expr_of(w, data_dep(w->e, node, 0), frame, depth + 1) : expr_fail(w);
	if (in->op == OP_BIN)
		return expr_binary(w, node, in, frame, depth);
	if (in->op == OP_UN || in->op == OP_CAST) {
		Expr inner = operand(w, node, in->a, data_dep(w->e, node, 0), frame, depth);
		if (in->op == OP_CAST && !truncates(w->e->program, f, in))
			return inner;
		const char *form = in->op == OP_CAST ? "trunc(%s)" : in->sub == UN_NEG ? "-%s" : in->sub == UN_LNOT ? "!%s" : "~%s";
		Text text = {0};
		for (const char *p = form; *p; p++) {
			if (*p == '%') {
				text_put(&text, str_text(inner.text));
				p++;
			} else {
				text_char(&text, *p);
			}
		}
		Expr out = expr_text(str_intern(text_data(&text)), hash_u64(inner.same, in->op * 16u + in->sub));
		if (in->op == OP_UN && in->sub == UN_NEG)
			out.core = inner.core;
		text_release(&text);
		return out;
	}
	if (in->op == OP_CALL) {
		const Instr *callee = &f->instrs.items[in->a];
		Str name = callee->op == OP_ADDR_FUNC ? w->e->program->functions.items[callee->imm].name : str_intern("call");
		return expr_call(w, str_text(name), node, frame, depth);
	}
	return expr_call(w, op_text((Op)in->op), node, frame, depth);
}

static int text_order(const void *a, const void *b)
{
	return str_compare(((const Expr *)a)->text, ((const Expr *)b)->text);
}

/* What may arrive, and what decides. */
static Expr expr_choice(Writer *w, FlowId node, const Frame *frame, uint32_t depth)
{
	const Flow *v = flow(w->e, node);
	VEC(Expr) values = {0}, conditions = {0};
	Text text = {0};
	uint64_t same = 0xFF;

	for (uint32_t i = 0; i < v->ndeps && !w->failed; i++) {
		Dep d = w->e->deps.items[flow(w->e, node)->first_dep + i];
		bool decides = d.condition || d.kind == DEP_CONTROL;
		if (d.state)
			w->exact = false;
		Expr part = expr_of(w, d.from, frame, depth + 1);
		if (decides)
			vec_push(&conditions, part);
		else
			vec_push(&values, part);
	}
	w->exact &= v->kind == FLOW_PHI;
	vec_sort(&values, text_order);
	vec_sort(&conditions, text_order);
	text_put(&text, "{");
	for (uint32_t i = 0; i < values.len; i++)
		if (!i || !str_equal(values.items[i].text, values.items[i - 1].text))
			text_printf(&text, "%s%s", i ? ", " : "", str_text(values.items[i].text));
	for (uint32_t i = 0; i < conditions.len; i++)
		if (!i || !str_equal(conditions.items[i].text, conditions.items[i - 1].text))
			text_printf(&text, "%s%s", i ? ", " : values.len ? " by " : "by ", str_text(conditions.items[i].text));
	text_put(&text, "}");
	for (uint32_t i = 0; i < values.len; i++)
		same = hash_u64(same, values.items[i].same);
	for (uint32_t i = 0; i < conditions.len; i++)
		same = hash_u64(same, conditions.items[i].same);
	if (!values.len)
		w->exact = false; /* constants are not told apart */
	Expr out = values.len == 1 && !conditions.len ? values.items[0]
		: text.len > MAX_LENGTH ? expr_fail(w) : expr_text(str_intern(text_data(&text)), same);
	vec_release(&values);
	vec_release(&conditions);
	text_release(&text);
	return out;
}

/* The caller's value for a formal: through the call descended into, else through all callers when they agree. */
static Expr expr_formal(Writer *w, FlowId node, const Frame *frame, uint32_t depth)
{
	Engine *e = w->e;
	const Flow *v = flow(e, node);
	const Instance *inst = e->instances.items[v->inst];
	Expr out = {0};
	uint32_t found = 0;

	if (frame) {
		const Call *call = &e->calls.items[frame->call];
		FlowId above = call->callee == v->inst && v->aux < call->ins.len ? call->ins.items[v->aux] : 0;
		return above ? expr_of(w, above, frame->up, depth + 1) : expr_fail(w);
	}
	for (uint32_t i = 0; i < inst->callers.len && i < MAX_CALLERS && !w->failed; i++) {
		const Call *call = &e->calls.items[inst->callers.items[i]];
		FlowId above = v->aux < call->ins.len ? call->ins.items[v->aux] : 0;
		if (!above)
			continue;
		Expr one = expr_of(w, above, NULL, depth + 1);
		if (found && !str_equal(one.text, out.text))
			return expr_fail(w);
		w->exact &= !found;
		out = one;
		found++;
	}
	return found ? out : expr_fail(w);
}

static Expr expr_out(Writer *w, FlowId node, const Frame *frame, uint32_t depth)
{
	Engine *e = w->e;
	OutLink link = e->out_links.items[flow(e, node)->aux];
	const Call *call = &e->calls.items[link.call];
	const Instance *callee = e->instances.items[call->callee];

	if (callee->func == NONE || link.out >= callee->outs.len)
		return expr_fail(w);
	const Function *f = &e->program->functions.items[callee->func];
	if (f->is_stub) {
		if (callee->outs.items[link.out].obj != NONE && count_data(e, node) == 1) {
			for (uint32_t i = 0; i < callee->outs.len; i++)
				w->exact &= i == link.out || callee->outs.items[i].node != callee->outs.items[link.out].node;
			return expr_of(w, data_dep(e, node, 0), frame, depth + 1);
		}
		/* What it reads of memory is a text or a block of which this may be another part, or that was another one before. */
		for (uint32_t i = 0; i < callee->formal_ins.len; i++)
			w->exact &= callee->formal_ins.items[i].obj == NONE;
		return expr_call(w, str_text(f->name), node, frame, depth);
	}
	Frame inner = frame_down(link.call, frame);
	return expr_of(w, callee->outs.items[link.out].node, &inner, depth + 1);
}

static Expr expr_stored(Writer *w, FlowId node, const Frame *frame, uint32_t depth)
{
	const Flow *v = flow(w->e, node);
	const Instr *in = fact_instr(w->e, node);
	bool indexed = false;

	for (uint32_t i = 0; i < v->ndeps; i++)
		indexed |= w->e->deps.items[v->first_dep + i].kind == DEP_INDEX;
	if (indexed)
		w->exact = false;
	uint32_t data = count_data(w->e, node);
	if (!data && in && in->op == OP_CALL && range_is_const(v->value.num) && !v->value.pts)
		return expr_constant(str_format("%lld", (long long)v->value.num.lo)); /* filled by the library, however much of it */
	if (!data && in && in->op == OP_STORE)
		return constant_of(w, fact_function(w->e, node), in->b, 0);
	if (!indexed || v->kind != FLOW_LOAD)
		return data == 1 ? expr_of(w, data_dep(w->e, node, 0), frame, depth + 1)
			: expr_choice(w, node, frame, depth);
	return expr_choice(w, node, frame, depth);
}

static Expr expr_kind(Writer *w, FlowId node, const Frame *frame, uint32_t depth)
{
	const Flow *v = flow(w->e, node);

	switch ((FlowKind)v->kind) {
	case FLOW_SIGNAL: case FLOW_PREDICTION: case FLOW_GET: case FLOW_ENTRY:
		return expr_named(w, node);
	case FLOW_CONST:
		if (range_is_const(v->value.num))
			return expr_constant(str_format("%lld", (long long)v->value.num.lo));
		return fact_function(w->e, node) && v->instr != NONE ? constant_of(w, fact_function(w->e, node), v->instr, 0)
			: expr_fail(w);
	case FLOW_OP:
		return expr_operation(w, node, frame, depth);
	case FLOW_LOAD: case FLOW_STORE: case FLOW_MERGE: case FLOW_ASSUME:
		return expr_stored(w, node, frame, depth);
	case FLOW_PHI: case FLOW_WEAK:
		return expr_choice(w, node, frame, depth);
	case FLOW_FORMAL:
		return expr_formal(w, node, frame, depth);
	case FLOW_OUT:
		return expr_out(w, node, frame, depth);
	case FLOW_EXTERNAL: {
		w->exact = false;
		Str name = v->aux == NONE ? str_intern("unknown") : w->e->program->functions.items[v->aux].name;
		return expr_call(w, str_text(name), node, frame, depth);
	}
	case FLOW_VIA: case FLOW_UNDEF: case FLOW_NONE: case FLOW_BRANCH: case FLOW_ESCAPE: case FLOW_CHOICE:
		return expr_fail(w);
	}
	return expr_fail(w);
}

/* The name of another feature that NODE is, or an empty Str. */
static Str marked_name(Writer *w, FlowId node)
{
	for (uint32_t m = map_get_or(&w->e->features, node, NONE); m != NONE; m = w->e->feature_marks.items[m].next) {
		NodeId feature = find_marked_feature(w->e, &w->e->feature_marks.items[m]);
		if (feature != NONE && feature != w->feature)
			return w->e->graph->nodes.items[feature].name;
	}
	return (Str){0};
}

static Expr expr_of(Writer *w, FlowId node, const Frame *frame, uint32_t depth)
{
	if (w->failed || !node || depth > MAX_DEPTH || ++w->work > MAX_WORK)
		return expr_fail(w);
	Str name = node != w->start && flow(w->e, node)->marked ? marked_name(w, node) : (Str){0};
	if (!str_empty(name))
		return expr_text(name, node);
	for (uint32_t i = 0; i < w->open.len; i++)
		if (w->open.items[i].node == node && w->open.items[i].frame == frame) {
			w->exact = false;
			return expr_text(str_intern("…"), 0);
		}
	vec_add(&w->open);
	vec_last(&w->open)->node = node;
	vec_last(&w->open)->frame = frame;
	Expr out = expr_kind(w, node, frame, depth);
	(void)vec_pop(&w->open);
	return out;
}

static Str variant_of(Engine *e, const Function *f)
{
	return f && f->unit != NONE && f->unit < e->program->units.len ? e->program->units.items[f->unit].variant : (Str){0};
}

static void add_definition(Engine *e, NodeId feature, Definition one)
{
	Node *node = &e->graph->nodes.items[feature];

	for (uint32_t i = 0; i < node->definitions.len; i++) {
		const Definition *other = &node->definitions.items[i];
		if (str_equal(other->site.file, one.site.file) && other->site.line == one.site.line &&
		    other->site.column == one.site.column && str_equal(other->variant, one.variant)) {
			if (!str_equal(other->same, one.same))
				node->definitions.items[i].same = (Str){0};
			if (str_equal(other->expression, one.expression))
				return;
		}
	}
	if (node->definitions.len < MAX_DEFINITIONS)
		vec_push(&node->definitions, one);
}

static void define(Engine *e, NodeId feature, FlowId start, FlowId node, const Frame *frame)
{
	Writer w = { .e = e, .start = start, .feature = feature, .exact = true };
	Site site = flow_site(e, node);

	if (str_empty(site.file))
		return;
	Expr value = expr_of(&w, node, frame, 0);
	Definition one = { .site = site, .variant = variant_of(e, fact_function(e, node)) };
	one.uninitialised = flow(e, node)->kind == FLOW_UNDEF;
	if (!w.failed) {
		one.expression = value.text;
		one.constant = value.constant;
		if (w.exact && !value.constant)
			one.same = str_format("%016llx", (unsigned long long)value.core);
	}
	add_definition(e, feature, one);
	vec_release(&w.open);
}

typedef struct {
	Engine *e;
	NodeId feature;
	FlowId start;
	Map seen;
} Peeler;

/* Is V what the feature had when the function was entered, in this object or, for a copy, in another? */
static bool is_old_value(const Peeler *p, const Flow *v)
{
	const Node *feature = &p->e->graph->nodes.items[p->feature];
	Str object;
	int64_t first, last;

	if (v->kind != FLOW_FORMAL)
		return false;
	const FormalIn *in = &p->e->instances.items[v->inst]->formal_ins.items[v->aux];
	if (in->obj == NONE)
		return false;
	Str name = name_location(p->e, in->obj, in->off, in->size, &object, &first, &last);
	return str_equal(name, feature->name) || str_equal(name, feature->object);
}

/* From a feature back to the assignments that may arrive, through joins and calls. */
static void peel(Peeler *p, FlowId node, const Frame *frame, uint32_t depth)
{
	Engine *e = p->e;
	const Flow *v = flow(e, node);

	if (!node || depth > MAX_DEPTH || p->seen.len > MAX_WORK || !map_put(&p->seen, hash_u64(node, frame ? frame->id : 0), 1))
		return;
	bool joins = v->kind == FLOW_PHI || v->kind == FLOW_WEAK || v->kind == FLOW_MERGE || v->kind == FLOW_ASSUME ||
		(v->kind == FLOW_STORE && (v->instr == NONE || fact_instr(e, node)->op != OP_STORE));
	if (joins && count_data(e, node)) {
		for (uint32_t i = 0, n = count_data(e, node); i < n; i++)
			peel(p, data_dep(e, node, i), frame, depth + 1);
		return;
	}
	if (v->kind == FLOW_OUT) {
		OutLink link = e->out_links.items[v->aux];
		const Instance *callee = e->instances.items[e->calls.items[link.call].callee];
		/* What a thread or a callback left, it assigned. */
		bool inside = callee->func != NONE && link.out < callee->outs.len && (!e->program->functions.items[callee->func].is_stub ||
			flow(e, callee->outs.items[link.out].node)->kind == FLOW_OUT);
		if (inside) {
			Frame inner = frame_down(link.call, frame);
			peel(p, callee->outs.items[link.out].node, &inner, depth + 1);
			return;
		}
	}
	if (v->kind == FLOW_FORMAL && frame) {
		const Call *call = &e->calls.items[frame->call];
		if (call->callee == v->inst && v->aux < call->ins.len) {
			peel(p, call->ins.items[v->aux], frame->up, depth + 1);
			return;
		}
	}
	if (!is_old_value(p, v))
		define(e, p->feature, p->start, node, frame);
}

void find_definitions(Engine *e)
{
	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->marks.len; i++) {
			const struct FeatureMark *mark = &e->feature_marks.items[inst->marks.items[i]];
			Peeler p = { .e = e, .feature = find_marked_feature(e, mark), .start = mark->node };
			if (p.feature != NONE)
				peel(&p, mark->node, NULL, 0);
			map_release(&p.seen);
		}
	}
}
