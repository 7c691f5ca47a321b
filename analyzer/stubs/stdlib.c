/* <stdlib.h>: memory, numbers from text, sorting and searching, the environment. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <errno.h>
#include <stdlib.h>

#define ALL ((size_t)-1)

void *malloc(size_t bytes)
{
	return __featdep_alloc(bytes);
}

void *calloc(size_t count, size_t size)
{
	void *memory = __featdep_alloc(count * size);

	__featdep_fill(memory, 0, count * size);
	return memory;
}

void *realloc(void *old, size_t bytes)
{
	void *memory = __featdep_alloc(bytes);

	__featdep_move(memory, old, bytes);
	return memory;
}

void *reallocarray(void *old, size_t count, size_t size)
{
	void *memory = __featdep_alloc(count * size);

	__featdep_move(memory, old, count * size);
	return memory;
}

void *aligned_alloc(size_t alignment, size_t bytes)
{
	(void)alignment;
	return __featdep_alloc(bytes);
}

void *valloc(size_t bytes)
{
	return __featdep_alloc(bytes);
}

int posix_memalign(void **memory, size_t alignment, size_t bytes)
{
	(void)alignment;
	*memory = __featdep_alloc(bytes);
	return 0;
}

void free(void *memory)
{
	(void)memory;
}

/* A number in TEXT, and where it ends; it may be none, or too large. */
static long number(const char *text, char **end)
{
	long value = __featdep_read(text, ALL);

	__featdep_may_write(&errno, value, sizeof errno);
	if (end)
		*end = (char *)text + value;
	return value;
}

double strtod(const char *restrict text, char **restrict end)
{
	return (double)number(text, end);
}

float strtof(const char *restrict text, char **restrict end)
{
	return (float)number(text, end);
}

long double strtold(const char *restrict text, char **restrict end)
{
	return (long double)number(text, end);
}

long strtol(const char *restrict text, char **restrict end, int base)
{
	return __featdep_mix(number(text, end), base);
}

long long strtoll(const char *restrict text, char **restrict end, int base)
{
	return __featdep_mix(number(text, end), base);
}

unsigned long strtoul(const char *restrict text, char **restrict end, int base)
{
	return (unsigned long)__featdep_mix(number(text, end), base);
}

unsigned long long strtoull(const char *restrict text, char **restrict end, int base)
{
	return (unsigned long long)__featdep_mix(number(text, end), base);
}

double atof(const char *text)
{
	return (double)number(text, NULL);
}

int atoi(const char *text)
{
	return (int)number(text, NULL);
}

long atol(const char *text)
{
	return number(text, NULL);
}

long long atoll(const char *text)
{
	return number(text, NULL);
}

int abs(int value)
{
	return (int)__featdep_mix(value);
}

long labs(long value)
{
	return __featdep_mix(value);
}

long long llabs(long long value)
{
	return __featdep_mix((long)value);
}

div_t div(int a, int b)
{
	div_t result = {a / b, a % b};

	return result;
}

ldiv_t ldiv(long a, long b)
{
	ldiv_t result = {a / b, a % b};

	return result;
}

lldiv_t lldiv(long long a, long long b)
{
	lldiv_t result = {a / b, a % b};

	return result;
}

/* Some element of an array: how many there are decides which it can be. */
static char *element(const void *base, size_t count, size_t size)
{
	return (char *)base + (unsigned)__featdep_mix((long)count) % (unsigned)count * size;
}

/* Whole elements change places. */
static void move_element(char *to, const char *from, size_t size)
{
	char *kept = __featdep_alloc(size);

	__featdep_copy(kept, from, size);
	__featdep_copy(to, kept, size);
}

/* What the comparison looks at decides which elements move. */
void qsort(void *base, size_t count, size_t size, int (*compare)(const void *, const void *))
{
	char *one = element(base, count, size);
	char *other = element(base, count, size);

	if (compare(one, other) > 0)
		move_element(one, other, size);
}

void qsort_r(void *base, size_t count, size_t size, int (*compare)(const void *, const void *, void *), void *context)
{
	char *one = element(base, count, size);
	char *other = element(base, count, size);

	if (compare(one, other, context) > 0)
		move_element(one, other, size);
}

void *bsearch(const void *key, const void *base, size_t count, size_t size, int (*compare)(const void *, const void *))
{
	int order = compare(key, element(base, count, size));

	return order == 0 ? (char *)base + (unsigned)__featdep_mix(order) % (unsigned)count * size : NULL;
}

/* rand and its like are signals of the POSIX pack; seeds are not followed. */
int rand(void)
{
	return FD_ANY;
}

