/* The unit around the functions: types, globals, linkage, annotations, places, files read, and broken input. */
#include "front_text.h"

static Lowered lower(const char *source)
{
	return lower_with(source, NULL, 0);
}

static void expect_field(const Module *module, const Type *record, uint32_t i, const char *name, int64_t offset,
	int32_t width)
{
	const Field *field;

	assert_true(i < record->nfields);
	field = &module->fields.items[record->first_field + i];
	assert_string_equal(str_text(field->name), name);
	assert_int_equal(field->bit_offset, offset);
	assert_int_equal(field->bit_width, width);
}

static void records_have_their_layout(void **state)
{
	Lowered l = lower("typedef struct node { int a; unsigned b : 3, : 2, c : 5; struct node *next;\n"
		"union { double d; struct { short lo, hi; }; }; struct { int x; } in; float v[]; } Node;\n"
		"Node *f(Node *n, const struct node *m) { return m->next ? n : 0; }\n"
		"typedef struct { char c; } Nameless; int g(Nameless *n) { return n->c; }\n");
	const Type *type = type_find(&l.module, "node");

	(void)state;
	assert_non_null(type);
	assert_int_equal(type->kind, TY_STRUCT);
	assert_int_equal(type->bits, 256);
	assert_string_equal(str_text(type->alias), "Node");
	assert_int_equal(type->nfields, 9);
	expect_field(&l.module, type, 0, "a", 0, -1);
	expect_field(&l.module, type, 1, "b", 32, 3);
	expect_field(&l.module, type, 2, "c", 37, 5);
	expect_field(&l.module, type, 3, "next", 64, -1);
	expect_field(&l.module, type, 4, "d", 128, -1);
	expect_field(&l.module, type, 5, "lo", 128, -1);
	expect_field(&l.module, type, 6, "hi", 144, -1);
	expect_field(&l.module, type, 7, "in", 192, -1);
	expect_field(&l.module, type, 8, "v", 224, -1);
	assert_non_null(type_find(&l.module, "node.in"));
	type = type_find(&l.module, "Nameless");
	assert_non_null(type);
	assert_true(str_empty(type->alias));
	lowered_release(&l);
}

static void qualified_records_share_their_fields(void **state)
{
	Lowered l = lower("struct s { const struct s *up; int a; }; int f(const struct s *p) { return p->up->a; }");
	uint32_t found = 0;

	(void)state;
	for (uint32_t i = 0; i < l.module.types.len; i++) {
		const Type *type = &l.module.types.items[i];

		if (!str_is(type->name, "s"))
			continue;
		found++;
		assert_int_equal(type->nfields, 2);
		assert_int_equal(type->bits, 128);
	}
	assert_int_equal(found, 2);
	lowered_release(&l);
}

static void scalars_have_size_and_sign(void **state)
{
	static const struct { const char *name; TypeKind kind; int bits; bool is_signed; } wanted[] = {
		{ "char", TY_INT, 8, true }, { "unsigned short", TY_INT, 16, false }, { "_Bool", TY_INT, 8, false },
		{ "long long", TY_INT, 64, true }, { "float", TY_FLOAT, 32, true }, { "double", TY_FLOAT, 64, true },
		{ "enum colour", TY_INT, 32, false }, { "void *", TY_POINTER, 64, false }, { "int[3]", TY_ARRAY, 96, false },
	};
	Lowered l = lower("enum colour { RED }; void f(char a, unsigned short b, _Bool c, long long d, float e, double f,\n"
		"enum colour g, void *h) { int i[3]; }\n");

	(void)state;
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		const Type *type = type_find(&l.module, wanted[i].name);

		if (!type)
			fail_msg("no type %s", wanted[i].name);
		assert_int_equal(type->kind, wanted[i].kind);
		assert_int_equal(type->bits, wanted[i].bits);
		assert_int_equal(type->is_signed, wanted[i].is_signed);
	}
	lowered_release(&l);
}

