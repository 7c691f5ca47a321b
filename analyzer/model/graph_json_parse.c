/*
 * Reading graph.json back. Syntax errors carry the position that the JSON reader gives; what is wrong with a value is
 * told with its place in the document, such as nodes[3]. Unknown keys are ignored: a later version may add some.
 */
#include "model/graph_json.h"

#include "base/json.h"
#include "model/ir.h"

typedef struct {
	Json json;
	Graph *graph;
	Str file;
	Diags *diags;
	const char *table; /* where in the document: table[index] */
	uint32_t index;
	bool failed;
} Reader;

/* Reports once. Always false. */
static bool wrong(Reader *reader, const char *key, const char *problem)
{
	if (!reader->failed)
		diag_add(reader->diags, DIAG_ERROR, reader->file, 0, 0, "%s[%u]: \"%s\" %s", reader->table, reader->index, key,
			problem);
	reader->failed = true;
	return false;
}

static JsonKind kind_of(const Reader *reader, JsonId value)
{
	return json_kind(&reader->json, value);
}

static Str as_string(Reader *reader, const char *key, JsonId value)
{
	if (kind_of(reader, value) != JSON_STRING)
		wrong(reader, key, "is not a string");
	return json_interned(&reader->json, value);
}

/* Empty when absent. */
static Str get_string(Reader *reader, JsonId object, const char *key)
{
	JsonId value = json_get(&reader->json, object, key);

	return value != JSON_NONE ? as_string(reader, key, value) : (Str){0};
}

static bool get_flag(Reader *reader, JsonId object, const char *key)
{
	JsonId value = json_get(&reader->json, object, key);

	JsonKind kind = kind_of(reader, value);

	if (kind != JSON_ABSENT && kind != JSON_TRUE && kind != JSON_FALSE)
		wrong(reader, key, "is not true or false");
	return kind == JSON_TRUE;
}

static uint32_t get_count(Reader *reader, JsonId object, const char *key)
{
	JsonId value = json_get(&reader->json, object, key);

	int64_t number = kind_of(reader, value) == JSON_INTEGER ? json_integer(&reader->json, value) : -1;

	if (value == JSON_NONE)
		return 0;
	if (number < 0 || number >= NONE) {
		wrong(reader, key, "is not a number from 0 to 4294967294");
		return 0;
	}
	return (uint32_t)number;
}

static JsonId get_list(Reader *reader, JsonId object, const char *key)
{
	JsonId value = json_get(&reader->json, object, key);

	if (value != JSON_NONE && kind_of(reader, value) != JSON_LIST) {
		wrong(reader, key, "is not a list");
		return JSON_NONE;
	}
	return value;
}

/* The number below COUNT with this text; FALLBACK when the key is absent. */
static uint32_t get_choice(Reader *reader, JsonId object, const char *key, const char *(*text)(uint32_t),
	uint32_t count, uint32_t fallback)
{
	JsonId value = json_get(&reader->json, object, key);

	size_t length = 0;
	const char *word = kind_of(reader, value) == JSON_STRING ? json_string(&reader->json, value, &length) : NULL;

	for (uint32_t i = 0; i < count && word; i++)
		if (strlen(text(i)) == length && !memcmp(text(i), word, length))
			return i;
	if (value != JSON_NONE || fallback == NONE)
		wrong(reader, key, value != JSON_NONE ? "has an unknown value" : "is missing");
	return fallback == NONE ? 0 : fallback;
}

static const char *node_kind_at(uint32_t i) { return node_kind_text((NodeKind)i); }
static const char *dep_kind_at(uint32_t i) { return dep_kind_text((DepKind)i); }
static const char *level_at(uint32_t i) { return level_text((Level)i); }
static const char *feature_use_at(uint32_t i) { return feature_use_text((FeatureUse)i); }

static Site get_site(Reader *reader, JsonId object)
{
	if (kind_of(reader, object) != JSON_OBJECT)
		wrong(reader, "file", "is missing: a site is an object");
	return (Site){
		get_string(reader, object, "file"), get_count(reader, object, "line"), get_count(reader, object, "column"),
		get_string(reader, object, "function"),
	};
}

static void get_sites(Reader *reader, JsonId object, const char *key, Sites *sites)
{
	JsonId list = get_list(reader, object, key);

	json_each(&reader->json, list, one)
		vec_push(sites, get_site(reader, one));
}

static void get_steps(Reader *reader, JsonId object, Steps *steps)
{
	JsonId list = get_list(reader, object, "witness");

	json_each(&reader->json, list, step) {
		Site site = get_site(reader, step);
		vec_push(steps, (Step){ .site = site, .text = get_string(reader, step, "text"), .note = get_string(reader, step, "note"),
			.kind = (DepKind)get_choice(reader, step, "kind", dep_kind_at, DEP_DATA + 1, DEP_DATA) });
	}
}

