/*
 * Evidence is added up: what a name says, what the signature allows, what the body does. A proposal is right often
 * enough to start from, never taken for granted: each line says why it is there, and who knows better deletes it.
 */
#include "bind/propose.h"

#include "bind/evidence.h"

#include <string.h>

static const char strong_names[] = "predict|prediction|infer|inference|classify|classifier|forward|score|logistic|"
	"regress";
static const char weak_names[] = "nn|rnn|lstm|cnn|mlp|svm|tree|forest|ensemble|gbdt|model|net|network|"
	"detector|estimate";
static const char other_names[] = "train|fit|learn|test|bench|init|free|load|save|print|dump|parse|create|destroy|"
	"alloc|feature|features|extract";
static const char source_names[] = "sensor|adc|probe|gauge|meter|gps|imu|accel|gyro|thermometer|microphone|camera";
static const char record_names[] = "row|record|event|sample|transaction|request|reading|observation|profile|user|frame|"
	"packet|message|measurement|visit|session|order|payment|weather";
static const char reader_names[] = "read|next|recv|receive|parse|load|fetch|get|poll|sample|decode";
static const char feature_names[] = "feature|features|feat|feats";
static const char private_names[] = "kv|config|options|state|context|ctx|store|cache|model|ring|buffer|table|db";
static const char put_names[] = "put|set|store|write|save";
static const char get_names[] = "get|load|read|fetch|find|lookup";

enum { NEEDED = 3, MIN_FIELDS = 2 };

typedef struct {
	FuncId function;
	int score;
	uint32_t input;
	Str why;
} Candidate;

typedef struct {
	const Module *program;
	const Roles *roles;
	Evidence *evidence;
	VEC(Candidate) models;
	Text *out;
	bool open; /* the heading of the section is printed */
} Proposal;

static const Type *type_at(const Proposal *p, TypeId type)
{
	return type == NONE ? NULL : &p->program->types.items[type];
}

static bool is_number(const Type *type)
{
	return type && (type->kind == TY_INT || type->kind == TY_FLOAT);
}

static const Type *param_type(const Proposal *p, const Function *f, uint32_t param)
{
	return param < f->nparams && param < f->locals.len ? type_at(p, f->locals.items[param].type) : NULL;
}

static const Type *pointee(const Proposal *p, const Type *type)
{
	return type && type->kind == TY_POINTER ? type_at(p, type->elem) : NULL;
}

static const Type *result_type(const Proposal *p, const Function *f)
{
	const Type *type = type_at(p, f->type);

	return type ? type_at(p, type->elem) : NULL;
}

static bool has_role(const Proposal *p, FuncId f, RoleKind kind)
{
	return roles_of_function(p->roles, f, kind) != NONE;
}

static Str place_text(const Proposal *p, Place place)
{
	if (place.file == NONE)
		return str_intern("unknown place");
	return str_format("%s:%u", str_text(p->program->files.items[place.file].name), place.line);
}

static void section(Proposal *p, const char *name)
{
	if (!p->open)
		text_printf(p->out, "\n%s:\n", name);
	p->open = true;
}

static void why_put(Text *why, const char *clause)
{
	text_printf(why, "%s%s", why->len ? "; " : "", clause);
}

/* The parameter with the features: a pointer to numbers, best one that is multiplied with constants or const. */
static uint32_t find_input(const Proposal *p, FuncId id)
{
	const Function *f = &p->program->functions.items[id];
	uint32_t best = NONE;
	int most = 0;

	for (uint32_t i = 0; i < f->nparams && i < EVIDENCE_PARAMS; i++) {
		const Type *to = pointee(p, param_type(p, f, i));
		const ParamUse *use = &p->evidence[id].params[i];
		if (!is_number(to) || to->bits <= 8 || (!use->is_read && !to->is_const))
			continue;
		int points = 1 + to->is_const + (to->kind == TY_FLOAT) + 3 * use->times_constants + (use->compared > 1);
		if (points > most) {
			most = points;
			best = i;
		}
	}
	return best;
}

static bool gives_array(const Proposal *p, const Function *f)
{
	const Type *to = pointee(p, result_type(p, f));

	return to && to->kind == TY_FLOAT;
}

/* Of a function that gives an array, what it hands on to others unread: the first array of numbers, else the first number. */
static uint32_t find_handed_input(const Proposal *p, const Function *f)
{
	uint32_t number = NONE;

	for (uint32_t i = f->nparams; i-- > 0;) {
		const Type *type = param_type(p, f, i), *to = pointee(p, type);
		if (is_number(type))
			number = i;
		if (to && to->kind == TY_FLOAT)
			return i;
	}
	return number;
}

