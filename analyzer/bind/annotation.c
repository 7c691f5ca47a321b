/*
 * Annotations to roles. The front end keeps the texts "featdep:ROLE:NAME" on functions, locals, globals and fields;
 * each becomes a role whose target is exactly that thing. The positions of an annotated model come from its
 * parameters.
 */
#include "bind/bind.h"
#include "bind/syntax.h"

#include <ctype.h>

#define PREFIX "featdep:"
#define SOURCES "a function, a parameter, a global or a field"

typedef struct {
	Roles *roles;
	const Module *program;
	Diags *diags;
} Annotator;

/* The thing that carries an annotation. */
typedef struct {
	Target target;
	const Function *function; /* FUNCTION, PARAMETER, VARIABLE; else NULL */
	Place place;
	const char *called;       /* "a local variable" */
	Str name;                 /* in messages */
} Bearer;

typedef enum {
	MARK_SIGNAL, MARK_UNSTABLE, MARK_LABEL, MARK_FEATURE, MARK_MODEL, MARK_INPUT, MARK_OUTPUT, MARK_CONSUMER,
	MARK_MONITOR, MARK_FIELD_STUB, MARK_COUNT
} Mark;

enum { ON_FUNCTION = 1 << TARGET_FUNCTION, ON_PARAMETER = 1 << TARGET_PARAMETER, ON_FIELD = 1 << TARGET_FIELD,
	ON_GLOBAL = 1 << TARGET_GLOBAL, ON_VARIABLE = 1 << TARGET_VARIABLE | ON_PARAMETER,
	ON_SOURCE = ON_FUNCTION | ON_PARAMETER | ON_FIELD | ON_GLOBAL };

static const struct {
	const char *role, *macro;
	int where;
	const char *belongs;
} marks[MARK_COUNT] = {
	[MARK_SIGNAL] = { "signal", "FD_SIGNAL", ON_SOURCE, SOURCES },
	[MARK_UNSTABLE] = { "unstable-signal", "FD_UNSTABLE_SIGNAL", ON_SOURCE, SOURCES },
	[MARK_LABEL] = { "label", "FD_LABEL", ON_SOURCE, SOURCES },
	[MARK_FEATURE] = { "feature", "FD_FEATURE", ON_FIELD | ON_GLOBAL | ON_VARIABLE, "a field or a variable" },
	[MARK_MODEL] = { "model", "FD_MODEL", ON_FUNCTION, "a function" },
	[MARK_INPUT] = { "input", "FD_INPUT", ON_PARAMETER, "a parameter" },
	[MARK_OUTPUT] = { "output", "FD_OUTPUT", ON_PARAMETER, "a parameter" },
	[MARK_CONSUMER] = { "consumer", "FD_CONSUMER", ON_FUNCTION, "a function" },
	[MARK_MONITOR] = { "monitor", "FD_MONITOR", ON_FUNCTION, "a function" },
	[MARK_FIELD_STUB] = { "field-stub", "FD_FIELD_STUB", ON_FUNCTION, "a function" },
};

static Str file_of(const Module *program, Place place)
{
	return place.file < program->files.len ? program->files.items[place.file].name : (Str){0};
}

static void complain(Annotator *annotator, const Bearer *bearer, const char *message)
{
	diag_add(annotator->diags, DIAG_WARNING, file_of(annotator->program, bearer->place), bearer->place.line,
		bearer->place.column, "%s", message);
}

