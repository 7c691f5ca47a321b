/*
 * Who uses predictions and features: forwards from each of them to the functions that compute with the value, branch
 * on it, keep it, or let it leave the program. Functions that only pass it on are not consumers.
 */
#include "solve/engine.h"

typedef struct { FlowId to; uint8_t kind; uint8_t move; /* 0: inside, 1: into a callee, 2: out to a caller */ bool state, computed; uint32_t call; } User;
typedef VEC(User) Users;

typedef struct {
	FlowId node;
	uint32_t parent;
	uint8_t kind, dep_kind;
	bool state, descended, computed;
	uint32_t stub_call; /* inside a library: the user's call; NONE */
	FuncId by;          /* computed: the function that did it last */
} Walk;

typedef struct {
	Engine *e;
	uint32_t *first;  /* CSR by node */
	Users users;
	Map persistent;   /* nodes written into memory that outlives the call */
	Map returned;     /* results of entry points */
	Bitset feeding;   /* nodes that features are made of */
	uint64_t *ways;   /* by node: bits of the ways in which it was reached outside of libraries, of the walk that goes on */
	uint8_t *left;    /* by node: the same for the ways in which its users were looked at, and START */
	FlowIds touched;  /* nodes with one of either */
	Map scaled;       /* map_key(node of the graph, FuncId) → Str.i of the function that changes the scale */
} Forward;

enum { START = 16 };

typedef struct { FlowId from; User user; } Arc;
typedef VEC(Arc) Arcs;

static bool is_model(Engine *e, FuncId func)
{
	return func != NONE && roles_of_function(e->roles, func, ROLE_MODEL) != NONE;
}

static void arcs_of_calls(Engine *e, Arcs *arcs)
{
	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->calls.len; i++) {
			uint32_t c = inst->calls.items[i];
			const Call *call = &e->calls.items[c];
			const Instance *callee = e->instances.items[call->callee];
			for (uint32_t k = 0; k < call->ins.len && k < callee->formal_ins.len && !is_model(e, callee->func); k++)
				if (call->ins.items[k])
					vec_push(arcs, (Arc){ call->ins.items[k], { callee->formal_ins.items[k].node, DEP_DATA, 1, false, false, c } });
		}
	}
}

static void forward_init(Forward *f, Engine *e)
{
	Arcs arcs = {0};

	f->e = e;
	f->ways = mem_calloc(e->flows.len + 1, sizeof *f->ways);
	f->left = mem_calloc(e->flows.len + 1, sizeof *f->left);
	for (FlowId n = 1; n < e->flows.len; n++) {
		const Flow *v = flow(e, n);
		if (!bitset_has(&e->alive, n))
			continue;
		for (uint32_t i = 0; i < v->ndeps; i++) {
			Dep d = e->deps.items[v->first_dep + i];
			if (flow(e, d.from)->inst == v->inst || (v->kind != FLOW_OUT && v->kind != FLOW_VIA))
				vec_push(&arcs, (Arc){ d.from, { n, d.kind, 0, d.state, d.computed, NONE } });
		}
		if (v->kind == FLOW_OUT) {
			const Out *out = flow_out(e, v);
			if (out && flow_callee(e, v)->live)
				vec_push(&arcs, (Arc){ out->node, { n, DEP_DATA, 2, v->inst == 1, false, e->out_links.items[v->aux].call } });
		}
	}
	arcs_of_calls(e, &arcs);
	f->first = mem_calloc(e->flows.len + 2, sizeof *f->first);
	for (uint32_t i = 0; i < arcs.len; i++)
		f->first[arcs.items[i].from + 1]++;
	for (FlowId n = 0; n <= e->flows.len; n++)
		f->first[n + 1] += f->first[n];
	vec_reserve(&f->users, arcs.len);
	f->users.len = arcs.len;
	for (uint32_t i = arcs.len; i-- > 0;)
		f->users.items[--f->first[arcs.items[i].from + 1]] = arcs.items[i].user;
	for (FlowId n = 0; n <= e->flows.len; n++)
		f->first[n] = f->first[n + 1];
	f->first[e->flows.len + 1] = arcs.len;
	vec_release(&arcs);
	for (InstId id = 2; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		if (!inst->live)
			continue;
		for (uint32_t i = 0; i < inst->defs.len; i++) {
			ObjKind kind = e->objects.items[name_outermost(e, (Pointee){ inst->defs.items[i].obj, range_const(0) }).obj].kind;
			if (kind == OBJ_GLOBAL || kind == OBJ_ENTRY)
				map_put(&f->persistent, inst->defs.items[i].node, inst->defs.items[i].obj);
		}
		bool root = false;
		for (uint32_t i = 0; i < inst->callers.len; i++)
			root |= e->calls.items[inst->callers.items[i]].caller == 1;
		for (uint32_t i = 0; root && i < inst->outs.len; i++)
			if (inst->outs.items[i].obj == NONE && !function_is_main(&e->program->functions.items[inst->func]))
				map_put(&f->returned, inst->outs.items[i].node, 1);
	}
}

