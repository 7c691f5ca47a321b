/* Reading manifests: what is accepted, and what is said about the rest. */
#include "bind/bind.h"
#include "bind/sections.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct { const char *text, *expected; } Expectation;

static void print_diags(const Diags *diags, Text *out)
{
	for (uint32_t i = 0; i < diags->items.len; i++) {
		const Diag *diag = &diags->items.items[i];
		text_printf(out, "%u:%u: %s\n", diag->line, diag->column, str_text(diag->message));
	}
}

static void check_diags(const char *text, size_t length, const char *expected)
{
	Roles roles = {0};
	Diags diags = {0};
	Text actual = {0};

	bool ok = manifest_parse(text, length, str_intern("m.yml"), false, &roles, &diags);
	print_diags(&diags, &actual);
	assert_string_equal(text_data(&actual), expected);
	assert_int_equal(ok, !*expected);
	text_release(&actual);
	diags_release(&diags);
	roles_release(&roles);
}

static void check_roles(const char *text, const char *expected)
{
	Roles roles = {0};
	Diags diags = {0};
	Text actual = {0};

	manifest_parse(text, strlen(text), str_intern("m.yml"), false, &roles, &diags);
	print_diags(&diags, &actual);
	roles_print(&roles, NULL, &actual);
	assert_string_equal(text_data(&actual), expected);
	text_release(&actual);
	diags_release(&diags);
	roles_release(&roles);
}

