/*
 * Counting ways without walking them: a node has as many as its predecessors together, taken in an order in which those
 * come first. There is such an order among the nodes at their distances, for the shortest ways, and among components.
 */
#include "render/walk.h"

#include <stdlib.h>

static uint32_t add_capped(uint32_t a, uint32_t b, uint32_t most)
{
	return a >= most - b ? most : a + b;
}

/* Shortest ways: a node has those of its predecessors that are one step nearer. */
static uint32_t count_shortest(const Walk *walk, NodeId from, NodeId to, uint32_t most)
{
	uint32_t nodes = walk->graph->nodes.len;
	uint32_t *ways = mem_calloc(nodes + 1, sizeof *ways);
	NodeIds queue = {0};
	vec_push(&queue, from);
	Reach reach = walk_reach(walk, &queue, WALK_FORWARD, 0, 0);
	Bitset queued = {0};

	ways[from] = 1;
	for (uint32_t q = 0; q < queue.len; q++) {
		NodeId node = queue.items[q];
		for (uint32_t i = walk->out_start[node]; i < walk->out_start[node + 1]; i++) {
			NodeId next = walk->graph->edges.items[walk->out[i]].to;
			if (reach.distance[next] != reach.distance[node] + 1)
				continue;
			ways[next] = add_capped(ways[next], ways[node], most);
			if (bitset_add(&queued, next))
				vec_push(&queue, next);
		}
	}
	uint32_t count = ways[to];
	free(ways);
	bitset_release(&queued);
	reach_release(&reach);
	vec_release(&queue);
	return count;
}

typedef struct {
	uint32_t *component, *size, *first; /* by node; by component: its size, and where its nodes are in `nodes` */
	NodeId *nodes;
	uint32_t count;
} Condensed;

static Condensed condense(const Walk *walk)
{
	uint32_t nodes = walk->graph->nodes.len;
	Condensed c = { .component = walk_components(walk), .nodes = mem_calloc(nodes + 1, sizeof *c.nodes) };

	for (NodeId n = 0; n < nodes; n++)
		c.count = c.component[n] >= c.count ? c.component[n] + 1 : c.count;
	c.size = mem_calloc(c.count + 1, sizeof *c.size);
	c.first = mem_calloc(c.count + 2, sizeof *c.first);
	for (NodeId n = 0; n < nodes; n++) {
		c.size[c.component[n]]++;
		c.first[c.component[n] + 1]++;
	}
	for (uint32_t i = 1; i <= c.count; i++)
		c.first[i] += c.first[i - 1];
	for (NodeId n = nodes; n-- > 0;)
		c.nodes[c.first[c.component[n]] + --c.size[c.component[n]]] = n;
	return c;
}

static void condensed_release(Condensed *c)
{
	free(c->component);
	free(c->size);
	free(c->first);
	free(c->nodes);
}

/* Components are numbered from the ends of all ways on, so those behind a component are counted before it. *CYCLIC:
   some way may choose inside of a component. */
static uint32_t count_between_components(const Walk *walk, NodeId from, NodeId to, uint32_t most, bool *cyclic)
{
	Condensed c = condense(walk);
	uint32_t *ways = mem_calloc(c.count + 1, sizeof *ways);
	uint32_t start = c.component[from], end = c.component[to];

	*cyclic = false;
	for (uint32_t at = end; at <= start; at++) {
		ways[at] = at == end;
		for (uint32_t n = c.first[at]; n < c.first[at + 1] && at != end; n++)
			for (uint32_t i = walk->out_start[c.nodes[n]]; i < walk->out_start[c.nodes[n] + 1]; i++) {
				uint32_t next = c.component[walk->graph->edges.items[walk->out[i]].to];
				if (next != at && next >= end)
					ways[at] = add_capped(ways[at], ways[next], most);
			}
		*cyclic |= ways[at] && c.first[at + 1] - c.first[at] > 1;
	}
	uint32_t count = start >= end ? ways[start] : 0;
	free(ways);
	condensed_release(&c);
	return count;
}

uint32_t walk_count_ways(const Walk *walk, NodeId from, NodeId to, uint32_t most, bool *exact)
{
	bool cyclic;
	uint32_t shortest = count_shortest(walk, from, to, most);
	uint32_t between = count_between_components(walk, from, to, most, &cyclic);

	*exact = !cyclic && between < most;
	return shortest > between ? shortest : between;
}
