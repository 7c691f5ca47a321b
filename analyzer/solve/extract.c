/*
 * From the value flow to the dependency graph: every feature, prediction and store key looks back for the nearest
 * named things it depends on.
 */
#include "solve/engine.h"

NodeId thing_node(Engine *e, const Thing *thing)
{
	NodeId id = graph_node(e->graph, thing->kind, thing->name);
	Node *node = &e->graph->nodes.items[id];

	if (str_empty(node->label) || str_equal(node->label, node->name))
		node->label = str_empty(thing->label) ? thing->name : thing->label;
	if (thing->kind == NODE_FEATURE && str_empty(node->object)) {
		node->object = thing->object;
		node->first = thing->first;
		node->last = thing->last;
	}
	if (thing->role == NONE)
		return id;
	const Role *role = &e->roles->roles.items[thing->role];
	node->declared = true;
	node->from_pack = role->from_pack;
	if (thing->kind == NODE_SIGNAL && role->target.kind == TARGET_FUNCTION)
		node->callee = role->target.function;
	node->in_memory |= thing->kind == NODE_SIGNAL && role->target.kind != TARGET_FUNCTION;
	if (thing->kind == NODE_SIGNAL || thing->kind == NODE_FEATURE) {
		node->version = role->version;
		node->unstable |= role->unstable;
		node->label_role |= role->label;
		node->deprecated |= role->deprecated;
	}
	if (!str_empty(role->owner))
		node->owner = role->owner;
	if (!str_empty(role->module))
		node->module = role->module;
	if (thing->kind == NODE_MODEL) {
		node->access = role->access;
		node->has_state |= role->has_state;
	}
	return id;
}

static void find_live(Engine *e, InstId id, bool in_model, bool in_declared)
{
	Instance *inst = e->instances.items[id];
	bool known = inst->live;

	in_model = in_model || (inst->func != NONE && roles_of_function(e->roles, inst->func, ROLE_MODEL) != NONE);
	in_declared = in_declared || (inst->func != NONE && (roles_of_function(e->roles, inst->func, ROLE_SIGNAL) != NONE ||
		roles_of_function(e->roles, inst->func, ROLE_TRAIN) != NONE));
	if (known && (inst->in_model || !in_model) && (!inst->in_declared || in_declared))
		return;
	inst->live = true;
	inst->in_model |= in_model;
	inst->in_declared = in_declared && (!known || inst->in_declared);
	for (uint32_t i = 0; i < inst->calls.len; i++) {
		uint32_t call = inst->calls.items[i];
		InstId callee = e->calls.items[call].callee;
		if (!known)
			vec_push(&e->instances.items[callee]->callers, call);
		find_live(e, callee, inst->in_model, inst->in_declared);
	}
}

static void keep(Engine *e, FlowId node, FlowIds *work)
{
	if (node && bitset_add(&e->alive, node))
		vec_push(work, node);
}

/* Nodes of loop iterations that were thrown away are reached by nothing that counts. */
static void find_alive(Engine *e)
{
	FlowIds work = {0};

	for (InstId id = 1; id < e->instances.len; id++) {
		Instance *inst = e->instances.items[id];
		if (!inst->live)
			continue;
		for (uint32_t i = 0; i < inst->outs.len; i++)
			keep(e, inst->outs.items[i].node, &work);
		for (uint32_t i = 0; i < inst->sinks.len; i++)
			keep(e, inst->sinks.items[i], &work);
		for (uint32_t i = 0; i < inst->puts.len; i++)
			keep(e, inst->puts.items[i].node, &work);
		for (uint32_t i = 0; i < inst->defs.len; i++)
			keep(e, inst->defs.items[i].node, &work);
		for (uint32_t i = 0; i < inst->marks.len; i++)
			keep(e, e->feature_marks.items[inst->marks.items[i]].node, &work);
		for (uint32_t i = 0; i < inst->calls.len; i++) {
			const Call *call = &e->calls.items[inst->calls.items[i]];
			for (uint32_t k = 0; k < call->ins.len; k++)
				keep(e, call->ins.items[k], &work);
			for (uint32_t k = 0; k < call->args.len; k++)
				keep(e, call->args.items[k], &work);
		}
	}
	while (work.len) {
		const Flow *v = flow(e, vec_pop(&work));
		for (uint32_t i = 0; i < v->ndeps; i++)
			keep(e, e->deps.items[v->first_dep + i].from, &work);
	}
	vec_release(&work);
}

