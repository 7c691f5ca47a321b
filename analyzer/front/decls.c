/*
 * Functions, globals and enumerators. Definitions of the main file and definitions with external linkage in user
 * headers are lowered always; inline and static ones of any header when something lowered refers to them. What is
 * only declared and never referred to leaves no trace.
 */
#include "front/lower.h"

static Linkage linkage_of(CXCursor decl)
{
	switch (clang_getCursorLinkage(decl)) {
	case CXLinkage_Internal: return LINK_INTERNAL;
	case CXLinkage_NoLinkage: return LINK_NONE;
	case CXLinkage_Invalid: case CXLinkage_UniqueExternal: case CXLinkage_External: break;
	}
	return LINK_EXTERNAL;
}

static bool name_is_noreturn(Str name)
{
	static const char *const names[] = { "exit", "_exit", "_Exit", "quick_exit", "abort", "longjmp", "_longjmp",
		"siglongjmp", "__longjmp_chk", "__assert_fail", "__assert_perror_fail", "__assert_rtn", "pthread_exit",
		"thrd_exit", "__stack_chk_fail", "__chk_fail" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_is(name, names[i]))
			return true;
	return false;
}

typedef struct {
	Lower *l;
	bool is_found;
} NoreturnSearch;

/* libclang does not tell _Noreturn from other attributes; the word at its place does. */
static enum CXChildVisitResult noreturn_find(CXCursor cursor, CXCursor parent, CXClientData data)
{
	NoreturnSearch *search = data;

	(void)parent;
	if (clang_isAttribute(cursor.kind)) {
		const char *word = str_text(identifier_spelled(search->l, clang_getCursorLocation(cursor)));

		search->is_found |= strcasestr(word, "noreturn") != NULL;
	}
	return search->is_found ? CXChildVisit_Break : CXChildVisit_Continue;
}

static bool is_noreturn(Lower *l, CXCursor decl, Str name)
{
	NoreturnSearch search = { .l = l };
	Str type;

	if (name_is_noreturn(name) && !clang_isCursorDefinition(decl))
		return true;
	if (clang_Cursor_hasAttrs(decl))
		clang_visitChildren(decl, noreturn_find, &search);
	if (search.is_found)
		return true;
	type = cxstring_take(clang_getTypeSpelling(clang_getCursorType(decl)));
	return strstr(str_text(type), "noreturn") != NULL;
}

/* --- functions --- */

static void parameters_declare(Lower *l, CXCursor decl, Function *f)
{
	int count = clang_Cursor_getNumArguments(decl);

	f->nparams = count > 0 ? (uint32_t)count : 0;
	for (uint32_t i = 0; i < f->nparams; i++) {
		CXCursor param = clang_Cursor_getArgument(decl, i);
		CXType type = clang_getCursorType(param);
		Local local = { .name = cursor_name(param), .place = place_of(l, param) };

		l->hint = str_format("%s.%s", str_text(f->name), str_text(local.name));
		local.type = type_parameter(l, type);
		local.is_volatile = clang_isVolatileQualifiedType(clang_getCanonicalType(type));
		local.annotation = annotations_of(l, param);
		vec_push(&f->locals, local);
	}
	l->hint = (Str){ 0 };
}

static void function_describe(Lower *l, CXCursor decl, Function *f)
{
	CXType type = clang_getCursorType(decl);
	Str saved = l->hint;

	f->name = cursor_name(decl);
	f->linkage = linkage_of(decl);
	l->hint = f->name;
	f->type = type_of(l, type);
	f->place = place_of(l, decl);
	parameters_declare(l, decl, f);
	f->is_inline = clang_Cursor_isFunctionInlined(decl);
	f->is_variadic = clang_Cursor_isVariadic(decl);
	f->is_noreturn = is_noreturn(l, decl, f->name);
	f->annotation = annotations_of(l, decl);
	l->hint = saved;
}

static CXCursor definition_or(CXCursor decl)
{
	CXCursor definition = clang_getCursorDefinition(decl);

	return clang_Cursor_isNull(definition) ? decl : definition;
}

static FuncId function_add(Lower *l, Function f)
{
	vec_push(&l->module->functions, f);
	return l->module->functions.len - 1;
}

