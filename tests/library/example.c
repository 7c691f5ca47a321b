/* Audits a project with the library and prints what its models are fed with: a first program for featdep.h. */
#include <featdep/featdep.h>

#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
	FdProject *project = fd_open(argc > 1 ? argv[1] : NULL, argc > 2 ? argv[2] : NULL);

	fd_option(project, "o", argc > 3 ? argv[3] : "featdep-out");
	fd_option(project, "quiet", NULL);
	if (!fd_run(project)) {
		fprintf(stderr, "%s\n", fd_error(project));
		fd_close(project);
		return 1;
	}
	for (size_t i = 0; i < fd_edge_count(project); i++) {
		FdEdge edge = fd_edge(project, i);
		if (strncmp(edge.to, "feature:", 8))
			continue;
		printf("%s <- %s (%s)\n", edge.to, edge.from, edge.kind);
		for (size_t j = 0; j < edge.steps; j++) {
			FdStep step = fd_step(project, i, j);
			printf("    %s:%u: %s\n", step.file, step.line, step.text);
		}
	}
	for (size_t i = 0; i < fd_finding_count(project); i++)
		printf("%s: %s\n", fd_finding(project, i).rule, fd_finding(project, i).message);
	fd_close(project);
	return 0;
}