static void globals_are_described(void **state)
{
	Lowered l = lower("int tentative; static int internal = 1; extern int elsewhere, unused_extern; const int k = 2;\n"
		"volatile int reg; extern int later; int later = 3; static const float table[2] = { 1, 2 };\n"
		"int f(void) { static int kept; return elsewhere + kept + table[0]; }\n");
	const Global *g;

	(void)state;
	g = global_find(&l.module, "tentative");
	assert_true(g->defined && g->is_tentative && g->linkage == LINK_EXTERNAL && g->init == NONE);
	g = global_find(&l.module, "internal");
	assert_true(g->defined && !g->is_tentative && g->linkage == LINK_INTERNAL && g->init != NONE);
	assert_true(l.module.functions.items[g->init].is_init);
	g = global_find(&l.module, "elsewhere");
	assert_true(!g->defined && !g->is_tentative);
	assert_null(global_find(&l.module, "unused_extern"));
	assert_true(global_find(&l.module, "k")->is_const);
	assert_true(global_find(&l.module, "table")->is_const);
	assert_true(global_find(&l.module, "reg")->is_volatile);
	g = global_find(&l.module, "later");
	assert_true(g->defined && g->init != NONE);
	g = global_find(&l.module, "kept");
	assert_true(g->linkage == LINK_NONE && g->owner != NONE);
	assert_string_equal(str_text(l.module.functions.items[g->owner].name), "f");
	lowered_release(&l);
}

static void functions_are_described(void **state)
{
	Lowered l = lower("static inline int used(int a) { return a; }\nstatic inline int unused(int a) { return a; }\n"
		"int declared(int first, char *second, ...);\nint never(void);\n"
		"int old(x, y) int x; char y;\n{\n\treturn used(x) + declared(1, 0) + y;\n}\n");
	const Function *f = function_expect(&l.module, "old");

	(void)state;
	assert_true(f->defined && f->linkage == LINK_EXTERNAL && f->nparams == 2 && !f->is_incomplete);
	assert_string_equal(str_text(f->locals.items[1].name), "y");
	assert_int_equal(f->place.line, 5);
	assert_int_equal(f->place.column, 5);
	assert_int_equal(f->end_line, 8);
	f = function_expect(&l.module, "used");
	assert_true(f->defined && f->is_inline && f->linkage == LINK_INTERNAL);
	f = function_expect(&l.module, "declared");
	assert_true(!f->defined && f->is_variadic && f->nparams == 2);
	assert_string_equal(str_text(f->locals.items[0].name), "first");
	assert_null(function_find(&l.module, "never"));
	lowered_release(&l);
}

static void inline_functions_of_headers_come_on_demand(void **state)
{
	Lowered l = lower("#include <stdlib.h>\n#include <stdint.h>\nint f(const char *s) { return atoi(s); }\n");

	(void)state;
	assert_int_equal(l.module.units.items[0].status, UNIT_PARSED);
	assert_null(function_find(&l.module, "malloc"));
	assert_non_null(function_find(&l.module, "atoi"));
	assert_true(l.module.files.items[0].is_system == false);
	assert_string_equal(str_text(l.module.files.items[0].name), "unit.c");
	for (uint32_t i = 1; i < l.module.files.len; i++)
		assert_true(l.module.files.items[i].is_system);
	lowered_release(&l);
}

