/* Untrusted text in Markdown. */
#ifndef FEATDEP_RENDER_MARKUP_H
#define FEATDEP_RENDER_MARKUP_H

#include "base/text.h"

/* TEXT as prose: markup characters escaped, control characters and newlines replaced. */
void markdown_prose(Text *out, const char *text);
/* TEXT as a code span that can stand in a cell of a table. */
void markdown_code(Text *out, const char *text);
/* CODE, whole lines, as a block that nothing in it can end. */
void markdown_block(Text *out, const char *language, const char *code);

#endif