void srand(unsigned seed)
{
	(void)seed;
}

int rand_r(unsigned *seed)
{
	*seed = (unsigned)__featdep_mix(*seed);
	return (int)__featdep_mix(*seed);
}

long random(void)
{
	return FD_ANY;
}

void srandom(unsigned seed)
{
	(void)seed;
}

double drand48(void)
{
	return FD_ANY;
}

long lrand48(void)
{
	return FD_ANY;
}

long mrand48(void)
{
	return FD_ANY;
}

double erand48(unsigned short state[3])
{
	__featdep_fill(state, __featdep_read(state, 6), 6);
	return (double)__featdep_read(state, 6);
}

long nrand48(unsigned short state[3])
{
	__featdep_fill(state, __featdep_read(state, 6), 6);
	return __featdep_read(state, 6);
}

void srand48(long seed)
{
	(void)seed;
}

unsigned arc4random(void)
{
	return FD_ANY;
}

unsigned arc4random_uniform(unsigned bound)
{
	return FD_ANY % bound;
}

void arc4random_buf(void *buffer, size_t bytes)
{
	__featdep_fill(buffer, FD_ANY, bytes);
}

char *getenv(const char *name)
{
	char *value = __featdep_alloc(ALL);

	(void)name;
	return __featdep_unknown() ? value : NULL;
}

char *secure_getenv(const char *name)
{
	char *value = __featdep_alloc(ALL);

	(void)name;
	return __featdep_unknown() ? value : NULL;
}

int setenv(const char *name, const char *value, int overwrite)
{
	(void)name, (void)value, (void)overwrite;
	return 0;
}

int unsetenv(const char *name)
{
	(void)name;
	return 0;
}

int putenv(char *setting)
{
	(void)setting;
	return 0;
}

int system(const char *command)
{
	if (command)
		__featdep_escape_memory("system", command, ALL);
	return FD_ANY;
}

/* Handlers run at some time, or never. */
/* Handlers run after main(): like all that only code outside calls, they find what it left. */
int atexit(void (*handler)(void))
{
	(void)handler;
	return 0;
}

int at_quick_exit(void (*handler)(void))
{
	(void)handler;
	return 0;
}

int on_exit(void (*handler)(int, void *), void *argument)
{
	if (__featdep_unknown())
		handler(FD_ANY, argument);
	return 0;
}

void exit(int status)
{
	__featdep_escape("system", status);
	__builtin_unreachable();
}

void _Exit(int status)
{
	__featdep_escape("system", status);
	__builtin_unreachable();
}

void quick_exit(int status)
{
	__featdep_escape("system", status);
	__builtin_unreachable();
}

void abort(void)
{
	__builtin_unreachable();
}

char *realpath(const char *restrict path, char *restrict resolved)
{
	char *result = resolved ? resolved : __featdep_alloc(ALL);

	__featdep_fill(result, __featdep_read(path, ALL), ALL);
	return result;
}

int mkstemp(char *template)
{
	__featdep_may_write(template, FD_ANY, ALL);
	return FD_ANY;
}

char *mkdtemp(char *template)
{
	__featdep_may_write(template, FD_ANY, ALL);
	return template;
}

int mblen(const char *text, size_t bytes)
{
	return (int)__featdep_read(text, bytes);
}

int mbtowc(wchar_t *restrict to, const char *restrict text, size_t bytes)
{
	if (to)
		*to = (wchar_t)__featdep_read(text, bytes);
	return (int)__featdep_read(text, bytes);
}

int wctomb(char *text, wchar_t c)
{
	__featdep_may_write(text, c, ALL);
	return (int)__featdep_mix(c);
}

size_t mbstowcs(wchar_t *restrict to, const char *restrict text, size_t count)
{
	__featdep_fill(to, __featdep_read(text, ALL), count * sizeof(wchar_t));
	return (size_t)__featdep_read(text, ALL);
}

size_t wcstombs(char *restrict to, const wchar_t *restrict text, size_t bytes)
{
	__featdep_fill(to, __featdep_read(text, ALL), bytes);
	return (size_t)__featdep_read(text, ALL);
}

int getloadavg(double averages[], int count)
{
	(void)averages, (void)count;
	return FD_ANY;
}

int getsubopt(char **restrict option, char *const *restrict tokens, char **restrict value)
{
	char *text = *option;

	(void)tokens;
	*value = text + __featdep_read(text, ALL);
	*option = text + __featdep_read(text, ALL);
	return (int)__featdep_read(text, ALL);
}
