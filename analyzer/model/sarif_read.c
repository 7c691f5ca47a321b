/* Only what featdep itself writes is looked for; results of other tools in the file have no such fingerprint. */
#include "model/sarif_read.h"

#include <jansson.h>

static Str text_at(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	return json_is_string(value) ? str_intern_n(json_string_value(value), json_string_length(value)) : (Str){0};
}

static uint32_t number_at(const json_t *object, const char *key)
{
	json_int_t value = json_integer_value(json_object_get(object, key));

	return value > 0 && value < UINT32_MAX ? (uint32_t)value : 0;
}

static int hex(char c)
{
	static const char digits[] = "0123456789ABCDEF0123456789abcdef";
	const char *found = c ? strchr(digits, c) : NULL;

	return found ? (int)(found - digits) % 16 : -1;
}

static Str file_of_uri(Str uri)
{
	const char *p = str_text(uri);
	Text out = {0};

	p += strncmp(p, "file://", 7) ? 0 : 7;
	for (; *p; p++) {
		if (*p == '%' && hex(p[1]) >= 0 && hex(p[2]) >= 0 && (hex(p[1]) || hex(p[2]))) {
			text_char(&out, (char)(hex(p[1]) * 16 + hex(p[2])));
			p += 2;
		} else {
			text_char(&out, *p);
		}
	}
	Str result = str_intern(text_data(&out));
	text_release(&out);
	return result;
}

static Site site_of(const json_t *result)
{
	const json_t *location = json_array_get(json_object_get(result, "locations"), 0);
	const json_t *physical = json_object_get(location, "physicalLocation");
	const json_t *region = json_object_get(physical, "region");

	return (Site){
		.file = file_of_uri(text_at(json_object_get(physical, "artifactLocation"), "uri")),
		.line = number_at(region, "startLine"), .column = number_at(region, "startColumn"),
	};
}

static Level level_of(Str text)
{
	for (Level level = LEVEL_NOTE; level <= LEVEL_ERROR; level++)
		if (str_is(text, level_text(level)))
			return level;
	return LEVEL_WARNING;
}

/* The message holds the advice behind an empty line. */
static void take_message(Finding *finding, Str text)
{
	const char *all = str_text(text), *gap = strstr(all, "\n\n");

	finding->message = gap ? str_intern_n(all, (size_t)(gap - all)) : text;
	finding->advice = str_intern(gap ? gap + 2 : "");
}

static bool read_result(const json_t *result, Graph *graph)
{
	const json_t *properties = json_object_get(result, "properties");
	Str fingerprint = text_at(json_object_get(result, "partialFingerprints"), "featdep/v1");
	Site site = site_of(result);

	if (str_empty(fingerprint))
		return false;
	if (str_is(text_at(result, "baselineState"), "absent"))
		return true;
	Finding *finding = vec_add(&graph->findings);
	finding->rule = text_at(result, "ruleId");
	finding->level = level_of(text_at(result, "level"));
	finding->fingerprint = fingerprint;
	finding->subject = text_at(properties, "subject");
	finding->hidden = json_is_true(json_object_get(properties, "hidden"));
	finding->suppressed = json_array_size(json_object_get(result, "suppressions")) > 0;
	take_message(finding, text_at(json_object_get(result, "message"), "text"));
	if (!str_empty(site.file))
		vec_push(&finding->witness, (Step){ .site = site, .kind = DEP_DATA });
	return true;
}

static void read_run(const json_t *run, Graph *graph, uint32_t *foreign)
{
	const json_t *results = json_object_get(run, "results");

	for (size_t i = 0; i < json_array_size(results); i++)
		*foreign += !read_result(json_array_get(results, i), graph);
}

bool sarif_read(const char *text, size_t length, Str file, Graph *graph, Diags *diags)
{
	json_error_t error;
	json_t *document = json_loadb(text, length, 0, &error);
	const json_t *runs = json_object_get(document, "runs");
	uint32_t foreign = 0;

	if (!document)
		diag_add(diags, DIAG_ERROR, file, error.line > 0 ? (uint32_t)error.line : 0,
			error.column > 0 ? (uint32_t)error.column : 0, "not JSON: %s", error.text);
	else if (!str_is(text_at(document, "version"), "2.1.0") || !json_is_array(runs))
		diag_add(diags, DIAG_ERROR, file, 0, 0, "not SARIF of version 2.1.0");
	bool done = document && json_is_array(runs) && str_is(text_at(document, "version"), "2.1.0");
	for (size_t i = 0; done && i < json_array_size(runs); i++)
		read_run(json_array_get(runs, i), graph, &foreign);
	if (foreign)
		diag_add(diags, DIAG_WARNING, file, 0, 0, "%u results are not featdep's and are ignored", foreign);
	json_decref(document);
	return done;
}
