/*
 * How large a part of the program the model is: lines of code by what they are for.
 *
 * A line counts when it holds more than white space and comments, once however many units include it. It belongs to
 * the function around it; the first of these that holds gives the function's role:
 *   test           its file is one of tests
 *   model          it is declared as a model or for training, or only models call it
 *   monitoring     it is declared as a monitor, or hands predictions to one
 *   configuration  its name or that of its file speaks of config, option, setting, getopt or argument parsing
 *   extraction     it assigns a feature, or lies on a way from a signal into one and computes there
 *   collection     it is declared as a signal, reads one, or fills in a member of a record that is declared as one
 *   serving        it runs a model or uses a prediction
 *   glue           it lies on a way into a model or out of one and only hands data on
 *   other          none of these; but what only functions of one of the roles test, monitoring, configuration, extraction
 *                  or collection call has that role
 * Outside of functions a line of a constant table belongs to the role of the first function that reads the table, and
 * everything else is other. System headers and stubs do not count.
 */
#ifndef FEATDEP_GRAPH_CENSUS_H
#define FEATDEP_GRAPH_CENSUS_H

#include "model/graph.h"
#include "model/ir.h"
#include "model/roles.h"

/* Fills GRAPH->census. GRAPH is complete. */
void census_count(const Module *program, const Roles *roles, Graph *graph);

#endif
