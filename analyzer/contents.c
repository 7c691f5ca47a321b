/*
 * A table of files with their size, time and hash. What is printed is what was asked for, so that files that are gone
 * are forgotten.
 */
#include "contents.h"

#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>

static Content *content_of(Contents *contents, Str path)
{
	uint32_t at;

	if (!map_get(&contents->by_path, path.i, &at)) {
		at = contents->files.len;
		map_put(&contents->by_path, path.i, at);
		vec_push(&contents->files, (Content){ .path = path, .size = -1 });
	}
	return &contents->files.items[at];
}

static uint64_t file_hash(Str path)
{
	Text text = {0};
	uint64_t hash = 0;

	if (file_read(str_text(path), &text)) {
		hash = hash_content(text_data(&text), text.len);
		hash += !hash;
	}
	text_release(&text);
	return hash;
}

uint64_t contents_hash(Contents *contents, Str path)
{
	Content *known = content_of(contents, path);
	struct stat info;

	if (stat(str_text(path), &info) || !S_ISREG(info.st_mode))
		return 0;
	known->used = true;
	if (known->size == info.st_size && known->seconds == info.st_mtim.tv_sec
		&& known->nanoseconds == info.st_mtim.tv_nsec)
		return known->hash;
	known->size = info.st_size;
	known->seconds = info.st_mtim.tv_sec;
	known->nanoseconds = info.st_mtim.tv_nsec;
	known->hash = file_hash(path);
	contents->changed = true;
	return known->hash;
}

void contents_print(const Contents *contents, Text *out)
{
	for (uint32_t i = 0; i < contents->files.len; i++) {
		const Content *file = &contents->files.items[i];
		if (file->used)
			text_printf(out, "@%016" PRIx64 " %" PRId64 " %" PRId64 ".%09" PRId64 " %s\n", file->hash, file->size,
				file->seconds, file->nanoseconds, str_text(file->path));
	}
}

bool contents_parse(Contents *contents, const char *line, size_t length)
{
	Content read = {0};
	int used = 0;

	if (sscanf(line, "@%16" SCNx64 " %" SCNd64 " %" SCNd64 ".%9" SCNd64 " %n", &read.hash, &read.size, &read.seconds,
		&read.nanoseconds, &used) != 4 || (size_t)used >= length)
		return false;
	read.path = str_intern_n(line + used, length - (size_t)used);
	*content_of(contents, read.path) = read;
	return true;
}

void contents_release(Contents *contents)
{
	vec_release(&contents->files);
	map_release(&contents->by_path);
	*contents = (Contents){0};
}
