/* Names of files and things: globs over paths, what counts as test code, and the order in which names are listed. */
#include "graph/graph_complete.h"

#include <ctype.h>
#include <fnmatch.h>

/* Matches C against the set that starts after '['; its end in *END, or NULL when it is not closed. */
static bool set_match(const char *set, char c, const char **end)
{
	bool negated = *set == '!' || *set == '^', found = false;
	const char *s = set + negated;

	do {
		if (!*s) {
			*end = NULL;
			return false;
		}
		if (s[1] == '-' && s[2] && s[2] != ']') {
			found |= c >= s[0] && c <= s[2];
			s += 2;
		} else {
			found |= c == *s;
		}
		s++;
	} while (*s != ']');
	*end = s + 1;
	return found != negated;
}

static bool star_match(const char *glob, const char *path)
{
	bool deep = glob[1] == '*';
	const char *rest = glob + 1 + deep;

	if (deep && *rest == '/' && path_match(rest + 1, path))
		return true;
	for (;; path++) {
		if (path_match(rest, path))
			return true;
		if (!*path || (*path == '/' && !deep))
			return false;
	}
}

bool path_match(const char *glob, const char *path)
{
	for (; *glob; glob++, path++) {
		const char *end = NULL;
		if (*glob == '*')
			return star_match(glob, path);
		if (!*path)
			return false;
		if (*glob == '?' && *path != '/')
			continue;
		if (*glob == '[' && *path != '/') {
			bool in = set_match(glob + 1, *path, &end);
			if (end && !in)
				return false;
			if (end) {
				glob = end - 1;
				continue;
			}
		}
		if (*glob == '\\' && glob[1])
			glob++;
		if (*glob != *path)
			return false;
	}
	return !*path;
}

bool file_match(const char *glob, const char *file)
{
	const char *part = file;

	while (part) {
		if (path_match(glob, part) || !fnmatch(glob, part, 0))
			return true;
		part = strchr(part, '/');
		part += part != NULL;
	}
	return false;
}

static bool part_is(const char *part, size_t length, const char *word)
{
	return length == strlen(word) && !strncmp(part, word, length);
}

bool path_is_test(const char *path)
{
	const char *part = path;

	for (size_t length; part[length = strcspn(part, "/")]; part += length + 1)
		if (part_is(part, length, "test") || part_is(part, length, "tests"))
			return true;
	size_t stem = strcspn(part, ".");
	return !strncmp(part, "test_", 5) || (stem > 5 && !strncmp(part + stem - 5, "_test", 5));
}

static int digits_compare(const char **a, const char **b)
{
	while (**a == '0' && isdigit((unsigned char)(*a)[1]))
		++*a;
	while (**b == '0' && isdigit((unsigned char)(*b)[1]))
		++*b;
	size_t la = strspn(*a, "0123456789"), lb = strspn(*b, "0123456789");
	int order = la != lb ? (la < lb ? -1 : 1) : strncmp(*a, *b, la);
	*a += la;
	*b += lb;
	return order;
}

int name_compare(const char *a, const char *b)
{
	const char *x = a, *y = b;

	while (*x && *y) {
		if (isdigit((unsigned char)*x) && isdigit((unsigned char)*y)) {
			int order = digits_compare(&x, &y);
			if (order)
				return order;
		} else if (*x != *y) {
			return (unsigned char)*x < (unsigned char)*y ? -1 : 1;
		} else {
			x++;
			y++;
		}
	}
	if (*x || *y)
		return *x ? 1 : -1;
	return strcmp(a, b);
}
