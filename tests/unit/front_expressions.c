/* Expressions: one snippet a case, and the instructions it becomes. */
#include "front_text.h"

static const TextCase cases[] = {
	{ "labels of enumerators and macros",
		"enum { FEAT_AGE = 3 };\n"
		"#define NB 5\n"
		"#define SUM (NB + 2)\n"
		"#define AT(i) v[i]\n"
		"void f(float *v) { v[FEAT_AGE] = 1; v[NB] = 2; v[SUM] = 3; AT(NB) = 4; v[NB + 1] = 5; v[2 "
		"* FEAT_AGE] = 6; *(v + NB) = 7; }",
		"f",
		"(*v)[FEAT_AGE:FEAT_AGE] = 1f; (*v)[NB:NB] = 2f; (*v)[SUM:SUM] = 3f; (*v)[5] = 4f; (*v)[6] = "
		"5f; (*v)[6] = 6f; (*v)[NB:5] = 7f; return;" },
	{ "labels of arguments",
		"enum { KEY = 7 };\n"
		"#define ID 9\n"
		"void put(int, int, const char *);\n"
		"void f(int x) { put(KEY, x, \"age\"); put(ID, -1, 0); put(ID + 1, 'c', \"a\\tb\\x41\\101\"); }",
		"f",
		"put(KEY, x, \"age\"); put(ID, -1, 0); put(10, 99, \"a	bAA\"); return;" },
	{ "subscript either way, pointer arithmetic",
		"float f(float *p, int i) { p++; *p++ = 1; p += 2; p -= i; return 2[p] + p[-1] + *(p + i) "
		"+ *(i + p); }",
		"f",
		"p = &(*p)[1]; p = &(*p)[1]; (*p) = 1f; p = &(*p)[2]; p = &(*p)[(neg i)]; return ((((*p)[2] "
		"add (*p)[-1]) add (*p)[i]) add (*p)[i]);" },
	{ "pointer difference and comparison",
		"long f(int *p, int *q) { return p < q ? q - p : 0; }",
		"f",
		"if (p lt q) b1 b2; b1: t2 = (q sub p); goto b3; b2: t2 = 0; goto b3; b3: return t2;" },
	{ "arrays of arrays, pointer to array",
		"float f(float m[3][4], float (*row)[4], int i) { static float g[2][3]; return m[1][2] + row[i][0] "
		"+ (*row)[1] + g[1][2]; }",
		"f",
		"return ((((*m)[1][2] add (*row)[i][0]) add (*float *(row))[1]) add g[1][2]);" },
	{ "assignment operators",
		"int f(int x, float y, short s) { x += 2; x *= y; s <<= 1; s |= x; y /= x; return x %= 3; "
		"}",
		"f",
		"x = (x add 2); x = int((float(x) mul y)); s = short((int(s) shl 1)); s = short((int(s) or x)); "
		"y = (y div float(x)); x = (x rem 3); return (x rem 3);" },
	{ "increments",
		"int f(int x, float y, char *p) { int a = x++ + --x; y++; --p; return a; }",
		"f",
		"x = (x add 1); x = (x sub 1); a = (x add (x sub 1)); y = (y add 1f); p = &(*p)[-1]; return "
		"a;" },
	{ "comma",
		"int f(int x) { return (x = 1, x + 1); }",
		"f",
		"x = 1; return (x add 1);" },
	{ "conditional value",
		"int f(int c, int a, int b) { return c ? a : b; }",
		"f",
		"if c b1 b2; b1: t3 = a; goto b3; b2: t3 = b; goto b3; b3: return t3;" },
	{ "conditional without middle",
		"int g(int); int f(int b) { return g(1) ?: b; }",
		"f",
		"r2 = g(1); if r2 b1 b2; b1: t1 = r2; goto b3; b2: t1 = b; goto b3; b3: return t1;" },
	{ "logical values",
		"int f(int a, int b) { int r = a && b; return !r + (a || b); }",
		"f",
		"if a b1 b3; b1: if b b2 b3; b2: t3 = 1; goto b4; b3: t3 = 0; goto b4; b4: r = t3; if a b6 b5; "
		"b5: if b b6 b7; b6: t4 = 1; goto b8; b7: t4 = 0; goto b8; b8: return ((lnot r) add t4);" },
	{ "conditional in a condition",
		"int f(int c, int a, int b) { if (c ? a : b) return 1; return 0; }",
		"f",
		"if c b1 b2; b1: if a b3 b4; b2: if b b3 b4; b3: return 1; b4: return 0;" },
	{ "conditional of structures",
		"struct s { int a, b; }; int f(int c, struct s x, struct s y) { return (c ? x : y).b; }",
		"f",
		"if c b1 b2; b1: copy(t4, x, 64); goto b3; b2: copy(t4, y, 64); goto b3; b3: t3 = t4; return "
		"t3.b;" },
	{ "conditional for effect",
		"void g(void), h(void); void f(int c) { c ? g() : h(); c && (g(), 1); (void)(c || (h(), 1)); "
		"}",
		"f",
		"if c b1 b2; b1: g(); goto b3; b2: h(); goto b3; b3: if c b4 b5; b4: g(); goto b5; b5: if c "
		"b7 b6; b6: h(); goto b7; b7: return;" },
	{ "sizeof is no use",
		"unsigned long f(int x, int *p) { return sizeof x + sizeof *p++ + sizeof(long) + _Alignof(double) "
		"+ sizeof(char[3]); }",
		"f",
		"return 27;" },
	{ "offsetof",
		"#include <stddef.h>\n"
		"struct s { int a; struct { char c[4]; } in[3]; }; unsigned long f(void) { return offsetof(struct "
		"s, in[1].c[2]); }",
		"f",
		"return 10;" },
	{ "generic selection",
		"#define KIND(x) _Generic((x), int: one, float: two)(x)\n"
		"int one(int); float two(float);\n"
		"float f(int a, float b) { return KIND(a) + KIND(b); }",
		"f",
		"r3 = one(a); r8 = two(b); return (float(r3) add r8);" },
	{ "generic selection of constants",
		"int f(float a) { return _Generic(a, int: 1, float: 2, default: 3); }",
		"f",
		"return 2;" },
	{ "statement expression",
		"int f(int x) { return ({ int y = x + 1; y * 2; }); }",
		"f",
		"y = (x add 1); return (y mul 2);" },
	{ "compound literal",
		"struct s { int a, b; }; int g(struct s *, int *);\n"
		"int f(int x) { return g(&(struct s){ .b = x }, (int[]){ 1, x }); }",
		"f",
		"zero(t1); t1.b = x; t2[0] = 1; t2[1] = x; r18 = g(&t1, int *(&t2)); return r18;" },
	{ "structure assignment and fields",
		"struct in { float v[2]; }; struct s { int a; struct in in; struct s *next; };\n"
		"void f(struct s *p, struct s x) { struct s y = *p; p->in = x.in; p->next->in.v[1] = y.in.v[0]; "
		"*p = y; y = *p->next; }",
		"f",
		"copy(y, (*p), 192); copy((*p).in, x.in, 64); (*(*p).next).in.v[1] = y.in.v[0]; copy((*p), y, "
		"192); copy(y, (*(*p).next), 192); return;" },
	{ "anonymous members",
		"struct o { int t; union { int i; struct { short lo, hi; }; }; };\n"
		"int f(struct o *p, struct o q) { p->hi = 1; q.i = 2; return p->lo + q.hi; }",
		"f",
		"(*p).hi = 1; q.i = 2; return (int((*p).lo) add int(q.hi));" },
	{ "bit-fields",
		"struct b { unsigned x : 3, : 2, y : 5; int z; }; int f(struct b *p) { p->y = 4; p->x++; return "
		"p->y + p->z; }",
		"f",
		"(*p).y{5} = 4; (*p).x{3} = ((*p).x{3} add 1); return (int((*p).y{5}) add (*p).z);" },
	{ "unions",
		"union u { int i; float f; char c[4]; }; float f(union u x) { x.i = 1; x.c[3] = 0; return "
		"x.f; }",
		"f",
		"x.i = 1; x.c[3] = 0; return x.f;" },
	{ "function pointers",
		"typedef float (*Op)(float); struct ops { Op run; }; float g(float);\n"
		"float f(struct ops *o, Op p, Op *tab, int n) { Op q = g, r = &g; return o->run(1) + p(2) "
		"+ (*p)(3) + tab[n](4) + q(5) + r(6) + (*g)(7) + (**g)(8); }",
		"f",
		"q = &g; r = &g; r11 = (*(*o).run)(1f); r15 = (*p)(2f); r20 = (*p)(3f); r29 = (*(*tab)[n])(4f); "
		"r34 = (*q)(5f); r39 = (*r)(6f); r43 = g(7f); r47 = g(8f); return (((((((r11 add r15) add r20) "
		"add r29) add r34) add r39) add r43) add r47);" },
	{ "casts",
		"int f(double d, void *p, long l) { int *q = p; char c = l; return (int)d + (int)(float)l "
		"+ *(short *)p + q[0] + c; }",
		"f",
		"q = int *(p); c = char(l); return ((((int(d) add int(float(l))) add int((*short *(p)))) add "
		"(*q)[0]) add int(c));" },
	{ "cast to void and unused values",
		"void f(int x, int *p, volatile int *v) { (void)x; x; *p; *v; p[1]; x + 1; }",
		"f",
		"read (*v); return;" },
	{ "volatile",
		"struct r { volatile int reg; int plain; }; volatile int port; int f(struct r *p, volatile "
		"struct r *q) { port = 1; p->reg = 2; return port + p->plain + q->plain; }",
		"f",
		"volatile port = 1; volatile (*p).reg = 2; read port; read (*q).plain; return ((volatile port "
		"add (*p).plain) add volatile (*q).plain);" },
	{ "varargs",
		"#include <stdarg.h>\n"
		"int g(int, va_list); int f(int n, ...) { va_list ap, aq; va_start(ap, n); int a = va_arg(ap, "
		"int); double d = va_arg(ap, double); va_copy(aq, ap); g(n, ap); va_end(ap); return a + d; "
		"}",
		"f",
		"vastart(ap); r4 = vaarg(ap); a = r4; r8 = vaarg(ap); d = r8; vacopy(aq, ap); r17 = g(n, &ap); "
		"return int((double(a) add d));" },
	{ "va_list parameter",
		"#include <stdarg.h>\n"
		"int f(va_list ap, va_list *pp) { return va_arg(ap, int) + va_arg(*pp, int); }",
		"f",
		"r2 = vaarg((*ap)); r5 = vaarg((*pp)); return (r2 add r5);" },
	{ "array parameter",
		"float f(float x[10], int n) { x++; x = x + n; return x[2]; }",
		"f",
		"x = &(*x)[1]; x = &(*x)[n]; return (*x)[2];" },
	{ "function parameter",
		"int f(int g(int), int x) { return g(x); }",
		"f",
		"r5 = (*int ()(g))(x); return r5;" },
	{ "unary operators",
		"int f(int x, double y) { return -x + ~x + +x + !x + (int)-y; }",
		"f",
		"return (((((neg x) add (not x)) add x) add (lnot x)) add int((neg y)));" },
	{ "names in shadows",
		"int x; int f(int y) { int r = x; { int x = y; r += x; } { extern int x; r += x; } return "
		"r; }",
		"f",
		"r = x; x = y; r = (r add x); r = (r add x); return r;" },
	{ "__func__",
		"void g(const char *); void f(void) { g(__func__); }",
		"f",
		"g(\"f\"); return;" },
	{ "complex numbers",
		"double f(double _Complex z) { __real__ z = 1; return __imag__ z; }",
		"f",
		"z[0] = 1f; return z[1];" },
	{ "choose_expr, constant_p, expect",
		"int f(int x) { if (__builtin_expect(!!(x), 1)) x = 2; return __builtin_choose_expr(1, x, "
		"3.0) + __builtin_constant_p(x); }",
		"f",
		"if x b1 b2; b1: x = 2; goto b2; b2: return (x add undef);" },
	{ "builtins with a library function",
		"#include <stddef.h>\n"
		"void f(char *a, const char *b, unsigned long n) { __builtin_memcpy(a, b, n); __builtin___memcpy_chk(a, "
		"b, n, (size_t)-1); __builtin___sprintf_chk(a, 0, (size_t)-1, \"%d\", 2); __builtin___snprintf_chk(a, "
		"4, 0, 4, b, 3); __builtin_strlen(b); }",
		"f",
		"r9 = memcpy(void *(a), const void *(b), n); r19 = memcpy(void *(a), const void *(b), n); r25 "
		"= sprintf(a, \"%d\", 2); r33 = snprintf(a, 4, b, 3); r37 = strlen(b); return;" },
	{ "builtins without",
		"int f(unsigned x, float y, int *r) { __builtin_prefetch(r); int o = __builtin_add_overflow(x, "
		"1, r); return __builtin_clz(x) + __builtin_isnan(y) + o + (y < __builtin_inff()); }",
		"f",
		"(*r) = ((other x) xor 1); o = int(((other x) xor 1)); return ((((other x) add (other y)) add "
		"o) add (y lt inff));" },
	{ "__sync and __atomic",
		"int f(int *p, int v, int *e) { __sync_fetch_and_add(p, 1); int a = __sync_add_and_fetch(p, "
		"v); __atomic_store_n(p, v, 5); int b = __atomic_exchange_n(p, 3, 5); int c = __atomic_load_n(p, "
		"0); return a + b + c + __atomic_fetch_or(p, v, 5); }",
		"f",
		"(*p) = ((*p) add 1); (*p) = ((*p) add v); a = ((*p) add v); (*p) = v; (*p) = 3; b = (*p); c "
		"= (*p); (*p) = ((*p) or v); return (((a add b) add c) add (*p));" },
	{ "compare and exchange",
		"int f(int *p, int v, int *e) { if (__atomic_compare_exchange_n(p, e, v, 0, 5, 5)) return "
		"1; return __sync_bool_compare_and_swap(p, 1, v); }",
		"f",
		"if ((*p) eq (*e)) b1 b2; b1: (*p) = v; goto b3; b2: (*e) = (*p); goto b3; b3: if _Bool(((*p) "
		"eq (*e))) b4 b5; b4: return 1; b5: if ((*p) eq 1) b6 b7; b6: (*p) = v; goto b7; b7: return "
		"int(_Bool(((*p) eq 1)));" },
	{ "C11 atomics",
		"#include <stdatomic.h>\n"
		"atomic_int n; int f(int v) { n = 1; n++; atomic_store(&n, v); atomic_fetch_add(&n, 2); return "
		"atomic_load(&n) + n; }",
		"f",
		"n = 1; n = (n add 1); n = v; n = (n add 2); return (n add n);" },
	{ "tgmath",
		"#include <tgmath.h>\n"
		"double f(float x) { return sqrt(x); }",
		"f",
		"r3 = sqrt(x); return double(r3);" },
	{ "ctype stays a call",
		"#include <ctype.h>\n"
		"int f(int c) { return isdigit(c); }",
		"f",
		"r3 = isdigit(c); return r3;" },
	{ "errno",
		"#include <errno.h>\n"
		"int f(void) { errno = 0; return errno == EINTR; }",
		"f",
		"r2 = __errno_location(); (*r2) = 0; r5 = __errno_location(); return ((*r5) eq 4);" },
	{ "structure from a call",
		"struct s { int a, b[2]; }; struct s g(int); int f(void) { return g(1).b[1] + (g(2)).a; }",
		"f",
		"r3 = g(1); t0 = r3; r12 = g(2); t1 = r12; return (t0.b[1] add t1.a);" },
	{ "vectors",
		"typedef float v4 __attribute__((vector_size(16))); v4 f(v4 a, v4 b, int i) { a[i] = 1; return "
		"a + b * (v4){ 1, 2, 3, 4 }; }",
		"f",
		"a[i] = 1f; zero(t3); t3[0] = 1f; t3[1] = 2f; t3[2] = 3f; t3[3] = 4f; return (a add (b mul t3));" },
	{ "cast to union",
		"union u { int i; float f; }; int g(union u); int f(float x) { return g((union u)x); }",
		"f",
		"zero(t1); t1 = x; r7 = g(t1); return r7;" },
	{ "alloca",
		"void g(void *); void f(unsigned n) { g(__builtin_alloca(n * 4)); }",
		"f",
		"r7 = alloca(unsigned long((n mul 4))); g(r7); return;" },
	{ "constants are folded",
		"enum { A = 1 << 4 }; int f(int *v) { return v[A / 4 + sizeof(int) * 2 - (3 > 2 ? 1 : 0)] "
		"+ v[(unsigned char)300] + v[~0 & 7]; }",
		"f",
		"return (((*v)[11] add (*v)[44]) add (*v)[7]);" },
	{ "implicit function",
		"int f(int x) { return undeclared(x); }",
		"f",
		"r3 = undeclared(x); return r3;" },
	{ "nested calls and parameters by value",
		"struct p { double x, y; }; double g(struct p, struct p *); double f(struct p a) { return "
		"g(a, &a); }",
		"f",
		"r4 = g(a, &a); return r4;" },
	{ "index by a const global",
		"static const int AGE = 3; void f(float *v) { v[AGE] = 1; v[AGE + 1] = 2; }",
		"f",
		"(*v)[AGE:AGE] = 1f; (*v)[(AGE add 1)] = 2f; return;" },
	{ "transparent union",
		"typedef union { int *p; float *q; } any __attribute__((transparent_union)); int take(any);\n"
		"int f(int *x) { return take(x) + take((any){ .p = x }); }",
		"f",
		"r3 = take(x); zero(t1); t1.p = x; r12 = take(t1); return (r3 add r12);" },
	{ "_BitInt",
		"_BitInt(17) f(_BitInt(17) x) { return x + 1; }",
		"f",
		"return _BitInt(17)((int(x) add 1));" },
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
