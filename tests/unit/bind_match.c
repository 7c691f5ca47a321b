/* Entries, packs and annotations matched with small programs. */
#include "bind/bind.h"
#include "bind/names.h"
#include "model/facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <time.h>

#include <cmocka.h>

static const char program_text[] =
	"featdep-facts 1\n"
	"unit src/app.c\n"
	"file src/app.c\n"
	"file lib/util.c\n"
	"file /usr/include/math.h system\n"
	"file stubs/libc.c system\n"
	"type int int 32 signed\n"
	"type float double 64\n"
	"type struct profile 128 alias=Profile\n"
	" member age int 0\n"
	" member income double 64\n"
	"type struct feature_node 128\n"
	" member index int 0\n"
	" member value double 64\n"
	"type struct outer.inner 32\n"
	" member x int 0\n"
	"type pointer \"double *\" 64 double\n"
	"type pointer \"struct feature_node *\" 64 feature_node\n"
	"type function \"double ()\" -1 double\n"
	"type void void -1\n"
	"type function \"void ()\" -1 void\n"
	"global g_clock external int defined @0:3:5\n"
	"global features internal int defined @0:4:5\n"
	"global environ external int @-:0:0\n"
	"function sensor_read external \"double ()\" @-:0:0\n"
	" param channel int\n"
	"function sensor_reset external \"double ()\"\n"
	"function predict external \"double ()\" @2:9:1\n"
	" param model \"double *\"\n"
	" param x \"struct feature_node *\"\n"
	"function svm_predict external \"double ()\" @-:0:0\n"
	"function genann_run external \"double ()\" @1:5:1\n"
	" param net \"double *\"\n"
	" param inputs \"double *\"\n"
	"b0:\n"
	" unreachable\n"
	"function atoi external \"double ()\" stub note=\"featdep:field-stub:Api.Parse\" @3:1:1\n"
	" param text \"double *\"\n"
	"b0:\n"
	" unreachable\n"
	"function helper internal \"void ()\" @0:10:1\n"
	" param profile \"double *\"\n"
	" param features \"double *\"\n"
	" local count int\n"
	"b0:\n"
	" unreachable\n"
	"function helper internal \"void ()\" @1:20:1\n"
	" param unused int\n"
	" local features \"double *\"\n"
	" local \"\" int temporary\n"
	"b0:\n"
	" unreachable\n";

static Module parse_program(const char *text)
{
	Module program = {0};
	Diags diags = {0};

	if (!facts_parse(text, strlen(text), str_intern("program.facts"), &program, &diags))
		fail_msg("%u: %s", diags.items.items[0].line, str_text(diags.items.items[0].message));
	diags_release(&diags);
	return program;
}

static void load(const char *text, bool pack, Roles *roles)
{
	Diags diags = {0};

	if (!manifest_parse(text, strlen(text), str_intern(pack ? "p.yml" : "m.yml"), pack, roles, &diags))
		fail_msg("%s", str_text(diags.items.items[0].message));
	diags_release(&diags);
}

static void check_bound(Roles *roles, const Module *program, const char *expected)
{
	Diags diags = {0};
	Text actual = {0};

	bind_roles(roles, program, &diags);
	for (uint32_t i = 0; i < diags.items.len; i++)
		text_printf(&actual, "%s:%u:%u: %s\n", str_text(diags.items.items[i].file), diags.items.items[i].line,
			diags.items.items[i].column, str_text(diags.items.items[i].message));
	diags_release(&diags);
	for (RoleId id = 0; id < roles->roles.len; id++) { /* places and positions are tested elsewhere */
		roles->roles.items[id].file = (Str){0};
		roles->roles.items[id].line = roles->roles.items[id].column = 0;
	}
	roles_print(roles, program, &actual);
	assert_string_equal(text_data(&actual), expected);
	text_release(&actual);
}

typedef struct { const char *text, *expected; } Expectation;

