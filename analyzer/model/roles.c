/* Looking up in the roles that bind/ matched with a program. */
#include "model/roles.h"

void roles_release(Roles *roles)
{
	for (uint32_t i = 0; i < roles->roles.len; i++) {
		vec_release(&roles->roles.items[i].inputs);
		vec_release(&roles->roles.items[i].outputs);
		vec_release(&roles->roles.items[i].labels);
		vec_release(&roles->roles.items[i].weights);
		vec_release(&roles->roles.items[i].states);
	}
	for (uint32_t i = 0; i < roles->ensembles.len; i++)
		vec_release(&roles->ensembles.items[i].models);
	vec_release(&roles->roles);
	vec_release(&roles->modules);
	vec_release(&roles->ensembles);
	vec_release(&roles->world);
	for (uint32_t i = 0; i < roles->assertions.len; i++) {
		vec_release(&roles->assertions.items[i].kinds);
		vec_release(&roles->assertions.items[i].within);
	}
	vec_release(&roles->assertions);
	vec_release(&roles->suppressions);
	vec_release(&roles->settings);
	vec_release(&roles->functions);
	vec_release(&roles->pointers);
	map_release(&roles->pointer_functions);
	vec_release(&roles->sources);
	map_release(&roles->params);
	map_release(&roles->fields);
	map_release(&roles->feature_fields);
	map_release(&roles->globals);
	map_release(&roles->feature_globals);
	map_release(&roles->feature_locals);
	*roles = (Roles){0};
}

/* Index of the first entry whose function is not below FUNCTION. */
uint32_t roles_first(const Roles *roles, FuncId function)
{
	uint32_t low = 0, high = roles->functions.len;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (roles->functions.items[middle].function < function)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

FuncId roles_pointer_function(const Roles *roles, const Instr *place)
{
	if (place->op == OP_FIELD)
		return map_get_or(&roles->pointer_functions, map_key(place->b, (uint32_t)place->imm), NONE);
	return place->op == OP_ADDR_GLOBAL ? map_get_or(&roles->pointer_functions, map_key((uint32_t)place->imm, NONE), NONE) : NONE;
}

RoleId roles_of_function(const Roles *roles, FuncId function, RoleKind kind)
{
	for (uint32_t i = roles_first(roles, function); i < roles->functions.len; i++) {
		const FunctionRole *entry = &roles->functions.items[i];
		if (entry->function != function)
			break;
		if (roles->roles.items[entry->role].kind == kind)
			return entry->role;
	}
	return NONE;
}

const RuleSetting *roles_setting(const Roles *roles, const char *rule)
{
	const RuleSetting *found = NULL;

	for (uint32_t i = 0; i < roles->settings.len; i++)
		if (str_is(roles->settings.items[i].rule, rule))
			found = &roles->settings.items[i];
	return found;
}
