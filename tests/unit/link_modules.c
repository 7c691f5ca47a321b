/* Linking, with facts as input: several units in one string, each beginning with its version line. */
#include "link/link.h"
#include "model/facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define HEAD "featdep-facts 1\n"
#define TYPES "type void void -1\ntype int int 32 signed\ntype pointer \"int *\" 64 int\n" \
	"type function \"int (void)\" -1 int\n"
#define F "\"int (void)\""
/* A unit of one file. */
#define UNIT(name) HEAD "unit " name "\nfile " name "\n" TYPES

typedef struct {
	Module program;
	Diags diags;
} Linked;

static Module parse(const char *text, size_t length)
{
	Module module = {0};
	Diags diags = {0};

	if (!facts_parse(text, length, str_intern("test"), &module, &diags)) {
		Text message = {0};
		diag_print(&diags.items.items[0], &message);
		fail_msg("%s\n%.*s", text_data(&message), (int)length, text);
	}
	diags_release(&diags);
	return module;
}

static void check_sound(const Module *module)
{
	Text problem = {0};

	if (!module_check(module, &problem))
		fail_msg("%s", text_data(&problem));
	text_release(&problem);
}

/* Links the modules in TEXT with both interfaces, which must agree. */
static Linked link_text(const char *text)
{
	Module modules[16];
	const Module *pointers[16];
	size_t count = 0;
	Linked linked = {0};
	Module streamed = {0};
	Diags ignored = {0};
	Text whole = {0}, piecewise = {0};

	Linker *linker = linker_new();
	for (const char *start = text; start && *start; count++) {
		const char *next = strstr(start + 1, HEAD);
		size_t length = next ? (size_t)(next - start) : strlen(start);
		Module unit = {0};
		modules[count] = parse(start, length);
		pointers[count] = &modules[count];
		assert_true(facts_parse_new(start, length, str_intern("test"), linker_known(linker), &unit, &ignored));
		linker_add(linker, &unit);
		assert_int_equal(unit.functions.len, 0);
		start = next;
	}
	linker_finish(linker, &streamed, &ignored);
	link_modules(pointers, count, &linked.program, &linked.diags);
	check_sound(&linked.program);
	check_sound(&streamed);
	facts_print(&linked.program, &whole);
	facts_print(&streamed, &piecewise);
	assert_string_equal(text_data(&whole), text_data(&piecewise));
	while (count)
		module_release(&modules[--count]);
	text_release(&whole);
	text_release(&piecewise);
	module_release(&streamed);
	diags_release(&ignored);
	return linked;
}

static void release(Linked *linked)
{
	module_release(&linked->program);
	diags_release(&linked->diags);
}

static uint32_t count_functions(const Linked *linked, const char *name)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < linked->program.functions.len; i++)
		count += str_is(linked->program.functions.items[i].name, name);
	return count;
}

static uint32_t count_globals(const Linked *linked, const char *name)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < linked->program.globals.len; i++)
		count += str_is(linked->program.globals.items[i].name, name);
	return count;
}

static uint32_t count_types(const Linked *linked, const char *name)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < linked->program.types.len; i++)
		count += type_is_named(&linked->program.types.items[i], name);
	return count;
}

/* The N-th function of this name. */
static const Function *function_at(const Linked *linked, const char *name, uint32_t n)
{
	for (uint32_t i = 0; i < linked->program.functions.len; i++)
		if (str_is(linked->program.functions.items[i].name, name) && n-- == 0)
			return &linked->program.functions.items[i];
	fail_msg("there is no function %s", name);
	return NULL;
}

/* The unit of the first function that FUNCTION takes the address of. */
static const char *callee_unit(const Linked *linked, const Function *function)
{
	for (uint32_t i = 0; i < function->instrs.len; i++) {
		if (function->instrs.items[i].op == OP_ADDR_FUNC) {
			const Function *callee = &linked->program.functions.items[function->instrs.items[i].imm];
			return callee->unit == NONE ? "" : str_text(linked->program.units.items[callee->unit].name);
		}
	}
	fail_msg("%s calls nothing", str_text(function->name));
	return NULL;
}

