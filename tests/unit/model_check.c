/* The checker on modules that no text can express: each violation is made in a sound module. */
#include "model/facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const char sound[] =
	"featdep-facts 1\nunit a.c\nfile a.c\n"
	"type void void -1\ntype int int 32 signed\ntype pointer \"int *\" 64 int\ntype function fn -1 int\n"
	"type struct s 32\n member a int 0\n"
	"global g external int init=1 defined\n"
	"function f external fn\n param p int\n"
	"b0:\n %0 = local p\n %1 = load int %0\n %2 = add int %1 %1\n %3 = neg int %2\n switch %3 b1 5:b1\n"
	"b1:\n %5 = call int %3 (%1)\n return %5\n"
	"function init internal fn init\nb0:\n return\n";

static Function *f(Module *module) { return &module->functions.items[0]; }
static Instr *at(Module *module, uint32_t i) { return &f(module)->instrs.items[i]; }

static void unit_status(Module *m) { m->units.items[0].status = (UnitStatus)99; }
static void type_kind(Module *m) { m->types.items[1].kind = (TypeKind)99; }
static void type_members(Module *m) { m->types.items[4].nfields = 7; }
static void type_first_member(Module *m) { m->types.items[4].first_field = NONE; }
static void type_size(Module *m) { m->types.items[1].bits = -2; }
static void type_without_pointee(Module *m) { m->types.items[2].elem = NONE; }
static void int_with_element(Module *m) { m->types.items[1].elem = 0; }
static void member_width(Module *m) { m->fields.items[0].bit_width = -2; }
static void global_linkage(Module *m) { m->globals.items[0].linkage = (Linkage)9; }
static void global_file(Module *m) { m->globals.items[0].place.file = 3; }
static void global_init_with_params(Module *m) { f(m)->is_init = true; m->globals.items[0].init = 0; }
static void function_linkage(Module *m) { f(m)->linkage = (Linkage)9; }
static void function_type(Module *m) { f(m)->type = 77; }
static void function_unit(Module *m) { f(m)->unit = 4; }
static void too_many_params(Module *m) { f(m)->nparams = 2; }
static void defined_without_blocks(Module *m) { m->functions.items[1].blocks.len = m->functions.items[1].instrs.len = 0; }
static void blocks_undefined(Module *m) { f(m)->defined = false; }
static void local_file(Module *m) { f(m)->locals.items[0].place.file = 9; }
static void block_gap(Module *m) { f(m)->blocks.items[1].first = 6; }
static void block_too_long(Module *m) { f(m)->blocks.items[1].count = 9; }
static void block_overflow(Module *m) { f(m)->blocks.items[1].count = NONE; }
static void rest_outside(Module *m) { f(m)->blocks.len = 1; }
static void operation(Module *m) { at(m, 2)->op = 200; }
static void binary_operator(Module *m) { at(m, 2)->sub = BIN_COUNT; }
static void unary_operator(Module *m) { at(m, 3)->sub = UN_COUNT; }
static void extra_a(Module *m) { at(m, 0)->a = 0; }
static void extra_b(Module *m) { at(m, 1)->b = 0; }
static void extra_c(Module *m) { at(m, 2)->c = 0; }
static void missing_a(Module *m) { at(m, 1)->a = NONE; }
static void instr_type(Module *m) { at(m, 2)->type = 50; }
static void instr_file(Module *m) { at(m, 2)->place.file = 50; }
static void args_beyond(Module *m) { at(m, 5)->nargs = 2; }
static void args_overflow(Module *m) { at(m, 5)->first_arg = NONE; }
static void cases_beyond(Module *m) { at(m, 4)->first_arg = 1; }
static void negative_local(Module *m) { at(m, 0)->imm = -1; }

