/* A tree keeps the text that stands before each of its lines; a level adds three columns to it and takes them away. */
#include "render/tree.h"

#include "render/label.h"

enum { LEAST_NAME = 12 };

/* TEXT in at most ROOM columns; "…" would be a broken character where there is no Unicode. */
static void put_cut(const Tree *tree, const char *text, uint32_t room)
{
	Text plain = {0}, cut = {0};

	label_plain(&plain, text);
	if (!tree->width || label_width(text_data(&plain)) <= room) {
		text_put(tree->out, text_data(&plain));
	} else if (tree->ascii && room > 2) {
		for (uint32_t n = 1; n < room; n++)
			text_char(&cut, text_data(&plain)[n - 1]);
		text_printf(tree->out, "%s~", text_data(&cut));
	} else {
		label_cut(&cut, text_data(&plain), room);
		text_put(tree->out, text_data(&cut));
	}
	text_release(&plain);
	text_release(&cut);
}

static uint32_t part_width(const char *text)
{
	return *text ? label_width(text) + 2 : 0;
}

static void put_parts(const Tree *tree, uint32_t used, const char *name, const char *marks, const char *place)
{
	uint32_t room = tree->width > used + LEAST_NAME ? tree->width - used : LEAST_NAME;
	bool has_marks = *marks && (!tree->width || label_width(name) + part_width(marks) <= room);
	uint32_t taken = label_width(name) + (has_marks ? part_width(marks) : 0);
	bool has_place = *place && (!tree->width || taken + part_width(place) <= room);

	text_put(tree->out, tree->colors->bold);
	put_cut(tree, name, room);
	text_put(tree->out, tree->colors->end);
	if (has_marks) {
		text_put(tree->out, "  ");
		label_plain(tree->out, marks);
	}
	if (has_place) {
		text_printf(tree->out, "  %s", tree->colors->dim);
		label_plain(tree->out, place);
		text_put(tree->out, tree->colors->end);
	}
	text_char(tree->out, '\n');
}

void tree_line(Tree *tree, bool is_last, const char *name, const char *marks, const char *place)
{
	const char *lines = tree->ascii ? (is_last ? "`- " : "|- ") : is_last ? "└─ " : "├─ ";

	text_printf(tree->out, "%s%s", text_data(&tree->prefix), lines);
	put_parts(tree, label_width(text_data(&tree->prefix)) + 3, name, marks, place);
}

void tree_root(Tree *tree, const char *name, const char *marks, const char *place)
{
	put_parts(tree, 0, name, marks, place);
}

size_t tree_down(Tree *tree, bool is_last)
{
	size_t mark = tree->prefix.len;

	text_put(&tree->prefix, is_last ? "   " : tree->ascii ? "|  " : "│  ");
	return mark;
}

void tree_up(Tree *tree, size_t mark)
{
	tree->prefix.len = mark;
	tree->prefix.data[mark] = '\0';
}

void tree_release(Tree *tree)
{
	text_release(&tree->prefix);
}
