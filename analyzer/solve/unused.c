/*
 * Features that no model reads, and assignments to features that are overwritten before anything reads them.
 */
#include "solve/role.h"

static Site site_of_def(Engine *e, const Def *def)
{
	return flow_site(e, def->node);
}

static bool same_site(Site a, Site b)
{
	return str_equal(a.file, b.file) && a.line == b.line && a.column == b.column;
}

static bool in_loop(Engine *e, const Flow *v, const Function *f)
{
	const Cfg *cfg = v->instr == NONE ? NULL : cfg_of(e, e->instances.items[v->inst]->func);

	return cfg && cfg->loop[function_block_at(f, v->instr)] != NONE;
}

/* The assignment to the feature ID that takes the place of the one at SITE, which made NODE in OBJ: the next one in its
   function; when that runs again, an earlier one; or one elsewhere. No file: there is none. */
static Site overwriter(Engine *e, NodeId id, FlowId node, ObjId obj, Site site)
{
	const Sites *sites = &e->graph->nodes.items[id].sites;
	const Flow *v = flow(e, node);
	FuncId func = e->instances.items[v->inst]->func;
	const Function *f = func == NONE ? NULL : &e->program->functions.items[func];
	ObjKind kind = obj == NONE ? OBJ_LOCAL : (ObjKind)e->objects.items[name_outermost(e, (Pointee){ obj, range_const(0) }).obj].kind;
	bool again = f && (in_loop(e, v, f) || (kind != OBJ_LOCAL && !function_is_main(f)));
	const Site *after = NULL, *before = NULL, *elsewhere = NULL;

	for (uint32_t i = 0; i < sites->len; i++) {
		const Site *by = &sites->items[i];
		bool same = str_equal(by->file, site.file) && str_equal(by->function, site.function);
		bool later = same && (by->line > site.line || (by->line == site.line && by->column > site.column));
		if (!same)
			elsewhere = elsewhere ? elsewhere : by;
		else if (!later)
			before = before ? before : by;
		else if (!after || by->line < after->line || (by->line == after->line && by->column < after->column))
			after = by;
	}
	const Site *by = after ? after : again && before ? before : elsewhere;
	return by ? *by : (Site){0};
}

void add_dead_store(Engine *e, NodeId id, FlowId assigned, ObjId obj)
{
	Node *node = &e->graph->nodes.items[id];
	Site site = flow_site(e, assigned);

	if (str_empty(site.file))
		return; /* what memory holds at first, nobody assigned */
	for (uint32_t i = 0; i < node->sites.len; i++)
		if (same_site(node->sites.items[i], site))
			return;
	for (uint32_t i = 0; i < node->dead_stores.len; i++)
		if (same_site(node->dead_stores.items[i].site, site))
			return;
	vec_push(&node->dead_stores, (DeadStore){ site, overwriter(e, id, assigned, obj, site) });
}

/* Objects that hold features: their outermost ids, and whether a model reads an array of them. */
static void feature_objects(Engine *e, Bitset *objects)
{
	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->marks.len; i++) {
			ObjId obj = e->feature_marks.items[inst->marks.items[i]].obj;
			if (obj != NONE)
				bitset_add(objects, name_outermost(e, (Pointee){ obj, range_const(0) }).obj);
		}
	}
}

static bool has_element_siblings(Engine *e, Str object)
{
	for (NodeId n = 0; n < e->graph->nodes.len; n++) {
		const Node *node = &e->graph->nodes.items[n];
		if (node->kind == NODE_FEATURE && str_equal(node->object, object) && node->first >= 0 && node->use == USE_READ_BY_MODEL)
			return true;
	}
	return false;
}

bool made_by_model(const Engine *e, const Instance *inst, const Flow *v)
{
	const Instance *callee = flow_callee(e, v);

	return (callee ? callee : inst)->in_model;
}

/* Initialising with a constant what is assigned later is no waste, here or in a callee. */
static bool only_initialises(Engine *e, FlowId node)
{
	const Flow *v = flow(e, node);

	for (const Out *out; v->kind == FLOW_OUT && !v->ndeps && (out = flow_out(e, v));)
		v = flow(e, out->node);
	return (v->kind == FLOW_STORE && !v->ndeps) || role_is_constant(e, node);
}

static void check_def(Engine *e, Instance *inst, const Def *def)
{
	Run run = { .e = e, .inst = inst };
	Str object;
	int64_t first, last;

	const Flow *v = flow(e, def->node);
	if (only_initialises(e, def->node))
		return;
	Str name = name_location(e, def->obj, def->off, def->size, &object, &first, &last);
	Site site = site_of_def(e, def);
	if (str_empty(site.file))
		return;
	NodeId id = find_feature(e, name);
	if (id != NONE) {
		if (!made_by_model(e, inst, v))
			add_dead_store(e, id, def->node, def->obj);
		return;
	}
	if (first < 0 || first != last || !has_element_siblings(e, object))
		return;
	Thing thing = { .kind = NODE_FEATURE, .name = name, .label = feature_label(&run, def->node, object, name), .role = NONE,
		.object = object, .first = first, .last = last };
	id = thing_node(e, &thing);
	e->graph->nodes.items[id].use = USE_BEYOND_COUNT;
	graph_add_site(&e->graph->nodes.items[id].sites, site);
}

