/* A facts file may come from another machine or be half written: what does not read costs its unit, not the run. */
#include "facts_files.h"

#include "model/facts.h"
#include "plan/path.h"
#include "tool.h"

#include <errno.h>
#include <fts.h>
#include <string.h>
#include <unistd.h>

static const char suffix[] = ".facts";

static int name_order(const void *a, const void *b)
{
	return str_compare(*(const Str *)a, *(const Str *)b);
}

static void files_find(Str folder, StrList *files)
{
	char *const roots[] = { (char *)(uintptr_t)str_text(folder), NULL };
	FTS *walk = fts_open(roots, FTS_LOGICAL | FTS_NOCHDIR, NULL);

	for (FTSENT *entry; walk && (entry = fts_read(walk));) {
		size_t length = strlen(entry->fts_name);
		if (entry->fts_info == FTS_F && length > strlen(suffix) && !strcmp(entry->fts_name + length - strlen(suffix), suffix))
			vec_push(files, str_intern(entry->fts_path));
	}
	if (walk)
		fts_close(walk);
	vec_sort(files, name_order);
}

bool facts_collect(Str folder, StrList *files, Diags *diags)
{
	files_find(folder, files);
	if (files->len)
		return true;
	diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "no facts files (*%s) in \"%s\"", suffix, str_text(folder));
	return false;
}

static bool module_read(Str path, const Map *known, Module *module, Diags *diags)
{
	Text content = {0};
	bool done = false;

	if (file_read(str_text(path), &content))
		done = facts_parse_new(text_data(&content), content.len, path, known, module, diags);
	else
		diag_add(diags, DIAG_ERROR, path, 0, 0, "facts cannot be read: %s", strerror(errno));
	text_release(&content);
	return done;
}

static Module module_failed(Str path, Str root, bool foreign)
{
	Module module = { .root = root };
	const char *base = path_base(str_text(path));
	Str name = str_intern_n(base, strlen(base) - strlen(suffix));
	Str message = str_intern(foreign ? "its facts file is damaged"
		: "its facts file was damaged and is removed, run again");

	vec_push(&module.units, (Unit){ .name = name, .status = UNIT_FAILED, .message = message });
	return module;
}

void facts_link(const StrList *files, bool foreign, Linker *linker, Diags *diags)
{
	Str root = {0};

	for (uint32_t i = 0; i < files->len; i++) {
		Module module = {0};
		if (module_read(files->items[i], linker_known(linker), &module, diags)) {
			root = module.root;
		} else {
			module = module_failed(files->items[i], root, foreign);
			if (!foreign)
				unlink(str_text(files->items[i]));
		}
		linker_add(linker, &module);
	}
}

void stubs_link(Linker *linker, Diags *diags)
{
	StrList files = {0};
	Str folder = tool_data("facts");
	uint32_t damaged = 0;

	if (!str_empty(folder))
		files_find(folder, &files);
	if (!files.len)
		diag_add(diags, DIAG_WARNING, folder, 0, 0, "featdep's stubs %s: what memcpy, malloc, qsort and all other library "
			"functions do is unknown, and the results are much worse; %s", str_empty(folder) ? "are missing" :
			"are not in their folder, or it cannot be read", str_text(tool_data_advice("facts")));
	for (uint32_t i = 0; i < files.len; i++) {
		Module module = {0};
		if (module_read(files.items[i], NULL, &module, diags))
			linker_add(linker, &module);
		else
			damaged++;
	}
	if (damaged)
		diag_add(diags, DIAG_WARNING, folder, 0, 0, "%u of featdep's %u stub files cannot be used: the library functions in "
			"them are unknown; %s", damaged, files.len, str_text(tool_data_advice("facts")));
	vec_release(&files);
}

static Str unit_text(const Unit *unit)
{
	bool has_variant = !str_empty(unit->variant);

	return str_format("%s%s%s%s: %s", str_text(unit->name), has_variant ? " [" : "", str_text(unit->variant),
		has_variant ? "]" : "", str_text(unit->message));
}

void coverage_units(const Module *program, Coverage *coverage)
{
	for (uint32_t i = 0; i < program->units.len; i++) {
		const Unit *unit = &program->units.items[i];
		coverage->units++;
		switch (unit->status) {
		case UNIT_PARSED:
			coverage->units_parsed++;
			break;
		case UNIT_ERRORS:
			coverage->units_parsed++;
			vec_push(&coverage->failed_units, unit_text(unit));
			break;
		case UNIT_FAILED:
		case UNIT_CRASHED:
		case UNIT_TIMEOUT:
		case UNIT_MISSING:
			coverage->units_failed++;
			vec_push(&coverage->failed_units, unit_text(unit));
			break;
		case UNIT_SKIPPED:
			coverage->units_skipped++;
			break;
		}
	}
}
