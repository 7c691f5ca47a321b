/*
 * One state machine splits both kinds of text, because gcc reads a response file with the rules of sh for
 * blanks, quotes and backslashes. Inside double quotes a backslash escapes only what sh lets it escape, plus
 * the newline that it removes.
 */
#include "plan/shell.h"

#include "base/text.h"

#include <string.h>

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/* The character after a backslash at P, put into WORD; returns the last character used. */
static const char *escape_take(const char *p, bool in_quotes, Text *word)
{
	char next = p[1];

	if (!next) {
		text_char(word, '\\');
		return p;
	}
	if (next == '\n')
		return p + 1;
	if (in_quotes && !strchr("\"\\$`", next))
		text_char(word, '\\');
	text_char(word, next);
	return p + 1;
}

bool shell_split(const char *text, StrList *words)
{
	Text word = {0};
	bool open = false; /* a word has begun; "" is one too */
	char quote = 0;

	for (const char *p = text; *p; p++) {
		if (quote && *p == quote) {
			quote = 0;
		} else if (quote == '\'') {
			text_char(&word, *p);
		} else if (*p == '\\') {
			p = escape_take(p, quote == '"', &word);
			open = true;
		} else if (quote) {
			text_char(&word, *p);
		} else if (*p == '"' || *p == '\'') {
			quote = *p;
			open = true;
		} else if (!is_blank(*p)) {
			text_char(&word, *p);
			open = true;
		} else if (open) {
			vec_push(words, str_intern(text_data(&word)));
			text_clear(&word);
			open = false;
		}
	}
	if (open)
		vec_push(words, str_intern(text_data(&word)));
	text_release(&word);
	return !quote;
}

Str shell_quote(const char *word)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./,:@%";
	Text quoted = {0};

	if (*word && strspn(word, plain) == strlen(word))
		return str_intern(word);
	text_char(&quoted, '\'');
	for (const char *p = word; *p; p++) {
		if (*p == '\'')
			text_put(&quoted, "'\\''");
		else
			text_char(&quoted, *p);
	}
	text_char(&quoted, '\'');
	Str result = str_intern(quoted.data);
	text_release(&quoted);
	return result;
}

bool str_list_has(const StrList *list, Str word)
{
	for (uint32_t i = 0; i < list->len; i++)
		if (str_equal(list->items[i], word))
			return true;
	return false;
}
