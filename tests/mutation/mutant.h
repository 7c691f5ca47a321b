/* Conditions that can be negated one at a time. */
#ifndef FEATDEP_TESTS_MUTANT_H
#define FEATDEP_TESTS_MUTANT_H

extern int mutant; /* the one that is negated; 0: none */

#define MUTANT(n, condition) (!(condition) == (mutant == (n)))

#endif