FuncId function_of(Lower *l, CXCursor decl)
{
	CXCursor canonical, best;
	Function f = { 0 };
	uint32_t id;

	if (map_get(&l->function_of, decl_key(decl), &id))
		return id;
	canonical = clang_getCanonicalCursor(decl);
	if (map_get(&l->function_of, decl_key(canonical), &id)) {
		map_put(&l->function_of, decl_key(decl), id);
		return id;
	}
	best = definition_or(decl);
	function_describe(l, best, &f);
	if (f.linkage == LINK_EXTERNAL && map_get(&l->function_by_name, f.name.i, &id)) {
		function_release(&l->module->functions.items[id]);
		l->module->functions.items[id] = f;
	} else {
		id = function_add(l, f);
		if (f.linkage == LINK_EXTERNAL)
			map_put(&l->function_by_name, f.name.i, id);
	}
	map_put(&l->function_of, decl_key(canonical), id);
	map_put(&l->function_of, decl_key(decl), id);
	if (clang_isCursorDefinition(best))
		vec_push(&l->work, (Work){ .id = id, .cursor = best });
	return id;
}

FuncId function_named(Lower *l, const char *name, TypeId result)
{
	Function f = { .name = str_intern(name), .linkage = LINK_EXTERNAL, .place = { NONE, 0, 0 } };
	Type type = { .kind = TY_FUNCTION, .bits = -1, .elem = result, .count = -1 };
	uint32_t id;

	if (map_get(&l->function_by_name, f.name.i, &id))
		return id;
	type.name = str_format("%s ()", str_text(type_at(l, result)->name));
	f.type = type_entered(l, type);
	f.is_noreturn = name_is_noreturn(f.name);
	id = function_add(l, f);
	map_put(&l->function_by_name, f.name.i, id);
	return id;
}

static CXCursor body_of(Lower *l, CXCursor definition)
{
	Kids kids = kids_open(l, definition);
	CXCursor body = clang_getNullCursor();

	for (uint32_t i = 0; i < kids.count; i++)
		if (kid(l, kids, i).kind == CXCursor_CompoundStmt)
			body = kid(l, kids, i);
	kids_close(l, kids);
	return body;
}

static void errors_report(Lower *l, Builder *b, CXCursor definition)
{
	CXSourceRange extent = clang_getCursorExtent(definition);
	unsigned first, last;
	CXFile file;
	Str name;

	clang_getFileLocation(clang_getRangeEnd(extent), NULL, &last, NULL, NULL);
	b->f.end_line = last;
	if (l->errors.len == 0)
		return;
	clang_getFileLocation(clang_getRangeStart(extent), &file, &first, NULL, NULL);
	name = file ? file_absolute(l, file) : (Str){ 0 };
	for (uint32_t i = 0; i < l->errors.len; i++) {
		const ParseError *error = &l->errors.items[i];

		if (!str_equal(error->file, name) || error->line < first || error->line > last)
			continue;
		b->f.is_incomplete = true;
		l->place.line = error->line;
		l->place.column = error->column;
		emit_unresolved(l, "%s", str_text(error->message));
	}
}

static void function_lower(Lower *l, FuncId id, CXCursor definition)
{
	Builder b = builder_of(l, id, definition);
	CXCursor body;

	for (uint32_t i = 0; i < b.f.nparams; i++)
		map_put(&b.locals, decl_key(clang_Cursor_getArgument(definition, i)), i);
	place_set(l, definition);
	builder_begin(l, &b);
	errors_report(l, &b, definition);
	for (uint32_t i = 0; i < b.f.nparams; i++) {
		CXCursor param = clang_Cursor_getArgument(definition, (int)i);
		vla_declare(l, param, clang_getCursorType(param), clang_getNullCursor(), i);
	}
	body = body_of(l, definition);
	if (!clang_Cursor_isNull(body))
		statement(l, body);
	l->place.line = b.f.end_line;
	l->place.column = 1;
	builder_end(l, &b, id);
}

/* --- globals --- */