void marks_renew(Engine *e)
{
	for (uint32_t i = 0; i < e->feature_marks.len; i++)
		flow(e, e->feature_marks.items[i].node)->marked = false;
	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; i < inst->marks.len; i++)
			flow(e, e->feature_marks.items[inst->marks.items[i]].node)->marked = true;
	}
}

/* What NODE depends on, here and in the callers. */
static void flow_depends_on(Engine *e, FlowId node, FlowIds *out)
{
	const Flow *v = flow(e, node);

	for (uint32_t i = 0; i < v->ndeps; i++)
		vec_push(out, e->deps.items[v->first_dep + i].from);
	if (v->kind == FLOW_FORMAL) {
		const Instance *inst = e->instances.items[v->inst];
		for (uint32_t i = 0; i < inst->callers.len; i++) {
			const Call *call = &e->calls.items[inst->callers.items[i]];
			if (v->aux < call->ins.len && call->ins.items[v->aux])
				vec_push(out, call->ins.items[v->aux]);
		}
	}
}

void flow_sources(Engine *e, FlowId node, FlowIds *out)
{
	const Flow *v = flow(e, node);
	const Out *below = v->kind == FLOW_OUT ? flow_out(e, v) : NULL;

	flow_depends_on(e, node, out);
	if (below)
		vec_push(out, below->node);
}

/* What a call leaves, of which NODE is what it leaves where its result is known: 0 if NODE is something else. */
static FlowId left_in_any_case(Engine *e, FlowId node)
{
	const Flow *v = flow(e, node);

	return v->kind == FLOW_ASSUME && flow(e, v->aux)->kind == FLOW_OUT ? v->aux : 0;
}

/* Nodes that end in a model, a store, a condition, or outside: the assignments that are worth something. */
static void find_useful(Engine *e, Bitset *useful)
{
	FlowIds work = {0}, left = {0};

	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		if (!inst->live)
			continue;
		bool root = false;
		for (uint32_t i = 0; i < inst->callers.len; i++)
			root |= e->calls.items[inst->callers.items[i]].caller == 1;
		for (uint32_t i = 0; i < inst->sinks.len; i++)
			vec_push(&work, inst->sinks.items[i]);
		for (uint32_t i = 0; i < inst->puts.len; i++)
			vec_push(&work, inst->puts.items[i].node);
		for (uint32_t i = 0; i < inst->marks.len; i++)
			if (e->feature_marks.items[inst->marks.items[i]].model != NONE)
				vec_push(&work, e->feature_marks.items[inst->marks.items[i]].node);
		for (uint32_t i = 0; root && i < inst->outs.len; i++)
			if (inst->outs.items[i].obj == NONE)
				vec_push(&work, inst->outs.items[i].node);
	}
	while (work.len) {
		FlowId node = vec_pop(&work);
		if (!bitset_add(useful, node))
			continue;
		flow_sources(e, node, &work);
		FlowId any = left_in_any_case(e, node);
		if (any)
			vec_push(&left, any);
	}
	/* What a call leaves where its result is another one is worth no more by that. */
	for (uint32_t i = 0; i < left.len; i++)
		bitset_add(useful, left.items[i]);
	vec_release(&left);
	vec_release(&work);
}

/* What omitted.c made: nobody knows what of it is there. */
static bool is_omitted(const Flow *v)
{
	return v->kind == FLOW_EXTERNAL && v->inst == 1;
}

Thing flow_thing(Engine *e, const Flow *v)
{
	if (v->kind != FLOW_EXTERNAL)
		return e->things.items[v->aux];
	Str name = v->aux != NONE ? e->program->functions.items[v->aux].name
		: str_intern(is_omitted(v) ? OMITTED_ENTRIES : "unknown function");
	return (Thing){ .kind = NODE_SIGNAL, .name = name, .label = name, .role = NONE, .first = -1, .last = -1, .assumed = true };
}

static bool has_live_mark(Engine *e, uint32_t mark)
{
	const struct FeatureMark *m = &e->feature_marks.items[mark];
	const Instance *inst = e->instances.items[flow(e, m->node)->inst];

	for (uint32_t i = 0; i < inst->marks.len; i++)
		if (inst->marks.items[i] == mark)
			return inst->live;
	/* Marked from a caller (a node of another instance): alive when the node is. */
	return inst->live && bitset_has(&e->alive, m->node);
}

