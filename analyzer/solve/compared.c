/*
 * What the library finds out of texts that are known: `strcmp(method, "yin") == 0` is decided where METHOD is a literal,
 * through callers too, so that what else could have been chosen by its name is not.
 */
#include "solve/engine.h"

#include <strings.h>

typedef int (*CompareTexts)(const char *a, const char *b);
typedef int (*CompareStarts)(const char *a, const char *b, size_t bytes);

static const struct { const char *name; CompareTexts texts; CompareStarts starts; } comparisons[] = {
	{ "strcmp", strcmp, NULL }, { "strcoll", strcmp, NULL }, { "strncmp", NULL, strncmp },
	{ "strcasecmp", strcasecmp, NULL }, { "strncasecmp", NULL, strncasecmp },
};

static FlowId number(Run *r, uint32_t instr, int64_t n)
{
	FlowId node = flow_keyed(r, FLOW_CONST, instr, hash_u64((uint64_t)n, 0xC0A2));

	flow(r->e, node)->value = value_const(n);
	return node;
}

bool compared_call(Run *r, FuncId func, const Call *call, uint32_t instr, FlowId *result)
{
	const Function *f = &r->e->program->functions.items[func];
	Str texts[2];

	if (!f->is_stub || !call->args.len)
		return false;
	if (str_is(f->name, "strlen") && certain_texts(r, call->args.items, 1, texts)) {
		*result = number(r, instr, (int64_t)strlen(str_text(texts[0])));
		return true;
	}
	for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++) {
		bool starts = comparisons[i].starts != NULL;
		if (!str_is(f->name, comparisons[i].name) || call->args.len < 2u + starts || !certain_texts(r, call->args.items, 2, texts))
			continue;
		Range bytes = starts ? number_of(r, call->args.items[2]) : range_const(0);
		if (!range_is_const(bytes) || bytes.lo < 0)
			return false;
		const char *a = str_text(texts[0]), *b = str_text(texts[1]);
		int order = starts ? comparisons[i].starts(a, b, (size_t)bytes.lo) : comparisons[i].texts(a, b);
		*result = number(r, instr, (order > 0) - (order < 0));
		return true;
	}
	return false;
}
