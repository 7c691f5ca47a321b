/*
 * An address is followed back to what it is part of: members on the way are touched through it, and behind a pointer
 * variable there is a parameter or what the variable was set to. A function that touches what a parameter points to
 * touches what its callers hand it, so the program is gone through until nothing more is found.
 */
#include "graph/memory.h"

#include "base/bitset.h"
#include "base/map.h"
#include "base/text.h"
#include "graph/graph_complete.h"

enum { PARAMS = 64, EVER = UINT32_MAX };

/* Which functions each function calls by name: those of F are callees[first[F]] … callees[first[F + 1]]. */
typedef struct { uint32_t *first; VEC(FuncId) callees; } Calls;

typedef struct {
	const Module *program;
	const Calls *calls;
	const Roles *roles; /* NULL: what is assigned; else: what functions without source or role get */
	Map fields;        /* map_key(record, member): touched */
	Map locals;        /* map_key(function, local): touched; only with roles */
	Bitset globals;    /* touched */
	uint64_t *touched; /* by FuncId: bits of the parameters it touches memory through */
	uint32_t *grew;    /* by FuncId: the last round in which it touched memory through one more parameter, so that its callers touch more; 0: none */
	uint32_t round;
	bool changed;      /* a function did in this round */
	bool wider;        /* more memory was touched in this round: pointers that are kept there lead to more */
	uint32_t *keeps;   /* by FuncId: EVER when it keeps pointers in members or variables, else the last round in which one more of
	                      its locals was touched */
} Search;

/* What one function does with its pointer variables. */
typedef struct {
	Search *search;
	FuncId id;
	const Function *f;
	uint32_t *next;  /* by ValueId: the next store into the same local, or NONE */
	uint32_t *first; /* by LocalId */
	Bitset seen;     /* locals, during one walk */
} Body;

static void touch(Body *body, ValueId address);

static void touch_behind(Body *body, LocalId local)
{
	uint64_t bit = local < body->f->nparams && local < PARAMS ? (uint64_t)1 << local : 0;

	if (!bitset_add(&body->seen, local))
		return;
	if (bit & ~body->search->touched[body->id]) {
		body->search->touched[body->id] |= bit;
		body->search->grew[body->id] = body->search->round;
		body->search->changed = true;
	}
	for (uint32_t i = body->first[local]; i != NONE; i = body->next[i])
		touch(body, body->f->instrs.items[i].b);
}

/* Something is done to the memory at ADDRESS. */
static void touch(Body *body, ValueId address)
{
	Search *s = body->search;
	const Function *f = body->f;
	const Instr *in = &f->instrs.items[address];

	for (; in->op == OP_FIELD || in->op == OP_ELEM || in->op == OP_CAST; in = &f->instrs.items[in->a])
		if (in->op == OP_FIELD)
			s->wider |= map_put(&s->fields, map_key(in->b, (uint32_t)in->imm), 1);
	if (in->op == OP_ADDR_GLOBAL)
		s->wider |= bitset_add(&s->globals, (uint32_t)in->imm);
	if (in->op == OP_ADDR_LOCAL && s->roles && map_put(&s->locals, map_key(body->id, (uint32_t)in->imm), 1)) {
		s->wider = true;
		if (s->keeps[body->id] != EVER)
			s->keeps[body->id] = s->round;
	}
	if (in->op != OP_LOAD)
		return;
	const Instr *from = instr_behind_casts(f, in->a);
	if (from->op == OP_ADDR_LOCAL)
		touch_behind(body, (LocalId)from->imm);
	else if (from->op == OP_FIELD)
		touch(body, in->a);
}

static bool is_pointer(const Module *program, TypeId type)
{
	return type != NONE && program->types.items[type].kind == TY_POINTER;
}

static bool has_role(const Roles *roles, FuncId id)
{
	for (RoleKind kind = ROLE_SIGNAL; kind <= ROLE_TRAIN; kind++)
		if (roles_of_function(roles, id, kind) != NONE)
			return true;
	return false;
}

/* CALLEE does so through its parameter K; of a function without source it is what its type allows. */
static bool touches(const Search *s, const Function *callee, FuncId id, uint32_t k)
{
	if (callee->defined)
		return k < PARAMS && s->touched[id] & (uint64_t)1 << k;
	if (s->roles)
		return !has_role(s->roles, id);
	if (k >= callee->nparams || !is_pointer(s->program, callee->locals.items[k].type))
		return false;
	TypeId to = s->program->types.items[callee->locals.items[k].type].elem;
	return to != NONE && !s->program->types.items[to].is_const;
}

/* A whole record goes where ADDRESS, a pointer to it, goes. */
static void touch_members(Body *body, ValueId address)
{
	const Module *program = body->search->program;
	const Instr *in = instr_behind_casts(body->f, address);
	TypeId record = is_pointer(program, in->type) ? program->types.items[in->type].elem : NONE;

	for (uint32_t i = 0; record != NONE && i < program->types.items[record].nfields; i++)
		body->search->wider |= map_put(&body->search->fields, map_key(record, i), 1);
}

