/*
 * Build systems list a file once for every target that compiles it. Entries that mean the same for the analysis
 * become one unit; entries that differ (-DTRAINING) stay apart as variants, because a file built twice is two
 * pieces of the program.
 */
#include "plan/compile_db.h"

#include "base/json.h"
#include "base/map.h"
#include "base/text.h"
#include "plan/flags.h"
#include "plan/path.h"

#include <errno.h>
#include <string.h>

typedef struct {
	Json json;
	Str path;
	Plan *plan;
	Diags *diags;
	Map real_names;   /* Str as written and joined → Str */
} Reader;

Str compile_db_find(const char *start)
{
	static const char *const places[] = {
		"", "build", "_build", "builddir", "out", "cmake-build-debug", "cmake-build-release",
	};
	Str folder = path_real(str_text(path_current()), start);

	if (path_is_file(str_text(folder)))
		return folder;
	for (;;) {
		for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
			Str candidate = path_join(str_text(folder), *places[i] ? places[i] : ".");
			candidate = path_join(str_text(candidate), "compile_commands.json");
			if (path_is_file(str_text(candidate)))
				return candidate;
		}
		Str parent = path_parent(str_text(folder));
		if (str_equal(parent, folder))
			return (Str){0};
		folder = parent;
	}
}

__attribute__((format(printf, 3, 4)))
static void entry_warn(Reader *reader, JsonId entry, const char *format, ...)
{
	Text message = {0};
	va_list args;

	va_start(args, format);
	text_vprintf(&message, format, args);
	va_end(args);
	diag_add(reader->diags, DIAG_WARNING, reader->path, json_line(&reader->json, entry), 0, "%s", text_data(&message));
	text_release(&message);
}

static bool entry_words(Reader *reader, JsonId entry, StrList *words)
{
	JsonId list = json_get(&reader->json, entry, "arguments"), command = json_get(&reader->json, entry, "command");

	if (json_kind(&reader->json, list) == JSON_LIST) {
		json_each(&reader->json, list, word)
			if (json_kind(&reader->json, word) == JSON_STRING)
				vec_push(words, json_interned(&reader->json, word));
	} else if (json_kind(&reader->json, command) == JSON_STRING) {
		if (!shell_split(str_text(json_interned(&reader->json, command)), words))
			entry_warn(reader, entry, "a quote is not closed in \"command\"");
	} else {
		entry_warn(reader, entry, "entry has neither \"command\" nor \"arguments\", it is left out");
		return false;
	}
	return true;
}

static Str real_name(Reader *reader, Str directory, const char *name)
{
	Str joined = path_join(str_text(directory), name);
	uint32_t known;

	if (map_get(&reader->real_names, joined.i, &known))
		return (Str){known};
	Str real = path_real("/", str_text(joined));
	map_put(&reader->real_names, joined.i, real.i);
	return real;
}

static void unit_judge(PlanUnit *unit, Language language)
{
	unit->status = UNIT_PARSED;
	if (language != LANGUAGE_C) {
		unit->status = UNIT_SKIPPED;
		unit->message = str_format("%s is not analysed", language_text(language));
	} else if (!path_is_file(str_text(unit->file))) {
		unit->status = UNIT_MISSING;
		unit->message = str_intern(path_is_folder(str_text(unit->file)) ? "is a folder" : "file does not exist");
	}
}

static void entry_read(Reader *reader, JsonId entry)
{
	Str file = json_interned(&reader->json, json_get(&reader->json, entry, "file"));
	Str directory = json_interned(&reader->json, json_get(&reader->json, entry, "directory"));
	StrList words = {0};
	Flags flags = {0};

	if (json_kind(&reader->json, entry) != JSON_OBJECT || str_empty(file)) {
		entry_warn(reader, entry, "entry has no \"file\", it is left out");
		return;
	}
	if (!entry_words(reader, entry, &words))
		return;
	PlanUnit *unit = vec_add(&reader->plan->units);
	unit->directory = real_name(reader, path_parent(str_text(reader->path)),
		str_empty(directory) ? "." : str_text(directory));
	unit->file = real_name(reader, unit->directory, str_text(file));
	flags_expand(&words, unit->directory, reader->path, reader->diags);
	flags_filter(&words, unit->file, &flags);
	unit->arguments = flags.arguments;
	unit_judge(unit, flags.language);
	vec_release(&words);
}

static int unit_compare(const void *a, const void *b)
{
	const PlanUnit *x = a, *y = b;
	int order = str_compare(x->file, y->file);

	if (order)
		return order;
	for (uint32_t i = 0; i < x->arguments.len && i < y->arguments.len; i++)
		if ((order = str_compare(x->arguments.items[i], y->arguments.items[i])))
			return order;
	if (x->arguments.len != y->arguments.len)
		return x->arguments.len < y->arguments.len ? -1 : 1;
	return str_compare(x->directory, y->directory);
}

static uint32_t neutral_skip(const StrList *arguments, uint32_t i)
{
	while (i < arguments->len && flag_is_neutral(str_text(arguments->items[i])))
		i++;
	return i;
}

static bool same_meaning(const PlanUnit *a, const PlanUnit *b)
{
	uint32_t i = 0, j = 0;

	if (!str_equal(a->file, b->file) || !str_equal(a->directory, b->directory) || a->status != b->status)
		return false;
	for (;; i++, j++) {
		i = neutral_skip(&a->arguments, i);
		j = neutral_skip(&b->arguments, j);
		if (i == a->arguments.len || j == b->arguments.len)
			return i == a->arguments.len && j == b->arguments.len;
		if (!str_equal(a->arguments.items[i], b->arguments.items[j]))
			return false;
	}
}

