/* A block of a known size that is copied to, or from, one of several places in a member stays in that member. */
#include "case.h"
#include <string.h>
struct state { short pcm[240]; int fill; double last[4]; };
static struct state st;
void run(void)
{
	short in[160], out[80];
	double f[4];
	for (int i = 0; i < 160; i++)
		in[i] = (short)read_a();
	if (st.fill <= 80)
		memcpy(&st.pcm[st.fill], in, sizeof in);
	st.fill = read_i();
	if (read_j() > 3)
		st.last[2] = read_b();
	memcpy(out, &st.pcm[read_j()], sizeof out);
	f[0] = st.last[2];
	f[1] = out[3];
	predict(f, 2);
}

// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
