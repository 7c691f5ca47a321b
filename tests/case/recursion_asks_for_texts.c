/* A recursive parser whose lexer compares names: what a call back asks of the callers in between, its own instance asks again. */
#include "case.h"
#include <string.h>

enum { START, NAME, OTHER, OPEN, COMMA, TIMES };
struct name { const char *text; const double *place; };
struct lexer { const char *next; int type; const double *place; const struct name *names; int count; };

static const struct name *lookup(const struct lexer *l, const char *start, size_t length)
{
	const struct name *n = l->names;

	for (int left = l->count; left; n++, left--)
		if (!strncmp(start, n->text, length) && !n->text[length])
			return n;
	return 0;
}

static void next(struct lexer *l)
{
	do {
		if (l->next[0] >= 'a') {
			const char *start = l->next;
			const struct name *n = lookup(l, start, (size_t)(l->next - start));
			l->type = n ? NAME : OTHER;
			l->place = n ? n->place : 0;
		}
		switch (l->next++[0]) {
		case '(': l->type = OPEN; break;
		case ',': l->type = COMMA; break;
		case '*': l->type = TIMES; break;
		}
	} while (l->type == START);
}

static double list(struct lexer *l);

static double base(struct lexer *l)
{
	return l->type == OPEN ? list(l) : l->place ? *l->place : 0;
}

static double term(struct lexer *l)
{
	double v = base(l);

	while (l->type == TIMES) {
		next(l);
		v *= base(l);
	}
	return v;
}

static double list(struct lexer *l)
{
	double v = term(l);

	while (l->type == COMMA) {
		next(l);
		v = term(l);
	}
	return v;
}

const char *input(void);

static double evaluate(const struct name *names)
{
	struct lexer l;

	l.next = input();
	l.place = 0;
	l.type = START;
	l.names = names;
	l.count = 1;
	next(&l);
	return list(&l);
}

static double x;
static const struct name names[] = { { "x", &x } };

void run(void)
{
	double f[2];

	x = read_a();
	f[0] = evaluate(names);
	f[1] = read_b();
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-node: signal:base
