/* Parameters and variables are found by the names that the solver gives them: "function.parameter", "variable". */
#include "graph/place.h"

#include "base/map.h"

typedef VEC(Site) Found;

static void place_add(const Module *program, Map *names, Found *found, Str name, Place place, Str function)
{
	if (place.file == NONE || !map_put(names, name.i, found->len))
		return;
	vec_push(found, (Site){ program->files.items[place.file].name, place.line, place.column, function });
}

static void collect_places(const Module *program, Map *names, Found *found)
{
	for (FuncId id = 0; id < program->functions.len; id++) {
		const Function *f = &program->functions.items[id];
		for (uint32_t i = 0; i < f->nparams && f->defined && !f->is_stub; i++)
			if (!str_empty(f->locals.items[i].name))
				place_add(program, names, found, local_label(f, i), f->locals.items[i].place, f->name);
	}
	for (GlobalId id = 0; id < program->globals.len; id++)
		if (program->globals.items[id].owner == NONE)
			place_add(program, names, found, global_label(program, id), program->globals.items[id].place, (Str){0});
}

static bool is_known(const Site *site)
{
	return !str_empty(site->file);
}

static void drop_unknown(Sites *sites)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < sites->len; i++)
		if (is_known(&sites->items[i]))
			sites->items[kept++] = sites->items[i];
	sites->len = kept;
}

/* The places of EDGE's signal that are known only by where it is read. */
static void add_read(const Graph *graph, const Edge *edge, Sites *reads)
{
	if (graph->nodes.items[edge->from].kind != NODE_SIGNAL)
		return;
	for (uint32_t i = 0; i < edge->witness.len; i++)
		if (is_known(&edge->witness.items[i].site)) {
			graph_add_site(&reads[edge->from], edge->witness.items[i].site);
			return;
		}
}

static void place_step(const Graph *graph, Edge *edge)
{
	const Sites *sites = &graph->nodes.items[edge->from].sites;

	if (edge->witness.len && !is_known(&edge->witness.items[0].site) && sites->len)
		edge->witness.items[0].site = sites->items[0];
}

static void place_signal(Node *node, const Map *names, const Found *found, const Sites *reads)
{
	const char *name = str_text(node->name);
	uint32_t place = map_get_or(names, str_intern_n(name, strcspn(name, "[")).i, NONE);

	if (node->kind != NODE_SIGNAL || node->sites.len)
		return;
	if (place != NONE)
		graph_add_site(&node->sites, found->items[place]);
	for (uint32_t i = 0; i < reads->len && place == NONE; i++)
		graph_add_site(&node->sites, reads->items[i]);
}

void places_find(const Module *program, Graph *graph)
{
	Map names = {0};
	Found found = {0};
	Sites *reads = mem_calloc(graph->nodes.len + 1, sizeof *reads);

	collect_places(program, &names, &found);
	for (EdgeId e = 0; e < graph->edges.len; e++)
		add_read(graph, &graph->edges.items[e], reads);
	for (NodeId n = 0; n < graph->nodes.len; n++) {
		drop_unknown(&graph->nodes.items[n].sites);
		place_signal(&graph->nodes.items[n], &names, &found, &reads[n]);
		vec_release(&reads[n]);
	}
	for (EdgeId e = 0; e < graph->edges.len; e++)
		place_step(graph, &graph->edges.items[e]);
	map_release(&names);
	vec_release(&found);
	free(reads);
}
