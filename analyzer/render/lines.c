/* Sources are read once and whole; a line is shown as the compiler shows it, without what a terminal would obey. */
#include "render/lines.h"

#include "render/label.h"

#include <string.h>

enum { LINE_MAX_SHOWN = 160 };

static const Text *file_of(Sources *sources, Str file)
{
	for (uint32_t i = 0; i < sources->files.len; i++)
		if (str_equal(sources->files.items[i].file, file))
			return &sources->files.items[i].text;
	SourceFile *new = vec_add(&sources->files);
	Str path = file;
	new->file = file;
	if (!str_empty(sources->root) && *str_text(file) != '/')
		path = str_format("%s/%s", str_text(sources->root), str_text(file));
	file_read(str_text(path), &new->text);
	return &new->text;
}

const char *sources_line(Sources *sources, const Site *site, size_t *length)
{
	if (str_empty(site->file) || !site->line)
		return NULL;
	const Text *text = file_of(sources, site->file);
	const char *line = text_data(text), *end = line + text->len;
	for (uint32_t n = 1; line && n < site->line; n++) {
		line = memchr(line, '\n', (size_t)(end - line));
		line = line ? line + 1 : NULL;
	}
	if (!line || line == end)
		return NULL;
	const char *stop = memchr(line, '\n', (size_t)(end - line));
	*length = (size_t)((stop ? stop : end) - line);
	while (*length && line[*length - 1] == '\r')
		(*length)--;
	return line;
}

void lines_release(Sources *sources)
{
	for (uint32_t i = 0; i < sources->files.len; i++)
		text_release(&sources->files.items[i].text);
	vec_release(&sources->files);
}

const Colors *colors_of(bool color)
{
	static const Colors none = { "", "", "", "", "", "", "" };
	static const Colors ansi = { "\033[1m", "\033[1;31m", "\033[1;35m", "\033[1;36m", "\033[1;32m", "\033[2m", "\033[0m" };

	return color ? &ansi : &none;
}

const char *level_color(const Colors *colors, Level level)
{
	return level == LEVEL_ERROR ? colors->red : level == LEVEL_WARNING ? colors->magenta : colors->cyan;
}

void print_place(const Colors *colors, const Site *site, Text *out)
{
	if (str_empty(site->file))
		return;
	text_put(out, colors->bold);
	label_plain(out, str_text(site->file));
	if (site->line)
		text_printf(out, ":%u", site->line);
	if (site->line && site->column)
		text_printf(out, ":%u", site->column);
	text_printf(out, ":%s ", colors->end);
}

static void put_caret_line(const Colors *colors, const char *line, size_t length, uint32_t column, Text *out)
{
	text_put(out, "      | ");
	for (uint32_t i = 1; i < column; i++) {
		char c = i <= length ? line[i - 1] : ' ';
		if (((unsigned char)c & 0xc0) != 0x80)
			text_char(out, c == '\t' ? '\t' : ' ');
	}
	text_printf(out, "%s^%s\n", colors->green, colors->end);
}

void print_caret(Sources *sources, const Colors *colors, const Site *site, Str fallback, Text *out)
{
	size_t length = 0;
	const char *line = sources_line(sources, site, &length);
	bool readable = line && length <= LINE_MAX_SHOWN;
	Str text = readable ? str_intern_n(line, length) : fallback;

	if (str_empty(text) || !site->line)
		return;
	text_printf(out, "%5u | ", site->line);
	if (readable)
		label_plain(out, str_text(text));
	else
		label_cut(out, str_text(text), LINE_MAX_SHOWN);
	text_char(out, '\n');
	if (readable && site->column)
		put_caret_line(colors, line, length, site->column, out);
}

static void print_paragraph(const char *indent, uint32_t room, const char *text, Text *out)
{
	uint32_t used = 0;

	text_put(out, indent);
	for (; *text == ' '; text++, used++)
		text_char(out, ' ');
	for (bool first = true; *text; first = false) {
		size_t length = strcspn(text, " ");
		Str word = str_intern_n(text, length);
		uint32_t columns = label_width(str_text(word));
		if (!first && used + 1 + columns > room) {
			text_printf(out, "\n%s", indent);
			used = 0;
		} else if (!first) {
			text_char(out, ' ');
			used++;
		}
		text_put(out, str_text(word));
		used += columns;
		text += length;
		text += strspn(text, " ");
	}
	text_char(out, '\n');
}

void print_wrapped(const char *indent, uint32_t width, const char *text, Text *out)
{
	uint32_t room = width > strlen(indent) + 20 ? width - (uint32_t)strlen(indent) : UINT32_MAX;

	do {
		size_t length = strcspn(text, "\n");
		Text plain = {0};
		label_plain(&plain, str_text(str_intern_n(text, length)));
		print_paragraph(indent, room, text_data(&plain), out);
		text_release(&plain);
		text += length;
		text += *text == '\n';
	} while (*text);
}