static void units_dedupe(Plan *plan)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < plan->units.len; i++) {
		PlanUnit *unit = &plan->units.items[i];
		bool known = false;
		for (uint32_t j = kept; j > 0 && str_equal(plan->units.items[j - 1].file, unit->file) && !known; j--)
			known = same_meaning(&plan->units.items[j - 1], unit);
		if (known) {
			vec_release(&unit->arguments);
			plan->duplicates++;
		} else {
			plan->units.items[kept++] = *unit;
		}
	}
	plan->units.len = kept;
}

static bool everywhere(const PlanUnit *units, uint32_t count, Str argument)
{
	for (uint32_t i = 0; i < count; i++)
		if (!str_list_has(&units[i].arguments, argument))
			return false;
	return true;
}

static void variants_name(PlanUnit *units, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		Text text = {0};
		for (uint32_t j = 0; j < units[i].arguments.len; j++) {
			const char *argument = str_text(units[i].arguments.items[j]);
			if (!flag_is_neutral(argument) && !everywhere(units, count, units[i].arguments.items[j]))
				text_printf(&text, "%s%s", text.len ? " " : "", argument);
		}
		units[i].variant = text.len ? str_intern(text.data) : str_format("#%u", i + 1);
		for (uint32_t j = 0; j < i; j++)
			if (str_equal(units[j].variant, units[i].variant))
				units[i].variant = str_format("%s #%u", str_text(units[i].variant), i + 1);
		text_release(&text);
	}
}

static void units_finish(Plan *plan)
{
	vec_sort(&plan->units, unit_compare);
	units_dedupe(plan);
	for (uint32_t i = 0, end; i < plan->units.len; i = end) {
		PlanUnit *first = &plan->units.items[i];
		for (end = i + 1; end < plan->units.len && str_equal(plan->units.items[end].file, first->file); end++)
			continue;
		if (end - i > 1)
			variants_name(first, end - i);
	}
}

/* Names in reports start where a person would start them: at the project's folder. */
static Str root_guess(const Plan *plan)
{
	static const char *const marks[] = { "featdep.yml", ".git" };
	Str root = {0};

	for (uint32_t i = 0; i < plan->units.len; i++) {
		const PlanUnit *unit = &plan->units.items[i];
		Str folder = path_parent(str_text(unit->file));
		if (unit->status == UNIT_PARSED)
			root = str_empty(root) ? folder : path_common(str_text(root), str_text(folder));
	}
	if (str_empty(root))
		return path_current();
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		Str found = path_find_upward(str_text(root), marks[i]);
		if (!str_empty(found))
			return path_parent(str_text(found));
	}
	Str around = str_empty(plan->database) ? path_current() : path_parent(str_text(plan->database));
	return path_is_below(str_text(root), str_text(around)) ? around : root;
}

static void entries_read(Reader *reader)
{
	const JsonId list = 0;

	if (json_kind(&reader->json, list) != JSON_LIST) {
		diag_add(reader->diags, DIAG_ERROR, reader->path, 1, 1, "compile database is not a list of entries");
		return;
	}
	if (json_first(&reader->json, list) == JSON_NONE)
		diag_add(reader->diags, DIAG_ERROR, reader->path, 1, 1, "compile database is empty: build the project first, or "
			"configure it with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON or under `bear --`");
	json_each(&reader->json, list, entry)
		entry_read(reader, entry);
	if (json_first(&reader->json, list) != JSON_NONE && !reader->plan->units.len)
		diag_add(reader->diags, DIAG_ERROR, reader->path, 1, 1, "no entry of the compile database can be used");
}

bool compile_db_read(Str path, Plan *plan, Diags *diags)
{
	Reader reader = { .path = path, .plan = plan, .diags = diags };
	Text content = {0};
	JsonError error;

	plan->database = path;
	if (!file_read(str_text(path), &content)) {
		diag_add(diags, DIAG_ERROR, path, 0, 0, "compile database cannot be read: %s", strerror(errno));
	} else if (!json_read_bytes(text_data(&content), content.len, &reader.json, &error)) {
		diag_add(diags, DIAG_ERROR, path, error.line, error.column, "compile database is not JSON: %s", error.problem);
	} else {
		entries_read(&reader);
		units_finish(plan);
		plan->root = root_guess(plan);
	}
	json_release(&reader.json);
	text_release(&content);
	map_release(&reader.real_names);
	return plan->units.len > 0;
}

void plan_files(const StrList *files, const StrList *arguments, Plan *plan, Diags *diags)
{
	Str directory = path_current();

	for (uint32_t i = 0; i < files->len; i++) {
		StrList words = {0};
		Flags flags = {0};
		vec_push(&words, str_intern("cc"));
		vec_append(&words, arguments);
		flags_expand(&words, directory, files->items[i], diags);
		PlanUnit *unit = vec_add(&plan->units);
		unit->directory = directory;
		unit->file = path_real(str_text(directory), str_text(files->items[i]));
		flags_filter(&words, unit->file, &flags);
		unit->arguments = flags.arguments;
		unit_judge(unit, flags.language);
		vec_release(&words);
	}
	units_finish(plan);
	plan->root = root_guess(plan);
}

void plan_release(Plan *plan)
{
	for (uint32_t i = 0; i < plan->units.len; i++)
		vec_release(&plan->units.items[i].arguments);
	vec_release(&plan->units);
	*plan = (Plan){0};
}
