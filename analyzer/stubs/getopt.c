/* <getopt.h>: the option and its argument come from the command line. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <getopt.h>

#define ALL ((size_t)-1)

static int next_option(int argc, char *const argv[])
{
	char *word = argv[FD_ANY];

	optarg = word;
	optind = (int)__featdep_mix(optind, argc);
	optopt = (int)__featdep_read(word, ALL);
	return (int)__featdep_read(word, ALL);
}

int getopt(int argc, char *const argv[], const char *options)
{
	(void)options;
	return next_option(argc, argv);
}

int getopt_long(int argc, char *const argv[], const char *options, const struct option *names, int *index)
{
	int option = next_option(argc, argv);

	(void)options;
	if (index)
		*index = option;
	if (names[option].flag)
		*names[option].flag = names[option].val;
	return option;
}

int getopt_long_only(int argc, char *const argv[], const char *options, const struct option *names, int *index)
{
	return getopt_long(argc, argv, options, names, index);
}
