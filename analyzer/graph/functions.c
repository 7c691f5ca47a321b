/* A site has the file and the name of its function: neither alone tells which one it is. */
#include "graph/functions.h"

static uint64_t key_of(Str file, Str function)
{
	return hash_u64(file.i, function.i);
}

void functions_index(const Module *program, Map *index)
{
	for (FuncId id = 0; id < program->functions.len; id++) {
		const Function *f = &program->functions.items[id];
		if (function_is_users(program, f) && f->place.file != NONE)
			map_put(index, key_of(program->files.items[f->place.file].name, f->name), id);
	}
}

FuncId functions_at(const Map *index, const Site *site)
{
	return map_get_or(index, key_of(site->file, site->function), NONE);
}
