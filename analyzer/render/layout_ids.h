/* Ids of Graphviz's objects in the order in which they were made. */
#ifndef FEATDEP_RENDER_LAYOUT_IDS_H
#define FEATDEP_RENDER_LAYOUT_IDS_H

#include <graphviz/cgraph.h>

/* For agread, in place of cgraph's own. */
extern Agdisc_t layout_discipline;

#endif
