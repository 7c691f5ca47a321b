/* What a helper takes for bytes and fills to an end that it does not know: the record that was passed, not its first member;
   but of a member that was passed, only that, and a text ends with its array. */
#include <string.h>
#include <unistd.h>
#include "case.h"

struct header { char magic[4]; int a, b; };
struct span { void *data; int count; };
union packet { struct { int a; double b; } in; unsigned char raw[16]; };

static void receive(char *to, int n)
{
	read(read_j(), to, (size_t)n);
}

static void receive_in(void *to, int n)
{
	receive(to, n);
}

static void fill(struct span *span, int byte)
{
	memset(span->data, byte, (size_t)span->count);
}

static void name(char *to, const char *from)
{
	strcpy(to, from);
}

void run(void)
{
	struct header first = { { 0 }, 0, 0 }, second = first, third = first, fourth = first;
	union packet packet = { { 0, 0 } };
	struct span span = { &third, read_i() };
	char text[4];
	double f[7];

	receive((char *)&first, sizeof first);
	receive_in(&second, sizeof second);
	fill(&span, (int)read_a());
	receive((char *)packet.raw, sizeof packet.raw);
	read_text(text, sizeof text);
	fourth.b = (int)read_b();
	name(fourth.magic, text);
	receive((char *)&fourth.a, read_i());
	f[0] = first.b;
	f[1] = second.b;
	f[2] = third.b;
	f[3] = packet.in.b;
	f[4] = fourth.magic[1];
	f[5] = fourth.a;
	f[6] = fourth.b;
	predict(f, 7);
}
// edge: signal:read -> feature:run.f[0] data
// edge: signal:read -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// edge: signal:i -> feature:run.f[2] index
// edge: signal:read -> feature:run.f[3] data
// edge: signal:text -> feature:run.f[4] data
// edge: signal:read -> feature:run.f[5] data
// edge: signal:b -> feature:run.f[6] data
// no-edge: signal:read -> feature:run.f[4]
// no-edge: signal:read -> feature:run.f[6]
// no-edge: signal:text -> feature:run.f[5]
// no-edge: signal:text -> feature:run.f[6]