static void test_manifest_matches(void **state)
{
	static const Expectation cases[] = {
		{ "signals: [{ function: sensor_read }]", "signal function sensor_read value=return at :0:0 matches 1\n"
			"\tsensor_read (external)\n" },
		{ "signals: [{ function: 'sensor_*', value: 0 }]", "signal function sensor_* value=0 at :0:0 matches 2\n"
			"\tsensor_read (external)\n\tsensor_reset (external)\n" },
		{ "signals: [{ function: '*_read' }]", "signal function *_read value=return at :0:0 matches 1\n"
			"\tsensor_read (external)\n" },
		{ "signals: [{ function: helper }]", "signal function helper value=return at :0:0 matches 2\n\thelper "
			"(src/app.c:10)\n\thelper (lib/util.c:20)\n" },
		{ "signals: [{ function: 'util.c:helper' }]", "signal function util.c:helper value=return at :0:0 matches "
			"1\n\thelper (lib/util.c:20)\n" },
		{ "signals: [{ function: 'src/*.c:helper' }]", "signal function src/*.c:helper value=return at :0:0 "
			"matches 1\n\thelper (src/app.c:10)\n" },
		{ "signals: [{ function: 'c:helper' }]", "signal function c:helper value=return at :0:0 matches 0 "
			"nearest=\"src/app.c:helper\"\n" },
		{ "signals: [{ function: sensor_raed }]", "signal function sensor_raed value=return at :0:0 matches 0 "
			"nearest=\"sensor_read\"\n" },
		{ "signals: [{ function: Sensor_Read }]", "signal function Sensor_Read value=return at :0:0 matches 0 "
			"nearest=\"sensor_read\"\n" },
		{ "signals: [{ function: 'sonsor_*' }]", "signal function sonsor_* value=return at :0:0 matches 0 "
			"nearest=\"sensor_read\"\n" },
		{ "signals: [{ function: my_sensor_read }]", "signal function my_sensor_read value=return at :0:0 matches "
			"0 nearest=\"sensor_read\"\n" },
		{ "signals: [{ function: quite_different }]", "signal function quite_different value=return at :0:0 "
			"matches 0\n" },
		{ "signals: [{ function: Api.Parse }]", "signal function Api.Parse value=return at :0:0 matches 1\n\tatoi "
			"(stubs/libc.c:1)\n" },
		{ "signals: [{ parameter: 'helper(profile)' }]", "signal parameter helper(profile) at :0:0 matches 1\n"
			"\thelper.profile\n" },
		{ "signals: [{ parameter: 'helper(0)' }]", "signal parameter helper(0) at :0:0 matches 1\n"
			"\thelper.profile\nsignal parameter helper(0) at :0:0 matches 1\n\thelper.unused\n" },
		{ "signals: [{ parameter: 'app.c:helper(*)' }]", "signal parameter app.c:helper(*) at :0:0 matches 1\n"
			"\thelper.profile\nsignal parameter app.c:helper(*) at :0:0 matches 1\n\thelper.features\n" },
		{ "signals: [{ parameter: 'helper(profil)' }]", "signal parameter helper(profil) at :0:0 matches 0 "
			"nearest=\"helper(profile)\"\n" },
		{ "signals: [{ parameter: 'hepler(profile)' }]", "signal parameter hepler(profile) at :0:0 matches 0 "
			"nearest=\"helper(profile)\"\n" },
		{ "signals: [{ parameter: 'helper(7)' }]", "signal parameter helper(7) at :0:0 matches 0\n" },
		{ "signals: [{ field: 'struct profile.*' }]", "signal field profile.* at :0:0 matches 2\n\tprofile.age\n"
			"\tprofile.income\n" },
		{ "signals: [{ field: Profile.age }]", "signal field Profile.age at :0:0 matches 1\n\tprofile.age\n" },
		{ "signals: [{ field: '*rofile.a*' }]", "signal field *rofile.a* at :0:0 matches 1\n\tprofile.age\n" },
		{ "signals: [{ field: outer.inner.x }]", "signal field outer.inner.x at :0:0 matches 1\n\touter.inner.x\n" },
		{ "signals: [{ field: profile.agee }]", "signal field profile.agee at :0:0 matches 0 "
			"nearest=\"profile.age\"\n" },
		{ "signals: [{ field: profiel.age }]", "signal field profiel.age at :0:0 matches 0 nearest=\"profile.age\"\n" },
		{ "signals: [{ global: g_clock }]", "signal global g_clock at :0:0 matches 1\n\tg_clock\n" },
		{ "signals: [{ global: 'app.c:g_*' }]", "signal global app.c:g_* at :0:0 matches 1\n\tg_clock\n" },
		{ "signals: [{ global: g_clok }]", "signal global g_clok at :0:0 matches 0 nearest=\"g_clock\"\n" },
		{ "features: [{ variable: features }]", "feature variable features at :0:0 matches 2\n\tfeatures\n"
			"\thelper.features\n" },
		{ "features: [{ variable: 'helper::features' }]", "feature variable helper::features at :0:0 matches 2\n"
			"\thelper.features\n\thelper.features\n" },
		{ "features: [{ variable: 'util.c:features' }]", "feature variable util.c:features at :0:0 matches 1\n"
			"\thelper.features\n" },
		{ "features: [{ variable: coutn }]", "feature variable coutn at :0:0 matches 0 nearest=\"count\"\n" },
		{ "features: [{ field: feature_node.value }]", "feature field feature_node.value at :0:0 matches 1\n"
			"\tfeature_node.value\n" },
		{ "models: [{ function: predict, input: 1.value, requires: { arg: 1, type: feature_node } }]",
			"model function predict requires=1:feature_node inputs=1.value outputs=return at :0:0 matches 1\n"
			"\tpredict (/usr/include/math.h:9)\n" },
		{ "models: [{ function: '*predict', input: 1, requires: { arg: 1, type: struct feature_node } }]",
			"model function *predict requires=1:struct feature_node inputs=1 outputs=return at :0:0 matches 1\n"
			"\tpredict (/usr/include/math.h:9)\n" },
		{ "models: [{ function: predict, input: 1, requires: { arg: 0, type: feature_node } }]",
			"model function predict requires=0:feature_node inputs=1 outputs=return at :0:0 matches 0\n" },
		{ "modules: [{ name: app, path: 'src/**' }, { name: none, path: 'app/**' }]",
			"module app path=src/** matches 1\nmodule none path=app/** matches 0\n" },
	};
	Module program = parse_program(program_text);

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Roles roles = {0};
		load(str_text(str_format("version: 1\n%s\n", cases[i].text)), false, &roles);
		check_bound(&roles, &program, cases[i].expected);
		roles_release(&roles);
	}
	module_release(&program);
}

