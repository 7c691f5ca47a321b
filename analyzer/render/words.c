/*
 * What a picture says about its nodes and edges: the name of a group of nodes, the lines below it, and the tooltips.
 */
#include "render/words.h"

#include "render/label.h"
#include "render/select.h"

#include <string.h>

enum { NAME_WIDTH = 40, PLACE_WIDTH = 34, DETAIL_WIDTH = 44, TIP_NAMES = 20, TIP_SITES = 5, TIP_STEPS = 6 };

static Str take(Text *text)
{
	Str result = str_intern(text_data(text));

	text_release(text);
	return result;
}

const Site *node_site(const Node *node)
{
	static const Site none = {0};

	return node->sites.len ? &node->sites.items[0] : &none;
}

/* "[3]" or ".age": what a name adds to that of its object. */
static const char *member_part(const Node *node)
{
	const char *name = str_text(str_empty(node->label) ? node->name : node->label);
	size_t length = str_empty(node->object) ? strcspn(name, ".") : str_length(node->object);

	if (str_empty(node->object) && name[length])
		return name + length;
	if (length && !strncmp(name, str_text(node->object), length) && (name[length] == '.' || name[length] == '['))
		return name + length;
	return name;
}

/* Elements as "[0..3, 7]", or false when the members are not all elements. */
static bool put_elements(const Selection *selection, const NodeIds *members, Text *out)
{
	for (uint32_t i = 0; i < members->len; i++)
		if (selection_node(selection, members->items[i])->first < 0)
			return false;
	text_char(out, '[');
	for (uint32_t i = 0, j; i < members->len; i = j) {
		const Node *node = selection_node(selection, members->items[i]);
		int64_t first = node->first, last = node->last;
		for (j = i + 1; j < members->len && selection_node(selection, members->items[j])->first == last + 1; j++)
			last = selection_node(selection, members->items[j])->last;
		text_printf(out, first == last ? "%s%lld" : "%s%lld..%lld", i ? ", " : "", (long long)first, (long long)last);
	}
	text_char(out, ']');
	return true;
}

/* "ad_features.{age, ctr, +5 more}" */
static void put_fields(const Selection *selection, const NodeIds *members, uint32_t shown, Text *out)
{
	text_put(out, ".{");
	for (uint32_t i = 0; i < members->len && i < shown; i++) {
		const char *part = member_part(selection_node(selection, members->items[i]));
		text_printf(out, "%s%s", i ? ", " : "", part + (*part == '.'));
	}
	if (members->len > shown)
		text_printf(out, ", +%u more", members->len - shown);
	text_char(out, '}');
}

static bool has_elements(const Selection *selection, const NodeIds *members)
{
	for (uint32_t i = 0; i < members->len; i++)
		if (selection_node(selection, members->items[i])->first >= 0)
			return true;
	return false;
}

void words_drawn(uint32_t drawn, uint32_t selected, uint32_t total, Text *out)
{
	text_printf(out, "%u drawn of %u nodes", drawn, total);
	if (selected < total)
		text_printf(out, ", %u not in this view", total - selected);
	if (selected > drawn)
		text_printf(out, ", %u folded into others", selected - drawn);
}

bool words_same_object(const Selection *selection, const NodeIds *members)
{
	Str object = selection_node(selection, members->items[0])->object;

	for (uint32_t i = 1; i < members->len; i++)
		if (!str_equal(selection_node(selection, members->items[i])->object, object))
			return false;
	return !str_empty(object);
}

/* Of two members the one that says more to a reader: declared rather than found, from outside rather than kept, and
   near to what it depends on. */
static bool speaks_before(const Selection *selection, NodeId a, NodeId b)
{
	const Node *x = selection_node(selection, a), *y = selection_node(selection, b);

	if (x->declared != y->declared)
		return x->declared;
	if (x->kept != y->kept)
		return y->kept;
	return steps_to(&selection->walk, a) < steps_to(&selection->walk, b);
}

static const Node *speaker_of(const Selection *selection, const NodeIds *members)
{
	NodeId best = members->items[0];

	for (uint32_t i = 1; i < members->len; i++)
		if (speaks_before(selection, members->items[i], best))
			best = members->items[i];
	return selection_node(selection, best);
}

