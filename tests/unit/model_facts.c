/* Facts: what is printed reads back the same, what people may write, and what is refused with a position. */
#include "model/facts.h"

#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#define HEAD "featdep-facts 1\n"
#define TYPES "type void void -1\ntype int int 32 signed\ntype pointer \"int *\" 64 t1\ntype function \"int (void)\" -1 t1\n"
#define START HEAD "unit a.c\nfile a.c\n" TYPES

static Module parse(const char *text)
{
	Module module = {0};
	Diags diags = {0};

	if (!facts_parse(text, strlen(text), str_intern("test.facts"), &module, &diags)) {
		Text message = {0};
		diag_print(&diags.items.items[0], &message);
		fail_msg("%s\n%s", text_data(&message), text);
	}
	assert_int_equal(diags.items.len, 0);
	diags_release(&diags);
	return module;
}

static char *print(const Module *module)
{
	Text text = {0};

	facts_print(module, &text);
	return text.data;
}

/* TEXT is exactly as the printer writes it. */
static void check_canonical(const char *text)
{
	Module module = parse(text);
	char *again = print(&module);

	assert_string_equal(again, text);
	free(again);
	module_release(&module);
}

static void every_operation_reads_back(void **state)
{
	(void)state;
	check_canonical(HEAD "root /home/me\nunit a.c variant=\"-DX=1\"\nunit b.c status=errors message=\"b.c:1: no \\\"x.h\\\"\"\n"
		"file a.c\nfile /usr/include/m.h system\n"
		"type void void -1\ntype int int 32 signed\ntype pointer \"int *\" 64 t1\ntype function \"int (int, ...)\" -1 t1\n"
		"type float double 64 const volatile\ntype array \"int[3]\" 96 t1 count=3\n"
		"type struct profile 96 alias=Profile\n member age t1 0 note=\"featdep:signal:age\"\n member \"\" t1 32 width=0\n"
		" member vip t1 35 width=1\ntype union any 64\n member i t1 0\n member d t4 0\ntype struct empty 0\n"
		"type struct opaque -1\ntype other __m128 128\n"
		"global g external t1 unit=1 init=1 note=x defined const volatile @0:3:5\n"
		"global seen none t5 owner=0 defined @4:7\nglobal later external t1 tentative @9\nglobal outside external t1 unit=-\n"
		"function all external t3 end=40 hash=0x0123456789abcdef note=\"featdep:model:m\\nfeatdep:signal:s\" inline variadic"
		" noreturn incomplete @0:10:5\n"
		" param n t1 note=x @20\n param \"\" t2\n local \"odd name\" t6 volatile @11:3\n local \"\" t1 temporary\n"
		"b0:\n %0 = int t1 42 AGE @12:3\n %1 = int t1 -9223372036854775808\n %2 = float t4 1.5\n %3 = string t2 \"a\\n\\\"b\\\"\\\\\\x00\"\n"
		" %4 = undef t1 \"parse error\"\n %5 = local t2 0\n %6 = global t2 0\n %7 = func - 2\n %8 = field t2 %5 t6 2\n"
		" %9 = elem t2 %6 %0 32 FEAT_AGE @1:7:9\n %10 = load t1 %8 width=1 volatile @-:0:0\n store t1 %8 %10 width=1 volatile\n"
		" copy %5 %6 96\n zero %5 96\n data %6 4096\n %15 = neg t1 %0\n %16 = not t1 %0\n %17 = lnot t1 %0\n %18 = other t1 %0\n"
		" %19 = add t1 %0 %1\n %20 = sub t1 %0 %1\n %21 = mul t1 %0 %1\n %22 = div t1 %0 %1\n %23 = rem t1 %0 %1\n"
		" %24 = shl t1 %0 %1\n %25 = shr t1 %0 %1\n %26 = and t1 %0 %1\n %27 = or t1 %0 %1\n %28 = xor t1 %0 %1\n"
		" %29 = eq t1 %0 %1\n %30 = ne t1 %0 %1\n %31 = lt t1 %0 %1\n %32 = le t1 %0 %1\n %33 = gt t1 %0 %1\n %34 = ge t1 %0 %1\n"
		" %35 = cast t4 %0\n %36 = call t1 %7 ()\n %37 = call - %7 (%0 %35)\n vastart %5\n %39 = vaarg t1 %5\n vacopy %5 %6\n"
		" asm (%0 %5) \"rdtsc; nop\"\n unresolved \"a statement that was lost\"\n jump b1\n"
		"b1:\n branch %0 b2 b3\nb2:\n switch %0 b3 1:b0 -3..-1:b1 7..9:b2\nb3:\n ijump %5 (b0 b1)\nb4:\n return\nb5:\n return %0 \"volatile\"\n"
		"b6:\n unreachable\n"
		"function init_g internal t3 unit=1 init @0:3:9\nb0:\n return\n"
		"function outside external t3 unit=- stub @-:0:0\n");
}