/* What flows on into features is feature extraction, not another use of them. */
static void find_feeding(Engine *e, Bitset *feeding)
{
	FlowIds work = {0};

	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		for (uint32_t i = 0; inst->live && i < inst->marks.len; i++)
			vec_push(&work, e->feature_marks.items[inst->marks.items[i]].node);
	}
	while (work.len) {
		FlowId node = vec_pop(&work);
		if (bitset_add(feeding, node))
			flow_sources(e, node, &work);
	}
	vec_release(&work);
}

static void forward_release(Forward *f)
{
	bitset_release(&f->feeding);
	map_release(&f->scaled);
	free(f->ways);
	free(f->left);
	vec_release(&f->touched);
	free(f->first);
	vec_release(&f->users);
	map_release(&f->persistent);
	map_release(&f->returned);
}

static FuncId function_of(Engine *e, FlowId node)
{
	return e->instances.items[flow(e, node)->inst]->func;
}

/* Library semantics, and inline functions of system headers: what they do with a value is their caller's use of it. */
static bool is_library(Engine *e, FuncId func)
{
	const Function *f = func == NONE ? NULL : &e->program->functions.items[func];

	return f && (f->is_stub || (f->place.file != NONE && e->program->files.items[f->place.file].is_system));
}

typedef VEC(Walk) Walks;

/* The way to AT; true when it goes through a function without definition, which is only assumed to pass on what it gets. */
static bool steps_to(Engine *e, const Walks *walks, uint32_t at, Steps *steps)
{
	VEC(uint32_t) chain = {0};
	bool assumed = false;

	for (uint32_t i = at; i != NONE; i = walks->items[i].parent)
		vec_push(&chain, i);
	while (chain.len) {
		const Walk *w = &walks->items[vec_pop(&chain)];
		FlowKind kind = (FlowKind)flow(e, w->node)->kind;
		assumed |= flow_is_assumed(e, w->node) && chain.len;
		const char *note = kind == FLOW_PREDICTION ? "predicted" : kind == FLOW_STORE ? "assigned" : kind == FLOW_OP ? "computed" :
			kind == FLOW_BRANCH ? "condition" : kind == FLOW_ESCAPE ? "leaves the program" : kind == FLOW_OUT ? "returned by the call" :
			kind == FLOW_EXTERNAL ? "passed to an unknown function" : kind == FLOW_LOAD ? "loaded" : NULL;
		if (note)
			add_step(e, steps, w->node, note, (DepKind)w->dep_kind);
	}
	vec_release(&chain);
	return assumed;
}

typedef struct {
	NodeId from;
	bool feature;          /* else a prediction */
	const Bitset *excluded;/* functions that make or pass features, by FuncId */
	FlowIds starts;        /* in all instances */
} Source;

/* One a prediction, feature or key of a store: what many instances have of it is followed together. */
typedef struct { VEC(Source) items; Map by_node; } SourceList;

static Site call_site(Engine *e, uint32_t call)
{
	const Call *c = &e->calls.items[call];
	FuncId func = e->instances.items[c->caller]->func;

	if (func == NONE || c->instr == NONE)
		return (Site){0};
	return place_site(e, e->program->functions.items[func].instrs.items[c->instr].place, func);
}

