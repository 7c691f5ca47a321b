/* manifest +
features:
  - { variable: [ "main::row", "main::pair", "main::kept" ] }
*/
/* What a function without source gets inside a record or an array of pointers may be read there. */
#include "case.h"

struct batch { const double *data; int count; };
void submit(const struct batch *batch);
void submit_all(const double *const *rows);

int main(void)
{
	double f[1] = { read_a() }, row[2], pair[2], kept[2];
	struct batch batch = { row, 2 };
	const double *rows[2] = { pair, 0 };

	row[0] = row[1] = read_b();
	pair[0] = pair[1] = read_c();
	kept[0] = kept[1] = read_d();
	submit(&batch);
	submit_all(rows);
	return predict(f, 1) > 0;
}
// hidden: unused-feature feature:main.row[0..1]
// hidden: unused-feature feature:main.pair[0..1]
// finding: unused-feature feature:main.kept[0..1]