static const Function *callee(const Linked *linked, const Function *function)
{
	for (uint32_t i = 0; i < function->instrs.len; i++)
		if (function->instrs.items[i].op == OP_ADDR_FUNC)
			return &linked->program.functions.items[function->instrs.items[i].imm];
	return NULL;
}

#define CALL(name) "b0:\n %f = func " name "\n %r = call int %f ()\n return %r\n"
#define ZERO "b0:\n %z = int int 0\n return %z\n"

static void statics_stay_apart(void **state)
{
	(void)state;
	Linked linked = link_text(
		UNIT("a.c") "global n internal int defined @0:1:1\n"
		"function helper internal " F " @0:2:1\n" ZERO "function a external " F " @0:3:1\n" CALL("helper")
		UNIT("b.c") "global n internal int defined @0:1:1\n"
		"function helper internal " F " @0:2:1\n" ZERO "function b external " F " @0:3:1\n" CALL("helper"));

	assert_int_equal(count_functions(&linked, "helper"), 2);
	assert_int_equal(count_globals(&linked, "n"), 2);
	assert_string_equal(callee_unit(&linked, function_at(&linked, "a", 0)), "a.c");
	assert_string_equal(callee_unit(&linked, function_at(&linked, "b", 0)), "b.c");
	assert_int_equal(linked.diags.items.len, 0);
	release(&linked);
}

static void declaration_meets_definition(void **state)
{
	(void)state;
	Linked linked = link_text(
		UNIT("a.c") "global limit external int @0:1:1\nfunction rank external " F " note=\"featdep:signal:r\" @0:2:1\n"
		" param x int note=\"featdep:input:\"\nfunction a external " F " @0:3:1\nb0:\n %f = func rank\n %r = call int %f ()\n"
		" %g = global limit\n %v = load int %g\n return %v\n"
		UNIT("b.c") "global limit external int defined @0:1:1\nfunction rank external " F " @0:2:1\n param x int\n" ZERO);

	assert_int_equal(count_functions(&linked, "rank"), 1);
	assert_int_equal(count_globals(&linked, "limit"), 1);
	const Function *rank = function_at(&linked, "rank", 0);
	assert_true(rank->defined);
	assert_string_equal(str_text(rank->annotation), "featdep:signal:r");
	assert_string_equal(str_text(rank->locals.items[0].annotation), "featdep:input:");
	assert_string_equal(str_text(linked.program.units.items[rank->unit].name), "b.c");
	assert_true(linked.program.globals.items[0].defined);
	release(&linked);
}

#define HEADER_UNIT(name) HEAD "unit " name "\nfile " name "\nfile h.h\n" TYPES
#define CLAMP "function clamp internal " F " hash=0x77 inline @1:5:1\n" ZERO

static void header_functions_are_one(void **state)
{
	(void)state;
	Linked linked = link_text(
		HEADER_UNIT("a.c") CLAMP "function a external " F " @0:3:1\n" CALL("clamp")
		HEADER_UNIT("b.c") CLAMP "function b external " F " @0:3:1\n" CALL("clamp")
		HEADER_UNIT("c.c") "function clamp internal " F " hash=0x78 inline @1:5:1\n" ZERO
		"function c external " F " @0:3:1\n" CALL("clamp"));

	assert_int_equal(count_functions(&linked, "clamp"), 2);
	assert_string_equal(callee_unit(&linked, function_at(&linked, "b", 0)), "a.c");
	assert_string_equal(callee_unit(&linked, function_at(&linked, "c", 0)), "c.c");
	release(&linked);
}