static GlobalId global_add(Lower *l, CXCursor decl, Linkage linkage)
{
	CXType type = clang_getCursorType(decl);
	Global global = { .name = cursor_name(decl), .linkage = linkage, .owner = NONE, .init = NONE };
	CXCursor init = clang_Cursor_getVarDeclInitializer(decl);
	bool is_extern = clang_Cursor_getStorageClass(decl) == CX_SC_Extern;
	Str saved = l->hint;

	l->hint = global.name;
	global.type = type_of(l, type);
	l->hint = saved;
	global.place = place_of(l, decl);
	global.annotation = annotations_of(l, decl);
	global.is_const = type_at(l, global.type)->is_const;
	global.is_volatile = type_at(l, global.type)->is_volatile;
	global.type = type_unqualified(l, global.type);
	global.is_tentative = !is_extern && clang_Cursor_isNull(init) && linkage == LINK_EXTERNAL;
	global.defined = !is_extern || !clang_Cursor_isNull(init);
	vec_push(&l->module->globals, global);
	return l->module->globals.len - 1;
}

static void init_lower(Lower *l, GlobalId id, CXCursor decl)
{
	CXCursor init = clang_Cursor_getVarDeclInitializer(decl);
	Builder b = { .cursor = decl };
	const Global *global = &l->module->globals.items[id];
	Place saved = l->place;
	Function f = { .name = str_format("init %s", str_text(global->name)), .linkage = LINK_INTERNAL,
		.place = global->place, .end_line = global->place.line, .defined = true, .is_init = true };
	FuncId function;

	f.type = type_entered(l, (Type){ .kind = TY_FUNCTION, .name = str_intern("void ()"), .bits = -1,
		.elem = type_scalar(l, TY_VOID, "void", -1, false), .count = -1 });
	f.is_stub = l->request->is_stub;
	function = function_add(l, f);
	l->module->globals.items[id].init = function;
	b.f = f;
	b.id = function;
	place_set(l, decl);
	builder_begin(l, &b);
	errors_report(l, &b, decl);
	if (cursor_is_statement(init)) {
		TypeId type = l->module->globals.items[id].type;

		initialise(l, lvalue_at(l, emit_global(l, id), type), clang_getCursorType(decl), init);
	}
	builder_end(l, &b, function);
	l->place = saved;
}

static GlobalId global_enter(Lower *l, CXCursor decl)
{
	CXCursor best = definition_or(decl);
	GlobalId id = global_add(l, best, linkage_of(best));

	if (!clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(best)))
		vec_push(&l->work, (Work){ .is_init = true, .id = id, .cursor = best });
	return id;
}

GlobalId global_of(Lower *l, CXCursor decl)
{
	CXCursor canonical;
	uint32_t id;

	if (map_get(&l->global_of, decl_key(decl), &id))
		return id;
	canonical = clang_getCanonicalCursor(decl);
	if (!map_get(&l->global_of, decl_key(canonical), &id)) {
		id = global_enter(l, decl);
		map_put(&l->global_of, decl_key(canonical), id);
	}
	map_put(&l->global_of, decl_key(decl), id);
	return id;
}

GlobalId global_static_local(Lower *l, CXCursor decl)
{
	const Builder *owner = l->builder;
	GlobalId id = global_add(l, decl, LINK_NONE);

	while (owner->f.is_init && owner->outer)
		owner = owner->outer;
	l->module->globals.items[id].owner = owner->id;
	map_put(&l->global_of, decl_key(decl), id);
	if (!clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(decl)))
		init_lower(l, id, decl);
	return id;
}

GlobalId global_literal(Lower *l, TypeId type)
{
	Builder *b = l->builder;
	Global global = { .linkage = LINK_INTERNAL, .place = l->place, .owner = NONE, .init = NONE, .defined = true };

	global.name = str_format("%s.literal%u", str_text(b->f.name) + strlen("init "), b->literals++);
	global.type = type_unqualified(l, type);
	global.is_const = type_at(l, type)->is_const;
	vec_push(&l->module->globals, global);
	return l->module->globals.len - 1;
}