static void annotations_are_kept(void **state)
{
	Lowered l = lower("#define FD(x) __attribute__((annotate(\"featdep:\" x)))\n"
		"FD(\"model:ctr\") FD(\"consumer:a\") double predict(const double *v FD(\"input:\"), int n);\n"
		"struct s { int age FD(\"signal:user.age\"); int other __attribute__((annotate(\"else\"))); };\n"
		"int g FD(\"signal:g\");\n"
		"double predict(const double *v, int n) { int x FD(\"feature:x\") = 0; return v[n] + x + g; }\n"
		"int f(struct s *p) { return p->age; }\n");
	const Function *f = function_expect(&l.module, "predict");
	const Type *type = type_find(&l.module, "s");

	(void)state;
	assert_string_equal(str_text(f->annotation), "featdep:model:ctr\nfeatdep:consumer:a");
	assert_string_equal(str_text(f->locals.items[0].annotation), "featdep:input:");
	assert_true(str_empty(f->locals.items[1].annotation));
	assert_string_equal(str_text(f->locals.items[2].annotation), "featdep:feature:x");
	assert_string_equal(str_text(global_find(&l.module, "g")->annotation), "featdep:signal:g");
	assert_string_equal(str_text(l.module.fields.items[type->first_field].annotation), "featdep:signal:user.age");
	assert_true(str_empty(l.module.fields.items[type->first_field + 1].annotation));
	lowered_release(&l);
}

static void places_are_where_it_is_written(void **state)
{
	Lowered l = lower("#define SET(p, v) (p)[0] = (v)\n#define GET() get_it()\nint get_it(void);\n"
		"void f(int *p, int x)\n{\n\tSET(p,\n\t\tx);\n\tx = GET();\n}\n");
	const Function *f = function_expect(&l.module, "f");
	uint32_t lines[16] = { 0 }, count = 0;

	(void)state;
	for (uint32_t i = 0; i < f->instrs.len; i++)
		if (f->instrs.items[i].op == OP_LOAD || f->instrs.items[i].op == OP_CALL)
			lines[count++] = f->instrs.items[i].place.line;
	assert_int_equal(count, 3);
	assert_int_equal(lines[0], 7); /* x, a macro's argument */
	assert_int_equal(lines[1], 6); /* p */
	assert_int_equal(lines[2], 8); /* the call, in a macro's body */
	lowered_release(&l);
}

static void equal_bodies_have_equal_hashes(void **state)
{
	Lowered a = lower("static inline int h(int x) { return x * 2; } int f(int x) { return h(x); }");
	Lowered b = lower("int pad;\n\nstatic inline int h(int x)\n{ return x * 2; } int f(int x) { return h(x) + pad; }");
	Lowered c = lower("static inline int h(int x) { return x * 3; } int f(int x) { return h(x); }");

	(void)state;
	assert_true(function_expect(&a.module, "h")->hash == function_expect(&b.module, "h")->hash);
	assert_true(function_expect(&a.module, "h")->hash != function_expect(&c.module, "h")->hash);
	assert_true(function_expect(&a.module, "f")->hash != function_expect(&b.module, "f")->hash);
	lowered_release(&a);
	lowered_release(&b);
	lowered_release(&c);
}

static void errors_make_functions_incomplete(void **state)
{
	Lowered l = lower("int whole(int x) { return x; }\nint part(int x) { x = 1; x = missing + 2; return x; }\n");
	const Unit *unit = &l.module.units.items[0];
	Text text = { 0 };

	(void)state;
	assert_true(l.result);
	assert_int_equal(unit->status, UNIT_ERRORS);
	assert_non_null(strstr(str_text(unit->message), "unit.c:2:"));
	assert_false(function_expect(&l.module, "whole")->is_incomplete);
	assert_true(function_expect(&l.module, "part")->is_incomplete);
	function_print(&l.module, function_expect(&l.module, "part"), &text);
	assert_non_null(strstr(text_data(&text), "unresolved; x = 1;"));
	assert_int_equal(l.diags.items.len, 1);
	assert_int_equal(l.diags.items.items[0].line, 2);
	text_release(&text);
	lowered_release(&l);
}