static void test_packs_yield_to_definitions(void **state)
{
	Module program = parse_program(program_text);
	Roles roles = {0};

	(void)state;
	load("version: 1\nmodels: [{ function: [genann_run, svm_predict, predict, atoi], input: 1 }]\n"
		"signals: [{ global: [environ, g_clock] }, { function: nothing_like_it }]", true, &roles);
	check_bound(&roles, &program,
		"lib/util.c:5:1: the program defines \"genann_run\" itself: the pack \"p\" says nothing about it; if it is "
		"the library's, give it a role in featdep.yml\n"
		"model function genann_run inputs=1 outputs=return pack at :0:0 matches 0\n"
		"model function svm_predict inputs=1 outputs=return pack at :0:0 matches 1\n\tsvm_predict (external)\n"
		"model function predict inputs=1 outputs=return pack at :0:0 matches 1\n\tpredict (/usr/include/math.h:9)\n"
		"model function atoi inputs=1 outputs=return pack at :0:0 matches 1\n\tatoi (stubs/libc.c:1)\n"
		"signal global environ pack at :0:0 matches 1\n\tenviron\n"
		"signal global g_clock pack at :0:0 matches 0\n"
		"signal function nothing_like_it value=return pack at :0:0 matches 0\n");
	roles_release(&roles);
	module_release(&program);
}

static void check_pack(const char *pack, const char *manifest, const char *expected)
{
	Module program = parse_program(program_text);
	Roles roles = {0};

	load(str_text(str_format("version: 1\n%s\n", pack)), true, &roles);
	load(str_text(str_format("version: 1\n%s\n", manifest)), false, &roles);
	check_bound(&roles, &program, expected);
	roles_release(&roles);
	module_release(&program);
}

