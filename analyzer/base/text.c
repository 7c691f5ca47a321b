#include "base/text.h"

#include "base/bug.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ROOM_FOR_PRINTF = 60 }; /* most of what is formatted is shorter, and then once is enough */

static void reserve(Text *text, size_t more)
{
	size_t need = text->len + more + 1;

	if (need <= text->cap)
		return;
	text->cap = text->cap * 2 > need ? text->cap * 2 : need;
	text->data = mem_realloc(text->data, text->cap);
}

void text_put_n(Text *text, const char *bytes, size_t length)
{
	reserve(text, length);
	if (length)
		memcpy(text->data + text->len, bytes, length);
	text->len += length;
	text->data[text->len] = '\0';
}

void text_put(Text *text, const char *string)
{
	text_put_n(text, string, strlen(string));
}

void text_char(Text *text, char c)
{
	reserve(text, 1);
	text->data[text->len++] = c;
	text->data[text->len] = '\0';
}

void text_number(Text *text, int64_t number)
{
	char digits[20];
	size_t at = sizeof digits;
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

	do
		digits[--at] = (char)('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		digits[--at] = '-';
	text_put_n(text, digits + at, sizeof digits - at);
}

void text_vprintf(Text *text, const char *format, va_list args)
{
	va_list again;

	va_copy(again, args);
	reserve(text, ROOM_FOR_PRINTF);
	size_t room = text->cap - text->len;
	int length = vsnprintf(text->data + text->len, room, format, args);
	if (length < 0)
		BUG("cannot format \"%s\"", format);
	if ((size_t)length >= room) {
		reserve(text, (size_t)length);
		vsnprintf(text->data + text->len, (size_t)length + 1, format, again);
	}
	va_end(again);
	text->len += (size_t)length;
}

void text_printf(Text *text, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	text_vprintf(text, format, args);
	va_end(args);
}

void text_clear(Text *text)
{
	text->len = 0;
	if (text->data)
		text->data[0] = '\0';
}

void text_release(Text *text)
{
	free(text->data);
	*text = (Text){0};
}

const char *text_data(const Text *text)
{
	return text->data ? text->data : "";
}

size_t utf8_length(const char *string, size_t length)
{
	const unsigned char *s = (const unsigned char *)string;

	if (!length || s[0] < 0x80)
		return length > 0;
	size_t n = s[0] >= 0xc2 && s[0] <= 0xdf ? 2 : (s[0] & 0xf0) == 0xe0 ? 3 : s[0] >= 0xf0 && s[0] <= 0xf4 ? 4 : 0;
	if (n > length)
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) || (s[0] == 0xf0 && s[1] < 0x90) ||
	    (s[0] == 0xf4 && s[1] > 0x8f))
		return 0;
	return n;
}

/* How much of S is ASCII that no format here escapes. */
static size_t plain_length(const unsigned char *s)
{
	size_t n = 0;

	while (s[n] >= 0x20 && s[n] < 0x7f && s[n] != '"' && s[n] != '\\' && s[n] != '&' && s[n] != '<' && s[n] != '>' &&
		s[n] != '\'')
		n++;
	return n;
}

/* Puts what needs no escape; what does, or the end, comes next. */
static const unsigned char *put_plain(Text *text, const unsigned char *s)
{
	size_t plain = plain_length(s);

	text_put_n(text, (const char *)s, plain);
	return s + plain;
}

static const char REPLACEMENT[] = "\xef\xbf\xbd";

static void put_json(Text *text, const char *string, const char *replacement)
{
	const unsigned char *s = (const unsigned char *)string;

	text_char(text, '"');
	for (s = put_plain(text, s); *s; s = put_plain(text, s)) {
		size_t n = utf8_length((const char *)s, 4);
		if (!n) {
			text_put_n(text, replacement ? replacement : (const char *)s, replacement ? strlen(replacement) : 1);
			s++;
			continue;
		}
		if (*s == '"' || *s == '\\') {
			text_char(text, '\\');
			text_char(text, (char)*s);
		} else if (*s == '\n') {
			text_put(text, "\\n");
		} else if (*s == '\t') {
			text_put(text, "\\t");
		} else if (*s < 0x20 || *s == 0x7f) {
			text_printf(text, "\\u%04x", *s);
		} else {
			text_put_n(text, (const char *)s, n);
		}
		s += n;
	}
	text_char(text, '"');
}