static void empty_module_reads_back(void **state)
{
	(void)state;
	check_canonical(HEAD);
}

static void worked_example_of_the_grammar_is_right(void **state)
{
	(void)state;
	Text text = {0};

	assert_true(file_read(SOURCE_DIR "/analyzer/model/facts.txt", &text));
	const char *example = strstr(text.data, "\n" HEAD);
	assert_non_null(example);
	Module module = parse(example + 1);
	char *once = print(&module);
	check_canonical(once);
	assert_non_null(strstr(once, " %3 = load t1 %2 @55\n"));
	assert_non_null(strstr(once, " branch %5 b1 b2\n"));
	free(once);
	module_release(&module);
	text_release(&text);
}

static void doubles_keep_their_bits(void **state)
{
	(void)state;
	const double values[] = { 0, -0.0, 1, 0.1, 1.0 / 3, -2.5e-300, DBL_MAX, DBL_MIN, DBL_TRUE_MIN, INFINITY, -INFINITY,
		NAN, -NAN, 123456789012345678.0, 3.14159, 1e22, 1e23 };
	Module module = parse(START "function f external t3\nb0:\n return\n");

	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		Instr instr = { .op = OP_CONST_FLOAT, .type = 1, .place = { NONE, 0, 0 }, .a = NONE, .b = NONE, .c = NONE };
		Function *function = &module.functions.items[0];
		memcpy(&instr.imm, &values[i], sizeof instr.imm);
		Instr last = vec_pop(&function->instrs);
		vec_push(&function->instrs, instr);
		vec_push(&function->instrs, last);
		function->blocks.items[0].count++;
	}
	char *text = print(&module);
	Module again = parse(text);
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		assert_memory_equal(&again.functions.items[0].instrs.items[i].imm, &values[i], sizeof(double));
	assert_non_null(strstr(text, "float t1 0.1\n"));
	check_canonical(text);
	free(text);
	module_release(&again);
	module_release(&module);
}

static void strings_keep_their_bytes(void **state)
{
	(void)state;
	char bytes[256];

	for (int i = 0; i < 256; i++)
		bytes[i] = (char)i;
	Module module = parse(START);
	module.units.items[0].message = str_intern_n(bytes, sizeof bytes);
	char *text = print(&module);
	Module again = parse(text);
	assert_true(str_equal(again.units.items[0].message, module.units.items[0].message));
	free(text);
	module_release(&again);
	module_release(&module);
}

