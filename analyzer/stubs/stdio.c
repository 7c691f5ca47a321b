/*
 * <stdio.h>: what is printed leaves the program, to the log when the stream is stdout or stderr. What is read comes
 * from outside. Input that is not one argument of the function, or of as many bytes as several say, or whose function
 * returns a pointer, comes from the functions featdep_source_*, which the pack declares in its place.
 */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <stdio.h>

#undef getc
#undef getchar
#undef putc
#undef putchar

#define ALL ((size_t)-1)

long featdep_source_scanf(void);
long featdep_source_fscanf(void);
long featdep_source_fread(void);
long featdep_source_fgets(void);
long featdep_source_getline(void);
long featdep_source_fgetc(void);
long featdep_source_getc(void);

/* What a FILE * leads to. Of streams that the program did not open nothing is known, and nothing there is set. */
struct featdep_file {
	const char *path;      /* first: packs name models after it */
	const char *in_memory; /* not NULL: a stream in memory, or a temporary file */
	char *memory;          /* what is in it */
	size_t bytes;
	size_t *count;         /* where the stream keeps how many there are, or NULL */
};

static struct featdep_file *opened(FILE *file)
{
	return (struct featdep_file *)file;
}

static FILE *stream_new(const char *path, const char *in_memory, char *memory, size_t bytes, size_t *count)
{
	struct featdep_file *file = __featdep_alloc(sizeof *file);

	file->path = path;
	file->in_memory = in_memory;
	file->memory = memory;
	file->bytes = bytes;
	file->count = count;
	return __featdep_unknown() ? (FILE *)file : NULL;
}

static FILE *file_new(const char *path)
{
	return stream_new(path, NULL, NULL, 0, NULL);
}

static void keep(struct featdep_file *file, long value)
{
	__featdep_may_write(file->memory, value, file->bytes);
	if (file->count)
		__featdep_may_write(file->count, value, sizeof *file->count);
}

static void escape(FILE *file, long value)
{
	if (file == stdout || file == stderr)
		__featdep_escape("log", value);
	else if (opened(file)->in_memory)
		keep(opened(file), value);
	else
		__featdep_escape("file", value);
}

static void escape_to(int fd, long value)
{
	if (fd == 1 || fd == 2)
		__featdep_escape("log", value);
	else
		__featdep_escape("file", value);
}

static void escape_memory(FILE *file, const void *from, size_t bytes)
{
	if (file == stdout || file == stderr)
		__featdep_escape_memory("log", from, bytes);
	else if (opened(file)->in_memory)
		keep(opened(file), __featdep_read(from, bytes));
	else
		__featdep_escape_memory("file", from, bytes);
}

/* What is read from FILE: what was put into its memory, or what SOURCE gives. */
#define INPUT(file, source) (opened(file)->in_memory ? __featdep_read(opened(file)->memory, opened(file)->bytes) : (source))

/* What FORMAT makes of the arguments. */
#define FORMATTED(format, args) __featdep_mix(__featdep_read(format, ALL), __featdep_varargs(args))

/* Declares VALUE, made of the variadic arguments after FORMAT. */
#define TAKE_ARGUMENTS(value, format)        \
	long value;                              \
	va_list args;                            \
	va_start(args, format);                  \
	value = FORMATTED(format, args);         \
	va_end(args)

int vsnprintf(char *restrict to, size_t bytes, const char *restrict format, va_list args)
{
	long value = FORMATTED(format, args);

	__featdep_fill(to, value, bytes);
	return (int)value;
}

int vsprintf(char *restrict to, const char *restrict format, va_list args)
{
	long value = FORMATTED(format, args);

	__featdep_fill(to, value, ALL);
	return (int)value;
}

int vasprintf(char **restrict to, const char *restrict format, va_list args)
{
	long value = FORMATTED(format, args);

	*to = __featdep_alloc(ALL);
	__featdep_fill(*to, value, ALL);
	return (int)value;
}

int snprintf(char *restrict to, size_t bytes, const char *restrict format, ...)
{
	TAKE_ARGUMENTS(value, format);

	__featdep_fill(to, value, bytes);
	return (int)value;
}