#define GET_STRINGS(reader, object, key, vector) \
	do { \
		JsonId strings = get_list(reader, object, key); \
		json_each(&reader->json, strings, one) \
			vec_push(vector, as_string(reader, key, one)); \
	} while (0)

static void get_range(Reader *reader, JsonId object, Node *node)
{
	JsonId element = json_get(&reader->json, object, "element");
	JsonId range = get_list(reader, object, "range");

	node->first = node->last = -1;
	if (kind_of(reader, element) == JSON_INTEGER)
		node->first = node->last = json_integer(&reader->json, element);
	else if (element != JSON_NONE && kind_of(reader, element) != JSON_NULL)
		wrong(reader, "element", "is not a number or null");
	if (range == JSON_NONE)
		return;
	JsonId first = json_first(&reader->json, range);
	JsonId last = first == JSON_NONE ? JSON_NONE : json_next(&reader->json, range, first);
	if (kind_of(reader, first) != JSON_INTEGER || kind_of(reader, last) != JSON_INTEGER ||
		json_next(&reader->json, range, last) != JSON_NONE) {
		wrong(reader, "range", "is not two numbers");
		return;
	}
	node->first = json_integer(&reader->json, first);
	node->last = json_integer(&reader->json, last);
}

static void get_dead_stores(Reader *reader, JsonId object, Node *node)
{
	JsonId list = get_list(reader, object, "dead_stores");

	json_each(&reader->json, list, one) {
		Site site = get_site(reader, json_get(&reader->json, one, "site"));
		JsonId by = json_get(&reader->json, one, "by");
		Site none = {0};
		vec_push(&node->dead_stores, (DeadStore){ site, by == JSON_NONE ? none : get_site(reader, by) });
	}
}

static Site get_place(Reader *reader, JsonId object, const char *key)
{
	return get_site(reader, json_get(&reader->json, object, key));
}

static void get_definition(Reader *reader, JsonId one, Node *node)
{
	vec_push(&node->definitions, (Definition){ get_place(reader, one, "site"), get_string(reader, one, "variant"),
		get_string(reader, one, "expression"), get_string(reader, one, "same"), get_flag(reader, one, "constant"),
		get_flag(reader, one, "uninitialised"), get_flag(reader, one, "address"), get_string(reader, one, "table") });
}

static void get_threshold(Reader *reader, JsonId one, Node *node)
{
	vec_push(&node->thresholds, (Threshold){ get_place(reader, one, "site"), get_string(reader, one, "text") });
}

static void get_sole(Reader *reader, JsonId one, Node *node)
{
	vec_push(&node->sole, (SoleFunction){ get_place(reader, one, "site"), get_count(reader, one, "lines") });
}

static void get_stale(Reader *reader, JsonId one, Node *node)
{
	vec_push(&node->stale, (StaleRead){ get_place(reader, one, "assigned"), get_place(reader, one, "condition"),
		get_place(reader, one, "read"), get_string(reader, one, "memory") });
}

static void get_idle(Reader *reader, JsonId one, Node *node)
{
	vec_push(&node->idle, (IdleInput){ get_string(reader, one, "model"), get_place(reader, one, "site"),
		get_string(reader, one, "why") });
}

static void get_details_of(Reader *reader, JsonId object, const char *key, Node *node,
	void (*get)(Reader *, JsonId , Node *))
{
	JsonId list = get_list(reader, object, key);

	json_each(&reader->json, list, one)
		get(reader, one, node);
}

static uint32_t get_uses(Reader *reader, JsonId object)
{
	JsonId list = get_list(reader, object, "uses");
	uint32_t uses = 0;

	json_each(&reader->json, list, one) {
		Str text = as_string(reader, "uses", one);
		uint32_t found = 0;
		for (uint32_t use = CONSUME_COMPUTE; use <= CONSUME_ESCAPE; use <<= 1)
			if (str_is(text, consume_text(use)))
				found = use;
		if (!found)
			wrong(reader, "uses", "has an unknown value");
		uses |= found;
	}
	return uses;
}

