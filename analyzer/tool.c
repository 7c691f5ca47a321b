/*
 * Everything is found from the place of the executable, so that an installation can be moved and a build tree works
 * like one: CMake makes share/featdep there too.
 */
#include "tool.h"

#include "plan/path.h"

#include <dlfcn.h>
#include <elf.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Str path_search(const char *name)
{
	const char *path = getenv("PATH");

	while (path && *path) {
		size_t length = strcspn(path, ":");
		Str candidate = str_format("%.*s/%s", (int)length, path, name);
		if (path_is_file(str_text(candidate)) && !access(str_text(candidate), X_OK))
			return path_real("/", str_text(candidate));
		path += length + (path[length] == ':');
	}
	return (Str){0};
}

Str tool_path(void)
{
	static const char *const places[] = { "featdep", "../bin/featdep", "../../bin/featdep" };
	Dl_info info = {0};

	/* The dynamic linker calls a program by the name it was started with; a library, by its file. */
	bool in_library = dladdr((void *)(uintptr_t)tool_path, &info) && info.dli_fname
		&& !strncmp(path_base(info.dli_fname), "libfeatdep", strlen("libfeatdep"));
	if (!in_library)
		return path_real("/", "/proc/self/exe");
	Str folder = path_parent(str_text(path_real(str_text(path_current()), info.dli_fname)));
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		Str candidate = path_join(str_text(folder), places[i]);
		if (path_is_file(str_text(candidate)))
			return candidate;
	}
	return path_search("featdep");
}

enum { DATA_PLACES = 3 };

/* The value of FEATDEP_DATA as an absolute name, or empty. */
static Str data_set(void)
{
	const char *set = getenv("FEATDEP_DATA");

	return set && *set ? path_join(str_text(path_current()), set) : (Str){0};
}

/* Place I where the data can be; empty: not there. */
static Str data_place(size_t i, const char *name)
{
	Str folder = path_parent(str_text(tool_path()));
	const Str places[DATA_PLACES] = {
		data_set(), path_join(str_text(folder), "share/featdep"), path_join(str_text(folder), "../share/featdep"),
	};

	return str_empty(places[i]) ? (Str){0} : path_join(str_text(places[i]), name);
}

Str tool_data(const char *name)
{
	for (size_t i = 0; i < DATA_PLACES; i++) {
		Str candidate = data_place(i, name);
		if (!str_empty(candidate) && path_is_folder(str_text(candidate)))
			return candidate;
	}
	return (Str){0};
}

Str tool_data_advice(const char *name)
{
	Text text = {0};

	for (size_t i = 0; i < DATA_PLACES; i++) {
		Str place = data_place(i, name);
		if (!str_empty(place))
			text_printf(&text, "%s\"%s\"", text.len ? ", " : "looked for in ", str_text(place));
	}
	text_put(&text, "; install featdep again (cmake --install BUILD --prefix DIR), or set FEATDEP_DATA to its folder "
		"share/featdep");
	Str result = str_intern(text_data(&text));
	text_release(&text);
	return result;
}

Str tool_data_problem(void)
{
	Str set = data_set();

	if (str_empty(set))
		return (Str){0};
	if (!path_is_folder(str_text(set)))
		return str_format("FEATDEP_DATA is \"%s\", which is no folder", str_text(set));
	const char *missing = !path_is_folder(str_text(path_join(str_text(set), "packs"))) ? "packs" :
		!path_is_folder(str_text(path_join(str_text(set), "facts"))) ? "facts" : NULL;
	return missing ? str_format("FEATDEP_DATA is \"%s\", which has no folder \"%s\"", str_text(set), missing) : (Str){0};
}

/* The build id among the notes at OFFSET of the executable's first bytes. */
static Str note_find(const char *bytes, size_t size, size_t offset, size_t length)
{
	while (offset + sizeof(Elf64_Nhdr) <= size && length >= sizeof(Elf64_Nhdr)) {
		Elf64_Nhdr note;
		memcpy(&note, bytes + offset, sizeof note);
		size_t name = sizeof note, text = name + ((note.n_namesz + 3) & ~3u), next = text + ((note.n_descsz + 3) & ~3u);
		if (next > length || offset + next > size)
			break;
		if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && !memcmp(bytes + offset + name, "GNU", 4)) {
			Text id = {0};
			for (size_t i = 0; i < note.n_descsz; i++)
				text_printf(&id, "%02x", (unsigned char)bytes[offset + text + i]);
			Str result = str_intern(text_data(&id));
			text_release(&id);
			return result;
		}
		offset += next;
		length -= next;
	}
	return (Str){0};
}

Str tool_id(void)
{
	static char head[16384]; /* the linker puts headers and notes first */
	int file = open(str_text(tool_path()), O_RDONLY | O_CLOEXEC);
	ssize_t length = file >= 0 ? read(file, head, sizeof head) : 0;
	size_t size = length > 0 ? (size_t)length : 0;
	Elf64_Ehdr header = {0};
	Str id = {0};

	if (file >= 0)
		close(file);
	if (size >= sizeof header)
		memcpy(&header, head, sizeof header);
	for (unsigned i = 0; i < header.e_phnum && str_empty(id); i++) {
		Elf64_Phdr segment;
		size_t at = header.e_phoff + i * sizeof segment;
		if (at + sizeof segment > size)
			break;
		memcpy(&segment, head + at, sizeof segment);
		if (segment.p_type == PT_NOTE && segment.p_offset < size)
			id = note_find(head, size, segment.p_offset, segment.p_filesz);
	}
	return str_empty(id) ? str_intern(FEATDEP_VERSION) : id;
}