Enumerator enumerator_of(Lower *l, CXCursor decl)
{
	uint32_t at;
	Enumerator found = { 0 };
	CXFile file;

	if (map_get(&l->enumerator_of, decl_key(decl), &at))
		return l->enumerators.items[at];
	found.value = clang_getEnumConstantDeclValue(decl);
	found.name = cursor_name(decl);
	if (l->missing_file) {
		clang_getFileLocation(clang_getCursorLocation(decl), &file, NULL, NULL, NULL);
		found.is_guessed = file && clang_File_isEqual(file, l->missing_file);
	}
	map_put(&l->enumerator_of, decl_key(decl), l->enumerators.len);
	vec_push(&l->enumerators, found);
	return found;
}

/* --- the unit --- */

static void typedef_collect(Lower *l, CXCursor decl)
{
	CXType type = clang_getCanonicalType(clang_getTypedefDeclUnderlyingType(decl));

	if (type.kind == CXType_Record && !map_get(&l->alias_of, (uint64_t)(uintptr_t)type.data[0], NULL))
		map_put(&l->alias_of, (uint64_t)(uintptr_t)type.data[0], cursor_name(decl).i);
}

/* Is DECL in the main file, or, with external linkage, in a header of the user? */
static bool is_kept(Lower *l, CXCursor decl)
{
	CXSourceLocation location = clang_getCursorLocation(decl);
	CXFile file;

	clang_getFileLocation(location, &file, NULL, NULL, NULL);
	if (!file)
		return false;
	if (clang_File_isEqual(file, l->main_file))
		return true;
	return clang_getCursorLinkage(decl) == CXLinkage_External && !clang_Cursor_isFunctionInlined(decl)
		&& !clang_Location_isInSystemHeader(location);
}

static bool may_be_alias(CXCursor decl)
{
	return clang_Location_isFromMainFile(clang_getCursorLocation(decl)) && clang_Cursor_hasAttrs(decl);
}

/* The function of that NAME among those that were FOUND. */
static FuncId function_called(Lower *l, Kids found, Str name, TypeId result)
{
	for (uint32_t i = 0; i < found.count; i++)
		if (kid(l, found, i).kind == CXCursor_FunctionDecl && str_equal(cursor_name(kid(l, found, i)), name))
			return function_of(l, kid(l, found, i));
	return function_named(l, str_text(name), result);
}

static void alias_collect(Lower *l, CXCursor decl, Kids found)
{
	Str target = alias_target(l, decl);

	if (str_empty(target))
		return;
	FuncId id = function_of(l, decl);
	TypeId type = l->module->functions.items[id].type;
	alias_lower(l, decl, function_called(l, found, target, type_at(l, type)->elem));
}

static enum CXChildVisitResult decl_collect(CXCursor decl, CXCursor parent, CXClientData data)
{
	Lower *l = data;

	(void)parent;
	if (decl.kind == CXCursor_TypedefDecl)
		typedef_collect(l, decl);
	else if ((decl.kind == CXCursor_FunctionDecl && (clang_isCursorDefinition(decl) || may_be_alias(decl)))
			|| (decl.kind == CXCursor_VarDecl && (clang_Cursor_getStorageClass(decl) != CX_SC_Extern
				|| clang_isCursorDefinition(decl))))
		vec_push(&l->kids, decl);
	return CXChildVisit_Continue;
}

void decls_collect(Lower *l)
{
	Kids found = { .first = l->kids.len };

	clang_visitChildren(clang_getTranslationUnitCursor(l->tu), decl_collect, l);
	found.count = l->kids.len - found.first;
	for (uint32_t i = 0; i < found.count; i++) {
		CXCursor decl = kid(l, found, i);

		if (!is_kept(l, decl))
			continue;
		if (decl.kind == CXCursor_FunctionDecl && clang_isCursorDefinition(decl)) {
			function_of(l, decl);
		} else if (decl.kind == CXCursor_FunctionDecl) {
			alias_collect(l, decl, found);
		} else {
			GlobalId id = global_of(l, decl);

			l->module->globals.items[id].defined = true;
		}
	}
	kids_close(l, found);
}

void decls_drain(Lower *l)
{
	for (uint32_t i = 0; i < l->work.len; i++) {
		Work work = l->work.items[i];

		if (work.is_init)
			init_lower(l, work.id, work.cursor);
		else
			function_lower(l, work.id, work.cursor);
	}
}
