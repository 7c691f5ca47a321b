/*
 * Functions that only the compiler knows. Those with a library function of the same meaning are calls of that
 * function; the rest are what they do, by the table below.
 */
#include "front/lower.h"

#include <math.h>

typedef enum {
	DOES_FIRST,       /* is its first argument */
	DOES_NOTHING,     /* void, or a value that depends on nothing */
	DOES_UNREACHABLE,
	DOES_UNDEF,       /* something that depends on nothing */
	DOES_MIX,         /* a value computed from its arguments */
	DOES_INFINITY, DOES_NAN,
	DOES_CONSTANT,    /* libclang evaluates it */
	DOES_VA_START, DOES_VA_COPY,
	DOES_OVERFLOW,    /* __builtin_add_overflow (a, b, &result) and so on */
	DOES_STORE_FIRST, /* *second = first */
	DOES_LOAD,        /* *first */
	DOES_SYNC,
	DOES_ALLOCA,
} Effect;

struct Builtin {
	const char *name; /* a '*' at the end: any name that starts so */
	Effect effect;
};

static const Builtin builtins[] = {
	{ "__builtin_expect*", DOES_FIRST },
	{ "__builtin_assume_aligned", DOES_FIRST },
	{ "__builtin_launder", DOES_FIRST },
	{ "__builtin_addressof", DOES_FIRST },
	{ "__builtin_extract_return_addr", DOES_FIRST },
	{ "__builtin_assume*", DOES_NOTHING },
	{ "__assume", DOES_NOTHING },
	{ "__builtin_prefetch", DOES_NOTHING },
	{ "__builtin___clear_cache", DOES_NOTHING },
	{ "__builtin_cpu_init", DOES_NOTHING },
	{ "__builtin_va_end", DOES_NOTHING },
	{ "__builtin_unpredictable", DOES_FIRST },
	{ "__builtin_ia32_pause", DOES_NOTHING },
	{ "__builtin_unwind_init", DOES_NOTHING },
	{ "__builtin_debugtrap", DOES_NOTHING },
	{ "__sync_synchronize", DOES_NOTHING },
	{ "__builtin_unreachable", DOES_UNREACHABLE },
	{ "__builtin_trap", DOES_UNREACHABLE },
	{ "__builtin_verbose_trap", DOES_UNREACHABLE },
	{ "__builtin_constant_p", DOES_UNDEF },
	{ "__builtin_classify_type", DOES_UNDEF },
	{ "__builtin_frame_address", DOES_UNDEF },
	{ "__builtin_return_address", DOES_UNDEF },
	{ "__builtin_cpu_supports", DOES_UNDEF },
	{ "__builtin_cpu_is", DOES_UNDEF },
	{ "__builtin_readcyclecounter", DOES_UNDEF },
	{ "__builtin_thread_pointer", DOES_UNDEF },
	{ "__builtin_ia32_rdtsc", DOES_UNDEF },
	{ "__builtin_object_size", DOES_CONSTANT },
	{ "__builtin_dynamic_object_size", DOES_CONSTANT },
	{ "__builtin_types_compatible_p", DOES_CONSTANT },
	{ "__builtin_LINE", DOES_CONSTANT },
	{ "__builtin_inf*", DOES_INFINITY },
	{ "__builtin_huge_val*", DOES_INFINITY },
	{ "__builtin_nan*", DOES_NAN },
	{ "__builtin_va_start", DOES_VA_START },
	{ "__builtin_c23_va_start", DOES_VA_START },
	{ "__builtin_stdarg_start", DOES_VA_START },
	{ "__builtin_ms_va_start", DOES_VA_START },
	{ "__builtin_va_copy", DOES_VA_COPY },
	{ "__builtin_ms_va_copy", DOES_VA_COPY },
	{ "__builtin_ms_va_end", DOES_NOTHING },
	{ "__builtin_add_overflow*", DOES_OVERFLOW },
	{ "__builtin_sub_overflow*", DOES_OVERFLOW },
	{ "__builtin_mul_overflow*", DOES_OVERFLOW },
	{ "__builtin_sadd*", DOES_OVERFLOW }, { "__builtin_uadd*", DOES_OVERFLOW },
	{ "__builtin_ssub*", DOES_OVERFLOW }, { "__builtin_usub*", DOES_OVERFLOW },
	{ "__builtin_smul*", DOES_OVERFLOW }, { "__builtin_umul*", DOES_OVERFLOW },
	{ "__builtin_nontemporal_store", DOES_STORE_FIRST },
	{ "__builtin_nontemporal_load", DOES_LOAD },
	{ "__builtin_alloca*", DOES_ALLOCA },
	{ "__builtin_isnan*", DOES_MIX }, { "__builtin_isinf*", DOES_MIX }, { "__builtin_isfinite", DOES_MIX },
	{ "__builtin_isnormal", DOES_MIX }, { "__builtin_isgreater*", DOES_MIX }, { "__builtin_isless*", DOES_MIX },
	{ "__builtin_isunordered", DOES_MIX }, { "__builtin_issubnormal", DOES_MIX }, { "__builtin_iszero", DOES_MIX },
	{ "__builtin_isfpclass", DOES_MIX }, { "__builtin_fpclassify", DOES_MIX }, { "__builtin_signbit*", DOES_MIX },
	{ "__builtin_clz*", DOES_MIX }, { "__builtin_ctz*", DOES_MIX }, { "__builtin_clrsb*", DOES_MIX },
	{ "__builtin_popcount*", DOES_MIX }, { "__builtin_parity*", DOES_MIX }, { "__builtin_ffs*", DOES_MIX },
	{ "__builtin_bswap*", DOES_MIX }, { "__builtin_bitreverse*", DOES_MIX }, { "__builtin_rotate*", DOES_MIX },
	{ "__builtin_elementwise_*", DOES_MIX }, { "__builtin_reduce_*", DOES_MIX }, { "__builtin_complex", DOES_MIX },
	{ "__builtin_shufflevector", DOES_MIX }, { "__builtin_convertvector", DOES_MIX },
	{ "__builtin_ia32_*", DOES_MIX }, { "__builtin_neon_*", DOES_MIX }, { "__builtin_arm_*", DOES_MIX },
	{ "__builtin_aarch64_*", DOES_MIX }, { "__builtin_altivec_*", DOES_MIX }, { "__builtin_vsx_*", DOES_MIX },
	{ "__builtin_msa_*", DOES_MIX }, { "__builtin_sve_*", DOES_MIX }, { "__builtin_riscv_*", DOES_MIX },
	{ "__builtin_wasm_*", DOES_MIX }, { "__builtin_addc*", DOES_MIX }, { "__builtin_subc*", DOES_MIX },
	{ "__sync_*", DOES_SYNC },
};

