/*
 * A function pointer with a role whose value the program does not show (a plugin's table, a callback that another
 * program registers) gets a function to be called in its place: one declaration, named like the pointer, that has
 * the pointer's roles.
 */
#include "bind/bind.h"

#include "base/text.h"

static TypeId function_type(const Module *program, TypeId type)
{
	while (type != NONE && (program->types.items[type].kind == TY_POINTER || program->types.items[type].kind == TY_ARRAY))
		type = program->types.items[type].elem;
	return type != NONE && program->types.items[type].kind == TY_FUNCTION ? type : NONE;
}

static Function declaration(const Module *program, const PointerRole *pointer)
{
	if (pointer->sub == NONE) {
		const Global *g = &program->globals.items[pointer->id];
		return (Function){ .name = g->name, .linkage = g->linkage, .type = function_type(program, g->type), .place = g->place,
			.unit = g->unit, .is_variadic = true };
	}
	const Type *record = &program->types.items[pointer->id];
	const Field *field = &program->fields.items[record->first_field + pointer->sub];
	return (Function){ .name = str_format("%s.%s", str_text(record->name), str_text(field->name)), .linkage = LINK_EXTERNAL,
		.type = function_type(program, field->type), .place = { .file = NONE }, .unit = NONE, .is_variadic = true };
}

void bind_pointers(Roles *roles, Module *program)
{
	for (uint32_t i = 0; i < roles->pointers.len; i++) {
		const PointerRole *pointer = &roles->pointers.items[i];
		uint64_t key = map_key(pointer->id, pointer->sub);
		FuncId function = map_get_or(&roles->pointer_functions, key, NONE);
		if (function == NONE) {
			Function declared = declaration(program, pointer);
			if (declared.type == NONE)
				continue;
			function = program->functions.len;
			vec_push(&program->functions, declared);
			map_put(&roles->pointer_functions, key, function);
		}
		vec_push(&roles->functions, (FunctionRole){ function, pointer->role });
	}
}
