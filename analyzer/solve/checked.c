/*
 * Values that are looked at before they are used. A check is a condition that rests on the value, or on the result of
 * the call that brought it; it counts where it dominates the use, so that no way leads around it. From each feature
 * and store the search goes back through the value flow and ends at checks: what it does not reach has an edge that is
 * checked. Callees are entered for each of their outs once (a summary), and a check that a callee makes on all of its
 * ways counts at its call. This is done only where the manifest asks for unvalidated signals; what takes too many
 * steps is not checked.
 */
#include "solve/facts.h"

enum { MAX_SLICE = 200, MAX_WALK = 5000, MAX_ENDS = 200, MAX_STEPS = 3000000 };

typedef struct { uint32_t at, next; } Look;         /* instruction of the check; the next look at the same node */
/* What the conditions of one instance look at. */
typedef struct {
	bool known, running;
	Map of;       /* FlowId → its first look */
	Map results;  /* instruction of a call → the first look at its result */
	VEC(Look) looks;
} Looks;

typedef struct { bool usable; FlowIds ends; } Summary;

typedef struct {
	Engine *e;
	Looks *looks;      /* by InstId */
	Map summary_index; /* instance, out → index in summaries */
	VEC(Summary) summaries;
	Map towards;       /* instance, instance of a model → the call on the way there */
	Map open;          /* from, to → 1: a way without a check */
	Bitset searched;   /* nodes of the graph */
	uint32_t steps;
	bool cut;          /* the search that is going on was not finished */
} Checker;

/* Every way to the instruction USE leads over CHECK. */
static bool precedes(Engine *e, InstId id, uint32_t check, uint32_t use)
{
	const Function *f = fact_function_of(e, id);
	BlockId a = function_block_at(f, check), b = function_block_at(f, use);

	return a == b ? check < use : cfg_dominates(cfg_of(e, e->instances.items[id]->func), a, b);
}

/* A comparison of two variables that ends a loop counts rounds: `i < n` says nothing of n. */
static bool is_bound(Engine *e, InstId id, uint32_t instr)
{
	const Function *f = fact_function_of(e, id);
	const Cfg *cfg = cfg_of(e, e->instances.items[id]->func);
	const Instr *branch = &f->instrs.items[instr], *condition = instr_behind_casts(f, branch->a);
	BlockId head = cfg->loop[function_block_at(f, instr)];

	if (branch->op != OP_BRANCH || condition->op != OP_BIN || head == NONE)
		return false;
	bool leaves = !cfg_loop_contains(cfg, head, branch->b) || !cfg_loop_contains(cfg, head, branch->c);
	return leaves && str_empty(fact_constant(e, f, condition->a)) && str_empty(fact_constant(e, f, condition->b));
}

static bool is_result(Engine *e, const Flow *v)
{
	const Out *out = flow_out(e, v);

	return v->kind == FLOW_EXTERNAL || (out && out->obj == NONE);
}

static void add_look(Looks *looks, Map *map, uint64_t key, uint32_t at)
{
	uint32_t first = map_get_or(map, key, NONE);

	vec_push(&looks->looks, (Look){ at, first });
	map_put(map, key, looks->looks.len - 1);
}

/* The check at AT looks at START and what that is made of. */
static void look_from(Engine *e, Looks *looks, FlowId start, uint32_t at)
{
	InstId inst = flow(e, start)->inst;
	FlowIds work = {0};
	Map seen = {0};

	vec_push(&work, start);
	while (work.len && seen.len < MAX_SLICE) {
		FlowId node = vec_pop(&work);
		const Flow *v = flow(e, node);
		if (!node || !map_put(&seen, node, 1))
			continue;
		add_look(looks, &looks->of, node, at);
		if (is_result(e, v) && v->inst == inst && v->instr != NONE)
			add_look(looks, &looks->results, v->instr, at);
		for (uint32_t i = 0; i < v->ndeps && v->inst == inst; i++) {
			const Dep *d = &e->deps.items[v->first_dep + i];
			if (d->kind != DEP_CONTROL && !d->condition)
				vec_push(&work, d->from);
		}
	}
	vec_release(&work);
	map_release(&seen);
}

/* The check at CHECK is on every way through F. */
static bool is_always(Engine *e, InstId id, uint32_t check)
{
	const Function *f = fact_function_of(e, id);
	const Cfg *cfg = cfg_of(e, e->instances.items[id]->func);

	for (BlockId b = 0; b < f->blocks.len; b++) {
		uint32_t last = f->blocks.items[b].first + f->blocks.items[b].count - 1;
		bool reached = !b || cfg->idom[b] != NONE;
		if (reached && f->instrs.items[last].op == OP_RETURN && !precedes(e, id, check, last))
			return false;
	}
	return true;
}