/* Is there an edge already that is as strong? Then it is one more path. Searches find the shortest path first. */
static bool known_as_well(Graph *g, NodeId from, NodeId to, const Found *f)
{
	uint32_t id;

	if (!map_get(&g->by_ends, map_key(from, to), &id))
		return false;
	Edge *edge = &g->edges.items[id];
	if (edge->kind < f->kind || (edge->kind == f->kind && edge->state && !f->state))
		return false;
	edge->paths += edge->paths < 1000;
	return true;
}

static void add_edge(Engine *e, const Search *search, uint32_t index, NodeId from, NodeId to)
{
	const Found *f = &search->items[index];
	Steps steps = {0};

	if (from == to || known_as_well(e->graph, from, to, f))
		return;
	bool unresolved = search_steps(e, search, index, &steps) || is_omitted(flow(e, f->node));
	/* From outside straight into memory that is handed on: the place where it is used is all there is to show. */
	if (!steps.len && e->graph->nodes.items[to].sites.len)
		vec_push(&steps, (Step){ .site = e->graph->nodes.items[to].sites.items[0], .note = str_intern("used"), .kind = (DepKind)f->kind });
	graph_edge(e->graph, from, to, (DepKind)f->kind, f->state, unresolved, steps);
}

static void edges_from_marks(Engine *e, const Search *search, uint32_t index, NodeId to)
{
	for (uint32_t m = map_get_or(&e->features, search->items[index].node, NONE); m != NONE; m = e->feature_marks.items[m].next)
		if (has_live_mark(e, m))
			add_edge(e, search, index, thing_node(e, &e->things.items[e->feature_marks.items[m].thing]), to);
}

/* Edges to TO from everything named that one of the COUNT nodes at STARTS depends on. */
static void edges_back(Engine *e, const FlowId *starts, uint32_t count, NodeId to)
{
	Search search = {0};

	search_back(e, starts, count, DEP_CONTROL, &search);
	for (uint32_t i = 0; i < search.len; i++) {
		FlowId at = search.items[i].node;
		const Flow *v = flow(e, at);
		if (search.items[i].parent != NONE && v->marked) {
			edges_from_marks(e, &search, i, to);
		} else if (flow_is_source(v)) {
			Thing thing = flow_thing(e, v);
			NodeId from = thing_node(e, &thing);
			e->graph->nodes.items[from].is_assumed |= v->kind == FLOW_EXTERNAL;
			graph_add_site(&e->graph->nodes.items[from].sites, flow_site(e, at));
			add_edge(e, &search, i, from, to);
		}
	}
	vec_release(&search);
}

/* Follows all assignments back, and leaves none. */
static void assignments_follow(Engine *e, Assignments *all)
{
	for (uint32_t i = 0; i < all->items.len; i++) {
		const Assigned *one = &all->items.items[i];
		edges_back(e, one->starts.items, one->starts.len, one->feature);
	}
	assignments_release(all);
}

/* Is START, but for what chooses it, made of declared features only, and of one at least? */
static bool made_of_declared(Engine *e, FlowId start)
{
	FlowId chooser = chosen_of(e, start);
	FlowIds work = {0};
	bool only = true, any = false;

	stamps_clear(&e->visited);
	vec_push(&work, start);
	while (work.len && only) {
		FlowId at = vec_pop(&work);
		const Flow *v = flow(e, at);
		if (at == chooser || !stamps_add(&e->visited, at))
			continue;
		if (at != start && v->marked) {
			for (uint32_t m = map_get_or(&e->features, at, NONE); m != NONE; m = e->feature_marks.items[m].next)
				if (has_live_mark(e, m)) {
					only &= e->feature_marks.items[m].declared;
					any = true;
				}
			continue;
		}
		only = !flow_is_source(v);
		flow_depends_on(e, at, &work);
	}
	vec_release(&work);
	return only && any;
}

/* Where the user's code makes the call that instruction INSTR of INST, maybe library semantics, is part of. */
static Site user_site(Engine *e, InstId id, uint32_t instr)
{
	for (int depth = 0; depth < 20; depth++) {
		const Instance *inst = e->instances.items[id];
		if (!e->program->functions.items[inst->func].is_stub || !inst->callers.len)
			break;
		const Call *call = &e->calls.items[inst->callers.items[0]];
		if (call->instr == NONE)
			break;
		id = call->caller;
		instr = call->instr;
	}
	FuncId func = e->instances.items[id]->func;
	return place_site(e, e->program->functions.items[func].instrs.items[instr].place, func);
}