static void test_packs_know_their_sources(void **state)
{
	(void)state;
	check_pack("sources: util.c\nmodels: [{ function: [genann_run, helper], input: 1 }]", "",
		"model function genann_run inputs=1 outputs=return pack at :0:0 matches 1\n\tgenann_run (lib/util.c:5)\n"
		"model function helper inputs=1 outputs=return pack at :0:0 matches 1\n\thelper (lib/util.c:20)\n");
	check_pack("sources: \"lib*.c\"\nmodels: [{ function: helper, input: 1 }]", "",
		"model function helper inputs=1 outputs=return pack at :0:0 matches 0\n"); /* lib is a folder */
	check_pack("sources: \"lib/u*.c\"\nmodels: [{ function: helper, input: 1 }]", "",
		"model function helper inputs=1 outputs=return pack at :0:0 matches 1\n\thelper (lib/util.c:20)\n");
	check_pack("sources: [x.c, genann.c]\nmodels: [{ function: genann_run, input: 1 }]",
		"models: [{ function: genann_run, input: 0 }]",
		"model function genann_run inputs=1 outputs=return pack at :0:0 matches 0\n"
		"model function genann_run inputs=0 outputs=return at :0:0 matches 1\n\tgenann_run (lib/util.c:5)\n");
	check_pack("sources: util.c\nmodels: [{ function: [genann_run, svm_predict], input: 1, compiled_in: true }]", "",
		"model function genann_run inputs=1 outputs=return compiled-in pack at :0:0 matches 1\n"
		"\tgenann_run (lib/util.c:5)\n"
		"model function svm_predict inputs=1 outputs=return compiled-in pack at :0:0 matches 0\n");
	check_pack("models: [{ function: genann_run, input: 1, compiled_in: true }]", "",
		"model function genann_run inputs=1 outputs=return compiled-in pack at :0:0 matches 0\n");
}

static const char pointers_text[] =
	"featdep-facts 1\n"
	"unit a.c\n"
	"file a.c\n"
	"type int int 32 signed\n"
	"type function \"int ()\" -1 int\n"
	"type pointer \"int (*)()\" 64 \"int ()\"\n"
	"type pointer \"int (**)()\" 64 \"int (*)()\"\n"
	"type struct ops 128 alias=Ops\n"
	" member predict \"int (*)()\" 0\n"
	" member other int 64\n"
	"type pointer \"struct ops *\" 64 ops\n"
	"type void void -1\n"
	"type function \"void ()\" -1 void\n"
	"global aom_sad external \"int (*)()\" defined @0:2:5\n"
	"global table external ops defined @0:3:5\n"
	"global unknown external \"int (*)()\" @0:4:5\n"
	"function aom_sad_c external \"int ()\" @0:9:1\n"
	"function aom_sad_avx2 external \"int ()\" @0:10:1\n"
	"function nn_run_c external \"int ()\" @0:11:1\n"
	"function nn_run_neon external \"int ()\" @0:12:1\n"
	"function nn_run_twice external \"int ()\" @0:13:1\n"
	"function tree external \"int ()\" @0:14:1\n"
	"function setup external \"void ()\" @0:20:1\n"
	"b0:\n"
	" %0 = global \"int (**)()\" aom_sad\n"
	" %1 = func \"int (*)()\" aom_sad_c\n"
	" store \"int (*)()\" %0 %1\n"
	" %3 = func \"int (*)()\" aom_sad_avx2\n"
	" store \"int (*)()\" %0 %3\n"
	" %5 = global \"struct ops *\" table\n"
	" %6 = field \"int (**)()\" %5 ops predict\n"
	" %7 = func \"int (*)()\" tree\n"
	" store \"int (*)()\" %6 %7\n"
	" return\n";