static FuncId user_of(Engine *e, const Walk *w)
{
	return w->stub_call == NONE ? function_of(e, w->node) : e->instances.items[e->calls.items[w->stub_call].caller]->func;
}

/* Is NODE a value that its function gets to see? What lies in memory that it hands on, it does not see. */
static bool is_seen(Engine *e, FlowId node)
{
	const Flow *v = flow(e, node);
	OutLink link = v->kind == FLOW_OUT ? e->out_links.items[v->aux] : (OutLink){ NONE, NONE };

	switch ((FlowKind)v->kind) {
	case FLOW_OP: case FLOW_LOAD: case FLOW_STORE: case FLOW_BRANCH: case FLOW_EXTERNAL: case FLOW_PREDICTION: case FLOW_GET:
		return true;
	case FLOW_OUT:
		return e->instances.items[e->calls.items[link.call].callee]->outs.items[link.out].obj == NONE;
	case FLOW_NONE: case FLOW_CONST: case FLOW_UNDEF: case FLOW_PHI: case FLOW_WEAK: case FLOW_MERGE: case FLOW_ASSUME: case FLOW_FORMAL:
	case FLOW_VIA: case FLOW_CHOICE: case FLOW_ENTRY: case FLOW_SIGNAL: case FLOW_ESCAPE:
		return false;
	}
	return false;
}

/* The value of VALUE is an argument of CALL. */
static bool is_argument(Engine *e, const Call *call, FlowId value)
{
	const Instance *callee = e->instances.items[call->callee];
	bool found = false;

	for (uint32_t k = 0; k < call->ins.len && k < callee->formal_ins.len && !found; k++)
		found = call->ins.items[k] == value && callee->formal_ins.items[k].obj == NONE;
	return found;
}

/* FUNC hands the value itself to a function it calls: to the one that WALKS[I] is in, or that made it. */
static bool is_handed(Engine *e, const Walks *walks, uint32_t i, FuncId func)
{
	const Flow *v = flow(e, walks->items[i].node);
	uint32_t parent = walks->items[i].parent;

	if (parent == NONE || walks->items[parent].computed || user_of(e, &walks->items[parent]) != func)
		return false;
	if (v->kind == FLOW_FORMAL)
		return e->instances.items[v->inst]->formal_ins.items[v->aux].obj == NONE;
	return v->kind == FLOW_OUT && is_argument(e, &e->calls.items[e->out_links.items[v->aux].call], walks->items[parent].node);
}

/* Empty when FUNC sees the value itself on the way to walks[AT], else who computed what it sees. */
static Str computed_by(Engine *e, const Walks *walks, uint32_t at, FuncId func)
{
	FuncId other = NONE;

	for (uint32_t i = at; i != NONE; i = walks->items[i].parent) {
		const Walk *w = &walks->items[i];
		if (is_handed(e, walks, i, func) || (!w->computed && user_of(e, w) == func && is_seen(e, w->node)))
			return (Str){0};
		if (w->computed && other == NONE && w->by != func)
			other = w->by;
	}
	return other == NONE ? (Str){0} : name_function(e, other);
}

/* A use of the value itself is what the edge tells of, however much shorter the way to one of something computed from it. */
static void add_use(Engine *e, NodeId from, NodeId to, const Walk *w, Str through, bool unresolved, Steps steps)
{
	EdgeId found = map_get_or(&e->graph->by_ends, map_key(from, to), NONE);
	Edge *edge = found == NONE ? NULL : &e->graph->edges.items[found];
	bool direct = edge && str_empty(edge->through);

	if (edge && !direct && str_empty(through) && w->kind >= edge->kind)
		vec_release(&edge->witness);
	else if (direct && !str_empty(through) && w->kind <= edge->kind)
		vec_release(&steps);
	found = graph_edge(e->graph, from, to, (DepKind)w->kind, w->state, unresolved, steps);
	if (!edge || str_empty(through))
		e->graph->edges.items[found].through = through;
}

