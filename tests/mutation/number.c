/* Which condition a unit test runs with: $MUTANT. */
#include "mutant.h"

#include <stdlib.h>

int mutant;

__attribute__((constructor)) static void mutant_choose(void)
{
	const char *number = getenv("MUTANT");

	mutant = number ? atoi(number) : 0;
}