static const Looks *looks_of(Checker *c, InstId id);

/* The callee's own checks of what it is given. */
static void look_through_call(Checker *c, Looks *looks, const Call *call)
{
	const Function *f = fact_function_of(c->e, call->callee);

	if (!f || f->is_stub || call->instr == NONE || c->looks[call->callee].running)
		return;
	const Looks *inner = looks_of(c, call->callee);
	const Instance *callee = c->e->instances.items[call->callee];
	for (uint32_t i = 0; i < callee->formal_ins.len && i < call->ins.len; i++) {
		uint32_t l = call->ins.items[i] ? map_get_or(&inner->of, callee->formal_ins.items[i].node, NONE) : NONE;
		while (l != NONE && !is_always(c->e, call->callee, inner->looks.items[l].at))
			l = inner->looks.items[l].next;
		if (l != NONE)
			look_from(c->e, looks, call->ins.items[i], call->instr);
	}
}

static const Looks *looks_of(Checker *c, InstId id)
{
	const Instance *inst = c->e->instances.items[id];
	const Function *f = fact_function_of(c->e, id);
	Looks *looks = &c->looks[id];

	if (looks->known || looks->running || !f)
		return looks;
	looks->running = true;
	for (uint32_t i = 0; i < inst->sinks.len; i++) {
		const Flow *v = flow(c->e, inst->sinks.items[i]);
		bool branches = v->kind == FLOW_BRANCH && v->instr != NONE && f->instrs.items[v->instr].op != OP_CALL;
		if (branches && !is_bound(c->e, id, v->instr))
			look_from(c->e, looks, inst->sinks.items[i], v->instr);
	}
	for (uint32_t i = 0; i < inst->calls.len; i++)
		look_through_call(c, looks, &c->e->calls.items[inst->calls.items[i]]);
	looks->known = true;
	looks->running = false;
	return looks;
}

static bool any_precedes(Checker *c, InstId id, const Looks *looks, uint32_t first, uint32_t use)
{
	for (uint32_t l = first; l != NONE; l = looks->looks.items[l].next)
		if (precedes(c->e, id, looks->looks.items[l].at, use))
			return true;
	return false;
}

/* What instruction USE of instance ID makes of the value NODE was checked before. */
static bool is_checked(Checker *c, InstId id, FlowId node, uint32_t use)
{
	const Flow *v = flow(c->e, node);

	if (use == NONE || !fact_function_of(c->e, id))
		return false;
	const Looks *looks = looks_of(c, id);
	if (any_precedes(c, id, looks, map_get_or(&looks->of, node, NONE), use))
		return true;
	bool called = v->inst == id && v->instr != NONE && fact_function_of(c->e, id)->instrs.items[v->instr].op == OP_CALL;
	return called && any_precedes(c, id, looks, map_get_or(&looks->results, v->instr, NONE), use);
}

/* `x` after `if (x > 0)`, on one side; fmin(x, 1): what NODE is made of was checked on the way to it. */
static bool checks_itself(Checker *c, FlowId node)
{
	const Flow *v = flow(c->e, node);
	const Function *f = fact_function_of(c->e, v->inst);
	const Instr *in = f && v->instr != NONE ? &f->instrs.items[v->instr] : NULL;

	if (v->kind == FLOW_ASSUME)
		return in && !v->aux && !is_bound(c->e, v->inst, v->instr);
	if (!in || in->op != OP_CALL || in->nargs != 2 || f->instrs.items[in->a].op != OP_ADDR_FUNC)
		return false;
	const char *name = str_text(c->e->program->functions.items[f->instrs.items[in->a].imm].name);
	bool constant = !str_empty(fact_constant(c->e, f, f->args.items[in->first_arg])) ||
		!str_empty(fact_constant(c->e, f, f->args.items[in->first_arg + 1]));
	return constant && (!strncmp(name, "fmin", 4) || !strncmp(name, "fmax", 4));
}

static const Summary *summary_of(Checker *c, InstId callee, uint32_t out);

/* What an out of a call is made of. False: its inside is not looked into. */
static bool push_callee(Checker *c, FlowId node, FlowIds *work, FlowIds *ends)
{
	OutLink link = c->e->out_links.items[flow(c->e, node)->aux];
	InstId callee = c->e->calls.items[link.call].callee, caller = flow(c->e, node)->inst;
	const Function *f = fact_function_of(c->e, callee);

	if (!f || f->is_stub || link.out >= c->e->instances.items[callee]->outs.len)
		return false;
	const Summary *summary = summary_of(c, callee, link.out);
	for (uint32_t i = 0; summary->usable && i < summary->ends.len; i++) {
		FlowId end = summary->ends.items[i];
		const Flow *v = flow(c->e, end);
		const Call *call = &c->e->calls.items[link.call];
		FlowId above = v->kind == FLOW_FORMAL && v->aux < call->ins.len ? call->ins.items[v->aux] : 0;
		if (v->kind != FLOW_FORMAL || v->inst != callee)
			vec_push(ends, end);
		else if (above && !is_checked(c, caller, above, call->instr))
			vec_push(work, above);
	}
	return summary->usable;
}

