/* <ctype.h> and <wctype.h>: the class or the other case of a character depends on the character. */
#define _GNU_SOURCE
#ifndef __NO_CTYPE
#define __NO_CTYPE
#endif
#include "featdep/stub.h"

#include <ctype.h>
#include <wctype.h>

#define CLASS(name)                  \
	int name(int c)                  \
	{                                \
		return (int)__featdep_mix(c); \
	}
#define WIDE_CLASS(name)             \
	int name(wint_t c)               \
	{                                \
		return (int)__featdep_mix(c); \
	}

CLASS(isalnum)
CLASS(isalpha)
CLASS(isascii)
CLASS(isblank)
CLASS(iscntrl)
CLASS(isdigit)
CLASS(isgraph)
CLASS(islower)
CLASS(isprint)
CLASS(ispunct)
CLASS(isspace)
CLASS(isupper)
CLASS(isxdigit)
CLASS(toascii)
CLASS(tolower)
CLASS(toupper)
WIDE_CLASS(iswalnum)
WIDE_CLASS(iswalpha)
WIDE_CLASS(iswblank)
WIDE_CLASS(iswcntrl)
WIDE_CLASS(iswdigit)
WIDE_CLASS(iswgraph)
WIDE_CLASS(iswlower)
WIDE_CLASS(iswprint)
WIDE_CLASS(iswpunct)
WIDE_CLASS(iswspace)
WIDE_CLASS(iswupper)
WIDE_CLASS(iswxdigit)

wint_t towlower(wint_t c)
{
	return (wint_t)__featdep_mix(c);
}

wint_t towupper(wint_t c)
{
	return (wint_t)__featdep_mix(c);
}

/* The tables behind the macros of glibc: constant, indexed by the character. */
const unsigned short **__ctype_b_loc(void)
{
	static const unsigned short table[384];
	static const unsigned short *middle = table + 128;

	return &middle;
}

const int **__ctype_tolower_loc(void)
{
	static const int table[384];
	static const int *middle = table + 128;

	return &middle;
}

const int **__ctype_toupper_loc(void)
{
	static const int table[384];
	static const int *middle = table + 128;

	return &middle;
}
