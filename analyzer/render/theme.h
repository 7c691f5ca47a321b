/* All colours of pictures: Okabe and Ito's, told apart by colour-blind people and, with the line styles, in print. */
#ifndef FEATDEP_RENDER_THEME_H
#define FEATDEP_RENDER_THEME_H

#include "render/view.h"

typedef struct { const char *fill, *line; } Paint;

typedef struct {
	const char *background, *text, *muted, *box;
	const char *edge, *feedback, *cascade;
	Paint columns[COLUMN_COUNT];
	Paint hidden, unused, context;
} Theme;

const Theme *theme_of(bool dark);

#endif