/* From START back to the formals and origins it is made of without a check. OWN is not taken for one of them. */
static void walk(Checker *c, FlowId start, FlowId own, FlowIds *ends)
{
	FlowIds work = {0};
	Map seen = {0};

	vec_push(&work, start);
	while (work.len && seen.len < MAX_WALK && c->steps++ < MAX_STEPS) {
		FlowId node = vec_pop(&work);
		if (!node || !map_put(&seen, node, 1))
			continue;
		const Flow *v = flow(c->e, node);
		bool source = node != own && flow_is_origin(v);
		if (source || v->kind == FLOW_FORMAL)
			vec_push(ends, node);
		/* An external call and a volatile read are sources and made of something, too. */
		if ((source && (v->marked || (v->kind != FLOW_EXTERNAL && v->kind != FLOW_SIGNAL))) || v->kind == FLOW_FORMAL)
			continue;
		if (checks_itself(c, node) || (v->kind == FLOW_OUT && push_callee(c, node, &work, ends)))
			continue;
		v = flow(c->e, node);
		for (uint32_t i = 0; i < v->ndeps; i++) {
			const Dep *d = &c->e->deps.items[v->first_dep + i];
			if (d->kind != DEP_CONTROL && !d->condition && !is_checked(c, v->inst, d->from, v->instr))
				vec_push(&work, d->from);
		}
	}
	c->cut |= work.len > 0;
	vec_release(&work);
	map_release(&seen);
}

/* Not usable while it is being made (a recursion), and when it is too large. */
static const Summary *summary_of(Checker *c, InstId callee, uint32_t out)
{
	uint32_t known;
	bool cut = c->cut;
	FlowIds ends = {0};

	if (map_get(&c->summary_index, map_key(callee, out), &known))
		return &c->summaries.items[known];
	known = c->summaries.len;
	vec_push(&c->summaries, (Summary){0});
	map_put(&c->summary_index, map_key(callee, out), known);
	c->cut = false;
	walk(c, c->e->instances.items[callee]->outs.items[out].node, 0, &ends);
	bool usable = !c->cut && ends.len <= MAX_ENDS;
	c->cut = cut;
	c->summaries.items[known] = (Summary){ usable, ends };
	if (!usable)
		vec_release(&c->summaries.items[known].ends);
	return &c->summaries.items[known];
}

static void note_way(Checker *c, const Thing *thing, NodeId to)
{
	NodeId from = graph_find(c->e->graph, str_text(str_format("%s:%s", node_kind_text(thing->kind), str_text(thing->name))));

	if (from != NONE)
		map_put(&c->open, map_key(from, to), 1);
}

static void note_end(Checker *c, FlowId end, NodeId to)
{
	Engine *e = c->e;
	const Flow *v = flow(e, end);
	uint32_t first = v->marked ? map_get_or(&e->features, end, NONE) : NONE;

	for (uint32_t m = first; m != NONE; m = e->feature_marks.items[m].next)
		note_way(c, &e->things.items[e->feature_marks.items[m].thing], to);
	if (!flow_is_source(v))
		return;
	Thing thing = flow_thing(e, v);
	note_way(c, &thing, to);
}

/* Goes on from the formal END of an instance in all callers. */
static void push_callers(Checker *c, FlowId end, FlowIds *work)
{
	const Flow *v = flow(c->e, end);
	const Instance *inst = c->e->instances.items[v->inst];

	for (uint32_t i = 0; v->kind == FLOW_FORMAL && i < inst->callers.len; i++) {
		const Call *call = &c->e->calls.items[inst->callers.items[i]];
		FlowId above = v->aux < call->ins.len ? call->ins.items[v->aux] : 0;
		if (above && !is_checked(c, call->caller, above, call->instr))
			vec_push(work, above);
	}
}

/* All named things that START, a value of TO, is made of without a check; callers included. */
static void check_value(Checker *c, FlowId start, NodeId to)
{
	FlowIds work = {0}, ends = {0};
	Map seen = {0};

	vec_push(&work, start);
	while (work.len && seen.len < MAX_WALK) {
		FlowId at = vec_pop(&work);
		if (map_put(&seen, at, 1))
			walk(c, at, start, &ends);
		while (ends.len) {
			FlowId end = vec_pop(&ends);
			note_end(c, end, to);
			push_callers(c, end, &work);
		}
	}
	c->cut |= work.len > 0;
	vec_release(&work);
	vec_release(&ends);
	map_release(&seen);
}