NodeId find_feature(const Engine *e, Str name)
{
	return graph_find(e->graph, str_text(str_format("feature:%s", str_text(name))));
}

NodeId find_marked_feature(const Engine *e, const struct FeatureMark *mark)
{
	return find_feature(e, e->things.items[mark->thing].name);
}

void find_features_behind(Engine *e, const FlowIds *starts, Bitset *features)
{
	Search search = {0};

	search_back(e, starts->items, starts->len, DEP_CONTROL, &search);
	for (uint32_t i = 0; i < search.len; i++) {
		FlowId node = search.items[i].node;
		for (uint32_t m = flow(e, node)->marked ? map_get_or(&e->features, node, NONE) : NONE; m != NONE; m = e->feature_marks.items[m].next) {
			NodeId feature = find_marked_feature(e, &e->feature_marks.items[m]);
			if (feature != NONE)
				bitset_add(features, feature);
		}
	}
	vec_release(&search);
}

static NodeId model_node(Engine *e, uint32_t model)
{
	const ModelCall *m = &e->models.items[model];
	Thing thing = { .kind = NODE_MODEL, .name = m->name, .label = m->name, .role = m->role };
	return thing_node(e, &thing);
}

/* Is what M predicts used by what counts, though the instance that calls it has been replaced? */
static bool is_used(const Engine *e, const ModelCall *m)
{
	bool used = false;

	for (uint32_t k = 0; k < m->predictions.len && !used; k++)
		used = bitset_has(&e->alive, m->predictions.items[k]);
	return used;
}

static void add_models(Engine *e)
{
	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; i < inst->models.len; i++) {
			const ModelCall *m = &e->models.items[inst->models.items[i]];
			if (!inst->live && !is_used(e, m))
				continue;
			NodeId node = model_node(e, inst->models.items[i]);
			Site site = user_site(e, m->inst, m->instr);
			graph_add_site(&e->graph->nodes.items[node].sites, site);
			add_guards(e, m, &e->graph->nodes.items[node]);
			for (uint32_t k = 0; m->variants.len > 1 && k < m->variants.len; k++) {
				bool known = false;
				Node *n = &e->graph->nodes.items[node];
				for (uint32_t v = 0; v < n->variants.len; v++)
					known |= str_equal(n->variants.items[v], m->variants.items[k]);
				if (!known)
					vec_push(&n->variants, m->variants.items[k]);
			}
			for (uint32_t k = 0; k < m->predictions.len; k++) {
				NodeId prediction = thing_node(e, &e->things.items[flow(e, m->predictions.items[k])->aux]);
				graph_add_site(&e->graph->nodes.items[prediction].sites, site);
				Steps steps = {0};
				vec_push(&steps, (Step){ .site = site, .note = str_intern("predicted"), .kind = DEP_DATA });
				graph_edge(e->graph, node, prediction, DEP_DATA, false, false, steps);
			}
		}
	}
}

static void feed_model(Engine *e, NodeId feature, uint32_t model, FlowId node, DepKind kind, const Search *search, uint32_t index)
{
	const ModelCall *m = &e->models.items[model];
	Steps steps = {0};

	if (search)
		search_steps(e, search, index, &steps);
	else
		add_step(e, &steps, node, "assigned", DEP_DATA);
	vec_push(&steps, (Step){ .site = user_site(e, m->inst, m->instr), .note = str_intern("input of the model"), .kind = DEP_DATA });
	map_put(&e->read_features, e->graph->nodes.items[feature].id.i, 1);
	e->graph->nodes.items[feature].use = USE_READ_BY_MODEL;
	graph_edge(e->graph, feature, model_node(e, model), kind, search && search->items[index].state, false, steps);
}

/* A model input that is only made of declared features is not one more feature: they feed the model themselves, and DECISIONS
   has what chooses among them. */