static void consumed(Forward *f, const Source *source, const Walks *walks, uint32_t at, FuncId func, uint32_t use, Str escape, bool monitor)
{
	Engine *e = f->e;
	const Function *fn = func == NONE ? NULL : &e->program->functions.items[func];

	if (!fn || is_library(e, func) || fn->is_init || (source->feature && bitset_has(source->excluded, func)))
		return;
	const Flow *used = flow(e, walks->items[at].node);
	FlowId through = used->kind == FLOW_BRANCH && used->ndeps ? e->deps.items[used->first_dep].from : walks->items[at].node;
	if (source->feature && bitset_has(&f->feeding, through))
		return;
	const Walk *w = &walks->items[at];
	InstId user = w->stub_call == NONE ? flow(e, w->node)->inst : e->calls.items[w->stub_call].caller;
	if (e->instances.items[user]->in_declared)
		return;
	uint32_t call = used->kind == FLOW_OUT ? e->out_links.items[used->aux].call : w->stub_call;
	Site site = call == NONE ? flow_site(e, w->node) : call_site(e, call);
	NodeId node = graph_node(e->graph, NODE_CONSUMER, function_label(fn));
	Node *n = &e->graph->nodes.items[node];
	if (str_empty(n->label))
		n->label = n->name;
	n->uses |= use;
	n->is_monitor |= monitor;
	graph_add_site(&n->sites, site);
	bool known = str_empty(escape);
	for (uint32_t i = 0; i < n->escapes.len && !known; i++)
		known = str_equal(n->escapes.items[i], escape);
	if (!known)
		vec_push(&n->escapes, escape);
	Steps steps = {0};
	bool unresolved = steps_to(e, walks, at, &steps);
	/* What the library does with it has no step of its own. */
	if (!steps.len || w->stub_call != NONE)
		add_step_at(&steps, site, "used", DEP_DATA);
	add_use(e, source->from, node, w, computed_by(e, walks, at, func), unresolved, steps);
}

/* Is the out V of a feature left by a function that elsewhere fills a model's input? Then that one is no consumer, and who has it
   fill something that lasts is. */
static bool is_left_for_model(const Forward *f, const Source *source, const Flow *v)
{
	const Out *out = flow_out(f->e, v);

	return source->feature && out && bitset_has(&f->feeding, out->node);
}

/* Is reaching walks[AT] a use, and by whom? True when a feature's walk ends here. */
static bool check_use(Forward *f, const Source *source, Walks *walks, uint32_t at)
{
	Engine *e = f->e;
	Walk *w = &walks->items[at];
	const Flow *v = flow(e, w->node);
	FuncId func = user_of(e, w);
	bool ends = false;

	if (v->kind == FLOW_BRANCH && w->stub_call != NONE && w->computed) {
		/* What the library decides by a callback's result is the callback's use. */
		ends = true;
	} else if (v->kind == FLOW_BRANCH) {
		consumed(f, source, walks, at, func, CONSUME_BRANCH, (Str){0}, false);
		ends = true;
	} else if (v->kind == FLOW_ESCAPE) {
		const Thing *thing = &e->things.items[v->aux];
		bool monitor = str_is(thing->where, "monitor");
		consumed(f, source, walks, at, func, CONSUME_ESCAPE, monitor ? (Str){0} : thing->where, monitor);
		ends = true;
	} else if (v->kind == FLOW_EXTERNAL) {
		Str callee = v->aux == NONE ? str_intern("unknown function") : e->program->functions.items[v->aux].name;
		bool declared = v->aux != NONE && roles_of_function(e->roles, v->aux, ROLE_CONSUMER) != NONE;
		consumed(f, source, walks, at, declared ? v->aux : func, CONSUME_ESCAPE, str_format("call of %s", str_text(callee)), false);
		ends = true;
	} else if (v->kind == FLOW_OP && w->dep_kind != DEP_CONTROL) {
		const Instr *in = v->instr == NONE || function_of(e, w->node) == NONE ? NULL
			: &e->program->functions.items[function_of(e, w->node)].instrs.items[v->instr];
		if (in && (in->op == OP_BIN || in->op == OP_UN || (in->op == OP_CALL && w->stub_call != NONE) || in->op == OP_ELEM)) {
			/* What others do with something computed from it is not a use of the prediction any more, unless it ends there. */
			if (!w->computed)
				consumed(f, source, walks, at, func, CONSUME_COMPUTE, (Str){0}, false);
			walks->items[at].computed = ends = true;
			walks->items[at].by = func;
		}
	}
	if (map_get(&f->persistent, w->node, NULL) && w->stub_call == NONE && (v->kind != FLOW_OUT || is_left_for_model(f, source, v)))
		consumed(f, source, walks, at, func, CONSUME_PERSIST, (Str){0}, false);
	if (map_get(&f->returned, w->node, NULL))
		consumed(f, source, walks, at, func, CONSUME_ESCAPE, str_intern("api"), false);
	return ends;
}

