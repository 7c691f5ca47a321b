/*
 * Recursion. An instance that is reached again while it runs goes round until its outs and what they depend on no longer
 * change: each call back takes what the round before left. A round begins with nothing known, so calls back are bound by
 * what the round before asked and took, as well as by what this one has so far. A recursion that counts with constants, or
 * goes through an object in known steps, is none: each level has an instance of its own.
 */
#include "solve/engine.h"

/* Places of one object that calls back pass something else at before all of it is taken together. */
enum { MAX_WIDENED = 8 };

/* Rounds before places of outs are widened; before what one out and another depend on may change places. */
enum { MAX_LEVELS = 16, EARLY_ROUNDS = 6, FINE_ROUNDS = 12 };

/* Questions that calls back answer in another way than the first call, before nothing is taken for certain. */
enum { MAX_UNCERTAIN = 8 };

#define SWAP(a, b) do { __typeof__(a) other = (a); (a) = (b); (b) = other; } while (0)

static uint64_t place_key(ObjId obj, Range off, int64_t size)
{
	return hash_u64(offset_hash(obj, off), (uint64_t)size);
}

/* Widening (Cousot and Cousot, POPL 1977): where each round leaves something elsewhere, or points elsewhere, there is no
   end. */
void recursion_place(Run *r, ObjId obj, Cell *c)
{
	const Map *last = &r->inst->last_places;
	PtsId now = flow(r->e, c->node)->value.pts, before = 0;

	if (!last->len)
		return;
	if (!map_get(last, place_key(obj, c->off, c->size), &before) && obj != NONE) {
		c->off = range_strided(NEG_INF, POS_INF, 8);
		c->must = false;
		before = map_get_or(last, place_key(obj, c->off, c->size), 0);
	}
	if (pts_join(now, before) == now)
		return;
	FlowId kept = flow_keyed(r, FLOW_MERGE, r->f->instrs.len - 1, hash_u64(place_key(obj, c->off, c->size), c->node));
	flow_dep(r->e, kept, c->node, DEP_DATA);
	flow(r->e, kept)->value = flow(r->e, c->node)->value;
	flow(r->e, kept)->value.pts = pts_join(now, before);
	flow(r->e, kept)->type = flow(r->e, c->node)->type;
	c->node = kept;
}

void recursion_round(Engine *e, Instance *inst, uint32_t round, bool restarted)
{
	map_clear(&inst->last_places);
	for (uint32_t i = 0; round >= EARLY_ROUNDS && !restarted && i < inst->outs.len; i++) {
		const Out *o = &inst->outs.items[i];
		uint64_t key = place_key(o->obj, o->off, o->size);
		map_put(&inst->last_places, key, pts_join(map_get_or(&inst->last_places, key, 0), flow(e, o->node)->value.pts));
	}
	vec_clear(&inst->calls_back);
	vec_clear(&inst->last_queries);
	vec_clear(&inst->last_ins);
	map_clear(&inst->last_in_index);
	map_clear(&inst->last_query_index);
	if (restarted)
		return;
	SWAP(inst->queries, inst->last_queries);
	SWAP(inst->query_index, inst->last_query_index);
	SWAP(inst->formal_ins, inst->last_ins);
	SWAP(inst->formal_in_index, inst->last_in_index);
}

/* 0: ALL has it already; NULL: there is no such set. */
static uint64_t reach_hash(uint64_t source, Reach reach, Map *all)
{
	uint64_t hash = hash_u64(source, (uint64_t)reach.kind << 2 | (uint64_t)reach.state << 1 | reach.computed);

	return !all || map_put(all, hash, 1) ? hash : 0;
}

/* In any order: what an instance asks for first can differ from round to round. */
static uint64_t sources_hash(const Instance *inst, const Sources *sources, Map *all)
{
	uint64_t hash = 0;

	for (uint32_t i = 0; i < sources->formals.len; i++)
		hash += reach_hash(inst->formal_ins.items[sources->formals.items[i].source].key, sources->formals.items[i], all);
	for (uint32_t i = 0; i < sources->origins.len; i++)
		hash += reach_hash(sources->origins.items[i].source, sources->origins.items[i], all);
	return hash;
}