/* Does the store IN assign MEMBER of RECORD, or an element of it? */
static bool assigns_member(const Function *f, const Instr *in, TypeId record, uint32_t member)
{
	const Instr *address = &f->instrs.items[in->a];

	while (address->op == OP_ELEM || address->op == OP_CAST)
		address = &f->instrs.items[address->a];
	return address->op == OP_FIELD && address->b == record && (uint32_t)address->imm == member;
}

/* Adds the first assignment to MEMBER of RECORD in code that was not analysed: behind something that was given up, or of
   an entry point that has nothing to do with a model. */
static void add_site_elsewhere(Engine *e, TypeId record, uint32_t member, Node *node)
{
	for (FuncId id = 0; id < e->program->functions.len; id++) {
		const Function *f = &e->program->functions.items[id];
		if (!f->defined || f->is_stub || function_analysed(e, id))
			continue;
		for (uint32_t i = 0; i < f->instrs.len; i++)
			if (f->instrs.items[i].op == OP_STORE && assigns_member(f, &f->instrs.items[i], record, member)) {
				graph_add_site(&node->sites, place_site(e, f->instrs.items[i].place, id));
				return;
			}
	}
}

/* Declared fields and variables that nothing assigns. */
static void add_not_computed(Engine *e)
{
	const Map *map = &e->roles->feature_fields;

	for (uint32_t i = 0; i < map->cap; i++) {
		if (!map->slots[i].used)
			continue;
		const Type *record = &e->program->types.items[map->slots[i].key >> 32];
		const Field *field = &e->program->fields.items[record->first_field + (uint32_t)map->slots[i].key];
		Str name = str_format("%s.%s", str_text(record->name), str_text(field->name));
		const Role *role = &e->roles->roles.items[map->slots[i].value];
		bool known = !str_empty(role->name);
		for (NodeId n = 0; n < e->graph->nodes.len && !known; n++)
			known = e->graph->nodes.items[n].kind == NODE_FEATURE &&
				(str_equal(e->graph->nodes.items[n].name, name) || str_equal(e->graph->nodes.items[n].object, name));
		if (known)
			continue;
		Thing thing = { .kind = NODE_FEATURE, .name = name, .label = name, .role = map->slots[i].value, .object = name, .first = -1, .last = -1 };
		NodeId node = thing_node(e, &thing);
		e->graph->nodes.items[node].use = USE_NOT_COMPUTED;
		add_site_elsewhere(e, map->slots[i].key >> 32, (uint32_t)map->slots[i].key, &e->graph->nodes.items[node]);
	}
}

/* Features that no model is given, and that a model's own code assigns: it reads its state itself, and leaves predictions. */
static void classify_own(Engine *e)
{
	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->marks.len; i++) {
			const struct FeatureMark *mark = &e->feature_marks.items[inst->marks.items[i]];
			NodeId n = find_marked_feature(e, mark);
			Node *node = n == NONE ? NULL : &e->graph->nodes.items[n];
			if (node && made_by_model(e, inst, flow(e, mark->node)) && !map_get(&e->read_features, node->id.i, NULL))
				node->use = USE_WITHIN_MODEL;
		}
	}
}

/* A feature no model reads: is it read by anything? */
static void classify(Engine *e)
{
	Graph *g = e->graph;
	uint8_t *read = mem_calloc(g->nodes.len + 1, 1);

	for (EdgeId i = 0; i < g->edges.len; i++) {
		const Edge *edge = &g->edges.items[i];
		const Node *to = &g->nodes.items[edge->to];
		if (to->kind == NODE_FEATURE || to->kind == NODE_STORE)
			read[edge->from] |= 2;
		else if (to->kind == NODE_CONSUMER)
			read[edge->from] |= to->uses & (CONSUME_COMPUTE | CONSUME_BRANCH) ? 4 : 1;
	}
	for (NodeId n = 0; n < g->nodes.len; n++) {
		Node *node = &g->nodes.items[n];
		if (node->kind != NODE_FEATURE || (node->use != USE_NEVER_READ && node->use != USE_LOG_ONLY))
			continue;
		if (read[n] == 1 || read[n] & 4)
			node->use = USE_LOG_ONLY;
		else if (read[n] & 2)
			node->use = USE_READ_BY_MODEL;
		else if (node->dead_stores.len && !node->sites.len)
			node->use = USE_OVERWRITTEN;
	}
	free(read);
}

static uint64_t key_of_def(Engine *e, const Def *def)
{
	Site site = site_of_def(e, def);

	return site_key(&site);
}

/* Adds the places of the assignments that are useful in some call of their function. */
static void find_useful_sites(Engine *e, const Bitset *useful, Map *sites)
{
	for (InstId id = 2; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->defs.len; i++)
			if (bitset_has(useful, inst->defs.items[i].node))
				map_put(sites, key_of_def(e, &inst->defs.items[i]), 1);
	}
}

void find_unused(Engine *e, const Bitset *useful)
{
	Bitset objects = {0};
	Map sites = {0};

	feature_objects(e, &objects);
	find_useful_sites(e, useful, &sites);
	for (InstId id = 2; id < e->instances.len; id++) {
		Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->defs.len; i++) {
			const Def *def = &inst->defs.items[i];
			if (!bitset_has(useful, def->node) && bitset_has(&objects, name_outermost(e, (Pointee){ def->obj, range_const(0) }).obj) &&
			    !map_get(&sites, key_of_def(e, def), NULL))
				check_def(e, inst, def);
		}
	}
	add_not_computed(e);
	classify_own(e);
	classify(e);
	bitset_release(&objects);
	map_release(&sites);
}
