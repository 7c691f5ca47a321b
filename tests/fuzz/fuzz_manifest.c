/*
 * The manifest reader on hostile input. With an engine (clang -fsanitize=fuzzer -DFUZZ_ENGINE) it explores by itself;
 * without one, main mutates the texts below in a fixed sequence: fuzz_manifest [RUNS [SEED]].
 */
#include "bind/bind.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A program with one function, global, record and annotation, so that globs have something to match. */
static Module make_program(void)
{
	Module program = {0};
	Place place = { .file = 0, .line = 1, .column = 1 };

	vec_push(&program.files, (File){ .name = str_intern("src/a.c") });
	vec_push(&program.types, (Type){ .kind = TY_FLOAT, .name = str_intern("doubl"
		"e"), .bits = 64, .elem = NONE, .count = -1 });
	vec_push(&program.types, (Type){ .kind = TY_STRUCT, .name = str_intern("profil"
		"e"), .bits = 64, .elem = NONE, .count = -1,
		.nfields = 1 });
	vec_push(&program.fields, (Field){ .name = str_intern("age"), .bit_width = -1 });
	vec_push(&program.globals, (Global){ .name = str_intern("g_clock"), .place = place, .owner = NONE, .init = NONE });
	Function *function = vec_add(&program.functions);
	function->name = str_intern("predict");
	function->type = NONE;
	function->place = place;
	function->nparams = 1;
	function->defined = true;
	vec_push(&function->locals, (Local){ .name = str_intern("input"), .place = place });
	vec_push(&function->locals, (Local){ .name = str_intern("features"), .place = place });
	return program;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Module program = make_program();
	Roles roles = {0};
	Diags diags = {0};
	Text out = {0};

	bool ok = manifest_parse((const char *)data, size, str_intern("fuzz.yml"), size % 2, &roles, &diags);
	if (ok != !diags.errors)
		BUG("the result disagrees with the diagnostics");
	for (uint32_t i = 0; i < diags.items.len; i++)
		if (!diags.items.items[i].line)
			BUG("a diagnostic without a place: %s", str_text(diags.items.items[i].message));
	bind_roles(&roles, &program, &diags);
	roles_print(&roles, &program, &out);
	text_release(&out);
	diags_release(&diags);
	roles_release(&roles);
	module_release(&program);
	return 0;
}

#ifndef FUZZ_ENGINE

enum { SIZE_MAX_INPUT = 4096 };

static const char *const seeds[] = {
	"version: 1\nproject: a\nsignals:\n  - { function: \"sensor_*\", value: return, name: \"s.{arg0}\", version: "
	"\"2024-03\" }\n"
	"  - { parameter: \"predict(input)\" }\n  - { field: \"struct profile.*\", unstable: true }\n  - { global: "
	"g_clock }\n",
	"version: 1\nfeatures:\n- field: profile.age\n- variable: [features, 'predict::f*']\n- emit: {function: put, "
	"name: 1, value: 2..3}\n",
	"version: 1\nmodels:\n  - { function: predict, input: { arg: 0, count: { arg: 1 }, field: value, label: x }, "
	"outputs: [return, 1.y],\n"
	"      identity: 1, access: private, collapse: true, requires: { arg: 0, type: profile } }\n",
	"version: 1\nstores: [{ put: [{ function: p, key: 0, value: 1 }], get: { function: g, key: 0 } }]\n"
	"consumers: [{ of: 'model:*', function: predict }]\nmonitors: [{ function: m, value: 2 }]\n",
	"version: 1\nensembles: [{ name: e, models: [a, b] }]\nmodules: [{ name: m, path: 'src/**' }]\nworld: [{ "
	"from: a, to: b }]\n"
	"rules: { a: off, b: { level: note, models: 3 } }\nsuppress: [{ rule: a, subject: b, reason: c, until: "
	"2027-03-01 }]\n",
	"version: 1\nsignals: [&a { function: &f [f, g] }, *a, { function: *f, <<: *a }]\n--- !!map\n? [k]\n: |\n  text\n",
};

static const char *const words[] = {
	"version", "signals", "function", "value", "return", "{", "}", "[", "]", ": ", ", ", "- ", "\n", "\n "
	" ", "&a ", "*a", "'", "\"",
	"{arg0}", "..", "1..255", "::", "(", ")", "*", "[a-", "\\", "!!int ", "~", "true", "---\n", "...\n", "|\n", "%"
	"YAML 1.1\n", "\xc3",
	"\xef\xbb\xbf", "\t", "# ", "999999999999999999999", "struct ", ".", "until: 2027-02-30",
};

static uint64_t state;

static uint32_t next_random(uint32_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 33) % below;
}

/* Replaces COUNT bytes at AT by WORD. */
static void splice(Text *text, size_t at, size_t count, const char *word, size_t length)
{
	Text result = {0};

	text_put_n(&result, text_data(text), at);
	text_put_n(&result, word, length);
	text_put_n(&result, text_data(text) + at + count, text->len - at - count);
	text_release(text);
	*text = result;
}

static void mutate(Text *text)
{
	size_t at = next_random((uint32_t)text->len + 1), rest = text->len - at;
	size_t count = rest ? next_random((uint32_t)(rest < 40 ? rest : 40)) : 0;
	const char *word = words[next_random(sizeof words / sizeof *words)];
	const char *other = seeds[next_random(sizeof seeds / sizeof *seeds)];
	size_t from = next_random((uint32_t)strlen(other));
	char byte = (char)next_random(256);

	switch (next_random(6)) {
	case 0:
		splice(text, at, 0, word, strlen(word));
		break;
	case 1:
		splice(text, at, count, word, strlen(word));
		break;
	case 2:
		splice(text, at, count, "", 0);
		break;
	case 3:
		splice(text, at, rest > 0, &byte, 1);
		break;
	case 4:
		splice(text, at, count, other + from, strlen(other + from));
		break;
	default: {
		char *copy = mem_strndup(text_data(text) + at, count);
		splice(text, at, 0, copy, strlen(copy));
		free(copy);
		break;
	}
	}
}

int main(int argc, char **argv)
{
	long runs = argc > 1 ? atol(argv[1]) : 20000;

	state = argc > 2 ? strtoull(argv[2], NULL, 10) | 1 : 0x9e3779b97f4a7c15u;
	for (long run = 0; run < runs; run++) {
		Text text = {0};
		text_put(&text, seeds[next_random(sizeof seeds / sizeof *seeds)]);
		for (uint32_t i = next_random(8); i; i--)
			if (text.len < SIZE_MAX_INPUT)
				mutate(&text);
		LLVMFuzzerTestOneInput((const uint8_t *)text_data(&text), text.len);
		text_release(&text);
	}
	printf("%ld runs\n", runs);
	return 0;
}

#endif