#define TABLE "global table internal int init=fill defined const @1:9:1\n" \
	"function fill internal " F " hash=0x51 init @1:9:1\nb0:\n %g = global table\n %z = int int 1\n store int %g %z\n return\n" \
	"function look internal " F " hash=0x52 @1:10:1\nb0:\n %g = global table\n %v = load int %g\n return %v\n"

static void header_constants_are_one(void **state)
{
	(void)state;
	Linked linked = link_text(
		HEADER_UNIT("a.c") TABLE "function a external " F " @0:3:1\n" CALL("look")
		HEADER_UNIT("b.c") TABLE "function b external " F " @0:3:1\n" CALL("look"));

	assert_int_equal(count_functions(&linked, "look"), 1);
	assert_int_equal(count_functions(&linked, "fill"), 1);
	assert_int_equal(count_globals(&linked, "table"), 1);
	assert_true(linked.program.functions.items[linked.program.globals.items[0].init].is_init);
	release(&linked);
}

#define COUNTER "global hits internal int defined @1:9:1\n" \
	"function hit internal " F " hash=0x61 @1:10:1\nb0:\n %g = global hits\n %v = load int %g\n return %v\n" \
	"function twice internal " F " hash=0x62 @1:11:1\n" CALL("hit")

static void header_functions_with_state_stay_apart(void **state)
{
	(void)state;
	Linked linked = link_text(
		HEADER_UNIT("a.c") COUNTER "function a external " F " @0:3:1\n" CALL("twice")
		HEADER_UNIT("b.c") COUNTER "function b external " F " @0:3:1\n" CALL("twice"));

	assert_int_equal(count_globals(&linked, "hits"), 2);
	assert_int_equal(count_functions(&linked, "hit"), 2);
	assert_int_equal(count_functions(&linked, "twice"), 2);
	assert_string_equal(callee_unit(&linked, function_at(&linked, "b", 0)), "b.c");
	release(&linked);
}

static void static_locals_go_with_their_function(void **state)
{
	(void)state;
	static const char header[] =
		"global seen none int owner=next defined @1:4:3\nglobal step none int owner=plain defined const @1:8:3\n"
		"function next internal " F " hash=0x71 @1:3:1\nb0:\n %g = global seen\n %v = load int %g\n return %v\n"
		"function plain internal " F " hash=0x72 @1:7:1\nb0:\n %g = global step\n %v = load int %g\n return %v\n";
	Text text = {0};

	text_printf(&text, "%s%s%s%s", HEADER_UNIT("a.c"), header, HEADER_UNIT("b.c"), header);
	Linked linked = link_text(text_data(&text));
	assert_int_equal(count_functions(&linked, "next"), 2);
	assert_int_equal(count_globals(&linked, "seen"), 2);
	assert_int_equal(count_functions(&linked, "plain"), 1);
	assert_int_equal(count_globals(&linked, "step"), 1);
	for (uint32_t i = 0; i < linked.program.globals.len; i++)
		assert_true(linked.program.globals.items[i].owner < linked.program.functions.len);
	text_release(&text);
	release(&linked);
}

static void included_source_is_read_again_for_its_own_unit(void **state)
{
	(void)state;
	/* b.c is included by a.c and is a unit too: what is static in it and has no state is one function. */
	Linked linked = link_text(
		HEAD "unit a.c\nfile a.c\nfile b.c\n" TYPES "function part internal " F " hash=0x81 @1:2:1\n" ZERO
		"function b external " F " hash=0x82 @1:3:1\n" CALL("part")
		HEAD "unit b.c\nfile b.c\n" TYPES "function part internal " F " hash=0x81 @0:2:1\n" ZERO
		"function b external " F " hash=0x82 @0:3:1\n" CALL("part"));

	assert_int_equal(count_functions(&linked, "part"), 1);
	assert_int_equal(count_functions(&linked, "b"), 2);
	assert_true(callee(&linked, function_at(&linked, "b", 1))->defined);
	release(&linked);
}