static void touch_arguments(Body *body, const Instr *call)
{
	const Instr *callee = instr_behind_casts(body->f, call->a);

	if (callee->op != OP_ADDR_FUNC)
		return;
	const Function *g = &body->search->program->functions.items[callee->imm];
	for (uint32_t k = 0; k < call->nargs; k++) {
		ValueId argument = body->f->args.items[call->first_arg + k];
		bitset_clear(&body->seen);
		if (!is_pointer(body->search->program, body->f->instrs.items[argument].type) ||
		    !touches(body->search, g, (FuncId)callee->imm, k))
			continue;
		touch(body, argument);
		if (body->search->roles)
			touch_members(body, argument);
	}
}

/* Is the memory at ADDRESS part of what functions without source get? */
static bool is_handed(const Body *body, ValueId address)
{
	const Search *s = body->search;
	const Instr *in = &body->f->instrs.items[address];

	for (; in->op == OP_FIELD || in->op == OP_ELEM || in->op == OP_CAST; in = &body->f->instrs.items[in->a])
		if (in->op == OP_FIELD && map_get(&s->fields, map_key(in->b, (uint32_t)in->imm), NULL))
			return true;
	if (in->op == OP_ADDR_LOCAL)
		return map_get(&s->locals, map_key(body->id, (uint32_t)in->imm), NULL);
	return in->op == OP_ADDR_GLOBAL && bitset_has(&s->globals, (uint32_t)in->imm);
}

static void collect_stores(Body *body)
{
	const Function *f = body->f;

	memset(body->first, 0xff, f->locals.len * sizeof *body->first);
	for (ValueId i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		if (in->op != OP_STORE || f->instrs.items[in->a].op != OP_ADDR_LOCAL || !is_pointer(body->search->program, in->type))
			continue;
		LocalId local = (LocalId)f->instrs.items[in->a].imm;
		body->next[i] = body->first[local];
		body->first[local] = i;
	}
}

static void search_body(Search *s, FuncId id)
{
	const Function *f = &s->program->functions.items[id];
	Body body = { .search = s, .id = id, .f = f };

	body.next = mem_calloc(f->instrs.len + 1, sizeof *body.next);
	body.first = mem_calloc(f->locals.len + 1, sizeof *body.first);
	collect_stores(&body);
	for (ValueId i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		if ((in->op == OP_STORE || in->op == OP_DATA) && !in->is_volatile && !s->roles) {
			bitset_clear(&body.seen);
			touch(&body, in->a);
		} else if (in->op == OP_STORE && s->roles && is_pointer(s->program, in->type)) {
			if (f->instrs.items[in->a].op != OP_ADDR_LOCAL)
				s->keeps[id] = EVER;
			if (!is_handed(&body, in->a))
				continue;
			bitset_clear(&body.seen);
			touch(&body, in->b);
			touch_members(&body, in->b);
		} else if (in->op == OP_CALL) {
			touch_arguments(&body, in);
		}
	}
	bitset_release(&body.seen);
	free(body.next);
	free(body.first);
}

/* Initial values of variables are no assignment, those of constants are all there is. */
static bool is_searched(const Search *s, FuncId id, const Bitset *initial)
{
	const Function *f = &s->program->functions.items[id];

	if (!f->defined || bitset_has(initial, id) || (f->is_stub && s->roles)) /* library semantics are known */
		return false;
	return f->place.file == NONE || f->is_stub || !path_is_test(str_text(s->program->files.items[f->place.file].name));
}

static bool is_constant(const Module *program, const Global *global)
{
	TypeId type = type_element(program, global->type);

	return global->is_const || (type != NONE && program->types.items[type].is_const);
}

/* Could ID touch more than when it was last searched: does it call a function that does, or keep pointers in memory that was
   not touched then? */
static bool may_grow(const Search *s, FuncId id, bool wider)
{
	if (wider && (s->keeps[id] == EVER || s->keeps[id] + 1 >= s->round))
		return true;
	for (uint32_t i = s->calls->first[id]; i < s->calls->first[id + 1]; i++)
		if (s->grew[s->calls->callees.items[i]] + 1 >= s->round)
			return true;
	return false;
}

static void search_program(Search *s)
{
	Bitset initial = {0};

	for (GlobalId g = 0; g < s->program->globals.len; g++) {
		const Global *global = &s->program->globals.items[g];
		if (global->init != NONE && !is_constant(s->program, global))
			bitset_add(&initial, global->init);
	}
	bool wider = false;
	do {
		s->changed = s->wider = false;
		s->round++;
		for (FuncId id = 0; id < s->program->functions.len; id++)
			if ((s->round == 1 || may_grow(s, id, wider)) && is_searched(s, id, &initial))
				search_body(s, id);
		wider = s->roles && s->wider;
	} while (s->changed || wider);
	bitset_release(&initial);
}

