/* A recursive parser whose lexer compares texts: what a call back asks of the callers in between, its own instance asks again. */
#include "case.h"
#include <stdlib.h>
#include <string.h>

enum { END, NUMBER, NAME, OPEN, CLOSE, PLUS, TIMES, COMMA, MINUS, CALL };
struct name { const char *text; double *place; };
struct lexer { const char *next; int type; double value; double *place; double (*call)(double); const struct name *names; int count; };

static double one(double x) { return x + 1; }
static double two(double x) { return 2 * x; }

struct function { const char *text; double (*call)(double); };
static const struct function functions[] = { { "one", one }, { "two", two } };

static const struct function *find(const char *start, size_t length)
{
	int low = 0, high = sizeof functions / sizeof *functions - 1;

	while (high >= low) {
		int i = low + (high - low) / 2, c = strncmp(start, functions[i].text, length);
		if (!c)
			c = -functions[i].text[length];
		if (!c)
			return functions + i;
		if (c > 0)
			low = i + 1;
		else
			high = i - 1;
	}
	return NULL;
}

static double *lookup(const struct lexer *l, const char *start, size_t length)
{
	for (int i = 0; i < l->count; i++)
		if (!strncmp(start, l->names[i].text, length) && !l->names[i].text[length])
			return l->names[i].place;
	return NULL;
}

static void next(struct lexer *l)
{
	if (!*l->next) {
		l->type = END;
	} else if (*l->next >= '0' && *l->next <= '9') {
		l->value = strtod(l->next, (char **)&l->next);
		l->type = NUMBER;
	} else if (*l->next >= 'a' && *l->next <= 'z') {
		const char *start = l->next;
		while (*l->next >= 'a' && *l->next <= 'z')
			l->next++;
		l->place = lookup(l, start, (size_t)(l->next - start));
		const struct function *f = l->place ? NULL : find(start, (size_t)(l->next - start));
		l->type = f ? CALL : NAME;
		if (f)
			l->call = f->call;
	} else {
		switch (*l->next++) {
		case '(': l->type = OPEN; break;
		case ')': l->type = CLOSE; break;
		case '+': l->type = PLUS; break;
		case '-': l->type = MINUS; break;
		case ',': l->type = COMMA; break;
		default: l->type = TIMES; break;
		}
	}
}

static double sum(struct lexer *l);
static double power(struct lexer *l);
static double list(struct lexer *l);

static double base(struct lexer *l)
{
	double v = 0;

	switch (l->type) {
	case NUMBER: v = l->value; next(l); break;
	case NAME: v = l->place ? *l->place : 0; next(l); break;
	case OPEN: next(l); v = list(l); if (l->type == CLOSE) next(l); break;
	case CALL: { double (*call)(double) = l->call; next(l); v = call(power(l)); break; }
	case MINUS: next(l); v = -power(l); break;
	case COMMA: next(l); v = sum(l); break;
	default: break;
	}
	return v;
}

static double power(struct lexer *l)
{
	int sign = 1;

	while (l->type == MINUS) {
		sign = -sign;
		next(l);
	}
	return sign == 1 ? base(l) : -base(l);
}

static double product(struct lexer *l)
{
	double v = power(l);

	while (l->type == TIMES) {
		next(l);
		v *= power(l);
	}
	return v;
}

static double sum(struct lexer *l)
{
	double v = product(l);

	while (l->type == PLUS) {
		next(l);
		v += product(l);
	}
	return v;
}

static double list(struct lexer *l)
{
	double v = sum(l);

	while (l->type == COMMA) {
		next(l);
		v = sum(l);
	}
	return v;
}

void run(void)
{
	double x, y, f[2];
	const struct name names[] = { { "x", &x }, { "y", &y } };
	struct lexer l = { .next = "x+(y+1)*2", .names = names, .count = 2 };

	x = read_a();
	y = read_b();
	next(&l);
	f[0] = list(&l);
	f[1] = read_c();
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:c -> feature:run.f[0]