static void test_function_pointers(void **state)
{
	static const Expectation cases[] = {
		{ "signals: [{ function: aom_sad }]", "signal function aom_sad value=return at :0:0 matches 3\n"
			"\taom_sad_c (a.c:9)\n\taom_sad_avx2 (a.c:10)\n\tthrough aom_sad\n" },
		{ "signals: [{ function: 'a.c:aom_sad' }, { function: 'b.c:aom_sad' }]",
			"signal function a.c:aom_sad value=return at :0:0 matches 3\n"
			"\taom_sad_c (a.c:9)\n\taom_sad_avx2 (a.c:10)\n\tthrough aom_sad\n"
			"signal function b.c:aom_sad value=return at :0:0 matches 0 nearest=\"aom_sad_c\"\n" },
		{ "models: [{ function: struct ops.predict, input: 0 }]", "model function ops.predict inputs=0 "
			"outputs=return at :0:0 matches 2\n\ttree (a.c:14)\n\tthrough ops.predict\n" },
		{ "models: [{ function: Ops.*, input: 0 }]", "model function Ops.* inputs=0 "
			"outputs=return at :0:0 matches 2\n\ttree (a.c:14)\n\tthrough ops.predict\n" },
		{ "signals: [{ function: unknown }]", "signal function unknown value=return at :0:0 matches 1\n"
			"\tthrough unknown\n" },
		{ "signals: [{ function: unknown, name: a }, { function: unknown, name: b }]",
			"signal function unknown value=return name=\"a\" at :0:0 matches 1\n"
			"signal function unknown value=return name=\"b\" at :0:0 matches 1\n\tthrough unknown\n" },
		{ "models: [{ function: nn_run, input: 0 }]", "model function nn_run inputs=0 outputs=return at :0:0 matches 2\n"
			"\tnn_run_c (a.c:11)\n\tnn_run_neon (a.c:12)\n" },
		{ "models: [{ function: predict, input: 0 }]", "model function predict inputs=0 outputs=return at :0:0 "
			"matches 0 nearest=\"Ops.predict\"\n" },
		{ "models: [{ function: ops.predcit, input: 0 }]", "model function ops.predcit inputs=0 outputs=return at :0:0 "
			"matches 0 nearest=\"ops.predict\"\n" },
	};
	Module program = parse_program(pointers_text);

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Roles roles = {0};
		load(str_text(str_format("version: 1\n%s\n", cases[i].text)), false, &roles);
		check_bound(&roles, &program, cases[i].expected);
		roles_release(&roles);
	}
	module_release(&program);
}

static FuncId find_function(const Module *program, const char *name)
{
	for (FuncId id = 0; id < program->functions.len; id++)
		if (str_is(program->functions.items[id].name, name))
			return id;
	fail_msg("no function %s", name);
	return NONE;
}

static void test_pointers_are_declared(void **state)
{
	Module program = parse_program(pointers_text);
	Roles roles = {0};
	Diags diags = {0};
	uint32_t before = program.functions.len;

	(void)state;
	load("version: 1\nmodels: [{ function: ops.predict, input: 0 }]\n"
		"signals: [{ function: unknown, value: return }, { function: unknown, value: 0 }]", false, &roles);
	bind_roles(&roles, &program, &diags);
	bind_pointers(&roles, &program);
	assert_int_equal(program.functions.len, before + 2);
	FuncId unknown = find_function(&program, "unknown"), predict = find_function(&program, "ops.predict");
	assert_false(program.functions.items[unknown].defined);
	assert_int_equal(roles_of_function(&roles, unknown, ROLE_SIGNAL), 1);
	assert_int_equal(roles_of_function(&roles, predict, ROLE_MODEL), 0);
	uint32_t signals = 0;
	for (uint32_t i = 0; i < roles.functions.len; i++) {
		signals += roles.functions.items[i].function == unknown;
		assert_true(!i || roles.functions.items[i - 1].function <= roles.functions.items[i].function);
	}
	assert_int_equal(signals, 2);
	roles_release(&roles);
	module_release(&program);
	diags_release(&diags);
}

