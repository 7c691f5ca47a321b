/* Only what featdep itself writes is looked for; results of other tools in the file have no such fingerprint. */
#include "model/sarif_read.h"

#include "base/json.h"

#include <string.h>

static Str text_at(const Json *json, JsonId object, const char *key)
{
	return json_interned(json, json_get(json, object, key));
}

static uint32_t number_at(const Json *json, JsonId object, const char *key)
{
	JsonId value = json_get(json, object, key);
	int64_t number = json_kind(json, value) == JSON_INTEGER ? json_integer(json, value) : 0;

	return number > 0 && number < UINT32_MAX ? (uint32_t)number : 0;
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

static Site site_of(const Json *json, JsonId result)
{
	JsonId location = json_first(json, json_get(json, result, "locations"));
	JsonId physical = json_get(json, location, "physicalLocation");
	JsonId region = json_get(json, physical, "region");

	return (Site){
		.file = file_of_uri(text_at(json, json_get(json, physical, "artifactLocation"), "uri")),
		.line = number_at(json, region, "startLine"), .column = number_at(json, region, "startColumn"),
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

static bool read_result(const Json *json, JsonId result, Graph *graph)
{
	JsonId properties = json_get(json, result, "properties");
	Str fingerprint = text_at(json, json_get(json, result, "partialFingerprints"), "featdep/v1");
	Site site = site_of(json, result);

	if (str_empty(fingerprint))
		return false;
	if (str_is(text_at(json, result, "baselineState"), "absent"))
		return true;
	Finding *finding = vec_add(&graph->findings);
	finding->rule = text_at(json, result, "ruleId");
	finding->level = level_of(text_at(json, result, "level"));
	finding->fingerprint = fingerprint;
	finding->subject = text_at(json, properties, "subject");
	finding->hidden = json_kind(json, json_get(json, properties, "hidden")) == JSON_TRUE;
	json_each(json, json_get(json, properties, "parts"), part)
		vec_push(&finding->parts, json_interned(json, part));
	JsonId suppression = json_first(json, json_get(json, result, "suppressions"));
	finding->suppressed = suppression != JSON_NONE;
	if (finding->suppressed)
		finding->suppressed_in_source = str_is(text_at(json, suppression, "kind"), "inSource");
	take_message(finding, text_at(json, json_get(json, result, "message"), "text"));
	if (!str_empty(site.file))
		vec_push(&finding->witness, (Step){ .site = site, .kind = DEP_DATA });
	return true;
}

bool sarif_read(const char *text, size_t length, Str file, Graph *graph, Diags *diags)
{
	Json json = {0};
	JsonError error;
	const JsonId document = 0;
	uint32_t foreign = 0;

	if (!json_read(text, length, &json, &error)) {
		diag_add(diags, DIAG_ERROR, file, error.line, error.column, "not JSON: %s", error.problem);
		return false;
	}
	JsonId runs = json_get(&json, document, "runs");
	bool done = json_kind(&json, runs) == JSON_LIST && str_is(text_at(&json, document, "version"), "2.1.0");
	if (!done)
		diag_add(diags, DIAG_ERROR, file, 0, 0, "not SARIF of version 2.1.0");
	else
		json_each(&json, runs, run)
			json_each(&json, json_get(&json, run, "results"), result)
				foreign += !read_result(&json, result, graph);
	if (foreign)
		diag_add(diags, DIAG_WARNING, file, 0, 0, "%u results are not featdep's and are ignored", foreign);
	json_release(&json);
	return done;
}
