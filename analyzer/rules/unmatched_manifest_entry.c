/*
 * Entries of the manifest that match nothing: a typo, or code that was renamed. Either way a signal, model or
 * consumer is believed to be declared and is not; configuration is code and rots like it.
 *
 *     models:
 *       - { function: "predct", input: 0, output: return }     # the function is called predict
 *
 *     double predict(const double *features);                  // not seen as a model
 */
#include "rules/rule.h"

typedef struct {
	Str file;
	uint32_t line, column;
} At;

static void report(RuleContext *context, const char *entry, const char *what, At at, const char *nearest)
{
	Text subject = {0}, message = {0}, advice = {0};
	Site site = { at.file, at.line, at.column, {0} };

	text_put(&subject, entry);
	text_printf(&message, "the entry \"%s\" (", entry);
	put_site(&message, &site);
	text_printf(&message, ") matches %s", what);
	if (nearest && *nearest)
		text_printf(&message, "; the nearest is \"%s\"", nearest);
	if (nearest && *nearest)
		text_printf(&advice, "did you mean \"%s\"? Otherwise remove the entry", nearest);
	else
		text_put(&advice, "correct the name, or remove the entry");
	Finding *finding = finding_add(context, LEVEL_WARNING, text_data(&subject), "", &message, &advice);
	if (finding)
		vec_push(&finding->witness, (Step){ .site = site, .note = str_intern("declared"), .kind = DEP_DATA });
	text_release(&subject);
	text_release(&message);
	text_release(&advice);
}

static bool is_known(const RuleContext *context, Str name)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		if (node_match(str_text(name), context_node(context, n)))
			return true;
	return false;
}

/* The id or name of a node, whichever way NAME is written, that is nearest to it. */
static const char *nearest_node(const RuleContext *context, Str name)
{
	uint32_t count = context->graph->nodes.len;
	const char **names = mem_alloc((count + 1) * sizeof *names);
	bool with_kind = strchr(str_text(name), ':');

	for (NodeId n = 0; n < count; n++)
		names[n] = str_text(with_kind ? context_node(context, n)->id : context_node(context, n)->name);
	const char *nearest = nearest_name(str_text(name), names, count);
	free(names);
	return nearest;
}

static void check_name(RuleContext *context, const char *label, Str name, At at)
{
	Text entry = {0};

	if (str_empty(name) || is_known(context, name))
		return;
	text_printf(&entry, "%s: %s", label, str_text(name));
	report(context, text_data(&entry), "nothing in the graph", at, nearest_node(context, name));
	text_release(&entry);
}

/* An entry with several positions is a role for each of them, one behind the other. */
static bool continues(const Role *role, const Role *before)
{
	return role->line == before->line && role->column == before->column && str_equal(role->file, before->file) &&
		str_equal(role->entry, before->entry);
}

static void check_roles(RuleContext *context)
{
	for (uint32_t i = 0; i < context->roles->roles.len; i++) {
		const Role *role = &context->roles->roles.items[i];
		At at = { role->file, role->line, role->column };
		if (role->from_pack || (i && continues(role, role - 1)))
			continue;
		if (!role->matches && !role->from_annotation)
			report(context, str_text(role->entry), "nothing in the program", at, str_text(role->nearest));
		if (role->kind == ROLE_CONSUMER)
			check_name(context, "of", role->of, at);
	}
}

static void run(RuleContext *context)
{
	const Roles *roles = context->roles;

	check_roles(context);
	for (uint32_t i = 0; i < roles->modules.len; i++) {
		const ModuleRule *module = &roles->modules.items[i];
		Str entry = str_format("module: %s, path: %s", str_text(module->name), str_text(module->path));
		if (!module->matches)
			report(context, str_text(entry), "no file", (At){ module->file, module->line, module->column }, NULL);
	}
	for (uint32_t i = 0; i < roles->ensembles.len; i++) {
		const Ensemble *ensemble = &roles->ensembles.items[i];
		for (uint32_t k = 0; k < ensemble->models.len; k++)
			check_name(context, str_text(str_format("ensemble: %s, model", str_text(ensemble->name))),
			           ensemble->models.items[k], (At){ ensemble->file, ensemble->line, ensemble->column });
	}
	for (uint32_t i = 0; i < roles->world.len; i++) {
		const WorldEdge *world = &roles->world.items[i];
		At at = { world->file, world->line, world->column };
		check_name(context, "world: from", world->from, at);
		check_name(context, "world: to", world->to, at);
	}
}

const Rule rule_unmatched_manifest_entry = {
	.id = "unmatched-manifest-entry",
	.level = LEVEL_WARNING,
	.section = "6",
	.summary = "an entry of the manifest matches nothing",
	.help = "An entry that matches nothing is a typo or speaks of code that was renamed or removed: what it was meant "
		"to declare is not declared. Configuration is code and needs the same care.\n"
		"\n"
		"    models:\n"
		"      - { function: \"predct\", input: 0, output: return }\n"
		"\n"
		"    double predict(const double *features);   /* not seen as a model */\n"
		"\n"
		"Checked are all entries with functions, parameters, fields and variables, the models that consumers and "
		"ensembles name, the ends of world edges, and the paths of modules. Packs are not: most of a pack matches "
		"nothing in most programs.\n"
		"\n"
		"Remedy: take the nearest name that is shown, or remove the entry.",
	.run = run,
};