/* Where O is and what it points to. */
static uint64_t place_hash(Engine *e, const Out *o)
{
	return hash_u64(place_key(o->obj, o->off, o->size), flow(e, o->node)->value.pts);
}

static uint64_t out_hash(Engine *e, const Instance *inst, const Out *o)
{
	const Sources *sources = out_sources(inst, o), *core = sources_core(inst, sources);

	return hash_u64(hash_u64(place_hash(e, o), sources_hash(inst, sources, NULL)), core ? sources_hash(inst, core, NULL) : 0);
}

/* The same but for what the outs depend on: only what all of them do. */
static uint64_t outs_hash_coarse(Engine *e, const Instance *inst)
{
	Map all = {0};
	uint64_t hash = 0;

	for (uint32_t i = 0; i < inst->outs.len; i++) {
		const Out *o = &inst->outs.items[i];
		hash += place_hash(e, o) + sources_hash(inst, &o->sources, &all);
	}
	for (uint32_t i = 0; i < inst->cores.len; i++)
		hash += sources_hash(inst, &inst->cores.items[i], &all);
	map_release(&all);
	return hash;
}

uint64_t recursion_hash(Engine *e, const Instance *inst, uint32_t round)
{
	uint64_t hash = map_key(inst->outs.len, inst->queries.len);

	for (uint32_t i = 0; i < inst->outs.len && round < FINE_ROUNDS; i++)
		hash += out_hash(e, inst, &inst->outs.items[i]);
	for (uint32_t i = 0; i < inst->formal_ins.len; i++)
		hash += hash_u64(inst->formal_ins.items[i].key, 0);
	return round < FINE_ROUNDS ? hash : hash + outs_hash_coarse(e, inst);
}

void recursion_settle(Engine *e, Instance *inst)
{
	for (uint32_t i = 0; i < inst->calls_back.len; i++) {
		Call *call = &e->calls.items[inst->calls_back.items[i]];
		FlowIds ins = {0};
		for (uint32_t k = 0; k < inst->formal_ins.len; k++) {
			uint32_t at = map_get_or(&inst->last_in_index, inst->formal_ins.items[k].key, inst->last_ins.len + k);
			vec_push(&ins, at < call->ins.len ? call->ins.items[at] : 0);
		}
		vec_clear(&call->ins);
		vec_append(&call->ins, &ins);
		vec_release(&ins);
	}
}

void recursion_end(Instance *inst)
{
	vec_release(&inst->last_queries);
	vec_release(&inst->last_ins);
	map_release(&inst->last_in_index);
	map_release(&inst->last_query_index);
	map_release(&inst->last_places);
}

/* ---- calls back ---- */

static void add_target(Pointees *targets, Pointee t)
{
	for (uint32_t i = 0; i < targets->len; i++)
		if (targets->items[i].obj == t.obj && range_equal(targets->items[i].off, t.off))
			return;
	vec_push(targets, t);
}

/* What FORMAL stands for in the call that its instance runs for now; NULL: it does not run. */
static const Pointees *bound_now(Engine *e, const Object *formal)
{
	const Instance *inst = e->instances.items[formal->inst];
	bool bound = inst->running && inst->naming && formal->index < inst->naming->bound.len;

	return bound ? &inst->naming->bound.items[formal->index].targets : NULL;
}

/* Where T, of an instance that runs now, is in what FORMAL of one below it on the stack stands for; NULL: elsewhere. */
static const Range *place_below(Engine *e, Pointee t, ObjId formal, uint32_t depth, Range *place)
{
	const Object *o = &e->objects.items[t.obj];
	const Range *found = NULL;

	*place = t.off;
	if (t.obj == formal)
		return place;
	const Pointees *targets = o->kind == OBJ_FORMAL && depth <= e->stack.len ? bound_now(e, o) : NULL;
	for (uint32_t i = 0; targets && i < targets->len && !found; i++)
		found = place_below(e, (Pointee){ targets->items[i].obj, offset_add(targets->items[i].off, t.off) }, formal, depth + 1, place);
	return found;
}