/* What comes before the first character of END that all members have in common, or 0. */
static size_t common_stem(const Selection *selection, const NodeIds *members, const char *end)
{
	const char *first = str_text(selection_node(selection, members->items[0])->name);
	size_t length = strcspn(first, end);

	for (uint32_t i = 0; i < members->len; i++)
		if (strncmp(str_text(selection_node(selection, members->items[i])->name), first, length + 1) != 0)
			return 0;
	return first[length] ? length : 0;
}

static void put_members(const Selection *selection, const NodeIds *members, Text *out)
{
	const Node *speaker = speaker_of(selection, members);
	const char *name = str_text(str_empty(speaker->label) ? speaker->name : speaker->label);
	size_t array = common_stem(selection, members, "["), record = common_stem(selection, members, ".");

	text_put_n(out, name, array ? array : record);
	if (array)
		text_printf(out, "[…] ×%u", members->len);
	else if (record)
		put_fields(selection, members, 2, out);
	if (!array && (!record || label_width(text_data(out)) > NAME_WIDTH)) {
		text_clear(out);
		label_cut_name(out, name, NAME_WIDTH - 9);
		text_printf(out, " +%u more", members->len - 1);
	}
}

static const char *plural_of(const Node *node)
{
	static const char *const plurals[NODE_KINDS] = { [NODE_SIGNAL] = "signals", [NODE_FEATURE] = "features",
		[NODE_MODEL] = "models", [NODE_PREDICTION] = "predictions", [NODE_CONSUMER] = "consumers",
		[NODE_STORE] = "store keys" };

	return node->kind == NODE_SIGNAL && node->kept ? "values kept" : plurals[node->kind];
}

Str words_name(const Selection *selection, const NodeIds *members, Rest rest)
{
	const Node *first = selection_node(selection, members->items[0]);
	const char *label = str_text(str_empty(first->label) ? first->name : first->label);
	Text name = {0}, full = {0};

	if (members->len == 1) {
		text_put(&full, label);
	} else if (words_same_object(selection, members)) {
		text_put(&full, str_text(first->object));
		if (!put_elements(selection, members, &full) || label_width(text_data(&full)) > NAME_WIDTH) {
			text_clear(&full);
			text_put(&full, str_text(first->object));
			if (!has_elements(selection, members))
				put_fields(selection, members, 2, &full);
			else
				text_printf(&full, ": %u elements", members->len);
		}
	} else if (rest != REST_NONE) {
		text_printf(&full, rest == REST_WEAK ? "%u %s" : "+%u more %s", members->len, plural_of(first));
	} else {
		put_members(selection, members, &full);
	}
	label_cut_name(&name, text_data(&full), NAME_WIDTH);
	text_release(&full);
	return take(&name);
}

static void put_flags(const Node *node, Text *out)
{
	const struct { bool set; const char *text; } flags[] = {
		{ node->unstable, "unstable" }, { node->deprecated, "deprecated" }, { node->label_role, "training label" },
		{ node->has_state, "keeps state" }, { node->is_monitor, "monitor" }, { node->is_test, "test code" },
	};

	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		if (flags[i].set)
			text_printf(out, "%s%s", out->len ? ", " : "", flags[i].text);
	if (node->variants.len > 1)
		text_printf(out, "%s%u variants", out->len ? ", " : "", node->variants.len);
}

/* Under which condition a model runs at all. */
static void put_gate(const Node *node, Text *out)
{
	if (node->kind != NODE_MODEL || !node->guards.len)
		return;
	text_put(out, out->len ? ", only if " : "only if ");
	label_site(out, &node->guards.items[0], PLACE_WIDTH);
	if (node->guards.len > 1)
		text_printf(out, " and %u more", node->guards.len - 1);
}

Str words_detail(const Selection *selection, const NodeIds *members, Rest rest)
{
	const Node *first = selection_node(selection, members->items[0]);
	Text all = {0}, cut = {0};

	if (rest == REST_WEAK && members->len > 1)
		text_put(&all, "only decide or choose");
	if (rest == REST_NONE) {
		Mark mark = (Mark)selection->marks[members->items[0]];
		put_flags(first, &all);
		if (members->len == 1)
			put_gate(first, &all);
		if (mark == MARK_HIDDEN)
			text_printf(&all, "%snot declared", all.len ? ", " : "");
		if (!str_empty(selection->reasons[members->items[0]]))
			text_printf(&all, "%s%s", all.len ? ", " : "", str_text(selection->reasons[members->items[0]]));
	}
	label_cut(&cut, text_data(&all), DETAIL_WIDTH);
	text_release(&all);
	return take(&cut);
}

