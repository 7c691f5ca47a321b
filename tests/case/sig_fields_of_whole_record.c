/* Members that are declared signals are, too, where the record is filled by code without source and handed to the model as a whole,
   or a member is copied as a block; so are labels. */
/* manifest
version: 1
signals:
  - { field: ["struct row.a", "struct row.b", "struct imu.acc"] }
  - { field: "struct row.clicked", label: true }
models:
  - { function: score, input: 0, output: return, name: s }
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"
#include <stdio.h>
#include <string.h>

struct row { double a, b, clicked; int other; };
struct imu { int t; float acc[3]; };
double score(const struct row *row);
int next(struct imu *m);

void run(FILE *file)
{
	struct row row;
	struct imu imu;

	while (fread(&row, sizeof row, 1, file) == 1 && next(&imu)) {
		float acc[3];
		double f[2];
		memcpy(acc, imu.acc, sizeof acc);
		f[0] = acc[1];
		f[1] = imu.t;
		predict(f, 2);
		score(&row);
	}
}
// edge: signal:row.a -> feature:row.a data
// edge: signal:row.b -> feature:row.b data
// edge: signal:row.clicked -> feature:row.clicked data
// edge: feature:row.clicked -> model:s data
// edge: feature:row.other -> model:s data
// edge: signal:fread -> feature:row.other data
// no-edge: signal:fread -> feature:row.a
// edge: signal:imu.acc -> feature:run.f[0] data
// no-edge: signal:next -> feature:run.f[0]
// edge: signal:next -> feature:run.f[1] data
// no-edge: signal:imu.acc -> feature:run.f[1]
// finding: label-leakage signal:row.clicked
