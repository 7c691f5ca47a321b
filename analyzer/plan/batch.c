/* The file is printed with every unit on a line of its own, so that a person can see what an action does. */
#include "plan/batch.h"

#include <errno.h>
#include <jansson.h>
#include <string.h>

enum { BATCH_VERSION = 1 };

static void member_put(Text *out, const char *name, Str value)
{
	text_printf(out, "\"%s\":", name);
	text_json(out, str_text(value));
}

static void unit_print(const BatchUnit *item, Text *out)
{
	const PlanUnit *unit = &item->unit;
	const struct { const char *name; Str value; } members[] = {
		{ "file", unit->file }, { "variant", unit->variant }, { "directory", unit->directory }, { "message", unit->message },
		{ "facts", item->facts },
	};

	text_printf(out, "{\"status\":%d", (int)unit->status);
	for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
		text_char(out, ',');
		member_put(out, members[i].name, members[i].value);
	}
	text_put(out, ",\"arguments\":[");
	for (uint32_t i = 0; i < unit->arguments.len; i++) {
		if (i)
			text_char(out, ',');
		text_json(out, str_text(unit->arguments.items[i]));
	}
	text_put(out, "]}");
}

void batch_print(const Batch *batch, Text *out)
{
	text_printf(out, "{\"version\":%d,\"timeout\":%u,", BATCH_VERSION, batch->timeout);
	member_put(out, "tool", batch->tool);
	text_char(out, ',');
	member_put(out, "root", batch->root);
	text_char(out, ',');
	member_put(out, "depfile", batch->depfile);
	text_put(out, ",\"units\":[\n");
	for (uint32_t i = 0; i < batch->units.len; i++) {
		unit_print(&batch->units.items[i], out);
		text_put(out, i + 1 < batch->units.len ? ",\n" : "\n");
	}
	text_put(out, "]}\n");
}

static Str member_get(const json_t *object, const char *name)
{
	return str_intern(json_string_value(json_object_get(object, name)));
}

static bool unit_read(const json_t *object, BatchUnit *item)
{
	const json_t *arguments = json_object_get(object, "arguments");
	json_int_t status = json_integer_value(json_object_get(object, "status"));

	item->facts = member_get(object, "facts");
	item->unit = (PlanUnit){
		.file = member_get(object, "file"),
		.directory = member_get(object, "directory"),
		.variant = member_get(object, "variant"),
		.message = member_get(object, "message"),
		.status = (UnitStatus)status,
	};
	for (size_t i = 0; i < json_array_size(arguments); i++)
		vec_push(&item->unit.arguments, str_intern(json_string_value(json_array_get(arguments, i))));
	return !str_empty(item->facts) && !str_empty(item->unit.file) && !str_empty(item->unit.directory)
		&& status >= UNIT_PARSED && status <= UNIT_SKIPPED;
}

static bool batch_fill(Str path, const json_t *object, Batch *batch, Diags *diags)
{
	const json_t *units = json_object_get(object, "units");

	if (json_integer_value(json_object_get(object, "version")) != BATCH_VERSION || !json_is_array(units)) {
		diag_add(diags, DIAG_ERROR, path, 1, 1,
			"not a batch of this version of featdep, run `featdep audit --plan-only` again");
		return false;
	}
	batch->tool = member_get(object, "tool");
	batch->root = member_get(object, "root");
	batch->depfile = member_get(object, "depfile");
	batch->timeout = (uint32_t)json_integer_value(json_object_get(object, "timeout"));
	for (size_t i = 0; i < json_array_size(units); i++) {
		if (!unit_read(json_array_get(units, i), vec_add(&batch->units))) {
			diag_add(diags, DIAG_ERROR, path, (uint32_t)i + 2, 1,
				"unit without \"file\", \"directory\", \"facts\" or a valid \"status\"");
			return false;
		}
	}
	return true;
}

bool batch_read(Str path, Batch *batch, Diags *diags)
{
	Text content = {0};
	json_error_t error;
	json_t *object = NULL;

	if (!file_read(str_text(path), &content))
		diag_add(diags, DIAG_ERROR, path, 0, 0, "batch cannot be read: %s", strerror(errno));
	else if (!(object = json_loadb(text_data(&content), content.len, 0, &error)))
		diag_add(diags, DIAG_ERROR, path, (uint32_t)error.line, (uint32_t)error.column, "batch is not JSON: %s", error.text);
	bool done = object && batch_fill(path, object, batch, diags);
	json_decref(object);
	text_release(&content);
	if (!done)
		batch_release(batch);
	return done;
}

void batch_release(Batch *batch)
{
	for (uint32_t i = 0; i < batch->units.len; i++)
		vec_release(&batch->units.items[i].unit.arguments);
	vec_release(&batch->units);
	*batch = (Batch){0};
}
