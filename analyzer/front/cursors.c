/*
 * Reading libclang's tree: children as arrays (nested visits would cost 1.6 KB of stack a level and 20 % of the
 * time), names, and the expressions below the wrappers that libclang calls unexposed.
 */
#include "front/lower.h"

static enum CXChildVisitResult kid_collect(CXCursor cursor, CXCursor parent, CXClientData data)
{
	Lower *l = data;

	(void)parent;
	vec_push(&l->kids, cursor);
	return CXChildVisit_Continue;
}

Kids kids_open(Lower *l, CXCursor cursor)
{
	Kids kids = { .first = l->kids.len };

	clang_visitChildren(cursor, kid_collect, l);
	kids.count = l->kids.len - kids.first;
	return kids;
}

void kids_close(Lower *l, Kids kids)
{
	l->kids.len = kids.first;
}

bool cxtype_is_array(CXType type)
{
	return type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray || type.kind == CXType_VariableArray;
}

/* A declaration cursor's first datum is the address of the declaration: an exact key, where the documented
   clang_hashCursor gives 32 bits that can collide. Cursors of statements and expressions hold it in the second. */
uint64_t decl_key(CXCursor decl)
{
	if (clang_isStatement(decl.kind) || clang_isExpression(decl.kind))
		return (uint64_t)(uintptr_t)decl.data[1];
	return (uint64_t)(uintptr_t)decl.data[0];
}

Str cxstring_take(CXString string)
{
	Str s = str_intern(clang_getCString(string));

	clang_disposeString(string);
	return s;
}

Str cursor_name(CXCursor cursor)
{
	return cxstring_take(clang_getCursorSpelling(cursor));
}

static bool peel_step(Lower *l, CXCursor *expr)
{
	CXCursor inner;
	Kids kids;
	bool peeled = false;

	if (expr->kind == CXCursor_UnaryOperator) {
		if (clang_getCursorUnaryOperatorKind(*expr) != CXUnaryOperator_Extension)
			return false;
	} else if (expr->kind != CXCursor_ParenExpr && expr->kind != CXCursor_UnexposedExpr) {
		return false;
	}
	kids = kids_open(l, *expr);
	if (kids.count == 1) {
		inner = kid(l, kids, 0);
		peeled = clang_isExpression(inner.kind);
		if (peeled && expr->kind == CXCursor_UnexposedExpr) {
			CXType outer_type = clang_getCursorType(*expr), inner_type = clang_getCursorType(inner);

			peeled = type_converts_silently(l, type_value(l, inner_type), type_value(l, outer_type))
				&& !(type_is_va_list(l, inner_type) && !type_is_va_list(l, outer_type));
		}
		if (peeled)
			*expr = inner;
	}
	kids_close(l, kids);
	return peeled;
}

CXCursor peel(Lower *l, CXCursor expr)
{
	while (peel_step(l, &expr))
		continue;
	return expr;
}

/* Only for scalars: evaluating an initialiser list crashes libclang 19. */
bool constant_of(CXCursor expr, int64_t *value)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(expr));
	CXEvalResult result;
	bool is_int;

	if (expr.kind == CXCursor_InitListExpr || !clang_isExpression(expr.kind))
		return false;
	if (!(type.kind >= CXType_Bool && type.kind <= CXType_Int128) && type.kind != CXType_Enum)
		return false;
	result = clang_Cursor_Evaluate(expr);
	if (!result)
		return false;
	is_int = clang_EvalResult_getKind(result) == CXEval_Int;
	if (is_int)
		*value = clang_EvalResult_isUnsignedInt(result) ? (int64_t)clang_EvalResult_getAsUnsigned(result)
			: (int64_t)clang_EvalResult_getAsLongLong(result);
	clang_EvalResult_dispose(result);
	return is_int;
}

typedef struct { Lower *l; Text text; } Annotations;

static void annotations_line(Text *text, const char *line)
{
	if (text->len)
		text_char(text, '\n');
	text_put(text, line);
}

/* Attributes that libclang does not expose, but that change who calls a function: known by their name, which may
   be in a macro. */
static void attribute_add(Lower *l, CXCursor attribute, Text *text)
{
	static const char *const words[][2] = { { "constructor", ATTRIBUTE_CONSTRUCTOR }, { "weak", ATTRIBUTE_WEAK } };
	const char *word = str_text(identifier_spelled(l, clang_getCursorLocation(attribute)));

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strstr(word, words[i][0]))
			annotations_line(text, words[i][1]);
}

static enum CXChildVisitResult annotation_add(CXCursor cursor, CXCursor parent, CXClientData data)
{
	Annotations *all = data;

	(void)parent;
	if (cursor.kind == CXCursor_UnexposedAttr)
		attribute_add(all->l, cursor, &all->text);
	if (cursor.kind == CXCursor_AnnotateAttr) {
		CXString spelling = clang_getCursorSpelling(cursor);
		const char *content = clang_getCString(spelling);

		if (content && strncmp(content, "featdep:", 8) == 0)
			annotations_line(&all->text, content);
		clang_disposeString(spelling);
	}
	return CXChildVisit_Continue;
}

Str annotations_of(Lower *l, CXCursor decl)
{
	Annotations all = { .l = l };
	Str result;

	if (!clang_Cursor_hasAttrs(decl))
		return (Str){ 0 };
	clang_visitChildren(decl, annotation_add, &all);
	result = str_intern_n(text_data(&all.text), all.text.len);
	text_release(&all.text);
	return result;
}
