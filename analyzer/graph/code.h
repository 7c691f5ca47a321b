/* Source files as lines: which of them hold code, and what the preprocessor is told. */
#ifndef FEATDEP_GRAPH_CODE_H
#define FEATDEP_GRAPH_CODE_H

#include "base/text.h"
#include "base/vec.h"
#include "model/ir.h"

typedef struct {
	uint32_t start, length; /* in CodeFile.text */
	bool code;              /* more than white space and comments */
} CodeLine;

typedef struct {
	FileId file;
	Text text;              /* comments replaced by spaces */
	VEC(CodeLine) lines;    /* line n is lines.items[n - 1] */
} CodeFile;

/* Reads file FILE of PROGRAM; false when it cannot be read. */
bool code_read(const Module *program, FileId file, CodeFile *code);
void code_release(CodeFile *code);

#endif