static const struct {
	const char *name;
	void (*damage)(Module *);
	const char *problem;
} violations[] = {
	{ "unit_status", unit_status, "unit 0 \"\": status 99" },
	{ "type_kind", type_kind, "type 1 \"int\": kind 99" },
	{ "type_members", type_members, "type 4 \"s\": members beyond" },
	{ "type_first_member", type_first_member, "type 4 \"s\": members beyond" },
	{ "type_size", type_size, "type 1 \"int\": negative size" },
	{ "type_without_pointee", type_without_pointee, "type 2 \"int *\": there is no type -1" },
	{ "int_with_element", int_with_element, "type 1 \"int\": int types have no element type" },
	{ "member_width", member_width, "member 0 \"a\": negative offset or width" },
	{ "global_linkage", global_linkage, "global 0 \"g\": linkage 9" },
	{ "global_file", global_file, "global 0 \"g\": there is no file 3" },
	{ "global_init_with_params", global_init_with_params, "global 0 \"g\": \"f\" is not an initialiser" },
	{ "function_linkage", function_linkage, "function 0 \"f\": linkage 9" },
	{ "function_type", function_type, "function 0 \"f\": there is no type 77" },
	{ "function_unit", function_unit, "function 0 \"f\": there is no unit 4" },
	{ "too_many_params", too_many_params, "function 0 \"f\": 2 parameters but 1 locals" },
	{ "defined_without_blocks", defined_without_blocks, "function 1 \"init\": defined but without blocks" },
	{ "blocks_undefined", blocks_undefined, "function 0 \"f\": blocks but not defined" },
	{ "local_file", local_file, "function 0 \"f\": there is no file 9" },
	{ "block_gap", block_gap, "function 0 \"f\": block 1 is not where the one before it ends" },
	{ "block_too_long", block_too_long, "function 0 \"f\": block 1 is not where" },
	{ "block_overflow", block_overflow, "function 0 \"f\": block 1 is not where" },
	{ "rest_outside", rest_outside, "function 0 \"f\", instruction 4: there is no block 1" },
	{ "operation", operation, "function 0 \"f\", instruction 2: operation 200" },
	{ "binary_operator", binary_operator, "function 0 \"f\", instruction 2: operator 16" },
	{ "unary_operator", unary_operator, "function 0 \"f\", instruction 3: operator 4" },
	{ "extra_a", extra_a, "function 0 \"f\", instruction 0: local has no operand a" },
	{ "extra_b", extra_b, "function 0 \"f\", instruction 1: load has no operand b" },
	{ "extra_c", extra_c, "function 0 \"f\", instruction 2: bin has no operand c" },
	{ "missing_a", missing_a, "function 0 \"f\", instruction 1: there is no value -1" },
	{ "instr_type", instr_type, "function 0 \"f\", instruction 2: there is no type 50" },
	{ "instr_file", instr_file, "function 0 \"f\", instruction 2: there is no file 50" },
	{ "args_beyond", args_beyond, "function 0 \"f\", instruction 5: arguments beyond" },
	{ "args_overflow", args_overflow, "function 0 \"f\", instruction 5: arguments beyond" },
	{ "cases_beyond", cases_beyond, "function 0 \"f\", instruction 4: arguments beyond" },
	{ "negative_local", negative_local, "function 0 \"f\", instruction 0: there is no local -1" },
};

static Module parse(void)
{
	Module module = {0};
	Diags diags = {0};

	assert_true(facts_parse(sound, sizeof sound - 1, (Str){0}, &module, &diags));
	return module;
}

static void sound_module_passes(void **state)
{
	(void)state;
	Module module = parse();
	Text problem = {0};

	assert_true(module_check(&module, &problem));
	assert_int_equal(problem.len, 0);
	module_release(&module);
}

static void empty_module_passes(void **state)
{
	(void)state;
	Module module = {0};

	assert_true(module_check(&module, NULL));
}

static void each_violation_is_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof violations / sizeof *violations; i++) {
		Module module = parse();
		Text problem = {0};
		violations[i].damage(&module);
		if (module_check(&module, &problem))
			fail_msg("%s is not noticed", violations[i].name);
		if (strncmp(text_data(&problem), violations[i].problem, strlen(violations[i].problem)))
			fail_msg("%s: %s", violations[i].name, text_data(&problem));
		text_release(&problem);
		module_release(&module);
	}
}

static void names_of_operations_are_distinct(void **state)
{
	(void)state;
	for (int a = 0; a < OP_COUNT; a++) {
		assert_true(!op_is_terminator((Op)a) || !op_has_result((Op)a));
		for (int b = 0; b < a; b++)
			assert_string_not_equal(op_text((Op)a), op_text((Op)b));
	}
	assert_string_equal(bin_text(BIN_LT), "lt");
	assert_string_equal(un_text(UN_LNOT), "lnot");
	assert_true(op_is_terminator(OP_RETURN) && op_is_terminator(OP_JUMP) && !op_is_terminator(OP_CALL));
}

static void types_are_known_by_their_names(void **state)
{
	(void)state;
	Type record = { .kind = TY_STRUCT, .name = str_intern("profile"), .alias = str_intern("Profile") };
	Type number = { .kind = TY_INT, .name = str_intern("int") };

	assert_true(type_is_named(&record, "profile"));
	assert_true(type_is_named(&record, "struct profile"));
	assert_true(type_is_named(&record, "Profile"));
	assert_false(type_is_named(&record, "prof"));
	assert_false(type_is_named(&record, ""));
	assert_true(type_is_named(&number, "int"));
	assert_false(type_is_named(&number, "struct int"));
	assert_false(type_is_named(&(Type){ .kind = TY_STRUCT }, "struct "));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sound_module_passes),
		cmocka_unit_test(empty_module_passes),
		cmocka_unit_test(each_violation_is_told),
		cmocka_unit_test(names_of_operations_are_distinct),
		cmocka_unit_test(types_are_known_by_their_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