static void people_may_write_names(void **state)
{
	(void)state;
	Module module = parse(
		HEAD "\n# a comment\nfile a.c # not the root\n"
		"type struct \"node list\" 128\n\tmember next node_p 0\n member value int 64\n"
		"type pointer node_p 64 \"node list\"\ntype int int 32\ntype function fn -1 int\n"
		"global table external int init=fill defined\n"
		"function first external fn\r\n param p node_p\n local x int\n"
		"entry:\n %a = local p\n %b = load node_p %a\n %c = field node_p %b \"node list\" value\n %d = load int %c\n"
		" %f = func second\n %g = global table\n call int %f (%d, %g)\n switch %d out 1:again, 2:out\n"
		"again:\n %z = int int 0\n branch %z entry out\n"
		"out: # done\n ijump %a (entry out)\n"
		"function second external fn\nfunction fill internal fn init\nb0: \n return\n");
	const Function *first = &module.functions.items[0];

	assert_int_equal(module.types.items[0].elem, NONE);
	assert_int_equal(module.fields.items[0].type, 1);
	assert_int_equal(module.types.items[1].elem, 0);
	assert_int_equal(module.globals.items[0].init, 2);
	assert_int_equal(first->nparams, 1);
	assert_int_equal(first->instrs.items[0].imm, 0);
	assert_int_equal(first->instrs.items[0].type, NONE);
	assert_int_equal(first->instrs.items[2].b, 0);
	assert_int_equal(first->instrs.items[2].imm, 1);
	assert_int_equal(first->instrs.items[4].imm, 1);
	assert_int_equal(first->args.items[0], 3);
	assert_int_equal(first->args.items[1], 5);
	assert_int_equal(first->cases.items[0].target, 1);
	assert_int_equal(first->cases.items[1].target, 2);
	assert_int_equal(first->instrs.items[7].c, 2);
	assert_false(module.functions.items[1].defined);
	assert_int_equal(first->unit, NONE);
	assert_int_equal(first->place.file, NONE);
	module_release(&module);
}

static void places_continue_from_the_one_before(void **state)
{
	(void)state;
	Module module = parse(START "file b.c\nfunction f external t3 @1:2:3\n param p t1 @9\nb0:\n %0 = int t1 1\n %1 = int t1 1 @4:1\n"
		" %2 = int t1 1 @0:4:1\n return @-:0:0\n");
	const Function *f = &module.functions.items[0];
	const Place expected[] = { { 1, 2, 9 }, { 1, 4, 1 }, { 0, 4, 1 }, { NONE, 0, 0 } };

	assert_int_equal(f->place.file, 1);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(f->instrs.items[i].place.file, expected[i].file);
		assert_int_equal(f->instrs.items[i].place.line, expected[i].line);
		assert_int_equal(f->instrs.items[i].place.column, expected[i].column);
	}
	module_release(&module);
}

static void known_functions_are_not_read(void **state)
{
	(void)state;
	static const char text[] = START "function f internal t3 hash=0x5 @0:1:1\n param p t1\nb0:\n return\n"
		"function g internal t3 hash=0x6 @0:7:1\nb0:\n return\n";
	Module all = parse(text), rest = {0};
	Diags diags = {0};
	Map known = {0};

	map_put(&known, function_key(&all, &all.functions.items[0]), 1);
	assert_true(facts_parse_new(text, strlen(text), (Str){0}, &known, &rest, &diags));
	assert_int_equal(rest.functions.len, 2);
	assert_false(rest.functions.items[0].defined);
	assert_int_equal(rest.functions.items[0].hash, 5);
	assert_true(rest.functions.items[1].defined);
	assert_int_equal(rest.functions.items[1].place.line, 7);
	map_release(&known);
	module_release(&all);
	module_release(&rest);
	diags_release(&diags);
}

typedef struct {
	const char *text;
	uint32_t line, column;
	const char *message; /* part of it */
} Malformed;

#define BODY START "function f external t3\n local x t1\nb0:\n" /* 8 types and so on: instructions begin at line 11 */

