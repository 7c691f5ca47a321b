/* What a loop carries from one invocation to the next is state, although it has no value before the first. */
#include "case.h"

void run(int steps)
{
	double next, value = read_a();

	for (int i = 0; i < steps; i++) {
		double f[2] = { value, read_b() };
		next = predict(f, 2);
		value = next;
	}
}

void chat(void)
{
	int turn = 1;
	double next, token;

	while (read_i()) {
		if (turn)
			token = read_c();
		else
			token = next;
		double f[1] = { token };
		next = predict_next(f, 1);
		turn = read_j();
	}
}
// edge: prediction:m -> feature:run.f[0] data state
// edge: prediction:n -> feature:chat.f[0] data state
// edge: signal:c -> feature:chat.f[0] data
// finding: feedback-loop
