/*
 * Where clang's own headers are. libclang computes it from the folder it believes to be installed in, which is wrong
 * for Debian's builds and for any moved copy, so it is always passed: the folder known at build time, the one beside
 * the loaded library, or the newest below /usr/lib.
 */
#include "front/front.h"

#include <clang-c/Index.h>
#include <dlfcn.h>
#include <glob.h>
#include <limits.h>
#include <unistd.h>

static bool is_resource_dir(Str path, Text *tried)
{
	if (str_empty(path))
		return false;
	if (tried)
		text_printf(tried, "%s%s", tried->len ? ", " : "", str_text(path));
	return access(str_text(str_format("%s/include/stddef.h", str_text(path))), R_OK) == 0;
}

static int clang_major(void)
{
	CXString version = clang_getClangVersion();
	const char *text = clang_getCString(version), *at = text ? strstr(text, "version ") : NULL;
	int major = at ? atoi(at + strlen("version ")) : 0;

	clang_disposeString(version);
	return major;
}

/* LIBDIR/libclang.so → LIBDIR/clang/19, and Debian's LIBDIR/../llvm-19/lib/clang/19. */
static Str beside_library(int major, Text *tried)
{
	char real[PATH_MAX], *slash;
	Dl_info info;
	Str candidates[3];

	if (!dladdr((void *)(uintptr_t)clang_createIndex, &info) || !info.dli_fname || !realpath(info.dli_fname, real))
		return (Str){ 0 };
	slash = strrchr(real, '/');
	if (!slash)
		return (Str){ 0 };
	*slash = '\0';
	candidates[0] = str_format("%s/clang/%d", real, major);
	candidates[1] = str_format("%s/../lib/clang/%d", real, major);
	candidates[2] = str_format("%s/../llvm-%d/lib/clang/%d", real, major, major);
	for (int i = 0; i < 3; i++)
		if (is_resource_dir(candidates[i], tried))
			return candidates[i];
	return (Str){ 0 };
}

static Str matching(const char *pattern, Text *tried)
{
	Str found = { 0 };
	glob_t matches;

	if (glob(pattern, 0, NULL, &matches) != 0)
		return found;
	for (size_t i = matches.gl_pathc; i-- > 0 && str_empty(found);) {
		Str path = str_intern(matches.gl_pathv[i]);

		if (is_resource_dir(path, tried))
			found = path;
	}
	globfree(&matches);
	return found;
}

static Str resource_dir_find(Text *tried)
{
	int major = clang_major();
	Str found = { 0 };

#ifdef CLANG_RESOURCE_DIR
	found = str_intern(CLANG_RESOURCE_DIR);
	if (is_resource_dir(found, tried))
		return found;
#endif
	found = beside_library(major, tried);
	if (str_empty(found))
		found = matching(str_text(str_format("/usr/lib/llvm-%d/lib/clang/*", major)), tried);
	if (str_empty(found))
		found = matching(str_text(str_format("/usr/lib*/clang/%d*", major)), tried);
	return str_empty(found) ? matching("/usr/lib/llvm-*/lib/clang/*", tried) : found;
}

const char *front_resource_dir(Text *why)
{
	static Str known;

	if (str_empty(known))
		known = resource_dir_find(why);
	return str_empty(known) ? NULL : str_text(known);
}