/* Where the prediction is: POS_RETURN, an argument, or POS_NONE. */
static int32_t find_output(const Proposal *p, const Function *f, uint32_t input)
{
	for (uint32_t i = 0; i < f->nparams; i++) {
		const Type *to = pointee(p, param_type(p, f, i));
		if (i != input && to && to->kind == TY_FLOAT && !to->is_const)
			return (int32_t)i;
	}
	return is_number(result_type(p, f)) || gives_array(p, f) ? POS_RETURN : POS_NONE;
}

static Candidate judge(const Proposal *p, FuncId id)
{
	const Function *f = &p->program->functions.items[id];
	const Evidence *evidence = &p->evidence[id];
	Candidate candidate = { .function = id, .input = find_input(p, id) };
	Text why = {0};
	Str word;

	bool predicts = name_has(f->name, strong_names, NULL);
	if (candidate.input == NONE && predicts && gives_array(p, f))
		candidate.input = find_handed_input(p, f);
	if (candidate.input == NONE || find_output(p, f, candidate.input) == POS_NONE ||
	    name_has(f->name, other_names, NULL))
		return candidate;
	const ParamUse *use = &evidence->params[candidate.input];
	const Type *to = pointee(p, param_type(p, f, candidate.input));
	if (name_has(f->name, strong_names, &word) || name_has(f->name, weak_names, &word)) {
		candidate.score += predicts ? 2 : 1;
		why_put(&why, str_text(str_format("its name says \"%s\"", str_text(word))));
	}
	if (use->times_constants) {
		candidate.score += 2;
		why_put(&why, str_text(str_format("it multiplies its input with the constant table %s",
			str_text(evidence->table))));
	}
	if (use->times_constants && !str_empty(evidence->nonlinearity)) {
		candidate.score++;
		why_put(&why, str_text(str_format("it calls %s", str_text(evidence->nonlinearity))));
	}
	if (use->compared > 1) {
		candidate.score += 2;
		why_put(&why, str_text(str_format("it compares %u elements of its input with constants", use->compared)));
	}
	if (use->indices > 3) {
		candidate.score++;
		why_put(&why, "it reads its input at many constant indices");
	}
	if (predicts && gives_array(p, f)) {
		candidate.score++;
		why_put(&why, "it gives an array of numbers");
	} else if (predicts && to && to->kind == TY_FLOAT && to->is_const) {
		candidate.score++;
		why_put(&why, "it takes a constant array of numbers and gives one");
	}
	candidate.why = str_intern(text_data(&why));
	text_release(&why);
	return candidate;
}

static bool is_model(const Proposal *p, FuncId id)
{
	for (uint32_t i = 0; i < p->models.len; i++)
		if (p->models.items[i].function == id)
			return true;
	return has_role(p, id, ROLE_MODEL);
}

/* Called by other models only: a layer or a tree of one. */
static bool is_part(const Proposal *p, FuncId id)
{
	const Evidence *evidence = &p->evidence[id];

	for (uint32_t i = 0; i < evidence->callers.len; i++)
		if (evidence->callers.items[i] == id || !is_model(p, evidence->callers.items[i]))
			return false;
	return evidence->callers.len > 0;
}

static void find_models(Proposal *p)
{
	for (FuncId f = 0; f < p->program->functions.len; f++) {
		if (!function_is_users(p->program, &p->program->functions.items[f]) || has_role(p, f, ROLE_MODEL))
			continue;
		Candidate candidate = judge(p, f);
		if (candidate.score >= NEEDED)
			vec_push(&p->models, candidate);
	}
}

/* The numbers that a model is given one by one. */
static void put_numbers(const Proposal *p, const Function *f)
{
	const char *before = "[";

	for (uint32_t i = 0; i < f->nparams; i++)
		if (is_number(param_type(p, f, i))) {
			text_printf(p->out, "%s%u", before, i);
			before = ", ";
		}
	text_put(p->out, "]");
}

