/*
 * Source texts for people. The analysed files are foreign: names may lead to devices, bytes may be in any encoding,
 * a line may be a megabyte of generated numbers. All of that ends here: what comes out is short and printable.
 */
#include "graph/source.h"

#include <sys/stat.h>

enum { MAX_FILE = 64 << 20 };

static bool is_readable(const char *path)
{
	struct stat st;

	return !stat(path, &st) && S_ISREG(st.st_mode) && st.st_size < MAX_FILE;
}

static void file_load(const Sources *sources, Str name, SourceFile *file)
{
	Text path = {0};

	if (str_text(name)[0] != '/' && !str_empty(sources->root))
		text_printf(&path, "%s/", str_text(sources->root));
	text_put(&path, str_text(name));
	file->readable = is_readable(text_data(&path)) && file_read(text_data(&path), &file->text);
	if (file->readable)
		vec_push(&file->lines, 0);
	for (size_t i = 0; file->readable && i < file->text.len; i++)
		if (file->text.data[i] == '\n')
			vec_push(&file->lines, (uint32_t)i + 1);
	text_release(&path);
}

static const SourceFile *file_get(Sources *sources, Str name)
{
	uint32_t index;

	if (map_get(&sources->files, name.i, &index))
		return &sources->items.items[index];
	SourceFile *file = vec_add(&sources->items);
	file_load(sources, name, file);
	map_put(&sources->files, name.i, sources->items.len - 1);
	if (!file->readable && !sources->unreadable++)
		sources->first_unreadable = name;
	return file;
}

static bool is_space(unsigned char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Bytes of the UTF-8 sequence that starts at S with LEFT bytes, or 0 when it is none. */
static size_t sequence_length(const unsigned char *s, size_t left)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t n = s[0] < 0x80 ? 1 : s[0] < 0xc0 ? 0 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : s[0] < 0xf8 ? 4 : 0;
	uint32_t code = n > 1 ? s[0] & (0x7fu >> n) : s[0];

	if (!n || n > left)
		return 0;
	for (size_t i = 1; i < n; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		code = code << 6 | (s[i] & 0x3f);
	}
	return code >= least[n] && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? n : 0;
}

static Str line_clean(const unsigned char *s, size_t length, size_t max)
{
	Text out = {0};

	while (length && is_space(*s))
		s++, length--;
	while (length && is_space(s[length - 1]))
		length--;
	while (length) {
		size_t n = sequence_length(s, length), size = n ? n : 1;
		if (out.len + 3 > max) {
			text_put(&out, "…");
			break;
		}
		if (!n)
			text_put(&out, "\xef\xbf\xbd");
		else if (*s < 0x20 || *s == 0x7f)
			text_char(&out, ' ');
		else
			text_put_n(&out, (const char *)s, n);
		s += size;
		length -= size;
	}
	Str line = str_intern_n(text_data(&out), out.len);
	text_release(&out);
	return line;
}

Str source_line(Sources *sources, Str file, uint32_t line, size_t max)
{
	if (str_empty(file) || !line)
		return (Str){0};
	const SourceFile *source = file_get(sources, file);
	if (line > source->lines.len)
		return (Str){0};
	uint32_t start = source->lines.items[line - 1];
	size_t end = line < source->lines.len ? source->lines.items[line] : source->text.len;
	return line_clean((const unsigned char *)text_data(&source->text) + start, end - start, max);
}

void sources_report(const Sources *sources, Diags *diags)
{
	const char *first = str_text(sources->first_unreadable);

	if (sources->unreadable == 1)
		diag_add(diags, DIAG_WARNING, (Str){0}, 0, 0, "cannot read source file \"%s\": its lines are not shown", first);
	else if (sources->unreadable)
		diag_add(diags, DIAG_WARNING, (Str){0}, 0, 0,
		         "cannot read %u source files (\"%s\", …): their lines are not shown", sources->unreadable, first);
}

void sources_release(Sources *sources)
{
	for (uint32_t i = 0; i < sources->items.len; i++) {
		text_release(&sources->items.items[i].text);
		vec_release(&sources->items.items[i].lines);
	}
	vec_release(&sources->items);
	map_release(&sources->files);
	*sources = (Sources){0};
}
