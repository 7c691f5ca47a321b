/* What a file holds is told by its first bytes and its keys, not by its name. */
#include "baseline.h"

#include "model/graph_json.h"
#include "model/sarif_read.h"
#include "plan/path.h"
#include "render/database_read.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { HEAD = 4096 };

static bool is_sarif(const Text *content)
{
	Str head = str_intern_n(text_data(content), content->len < HEAD ? content->len : HEAD);

	return strstr(str_text(head), "\"runs\"") || strstr(str_text(head), "sarif");
}

bool baseline_read(const char *path, Graph *graph, Diags *diags)
{
	struct stat info;
	Str file = !stat(path, &info) && S_ISDIR(info.st_mode) ? path_join(path, "graph.json") : str_intern(path);
	Text content = {0};
	bool done = file_read(str_text(file), &content);

	if (!done)
		diag_add(diags, DIAG_ERROR, file, 0, 0, "cannot be read: %s", strerror(errno));
	else if (database_is(text_data(&content), content.len))
		done = database_read(str_text(file), graph, diags);
	else if (is_sarif(&content))
		done = sarif_read(text_data(&content), content.len, file, graph, diags);
	else
		done = graph_json_parse(text_data(&content), content.len, file, graph, diags);
	text_release(&content);
	return done;
}

typedef struct { const char *start; size_t length; } Word;

/* The words of a line: between tabs when it has any, else between blanks. Returns how many, at most 4. */
static uint32_t words_of(const char *line, size_t length, Word words[4])
{
	bool tabs = memchr(line, '\t', length) != NULL;
	uint32_t count = 0;

	for (size_t i = 0; i < length && count < 4;) {
		size_t end = i;
		while (end < length && !(line[end] == '\t' || line[end] == '\r' || (!tabs && line[end] == ' ')))
			end++;
		if (end > i)
			words[count++] = (Word){ line + i, end - i };
		i = end + 1;
	}
	return count;
}

/* "R100" of git. */
static bool is_status(const Word *word)
{
	for (size_t i = 1; i < word->length; i++)
		if (!isdigit((unsigned char)word->start[i]))
			return false;
	return word->length && strchr("RC", *word->start);
}

bool renames_parse(const char *text, Str file, Renames *renames, Diags *diags)
{
	bool done = true;

	for (uint32_t line = 1; *text; line++) {
		size_t length = strcspn(text, "\n");
		Word words[4];
		uint32_t count = *text == '#' ? 0 : words_of(text, length, words);
		bool renamed = count == 3 && is_status(&words[0]), other = count == 2 && words[0].length == 1;
		if (renamed || (count == 2 && !other)) {
			Word *from = &words[renamed], *to = &words[renamed + 1];
			vec_push(renames, (Rename){ str_intern_n(from->start, from->length), str_intern_n(to->start, to->length) });
		} else if (count && !other) {
			diag_add(diags, DIAG_ERROR, file, line, 0, "expected an old and a new file name");
			done = false;
		}
		text += length + (text[length] == '\n');
	}
	return done;
}

bool renames_read(const char *path, Renames *renames, Diags *diags)
{
	Text content = {0};
	bool done = file_read(path, &content);

	if (!done)
		diag_add(diags, DIAG_ERROR, str_intern(path), 0, 0, "cannot be read: %s", strerror(errno));
	done = done && renames_parse(text_data(&content), str_intern(path), renames, diags);
	text_release(&content);
	return done;
}