/* Who made USER's node of what W stands for: of an out, the function that was called. */
static FuncId maker_of(Engine *e, const Walk *w, const User *user)
{
	const Flow *to = flow(e, user->to);

	if (user->computed && to->kind == FLOW_OUT)
		return flow_callee(e, to)->func;
	return user->computed || user->kind == DEP_CONTROL ? function_of(e, user->to) : w->by;
}

static bool changes_scale(const char *name)
{
	static const char *const functions[] = { "exp", "exp2", "expm1", "tanh", "erf" };

	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
		size_t length = strlen(functions[i]);
		if (!strncmp(name, functions[i], length) && (!name[length] || ((name[length] == 'f' || name[length] == 'l') && !name[length + 1])))
			return true;
	}
	return false;
}

/* The function without code of its own that NODE is the result of, or NONE. */
static FuncId called_at(Engine *e, FlowId node)
{
	const Flow *v = flow(e, node);
	FuncId func = v->kind == FLOW_OP && v->instr != NONE ? function_of(e, node) : NONE;
	const Function *f = func == NONE ? NULL : &e->program->functions.items[func];

	if (!f || f->instrs.items[v->instr].op != OP_CALL)
		return NONE;
	const Instr *callee = instr_behind_casts(f, f->instrs.items[v->instr].a);
	return callee->op == OP_ADDR_FUNC && is_library(e, (FuncId)callee->imm) ? (FuncId)callee->imm : NONE;
}

/* When a function made walks[AT] that changes the scale: its caller, and who handed the value on to there, have it on
   another one. */
static void note_scale(Forward *f, const Source *source, const Walks *walks, uint32_t at)
{
	FuncId called = source->feature ? NONE : called_at(f->e, walks->items[at].node);

	if (called == NONE || !changes_scale(str_text(f->e->program->functions.items[called].name)))
		return;
	map_put(&f->scaled, map_key(source->from, user_of(f->e, &walks->items[at])), f->e->program->functions.items[called].name.i);
	for (uint32_t i = at; walks->items[i].parent != NONE; i = walks->items[i].parent) {
		FuncId before = user_of(f->e, &walks->items[walks->items[i].parent]);
		if (is_handed(f->e, walks, i, before))
			map_put(&f->scaled, map_key(source->from, before), f->e->program->functions.items[called].name.i);
	}
}

static void mark_scales(const Forward *f)
{
	Graph *g = f->e->graph;

	for (uint32_t i = 0; i < f->scaled.cap; i++) {
		const MapSlot *slot = &f->scaled.slots[i];
		if (!slot->used)
			continue;
		NodeId reader = graph_find(g, str_text(str_format("consumer:%s", str_text(name_function(f->e, (FuncId)slot->key)))));
		EdgeId edge = reader == NONE ? NONE : map_get_or(&g->by_ends, map_key((NodeId)(slot->key >> 32), reader), NONE);
		if (edge != NONE)
			g->edges.items[edge].scaled = (Str){ slot->value };
	}
}

static void touch(Forward *f, FlowId node)
{
	if (!f->ways[node] && !f->left[node])
		vec_push(&f->touched, node);
}