static void feed_declared(Engine *e, const struct FeatureMark *mark, Assignments *decisions)
{
	FlowId chooser = chosen_of(e, mark->node);
	Search search = {0};

	search_back(e, &mark->node, 1, DEP_CONTROL, &search);
	for (uint32_t i = 0; i < search.len; i++) {
		FlowId at = search.items[i].node;
		if (at == mark->node || !flow(e, at)->marked)
			continue;
		for (uint32_t m = map_get_or(&e->features, at, NONE); m != NONE; m = e->feature_marks.items[m].next) {
			if (!e->feature_marks.items[m].declared || !has_live_mark(e, m))
				continue;
			NodeId feature = thing_node(e, &e->things.items[e->feature_marks.items[m].thing]);
			feed_model(e, feature, mark->model, at, (DepKind)search.items[i].kind, &search, i);
			if (chooser && search.items[i].kind == DEP_DATA)
				assignments_add(decisions, feature, chooser);
		}
	}
	vec_release(&search);
}

static bool declared_itself(Engine *e, FlowId node, uint32_t *thing)
{
	for (uint32_t m = map_get_or(&e->features, node, NONE); m != NONE; m = e->feature_marks.items[m].next)
		if (e->feature_marks.items[m].model == NONE && e->feature_marks.items[m].declared) {
			*thing = e->feature_marks.items[m].thing;
			return true;
		}
	return false;
}

static void mark_read(Engine *e)
{
	for (NodeId n = 0; n < e->graph->nodes.len; n++)
		if (map_get(&e->read_features, e->graph->nodes.items[n].id.i, NULL))
			e->graph->nodes.items[n].use = USE_READ_BY_MODEL;
}

void find_assigned(Engine *e, Map *assigned)
{
	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && inst->marks.len && i < inst->defs.len; i++)
			map_put(assigned, inst->defs.items[i].node, inst->defs.items[i].obj);
	}
}

/* The feature of MARK in the object it is assigned to. */
static uint64_t feature_in_object(Engine *e, const Map *assigned, const struct FeatureMark *mark)
{
	ObjId obj = map_get_or(assigned, mark->node, NONE);

	if (obj != NONE)
		obj = name_outermost(e, (Pointee){ obj, range_const(0) }).obj;
	return map_key(e->things.items[mark->thing].name.i, obj);
}

/* Features by object, of which something reads an assignment. */
static void find_read_in(Engine *e, const Bitset *useful, const Map *assigned, Map *read_in)
{
	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->marks.len; i++) {
			const struct FeatureMark *mark = &e->feature_marks.items[inst->marks.items[i]];
			if (mark->model == NONE && bitset_has(useful, mark->node))
				map_put(read_in, feature_in_object(e, assigned, mark), 1);
		}
	}
}

/* Assignments to declared features that nothing reads: lost ones when another assignment to the same object arrives, one more
   way to compute the feature when it is read in another object, else the feature is computed for nothing. */
static void add_lost(Engine *e, const Bitset *useful)
{
	NodeId first_lost = e->graph->nodes.len; /* features below it have an assignment that something reads */
	Map assigned = {0}, read_in = {0};
	Assignments lost = {0};

	find_assigned(e, &assigned);
	find_read_in(e, useful, &assigned, &read_in);
	for (InstId id = 1; id < e->instances.len; id++) {
		Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->marks.len; i++) {
			struct FeatureMark mark = e->feature_marks.items[inst->marks.items[i]];
			if (mark.model != NONE || bitset_has(useful, mark.node))
				continue;
			const Thing *thing = &e->things.items[mark.thing];
			NodeId known = find_feature(e, thing->name);
			if (known < first_lost && e->graph->nodes.items[known].sites.len) {
				if (!flow(e, mark.node)->ndeps || made_by_model(e, inst, flow(e, mark.node)))
					continue;
				if (map_get(&read_in, feature_in_object(e, &assigned, &mark), NULL))
					add_dead_store(e, known, mark.node, map_get_or(&assigned, mark.node, NONE));
				else
					assignments_add(&lost, known, mark.node);
				continue;
			}
			NodeId node = thing_node(e, thing);
			graph_add_site(&e->graph->nodes.items[node].sites, flow_site(e, mark.node));
			e->graph->nodes.items[node].use = USE_NEVER_READ;
			assignments_add(&lost, node, mark.node);
		}
	}
	assignments_follow(e, &lost);
	map_release(&assigned);
	map_release(&read_in);
}

