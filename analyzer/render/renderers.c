/* The table of renderers, made by the build from the names of the files. */
#include "render/renderer.h"

#include <string.h>

#define RENDERER(name) extern const Renderer render_##name;
#include "renderers.def"
#undef RENDERER

#define RENDERER(name) &render_##name,
const Renderer *const renderers[] = {
#include "renderers.def"
	NULL
};
#undef RENDERER

enum { MAX_NAMES = 32 };

static const Renderer *find(const char *name, bool is_picture)
{
	for (uint32_t i = 0; renderers[i]; i++)
		if (renderers[i]->is_picture == is_picture && !strcmp(renderers[i]->name, name))
			return renderers[i];
	return NULL;
}

static void complain(const char *name, bool is_picture, Diags *diags)
{
	const char *names[MAX_NAMES];
	size_t count = 0;
	Text known = {0};

	for (uint32_t i = 0; renderers[i] && count < MAX_NAMES; i++) {
		if (renderers[i]->is_picture != is_picture)
			continue;
		text_printf(&known, "%s%s", count ? ", " : "", renderers[i]->name);
		names[count++] = renderers[i]->name;
	}
	const char *nearest = nearest_name(name, names, count);
	if (nearest)
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "unknown format \"%s\"; did you mean \"%s\"?", name, nearest);
	else
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "unknown format \"%s\"; known are %s", name, text_data(&known));
	text_release(&known);
}

const Renderer *renderer_find(const char *name, bool is_picture, Diags *diags)
{
	const Renderer *found = find(name, is_picture);

	if (!found)
		complain(name, is_picture, diags);
	return found;
}
