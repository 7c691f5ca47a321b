/* Eighteen bands in one loop, each with loops of its own, in the function that evaluates the model: the last bands do not
   reach the features of the first. */
#include "case.h"

static const int edges[19] = { 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64 };
static double log_energy[18], low[18], high[18], history[8][18];
static int count;

double run(void)
{
	double f[2], block[64], other[64], l1 = 0, l2 = 0, tonality = 0, slope = 0;

	read_block(block, 64);
	for (int i = 0; i < 64; i++)
		other[i] = i < 48 ? read_a() : read_b();
	for (int b = 0; b < 18; b++) {
		double e = 0, te = 0, ne = 0;
		for (int i = edges[b]; i < edges[b + 1]; i++) {
			double bin = other[i] * other[i] + other[i] * 2 + other[i] / 3 + other[i];
			e += bin;
			te += bin * (block[i] > 0 ? block[i] : 0);
			ne += bin * 2 * (.5 - block[63 - i]);
		}
		history[count & 7][b] = e;
		log_energy[b] = e > 1 ? e / 2 : e;
		if (high[b] > low[b] + 7.5) {
			if (high[b] - log_energy[b] > log_energy[b] - low[b])
				high[b] -= .01;
			else
				low[b] += .01;
		}
		if (log_energy[b] > high[b]) {
			high[b] = log_energy[b];
			low[b] = high[b] - 15 > low[b] ? high[b] - 15 : low[b];
		} else if (log_energy[b] < low[b]) {
			low[b] = log_energy[b];
			high[b] = low[b] + 15 < high[b] ? low[b] + 15 : high[b];
		}
		for (int i = 0; i < 8; i++) {
			l1 += history[i][b];
			l2 += history[i][b] * history[i][b];
		}
		tonality += te / (1 + e) + ne + l1 / (1 + l2);
		slope += tonality * (b - 8);
	}
	count++;
	f[0] = 0;
	for (int b = 0; b < 16; b++)
		f[0] += log_energy[b];
	f[1] = log_energy[17];
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