static void add_features(Engine *e, const Bitset *useful)
{
	Assignments assignments = {0};

	for (InstId id = 1; id < e->instances.len; id++) {
		Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->marks.len; i++) {
			struct FeatureMark mark = e->feature_marks.items[inst->marks.items[i]];
			uint32_t own = mark.thing;
			if (mark.model == NONE && !bitset_has(useful, mark.node))
				continue;
			if (mark.model != NONE && !declared_itself(e, mark.node, &own) && made_of_declared(e, mark.node)) {
				feed_declared(e, &mark, &assignments);
				continue;
			}
			NodeId node = thing_node(e, &e->things.items[own]);
			graph_add_site(&e->graph->nodes.items[node].sites, flow_site(e, mark.node));
			assignments_add(&assignments, node, mark.node);
			const Flow *v = flow(e, mark.node);
			if (v->kind == FLOW_SIGNAL || v->kind == FLOW_PREDICTION || v->kind == FLOW_GET)
				BUG("a feature shares the node of its source");
			if (mark.model != NONE)
				feed_model(e, node, mark.model, mark.node, DEP_DATA, NULL, 0);
			else if (!map_get(&e->read_features, e->graph->nodes.items[node].id.i, NULL))
				e->graph->nodes.items[node].use = USE_LOG_ONLY;
		}
	}
	assignments_follow(e, &assignments);
	mark_read(e);
	add_lost(e, useful);
	mark_read(e);
}

/* What decides which assignment to a declared feature is in force. */
static void add_choices(Engine *e, const Bitset *useful)
{
	Map done = {0};
	Assignments decisions = {0};

	for (uint32_t i = 0; i < e->choices.len; i++) {
		Choice choice = e->choices.items[i];
		if (!map_put(&done, choice.decision, 1)) /* noted in each round of a loop */
			continue;
		const struct FeatureMark *mark = &e->feature_marks.items[choice.mark];
		const Thing *thing = &e->things.items[mark->thing];
		NodeId node = find_feature(e, thing->name);
		/* Where nobody reads it, only what decides in the function that assigns it: what becomes of it elsewhere is nothing. */
		bool unread = node != NONE && e->graph->nodes.items[node].use == USE_NEVER_READ &&
			flow(e, mark->node)->inst == flow(e, choice.join)->inst;
		if (node != NONE && (unread || bitset_has(useful, choice.join)))
			assignments_add(&decisions, node, choice.decision);
	}
	assignments_follow(e, &decisions);
	map_release(&done);
}

/* WRITTEN: what is put there. */
static void add_stores(Engine *e, Bitset *written)
{
	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->puts.len; i++) {
			const Put *put = &inst->puts.items[i];
			if (str_empty(put->store))
				continue;
			Thing thing = { .kind = NODE_STORE, .name = put->store, .label = put->store, .role = put->role };
			NodeId store = thing_node(e, &thing);
			graph_add_site(&e->graph->nodes.items[store].sites, flow_site(e, put->node));
			edges_back(e, &put->node, 1, store);
			bitset_add(written, store);
		}
	}
}

/* A key that is not constant may be any key of its store: what is put under one is read under the other. */
static void connect_unknown_keys(Engine *e, const Bitset *written)
{
	Graph *g = e->graph;
	Bitset read = {0};

	for (FlowId get = 1; get < e->flows.len; get++)
		if (flow(e, get)->kind == FLOW_GET && bitset_has(&e->alive, get))
			bitset_add(&read, thing_node(e, &e->things.items[flow(e, get)->aux]));
	uint32_t count = g->nodes.len;
	for (NodeId any = 0; any < count; any++) {
		const char *name = str_text(g->nodes.items[any].name);
		size_t length = strcspn(name, "[");
		if (g->nodes.items[any].kind != NODE_STORE || strcmp(name + length, "[*]"))
			continue;
		for (NodeId n = 0; n < count; n++) {
			if (n == any || g->nodes.items[n].kind != NODE_STORE || strncmp(str_text(g->nodes.items[n].name), name, length + 1))
				continue;
			for (int way = 0; way < 2; way++) {
				NodeId from = way ? any : n, to = way ? n : any;
				Steps steps = {0};
				if (!bitset_has(written, from) || !bitset_has(&read, to) || !g->nodes.items[to].sites.len)
					continue;
				vec_push(&steps, (Step){ .site = g->nodes.items[to].sites.items[0], .note = str_intern("may be the same key"), .kind = DEP_INDEX });
				graph_edge(g, from, to, DEP_INDEX, true, false, steps);
			}
		}
	}
	bitset_release(&read);
}

