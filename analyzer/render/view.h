/*
 * What a picture shows, independent of Graphviz: a view selects a part of the graph, the rest is folded until it fits
 * a screen, and what remains is drawn nodes in columns, edges between them and boxes around them.
 */
#ifndef FEATDEP_RENDER_VIEW_H
#define FEATDEP_RENDER_VIEW_H

#include "render/renderer.h"
#include "render/walk.h"

/* From left to right. */
typedef enum {
	COLUMN_SIGNAL, COLUMN_STATE,
	COLUMN_VALUE, /* between a source and a feature; no node of a graph */
	COLUMN_FEATURE, COLUMN_MODEL, COLUMN_PREDICTION, COLUMN_CONSUMER, COLUMN_COUNT
} Column;

typedef enum {
	MARK_CONTEXT, /* shown to explain the others */
	MARK_NONE,
	MARK_UNUSED,  /* feature or signal nothing is made of */
	MARK_HIDDEN,  /* undeclared consumer */
	MARK_FOCUS    /* what the view is about */
} Mark;

/* How nodes are placed. */
typedef enum {
	SHAPE_COLUMNS,
	SHAPE_FREE,   /* along the edges */
	SHAPE_MATRIX, /* a table: what depends down the side, on what along the top */
	SHAPE_CENSUS  /* areas, by lines of code */
} Shape;

/* The part of a graph that a view is about. */
typedef struct {
	const Graph *graph;
	const RenderOptions *options;
	Walk walk;
	Bitset nodes, edges; /* selected; edges count when both ends are selected */
	uint8_t *marks;      /* Mark by node */
	Str *reasons;        /* by node: a line for its label */
	Str title;
	Str empty, advice;   /* for when nothing is selected: why, and what to do */
	Shape shape;
	bool group_reasons;  /* boxes are reasons rather than modules or files */
} Selection;

typedef struct {
	Column column;
	Mark mark;
	Str id;     /* of the first member */
	Str name;   /* lines of the label */
	Str detail, place;
	Site site;
	Str tip;
	NodeIds nodes; /* of the graph, which it stands for; none for a value */
	uint32_t members;
	uint32_t lines; /* of code; only in a census */
	bool has_rest; /* stands for nodes that differ */
	uint32_t box;  /* index, or UINT32_MAX */
} ViewNode;

typedef struct {
	uint32_t from, to; /* indexes of drawn nodes */
	DepKind kind;      /* the strongest */
	bool feedback;     /* closes a cycle */
	bool delayed;      /* reaches only a later invocation, without closing a cycle */
	bool cascade;      /* from a prediction to the input of a model */
	bool unresolved;
	bool backward;     /* does not go to the right */
	uint32_t count;    /* edges it stands for */
	Str tip;
	Site site;
} ViewEdge;

typedef struct { Column column; Str label; } ViewBox;

typedef struct {
	Str title, subtitle;
	Str empty, advice;
	Shape shape;
	uint32_t columns[COLUMN_COUNT]; /* nodes of the graph in each, whether drawn singly or not */
	VEC(ViewNode) nodes;
	VEC(ViewEdge) edges;
	VEC(ViewBox) boxes;
	uint32_t total_nodes, total_edges; /* of the graph */
} View;

typedef struct {
	const char *name, *summary;
	const char *argument; /* what it takes, for help: "MODEL", "NODE"; NULL: nothing */
	/* Fills the zeroed DERIVED with the graph to select from: the nodes of GRAPH, with edges of its own, both sharing
	   what they hold; NULL: the whole graph. */
	void (*derive)(const Graph *graph, Graph *derived);
	/* Fills the zeroed VIEW, instead of the two others; SELECTION has the nodes that may be drawn, and no edges. */
	bool (*build)(Selection *selection, const char *argument, View *view, Diags *diags);
	/* Fills SELECTION; false with a diagnostic when the argument is wrong. */
	bool (*select)(Selection *selection, const char *argument, Diags *diags);
	/* Adds to what was made of SELECTION; may be NULL. */
	void (*finish)(const Selection *selection, View *view);
	bool no_nodes; /* draws none, so that there is nothing to select */
} ViewKind;

extern const ViewKind view_kinds[]; /* ends with a NULL name */

/* False with a diagnostic on an unknown view or a wrong argument. */
bool view_build(const Graph *graph, const RenderOptions *options, View *view, Diags *diags);
void view_release(View *view);
/* view_json.c: what is drawn, with the ids of GRAPH's nodes. */
void view_json_print(const View *view, const Graph *graph, Text *out);
/* Of a matrix: whether NODE is a row rather than a column. */
bool view_is_row(const ViewNode *node);

/* What a program keeps itself is state, like a store. */
Column column_of(const Node *node);
const char *column_title(Column column);
const char *column_noun(Column column);
const char *mark_text(Mark mark); /* empty for MARK_NONE */

/* What a group holds besides nodes with equal edges. */
typedef enum {
	REST_NONE,
	REST_MANY, /* what was too much to be drawn */
	REST_WEAK  /* sources that decide or choose, and whose values go nowhere */
} Rest;

/* fold.c: by node the number of the drawn node it belongs to, or UINT32_MAX when not selected. */
typedef struct {
	uint32_t *owner;
	VEC(NodeIds) groups;     /* members in order of the graph, elements of one object by number */
	VEC(uint8_t) rests;      /* Rest by group */
} Folding;

/* Steps of the shortest witness that leads to NODE; UINT32_MAX: none does. */
uint32_t steps_to(const Walk *walk, NodeId node);
void fold_selection(const Selection *selection, const Str *boxes, Folding *folding);
void folding_release(Folding *folding);

#endif
