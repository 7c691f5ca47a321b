/* Expected outputs are files in tests/golden/render; FEATDEP_ACCEPT=1 writes what is printed now, for git diff. */
#ifndef FEATDEP_TESTS_RENDER_GOLDEN_H
#define FEATDEP_TESTS_RENDER_GOLDEN_H

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void golden_check(const char *name, const Text *text)
{
	char path[500];
	Text expected = {0};

	snprintf(path, sizeof path, SOURCE_DIR "/tests/golden/render/%s", name);
	if (getenv("FEATDEP_ACCEPT"))
		assert_true(file_write(path, text_data(text), text->len));
	if (!file_read(path, &expected))
		fail_msg("%s cannot be read", path);
	if (strcmp(text_data(&expected), text_data(text)) != 0)
		fail_msg("%s differs from:\n%s", path, text_data(text));
	text_release(&expected);
}

#endif
