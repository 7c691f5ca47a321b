/*
 * Calls. The callee is a value like any other; a function that is named is ADDR_FUNC. Structures are passed and
 * returned as values of their record type. After a function that does not return, control ends.
 */
#include "front/lower.h"

static CXCursor callee_decl(Lower *l, CXCursor callee)
{
	CXCursor decl;

	for (;;) {
		CXCursor inner = peel(l, callee);
		Kids kids;

		if (inner.kind == CXCursor_DeclRefExpr)
			break;
		if (inner.kind != CXCursor_UnexposedExpr)
			return clang_getNullCursor();
		kids = kids_open(l, inner);
		callee = kids.count == 1 ? kid(l, kids, 0) : clang_getNullCursor();
		kids_close(l, kids);
		if (!clang_isExpression(callee.kind))
			return clang_getNullCursor();
		if (callee.kind == CXCursor_DeclRefExpr)
			break;
	}
	decl = clang_getCursorReferenced(peel(l, callee));
	return decl.kind == CXCursor_FunctionDecl ? decl : clang_getNullCursor();
}

static Callee callee_lookup(Lower *l, CXCursor decl)
{
	uint32_t at;
	Callee callee = { .function = NONE };
	Text buffer = { 0 };
	const char *library;

	if (map_get(&l->callee_of, decl_key(decl), &at))
		return l->callees.items[at];
	callee.name = cursor_name(decl);
	callee.builtin = builtin_find(str_text(callee.name));
	if (!callee.builtin) {
		library = builtin_library_name(str_text(callee.name), &buffer, &callee.dropped);
		if (library)
			callee.function = function_named(l, library, type_value(l, clang_getCursorResultType(decl)));
		else
			callee.function = function_of(l, decl);
	}
	text_release(&buffer);
	map_put(&l->callee_of, decl_key(decl), l->callees.len);
	vec_push(&l->callees, callee);
	return callee;
}

/* For a parameter of a transparent union, libclang shows a compound literal that nobody wrote: what is in it. */
static CXCursor argument_written(Lower *l, CXCursor expr)
{
	CXSourceLocation place = clang_getCursorLocation(expr);
	CXCursor result = expr, list;
	Kids kids, items;

	if (expr.kind != CXCursor_CompoundLiteralExpr)
		return expr;
	kids = kids_open(l, expr);
	list = kids.count ? kid(l, kids, kids.count - 1) : expr;
	kids_close(l, kids);
	if (list.kind != CXCursor_InitListExpr || !clang_equalLocations(place, clang_getCursorLocation(list)))
		return expr;
	items = kids_open(l, list);
	if (items.count == 1)
		result = kid(l, items, 0);
	kids_close(l, items);
	return result;
}

/* Do both begin at one place of the file? Then both come out of one macro. */
static bool begin_together(CXCursor a, CXCursor b)
{
	CXFile file_a, file_b;
	unsigned offset_a, offset_b;

	clang_getFileLocation(clang_getRangeStart(clang_getCursorExtent(a)), &file_a, NULL, NULL, &offset_a);
	clang_getFileLocation(clang_getRangeStart(clang_getCursorExtent(b)), &file_b, NULL, NULL, &offset_b);
	return offset_a == offset_b && clang_File_isEqual(file_a, file_b);
}

/* A constant is called like the macro that it is written as, but not like one that the whole of CALL comes out of. */
static ValueId argument(Lower *l, CXCursor call, CXCursor written)
{
	CXCursor expr = argument_written(l, written);
	ValueId v = value(l, expr);
	int64_t number;

	if (value_is_int(l, v, &number) && str_empty(instr_at(l, v)->text) && !begin_together(call, expr)) {
		Str label = label_of(l, expr);

		instr_at(l, v)->text = label;
	}
	return v;
}

static TypeId result_of(const Lower *l, ValueId callee, TypeId otherwise)
{
	const Type *type = type_at(l, value_type(l, callee));

	if (type->kind == TY_POINTER)
		type = type_at(l, type->elem);
	return type->kind == TY_FUNCTION && type->elem != NONE ? type->elem : otherwise;
}

static bool is_dropped(uint32_t dropped, uint32_t i, uint32_t count)
{
	return (i < 31 && dropped >> i & 1) || (dropped >> 31 && i + 1 == count);
}

typedef enum { CALL_RETURNS, CALL_STOPS, CALL_ENDS_THREAD } AfterCall;

static AfterCall after_call(const Lower *l, const Callee *callee)
{
	if (str_is(callee->name, "pthread_exit") || str_is(callee->name, "thrd_exit"))
		return CALL_ENDS_THREAD;
	return l->module->functions.items[callee->function].is_noreturn ? CALL_STOPS : CALL_RETURNS;
}

static ValueId value_call_to(Lower *l, CXCursor expr, Kids kids, ValueId callee, uint32_t dropped, AfterCall after)
{
	VEC(ValueId) args = { 0 };
	TypeId type = expr_type(l, expr);
	ValueId v, first;

	if (type == l->type_unknown) /* an argument with an error in it */
		type = result_of(l, callee, type);
	for (uint32_t i = 1; i < kids.count; i++)
		if (!is_dropped(dropped, i - 1, kids.count - 1))
			vec_push(&args, argument(l, expr, kid(l, kids, i)));
	place_set(l, expr);
	v = emit_call(l, callee, type, args.items, args.len);
	first = args.len ? args.items[0] : NONE;
	vec_release(&args);
	type = value_type(l, v) == NONE ? type : value_type(l, v);
	/* What a thread leaves behind others find: its function ends as if it returned. */
	if (after == CALL_ENDS_THREAD)
		emit_leave(l, first, "result of a thread");
	if (after == CALL_STOPS)
		emit_unreachable(l);
	if (after != CALL_RETURNS)
		return emit_undef(l, type, "");
	return type_at(l, type)->kind == TY_VOID ? emit_undef(l, type, "") : v;
}

/* A jump to where setjmp was called, with all that was stored until then, is not followed. */
static void jump_back_note(Lower *l, const Callee *callee)
{
	static const char *const names[] = { "longjmp", "_longjmp", "siglongjmp", "__longjmp_chk", "__builtin_longjmp" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_is(callee->name, names[i]))
			emit_unresolved(l, "%s to where setjmp returns again", names[i]);
}

ValueId value_call(Lower *l, CXCursor expr)
{
	Kids kids = kids_open(l, expr);
	CXCursor decl;
	Callee callee;
	ValueId v;

	if (kids.count == 0) {
		emit_unresolved(l, "call with its callee lost");
		return emit_undef(l, expr_type(l, expr), "callee lost");
	}
	decl = callee_decl(l, kid(l, kids, 0));
	place_set(l, expr);
	if (clang_Cursor_isNull(decl)) {
		v = value_call_to(l, expr, kids, value(l, kid(l, kids, 0)), 0, CALL_RETURNS);
	} else {
		callee = callee_lookup(l, decl);
		jump_back_note(l, &callee);
		if (callee.builtin)
			v = value_builtin(l, expr, kids, &callee);
		else
			v = value_call_to(l, expr, kids, emit_function(l, callee.function), callee.dropped, after_call(l, &callee));
	}
	kids_close(l, kids);
	return v;
}