/* The mark of LINE ("featdep:signal:user.age") and its name in *NAME, or MARK_COUNT after a complaint. */
static Mark parse_mark(Annotator *annotator, const Bearer *bearer, const char *line, size_t length, Str *name)
{
	const char *roles[MARK_COUNT], *role = line + strlen(PREFIX);
	const char *colon = memchr(role, ':', length - strlen(PREFIX));
	size_t size = colon ? (size_t)(colon - role) : length - strlen(PREFIX);
	Text message = {0};

	*name = colon ? str_intern_n(colon + 1, length - (size_t)(colon + 1 - line)) : (Str){0};
	for (Mark mark = 0; mark < MARK_COUNT; mark++) {
		roles[mark] = marks[mark].role;
		if (strlen(roles[mark]) == size && !memcmp(roles[mark], role, size))
			return mark;
	}
	Str word = str_intern_n(role, size);
	const char *near = nearest_name(str_text(word), roles, MARK_COUNT);
	text_printf(&message, "unknown role \"%s\" in the annotation of %s \"%s\"%s%s%s", str_text(word), bearer->called,
		str_text(bearer->name), near ? ": did you mean \"" : "; it is ignored", near ? near : "", near ? "\"?" : "");
	complain(annotator, bearer, text_data(&message));
	text_release(&message);
	return MARK_COUNT;
}

static Role role_of(const Annotator *annotator, const Bearer *bearer, RoleKind kind, Mark mark, Str name)
{
	Role role = { .kind = kind, .target = bearer->target, .name = name, .from_annotation = true };

	role.value = role.key = role.identity = position_none();
	role.unstable = mark == MARK_UNSTABLE;
	role.label = mark == MARK_LABEL;
	role.file = file_of(annotator->program, bearer->place);
	role.line = bearer->place.line;
	role.column = bearer->place.column;
	role.entry = str_format("%s(\"%s\")", marks[mark].macro, str_text(name));
	return role;
}

static bool has_mark(Str annotation, Mark mark)
{
	const char *role = marks[mark].role;
	size_t size = strlen(role);

	for (const char *line = str_text(annotation); line && *line; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (!strncmp(line, PREFIX, strlen(PREFIX)) && !strncmp(line + strlen(PREFIX), role, size) &&
			(line[strlen(PREFIX) + size] == ':' || !line[strlen(PREFIX) + size]))
			return true;
	}
	return false;
}

static const Type *type_of(const Module *program, TypeId id)
{
	return id < program->types.len ? &program->types.items[id] : NULL;
}

/* What TYPE points to, or NULL when it is no pointer. */
static const Type *pointee(const Module *program, const Type *type)
{
	return type && type->kind == TY_POINTER ? type_of(program, type->elem) : NULL;
}

static bool is_number(const Type *type)
{
	return type && (type->kind == TY_INT || type->kind == TY_FLOAT);
}

/* An integer that says how many elements the pointer before it has. */
static bool is_count(const Module *program, const Local *param)
{
	static const char *const parts[] = { "len", "count", "size", "num", "dim" };
	const Type *type = type_of(program, param->type);
	const char *name = str_text(param->name);

	if (!type || type->kind != TY_INT)
		return false;
	if (!*name || !strcmp(name, "n") || !strncmp(name, "n_", 2))
		return true;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strstr(name, parts[i]))
			return true;
	return false;
}

static Position position_of(const Module *program, const Function *function, uint32_t i)
{
	Position position = position_none();

	position.arg = (int32_t)i;
	if (pointee(program, type_of(program, function->locals.items[i].type)) && i + 1 < function->nparams &&
		is_count(program, &function->locals.items[i + 1]))
		position.count_arg = (int32_t)i + 1;
	return position;
}

typedef struct {
	bool inputs, outputs;   /* some parameters are marked so */
	bool numbers;           /* something other than a pointer to a record can be the output */
} ModelShape;

static bool is_input(const Module *program, const Function *function, uint32_t i, const ModelShape *shape)
{
	const Local *param = &function->locals.items[i];
	const Type *type = type_of(program, param->type), *target = pointee(program, type);

	if (shape->inputs)
		return has_mark(param->annotation, MARK_INPUT);
	if (has_mark(param->annotation, MARK_OUTPUT))
		return false;
	if (target)
		return target->is_const;
	if (i && pointee(program, type_of(program, function->locals.items[i - 1].type)) && is_count(program, param))
		return false;
	return is_number(type) || (type && (type->kind == TY_STRUCT || type->kind == TY_UNION));
}

