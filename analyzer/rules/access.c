/* Declarations name models and functions by globs; they are compared with the names in the graph, so that a graph read
   from a file can be judged without the program it came from. */
#include "rules/access.h"

#include "graph/graph_complete.h"

bool consumer_role_of(const Role *role, const Node *node)
{
	return role->kind == ROLE_CONSUMER && (str_empty(role->of) || node_match(str_text(role->of), node));
}

bool access_declared(const RuleContext *context, const Node *node, const Node *reader)
{
	for (uint32_t i = 0; i < context->roles->roles.len; i++) {
		const Role *role = &context->roles->roles.items[i];
		if (consumer_role_of(role, node) && consumer_fits(role, reader))
			return true;
	}
	return false;
}

bool access_has_consumers(const RuleContext *context, const Node *node)
{
	for (uint32_t i = 0; i < context->roles->roles.len; i++)
		if (consumer_role_of(&context->roles->roles.items[i], node))
			return true;
	return false;
}

static bool shares_file(const Node *a, const Node *b)
{
	for (uint32_t i = 0; i < a->sites.len; i++)
		for (uint32_t k = 0; k < b->sites.len; k++)
			if (str_equal(a->sites.items[i].file, b->sites.items[k].file))
				return true;
	return false;
}

bool access_same_module(const Node *node, const Node *reader)
{
	if (!str_empty(node->module) && !str_empty(reader->module))
		return str_equal(node->module, reader->module);
	return shares_file(node, reader);
}

const Role *access_nearest(const RuleContext *context, const Node *node, const Node *reader)
{
	for (uint32_t i = 0; i < context->roles->roles.len; i++) {
		const Role *role = &context->roles->roles.items[i];
		const char *name = str_text(role->target.function);
		if (consumer_role_of(role, node) && !role->matches && nearest_name(str_text(graph_bare_name(reader->name)), &name, 1))
			return role;
	}
	return NULL;
}
