/* Names and source text in Markdown: whatever they hold, nothing in them is markup. */
#include "render/markup.h"

#include "render/label.h"

#include <string.h>

void markdown_prose(Text *out, const char *text)
{
	Text plain = {0};

	label_plain(&plain, text);
	for (const char *c = text_data(&plain); *c; c++) {
		if (strchr("\\`*_{}[]<>#|&~", *c))
			text_char(out, '\\');
		text_char(out, *c == '\t' ? ' ' : *c);
	}
	text_release(&plain);
}

static size_t longest_run(const char *text, char c)
{
	size_t longest = 0, run = 0;

	for (; *text; text++) {
		run = *text == c ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return longest;
}

static void put_repeated(Text *out, char c, size_t count)
{
	while (count--)
		text_char(out, c);
}

void markdown_code(Text *out, const char *text)
{
	Text plain = {0};

	label_plain(&plain, text);
	const char *data = text_data(&plain);
	size_t fence = longest_run(data, '`') + 1;
	bool pad = *data == '`' || (plain.len && data[plain.len - 1] == '`');
	if (!plain.len)
		return;
	put_repeated(out, '`', fence);
	text_put(out, pad ? " " : "");
	for (const char *c = data; *c; c++) {
		if (*c == '|')
			text_char(out, '\\');
		text_char(out, *c == '\t' ? ' ' : *c);
	}
	text_put(out, pad ? " " : "");
	put_repeated(out, '`', fence);
	text_release(&plain);
}

void markdown_block(Text *out, const char *language, const char *code)
{
	size_t fence = longest_run(code, '`') + 1;

	put_repeated(out, '`', fence < 3 ? 3 : fence);
	text_printf(out, "%s\n%s", language, code);
	put_repeated(out, '`', fence < 3 ? 3 : fence);
	text_put(out, "\n\n");
}