/* "9 files in src/" of the members' first places; nothing when one has none. */
static Str files_place(const Selection *selection, const NodeIds *members)
{
	const char *first = str_text(node_site(selection_node(selection, members->items[0]))->file);
	size_t common = strlen(first);
	uint32_t files = 0, known;
	Text place = {0};
	Map seen = {0};

	for (uint32_t i = 0; i < members->len; i++) {
		Str file = node_site(selection_node(selection, members->items[i]))->file;
		while (strncmp(first, str_text(file), common) != 0)
			common--;
		files += !map_get(&seen, file.i, &known);
		map_put(&seen, file.i, 1);
		if (str_empty(file))
			files = UINT32_MAX / 2;
	}
	while (common && first[common - 1] != '/')
		common--;
	if (files < UINT32_MAX / 2) {
		text_printf(&place, common ? "%u files in " : "%u files", files);
		text_put_n(&place, first, common);
	}
	map_release(&seen);
	return take(&place);
}

/* "file.c:12", "file.c:12-40" for a group in one file, "3 files" otherwise. */
Str words_place(const Selection *selection, const NodeIds *members)
{
	Site site = *node_site(selection_node(selection, members->items[0]));
	uint32_t last = site.line;
	Text place = {0};

	for (uint32_t i = 1; i < members->len; i++) {
		const Site *other = node_site(selection_node(selection, members->items[i]));
		if (!str_equal(other->file, site.file))
			return files_place(selection, members);
		last = other->line > last ? other->line : last;
		site.line = other->line < site.line ? other->line : site.line;
	}
	label_site(&place, &site, PLACE_WIDTH);
	if (last > site.line && site.line)
		text_printf(&place, "-%u", last);
	return take(&place);
}

static void put_sites(const char *title, const Sites *sites, Text *out)
{
	for (uint32_t i = 0; i < sites->len && i < TIP_SITES; i++) {
		text_put(out, i ? ", " : title);
		label_site(out, &sites->items[i], 0);
	}
	if (sites->len > TIP_SITES)
		text_printf(out, " and %u more", sites->len - TIP_SITES);
}

Str words_tip(const Selection *selection, const NodeIds *members)
{
	const Node *first = selection_node(selection, members->items[0]);
	Text tip = {0};

	if (members->len > 1) {
		text_printf(&tip, "%u %ss:", members->len, node_kind_text(first->kind));
		for (uint32_t i = 0; i < members->len && i < TIP_NAMES; i++)
			text_printf(&tip, "\n%s", str_text(selection_node(selection, members->items[i])->name));
		if (members->len > TIP_NAMES)
			text_printf(&tip, "\nand %u more", members->len - TIP_NAMES);
		return take(&tip);
	}
	text_put(&tip, str_text(first->id));
	put_sites("\nat ", &first->sites, &tip);
	put_sites("\nonly if ", &first->guards, &tip);
	if (!str_empty(first->module))
		text_printf(&tip, "\nmodule %s", str_text(first->module));
	if (!str_empty(first->owner))
		text_printf(&tip, "\nowner %s", str_text(first->owner));
	return take(&tip);
}

Str words_edge(const Selection *selection, const Edge *edge)
{
	Text tip = {0};

	text_printf(&tip, "%s → %s: %s%s%s", str_text(selection_node(selection, edge->from)->id),
		str_text(selection_node(selection, edge->to)->id), dep_kind_text(edge->kind),
		edge->state ? ", reaches only a later call" : "", edge->unresolved ? ", not fully resolved" : "");
	for (uint32_t i = 0; i < edge->witness.len && i < TIP_STEPS; i++) {
		const Step *step = &edge->witness.items[i];
		text_char(&tip, '\n');
		label_site(&tip, &step->site, 0);
		text_printf(&tip, " %s", str_text(str_empty(step->text) ? step->note : step->text));
	}
	if (edge->witness.len > TIP_STEPS)
		text_printf(&tip, "\nand %u more steps", edge->witness.len - TIP_STEPS);
	return take(&tip);
}
