/* Texts of untrusted length and content as they appear in pictures and listings. */
#ifndef FEATDEP_RENDER_LABEL_H
#define FEATDEP_RENDER_LABEL_H

#include "base/text.h"
#include "model/graph.h"

/* TEXT on one line, with at most MAX characters: control characters become spaces, the middle of a long text "…". */
/* Cuts the end of TEXT beyond MAX characters. */
void label_cut_end(Text *out, const char *text, uint32_t max);
/* Cuts NAME to MAX characters so that what follows its last "." stays whole when it can. */
void label_cut_name(Text *out, const char *name, uint32_t max);
void label_cut(Text *out, const char *text, uint32_t max);
/* TEXT as a quoted string of the DOT language, shown as it is by Graphviz and by what reads its SVG. */
void label_quote(Text *out, const char *text);
/* TEXT as a quoted name of the DOT language. */
void label_id(Text *out, const char *text);
/* TEXT as a terminal may show it: invalid UTF-8 becomes U+FFFD, control characters "?", newlines spaces; tabs stay. */
void label_plain(Text *out, const char *text);
/* "dir/file.c:12", or with MAX the end of a longer path after "…"; nothing when the file is unknown. */
void label_site(Text *out, const Site *site, uint32_t max);
/* "1 node", "12 nodes": COUNT and NOUN with an s unless it is one. */
void label_count(Text *out, uint32_t count, const char *noun);
/* Characters of TEXT, as far as a terminal shows one column for each. */
uint32_t label_width(const char *text);

#endif
