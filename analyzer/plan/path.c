/* Names are compared as text everywhere, so each is made absolute and plain once, where it enters. */
#include "plan/path.h"

#include "base/bug.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

Str path_current(void)
{
	char buffer[PATH_MAX];

	return str_intern(getcwd(buffer, sizeof buffer) ? buffer : "/");
}

static void segment_put(Text *path, const char *segment, size_t length)
{
	if (length == 0 || (length == 1 && segment[0] == '.'))
		return;
	if (length == 2 && segment[0] == '.' && segment[1] == '.') {
		while (path->len && path->data[path->len - 1] != '/')
			path->len--;
		if (path->len)
			path->len--;
		if (path->data)
			path->data[path->len] = '\0';
		return;
	}
	text_char(path, '/');
	text_put_n(path, segment, length);
}

static void segments_put(Text *path, const char *name)
{
	while (*name) {
		size_t length = strcspn(name, "/");
		segment_put(path, name, length);
		name += length + (name[length] == '/');
	}
}

Str path_join(const char *directory, const char *name)
{
	Text path = {0};

	if (name[0] != '/') {
		if (directory[0] != '/')
			segments_put(&path, str_text(path_current()));
		segments_put(&path, directory);
	}
	segments_put(&path, name);
	Str joined = str_intern(path.len ? path.data : "/");
	text_release(&path);
	return joined;
}

Str path_real(const char *directory, const char *name)
{
	Str joined = path_join(directory, name);
	char *real = realpath(str_text(joined), NULL);

	if (real) {
		Str result = str_intern(real);
		free(real);
		return result;
	}
	Str parent = path_parent(str_text(joined));
	if (str_equal(parent, joined))
		return joined;
	return path_join(str_text(path_real("/", str_text(parent))), path_base(str_text(joined)));
}

Str path_parent(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return str_intern(".");
	return slash == path ? str_intern("/") : str_intern_n(path, (size_t)(slash - path));
}

const char *path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

const char *path_extension(const char *path)
{
	const char *base = path_base(path);
	const char *dot = strrchr(base, '.');

	return dot && dot != base ? dot + 1 : "";
}

bool path_is_below(const char *path, const char *folder)
{
	size_t length = strlen(folder);

	if (length == 1 && folder[0] == '/')
		return path[0] == '/';
	return !strncmp(path, folder, length) && (path[length] == '/' || path[length] == '\0');
}

const char *path_relative(const char *path, const char *root)
{
	if (!path_is_below(path, root))
		return path;
	const char *rest = path + strlen(root);
	while (*rest == '/')
		rest++;
	return *rest ? rest : path;
}

Str path_common(const char *a, const char *b)
{
	size_t end = 0;

	for (size_t i = 0;; i++) {
		bool a_ends = a[i] == '/' || a[i] == '\0', b_ends = b[i] == '/' || b[i] == '\0';
		if (a_ends && b_ends)
			end = i;
		if (a[i] != b[i] || !a[i])
			break;
	}
	return end ? str_intern_n(a, end) : str_intern("/");
}

bool path_is_file(const char *path)
{
	struct stat info;

	return !stat(path, &info) && S_ISREG(info.st_mode);
}

bool path_is_folder(const char *path)
{
	struct stat info;

	return !stat(path, &info) && S_ISDIR(info.st_mode);
}

Str path_find_upward(const char *folder, const char *name)
{
	Str current = path_join("/", folder);

	for (;;) {
		Str candidate = path_join(str_text(current), name);
		if (!access(str_text(candidate), F_OK))
			return candidate;
		Str parent = path_parent(str_text(current));
		if (str_equal(parent, current))
			return (Str){0};
		current = parent;
	}
}

bool file_has(Str path, const Text *content)
{
	Text old = {0};
	struct stat info;

	if (stat(str_text(path), &info) || (size_t)info.st_size != content->len)
		return false;
	bool same = file_read(str_text(path), &old) && old.len == content->len
		&& !memcmp(text_data(&old), text_data(content), old.len);

	text_release(&old);
	return same;
}

bool file_keep(Str path, const Text *content)
{
	return file_has(path, content)
		|| (dir_make(str_text(path_parent(str_text(path)))) && file_write(str_text(path), text_data(content), content->len));
}
