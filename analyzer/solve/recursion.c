/*
 * Recursion. An instance that is reached again while it runs goes round until its outs and what they depend on no longer
 * change: each call back takes what the round before left. A round begins with nothing known, so calls back are bound by
 * what the round before asked and took, as well as by what this one has so far. A recursion that counts with constants is
 * none: each level has an instance of its own.
 */
#include "solve/engine.h"

enum { MAX_LEVELS = 16 };

#define SWAP(a, b) do { __typeof__(a) other = (a); (a) = (b); (b) = other; } while (0)

void recursion_round(Instance *inst, bool restarted)
{
	if (restarted) {
		vec_clear(&inst->last_queries);
		vec_clear(&inst->last_ins);
		map_clear(&inst->last_in_index);
		map_clear(&inst->last_query_index);
	} else {
		SWAP(inst->queries, inst->last_queries);
		SWAP(inst->formal_ins, inst->last_ins);
		SWAP(inst->formal_in_index, inst->last_in_index);
		SWAP(inst->query_index, inst->last_query_index);
	}
	vec_clear(&inst->calls_back);
	vec_clear(&inst->queries);
	vec_clear(&inst->formals);
	vec_clear(&inst->formal_ins);
	map_clear(&inst->formal_in_index);
	map_clear(&inst->query_index);
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
	map_release(&inst->query_index);
}

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

bool recursion_counts(Engine *e, FuncId func, const Call *call)
{
	uint32_t levels = 0;

	for (uint32_t i = 0; i < e->stack.len; i++)
		levels += e->instances.items[e->stack.items[i]]->func == func;
	if (levels >= MAX_LEVELS || e->by_func[func].ids.len >= e->options.max_contexts)
		return false;
	for (uint32_t arg = 0; arg < call->args.len; arg++)
		if (is_new_number(e, func, call, arg))
			return true;
	return false;
}
