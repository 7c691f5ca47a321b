/*
 * The assignments to each feature, of all instances: what a feature is made of is looked for from all of them at once.
 */
#include "solve/engine.h"

void assignments_add(Assignments *all, NodeId feature, FlowId node)
{
	uint32_t index = map_get_or(&all->by_feature, feature, NONE);

	if (index == NONE) {
		index = all->items.len;
		*vec_add(&all->items) = (Assigned){ .feature = feature };
		map_put(&all->by_feature, feature, index);
	}
	vec_push(&all->items.items[index].starts, node);
}

void assignments_release(Assignments *all)
{
	for (uint32_t i = 0; i < all->items.len; i++)
		vec_release(&all->items.items[i].starts);
	vec_release(&all->items);
	map_release(&all->by_feature);
}