static void two_programs_keep_their_mains(void **state)
{
	(void)state;
	Linked linked = link_text(
		UNIT("tools/a/main.c") "function main external " F " @0:1:1\n" CALL("usage") "function usage external " F " @0:9:1\n"
		UNIT("tools/a/usage.c") "function usage external " F " @0:2:1\n" ZERO
		UNIT("tools/b/usage.c") "function usage external " F " @0:3:1\n" ZERO
		UNIT("tools/b/main.c") "function main external " F " @0:1:1\n" CALL("usage") "function usage external " F " @0:9:1\n"
		UNIT("other/c.c") "function c external " F " @0:1:1\n" CALL("usage") "function usage external " F " @0:9:1\n");

	assert_int_equal(count_functions(&linked, "main"), 2);
	assert_int_equal(count_functions(&linked, "usage"), 2);
	assert_string_equal(callee_unit(&linked, function_at(&linked, "main", 0)), "tools/a/usage.c");
	assert_string_equal(callee_unit(&linked, function_at(&linked, "main", 1)), "tools/b/usage.c");
	assert_string_equal(callee_unit(&linked, function_at(&linked, "c", 0)), "tools/a/usage.c");
	assert_int_equal(linked.diags.items.len, 1);
	const Diag *note = &linked.diags.items.items[0];
	assert_int_equal(note->level, DIAG_NOTE);
	assert_string_equal(str_text(note->message),
		"\"usage\" is defined in tools/a/usage.c and tools/b/usage.c; each user of it gets the nearest");
	assert_string_equal(str_text(note->file), "tools/a/usage.c");
	assert_int_equal(note->line, 2);
	release(&linked);
}

static void many_definitions_are_counted(void **state)
{
	(void)state;
	Text text = {0};

	for (int i = 0; i < 5; i++)
		text_printf(&text, HEAD "unit d%d/u.c\nfile d%d/u.c\n" TYPES "global debug external int defined @0:1:1\n", i, i);
	text_put(&text, UNIT("d4/x.c") "global debug external int @0:1:1\nfunction x external " F " @0:2:1\n"
		"b0:\n %g = global debug\n %v = load int %g\n return %v\n");
	Linked linked = link_text(text_data(&text));
	assert_int_equal(count_globals(&linked, "debug"), 5);
	const Instr *address = &function_at(&linked, "x", 0)->instrs.items[0];
	assert_string_equal(str_text(linked.program.units.items[linked.program.globals.items[address->imm].unit].name), "d4/u.c");
	assert_string_equal(str_text(linked.diags.items.items[0].message),
		"\"debug\" is defined in d0/u.c, d1/u.c and 3 more; each user of it gets the nearest");
	text_release(&text);
	release(&linked);
}

static void variants_choose_their_own(void **state)
{
	(void)state;
	static const char unit[] = "%sunit a.c variant=%s\nfile a.c\n" TYPES
		"function f external " F " hash=0x%d @0:1:1\nb0:\n %%z = int int %d\n return %%z\n";
	Text text = {0};

	text_printf(&text, unit, HEAD, "A", 11, 1);
	text_printf(&text, unit, HEAD, "B", 12, 2);
	text_put(&text, HEAD "unit b.c variant=A\nfile b.c\n" TYPES "function f external " F " @0:1:1\nfunction gA external " F
		" @0:2:1\n" CALL("f"));
	text_put(&text, HEAD "unit b.c variant=B\nfile b.c\n" TYPES "function f external " F " @0:1:1\nfunction gB external " F
		" @0:2:1\n" CALL("f"));
	Linked linked = link_text(text_data(&text));
	assert_int_equal(count_functions(&linked, "f"), 2);
	const Function *a = callee(&linked, function_at(&linked, "gA", 0)), *b = callee(&linked, function_at(&linked, "gB", 0));
	assert_string_equal(str_text(linked.program.units.items[a->unit].variant), "A");
	assert_string_equal(str_text(linked.program.units.items[b->unit].variant), "B");
	assert_string_equal(str_text(linked.diags.items.items[0].message),
		"\"f\" is defined in a.c (A) and a.c (B); each user of it gets the nearest");
	text_release(&text);
	release(&linked);
}