/* Recursion: the formals of the recorded answer also stand for what this call passes. MERGED: what is done already; many
   questions have the same answer. */
static void bound_merge(Run *caller, Call *call, Instance *callee, Map *merged, Query *q, PtsId now)
{
	Engine *e = caller->e;
	uint32_t n, m;
	const Pointee *old = pts_targets(q->pts, &n), *t = pts_targets(now, &m);

	run_work(caller, 1 + n / 4);
	for (uint32_t k = 0; k < n; k++) {
		const Object *formal = &e->objects.items[old[k].obj];
		if (formal->kind != OBJ_FORMAL || formal->inst != callee->id || !map_put(merged, map_key(old[k].obj, now), 1))
			continue;
		run_work(caller, m);
		while (call->bound.len <= formal->index)
			vec_add(&call->bound);
		for (uint32_t i = 0; i < m; i++) {
			Pointee target = t[i];
			if (e->objects.items[target.obj].kind == OBJ_FUNCTION)
				continue;
			/* f(v + 1) inside f(v), be it through others: somewhere in v, any number of steps away. */
			Range place;
			const Range *inside = callee->running ? place_below(e, target, old[k].obj, 0, &place) : NULL;
			if (inside && !(range_is_const(*inside) && inside->lo == 0))
				target.off = range_strided(NEG_INF, POS_INF, range_is_const(*inside) ? llabs(inside->lo) : 8);
			add_target(&call->bound.items[formal->index].targets, target);
		}
	}
}

/* Adds to OUT what T, of CALLEE or of an instance above it on the stack, is for the caller of CALLEE. */
static void outward(Engine *e, const Instance *callee, Pointee t, uint32_t depth, Pointees *out)
{
	const Object *o = &e->objects.items[t.obj];
	if (o->kind != OBJ_FORMAL) {
		add_target(out, t);
		return;
	}
	const Pointees *targets = depth <= e->stack.len ? bound_now(e, o) : NULL;
	for (uint32_t i = 0; targets && i < targets->len; i++) {
		Pointee below = { targets->items[i].obj, offset_add(targets->items[i].off, t.off) };
		if (o->inst == callee->id)
			add_target(out, below);
		else
			outward(e, callee, below, depth + 1, out);
	}
}

/* In also_points: what is passed at any place of OBJ; at how many places it is something else than what was known. */
static uint64_t anywhere_key(ObjId obj)
{
	return hash_u64(obj, 0xA150);
}

static uint64_t widened_key(ObjId obj)
{
	return hash_u64(obj, 0xA151);
}

bool recursion_also(const Instance *callee, const Query *q, PtsId *also)
{
	PtsId here, anywhere = 0;
	bool everywhere = q->obj != NONE && map_get(&callee->also_points, anywhere_key(q->obj), &anywhere);

	if (!map_get(&callee->also_points, query_key(q), &here)) {
		*also = anywhere;
		return everywhere;
	}
	*also = pts_join(here, anywhere);
	return true;
}

/* Q is answered with ALSO, too: where calls back move through an object, and each asks at another place, at any. */
static void add_also(Instance *callee, const Query *q, PtsId also)
{
	uint32_t places = q->obj == NONE ? 0 : map_get_or(&callee->also_points, widened_key(q->obj), 0) + 1;

	map_put(&callee->also_points, query_key(q), also);
	callee->again = true;
	if (!places)
		return;
	map_put(&callee->also_points, widened_key(q->obj), places);
	if (places > MAX_WIDENED)
		map_put(&callee->also_points, anywhere_key(q->obj), pts_join(also, map_get_or(&callee->also_points, anywhere_key(q->obj), 0)));
}

/* What a call back passes and the recorded answer has no place for: something where there was null, another function. The
   instance is run again with that. */