/* The call in instance ID on the way to instance TARGET; NULL: there is none. */
static const Call *call_towards(Engine *e, InstId id, InstId target, Bitset *seen)
{
	const Instance *inst = e->instances.items[id];

	if (!bitset_add(seen, id))
		return NULL;
	for (uint32_t i = 0; i < inst->calls.len; i++) {
		const Call *call = &e->calls.items[inst->calls.items[i]];
		if (call->callee == target || call_towards(e, call->callee, target, seen))
			return call;
	}
	return NULL;
}

/* A check of NODE dominates the call of MODEL, which is in instance ID or below it. */
static bool checked_by_model(Checker *c, InstId id, FlowId node, const ModelCall *model)
{
	Bitset seen = {0};

	if (model->inst == id)
		return is_checked(c, id, node, model->instr);
	uint64_t key = map_key(id, model->inst);
	if (!map_get(&c->towards, key, NULL)) {
		const Call *found = call_towards(c->e, id, model->inst, &seen);
		map_put(&c->towards, key, found ? (uint32_t)(found - c->e->calls.items) : NONE);
	}
	uint32_t way = map_get_or(&c->towards, key, NONE);
	const Call *call = way == NONE ? NULL : &c->e->calls.items[way];
	bool checked = call && is_checked(c, id, node, call->instr);
	const Instance *callee = c->e->instances.items[model->inst];
	for (uint32_t i = 0; call && call->callee == model->inst && i < call->ins.len && i < callee->formal_ins.len; i++)
		checked |= call->ins.items[i] == node && is_checked(c, model->inst, callee->formal_ins.items[i].node, model->instr);
	bitset_release(&seen);
	return checked;
}

/* A value that others have as well is marked by a node of its own on top of it. */
static FlowId below_mark(Engine *e, FlowId node)
{
	const Flow *v = flow(e, node);

	return v->kind == FLOW_STORE && v->ndeps == 1 ? e->deps.items[v->first_dep].from : node;
}

/* A search that was not finished may have missed a way: all edges to its node count as open. */
static void search_value(Checker *c, FlowId node, bool checked, NodeId to)
{
	c->cut = false;
	if (!checked)
		check_value(c, node, to);
	bitset_add(&c->searched, to);
	if (c->cut)
		map_put(&c->open, map_key(NONE, to), 1);
}

static void check_instance(Checker *c, InstId id)
{
	Engine *e = c->e;
	const Instance *inst = e->instances.items[id];

	for (uint32_t i = 0; i < inst->marks.len; i++) {
		const struct FeatureMark *mark = &e->feature_marks.items[inst->marks.items[i]];
		const ModelCall *model = mark->model == NONE ? NULL : &e->models.items[mark->model];
		NodeId feature = find_marked_feature(e, mark);
		bool checked = model && (checked_by_model(c, id, mark->node, model) ||
		                         checked_by_model(c, id, below_mark(e, mark->node), model));
		if (feature != NONE)
			search_value(c, mark->node, checked, feature);
	}
	for (uint32_t i = 0; i < inst->puts.len; i++) {
		const Put *put = &inst->puts.items[i];
		NodeId store = str_empty(put->store) ? NONE
			: graph_find(e->graph, str_text(str_format("store:%s", str_text(put->store))));
		if (store != NONE)
			search_value(c, put->node, is_checked(c, id, put->node, put->instr), store);
	}
}

static void checker_release(Checker *c)
{
	for (InstId id = 0; id < c->e->instances.len; id++) {
		map_release(&c->looks[id].of);
		map_release(&c->looks[id].results);
		vec_release(&c->looks[id].looks);
	}
	for (uint32_t i = 0; i < c->summaries.len; i++)
		vec_release(&c->summaries.items[i].ends);
	vec_release(&c->summaries);
	map_release(&c->summary_index);
	map_release(&c->towards);
	map_release(&c->open);
	bitset_release(&c->searched);
	free(c->looks);
}

void find_checked(Engine *e)
{
	const RuleSetting *setting = roles_setting(e->roles, "unvalidated-signal");
	Checker c = { .e = e };

	if (!setting || str_is(setting->level, "off"))
		return;
	c.looks = mem_calloc(e->instances.len + 1, sizeof *c.looks);
	for (InstId id = 2; id < e->instances.len; id++)
		if (e->instances.items[id]->live)
			check_instance(&c, id);
	for (EdgeId i = 0; i < e->graph->edges.len; i++) {
		Edge *edge = &e->graph->edges.items[i];
		edge->checked = edge->kind != DEP_CONTROL && bitset_has(&c.searched, edge->to) &&
			!map_get(&c.open, map_key(edge->from, edge->to), NULL) && !map_get(&c.open, map_key(NONE, edge->to), NULL);
	}
	checker_release(&c);
}