static void test_later_wins(void **state)
{
	Module program = parse_program(program_text);
	Roles roles = {0};
	Diags diags = {0};

	(void)state;
	load("version: 1\nmodels: [{ function: svm_predict, input: 1, name: mine }]\n"
		"signals: [{ function: 'sensor_*', name: any }, { function: sensor_read, name: one }, { function: "
		"sensor_read, value: 0 },"
		" { field: 'profile.*', name: all }, { field: profile.age, name: age }]\n"
		"consumers: [{ of: 'model:a', function: helper }, { of: 'model:b', function: helper }]", false, &roles);
	load("version: 1\nmodels: [{ function: svm_predict, input: 1, name: pack }]", true, &roles);
	bind_roles(&roles, &program, &diags);
	bind_roles(&roles, &program, &diags); /* once more changes nothing */

	FuncId svm = find_function(&program, "svm_predict"), read = find_function(&program, "sensor_read");
	RoleId model = roles_of_function(&roles, svm, ROLE_MODEL);
	assert_string_equal(str_text(roles.roles.items[model].name), "mine");
	assert_string_equal(str_text(roles.roles.items[roles_of_function(&roles, read, ROLE_SIGNAL)].name), "one");
	uint32_t signals = 0, consumers = 0, models = 0;
	for (uint32_t i = 0; i < roles.functions.len; i++) {
		const Role *role = &roles.roles.items[roles.functions.items[i].role];
		assert_true(!i || roles.functions.items[i - 1].function <= roles.functions.items[i].function);
		signals += role->kind == ROLE_SIGNAL;
		consumers += role->kind == ROLE_CONSUMER;
		models += role->kind == ROLE_MODEL;
	}
	assert_int_equal(models, 1);
	assert_int_equal(signals, 3); /* sensor_read: result and argument 0; sensor_reset */
	assert_int_equal(consumers, 4); /* two models, two functions called helper */
	uint32_t age = map_get_or(&roles.fields, map_key(2, 0), NONE);
	uint32_t income = map_get_or(&roles.fields, map_key(2, 1), NONE);
	assert_string_equal(str_text(roles.roles.items[age].name), "age");
	assert_string_equal(str_text(roles.roles.items[income].name), "all");
	assert_int_equal(roles.roles.items[1].matches, 2); /* also those that a later entry took over */
	diags_release(&diags);
	roles_release(&roles);
	module_release(&program);
}

static const char annotated_text[] =
	"featdep-facts 1\n"
	"unit a.c\n"
	"file a.c\n"
	"type int int 32 signed\n"
	"type float double 64\n"
	"type float double 64 const\n"
	"type struct net 64\n"
	" member weight t1 0 note=\"featdep:feature:w\"\n"
	" member clicked t1 0 note=\"featdep:label:\"\n"
	"type pointer \"double *\" 64 t1\n"
	"type pointer \"const double *\" 64 t2\n"
	"type pointer \"struct net *\" 64 net\n"
	"type void void -1\n"
	"type function \"double ()\" -1 t1\n"
	"type function \"void ()\" -1 void\n"
	"global g external int defined note=\"featdep:signal:clock\" @0:2:5\n"
	"global h external int defined note=\"featdep:signal:clock\\nfeatdep:feature:h\" @0:3:5\n"
	"function ctr external \"double ()\" note=\"featdep:model:ctr\" @0:5:1\n"
	" param features \"const double *\"\n"
	" param n int\n"
	"function full external \"void ()\" note=\"featdep:model:full\" @0:6:1\n"
	" param net \"struct net *\"\n"
	" param in \"const double *\"\n"
	" param out \"double *\"\n"
	" param mode int\n"
	"function marked external \"void ()\" note=\"featdep:model:m\\nfeatdep:consumer:ctr\" @0:7:1\n"
	" param in \"double *\" note=\"featdep:input:\"\n"
	" param len int\n"
	" param a \"double *\" note=\"featdep:output:\"\n"
	" param b \"double *\"\n"
	"function watch external \"void ()\" note=\"featdep:monitor:statsd\" @0:8:1\n"
	" param name int\n"
	" param value t1\n"
	"function read external \"double ()\" note=\"featdep:unstable-signal:temp.{arg0}\" @0:9:1\n"
	" param channel int note=\"featdep:signal:\" @0:9:17\n"
	" local buffer t1 note=\"featdep:feature:buf\" @0:10:9\n"
	"b0:\n"
	" unreachable\n";