static void widen_answer(Engine *e, Instance *callee, const Query *q, PtsId now)
{
	uint32_t n, m;
	const Pointee *old = pts_targets(q->pts, &n), *t = pts_targets(now, &m);
	PtsId known;
	bool widened = recursion_also(callee, q, &known);
	PtsId also = known;
	Pointees more = {0};

	for (uint32_t i = 0; i < m; i++) {
		if (!can_point_to(e, pointee(e, q->type), e->objects.items[t[i].obj].kind))
			continue;
		bool found = n && e->objects.items[t[i].obj].kind != OBJ_FUNCTION;
		for (uint32_t k = 0; k < n && !found; k++)
			found = old[k].obj == t[i].obj;
		if (!found)
			outward(e, callee, t[i], 0, &more);
	}
	also = pts_join(also, pts_of(more.items, more.len));
	vec_release(&more);
	if (also != known || (!n && m && !widened))
		add_also(callee, q, also);
}

/* How far from where the recorded answer has them a call back passes the pointers into what a formal stands for. */
typedef struct { ObjId formal, to; int64_t distance; bool known; } Shift;
typedef VEC(Shift) Shifts;

/* Of what a pointer of TYPE steps over. */
static int64_t element_bits(Engine *e, TypeId type)
{
	const Type *t = type == NONE ? NULL : &e->program->types.items[type];
	int64_t bits = t && t->kind == TY_POINTER ? type_bits(e->program, t->elem) : 0;

	return bits > 0 ? bits : 8;
}

/* Pointers into one object that calls back do not move alike: how far one is from the other is not known. The instance is
   run again with the one of Q anywhere in the object. */
static void note_shift(Engine *e, Instance *callee, Shifts *shifts, const Query *q, PtsId now)
{
	uint32_t n, m, known;
	const Pointee *old = pts_targets(q->pts, &n), *t = pts_targets(now, &m);
	const Object *formal = n == 1 ? &e->objects.items[old->obj] : NULL;

	if (!m || !formal || formal->kind != OBJ_FORMAL || formal->inst != callee->id || !range_is_const(old->off))
		return;
	bool certain = m == 1 && range_is_const(t->off);
	Shift shift = { old->obj, t->obj, certain ? t->off.lo - old->off.lo : 0, certain };
	for (uint32_t i = 0; i < shifts->len; i++) {
		Shift first = shifts->items[i];
		if (first.formal != shift.formal)
			continue;
		if (first.known && shift.known && first.distance == shift.distance) {
			/* As far from the beginning of another object: the formal stands for both. */
			if (first.to != shift.to)
				callee->again |= map_put(&callee->not_exact, query_key(q), 1);
			return;
		}
		int64_t apart = first.known && shift.known && first.to == shift.to ? first.distance - shift.distance : element_bits(e, q->type);
		bool again = map_get(&callee->moved, query_key(q), &known);
		uint32_t stride = (uint32_t)common_divisor(llabs(apart), again ? known : 0);
		map_put(&callee->moved, query_key(q), stride);
		callee->again |= !again || stride != known;
		return;
	}
	vec_push(shifts, shift);
}

PtsId recursion_moved(Engine *e, const Instance *callee, const Query *q, PtsId pts)
{
	Pointees moved = {0};
	uint32_t n, stride;

	if (!map_get(&callee->moved, query_key(q), &stride))
		return pts;
	pts_targets(pts, &n);
	for (uint32_t i = 0; i < n; i++) {
		Pointee t = pts_targets(pts, &n)[i];
		if (e->objects.items[t.obj].kind == OBJ_FORMAL)
			t.off = offset_add(t.off, range_strided(NEG_INF, POS_INF, stride));
		vec_push(&moved, t);
	}
	PtsId result = pts_of(moved.items, moved.len);
	vec_release(&moved);
	return result;
}

/* Calls back pass something else for Q than the first call did: the instance is run again without it; when that goes on and
   on, without all that is certain of the first call. */
static void note_uncertain(Instance *callee, const Query *q)
{
	map_put(&callee->uncertain, question_key(q), 1);
	callee->generic |= callee->uncertain.len > MAX_UNCERTAIN;
	callee->again = true;
}

/* What one way through all questions has found. */
typedef struct { Shifts shifts; Map merged; } Merging;

