/*
 * Inputs that a model written in C does not make use of: all weights of their column are zero in the source, or no
 * instruction reads the slot. Only what is certain counts: when the pointer to the inputs goes anywhere but into
 * elements with constant indices or with the index of a constant table, nothing is said.
 */
#include "solve/facts.h"

enum { MAX_INPUTS = 4096 };

typedef struct {
	Engine *e;
	FuncId func;
	const Function *f;
	uint32_t param;
	Bitset read;      /* slots that some use may need */
	Bitset zero;      /* slots with a zero weight */
	bool unknown;     /* some use could not be told */
	bool bounded;     /* a table as long as the inputs says which slots there are */
	Site table;
	Str table_name;
} Body;

static const Instr *at(const Body *b, ValueId v)
{
	return v == NONE ? NULL : instr_behind_casts(b->f, v);
}

/* The instruction is the pointer that the parameter holds. */
static bool is_input(const Body *b, ValueId v)
{
	const Instr *in = at(b, v);
	const Instr *address = in && in->op == OP_LOAD ? at(b, in->a) : NULL;

	return address && address->op == OP_ADDR_LOCAL && (uint32_t)address->imm == b->param;
}

/* The variable that an index is, or NONE; *CONSTANT: its value when it is one. */
static uint32_t index_of(const Body *b, ValueId v, int64_t *constant)
{
	const Instr *in = at(b, v);

	*constant = -1;
	if (!in)
		return NONE;
	if (in->op == OP_CONST_INT)
		*constant = in->imm;
	const Instr *address = in->op == OP_LOAD ? at(b, in->a) : NULL;
	return address && address->op == OP_ADDR_LOCAL ? (uint32_t)address->imm : NONE;
}

/* ELEM of the input: its index; false when V is no element of it. */
static bool input_element(const Body *b, ValueId v, uint32_t *variable, int64_t *constant)
{
	const Instr *load = at(b, v);
	const Instr *address = load && load->op == OP_LOAD ? at(b, load->a) : NULL;

	if (!address)
		return false;
	if (address->op == OP_ELEM && is_input(b, address->a)) {
		*variable = index_of(b, address->b, constant);
		return true;
	}
	if (is_input(b, load->a)) {
		*variable = NONE;
		*constant = 0;
		return true;
	}
	return false;
}

/* An element of a constant table: the last index, and the number of elements of its row. */
typedef struct { GlobalId global; uint32_t variable; int64_t constant, row, before; bool valid; } Weight;

static Weight weight_of(const Body *b, ValueId v)
{
	const Instr *load = at(b, v);
	const Instr *address = load && load->op == OP_LOAD ? at(b, load->a) : NULL;
	Weight w = { .constant = -1, .before = -1 };
	int64_t outer = 0;

	if (!address || address->op != OP_ELEM)
		return w;
	w.variable = index_of(b, address->b, &w.constant);
	const Instr *base = at(b, address->a);
	if (base && base->op == OP_ELEM && base->imm > 0 && address->imm > 0) {
		w.row = base->imm / address->imm;
		index_of(b, base->b, &outer);
		w.before = outer;
		base = at(b, base->a);
	}
	if (!base || base->op != OP_ADDR_GLOBAL || (w.variable == NONE && w.constant < 0))
		return w;
	w.global = (GlobalId)base->imm;
	w.valid = b->e->program->globals.items[w.global].is_const;
	return w;
}

/* The elements of a constant table that are not zero, as a set; false when they are not listed in the facts. */
static bool table_values(const Module *program, const Global *g, Bitset *nonzero, int64_t *count)
{
	int64_t bits = 0;
	TypeId elem = g->type;

	while (elem != NONE && program->types.items[elem].kind == TY_ARRAY)
		elem = program->types.items[elem].elem;
	if (elem == NONE || g->init == NONE || (bits = type_bits(program, elem)) <= 0 || type_bits(program, g->type) <= 0)
		return false;
	*count = type_bits(program, g->type) / bits;
	const Function *f = &program->functions.items[g->init];
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		int64_t offset = 0;
		if (in->op == OP_DATA || in->op == OP_COPY || in->op == OP_CALL)
			return false;
		if (in->op != OP_STORE)
			continue;
		const Instr *address = &f->instrs.items[in->a];
		for (; address->op == OP_ELEM; address = &f->instrs.items[address->a]) {
			const Instr *index = instr_behind_casts(f, address->b);
			if (index->op != OP_CONST_INT)
				return false;
			offset += index->imm * address->imm;
		}
		const Instr *value = &f->instrs.items[in->b];
		while (value->op == OP_CAST || (value->op == OP_UN && value->sub == UN_NEG))
			value = &f->instrs.items[value->a];
		if (address->op != OP_ADDR_GLOBAL || (value->op != OP_CONST_INT && value->op != OP_CONST_FLOAT))
			return false;
		if (value->imm)
			bitset_add(nonzero, (uint32_t)(offset / bits));
	}
	return true;
}

