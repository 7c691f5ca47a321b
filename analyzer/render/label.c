/*
 * Everything a graph says comes from the analysed code or a manifest and may be long, broken or hostile. Lengths
 * are counted in characters: bytes that do not continue a UTF-8 sequence.
 */
#include "render/label.h"

#include <string.h>

static bool continues(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

static bool is_control(char c)
{
	return (unsigned char)c < 0x20 || c == 0x7f;
}

uint32_t label_width(const char *text)
{
	uint32_t width = 0;

	for (; *text; text++)
		width += !continues(*text);
	return width;
}

/* The start of character N of TEXT. */
static const char *character(const char *text, uint32_t n)
{
	for (; *text; text++)
		if (!continues(*text) && n-- == 0)
			break;
	return text;
}

static void put_line(Text *out, const char *text, const char *end)
{
	for (; text < end; text++)
		text_char(out, is_control(*text) ? ' ' : *text);
}

void label_cut(Text *out, const char *text, uint32_t max)
{
	uint32_t width = label_width(text), head = max * 2 / 3;

	if (width <= max) {
		put_line(out, text, text + strlen(text));
		return;
	}
	put_line(out, text, character(text, head));
	text_put(out, "…");
	const char *tail = character(text, width - (max - head - 1));
	put_line(out, tail, tail + strlen(tail));
}

void label_cut_end(Text *out, const char *text, uint32_t max)
{
	bool fits = label_width(text) <= max;

	put_line(out, text, fits ? text + strlen(text) : character(text, max - 1));
	if (!fits)
		text_put(out, "…");
}

void label_cut_name(Text *out, const char *name, uint32_t max)
{
	const char *member = strrchr(name, '.');
	uint32_t width = member ? label_width(member) : 0;
	enum { LEAST_HEAD = 4 };

	if (!member || label_width(name) <= max || width + LEAST_HEAD + 1 > max) {
		label_cut(out, name, max);
		return;
	}
	put_line(out, name, character(name, max - width - 1));
	text_put(out, "…");
	put_line(out, member, member + strlen(member));
}

void label_quote(Text *out, const char *text)
{
	Text escaped = {0};

	text_html(&escaped, text);
	text_char(out, '"');
	for (const char *c = text_data(&escaped); *c; c++) {
		if (*c == '\n') {
			text_put(out, "\\n");
		} else {
			if (*c == '\\')
				text_char(out, '\\');
			text_char(out, is_control(*c) ? ' ' : *c);
		}
	}
	text_char(out, '"');
	text_release(&escaped);
}

/* The length of the UTF-8 sequence at C, 0 when it is none. */
static size_t sequence(const char *c)
{
	unsigned char first = (unsigned char)*c;
	size_t length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;

	if (first >= 0x80 && (first < 0xc2 || first > 0xf4))
		return 0;
	for (size_t i = 1; i < length; i++)
		if (!continues(c[i]))
			return 0;
	unsigned char second = length > 1 ? (unsigned char)c[1] : 0;
	if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) || (first == 0xf0 && second < 0x90) ||
		(first == 0xf4 && second > 0x8f))
		return 0;
	return first == 0xc2 && second < 0xa0 ? 0 : length;
}

void label_plain(Text *out, const char *text)
{
	while (*text) {
		size_t length = sequence(text);
		if (!length) {
			text_put(out, "\xef\xbf\xbd");
			for (text++; continues(*text); text++)
				continue;
		} else if (length == 1 && is_control(*text) && *text != '\t') {
			text_char(out, *text == '\n' ? ' ' : '?');
			text++;
		} else {
			text_put_n(out, text, length);
			text += length;
		}
	}
}

void label_site(Text *out, const Site *site, uint32_t max)
{
	const char *file = str_text(site->file);
	uint32_t width = label_width(file);

	if (str_empty(site->file))
		return;
	if (max && width > max) {
		const char *tail = character(file, width - max + 1), *slash = strchr(tail, '/');
		text_put(out, "…");
		file = slash ? slash : tail;
	}
	put_line(out, file, file + strlen(file));
	if (site->line)
		text_printf(out, ":%u", site->line);
}

void label_count(Text *out, uint32_t count, const char *noun)
{
	text_printf(out, "%u %s%s", count, noun, count == 1 ? "" : "s");
}

void label_id(Text *out, const char *text)
{
	Text plain = {0};

	label_plain(&plain, text);
	text_char(out, '"');
	for (const char *c = text_data(&plain); *c; c++) {
		if (*c == '"' || *c == '\\')
			text_char(out, '\\');
		text_char(out, *c);
	}
	text_char(out, '"');
	text_release(&plain);
}
