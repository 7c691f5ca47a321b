/*
 * A second name of a function, __attribute__((alias("name"))): a function that hands its parameters on. Other units know it by
 * that name only.
 */
#include "front/lower.h"

typedef struct { const Lower *l; Str target; } AliasSearch;

/* libclang exposes neither the attribute nor the name: both are read where they stand, in a macro too. */
static enum CXChildVisitResult alias_find(CXCursor cursor, CXCursor parent, CXClientData data)
{
	AliasSearch *search = data;
	CXSourceLocation location = clang_getCursorLocation(cursor);

	(void)parent;
	if (cursor.kind != CXCursor_UnexposedAttr || !strstr(str_text(identifier_spelled(search->l, location)), "alias"))
		return CXChildVisit_Continue;
	search->target = argument_spelled(search->l, location);
	return CXChildVisit_Break;
}

Str alias_target(const Lower *l, CXCursor decl)
{
	AliasSearch search = { .l = l };

	clang_visitChildren(decl, alias_find, &search);
	return search.target;
}

void alias_lower(Lower *l, CXCursor decl, FuncId target)
{
	FuncId id = function_of(l, decl);
	VEC(ValueId) args = { 0 };

	if (l->module->functions.items[id].defined || id == target)
		return;
	Builder b = builder_of(l, id, decl);
	b.f.end_line = b.f.place.line;
	place_set(l, decl);
	builder_begin(l, &b);
	for (uint32_t i = 0; i < b.f.nparams; i++)
		vec_push(&args, load(l, lvalue_at(l, emit_local(l, i), b.f.locals.items[i].type)));
	ValueId result = emit_call(l, emit_function(l, target), type_at(l, b.f.type)->elem, args.items, args.len);
	emit_leave(l, result, "result of an alias");
	builder_end(l, &b, id);
	vec_release(&args);
}
