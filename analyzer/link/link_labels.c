/*
 * Labels: functions and variables of one name in several files (main of each program, static helpers) are told apart by
 * their file. Several builds of one file keep the name alone: they are one thing to whoever reads of it.
 */
#include "link/linker.h"

#include "base/map.h"

/* Two tables: a name → the file that defines it; names that a second file defines. */
typedef struct {
	Map file, shared;
} Names;

static void note(Names *names, Str name, const Place *place)
{
	uint32_t known;

	if (map_get(&names->file, name.i, &known)) {
		if (known != place->file)
			map_put(&names->shared, name.i, 1);
	} else {
		map_put(&names->file, name.i, place->file);
	}
}

static Str label(const Module *program, const Names *names, Str name, const Place *place)
{
	if (place->file == NONE || !map_get(&names->shared, name.i, NULL))
		return (Str){0};
	return str_format("%s:%s", str_text(program->files.items[place->file].name), str_text(name));
}

static bool has_name(const Function *f)
{
	return f->defined && !f->is_stub && !f->is_init;
}

static bool is_named(const Global *g)
{
	return g->defined && g->owner == NONE && !str_empty(g->name);
}

void labels_give(Module *program)
{
	Names functions = {0}, globals = {0};

	for (FuncId id = 0; id < program->functions.len; id++)
		if (has_name(&program->functions.items[id]))
			note(&functions, program->functions.items[id].name, &program->functions.items[id].place);
	for (GlobalId id = 0; id < program->globals.len; id++)
		if (is_named(&program->globals.items[id]))
			note(&globals, program->globals.items[id].name, &program->globals.items[id].place);
	for (FuncId id = 0; id < program->functions.len; id++) {
		Function *f = &program->functions.items[id];
		f->label = has_name(f) ? label(program, &functions, f->name, &f->place) : (Str){0};
	}
	for (GlobalId id = 0; id < program->globals.len; id++) {
		Global *g = &program->globals.items[id];
		g->label = is_named(g) ? label(program, &globals, g->name, &g->place) : (Str){0};
	}
	map_release(&functions.file);
	map_release(&functions.shared);
	map_release(&globals.file);
	map_release(&globals.shared);
}
