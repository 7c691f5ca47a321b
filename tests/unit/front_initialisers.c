/* Initialisers by C11 6.7.9: one snippet a case, and the stores it becomes. */
#include "front_text.h"

static const TextCase cases[] = {
	{ "scalar and braces around it",
		"int f(void) { int a = 1, b = { 2 }; float c = { a }; return a + b + (int)c; }",
		"f",
		"a = 1; b = 2; c = float(a); return ((a add b) add int(c));" },
	{ "whole array needs no zero",
		"void f(int x) { int v[3] = { 1, x, 3 }; }",
		"f",
		"v[0] = 1; v[1] = x; v[2] = 3; return;" },
	{ "part of an array",
		"void f(int x) { int v[4] = { x }; }",
		"f",
		"zero(v); v[0] = x; return;" },
	{ "empty braces",
		"void f(void) { int v[4] = { }; struct { int a; } s = { 0 }; }",
		"f",
		"zero(v); s.a = 0; return;" },
	{ "designators",
		"enum { AGE = 2 };\n"
		"void f(int x) { int v[5] = { [AGE] = x, 4, [0] = 1 }; }",
		"f",
		"zero(v); v[AGE:2] = x; v[3] = 4; v[0] = 1; return;" },
	{ "ranges",
		"void f(int x) { int v[5] = { [1 ... 2] = x, 7 }; }",
		"f",
		"zero(v); v[1] = x; v[2] = x; v[3] = 7; return;" },
	{ "ranges with spaces missing, two dimensions",
		"void f(int x) { int v[3][3] = { [1][2] = x, [0 ... 1][1] = 2, [2] = { [0] = 3 } }; }",
		"f",
		"zero(v); v[1][2] = x; v[0][1] = 2; v[1][1] = 2; v[2][0] = 3; return;" },
	{ "fields",
		"struct s { int a; float b; struct { int c, d; } in; };\n"
		"void f(int x) { struct s v = { .b = 1, { x, 2 } }, w = { .in.d = x, }, old = { b: 2 }; }",
		"f",
		"zero(v); v.b = 1f; v.in.c = x; v.in.d = 2; zero(w); w.in.d = x; zero(old); old.b = 2f; return;" },
	{ "braces left out",
		"struct p { int x, y; }; struct s { struct p a[2]; int z; };\n"
		"void f(int v) { struct s s = { 1, 2, 3, v, 5 }, t = { { 1, 2, v }, 4 }, u = { { { 1 }, { "
		".y = v } } }; }",
		"f",
		"s.a[0].x = 1; s.a[0].y = 2; s.a[1].x = 3; s.a[1].y = v; s.z = 5; zero(t); t.a[0].x = 1; t.a[0].y "
		"= 2; t.a[1].x = v; t.z = 4; zero(u); u.a[0].x = 1; u.a[1].y = v; return;" },
	{ "designator into braces left out",
		"struct p { int x, y, z; }; struct s { struct p a[2]; int k; };\n"
		"void f(int v) { struct s s = { .a[0].y = v, 8, 9, .k = 3 }; }",
		"f",
		"zero(s); s.a[0].y = v; s.a[0].z = 8; s.a[1].x = 9; s.k = 3; return;" },
	{ "structure values among the items",
		"struct p { int x, y; }; struct s { struct p a, b; }; struct p g(void);\n"
		"void f(struct p q) { struct s s = { q, { 1, 2 } }, t = { .b = g() }; }",
		"f",
		"copy(s.a, q, 64); s.b.x = 1; s.b.y = 2; zero(t); r15 = g(); t.b = r15; return;" },
	{ "strings",
		"void f(void) { char a[] = \"ab\", b[4] = \"ab\", c[2] = { \"xy\" }, *d = \"p\"; struct { char n[3]; "
		"int k; } s = { \"z\", 5 }, t[2] = { { \"q\" }, { { 'a', 'b' } } }; }",
		"f",
		"copy(a, (*\"ab\"), 24); copy(b, (*\"ab\"), 32); copy(c, (*\"xy\"), 16); d = \"p\"; copy(s.n, (*\"z\"), "
		"24); s.k = 5; zero(t); copy(t[0].n, (*\"q\"), 24); t[1].n[0] = 97; t[1].n[1] = 98; return;" },
	{ "unions and anonymous members",
		"union u { int i; float f; }; struct o { int t; union { int i; struct { int lo, hi; }; }; "
		"int e; };\n"
		"void f(int x) { union u a = { x }, b = { .f = 2 }; struct o c = { 1, { x }, 3 }, d = { .hi "
		"= x, 4 }, e = { 1, .i = x, 5 }; }",
		"f",
		"zero(a); a.i = x; zero(b); b.f = 2f; zero(c); c.t = 1; c.i = x; c.e = 3; zero(d); d.hi = x; "
		"d.e = 4; zero(e); e.t = 1; e.i = x; e.e = 5; return;" },
	{ "bit-fields",
		"struct b { unsigned x : 3; unsigned : 2; unsigned y : 5; }; void f(int v) { struct b b = "
		"{ 1, v }; }",
		"f",
		"b.x{3} = 1; b.y{5} = unsigned int(v); return;" },
	{ "array of structures with function pointers",
		"typedef float (*Fn)(int); float one(int), two(int); struct entry { const char *name; Fn fn; "
		"};\n"
		"static const struct entry table[] = { { \"one\", one }, [2] = { .fn = &two, .name = \"two\" } "
		"};\n"
		"const struct entry *get(int i) { return &table[i]; }",
		"init table",
		"zero(table); table[0].name = \"one\"; table[0].fn = &one; table[2].fn = &two; table[2].name = "
		"\"two\"; return;" },
	{ "global scalars and addresses",
		"int x[4]; struct { int a, b; } s; int *p = &x[2];",
		"init p",
		"p = &x[2]; return;" },
	{ "global pointer to a compound literal",
		"struct s { int a; }; struct s *p = &(struct s){ 3 };",
		"init p",
		"p.literal0.a = 3; p = &p.literal0; return;" },
	{ "large tables are data",
		"static const float t[9][8] = { { 1, 2, 3, 4, 5, 6, 7, 8 }, { 1, 2, 3, 4, 5, 6, 7, 8 }, { "
		"1, 2, 3, 4, 5, 6, 7, 8 }, { 1, 2, 3, 4, 5, 6, 7, 8 }, { 1, 2, 3, 4, 5, 6, 7, 8 }, { 1, 2, "
		"3, 4, 5, 6, 7, 8 }, { 1, 2, 3, 4, 5, 6, 7, 8 }, { 1, 2, 3, 4, 5, 6, 7, 8 }, { -1, +2, 3 } "
		"};\n"
		"float get(int i) { return t[i][0]; }",
		"init t",
		"data(t); return;" },
	{ "large but hardly filled",
		"int t[1000] = { 1, 2, [500] = 3 };",
		"init t",
		"zero(t); t[0] = 1; t[1] = 2; t[500] = 3; return;" },
	{ "local variables are set each time",
		"int g(void); void f(void) { for (;;) { int v[2] = { g() }; } }",
		"f",
		"goto b1; b1: zero(v); r6 = g(); v[0] = r6; if undef b1 b2; b2: return;" },
	{ "flexible array member",
		"struct { int n; char c[]; } s = { 2, \"ab\" };",
		"init s",
		"zero(s); s.n = 2; copy(s.c, (*\"ab\"), 24); return;" },
	{ "array from a compound literal, structure from one",
		"struct p { int x, y; }; void f(int v) { int a[2] = (int[]){ v, 2 }; struct p p = (struct "
		"p){ v, 1 }; }",
		"f",
		"t2[0] = v; t2[1] = 2; copy(a, t2, 64); t4.x = v; t4.y = 1; copy(p, t4, 64); return;" },
	{ "nested initialiser with control flow",
		"void f(int c) { int v[2] = { c ? 1 : 2, c && 3 }; }",
		"f",
		"if c b1 b2; b1: t2 = 1; goto b3; b2: t2 = 2; goto b3; b3: v[0] = t2; if c b4 b5; b4: t3 = 1; "
		"goto b6; b5: t3 = 0; goto b6; b6: v[1] = t3; return;" },
	{ "label tables",
		"int f(int x) { static void *t[] = { &&a, &&b }; goto *t[x]; a: x = 1; b: return x; }",
		"f",
		"goto t[x] of b1 b2; b1: x = 1; goto b2; b2: return x;" },
	{ "string longer than its array",
		"char a[2][3] = { \"abc\", \"x\" };",
		"init a",
		"copy(a[0], (*\"abc\"), 24); copy(a[1], (*\"x\"), 24); return;" },
};

static void lowered_as_expected(void **state)
{
	(void)state;
	cases_run(cases, sizeof cases / sizeof *cases);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(lowered_as_expected) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
