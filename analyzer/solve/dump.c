/*
 * The value flow as text, for people who debug the engine: `featdep audit --dump=flow`.
 */
#include "solve/engine.h"

static const char *const kind_names[] = {
	"none", "const", "undef", "op", "load", "store", "phi", "weak", "merge", "assume", "formal", "out", "choice", "via", "entry",
	"external", "signal", "prediction", "get", "branch", "escape"
};

static const char *const dep_names[] = { "control", "index", "data" };

static void dump_value(Engine *e, const Value *value, Text *out)
{
	uint32_t n;
	const Pointee *t = pts_targets(value->pts, &n);

	if (range_is_const(value->num))
		text_printf(out, " =%lld", (long long)value->num.lo);
	else if (!range_is_top(value->num))
		text_printf(out, " in %lld..%lld/%lld", (long long)value->num.lo, (long long)value->num.hi, (long long)value->num.stride);
	for (uint32_t i = 0; i < n; i++) {
		Str object;
		int64_t first, last;
		Str name = t[i].obj == OBJ_UNKNOWN ? str_intern("?") : name_location(e, t[i].obj, range_const(0), 1, &object, &first, &last);
		text_printf(out, " &o%u(%s)+%lld..%lld/%lld", t[i].obj, str_text(name), (long long)t[i].off.lo, (long long)t[i].off.hi,
			(long long)t[i].off.stride);
	}
}

static void dump_node(Engine *e, FlowId id, Text *out)
{
	const Flow *v = flow(e, id);
	Site site = flow_site(e, id);

	text_printf(out, "  n%u %s%s %s:%u", id, kind_names[v->kind], v->marked ? " feature" : "", str_text(site.file), site.line);
	if (v->kind == FLOW_SIGNAL || v->kind == FLOW_PREDICTION || v->kind == FLOW_GET || v->kind == FLOW_ENTRY)
		text_printf(out, " \"%s\"", str_text(e->things.items[v->aux].name));
	dump_value(e, &v->value, out);
	for (uint32_t i = 0; i < v->ndeps; i++) {
		Dep d = e->deps.items[v->first_dep + i];
		text_printf(out, " <- n%u %s%s", d.from, dep_names[d.kind], d.state ? " state" : "");
	}
	text_char(out, '\n');
}

static void dump_call(Engine *e, const Call *call, Text *out)
{
	text_printf(out, "  call of instance %u at %u:", call->callee, call->instr);
	for (uint32_t i = 0; i < call->ins.len; i++)
		text_printf(out, " in%u=n%u", i, call->ins.items[i]);
	text_char(out, '\n');
	(void)e;
}

typedef struct { FuncId func; uint32_t instances; uint64_t steps; } Cost;
typedef VEC(Cost) Costs;

static int cost_compare(const void *a, const void *b)
{
	const Cost *x = a, *y = b;
	return x->steps != y->steps ? (x->steps < y->steps) - (x->steps > y->steps) : (x->func > y->func) - (x->func < y->func);
}

/* Which functions took the steps, the most expensive first. */
static void dump_cost(Engine *e, Text *out)
{
	Costs costs = {0};

	for (FuncId id = 0; id < e->program->functions.len; id++) {
		Cost cost = { id, e->by_func[id].ids.len, 0 };
		for (uint32_t i = 0; i < cost.instances; i++)
			cost.steps += e->instances.items[e->by_func[id].ids.items[i]]->steps;
		if (cost.instances)
			vec_push(&costs, cost);
	}
	vec_sort(&costs, cost_compare);
	text_printf(out, "cost: %u instances, %u flow nodes, %u dependences, %u objects, %u calls, %llu steps\n", e->instances.len - 1,
		e->flows.len, e->deps.len, e->objects.len, e->calls.len, (unsigned long long)e->steps);
	for (uint32_t i = 0; i < costs.len; i++)
		text_printf(out, "  %s: %llu steps in %u instances\n", str_text(name_function(e, costs.items[i].func)),
			(unsigned long long)costs.items[i].steps, costs.items[i].instances);
	vec_release(&costs);
}

void dump_flow(Engine *e, Text *out)
{
	VEC(FlowId) *nodes = mem_calloc(e->instances.len + 1, sizeof *nodes);

	dump_cost(e, out);
	for (FlowId n = 1; n < e->flows.len; n++)
		if (bitset_has(&e->alive, n))
			vec_push(&nodes[flow(e, n)->inst], n);
	for (InstId id = 1; id < e->instances.len; id++) {
		const Instance *inst = e->instances.items[id];
		if (!inst->live)
			continue;
		text_printf(out, "instance %u %s%s%s%s\n", id, inst->func == NONE ? "world" : str_text(name_function(e, inst->func)),
			inst->recursive ? " recursive" : "", inst->generic ? " generic" : "", inst->given_up ? " given up" : "");
		for (uint32_t i = 0; i < inst->formal_ins.len; i++) {
			const FormalIn *in = &inst->formal_ins.items[i];
			text_printf(out, "  formal-in %u: n%u %s%u +%lld..%lld size %lld%s\n", i, in->node, in->obj == NONE ? "param " : "o",
				in->obj == NONE ? in->param : in->obj, (long long)in->off.lo, (long long)in->off.hi, (long long)in->size,
				in->selects ? " selects" : "");
		}
		for (uint32_t i = 0; i < nodes[id].len; i++)
			dump_node(e, nodes[id].items[i], out);
		for (uint32_t i = 0; i < inst->calls.len; i++)
			dump_call(e, &e->calls.items[inst->calls.items[i]], out);
		for (uint32_t i = 0; i < inst->outs.len; i++) {
			const Out *o = &inst->outs.items[i];
			text_printf(out, "  out %u: o%d +%lld..%lld size %lld n%u%s", i, (int)o->obj, (long long)o->off.lo, (long long)o->off.hi,
				(long long)o->size, o->node, o->must ? " must" : "");
			if (o->given)
				text_printf(out, " given %u, of %u", o->given, o->of);
			text_put(out, "\n");
		}
		vec_release(&nodes[id]);
	}
	free(nodes);
}
