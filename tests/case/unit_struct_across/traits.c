#include "case.h"
#include "traits.h"

void traits_collect(struct traits *traits)
{
	traits->age = read_a();
	traits->rate = read_b();
}
