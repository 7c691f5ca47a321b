/* Statements: one snippet a case, and the blocks it becomes. */
#include "front_text.h"

static const TextCase cases[] = {
	{ "if and else",
		"void g(void);\n"
		"int f(int x) { int r = 0; if (x > 1) r = 1; else if (x) r = 2; if (r) g(); return r; }",
		"f",
		"r = 0; if (x gt 1) b1 b2; b1: r = 1; goto b4; b2: if x b3 b4; b3: r = 2; goto b4; b4: if r "
		"b5 b6; b5: g(); goto b6; b6: return r;" },
	{ "&& in a condition jumps",
		"int f(int a, int b, int c) { if ((a && !b) || c) return 1; return 0; }",
		"f",
		"if a b1 b2; b1: if b b2 b3; b2: if c b3 b4; b3: return 1; b4: return 0;" },
	{ "constant conditions leave nothing",
		"int f(int a) { if (0) a = 1; if (1) a = 2; else a = 3; while (0) a = 4; return a; }",
		"f",
		"a = 2; return a;" },
	{ "while, do",
		"int f(int n) { while (n > 0) n--; do { n++; } while (n < 3); return n; }",
		"f",
		"goto b1; b1: if (n gt 0) b2 b3; b2: n = (n sub 1); goto b1; b3: n = (n add 1); if (n lt 3) "
		"b3 b4; b4: return n;" },
	{ "break and continue",
		"int f(int n) { while (n) { if (n == 2) break; if (n == 3) continue; n--; } return n; }",
		"f",
		"goto b1; b1: if n b2 b5; b2: if (n eq 2) b5 b3; b3: if (n eq 3) b1 b4; b4: n = (n sub 1); goto "
		"b1; b5: return n;" },
	{ "for with all parts",
		"int f(int n) { int s = 0; for (int i = 0; i < n; i++) s += i; return s; }",
		"f",
		"s = 0; i = 0; goto b1; b1: if (i lt n) b2 b3; b2: s = (s add i); i = (i add 1); goto b1; b3: "
		"return s;" },
	{ "for without condition",
		"void g(void); void f(int i) { for (i = 0; ; i++) g(); }",
		"f",
		"i = 0; goto b1; b1: g(); i = (i add 1); if undef b1 b2; b2: return;" },
	{ "for with init alone",
		"void g(int); void f(int i) { for (i = 0;;) g(i); }",
		"f",
		"i = 0; goto b1; b1: g(i); if undef b1 b2; b2: return;" },
	{ "for with step alone",
		"void g(int); void f(int i) { for (;; i++) g(i); }",
		"f",
		"goto b1; b1: g(i); i = (i add 1); if undef b1 b2; b2: return;" },
	{ "an endless loop that is left, one that does nothing",
		"int g(int); int f(int i) { for (;;) { if (g(i)) break; i++; } if (i) for (;;); return i; }",
		"f",
		"goto b1; b1: r4 = g(i); if r4 b3 b2; b2: i = (i add 1); goto b1; b3: if i b4 b5; b4: goto b4; b5: return i;" },
	{ "for with condition alone",
		"void g(int); void f(int i) { for (; i; ) g(i); }",
		"f",
		"goto b1; b1: if i b2 b3; b2: g(i); goto b1; b3: return;" },
	{ "for with a call as condition and a comment",
		"int g(int); void f(int i) { for (/* a;b */; g(';'); ) i++; }",
		"f",
		"goto b1; b1: r3 = g(59); if r3 b2 b3; b2: i = (i add 1); goto b1; b3: return;" },
	{ "for made by a macro",
		"#define FOREVER(step) for (;; step)\n"
		"#define WHILE(c) for (; c; )\n"
		"void g(void); void f(int i) { for (;;) break; FOREVER(i = i + 1) g(); }\n"
		"void h(int i) { WHILE(i = i - 1) g(); }",
		"f",
		"goto b1; b1: g(); i = (i add 1); if undef b1 b2; b2: return;" },
	{ "for made by a macro, condition",
		"#define WHILE(c) for (; c; )\n"
		"void g(void);\n"
		"void h(int i) { const char *s = \"for (x;;)\"; (void)s; for (;;) break; WHILE(i = i - 1) g(); "
		"}",
		"h",
		"s = \"for (x;;)\"; goto b1; b1: i = (i sub 1); if (i sub 1) b2 b3; b2: g(); goto b1; b3: return;" },
	{ "switch falls through",
		"int f(int x) { int r = 0; switch (x) { case 1: r = 1; case 2: case 3: r = 2; break; default: "
		"r = 9; } return r; }",
		"f",
		"r = 0; switch x {1:b1 2:b2 3:b2 else b3}; b1: r = 1; goto b2; b2: r = 2; goto b4; b3: r = 9; "
		"goto b4; b4: return r;" },
	{ "switch without default, ranges",
		"int f(int x) { switch (x) { case 1 ... 4: return 1; case -1: x = 0; } return x; }",
		"f",
		"switch x {1-4:b1 -1:b2 else b3}; b1: return 1; b2: x = 0; goto b3; b3: return x;" },
	{ "switch on an enumeration inside a loop",
		"enum e { A, B = 5 }; int f(enum e x) { for (;;) { switch (x) { case A: continue; case B: "
		"break; } return 1; } }",
		"f",
		"goto b1; b1: switch unsigned int(x) {0:b1 5:b2 else b2}; b2: return 1;" },
	{ "Duff's device",
		"void f(char *to, char *from, int n) { switch (n % 2) { case 0: do { *to = *from++; case 1: "
		"*to = *from++; } while (--n > 0); } }",
		"f",
		"switch (n rem 2) {0:b1 1:b2 else b3}; b1: from = &(*from)[1]; (*to) = (*from); goto b2; b2: "
		"from = &(*from)[1]; (*to) = (*from); n = (n sub 1); if ((n sub 1) gt 0) b1 b3; b3: return;" },
	{ "goto",
		"int f(int x) { again: if (x) { x--; goto again; } goto out; x = 5; out: return x; }",
		"f",
		"goto b1; b1: if x b2 b3; b2: x = (x sub 1); goto b1; b3: return x;" },
	{ "computed goto",
		"int f(int x) { static const void *const to[] = { &&a, &&b }; goto *to[x]; a: return 1; b: "
		"return 2; }",
		"f",
		"goto to[x] of b1 b2; b1: return 1; b2: return 2;" },
	{ "nothing after return",
		"int f(int x) { return x; x = 2; }",
		"f",
		"return x;" },
	{ "noreturn functions end control",
		"void exit(int), longjmp(void *, int);\n"
		"int f(int x) { if (x > 0) exit(3); else longjmp(0, 1); return x; }",
		"f",
		"if (x gt 0) b1 b2; b1: exit(3); unreachable; b2: unresolved; longjmp(0, 1); unreachable;" },
	{ "noreturn by attribute and keyword",
		"__attribute__((noreturn)) void a(void); _Noreturn void b(void);\n"
		"int f(int x) { if (x == 1) a(); if (x == 2) b(); if (x == 3) __builtin_unreachable(); return "
		"x; }",
		"f",
		"if (x eq 1) b1 b2; b1: a(); unreachable; b2: if (x eq 2) b3 b4; b3: b(); unreachable; b4: if "
		"(x eq 3) b5 b6; b5: unreachable; b6: return x;" },
	{ "attributed statements",
		"int f(int x) { switch (x) { case 1: x = 2; __attribute__((fallthrough)); case 2: x = 3; }\n"
		"#pragma clang loop unroll(enable)\n"
		"for (int i = 0; i < 2; i++) x++;\n"
		"return x; }",
		"f",
		"switch x {1:b1 2:b2 else b3}; b1: x = 2; goto b2; b2: x = 3; goto b3; b3: i = 0; goto b4; b4: "
		"if (i lt 2) b5 b6; b5: x = (x add 1); i = (i add 1); goto b4; b6: return x;" },
	{ "declarations in blocks",
		"int f(int x) { int y = x; { int y = 2; x = y; } return x + y; }",
		"f",
		"y = x; y = 2; x = y; return (x add y);" },
	{ "static local",
		"int f(void) { static int n = 3; return n++; }",
		"f",
		"n = (n add 1); return n;" },
	{ "extern in a block",
		"int f(void) { extern int far_away; return far_away; }",
		"f",
		"return far_away;" },
	{ "inline assembly",
		"int f(int a, int *p) { int o; __asm__ volatile (\"add %1, %0\" : \"=r\" (o) : \"r\" (a), \"m\" (*p) "
		": \"memory\"); return o; }",
		"f",
		"asm(&o, a, p); return o;" },
	{ "K&R definition",
		"int f(a, b, c) int a; float b; char c; { return a + b + c; }",
		"f",
		"return int(((float(a) add b) add float(int(c))));" },
	{ "structure returned",
		"struct s { int a, b; }; struct s g(struct s); struct s f(struct s x) { x = g(x); return x; "
		"}",
		"f",
		"r4 = g(x); x = r4; return x;" },
	{ "return of an expression in a void function",
		"void g(int); void f(int x) { return g(x); }",
		"f",
		"g(x); return;" },
	{ "nested loops and goto out",
		"int f(int n) { for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) if (i == j) goto out; "
		"return 0; out: return 1; }",
		"f",
		"i = 0; goto b1; b1: if (i lt n) b2 b7; b2: j = 0; goto b3; b3: if (j lt n) b4 b6; b4: if (i "
		"eq j) b8 b5; b5: j = (j add 1); goto b3; b6: i = (i add 1); goto b1; b7: return 0; b8: return "
		"1;" },
	{ "variable length array",
		"float f(int n, int i) { float v[n]; float m[n][n]; v[i] = 1; m[1][i] = 2; return v[2]; }",
		"f",
		"t3 = (long(n) mul 4); t5 = long(n); t6 = t5; t7 = ((t5 mul long(n)) mul 4); v[i] = 1f; m[(1 mul t6)][i] = 2f; return "
		"v[2];" },
	{ "sizes of variable length arrays are those at the declaration",
		"unsigned long f(int n) { char v[n]; typedef int row[n + 1]; n = 0; return sizeof v + sizeof(row); }",
		"f",
		"t2 = (long(n) mul 1); t3 = (long((n add 1)) mul 4); n = 0; return (unsigned long(t2) add unsigned "
		"long(t3));" },
	{ "else if chain with returns",
		"int f(int x) { if (x == 1) return 1; else if (x == 2) return 2; else return 3; }",
		"f",
		"if (x eq 1) b1 b2; b1: return 1; b2: if (x eq 2) b3 b4; b3: return 2; b4: return 3;" },
	{ "cleanup attribute",
		"void done(int *); int f(void) { int x __attribute__((cleanup(done))) = 1; int y __attribute__((unused)) "
		"= 2; return x; }",
		"f",
		"unresolved; x = 1; y = 2; return x;" },
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