void text_json(Text *text, const char *string)
{
	put_json(text, string, REPLACEMENT);
}

void text_json_bytes(Text *text, const char *string)
{
	put_json(text, string, NULL);
}

void text_plain(Text *text, const char *string)
{
	const unsigned char *s = (const unsigned char *)string;

	while (*s) {
		size_t n = utf8_length((const char *)s, 4);
		bool control = (*s < 0x20 && *s != '\t' && *s != '\n') || *s == 0x7f || (*s == 0xc2 && s[1] < 0xa0);
		if (n && !control)
			text_put_n(text, (const char *)s, n);
		else
			text_put(text, REPLACEMENT);
		s += n ? n : 1;
	}
}

void text_html(Text *text, const char *string)
{
	const unsigned char *s = (const unsigned char *)string;

	for (s = put_plain(text, s); *s; s = put_plain(text, s)) {
		size_t n = utf8_length((const char *)s, 4);
		switch (n ? *s : 0) {
		case '&': text_put(text, "&amp;"); break;
		case '<': text_put(text, "&lt;"); break;
		case '>': text_put(text, "&gt;"); break;
		case '"': text_put(text, "&quot;"); break;
		case '\'': text_put(text, "&#39;"); break;
		default:
			if (!n || (*s < 0x20 && *s != '\t' && *s != '\n'))
				text_put(text, REPLACEMENT);
			else
				text_put_n(text, (const char *)s, n);
		}
		s += n ? n : 1;
	}
}

enum { READ_SIZE = 1 << 18 };

bool file_read(const char *path, Text *text)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat info;

	if (fd < 0)
		return false;
	if (!fstat(fd, &info) && S_ISREG(info.st_mode))
		reserve(text, (size_t)info.st_size + READ_SIZE);
	for (;;) {
		reserve(text, READ_SIZE);
		ssize_t n = read(fd, text->data + text->len, READ_SIZE);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			int saved = errno;
			close(fd);
			text->data[text->len] = '\0';
			errno = saved;
			return n == 0;
		}
		text->len += (size_t)n;
	}
}

static bool write_all(int fd, const char *data, size_t length)
{
	while (length) {
		ssize_t n = write(fd, data, length);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		data += n;
		length -= (size_t)n;
	}
	return true;
}

/* A pipe, a terminal, /dev/stdout: nothing that a new file could take the place of. */
static bool is_stream(const char *path)
{
	struct stat info;

	return !strncmp(path, "/dev/", 5) || (!stat(path, &info) && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode));
}

static bool stream_write(const char *path, const char *data, size_t length)
{
	bool is_output = !strcmp(path, "/dev/stdout"); /* a second descriptor of a file would have a place of its own in it */
	int fd = is_output ? STDOUT_FILENO : open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
	bool done = fd >= 0 && write_all(fd, data, length);
	int saved = errno;

	if (fd >= 0 && !is_output && close(fd) && done) {
		saved = errno;
		done = false;
	}
	errno = saved;
	return done;
}

bool file_write(const char *path, const char *data, size_t length)
{
	Text temporary = {0};

	if (is_stream(path))
		return stream_write(path, data, length);
	text_printf(&temporary, "%s.%ld.tmp", path, (long)getpid());
	int fd = open(temporary.data, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	bool done = fd >= 0 && write_all(fd, data, length);
	int saved = errno;
	if (fd >= 0 && close(fd) && done) {
		saved = errno;
		done = false;
	}
	if (done && rename(temporary.data, path)) {
		saved = errno;
		done = false;
	}
	if (!done && fd >= 0)
		unlink(temporary.data);
	text_release(&temporary);
	errno = saved;
	return done;
}

bool dir_make(const char *path)
{
	char *copy = mem_strdup(path);
	bool done = true;

	for (char *p = copy + 1; *copy && done; p++) {
		char c = *p;
		if (c != '/' && c)
			continue;
		*p = '\0';
		done = !mkdir(copy, 0777) || errno == EEXIST;
		*p = c;
		if (!c)
			break;
	}
	free(copy);
	if (!done)
		return false;
	struct stat info;
	if (stat(path, &info))
		return false;
	if (!S_ISDIR(info.st_mode)) {
		errno = ENOTDIR;
		return false;
	}
	return true;
}