/* With a count when the body or the parameter behind the input says it. */
static void put_input(const Proposal *p, const Candidate *candidate)
{
	const Function *f = &p->program->functions.items[candidate->function];

	if (is_number(param_type(p, f, candidate->input))) {
		put_numbers(p, f);
		return;
	}
	const Type *next = param_type(p, f, candidate->input + 1);
	int64_t max_index = p->evidence[candidate->function].params[candidate->input].max_index;

	if (next && next->kind == TY_INT)
		text_printf(p->out, "{ arg: %u, count: { arg: %u } }", candidate->input, candidate->input + 1);
	else if (max_index >= 1)
		text_printf(p->out, "{ arg: %u, count: %lld }", candidate->input, (long long)max_index + 1);
	else
		text_printf(p->out, "%u", candidate->input);
}

static void put_models(Proposal *p)
{
	p->open = false;
	for (uint32_t i = 0; i < p->models.len; i++) {
		const Candidate *candidate = &p->models.items[i];
		const Function *f = &p->program->functions.items[candidate->function];
		int32_t output = find_output(p, f, candidate->input);
		if (is_part(p, candidate->function))
			continue;
		section(p, "models");
		text_printf(p->out, "  # %s: %s\n  - { function: %s, input: ", str_text(place_text(p, f->place)),
			str_text(candidate->why), str_text(f->name));
		put_input(p, candidate);
		text_put(p->out, output == POS_RETURN ? ", output: return }\n"
			: str_text(str_format(", output: %d }\n", output)));
	}
	for (FuncId f = 0; f < p->program->functions.len; f++)
		if (has_role(p, f, ROLE_MODEL) && p->evidence[f].callers.len) {
			text_printf(p->out, "\n# models: %s is known, from a pack or an annotation\n",
				str_text(p->program->functions.items[f].name));
		}
}

/* "sensor_read" → "sensor": the name without the word for reading. */
static Str short_name(Str name)
{
	const char *text = str_text(name), *last = strrchr(text, '_');

	if (!last || last == text || !name_has(str_intern(last + 1), reader_names, NULL))
		return name;
	return str_intern_n(text, (size_t)(last - text));
}

static void put_source_functions(Proposal *p)
{
	Str word;

	for (FuncId id = 0; id < p->program->functions.len; id++) {
		const Function *f = &p->program->functions.items[id];
		const Type *first = param_type(p, f, 0);
		bool outside = f->place.file != NONE && p->program->files.items[f->place.file].is_system;
		if (f->is_stub || f->is_init || outside || !p->evidence[id].callers.len || !is_number(result_type(p, f)) ||
		    has_role(p, id, ROLE_SIGNAL) || !name_has(f->name, source_names, &word))
			continue;
		section(p, "signals");
		text_printf(p->out, "  # %s: its name says \"%s\" and it gives a number\n  - { function: %s, value: return",
			str_text(place_text(p, f->place)), str_text(word), str_text(f->name));
		if (first && first->kind == TY_INT)
			text_printf(p->out, ", name: \"%s.{arg0}\"", str_text(short_name(f->name)));
		text_put(p->out, " }\n");
	}
}

static uint32_t number_fields(const Proposal *p, const Type *record)
{
	uint32_t numbers = 0;

	for (uint32_t i = 0; i < record->nfields; i++) {
		const Field *field = &p->program->fields.items[record->first_field + i];
		if (!str_empty(field->annotation))
			return 0;
		numbers += is_number(type_at(p, field->type));
	}
	return numbers;
}

static bool same_record(const Type *a, const Type *b)
{
	return a && a->kind == TY_STRUCT && str_equal(a->name, b->name);
}

typedef struct {
	FuncId reader;  /* reads its members through a pointer to const; NONE */
	FuncId filler;  /* named like one that reads input, and writes to what it gets a pointer to; NONE */
	FuncId maker;   /* named like one that makes features, the same; NONE */
	bool is_given;  /* to a function of the user's at all */
} RecordUse;

static RecordUse record_use(const Proposal *p, const Type *record)
{
	RecordUse use = { NONE, NONE, NONE, false };

	for (FuncId id = 0; id < p->program->functions.len; id++) {
		const Function *f = &p->program->functions.items[id];
		for (uint32_t i = 0; i < f->nparams && i < EVIDENCE_PARAMS && function_is_users(p->program, f); i++) {
			const Type *to = pointee(p, param_type(p, f, i));
			if (!same_record(to, record))
				continue;
			use.is_given = true;
			bool writes = !to->is_const && (!f->defined || p->evidence[id].params[i].is_written);
			if (to->is_const && p->evidence[id].params[i].fields && !is_model(p, id))
				use.reader = id;
			else if (writes && name_has(f->name, "feature|features|extract|extractor", NULL))
				use.maker = id;
			else if (writes && name_has(f->name, reader_names, NULL))
				use.filler = id;
		}
	}
	return use;
}

