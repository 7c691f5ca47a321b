/* One search forward that ends at models: what lies behind a model rests on its prediction, not on the source. */
#include "rules/feed.h"

void feed_find(const RuleContext *context, NodeId source, unsigned kinds, Feed *feed)
{
	Bitset reached = {0};

	*feed = (Feed){ .source = source, .kinds = kinds };
	query_reach_until(&context->query, source, FORWARD, kinds, 1u << NODE_MODEL, &reached);
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		const Node *node = context_node(context, n);
		if (n != source && !bitset_has(&reached, n))
			continue;
		if (node->kind == NODE_MODEL && bitset_has(&reached, n))
			vec_push(&feed->models, n);
		else if (node->kind == NODE_FEATURE && bitset_has(&context->fed, n))
			vec_push(&feed->features, n);
	}
	bitset_release(&reached);
}

void feed_release(Feed *feed)
{
	vec_release(&feed->features);
	vec_release(&feed->models);
}

void put_feed(Text *text, const RuleContext *context, const Feed *feed)
{
	put_nodes(text, context, &feed->features, 3);
	text_put(text, feed->features.len ? " of " : "");
	put_nodes(text, context, &feed->models, 3);
}

bool feed_path(const RuleContext *context, const Feed *feed, NodeId model, EdgeIds *path)
{
	return query_path(&context->query, feed->source, model, feed->kinds, 1u << NODE_MODEL, path);
}

Finding *feed_report(RuleContext *context, Level level, const Feed *feed, const char *key, Text *message,
                     const Text *advice)
{
	const Node *source = context_node(context, feed->source);
	EdgeIds path = {0};

	if (feed->models.len && feed_path(context, feed, feed->models.items[0], &path))
		put_certainty(message, context, &path);
	Finding *finding = finding_add(context, level, str_text(source->id), key, message, advice);
	finding_node(finding, feed->source);
	for (uint32_t i = 0; i < feed->features.len; i++)
		finding_node(finding, feed->features.items[i]);
	for (uint32_t i = 0; i < feed->models.len; i++)
		finding_node(finding, feed->models.items[i]);
	finding_path(context, finding, &path);
	if (finding)
		finding->hidden = source->is_test;
	vec_release(&path);
	return finding;
}