static const Malformed malformed[] = {
	{ "", 1, 1, "not a facts file" },
	{ "featdep-facts", 1, 1, "not a facts file" },
	{ "\xff\xfe", 1, 1, "not a facts file" },
	{ "featdep-facts x\n", 1, 15, "expected a number" },
	{ "featdep-facts 2\n", 1, 15, "version 2" },
	{ "featdep-facts 99999999999999999999\n", 1, 15, "number too large" },
	{ "featdep-facts 1 2\n", 1, 17, "unexpected '2'" },
	{ HEAD "nonsense 1\n", 2, 1, "unknown entry" },
	{ HEAD "%1 = int t0 1\n", 2, 1, "outside of a block" },
	{ HEAD "return\n", 2, 1, "outside of a block" },
	{ HEAD "b0:\n", 2, 1, "outside of a function" },
	{ HEAD "local x t0\n", 2, 1, "outside of a function" },
	{ HEAD "member x t0 0\n", 2, 7, "without a record" },
	{ HEAD "unit\n", 2, 5, "expected a name" },
	{ HEAD "unit \"a\n", 2, 6, "no closing quote" },
	{ HEAD "unit \"a\\q\"\n", 2, 9, "unknown escape" },
	{ HEAD "unit \"a\\x4\"\n", 2, 9, "unknown escape" },
	{ HEAD "unit \"a\\", 2, 9, "unknown escape" },
	{ HEAD "unit a.c colour=red\n", 2, 10, "unknown attribute \"colour=\"" },
	{ HEAD "unit a.c status=fine\n", 2, 17, "expected a status" },
	{ HEAD "file a.c (\n", 2, 10, "expected an attribute" },
	{ HEAD "type thing x 1\n", 2, 6, "expected a kind of type" },
	{ HEAD "type int x y\n", 2, 12, "expected a number" },
	{ HEAD "type int x 32 wide\n", 2, 15, "there is no type \"wide\"" },
	{ HEAD "type int x 99999999999999999999\n", 2, 12, "number too large" },
	{ HEAD "type pointer x 64\n", 2, 1, "there is no type -1" },
	{ HEAD "type pointer x 64 t7\n", 2, 1, "there is no type 7" },
	{ HEAD "type pointer x 64 t0\n", 2, 1, "made of itself" },
	{ HEAD "type int x 32 t0\n", 2, 1, "have no element type" },
	{ HEAD "type int x 32\n member a t0 0\n", 2, 1, "int types have no members" },
	{ HEAD "type struct s 32\n member a t0 0\n", 2, 1, "holds itself by value" },
	{ HEAD "type struct s 32\n member a t1 0\ntype array a 32 t0\n", 2, 1, "holds itself by value" },
	{ HEAD "type struct s 32\n member a t4 0\n", 3, 2, "there is no type 4" },
	{ HEAD "type int i 32\ntype struct s 32\n member a t0 -8\n", 4, 2, "negative offset" },
	{ START "global g outer t1\n", 8, 10, "expected a linkage" },
	{ START "global g external t9\n", 8, 1, "there is no type 9" },
	{ START "global g external t1 unit=3\n", 8, 1, "there is no unit 3" },
	{ START "global g external t1 owner=4\n", 8, 1, "there is no function 4" },
	{ START "global g external t1 init=f\n", 8, 27, "there is no function \"f\"" },
	{ START "global g external t1 init=0\nfunction f external t3\n", 8, 1, "not an initialiser" },
	{ START "global g external t1 @0:1:2:3\n", 8, 29, "at most three" },
	{ START "global g external t1 @5:1:2\n", 8, 1, "there is no file 5" },
	{ START "global g external t1 @-:2\n", 8, 26, "expected @-:LINE:COLUMN" },
	{ START "global g external t1 @x\n", 8, 23, "expected a number" },
	{ START "function f external t1\n", 8, 1, "not that of a function" },
	{ START "function f external t3 hash=12\n", 8, 29, "expected a hexadecimal" },
	{ START "function f external t3 hash=0x\n", 8, 29, "1 to 16 hexadecimal" },
	{ START "function f external t3 hash=0x11112222333344445\n", 8, 29, "1 to 16 hexadecimal" },
	{ START "function f external t3\n local x t1\n param y t1\n", 10, 2, "parameter after a local" },
	{ START "function f external t3\n local x t7\n", 8, 1, "there is no type 7" },
	{ START "function f external t3\nb1:\n", 9, 1, "this is block b0" },
	{ START "function f external t3\nb0:\n", 8, 1, "block 0 is empty" },
	{ BODY " %1 = int t1 1\n return\n", 11, 2, "this is value %0" },
	{ BODY " %0 int t1 1\n return\n", 11, 5, "expected '='" },
	{ BODY " %0 = frobnicate t1 1\n", 11, 7, "unknown operation" },
	{ BODY " %0 = return\n", 11, 2, "return has no result" },
	{ BODY " %0 = int t1\n", 11, 13, "expected a number" },
	{ BODY " %0 = int t1 9223372036854775808\n", 11, 14, "number too large" },
	{ BODY " %0 = int t1 1 text more\n", 11, 21, "after the text" },
	{ BODY " %0 = float t1 abc\n", 11, 16, "expected a floating-point number" },
	{ BODY " %0 = float t1 1.5.5\n", 11, 16, "malformed floating-point" },
	{ BODY " %0 = load t1 7\n", 11, 15, "expected a value" },
	{ BODY " %0 = load t1 %7\n return\n", 11, 2, "there is no value 7" },
	{ BODY " %0 = load t1 %0\n return\n", 11, 2, "its own operand" },
	{ BODY " %0 = local x\n %1 = load - %0\n return\n", 12, 2, "load without a type" },
	{ BODY " %0 = int t1 0\n zero %0 8\n %2 = load t1 %1\n return\n", 13, 2, "has no result" },
	{ BODY " %0 = local 4\n return\n", 11, 2, "there is no local 4" },
	{ BODY " %0 = local y\n return\n", 11, 13, "there is no local \"y\"" },
	{ BODY " %0 = global 4\n return\n", 11, 2, "there is no global 4" },
	{ BODY " %0 = func 4\n return\n", 11, 2, "there is no function 4" },
	{ BODY " %0 = func -\n return\n", 11, 2, "there is no function 4294967295" },
	{ BODY " %0 = local x\n %1 = field t2 %0 t1 0\n return\n", 12, 2, "type 1 is not a record" },
	{ BODY " %0 = local x\n %1 = field t2 %0 t1 age\n return\n", 12, 22, "there is no member \"age\"" },
	{ BODY " %0 = local x\n %1 = elem t2 %0 %0 0\n return\n", 12, 2, "element size 0" },
	{ BODY " %0 = local x\n %1 = load t1 %0 width=400\n return\n", 12, 2, "width 400" },
	{ BODY " %0 = local x\n zero %0 -8\n return\n", 12, 2, "size -8" },
	{ BODY " %0 = func f\n %1 = call t1 %0\n return\n", 12, 17, "expected a list" },
	{ BODY " %0 = func f\n %1 = call t1 %0 (%0\n return\n", 12, 21, "expected a value" },
	{ BODY " %0 = func f\n %1 = call t1 %0 (%8)\n return\n", 12, 2, "there is no value 8" },
	{ BODY " jump b7\n", 11, 2, "there is no block 7" },
	{ BODY " jump away\n", 11, 7, "there is no block \"away\"" },
	{ BODY " %0 = int t1 1\n switch %0 b0 5:\n", 12, 17, "expected a block" },
	{ BODY " %0 = int t1 1\n switch %0 b0 5 b0\n", 12, 16, "expected ':'" },
	{ BODY " %0 = int t1 1\n switch %0 b0 5..4:b0\n", 12, 2, "empty case range" },
	{ BODY " %0 = int t1 1\n switch %0 b0 5:b9\n", 12, 2, "there is no block 9" },
	{ BODY " %0 = int t1 1\n", 11, 2, "does not end with a jump" },
	{ BODY " return\n return\n", 11, 2, "return in the middle" },
	{ BODY " return @\n", 11, 10, "expected a number" },
	{ BODY " return %x\n", 11, 9, "there is no value \"x\"" },
	{ BODY " %a = int t1 1\n %a = int t1 2\n return %a\n", 13, 9, "several values \"a\"" },
	{ START "function f external t3\n local x t1\n local x t1\nb0:\n %0 = local x\n return\n", 12, 13, "several locals \"x\"" },
	{ START "global g external t1 init=f\nfunction f internal t3 init\nb0:\n %0 = func f\n return\n", 11, 2, "address of an initialiser" },
};