int sprintf(char *restrict to, const char *restrict format, ...)
{
	TAKE_ARGUMENTS(value, format);

	__featdep_fill(to, value, ALL);
	return (int)value;
}

int asprintf(char **restrict to, const char *restrict format, ...)
{
	TAKE_ARGUMENTS(value, format);

	*to = __featdep_alloc(ALL);
	__featdep_fill(*to, value, ALL);
	return (int)value;
}

int vprintf(const char *restrict format, va_list args)
{
	long value = FORMATTED(format, args);

	__featdep_escape("log", value);
	return (int)value;
}

int vfprintf(FILE *restrict file, const char *restrict format, va_list args)
{
	long value = FORMATTED(format, args);

	escape(file, value);
	return (int)value;
}

int vdprintf(int fd, const char *restrict format, va_list args)
{
	long value = FORMATTED(format, args);

	escape_to(fd, value);
	return (int)value;
}

int printf(const char *restrict format, ...)
{
	TAKE_ARGUMENTS(value, format);

	__featdep_escape("log", value);
	return (int)value;
}

int fprintf(FILE *restrict file, const char *restrict format, ...)
{
	TAKE_ARGUMENTS(value, format);

	escape(file, value);
	return (int)value;
}

int dprintf(int fd, const char *restrict format, ...)
{
	TAKE_ARGUMENTS(value, format);

	escape_to(fd, value);
	return (int)value;
}

int fputs(const char *restrict text, FILE *restrict file)
{
	escape_memory(file, text, ALL);
	return FD_ANY;
}

int puts(const char *text)
{
	__featdep_escape_memory("log", text, ALL);
	return FD_ANY;
}

int fputc(int c, FILE *file)
{
	escape(file, c);
	return c;
}

int putc(int c, FILE *file)
{
	escape(file, c);
	return c;
}

int putchar(int c)
{
	__featdep_escape("log", c);
	return c;
}

void perror(const char *text)
{
	__featdep_escape_memory("log", text, ALL);
}

size_t fwrite(const void *restrict from, size_t size, size_t count, FILE *restrict file)
{
	escape_memory(file, from, size * count);
	return FD_ANY;
}

size_t fread(void *restrict to, size_t size, size_t count, FILE *restrict file)
{
	long value = INPUT(file, featdep_source_fread());

	__featdep_fill(to, value, size * count);
	return (size_t)value;
}

size_t fread_unlocked(void *restrict to, size_t size, size_t count, FILE *restrict file)
{
	return fread(to, size, count, file);
}

char *fgets(char *restrict to, int bytes, FILE *restrict file)
{
	long value = INPUT(file, featdep_source_fgets());

	__featdep_fill(to, value, (size_t)bytes);
	return value ? to : NULL;
}

int fgetc(FILE *file)
{
	return (int)INPUT(file, featdep_source_fgetc());
}

int getc(FILE *file)
{
	return (int)INPUT(file, featdep_source_getc());
}

int getchar(void)
{
	return FD_ANY;
}

int ungetc(int c, FILE *file)
{
	(void)file;
	return c;
}

ssize_t getdelim(char **restrict line, size_t *restrict bytes, int delimiter, FILE *restrict file)
{
	long value = INPUT(file, featdep_source_getline());

	(void)delimiter;
	if (!*line)
		*line = __featdep_alloc(ALL);
	*bytes = FD_ANY;
	__featdep_fill(*line, value, ALL);
	return (ssize_t)value;
}

ssize_t getline(char **restrict line, size_t *restrict bytes, FILE *restrict file)
{
	return getdelim(line, bytes, '\n', file);
}

int vsscanf(const char *restrict text, const char *restrict format, va_list args)
{
	long value = __featdep_mix(__featdep_read(text, ALL), __featdep_read(format, ALL));

	__featdep_varargs_write(args, value);
	return (int)value;
}

int vfscanf(FILE *restrict file, const char *restrict format, va_list args)
{
	long value = INPUT(file, featdep_source_fscanf());

	(void)format;
	__featdep_varargs_write(args, value);
	return (int)value;
}

int vscanf(const char *restrict format, va_list args)
{
	(void)format;
	__featdep_varargs_write(args, featdep_source_scanf());
	return (int)featdep_source_scanf();
}

