/* One reader turns the log-odds into a probability, by a helper, and another compares them as they are. */
// finding: bare-slot prediction:m
// message: bare-slot is taken through exp by consumer:unit_bare_slot_same_names/first.c:sigmoid (
// message: bare-slot , but as it is by consumer:unit_bare_slot_same_names/first.c:alarm (
/* manifest +
rules: { bare-slot: note }
*/
#include "../case.h"

double exp(double x);

static double odds;

static double sigmoid(double x)
{
	return 1 / (1 + exp(-x));
}

static int rank(void)
{
	return sigmoid(odds) > 0.5;
}

static int alarm(void)
{
	return odds > 2;
}

int first(void)
{
	double f[1] = { read_a() };

	odds = predict(f, 1);
	return rank() + alarm();
}