static void merge_call_back(Run *caller, State *state, Call *call, Instance *callee, Query q, Merging *merging)
{
	Engine *e = caller->e;
	FormalIn in = query_input(&q);
	bool certain = callee->running && query_is_certain(callee, &q);
	bool in_place = q.kind == ASK_POINTS && !q.pts && range_is_const(q.num); /* a number, or null, in the place of a pointer */
	bool number = (asks_number(q.kind) || q.kind == ASK_ADDRESS || in_place) && certain && !range_is_top(q.num);
	bool address = q.kind == ASK_ADDRESS || q.kind == ASK_KEPT;
	bool text = q.kind == ASK_CERTAIN && certain && !str_empty(q.text);
	bool null = q.kind == ASK_NULL && certain && q.num.lo > 0;
	bool asked = q.kind == ASK_POINTS || null || number || text || (address && q.pts);
	FlowId node = asked ? caller_value(caller, state, call, callee, &in, q.kind) : 0;

	if (q.kind == ASK_VIEW)
		bound_merge(caller, call, callee, &merging->merged, &q, caller_view(caller, call, &q));
	else if (q.kind == ASK_GLOBAL)
		bound_merge(caller, call, callee, &merging->merged, &q, global_address(caller, q.index));
	else if (address && node)
		bound_merge(caller, call, callee, &merging->merged, &q, flow(e, node)->value.pts);
	else if (q.kind == ASK_POINTS) {
		PtsId pts = node ? flow(e, node)->value.pts : 0;
		bound_merge(caller, call, callee, &merging->merged, &q, pts);
		if (callee->running) {
			note_shift(e, callee, &merging->shifts, &q, pts);
			widen_answer(e, callee, &q, pts);
			if (pts && !pts_exact(e, pts))
				callee->again |= map_put(&callee->not_exact, query_key(&q), 1);
		}
	}
	/* What was certain of the first call need not be of the next. */
	bool other_number = number && !(in_place && node && flow(e, node)->value.pts) &&
		(!node || !range_equal(range_join(flow(e, node)->value.num, q.num), q.num));
	bool maybe_null = null && (!node || null_range(caller, node).lo <= 0);
	Str now;
	bool other_text = text && (!node || !certain_texts(caller, &node, 1, &now) || !str_equal(now, q.text));
	bool letters = q.kind == ASK_LETTERS && certain && !str_empty(q.text);
	other_text |= letters && !str_equal(letters_passed(caller, state, call, &q), q.text);
	bool counted = q.kind == ASK_ELEMENTS && certain && range_is_const(q.num);
	int64_t few = counted ? few_bound(caller, call, &q) : 0;
	bool longer = counted && (!few || few > q.num.lo);
	if (other_number || other_text || maybe_null || longer)
		note_uncertain(callee, &q);
}

static void bind_all(Run *caller, State *state, Call *call, Instance *callee)
{
	Merging merging = {0};

	for (uint32_t i = 0; callee->running && i < callee->last_queries.len && !caller->inst->given_up; i++)
		merge_call_back(caller, state, call, callee, callee->last_queries.items[i], &merging);
	for (uint32_t i = 0; i < callee->queries.len && !caller->inst->given_up; i++) {
		Query q = callee->queries.items[i];
		if (!callee->running || !map_get(&callee->last_query_index, question_key(&q), NULL))
			merge_call_back(caller, state, call, callee, q, &merging);
	}
	vec_release(&merging.shifts);
	map_release(&merging.merged);
}

/* A question can be one about what a later one binds: the other way round in a recursion than in the first call. */
void recursion_bind(Run *caller, State *state, Call *call, Instance *callee)
{
	uint64_t before;

	do {
		before = bound_places(call);
		bind_all(caller, state, call, callee);
	} while (callee->running && bound_places(call) != before);
}

/* ---- recursions that count ---- */

static bool is_number(Engine *e, const Call *call, uint32_t arg)
{
	return arg < call->args.len && !flow(e, call->args.items[arg])->value.pts &&
		range_is_const(flow(e, call->args.items[arg])->value.num);
}

