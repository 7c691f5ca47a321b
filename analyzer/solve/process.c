/*
 * The programs that a code base makes. Each main begins one of its own, with memory of its own: what another main left is not
 * there. Entry points that nothing in the code base calls may be called in any of them, so they run in each.
 */
#include "solve/engine.h"

/* So many programs are told apart, as long as so many runs of other entry points come of it. */
enum { MANY_PROCESSES = 64, MANY_RUNS = 512 };

static uint32_t process_new(Engine *e)
{
	vec_push(&e->processes, (Process){ .left = state_copy(e->initial) });
	return e->processes.len - 1;
}

/* The program of all mains that have none of their own. */
static uint32_t process_of_others(Engine *e)
{
	if (e->other_mains == NONE)
		e->other_mains = process_new(e);
	return e->other_mains;
}

static void begins(Engine *e, FuncId func, uint32_t process)
{
	Process *p = &e->processes.items[process];

	if (!p->found)
		p->found = state_copy(p->left);
	p->mains++;
	map_put(&e->process_of, func, process);
}

/* The program that a main which none is known of begins: the first one, if it has no main, or another one, if OTHERS entry points
   can run in that, too. */
static uint32_t process_for(Engine *e, uint32_t others)
{
	bool many = e->processes.len >= MANY_PROCESSES || (uint64_t)e->processes.len * others >= MANY_RUNS;

	if (!e->processes.items[0].found)
		return 0;
	return many ? process_of_others(e) : process_new(e);
}

void processes_find(Engine *e, const FuncIds *roots)
{
	uint32_t mains = 0;

	if (!e->processes.len) {
		e->other_mains = NONE;
		process_new(e);
	}
	for (uint32_t i = 0; i < roots->len; i++)
		mains += function_is_main(&e->program->functions.items[roots->items[i]]);
	for (uint32_t i = 0; i < roots->len && e->main_runs_once; i++) {
		FuncId func = roots->items[i];
		if (function_is_main(&e->program->functions.items[func]) && !map_get(&e->process_of, func, NULL))
			begins(e, func, process_for(e, roots->len - mains));
	}
}

bool process_give_up(Engine *e, FuncId func)
{
	uint32_t process;

	if (!map_get(&e->process_of, func, &process))
		return false;
	if (e->other_mains == NONE)
		e->other_mains = process;
	if (e->other_mains == process)
		return false;
	e->processes.items[process].mains--;
	begins(e, func, e->other_mains);
	return true;
}

bool process_is_over(const Engine *e, uint32_t process)
{
	return e->processes.items[process].found && !e->processes.items[process].mains;
}

bool process_has(const Engine *e, uint32_t process, FuncId func)
{
	return map_get_or(&e->process_of, func, process) == process;
}

State *process_memory(Engine *e, uint32_t process, bool of_main)
{
	e->world->ctx = 2 * process + of_main;
	e->world->before = of_main ? e->processes.items[process].found : e->processes.items[process].left;
	return e->world->before;
}

void processes_release(Engine *e)
{
	for (uint32_t i = 0; i < e->processes.len; i++) {
		state_free(e->processes.items[i].left);
		state_free(e->processes.items[i].found);
	}
	vec_release(&e->processes);
	map_release(&e->process_of);
	state_free(e->initial);
}
