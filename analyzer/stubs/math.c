/* <math.h>: a result depends on the arguments; results that come out through pointers are kept apart. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <math.h>

#undef fpclassify
#undef signbit
#undef isfinite
#undef isnormal
#undef isnan
#undef isinf
#undef isgreater
#undef isgreaterequal
#undef isless
#undef islessequal
#undef islessgreater
#undef isunordered

#define UNARY(type, name)                \
	type name(type x)                    \
	{                                    \
		return (type)__featdep_mixf(x);  \
	}
#define BINARY(type, name)                  \
	type name(type x, type y)               \
	{                                       \
		return (type)__featdep_mixf(x, y);  \
	}
#define TO_INTEGER(result, type, name)    \
	result name(type x)                   \
	{                                     \
		return (result)__featdep_mixf(x); \
	}
#define SCALE(type, name, integer)          \
	type name(type x, integer power)        \
	{                                       \
		return (type)__featdep_mixf(x, power); \
	}
#define FMA(type, name)                        \
	type name(type x, type y, type z)          \
	{                                          \
		return (type)__featdep_mixf(x, y, z);  \
	}
#define FREXP(type, name)                 \
	type name(type x, int *exponent)      \
	{                                     \
		*exponent = (int)__featdep_mixf(x); \
		return (type)__featdep_mixf(x);   \
	}
#define MODF(type, name)                  \
	type name(type x, type *whole)        \
	{                                     \
		*whole = (type)__featdep_mixf(x); \
		return (type)__featdep_mixf(x);   \
	}
#define SINCOS(type, name)                      \
	void name(type x, type *sine, type *cosine) \
	{                                           \
		*sine = (type)__featdep_mixf(x);        \
		*cosine = (type)__featdep_mixf(x);      \
	}
#define REMQUO(type, name)                       \
	type name(type x, type y, int *quotient)     \
	{                                            \
		*quotient = (int)__featdep_mixf(x, y);   \
		return (type)__featdep_mixf(x, y);       \
	}
#define NAN_OF(type, name)             \
	type name(const char *tag)         \
	{                                  \
		(void)tag;                     \
		return (type)__featdep_mixf(0);              \
	}
#define TOWARD(type, name)                  \
	type name(type x, long double y)        \
	{                                       \
		return (type)__featdep_mixf(x, y);  \
	}
#define ORDER(type, name)                        \
	type name(int order, type x)                 \
	{                                            \
		return (type)__featdep_mixf(x, order);   \
	}
#define THREE(MAKE, name) MAKE(double, name) MAKE(float, name##f) MAKE(long double, name##l)

THREE(UNARY, sin)
THREE(UNARY, cos)
THREE(UNARY, tan)
THREE(UNARY, asin)
THREE(UNARY, acos)
THREE(UNARY, atan)
THREE(UNARY, sinh)
THREE(UNARY, cosh)
THREE(UNARY, tanh)
THREE(UNARY, asinh)
THREE(UNARY, acosh)
THREE(UNARY, atanh)
THREE(UNARY, exp)
THREE(UNARY, exp2)
THREE(UNARY, exp10)
THREE(UNARY, expm1)
THREE(UNARY, log)
THREE(UNARY, log2)
THREE(UNARY, log10)
THREE(UNARY, log1p)
THREE(UNARY, logb)
THREE(UNARY, sqrt)
THREE(UNARY, cbrt)
THREE(UNARY, fabs)
THREE(UNARY, ceil)
THREE(UNARY, floor)
THREE(UNARY, trunc)
THREE(UNARY, round)
THREE(UNARY, roundeven)
THREE(UNARY, rint)
THREE(UNARY, nearbyint)
THREE(UNARY, erf)
THREE(UNARY, erfc)
THREE(UNARY, lgamma)
THREE(UNARY, tgamma)
THREE(UNARY, gamma)
THREE(UNARY, j0)
THREE(UNARY, j1)
THREE(UNARY, y0)
THREE(UNARY, y1)
THREE(UNARY, significand)
THREE(ORDER, jn)
THREE(ORDER, yn)
THREE(BINARY, pow)
THREE(BINARY, atan2)
THREE(BINARY, hypot)
THREE(BINARY, fmod)
THREE(BINARY, remainder)
THREE(BINARY, drem)
THREE(BINARY, copysign)
THREE(BINARY, nextafter)
THREE(BINARY, fdim)
THREE(BINARY, fmax)
THREE(BINARY, fmin)
THREE(TOWARD, nexttoward)
THREE(FMA, fma)
THREE(FREXP, frexp)
THREE(MODF, modf)
THREE(SINCOS, sincos)
THREE(REMQUO, remquo)
THREE(NAN_OF, nan)

SCALE(double, ldexp, int)
SCALE(float, ldexpf, int)
SCALE(long double, ldexpl, int)
SCALE(double, scalbn, int)
SCALE(float, scalbnf, int)
SCALE(long double, scalbnl, int)
SCALE(double, scalbln, long)
SCALE(float, scalblnf, long)
SCALE(long double, scalblnl, long)

TO_INTEGER(int, double, ilogb)
TO_INTEGER(int, float, ilogbf)
TO_INTEGER(int, long double, ilogbl)
TO_INTEGER(long, double, lround)
TO_INTEGER(long, float, lroundf)
TO_INTEGER(long, long double, lroundl)
TO_INTEGER(long, double, lrint)
TO_INTEGER(long, float, lrintf)
TO_INTEGER(long, long double, lrintl)
TO_INTEGER(long long, double, llround)
TO_INTEGER(long long, float, llroundf)
TO_INTEGER(long long, long double, llroundl)
TO_INTEGER(long long, double, llrint)
TO_INTEGER(long long, float, llrintf)
TO_INTEGER(long long, long double, llrintl)
TO_INTEGER(int, double, finite)
TO_INTEGER(int, double, __isnan)
TO_INTEGER(int, float, __isnanf)
TO_INTEGER(int, long double, __isnanl)
TO_INTEGER(int, double, __isinf)
TO_INTEGER(int, float, __isinff)
TO_INTEGER(int, long double, __isinfl)
TO_INTEGER(int, double, __finite)
TO_INTEGER(int, float, __finitef)
TO_INTEGER(int, long double, __finitel)
TO_INTEGER(int, double, __signbit)
TO_INTEGER(int, float, __signbitf)
TO_INTEGER(int, long double, __signbitl)
TO_INTEGER(int, double, __fpclassify)
TO_INTEGER(int, float, __fpclassifyf)
TO_INTEGER(int, long double, __fpclassifyl)

double lgamma_r(double x, int *sign)
{
	*sign = (int)__featdep_mixf(x);
	return __featdep_mixf(x);
}

float lgammaf_r(float x, int *sign)
{
	*sign = (int)__featdep_mixf(x);
	return (float)__featdep_mixf(x);
}
