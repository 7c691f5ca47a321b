/*
 * The assignments to each feature, of all instances: what a feature is made of is looked for from all of them at once.
 */
#include "solve/engine.h"

/* Is NODE an assignment to one feature, however often it is marked? */
static bool marks_one_feature(const Engine *e, FlowId node)
{
	uint32_t first = map_get_or(&e->features, node, NONE);
	bool one = true;

	for (uint32_t m = first; m != NONE && one; m = e->feature_marks.items[m].next)
		one = e->feature_marks.items[m].thing == e->feature_marks.items[first].thing;
	return one;
}

/* Where one assignment to a feature arrives at another, there is nothing to say; where it arrives at one that assigns
   another feature, too, there is, so that one does not start with the others. */
void assignments_add(const Engine *e, Assignments *all, NodeId feature, FlowId node)
{
	bool one = marks_one_feature(e, node);
	uint32_t index = one ? map_get_or(&all->by_feature, feature, NONE) : NONE;

	if (index == NONE) {
		index = all->items.len;
		*vec_add(&all->items) = (Assigned){ .feature = feature };
		if (one)
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