static void test_annotations(void **state)
{
	Module program = parse_program(annotated_text);
	Roles roles = {0};
	Diags diags = {0};

	(void)state;
	load("version: 1\nsignals: [{ global: g, name: manifest }]", false, &roles);
	bind_annotations(&roles, &program, &diags);
	assert_int_equal(diags.items.len, 0);
	assert_string_equal(str_text(roles.roles.items[1].entry), "FD_MODEL(\"ctr\")");
	check_bound(&roles, &program,
		"signal global g name=\"manifest\" at :0:0 matches 1\n"
		"model function ctr inputs=0[arg 1] outputs=return name=\"ctr\" annotation at :0:0 matches 1\n\tctr (a.c:5)\n"
		"model function full inputs=1,3 outputs=2 name=\"full\" annotation at :0:0 matches 1\n\tfull (a.c:6)\n"
		"model function marked inputs=0[arg 1] outputs=2 name=\"m\" annotation at :0:0 matches 1\n\tmarked (a.c:7)\n"
		"consumer function marked of=\"model:ctr\" annotation at :0:0 matches 1\n\tmarked (a.c:7)\n"
		"monitor function watch value=0 name=\"statsd\" annotation at :0:0 matches 1\n\twatch (a.c:8)\n"
		"monitor function watch value=1 name=\"statsd\" annotation at :0:0 matches 1\n\twatch (a.c:8)\n"
		"signal function read value=return name=\"temp.{arg0}\" unstable annotation at :0:0 matches 1\n\tread (a.c:9)\n"
		"signal parameter read(channel) annotation at :0:0 matches 1\n\tread.channel\n"
		"feature variable read::buffer name=\"buf\" annotation at :0:0 matches 1\n\tread.buffer\n"
		"signal global g name=\"clock\" annotation at :0:0 matches 1\n\tg\n"
		"signal global h name=\"clock\" annotation at :0:0 matches 1\n\th\n"
		"feature global h name=\"h\" annotation at :0:0 matches 1\n\th\n"
		"feature field net.weight name=\"w\" annotation at :0:0 matches 1\n\tnet.weight\n"
		"signal field net.clicked label annotation at :0:0 matches 1\n\tnet.clicked\n");
	diags_release(&diags);
	roles_release(&roles);
	module_release(&program);
}

static void test_wrong_annotations(void **state)
{
	Module program = parse_program(
		"featdep-facts 1\nunit a.c\nfile a.c\ntype int int 32 signed\ntype void void -1\ntype function \"void "
		"()\" -1 void\n"
		"global g external int note=\"featdep:model:x\" @0:2:5\n"
		"global h external int note=\"featdep:signla:x\\nother:thing\\nfeatdep:\\nfeatdep:signal:{arg0}\" @0:3:5\n"
		"function f external \"void ()\" note=\"featdep:model:m\\nfeatdep:feature:f\" @0:4:1\n"
		"b0:\n return\n"
		"function k external \"void ()\" @0:5:1\n local v int note=\"featdep:signal:v\" @0:6:2\nb0:\n return\n");
	Roles roles = {0};
	Diags diags = {0};
	Text actual = {0};

	(void)state;
	bind_annotations(&roles, &program, &diags);
	for (uint32_t i = 0; i < diags.items.len; i++)
		text_printf(&actual, "%s:%u:%u: %s\n", str_text(diags.items.items[i].file), diags.items.items[i].line,
			diags.items.items[i].column, str_text(diags.items.items[i].message));
	assert_string_equal(text_data(&actual),
		"a.c:4:1: model \"f\" has no inputs: mark them with FD_INPUT\n"
		"a.c:4:1: FD_FEATURE has no effect on function \"f\": it belongs on a field or a variable\n"
		"a.c:6:2: FD_SIGNAL has no effect on local variable \"v\": it belongs on a function, a parameter, a "
		"global or a field\n"
		"a.c:2:5: FD_MODEL has no effect on global \"g\": it belongs on a function\n"
		"a.c:3:5: unknown role \"signla\" in the annotation of global \"h\": did you mean \"signal\"?\n"
		"a.c:3:5: unknown role \"\" in the annotation of global \"h\"; it is ignored\n"
		"a.c:3:5: FD_SIGNAL(\"{arg0}\"): unknown placeholder {arg0}, expected one of {file} {function} {line} "
		"{module}\n");
	assert_int_equal(diags.errors, 0);
	text_release(&actual);
	diags_release(&diags);
	roles_release(&roles);
	module_release(&program);
}