/* Is it the first time that W reaches its node this way? In a library, the call that led there belongs to the way. */
static bool reach(Forward *f, Map *in_library, const Walk *w)
{
	uint32_t way = w->descended | (uint32_t)w->computed << 1 | (uint32_t)(w->dep_kind == DEP_CONTROL) << 2 |
		(uint32_t)w->kind << 3 | (uint32_t)w->state << 5;

	if (w->stub_call != NONE)
		return map_put(in_library, hash_u64(map_key(w->node, w->stub_call), way), 0);
	touch(f, w->node);
	bool first = !(f->ways[w->node] >> way & 1);
	f->ways[w->node] |= 1ull << way;
	return first;
}

/* Is it the first time that the users of W's node are looked at? */
static bool leave(Forward *f, Map *left_library, const Walk *w)
{
	uint32_t way = w->descended | (uint32_t)w->computed << 1;

	if (w->stub_call != NONE)
		return map_put(left_library, hash_u64(map_key(w->node, w->stub_call), way), 0);
	touch(f, w->node);
	bool first = !(f->left[w->node] >> way & 1);
	f->left[w->node] |= (uint8_t)(1u << way);
	return first;
}

static void walk_from(Forward *f, const Source *source)
{
	Engine *e = f->e;
	Walks walks = {0};
	VEC(uint32_t) queue[3] = {0};
	Map in_library = {0}, left_library = {0};

	for (uint32_t i = 0; i < source->starts.len; i++) {
		FlowId start = source->starts.items[i];
		if (f->left[start] & START)
			continue;
		touch(f, start);
		f->left[start] |= START;
		vec_push(&queue[0], walks.len);
		vec_push(&walks, (Walk){ .node = start, .parent = NONE, .kind = DEP_DATA, .dep_kind = DEP_DATA, .stub_call = NONE, .by = NONE });
	}
	for (uint32_t level = 0; level < 3; level++)
		for (uint32_t q = 0; q < queue[level].len; q++) {
			uint32_t at = queue[level].items[q];
			Walk w = walks.items[at];
			if (!leave(f, &left_library, &w))
				continue;
			for (uint32_t u = f->first[w.node]; u < f->first[w.node + 1]; u++) {
				User user = f->users.items[u];
				if (user.move == 2 && w.descended)
					continue;
				const Flow *to = flow(e, user.to);
				if (to->marked && !source->feature)
					continue;
				uint8_t kind = user.kind < w.kind ? user.kind : w.kind;
				if (source->feature && kind < DEP_DATA)
					continue;
				Walk next = { .node = user.to, .parent = at, .kind = kind, .dep_kind = user.kind, .state = w.state || user.state,
					.descended = w.descended || user.move == 1, .computed = w.computed || user.computed || user.kind == DEP_CONTROL, .stub_call = w.stub_call, .by = maker_of(e, &w, &user) };
				bool library = is_library(e, function_of(e, user.to));
				if (user.move == 1 && library && w.stub_call == NONE)
					next.stub_call = user.call;
				if (!library)
					next.stub_call = NONE;
				if (!reach(f, &in_library, &next))
					continue;
				vec_push(&walks, next);
				note_scale(f, source, &walks, walks.len - 1);
				bool ends = check_use(f, source, &walks, walks.len - 1);
				if ((source->feature && (ends || user.computed || to->marked)) || f->left[user.to] & START)
					continue;
				vec_push(&queue[DEP_DATA - kind], walks.len - 1);
			}
		}
	for (int i = 0; i < 3; i++)
		vec_release(&queue[i]);
	vec_release(&walks);
	map_release(&in_library);
	map_release(&left_library);
	for (uint32_t i = 0; i < f->touched.len; i++)
		f->ways[f->touched.items[i]] = f->left[f->touched.items[i]] = 0;
	vec_clear(&f->touched);
}

