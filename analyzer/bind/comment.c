/*
 * Comments that suppress findings. Few files have any, so a file is searched for the words as a whole before anything in
 * it is looked at; they count only where a comment starts with them.
 */
#include "bind/bind.h"
#include "bind/schema.h"

#include <ctype.h>
#include <sys/stat.h>

static const char MARK[] = "featdep: ignore";
enum { MAX_BYTES = 64 << 20 };

typedef struct {
	const char *text;
	Str file;
	Roles *roles;
	Diags *diags;
} Comments;

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static uint32_t count_lines(const char *from, const char *to)
{
	uint32_t lines = 0;

	for (; from < to; from++)
		lines += *from == '\n';
	return lines;
}

static uint32_t column_of(const Comments *c, const char *at)
{
	const char *start = at;

	while (start > c->text && start[-1] != '\n')
		start--;
	return (uint32_t)(at - start) + 1;
}

/* Where the comment opens that starts with what is at MARK; NULL: none does. */
static const char *find_opening(const Comments *c, const char *mark)
{
	const char *p = mark;

	while (p > c->text && is_blank(p[-1]))
		p--;
	return p >= c->text + 2 && p[-2] == '/' && (p[-1] == '*' || p[-1] == '/') ? p - 2 : NULL;
}

static bool starts_line(const Comments *c, const char *at)
{
	while (at > c->text && is_blank(at[-1]))
		at--;
	return at == c->text || at[-1] == '\n';
}

static bool ends_line(const char *at)
{
	while (is_blank(*at) || *at == '\r')
		at++;
	return !*at || *at == '\n';
}

/* What FROM to END says, in one line without the stars at the starts of lines. */
static void take_words(const char *from, const char *end, Text *words)
{
	bool line_starts = false;

	for (; from < end; from++) {
		bool star = line_starts && *from == '*';
		line_starts = *from == '\n' || (line_starts && isspace((unsigned char)*from));
		if (isspace((unsigned char)*from) || star) {
			if (words->len && words->data[words->len - 1] != ' ')
				text_char(words, ' ');
		} else {
			text_char(words, *from);
		}
	}
	while (words->len && words->data[words->len - 1] == ' ')
		words->data[--words->len] = '\0';
}

static Str next_word(const char **words)
{
	size_t length = strcspn(*words, " ");
	Str word = str_intern_n(*words, length);

	*words += length + strspn(*words + length, " ");
	return word;
}

static void complain(const Comments *c, uint32_t line, const char *what)
{
	diag_add(c->diags, DIAG_WARNING, c->file, line, 0, "\"%s\" %s", MARK, what);
}

/* WORDS: RULE [until DATE] REASON. A reason may begin with "until", but not with a number behind it. */
static void add_suppression(const Comments *c, Suppression *s, const char *words)
{
	s->rule = next_word(&words);
	if (!strncmp(words, "until ", 6) && isdigit((unsigned char)words[6])) {
		words += 6;
		s->until = next_word(&words);
		if (!date_is(str_text(s->until))) {
			complain(c, s->line, "has no date YYYY-MM-DD behind \"until\" and is not applied");
			return;
		}
	}
	s->reason = str_intern(words);
	if (str_empty(s->rule))
		complain(c, s->line, "names no rule");
	else if (str_empty(s->reason))
		complain(c, s->line, str_text(str_format("%s has no reason and is not applied: write why after the rule",
		                                         str_text(s->rule))));
	else
		vec_push(&c->roles->suppressions, *s);
}

static void read_comment(const Comments *c, const char *mark, uint32_t line)
{
	const char *open = find_opening(c, mark), *start = mark + strlen(MARK);
	Text words = {0};

	if (!open || (*start && !isspace((unsigned char)*start) && *start != '*'))
		return;
	bool block = open[1] == '*';
	const char *end = block ? strstr(start, "*/") : start + strcspn(start, "\n");
	if (!end)
		return;
	Suppression suppression = {
		.file = c->file, .line = line, .column = column_of(c, open), .in_source = true,
		.alone = starts_line(c, open) && ends_line(end + (block ? 2 : 0)), .last = line + count_lines(mark, end),
	};
	take_words(start, end, &words);
	add_suppression(c, &suppression, text_data(&words) + strspn(text_data(&words), " "));
	text_release(&words);
}

static void read_file(const Comments *c)
{
	uint32_t line = 1;
	const char *from = c->text;

	for (const char *mark = strstr(from, MARK); mark; mark = strstr(mark + 1, MARK)) {
		line += count_lines(from, mark);
		from = mark;
		read_comment(c, mark, line);
	}
}

void bind_comments(Roles *roles, const Module *program, Diags *diags)
{
	for (uint32_t i = 0; i < program->files.len; i++) {
		const File *file = &program->files.items[i];
		Text path = {0}, text = {0};
		struct stat info;
		if (file->is_system)
			continue;
		if (*str_text(file->name) != '/')
			text_printf(&path, "%s/", str_text(program->root));
		text_put(&path, str_text(file->name));
		bool regular = !stat(text_data(&path), &info) && S_ISREG(info.st_mode) && info.st_size < MAX_BYTES;
		if (regular && file_read(text_data(&path), &text))
			read_file(&(Comments){ text_data(&text), file->name, roles, diags });
		text_release(&path);
		text_release(&text);
	}
}