static void equal_units_are_dropped(void **state)
{
	(void)state;
	Linked linked = link_text(
		UNIT("a.c") "function f external " F " @0:1:1\n" ZERO
		UNIT("a.c") "function f external " F " @0:1:1\n" ZERO
		HEAD "unit a.c variant=\"-DX\"\nfile a.c\n" TYPES "function f external " F " @0:1:1\n" ZERO
		UNIT("b.c") "function g external " F " @0:1:1\n" ZERO);

	assert_int_equal(linked.program.units.len, 2);
	assert_int_equal(count_functions(&linked, "f"), 1);
	assert_int_equal(linked.diags.items.len, 1);
	assert_string_equal(str_text(linked.diags.items.items[0].message), "2 units are built again with equal facts, analysed once");
	release(&linked);
}

static void tentative_definitions_merge(void **state)
{
	(void)state;
	Linked linked = link_text(
		UNIT("a.c") "global n external int defined tentative @0:1:1\nglobal m external int defined tentative @0:2:1\n"
		UNIT("b.c") "global n external int defined tentative @0:1:1\nglobal m external int init=m0 defined @0:2:1\n"
		"function m0 internal " F " init @0:2:1\nb0:\n %g = global m\n %z = int int 5\n store int %g %z\n return\n"
		UNIT("c.c") "global n external int @0:1:1\nglobal m external int defined tentative @0:2:1\n"
		"function c external " F " @0:3:1\nb0:\n %g = global n\n %h = global m\n %v = load int %h\n return %v\n");

	assert_int_equal(count_globals(&linked, "n"), 1);
	assert_int_equal(count_globals(&linked, "m"), 1);
	const Instr *address = &function_at(&linked, "c", 0)->instrs.items[1];
	assert_true(linked.program.globals.items[address->imm].init != NONE);
	assert_false(linked.program.globals.items[address->imm].is_tentative);
	assert_int_equal(linked.diags.items.len, 0);
	release(&linked);
}

static void records_merge_by_layout(void **state)
{
	(void)state;
	static const char node[] = "type struct node 128\n member next \"node *\" 0\n member value int 64\n"
		"type pointer \"node *\" 64 node\nglobal head external node @0:1:1\n";
	static const char other[] = "type struct node 128\n member value int 0\n member next \"node *\" 64\n"
		"type pointer \"node *\" 64 node\nglobal other external node defined @0:1:1\n";
	Text text = {0};

	text_printf(&text, "%s%s%s%s%s%s", UNIT("a.c"), node, UNIT("b.c"), node, UNIT("c.c"), other);
	Linked linked = link_text(text_data(&text));
	assert_int_equal(count_types(&linked, "struct node"), 2);
	assert_int_equal(count_types(&linked, "int"), 1);
	for (uint32_t i = 0; i < linked.program.types.len; i++) {
		const Type *type = &linked.program.types.items[i];
		if (type->kind != TY_STRUCT)
			continue;
		for (uint32_t m = 0; m < type->nfields; m++) {
			const Field *field = &linked.program.fields.items[type->first_field + m];
			if (str_is(field->name, "next"))
				assert_int_equal(linked.program.types.items[field->type].elem, i);
		}
	}
	text_release(&text);
	release(&linked);
}

static void records_learn_alias_and_annotations(void **state)
{
	(void)state;
	Linked linked = link_text(
		UNIT("a.c") "type struct row 32\n member age int 0\nglobal r external row defined @0:1:1\n"
		UNIT("b.c") "type struct row 32 alias=Row\n member age int 0 note=\"featdep:signal:age\"\nglobal r external row @0:1:1\n");

	assert_int_equal(count_types(&linked, "Row"), 1);
	assert_int_equal(count_types(&linked, "struct row"), 1);
	assert_string_equal(str_text(linked.program.fields.items[0].annotation), "featdep:signal:age");
	release(&linked);
}

