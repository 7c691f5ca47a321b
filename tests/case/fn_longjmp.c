// Where a jump back goes is not followed, and said.
#include "case.h"
#include <setjmp.h>

static jmp_buf back;

double run(void)
{
	double f[1] = { 0 };
	volatile double x = 1;

	if (setjmp(back)) {
		f[0] = x;
		return predict(f, 1);
	}
	x = read_a();
	longjmp(back, 1);
}
// unresolved: 1
