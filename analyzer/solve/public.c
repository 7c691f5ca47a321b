/*
 * What leaves a library: memory that its callers can read though nothing in the program does.
 *
 *     void measure(const float *pcm, struct levels *out) { out->peak = …; }   // nothing here reads a member of it
 *     const float *bands(const struct state *s) { return s->bands; }
 *     float last_level;                                                       // there is no main
 *     void smooth(struct state *s, float *out) { out[0] = s->last / 2; … }    // `last` leaves as part of something else
 *
 * A record of which the program reads any member back is state of its own, whoever holds it.
 */
#include "solve/cells.h"
#include "solve/role.h"

typedef struct {
	Engine *e;
	bool library;     /* no function is main */
	Bitset globals;   /* entry points return their addresses */
	Map members;      /* Str.i of "record.member" → the same */
	Bitset read;      /* records with a member that something reads */
} Public;

static bool is_public(const Function *f)
{
	return f->defined && !f->is_stub && !f->is_init && f->linkage == LINK_EXTERNAL && !function_is_main(f);
}

/* The caller of an entry point gets what ADDRESS leads to. */
static void leave_through(Public *p, const Function *f, ValueId address)
{
	const Module *program = p->e->program;
	const Instr *in = &f->instrs.items[address];

	for (; in->op == OP_ELEM || in->op == OP_CAST || in->op == OP_FIELD; in = &f->instrs.items[in->a]) {
		if (in->op != OP_FIELD)
			continue;
		const Type *record = &program->types.items[in->b];
		const Field *field = &program->fields.items[record->first_field + (uint32_t)in->imm];
		map_put(&p->members, str_format("%s.%s", str_text(record->name), str_text(field->name)).i, 1);
		return;
	}
	if (in->op == OP_ADDR_GLOBAL)
		bitset_add(&p->globals, (uint32_t)in->imm);
}

static void note_read(Public *p, const Function *f, ValueId address)
{
	const Instr *in = &f->instrs.items[address];

	for (; in->op == OP_ELEM || in->op == OP_CAST || in->op == OP_FIELD; in = &f->instrs.items[in->a])
		if (in->op == OP_FIELD)
			bitset_add(&p->read, in->b);
}

static void public_find(Public *p, Engine *e)
{
	*p = (Public){ .e = e, .library = true };
	for (FuncId id = 0; id < e->program->functions.len; id++) {
		const Function *f = &e->program->functions.items[id];
		p->library &= !(f->defined && function_is_main(f));
		for (ValueId i = 0; i < f->instrs.len; i++) {
			const Instr *in = &f->instrs.items[i];
			if (in->op == OP_LOAD && !f->is_stub)
				note_read(p, f, in->a);
			else if (in->op == OP_RETURN && in->a != NONE && is_public(f))
				leave_through(p, f, in->a);
		}
	}
}

/* Does a parameter of an entry point point to OBJ? */
static bool is_parameter(Engine *e, ObjId obj)
{
	FuncId func = e->objects.items[obj].func;
	const Function *f = func == NONE ? NULL : &e->program->functions.items[func];
	bool found = false;

	for (uint32_t k = 0; f && k < f->nparams && !found; k++) {
		uint32_t count;
		const Pointee *to = pts_targets(world_param(e, func, k), &count);
		found = count && to->obj == obj;
	}
	return found;
}

static bool object_leaves(const Public *p, ObjId obj)
{
	const Object *o = &p->e->objects.items[obj];
	const Module *program = p->e->program;
	bool record = o->type != NONE && type_is_record(program, o->type), read = record && bitset_has(&p->read, o->type);

	if (o->kind == OBJ_GLOBAL)
		return !read && (bitset_has(&p->globals, o->index) ||
			(p->library && program->globals.items[o->index].linkage == LINK_EXTERNAL));
	return o->kind == OBJ_ENTRY && !read && (record || is_parameter(p->e, obj));
}

/* What reaches a model or has a reader that is no feature. */
static void find_read(const Graph *g, Bitset *read)
{
	bool changed = true;

	while (changed) {
		changed = false;
		for (EdgeId i = 0; i < g->edges.len; i++) {
			const Edge *edge = &g->edges.items[i];
			if (g->nodes.items[edge->to].kind != NODE_FEATURE || bitset_has(read, edge->to))
				changed |= bitset_add(read, edge->from);
		}
	}
}

/* Adds what is in LEFT, and leaves. */
static void add_leaving(const Public *p, const State *left, FlowIds *starts)
{
	for (uint32_t i = 0; i < left->mem.len; i++) {
		const ObjMem *mem = &left->mem.items[i];
		for (uint32_t k = 0; k < mem->cells->cells.len && object_leaves(p, mem->obj); k++)
			vec_push(starts, mem->cells->cells.items[k].node);
	}
}

/* What is in memory that leaves was read by whoever wrote it. */
static void find_carried(const Public *p)
{
	Engine *e = p->e;
	FlowIds starts = {0};
	Bitset behind = {0};

	for (uint32_t i = 0; i < e->processes.len; i++)
		add_leaving(p, e->processes.items[i].left, &starts);
	find_features_behind(e, &starts, &behind);
	for (NodeId n = 0; n < e->graph->nodes.len; n++)
		if (bitset_has(&behind, n) && e->graph->nodes.items[n].use == USE_NEVER_READ)
			e->graph->nodes.items[n].use = USE_OUTPUT;
	vec_release(&starts);
	bitset_release(&behind);
}

void find_public(Engine *e)
{
	Public p;
	Map assigned = {0};
	Bitset read = {0};

	public_find(&p, e);
	find_read(e->graph, &read);
	find_assigned(e, &assigned);
	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->marks.len; i++) {
			const struct FeatureMark *mark = &e->feature_marks.items[inst->marks.items[i]];
			NodeId n = find_marked_feature(e, mark);
			Node *node = n == NONE ? NULL : &e->graph->nodes.items[n];
			ObjId obj = map_get_or(&assigned, mark->node, NONE);
			if (!node || bitset_has(&read, n) || (node->use != USE_NEVER_READ && node->use != USE_READ_BY_MODEL))
				continue;
			if (map_get(&p.members, node->object.i, NULL) ||
			    (obj != NONE && object_leaves(&p, name_outermost(e, (Pointee){ obj, range_const(0) }).obj)))
				node->use = USE_OUTPUT;
		}
	}
	find_carried(&p);
	bitset_release(&p.globals);
	bitset_release(&p.read);
	map_release(&p.members);
	map_release(&assigned);
	bitset_release(&read);
}