static void undefined_symbols_stay(void **state)
{
	(void)state;
	Linked linked = link_text(
		UNIT("a.c") "function read_sensor external " F " @0:1:1\n param \"\" int\nfunction a external " F " @0:2:1\n"
		CALL("read_sensor")
		UNIT("b.c") "function read_sensor external " F " @0:1:1\n param channel int\nfunction b external " F " @0:2:1\n"
		CALL("read_sensor")
		HEAD "unit c.c\nfile c.c\nfile /usr/include/s.h system\n" TYPES "function unused_libc external " F " @1:1:1\n"
		"function unused_own external " F " @0:1:1\n");

	const Function *sensor = function_at(&linked, "read_sensor", 0);
	assert_int_equal(count_functions(&linked, "read_sensor"), 1);
	assert_false(sensor->defined);
	assert_int_equal(sensor->nparams, 1);
	assert_string_equal(str_text(sensor->locals.items[0].name), "channel");
	assert_int_equal(count_functions(&linked, "unused_libc"), 0);
	assert_int_equal(count_functions(&linked, "unused_own"), 1);
	release(&linked);
}

#define STUBS HEAD "unit stubs/string.c\nfile stubs/string.c system\n" TYPES \
	"global stub_state internal int defined @0:1:1\n" \
	"function memcpy external " F " stub @0:2:1\n" CALL("copy_bytes") \
	"function copy_bytes internal " F " stub @0:3:1\nb0:\n %g = global stub_state\n %v = load int %g\n return %v\n" \
	"function strlen external " F " stub @0:4:1\n" ZERO \
	"function run_stub internal " F " stub note=\"featdep:field-stub:OrtApi.Run\" @0:5:1\n" ZERO

static void stubs_come_when_asked_for(void **state)
{
	(void)state;
	Linked linked = link_text(
		UNIT("a.c") "function memcpy external " F " @0:9:1\nfunction a external " F " @0:1:1\n" CALL("memcpy") STUBS);

	const Function *memory = callee(&linked, function_at(&linked, "a", 0));
	assert_true(memory->defined && memory->is_stub);
	assert_int_equal(memory->unit, NONE);
	assert_int_equal(count_functions(&linked, "memcpy"), 1);
	assert_int_equal(count_functions(&linked, "copy_bytes"), 1);
	assert_int_equal(count_globals(&linked, "stub_state"), 1);
	assert_int_equal(count_functions(&linked, "strlen"), 0);
	assert_int_equal(count_functions(&linked, "run_stub"), 0);
	assert_int_equal(linked.program.units.len, 1);
	release(&linked);
}

static void users_definition_beats_a_stub(void **state)
{
	(void)state;
	Linked linked = link_text(
		STUBS UNIT("a.c") "function memcpy external " F " @0:9:1\nfunction a external " F " @0:1:1\n" CALL("memcpy")
		UNIT("b.c") "function memcpy external " F " @0:9:1\n" ZERO);

	const Function *memory = callee(&linked, function_at(&linked, "a", 0));
	assert_int_equal(count_functions(&linked, "memcpy"), 1);
	assert_false(memory->is_stub);
	assert_int_equal(count_functions(&linked, "copy_bytes"), 0);
	assert_int_equal(count_globals(&linked, "stub_state"), 0);
	assert_int_equal(linked.program.files.len, 2);
	release(&linked);
}

