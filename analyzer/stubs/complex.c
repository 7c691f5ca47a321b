/* <complex.h>: a result depends on the argument. */
#include "featdep/stub.h"

#include <complex.h>

#define PART(type, name, part)       \
	type name(type complex z)        \
	{                                \
		return part z;               \
	}
#define MEASURE(type, name)                                      \
	type name(type complex z)                                    \
	{                                                            \
		return (type)__featdep_mixf(__real__ z, __imag__ z);     \
	}
#define UNARY(type, name)                                        \
	type complex name(type complex z)                            \
	{                                                            \
		return (type)__featdep_mixf(__real__ z, __imag__ z);     \
	}
#define CONJUGATE(type, name)        \
	type complex name(type complex z) \
	{                                \
		return ~z;                   \
	}
#define POWER(type, name)                                                          \
	type complex name(type complex z, type complex y)                              \
	{                                                                              \
		return (type)__featdep_mixf(__real__ z, __imag__ z, __real__ y, __imag__ y); \
	}
#define THREE(kind, name)       \
	kind(double, name)          \
	kind(float, name##f)        \
	kind(long double, name##l)

PART(double, creal, __real__)
PART(float, crealf, __real__)
PART(long double, creall, __real__)
PART(double, cimag, __imag__)
PART(float, cimagf, __imag__)
PART(long double, cimagl, __imag__)
THREE(CONJUGATE, conj)
THREE(MEASURE, cabs)
THREE(MEASURE, carg)
THREE(UNARY, cproj)
THREE(UNARY, csqrt)
THREE(UNARY, cexp)
THREE(UNARY, clog)
THREE(UNARY, csin)
THREE(UNARY, ccos)
THREE(UNARY, ctan)
THREE(UNARY, casin)
THREE(UNARY, cacos)
THREE(UNARY, catan)
THREE(UNARY, csinh)
THREE(UNARY, ccosh)
THREE(UNARY, ctanh)
THREE(UNARY, casinh)
THREE(UNARY, cacosh)
THREE(UNARY, catanh)
THREE(POWER, cpow)