static void members_survive_a_missing_header(void **state)
{
	Lowered l = lower("#include \"generated.h\"\n"
		"struct net { float first[FIRST_SIZE]; float second[4]; };\n"
		"struct state { Model model; int arch; struct net net; float memory[8]; };\n"
		"void run(const Model *m, struct net *n, float *out);\n"
		"void f(struct state *s, float *in)\n{\n\ts->memory[1] = in[0];\n\trun(&s->model, &s->net, s->memory);\n"
		"\ts->net.first[2] = 1;\n\ts->arch = 2;\n}\n");
	Text text = { 0 };

	(void)state;
	assert_int_equal(l.module.units.items[0].status, UNIT_ERRORS);
	assert_false(function_expect(&l.module, "f")->is_incomplete);
	function_print(&l.module, function_expect(&l.module, "f"), &text);
	assert_string_equal(text_data(&text), "(*s).memory[1] = (*in)[0]; run(&(*s).model, &(*s).net, &(*s).memory); "
		"(*s).net.first[2] = 1f; (*s).arch = 2; return;");
	text_release(&text);
	lowered_release(&l);
}

static void names_of_a_missing_header_have_stand_ins(void **state)
{
	Lowered l = lower("#include \"generated.h\"\nvoid layer(float *to, const float *from, int n, int kind);\n"
		"void net(const Weights *w, const float *in, float *out)\n{\n\tfloat middle[MIDDLE_SIZE];\n"
		"\tlayer(middle, in, MIDDLE_SIZE, KIND_TANH);\n\tlayer(out, &middle[2], OUT_SIZE + 1, w->kind);\n}\n");
	const Function *f = function_expect(&l.module, "net");
	Text text = { 0 };

	(void)state;
	assert_int_equal(l.module.units.items[0].status, UNIT_ERRORS);
	assert_non_null(strstr(str_text(l.module.units.items[0].message), "'generated.h' file not found"));
	assert_true(f->is_incomplete);
	function_print(&l.module, f, &text);
	assert_string_equal(text_data(&text), "unresolved; layer(&middle, in, undef, undef); "
		"layer(out, &middle[2], (undef add 1), (*w)[undef]); return;");
	for (uint32_t i = 0; i < l.deps.files.len; i++)
		assert_null(strstr(str_text(l.deps.files.items[i]), "featdep-missing"));
	text_release(&text);
	lowered_release(&l);
}

static void parts_of_what_is_unknown_stay_constant(void **state)
{
	Lowered l = lower("#include \"generated.h\"\nstruct state { Weights w; };\nvoid layer(const void *w, float *to);\n"
		"void net(const Weights *w, Weights *mine, float *out)\n{\n\tlayer(&w->first, out);\n\tlayer(&mine->first, out);\n}\n");
	const Function *f = function_expect(&l.module, "net");
	bool constant[2];
	uint32_t count = 0;

	(void)state;
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		if (in->op != OP_ELEM)
			continue;
		assert_true(count < 2);
		constant[count++] = l.module.types.items[l.module.types.items[in->type].elem].is_const;
	}
	assert_int_equal(count, 2);
	assert_true(constant[0]);
	assert_false(constant[1]);
	lowered_release(&l);
}

static void nested_functions_are_reported(void **state)
{
	Lowered l = lower("int f(int x) { int inner(int y) { return x + y; } return inner(2); }\n");

	(void)state;
	assert_int_equal(l.module.units.items[0].status, UNIT_ERRORS);
	assert_true(function_expect(&l.module, "f")->is_incomplete);
	lowered_release(&l);
}