static void name_member(const Search *s, TypeId record, uint32_t member, Map *names)
{
	const Type *type = &s->program->types.items[record];
	const char *field = str_text(s->program->fields.items[type->first_field + member].name);

	map_put(names, str_format("%s.%s", str_text(type->name), field).i, 1);
	if (!str_empty(type->alias))
		map_put(names, str_format("%s.%s", str_text(type->alias), field).i, 1);
}

/* A table of constant records: the elements are named by their type where a pointer leads to them. */
static void name_table(const Search *s, const Global *global, Map *names)
{
	TypeId record = type_element(s->program, global->type);

	if (record == NONE || record == global->type || !is_constant(s->program, global) || global->init == NONE)
		return;
	const Type *type = &s->program->types.items[record];
	if (type->kind == TY_STRUCT)
		map_put(names, type->name.i, 1);
	for (uint32_t i = 0; i < type->nfields; i++)
		name_member(s, record, i, names);
}

static void name_locals(const Search *s, Map *names)
{
	for (FuncId id = 0; id < s->program->functions.len && s->locals.len; id++) {
		const Function *f = &s->program->functions.items[id];
		for (uint32_t i = 0; i < f->locals.len; i++)
			if (map_get(&s->locals, map_key(id, i), NULL))
				map_put(names, local_label(f, i).i, 1);
	}
}

/* The names that the solver gives to what is touched. */
static void collect_names(const Search *s, Map *names)
{
	for (TypeId t = 0; t < s->program->types.len; t++)
		for (uint32_t i = 0; i < s->program->types.items[t].nfields; i++)
			if (map_get(&s->fields, map_key(t, i), NULL)) {
				name_member(s, t, i, names);
				map_put(names, s->program->types.items[t].name.i, 1);
			}
	for (GlobalId g = 0; g < s->program->globals.len; g++) {
		const Global *global = &s->program->globals.items[g];
		if (!s->roles)
			name_table(s, global, names);
		if (!bitset_has(&s->globals, g) || global->is_volatile || !global->defined)
			continue;
		map_put(names, global_label(s->program, g).i, 1);
	}
}

static void memory_find(const Module *program, const Calls *calls, const Roles *roles, Map *names)
{
	Search s = { .program = program, .calls = calls, .roles = roles };

	s.grew = mem_calloc(program->functions.len + 1, sizeof *s.grew);
	s.touched = mem_calloc(program->functions.len + 1, sizeof *s.touched);
	s.keeps = mem_calloc(program->functions.len + 1, sizeof *s.keeps);
	search_program(&s);
	name_locals(&s, names);
	collect_names(&s, names);
	map_release(&s.fields);
	map_release(&s.locals);
	bitset_release(&s.globals);
	free(s.touched);
	free(s.grew);
	free(s.keeps);
}

static void calls_find(const Module *program, Calls *calls)
{
	calls->first = mem_calloc(program->functions.len + 1, sizeof *calls->first);
	for (FuncId id = 0; id < program->functions.len; id++) {
		const Function *f = &program->functions.items[id];
		for (uint32_t i = 0; i < f->instrs.len; i++) {
			const Instr *callee = f->instrs.items[i].op == OP_CALL ? instr_behind_casts(f, f->instrs.items[i].a) : NULL;
			if (callee && callee->op == OP_ADDR_FUNC)
				vec_push(&calls->callees, (FuncId)callee->imm);
		}
		calls->first[id + 1] = calls->callees.len;
	}
}

/* "a[0].b" → "a.b" */
static Str without_elements(Str name)
{
	Text text = {0};

	for (const char *p = str_text(name); *p; p++) {
		if (*p == '[')
			p += strcspn(p, "]");
		if (*p && *p != ']')
			text_put_n(&text, p, 1);
		if (!*p)
			break;
	}
	Str bare = str_intern(text_data(&text));
	text_release(&text);
	return bare;
}

void memory_mark(const Module *program, const Roles *roles, Graph *graph)
{
	Map kept = {0}, handed = {0};
	Calls calls = {0};

	calls_find(program, &calls);
	memory_find(program, &calls, NULL, &kept);
	memory_find(program, &calls, roles, &handed);
	vec_release(&calls.callees);
	free(calls.first);
	for (NodeId n = 0; n < graph->nodes.len; n++) {
		Node *node = &graph->nodes.items[n];
		uint64_t name = without_elements(node->name).i;
		if (node->kind == NODE_SIGNAL && !node->declared && !node->is_assumed)
			node->kept = map_get(&kept, name, NULL);
		if (node->kind == NODE_FEATURE)
			node->handed = map_get(&handed, name, NULL);
	}
	map_release(&kept);
	map_release(&handed);
}