static void get_details(Reader *reader, JsonId object, Node *node)
{
	get_range(reader, object, node);
	get_dead_stores(reader, object, node);
	get_details_of(reader, object, "definitions", node, get_definition);
	get_details_of(reader, object, "sole_functions", node, get_sole);
	get_details_of(reader, object, "stale_reads", node, get_stale);
	get_details_of(reader, object, "idle_inputs", node, get_idle);
	get_details_of(reader, object, "thresholds", node, get_threshold);
	get_sites(reader, object, "sites", &node->sites);
	get_sites(reader, object, "guards", &node->guards);
	GET_STRINGS(reader, object, "label_of", &node->label_of);
	GET_STRINGS(reader, object, "variants", &node->variants);
	GET_STRINGS(reader, object, "escapes", &node->escapes);
	node->use = (FeatureUse)get_choice(reader, object, "use", feature_use_at, FEATURE_USES, USE_READ_BY_MODEL);
	node->uses = get_uses(reader, object);
}

static void read_node(Reader *reader, JsonId object)
{
	NodeKind kind = (NodeKind)get_choice(reader, object, "kind", node_kind_at, NODE_STORE + 1, NONE);
	uint32_t before = reader->graph->nodes.len;
	NodeId id = graph_node(reader->graph, kind, get_string(reader, object, "name"));
	Node *node = &reader->graph->nodes.items[id];

	if (reader->graph->nodes.len == before) {
		wrong(reader, "id", "is that of an earlier node");
		return;
	}
	if (!str_equal(get_string(reader, object, "id"), node->id))
		wrong(reader, "id", "is not made of kind and name");
	node->label = get_string(reader, object, "label");
	node->module = get_string(reader, object, "module");
	node->owner = get_string(reader, object, "owner");
	node->declared = get_flag(reader, object, "declared");
	node->from_pack = get_flag(reader, object, "from_pack");
	node->is_assumed = get_flag(reader, object, "assumed");
	node->version = get_string(reader, object, "version");
	node->unstable = get_flag(reader, object, "unstable");
	node->label_role = get_flag(reader, object, "training_label");
	node->deprecated = get_flag(reader, object, "deprecated");
	node->kept = get_flag(reader, object, "kept");
	node->handed = get_flag(reader, object, "handed");
	node->object = get_string(reader, object, "object");
	node->access = get_string(reader, object, "access");
	node->callee = get_string(reader, object, "callee");
	node->has_state = get_flag(reader, object, "has_state");
	node->is_monitor = get_flag(reader, object, "monitor");
	node->is_test = get_flag(reader, object, "test");
	get_details(reader, object, node);
}

static NodeId as_node(Reader *reader, const char *key, JsonId value)
{
	Str id = as_string(reader, key, value);
	NodeId node = map_get_or(&reader->graph->by_id, id.i, NONE);

	if (node == NONE)
		wrong(reader, key, "is not the id of a node");
	return node;
}

static void read_edge(Reader *reader, JsonId object)
{
	NodeId from = as_node(reader, "from", json_get(&reader->json, object, "from"));
	NodeId to = as_node(reader, "to", json_get(&reader->json, object, "to"));
	DepKind kind = (DepKind)get_choice(reader, object, "kind", dep_kind_at, DEP_DATA + 1, NONE);
	uint32_t before = reader->graph->edges.len;
	Steps steps = {0};

	if (reader->failed)
		return;
	get_steps(reader, object, &steps);
	EdgeId id = graph_edge(reader->graph, from, to, kind, get_flag(reader, object, "state"),
		get_flag(reader, object, "unresolved"), steps);
	reader->graph->edges.items[id].paths = get_count(reader, object, "paths");
	reader->graph->edges.items[id].checked = get_flag(reader, object, "checked");
	reader->graph->edges.items[id].scaled = get_string(reader, object, "scaled");
	reader->graph->edges.items[id].through = get_string(reader, object, "through");
	if (reader->graph->edges.len == before)
		wrong(reader, "to", "makes an edge that was there before");
}

static void read_finding(Reader *reader, JsonId object)
{
	Finding *finding = vec_add(&reader->graph->findings);
	JsonId nodes = get_list(reader, object, "nodes");

	finding->rule = get_string(reader, object, "rule");
	finding->level = (Level)get_choice(reader, object, "level", level_at, LEVEL_ERROR + 1, NONE);
	finding->subject = get_string(reader, object, "subject");
	finding->message = get_string(reader, object, "message");
	finding->advice = get_string(reader, object, "advice");
	finding->fingerprint = get_string(reader, object, "fingerprint");
	GET_STRINGS(reader, object, "parts", &finding->parts);
	finding->suppressed = get_flag(reader, object, "suppressed");
	finding->suppression = get_string(reader, object, "suppression");
	finding->suppressed_in_source = get_flag(reader, object, "suppressed_in_source");
	finding->hidden = get_flag(reader, object, "hidden");
	json_each(&reader->json, nodes, one)
		vec_push(&finding->nodes, as_node(reader, "nodes", one));
	get_steps(reader, object, &finding->witness);
}