static void stubs_call_the_users_definitions(void **state)
{
	(void)state;
	Linked linked = link_text(
		UNIT("a.c") "function strdup external " F " @0:9:1\nfunction malloc external " F " @0:5:1\n" ZERO
		"function a external " F " @0:1:1\n" CALL("strdup")
		HEAD "unit s.c\nfile s.c system\n" TYPES "function malloc external " F " stub @0:1:1\n" ZERO
		"function strdup external " F " stub @0:2:1\n" CALL("malloc"));

	const Function *duplicate = callee(&linked, function_at(&linked, "a", 0));
	assert_true(duplicate->is_stub);
	assert_string_equal(callee_unit(&linked, duplicate), "a.c");
	assert_int_equal(count_functions(&linked, "malloc"), 1);
	release(&linked);
}

static void field_stubs_come_with_their_record(void **state)
{
	(void)state;
	Linked linked = link_text(
		UNIT("a.c") "type struct OrtApi 64\n member Run int 0\nglobal api external OrtApi @0:1:1\n" STUBS);

	assert_int_equal(count_functions(&linked, "run_stub"), 1);
	assert_string_equal(str_text(function_at(&linked, "run_stub", 0)->annotation), "featdep:field-stub:OrtApi.Run");
	assert_int_equal(count_functions(&linked, "memcpy"), 0);
	release(&linked);
}

static void stub_units_alone_make_an_empty_program(void **state)
{
	(void)state;
	Linked linked = link_text(STUBS);

	assert_int_equal(linked.program.functions.len, 0);
	assert_int_equal(linked.program.types.len, 0);
	assert_int_equal(linked.program.files.len, 0);
	release(&linked);
}

static void failed_units_are_listed(void **state)
{
	(void)state;
	Linked linked = link_text(HEAD "unit a.c status=crashed message=\"libclang crashed\"\n" UNIT("b.c"));

	assert_int_equal(linked.program.units.len, 2);
	assert_int_equal(linked.program.units.items[0].status, UNIT_CRASHED);
	release(&linked);
}

static void program_can_be_linked_again(void **state)
{
	(void)state;
	Linked first = link_text(
		UNIT("a.c") "function memcpy external " F " @0:9:1\nfunction a external " F " @0:1:1\n" CALL("memcpy") STUBS);
	Text text = {0}, again = {0};

	facts_print(&first.program, &text);
	Linked second = link_text(text_data(&text));
	facts_print(&second.program, &again);
	assert_string_equal(text_data(&text), text_data(&again));
	text_release(&text);
	text_release(&again);
	release(&first);
	release(&second);
}

static void nothing_makes_nothing(void **state)
{
	(void)state;
	Linked linked = {0};

	link_modules(NULL, 0, &linked.program, &linked.diags);
	assert_int_equal(linked.program.units.len, 0);
	check_sound(&linked.program);
	release(&linked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(statics_stay_apart),
		cmocka_unit_test(declaration_meets_definition),
		cmocka_unit_test(header_functions_are_one),
		cmocka_unit_test(header_constants_are_one),
		cmocka_unit_test(header_functions_with_state_stay_apart),
		cmocka_unit_test(static_locals_go_with_their_function),
		cmocka_unit_test(included_source_is_read_again_for_its_own_unit),
		cmocka_unit_test(two_programs_keep_their_mains),
		cmocka_unit_test(many_definitions_are_counted),
		cmocka_unit_test(variants_choose_their_own),
		cmocka_unit_test(equal_units_are_dropped),
		cmocka_unit_test(tentative_definitions_merge),
		cmocka_unit_test(records_merge_by_layout),
		cmocka_unit_test(records_learn_alias_and_annotations),
		cmocka_unit_test(undefined_symbols_stay),
		cmocka_unit_test(stubs_come_when_asked_for),
		cmocka_unit_test(users_definition_beats_a_stub),
		cmocka_unit_test(stubs_call_the_users_definitions),
		cmocka_unit_test(field_stubs_come_with_their_record),
		cmocka_unit_test(stub_units_alone_make_an_empty_program),
		cmocka_unit_test(failed_units_are_listed),
		cmocka_unit_test(program_can_be_linked_again),
		cmocka_unit_test(nothing_makes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