/* Functions that make features or hand them to a model are not their consumers. */
static void feature_makers(Engine *e, Bitset *makers)
{
	Map places = {0}; /* (name, file) of the functions that features are made in */

	for (InstId id = 2; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		if (inst->live && (inst->marks.len || inst->models.len || inst->inputs.len))
			bitset_add(makers, inst->func);
	}
	for (uint32_t i = 0; i < e->graph->nodes.len; i++) {
		const Node *n = &e->graph->nodes.items[i];
		for (uint32_t k = 0; n->kind == NODE_FEATURE && k < n->sites.len; k++)
			map_put(&places, map_key(n->sites.items[k].function.i, n->sites.items[k].file.i), 1);
	}
	for (FuncId id = 0; id < e->program->functions.len; id++) {
		const Function *f = &e->program->functions.items[id];
		if (f->place.file != NONE && map_get(&places, map_key(f->name.i, e->program->files.items[f->place.file].name.i), NULL))
			bitset_add(makers, id);
	}
	map_release(&places);
}

/* Is a prediction or a feature kept in this store key, or in one whose key is not known? */
static bool holds_predictions(const Graph *g, NodeId store)
{
	const char *name = str_text(g->nodes.items[store].name);
	size_t length = strcspn(name, "[");

	for (EdgeId i = 0; i < g->edges.len; i++) {
		const Edge *edge = &g->edges.items[i];
		const Node *to = &g->nodes.items[edge->to];
		NodeKind from = g->nodes.items[edge->from].kind;
		bool any_key = to->kind == NODE_STORE && !strncmp(str_text(to->name), name, length) &&
			!strcmp(str_text(to->name) + length, "[*]");
		if ((edge->to == store || any_key) && (from == NODE_PREDICTION || from == NODE_FEATURE))
			return true;
	}
	return false;
}

static void add_start(SourceList *sources, NodeId from, const Bitset *makers, FlowId start)
{
	uint32_t index = map_get_or(&sources->by_node, from, NONE);

	if (index == NONE) {
		index = sources->items.len;
		map_put(&sources->by_node, from, index);
		vec_push(&sources->items, (Source){ .from = from, .feature = makers != NULL, .excluded = makers });
	}
	vec_push(&sources->items.items[index].starts, start);
}

static void add_model_starts(Engine *e, const Instance *inst, SourceList *sources)
{
	for (uint32_t i = 0; i < inst->models.len; i++) {
		const ModelCall *m = &e->models.items[inst->models.items[i]];
		for (uint32_t k = 0; k < m->predictions.len; k++) {
			FlowId start = m->predictions.items[k];
			add_start(sources, thing_node(e, &e->things.items[flow(e, start)->aux]), NULL, start);
		}
	}
}

static void add_feature_starts(Engine *e, const Instance *inst, const Bitset *makers, SourceList *sources)
{
	for (uint32_t i = 0; i < inst->marks.len; i++) {
		const struct FeatureMark *mark = &e->feature_marks.items[inst->marks.items[i]];
		NodeId node = find_marked_feature(e, mark);
		if (node != NONE)
			add_start(sources, node, makers, mark->node);
	}
}

/* Follows each of SOURCES, and leaves none. */
static void walk_all(Forward *f, SourceList *sources)
{
	for (uint32_t i = 0; i < sources->items.len; i++) {
		walk_from(f, &sources->items.items[i]);
		vec_release(&sources->items.items[i].starts);
	}
	vec_release(&sources->items);
	map_release(&sources->by_node);
}

void find_consumers(Engine *e)
{
	Forward f = {0};
	Bitset makers = {0};
	SourceList sources = {0};

	forward_init(&f, e);
	feature_makers(e, &makers);
	find_feeding(e, &f.feeding);
	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		if (!inst->live)
			continue;
		add_model_starts(e, inst, &sources);
		add_feature_starts(e, inst, &makers, &sources);
	}
	walk_all(&f, &sources);
	/* What is kept in a store is known only now. */
	for (FlowId n = 1; n < e->flows.len; n++) {
		if (flow(e, n)->kind != FLOW_GET || !bitset_has(&e->alive, n))
			continue;
		NodeId store = thing_node(e, &e->things.items[flow(e, n)->aux]);
		if (holds_predictions(e->graph, store))
			add_start(&sources, store, NULL, n);
	}
	walk_all(&f, &sources);
	mark_scales(&f);
	bitset_release(&makers);
	forward_release(&f);
}
