/* One pass over the bytes with the state of a C scanner: comments become spaces, literals stay. */
#include "graph/code.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_BYTES = 64 << 20 };

static bool read_text(const char *path, Text *text)
{
	struct stat info;
	char buffer[1 << 14];
	size_t got;

	if (stat(path, &info) || !S_ISREG(info.st_mode) || info.st_size > MAX_BYTES)
		return false;
	FILE *stream = fopen(path, "rb");
	if (!stream)
		return false;
	while ((got = fread(buffer, 1, sizeof buffer, stream)))
		text_put_n(text, buffer, got);
	bool ok = !ferror(stream);
	fclose(stream);
	return ok;
}

/* The end of the comment or literal that starts at AT. */
static size_t skip_token(const char *s, size_t at, size_t length)
{
	char quote = s[at];

	if (s[at] == '/') {
		bool block = s[at + 1] == '*';
		for (at += 2; at < length; at++) {
			if (block && s[at] == '*' && at + 1 < length && s[at + 1] == '/')
				return at + 2;
			if (!block && s[at] == '\n' && s[at - 1] != '\\')
				return at;
		}
		return length;
	}
	for (at++; at < length && s[at] != quote && s[at] != '\n'; at++)
		at += s[at] == '\\';
	return at < length ? at + 1 : length;
}

static void blank_comments(Text *text)
{
	for (size_t i = 0; i < text->len;) {
		i += strcspn(text->data + i, "/\"'");
		char c = i < text->len ? text->data[i] : '\0';
		bool comment = c == '/' && i + 1 < text->len && (text->data[i + 1] == '*' || text->data[i + 1] == '/');
		if (!comment && c != '"' && c != '\'') {
			i++;
			continue;
		}
		size_t end = skip_token(text->data, i, text->len);
		for (; i < end; i++)
			if (comment && text->data[i] != '\n')
				text->data[i] = ' ';
	}
}

static void split_lines(CodeFile *code)
{
	size_t start = 0;

	while (start < code->text.len) {
		const char *line = code->text.data + start, *newline = memchr(line, '\n', code->text.len - start);
		size_t length = newline ? (size_t)(newline - line) : code->text.len - start, blank = 0;
		while (blank < length && isspace((unsigned char)line[blank]))
			blank++;
		vec_push(&code->lines, (CodeLine){ (uint32_t)start, (uint32_t)length, blank < length });
		start += length + 1;
	}
}

bool code_read(const Module *program, FileId file, CodeFile *code)
{
	const char *name = str_text(program->files.items[file].name);
	Str path = *name == '/' ? program->files.items[file].name : str_format("%s/%s", str_text(program->root), name);

	*code = (CodeFile){ .file = file };
	if (!read_text(str_text(path), &code->text)) {
		code_release(code);
		return false;
	}
	blank_comments(&code->text);
	split_lines(code);
	return true;
}

void code_release(CodeFile *code)
{
	text_release(&code->text);
	vec_release(&code->lines);
}