static bool is_output(const Module *program, const Function *function, uint32_t i, const ModelShape *shape)
{
	const Local *param = &function->locals.items[i];
	const Type *target = pointee(program, type_of(program, param->type));

	if (shape->outputs)
		return has_mark(param->annotation, MARK_OUTPUT);
	if (!target || target->is_const || has_mark(param->annotation, MARK_INPUT))
		return false;
	return is_number(target) || !shape->numbers;
}

static bool returns_value(const Module *program, const Function *function)
{
	const Type *type = type_of(program, function->type);
	const Type *result = type ? type_of(program, type->elem) : NULL;

	return result && result->kind != TY_VOID;
}

static ModelShape model_shape(const Module *program, const Function *function, uint32_t nparams)
{
	ModelShape shape = { .numbers = returns_value(program, function) };

	for (uint32_t i = 0; i < nparams; i++) {
		const Type *target = pointee(program, type_of(program, function->locals.items[i].type));
		shape.inputs |= has_mark(function->locals.items[i].annotation, MARK_INPUT);
		shape.outputs |= has_mark(function->locals.items[i].annotation, MARK_OUTPUT);
		shape.numbers |= is_number(target) && !target->is_const;
	}
	return shape;
}

static void add_model(Annotator *annotator, const Bearer *bearer, Str name)
{
	const Function *function = bearer->function;
	const Module *program = annotator->program;
	uint32_t nparams = function->nparams < function->locals.len ? function->nparams : function->locals.len;
	ModelShape shape = model_shape(program, function, nparams);
	Role role = role_of(annotator, bearer, ROLE_MODEL, MARK_MODEL, name);

	if (returns_value(program, function)) {
		Position result = position_none();
		result.arg = POS_RETURN;
		vec_push(&role.outputs, result);
	}
	for (uint32_t i = 0; i < nparams; i++) {
		if (is_input(program, function, i, &shape))
			vec_push(&role.inputs, position_of(program, function, i));
		if (is_output(program, function, i, &shape))
			vec_push(&role.outputs, position_of(program, function, i));
	}
	if (!role.inputs.len)
		complain(annotator, bearer, str_text(str_format("model \"%s\" has no inputs: mark them with FD_INPUT",
			str_text(bearer->name))));
	vec_push(&annotator->roles->roles, role);
}

static void add_monitors(Annotator *annotator, const Bearer *bearer, Str name)
{
	for (uint32_t i = 0; i < bearer->function->nparams; i++) {
		Role role = role_of(annotator, bearer, ROLE_MONITOR, MARK_MONITOR, name);
		role.value.arg = (int32_t)i;
		vec_push(&annotator->roles->roles, role);
	}
}

/* "ctr" is the model of that name, anything with a ":" is a node name as written. */
static Str consumer_of(Str name)
{
	return strchr(str_text(name), ':') ? name : str_format("model:%s", str_empty(name) ? "*" : str_text(name));
}

static void add_role(Annotator *annotator, const Bearer *bearer, Mark mark, Str name)
{
	Role role;

	switch (mark) {
	case MARK_SIGNAL: case MARK_UNSTABLE: case MARK_LABEL:
		role = role_of(annotator, bearer, ROLE_SIGNAL, mark, name);
		if (bearer->target.kind == TARGET_FUNCTION)
			role.value.arg = POS_RETURN;
		vec_push(&annotator->roles->roles, role);
		break;
	case MARK_FEATURE:
		role = role_of(annotator, bearer, ROLE_FEATURE, mark, name);
		if (role.target.kind == TARGET_PARAMETER)
			role.target.kind = TARGET_VARIABLE;
		vec_push(&annotator->roles->roles, role);
		break;
	case MARK_CONSUMER:
		role = role_of(annotator, bearer, ROLE_CONSUMER, mark, (Str){0});
		role.of = consumer_of(name);
		role.entry = str_format("FD_CONSUMER(\"%s\")", str_text(name));
		vec_push(&annotator->roles->roles, role);
		break;
	case MARK_MODEL:
		add_model(annotator, bearer, name);
		break;
	case MARK_MONITOR:
		add_monitors(annotator, bearer, name);
		break;
	case MARK_INPUT: case MARK_OUTPUT: case MARK_FIELD_STUB: case MARK_COUNT:
		break; /* read together with the function */
	}
}