static void malformed_facts_are_refused_with_a_position(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++) {
		const Malformed *one = &malformed[i];
		Module module = {0};
		Diags diags = {0};
		assert_false(facts_parse(one->text, strlen(one->text), str_intern("bad.facts"), &module, &diags));
		assert_int_equal(diags.errors, 1);
		assert_int_equal(diags.items.len, 1);
		const Diag *diag = &diags.items.items[0];
		if (!strstr(str_text(diag->message), one->message) || diag->line != one->line || diag->column != one->column)
			fail_msg("%s---\n%u:%u: %s\nbut expected %u:%u: %s", one->text, diag->line, diag->column,
				str_text(diag->message), one->line, one->column, one->message);
		assert_string_equal(str_text(diag->file), "bad.facts");
		assert_null(module.types.items);
		assert_null(module.functions.items);
		diags_release(&diags);
	}
}

static void every_prefix_is_read_or_refused(void **state)
{
	(void)state;
	static const char text[] = START "global g external t1 @0:1:1\nfunction f external t3 hash=0x1 @0:2:1\n param p t1\n"
		"b0:\n %0 = float t1 1.25 x\n %1 = func f\n %2 = call t1 %1 (%0 %0)\n switch %2 b0 1..2:b0\n";

	for (size_t length = 0; length < sizeof text; length++) {
		Module module = {0};
		Diags diags = {0};
		char *exact = mem_alloc(length); /* not terminated: a read beyond it is an error of the sanitizer */
		memcpy(exact, text, length);
		bool read = facts_parse(exact, length, (Str){0}, &module, &diags);
		assert_int_equal(read, diags.errors == 0);
		module_release(&module);
		diags_release(&diags);
		free(exact);
	}
}