static void test_whole_files(void **state)
{
	static const Expectation cases[] = {
		{ "version: 1", "" },
		{ "\xef\xbb\xbfversion: 1\n", "" },
		{ "---\nversion: 1\n...\n", "" },
		{ "{ version: 1, signals: [], models: }", "" },
		{ "", "1:1: the file is empty; expected at least \"version: 1\"\n" },
		{ "# nothing\n", "1:1: the file is empty; expected at least \"version: 1\"\n" },
		{ "~", "1:1: a manifest must be a map (key: value), not nothing\n" },
		{ "- a\n", "1:1: a manifest must be a map (key: value), not a list\n" },
		{ "hello", "1:1: a manifest must be a map (key: value), not \"hello\"\n" },
		{ "project: x", "1:1: a manifest needs the key \"version\"\n" },
		{ "version: 2", "1:10: \"version\" must be 1, the only version there is, not \"2\"\n" },
		{ "version: [1]", "1:10: \"version\" must be 1, the only version there is, not a list\n" },
		{ "version: 1\n---\nversion: 1\n", "2:1: a second document in one file; it is ignored\n" },
		{ "version: 1\nversion: 1\n", "2:1: duplicate key \"version\" in a manifest, given before at line 1\n" },
		{ "version: 1\n? [a]\n: 1\n", "2:3: a key of a manifest must be a plain name, not a list\n" },
		{ "version: 1\nproject: {}\n", "2:10: \"project\" must be text, not a map\n" },
		{ "version: 1\nproject: ''\n", "2:10: \"project\" must be text, not empty\n" },
		{ "version: 1\nproject: \"a\\0b\"\n", "2:10: \"project\" contains a NUL character\n" },
		{ "version: 1\nmodel: []\n", "2:1: unknown key \"model\" in a manifest, expected one of version, project, "
			"signals, features, "
			"models, stores, consumers, monitors, training, allocators, entries, ensembles, modules, world, rules, suppress, assert, sources; did you "
			"mean \"models\"?\n" },
		{ "version: 1\nsignals: x\n", "2:10: \"signals\" must be a list of entries (each begins with \"- \"), not "
			"\"x\"\n" },
		{ "version: 1\nsignals: {}\n", "2:10: \"signals\" must be a list of entries (each begins with \"- \"), "
			"not a map\n" },
		{ "version: 1\nsignals: [x, [], ~]\n", "2:11: an entry of signals must be a map (key: value), not \"x\"\n"
			"2:14: an entry of signals must be a map (key: value), not a list\n"
			"2:18: an entry of signals must be a map (key: value), not nothing\n" },
		{ "version: 1\nsignals: [\n", "3:1: not valid YAML: did not find expected node content, while parsing a "
			"flow node at line 3\n" },
		{ "version: 1\n  project: x\n", "2:10: not valid YAML: mapping values are not allowed in this context\n" },
		{ "version: 1\nproject: \"x\n", "3:1: not valid YAML: found unexpected end of stream, while scanning a "
			"quoted scalar at line 2\n" },
		{ "version: 1\nproject: *x\n", "2:10: not valid YAML: found undefined alias\n" },
		{ "version: 1\n\tproject: x\n", "2:1: not valid YAML: found a tab character that violates indentation, "
			"while scanning a plain scalar at line 1\n" },
		{ "version: 1\nprojec\xc3: x\n", "2:8: not UTF-8 text: invalid trailing UTF-8 octet\n" },
		{ "version: 1\n# \xff\n", "2:3: not UTF-8 text: invalid leading UTF-8 octet\n" },
		{ "version: 1\n# \x01\n", "2:3: a character that YAML forbids: control characters are not allowed\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_diags(cases[i].text, strlen(cases[i].text), cases[i].expected);
	check_diags("version: 1\n\0", 12, "2:1: a character that YAML forbids: control characters are not allowed\n");
}

/* Each text follows "version: 1\n". */
static void test_wrong_entries(void **state)
{
	static const Expectation cases[] = {
		{ "signals: [{ functon: f }]", "2:13: unknown key \"functon\" in an entry of signals, expected one of "
			"compiled_in, deprecated, field, "
			"function, global, label, name, owner, parameter, requires, unstable, value, version; did you mean "
			"\"function\"?\n"
			"2:11: an entry of signals needs one of the keys function, parameter, field, global\n" },
		{ "signals: [{ function: f, zzz: 1 }]", "2:26: unknown key \"zzz\" in an entry of signals, expected one "
			"of compiled_in, deprecated, "
			"field, function, global, label, name, owner, parameter, requires, unstable, value, version\n" },
		{ "signals: [{ function: f, name: a, name: b }]", "2:35: duplicate key \"name\" in an entry of signals, "
			"given before at line 2\n" },
		{ "signals: [{ function: f, field: a.b }]", "2:33: both \"function\" and \"field\", expected one of them\n" },
		{ "signals: [{ function: [] }]", "2:23: \"function\" is an empty list\n" },
		{ "signals: [{ function: [f, 'g h'] }]", "2:27: \"function\" must be NAME or FILE:NAME, * and ? allowed, "
			"not \"g h\"\n" },
		{ "signals: [{ function: 'f()' }]", "2:23: \"function\" must be NAME or FILE:NAME, * and ? allowed, not "
			"\"f()\"\n" },
		{ "signals: [{ parameter: f }]", "2:24: \"parameter\" must be FUNCTION(PARAMETER) or FUNCTION(NUMBER), "
			"not \"f\"\n" },
		{ "signals: [{ parameter: 'f()' }]", "2:24: \"parameter\" must be FUNCTION(PARAMETER) or "
			"FUNCTION(NUMBER), not \"f()\"\n" },
		{ "signals: [{ parameter: 'f(a) ' }]", "2:24: \"parameter\" must be FUNCTION(PARAMETER) or "
			"FUNCTION(NUMBER), not \"f(a) \"\n" },
		{ "signals: [{ field: profile }]", "2:20: \"field\" must be RECORD.FIELD, * and ? allowed, not \"profile\"\n" },
		{ "signals: [{ field: profile. }]", "2:20: \"field\" must be RECORD.FIELD, * and ? allowed, not "
			"\"profile.\"\n" },
		{ "signals: [{ field: .age }]", "2:20: \"field\" must be RECORD.FIELD, * and ? allowed, not \".age\"\n" },
		{ "signals: [{ global: 'int g' }]", "2:21: \"global\" must be NAME or FILE:NAME, * and ? allowed, not "
			"\"int g\"\n" },
		{ "signals: [{ global: g, value: 1 }]", "2:11: \"value\" belongs to \"function\", not to \"global\"\n" },
		{ "signals: [{ global: g, requires: { arg: 1, type: t } }]", "2:11: \"requires\" belongs to \"function\", "
			"not to \"global\"\n" },
		{ "signals: [{ global: g, unstable: yes }]", "2:34: \"unstable\" must be true or false, not \"yes\"\n" },
		{ "signals: [{ global: g, label: }]", "2:31: \"label\" must be true or false, not nothing\n" },
		{ "signals: [{ global: g, owner: [a] }]", "2:31: \"owner\" must be text, not a list\n" },
		{ "signals: [{ function: f, value: x }]", "2:33: \"value\" must be return, an argument number, "
			"\"1.field\", \"1..3\" or "
			"{ arg: 1, count: …, field: …, label: … }, not \"x\"\n" },
		{ "signals: [{ function: f, value: 1000 }]", "2:33: \"value\" must be return, an argument number, "
			"\"1.field\", \"1..3\" or "
			"{ arg: 1, count: …, field: …, label: … }, not \"1000\"\n" },
		{ "signals: [{ function: f, value: 3..1 }]", "2:33: \"value\" must be return, an argument number, "
			"\"1.field\", \"1..3\" or "
			"{ arg: 1, count: …, field: …, label: … }, not \"3..1\"\n" },
		{ "signals: [{ function: f, value: 1..999 }]", "2:33: \"value\" must be return, an argument number, "
			"\"1.field\", \"1..3\" or "
			"{ arg: 1, count: …, field: …, label: … }, not \"1..999\"\n" },
		{ "signals: [{ function: f, value: 1.5 }]", "2:33: \"value\" must be return, an argument number, "
			"\"1.field\", \"1..3\" or "
			"{ arg: 1, count: …, field: …, label: … }, not \"1.5\"\n" },
		{ "signals: [{ function: f, value: -1 }]", "2:33: \"value\" must be return, an argument number, "
			"\"1.field\", \"1..3\" or "
			"{ arg: 1, count: …, field: …, label: … }, not \"-1\"\n" },
		{ "signals: [{ function: f, value: {} }]", "2:33: a position needs the key \"arg\"\n" },
		{ "signals: [{ function: f, value: { arg: 1, cuont: 2 } }]", "2:43: unknown key \"cuont\" in a position, "
			"expected one of arg, "
			"count, field, label; did you mean \"count\"?\n" },
		{ "signals: [{ function: f, value: { arg: 1.x } }]", "2:40: \"arg\" must be return or an argument number "
			"from 0 to 999, not \"1.x\"\n" },
		{ "signals: [{ function: f, value: { arg: 1, count: -2 } }]", "2:50: \"count\" must be a number from 1, "
			"not \"-2\"\n" },
		{ "signals: [{ function: f, value: { arg: 1, count: 99999999999999999999 } }]",
			"2:50: \"count\" must be a number from 1, not \"99999999999999999999\"\n" },
		{ "signals: [{ function: f, value: { arg: 1, count: { arg: return } } }]", "2:50: \"count\" cannot be the "
			"result of the call\n" },
		{ "signals: [{ function: f, name: '{calle}' }]", "2:32: name \"{calle}\": unknown placeholder {calle}, "
			"expected one of {argN} "
			"{callee} {file} {function} {line} {module}; did you mean {callee}?\n" },
		{ "signals: [{ function: f, name: '{arg}' }]", "2:32: name \"{arg}\": unknown placeholder {arg}, expected "
			"one of {argN} "
			"{callee} {file} {function} {line} {module}; did you mean {argN}?\n" },
		{ "signals: [{ function: f, name: '{argN}' }]", "2:32: name \"{argN}\": unknown placeholder {argN}, "
			"expected one of {argN} "
			"{callee} {file} {function} {line} {module}; did you mean {argN}?\n" },
		{ "signals: [{ function: f, name: 'a{' }]", "2:32: name \"a{\": a { without }\n" },
		{ "signals: [{ function: f, name: 'a}' }]", "2:32: name \"a}\": a } without {\n" },
		{ "signals: [{ function: f, name: '{a{arg0}}' }]", "2:32: name \"{a{arg0}}\": a { without }\n" },
		{ "signals: [{ field: a.b, name: '{arg0}' }]", "2:31: name \"{arg0}\": unknown placeholder {arg0}, "
			"expected one of {field} "
			"{module} {record}\n" },
		{ "features: [{ name: x }]", "2:12: an entry of features needs one of the keys field, variable, emit\n" },
		{ "features: [{ variable: a, field: b.c }]", "2:34: both \"variable\" and \"field\", expected one of them\n" },
		{ "features: [{ variable: a, emit: { function: f, name: 0, value: 1 } }]", "2:12: both \"emit\" and "
			"\"variable\", expected one of them\n" },
		{ "features: [{ emit: f }]", "2:20: emit must be a map (key: value), not \"f\"\n" },
		{ "features: [{ emit: { name: 1, value: 2 } }]", "2:20: emit needs the key \"function\"\n" },
		{ "features: [{ emit: { function: f, value: 2 } }]", "2:12: emit needs the key \"name\" (which argument "
			"names the feature), "
			"or the entry a \"name\"\n" },
		{ "features: [{ emit: { function: f, name: [1, 2], value: 2 } }]", "2:41: \"name\" must be return, an "
			"argument number, "
			"\"1.field\", \"1..3\" or { arg: 1, count: …, field: …, label: … }, not a list\n" },
		{ "features: [{ emit: { function: f, name: 1..2, value: 2 } }]", "2:41: \"name\" must be one position, "
			"not \"1..2\"\n" },
		{ "models: [{ input: 1 }]", "2:10: an entry of models needs the key \"function\"\n" },
		{ "models: [{ function: f }]", "2:10: an entry of models needs the key \"input\": the argument with the "
			"features\n" },
		{ "models: [{ function: f, input: 1, inputs: 2 }]", "2:43: both \"input\" and \"inputs\", which mean the "
			"same\n" },
		{ "models: [{ function: f, input: 1, outputs: 2, output: 3 }]", "2:55: both \"outputs\" and \"output\", "
			"which mean the same\n" },
		{ "models: [{ function: f, input: 1, access: privat }]", "2:43: \"access\" must be one of private, "
			"public, not \"privat\"; "
			"did you mean \"private\"?\n" },
		{ "models: [{ function: f, input: 1, requires: { arg: 1 } }]", "2:45: requires needs the key \"type\"\n" },
		{ "models: [{ function: f, input: 1, requires: { arg: x, type: t } }]", "2:52: \"arg\" must be a number "
			"from 0, not \"x\"\n" },
		{ "stores: [{ name: kv }]", "2:10: an entry of stores needs one of the keys put, get\n" },
		{ "stores: [{ put: { function: f, key: 0 } }]", "2:17: put needs the key \"value\"\n" },
		{ "stores: [{ get: { function: f } }]", "2:17: get needs the key \"key\"\n" },
		{ "stores: [{ get: x }]", "2:17: get must be a map (key: value), not \"x\"\n" },
		{ "stores: [{ name: '{x}', get: { function: f, key: 0 } }]", "2:18: name \"{x}\": unknown placeholder "
			"{x}, expected one of "
			"{argN} {callee} {file} {function} {line} {module}\n" },
		{ "consumers: [{ function: f }]", "2:13: an entry of consumers needs the key \"of\"\n" },
		{ "consumers: [{ of: model:a }]", "2:13: an entry of consumers needs the key \"function\"\n" },
		{ "monitors: [{ function: f }]", "2:12: an entry of monitors needs the key \"value\"\n" },
		{ "entries: [main]", "2:11: an entry of entries must be a map (key: value), not \"main\"\n" },
		{ "allocators: [{ zeroed: true }]", "2:14: an entry of allocators needs the key \"function\"\n" },
		{ "allocators: [{ function: f, value: [0, 1] }]", "2:36: \"value\" must be return, an argument number, \"1.field\", "
			"\"1..3\" or { arg: 1, count: …, field: …, label: … }, not a list\n" },
		{ "ensembles: [{ name: a }]", "2:13: an entry of ensembles needs the key \"models\"\n" },
		{ "ensembles: [{ name: a, models: [b, [c]] }]", "2:36: \"models\" must be text, not a list\n" },
		{ "modules: [{ name: a }]", "2:11: an entry of modules needs the key \"path\"\n" },
		{ "world: [{ from: a }]", "2:9: an entry of world needs the key \"to\"\n" },
		{ "rules: [a]", "2:8: \"rules\" must be a map from a rule to its settings, not a list\n" },
		{ "rules: { a: { level: warnin } }", "2:22: \"level\" must be one of off, note, warning, error, not "
			"\"warnin\"; "
			"did you mean \"warning\"?\n" },
		{ "rules: { a: of }", "2:13: \"level\" must be one of off, note, warning, error, not \"of\"; did you mean "
			"\"off\"?\n" },
		{ "rules: { a: off, a: note }", "2:18: duplicate rule \"a\", given before at line 2\n" },
		{ "rules: { a: { models: 0 } }", "2:23: \"models\" must be a number from 1, not \"0\"\n" },
		{ "rules: { a: [] }", "2:13: the settings of a rule must be a map (key: value), not a list\n" },
		{ "rules: { ~: off }", "2:10: the name of a rule must be text, not nothing\n" },
		{ "suppress: [{ rule: a, subject: b }]", "2:12: an entry of suppress needs the key \"reason\"\n" },
		{ "suppress: [{ reason: a }]", "2:12: an entry of suppress needs the key \"rule\"\n"
			"2:12: an entry of suppress needs the key \"subject\"\n" },
		{ "suppress: [{ rule: a, subject: b, reason: '' }]", "2:43: \"reason\" must be text, not empty\n" },
		{ "suppress: [{ rule: a, subject: b, reason: c, until: 2027-02-29 }]", "2:53: \"until\" must be a date "
			"YYYY-MM-DD, not \"2027-02-29\"\n" },
		{ "suppress: [{ rule: a, subject: b, reason: c, until: 2027-13-01 }]", "2:53: \"until\" must be a date "
			"YYYY-MM-DD, not \"2027-13-01\"\n" },
		{ "suppress: [{ rule: a, subject: b, reason: c, until: 2027-1-1 }]", "2:53: \"until\" must be a date "
			"YYYY-MM-DD, not \"2027-1-1\"\n" },
		{ "suppress: [{ rule: a, subject: b, reason: c, until: tomorrow }]", "2:53: \"until\" must be a date "
			"YYYY-MM-DD, not \"tomorrow\"\n" },
		{ "suppress: [{ rule: a, subject: b, reason: c, until: [1] }]", "2:53: \"until\" must be a date "
			"YYYY-MM-DD, not a list\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *text = str_text(str_format("version: 1\n%s\n", cases[i].text));
		check_diags(text, strlen(text), cases[i].expected);
	}
}

static void test_positions(void **state)
{
	static const Expectation cases[] = {
		{ "return", "return" },
		{ "0", "0" },
		{ "'3'", "3" },
		{ "1.value", "1.value" },
		{ "return.score", "return.score" },
		{ "1..3", "1,2,3" },
		{ "2..2", "2" },
		{ "[1, 4..5, return]", "1,4,5,return" },
		{ "{ arg: 2 }", "2" },
		{ "{ arg: return }", "return" },
		{ "{ arg: 2, count: 65 }", "2[65]" },
		{ "{ arg: 2, count: { arg: 3 } }", "2[arg 3]" },
		{ "{ arg: 2, field: value, label: gains }", "2.value as gains" },
		{ "[{ arg: 2, label: gains }, { arg: 3, label: vad }]", "2 as gains,3 as vad" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *text = str_text(str_format("version: 1\nmodels: [{ function: f, input: %s }]", cases[i].text));
		check_roles(text, str_text(str_format("model function f inputs=%s outputs=return at m.yml:2:10 matches "
			"0\n", cases[i].expected)));
	}
}

static void test_entries(void **state)
{
	static const Expectation cases[] = {
		{ "project: ranker", "project ranker\n" },
		{ "signals: [{ function: f }]", "signal function f value=return at m.yml:2:11 matches 0\n" },
		{ "signals: [{ function: read, value: [1, return] }]", "signal function read value=1 at m.yml:2:11 matches 0\n"
			"signal function read value=return at m.yml:2:11 matches 0\n" },
		{ "signals: [{ function: [f, 'a.c:g*'], name: 's.{arg0}', version: 2024-03, owner: tm, unstable: true, "
			"label: false, deprecated: true }]",
			"signal function f value=return name=\"s.{arg0}\" owner=\"tm\" version=\"2024-03\" unstable "
			"deprecated at m.yml:2:11 matches 0\n"
			"signal function a.c:g* value=return name=\"s.{arg0}\" owner=\"tm\" version=\"2024-03\" unstable "
			"deprecated at m.yml:2:11 matches 0\n" },
		{ "signals: [{ parameter: 'denoise.c:process(in)' }, { parameter: 'f(2)' }]",
			"signal parameter denoise.c:process(in) at m.yml:2:11 matches 0\nsignal parameter f(2) at m.yml:2:51 "
			"matches 0\n" },
		{ "signals: [{ field: 'struct profile.*', label: true }, { field: 'union u.a' }, { field: 'VadInstT.v' }, "
			"{ field: outer.inner.x }]",
			"signal field profile.* label at m.yml:2:11 matches 0\nsignal field u.a at m.yml:2:55 matches 0\n"
			"signal field VadInstT.v at m.yml:2:79 matches 0\nsignal field outer.inner.x at m.yml:2:104 matches 0\n" },
		{ "signals: [{ global: g_clock, name: '{module}.clock' }]", "signal global g_clock "
			"name=\"{module}.clock\" at m.yml:2:11 matches 0\n" },
		{ "features: [{ field: f.*, name: '{record}.{field}' }]", "feature field f.* name=\"{record}.{field}\" at "
			"m.yml:2:12 matches 0\n" },
		{ "features: [{ variable: 'run::features' }, { variable: 'a.c:x', deprecated: true }]",
			"feature variable run::features at m.yml:2:12 matches 0\nfeature variable a.c:x deprecated at "
			"m.yml:2:43 matches 0\n" },
		{ "features: [{ emit: { function: append, name: 1, value: 2 }, deprecated: true }]",
			"emit function append value=2 key=1 deprecated at m.yml:2:12 matches 0\n" },
		{ "features: [{ emit: { function: append, value: 2 }, name: '{arg0}' }]",
			"emit function append value=2 name=\"{arg0}\" at m.yml:2:12 matches 0\n" },
		{ "models: [{ function: p, inputs: [1, 2], identity: 0, output: 3, name: '{identity}', module: ads, "
			"access: private, owner: o, collapse: true,"
			" requires: { arg: 1, type: feature_node } }]",
			"model function p requires=1:feature_node identity=0 inputs=1,2 outputs=3 name=\"{identity}\" "
			"owner=\"o\" module=\"ads\" "
			"access=\"private\" collapse at m.yml:2:10 matches 0\n" },
		{ "stores: [{ put: { function: kv_put, key: 0, value: 1 }, get: { function: kv_get, key: 0 } }]",
			"put function kv_put value=1 key=0 store=\"kv\" at m.yml:2:17 matches 0\n"
			"get function kv_get value=return key=0 store=\"kv\" at m.yml:2:62 matches 0\n" },
		{ "stores: [{ name: 'db.{arg0}', put: [{ function: a, key: 0, value: 1 }, { function: b, key: 1, value: 2 "
			"}] }]",
			"put function a value=1 key=0 store=\"db.{arg0}\" at m.yml:2:37 matches 0\n"
			"put function b value=2 key=1 store=\"db.{arg0}\" at m.yml:2:72 matches 0\n" },
		{ "stores: [{ get: { function: load, key: 0, value: 1 } }]", "get function load value=1 key=0 "
			"store=\"load\" at m.yml:2:17 matches 0\n" },
		{ "stores: [{ put: { function: a, key: 0, value: 1 }, get: { function: b, key: 0 } }]",
			"put function a value=1 key=0 store=\"a\" at m.yml:2:17 matches 0\nget function b value=return key=0 "
			"store=\"a\" at m.yml:2:57 matches 0\n" },
		{ "consumers: [{ of: 'model:ctr', function: 'rank_*', owner: ranking }]",
			"consumer function rank_* of=\"model:ctr\" owner=\"ranking\" at m.yml:2:13 matches 0\n" },
		{ "monitors: [{ function: gauge, value: 2, name: '{arg1}' }]", "monitor function gauge value=2 "
			"name=\"{arg1}\" at m.yml:2:12 matches 0\n" },
		{ "allocators: [{ function: take }, { function: make, value: 1, zeroed: true }]",
			"allocator function take value=return at m.yml:2:14 matches 0\n"
			"allocator function make value=1 zeroed at m.yml:2:34 matches 0\n" },
		{ "entries: [{ function: [main, 'on_*'] }]", "entry function main at m.yml:2:11 matches 0\n"
			"entry function on_* at m.yml:2:11 matches 0\n" },
		{ "models: [{ function: p, input: 1, state: true }, { function: q, input: 1, state: [0, 2.mem] }, "
			"{ function: r, input: 1, state: false }]",
			"model function p inputs=1 outputs=return state at m.yml:2:10 matches 0\n"
			"model function q inputs=1 outputs=return states=0,2.mem state at m.yml:2:50 matches 0\n"
			"model function r inputs=1 outputs=return at m.yml:2:96 matches 0\n" },
		{ "models: [{ function: p, input: 1, state: yes }, { function: q, input: 1, state: return }]",
			"2:42: \"state\" must be return, an argument number, \"1.field\", \"1..3\" or "
			"{ arg: 1, count: …, field: …, label: … }, not \"yes\"\n"
			"2:81: \"state\" cannot be the result of the call\n" },
		{ "training: [{ function: fit, features: 0, label: [1, 2], weight: 3, of: 'model:ctr', owner: o }, "
			"{ function: T.train, identity: 0, label: { arg: 1, count: { arg: 2 } } }]",
			"train function fit inputs=0 labels=1,2 weights=3 of=\"model:ctr\" owner=\"o\" at m.yml:2:12 matches 0\n"
			"train function T.train identity=0 labels=1[arg 2] at m.yml:2:97 matches 0\n" },
		{ "training: [{ function: fit }]",
			"2:12: an entry of training needs one of the keys features, label, weight\n" },
		{ "sources: a.c\nsignals: [{ function: f, compiled_in: true }]", "2:10: \"sources\" is for packs: a "
			"manifest's entries hold for the program's own functions anyway\n"
			"3:39: \"compiled_in\" is for packs: a manifest's entries hold for the program's own functions anyway\n" },
		{ "ensembles: [{ name: blend, models: [a, b] }]", "ensemble blend: a b\n" },
		{ "modules: [{ name: ads, path: ['src/ads/**', x.c], owner: t }]", "module ads path=src/ads/** "
			"owner=\"t\" matches 0\nmodule ads path=x.c owner=\"t\" matches 0\n" },
		{ "world: [{ from: consumer:a, to: signal:b }]", "world consumer:a -> signal:b\n" },
		{ "rules: { a: off, b: { level: error, models: 3 }, c: { models: 2 } }",
			"rule a level=\"off\"\nrule b level=\"error\" models=3\nrule c models=2\n" },
		{ "suppress: [{ rule: r, subject: 'feature:*', reason: old, until: 2028-02-29 }]",
			"suppress r feature:* reason=\"old\" until=\"2028-02-29\"\n" },
		{ "signals: [&a { function: f }, *a]", "signal function f value=return at m.yml:2:11 matches 0\nsignal "
			"function f value=return at m.yml:2:11 matches 0\n" },
		{ "signals: [{ function: f, bad: 1 }, { functio: g }, { function: h }]", "2:26: unknown key \"bad\" in an "
			"entry of signals, "
			"expected one of compiled_in, deprecated, field, function, global, label, name, owner, parameter, requires, "
			"unstable, value, version\n"
			"2:38: unknown key \"functio\" in an entry of signals, expected one of compiled_in, deprecated, field, function, "
			"global, label, name, "
			"owner, parameter, requires, unstable, value, version; did you mean \"function\"?\n"
			"2:36: an entry of signals needs one of the keys function, parameter, field, global\n"
			"signal function f value=return at m.yml:2:11 matches 0\nsignal function h value=return at m.yml:2:52 "
			"matches 0\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_roles(str_text(str_format("version: 1\n%s\n", cases[i].text)), cases[i].expected);
}

static void test_entry_text(void **state)
{
	const char *text = "version: 1\nsignals: [{ parameter: 'f(x)' }, { field: 'struct a.b' }]\n";
	Roles roles = {0};
	Diags diags = {0};

	(void)state;
	assert_true(manifest_parse(text, strlen(text), str_intern("m.yml"), true, &roles, &diags));
	assert_string_equal(str_text(roles.roles.items[0].entry), "parameter: f(x)");
	assert_string_equal(str_text(roles.roles.items[1].entry), "field: a.b");
	assert_true(roles.roles.items[0].from_pack);
	diags_release(&diags);
	roles_release(&roles);
}

static void test_large(void **state)
{
	Text text = {0};
	Roles roles = {0};
	Diags diags = {0};

	(void)state;
	text_put(&text, "version: 1\nsignals:\n");
	for (int i = 0; i < 10000; i++)
		text_printf(&text, "  - { function: source_%d, name: \"s%d\", value: return }\n", i, i);
	assert_true(manifest_parse(text_data(&text), text.len, str_intern("m.yml"), false, &roles, &diags));
	assert_int_equal(roles.roles.len, 10000);
	assert_int_equal(roles.roles.items[9999].line, 10002);
	text_release(&text);
	diags_release(&diags);
	roles_release(&roles);
}

/* One list that thousands of entries share, and lists that contain themselves. */
static void test_alias_bombs(void **state)
{
	Text text = {0};
	Roles roles = {0};
	Diags diags = {0};

	(void)state;
	text_put(&text, "version: 1\nsignals:\n - &e { function: &f [");
	for (int i = 0; i < 20000; i++)
		text_put(&text, "f,");
	text_put(&text, "] }\n");
	for (int i = 0; i < 20000; i++)
		text_put(&text, " - *e\n");
	assert_false(manifest_parse(text_data(&text), text.len, str_intern("m.yml"), false, &roles, &diags));
	assert_int_equal(diags.errors, 1);
	assert_string_equal(str_text(diags.items.items[0].message), "too many entries, or aliases that stand for too "
		"many; the rest is ignored");
	text_release(&text);
	diags_release(&diags);
	roles_release(&roles);
	const char *cyclic = "version: 1\nsignals: &a [*a, { function: &b [*b] }]\n";
	check_diags(cyclic, strlen(cyclic), "2:10: an entry of signals must be a map (key: value), not a list\n"
		"2:30: \"function\" must be text, not a list\n");
}

static void test_deep_nesting(void **state)
{
	Text text = {0};
	Roles roles = {0};
	Diags diags = {0};

	(void)state;
	text_put(&text, "version: 1\nsignals: ");
	for (int i = 0; i < 10000; i++)
		text_char(&text, '[');
	assert_false(manifest_parse(text_data(&text), text.len, str_intern("m.yml"), false, &roles, &diags));
	assert_int_equal(diags.errors, 1);
	text_release(&text);
	diags_release(&diags);
	roles_release(&roles);
}

static void write_text(const char *path, const char *text)
{
	assert_true(file_write(path, text, strlen(text)));
}

static void test_files(void **state)
{
	char folder[] = "/tmp/featdep-bind-XXXXXX";
	Roles roles = {0};
	Diags diags = {0};
	Text actual = {0};

	(void)state;
	assert_non_null(mkdtemp(folder));
	const char *packs = str_text(str_format("%s/packs", folder)), *deep = str_text(str_format("%s/a/b/c", folder));
	assert_true(dir_make(packs) && dir_make(deep));
	write_text(str_text(str_format("%s/featdep.yml", folder)), "version: 1\nproject: top\n");
	write_text(str_text(str_format("%s/b.yml", packs)), "version: 1\nsignals: [{ function: b }]\n");
	write_text(str_text(str_format("%s/a.yml", packs)), "version: 1\nsignals: [{ function: a }]\n");
	write_text(str_text(str_format("%s/.hidden.yml", packs)), "nonsense");
	write_text(str_text(str_format("%s/README", packs)), "nonsense");

	Str found = manifest_find(deep);
	assert_string_equal(str_text(found), str_text(str_format("%s/featdep.yml", folder)));
	assert_true(str_empty(manifest_find(str_text(str_format("%s/none", folder)))));
	assert_true(str_empty(manifest_find("/")));
	assert_true(packs_load(packs, &roles, &diags));
	assert_true(manifest_load(str_text(found), &roles, &diags));
	assert_int_equal(roles.roles.len, 2);
	assert_string_equal(str_text(roles.roles.items[0].entry), "function: a");
	assert_true(roles.roles.items[1].from_pack);
	assert_string_equal(str_text(roles.project), "top");
	assert_true(str_equal(roles.manifest, found));

	assert_false(manifest_load(str_text(str_format("%s/none.yml", folder)), &roles, &diags));
	assert_false(manifest_load(folder, &roles, &diags));
	assert_false(packs_load("/nonexistent", &roles, &diags));
	print_diags(&diags, &actual);
	assert_string_equal(text_data(&actual), "0:0: cannot read the manifest: No such file or directory\n"
		"0:0: cannot read the manifest: it is not a file\n0:0: cannot read the folder of packs: No such file or "
		"directory\n");
	text_release(&actual);
	diags_release(&diags);
	roles_release(&roles);
	assert_int_equal(system(str_text(str_format("rm -r %s", folder))), 0);
}

static void check_loads(const char *path, bool (*load)(const char *path, Roles *roles, Diags *diags))
{
	Roles roles = {0};
	Diags diags = {0};
	Text actual = {0};

	load(path, &roles, &diags);
	for (uint32_t i = 0; i < diags.items.len; i++)
		diag_print(&diags.items.items[i], &actual);
	assert_string_equal(text_data(&actual), "");
	text_release(&actual);
	diags_release(&diags);
	roles_release(&roles);
}

static void test_ours(void **state)
{
	(void)state;
	check_loads(SOURCE_DIR "/analyzer/packs", packs_load);
	check_loads(SOURCE_DIR "/samples/ad-ranker/featdep.yml", manifest_load);
	check_loads(SOURCE_DIR "/samples/clean/featdep.yml", manifest_load);
	check_loads(SOURCE_DIR "/samples/fraud-scorer/featdep.yml", manifest_load);
	check_loads(SOURCE_DIR "/samples/predictive-maintenance/featdep.yml", manifest_load);
}

/* Below the heading of SECTION in TEXT there is a row for each key, and the same for the sections within. */
static void check_documented(const char *text, const Section *section, int depth)
{
	const char *heading = str_text(str_format("\n## %s\n", section->name));
	const char *start = strstr(text, heading);

	if (!start)
		fail_msg("manifest.md has no section %s", section->name);
	const char *end = strstr(start + 1, "\n## ");
	Str body = str_intern_n(start, end ? (size_t)(end - start) : strlen(start));
	for (const Key *key = section->keys; key->name; key++) {
		if (!strstr(str_text(body), str_text(str_format("\n| `%s` |", key->name))))
			fail_msg("manifest.md does not describe \"%s\" of %s", key->name, section->name);
		if (key->section && depth < 4)
			check_documented(text, key->section, depth + 1);
	}
}

static void test_documentation(void **state)
{
	Text text = {0};

	(void)state;
	assert_true(file_read(SOURCE_DIR "/analyzer/bind/manifest.md", &text));
	check_documented(text_data(&text), &section_manifest, 0);
	text_release(&text);
}

/* The examples in manifest.md are what the reader accepts. */
static void test_examples(void **state)
{
	Text text = {0};
	uint32_t count = 0;

	(void)state;
	assert_true(file_read(SOURCE_DIR "/analyzer/bind/manifest.md", &text));
	for (const char *at = text_data(&text); (at = strstr(at, "```yaml\n")); count++) {
		at += 8;
		const char *end = strstr(at, "```");
		assert_non_null(end);
		const char *body = str_text(str_intern_n(at, (size_t)(end - at)));
		if (strncmp(body, "version:", 8))
			body = str_text(str_format("version: 1\n%s", body));
		check_diags(body, strlen(body), "");
		at = end + 3;
	}
	assert_true(count >= 10);
	text_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole_files), cmocka_unit_test(test_wrong_entries), cmocka_unit_test(test_positions),
		cmocka_unit_test(test_entries), cmocka_unit_test(test_entry_text), cmocka_unit_test(test_large),
		cmocka_unit_test(test_alias_bombs), cmocka_unit_test(test_deep_nesting), cmocka_unit_test(test_files),
		cmocka_unit_test(test_ours), cmocka_unit_test(test_documentation), cmocka_unit_test(test_examples),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
