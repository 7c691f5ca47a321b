#include "base/diag.h"

#include <stdarg.h>
#include <string.h>

void diag_add(Diags *diags, DiagLevel level, Str file, uint32_t line, uint32_t column, const char *format, ...)
{
	Text message = {0};
	va_list args;

	va_start(args, format);
	text_vprintf(&message, format, args);
	va_end(args);
	vec_push(&diags->items, (Diag){ level, file, line, column, str_intern(text_data(&message)) });
	text_release(&message);
	diags->errors += level == DIAG_ERROR;
	diags->warnings += level == DIAG_WARNING;
}

/* Appends line LINE of FILE and a caret under COLUMN; nothing when they do not exist. */
static void print_caret(const char *file, uint32_t line, uint32_t column, Text *out)
{
	Text content = {0};

	if (line && column && file_read(file, &content)) {
		const char *start = text_data(&content);
		for (uint32_t n = 1; start && n < line; n++) {
			start = strchr(start, '\n');
			start = start ? start + 1 : NULL;
		}
		if (start && *start) {
			size_t length = strcspn(start, "\r\n");
			text_printf(out, "%5u | %.*s\n      | ", line, (int)length, start);
			for (uint32_t i = 1; i < column; i++)
				text_char(out, i <= length && start[i - 1] == '\t' ? '\t' : ' ');
			text_put(out, "^\n");
		}
	}
	text_release(&content);
}

static void print_raw(const Diag *diag, Text *out)
{
	static const char *const levels[] = { "note", "warning", "error" };

	if (str_empty(diag->file))
		text_put(out, "featdep: ");
	else if (!diag->line)
		text_printf(out, "%s: ", str_text(diag->file));
	else if (!diag->column)
		text_printf(out, "%s:%u: ", str_text(diag->file), diag->line);
	else
		text_printf(out, "%s:%u:%u: ", str_text(diag->file), diag->line, diag->column);
	text_printf(out, "%s: %s\n", levels[diag->level], str_text(diag->message));
	if (!str_empty(diag->file))
		print_caret(str_text(diag->file), diag->line, diag->column, out);
}

void diag_print(const Diag *diag, Text *out)
{
	Text raw = {0};

	print_raw(diag, &raw);
	text_plain(out, text_data(&raw));
	text_release(&raw);
}

void diags_release(Diags *diags)
{
	vec_release(&diags->items);
	*diags = (Diags){0};
}

/* Levenshtein distance, cut off at LIMIT + 1. */
static size_t edit_distance(const char *a, const char *b, size_t limit)
{
	size_t la = strlen(a), lb = strlen(b);
	size_t row[64];

	if (lb >= 64 || la >= 64 || (la > lb ? la - lb : lb - la) > limit)
		return limit + 1;
	for (size_t j = 0; j <= lb; j++)
		row[j] = j;
	for (size_t i = 1; i <= la; i++) {
		size_t diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= lb; j++) {
			size_t change = diagonal + (a[i - 1] != b[j - 1]);
			diagonal = row[j];
			size_t best = row[j - 1] + 1 < row[j] + 1 ? row[j - 1] + 1 : row[j] + 1;
			row[j] = change < best ? change : best;
		}
	}
	return row[lb];
}

const char *nearest_name(const char *word, const char *const *candidates, size_t count)
{
	size_t length = strlen(word);
	size_t limit = length < 4 ? 1 : length < 8 ? 2 : 3;
	const char *best = NULL;

	for (size_t i = 0; i < count; i++) {
		size_t distance = edit_distance(word, candidates[i], limit);
		if (distance <= limit && (!best || distance < edit_distance(word, best, limit)))
			best = candidates[i];
	}
	return best;
}
