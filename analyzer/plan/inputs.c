/*
 * The list is text that anybody may damage: whatever does not read as such a list counts as changed, and the unit is
 * extracted again.
 */
#include "plan/inputs.h"

#include "plan/path.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef VEC(uint64_t) Hashes;

static const char header[] = "featdep inputs 1\n";

static uint64_t file_hash(FileHashes *hashes, Str path)
{
	Text content = {0};
	uint32_t at;

	if (map_get(&hashes->index, path.i, &at))
		return hashes->hashes.items[at];
	uint64_t hash = 0;
	if (file_read(str_text(path), &content)) {
		hash = hash_bytes(0, text_data(&content), content.len);
		hash += !hash;
	}
	text_release(&content);
	map_put(&hashes->index, path.i, hashes->hashes.len);
	vec_push(&hashes->hashes, hash);
	return hash;
}

static uint64_t hash_str(uint64_t seed, Str text)
{
	return hash_bytes(hash_u64(seed, str_length(text)), str_text(text), str_length(text));
}

uint64_t inputs_key(const Batch *batch, const BatchUnit *unit)
{
	const PlanUnit *plan = &unit->unit;
	const Str texts[] = { batch->tool, batch->root, plan->file, plan->variant, plan->directory, plan->message };
	uint64_t key = hash_u64(0, (uint64_t)plan->status << 32 | batch->timeout);

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		key = hash_str(key, texts[i]);
	for (uint32_t i = 0; i < plan->arguments.len; i++)
		key = hash_str(key, plan->arguments.items[i]);
	return key;
}

static Str inputs_path(Str facts)
{
	return str_format("%s.inputs", str_text(facts));
}

bool inputs_write(Str facts, const Inputs *inputs, FileHashes *hashes)
{
	Text out = {0};

	text_put(&out, header);
	text_printf(&out, "key %016" PRIx64 "\n", inputs->key);
	for (uint32_t i = 0; i < inputs->files.len; i++) {
		uint64_t hash = file_hash(hashes, inputs->files.items[i]);
		if (hash)
			text_printf(&out, "%016" PRIx64 " %s\n", hash, str_text(inputs->files.items[i]));
		else
			text_printf(&out, "- %s\n", str_text(inputs->files.items[i]));
	}
	bool done = file_keep(inputs_path(facts), &out);
	text_release(&out);
	return done;
}

/* The "HASH PATH" line up to END; false when it is none. */
static bool line_read(const char *line, const char *end, uint64_t *hash, Str *path)
{
	const char *blank = memchr(line, ' ', (size_t)(end - line));

	if (!blank || blank + 1 == end)
		return false;
	*hash = line[0] == '-' ? 0 : strtoull(line, NULL, 16);
	*path = str_intern_n(blank + 1, (size_t)(end - blank - 1));
	return true;
}

static bool list_read(Str facts, uint64_t *key, StrList *files, Hashes *then)
{
	Text content = {0};
	int used = 0;

	bool done = file_read(str_text(inputs_path(facts)), &content) && !strncmp(content.data, header, strlen(header))
		&& sscanf(content.data + strlen(header), "key %16" SCNx64 "\n%n", key, &used) == 1 && used > 0;
	const char *line = done ? content.data + strlen(header) + used : "";
	while (*line && done) {
		const char *end = strchr(line, '\n');
		uint64_t hash;
		Str path;
		done = end && line_read(line, end, &hash, &path);
		if (done) {
			vec_push(files, path);
			vec_push(then, hash);
			line = end + 1;
		}
	}
	text_release(&content);
	return done;
}

bool inputs_unchanged(Str facts, uint64_t key, FileHashes *hashes)
{
	StrList files = {0};
	Hashes then = {0};
	uint64_t old_key = 0;
	bool same = list_read(facts, &old_key, &files, &then) && old_key == key && !access(str_text(facts), R_OK);

	for (uint32_t i = 0; i < files.len && same; i++)
		same = file_hash(hashes, files.items[i]) == then.items[i];
	vec_release(&files);
	vec_release(&then);
	return same;
}

void inputs_files(Str facts, StrList *files)
{
	Hashes ignored = {0};
	uint64_t key;

	list_read(facts, &key, files, &ignored);
	vec_release(&ignored);
}

void inputs_release(Inputs *inputs)
{
	vec_release(&inputs->files);
	*inputs = (Inputs){0};
}

void file_hashes_release(FileHashes *hashes)
{
	map_release(&hashes->index);
	vec_release(&hashes->hashes);
	*hashes = (FileHashes){0};
}
