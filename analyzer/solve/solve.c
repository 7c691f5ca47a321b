/*
 * The stage: set up the engine, run the world, extract the graph.
 */
#include "solve/solve.h"

#include "solve/engine.h"
#include "solve/facts.h"

#include <pthread.h>

enum { DEFAULT_CONTEXTS = 24, STACK_MEGABYTES = 1024 };
static const uint64_t DEFAULT_STEPS = 5500000;

/* The type of a pointer of which nothing is known: void *, else one to what is no record, for those lead to no function. */
static TypeId find_pointer_type(const Module *program)
{
	TypeId scalar = NONE, any = NONE;

	for (TypeId t = 0; t < program->types.len; t++) {
		const Type *type = &program->types.items[t];
		TypeKind to = type->kind != TY_POINTER || type->elem == NONE ? TY_VOID : program->types.items[type->elem].kind;
		if (type->kind == TY_POINTER && to == TY_VOID)
			return t;
		if (type->kind == TY_POINTER && to != TY_FUNCTION)
			any = t;
		if (type->kind == TY_POINTER && to != TY_FUNCTION && !type_is_record(program, type->elem))
			scalar = t;
	}
	return scalar != NONE ? scalar : any;
}

static void engine_init(Engine *e, const Module *program, const Roles *roles, const SolveOptions *options)
{
	size_t n = program->functions.len + 1;

	e->program = program;
	e->roles = roles;
	if (options)
		e->options = *options;
	if (!e->options.max_contexts)
		e->options.max_contexts = DEFAULT_CONTEXTS;
	if (!e->options.max_steps)
		e->options.max_steps = DEFAULT_STEPS;
	e->limit = e->shared = e->options.max_steps;
	pts_reset();
	e->cfgs = mem_calloc(n, sizeof *e->cfgs);
	e->by_func = mem_calloc(n, sizeof *e->by_func);
	e->invokes = mem_calloc(n, 1);
	e->evaluates = mem_calloc(n, 1);
	e->address_taken = mem_calloc(n, 1);
	e->called_in = mem_calloc(n, sizeof *e->called_in);
	vec_push(&e->instances, NULL);
	vec_add(&e->pointed_signals);
	instance_new(e, NONE);
	flow_new(e, FLOW_NONE, 0, NONE);
	e->pointer_type = find_pointer_type(program);
	for (FuncId id = 0; id < program->functions.len; id++) {
		const char *text = str_text(program->functions.items[id].annotation);
		const char *stub = strstr(text, "featdep:field-stub:");
		if (stub) {
			stub += strlen("featdep:field-stub:");
			map_put(&e->field_stubs, str_intern_n(stub, strcspn(stub, "\n")).i, id);
			map_put(&e->stub_records, str_intern_n(stub, strcspn(stub, ".\n")).i, 1);
		}
	}
}

static void instance_release(Instance *inst)
{
	outs_clear(inst);
	vec_release(&inst->outs);
	vec_release(&inst->cores);
	vec_release(&inst->queries);
	vec_release(&inst->formals);
	vec_release(&inst->written);
	vec_release(&inst->formal_ins);
	map_release(&inst->formal_in_index);
	map_release(&inst->asked_of);
	map_release(&inst->places_of);
	bitset_release(&inst->read_anywhere);
	vec_release(&inst->last_queries);
	vec_release(&inst->last_ins);
	map_release(&inst->last_in_index);
	map_release(&inst->query_index);
	map_release(&inst->last_query_index);
	map_release(&inst->last_places);
	vec_release(&inst->calls_back);
	map_release(&inst->also_points);
	map_release(&inst->not_exact);
	map_release(&inst->uncertain);
	map_release(&inst->moved);
	map_release(&inst->local_objs);
	map_release(&inst->global_objs);
	map_release(&inst->views);
	map_release(&inst->nodes);
	bitset_release(&inst->weak_formals);
	bitset_release(&inst->accessed);
	bitset_release(&inst->parted_formals);
	bitset_release(&inst->copied_formals);
	bitset_release(&inst->leaves_formals);
	vec_release(&inst->calls);
	vec_release(&inst->inputs);
	map_release(&inst->input_index);
	vec_release(&inst->defs);
	vec_release(&inst->shared);
	threads_clear(inst);
	vec_release(&inst->threads);
	vec_release(&inst->beside);
	vec_release(&inst->passing);
	vec_release(&inst->handles);
	vec_release(&inst->ended);
	map_release(&inst->beside_index);
	map_release(&inst->shared_index);
	vec_release(&inst->sinks);
	vec_release(&inst->gaps);
	vec_release(&inst->puts);
	vec_release(&inst->models);
	vec_release(&inst->marks);
	vec_release(&inst->callers);
}