static void read_line(Annotator *annotator, const Bearer *bearer, const char *line, size_t length)
{
	Text problem = {0};
	Str name;

	if (length < strlen(PREFIX) || strncmp(line, PREFIX, strlen(PREFIX)))
		return;
	Mark mark = parse_mark(annotator, bearer, line, length, &name);
	if (mark == MARK_COUNT)
		return;
	if (!(marks[mark].where & 1 << bearer->target.kind)) {
		text_printf(&problem, "%s has no effect on %s \"%s\": it belongs on %s", marks[mark].macro, bearer->called,
			str_text(bearer->name), marks[mark].belongs);
		complain(annotator, bearer, text_data(&problem));
	} else {
		bool plain = mark == MARK_INPUT || mark == MARK_OUTPUT || mark == MARK_CONSUMER || mark == MARK_FIELD_STUB;
		RoleKind kind = mark == MARK_MODEL ? ROLE_MODEL : ROLE_SIGNAL;
		if (!plain && !template_check(str_text(name), kind, bearer->target.kind, &problem))
			complain(annotator, bearer, str_text(str_format("%s(\"%s\"): %s", marks[mark].macro, str_text(name),
				text_data(&problem))));
		else
			add_role(annotator, bearer, mark, name);
	}
	text_release(&problem);
}

static void read_marks(Annotator *annotator, const Bearer *bearer, Str annotation)
{
	for (const char *line = str_text(annotation); *line;) {
		size_t length = strcspn(line, "\n");
		read_line(annotator, bearer, line, length);
		line += length + (line[length] == '\n');
	}
}

static void read_function(Annotator *annotator, FuncId id)
{
	const Function *function = &annotator->program->functions.items[id];
	Bearer bearer = { .function = function, .place = function->place, .called = "function", .name = function->name };

	bearer.target = (Target){ TARGET_FUNCTION, .function = function->name, .requires_arg = -1, .id = id, .sub = NONE };
	read_marks(annotator, &bearer, function->annotation);
	for (LocalId i = 0; i < function->locals.len; i++) {
		const Local *local = &function->locals.items[i];
		if (str_empty(local->annotation))
			continue;
		bool param = i < function->nparams;
		bearer.target = (Target){ param ? TARGET_PARAMETER : TARGET_VARIABLE, .function = function->name,
			.name = local->name, .requires_arg = -1, .id = id, .sub = i };
		bearer.place = local->place;
		bearer.called = param ? "parameter" : "local variable";
		bearer.name = local->name;
		read_marks(annotator, &bearer, local->annotation);
	}
}

static void read_record(Annotator *annotator, TypeId id)
{
	const Type *type = &annotator->program->types.items[id];

	for (uint32_t i = 0; i < type->nfields; i++) {
		const Field *field = &annotator->program->fields.items[type->first_field + i];
		if (str_empty(field->annotation))
			continue;
		Bearer bearer = { .place = { .file = NONE }, .called = "field", .name = field->name };
		bearer.target = (Target){ TARGET_FIELD, .record = type->name, .name = field->name, .requires_arg = -1, .id = id,
			.sub = i };
		read_marks(annotator, &bearer, field->annotation);
	}
}

void bind_annotations(Roles *roles, const Module *program, Diags *diags)
{
	Annotator annotator = { roles, program, diags };

	for (FuncId id = 0; id < program->functions.len; id++)
		read_function(&annotator, id);
	for (GlobalId id = 0; id < program->globals.len; id++) {
		const Global *global = &program->globals.items[id];
		Bearer bearer = { .place = global->place, .called = "global", .name = global->name };
		bearer.target = (Target){ TARGET_GLOBAL, .name = global->name, .requires_arg = -1, .id = id, .sub = NONE };
		read_marks(&annotator, &bearer, global->annotation);
	}
	for (TypeId id = 0; id < program->types.len; id++)
		if (program->types.items[id].kind == TY_STRUCT || program->types.items[id].kind == TY_UNION)
			read_record(&annotator, id);
}