/* How many of what could not be followed are calls. */
static uint32_t add_gaps(Engine *e)
{
	uint32_t calls = 0;
	Map seen = {0};
	Coverage *coverage = &e->graph->coverage;
	Str all = str_format("signal:%s", OMITTED_ENTRIES);
	bool together = graph_find(e->graph, str_text(all)) != NONE;

	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->gaps.len; i++) {
			const Gap *gap = &inst->gaps.items[i];
			uint64_t key = hash_u64(hash_u64(hash_u64(gap->place.file, gap->place.line), gap->place.column), gap->what.i);
			if (e->program->functions.items[gap->func].is_stub || !map_put(&seen, key, 1))
				continue;
			calls += inst->func != NONE && (!strncmp(str_text(gap->what), "call ", 5) || unresolved_is_limit(gap->what));
			vec_push(&coverage->unresolved, (Unresolved){ place_site(e, gap->place, gap->func), gap->what, gap->subject, 0,
				gap->omitted && together ? all : (Str){0} });
		}
	}
	map_release(&seen);
	return calls;
}

bool function_analysed(const Engine *e, FuncId func)
{
	bool analysed = false;

	for (uint32_t i = 0; i < e->by_func[func].ids.len && !analysed; i++)
		analysed = e->instances.items[e->by_func[func].ids.items[i]]->live;
	return analysed;
}

/* UNKNOWN: calls that could not be followed. */
static void count_functions(Engine *e, uint32_t unknown)
{
	Coverage *coverage = &e->graph->coverage;

	for (FuncId id = 0; id < e->program->functions.len; id++) {
		const Function *f = &e->program->functions.items[id];
		if (!f->defined || f->is_stub || f->is_init)
			continue;
		coverage->functions++;
		bool analysed = function_analysed(e, id);
		coverage->functions_analysed += analysed && !f->is_incomplete;
		for (uint32_t i = 0; analysed && i < f->instrs.len; i++)
			coverage->calls += f->instrs.items[i].op == OP_CALL;
	}
	coverage->calls_resolved = coverage->calls - (unknown < coverage->calls ? unknown : coverage->calls);
}

/* A label of any model stays one. */
static void add_label(Node *node, Str of)
{
	bool any = node->label_role && !node->label_of.len, known = false;

	node->label_role = true;
	if (str_empty(of))
		vec_clear(&node->label_of);
	for (uint32_t i = 0; i < node->label_of.len; i++)
		known |= str_equal(node->label_of.items[i], of);
	if (!any && !known && !str_empty(of))
		vec_push(&node->label_of, of);
}

/* Signals and predictions that a model is fitted to are labels: OF that model; empty: it is not said which. */
static void mark_labels(Engine *e, FlowId labels, Str of)
{
	Search search = {0};

	search_back(e, &labels, 1, DEP_CONTROL, &search);
	for (uint32_t i = 0; i < search.len; i++) {
		const Flow *v = flow(e, search.items[i].node);
		const char *kind = v->kind == FLOW_SIGNAL ? "signal" : v->kind == FLOW_PREDICTION ? "prediction" : NULL;
		NodeId node = !kind ? NONE :
			graph_find(e->graph, str_text(str_format("%s:%s", kind, str_text(e->things.items[v->aux].name))));
		if (node != NONE)
			add_label(&e->graph->nodes.items[node], of);
	}
	vec_release(&search);
}

static void add_labels(Engine *e)
{
	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->sinks.len; i++) {
			const Flow *v = flow(e, inst->sinks.items[i]);
			if (v->kind == FLOW_ESCAPE && e->things.items[v->aux].is_label)
				mark_labels(e, inst->sinks.items[i], e->roles->roles.items[e->things.items[v->aux].role].of);
		}
	}
}

void extract_graph(Engine *e)
{
	Bitset useful = {0}, written = {0};

	find_live(e, 1, false, false);
	find_alive(e);
	marks_renew(e);
	find_useful(e, &useful);
	keep_arriving(e, &useful);
	marks_renew(e);
	collapse_models(e);
	add_models(e);
	add_features(e, &useful);
	add_choices(e, &useful);
	add_stores(e, &written);
	add_labels(e);
	connect_unknown_keys(e, &written);
	find_consumers(e);
	find_unused(e, &useful);
	find_public(e);
	find_guarding(e);
	count_functions(e, add_gaps(e));
	missing_models(e);
	missing_inputs(e);
	if (e->options.dump)
		dump_flow(e, e->options.dump);
	bitset_release(&useful);
	bitset_release(&written);
	bitset_release(&e->alive);
	map_release(&e->read_features);
}