int sscanf(const char *restrict text, const char *restrict format, ...)
{
	long value = __featdep_mix(__featdep_read(text, ALL), __featdep_read(format, ALL));
	va_list args;

	va_start(args, format);
	__featdep_varargs_write(args, value);
	va_end(args);
	return (int)value;
}

int fscanf(FILE *restrict file, const char *restrict format, ...)
{
	long value = INPUT(file, featdep_source_fscanf());
	va_list args;

	va_start(args, format);
	__featdep_varargs_write(args, value);
	va_end(args);
	return (int)value;
}

int scanf(const char *restrict format, ...)
{
	va_list args;

	va_start(args, format);
	__featdep_varargs_write(args, featdep_source_scanf());
	va_end(args);
	return (int)featdep_source_scanf();
}

FILE *fopen(const char *restrict path, const char *restrict mode)
{
	(void)mode;
	return file_new(path);
}

FILE *fopen64(const char *restrict path, const char *restrict mode)
{
	(void)mode;
	return file_new(path);
}

FILE *freopen(const char *restrict path, const char *restrict mode, FILE *restrict file)
{
	(void)path, (void)mode;
	return __featdep_unknown() ? file : NULL;
}

FILE *fdopen(int fd, const char *mode)
{
	(void)fd, (void)mode;
	return file_new(NULL);
}

FILE *popen(const char *command, const char *mode)
{
	(void)mode;
	return file_new(command);
}

FILE *tmpfile(void)
{
	return stream_new(NULL, "memory", __featdep_alloc(ALL), ALL, NULL);
}

FILE *fmemopen(void *buffer, size_t bytes, const char *mode)
{
	(void)mode;
	return stream_new(NULL, "memory", buffer ? buffer : __featdep_alloc(bytes), bytes, NULL);
}

FILE *open_memstream(char **text, size_t *count)
{
	*text = __featdep_alloc(ALL);
	*count = 0;
	return stream_new(NULL, "memory", *text, ALL, count);
}

int fclose(FILE *file)
{
	(void)file;
	return FD_ANY;
}

int pclose(FILE *file)
{
	(void)file;
	return FD_ANY;
}

int fflush(FILE *file)
{
	(void)file;
	return FD_ANY;
}

int fseek(FILE *file, long offset, int whence)
{
	(void)file, (void)whence;
	__featdep_escape("system", offset);
	return FD_ANY;
}

int fseeko(FILE *file, off_t offset, int whence)
{
	(void)file, (void)whence;
	__featdep_escape("system", offset);
	return FD_ANY;
}

long ftell(FILE *file)
{
	return INPUT(file, FD_ANY);
}

off_t ftello(FILE *file)
{
	return INPUT(file, FD_ANY);
}

void rewind(FILE *file)
{
	(void)file;
}

int fgetpos(FILE *restrict file, fpos_t *restrict position)
{
	(void)file;
	__featdep_fill(position, FD_ANY, sizeof *position);
	return 0;
}

int fsetpos(FILE *file, const fpos_t *position)
{
	(void)file, (void)position;
	return 0;
}

int feof(FILE *file)
{
	return (int)INPUT(file, FD_ANY);
}

int ferror(FILE *file)
{
	(void)file;
	return FD_ANY;
}

void clearerr(FILE *file)
{
	(void)file;
}

int fileno(FILE *file)
{
	(void)file;
	return FD_ANY;
}

void setbuf(FILE *restrict file, char *restrict buffer)
{
	(void)file, (void)buffer;
}

int setvbuf(FILE *restrict file, char *restrict buffer, int mode, size_t bytes)
{
	(void)file, (void)buffer, (void)mode, (void)bytes;
	return 0;
}

void setlinebuf(FILE *file)
{
	(void)file;
}

void flockfile(FILE *file)
{
	(void)file;
}

void funlockfile(FILE *file)
{
	(void)file;
}

int remove(const char *path)
{
	__featdep_escape_memory("system", path, ALL);
	return FD_ANY;
}

int rename(const char *from, const char *to)
{
	__featdep_escape_memory("system", from, ALL);
	__featdep_escape_memory("system", to, ALL);
	return FD_ANY;
}

char *tmpnam(char *name)
{
	static char own[L_tmpnam];

	return name ? name : own;
}