static void engine_release(Engine *e)
{
	for (uint32_t i = 1; i < e->instances.len; i++)
		instance_release(e->instances.items[i]);
	for (FuncId id = 0; id < e->program->functions.len; id++) {
		if (e->cfgs[id])
			cfg_release(e->cfgs[id]);
		vec_release(&e->by_func[id].ids);
	}
	for (uint32_t i = 0; i < e->calls.len; i++) {
		Call *call = &e->calls.items[i];
		bound_clear(call);
		vec_release(&call->bound);
		vec_release(&call->ins);
		vec_release(&call->ins_before);
		vec_release(&call->selectors);
		vec_release(&call->args);
	}
	for (uint32_t i = 0; i < e->models.len; i++) {
		vec_release(&e->models.items[i].variants);
		vec_release(&e->models.items[i].predictions);
	}
	vec_release(&e->calls);
	vec_release(&e->models);
	map_release(&e->model_index);
	map_release(&e->inputs_taken);
	vec_release(&e->inputs_behind);
	vec_release(&e->instances);
	vec_release(&e->objects);
	pages_release(&e->flows);
	pages_release(&e->deps);
	vec_release(&e->dep_index.places);
	vec_release(&e->things);
	vec_release(&e->out_links);
	vec_release(&e->choices);
	vec_release(&e->pointed_signals);
	vec_release(&e->feature_marks);
	mods_release(e);
	vec_release(&e->stack);
	vec_release(&e->provisional);
	for (uint32_t i = 0; i < e->out_paths.len; i++) {
		vec_release(&e->out_paths.items[i].search);
		map_release(&e->out_paths.items[i].ends);
		map_release(&e->out_paths.items[i].formals);
	}
	vec_release(&e->out_paths);
	map_release(&e->out_path_index);
	stamps_release(&e->visited);
	vec_release(&e->awaited);
	vec_release(&e->visit_index);
	map_release(&e->root_calls);
	map_release(&e->releases);
	bitset_release(&e->handed);
	bitset_release(&e->cut_off);
	bitset_release(&e->hopeless);
	map_release(&e->object_index);
	map_release(&e->count_index);
	map_release(&e->prefix_index);
	vec_release(&e->counts);
	vec_release(&e->terms);
	vec_release(&e->prefixes);
	map_release(&e->constants);
	map_release(&e->constant_reads);
	map_release(&e->features);
	map_release(&e->contexts);
	map_release(&e->handlers_of);
	map_release(&e->handlers_not_all);
	vec_release(&e->handlers);
	map_release(&e->handler_sets);
	map_release(&e->field_stubs);
	map_release(&e->declared_types);
	map_release(&e->real_of);
	vec_release(&e->reals);
	map_release(&e->stub_records);
	free(e->cfgs);
	free(e->by_func);
	free(e->invokes);
	free(e->evaluates);
	free(e->address_taken);
	free(e->called_in);
	arena_release(&e->arena);
	pts_reset();
}

static void *solve_thread(void *context)
{
	Engine *e = context;
	Run world;

	run_init(&world, e, e->instances.items[1]);
	world.world = true;
	e->world = &world;
	e->initial = state_new(0);
	world.before = e->initial;
	entries_run(e);
	extract_graph(e);
	find_facts(e);
	processes_release(e);
	return NULL;
}

void solve(const Module *program, const Roles *roles, const SolveOptions *options, Graph *graph, Diags *diags)
{
	Engine e = { .graph = graph, .diags = diags };
	pthread_attr_t attributes;
	pthread_t thread;

	engine_init(&e, program, roles, options);
	/* Deep call chains are interpreted by recursion: a large stack, committed only as far as it is used. */
	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, (size_t)STACK_MEGABYTES << 20);
	if (pthread_create(&thread, &attributes, solve_thread, &e))
		solve_thread(&e);
	else
		pthread_join(thread, NULL);
	pthread_attr_destroy(&attributes);
	engine_release(&e);
}