static void use_weight(Body *b, const Weight *w, uint32_t variable, int64_t slot)
{
	const Global *g = &b->e->program->globals.items[w->global];
	Bitset nonzero = {0};
	int64_t count = 0;
	bool known = table_values(b->e->program, g, &nonzero, &count) && count <= MAX_INPUTS * 64;
	int64_t row = w->row > 0 ? w->row : count;

	if (!known) {
		b->unknown = true;
	} else if (variable == NONE && w->variable == NONE) {
		/* f[3] * w[5]: one weight. */
		int64_t element = w->constant + (w->row > 0 && w->before >= 0 ? w->before * w->row : 0);
		bool whole = w->row > 0 && w->before < 0;
		bool used = false;
		for (int64_t k = whole ? w->constant : element; k < count; k += whole ? row : count)
			used |= bitset_has(&nonzero, (uint32_t)k);
		bitset_add(used ? &b->read : &b->zero, (uint32_t)slot);
	} else if (variable != NONE && variable == w->variable) {
		/* f[i] * w[i] or w[j][i]: a column for each slot. */
		for (int64_t i = 0; i < row && i < MAX_INPUTS; i++) {
			bool used = false;
			for (int64_t k = i; k < count; k += row)
				used |= bitset_has(&nonzero, (uint32_t)k);
			bitset_add(used ? &b->read : &b->zero, (uint32_t)i);
		}
		b->bounded = true;
	} else {
		b->unknown = true;
	}
	bitset_release(&nonzero);
	if (known && str_empty(b->table_name)) {
		b->table_name = g->name;
		b->table = place_site(b->e, g->place, NONE);
	}
}

/* One load of an element of the input; the product it is in decides. */
static void use_element(Body *b, ValueId load, uint32_t variable, int64_t slot)
{
	uint32_t users = 0;

	for (ValueId i = 0; i < b->f->instrs.len; i++) {
		const Instr *in = &b->f->instrs.items[i];
		if (in->op != OP_BIN || in->sub != BIN_MUL)
			continue;
		for (int side = 0; side < 2; side++) {
			ValueId mine = side ? in->b : in->a, other = side ? in->a : in->b;
			if (at(b, mine) != &b->f->instrs.items[load])
				continue;
			Weight w = weight_of(b, other);
			const Instr *constant = at(b, other);
			users++;
			if (w.valid)
				use_weight(b, &w, variable, slot);
			else if (slot >= 0 && constant->op == OP_CONST_FLOAT && !constant->imm)
				bitset_add(&b->zero, (uint32_t)slot);
			else if (slot >= 0)
				bitset_add(&b->read, (uint32_t)slot);
			else
				b->unknown = true;
		}
	}
	if (!users && slot >= 0)
		bitset_add(&b->read, (uint32_t)slot);
	else if (!users)
		b->unknown = true;
}

/* Uses of the pointer that are not loads of elements give it away. */
static void check_pointer(Body *b)
{
	for (ValueId i = 0; i < b->f->instrs.len; i++) {
		const Instr *in = &b->f->instrs.items[i];
		bool load_of_it = in->op == OP_LOAD && is_input(b, i);
		if (in->op == OP_STORE && at(b, in->a)->op == OP_ADDR_LOCAL && (uint32_t)at(b, in->a)->imm == b->param)
			b->unknown |= at(b, in->b)->op != OP_LOAD && b->f->instrs.items[in->b].op != OP_UNDEF;
		if (load_of_it)
			continue;
		if (in->op == OP_CALL || in->op == OP_ASM || in->op == OP_RETURN)
			for (uint32_t k = 0; k < (in->op == OP_RETURN ? 0 : in->nargs); k++)
				b->unknown |= is_input(b, b->f->args.items[in->first_arg + k]);
		if (in->op == OP_STORE)
			b->unknown |= is_input(b, in->b);
		if (in->op == OP_BIN || in->op == OP_COPY || in->op == OP_FIELD || in->op == OP_RETURN)
			b->unknown |= is_input(b, in->a) || (in->op != OP_FIELD && in->op != OP_RETURN && is_input(b, in->b));
		if (in->op == OP_ELEM && is_input(b, in->a))
			for (ValueId k = 0; k < b->f->instrs.len; k++) {
				const Instr *user = &b->f->instrs.items[k];
				bool takes = user->a == i || user->b == i;
				bool fine = user->op == OP_LOAD || (user->op == OP_CAST && user->a == i);
				b->unknown |= takes && !fine && (user->op == OP_STORE || user->op == OP_ELEM || user->op == OP_FIELD);
				for (uint32_t j = 0; user->op == OP_CALL && j < user->nargs; j++)
					b->unknown |= b->f->args.items[user->first_arg + j] == i;
			}
	}
}

