/*
 * Inside the memory files: memory.c holds and writes cells, hull.c merges them, join.c joins states, carve.c splits cells for a
 * join.
 */
#ifndef FEATDEP_SOLVE_CELLS_H
#define FEATDEP_SOLVE_CELLS_H

#include "solve/engine.h"

enum { FEW = 16, FRESH = 0xF4E5 /* in keys of what is left inside a prefix */ };

/* A list of its own with the cells of FROM (NULL: none). */
Cells *cells_copy(const Cells *from);
/* Gives one reference back. */
void cells_drop(Cells *cells);
/* The cells of OBJ in STATE, made or copied so that they may be written. */
Cells *cells_edit(State *state, ObjId obj);
/* Position of OBJ in the sorted list, or where it would be. */
uint32_t mem_position(const State *state, ObjId obj);
/* Keeps the order: wide cells first, then narrow ones by offset. */
void cells_insert(Cells *cells, Cell c);
/* OLD, or NODE on top of it. */
FlowId weak_value(Run *r, uint64_t key, FlowId old, FlowId node);
void cells_remove(Cells *cells, uint32_t at);
/* Is the cell one gapless run of bits? */
bool cell_dense(const Cell *c);
/* Behind its last bit; POS_INF: unknown. */
int64_t cell_end(const Cell *c);
bool cell_wide(const Cell *c);
/* Do two cells of one place hold the same? */
bool cell_same(const Cell *a, const Cell *b);
/* The part of C at OFF. */
Cell cell_part(const Cell *c, Range off, int64_t size);
/* Takes [lo, end) out of cell C, which overlaps it; what is left goes to KEPT. */
void cell_cut(const Cell *c, int64_t lo, int64_t end, Cells *kept);
/* The cell for exactly this location, or NULL. */
Cell *cell_exact(const Cells *cells, Range off, int64_t size);
/* The same when no other cell is in that place; else NULL. */
Cell *cell_alone(const Cells *cells, Range off, int64_t size);
/* The cell that a value which may be at OFF goes into: the one for exactly this location, else one that stands for too
   many, so that what was merged stays so when a loop comes by again. */
Cell *cell_for(const Cells *cells, Range off, int64_t size);
/* A value that may be anywhere in OFF, across a cell that was merged and has been cut since: the parts are one again, with
   room for it. In a loop it would have a cell of its own, and all be merged again, in one round after the other. False: it
   meets none. */
bool merge_again(Run *r, Cells *cells, ObjId obj, Range off, int64_t size, FlowId node);
/* A cell for NODE, which may be at OFF; where there are too many already, some are merged. */
void cells_add_weak(Run *r, Cells *cells, ObjId obj, Range off, int64_t size, FlowId node);
uint64_t cell_key(ObjId obj, Range off, int64_t size);
/* Splits the must-cells of each of the COUNT lists where another list tells more apart. */
void carve_all(Cells **lists, uint32_t count);
/* The phi that BLOCK has in this context, where ways meet there, for SLOT; for the place of C in OBJ. 0: none. */
FlowId phi_of_slot(const Run *r, BlockId block, uint32_t slot);
FlowId phi_of_cell(const Run *r, BlockId block, ObjId obj, const Cell *c);
/* NODE without what conditions say of it: the same value. */
FlowId behind_assumptions(Engine *e, FlowId node);

#endif