static void deep_nesting_survives(void **state)
{
	Text text = { 0 };
	Lowered l;

	(void)state;
	text_put(&text, "int parens(int x) { return ");
	for (int i = 0; i < 10000; i++)
		text_put(&text, "(");
	text_put(&text, "x");
	for (int i = 0; i < 10000; i++)
		text_put(&text, ")");
	text_put(&text, "; }\nint sum(int x) { return x");
	for (int i = 0; i < 10000; i++)
		text_put(&text, " + x");
	text_put(&text, "; }\nint chain(int x) { if (x == 0) return 1;\n");
	for (int i = 1; i < 2000; i++)
		text_printf(&text, "else if (x == %d) return %d;\n", i, i + 1);
	text_put(&text, "return 0; }\nint nots(int x) { return ");
	for (int i = 0; i < 5000; i++)
		text_put(&text, "!");
	text_put(&text, "x; }\n");
	l = lower(text_data(&text));
	assert_int_equal(l.module.units.items[0].status, UNIT_PARSED);
	assert_true(function_expect(&l.module, "parens")->instrs.len == 3);
	assert_true(function_expect(&l.module, "sum")->instrs.len > 20000);
	assert_true(function_expect(&l.module, "chain")->blocks.len > 3000);
	text_release(&text);
	lowered_release(&l);
}

static void arguments_are_used(void **state)
{
	const char *const args[] = { "-DWIDTH=4", "-Dfeatures=inputs", "-std=gnu11", "-march=not-a-machine" };
	Lowered l = lower_with("float features[WIDTH]; int f(void) { return sizeof features; }", args, 4);
	Text text = { 0 };

	(void)state;
	assert_true(l.result);
	assert_non_null(global_find(&l.module, "inputs"));
	function_print(&l.module, function_expect(&l.module, "f"), &text);
	assert_string_equal(text_data(&text), "return 16;");
	text_release(&text);
	lowered_release(&l);
}

static void missing_files_and_refused_arguments(void **state)
{
	const char *const refused[] = { "-x", "no-such-language" };
	FrontRequest request = { .directory = "/nonexistent", .file = "unit.c" };
	Module module = { 0 };
	Diags diags = { 0 };
	Lowered l;

	(void)state;
	assert_false(front_extract(&request, &module, NULL, &diags));
	assert_int_equal(module.units.items[0].status, UNIT_MISSING);
	assert_int_equal(diags.items.len, 1);
	module_release(&module);
	diags_release(&diags);
	l = lower_with("int x;", refused, 2);
	if (!l.result)
		assert_int_equal(l.module.units.items[0].status, UNIT_FAILED);
	lowered_release(&l);
}

static void dependencies_are_listed(void **state)
{
	Lowered l = lower("#include <stddef.h>\n#include <stddef.h>\nsize_t n;\n");

	(void)state;
	assert_true(l.deps.files.len >= 2);
	for (uint32_t i = 0; i < l.deps.files.len; i++)
		assert_int_equal(str_text(l.deps.files.items[i])[0], '/');
	for (uint32_t i = 1; i < l.deps.files.len; i++)
		assert_true(str_compare(l.deps.files.items[i - 1], l.deps.files.items[i]) < 0);
	lowered_release(&l);
}

static void resource_dir_is_found(void **state)
{
	const char *dir = front_resource_dir(NULL);

	(void)state;
	assert_non_null(dir);
	assert_int_equal(access(str_text(str_format("%s/include/stddef.h", dir)), R_OK), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_have_their_layout), cmocka_unit_test(qualified_records_share_their_fields),
		cmocka_unit_test(scalars_have_size_and_sign), cmocka_unit_test(globals_are_described),
		cmocka_unit_test(functions_are_described), cmocka_unit_test(inline_functions_of_headers_come_on_demand),
		cmocka_unit_test(annotations_are_kept), cmocka_unit_test(places_are_where_it_is_written),
		cmocka_unit_test(equal_bodies_have_equal_hashes), cmocka_unit_test(errors_make_functions_incomplete),
		cmocka_unit_test(members_survive_a_missing_header),
		cmocka_unit_test(names_of_a_missing_header_have_stand_ins),
		cmocka_unit_test(parts_of_what_is_unknown_stay_constant), cmocka_unit_test(nested_functions_are_reported),
		cmocka_unit_test(deep_nesting_survives), cmocka_unit_test(arguments_are_used),
		cmocka_unit_test(missing_files_and_refused_arguments), cmocka_unit_test(dependencies_are_listed),
		cmocka_unit_test(resource_dir_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