static bool name_matches(const char *pattern, const char *name)
{
	size_t length = strlen(pattern);

	if (pattern[length - 1] == '*')
		return strncmp(pattern, name, length - 1) == 0;
	return strcmp(pattern, name) == 0;
}

const Builtin *builtin_find(const char *name)
{
	if (name[0] != '_' || name[1] != '_')
		return NULL;
	for (size_t i = 0; i < sizeof builtins / sizeof *builtins; i++)
		if (name_matches(builtins[i].name, name))
			return &builtins[i];
	return NULL;
}

enum { LAST_ARGUMENT = 31 };

static const struct { const char *name; uint32_t dropped; } checked[] = { /* of the __NAME_chk functions */
	{ "printf", 1 << 0 }, { "vprintf", 1 << 0 }, { "fprintf", 1 << 1 }, { "vfprintf", 1 << 1 },
	{ "sprintf", 1 << 1 | 1 << 2 }, { "vsprintf", 1 << 1 | 1 << 2 },
	{ "snprintf", 1 << 2 | 1 << 3 }, { "vsnprintf", 1 << 2 | 1 << 3 },
};

static uint32_t checked_dropped(const char *name)
{
	for (size_t i = 0; i < sizeof checked / sizeof *checked; i++)
		if (strcmp(checked[i].name, name) == 0)
			return checked[i].dropped;
	return UINT32_C(1) << LAST_ARGUMENT;
}

const char *builtin_library_name(const char *name, Text *buffer, uint32_t *dropped)
{
	size_t length;

	*dropped = 0;
	if (strncmp(name, "__builtin_", 10) == 0)
		text_put(buffer, name + 10);
	else if (strncmp(name, "__tg_", 5) == 0)
		text_put(buffer, name + 5);
	else
		return NULL;
	length = buffer->len;
	if (length > 6 && strncmp(buffer->data, "__", 2) == 0 && strcmp(buffer->data + length - 4, "_chk") == 0) {
		buffer->data[length - 4] = '\0';
		*dropped = checked_dropped(buffer->data + 2);
		return buffer->data + 2;
	}
	return text_data(buffer);
}