/* A chain of 50 000 pointers and a record of as many members: nothing recurses, nothing is quadratic. */
static void large_input_is_read_in_one_pass(void **state)
{
	(void)state;
	enum { COUNT = 50000 };
	Text text = {0};

	text_put(&text, HEAD "type int int 32\n");
	for (int i = 0; i < COUNT; i++)
		text_printf(&text, "type pointer p%d 64 t%d\n", i, i);
	text_put(&text, "type struct wide 32\n");
	for (int i = 0; i < COUNT; i++)
		text_printf(&text, " member m%d int %d\n", i, 32 * i);
	for (int i = 0; i < COUNT; i++)
		text_printf(&text, "type array a%d -1 t%d\n", i, i ? COUNT + 1 + i : COUNT + 1);
	text_printf(&text, "type function fn -1 int\nfunction f external fn\nb0:\n %%p = undef -\n");
	for (int i = 0; i < COUNT; i++)
		text_printf(&text, " %%v%d = field - %%p wide m%d\n", i, COUNT - 1 - i);
	text_put(&text, " return\n");
	Module module = parse(text_data(&text));
	assert_int_equal(module.functions.items[0].instrs.items[1].imm, COUNT - 1);
	module_release(&module);
	text_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_operation_reads_back),
		cmocka_unit_test(empty_module_reads_back),
		cmocka_unit_test(worked_example_of_the_grammar_is_right),
		cmocka_unit_test(doubles_keep_their_bits),
		cmocka_unit_test(strings_keep_their_bytes),
		cmocka_unit_test(people_may_write_names),
		cmocka_unit_test(places_continue_from_the_one_before),
		cmocka_unit_test(known_functions_are_not_read),
		cmocka_unit_test(malformed_facts_are_refused_with_a_position),
		cmocka_unit_test(every_prefix_is_read_or_refused),
		cmocka_unit_test(large_input_is_read_in_one_pass),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
