/*
 * The vocabulary of stub files: C definitions that tell featdep what a library function does with data.
 * A stub is read like any C file and is never compiled into anything. Loops are not needed: these operations
 * work on whole memory ranges and keep elements apart.
 */
#ifndef FEATDEP_STUB_H
#define FEATDEP_STUB_H

#include <stdarg.h>
#include <stddef.h>

/* A new object; each call of the stub by the user's code is an object of its own. */
void *__featdep_alloc(size_t bytes);
/* BYTES bytes of memory, element by element, pointers included; overlapping is fine. (size_t)-1: up to the end. */
void __featdep_copy(void *to, const void *from, size_t bytes);
/* The same of what there is, into memory of BYTES bytes: how many does not decide what is where. */
void __featdep_move(void *to, const void *from, size_t bytes);
/* BYTES bytes become a value computed from VALUE. */
void __featdep_fill(void *to, long value, size_t bytes);
/* A value computed from all arguments. */
long __featdep_mix(long first, ...);
double __featdep_mixf(double first, ...);
/* A value computed from BYTES bytes of memory; (size_t)-1: the whole object from there. */
long __featdep_read(const void *from, size_t bytes);
/* Memory that may (not must) be overwritten by something computed from VALUE. */
void __featdep_may_write(void *to, long value, size_t bytes);
/* A condition that nothing is known of: if (__featdep_unknown()) … */
int __featdep_unknown(void);
/* What is called behind this runs beside its caller, and may go on when that has: a thread, a handler of signals. */
void __featdep_concurrent(void);
/* What ran beside the caller has ended. */
void __featdep_joined(void);
/* The caller has waited: what runs beside it may have written meanwhile. */
void __featdep_waited(void);
/* A number that nothing is known of and that depends on nothing. */
#define FD_ANY __featdep_mix(0)
/* All variadic arguments, and what those that are pointers point to. */
long __featdep_varargs(va_list args);
/* What the pointers among the variadic arguments point to becomes something computed from VALUE. */
void __featdep_varargs_write(va_list args, long value);
/* VALUE, or BYTES bytes of memory, leave the program. WHERE: "log", "file", "database", "network". */
void __featdep_escape(const char *where, long value);
void __featdep_escape_memory(const char *where, const void *from, size_t bytes);

/* A stub for calls through a function pointer in a field whose value is not known: FD_FIELD_STUB("OrtApi.Run"). */
#define FD_FIELD_STUB(field) __attribute__((annotate("featdep:field-stub:" field)))
/* Arguments: value or pointer as long, for the calls above. */
#define FD_VALUE(x) ((long)(x))

#endif
