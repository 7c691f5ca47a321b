/*
 * Runs the rules over one program, once as they are and once for each mutant, every time in a process of its own, and
 * prints the findings as JSON lines: what precedes the rules is done only once.
 */
#include "mutant.h"

#include "pipeline.h"
#include "rules/rule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS = 5 };

int mutant;

static void put_member(Text *out, const char *key, const char *value)
{
	text_printf(out, "\"%s\": ", key);
	text_json(out, value);
	text_put(out, ", ");
}

static void print_findings(const Graph *graph)
{
	Text out = {0};

	text_printf(&out, "{\"mutant\": %d, \"findings\": [", mutant);
	for (uint32_t i = 0; i < graph->findings.len; i++) {
		const Finding *finding = &graph->findings.items[i];
		text_put(&out, i ? ", {" : "{");
		put_member(&out, "rule", str_text(finding->rule));
		put_member(&out, "level", level_text(finding->level));
		put_member(&out, "subject", str_text(finding->subject));
		put_member(&out, "message", str_text(finding->message));
		put_member(&out, "advice", str_text(finding->advice));
		text_printf(&out, "\"witness\": %u, \"suppressed\": %s, \"hidden\": %s}", finding->witness.len,
		            finding->suppressed ? "true" : "false", finding->hidden ? "true" : "false");
	}
	text_put(&out, "]}\n");
	fwrite(out.data, 1, out.len, stdout);
	fflush(stdout);
	text_release(&out);
}

/* A mutant that crashes or does not end prints nothing. */
static void run_mutant(Pipeline *pipeline, int number)
{
	pid_t child = fork();

	if (!child) {
		mutant = number;
		alarm(SECONDS);
		rules_run(&pipeline->graph, &pipeline->roles, &pipeline->diags);
		print_findings(&pipeline->graph);
		_exit(0);
	}
	waitpid(child, NULL, 0);
}

/* mutants FACTS MANIFEST ROOT OUTPUT NUMBER… */
int main(int argc, char **argv)
{
	Pipeline pipeline;

	if (argc < 5)
		return 2;
	pipeline_init(&pipeline);
	pipeline.settings.facts = str_intern(argv[1]);
	pipeline.settings.manifest = str_intern(argv[2]);
	pipeline.settings.root = str_intern(argv[3]);
	pipeline.settings.output = str_intern(argv[4]);
	pipeline.settings.stop_after = stage_find("graph");
	bool done = pipeline_run(&pipeline);
	for (int i = 5; done && i < argc; i++)
		run_mutant(&pipeline, atoi(argv[i]));
	pipeline_release(&pipeline);
	return done ? 0 : 1;
}