static bool is_feature_record(const Proposal *p, const Type *record, const RecordUse *use)
{
	return number_fields(p, record) >= MIN_FIELDS && use->is_given &&
		(name_has(record->name, feature_names, NULL) || use->maker != NONE);
}

static bool is_input_record(const Proposal *p, const Type *record, const RecordUse *use)
{
	if (number_fields(p, record) < MIN_FIELDS || use->reader == NONE || is_feature_record(p, record, use))
		return false;
	return use->filler != NONE ? !name_has(record->name, private_names, NULL)
		: name_has(record->name, record_names, NULL);
}

/* Records of the user's, each tag once and without its const version. */
static bool is_first_record(const Proposal *p, TypeId id)
{
	const Type *record = &p->program->types.items[id];

	if (record->kind != TY_STRUCT || str_empty(record->name) || !record->nfields)
		return false;
	for (TypeId i = 0; i < id; i++)
		if (p->program->types.items[i].kind == TY_STRUCT && str_equal(p->program->types.items[i].name, record->name) &&
		    p->program->types.items[i].nfields)
			return false;
	return true;
}

static void put_records(Proposal *p, bool features)
{
	for (TypeId id = 0; id < p->program->types.len; id++) {
		if (!is_first_record(p, id))
			continue;
		const Type *record = &p->program->types.items[id];
		RecordUse use = record_use(p, record);
		if (!(features ? is_feature_record(p, record, &use) : is_input_record(p, record, &use)))
			continue;
		section(p, features ? "features" : "signals");
		FuncId shown = features ? use.maker : use.filler != NONE ? use.filler : use.reader;
		text_printf(p->out, "  # %u numbers", number_fields(p, record));
		if (shown != NONE)
			text_printf(p->out, "; %s %s it (%s)", str_text(p->program->functions.items[shown].name),
				features || use.filler != NONE ? "fills" : "reads",
				str_text(place_text(p, p->program->functions.items[shown].place)));
		text_printf(p->out, "\n  - { field: \"struct %s.*\" }\n", str_text(record->name));
	}
}

/* The key is a text: a pointer to bytes behind nothing or a handle. NONE when there is none. */
static uint32_t key_param(const Proposal *p, const Function *f)
{
	for (uint32_t i = 0; i < f->nparams && i < 2; i++) {
		const Type *to = pointee(p, param_type(p, f, i));
		if (to && to->kind == TY_INT && to->bits == 8)
			return i;
	}
	return NONE;
}

/* The part of the name before the verb, "kv_" of "kv_put"; empty when there is no such verb at the end. */
static Str before_verb(Str name, const char *verbs)
{
	const char *text = str_text(name), *last = strrchr(text, '_');

	return last && name_has(str_intern(last + 1), verbs, NULL) ? str_intern_n(text, (size_t)(last - text)) : (Str){0};
}

/* The function that gives a number by a text; one whose verb comes earlier in get_names is the better one. */
static FuncId find_getter(const Proposal *p, Str prefix)
{
	for (const char *verb = get_names; *verb; verb += strcspn(verb, "|") + (verb[strcspn(verb, "|")] == '|')) {
		Str word = str_intern_n(verb, strcspn(verb, "|"));
		for (FuncId id = 0; id < p->program->functions.len; id++) {
			const Function *f = &p->program->functions.items[id];
			const Type *result = result_type(p, f);
			if (!f->is_stub && str_equal(before_verb(f->name, str_text(word)), prefix) && key_param(p, f) != NONE &&
			    is_number(result) && result->bits > 8)
				return id;
		}
	}
	return NONE;
}

static void put_stores(Proposal *p)
{
	p->open = false;
	for (FuncId id = 0; id < p->program->functions.len; id++) {
		const Function *f = &p->program->functions.items[id];
		Str prefix = before_verb(f->name, put_names);
		uint32_t key = key_param(p, f);
		if (f->is_stub || str_empty(prefix) || key == NONE || !is_number(param_type(p, f, key + 1)) ||
		    has_role(p, id, ROLE_PUT))
			continue;
		FuncId getter = find_getter(p, prefix);
		if (getter == NONE)
			continue;
		const Function *g = &p->program->functions.items[getter];
		section(p, "stores");
		text_printf(p->out, "  # %s and %s keep and give numbers by a text (%s)\n", str_text(f->name),
			str_text(g->name), str_text(place_text(p, f->place)));
		text_printf(p->out, "  - { name: %s, put: { function: %s, key: %u, value: %u }, "
			"get: { function: %s, key: %u, value: return } }\n", str_text(prefix), str_text(f->name), key, key + 1,
			str_text(g->name), key_param(p, g));
	}
}

