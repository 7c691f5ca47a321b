/* Growing text buffers, whole files, and the escapings of the output formats. */
#ifndef FEATDEP_BASE_TEXT_H
#define FEATDEP_BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A zeroed Text is valid and empty; data is NUL-terminated once something was put. */
typedef struct {
	char *data;
	size_t len, cap;
} Text;

void text_put(Text *text, const char *string);
void text_put_n(Text *text, const char *bytes, size_t length);
void text_char(Text *text, char c);
void text_number(Text *text, int64_t number);
void text_printf(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_vprintf(Text *text, const char *format, va_list args);
void text_clear(Text *text);
void text_release(Text *text);
/* The contents, never NULL. */
const char *text_data(const Text *text);

/* Length of the valid UTF-8 sequence that the LENGTH bytes at STRING begin with, or 0 (RFC 3629: no overlong forms, no
   surrogates). */
size_t utf8_length(const char *string, size_t length);
/* A JSON string with its quotes; invalid UTF-8 becomes U+FFFD, control characters \u00xx. */
void text_json(Text *text, const char *string);
/* The same, but invalid UTF-8 stays as it is: for json_read_bytes. */
void text_json_bytes(Text *text, const char *string);
/* For terminals: invalid UTF-8 and control characters but tabs and line breaks become U+FFFD. */
void text_plain(Text *text, const char *string);
/* Escapes & < > " ' for HTML and XML; control characters XML forbids and invalid UTF-8 become U+FFFD. */
void text_html(Text *text, const char *string);

/* Reads a whole file; false with errno set when it cannot be read. Appends to TEXT. */
bool file_read(const char *path, Text *text);
/* Writes to a temporary name beside PATH and renames; false with errno set, PATH untouched, on failure. What is no file,
   such as a pipe or /dev/stdout, is written to. */
bool file_write(const char *path, const char *data, size_t length);
/* mkdir -p; false with errno set. */
bool dir_make(const char *path);

#endif
