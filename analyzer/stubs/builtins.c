/*
 * Compiler built-ins that are no library function under a longer name: a call of __builtin_NAME that no definition of
 * NAME answers is a call of featdep_builtin_NAME.
 */
#define _GNU_SOURCE
#include "featdep/stub.h"

#define FLOAT_CLASS(name)                  \
	int featdep_builtin_##name(double x);  \
	int featdep_builtin_##name(double x)   \
	{                                      \
		return (int)__featdep_mixf(x);     \
	}
#define FLOAT_ORDER(name)                            \
	int featdep_builtin_##name(double x, double y);  \
	int featdep_builtin_##name(double x, double y)   \
	{                                                \
		return (int)__featdep_mixf(x, y);            \
	}
#define BITS(result, name, type)              \
	result featdep_builtin_##name(type x);    \
	result featdep_builtin_##name(type x)     \
	{                                         \
		return (result)__featdep_mix((long)x); \
	}
/* The result is at least as wide as an int. */
#define OVERFLOW(name)                                              \
	int featdep_builtin_##name(long x, long y, void *result);       \
	int featdep_builtin_##name(long x, long y, void *result)        \
	{                                                               \
		__featdep_fill(result, __featdep_mix(x, y), sizeof(int));   \
		return (int)__featdep_mix(x, y);                            \
	}
#define CONSTANT(name)                     \
	double featdep_builtin_##name(void);   \
	double featdep_builtin_##name(void)    \
	{                                      \
		return __featdep_mixf(0);          \
	}

FLOAT_CLASS(isnan)
FLOAT_CLASS(isinf)
FLOAT_CLASS(isinf_sign)
FLOAT_CLASS(isfinite)
FLOAT_CLASS(isnormal)
FLOAT_CLASS(finite)
FLOAT_CLASS(signbit)
FLOAT_CLASS(signbitf)
FLOAT_CLASS(signbitl)
FLOAT_ORDER(isgreater)
FLOAT_ORDER(isgreaterequal)
FLOAT_ORDER(isless)
FLOAT_ORDER(islessequal)
FLOAT_ORDER(islessgreater)
FLOAT_ORDER(isunordered)
BITS(unsigned short, bswap16, unsigned short)
BITS(unsigned, bswap32, unsigned)
BITS(unsigned long, bswap64, unsigned long)
BITS(int, popcount, unsigned)
BITS(int, popcountl, unsigned long)
BITS(int, popcountll, unsigned long long)
BITS(int, parity, unsigned)
BITS(int, parityl, unsigned long)
BITS(int, parityll, unsigned long long)
BITS(int, clz, unsigned)
BITS(int, clzl, unsigned long)
BITS(int, clzll, unsigned long long)
BITS(int, ctz, unsigned)
BITS(int, ctzl, unsigned long)
BITS(int, ctzll, unsigned long long)
BITS(int, clrsb, int)
BITS(int, clrsbl, long)
BITS(int, clrsbll, long long)
OVERFLOW(add_overflow)
OVERFLOW(sub_overflow)
OVERFLOW(mul_overflow)
OVERFLOW(sadd_overflow)
OVERFLOW(ssub_overflow)
OVERFLOW(smul_overflow)
OVERFLOW(uadd_overflow)
OVERFLOW(usub_overflow)
OVERFLOW(umul_overflow)
CONSTANT(inf)
CONSTANT(inff)
CONSTANT(infl)
CONSTANT(huge_val)
CONSTANT(huge_valf)
CONSTANT(huge_vall)

int featdep_builtin_fpclassify(int nan, int infinite, int normal, int subnormal, int zero, double x);
int featdep_builtin_fpclassify(int nan, int infinite, int normal, int subnormal, int zero, double x)
{
	(void)nan, (void)infinite, (void)normal, (void)subnormal, (void)zero;
	return (int)__featdep_mixf(x);
}

long featdep_builtin_expect(long value, long likely);
long featdep_builtin_expect(long value, long likely)
{
	(void)likely;
	return value;
}

long featdep_builtin_expect_with_probability(long value, long likely, double probability);
long featdep_builtin_expect_with_probability(long value, long likely, double probability)
{
	(void)likely, (void)probability;
	return value;
}

void *featdep_builtin_assume_aligned(const void *pointer, size_t alignment, ...);
void *featdep_builtin_assume_aligned(const void *pointer, size_t alignment, ...)
{
	(void)alignment;
	return (void *)pointer;
}

void featdep_builtin_prefetch(const void *address, ...);
void featdep_builtin_prefetch(const void *address, ...)
{
	(void)address;
}

void featdep_builtin_assume(int condition);
void featdep_builtin_assume(int condition)
{
	(void)condition;
}

void *featdep_builtin_alloca_with_align(size_t bytes, size_t alignment);
void *featdep_builtin_alloca_with_align(size_t bytes, size_t alignment)
{
	(void)alignment;
	return __featdep_alloc(bytes);
}

size_t featdep_builtin_object_size(const void *object, int type);
size_t featdep_builtin_object_size(const void *object, int type)
{
	(void)object, (void)type;
	return (size_t)__featdep_unknown();
}

void *featdep_builtin_return_address(unsigned level);
void *featdep_builtin_return_address(unsigned level)
{
	(void)level;
	return NULL;
}

void *featdep_builtin_frame_address(unsigned level);
void *featdep_builtin_frame_address(unsigned level)
{
	(void)level;
	return NULL;
}

void featdep_builtin_trap(void);
void featdep_builtin_trap(void)
{
	__builtin_unreachable();
}