/* Whether ARG of a call in F is what a model's call gave. */
static bool is_result(const Proposal *p, const Function *f, ValueId arg)
{
	const Instr *instr = &f->instrs.items[arg];

	while (instr->op == OP_CAST)
		instr = &f->instrs.items[instr->a];
	if (instr->op != OP_CALL)
		return false;
	const Instr *callee = &f->instrs.items[instr->a];
	return callee->op == OP_ADDR_FUNC && is_model(p, (FuncId)callee->imm);
}

static void put_consumer(Proposal *p, const Function *f, const Instr *call, Map *seen)
{
	const Instr *callee = &f->instrs.items[call->a];

	if (callee->op != OP_ADDR_FUNC)
		return;
	const Function *reader = &p->program->functions.items[callee->imm];
	for (uint32_t i = 0; i < call->nargs && function_is_users(p->program, reader); i++) {
		if (!is_result(p, f, f->args.items[call->first_arg + i]) || !map_put(seen, (uint64_t)callee->imm, 1))
			continue;
		section(p, "consumers");
		text_printf(p->out, "  # %s: it is given a prediction\n  - { of: \"model:*\", function: %s }\n",
			str_text(place_text(p, call->place)), str_text(reader->name));
	}
}

static void put_consumers(Proposal *p)
{
	Map seen = {0};

	p->open = false;
	for (FuncId id = 0; id < p->program->functions.len; id++) {
		const Function *f = &p->program->functions.items[id];
		for (uint32_t i = 0; i < f->instrs.len && function_is_users(p->program, f); i++)
			if (f->instrs.items[i].op == OP_CALL)
				put_consumer(p, f, &f->instrs.items[i], &seen);
	}
	map_release(&seen);
}

static int order_of_texts(const void *a, const void *b)
{
	return str_compare(*(const Str *)a, *(const Str *)b);
}

static Str folder_of(Str file)
{
	const char *text = str_text(file), *slash = strrchr(text, '/');

	return slash && *text != '/' ? str_intern_n(text, (size_t)(slash - text)) : (Str){0};
}

static void put_modules(Proposal *p)
{
	VEC(Str) folders = {0};
	Map seen = {0};

	for (UnitId u = 0; u < p->program->units.len; u++) {
		Str folder = folder_of(p->program->units.items[u].name);
		if (!str_empty(folder) && map_put(&seen, folder.i, 1))
			vec_push(&folders, folder);
	}
	vec_sort(&folders, order_of_texts);
	p->open = false;
	for (uint32_t i = 0; i < folders.len && folders.len > 1; i++) {
		Str inside = str_format("%s/", str_text(folders.items[i]));
		if (i + 1 < folders.len && !strncmp(str_text(folders.items[i + 1]), str_text(inside), str_length(inside)))
			continue;
		const char *folder = str_text(folders.items[i]), *slash = strrchr(folder, '/');
		section(p, "modules");
		text_put(p->out, "  - { name: ");
		text_json(p->out, slash ? slash + 1 : folder);
		text_put(p->out, ", path: ");
		text_json(p->out, str_text(str_format("%s/*", folder)));
		text_put(p->out, " }\n");
	}
	vec_release(&folders);
	map_release(&seen);
}

void manifest_propose(const Module *program, const Roles *roles, Str project, Text *out)
{
	Proposal proposal = { .program = program, .roles = roles, .out = out };

	proposal.evidence = evidence_collect(program);
	find_models(&proposal);
	text_put(out, "# Proposed by `featdep init`: what is likely, with the evidence above each line.\n"
		"# Delete what is wrong, name what is right, then run `featdep audit`: undeclared-source and hidden-consumer list what is missing.\n"
		"version: 1\nproject: ");
	text_json(out, str_text(project));
	text_char(out, '\n');
	put_source_functions(&proposal);
	put_records(&proposal, false);
	proposal.open = false;
	put_records(&proposal, true);
	put_models(&proposal);
	put_stores(&proposal);
	put_consumers(&proposal);
	put_modules(&proposal);
	evidence_free(program, proposal.evidence);
	vec_release(&proposal.models);
}