static ValueId value_of_arguments(Lower *l, CXCursor expr, Kids kids)
{
	TypeId type = expr_type(l, expr);
	VEC(ValueId) values = { 0 };
	bool has_pointer = false;
	ValueId v, callee;
	Str name;

	for (uint32_t i = 1; i < kids.count; i++) {
		v = value(l, kid(l, kids, i));
		has_pointer |= type_at(l, value_type(l, v))->kind == TY_POINTER;
		vec_push(&values, v);
	}
	if (has_pointer || type_at(l, type)->kind == TY_VOID) {
		name = cursor_name(clang_getCursorReferenced(expr));
		callee = emit_function(l, function_named(l, str_text(name), type));
		v = emit_call(l, callee, type, values.items, values.len);
		if (type_at(l, type)->kind == TY_VOID)
			v = emit_undef(l, type, "");
	} else {
		v = value_mix(l, values.items, values.len, type);
	}
	vec_release(&values);
	return v;
}

static ValueId value_overflow(Lower *l, CXCursor expr, Kids kids)
{
	ValueId values[2], target, result;
	TypeId elem;

	if (kids.count != 4)
		return value_of_arguments(l, expr, kids);
	values[0] = value(l, kid(l, kids, 1));
	values[1] = value(l, kid(l, kids, 2));
	target = value(l, kid(l, kids, 3));
	elem = value_type(l, target);
	if (type_at(l, elem)->kind == TY_POINTER) {
		elem = type_unqualified(l, type_at(l, elem)->elem);
		result = value_mix(l, values, 2, elem);
		store(l, lvalue_at(l, target, elem), result);
	}
	return value_mix(l, values, 2, expr_type(l, expr));
}

static ValueId value_memory(Lower *l, CXCursor expr, Kids kids, bool is_store)
{
	ValueId stored = is_store && kids.count > 2 ? value(l, kid(l, kids, 1)) : NONE;
	ValueId pointer = value(l, kid(l, kids, kids.count - 1));
	TypeId type = value_type(l, pointer);

	if (type_at(l, type)->kind != TY_POINTER)
		return emit_undef(l, expr_type(l, expr), "");
	type = type_unqualified(l, type_at(l, type)->elem);
	if (!is_store)
		return load(l, lvalue_at(l, pointer, type));
	store(l, lvalue_at(l, pointer, type), stored);
	return emit_undef(l, expr_type(l, expr), "");
}

static ValueId value_alloca(Lower *l, CXCursor expr, Kids kids)
{
	TypeId type = expr_type(l, expr);
	ValueId size = kids.count > 1 ? value(l, kid(l, kids, 1)) : emit_undef(l, l->type_size, "");

	return emit_call(l, emit_function(l, function_named(l, "alloca", type)), type, &size, 1);
}

static void arguments_execute(Lower *l, Kids kids, uint32_t first)
{
	for (uint32_t i = first; i < kids.count; i++)
		effect(l, kid(l, kids, i));
}

ValueId value_builtin(Lower *l, CXCursor expr, Kids kids, const Callee *callee)
{
	TypeId type = expr_type(l, expr);
	ValueId v;
	int64_t number;

	switch (callee->builtin->effect) {
	case DOES_FIRST:
		if (kids.count < 2)
			break;
		v = emit_cast(l, type, value(l, kid(l, kids, 1)));
		arguments_execute(l, kids, 2);
		return v;
	case DOES_NOTHING:
	case DOES_UNDEF:
		break;
	case DOES_UNREACHABLE:
		emit_unreachable(l);
		break;
	case DOES_MIX:
		return value_of_arguments(l, expr, kids);
	case DOES_INFINITY:
		return emit_float(l, type, INFINITY);
	case DOES_NAN:
		return emit_float(l, type, NAN);
	case DOES_CONSTANT:
		if (constant_of(expr, &number))
			return emit_int(l, type, number, (Str){ 0 });
		break;
	case DOES_VA_START:
		if (kids.count > 1)
			emit(l, OP_VA_START, NONE, va_list_address(l, kid(l, kids, 1)), NONE, 0);
		break;
	case DOES_VA_COPY:
		if (kids.count > 2) {
			ValueId to = va_list_address(l, kid(l, kids, 1));

			emit(l, OP_VA_COPY, NONE, to, va_list_address(l, kid(l, kids, 2)), 0);
		}
		break;
	case DOES_OVERFLOW:
		return value_overflow(l, expr, kids);
	case DOES_STORE_FIRST:
		return value_memory(l, expr, kids, true);
	case DOES_LOAD:
		return value_memory(l, expr, kids, false);
	case DOES_SYNC:
		return value_sync(l, callee->name, expr, kids);
	case DOES_ALLOCA:
		return value_alloca(l, expr, kids);
	}
	return emit_undef(l, type, "");
}