/* Is ARG of CALL a number that no level of the recursion of FUNC that runs now was called with? */
static bool is_new_number(Engine *e, FuncId func, const Call *call, uint32_t arg)
{
	if (!is_number(e, call, arg))
		return false;
	for (uint32_t i = 0; i < e->stack.len; i++) {
		const Instance *inst = e->instances.items[e->stack.items[i]];
		if (inst->func == func && (!is_number(e, inst->naming, arg) ||
		    flow(e, inst->naming->args.items[arg])->value.num.lo == flow(e, call->args.items[arg])->value.num.lo))
			return false;
	}
	return true;
}

/* What the parameter ARG of INST points to. */
static PtsId own_argument(Engine *e, const Instance *inst, uint32_t arg)
{
	PtsId own = 0;

	for (uint32_t i = 0; i < inst->formal_ins.len && !own; i++)
		if (inst->formal_ins.items[i].obj == NONE && inst->formal_ins.items[i].param == arg)
			own = flow(e, inst->formal_ins.items[i].node)->value.pts;
	return own;
}

/* Does INST, which runs now, pass CALL another known place of the one object that its own ARG points to? */
static bool is_known_step(Engine *e, const Instance *inst, const Call *call, uint32_t arg)
{
	PtsId passed = arg < call->args.len ? flow(e, call->args.items[arg])->value.pts : 0, own = own_argument(e, inst, arg);
	uint32_t n;

	if (!pts_exact(e, passed) || !pts_exact(e, own))
		return false;
	const Pointee *to = pts_targets(passed, &n), *from = pts_targets(own, &n);
	return to->obj == from->obj && to->off.lo != from->off.lo;
}

/* The one place that PTS of an instance that runs now leads to, in an object of which there is only one; obj is NONE: it is not
   known. */
static Pointee actual_place(Engine *e, PtsId pts)
{
	uint32_t n;
	const Pointee *t = pts_targets(pts, &n);
	Pointee place = n == 1 ? *t : (Pointee){ NONE, range_top() };

	for (uint32_t depth = 0; place.obj != NONE && e->objects.items[place.obj].kind == OBJ_FORMAL; depth++) {
		const Pointees *targets = depth <= e->stack.len ? bound_now(e, &e->objects.items[place.obj]) : NULL;
		if (!targets || targets->len != 1)
			return (Pointee){ NONE, range_top() };
		place = (Pointee){ targets->items[0].obj, offset_add(targets->items[0].off, place.off) };
	}
	const Object *o = place.obj == NONE ? NULL : &e->objects.items[place.obj];
	bool one = o && range_is_const(place.off) && (o->kind == OBJ_GLOBAL || (!o->weak && (o->kind == OBJ_HEAP || o->kind == OBJ_LOCAL)));
	return one ? place : (Pointee){ NONE, range_top() };
}

/* Does ARG of CALL lead to a known place that no level of the recursion of FUNC that runs now was called with? */
static bool is_new_place(Engine *e, FuncId func, const Call *call, uint32_t arg)
{
	Pointee now = actual_place(e, flow(e, call->args.items[arg])->value.pts);

	for (uint32_t i = 0; i < e->stack.len && now.obj != NONE; i++) {
		const Instance *inst = e->instances.items[e->stack.items[i]];
		Pointee level = inst->func == func ? actual_place(e, own_argument(e, inst, arg)) : (Pointee){ OBJ_UNKNOWN, range_top() };
		if (level.obj == NONE || (level.obj == now.obj && range_equal(level.off, now.off)))
			return false;
	}
	return now.obj != NONE;
}

bool recursion_counts(Engine *e, FuncId func, const Call *call)
{
	const Instance *last = NULL;
	uint32_t levels = 0;

	for (uint32_t i = 0; i < e->stack.len; i++) {
		const Instance *inst = e->instances.items[e->stack.items[i]];
		levels += inst->func == func;
		last = inst->func == func ? inst : last;
	}
	if (levels >= MAX_LEVELS || e->by_func[func].ids.len >= contexts_of(e, func))
		return false;
	for (uint32_t arg = 0; arg < call->args.len; arg++)
		if (is_new_number(e, func, call, arg) || is_known_step(e, last, call, arg) || is_new_place(e, func, call, arg))
			return true;
	return false;
}
