/* A loop that copies one of two texts, a literal or an argument, and goes over the copy: the literal's bytes are the same
   in each pass. */
#include "case.h"
#include <string.h>

static char line[64];

static void append(int n, const char *word)
{
	unsigned end = 0;

	for (int i = 0; i < n; i++) {
		const char *value = i & 1 ? "abc" : word;
		unsigned length = strlen(value);
		memcpy(line + end, value, length);
		for (unsigned k = end; k < end + length; k++)
			line[k] = line[k] + 1;
		end += length;
	}
}

void run(void)
{
	char word[4] = { read_i() };
	double f[1];

	append(read_a(), word);
	f[0] = line[0];
	predict(f, 1);
}
// edge: signal:i -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[0] control
// unresolved: 0
