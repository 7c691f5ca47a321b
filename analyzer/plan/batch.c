/* The file is printed with every unit on a line of its own, so that a person can see what an action does. */
#include "plan/batch.h"

#include "base/json.h"

#include <errno.h>
#include <string.h>

enum { BATCH_VERSION = 1 };

static void member_put(Text *out, const char *name, Str value)
{
	text_printf(out, "\"%s\":", name);
	text_json_bytes(out, str_text(value));
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
		text_json_bytes(out, str_text(unit->arguments.items[i]));
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

static Str member_get(const Json *json, JsonId object, const char *name)
{
	return json_interned(json, json_get(json, object, name));
}

/* -1 when it is none, or out of range. */
static int64_t number_get(const Json *json, JsonId object, const char *name)
{
	JsonId value = json_get(json, object, name);
	int64_t number = json_kind(json, value) == JSON_INTEGER ? json_integer(json, value) : -1;

	return number >= 0 && number <= UINT32_MAX ? number : -1;
}

static bool unit_read(const Json *json, JsonId object, BatchUnit *item)
{
	int64_t status = number_get(json, object, "status");

	item->facts = member_get(json, object, "facts");
	item->unit = (PlanUnit){
		.file = member_get(json, object, "file"),
		.directory = member_get(json, object, "directory"),
		.variant = member_get(json, object, "variant"),
		.message = member_get(json, object, "message"),
		.status = (UnitStatus)status,
	};
	json_each(json, json_get(json, object, "arguments"), argument)
		vec_push(&item->unit.arguments, json_interned(json, argument));
	return !str_empty(item->facts) && !str_empty(item->unit.file) && !str_empty(item->unit.directory)
		&& status >= UNIT_PARSED && status <= UNIT_SKIPPED;
}

static bool batch_fill(Str path, const Json *json, Batch *batch, Diags *diags)
{
	const JsonId object = 0;
	JsonId units = json_get(json, object, "units");
	int64_t timeout = number_get(json, object, "timeout");

	if (number_get(json, object, "version") != BATCH_VERSION || json_kind(json, units) != JSON_LIST || timeout < 0) {
		diag_add(diags, DIAG_ERROR, path, 1, 1,
			"not a batch of this version of featdep, run `featdep audit --plan-only` again");
		return false;
	}
	batch->tool = member_get(json, object, "tool");
	batch->root = member_get(json, object, "root");
	batch->depfile = member_get(json, object, "depfile");
	batch->timeout = (uint32_t)timeout;
	json_each(json, units, unit) {
		if (!unit_read(json, unit, vec_add(&batch->units))) {
			diag_add(diags, DIAG_ERROR, path, json_line(json, unit), 1,
				"unit without \"file\", \"directory\", \"facts\" or a valid \"status\"");
			return false;
		}
	}
	return true;
}

bool batch_read(Str path, Batch *batch, Diags *diags)
{
	Text content = {0};
	Json json = {0};
	JsonError error;
	bool done = false;

	if (!file_read(str_text(path), &content))
		diag_add(diags, DIAG_ERROR, path, 0, 0, "batch cannot be read: %s", strerror(errno));
	else if (!json_read_bytes(text_data(&content), content.len, &json, &error))
		diag_add(diags, DIAG_ERROR, path, error.line, error.column, "batch is not JSON: %s", error.problem);
	else
		done = batch_fill(path, &json, batch, diags);
	json_release(&json);
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