static void read_body(Body *b)
{
	check_pointer(b);
	for (ValueId i = 0; i < b->f->instrs.len && !b->unknown; i++) {
		uint32_t variable;
		int64_t constant;
		if (b->f->instrs.items[i].op != OP_LOAD || !input_element(b, i, &variable, &constant))
			continue;
		if (variable == NONE && (constant < 0 || constant >= MAX_INPUTS))
			b->unknown = true;
		else
			use_element(b, i, variable, constant);
	}
}

static void add_idle(const Body *b, NodeId model, Node *feature)
{
	Engine *e = b->e;
	uint32_t slot = (uint32_t)feature->first;
	Str id = e->graph->nodes.items[model].id;

	if (bitset_has(&b->read, slot))
		return;
	if (bitset_has(&b->zero, slot)) {
		Site place = str_empty(b->table.file) ? place_site(e, b->f->place, b->func) : b->table;
		Str why = str_empty(b->table_name) ? str_intern("all its weights are zero")
			: str_format("all its weights in %s are zero", str_text(b->table_name));
		vec_push(&feature->idle, (IdleInput){ id, place, why });
	} else if (!b->bounded) {
		vec_push(&feature->idle, (IdleInput){ id, place_site(e, b->f->place, b->func),
			str_format("%s never reads it", str_text(b->f->name)) });
	}
}

static bool starts_at_zero(const Graph *g, NodeId model, Str object)
{
	for (EdgeId i = 0; i < g->edges.len; i++) {
		const Node *from = &g->nodes.items[g->edges.items[i].from];
		if (g->edges.items[i].to == model && from->first == 0 && str_equal(from->object, object))
			return true;
	}
	return false;
}

static void judge_model(Engine *e, const Body *b, NodeId model)
{
	Graph *g = e->graph;

	for (EdgeId i = 0; i < g->edges.len; i++) {
		Node *from = &g->nodes.items[g->edges.items[i].from];
		if (g->edges.items[i].to == model && from->kind == NODE_FEATURE && from->first >= 0 && from->first == from->last &&
		    from->first < MAX_INPUTS && starts_at_zero(g, model, from->object))
			add_idle(b, model, from);
	}
}

/* The node of the model that FUNC makes, when it makes exactly one. */
static NodeId model_of(Engine *e, FuncId func, RoleId role)
{
	Str name = {0};

	for (uint32_t i = 0; i < e->models.len; i++) {
		const ModelCall *m = &e->models.items[i];
		const Instance *inst = e->instances.items[m->inst];
		if (m->role != role || !inst->live || m->instr == NONE)
			continue;
		const Function *f = &e->program->functions.items[inst->func];
		const Instr *callee = f->instrs.items[m->instr].op == OP_CALL ? &f->instrs.items[f->instrs.items[m->instr].a] : NULL;
		if (!callee || callee->op != OP_ADDR_FUNC || (FuncId)callee->imm != func)
			continue;
		if (!str_empty(name) && !str_equal(name, m->name))
			return NONE;
		name = m->name;
	}
	return str_empty(name) ? NONE : graph_find(e->graph, str_text(str_format("model:%s", str_text(name))));
}

void find_idle(Engine *e)
{
	for (uint32_t i = 0; i < e->roles->functions.len; i++) {
		FunctionRole fr = e->roles->functions.items[i];
		const Role *role = &e->roles->roles.items[fr.role];
		const Function *f = &e->program->functions.items[fr.function];
		NodeId model;
		if (role->kind != ROLE_MODEL || !f->defined || f->is_stub || role->inputs.len != 1 ||
		    (model = model_of(e, fr.function, fr.role)) == NONE)
			continue;
		Body b = { .e = e, .func = fr.function, .f = f, .param = (uint32_t)role->inputs.items[0].arg };
		if (role->inputs.items[0].arg >= 0 && b.param < f->nparams)
			read_body(&b);
		else
			b.unknown = true;
		if (!b.unknown && (bitset_count(&b.read) || bitset_count(&b.zero)))
			judge_model(e, &b, model);
		bitset_release(&b.read);
		bitset_release(&b.zero);
	}
}
