/* Pictures as PDF, drawn by Graphviz. Cairo writes the time of day into them, so that equal pictures would differ. */
#include "render/diagram.h"

#include <string.h>

/* Replaces the date in the PDF that starts at offset START of OUT by one that is always the same. */
static void fix_date(Text *out, size_t start)
{
	static const char key[] = "/CreationDate (D:", date[] = "19700101000000";
	char *found = memmem(out->data + start, out->len - start, key, sizeof key - 1);

	if (!found || found + sizeof key + sizeof date > out->data + out->len)
		return;
	found += sizeof key - 1;
	if (strspn(found, "0123456789") == sizeof date - 1)
		memcpy(found, date, sizeof date - 1);
}

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	size_t start = out->len;
	bool ok = diagram_draw(graph, options, "pdf", out, diags);

	if (ok)
		fix_date(out, start);
	return ok;
}

const Renderer render_pdf = {
	.name = "pdf", .suffix = ".pdf", .summary = "PDF document", .is_picture = true, .render = render,
};
