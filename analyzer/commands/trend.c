/* featdep trend: the metrics of many runs. */
#include "commands/graph_file.h"

#include "render/history.h"

#include <string.h>

static const Option options[] = {
	{ "history", "FILE.db", "the history that `audit --history` or `check --history` appends to" },
	{ "last", "N", "only the last N runs; default: all" },
	{ "T", "FORMAT", "text (default) or svg: one small plot a metric" },
	{ "o", "FILE", "write to FILE; default: standard output" },
	{ NULL, NULL, NULL }
};

static int run(const Args *args)
{
	const char *path = args_value(args, "history", NULL), *format = args_value(args, "T", "text");
	const char *const *metrics = args->operands.items;
	uint32_t count = args->operands.len, limit = 0;
	History history = {0};
	Diags diags = {0};
	Text out = {0};
	int status = EXIT_ERROR;

	if (strcmp(format, "text") && strcmp(format, "svg"))
		return fail("option \"-T\" needs text or svg, not \"%s\"", format);
	if (!path)
		return fail("name a history with --history: `featdep audit --history FILE.db` makes one");
	if (number_parse(args, "last", &limit) && history_read(path, limit, &history, &diags)) {
		if (strcmp(format, "svg"))
			trend_text(&history, metrics, count, &out);
		else
			trend_svg(&history, metrics, count, &out);
		status = output_write(args_value(args, "o", NULL), &out);
		history_release(&history);
	}
	diags_print(&diags);
	diags_release(&diags);
	text_release(&out);
	return status;
}

const Command command_trend = {
	.name = "trend",
	.operands = "[METRIC…]",
	.summary = "how the metrics of a project changed over its runs",
	.details = "METRIC is a name or a glob: unused_features, 'findings:*'. Without one, all that ever were not 0.",
	.options = options,
	.max_operands = UINT32_MAX,
	.run = run,
};