static void test_names(void **state)
{
	static const struct { const char *word, *nearest; } cases[] = {
		{ "predict", "predict" }, { "pedict", "predict" }, { "rpedict", "predict" }, { "PREDICT", "predict" },
		{ "av1_nn_predict", "av1_nn_predict_c" }, { "nn", "" }, { "xyz", "" }, { "", "" }, { "*", "" }, { "pr*", "" },
		{ "av2_*", "av1_nn_predict_avx2" }, { "kv_git", "kv_get" }, { "kv_ge", "kv_get" }, { "predict_v2", "predict" },
	};
	Names names = {0};

	(void)state;
	assert_true(str_empty(names_nearest(&names, "word")));
	for (size_t i = 0; i < 3; i++) {
		names_add(&names, str_intern("predict"), (uint32_t)i, 0);
		names_add(&names, str_intern("kv_get"), (uint32_t)i, 0);
	}
	names_add(&names, str_intern("av1_nn_predict_c"), 7, 0);
	names_add(&names, str_intern("av1_nn_predict_avx2"), 8, 0);
	names_add(&names, (Str){0}, 9, 0);
	names_sort(&names);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(str_text(names_nearest(&names, cases[i].word)), cases[i].nearest);
	NameRange range = names_range(&names, "predict");
	assert_int_equal(range.end - range.first, 3);
	range = names_range(&names, "av1*avx2");
	assert_int_equal(range.end - range.first, 2);
	range = names_range(&names, "*");
	assert_int_equal(range.end - range.first, 8);
	range = names_range(&names, "zz");
	assert_int_equal(range.end - range.first, 0);
	names_release(&names);
}

/* Twenty misspelt names in a hundred thousand take well below a second, even with sanitizers. */
static void test_nearest_is_fast(void **state)
{
	Names names = {0};

	(void)state;
	for (uint32_t i = 0; i < 100000; i++)
		names_add(&names, str_format("module%u_compute_feature_%u", i % 97, i), i, 0);
	names_sort(&names);
	names_nearest(&names, "warm");
	clock_t start = clock();
	for (uint32_t i = 0; i < 20; i++) {
		Str found = names_nearest(&names, str_text(str_format("module%u_compute_feautre_%u", i * 31 % 97, i * 31)));
		assert_string_equal(str_text(found), str_text(str_format("module%u_compute_feature_%u", i * 31 % 97, i * 31)));
	}
	double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	print_message("20 of 100000: %.3f s\n", seconds);
	assert_true(seconds < 20);
	names_release(&names);
}

static void test_many_entries(void **state)
{
	Module program = parse_program(program_text);
	Roles roles = {0};
	Diags diags = {0};
	Text text = {0};

	(void)state;
	text_put(&text, "version: 1\nsignals:\n");
	for (int i = 0; i < 10000; i++)
		text_printf(&text, "  - { function: \"source_%d*\" }\n", i);
	assert_true(manifest_parse(text_data(&text), text.len, str_intern("m.yml"), false, &roles, &diags));
	bind_roles(&roles, &program, &diags);
	assert_int_equal(roles.functions.len, 0);
	text_release(&text);
	diags_release(&diags);
	roles_release(&roles);
	module_release(&program);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_manifest_matches), cmocka_unit_test(test_packs_yield_to_definitions),
		cmocka_unit_test(test_packs_know_their_sources), cmocka_unit_test(test_function_pointers),
		cmocka_unit_test(test_pointers_are_declared),
		cmocka_unit_test(test_later_wins), cmocka_unit_test(test_annotations), cmocka_unit_test(test_wrong_annotations),
		cmocka_unit_test(test_names), cmocka_unit_test(test_nearest_is_fast), cmocka_unit_test(test_many_entries),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