static void read_unresolved(Reader *reader, JsonId object)
{
	Site site = get_site(reader, object);

	vec_push(&reader->graph->coverage.unresolved, (Unresolved){ site, get_string(reader, object, "what"),
		get_string(reader, object, "subject"), get_count(reader, object, "features"), (Str){0} });
}

/* Calls READ with each entry of the list TABLE of OBJECT. */
static void read_table(Reader *reader, JsonId object, const char *table, void (*read)(Reader *, JsonId ))
{
	JsonId list = json_get(&reader->json, object, table);

	reader->table = table;
	reader->index = 0;
	if (kind_of(reader, list) != JSON_LIST) {
		wrong(reader, table, "is not a list");
		return;
	}
	json_each(&reader->json, list, entry) {
		if (kind_of(reader, entry) == JSON_OBJECT)
			read(reader, entry);
		else
			wrong(reader, table, "holds something that is not an object");
		if (reader->failed)
			return;
		reader->index++;
	}
}

static void read_coverage(Reader *reader, JsonId object)
{
	Coverage *coverage = &reader->graph->coverage;

	reader->table = "coverage";
	reader->index = 0;
	if (kind_of(reader, object) != JSON_OBJECT) {
		wrong(reader, "coverage", "is not an object");
		return;
	}
	coverage->units = get_count(reader, object, "units");
	coverage->units_parsed = get_count(reader, object, "units_parsed");
	coverage->units_failed = get_count(reader, object, "units_failed");
	coverage->units_skipped = get_count(reader, object, "units_skipped");
	coverage->functions = get_count(reader, object, "functions");
	coverage->functions_analysed = get_count(reader, object, "functions_analysed");
	coverage->calls = get_count(reader, object, "calls");
	coverage->calls_resolved = get_count(reader, object, "calls_resolved");
	coverage->features = get_count(reader, object, "features");
	coverage->features_resolved = get_count(reader, object, "features_resolved");
	GET_STRINGS(reader, object, "failed_units", &coverage->failed_units);
	read_table(reader, object, "unresolved", read_unresolved);
}

static void read_dead_code(Reader *reader, JsonId one)
{
	vec_push(&reader->graph->dead_code, (DeadCode){ get_place(reader, one, "guard"), get_string(reader, one, "flag"),
		get_string(reader, one, "what"), get_string(reader, one, "holds"), get_count(reader, one, "lines") });
}

/* Both may be absent: graphs of earlier runs. */
static void read_code(Reader *reader, JsonId document)
{
	JsonId census = json_get(&reader->json, document, "census");

	if (json_get(&reader->json, document, "dead_code") != JSON_NONE)
		read_table(reader, document, "dead_code", read_dead_code);
	reader->table = "census";
	reader->index = 0;
	for (CodeRole role = 0; role < CODE_COUNT; role++)
		reader->graph->census[role] = get_count(reader, census, code_role_text(role));
}

static bool check_version(Reader *reader, JsonId document)
{
	JsonId version = json_get(&reader->json, document, "version");

	int64_t number = kind_of(reader, version) == JSON_INTEGER ? json_integer(&reader->json, version) : 0;

	if (number == GRAPH_JSON_VERSION)
		return true;
	if (kind_of(reader, version) == JSON_INTEGER)
		diag_add(reader->diags, DIAG_ERROR, reader->file, 0, 0,
			"the graph is of version %lld, this program reads version %d: run the audit again",
			(long long)number, GRAPH_JSON_VERSION);
	else
		diag_add(reader->diags, DIAG_ERROR, reader->file, 0, 0, "not a graph of featdep: there is no \"version\"");
	reader->failed = true;
	return false;
}

bool graph_json_parse(const char *text, size_t length, Str file, Graph *graph, Diags *diags)
{
	Reader reader = { .graph = graph, .file = file, .diags = diags, .table = "project" };
	JsonError error;
	const JsonId document = 0;

	if (!json_read(text, length, &reader.json, &error)) {
		diag_add(diags, DIAG_ERROR, file, error.line, error.column, "not JSON: %s", error.problem);
		return false;
	}
	if (check_version(&reader, document)) {
		graph->project = get_string(&reader, document, "project");
		read_table(&reader, document, "nodes", read_node);
		read_table(&reader, document, "edges", read_edge);
		read_table(&reader, document, "findings", read_finding);
		read_coverage(&reader, json_get(&reader.json, document, "coverage"));
		read_code(&reader, document);
	}
	json_release(&reader.json);
	if (reader.failed)
		graph_release(graph);
	return !reader.failed;
}
